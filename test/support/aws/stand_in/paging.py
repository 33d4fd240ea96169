"""Answers in pages, as the services give them, so short that a small installation has several."""

from typing import Any, Callable

from moto.core.responses import ActionResult


def in_pages(answer: Callable[[Any], ActionResult], key: str, token: str, length: int) -> Callable[[Any], ActionResult]:
    """token: what the service calls that by which the next page is asked for."""

    def paged(self: Any) -> ActionResult:
        result = answer(self).result
        start = int(self._get_param(token) or 0)
        page = {key: result[key][start : start + length]}
        if start + length < len(result[key]):
            page[token] = str(start + length)
        return ActionResult(page)

    return paged
