"""What a test asks of the stand-in beside AWS's own interfaces, and the faults that are answered before moto is asked."""

import json
import re
from typing import Any, Callable, Iterable
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

from moto.backends import get_backend

from rds import apply_pending
from world import changed, lock, take_fault, world

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]

SCOPE = re.compile(r"Credential=(?P<key>[^/]+)/[^/]+/(?P<region>[^/]+)/(?P<service>[^/]+)/")
ACCOUNT = "123456789012"


class Control:
    """The server, with /stand-in/ in front."""

    def __init__(self, application: Callable[[Environ, StartResponse], Iterable[bytes]]):
        self.application = application

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith("/stand-in/"):
            return self.control(path.removeprefix("/stand-in/"), environ, start_response)
        call = called(environ)
        if call is not None:
            world.calls.append(call)
            fault = take_fault("answer", service=call["service"], action=call["action"], accessKey=call["accessKey"])
            if fault is not None:
                return refuse(fault, environ, start_response)
        return self.application(environ, start_response)

    def control(self, what: str, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        given = json.loads(body_of(environ) or b"{}")
        method = environ["REQUEST_METHOD"]
        if what == "reset":
            world.reset()
            asked = {**environ, "PATH_INFO": "/moto-api/reset", "REQUEST_METHOD": "POST"}
            return self.application(asked, start_response)
        if what == "durations":
            with changed:
                world.durations.update(given)
                changed.notify_all()
        elif what == "quotas":
            world.quotas.update(given)
        elif what == "faults" and method == "DELETE":
            world.faults = []
        elif what == "faults":
            world.faults.append({"times": 1, **given})
        elif what == "storage":
            world.storage = given["address"]
        elif what == "maintenance-window":
            maintain(given["region"])
        elif what == "maintenance-due":
            world.maintenance.update(given)
        elif what == "instance-status":
            instance(given).status = given["status"]
        elif what != "calls":
            start_response("404 NOT FOUND", [])
            return [b""]
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(world.calls if what == "calls" else {}).encode()]


def body_of(environ: Environ) -> bytes:
    """The body, which stays there for whoever reads it next."""
    from io import BytesIO

    if environ.get("HTTP_TRANSFER_ENCODING") == "chunked":
        return b""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = BytesIO(body)
    return body


def called(environ: Environ) -> dict[str, str] | None:
    scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    if scope is None:
        return unsigned(environ)
    if scope["service"] == "s3":
        about = {"service": "s3", "region": scope["region"], "accessKey": scope["key"]}
        return {**about, "action": object_action(environ)}
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target is not None:
        action = target.split(".")[-1]
    else:
        action = parse_qs(body_of(environ).decode("utf8", "replace")).get("Action", [""])[0]
    return {"service": scope["service"], "action": action, "region": scope["region"], "accessKey": scope["key"]}


# What a part of a query asks for, by the right that it needs.
OF_BUCKET = {"uploads": "ListBucketMultipartUploads", "versions": "ListBucketVersions", "versioning": "GetBucketVersioning"}
OF_OBJECT = {"retention": "GetObjectRetention", "legal-hold": "GetObjectLegalHold", "tagging": "GetObjectTagging"}


def object_action(environ: Environ) -> str:
    """The right that a request of S3 needs, where it names the bucket in its path."""
    method = environ["REQUEST_METHOD"]
    asked = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    _, _, key = environ.get("PATH_INFO", "").lstrip("/").partition("/")
    if key == "":
        if method in ("GET", "HEAD"):
            return next((right for name, right in OF_BUCKET.items() if name in asked), "ListBucket")
        return "DeleteObject" if method == "POST" and "delete" in asked else "CreateBucket"
    if method in ("GET", "HEAD"):
        return next((right for name, right in OF_OBJECT.items() if name in asked), "GetObject")
    if method == "DELETE":
        return "AbortMultipartUpload" if "uploadId" in asked else "DeleteObject"
    return "PutObject"


def unsigned(environ: Environ) -> dict[str, str] | None:
    """Who asks for a role with a token of somebody else's has no key yet."""
    if not environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        return None
    action = parse_qs(body_of(environ).decode("utf8", "replace")).get("Action", [""])[0]
    if action != "AssumeRoleWithWebIdentity":
        return None
    return {"service": "sts", "action": action, "region": "", "accessKey": ""}


def refuse(fault: dict[str, Any], environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    code = fault.get("code", "Throttling")
    message = fault.get("message", "Rate exceeded")
    status = fault.get("status", 400)
    if "HTTP_X_AMZ_TARGET" in environ:
        body = json.dumps({"__type": code, "message": message})
        kind = "application/x-amz-json-1.1"
    else:
        body = (
            f"<ErrorResponse><Error><Type>Sender</Type><Code>{escape(code)}</Code><Message>{escape(message)}</Message></Error>"
            "<RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>"
        )
        kind = "text/xml"
    start_response(f"{status} FAULT", [("Content-Type", kind), ("Content-Length", str(len(body.encode())))])
    return [body.encode()]


def maintain(region: str) -> None:
    """The maintenance window comes: what is pending is applied."""
    with lock:
        for database in get_backend("rds")[ACCOUNT][region].databases.values():
            if getattr(database, "pending_modified_values", None) and database.status == "available":
                apply_pending(database)


def instance(given: dict[str, Any]) -> Any:
    return get_backend("rds")[ACCOUNT][given["region"]].databases[given["instance"]]
