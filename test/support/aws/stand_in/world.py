"""Time, faults and the calls that were made: what all parts of the stand-in share."""

import json
import threading
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Any, Callable

# One lock for all that timers change: moto has none of its own.
lock = threading.RLock()
# Told when what is under way may be due otherwise than it was.
changed = threading.Condition(lock)

# Seconds. A test that wants to look at what lies between makes them longer, and shorter again when it has looked.
USUAL_DURATIONS = {
    "notice": 0.1,  # how long a status still reads "available" after a modification was asked for
    "create": 0.2,
    "modify": 0.4,
    "reboot": 0.2,
    "failover": 0.3,
    "delete": 0.2,
    "snapshot": 0.3,
    "restore": 0.3,
    "resource": 0.02,  # what CloudFormation needs for a resource that is ready at once
    "start": 0.2,  # of a task
    "fail": 0.2,  # until a task that fails has stopped
    "stop": 0.1,
}


@dataclass
class World:
    durations: dict[str, float] = field(default_factory=lambda: dict(USUAL_DURATIONS))
    faults: list[dict[str, Any]] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)
    quotas: dict[str, int] = field(default_factory=lambda: {"DBInstances": 40})
    # What is due, by instance.
    maintenance: dict[str, str] = field(default_factory=dict)
    generation: int = 0
    # Who keeps what is in the databases, and copies it as snapshots are taken and restored: its address.
    storage: str | None = None

    def reset(self) -> None:
        with lock:
            self.durations = dict(USUAL_DURATIONS)
            self.faults = []
            self.calls = []
            self.quotas = {"DBInstances": 40}
            self.maintenance = {}
            self.storage = None
            self.generation += 1
            changed.notify_all()


world = World()


def later(kind: str, action: Callable[[], None]) -> None:
    """Does something when the time for it, as it is then, has passed, unless all was reset meanwhile."""
    generation = world.generation
    began = time.monotonic()

    def due() -> None:
        with changed:
            while generation == world.generation:
                left = began + world.durations[kind] - time.monotonic()
                if left <= 0:
                    action()
                    return
                changed.wait(left)

    threading.Thread(target=due, daemon=True).start()


def keep(event: str, **about: str) -> None:
    """Has what is in a database copied, moved or removed, where a test has databases behind the clusters."""
    if world.storage is None:
        return
    body = json.dumps({"event": event, **about}).encode()
    with urllib.request.urlopen(urllib.request.Request(world.storage, data=body, method="POST"), timeout=60):
        pass


def take_fault(kind: str, **about: Any) -> dict[str, Any] | None:
    """A fault that was asked for and is about this; it is used up by being taken so many times."""
    with lock:
        for fault in world.faults:
            if fault["kind"] != kind:
                continue
            if any(fault.get(name) not in (None, value) for name, value in about.items()):
                continue
            if fault.get("after", 0) > 0:
                fault["after"] -= 1
                continue
            if fault.get("times") is not None:
                fault["times"] -= 1
                if fault["times"] <= 0:
                    world.faults.remove(fault)
            return fault
    return None
