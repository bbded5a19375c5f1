"""Costly questions: a small number at once in each process, so that ordinary ones always find a thread."""

import threading
from collections.abc import Callable
from typing import cast

from flask import Flask, Response, current_app, g

from indexer.errors import Overloaded
from indexer.message import N_
from indexer.search.plan import Plan

AT_ONCE = 2
COSTLY = 100.0  # milliseconds of a processor that each search takes
MANY = 5_000  # articles of one answer


class Gate:
    """Places for costly requests. `enter` gives what leaves again, and raises Overloaded where no place is left."""

    def __init__(self, places: int = AT_ONCE) -> None:
        self._places = threading.BoundedSemaphore(places)

    def enter(self) -> Callable[[], None]:
        if not self._places.acquire(blocking=False):
            said = N_("Several searches that take long are under way.")
            raise Overloaded(said, N_("Try again in a moment."))
        return self._places.release


def init_app(app: Flask) -> None:
    app.extensions["communique.gate"] = Gate()
    app.after_request(_leave_when_sent)
    app.teardown_request(_leave)


def ask(planned: Plan) -> None:
    """Before a plan is searched: a costly one takes a place until its answer is sent. Raises Overloaded."""
    costly = planned.cost >= COSTLY or planned.request.limit > MANY
    if costly and "leave_gate" not in g:
        g.leave_gate = cast("Gate", current_app.extensions["communique.gate"]).enter()


def _leave_when_sent(response: Response) -> Response:
    """A file of many articles is made while it is sent."""
    if leave := g.pop("leave_gate", None):
        response.call_on_close(leave)
    return response


def _leave(_error: BaseException | None) -> None:
    if leave := g.pop("leave_gate", None):
        leave()
