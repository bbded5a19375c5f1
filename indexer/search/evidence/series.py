"""The series of a recurring resolution: those of one body with one title, by what articles write beside the symbols."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from indexer.article import Article
from indexer.search.evidence.paragraphs import PARAGRAPH, paragraphs_with
from indexer.text.symbols.titled import Titled, titled_by_heading, titled_in

_RECURRING = ("/RES/", "/DEC/", ".DEC/")
_NUMBERS = re.compile(r"[0-9]+")
_LOOKED_AT = 60  # articles


def title_of(document: str, articles: Iterable[Article]) -> Titled | None:
    """What most of the articles call it; None where none says a title, and for what does not recur."""
    if not any(kind in document for kind in _RECURRING):
        return None
    numbers = _NUMBERS.findall(document.partition("(")[0])[-1:]
    found = [each for each in _titled(articles, numbers) if each.symbol == document]
    counts = Counter(each.key for each in found)
    return max(found, key=lambda each: counts[each.key], default=None)


def phrase_of(titled: Titled) -> str:
    """What all titles of the series have in common: the longest part without a number."""
    return max(re.split(r"[^\w\s’'-]*\s*\w*[0-9]\w*\s*[^\w\s’'-]*", titled.title), key=len).replace('"', " ").strip()


def series_of(titled: Titled, articles: Iterable[Article]) -> tuple[str, ...]:
    """Its members in order, by the articles that have the phrase; only itself where no other is known for sure."""
    hints = sorted(phrase_of(titled).split(), key=len)[-1:]
    members = {each.symbol for each in _titled(articles, hints) if each.key == titled.key}
    return tuple(sorted({titled.symbol, *members}, key=lambda each: (list(map(int, _NUMBERS.findall(each))), each)))


def _titled(articles: Iterable[Article], hints: list[str]) -> Iterator[Titled]:
    for article in islice(articles, _LOOKED_AT):
        whole = f"{article.title}{PARAGRAPH}{article.text}"
        found = [*titled_by_heading(whole)]
        for start, end in paragraphs_with(whole, hints):
            found += titled_in(whole[start:end])
        yield from (each for each in found if each.symbol in article.documents)
