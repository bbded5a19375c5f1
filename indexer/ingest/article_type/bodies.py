"""Cues of what bodies agree on and decide: communiqués and resolutions."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases
from indexer.ingest.article_type.reading import Reading
from indexer.ingest.article_type.resolution import (
    FORM_WORDS,
    HEADING,
    HEADING_WORDS,
    RESOLVES_WORDS,
    TITLE_WORDS,
    has_operative_form,
    is_titled,
    resolves,
)
from indexer.ingest.article_type.saying import REPORTED
from indexer.ingest.article_type.titles import JOINT_WORDS, is_joint, is_thing_itself

_COMMUNIQUE_TITLE = re.compile(
    r"communiqu[eé]?s?\b(?! (?:de presse|(?:du|de la|des) (?:ministère|présidence|gouvernement|cabinet"
    r"|porte-parole|secrétariat"
    r"|parti|syndicat|bureau|président|premier)))|\A(?:[\w'’-]+ ){0,5}?(?:final (?:act|document|declaration)"
    r"|outcome document)\b"
    r"(?! and\b)|chair(?:man"
    r"|person)?['’]?s? (?:summary|statement|conclusions)\b|presidency conclusions|council conclusions"
    r"|коммюнике|kommuniqu[eé]|comunicado (?:conjunto|final)|итоговый документ"
    r"|\A(?:\w+ ){0,4}declaration of (?:the )?(?:heads|leaders|presidents|member states|\w+ summit|ministers"
    r"|states)\b|\A(?:[\w-]+ ){1,4}(?:summit )?declaration\Z|\Aдекларация глав\b|\A\w+ская декларация\b"
)
# An agency prints the words themselves.
_TEXT_OF = (
    r"\A\W{0,3}(?:the |full |following is the |key )?(?:text|extracts?|excerpts?|highlights) (?:of"
    r"|from)\b.{0,200}\bcommuniqu"
    r"|\A\W{0,3}(?:полный )?текст\b.{0,200}коммюнике"
)
_COMMUNIQUE_WORDS = (
    "communiqu communiqus communique communiqué communiqués final outcome chair chairman chairperson conclusions "
    "summary "
    "declaration коммюнике kommuniqué comunicado итоговый декларация"
)
_WE_THE = (
    r"we,? the (?:[\w-]+ ){0,4}(?:heads|leaders|presidents|ministers|member states|representatives"
    r"|participants|chiefs|states|g7|g20|members)\b"
)
_AGREED_WORDS = (
    "agreed as follows|have adopted the following|issued the following joint|decided as follows|мы, главы"
    "|мы, президенты|мы, министры|nous, les chefs|nous, les ministres|nosotros, los"
    "|adopted the following joint|заявляют о следующем|заявляем о следующем|договорились о следующем|о нижеследующем"
    "|declare the following|declare as follows|declared the following|declared as follows|state the following"
    "|agreed on the following|déclarons ce qui suit|déclarent ce qui suit|sommes convenus de|declaramos lo siguiente"
    "|declaran lo siguiente|acordaron lo siguiente|erklären folgendes"
)
_WE_WORDS = (
    "heads ministers leaders presidents members states parties sides they руководители участники главы "
    "президенты министры стороны "
    "участники chefs ministres parties présidents jefes ministros partes presidentes parteien minister seiten"
)
# Who agrees, and what they do together, at the beginning of a paragraph.
_TOGETHER = (
    (
        r"(?:(?:The|Both|All)\s(?:two\s|contracting\s|participating\s)?(?:[Ss]ides|[Pp]arties|[Mm]inisters|[Ll]eaders"
        r"|[Hh]eads|[Pp]residents|[Mm]ember [Ss]tates|[Pp]articipants|[Dd]elegations|[Cc]ountries"
        r"|[Ff]oreign [Mm]inisters"
        r"|[Ss]tates|two|G7|G20|[Cc]hiefs)|They|We)"
    ),
    (
        r"(?:reaffirm|stress|not|welcom|express|underlin|underscor|agree|support|call|emphasi[sz]|reiterat"
        r"|recogni[sz]"
        r"|commit|discuss|exchang|confirm|condemn|commend|acknowledg|undertak|urge|recall|affirm|pledge|praise"
        r"|declare)"
    ),
)
_TOGETHER_ELSEWHERE = (
    (
        r"(?:Стороны|Главы|Президенты|Министры|Участники|Мы)",
        (
            r"(?:подтвер|отмети|отмеча|вырази|выража|договорил|приветств"
            r"|подчерк|поддерж|обсуди|призва|призыва|согласил|осуди|осужда|заяви|заявля|намерен)"
        ),
    ),
    (
        (
            r"(?:Les (?:deux |[ÉE]tats )?(?:[Pp]arties|[Mm]inistres|[Cc]hefs|[Pp]résidents|[Pp]articipants"
            r"|[Mm]embres|[Dd]irigeants)"
            r"|Ils|Nous)"
        ),
        r"(?:réaffirm|soulign|salu|exprim|condamn|convenu|conviennent|félicit|rappel|appell|décid|engag|not)",
    ),
    (
        (
            r"(?:(?:Los|Las|Ambas|Ambos) (?:dos )?(?:[Pp]artes|[Mm]inistros|[Pp]residentes|[Jj]efes|[Mm]andatarios"
            r"|[Pp]aíses|[Ee]stados"
            r"|[Pp]articipantes)|Nosotros)"
        ),
        r"(?:reafirm|reiter|destac|expres|acord|conden|celebr|salud|subray|comprom|record|coincid)",
    ),
    (
        (
            r"(?:(?:Die|Beide) (?:beiden )?(?:Seiten|Parteien|Minister|Präsidenten|Staats|Teilnehmer"
            r"|Delegationen)\w{0,8}|Wir)"
        ),
        r"(?:bekräftig|begrüß|beton|verurteil|vereinbar|unterstütz|erinner|würdig|verpflicht|erklär|beschl)",
    ),
)
_AGREED = re.compile(
    "|".join(
        rf"^\W{{0,3}}(?:\(?\w{{1,4}}[.)]\s{{0,3}})?{who}\b[^.\n]{{0,120}}?\b{does}"
        for who, does in (_TOGETHER, *_TOGETHER_ELSEWHERE)
    ),
    re.MULTILINE,
)
# In a sentence anywhere: what parties do together, and not only say to each other.
_TOGETHER_AGREED = re.compile(
    r"\b(?:ministers|leaders|heads of (?:state|government|delegation)|presidents|parties|sides|member states"
    r"|participants|they)"
    r"[^.;\n]{0,60}? (?:re-?affirm|stress|welcom|underlin|underscor|agree|emphasi[sz]|reiterat|recogni[sz]"
    r"|condemn|commend"
    r"|acknowledg|called (?:on|upon|for)|pledge|expressed|committed|noted)"
    r"|\b(?:руководители|главы|министры|стороны|участники|государства-члены)[^.;\n]{0,60}? (?:подтвер|отмет"
    r"|отмеча|выраз|выража"
    r"|приветств|подч[её]рк|призва|призыва|осуди|осужда|договорил)"
    r"|\b(?:ministres|chefs d['’][ée]tat|parties|présidents|états membres)[^.;\n]{0,60}? (?:réaffirm|soulign"
    r"|salu|condamn|conv[ie]|félicit"
    r"|réitér|reconn)"
    r"|\b(?:ministros|presidentes|partes|jefes de estado|estados miembros)[^.;\n]{0,60}? (?:reafirm|reiter"
    r"|destac|acord|conden|celebr"
    r"|saludar|subray|reconoc)"
    r"|\b(?:minister|staats- und regierungschefs|seiten|teilnehmer|parteien)[^.;\n]{0,60}? (?:bekräftig|begrüß"
    r"|beton|verurteil|vereinbar"
    r"|würdig)"
)
_FEWEST_AGREED = 3
_FIRST_SENTENCE = 200
_SIGNED = re.compile(r"\b(?:was|were|has been|have been) (?:signed|adopted|issued)\b|\b(?:подписан|принят)[аоы]?\b")
_FEWEST_POINTS = 4


def _is_communique(reading: Reading) -> bool:
    titled = _COMMUNIQUE_TITLE.search(reading.lowered("title")) is not None
    return titled and is_thing_itself(reading.title) and not _tells_of_signing(reading)


def _is_joint(reading: Reading) -> bool:
    return is_joint(reading.title) and not _tells_of_signing(reading)


def _tells_of_signing(reading: Reading) -> bool:
    """Its first sentence reports that it was signed: under its title stands no declaration, but an account of one."""
    return _SIGNED.search(reading.draft.text[:_FIRST_SENTENCE].lower()) is not None


def _states_agreed_points(reading: Reading) -> bool:
    return len(_AGREED.findall(reading.head)) >= _FEWEST_POINTS


def _agree_together(reading: Reading) -> bool:
    """Three times or more, and nobody said it."""
    return reading.words.isdisjoint(REPORTED) and len(_TOGETHER_AGREED.findall(reading.flow)) >= _FEWEST_AGREED


CUES: Final[tuple[Cue, ...]] = (
    Cue("operative paragraphs", {"resolution": 12}, has_operative_form, frozenset(FORM_WORDS.split())),
    exact("heading", {"resolution": 9.5, "statement": -2}, "top", HEADING, HEADING_WORDS),
    Cue("operative paragraphs", {"resolution": 10}, resolves, frozenset(RESOLVES_WORDS.split())),
    Cue("title", {"resolution": 7}, is_titled, frozenset(TITLE_WORDS.split())),
    cue("symbol", {"resolution": 2}, "top", r"\b[ase]/res/", "res"),
    Cue("title", {"communiqué": 6.8}, _is_communique, frozenset(_COMMUNIQUE_WORDS.split())),
    cue("title", {"communiqué": 3, "news": -2}, "title", _TEXT_OF, "communique communiqué коммюнике"),
    Cue(
        "title",
        {"communiqué": 7, "statement": 3.5},
        _is_joint,
        frozenset(JOINT_WORDS.split()),
    ),
    cue("agreed points", {"communiqué": 4.5, "statement": -1.5}, "flow", _WE_THE, "we"),
    phrases("agreed points", {"communiqué": 6}, _AGREED_WORDS),
    Cue("agreed points", {"communiqué": 4}, _agree_together, frozenset(_WE_WORDS.split()), costly=True),
    Cue("agreed points", {"communiqué": 6}, _states_agreed_points, frozenset(_WE_WORDS.split()), costly=True),
)
