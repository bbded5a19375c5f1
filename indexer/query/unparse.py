"""A query tree written down as a reader would type it: `parse` reads it back to the same tree."""

from typing import assert_never

from indexer.query import tree


def unparse(query: tree.Query) -> str:
    """Widened names are written as their first form, MatchAll and MatchNone as no text."""
    match query:
        case tree.MatchAll() | tree.MatchNone():
            text = ""
        case tree.And():
            text = " ".join(_bracketed(part, (tree.Or,)) for part in query.parts)
        case tree.Or():
            text = " OR ".join(_bracketed(part, (tree.And,)) for part in query.parts)
        case tree.DisMax():
            text = unparse(query.parts[0]) if query.parts else ""
        case tree.Boosted():
            text = unparse(query.query)
        case tree.Not() | tree.Required() | tree.Said():
            text = _conditional(query)
        case tree.DateRange():
            name, _, day = query.typed.partition(":")
            text = f'{name}:"{day}"'
        case _:
            text = _leaf(query) if query.field == "any" else f"{query.field}:{_leaf(query)}"
    return text


def _conditional(query: tree.Not | tree.Required | tree.Said) -> str:
    match query:
        case tree.Not(part):
            return f"-{_bracketed(part, (tree.And, tree.Or, tree.Not))}"
        case tree.Required(tree.Phrase(typed=typed)) if " " not in typed:  # 59/50
            return f"+{typed}"
        case tree.Required(part):
            return f"+{unparse(part)}"
        case tree.Said(part, None):
            return f"said:{_bracketed(part, (tree.And, tree.Or))}"
        case tree.Said(part):  # the speaker stands beside it
            return _bracketed(part, (tree.And, tree.Or))


def _leaf(leaf: tree.Leaf | tree.Pattern) -> str:
    match leaf:
        case tree.Phrase(run=True):
            text = leaf.typed
        case tree.Word(exact=True, field="any" | "title") | tree.Phrase():
            text = f'"{leaf.typed}"'
        case tree.Word():
            text = leaf.typed.lower() if leaf.typed in ("AND", "OR", "NOT") else leaf.typed
        case tree.SpanNear():
            text = f'"{leaf.typed}"~{leaf.distance}'
        case tree.Prefix() | tree.Wildcard() | tree.Fuzzy():
            text = leaf.typed
        case _:
            assert_never(leaf)
    return text


def _bracketed(part: tree.Query, kinds: tuple[type[tree.Query], ...]) -> str:
    inner = part.parts[0] if isinstance(part, tree.DisMax) and part.parts else part
    return f"({unparse(part)})" if isinstance(inner, kinds) else unparse(part)
