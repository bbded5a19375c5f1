"""Lines that stand where a title does and are none: names of a site's sections, forms' words, what programs leave."""

import re

from indexer.ingest.dates.date_lines import date_line

KINDS = frozenset({"press release", "statement", "interview", "speech", "resolution"})
_SECTIONS = frozenset(
    {
        *("home", "homepage", "main", "main page", "menu", "news", "newsroom", "latest news", "press", "media"),
        *("events",),
        *("press centre", "press center", "press releases", "statements", "interviews", "speeches", "publications"),
        *("article", "articles", "blog", "topics", "topic", "archive", "archives", "documents", "search", "contents"),
        *("en", "english", "главная", "новости", "пресс-центр", "пресс-релиз", "пресс-релизы", "accueil", "actualités"),
        *("startseite", "releases", "press room", "press office", "latest", "filter by", "share", "print"),
        *("aktuelles", "nachrichten", "pressemitteilung", "pressemitteilungen", "communiqué de presse"),
        *("communiqués de presse", "noticias", "nota de prensa", "notas de prensa", "comunicado de prensa", "medios"),
        *("новини", "публикации", "события", "анонсы", "документы", "интервью", "заявления", "выступления"),
    }
)
# "Press Room News Releases"
_SECTION_WORDS = frozenset(
    {
        *("press", "room", "news", "releases", "release", "media", "centre", "center", "latest", "archive", "home"),
        *("office", "newsroom", "events", "page", "main", "statements", "speeches", "|", "/", "-", "–", "&", "and"),
        *(">", "»", "›"),
    }
)
# what a form, a word processor or a carrier writes in a title's place
_FORMS = re.compile(
    r"(?:news|press|media) ?(?:release|statement|advisory|note|notice|communiqu[eé])s?"
    r"(?: (?:no|nr|n°|№|#)\.? ?[\w./-]{1,20})?"
    r"|for immediate (?:press )?release.{0,60}|embargo(?:ed)?(?: until| for)?\b.{0,60}"
    r"|for (?:more|further) information.{0,60}|(?:(?:press|media|news) )?(?:contacts?|enquiries|inquiries):?.{0,60}"
    r"|microsoft (?:word|powerpoint|excel)\b.{0,80}|(?:word |new |pdf )?document(?: ?\d{1,3})?"
    r"|untitled.{0,20}|no title|title|page \d{1,4}(?: of \d{1,4})?"
    r"|(?:original ?: ?)?(?:english|french|russian|spanish|arabic|chinese|german)(?: only)?"
    r"|original ?: ?[a-z]{4,8}(?:[ /,]{1,2}(?:and )?[a-z]{4,8}){1,5}|distr(?:ibution)?\.? ?: ?\w{3,20}"
    r"|washington,? d\.? ?c\.?|(?:united states|u\.? ?s\.?) (?:senator|senate|congressman|congresswoman|representative)"
    r"|(?:issued by|check against delivery|as delivered|as prepared(?: for delivery)?|unofficial translation).{0,60}"
    r"|(?:pour (?:diffusion|publication) immédiate|para (?:su )?(?:difusión|publicación|divulgación) inmediata"
    r"|zur sofortigen (?:veröffentlichung|freigabe)|para divulgação imediata|per (?:diffusione|pubblicazione) immediata"
    r"|без названия|неофициальный перевод|для немедленного (?:выпуска|распространения)).{0,40}",
    re.IGNORECASE,
)
_EDGES = " \t:.-–—*#•|[]()«»"
_RELEASE = re.compile(
    r"(?:for (?:immediate )?(?:press )?release|(?:press|news|media) release|пресс-релиз|pressemitteilung"
    r"|communiqué de presse|(?:nota|comunicado) de prensa|для немедленного (?:выпуска|распространения))\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[^\s@]@[\w-]{1,64}\.\w")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,300}", re.IGNORECASE)
_PARTING = ":–—-|"
_LONGEST, _FEWEST_WORDS = 120, 3


def is_section(line: str) -> bool:
    """Whether the line is nothing but a section's name, as in a site's menu, or the kind of a text."""
    bare = line.strip(_EDGES).casefold()
    return bare in _SECTIONS or bare in KINDS or all(word in _SECTION_WORDS for word in bare.split())


def is_furniture(line: str) -> bool:
    """Whether no reader would call the line the title of an article."""
    bare = line.strip(_EDGES)
    if len(bare) > _LONGEST or after_release(line) != line:
        return False
    if has_mail(bare) or _ADDRESS.fullmatch(bare) or not any(map(str.isalpha, bare)):
        return True
    return is_section(bare) or bool(_FORMS.fullmatch(bare))


def has_mail(line: str) -> bool:
    """Whether an e-mail address stands in the line, as in no title."""
    return "@" in line and _MAIL.search(line) is not None


def kind_named(line: str) -> str:
    """The kind of the text that a line above a title names, as `Press release` or `FOR IMMEDIATE RELEASE` do; or ""."""
    bare = line.strip(_EDGES).casefold()
    if bare in KINDS:
        return bare
    return "press release" if len(bare) <= _LONGEST and _RELEASE.match(bare) and is_furniture(line) else ""


def after_release(line: str) -> str:
    """The line without `FOR IMMEDIATE RELEASE` or `PRESS RELEASE:` at its beginning, where that is a label."""
    label = _RELEASE.match(line)
    after = line[label.end() :].lstrip() if label else ""
    if not after or not (label and (label[0].isupper() or after[0] in _PARTING)):
        return line
    rest = after.lstrip(_EDGES)
    return rest if len(rest.split()) >= _FEWEST_WORDS and not date_line(rest) else line
