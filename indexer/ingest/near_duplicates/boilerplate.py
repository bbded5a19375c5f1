"""Hashes that more than a few articles share, such as those of "About …" below each of them: they tell nothing."""

import sqlite3

import numpy as np
from numpy.typing import NDArray

from indexer.ingest.near_duplicates.minhash import HASH_BITS, Ints

HOLDERS = 64  # a hash that more articles have is common

_SCHEMA = "CREATE TABLE IF NOT EXISTS common (hashes BLOB NOT NULL)"


class Common:
    """Kept in the catalog's database. What was common once stays so until the archive is built anew."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._db.execute(_SCHEMA)
        rows = self._db.execute("SELECT hashes FROM common").fetchall()
        self._hashes = np.frombuffer(rows[0][0] if rows else b"", "<u4").astype(np.int64)
        # Of this table the system gives only those pages that are written to.
        self._is_common = np.zeros(1 << HASH_BITS, np.bool_)
        self._is_common[self._hashes] = True

    def has(self, hashes: Ints) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._is_common[hashes]
        return found

    def add(self, hashes: Ints) -> None:
        self._is_common[hashes] = True
        self._hashes = np.union1d(self._hashes, hashes)
        self._db.execute("DELETE FROM common")
        self._db.execute("INSERT INTO common VALUES (?)", (self._hashes.astype("<u4").tobytes(),))
