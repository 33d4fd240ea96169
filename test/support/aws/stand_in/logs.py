"""Amazon CloudWatch Logs as far as reading a service's log needs it: streams by the beginning of their names, in order of time."""

import json

from moto.logs.responses import LogsResponse

former = LogsResponse.filter_log_events


def filter_log_events(self: LogsResponse) -> str:
    prefix = self._get_param("logStreamNamePrefix")
    group = self.logs_backend.groups.get(self._get_param("logGroupName"))
    if prefix is None or group is None:
        return former(self)
    names = [name for name in group.streams if name.startswith(prefix)]
    if not names:
        return json.dumps({"events": [], "searchedLogStreams": []})
    events, next_token, searched = self.logs_backend.filter_log_events(
        self._get_param("logGroupName"),
        names,
        self._get_param("startTime"),
        self._get_param("endTime"),
        self._get_param("limit"),
        self._get_param("nextToken"),
        self._get_param("filterPattern"),
        True,
    )
    return json.dumps({"events": events, "nextToken": next_token, "searchedLogStreams": searched})


def patch() -> None:
    LogsResponse.filter_log_events = filter_log_events
