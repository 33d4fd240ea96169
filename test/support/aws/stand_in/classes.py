"""What RDS can be asked for here: classes that can be ordered, versions of engines, and their quotas."""

from typing import Any

FAMILIES = {
    "t3": ["medium", "large"],
    "t4g": ["medium", "large"],
    "r5": ["large", "xlarge", "2xlarge", "4xlarge"],
    "r6g": ["large", "xlarge", "2xlarge", "4xlarge"],
    "r6gd": ["xlarge", "2xlarge", "4xlarge"],
    "r7g": ["large", "xlarge", "2xlarge", "4xlarge"],
}
CLASSES = [f"db.{family}.{size}" for family, sizes in FAMILIES.items() for size in sizes]

# Newest last. A version leads to those after it in its own major version, and to some of the next one.
VERSIONS = {
    "aurora-postgresql": ["14.6", "14.15", "15.10", "15.12", "16.6", "16.8", "17.4"],
    "postgres": ["14.17", "15.12", "16.6", "16.8", "17.4"],
    "aurora-mysql": ["8.0.mysql_aurora.3.07.1", "8.0.mysql_aurora.3.08.0"],
    "mysql": ["8.0.40", "8.0.41", "8.4.4"],
}

# Nothing new is made with these, and only who asks for all versions is told of them.
DEPRECATED = {"14.6"}


def major(engine: str, version: str) -> str:
    parts = version.split(".")
    return parts[0] if "postgres" in engine else ".".join(parts[:2])


def engine_versions(engine: str | None, version: str | None, with_deprecated: bool = True) -> list[dict[str, Any]]:
    return [
        {
            "Engine": name,
            "EngineVersion": one,
            "DBParameterGroupFamily": f"{name}{major(name, one)}",
            "DBEngineDescription": name,
            "DBEngineVersionDescription": f"{name} {one}",
            "Status": "deprecated" if one in DEPRECATED else "available",
            "ValidUpgradeTarget": targets(name, one),
        }
        for name, versions in VERSIONS.items()
        for one in versions
        if engine in (None, name) and version in (None, one) and (with_deprecated or one not in DEPRECATED)
    ]


def targets(engine: str, version: str) -> list[dict[str, Any]]:
    versions = VERSIONS.get(engine, [])
    if version not in versions:
        return []
    return [
        {
            "Engine": engine,
            "EngineVersion": one,
            "Description": f"{engine} {one}",
            "AutoUpgrade": False,
            "IsMajorVersionUpgrade": major(engine, one) != major(engine, version),
        }
        for one in versions[versions.index(version) + 1 :]
    ]


def orderable(engine: str, region: str, version: str | None, instance_class: str | None) -> list[dict[str, Any]]:
    # The newest family is not offered for the oldest version: real regions have gaps of this kind.
    return [
        {
            "Engine": engine,
            "EngineVersion": one_version,
            "DBInstanceClass": one,
            "LicenseModel": "postgresql-license" if "postgres" in engine else "general-public-license",
            "AvailabilityZones": [{"Name": f"{region}{zone}"} for zone in "abc"],
            "MultiAZCapable": False,
            "ReadReplicaCapable": False,
            "Vpc": True,
            "SupportsStorageEncryption": True,
            "StorageType": "aurora" if engine.startswith("aurora") else "gp2",
            "SupportsClusters": engine.startswith("aurora"),
        }
        for one_version in VERSIONS.get(engine, [])
        for one in CLASSES
        if version in (None, one_version) and instance_class in (None, one)
        if not (one.startswith("db.r7g") and one_version.startswith("14."))
    ]


def can_be_ordered(engine: str, region: str, version: str, instance_class: str) -> bool:
    # A version that this table does not know is one of the tests': every class is offered for it.
    known = version in VERSIONS.get(engine, [])
    return bool(orderable(engine, region, version if known else None, instance_class))
