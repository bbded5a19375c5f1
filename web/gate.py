"""Costly questions: few at once in each process, so that ordinary ones always find a thread."""

import threading
from collections.abc import Callable
from typing import cast

from flask import Flask, current_app, g

from indexer.errors import Overloaded
from indexer.message import N_

AT_ONCE = 1  # two take as long as one after the other, and ordinary ones wait for both
COSTLY = 100.0  # milliseconds of a processor, for a whole answer
_PATIENCE = 1.0  # seconds that one more may wait for a place


class Gate:
    """Places for costly requests. `enter` gives what leaves again, and raises Overloaded where no place is left, nor
    becomes free while the one that may wait does."""

    def __init__(self, places: int = AT_ONCE, patience: float = _PATIENCE) -> None:
        self._places = threading.BoundedSemaphore(places)
        self._waiting = threading.Lock()
        self._patience = patience

    def enter(self) -> Callable[[], None]:
        if not (self._places.acquire(blocking=False) or self._waited()):
            said = N_("Several searches that take long are under way.")
            raise Overloaded(said, N_("Try again in a moment."))
        return self._places.release

    def _waited(self) -> bool:
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._places.acquire(timeout=self._patience)
        finally:
            self._waiting.release()


def init_app(app: Flask) -> None:
    app.extensions["communique.gate"] = Gate()
    app.teardown_request(_leave)


def ask(costs: float) -> None:
    """Before the next part of an answer is made, which takes so many milliseconds: an answer that is costly so far
    takes a place until it is made. Raises Overloaded."""
    g.costs = g.get("costs", 0.0) + costs
    if g.costs >= COSTLY and "leave_gate" not in g:
        g.leave_gate = cast("Gate", current_app.extensions["communique.gate"]).enter()


def _leave(_error: BaseException | None) -> None:
    if leave := g.pop("leave_gate", None):
        leave()
