"""Amazon S3 looks whether an object is there and writes it in one act. moto does the two one after the other, so that of two writers which both ask for a
new object (If-None-Match: *) both may be told that theirs is in place."""

from threading import RLock
from typing import Any

from moto.s3.responses import S3Response

writing = RLock()


def one_at_a_time(name: str) -> None:
    former = getattr(S3Response, name)

    def write(self: S3Response, *args: Any, **named: Any) -> Any:
        with writing:
            return former(self, *args, **named)

    setattr(S3Response, name, write)


def patch() -> None:
    for name in ("put_object", "_key_response_post"):
        one_at_a_time(name)
