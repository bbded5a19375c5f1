"""Which body a short form means: "Permanent Council" is the council of the body that the article is about there."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable

from indexer.authority import Authority, Entry
from indexer.ingest.names.gazetteer import is_state


class Context:
    """Where in an article each body is named, its ancestors counted with it."""

    def __init__(self, authority: Authority, named: Iterable[tuple[int, Entry]], source: str) -> None:
        self._authority = authority
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._states: Counter[str] = Counter()
        for entry in authority.lookup(source):
            self._places[entry.name].append(-1)
        for word, entry in sorted(named, key=lambda each: each[0]):
            if entry.country or is_state(entry):
                self._states[entry.country or entry.name] += 1
            for name in self._line(entry):
                self._places[name].append(word)

    def disambiguated(self, candidates: Iterable[Entry], word: int) -> Entry | None:
        """The candidate named in full here, else the one whose owner is named last before `word`, or next after it."""
        entries = [entry for entry in dict.fromkeys(candidates) if self._is_at_home(entry)]
        if not entries:
            return None
        named = [entry for entry in entries if entry.name in self._places]
        if len(named) == 1:
            return named[0]
        distance, index = min((self._distance(entry, word), index) for index, entry in enumerate(entries))
        if distance is not _FAR:
            return entries[index]
        fallen = [entry for entry in entries if entry.fallback]
        return fallen[0] if len(fallen) == 1 else None

    def _is_at_home(self, entry: Entry) -> bool:
        """Whether the state of a state's body is named as often as any other: another's "Congress" may be meant."""
        if entry.sort != "state body" or not entry.needs:
            return True
        return self._states[entry.needs[0]] >= max(self._states.values(), default=0)

    def _distance(self, entry: Entry, word: int) -> tuple[int, int]:
        owners = entry.needs or (entry.parent,)
        return min((self._nearest(owner, word) for owner in owners), default=_FAR)

    def _nearest(self, owner: str, word: int) -> tuple[int, int]:
        places = self._places.get(owner)
        if not places:
            return _FAR
        before = bisect_left(places, word)
        return (0, word - places[before - 1]) if before else (1, places[0] - word)

    def _line(self, entry: Entry) -> Iterable[str]:
        """The entry, its country and its ancestors; bounded, for a file may name a body its own parent."""
        seen: list[str] = []
        each: Entry | None = entry
        while each and each.name not in seen:
            seen.append(each.name)
            each = self._authority.entry("organisation", each.parent)
        return [*seen, entry.country] if entry.country else seen


_FAR = (2, 0)
