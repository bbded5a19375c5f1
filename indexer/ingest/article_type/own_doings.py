"""Cues of a press release: who writes reports what he does himself, and quotes his own people."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from indexer.ingest.article_type.cue import Cue
from indexer.ingest.article_type.news import ON_A_WEEKDAY, WEEKDAYS
from indexer.ingest.article_type.reading import TEXT, Reading, is_agency
from indexer.ingest.article_type.saying import REPORTED

OWN_BODY = re.compile(
    r"\b(?:Secretariat|Secretar(?:y|ies)[- ]Generals?|Secretaries[- ]General|[Dd]elegations?|High Commissioner"
    r"|Executive (?:Secretary|Director)|(?:Permanent|Ministerial|Collective Security|Parliamentary"
    r"|Military) \w+|Chair(?:man|person)?-in-Office|Office|Mission|Ministry|Academy|Cent(?:er|re))\b"
    r"|[Сс]екретариат|[Гг]енеральн\w{2,3} секретар|[Дд]елегаци|[Пп]остоянн\w{2,3} [Сс]овет|[Мм]инистерств"
)
OWN_DOINGS = re.compile(
    r"\b(?:met|meets?|signed|signs?|hosted|hosts?|received|receives?|visit(?:s|ed)|opened|opens|launch(?:es"
    r"|ed)|delivered|delivers|address(?:ed|es)|spoke|speaks|attended|attends?|presented|presents|concluded"
    r"|concludes|convened|conducted|participat(?:es?|ed)|(?:took|takes?|taking) (?:part|place)|(?:was|were"
    r"|is) held|(?:held|holds|hold|holding) (?:\w+ ){0,2}(?:talks|meetings?|consultations|conference|session)"
    r"|paid an? (?:\w+ )?visit|congratulat(?:es|ed))\b|^(?:on |about )?(?:the |an? |\w+ )?(?:meeting|session"
    r"|visit|talks|consultations|briefing|exercise|seminar|signing|working trip)s? (?:of|with|between|in|on"
    r"|by)\b|встретил|пров[её][лд]|прош[её]?л|состоял|подпис|принял\w? участие|посетил|открыл"
)
_DOING_WORDS = (
    "met meet meets signed signs sign hosted hosts host received receives receive visits visited opened opens "
    "launches launched delivered delivers addressed addresses spoke speaks attended attends attend presented "
    "presents concluded concludes convened conducted participates participate participated took takes take "
    "taking held holds hold holding paid congratulates congratulated meeting session visit talks "
    "consultations briefing exercise seminar signing trip встретился встретилась встретил провел провела "
    "провёл провели прошел прошла прошёл прошли состоялся состоялась состоялось подписан подписано подписал "
    "подписали принял приняла приняли посетил посетила открылся открылась открыл"
)
_NAMED = (
    r"(?:Today,? )?(?:The |Der |Die |Das |La |Le |L['’]|El )?(?P<name>(?:[A-ZÀ-Þ][\w&’'-]{1,30} (?:(?:of|for|and"
    r"|the|für|der|des|und|de"
    r"|du|del|et|y) ){0,2}){1,5}?[A-ZÀ-Þ][\w&’'-]{1,30}|[A-Z]{3,8})(?: \([A-Z]{2,8}\))? (?:today |heute )?"
)
_FIRST_NAMED = re.compile(
    rf"{_NAMED}(?:ha(?:s|ve) (?:today |again )?(?:renewed|called|welcomed|launched|joined|published|released"
    rf"|written|signed"
    r"|announced|condemned|urged|warned|opened|awarded|appointed)|is (?:calling|launching|pleased|proud"
    r"|delighted|urging|inviting"
    r"|seeking)|welcomes|calls (?:on|for)|urges|condemns|launches|invites|publishes|announces|supports|opposes"
    r"|demands|fordert"
    r"|kritisiert|begrüßt|appelliert|ruft|lädt|veröffentlicht|startet|präsentiert|dénonce|salue|appelle|demande"
    r"|exige|annonce|lance"
    r"|publie|invite|denuncia|anuncia|pide|reclama|presenta|lanza"
    r"|(?:hat|haben) [^.\n]{0,200}?\b(?:veröffentlicht|vorgestellt|gestartet|unterzeichnet|eröffnet|aufgefordert"
    r"|entwickelt"
    r"|ausgezeichnet|gewürdigt|verabschiedet))\b"
)
# "said Ann Lee, director of Lake Watch", and before what is quoted: "Ann Lee, Präsidentin des Seebunds, erklärt:"
_OFFICE = re.compile(
    r"\b(?:ceo|chief|chair|presiden|präsident|président|prezes|президент|direct|direkt|dyrekt|direttor"
    r"|директор|founder|fondat|fundador|gründer|основател|vorsitz|vorstand|geschäftsführ|sprecher|spokes"
    r"|porte-parole|portavo|secretary|secrétaire|secretari|sekret|секретар|head of|leiter|responsable"
    r"|koordinator|coordina|координатор|manager|manag|ordförande|voorzitter|woordvoerder|başkan|rektor|rector"
    r"|officer|campaigner|policy|rådgiver|medlem|membre)"
)
_BODY = re.compile(r"\b(?:[A-ZА-ЯЁ]{3,8}\b|(?:[A-ZÀ-ÞА-ЯЁ][\w’'-]{2,20} ){1,4}[A-ZÀ-ÞА-ЯЁ][\w’'-]{2,20})")
_FIRST = 300
_ON_A_DATE = re.compile(
    r"\b[Oo]n (?:\d{1,2}(?:st|nd|rd|th)?(?: and \d{1,2})? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})\b"
    r"|\b\d{1,2}(?:-\d{1,2})? (?:января|февраля"
    r"|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b|\b[Aa]m \d{1,2}\. [A-Z]"
    r"|\b[Ll]e \d{1,2} [a-zéû]{3,9}\b"
    r"|\b[Ee]l \d{1,2} de [a-z]{4,10}\b"
)
_HOLDER = re.compile(
    r"\b(?:(?:Foreign |Prime |Deputy |Vice[- ])?(?:Minister|Secretary(?:[- ]General)?|Ambassador|Chairman"
    r"|Chairperson|Commissioner"
    r"|Director|Rector)|Ministry|Secretariat|Embassy|[Мм]инистр\w{0,3}|[Пп]ос(?:ол|ла|лом)|[Пп]осольств\w"
    r"|[Сс]екретар\w{0,3}"
    r"|[Пп]редседател\w{1,2}|Ministre|Ambassadeur|Ministro|Embajador|Botschafter\w{0,2}|Minister\w{0,2})\b"
)
_WEEKDAYS = frozenset(WEEKDAYS.split())
_BESIDE = 110
_MOST_QUOTATIONS = 3
_QUOTATION = re.compile(r"[\"“«„][^\"”»“«„]{30,900}[\"”»“]")
_NAMED_AGAIN = 1
_LEDE = 400
_READ = 2500


def _reports_own_doings(reading: Reading) -> bool:
    """A body reports in its title whom it met, what it signed, hosted or took part in."""
    if is_agency(reading.draft.source) or not OWN_DOINGS.search(reading.lowered("title")):
        return False
    if not OWN_BODY.search(reading.title) and not OWN_BODY.search(reading.opening[:_LEDE]):
        return False
    return not _is_of_a_weekday(reading)


def _begins_with_own_doings(reading: Reading) -> bool:
    """ "On 6 March the Foreign Minister took part in …", where the title tells nothing of it: an office, a day with its
    date, and nobody reports."""
    first = reading.draft.text[:_FIRST]
    if not _ON_A_DATE.search(first) or not _HOLDER.search(first) or not OWN_DOINGS.search(first.lower()):
        return False
    reports = not reading.words.isdisjoint(REPORTED) or _is_of_a_weekday(reading)
    return not reports and not _reports_own_doings(reading)


def _names_its_source(reading: Reading) -> bool:
    """Who publishes it is who acts in it: an agency or a newspaper writes of others."""
    source = reading.lowered("source")
    return len(source) > 2 and not is_agency(reading.draft.source) and source in reading.flow[:_LEDE]


def _quotes_its_officer(reading: Reading) -> bool:
    """Who is quoted holds an office in the body that the first sentences name, and nobody's else: that body writes."""
    if not reading.quotations or _is_of_a_weekday(reading):
        return False
    text = reading.draft.text[:_READ]
    officers = [each for each in _beside_quotations(text) if _OFFICE.search(each.lower())]
    if not officers:
        return False
    bodies = {*_BODY.findall(f"{reading.title}\n{text[:_FIRST]}")}
    return all(any(body in each for body in bodies) for each in officers)


def _is_of_a_weekday(reading: Reading) -> bool:
    """It tells on which day of the week, as newspapers do."""
    return not reading.words.isdisjoint(_WEEKDAYS) and re.search(ON_A_WEEKDAY, reading.lowered("opening")) is not None


def _beside_quotations(text: str) -> Iterator[str]:
    for said in islice(_QUOTATION.finditer(text), _MOST_QUOTATIONS):
        yield text[said.end() : said.end() + _BESIDE]
        yield text[max(0, said.start() - _BESIDE) : said.start()]


def _speaks_of_itself(reading: Reading) -> bool:
    """Who is named first has doings of his own ("Lake Watch has renewed its call"), and is named again and again."""
    match = _FIRST_NAMED.match(reading.draft.text[:_LEDE])
    return match is not None and reading.opening.count(match["name"]) > _NAMED_AGAIN


CUES: Final[tuple[Cue, ...]] = (
    Cue("own doings", {"press release": 3.5}, _names_its_source, frozenset({"@source"})),
    Cue("own doings", {"press release": 4, "news": -2.4}, _quotes_its_officer, frozenset({TEXT}), costly=True),
    Cue(
        "own doings",
        {"press release": 2.5, "news": -0.5, "communiqué": -1.5},
        _begins_with_own_doings,
        frozenset(_DOING_WORDS.split()),
        costly=True,
    ),
    Cue("own doings", {"press release": 2}, _speaks_of_itself, frozenset({TEXT}), costly=True),
    Cue("own doings", {"press release": 6, "news": -0.5}, _reports_own_doings, frozenset(_DOING_WORDS.split())),
)
