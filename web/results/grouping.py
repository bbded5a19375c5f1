"""Results of one page that repeat each other: the first of them is shown, the others fold under it."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.article import Article
from indexer.search.page import Result
from web.i18n.language import gettext, percent


@dataclass(frozen=True, slots=True)
class Ranked:
    """A result and its place among all results, from 1; 0 where it has none."""

    result: Result
    rank: int


def collapsed(results: Iterable[Ranked]) -> tuple[tuple[Ranked, ...], ...]:
    """In the order of the results; each is in exactly one fold. The first of a fold is to be shown, the others repeat
    it, or it repeats them, or all repeat the same article."""
    groups: dict[str, list[Ranked]] = {}
    for each in results:
        article = each.result.article
        groups.setdefault(article.duplicate_of or article.id, []).append(each)
    return tuple(map(tuple, groups.values()))


def similarity_label(one: Article, other: Article) -> str:
    """How like each other two near duplicates are, in words: what is known is how like each is to its original."""
    if one.duplicate_of == other.id:
        return gettext("%(percent)s alike", percent=percent(one.similarity))
    if other.duplicate_of == one.id:
        return gettext("%(percent)s alike", percent=percent(other.similarity))
    return gettext("%(percent)s like the article that both repeat", percent=percent(other.similarity))
