"""The articles that were found last: a page of results asks for them next."""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import Generic, TypeVar

Stored = TypeVar("Stored")


class Recent(Generic[Stored]):
    """The stored form of at most `most` articles, by id. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._stored: OrderedDict[str, Stored] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, found: Iterable[tuple[str, Stored]]) -> None:
        with self._lock:
            self._stored.update(found)
            while len(self._stored) > self._most:
                self._stored.popitem(last=False)

    def get(self, article_id: str) -> Stored | None:
        with self._lock:
            return self._stored.get(article_id)
