"""Clusters and their instances as resources of a stack. What cannot be changed in place is replaced, as CloudFormation does."""

import random
import string
from typing import Any

from moto.core.common_models import CloudFormationModel
from moto.rds.models import DBCluster, DBInstance, rds_backends

REPLACED = {
    "AWS::RDS::DBCluster": {
        "AvailabilityZones",
        "DatabaseName",
        "DBClusterIdentifier",
        "DBSubnetGroupName",
        "Engine",
        "KmsKeyId",
        "MasterUsername",
        "SnapshotIdentifier",
        "StorageEncrypted",
    },
    "AWS::RDS::DBInstance": {"DBClusterIdentifier", "DBInstanceIdentifier", "Engine", "DBSubnetGroupName", "MasterUsername"},
}

FAILED = ("failed", "incompatible-parameters", "incompatible-network", "incompatible-restore", "storage-full")


class ClusterOfStack(CloudFormationModel):
    # moto counts what it makes by the service in the name of its module.
    __module__ = "moto.rds.models"

    def __init__(self, cluster: DBCluster):
        self.backend = cluster.backend
        self.name = cluster.db_cluster_identifier

    @property
    def cluster(self) -> DBCluster:
        # Whatever has that name now: one that was restored may have taken the place of another.
        return self.backend.clusters[self.name]

    @property
    def physical_resource_id(self) -> str:
        return self.name

    @staticmethod
    def cloudformation_name_type() -> str:
        return "DBClusterIdentifier"

    @staticmethod
    def cloudformation_type() -> str:
        return "AWS::RDS::DBCluster"

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return attr in ("Endpoint.Address", "Endpoint.Port", "ReadEndpoint.Address", "DBClusterArn", "DBClusterResourceId")

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        return {
            "Endpoint.Address": self.cluster.endpoint,
            "Endpoint.Port": str(self.cluster.port),
            "ReadEndpoint.Address": self.cluster.reader_endpoint,
            "DBClusterArn": self.cluster.db_cluster_arn,
            "DBClusterResourceId": self.cluster.db_cluster_resource_id,
        }[attribute_name]

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
    ) -> "ClusterOfStack":
        given = cloudformation_json["Properties"]
        cluster = rds_backends[account_id][region_name].create_db_cluster(
            {
                "db_cluster_identifier": physical_id(given.get("DBClusterIdentifier"), resource_name),
                "engine": given["Engine"],
                "engine_version": given.get("EngineVersion"),
                "database_name": given.get("DatabaseName"),
                "master_username": given.get("MasterUsername") or "postgres",
                "master_user_password": "not-a-real-password",
                "backup_retention_period": int(given.get("BackupRetentionPeriod", 1)),
                "storage_encrypted": as_boolean(given.get("StorageEncrypted")),
                "deletion_protection": as_boolean(given.get("DeletionProtection")),
                "copy_tags_to_snapshot": as_boolean(given.get("CopyTagsToSnapshot")),
                "preferred_maintenance_window": given.get("PreferredMaintenanceWindow", "wed:02:40-wed:03:10"),
                "port": int(given["Port"]) if "Port" in given else None,
                "tags": given.get("Tags"),
            }
        )
        return cls(cluster)

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource: Any, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> "ClusterOfStack":
        given = cloudformation_json["Properties"]
        rds_backends[account_id][region_name].modify_db_cluster(
            {
                "db_cluster_identifier": original_resource.physical_resource_id,
                "engine_version": given.get("EngineVersion"),
                "backup_retention_period": int(given.get("BackupRetentionPeriod", 1)),
                "deletion_protection": as_boolean(given.get("DeletionProtection")),
                "allow_major_version_upgrade": True,
                "apply_immediately": True,
            }
        )
        return original_resource

    def delete(self, account_id: str, region_name: str) -> None:
        rds_backends[account_id][region_name].delete_db_cluster(self.physical_resource_id)


def create_instance(
    cls: type[DBInstance], resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
) -> DBInstance:
    given = cloudformation_json["Properties"]
    if "DBClusterIdentifier" not in given:
        return former_create(resource_name, cloudformation_json, account_id, region_name, **kwargs)
    cluster = given["DBClusterIdentifier"]
    database = rds_backends[account_id][region_name].create_db_instance(
        {
            "db_instance_identifier": physical_id(given.get("DBInstanceIdentifier"), resource_name),
            "db_instance_class": given["DBInstanceClass"],
            "engine": given["Engine"],
            "db_cluster_identifier": getattr(cluster, "physical_resource_id", cluster).lower(),
            "promotion_tier": int(given.get("PromotionTier", 1)),
            "preferred_maintenance_window": given.get("PreferredMaintenanceWindow", "wed:06:38-wed:07:08"),
            "tags": given.get("Tags"),
        }
    )
    database.name_in_stack = database.db_instance_identifier
    return database


def update_instance(
    cls: type[DBInstance],
    original_resource: Any,
    new_resource_name: str,
    cloudformation_json: Any,
    account_id: str,
    region_name: str,
) -> DBInstance:
    given = cloudformation_json["Properties"]
    wanted: dict[str, Any] = {"db_instance_class": given.get("DBInstanceClass"), "apply_immediately": True}
    if "PromotionTier" in given:
        wanted["promotion_tier"] = int(given["PromotionTier"])
    name = getattr(original_resource, "name_in_stack", original_resource.db_instance_identifier)
    changed = rds_backends[account_id][region_name].modify_db_instance(name, wanted)
    changed.name_in_stack = name
    return changed


def physical_id(given: Any, generated: str) -> str:
    # A name that was generated is shortened and unique: a replacement stands beside what it replaces.
    if isinstance(given, str):
        return given.lower()
    suffix = "".join(random.choices(string.ascii_lowercase + string.digits, k=12))
    return f"{generated.lower().replace('_', '-')[:50].rstrip('-')}-{suffix}"


def as_boolean(value: Any) -> bool:
    return str(value).lower() == "true"


def is_ready(resource: Any) -> bool:
    """Whether CloudFormation goes on from here. Raises where the resource will never be ready."""
    database = resource.cluster if isinstance(resource, ClusterOfStack) else resource
    if not isinstance(database, (DBCluster, DBInstance)):
        return True
    if database.status in FAILED:
        raise RuntimeError(f"DB Instance is in state: {database.status}")
    if isinstance(database, DBInstance) and getattr(database, "pending_modified_values", None):
        return False
    return database.status == "available"


def is_gone(resource: Any) -> bool:
    if isinstance(resource, ClusterOfStack):
        return resource.name not in resource.backend.clusters
    if isinstance(resource, DBInstance):
        return resource.db_instance_identifier not in resource.backend.databases
    return True


former_create = DBInstance.create_from_cloudformation_json


def patch() -> None:
    DBInstance.create_from_cloudformation_json = classmethod(create_instance)
    DBInstance.update_from_cloudformation_json = classmethod(update_instance)
