"""The two ends of a title: a day that stands there, a word that says that it goes on."""

from indexer.article import DateEvidence
from indexer.ingest.dates.date_lines import date_line, figures_in

# no title ends with one of these
_DANGLING = frozenset(
    {
        *("of", "the", "in", "to", "for", "and", "a", "an", "by", "with", "on", "at", "from", "&", "until", "since"),
        *("de", "la", "le", "les", "du", "des", "et", "en", "el", "y", "der", "die", "das", "und", "für", "von", "zur"),
        *("zum", "im", "am", "и", "в", "во", "на", "о", "об", "по", "с", "со", "к", "от", "до", "за", "из", "для"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    }
)
_FEWEST_WORDS = 3


def without_day(title: str) -> tuple[str, str, DateEvidence]:
    """`March 27 2007 Ministers meet` as title and day; where the day belongs to a phrase ("on 3 May 2018") it stays."""
    words = title.split()
    for count in range(min(5, len(words) - _FEWEST_WORDS), 0, -1) if figures_in(title) else ():
        before, after = " ".join(words[:-count]), " ".join(words[count:])
        if (day := date_line(" ".join(words[-count:]))) and not dangles(before):
            return before.rstrip(" ,|–—-("), day, DateEvidence("after title")
        if day := date_line(" ".join(words[:count])):
            return after.lstrip(" ,|–—-:)"), day, DateEvidence("above title")
    return title, "", DateEvidence()


def dangles(title: str) -> bool:
    """Whether it ends with a word that no title ends with, as half a wrapped one may."""
    return title.rsplit(" ", 1)[-1].strip(",").casefold() in _DANGLING
