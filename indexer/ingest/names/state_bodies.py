"""Bodies that every state has, together with the state: "Armenian Foreign Ministry", "Foreign Ministry of Armenia"."""

from collections.abc import Iterator

from indexer.authority import Entry
from indexer.authority.words import SAME, Words
from indexer.ingest.names.known import Form, Found, is_state


def state_bodies_in(words: Words, found: list[Found]) -> Iterator[Found]:
    """Each state body beside a state, the state's words with it."""
    if not any(form.when == "of_state" for each in found for form in each.forms):
        return
    states = [each for each in found if is_state(each.forms[0].entry)]
    by_first = {each.first: each for each in states}
    by_last = {each.last: each for each in states}
    for each in found:
        body = next((form.entry for form in each.forms if form.when == "of_state"), None)
        if body is None:
            continue
        before, after = by_last.get(each.first - 1), by_first.get(_after_of(words, each.last))
        if before and words.gaps[each.first] == SAME:
            yield _joined(body, before.forms[0].entry, before.first, each.last)
        elif after:
            yield _joined(body, after.forms[0].entry, each.first, after.last)


def _after_of(words: Words, last: int) -> int:
    """Where the state stands in "of Armenia", "of the Republic of Armenia"; -1 where no "of" follows."""
    following = words.folded[last + 1 : last + 3]
    if following[:1] != ["of"] or words.gaps[last + 1] != SAME:
        return -1
    return last + 3 if following[1:] == ["the"] else last + 2


def _joined(body: Entry, state: Entry, first: int, last: int) -> Found:
    name = f"{state.adjectives[0]} {body.name}" if state.adjectives else f"{body.name} of {state.name}"
    entry = Entry("organisation", name, sort="ministry")
    return Found(first, last, (Form(entry, "always"),))
