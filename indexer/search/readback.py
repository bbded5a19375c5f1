"""A query tree read back in words, so that a reader sees what was understood."""

from typing import assert_never

from indexer.fields import QueryField
from indexer.search import tree
from indexer.search.tree import Fuzzy, Near, Phrase, Prefix, Query, Wildcard, Word


def words(query: Query) -> str:
    """For example: *refugee* and the exact phrase “observer status” and organisation *csto*."""
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
            said = " or ".join(words(part) for part in query.parts)
        case tree.Not():
            said = f"not {_bracketed(query.part, (tree.And, tree.Or))}"
        case tree.Dated():
            said = query.typed
        case _:
            said = _placed(query.field, _leaf(query))
    return said


def _leaf(leaf: Word | Phrase | Near | Prefix | Wildcard | Fuzzy) -> str:
    match leaf:
        case tree.Word():
            quoted = leaf.exact and leaf.field in ("any", "title")
            said = f"exactly “{leaf.typed}”" if quoted else f"*{leaf.typed}*"
        case tree.Phrase():
            said = f"the exact phrase “{leaf.typed}”"
        case tree.Near():
            said = f"“{leaf.typed}” within {leaf.distance} words of each other"
        case tree.Prefix():
            said = f"words that begin with *{leaf.stem}*"
        case tree.Wildcard():
            said = f"words like *{leaf.pattern}*"
        case tree.Fuzzy():
            said = f"words that differ from *{leaf.term}* by at most {leaf.edits}"
        case _:
            assert_never(leaf)
    return said


def _bracketed(part: Query, kinds: tuple[type[Query], ...]) -> str:
    return f"({words(part)})" if isinstance(part, kinds) else words(part)


def _placed(field: QueryField, text: str) -> str:
    if field == "any":
        return text
    return f"{text} in the title" if field == "title" else f"{field} {text}"
