"""The one formula that ranks: BM25 over title, text and authors as one stream, in which the title counts several times.

Of a word that is looked for `flat`, it counts once: where articles have only some of the words, a title that has two of
them says less than a text that has five.
"""

import math

TITLE_WEIGHT = 3  # one word in a title says as much as three in the text
K1 = 1.2
B = 0.75
TIED = 200_000  # parts of one: scores that are equal so far tie, for engines that count in single precision


def idf(count: int, document_frequency: int) -> float:
    """What finding a term says, `document_frequency` of `count` articles having it; always above zero."""
    return math.log(1 + (count - document_frequency + 0.5) / (document_frequency + 0.5))


def together(count: int, document_frequencies: dict[str, int]) -> dict[str, float]:
    """By what to multiply the score of each term, that those which some article has weigh as one word: what finding any
    of them says. No article has two of them."""
    known = {term: articles for term, articles in document_frequencies.items() if articles}
    whole = idf(count, min(count, sum(known.values())))
    return {term: whole / idf(count, min(count, articles)) for term, articles in known.items()}


def norm(length: int, average: float) -> float:
    """What an article's length adds under the fraction of BM25."""
    return K1 * (1 - B + B * rounded_length(length) / average) if average else K1


def score(weight: float, frequency: float, length_norm: float) -> float:
    """BM25 of one term: `weight` is the sum of the idf of what was asked."""
    return weight * (K1 + 1) * frequency / (frequency + length_norm)


def tied(score: float) -> int:
    """Equal for scores that tie."""
    return round(score * TIED)


def rounded_length(length: int) -> int:
    """A length as one byte keeps it: exact to 40, then rounded down to four significant bits.

    Tantivy, Lucene and their kin store lengths so; rounding alike everywhere makes all engines rank alike.
    """
    if length < 24:
        return length
    beyond = length - 24
    shift = max(0, beyond.bit_length() - 4)
    return 24 + (beyond >> shift << shift)
