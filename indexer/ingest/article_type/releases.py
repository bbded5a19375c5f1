"""Cues of a press release: its heading, contacts and end mark, and that somebody reports what he does himself."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases
from indexer.ingest.article_type.news import ON_A_WEEKDAY, WEEKDAYS
from indexer.ingest.article_type.reading import TEXT, Reading, is_agency

_HEADING = (
    r"\bfor (?:immediate|general) release\b|^\W{0,3}(?:press|media|news) releases?\b(?! of\b)|press[- ]release\b"
    r"|пресс-релиз|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa"
    r"|^\W{0,3}(?:pressemitteilung|pressemeldung|medienmitteilung)\b"
    r"|^\W{0,3}(?:presse(?:-|aus)?(?:information|sendung|erklärung|dienst)|medieninformation|persbericht"
    r"|pressemeddelelse|pressmeddelande|lehdistötiedote|informacja prasowa|tisková zpráva|sajtóközlemény"
    r"|basın bülteni|nota de imprensa|comunicado de imprensa|nota à imprensa|пресс-служба)\b"
    r"|prnewswire|pr newswire|business wire|globenewswire|marketwired|accesswire|ein presswire"
)
_HEADING_WORDS = (
    "release releases press-release press-releases пресс-релиз communiqué nota comunicado comunicato pressemitteilung "
    "pressemeldung medienmitteilung presseinformation presse-information presseaussendung presseerklärung "
    "pressedienst medieninformation persbericht pressemeddelelse pressmeddelande lehdistötiedote informacja tisková "
    "sajtóközlemény basın imprensa пресс-служба prnewswire newswire globenewswire marketwired accesswire presswire wire"
)
_CONTACT = (
    r"^\W{0,4}(?:(?:press|media|news|for media|investor) )?(?:contacts?|enquiries|inquiries)(?: (?:information"
    r"|person))?"
    r"(?: ?[:\n–-]|  )"
    r"|for (?:more|further|media|additional) (?:information|enquiries|inquiries),?[^\n]{0,40}\b"
    r"(?:contact|visit|call|please)\b"
    r"|^\W{0,4}(?:press|media) (?:office|contacts?|enquiries|inquiries)\b|^\W{0,4}notes? (?:to|for) editors?\b"
    r"|^\W{0,4}(?:pressekontakt|contact presse|contacto de prensa|контакты для сми|pressestelle)\b"
)
_CONTACT_WORDS = "contact contacts enquiries inquiries editors pressekontakt контакты pressestelle"
# A number to call, where there is no address.
_NUMBER = re.compile(r"\+\d{2}[ (\d]|\(\d{3}\) ?\d{3}[ .-]\d{4}\b")
_END = 700
_END_MARK = re.compile(
    r"#\s?#\s?#|^\s{0,3}(?:-\s?30\s?-|-?\s?(?:ENDS?|E N D S?)\s?-?|\*\s?\*{2,4}\s?\*)\s{0,3}$", re.MULTILINE
)
_ACTS = re.compile(
    r"announc|open|introduc|releas|prais|applaud|join|urg|call|said|says|welcom|issu|unveil|vot|award|launch|sign"
    r"|express"
    r"|commend|criticiz|host|deliver|outlin|honou?r|appoint|approv|pass|made|secur|propos|hail|report|complet"
)
_PLEASED = (
    r"(?:i am|i’m|i'm|we are|we’re|we're|it is|is|are) (?:very |so |extremely |also )?"
    r"(?:pleased|proud|thrilled|delighted|honou?red|excited|grateful) (?:to|that|of|with|by)\b|\bi (?:applaud"
    r"|commend)\b"
)
_STATEMENT = (
    r"\b(?:releas|issu|made|make|offer|gave)\w{0,4} (?:the|this) (?:following )?(?:joint )?(?:written )?statement\b"
)
_LEGISLATOR = re.compile(
    r"(?:\bSen(?:ators?|s)?|SENS?|\bRep(?:resentatives?|s)?|Congress(?:man|woman)|Assembly(?:man|woman"
    r"|member))[.\s]{1,3}"
    r"(?P<name>(?:[A-Z][\w.’'-]{0,20}\s{1,3}){0,2}[A-Z][\w’'-]{1,20})"
)
_LEGISLATORS = (
    "sen sens senator senators rep reps representative representatives congressman congresswoman assemblyman "
    "assemblywoman assemblymember"
)
OWN_BODY = re.compile(
    r"\b(?:Secretariat|Secretar(?:y|ies)[- ]Generals?|Secretaries[- ]General|[Dd]elegations?|High Commissioner"
    r"|Executive (?:Secretary|Director)|(?:Permanent|Ministerial|Collective Security|Parliamentary|Military) \w+"
    r"|Chair(?:man|person)?-in-Office|Office|Mission|Ministry|Academy|Cent(?:er|re))\b"
    r"|[Сс]екретариат|[Гг]енеральн\w{2,3} секретар|[Дд]елегаци|[Пп]остоянн\w{2,3} [Сс]овет|[Мм]инистерств"
)
OWN_DOINGS = re.compile(
    r"\b(?:met|meets?|signed|signs?|hosted|hosts?|received|receives?|visit(?:s|ed)|opened|opens|launch(?:es|ed)"
    r"|delivered|delivers|address(?:ed|es)|spoke|speaks|attended|attends?|presented|presents|concluded|concludes"
    r"|convened|conducted|participat(?:es?|ed)"
    r"|(?:took|takes?|taking) (?:part|place)|(?:was|were|is) held|(?:held|holds|hold|holding) (?:\w+ ){0,2}(?:talks"
    r"|meetings?|consultations|conference|session)|paid an? (?:\w+ )?visit|congratulat(?:es|ed))\b"
    r"|^(?:on |about )?(?:the |an? |\w+ )?(?:meeting|session|visit|talks|consultations|briefing|exercise|seminar"
    r"|signing|working trip)s? (?:of|with|between|in|on|by)\b"
    r"|встретил|пров[её][лд]|прош[её]?л|состоял|подпис|принял\w? участие|посетил|открыл"
)
_DOING_WORDS = frozenset(
    [
        "met",
        "meet",
        "meets",
        "signed",
        "signs",
        "sign",
        "hosted",
        "hosts",
        "host",
        "received",
        "receives",
        "receive",
        "visits",
        "visited",
        "opened",
        "opens",
        "launches",
        "launched",
        "delivered",
        "delivers",
        "addressed",
        "addresses",
        "spoke",
        "speaks",
        "attended",
        "attends",
        "attend",
        "presented",
        "presents",
        "concluded",
        "concludes",
        "convened",
        "conducted",
        "participates",
        "participate",
        "participated",
        "took",
        "takes",
        "take",
        "taking",
        "held",
        "holds",
        "hold",
        "holding",
        "paid",
        "congratulates",
        "congratulated",
        "meeting",
        "session",
        "visit",
        "talks",
        "consultations",
        "briefing",
        "exercise",
        "seminar",
        "signing",
        "trip",
        "встретился",
        "встретилась",
        "встретил",
        "провел",
        "провела",
        "провёл",
        "провели",
        "прошел",
        "прошла",
        "прошёл",
        "прошли",
        "состоялся",
        "состоялась",
        "состоялось",
        "подписан",
        "подписано",
        "подписал",
        "подписали",
        "принял",
        "приняла",
        "приняли",
        "посетил",
        "посетила",
        "открылся",
        "открылась",
        "открыл",
    ]
)
_FIRST_NAMED = re.compile(
    r"(?:Today,? )?(?:The |Der |Die |Das |La |Le |L['’]|El )?(?P<name>(?:[A-Z][\w&’'-]{1,30} ){1,5}?[A-Z][\w&’'-]{1,30}"
    r"|[A-Z]{3,8})(?: \([A-Z]{2,8}\))? (?:today )?"
    r"(?:ha(?:s|ve) (?:today |again )?(?:renewed|called|welcomed|launched|joined|published|released|written|signed"
    r"|announced"
    r"|condemned|urged|warned)|is (?:calling|launching|pleased|proud|delighted|urging|inviting|seeking)|welcomes"
    r"|calls (?:on|for)"
    r"|urges|condemns|launches|invites|publishes|announces|supports|opposes|demands"
    r"|fordert|kritisiert|begrüßt|appelliert|ruft|lädt|veröffentlicht|startet|präsentiert"
    r"|dénonce|salue|appelle|demande|exige|annonce|lance|publie|invite|denuncia|anuncia|pide|reclama|presenta|lanza)\b"
)
# "Basel, 12. März 2024 –": an agency leaves the year out.
_PLACE_AND_DAY = re.compile(
    r"\W{0,3}[A-ZÀ-ÞА-Я][\w.,/ ’'-]{2,40}[,(] ?(?:den |le |the )?(?:[\w.]{1,12} ){0,3}(?:[\w.]{1,12},? )?"
    r"(?:\d{1,2}[./])?(?:19|20)\d\d\)?\.? ?(?:[-–—:|/.]|$|\n)"
)
_PRAISE = (
    "leading provider|world's leading|world’s leading|leading supplier|a leader in|milestone|is committed to"
    "|are committed to|our members|our customers|our partners|proud to|pleased to|excited to|delighted to|thrilled to"
    "|free of charge|more information|find out more|führender anbieter|führenden anbieter|freuen uns|wir freuen"
    "|weitere informationen|herzlich eingeladen|leader mondial|leader européen|nous sommes fiers|fiers de"
    "|plus d'informations|plus d’informations|nos complace|líder en|más información|estamos orgullosos"
)
# "said Ann Lee, director of Lake Watch", and before what is quoted: "Ann Lee, Präsidentin des Seebunds, erklärt:"
_OFFICE = re.compile(
    r"\b(?:ceo|chief|chair|presiden|präsident|président|prezes|президент|direct|direkt|dyrekt|direttor|директор|founder"
    r"|fondat|fundador|gründer|основател|vorsitz|vorstand|geschäftsführ|sprecher|spokes|porte-parole|portavo|secretary"
    r"|secrétaire|secretari|sekret|секретар|head of|leiter|responsable|koordinator|coordina|координатор|manager|manag"
    r"|ordförande|voorzitter|woordvoerder|başkan|rektor|rector|officer|campaigner|policy|rådgiver|medlem|membre)"
)
_BODY = re.compile(r"\b(?:[A-ZА-ЯЁ]{3,8}\b|(?:[A-ZÀ-ÞА-ЯЁ][\w’'-]{2,20} ){1,4}[A-ZÀ-ÞА-ЯЁ][\w’'-]{2,20})")
_FIRST = 300
_BESIDE = 110
_MOST_QUOTATIONS = 4
_QUOTATION = re.compile(r"[\"“«„][^\"”»“«„]{30,900}[\"”»“]")
_OPENS_QUOTED = re.compile(r"^\s{0,3}[\"“„«](?=\w)", re.MULTILINE)
_FEWEST_QUOTED = 2
_NAMED_AGAIN = 1
_LEDE = 400
_READ = 2500


def _has_end_mark(reading: Reading) -> bool:
    return _END_MARK.search(reading.last) is not None


def _can_be_reached(reading: Reading) -> bool:
    """An address or a number at the end: who reports on others gives none."""
    text = reading.raw.text
    end = max(0, len(text) - _END)
    if text.find("@", end) >= 0:
        return True
    return (text.find("+", end) >= 0 or text.find("(", end) >= 0) and _NUMBER.search(text, end) is not None


def _names_place_and_year(reading: Reading) -> bool:
    lede = reading.lede
    return ("20" in lede or "19" in lede) and _PLACE_AND_DAY.match(lede) is not None


def _acts_today(reading: Reading) -> bool:
    """ "Senator Lee announced today", "today announced": a report says on which day of the week."""
    opening = reading.lowered("opening")
    at = opening.find("today")
    while at >= 0:
        if _ACTS.search(opening, max(0, at - 90), at + 45):
            return True
        at = opening.find("today", at + 5)
    return False


def _names_legislator(reading: Reading) -> bool:
    return _LEGISLATOR.search(reading.top) is not None


def _is_of_legislator(reading: Reading) -> bool:
    """The legislator whom the first lines introduce stands in the line above, by his surname alone."""
    top = reading.top
    for match in _LEGISLATOR.finditer(top):
        surname = match["name"].split()[-1].casefold()
        if len(surname) > 3 and surname in top[: match.start()].casefold():
            return True
    return False


def _reports_own_doings(reading: Reading) -> bool:
    """A body reports in its title whom it met, what it signed, hosted or took part in."""
    if is_agency(reading.draft.source) or not OWN_DOINGS.search(reading.lowered("title")):
        return False
    if not OWN_BODY.search(reading.title) and not OWN_BODY.search(reading.opening[:_LEDE]):
        return False
    return reading.words.isdisjoint(WEEKDAYS.split()) or not re.search(ON_A_WEEKDAY, reading.lowered("opening"))


def _names_its_source(reading: Reading) -> bool:
    """Who publishes it is who acts in it: an agency or a newspaper writes of others."""
    source = reading.lowered("source")
    return len(source) > 2 and not is_agency(reading.draft.source) and source in reading.flow[:_LEDE]


def _is_mostly_quoted(reading: Reading) -> bool:
    """Paragraph after paragraph of somebody's words: who reports on others tells more of it himself."""
    return reading.has_marks and len(_OPENS_QUOTED.findall(reading.opening)) >= _FEWEST_QUOTED


def _quotes_its_officer(reading: Reading) -> bool:
    """Who is quoted holds an office in the body that the first sentences name: that body writes."""
    if not reading.quotations:
        return False
    text = reading.draft.text[:_READ]
    officers = [each for each in _beside_quotations(text) if _OFFICE.search(each.lower())]
    bodies = {*_BODY.findall(f"{reading.title}\n{text[:_FIRST]}")} if officers else ()
    return any(body in each for each in officers for body in bodies)


def _beside_quotations(text: str) -> Iterator[str]:
    for said in islice(_QUOTATION.finditer(text), _MOST_QUOTATIONS):
        yield text[said.end() : said.end() + _BESIDE]
        yield text[max(0, said.start() - _BESIDE) : said.start()]


def _speaks_of_itself(reading: Reading) -> bool:
    """Who is named first has doings of his own ("Lake Watch has renewed its call"), and is named again and again."""
    match = _FIRST_NAMED.match(reading.draft.text[:_LEDE])
    return match is not None and reading.opening.count(match["name"]) > _NAMED_AGAIN


_TITLE = r"\A\W{0,3}(?:readout (?:of|from)|fact ?sheet|(?:media|press) advisory)\b"

CUES: Final[tuple[Cue, ...]] = (
    cue("title", {"press release": 4.5}, "title", _TITLE, "readout fact factsheet advisory"),
    cue("heading", {"press release": 5}, "top", _HEADING, _HEADING_WORDS),
    cue("contact", {"press release": 3}, "last", _CONTACT, _CONTACT_WORDS),
    cue("contact", {"press release": 3}, "top", _CONTACT, _CONTACT_WORDS),
    Cue("contact", {"press release": 2.2, "news": -0.5}, _can_be_reached, frozenset({TEXT})),
    Cue("dateline", {"press release": 1.5}, _names_place_and_year, frozenset({TEXT})),
    phrases("announcement", {"press release": 1.8}, _PRAISE),
    Cue(
        "end mark",
        {"press release": 3},
        _has_end_mark,
        frozenset(["###", "#", "-30-", "ends", "-ends-", "-end-", "***", "*", "****", "*****"]),
    ),
    Cue("announcement", {"press release": 3}, _acts_today, frozenset({"today"})),
    cue(
        "announcement",
        {"press release": 2, "news": -0.5},
        "lede",
        r"\A(?:[\w., ]{2,40} ?[-–—]{1,2} ?)?(?:earlier )?today,? ",
        "today",
    ),
    cue("announcement", {"press release": 2.5}, "opening", _STATEMENT, "statement"),
    Cue("quoted at length", {"press release": 0.6}, _is_mostly_quoted, frozenset({TEXT})),
    cue("announcement", {"press release": 2}, "opening", _PLEASED, "pleased proud thrilled delighted applaud commend"),
    exact(
        "announcement",
        {"press release": 2.5},
        "last",
        r"^\s{0,3}(?:About|Über|À propos de|A propos de|Acerca de|Sobre) (?:the )?[A-ZА-Я].{0,40}:?$"
        r"|^\s{0,3}(?:About|Über|À propos de|Acerca de) (?:the )?[A-Z]",
        "about über propos acerca sobre",
    ),
    Cue("legislator", {"press release": 2.5, "news": -0.3}, _names_legislator, frozenset(_LEGISLATORS.split())),
    Cue("legislator", {"press release": 2.5}, _is_of_legislator, frozenset(_LEGISLATORS.split())),
    cue(
        "legislator",
        {"press release": 2.5, "news": -0.5},
        "top",
        r"\bu\.?\s?s\.?\s{1,2}sen(?:ators?|s)\b|\([rdi] ?[-–] ?[a-z]{2,10}\.?\)|^\W{0,3}sens?\. ",
        _LEGISLATORS,
    ),
    cue(
        "announcement",
        {"press release": 1.5},
        "top",
        r"^\W{0,3}(?:\S{1,12} ){0,4}washington,?\s{1,2}d\.?\s?c\b",
        "washington",
    ),
    Cue("own doings", {"press release": 3.5}, _names_its_source, frozenset({"@source"})),
    Cue("own doings", {"press release": 3, "news": -1}, _quotes_its_officer, frozenset({TEXT})),
    Cue("own doings", {"press release": 2}, _speaks_of_itself, frozenset({TEXT})),
    Cue("own doings", {"press release": 6, "news": -0.5}, _reports_own_doings, _DOING_WORDS),
)
