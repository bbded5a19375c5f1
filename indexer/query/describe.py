"""A query tree read back in words, so that a reader sees what was understood."""

from dataclasses import replace
from typing import assert_never

from indexer.fields import FACETS, FacetField, QueryField
from indexer.message import N_, Emphasised, Listed, Message, Value, nN_
from indexer.query import tree
from indexer.query.tree import DateRange, DisMax, Leaf, Pattern, Phrase, Query, SpanNear, Word

_SHOWN_FORMS = 3


def describe(query: Query) -> Value:
    """For example: *refugee* and the exact phrase “observer status” and *CSTO* (also as “ОДКБ”)."""
    match query:
        case tree.MatchAll():
            said: Value = N_("everything")
        case tree.MatchNone():
            said = N_("nothing")
        case tree.And():
            said = Listed(tuple(_bracketed(part, (tree.Or,)) for part in query.parts), N_(" and "))
        case tree.Or():
            said = Listed(tuple(_bracketed(part, (tree.And,)) for part in query.parts), N_(" or "))
        case tree.DisMax():
            said = _best(query)
        case tree.Not() | tree.Required() | tree.Said():
            said = _conditional(query)
        case tree.Boosted():
            said = N_("%(words)s side by side", words=Listed(tuple(map(describe, query.boosts)), N_(" or ")))
        case tree.DateRange():
            said = _dated(query)
        case _:
            said = in_field(query.field, _leaf(query))
    return said


def in_field(field: QueryField | FacetField, said: Value) -> Value:
    """For example: organisation *CSTO*."""
    match field:
        case "any" | "spoken" | "sayer":
            return said
        case "title":
            return N_("%(words)s in the title", words=said)
        case "office":
            return N_("office %(words)s", words=said)
        case "url":
            return N_("the address %(words)s", words=said)
    return replace(FACETS[field].described, values=(("words", said),))


def _conditional(query: tree.Not | tree.Required | tree.Said) -> Message:
    words = _bracketed(query.part, (tree.And, tree.Or))
    if isinstance(query, tree.Not):
        return N_("not %(words)s", words=words)
    if isinstance(query, tree.Required):
        return N_("%(words)s (in every article)", words=words)
    if query.by is None:
        return N_("%(words)s said by anyone", words=words)
    return N_("%(words)s said by that speaker", words=words)


def _dated(query: DateRange) -> Message:
    name, _, day = query.typed.partition(":")
    first, span, last = (part.strip() for part in day.partition(".."))
    if name == "after":
        return N_("dated after %(day)s", day=first)
    if name == "before":
        return N_("dated before %(day)s", day=first)
    if not span:
        return N_("dated %(day)s", day=first)
    if not last:
        return N_("dated %(first)s to", first=first)
    return N_("dated %(first)s to %(last)s", first=first, last=last) if first else N_("dated to %(last)s", last=last)


def _best(best: DisMax) -> Message:
    itself, *others = best.parts
    first = itself.parts[0] if isinstance(itself, tree.And) else None
    said = in_field(first.field, Emphasised(best.typed)) if isinstance(first, Word) else describe(itself)
    if others and isinstance(others[0], DateRange):
        return N_("%(words)s (in the text, or as the date)", words=said)
    forms = [_quoted(other.typed) for other in others if isinstance(other, Word | Phrase)]
    named = Listed(tuple(forms[:_SHOWN_FORMS]), N_(", "))
    more = len(forms) - _SHOWN_FORMS
    if more > 0:
        return N_("%(words)s (also as %(others)s and %(number)s more)", words=said, others=named, number=more)
    return N_("%(words)s (also as %(others)s)", words=said, others=named)


def _leaf(leaf: Leaf | Pattern) -> Value:
    match leaf:
        case tree.Word(exact=True, field="any" | "title"):
            said: Value = N_("exactly %(word)s", word=_quoted(leaf.typed))
        case tree.Word():
            said = Emphasised(leaf.typed)
        case tree.Phrase(run=True):
            said = Emphasised(leaf.typed)
        case tree.Phrase():
            said = N_("the exact phrase %(words)s", words=_quoted(leaf.typed))
        case tree.SpanNear():
            said = _near(leaf)
        case tree.Prefix():
            said = N_("words that begin with %(letters)s", letters=Emphasised(leaf.stem))
        case tree.Wildcard():
            said = N_("words like %(pattern)s", pattern=Emphasised(leaf.pattern))
        case tree.Fuzzy(edits=1):
            said = N_("words that differ from %(word)s by at most one letter", word=Emphasised(leaf.term))
        case tree.Fuzzy():
            said = N_("words that differ from %(word)s by at most two letters", word=Emphasised(leaf.term))
        case _:
            assert_never(leaf)
    return said


def _near(leaf: SpanNear) -> Message:
    return nN_(
        "%(words)s within %(number)s word of each other",
        "%(words)s within %(number)s words of each other",
        leaf.distance,
        words=_quoted(leaf.typed),
    )


def _quoted(words: str) -> Message:
    return N_("“%(words)s”", words=words)


def _bracketed(part: Query, kinds: tuple[type[Query], ...]) -> Value:
    said = describe(part)
    return N_("(%(words)s)", words=said) if isinstance(part, kinds) else said
