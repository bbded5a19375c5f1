"""Typed text to a query tree. Whoosh's own parser groups the words and operators; nothing here ever raises."""

from collections.abc import Sequence
from dataclasses import dataclass

from whoosh.qparser import QueryParser, plugins, syntax

from indexer.message import N_, Message, nN_
from indexer.query import lexer
from indexer.query.note import Note
from indexer.query.repair import repair
from indexer.query.terms import TermParser, TypedTerm, together
from indexer.query.tree import And, MatchAll, MatchNone, Not, Or, Query, Said
from indexer.text.characters import plain


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree, before expansion, and what was not understood. Where no word was typed: MatchAll."""

    typed: str
    tree: Query
    notes: tuple[Note, ...] = ()


class _Phrases(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh ships no types
    """Quoted text with its distance, unchanged: Whoosh's own plugin cannot tell "a b" from "a b"~1."""

    class Phrase(syntax.TextNode):  # type: ignore[misc]  # the same
        pass

    expr = lexer.PHRASE
    nodetype = Phrase


class _Words(plugins.TaggingPlugin):  # type: ignore[misc]  # the same
    """A run of anything else; Whoosh's plugins for wildcards and fuzzy words lose the positions."""

    expr = lexer.WORD
    nodetype = syntax.WordNode
    priority = 50


def _parser() -> QueryParser:
    """AND binds tighter than OR, and OR tighter than standing side by side: a OR b c is (a OR b) c."""
    operators = plugins.OperatorsPlugin(
        And=lexer.AND, Or=lexer.OR, Not=lexer.NOT, AndNot=None, AndMaybe=None, Require=None
    )
    fields = plugins.FieldsPlugin(lexer.FIELD, remove_unknown=False)
    chosen = [plugins.WhitespacePlugin(), plugins.GroupPlugin(), operators, fields, _Phrases(), _Words()]
    return QueryParser("any", schema=None, plugins=chosen)


_MOST_NOTES = 20
_PARSER = _parser()


def parse(typed: str) -> Parsed:
    typed = plain(typed)
    repaired = repair(typed)
    terms = TermParser()
    tree = _group([_PARSER.process(repaired.text)], terms) if repaired.text.strip() else None
    notes = [*repaired.notes, *terms.notes]
    if tree is None and typed.strip() and not notes:
        notes.append(Note(N_("There is no word to search for in this."), 0, len(typed)))
    return Parsed(typed, tree or MatchAll(), _first(notes))


def _first(notes: list[Note]) -> tuple[Note, ...]:
    in_order = sorted(notes, key=lambda note: note.start or 0)
    more = len(in_order) - _MOST_NOTES
    rest = [Note(_more(more))] if more > 0 else []
    return (*in_order[:_MOST_NOTES], *rest)


def _more(remarks: int) -> Message:
    return nN_(
        "There is %(number)s more remark of this kind.", "There are %(number)s more remarks of this kind.", remarks
    )


def _convert(node: syntax.SyntaxNode, terms: TermParser) -> Query | None:
    if isinstance(node, syntax.TextNode):
        piece = TypedTerm.of(node.text, node.startchar, node.fieldname or "")
        found = terms.phrase(piece) if isinstance(node, _Phrases.Phrase) else terms.word(piece)
        return Said(found) if piece.is_said and not isinstance(found, MatchNone) else found
    if isinstance(node, syntax.NotGroup):
        negated = _group(node.nodes, terms)
        return Not(negated) if negated else None
    if isinstance(node, syntax.GroupNode):
        return _group(node.nodes, terms, Or if isinstance(node, syntax.OrGroup) else And)
    return None


def _group(nodes: Sequence[syntax.SyntaxNode], terms: TermParser, kind: type[And] | type[Or] = And) -> Query | None:
    converted = (_convert(node, terms) for node in nodes)
    parts = [part for part in converted if part is not None and not isinstance(part, MatchNone)]
    return together(_said_together(parts, kind), kind) if parts else None


def _said_together(parts: Sequence[Query], kind: type[And] | type[Or]) -> list[Query]:
    """said:(observer status): what is said is one query, so that names of several words are known in it."""
    said = [part for part in parts if isinstance(part, Said)]
    if len(said) < 2 or (kind is Or and len(said) < len(parts)):
        return list(parts)
    whole = Said(together([each.part for each in said], kind))
    return [whole if part is said[0] else part for part in parts if part is said[0] or not isinstance(part, Said)]
