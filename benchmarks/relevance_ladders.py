"""Questions whose right order is one of weight: how often, how long, where, how rare.

Each is a ladder: what is right and what is wrong differ by much on some rungs and by little on others, so that a
small change of the formula turns some pair round. Which is right is said in words here, never read off the formula;
some rungs are steeper than any formula climbs, and the figures stay below 1. The kinds pull in opposite directions:
what lets one rise makes another fall.
"""

from collections.abc import Sequence

from benchmarks.relevance_question import Draft, Draw, Question


def _both_words(draw: Draw) -> Question:
    """What comes back to each of the words is about them together; what has one of them again and again, and the
    others once, is about that one. Falls where repeating a word counts too much."""
    words = draw.words(2 + draw.number % 2)
    about = [Draft(1, 1.0, _times(words, more)) for more in ((2, 2, 2), (2, 3, 2), (3, 2, 2), (3, 3, 3))]
    lopsided = [Draft(0, 1.0, _times(_turned(draw, words), (most, 1, 1))) for most in (3, 4, 5, 6, 7, 8, 10, 12)]
    return Question("both words", " ".join(words), (*about, *lopsided))


def _either_word(draw: Draw) -> Question:
    """What comes back to one of the words is about it; a roundup that drops each of them once is about neither. Falls
    where repeating a word counts too little."""
    words = draw.words(2)
    about = [Draft(1, draw.size(0.8, 1.2), _times(_turned(draw, words), (more,))) for more in (3, 3, 4, 4, 5, 6)]
    roundups = [Draft(0, size, tuple(words)) for size in (1.2, 1.4, 1.6, 1.8, 2.0, 2.2)]
    return Question("either word", " OR ".join(words), (*about, *roundups))


def _digests(draw: Draw) -> Question:
    """A short article that says the word twice is about it; one several times as long that says it more often, but
    gives it a smaller share of its words, is about many things. Falls where length counts too little."""
    (word,) = draw.words(1)
    about = [Draft(1, size, (word,) * 2) for size in (0.7, 0.8, 0.9, 1.0, 1.1)]
    digests = [
        Draft(0, size, (word,) * round(share * 2 * size))
        for size, share in zip((3, 4, 5, 6, 8), draw.rng.sample((0.4, 0.5, 0.6, 0.65, 0.7), 5), strict=True)
    ]
    return Question("digests", word, (*about, *digests))


def _reports(draw: Draw) -> Question:
    """A long report that has the word all the way through is about it; a notice of a few lines that says it once only
    mentions it. Falls where length counts too much."""
    (word,) = draw.words(1)
    reports = [Draft(1, size, (word,) * round(size * draw.size(1.7, 2.4))) for size in (2.0, 2.5, 3.0, 3.5, 4.0)]
    notices = [Draft(0, size, (word,)) for size in (0.3, 0.33, 0.36, 0.4, 0.45, 0.5)]
    return Question("reports", word, (*reports, *notices))


def _titles(draw: Draw) -> Question:
    """The word in the title and in the text: best. Several times in the text: good. A title that uses it and a text
    that never takes it up: a play on words. Falls where a title counts too little, or far too much."""
    (word,) = draw.words(1)
    headed = [Draft(3, draw.size(0.8, 1.3), (word,) * more, title=(word,)) for more in (1, 2, 2, 3)]
    text = [Draft(2, draw.size(0.8, 1.3), (word,) * more) for more in (2, 3, 3, 4, 4)]
    playing = [Draft(1, draw.size(0.9, 1.3), (), title=(word,)) for _ in range(2)]
    return Question("titles", word, (*headed, *text, *playing))


def _rare_words(draw: Draw) -> Question:
    """Beside a word that many articles have, the one that few have tells what is sought. Falls where words weigh
    alike."""
    (rare,) = draw.words(1)
    common = draw.rng.choice(draw.term_dictionary.words[200:400])
    about = [Draft(1, 1.0, _times((rare, common), more)) for more in ((2, 1), (3, 1), (3, 1), (4, 1))]
    passing = [Draft(0, 1.0, _times((rare, common), more)) for more in ((1, 3), (1, 4), (1, 5), (1, 6), (1, 8))]
    return Question("rare words", f"{rare} {common}", (*about, *passing))


def _topics(draw: Draw) -> Question:
    """Asked by two core words of a topic. About it, with related words: best; then what treats it among other things,
    what mentions it in passing, and a digest of everything last."""
    *core, near, far = draw.words(5)
    about = [Draft(3, draw.size(0.7, 1.8), (*_times(core, (3, 2, 3)), near, near, far)) for _ in range(3)]
    beside = [Draft(2, draw.size(0.8, 1.4), (*_times(core, (2, 1, 1)), near, far)) for _ in range(4)]
    passing = [Draft(1, draw.size(0.8, 2.0), tuple(core[:2])) for _ in range(4)]
    digests = [Draft(0, size, (*_times(core, (2, 1, 1)), near, far)) for size in (4.0, 6.0)]
    return Question("topics", " ".join(core[:2]), (*about, *beside, *passing, *digests))


def _times(words: Sequence[str], times: Sequence[int]) -> tuple[str, ...]:
    """Each word as often as the number at its place says; words and numbers without a partner are left out."""
    return tuple(word for word, more in zip(words, times, strict=False) for _ in range(more))


def _turned(draw: Draw, words: list[str]) -> list[str]:
    """In any order, so that no word is always the one that is said most."""
    return draw.rng.sample(words, len(words))


KINDS = (_both_words, _either_word, _digests, _reports, _titles, _rare_words, _topics)
