"""The people of a Russian text who are named in other cases than the first, by a given name or by a patronymic."""

import re
from collections.abc import Callable, Iterator, Sequence

from indexer.article import Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.foreign.capitals import free_runs
from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.foreign.nominative import (
    by_given_name,
    is_given,
    is_patronymic,
    is_womans,
    nominative,
    surname_forms,
)

_SHORTLY_BEFORE = 45
_FEWEST = 2  # words of a name and a patronymic, or a surname
_DASH_AND_VERB = re.compile(r"[,?!…»”\"]\s?[—–-]\s?([а-яё]{3,20})(?P<between>(?:\s[а-яё]{2,16}){0,3})\s$")
_CAPITAL_BEFORE = re.compile(r"[А-ЯЁ][а-яё-]+\s$")


def is_of_two(text: str, run: Span, surnames: set[str]) -> bool:
    """ "Сын Марии Кац Олег", "цитирует Шольца Левин"."""
    words = text[slice(*run)].split()
    if len(words) > 1 and words[0] in surnames:
        return True
    behind_name = len(words) > 1 and is_given(words[-1])
    return behind_name and _CAPITAL_BEFORE.search(text, max(0, run[0] - _SHORTLY_BEFORE), run[0]) is not None


def in_other_cases(text: str, known: Sequence[Mention], cues: Cues) -> Iterator[Mention]:
    """ "Сергея Иванова" and "Иванову", where Сергей Иванов is known, and "сказал Сергей"."""
    people = [each for each in known if each.kind == "person"]
    names = {each.name for each in people}
    forms: dict[str, set[str]] = {}
    first: dict[str, set[str]] = {}
    # as written, for those whom the authority files show in another script
    shown_as = {(each.name, by_given_name(text[each.start : each.end])) for each in people if each.name.isascii()}
    shown_as |= {(name, name) for name in names}
    for name, shown in shown_as:
        if not shown:
            continue
        given, surname = shown.split()[0], shown.split()[-1]
        if name != shown and given != surname:
            forms.setdefault(surname, set()).add(name)
        first.setdefault(given, set()).add(name)
        for form in surname_forms(surname) if surname[-1] in "ая" or not is_womans(shown) else ():
            forms.setdefault(form, set()).add(name)
    surnames = {name.split()[-1] for name in names}
    begins = {given[:2] for given in first}
    for run in free_runs(text, known, cues):
        words = text[slice(*run)].split()
        if len(words) > 1 and words[0][:2] not in begins:
            continue
        if len(words) > 1:
            meant = {nominative(" ".join(words))} & names
            meant = meant or {name for name in forms.get(words[-1], ()) if _is_form_of(words[0], name.split()[0])}
        else:
            called = first.get(words[0], {words[0]} if is_given(words[0]) else set())
            meant = forms.get(words[0]) or (called if called and _speaks(text, run, cues) else set())
        if len(meant) == 1 and words[-1] not in surnames:
            yield Mention("person", next(iter(meant)), *run)


def with_given_name(text: str, mention: Mention) -> Mention:
    """ "Марии Орловой", where "Орловой" alone is taken for her."""
    given = mention.name.split(maxsplit=1)[0]
    if mention.kind != "person" or " " in text[mention.start : mention.end] or given == mention.name:
        return mention
    before = _CAPITAL_BEFORE.search(text, max(0, mention.start - 20), mention.start)
    if before is None or not _is_form_of(before.group().rstrip(), given):
        return mention
    return mention._replace(start=before.start())


def _is_form_of(word: str, given: str) -> bool:
    """ "Сергею" is of Сергей, "Павлом" of Павел."""
    return word.startswith(given[: max(2, len(given) - 2)]) and len(word) <= len(given) + 2


def _speaks(text: str, run: Span, cues: Cues) -> bool:
    before = text[max(0, run[0] - _SHORTLY_BEFORE) : run[0]]
    said = cues.verb_right_before.search(before) or cues.verb_at_start.match(text, run[1])
    return bool(said) or is_behind_dash(before, cues)


def is_behind_dash(before: str, cues: Cues, *, far: bool = True) -> bool:
    """ "…, — усмехнулся" and, if `far`, "…, — ворчит рыбак" before a name."""
    verb = _DASH_AND_VERB.search(before) if cues.language == "ru" else None
    if verb is None or (verb["between"] and not far):
        return False
    return cues.any_verb.fullmatch(verb[1]) is not None


def by_patronymic(known: Sequence[Mention]) -> Callable[[Mention], Mention]:
    """Tells who "Нина Петровна" is, where one Нина alone is known."""
    bearers: dict[str, set[str]] = {}
    for name in {each.name for each in known if each.kind == "person" and " " in each.name}:
        if not is_patronymic(name.split()[-1]):
            bearers.setdefault(name.split()[0], set()).add(name)

    def told(mention: Mention) -> Mention:
        words = mention.name.split()
        if mention.kind != "person" or len(words) != _FEWEST or not is_patronymic(words[1]):
            return mention
        meant = [name for name in bearers.get(words[0], ()) if len(name.split()) == _FEWEST or words[1] in name.split()]
        return mention._replace(name=meant[0]) if len(meant) == 1 else mention

    return told
