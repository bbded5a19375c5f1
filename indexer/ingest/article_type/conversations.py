"""Cues of interviews: turns, who asks whom, and what the title says."""

import re
from itertools import pairwise
from typing import Final

from indexer.ingest.article_type.cue import Cue, Weights, cue
from indexer.ingest.article_type.reading import SPEAKERS, TEXT, Reading
from indexer.ingest.interviews.interviewee import says_interview

_INTERVIEW_TITLE = (
    r"(?<!zu einem )(?<!in an )(?<!after )\binterview\b(?! (?:room|process))|questions? and answers?|\bq ?& ?a\b"
    r"|интервью|\bentretien\b"
    r"|\bentrevista\b|\bim gespräch\b|\bintervista\b|\bwywiad\w{0,3}\b|\b(?:mülakat|röportaj|söyleşi)\w{0,3}\b"
    r"|\b(?:intervju|haastattelu|interjú|rozhovor|rozmowa|інтерв['’ʼ]ю|συνέντευξη|interviu)\w{0,3}\b"
)
_INTERVIEW_ITSELF = (
    r"\A\W{0,3}(?:an? |exclusive |the )?interview\b|interview(?:s|ed)? (?:with|of|mit|avec|by)\b|: interview\b"
    r"|\bq ?& ?a with\b|\A\W{0,3}интервью\b|\bentretien avec\b|\bentrevista (?:con|a)\b|\bintervista (?:a"
    r"|con)\b|\bim gespräch\b"
)
# "Interview de Mme Venn, ministre …", of which a part may have no question.
_INTERVIEW_OF = (
    r"\A\W{0,3}(?:an? |exclusive |the |full )?(?:interview|entretien|entrevista|intervista|gespräch|интервью|wywiad)"
    r" (?:de|du|d['’]|des|with|avec|mit|con|a|al|с|со|z|of)\b"
)
_INTERVIEW_WORDS = (
    "wywiad wywiadu interview interviews questions question q&a q интервью entretien entrevista gespräch intervista "
    "mülakat röportaj röportajı söyleşi söyleşisi intervju intervjun intervjuet haastattelu haastattelussa interjú "
    "rozhovor rozmowa інтерв συνέντευξη interviu"
)
# "Das Interview führte Ann Lee."
_ASKED_BY = (
    r"\b(?:das|dieses) (?:interview|gespräch) führte[n]?\b|\bdie fragen stellten?\b|\bpropos recueillis par\b"
    r"|\bentretien (?:réalisé|mené|conduit) par\b|\binterview (?:réalisée|conducted|by|von|door|di)\b"
    r"|\binterviewed by\b"
    r"|\bentrevista (?:realizada|hecha) por\b|\bintervista (?:di|a cura di)\b|^\W{0,3}беседовал[аи]?\b"
    r"|\bинтервью (?:взял|в[её]л|подготовил|провел)\w{0,2}\b|^\W{0,3}rozmawiał[ay]?\b|\brozmowę przeprowadził\w?\b"
)
_ASKED_BY_WORDS = (
    "interview gespräch fragen propos entretien interviewed entrevista intervista беседовал беседовала "
    "беседовали интервью "
    "rozmawiał rozmawiała rozmowę"
)
# "Question 1: …", "Answer: …": a part of an interview may have one of them.
_PART = (
    r"^\W{0,3}(?:q|question|frage|pregunta|вопрос|domanda|pytanie|a|answer|antwort|respuesta|réponse|ответ"
    r"|risposta|odpowiedź)"
    r" ?\d{0,2} ?:(?: |\*|$)|^\W{0,3}(?:question|frage|pregunta|вопрос|ответ|answer|antwort) ?\d{0,2}\. "
)
_PARTS = re.compile(_PART, re.MULTILINE)
_PART_WORDS = (
    "q question frage pregunta вопрос domanda pytanie answer antwort respuesta réponse ответ risposta odpowiedź q1 a1"
)
# What is said in answers sounds like a speech.
_SAYS_SO = (
    r"\b(?:this|the|our) (?:interview|conversation) (?:has been|was|is)\b|\bsat down with\b|\bwe (?:interview"
    r"|interviewed|spoke (?:to|with)|talked (?:to|with)|asked)\b|\b(?:im|das) (?:interview|gespräch)\b"
    r"|\bhemos entrevistado\b|\bentrevistamos\b|\bnous avons (?:interviewé|rencontré|interrogé)\b"
    r"|\bв интервью\b|\bинтервью (?:вышло|состоялось|получилось)\b|\bобсудили с\b"
)
_SAYS_SO_WORDS = (
    "interview conversation sat interviewed spoke talked asked gespräch entrevistado entrevistamos "
    "обсудили interviewé rencontré interrogé интервью"
)
_NOT_ALONE: Final[Weights] = {"speech": -4, "statement": -3, "opinion": -3, "news": -1.5}
_LABEL_FIRST = re.compile(r"[A-ZА-ЯЁÀ-Þ][\w’'-]{1,20}(?: [A-ZА-ЯЁÀ-Þ][\w’'-]{1,20})?: ")
_SPOKEN_WITH = re.compile(_SAYS_SO)
_ASKED = re.compile(r"\n\n(?=[^\n]{10,500}\n\n(?![^\n]{0,400}\?\n)[^\n]{40})[^\n?]{8,300}\?(?=[^\n?]{0,120}\n)")
_FEWEST_ASKED = 2
_FEWEST_SPEAKERS = 2
_DASHED = re.compile(r"^[–—] ?(?=[^\W\d_]|[¿¡«“\"])", re.MULTILINE)
_SAID_BETWEEN = re.compile(r"\S [–—-] ?[^\W\d_]{3,15}(?: [^\W\d_]{2,15}){0,3}[,.;:–—-]")
_NAME = r"[A-ZА-ЯЁÀ-Þ][\w.’'-]{1,20}"
_NAME_ALONE = re.compile(rf"^[*_#\s]{{0,6}}({_NAME} {_NAME}(?: {_NAME})?):[*_\s]{{0,4}}$", re.MULTILINE)
_YOU_WORDS = (
    r"(?<!\w)(?:[Yy]ou|[Yy]our|[Vv]ous|[Vv]otre|[Vv]os|Sie|Ihnen|Ihre?[mnrs]?|[Uu]sted|[Uu]stedes|[Tt]u|[Dd]u"
    r"|[Dd]ein\w?"
    r"|[Вв]ы|[Вв]ас|[Вв]ам|[Вв]аш\w{0,3}|[Ll]ei|[Vv]ocê|[Jj]ij)(?!\w)"
)
_YOU = re.compile(_YOU_WORDS)
_ASKS_YOU = re.compile(rf"^(?=[^\n]{{10,400}}$)(?=[^\n]*{_YOU_WORDS})[^\n]*\?[\"”»«“*_)]{{0,4}}$")
_OF_SELF = re.compile(
    r"(?<![\w.])(?:I|I['’]\w{1,2}|[Mm]y|[Ww]e|[Oo]ur|[Jj]e|J['’]\w{2,12}|[Mm]on|[Mm]es|[Nn]ous|[Yy]o|[Mm]i"
    r"|[Nn]uestr\w{1,2}|[Ii]ch|[Mm]ein\w?"
    r"|[Ww]ir|[Uu]nser\w{0,2}|[Яя]|[Мм]ы|[Мм]не|[Мм]еня|[Мм]о[йяеёи]|[Нн]аш\w{0,3}|[Ii]o|[Ee]u|[Ii]k)(?![\w.])"
)
_UNDER_NAME = re.compile(rf"^\W{{0,4}}({_NAME}(?: {_NAME}){{0,2}}):\W{{0,4}} ([^\n]{{20,2000}})", re.MULTILINE)
_FEWEST_DASHED = 4
_LAST_MARKS = 6
_NEARLY_ALL = 0.75
# One paragraph in so many is a question.
_FEWEST_ANSWERS = 6
_SOME = 0.008


def _asks(reading: Reading) -> bool:
    return len(reading.turns) >= 2 or bool(reading.turns and says_interview(reading.title, ""))


def _asks_by_paragraph(reading: Reading) -> bool:
    """Paragraph after paragraph is a question with an answer under it, in which somebody says "I"."""
    if reading.turns or reading.first_person < _SOME or len(reading.quotations) > 1:
        return False
    asked = len(_ASKED.findall(reading.head))
    return asked >= _FEWEST_ASKED and asked * _FEWEST_ANSWERS > reading.head.count("\n\n")


def _says_so(reading: Reading) -> bool:
    asks = "?" in reading.head or _LABEL_FIRST.match(reading.opening) is not None
    return asks and _SPOKEN_WITH.search(reading.lowered("opening")) is not None


def _goes_to_and_fro(reading: Reading) -> bool:
    """Nearly every paragraph begins with a dash, and none tells who said so (" —he said"), as dialogues in prose do."""
    dashed = len(_DASHED.findall(reading.head))
    if dashed < _FEWEST_DASHED or dashed < _NEARLY_ALL * reading.head.strip().count("\n\n"):
        return False
    talks = reading.first_person > _SOME or "?" in reading.head
    return talks and not _SAID_BETWEEN.search(reading.head)


def _names_stand_alone(reading: Reading) -> bool:
    """Names with a colon in lines of their own, above what they say."""
    return ":\n" in reading.head and len({*_NAME_ALONE.findall(reading.head)}) >= _FEWEST_SPEAKERS


def _answered(reading: Reading) -> int:
    """How many lines ask "you", each with a line below in which somebody says "I" or "we"."""
    if reading.turns or "?" not in reading.head:
        return 0
    lines = [line for line in map(str.strip, reading.head.split("\n")) if line]
    asked = ((one, two) for one, two in pairwise(lines) if "?" in one[-_LAST_MARKS:])
    return sum(_ASKS_YOU.search(one) is not None and _tells_of_self(two) for one, two in asked)


def _tells_of_self(said: str) -> bool:
    """More than of "you": who advises turns to the reader."""
    return len(_OF_SELF.findall(said)) > len(_YOU.findall(said))


def _is_answered(reading: Reading) -> bool:
    return _answered(reading) > 0


def _is_answered_again(reading: Reading) -> bool:
    return _answered(reading) > 1


def _speak_under_names(reading: Reading) -> bool:
    """Two under names, of whom one asks and one says "I"."""
    if reading.turns or "?" not in reading.head or reading.head.count(": ") < _FEWEST_SPEAKERS:
        return False
    said = _UNDER_NAME.findall(reading.head)
    asks, tells = any("?" in text for _, text in said), any(_OF_SELF.search(text) for _, text in said)
    return len({name for name, _ in said}) == _FEWEST_SPEAKERS and asks and tells


def _is_part(reading: Reading) -> bool:
    """A question or an answer is called so, though there are no turns: the rest stands elsewhere."""
    return not reading.turns and _PARTS.search(reading.lowered("opening")) is not None


CUES: Final[tuple[Cue, ...]] = (
    cue("heading", {"interview": 4}, "top", r"^\W{0,3}(?:interviews?|интервью)\W{0,3}$", _INTERVIEW_WORDS),
    Cue("questions and answers", {"interview": 5.5, **_NOT_ALONE}, _is_part, frozenset(_PART_WORDS.split())),
    Cue("questions and answers", {"interview": 6, "transcript": 2.5, **_NOT_ALONE}, _asks),
    Cue(
        "questions and answers",
        {"interview": 4, "speech": -1.5, "opinion": -1.5, "statement": -1},
        _asks_by_paragraph,
        SPEAKERS,
    ),
    Cue("questions and answers", {"interview": 6, **_NOT_ALONE}, _goes_to_and_fro, frozenset({TEXT}), costly=True),
    Cue("several speakers", {"interview": 3.5, "transcript": 1}, _names_stand_alone, frozenset({TEXT}), costly=True),
    cue("self-naming", {"interview": 5, **_NOT_ALONE}, "last", _ASKED_BY, _ASKED_BY_WORDS),
    cue("self-naming", {"interview": 5, **_NOT_ALONE}, "top", _ASKED_BY, _ASKED_BY_WORDS),
    Cue(
        "questions and answers",
        {"interview": 2.5, "opinion": -1.5, "speech": -1},
        _is_answered,
        frozenset({TEXT}),
        costly=True,
    ),
    Cue(
        "questions and answers",
        {"interview": 4, "opinion": -1.5, "speech": -2, "statement": -2},
        _is_answered_again,
        frozenset({TEXT}),
        costly=True,
    ),
    Cue("questions and answers", {"interview": 5.5, **_NOT_ALONE}, _speak_under_names, frozenset({TEXT}), costly=True),
    Cue("self-naming", {"interview": 2.5, "news": -0.5}, _says_so, frozenset(_SAYS_SO_WORDS.split())),
    cue("title", {"interview": 3}, "title", _INTERVIEW_ITSELF, _INTERVIEW_WORDS),
    cue("title", {"interview": 2, **_NOT_ALONE}, "title", _INTERVIEW_OF, _INTERVIEW_WORDS),
    cue("title", {"interview": 3.5}, "title", _INTERVIEW_TITLE, _INTERVIEW_WORDS),
)
