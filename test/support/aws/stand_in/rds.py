"""RDS as it is lived with: instances that take time, changes that are pending, a failover that moves the writer."""

import random
import re
import string
from typing import Any

from moto.core.responses import ActionResult, PaginatedResult
from moto.rds.exceptions import InvalidDBClusterStateFault, RDSClientError
from moto.rds.models import DBCluster, DBInstance, DBInstanceClustered, RDSBackend
from moto.rds.responses import RDSResponse

from classes import CLASSES, can_be_ordered, engine_versions, orderable
from paging import in_pages
from world import keep, later, lock, take_fault, world

# What waits for the maintenance window without ApplyImmediately, by the names of moto and of the API.
PENDABLE = {
    "db_instance_class": "DBInstanceClass",
    "engine_version": "EngineVersion",
    "allocated_storage": "AllocatedStorage",
    "storage_type": "StorageType",
    "multi_az": "MultiAZ",
    "iops": "Iops",
}

former = {
    name: getattr(RDSBackend, name)
    for name in (
        "create_db_instance",
        "modify_db_instance",
        "delete_db_instance",
        "create_db_cluster",
        "modify_db_cluster",
        "delete_db_cluster",
        "create_db_cluster_snapshot",
        "create_db_snapshot",
        "restore_db_cluster_from_snapshot",
        "restore_db_instance_from_db_snapshot",
        "copy_db_cluster_snapshot",
        "copy_db_snapshot",
        "delete_db_cluster_snapshot",
        "delete_db_snapshot",
        "add_tags_to_resource",
        "describe_db_cluster_snapshots",
        "describe_db_snapshots",
        "create_auto_cluster_snapshot",
        "create_auto_snapshot",
    )
}


def create_db_instance(self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
    if len(self.databases) >= world.quotas["DBInstances"]:
        raise RDSClientError("InstanceQuotaExceeded", "You have reached your quota of DB instances in this Region.")
    require_class(self, db_kwargs["engine"], version_of(self, db_kwargs), db_kwargs["db_instance_class"])
    with lock:
        database = former["create_db_instance"](self, db_kwargs)
        database.status = "creating"
        database.pending_modified_values = None
        database.dbi_resource_id = "db-" + "".join(random.choices(string.ascii_uppercase + string.digits, k=26))
        if isinstance(database, DBInstanceClustered) and db_kwargs.get("availability_zone") is None:
            members = len(database.cluster._members)
            database.availability_zone = f"{self.region_name}{'abc'[(members - 1) % 3]}"
        later("create", lambda: become(database, "available"))
        return database


def version_of(backend: RDSBackend, db_kwargs: dict[str, Any]) -> str:
    cluster = backend.clusters.get(db_kwargs.get("db_cluster_identifier") or "")
    return cluster.engine_version if cluster is not None else db_kwargs.get("engine_version") or ""


def require_class(backend: RDSBackend, engine: str, version: str, instance_class: str) -> None:
    if not instance_class.startswith("db."):
        raise RDSClientError("InvalidParameterValue", f"Invalid DB Instance class: {instance_class}")
    if instance_class not in CLASSES or not can_be_ordered(engine, backend.region_name, version, instance_class):
        raise RDSClientError(
            "InvalidParameterCombination",
            "RDS does not support creating a DB instance with the following combination: "
            f"DBInstanceClass={instance_class}, Engine={engine}, EngineVersion={version}.",
        )
    if take_fault("insufficient-capacity", instanceClass=instance_class) is not None:
        raise RDSClientError(
            "InsufficientDBInstanceCapacity",
            f"Cannot modify the instance class because there are no instances of the requested class available: {instance_class}.",
        )


def become(database: DBInstance, status: str) -> None:
    if database.status not in ("deleting",):
        database.status = status


def modify_db_instance(self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> DBInstance:
    with lock:
        database = self.describe_db_instances(db_instance_identifier)[0]
        if database.status != "available":
            raise RDSClientError(
                "InvalidDBInstanceState",
                f"Database instance is not in available state: {db_instance_identifier} is {database.status}.",
            )
        now = dict(db_kwargs)
        renamed = now.get("new_db_instance_identifier")
        if renamed is not None:
            if renamed in self.databases:
                raise RDSClientError("DBInstanceAlreadyExists", "DB instance already exists")
            if not isinstance(database, DBInstanceClustered):
                keep("renamed", old=db_instance_identifier, new=renamed)
            database.status = "renaming"
            later("reboot", lambda: become(database, "available"))
        pending = dict(database.pending_modified_values or {})
        for name, api_name in PENDABLE.items():
            value = now.pop(name, None)
            if value is None:
                continue
            if value == getattr(database, name, None):
                pending.pop(api_name, None)
            else:
                pending[api_name] = value
        if "DBInstanceClass" in pending:
            require_class(self, database.engine, database.engine_version, pending["DBInstanceClass"])
        database.pending_modified_values = pending or None
        if db_kwargs.get("apply_immediately") and pending:
            apply_pending(database)
        return former["modify_db_instance"](self, db_instance_identifier, now)


def apply_pending(database: DBInstance) -> None:
    """All that is pending, whoever has asked for it: so ApplyImmediately does."""
    applying = dict(database.pending_modified_values or {})
    spoiled = take_fault("incompatible-parameters", instance=database.db_instance_identifier)

    def begin() -> None:
        become(database, "modifying")
        later("modify", restart)

    def restart() -> None:
        if spoiled is not None:
            become(database, "incompatible-parameters")
            return
        become(database, "rebooting")
        if isinstance(database, DBInstanceClustered) and database.is_cluster_writer:
            target = successor(database.cluster)
            if target is not None:
                database.cluster.failover(target)
        later("reboot", end)

    def end() -> None:
        for name, api_name in PENDABLE.items():
            if api_name in applying:
                setattr(database, name, applying[api_name])
        left = {key: value for key, value in (database.pending_modified_values or {}).items() if applying.get(key) != value}
        database.pending_modified_values = left or None
        become(database, "available")

    later("notice", begin)


def successor(cluster: DBCluster) -> DBInstanceClustered | None:
    """The lowest promotion tier, then the larger instance."""
    readers = [one for one in cluster._members if not one.is_cluster_writer and one.status == "available"]
    return min(readers, key=lambda one: (one.promotion_tier, -CLASSES.index(one.db_instance_class)), default=None)


def failover_db_cluster(
    self: RDSBackend, db_cluster_identifier: str, target_db_instance_identifier: str | None = None
) -> DBCluster:
    with lock:
        cluster = self.describe_db_clusters(db_cluster_identifier)[0]
        require_available(cluster)
        target = (
            successor(cluster)
            if target_db_instance_identifier is None
            else next(
                (
                    one
                    for one in cluster._members
                    if one.db_instance_identifier == target_db_instance_identifier and one.status == "available"
                ),
                None,
            )
        )
        if target is None:
            raise InvalidDBClusterStateFault(
                f"Database cluster:{db_cluster_identifier} should have at least two database instances in valid states "
                "or a valid target instance for failover."
            )
        cluster.status = "failing-over"

        def end() -> None:
            cluster.failover(target)
            cluster.status = "available"

        later("failover", end)
        return cluster


def require_available(cluster: DBCluster) -> None:
    if cluster.status != "available":
        raise InvalidDBClusterStateFault(f"DbCluster {cluster.db_cluster_identifier} is in {cluster.status} state.")


def reboot_db_instance(self: RDSBackend, db_instance_identifier: str) -> DBInstance:
    with lock:
        database = self.describe_db_instances(db_instance_identifier)[0]
        if database.status != "available":
            raise RDSClientError("InvalidDBInstanceState", f"Instance {db_instance_identifier} is {database.status}.")
        database.status = "rebooting"
        later("reboot", lambda: become(database, "available"))
        return database


def delete_db_instance(self: RDSBackend, db_instance_identifier: str, **kwargs: Any) -> DBInstance:
    with lock:
        database = self.databases.get(db_instance_identifier)
        if database is None or database.deletion_protection:
            return former["delete_db_instance"](self, db_instance_identifier, **kwargs)
        if database.status == "deleting":
            raise RDSClientError("InvalidDBInstanceState", f"Instance {db_instance_identifier} is already being deleted.")
        database.status = "deleting"

        def end() -> None:
            cluster = getattr(database, "cluster", None)
            former["delete_db_instance"](self, db_instance_identifier, **kwargs)
            if cluster is None:
                keep("deleted", name=db_instance_identifier)
            if cluster is not None and database.is_cluster_writer:
                cluster.designate_writer()

        later("delete", end)
        return database


def create_db_cluster(self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    with lock:
        if kwargs["db_cluster_identifier"].lower() in self.clusters:
            raise RDSClientError("DBClusterAlreadyExistsFault", "DB Cluster already exists")
        kwargs["db_cluster_identifier"] = kwargs["db_cluster_identifier"].lower()
        cluster = former["create_db_cluster"](self, kwargs)
        cluster.pending_modified_values = None
        later("create", lambda: setattr(cluster, "status", "available"))
        return cluster


def modify_db_cluster(self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    with lock:
        cluster = self.describe_db_clusters(kwargs["db_cluster_identifier"])[0]
        require_available(cluster)
        version = kwargs.pop("engine_version", None)
        renamed = kwargs.get("new_db_cluster_identifier")
        if renamed is not None:
            if renamed in self.clusters:
                raise RDSClientError("DBClusterAlreadyExistsFault", "DB Cluster already exists")
            keep("renamed", old=cluster.db_cluster_identifier, new=renamed)
        if version is None or version == cluster.engine_version:
            members = list(cluster._members)
            changed = former["modify_db_cluster"](self, kwargs)
            if renamed is not None:
                cluster.status = "renaming"
                for member in members:
                    member.db_cluster_identifier = renamed
                later("reboot", lambda: setattr(cluster, "status", "available"))
            return changed
        target = next(
            (one for found in engine_versions(cluster.engine, cluster.engine_version) for one in found["ValidUpgradeTarget"]
             if one["EngineVersion"] == version),
            None,
        )
        if target is None:
            raise RDSClientError(
                "InvalidParameterCombination",
                f"Cannot upgrade {cluster.engine} from {cluster.engine_version} to {version}.",
            )
        if target["IsMajorVersionUpgrade"] and not kwargs.get("allow_major_version_upgrade"):
            raise RDSClientError(
                "InvalidParameterCombination",
                "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.",
            )
        cluster.pending_modified_values = {"EngineVersion": version}
        if kwargs.get("apply_immediately"):
            upgrade(cluster, version)
        return cluster


def upgrade(cluster: DBCluster, version: str) -> None:
    def begin() -> None:
        cluster.status = "upgrading"
        for member in cluster._members:
            become(member, "upgrading")
        later("modify", end)

    def end() -> None:
        cluster.engine_version = version
        cluster.pending_modified_values = None
        cluster.status = "available"
        for member in cluster._members:
            become(member, "available")

    later("notice", begin)


def delete_db_cluster(self: RDSBackend, cluster_identifier: str, snapshot_name: str | None = None) -> DBCluster:
    with lock:
        cluster = self.describe_db_clusters(cluster_identifier)[0]
        if cluster.deletion_protection or any(one.status != "deleting" for one in cluster._members):
            return former["delete_db_cluster"](self, cluster_identifier, snapshot_name)
        if snapshot_name is not None:
            former["create_db_cluster_snapshot"](self, cluster_identifier, snapshot_name)
        cluster.status = "deleting"
        later("delete", lambda: remove_cluster(self, cluster_identifier))
        return cluster


def remove_cluster(backend: RDSBackend, cluster_identifier: str) -> None:
    cluster = backend.clusters[cluster_identifier]
    if cluster._members:
        later("delete", lambda: remove_cluster(backend, cluster_identifier))
    else:
        backend.clusters.pop(cluster_identifier)
        keep("deleted", name=cluster_identifier)


def create_db_cluster_snapshot(
    self: RDSBackend,
    db_cluster_identifier: str,
    db_cluster_snapshot_identifier: str,
    snapshot_type: str = "manual",
    tags: list[dict[str, str]] | None = None,
) -> Any:
    with lock:
        if snapshot_type == "manual" and db_cluster_identifier in self.clusters:
            require_available(self.clusters[db_cluster_identifier])
        snapshot = former["create_db_cluster_snapshot"](
            self, db_cluster_identifier, db_cluster_snapshot_identifier, snapshot_type, tags
        )
        if snapshot_type == "manual":
            keep("snapshot", of=db_cluster_identifier, name=db_cluster_snapshot_identifier)
        return slowly(snapshot, snapshot_type)


def create_db_snapshot(
    self: RDSBackend, db_instance_identifier: str, db_snapshot_identifier: str, snapshot_type: str = "manual", **kwargs: Any
) -> Any:
    with lock:
        database = self.databases.get(db_instance_identifier)
        if snapshot_type == "manual" and isinstance(database, DBInstanceClustered):
            raise RDSClientError(
                "InvalidParameterValue", "Operation not supported for Aurora: create a snapshot of the cluster."
            )
        snapshot = former["create_db_snapshot"](
            self, db_instance_identifier, db_snapshot_identifier, snapshot_type, **kwargs
        )
        if snapshot_type == "manual":
            keep("snapshot", of=db_instance_identifier, name=db_snapshot_identifier)
        return slowly(snapshot, snapshot_type)


def create_auto_cluster_snapshot(self: RDSBackend, db_cluster_identifier: str, db_snapshot_identifier: str) -> Any:
    # A cluster of the same name, made in the same minute, has one of its own.
    self.cluster_snapshots.pop(db_snapshot_identifier, None)
    return former["create_auto_cluster_snapshot"](self, db_cluster_identifier, db_snapshot_identifier)


def create_auto_snapshot(self: RDSBackend, db_instance_identifier: str, db_snapshot_identifier: str) -> Any:
    self.database_snapshots.pop(db_snapshot_identifier, None)
    return former["create_auto_snapshot"](self, db_instance_identifier, db_snapshot_identifier)


def slowly(snapshot: Any, snapshot_type: str) -> Any:
    if snapshot_type != "manual":
        return snapshot
    snapshot.status = "creating"
    snapshot.percent_progress = 0
    failed = take_fault("snapshot-fails")

    def end() -> None:
        snapshot.status = "available" if failed is None else "failed"
        snapshot.percent_progress = 100 if failed is None else 40

    later("snapshot", end)
    return snapshot


def require_key(kind: str) -> None:
    if take_fault("key-not-accessible", what=kind) is not None:
        raise RDSClientError("KMSKeyNotAccessibleFault", "The specified KMS key does not exist, is not enabled or you do not have permissions to access it.")


def restore_db_cluster_from_snapshot(self: RDSBackend, from_snapshot_id: str, overrides: dict[str, Any]) -> DBCluster:
    with lock:
        snapshot = self.describe_db_cluster_snapshots(db_cluster_identifier=None, db_snapshot_identifier=name_of(from_snapshot_id))[0]
        if snapshot.status != "available":
            raise RDSClientError("InvalidDBClusterSnapshotStateFault", f"Snapshot {from_snapshot_id} is {snapshot.status}.")
        require_key("restore")
        # What the old one is called is nothing that a new one inherits.
        restored = former["restore_db_cluster_from_snapshot"](self, name_of(from_snapshot_id), {**overrides, "deletion_protection": False})
        restored.deletion_protection = False
        keep("restored", snapshot=name_of(from_snapshot_id), name=restored.db_cluster_identifier)
        later("restore", lambda: setattr(restored, "status", "available"))
        return restored


def restore_db_instance_from_db_snapshot(self: RDSBackend, from_snapshot_id: str, overrides: dict[str, Any]) -> DBInstance:
    with lock:
        snapshot = self.describe_db_snapshots(db_instance_identifier=None, db_snapshot_identifier=name_of(from_snapshot_id))[0]
        if snapshot.status != "available":
            raise RDSClientError("InvalidDBSnapshotState", f"Snapshot {from_snapshot_id} is {snapshot.status}.")
        require_key("restore")
        restored = former["restore_db_instance_from_db_snapshot"](self, name_of(from_snapshot_id), overrides)
        restored.deletion_protection = False
        keep("restored", snapshot=name_of(from_snapshot_id), name=restored.db_instance_identifier)
        return restored


def name_of(snapshot: str) -> str:
    """By its ARN or its name."""
    return snapshot.split(":")[-1]


def describe_db_cluster_snapshots(
    self: RDSBackend, db_cluster_identifier: str | None, db_snapshot_identifier: str, *rest: Any, **kwargs: Any
) -> list[Any]:
    asked = db_snapshot_identifier and name_of(db_snapshot_identifier)
    return former["describe_db_cluster_snapshots"](self, db_cluster_identifier, asked, *rest, **kwargs)


def describe_db_snapshots(
    self: RDSBackend, db_instance_identifier: str | None, db_snapshot_identifier: str | None = None, *rest: Any, **kwargs: Any
) -> list[Any]:
    asked = db_snapshot_identifier and name_of(db_snapshot_identifier)
    return former["describe_db_snapshots"](self, db_instance_identifier, asked, *rest, **kwargs)


def copy_db_cluster_snapshot(self: RDSBackend, source_db_cluster_snapshot_identifier: str, target_db_cluster_snapshot_identifier: str, kms_key_id: str | None = None, **kwargs: Any) -> Any:
    with lock:
        require_key("copy")
        source = name_of(source_db_cluster_snapshot_identifier)
        copied = former["copy_db_cluster_snapshot"](self, source, target_db_cluster_snapshot_identifier, **kwargs)
        copied.kms_key_id = kms_key_id or copied.kms_key_id
        keep("snapshot-copied", old=source, new=target_db_cluster_snapshot_identifier)
        return slowly(copied, "manual")


def copy_db_snapshot(self: RDSBackend, source_db_snapshot_identifier: str, target_db_snapshot_identifier: str, kms_key_id: str | None = None, **kwargs: Any) -> Any:
    with lock:
        require_key("copy")
        source = name_of(source_db_snapshot_identifier)
        copied = former["copy_db_snapshot"](self, source, target_db_snapshot_identifier, **kwargs)
        copied.kms_key_id = kms_key_id or copied.kms_key_id
        keep("snapshot-copied", old=source, new=target_db_snapshot_identifier)
        return slowly(copied, "manual")


def delete_db_cluster_snapshot(self: RDSBackend, db_snapshot_identifier: str) -> Any:
    with lock:
        removed = former["delete_db_cluster_snapshot"](self, db_snapshot_identifier)
        keep("snapshot-deleted", name=db_snapshot_identifier)
        return removed


def delete_db_snapshot(self: RDSBackend, db_snapshot_identifier: str) -> Any:
    with lock:
        removed = former["delete_db_snapshot"](self, db_snapshot_identifier)
        keep("snapshot-deleted", name=db_snapshot_identifier)
        return removed


TAG = re.compile(r"^[\w\s.:/=+\-@]*$")


def add_tags_to_resource(self: RDSBackend, arn: str, tags: list[dict[str, str]]) -> Any:
    for tag in tags:
        if not TAG.match(tag["Key"]) or not TAG.match(tag.get("Value", "")):
            raise RDSClientError("InvalidParameterValue", f"Tag {tag['Key']} has signs that are not allowed.")
    return former["add_tags_to_resource"](self, arn, tags)


def describe_orderable_db_instance_options(self: RDSResponse) -> ActionResult:
    options = orderable(
        self.params["Engine"], self.region, self.params.get("EngineVersion"), self.params.get("DBInstanceClass")
    )
    return PaginatedResult({"OrderableDBInstanceOptions": options})


def describe_db_engine_versions(self: RDSResponse) -> ActionResult:
    return PaginatedResult(
        {
            "DBEngineVersions": engine_versions(
                self.params.get("Engine"), self.params.get("EngineVersion"), bool(self.params.get("IncludeAll"))
            )
        }
    )


def describe_account_attributes(self: RDSResponse) -> ActionResult:
    used = len(self.backend.databases)
    quotas = [{"AccountQuotaName": name, "Used": used, "Max": limit} for name, limit in world.quotas.items()]
    return ActionResult({"AccountQuotas": quotas})


def describe_pending_maintenance_actions(self: RDSResponse) -> ActionResult:
    return ActionResult(
        {
            "PendingMaintenanceActions": [
                {
                    "ResourceIdentifier": self.backend.databases[name].db_instance_arn,
                    "PendingMaintenanceActionDetails": [{"Action": "system-update", "Description": description}],
                }
                for name, description in world.maintenance.items()
            ]
        }
    )


def patch() -> None:
    for function in (
        create_db_instance,
        modify_db_instance,
        failover_db_cluster,
        reboot_db_instance,
        delete_db_instance,
        create_db_cluster,
        modify_db_cluster,
        delete_db_cluster,
        create_db_cluster_snapshot,
        create_db_snapshot,
        restore_db_cluster_from_snapshot,
        restore_db_instance_from_db_snapshot,
        copy_db_cluster_snapshot,
        copy_db_snapshot,
        delete_db_cluster_snapshot,
        delete_db_snapshot,
        add_tags_to_resource,
        describe_db_cluster_snapshots,
        describe_db_snapshots,
        create_auto_cluster_snapshot,
        create_auto_snapshot,
    ):
        setattr(RDSBackend, function.__name__, function)
    for function in (
        describe_orderable_db_instance_options,
        describe_db_engine_versions,
        describe_account_attributes,
    ):
        setattr(RDSResponse, function.__name__, function)
    RDSResponse.describe_pending_maintenance_actions = in_pages(
        describe_pending_maintenance_actions, "PendingMaintenanceActions", "Marker", 1
    )

    def status(self: DBCluster) -> str:
        return self._status

    def set_status(self: DBCluster, value: str) -> None:
        self._status = value

    DBCluster.status = property(status, set_status)
