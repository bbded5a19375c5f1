"""Runs in the system's own Python, beside its `xapian`: builds from lines of JSON, or answers one line with one.

/usr/bin/python3 speed_xapian_system.py build|search FOLDER
"""

import json
import sys
import time
from collections import Counter
from typing import Any

import xapian

SLOTS = "slots"  # where the database keeps which value slots belong to which field


def build(folder: str) -> None:
    """Says how many seconds of CPU went into the index; reading JSON is not among them."""
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OPEN)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("english"))
    slots: dict[str, list[int]] = {}
    spent = 0.0
    for line in sys.stdin:
        given = json.loads(line)
        began = time.process_time()
        database.add_document(_document(given, generator, slots))
        spent += time.process_time() - began
    began = time.process_time()
    database.set_metadata(SLOTS, json.dumps(slots))
    database.commit()
    database.close()
    print(json.dumps({"cpu": spent + time.process_time() - began}))


def _document(given: dict[str, Any], generator: Any, slots: dict[str, list[int]]) -> Any:
    document = xapian.Document()
    generator.set_document(document)
    generator.index_text(given["body"])
    document.set_data(given["article"])
    for field, values in given["names"].items():
        for place, value in enumerate(values):
            document.add_boolean_term(_name(field, value))
            document.add_value(_slot(slots, field, place), value)
    return document


def _slot(slots: dict[str, list[int]], field: str, place: int) -> int:
    own = slots.setdefault(field, [])
    while len(own) <= place:
        own.append(sum(map(len, slots.values())))
    return own[place]


def _name(field: str, value: str) -> str:
    return f"X{field.upper()}:{value}"


class Searcher:
    def __init__(self, folder: str) -> None:
        self._database = xapian.Database(folder)
        self._stem = xapian.Stem("english")
        self._slots: dict[str, list[int]] = json.loads(self._database.get_metadata(SLOTS))

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        chosen = {each["field"] for each in asked["filters"] if each["wanted"]}
        found, _ = self._found(asked, self._slots.keys() - chosen, limit=10)
        for field in chosen:
            self._found(asked, {field}, limit=0, leave_out=field)
        fetched = [hit.document.get_data() for hit in found]
        return {"total": found.get_matches_estimated(), "fetched": len(fetched)}

    def _found(self, asked: dict[str, Any], fields: Any, limit: int, leave_out: str = "") -> Any:
        """The best hits, and the counts of all values: every match is looked at, so that the total is exact."""
        enquire = xapian.Enquire(self._database)
        enquire.set_query(self._query(asked, leave_out))
        spies = {field: [xapian.ValueCountMatchSpy(slot) for slot in self._slots[field]] for field in fields}
        for spy in (spy for some in spies.values() for spy in some):
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, limit, self._database.get_doccount())
        return found, {field: _counted(some) for field, some in spies.items()}

    def _query(self, asked: dict[str, Any], leave_out: str) -> Any:
        query = self._words(asked["kind"], asked["words"])
        for chosen in asked["filters"]:
            if chosen["field"] == leave_out:
                continue
            names = xapian.Query(xapian.Query.OP_OR, [_name(chosen["field"], value) for value in chosen["values"]])
            joint = xapian.Query.OP_FILTER if chosen["wanted"] else xapian.Query.OP_AND_NOT
            query = xapian.Query(joint, query, names)
        return query

    def _words(self, kind: str, words: list[str]) -> Any:
        if kind == "prefix":
            return xapian.Query(xapian.Query.OP_WILDCARD, words[0], 0, xapian.Query.WILDCARD_LIMIT_ERROR)
        if kind == "phrase":
            return xapian.Query(xapian.Query.OP_PHRASE, words)
        joint = xapian.Query.OP_OR if kind == "any" else xapian.Query.OP_AND
        return xapian.Query(joint, ["Z" + self._stem(word).decode() for word in words])


def _counted(spies: list[Any]) -> "Counter[bytes]":
    counts: Counter[bytes] = Counter()
    for spy in spies:
        counts.update({each.term: each.termfreq for each in spy.values()})
    return counts


def search(folder: str) -> None:
    """Each answer says how many seconds of CPU this process has used by then."""
    searcher = Searcher(folder)
    for line in sys.stdin:
        answer = searcher.answer(json.loads(line))
        print(json.dumps({**answer, "cpu": time.process_time()}), flush=True)


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](sys.argv[2])
