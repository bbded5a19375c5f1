"""Cues of a press release: its heading, contacts and end mark, and what it announces."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases
from indexer.ingest.article_type.reading import TEXT, Reading

_HEADING = (
    r"\bfor (?:immediate|general) release\b|^\W{0,3}(?:press|media|news) releases?\b(?! of\b)"
    r"|пресс-релиз|communiqué de presse|nota de prensa|comunicado de prensa"
    r"|comunicato stampa|^\W{0,3}(?:pressemitteilung|pressemeldung|medienmitteilung)\b|^\W{0,3}(?:presse(?:-"
    r"|aus)?(?:information|sendung|erklärung|dienst)|medieninformation|persbericht|pressemeddelelse"
    r"|pressmeddelande|lehdistötiedote|informacja prasowa|tisková zpráva|sajtóközlemény|basın bülteni"
    r"|nota de imprensa|comunicado de imprensa|nota à imprensa|пресс-служба)\b|prnewswire|pr newswire"
    r"|business wire|globenewswire|marketwired|accesswire|ein presswire"
)
_HEADING_WORDS = (
    "release releases press-release press-releases пресс-релиз communiqué nota comunicado comunicato "
    "pressemitteilung pressemeldung medienmitteilung presseinformation presse-information presseaussendung "
    "presseerklärung pressedienst medieninformation persbericht pressemeddelelse pressmeddelande "
    "lehdistötiedote informacja tisková sajtóközlemény basın imprensa пресс-служба prnewswire newswire "
    "globenewswire marketwired accesswire presswire wire"
)
_CONTACT = (
    r"^\W{0,4}(?:(?:press|media|news|for media|investor) )?(?:contacts?|enquiries|inquiries)(?: (?:information"
    r"|person))?(?: ?[:\n–-]|  )|for (?:more|further|media|additional) (?:information|enquiries"
    r"|inquiries),?[^\n]{0,40}\b(?:contact|visit|call|please)\b|^\W{0,4}(?:press|media) (?:office|contacts?"
    r"|enquiries|inquiries)\b|^\W{0,4}notes? (?:to|for) editors?\b|^\W{0,4}(?:pressekontakt|contact presse"
    r"|contacto de prensa|контакты для сми|pressestelle)\b"
)
_CONTACT_WORDS = "contact contacts enquiries inquiries editors pressekontakt контакты pressestelle"
# A number to call, where there is no address.
_NUMBER = re.compile(r"\+\d{2}[ (\d]|\(\d{3}\) ?\d{3}[ .-]\d{4}\b")
_END = 700
_END_MARKS = "### # -30- ends -ends- -end- *** * **** *****"
_END_MARK = re.compile(
    r"^\s{0,3}#\s?#\s?#[#\s]{0,9}(?:return\b|$)|^\s{0,3}(?:-\s?30\s?-|-?\s?(?:ENDS?|E N D S?)\s?-?"
    r"|\*\s?\*{2,4}\s?\*)\s{0,3}$",
    re.MULTILINE,
)
_ACTS = re.compile(
    r"announc|open|introduc|releas|prais|applaud|join|urg|call|said|says|welcom|issu|unveil|vot|award|launch"
    r"|sign|express|commend|criticiz|host|deliver|outlin|honou?r|appoint|approv|pass|made|secur|propos|hail"
    r"|report|complet"
)
_PLEASED = (
    r"(?:i am|i’m|i'm|we are|we’re|we're|it is|is|are) (?:very |so |extremely |also )?(?:pleased|proud"
    r"|thrilled|delighted|honou?red|excited|grateful) (?:to|that|of|with|by)\b|\bi (?:applaud|commend)\b"
)
_STATEMENT = (
    r"\b(?:releas|issu|made|make|offer|gave)\w{0,4} (?:the|this) (?:following )?(?:joint )?(?:written )?statement\b"
)
# "Basel, 12. März 2024 –": an agency leaves the year out.
_PLACE_AND_DAY = re.compile(
    r"\W{0,3}[A-ZÀ-ÞА-Я][\w.,/ ’'-]{2,40}[,(] ?(?:den |le "
    r"|the )?(?:[\w.]{1,12} ){0,3}(?:[\w.]{1,12},? )?(?:\d{1,2}[./])?(?:19|20)\d\d\)?\.? ?(?:[-–—:|/.]|$|\n)"
)
# "Lake Corp. (NYSE: LAKE)", and what such companies have to say.
_LISTED = (
    r"\((?:nyse|nasdaq|tsx|tsxv|tsx-v|lse|aim|asx|otcqb|otcqx|otc|otc pink|nyse american|euronext|frankfurt|hkex"
    r"|sgx|bse|nse)"
    r"[ \w-]{0,10}: ?[a-z.]{1,8}|\bforward-looking statements?\b|\bsafe harbou?r statement\b"
)
_LISTED_WORDS = (
    "nyse nasdaq tsx tsxv tsx-v lse aim asx otcqb otcqx otc euronext frankfurt hkex sgx bse nse forward-looking "
    "harbor "
    "harbour"
)
# "Lake Corp. Announces New Boat"
_ANNOUNCES = (
    r"\b(?:Announces?|Launches|Unveils|Introduces|Receives|Appoints|Completes|Releases|Partners|Expands|Hosts"
    r"|Celebrates|Joins"
    r"|Acquires|Selects|Awards|Honou?rs|Presents|Welcomes|Publishes|Invites|Opens)\b"
)
_ANNOUNCES_WORDS = (
    "announces announce launches unveils introduces receives appoints completes releases partners expands hosts "
    "celebrates joins "
    "acquires selects awards honors honours presents welcomes publishes invites opens"
)
_PRAISE = (
    "leading provider|world's leading|world’s leading|leading supplier|a leader in|milestone|is committed to"
    "|are committed to|our members|our customers|our partners|proud to|pleased to|excited to|delighted to"
    "|thrilled to|free of charge|more information|find out more|führender anbieter|führenden anbieter"
    "|freuen uns|wir freuen|weitere informationen|herzlich eingeladen|leader mondial|leader européen"
    "|nous sommes fiers|fiers de|plus d'informations|plus d’informations|nos complace|líder en"
    "|más información|estamos orgullosos"
)
_OPENS_QUOTED = re.compile(r"^\s{0,3}[\"“„«](?=\w)", re.MULTILINE)
_FEWEST_QUOTED = 2
_ARTICLE = re.compile(r"^\W{0,3}(?:§ ?|(?:Article|Art\.|Artikel|Artículo|Статья|ARTICLE) )\d{1,3}\b", re.MULTILINE)
_MARK = 5
_OPENING_MARKS = ('"', "“", "„", "«", "»")
_CLOSING_MARKS = ('"', "“", "”", "»", "«")


def _has_end_mark(reading: Reading) -> bool:
    return _END_MARK.search(reading.last) is not None


def _can_be_reached(reading: Reading) -> bool:
    """An address or a number at the end: who reports on others gives none."""
    text = reading.raw.text
    end = max(0, len(text) - _END)
    if text.find("@", end) >= 0:
        return True
    return (text.find("+", end) >= 0 or text.find("(", end) >= 0) and _NUMBER.search(text, end) is not None


def _shows_its_page(reading: Reading) -> bool:
    text = reading.raw.text
    end = max(0, len(text) - _END)
    return text.find("www.", end) >= 0 or text.find("http", end) >= 0


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


def _is_mostly_quoted(reading: Reading) -> bool:
    """Paragraph after paragraph of somebody's words: who reports on others tells more of it himself."""
    return reading.has_marks and len(_OPENS_QUOTED.findall(reading.opening)) >= _FEWEST_QUOTED


def _is_of_articles(reading: Reading) -> bool:
    """Rules and treaties, which no kind is for: "§ 1", "Article 2" at the beginning of lines."""
    return len(_ARTICLE.findall(reading.head)) >= _FEWEST_QUOTED


def _is_one_quotation(reading: Reading) -> bool:
    """From its first word to its last: what a body gives to the press to be quoted."""
    text = reading.draft.text
    return text[:_MARK].lstrip()[:1] in _OPENING_MARKS and text[-_MARK:].rstrip()[-1:] in _CLOSING_MARKS


_TITLE = r"\A\W{0,3}(?:readout (?:of|from)|fact ?sheet|(?:media|press) advisory)\b"

CUES: Final[tuple[Cue, ...]] = (
    cue("title", {"press release": 4.5}, "title", _TITLE, "readout fact factsheet advisory"),
    cue("heading", {"press release": 5}, "top", _HEADING, _HEADING_WORDS),
    cue("heading", {"press release": 3}, "top", r"^\W{0,3}(?:press|media|news) releases?\W{0,3}$", "release releases"),
    cue(
        "heading",
        {"press release": 2},
        "top",
        r"\n[^\n]{0,300}\bpress[- ]releases?\b",
        "release releases press-release press-releases",
    ),
    cue("contact", {"press release": 3}, "last", _CONTACT, _CONTACT_WORDS),
    cue("contact", {"press release": 3}, "top", _CONTACT, _CONTACT_WORDS),
    Cue("contact", {"press release": 1.6}, _can_be_reached, frozenset({TEXT})),
    Cue("contact", {"press release": 1.3}, _shows_its_page, frozenset({TEXT})),
    Cue("dateline", {"press release": 2.4, "news": -0.6}, _names_place_and_year, frozenset({TEXT})),
    phrases("announcement", {"press release": 1.8}, _PRAISE),
    cue("announcement", {"press release": 4, "news": -1}, "opening", _LISTED, _LISTED_WORDS),
    exact("announcement", {"press release": 2}, "title", _ANNOUNCES, _ANNOUNCES_WORDS),
    Cue(
        "end mark",
        {"press release": 3},
        _has_end_mark,
        frozenset(_END_MARKS.split()),
    ),
    Cue("announcement", {"press release": 3}, _acts_today, frozenset({"today"})),
    cue(
        "announcement",
        {"press release": 2, "news": -0.5},
        "lede",
        r"\A(?:[\w., ]{2,40} ?[-–—]{1,2} ?)?(?:earlier )?today,? ",
        "today",
    ),
    cue("announcement", {"press release": 2.5, "statement": 2.5}, "opening", _STATEMENT, "statement"),
    Cue("quoted at length", {"press release": 0.6}, _is_mostly_quoted, frozenset({TEXT}), costly=True),
    Cue(
        "heading",
        {"other": 4, "news": -3},
        _is_of_articles,
        frozenset(["article", "articles", "§", "art", "статья", "artículo"]),
    ),
    Cue("quoted at length", {"press release": 4.5, "opinion": -3, "news": -1}, _is_one_quotation, frozenset({TEXT})),
    cue("announcement", {"press release": 2}, "opening", _PLEASED, "pleased proud thrilled delighted applaud commend"),
    exact(
        "announcement",
        {"press release": 2.5},
        "last",
        r"^\s{0,3}(?:About|Über|À propos de|A propos de|Acerca de|Sobre) (?:the )?[A-ZА-Я].{0,40}:?$"
        r"|^\s{0,3}(?:About|Über|À propos de|Acerca de) (?:the )?[A-Z]",
        "about über propos acerca sobre",
    ),
    cue(
        "announcement",
        {"press release": 1.5},
        "top",
        r"^\W{0,3}(?:\S{1,12} ){0,4}washington,?\s{1,2}d\.?\s?c\b",
        "washington",
    ),
)
