"""Did you mean: a word that hardly any article has, replaced by a near one that many have."""

from dataclasses import dataclass, replace

from indexer.engines.engine import Reader
from indexer.engines.term_dictionary import TermDictionary
from indexer.query import unparse
from indexer.query.tree import DisMax, Not, Pattern, Query, Word, mapped, parts
from indexer.search.plan import Plan
from indexer.search.rewrite.required_words import is_function_word, without_function_words
from indexer.text import analysis

FEW = 3  # total articles up to which another spelling is looked for
_TIMES_AS_MANY = 10
_SHORTEST = 4  # letters: shorter words are too near to everything


def did_you_mean(reader: Reader, planned: Plan, total: int) -> str:
    """What to type instead, which finds more than `total` articles; empty where nothing better is known."""
    if total > FEW:
        return ""
    corrected = _Correction(reader, planned).query(planned.understood)
    if corrected == planned.understood:
        return ""
    counting = replace(planned.request, query=without_function_words(corrected), offset=0, limit=0, facets=())
    return unparse.unparse(corrected) if _is_plain(corrected) and reader.search(counting).total > total else ""


def spellings(reader: Reader, typed: str, limit: int = 3) -> tuple[str, ...]:
    """Words of the index that are spelt nearly as this one, nearest first, of equally near ones the most frequent."""
    term = analysis.fold_word(typed)
    near = _near(term, reader.term_dictionary("any"), 1) if len(term) >= _SHORTEST else []
    return tuple(word for _, _, word in sorted(near)[:limit])


def _is_plain(query: Query) -> bool:
    """Whether an engine can be asked as it is, without expansion."""
    return not isinstance(query, Pattern) and all(map(_is_plain, parts(query)))


@dataclass(frozen=True, slots=True)
class _Correction:
    reader: Reader
    planned: Plan

    def query(self, query: Query) -> Query:
        if isinstance(query, Word):
            return query if is_function_word(query) else self._word(query)
        return query if isinstance(query, DisMax | Not) else mapped(query, self.query)

    def _word(self, word: Word) -> Word:
        typed = analysis.fold_word(word.typed)
        alone = replace(
            self.planned.request, query=word, offset=0, limit=0, facets=(), filters=(), first=None, last=None
        )
        known = self.reader.search(alone).total if len(typed) >= _SHORTEST else FEW + 1
        if known > FEW:
            return word
        least = max(1, known) * (_TIMES_AS_MANY if known else 1)
        # The nearest word, of equally near ones the most frequent.
        _, _, better = min(_near(typed, self.reader.term_dictionary(word.field), least), default=(0, 0, ""))
        return replace(word, term=better if word.exact else analysis.stem(better), typed=better) if better else word


def _near(typed: str, words: TermDictionary, least: int) -> list[tuple[int, int, str]]:
    """Other words that at least so many articles have: edits, articles (negative) and the word."""
    furthest = 1 if len(typed) < 6 else 2
    found = words.fuzzy(typed, furthest)
    return [(each.edits, -each.articles, each.term) for each in found if each.edits and each.articles >= least]
