"""ECS as far as a service's update needs it: deployments that take time, tasks that run or fail, a circuit breaker."""

import hashlib
import random
import uuid
from datetime import datetime, timezone
from typing import Any

from moto.core.responses import ActionResult
from moto.ecs.models import EC2ContainerServiceBackend, Service
from moto.ecs.responses import EC2ContainerServiceResponse

from paging import in_pages
from world import later, lock, take_fault, world

former = {
    "make_service": EC2ContainerServiceBackend.create_service,
    "create_service": EC2ContainerServiceResponse.create_service,
    "list_tasks": EC2ContainerServiceResponse.list_tasks,
    "describe_tasks": EC2ContainerServiceResponse.describe_tasks,
}

# How many tasks of a deployment may fail before the circuit breaker ends it.
BREAKS_AT = 3


def create_service(self: EC2ContainerServiceResponse) -> ActionResult:
    with lock:
        answered = former["create_service"](self)
        service = self.ecs_backend._get_service(self._get_param("cluster", "default"), self._get_param("serviceName"))
        service.deployment_configuration = self._get_param("deploymentConfiguration") or {}
        return answered


def make_service(self: EC2ContainerServiceBackend, *args: Any, **named: Any) -> Service:
    """Asked for, or made by a stack."""
    with lock:
        service = former["make_service"](self, *args, **named)
        service.deployment_configuration = {}
        service.all_tasks = []
        service.deployments = []
        service.running_count = service.pending_count = 0
        deploy(self, service)
        return service


def update_service(self: EC2ContainerServiceBackend, service_properties: dict[str, Any]) -> Service:
    with lock:
        service = self._get_service(
            service_properties.get("cluster", "default"), service_properties["service"].split("/")[-1]
        )
        wanted = service_properties.get("task_definition")
        if service_properties.get("deployment_configuration") is not None:
            service.deployment_configuration = service_properties["deployment_configuration"]
        if service_properties.get("desired_count") is not None:
            service.desired_count = service_properties["desired_count"]
        if wanted is not None:
            service.task_definition = self.describe_task_definition(wanted).arn
        if wanted is not None or service_properties.get("force_new_deployment"):
            deploy(self, service)
        else:
            scale(self, service)
        return service


def deploy(backend: EC2ContainerServiceBackend, service: Service, reason: str | None = None) -> None:
    for one in service.deployments:
        one["status"] = "ACTIVE"
    made = {
        "id": f"ecs-svc/{random.randint(10**18, 10**19)}",
        "status": "PRIMARY",
        "taskDefinition": service.task_definition,
        "desiredCount": service.desired_count,
        "pendingCount": 0,
        "runningCount": 0,
        "failedTasks": 0,
        "launchType": service.launch_type,
        "rolloutState": "IN_PROGRESS",
        "createdAt": now(),
        "updatedAt": now(),
    }
    made["rolloutStateReason"] = reason or f"ECS deployment {made['id']} in progress."
    service.deployments.insert(0, made)
    start(backend, service, made)


def now() -> datetime:
    return datetime.now(timezone.utc)


def start(backend: EC2ContainerServiceBackend, service: Service, deployment: dict[str, Any]) -> None:
    definition = backend.describe_task_definition(deployment["taskDefinition"])
    tasks = [new_task(service, definition, deployment) for _ in range(deployment["desiredCount"])]
    service.all_tasks.extend(tasks)
    count(service)
    image = definition.container_definitions[0].get("image")
    failing = take_fault("task-fails", service=service.name, image=image)
    slow = take_fault("task-hangs", service=service.name, image=image)
    if slow is None:
        later("start", lambda: started(backend, service, deployment, tasks, failing))


def new_task(service: Service, definition: Any, deployment: dict[str, Any]) -> dict[str, Any]:
    arn = f"{service.cluster_arn.replace(':cluster/', ':task/')}/{uuid.uuid4().hex}"
    return {
        "taskArn": arn,
        "clusterArn": service.cluster_arn,
        "taskDefinitionArn": definition.arn,
        "group": f"service:{service.name}",
        "startedBy": deployment["id"],
        "launchType": service.launch_type,
        "lastStatus": "PENDING",
        "desiredStatus": "RUNNING",
        "healthStatus": "UNKNOWN",
        "createdAt": now(),
        "containers": [
            {
                "name": one["name"],
                "image": one["image"],
                "imageDigest": digest_of(one["image"]),
                "lastStatus": "PENDING",
                "healthStatus": "UNKNOWN",
                "taskArn": arn,
            }
            for one in definition.container_definitions
        ],
        "checked": any("healthCheck" in one for one in definition.container_definitions),
    }


def digest_of(image: str) -> str:
    """What the registry of the stand-in has below a tag; a test can move one."""
    moved = take_fault("other-image", image=image)
    if moved is not None:
        return moved["digest"]
    if "@" in image:
        return image.split("@")[1]
    return "sha256:" + hashlib.sha256(image.encode()).hexdigest()


def started(
    backend: EC2ContainerServiceBackend,
    service: Service,
    deployment: dict[str, Any],
    tasks: list[dict[str, Any]],
    failing: dict[str, Any] | None,
) -> None:
    if deployment not in service.deployments:
        return
    if failing is not None:
        later("fail", lambda: failed(backend, service, deployment, tasks, failing))
        return
    # What was stopped before it had started does not start any more.
    for task in (one for one in tasks if one["desiredStatus"] == "RUNNING"):
        task["lastStatus"] = "RUNNING"
        task["healthStatus"] = "HEALTHY" if task["checked"] else "UNKNOWN"
        for container in task["containers"]:
            container["lastStatus"] = "RUNNING"
            container["healthStatus"] = task["healthStatus"]
    count(service)
    later("stop", lambda: completed(service, deployment))


def completed(service: Service, deployment: dict[str, Any]) -> None:
    if deployment not in service.deployments or deployment["status"] != "PRIMARY":
        return
    for task in service.all_tasks:
        if task["startedBy"] != deployment["id"]:
            stop(task, f"Scaling activity initiated by (deployment {task['startedBy']})", "ServiceSchedulerInitiated")
    service.deployments = [deployment]
    deployment["rolloutState"] = "COMPLETED"
    deployment["rolloutStateReason"] = f"ECS deployment {deployment['id']} completed."
    count(service)
    service.events.insert(
        0, {"id": str(uuid.uuid4()), "createdAt": now(), "message": f"(service {service.name}) has reached a steady state."}
    )


def failed(
    backend: EC2ContainerServiceBackend,
    service: Service,
    deployment: dict[str, Any],
    tasks: list[dict[str, Any]],
    failing: dict[str, Any],
) -> None:
    if deployment not in service.deployments:
        return
    for task in tasks:
        stop(task, failing.get("reason", "Essential container in task exited"), failing.get("code", "EssentialContainerExited"))
        task["containers"][0].update(
            {name: failing[of] for name, of in (("exitCode", "exitCode"), ("reason", "containerReason")) if of in failing}
        )
    deployment["failedTasks"] += len(tasks)
    count(service)
    breaker = service.deployment_configuration.get("deploymentCircuitBreaker") or {}
    if not breaker.get("enable") or deployment["failedTasks"] < BREAKS_AT:
        deployment["desiredCount"] = service.desired_count
        again = {**failing}
        with lock:
            world.faults.append({**again, "times": 1, "after": 0})
        start(backend, service, deployment)
        return
    deployment["rolloutState"] = "FAILED"
    deployment["rolloutStateReason"] = "ECS deployment circuit breaker: tasks failed to start."
    former_one = next((one for one in service.deployments if one["rolloutState"] == "COMPLETED"), None)
    if breaker.get("rollback") and former_one is not None:
        service.task_definition = former_one["taskDefinition"]
        deploy(backend, service, f"ECS deployment circuit breaker: rolling back to deploymentId {former_one['id']}.")


def stop(task: dict[str, Any], reason: str, code: str) -> None:
    if task["lastStatus"] == "STOPPED":
        return
    task.update(
        {"lastStatus": "STOPPED", "desiredStatus": "STOPPED", "stoppedReason": reason, "stopCode": code, "stoppedAt": now()}
    )
    for container in task["containers"]:
        container["lastStatus"] = "STOPPED"


def scale(backend: EC2ContainerServiceBackend, service: Service) -> None:
    primary = service.deployments[0]
    primary["desiredCount"] = service.desired_count
    alive = [task for task in service.all_tasks if task["lastStatus"] != "STOPPED"]
    definition = backend.describe_task_definition(primary["taskDefinition"])
    if len(alive) < service.desired_count:
        made = [new_task(service, definition, primary) for _ in range(service.desired_count - len(alive))]
        service.all_tasks.extend(made)
        count(service)
        later("start", lambda: started(backend, service, primary, made, None))
        return

    def end() -> None:
        for task in alive[service.desired_count :]:
            stop(task, "Scaling activity initiated by (deployment)", "ServiceSchedulerInitiated")
        count(service)

    later("stop", end)


def count(service: Service) -> None:
    for deployment in service.deployments:
        own = [task for task in service.all_tasks if task["startedBy"] == deployment["id"]]
        deployment["runningCount"] = sum(task["lastStatus"] == "RUNNING" for task in own)
        deployment["pendingCount"] = sum(task["lastStatus"] == "PENDING" for task in own)
        deployment["updatedAt"] = now()
    service.running_count = sum(one["runningCount"] for one in service.deployments)
    service.pending_count = sum(one["pendingCount"] for one in service.deployments)


def tasks_of(backend: EC2ContainerServiceBackend, cluster: str) -> list[dict[str, Any]]:
    arn = backend._get_cluster(cluster).arn
    return [
        task for service in backend.services.values() if service.cluster_arn == arn for task in getattr(service, "all_tasks", [])
    ]


def list_tasks(self: EC2ContainerServiceResponse) -> ActionResult:
    name = self._get_param("serviceName")
    if name is None:
        return former["list_tasks"](self)
    status = self._get_param("desiredStatus", "RUNNING")
    with lock:
        found = [
            task["taskArn"]
            for task in tasks_of(self.ecs_backend, self._get_param("cluster", "default"))
            if task["group"] == f"service:{name.split('/')[-1]}" and task["desiredStatus"] == status
        ]
    return ActionResult({"taskArns": found})


def describe_tasks(self: EC2ContainerServiceResponse) -> ActionResult:
    asked = self._get_param("tasks", [])
    with lock:
        own = [
            {name: value for name, value in task.items() if name != "checked"}
            for task in tasks_of(self.ecs_backend, self._get_param("cluster", "default"))
            if task["taskArn"] in asked
        ]
    return ActionResult({"tasks": own, "failures": []}) if own else former["describe_tasks"](self)


def patch() -> None:
    for function in (create_service, describe_tasks):
        setattr(EC2ContainerServiceResponse, function.__name__, function)
    EC2ContainerServiceResponse.list_tasks = in_pages(list_tasks, "taskArns", "nextToken", 3)
    EC2ContainerServiceBackend.create_service = make_service
    EC2ContainerServiceBackend.update_service = update_service
