"""A query tree read back in words, so that a reader sees what was understood."""

from typing import assert_never

from indexer.fields import FACETS, QueryField
from indexer.search import tree
from indexer.search.tree import Best, Fuzzy, Near, Phrase, Prefix, Query, Wildcard, Word

_SHOWN_FORMS = 3
_DATES = {"date": "dated", "after": "dated after", "before": "dated before"}


def words(query: Query) -> str:
    """For example: *refugee* and the exact phrase “observer status” and *CSTO* (also as “ОДКБ”)."""
    match query:
        case tree.Everything():
            said = "everything"
        case tree.Nothing():
            said = "nothing"
        case tree.And():
            said = " and ".join(_bracketed(part, (tree.Or,)) for part in query.parts)
        case tree.Or():
            said = " or ".join(_bracketed(part, (tree.And,)) for part in query.parts)
        case tree.Best():
            said = _best(query)
        case tree.Not():
            said = f"not {_bracketed(query.part, (tree.And, tree.Or))}"
        case tree.Dated():
            name, _, day = query.typed.partition(":")
            said = f"{_DATES[name]} {day.replace('..', ' to ').strip()}"
        case _:
            said = _placed(query.field, _leaf(query))
    return said


def _best(best: Best) -> str:
    itself, *others = best.parts
    first = itself.parts[0] if isinstance(itself, tree.And) else None
    said = _placed(first.field, f"*{best.typed}*") if isinstance(first, Word) else words(itself)
    forms = [f"“{other.typed}”" for other in others if isinstance(other, Word | Phrase)]
    more = f" and {len(forms) - _SHOWN_FORMS} more" if len(forms) > _SHOWN_FORMS else ""
    return f"{said} (also as {', '.join(forms[:_SHOWN_FORMS])}{more})"


def _leaf(leaf: Word | Phrase | Near | Prefix | Wildcard | Fuzzy) -> str:
    match leaf:
        case tree.Word(exact=True, field="any" | "title"):
            said = f"exactly “{leaf.typed}”"
        case tree.Word():
            said = f"*{leaf.typed}*"
        case tree.Phrase():
            said = f"the exact phrase “{leaf.typed}”"
        case tree.Near():
            said = f"“{leaf.typed}” within {leaf.distance} words of each other"
        case tree.Prefix():
            said = f"words that begin with *{leaf.stem}*"
        case tree.Wildcard():
            said = f"words like *{leaf.pattern}*"
        case tree.Fuzzy():
            letters = "one letter" if leaf.edits == 1 else "two letters"
            said = f"words that differ from *{leaf.term}* by at most {letters}"
        case _:
            assert_never(leaf)
    return said


def _bracketed(part: Query, kinds: tuple[type[Query], ...]) -> str:
    return f"({words(part)})" if isinstance(part, kinds) else words(part)


def _placed(field: QueryField, text: str) -> str:
    if field == "any":
        return text
    return f"{text} in the title" if field == "title" else f"{FACETS[field].heading.lower()} {text}"
