"""What a site puts around an article: links back, sharing buttons, pictures' file names, press contacts."""

import re
from collections.abc import Sequence

from indexer.ingest.dates.date_lines import date_line

_PLACES_BACK = (
    "all|news|newsroom|section|sections|list|listing|top|main|home|homepage|page|previous|overview|index|archive|"
    "archives|releases|release|press|events|event|results|search|start|website|site|articles|article|publications|"
    "menu|documents|statements|media|contents|begin|beginning|center|centre|category|feed|latest|stories|blog"
)
_BACK = (
    rf"(?:go |return |get )?back(?: to)?(?: (?:the|all|our|a))*(?: (?:{_PLACES_BACK}))*"
    rf"|return to(?: (?:the|all|our))*(?: (?:{_PLACES_BACK}))+"
    rf"|(?:see |view |read |show )?all (?:the )?(?:{_PLACES_BACK})+"
    r"|(?:вернуться )?назад(?: к .{1,40})?|вернуться .{1,40}|к списку.{0,30}|все новости|вернуться"
    r"|zur[üu]ck(?: zu[rm]? .{1,40})?|retour(?: .{1,40})?|volver(?: .{1,40})?|torna (?:a|alla) .{1,40}"
    r"|next|previous|prev|(?:previous|next) (?:article|news|post|page|release)|skip to .{1,30}|вперед|далее"
)
_MORE = (
    r"read (?:more|also|next|the full .{1,30})|more(?: news| details)?|learn more|see also|details|continue reading"
    r"|print(?:able)?(?: (?:this|version|page|view))*|download(?: (?:as )?pdf)?|версия для печати|печать|поделиться"
    r"|подробнее|читать далее|lire la suite|leer m[áa]s|mehr lesen|weiterlesen|drucken|imprimir|imprimer"
    r"|(?:photo|image|picture|video) gallery|enlarge|zoom|click to enlarge|advertisement|anzeige|реклама|loading"
)
_NETWORKS = {
    *("facebook", "instagram", "linkedin", "odnoklassniki", "ok", "pinterest", "telegram", "tiktok", "tweet"),
    *("twitter", "viber", "vk", "vkontakte", "whatsapp", "x", "youtube"),
    *("e-mail", "email", "mail", "pdf", "print", "rss"),
}
_SHARE_STARTS = {"share", "follow", "send", "copy", "поделиться", "partager", "teilen", "compartir", *_NETWORKS}
_SHARE_WORDS = {
    *("a", "and", "article", "by", "friend", "it", "like", "link", "on", "page", "post", "save", "the", "this", "to"),
    *("us", "via", "with", "в", "и"),
    *_SHARE_STARTS,
}
_LEGAL = (
    r"(?:copyright\s?)?(?:©|\(c\)|copyright \d{4}).{0,200}|.{0,120}\ball rights reserved\b.{0,60}"
    r"|все права защищены.{0,60}"
    r"|(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking)) .{0,200}\bcookies\b.{0,200}"
    r"|subscribe to (?:our|the) (?:newsletter|mailing|news|feed|channel).{0,60}"
    r"|(?:views?|просмотров|просмотры|hits|page views)\s?:?\s?\d[\d\s,.]{0,9}|\d{1,7} views?"
    r"|(?:read|viewed) \d{1,7} times|last (?:modified|updated)(?: on)?\b.{0,60}"
    r"|(?:tags?|keywords?|теги|метки|schlagw[öo]rter)\s?:.{0,200}"
    r"|(?:photo|фото|foto|image|picture)s?(?: credits?| by)?\s?[:©].{0,80}"
)
# what editors put below a text: ENDS, -30-, *** end ***, (конец)
_END_SIGN = re.compile(
    r"(?:ENDS?|Ends|КОНЕЦ|Конец|К О Н Е Ц)[.:]?"
    r"|[-–—*#(/\[<~=]{1,5}\s?(?:30|(?i:(?:the )?ends?|fin|fine|ende|конец|end of (?:text|release|message|statement)))"
    r"\s?[-–—*#)/\]>~=.]{0,5}"
)
_LONGEST_SIGN = 30
_WHOLE_LINE = re.compile(f"{_BACK}|{_MORE}|{_LEGAL}", re.IGNORECASE)
# The first three characters of the lines above, where they are plain letters; few other lines begin so.
_STARTS = {
    *("go ", "ret", "get", "bac", "see", "vie", "rea", "sho", "all", "zur", "vol", "tor", "nex", "pre"),
    *("ski", "mor", "lea", "det", "con", "pri", "dow", "lir", "lee", "meh", "wei", "dru", "imp", "pho"),
    *("ima", "pic", "vid", "enl", "zoo", "cli", "adv", "anz", "loa", "cop", "(c)", "we ", "thi", "our"),
    *("by ", "sub", "hit", "pag", "las", "tag", "key", "sch", "fot"),
}
_RESERVED = "ght"  # of "all rights reserved", which may stand further on
_EDGE_MARKS = "«»‹›<>←→↑↓⟵⇐|•·*[](){}#—–- \t"

# ZVF_2794. JPG, 1508056642.jpg, "DSC 0012.jpeg", photo(3).png
_PICTURE_NAME = r"(?:(?:IMG|DSCN?|DSCF|PIC|photo|image|foto|фото)[ ])?[\w\-]{1,80}(?:\(\d{1,4}\))?[ ]?\.[ ]?"
_SUFFIX = r"(?:jpe?g|png|gif|bmp|tiff?|webp|heic)"
_PICTURE_ANYWHERE = re.compile(
    rf"[\[(]?(?<![\w./:@-])(?=[\w\- ()]{{0,90}}[\d_]){_PICTURE_NAME}"
    rf"(?:{_SUFFIX}|{_SUFFIX.upper()})(?:(?![\w/])|(?=[A-ZА-Я\d]))[\])]?",
    re.UNICODE,
)
_PICTURE_HINT = re.compile(rf"\. ?{_SUFFIX}", re.IGNORECASE)
_PICTURE_ALONE = re.compile(rf"(?:{_PICTURE_NAME}{_SUFFIX}[\s,;]*){{1,20}}", re.IGNORECASE)

_PHONE_WORD = r"(?:tel|telephone|phone|ph|fax|mob|mobile|cell|тел|телефон|факс|моб|t[ée]l|t[ée]l[ée]phone|fon|telefon)"
_PHONE_LINE = re.compile(
    rf"(?:{_PHONE_WORD}[\s./:]{{0,4}}){{0,3}}(?P<number>[+(]?[\s\d()./-]{{6,60}})[\s,;.–—-]{{0,4}}"
    rf"(?:{_PHONE_WORD}[\s./:;,]{{0,4}}){{0,3}}(?:ext\.?\s?\d{{1,5}})?[\s,;.]{{0,4}}",
    re.IGNORECASE,
)
_ADDRESS_LINE = re.compile(
    r"(?:e-?mail|mail|web(?:site)?|internet|эл\. ?почта|skype|www)?\s?:?\s?(?:[^\s@]{1,64}@[^\s@]{3,255}|(?:https?://|www\.)\S{1,400})[\s,;.]{0,4}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press (?:secretary|service|office|officer|attach[ée]|cent(?:re|er)|contact|"
    r"department)|media (?:contact|relations|office|inquiries|enquiries)|contacts?|for (?:more|further) information|"
    r"information (?:service|office|officer)|public relations|пресс-(?:секретарь|служба|центр)|контакты|"
    r"service de presse|pressestelle|pressesprecher(?:in)?|oficina de prensa)\b",
    re.IGNORECASE,
)

_CONTACT_HEADING = re.compile(
    r"(?:press |media )?contacts?(?: information| details| persons?)?|контакты|контактная информация|pressekontakt",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"for (?:pdf|more|further|additional|information) .{0,120}(?:visit|contact|see|call|write)\b.{0,200}", re.I
)
_SHORT = 14


def without_pictures(line: str) -> str:
    """The line without the file names of pictures that a site's editor left in it."""
    if not _PICTURE_HINT.search(line):
        return line
    if len(line) < 2000 and _PICTURE_ALONE.fullmatch(line):
        return ""
    return _PICTURE_ANYWHERE.sub("", line).strip()


def is_boilerplate(line: str) -> bool:
    """Whether the whole line belongs to the page and not to the article, wherever on the page it stands."""
    if len(line) <= _LONGEST_SIGN and _END_SIGN.fullmatch(line):
        return True
    return len(line) <= 450 and (all(map(_is_furniture, line.split("|"))) or is_phone(line))


def _is_furniture(part: str) -> bool:
    bare = part.strip(_EDGE_MARKS).rstrip(".:…").strip(_EDGE_MARKS)
    return not bare or (_may_match(bare) and bool(_WHOLE_LINE.fullmatch(bare))) or _is_share_bar(bare)


def _may_match(bare: str) -> bool:
    """Whether `_WHOLE_LINE` may: to see that it cannot is many times as fast."""
    start = bare[:3].lower()
    return start in _STARTS or not start.isascii() or start[0].isdigit() or _RESERVED in bare[:200].lower()


def is_phone(line: str) -> bool:
    """Whether the line is a telephone number and says so by a plus, brackets or a word; a date line never is."""
    if len(line) > 120 or date_line(line):
        return False
    match = _PHONE_LINE.fullmatch(line)
    digits = sum(each.isdigit() for each in match["number"]) if match else 0
    says_so = match and (match["number"].lstrip()[:1] in {"+", "("} or any(each.isalpha() for each in line))
    return bool(says_so) and 6 <= digits <= 16


def is_contact(line: str) -> bool:
    """Whether a line at the end of an article names whom to call: short, no sentence, and a press officer's words."""
    if is_phone(line) or (len(line) < 500 and (_ADDRESS_LINE.fullmatch(line) or _ASK.fullmatch(line))):
        return True
    is_sentence = line.endswith((".", "!", "?", "…")) or any(quote in line for quote in '“”"«»„')
    return len(line) <= 160 and len(line.split()) <= _SHORT and not is_sentence and bool(_CONTACT.search(line))


def contacts_below(lines: Sequence[str]) -> int:
    """How many of the last lines tell whom to ask: contacts, with the names between them, up to a heading for them."""
    end = _peeled(lines, len(lines))
    for start in range(end - 1, max(0, end - 6), -1):
        if _CONTACT_HEADING.fullmatch(lines[start].rstrip(" :")):
            return len(lines) - _peeled(lines, start)
        if len(lines[start].split()) > _SHORT or lines[start].endswith("."):
            break
    return len(lines) - end


def _peeled(lines: Sequence[str], end: int) -> int:
    while end > 1 and (is_contact(lines[end - 1]) or _names_contact(lines, end - 1)):
        end -= 1
    return end


def _names_contact(lines: Sequence[str], index: int) -> bool:
    """Whether a line is a bare name under a line that calls for one."""
    words = lines[index].split()
    is_name = 2 <= len(words) <= 4 and all(word[0].isupper() and word.isalpha() for word in words)
    return index > 1 and is_name and is_contact(lines[index - 1])


def _is_share_bar(bare: str) -> bool:
    first = "".join(bare.split(maxsplit=1)[:1]).strip(",:;|/()").lower()
    if first and first not in _SHARE_STARTS:
        return False
    words = (word.strip(",:;|/()").lower() for word in bare.split(maxsplit=20)[:20])
    first = next(filter(None, words), "")
    return first in _SHARE_STARTS and all(word in _SHARE_WORDS for word in words if word)
