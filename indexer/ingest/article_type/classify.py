"""What type of article a draft is, by what it says of itself, its form, its title and its opening."""

from collections.abc import Callable, Sequence

from indexer.article import ArticleType
from indexer.ingest.article_type import cues as words
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.interviewee import says_interview
from indexer.ingest.interviews.turns import Turn

_DECLARED = {name.strip(): kind for kind, names in words.DECLARED.items() for name in names.split(",")}
_HEAD = 6000
_OPENING = 1200
_LEDE = 400


def type_of(draft: Draft, turns: Sequence[Turn] = ()) -> ArticleType:
    """The declared type where it is one that is known; else the first whose evidence the draft has."""
    declared = " ".join(draft.type.replace("_", " ").lower().split())
    # a section of a site is named in the plural: "Statements", "Speeches"
    for name in (declared, declared.removesuffix("s"), declared.removesuffix("es")):
        if name in _DECLARED:
            return _DECLARED[name]
    if len(turns) >= 2 or (turns and says_interview(draft.title, "")):
        return "interview"
    return next((kind for kind, is_kind in _EVIDENCE if is_kind(draft)), "other")


def _is_resolution(draft: Draft) -> bool:
    """Its form: a preamble of participles, then what is decided; a report on a resolution has neither."""
    head = f"\n\n{draft.text[:_HEAD]}"
    preamble = len(words.PREAMBLE.findall(head))
    titled = bool(words.RESOLUTION_TITLE.match(draft.title)) and not words.ADOPTED.search(draft.title)
    if preamble < 2 and not titled:
        return False
    operative = len(words.OPERATIVE.findall(head))
    return (preamble >= 2 and operative >= 1) or (titled and preamble + operative >= 2)


def _is_speech(draft: Draft) -> bool:
    """Spoken by one person: by its title, its salutation, or a statement that says "I"; a joint one says "we"."""
    if words.SPOKEN_STATEMENT.match(draft.title):
        return True
    opening = draft.text[:_OPENING]
    announced = bool(words.SPEECH_TITLE.match(draft.title) or words.SALUTATION.search(opening[:_LEDE]))
    if not announced and not (_is_statement(draft) and len(words.ONE_PERSON.findall(opening)) >= 2):
        return False
    return len(words.FIRST_PERSON.findall(opening)) >= 2


def _is_statement(draft: Draft) -> bool:
    """A statement itself, not a report that one was adopted or signed."""
    return bool(words.STATEMENT_TITLE.match(draft.title)) and not words.ACTS_ON_IT.search(draft.title)


def _is_press_release(draft: Draft) -> bool:
    """It calls itself one, or a body reports its own doings: whom it met, what it signed, hosted or took part in."""
    if words.PRESS_RELEASE.search(draft.title) or words.PRESS_RELEASE.search(draft.text[:_LEDE]):
        return True
    if not words.OWN_DOINGS.search(draft.title) or words.ON_A_WEEKDAY.search(draft.text[:_OPENING]):
        return False
    return bool(words.OWN_BODY.search(draft.title) or words.OWN_BODY.search(draft.text[:_LEDE]))


def _is_news(draft: Draft) -> bool:
    opening = draft.text[:_OPENING]
    reports = (words.ATTRIBUTED, words.ON_A_WEEKDAY, words.OWN_DOINGS)
    return any(pattern.search(opening) for pattern in reports)


_EVIDENCE: tuple[tuple[ArticleType, Callable[[Draft], bool]], ...] = (
    ("resolution", _is_resolution),
    ("speech", _is_speech),
    ("statement", _is_statement),
    ("news", lambda draft: bool(words.AGENCIES.search(draft.source))),
    ("press release", _is_press_release),
    ("news", _is_news),
)
