"""Stacks that take time: resource after resource in the order of their dependencies, with events, and a way back."""

import json
import threading
import time
from typing import Any, Callable

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Change, ChangeSet, CloudFormationBackend, Stack
from moto.cloudformation.parsing import ResourceMap, clean_json, parse_and_update_resource
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult

from paging import in_pages
from rds_resources import REPLACED as REPLACED_DATABASES
from rds_resources import is_gone, is_ready
from world import lock, take_fault, world

POLL = 0.02

REPLACED = {**REPLACED_DATABASES, "AWS::ECS::TaskDefinition": {"ContainerDefinitions", "Cpu", "Family", "Memory"}}


class Failed(Exception):
    """A resource that could not be brought to what the template says."""

    def __init__(self, logical_id: str, reason: str):
        super().__init__(reason)
        self.logical_id = logical_id


class Reset(Exception):
    """All was reset while this worked."""


def in_background(stack: Stack, work: Callable[[], None]) -> None:
    generation = world.generation

    def run() -> None:
        try:
            work()
        except Reset:
            pass
        except Exception as error:  # pylint: disable=broad-except
            stack.status_reason = str(error)
            if generation == world.generation:
                say(stack, f"{stack.status.split('_')[0]}_ROLLBACK_FAILED".replace("ROLLBACK_ROLLBACK", "ROLLBACK"), str(error))

    stack.generation = generation
    threading.Thread(target=run, daemon=True).start()


def pause(stack: Stack, seconds: float) -> None:
    time.sleep(seconds)
    if stack.generation != world.generation:
        raise Reset()


def say(stack: Stack, status: str, reason: str | None = None) -> None:
    with lock:
        stack.status = status
        stack.status_reason = reason
        stack._add_stack_event(status, resource_status_reason=reason)


def say_of(stack: Stack, logical_id: str, status: str, reason: str | None = None) -> None:
    with lock:
        resource = stack.resource_map._parsed_resources.get(logical_id)
        kind = stack.resource_map._resource_json_map.get(logical_id, {}).get("Type") or getattr(resource, "cf_resource_type", "")
        stack._add_stack_event(status, resource_status_reason=reason)
        event = stack.events[-1]
        event.logical_resource_id = logical_id
        event.physical_resource_id = getattr(resource, "physical_resource_id", None) or ""
        event.resource_type = kind


def ordered(resources: dict[str, Any]) -> list[str]:
    """Each after what it refers to, and after what it depends on."""
    done: list[str] = []

    def visit(name: str, path: tuple[str, ...] = ()) -> None:
        if name in done or name in path or name not in resources:
            return
        for other in dependencies(resources[name]):
            visit(other, (*path, name))
        done.append(name)

    for name in resources:
        visit(name)
    return done


def dependencies(resource: dict[str, Any]) -> list[str]:
    named = resource.get("DependsOn", [])
    return [*([named] if isinstance(named, str) else named), *references(resource.get("Properties", {}))]


def references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in references(one)]
    if not isinstance(value, dict):
        return []
    found = [value["Ref"]] if isinstance(value.get("Ref"), str) else []
    if "Fn::GetAtt" in value:
        target = value["Fn::GetAtt"]
        found.append(target.split(".")[0] if isinstance(target, str) else target[0])
    return [*found, *(name for one in value.values() for name in references(one))]


def bring(stack: Stack, logical_id: str, verb: str, act: Callable[[], Any]) -> None:
    """Does one thing to one resource, and waits until it has it."""
    say_of(stack, logical_id, f"{verb}_IN_PROGRESS")
    pause(stack, world.durations["resource"])
    try:
        if take_fault("resource-fails", resource=logical_id) is not None:
            raise RuntimeError("Resource handler returned message: \"it was asked to fail\"")
        resource = act()
        while not is_ready(resource):
            pause(stack, POLL)
    except Reset:
        raise
    except Exception as error:
        say_of(stack, logical_id, f"{verb}_FAILED", handler_words(error))
        raise Failed(logical_id, handler_words(error)) from error
    say_of(stack, logical_id, f"{verb}_COMPLETE")


def handler_words(error: Exception) -> str:
    code = getattr(error, "code", None)
    if code is None:
        return str(error)
    return f'Resource handler returned message: "{error} (Service: Rds, Status Code: 400)" (HandlerErrorCode: {code})'


def create(stack: Stack) -> None:
    stack.status = "CREATE_IN_PROGRESS"
    resources = stack.template_dict["Resources"]

    def work() -> None:
        done: list[str] = []
        try:
            for name in ordered(resources):
                done.append(name)
                bring(stack, name, "CREATE", lambda name=name: stack.resource_map[name])
        except Failed as failed:
            say(stack, "ROLLBACK_IN_PROGRESS", f"The following resource(s) failed to create: [{failed.logical_id}].")
            for name in reversed(done):
                remove(stack, name, resources[name])
            say(stack, "ROLLBACK_COMPLETE")
            return
        stack.description = stack.template_dict.get("Description")
        say(stack, "CREATE_COMPLETE")

    in_background(stack, work)


def update(
    stack: Stack,
    template: str,
    role_arn: str | None = None,
    parameters: dict[str, Any] | None = None,
    tags: dict[str, str] | None = None,
) -> None:
    if stack.status.endswith("_IN_PROGRESS") or stack.status.endswith("_FAILED") or stack.status == "ROLLBACK_COMPLETE":
        raise ValidationError(message=f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")
    before = stack.template_dict["Resources"]
    wanted = Stack.parse_template(template)
    changes = stack.resource_map.build_resource_diff(wanted, parameters)
    if wanted == stack.template_dict and not changes["Modify"]:
        raise ValidationError(message="No updates are to be performed.")
    former = (stack.template, stack.parameters)
    say(stack, "UPDATE_IN_PROGRESS", "User Initiated")
    stack.tags = tags if tags is not None else stack.tags
    load(stack, template, parameters)

    def work() -> None:
        after = stack.template_dict["Resources"]
        added: list[str] = []
        modified: list[str] = []
        replaced: list[tuple[str, Any, dict[str, Any]]] = []
        try:
            for name in ordered(after):
                if name in changes["Add"]:
                    added.append(name)
                    bring(stack, name, "CREATE", lambda name=name: stack.resource_map[name])
                elif name in changes["Modify"] or follows(after[name], replaced):
                    modified.append(name)
                    change(stack, name, before[name], replaced)
        except Failed as failed:
            say(stack, "UPDATE_ROLLBACK_IN_PROGRESS", f"The following resource(s) failed to update: [{failed.logical_id}].")
            roll_back(stack, former, before, added, modified)
            return
        say(stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        for name, resource, json_of in replaced:
            remove_resource(stack, name, resource, json_of)
        for name in reversed(ordered(before)):
            if name in changes["Remove"]:
                remove(stack, name, before[name])
        say(stack, "UPDATE_COMPLETE")

    in_background(stack, work)


def follows(resource: dict[str, Any], replaced: list[tuple[str, Any, dict[str, Any]]]) -> bool:
    """Whether what it refers to is another one now, under the same name."""
    return not {name for name, _, _ in replaced}.isdisjoint(references(resource.get("Properties", {})))


def load(stack: Stack, template: str, parameters: dict[str, Any] | None) -> None:
    stack.template = template
    stack._parse_template()
    stack.resource_map._template = stack.template_dict
    if parameters:
        stack.resource_map.input_parameters = parameters
        stack.parameters = parameters
    stack.resource_map.load_mapping()
    stack.resource_map.load_parameters()
    stack.resource_map.load_conditions()
    stack.resource_map._resource_json_map = stack.template_dict["Resources"]
    stack.output_map = stack._create_output_map()


def change(stack: Stack, name: str, before: dict[str, Any], replaced: list[tuple[str, Any, dict[str, Any]]]) -> None:
    known = stack.resource_map
    after = known._resource_json_map[name]

    def act() -> Any:
        original = known._parsed_resources.get(name)
        if original is None:
            return None
        if must_be_replaced(before, after, known):
            del known._parsed_resources[name]
            replaced.append((name, original, before))
            return known[name]
        if properties(before, known) == properties(after, known) and not follows(after, replaced):
            return original
        changed = parse_and_update_resource(name, after, known, account_id=known._account_id, region_name=known._region_name)
        known._parsed_resources[name] = changed if changed is not None else original
        return known._parsed_resources[name]

    bring(stack, name, "UPDATE", act)


def properties(resource: dict[str, Any], known: ResourceMap) -> Any:
    return json.loads(json.dumps(clean_json(resource.get("Properties", {}), known), default=str))


def must_be_replaced(before: dict[str, Any], after: dict[str, Any], known: ResourceMap) -> bool:
    one, other = properties(before, known), properties(after, known)
    return any(one.get(key) != other.get(key) for key in REPLACED.get(after["Type"], ()))


def roll_back(
    stack: Stack, former: tuple[Any, Any], before: dict[str, Any], added: list[str], modified: list[str]
) -> None:
    attempted = stack.template_dict["Resources"]
    try:
        if take_fault("rollback-fails", stack=stack.name) is not None:
            name = modified[0] if modified else added[0]
            say_of(stack, name, "UPDATE_FAILED", "It was asked to fail.")
            raise Failed(name, "It was asked to fail.")
        for name in reversed(added):
            remove(stack, name, attempted[name])
        load(stack, former[0], former[1])
        back: list[tuple[str, Any, dict[str, Any]]] = []
        for name in modified:
            change(stack, name, attempted[name], back)
    except Failed as failed:
        say(stack, "UPDATE_ROLLBACK_FAILED", f"The following resource(s) failed to update: [{failed.logical_id}].")
        return
    say(stack, "UPDATE_ROLLBACK_COMPLETE")


def remove(stack: Stack, name: str, resource_json: dict[str, Any]) -> None:
    resource = stack.resource_map._parsed_resources.get(name)
    if resource is None:
        return
    remove_resource(stack, name, resource, resource_json)
    stack.resource_map._parsed_resources.pop(name, None)


def remove_resource(stack: Stack, name: str, resource: Any, resource_json: dict[str, Any]) -> None:
    if resource_json.get("DeletionPolicy") == "Retain":
        return
    say_of(stack, name, "DELETE_IN_PROGRESS")
    if resource_json.get("DeletionPolicy") == "Snapshot" and hasattr(resource, "cluster"):
        resource.cluster.backend.create_db_cluster_snapshot(
            resource.physical_resource_id, f"{resource.physical_resource_id}-final"
        )
    try:
        stack.resource_map._delete_resource(resource, resource_json)
    except Exception as error:
        say_of(stack, name, "DELETE_FAILED", handler_words(error))
        raise Failed(name, handler_words(error)) from error
    while not is_gone(resource):
        pause(stack, POLL)
    say_of(stack, name, "DELETE_COMPLETE")


def delete_stack(self: CloudFormationBackend, name_or_stack_id: str) -> None:
    stack = next((one for one in self.stacks.values() if name_or_stack_id in (one.stack_id, one.name)), None)
    if stack is None or stack.status == "DELETE_IN_PROGRESS":
        return
    say(stack, "DELETE_IN_PROGRESS", "User Initiated")

    def work() -> None:
        try:
            for name in reversed(ordered(stack.template_dict["Resources"])):
                remove(stack, name, stack.template_dict["Resources"][name])
        except Failed as failed:
            say(stack, "DELETE_FAILED", f"The following resource(s) failed to delete: [{failed.logical_id}].")
            return
        say(stack, "DELETE_COMPLETE")
        self.deleted_stacks[stack.stack_id] = self.stacks.pop(stack.stack_id)

    in_background(stack, work)


def resources_of(stack: Stack) -> list[Any]:
    known = stack.resource_map
    return [known._parsed_resources[name] for name in known._resource_json_map if known._parsed_resources.get(name)]


def changes_of(change_set: ChangeSet) -> list[Change]:
    stack = change_set.stack
    known = stack.resource_map
    before = stack.template_dict.get("Resources", {})
    found = known.build_resource_diff(change_set.template_dict) if before else {"Add": list(change_set.template_dict["Resources"])}
    made: list[Change] = []
    for action, names in found.items():
        for name in names:
            now = change_set.template_dict["Resources"].get(name) or before[name]
            one = Change(action, name, now["Type"])
            if action == "Modify":
                one.replacement = "True" if must_be_replaced(before[name], now, known) else "False"
            one.physical_resource_id = getattr(known._parsed_resources.get(name), "physical_resource_id", None)
            made.append(one)
    return made


def named_change_set(backend: CloudFormationBackend, name: str, stack_name: str | None) -> ChangeSet | None:
    return next(
        (
            one
            for one in backend.change_sets.values()
            if one.change_set_id == name
            or (one.change_set_name == name and stack_name in (None, one.stack_name, one.stack_id))
        ),
        None,
    )


def describe_change_set(self: CloudFormationResponse) -> ActionResult:
    name = self._get_param("ChangeSetName")
    change_set = named_change_set(self.cloudformation_backend, name, self._get_param("StackName"))
    if change_set is None:
        from moto.cloudformation.exceptions import CloudFormationError

        raise CloudFormationError("ChangeSetNotFound", f"ChangeSet [{name}] does not exist")
    return ActionResult(change_set)


def delete_change_set(self: CloudFormationResponse) -> ActionResult:
    change_set = named_change_set(
        self.cloudformation_backend, self._get_param("ChangeSetName"), self._get_param("StackName")
    )
    if change_set is not None:
        self.cloudformation_backend.change_sets.pop(change_set.change_set_id)
    return EmptyResult()


def execute_change_set(self: CloudFormationResponse) -> ActionResult:
    change_set = named_change_set(
        self.cloudformation_backend, self._get_param("ChangeSetName"), self._get_param("StackName")
    )
    if change_set is None:
        raise ValidationError(self._get_param("ChangeSetName"))
    stack = change_set.stack
    if change_set.change_set_type == "CREATE":
        load(stack, change_set.template, change_set.parameters)
        stack.template_dict = change_set.template_dict
        create(stack)
    else:
        update(stack, change_set.template, parameters=change_set.parameters)
    change_set.execution_status = "EXECUTE_COMPLETE"
    self.cloudformation_backend.change_sets.pop(change_set.change_set_id, None)
    return EmptyResult()


def patch() -> None:
    for name, key, length in (("list_stack_resources", "StackResourceSummaries", 2), ("describe_stack_events", "StackEvents", 5)):
        setattr(CloudFormationResponse, name, in_pages(getattr(CloudFormationResponse, name), key, "NextToken", length))
    Stack.create_resources = create
    Stack.update = update
    Stack.stack_resources = property(resources_of)
    ChangeSet.diff = changes_of
    CloudFormationBackend.delete_stack = delete_stack
    for function in (describe_change_set, delete_change_set, execute_change_set):
        setattr(CloudFormationResponse, function.__name__, function)

    shown = Stack.outputs
    exported = Stack.exports

    # moto makes a resource when it is looked at.
    def is_whole(stack: Stack) -> bool:
        return stack.status in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE")

    Stack.outputs = property(lambda self: shown.fget(self) if is_whole(self) else None)
    Stack.exports = property(lambda self: exported.fget(self) if is_whole(self) else [])
