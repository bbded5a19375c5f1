"""The terms by which it is found who said which words: each word joined with the number of its speaker.

An article's speakers are numbered in the order of their first words, and whoever is not named has the number 0.
`officers|2` is a word that the second of them says, `offic=2` its stem, `zas|2` and `=Stanislav_Zas|2` what he is
called. Whoever says most of an article is called by ALL in the place of a number, and has no words of his own there:
all of the article's are his, but for those that have NONE (the words of its title that he does not say, say).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from indexer.article import Article
from indexer.article.quotation import Quotation, Span, own_words
from indexer.engines.text_terms import spaced
from indexer.text.stemmer import stem

Terms = tuple[str, ...]

MOST_SPEAKERS = 200  # of an article that are told apart; all others share the last number
ALL, NONE = "all", "none"
ANYBODY = "#"
_LARGEST_REST, _MOST_REST = 1 / 3, 5_000  # of an article, in characters, that others say or nobody
_LONGEST = 5  # words of a run that is known not to be said
_BREAK = "|"  # between two quotations, so that no phrase reaches from one into the next


class SaidTerms(NamedTuple):
    """`spoken`: the words and stems with their speakers' numbers; `sayers`: the speakers with theirs."""

    spoken: Terms = ()
    sayers: Terms = ()


def by(term: str, number: str) -> str:
    """A word, or a run of words with a low line between them."""
    return f"{term}|{number}"


def stem_by(stemmed: str, number: str) -> str:
    return f"{stemmed}={number}"


def name_by(name: str, number: str) -> str:
    """A display name as a whole."""
    return by("=" + "_".join(name.replace("_", "__").split()), number)


class _Speech(NamedTuple):
    """What one speaker says in an article, quotation by quotation."""

    number: str
    spans: list[Span]


def said_terms(article: Article) -> SaidTerms:
    if not article.quotations:
        return SaidTerms()
    speeches = _speeches(article.quotations)
    whole = _whole(article, speeches)
    spoken: list[str] = []
    names: list[str] = []
    for speaker, speech in speeches.items():
        if speaker == whole:
            names += _names(speaker, ALL)
            spoken += _not_said(article, speech.spans)
        else:
            names += _names(speaker, speech.number)
            spoken += _said(article, speech)
    return SaidTerms(tuple(spoken), tuple(names))


def _speeches(quotations: Sequence[Quotation]) -> dict[str, _Speech]:
    speeches: dict[str, _Speech] = {}
    named = 0
    for quotation, spans in zip(quotations, own_words(quotations), strict=True):
        if quotation.speaker not in speeches:
            named += bool(quotation.speaker)
            number = min(named, MOST_SPEAKERS) if quotation.speaker else 0
            speeches[quotation.speaker] = _Speech(str(number), [])
        speeches[quotation.speaker].spans.extend(spans)
    return speeches


def _whole(article: Article, speeches: dict[str, _Speech]) -> str | None:
    """Who says most of the article."""
    lengths = {speaker: sum(end - start for start, end in speech.spans) for speaker, speech in speeches.items()}
    speaker = max(lengths, key=lambda each: lengths[each])
    rest = len(article.text) - lengths[speaker]
    return speaker if rest < min(_MOST_REST, len(article.text) * _LARGEST_REST) else None


def _names(speaker: str, number: str) -> Iterator[str]:
    yield by(ANYBODY, number)
    if speaker:
        yield from (by(word, number) for word in spaced(speaker)[0].split())
        yield name_by(speaker, number)


def _said(article: Article, speech: _Speech) -> Iterator[str]:
    """Words in their order; behind them the stems, but for those that are such a word themselves."""
    words: set[str] = set()
    stems: set[str] = set()
    for start, end in speech.spans:
        said, stemmed = map(str.split, spaced(article.text[start:end], article.language))
        yield from (by(word, speech.number) for word in said)
        yield _BREAK
        words.update(said)
        stems.update(stemmed)
    alike = {each for each in stems & words if stem(each, article.language) == each}
    yield from (stem_by(each, speech.number) for each in sorted(stems - alike))


def _not_said(article: Article, spans: list[Span]) -> Iterator[str]:
    """What the article has and its speaker does not say: stems, words, and the shortest runs of words."""
    said = [spaced(article.text[start:end], article.language) for start, end in spans]
    texts = (article.title, *article.authors, *_outside(article.text, spans))
    outside = [spaced(text, article.language) for text in texts]
    yield from (stem_by(each, NONE) for each in sorted(_stems(outside) - _stems(said)))
    row = f" {f' {_BREAK} '.join(words for words, _ in said)} "
    runs = {run for words, _ in outside for run in _unsaid_runs(words.split(), row)}
    yield from (by(run, NONE) for run in sorted(runs))


def _stems(cut: Iterable[tuple[str, str]]) -> set[str]:
    return {each for _, stems in cut for each in stems.split()}


def _outside(text: str, spans: list[Span]) -> Iterator[str]:
    """Between the spans, with a few words of them, for a run may begin in one."""
    at = 0
    for start, end in (*sorted(spans), (len(text), len(text))):
        if text[at:start].strip():
            before = text[:at].rsplit(maxsplit=_LONGEST)[1:]
            behind = text[start:].split(maxsplit=_LONGEST)[:_LONGEST]
            yield " ".join((*before, text[at:start], *behind))
        at = max(at, end)


def _unsaid_runs(words: list[str], said: str) -> Iterator[str]:
    """From each word on the shortest run that is not said, where it is said without its first word."""
    for begin in range(len(words)):
        for end in range(begin + 1, min(begin + _LONGEST, len(words)) + 1):
            run = words[begin:end]
            if f" {' '.join(run)} " not in said:
                if len(run) == 1 or f" {' '.join(run[1:])} " in said:
                    yield "_".join(run)
                break
