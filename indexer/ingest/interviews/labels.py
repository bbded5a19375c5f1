"""The label that a turn opens with, as interviews and records print it: a part ("Q:"), a name, an office."""

import re
from typing import Literal, NamedTuple

from indexer.ingest.interviews.interviewee import is_office

Role = Literal["asks", "answers", ""]


class Label(NamedTuple):
    """`line[start:end]` without colon, number and bold marks; what is said begins at `said`. `name` is the label
    without what stands in brackets and without `beside`, the role that it names behind a comma."""

    name: str
    start: int
    end: int
    said: int
    beside: str = ""


# "## **Lee**: …", "17. Mr. LEE (Porto): …"; a label may have its line alone
_OPENS = r"(?:#{1,6} )?[*_]{0,2}"
_NUMBER = r"(?:\[?\d{1,4}[.)\]]\s{1,8})?"
# "(As interpreted.) We thank you"
_ASIDE = r"(?:\((?i:as |through |in |spoke|speaking|via |interpret|translat|off)[^()\n]{0,50}\)\s{1,3})?"
_CLOSES = rf"[*_]{{0,2}}(?:\s{{1,3}}(?=\S){_ASIDE}|\s{{0,3}}$)"
_NAME = r"[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,30}"
_PARTICLE = r"(?:(?:of|the|for|de|la|le|los|las|del|des|du|van|von|der|den|da|dos|al|el|bin|ibn|y|señora?) ){0,2}"
_NAMES = rf"{_NAME}(?:\s{_PARTICLE}{_NAME}){{0,7}}(?: \d{{1,2}})?"
# whom a speaker speaks for, or through
_OF = r"(?:\s?[(\[][^()\[\]\n]{1,70}[)\]]){0,2}"
_ROLES = (
    r"(?:[\w’-]+ ){0,3}(?:moderator|host|editor|interviewer|correspondent|journalist|reporter|anchor|president|minister"
    r"|secretary|secretary[- ]general|ambassador|director|professor|spokes\w{3,6}|chair\w{0,6}|analyst|commissioner"
    r"|deputy|member|head|representative|envoy|adviser|advisor|governor|mayor|lawyer|expert|ведущ\w{2}|корреспондент"
    r"|журналист|модератор|министр|президент|председатель|директор|посол|депутат|эксперт|modérat\w{3,5}|journaliste"
    r"|ministre|président\w?|directeur|directrice|ambassadeur|moderador\w?|periodista|ministr[oa]|president[ea]"
    r"|director\w?|embajador\w?)\b[^\n:;.!?]{0,60}?"
)
_COLON = re.compile(
    rf"{_OPENS}{_NUMBER}(?P<label>(?P<name>{_NAMES}){_OF}(?:,\s(?P<beside>{_ROLES})|,\s[A-Z][\w’&. -]{{2,30}})?)"
    rf"[*_]{{0,2}}\s?:{_CLOSES}"
)
_FARTHEST = 190
_PART_NAMES = "Question|Answer|Вопрос|Ответ|Réponse|Pregunta|Respuesta|Frage|Antwort"
_LETTER = re.compile(
    rf"{_OPENS}(?P<label>(?P<name>[A-ZА-ЯЁÀ-Þ]|(?i:{_PART_NAMES})))\.[*_]{{0,2}}(?:\s?[–—-])?\s{{1,3}}(?=\S)"
)
# Mr. LEE of Ohio. I rise …, The PRESIDING OFFICER. Without objection …, Mme la ministre. C'est …
_MINUTES = re.compile(
    rf"{_OPENS}(?P<label>(?P<name>(?:M(?:r|rs|s|iss)\.?|Dr\.?|Senator)\s(?:Mc|Mac|De|Van)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{{1,30}}"
    r"(?:\sof\s[A-Z]\w{2,15}(?:\s[A-Z]\w{2,15})?)?|The\s(?:[A-Z]{4,20}\s?){1,4}"
    r"|(?:M\.|Mme|Mlle)\sl[ae]\s(?:président\w?|ministre|rapporteur\w?|secrétaire d['’][ÉE]tat)"
    rf"|(?:M\.|Mme|Mlle)(?:\s(?:de |du "
    rf"|d['’])?[A-ZÀ-Þ][\w'’-]{{1,30}}){{2,3}})){_OF}(?:,\s[a-zé][^.\n]{{3,80}})?\*{{0,2}}\.\*{{0,2}}\s{{1,3}}(?=\S)"
)
_MINUTES_BEGIN = ("M", "D", "S", "T", "*", "#")
# "Q Who pays?", "A The states.", as briefings print it
_BARE = re.compile(r"\*{0,2}(?P<label>(?P<name>[QA]))\.?\*{0,2}\s{1,4}(?=[A-ZÀ-Þ\"“‘'(¿—–])")
# "Q Thanks, Ann. On the lake: is it deep?"
_ASKS_BARE = re.compile(r"\*{0,2}(?:Q\.?\*{0,2}\s{1,4}[A-Z][^:\n]{0,100}[,.!?;]|A\s{1,4}[A-Z][^:\n]{0,100}[.!?;] )")
# Moderator – …
_ROLE_AND_DASH = re.compile(rf"{_OPENS}(?P<label>(?P<name>[A-ZА-ЯЁÀ-Þ][\w’-]{{0,20}}))\.?[*_]{{0,2}}\s[–—-]\s(?=\S)")
_TITLE = (
    r"(?:M(?:r|rs|s|iss|me|lle)?\.?|MM\.|Messrs\.?|Dr\.?|Prof\.?|Professor|Sir|Dame|Lord|Lady|Baroness|Senator|Sen\.?"
    r"|Congress\w{2,8}|Hon\.|H\.?\s?E\.?|Ambassador|Prince|Princess|King|Queen|Sheikh|Judge|Justice|General|Colonel"
    r"|Major|Admiral|President|Chancellor|Governor|Premier|El señor|La señora|Sra?\.?|Don|Doña|Monsieur|Madame|Herr"
    r"|Frau|Г-н|Г-жа|Господин|Госпожа)"
)
_TITLED = re.compile(rf"{_TITLE}\s(?:{_NAME})", re.IGNORECASE)
_PERSON = re.compile(
    r"THE|MRS?\.?|MS\.?|MISS|DR\.?|SIR|DAME|LORD|SENATOR|SEN\.?|GOVERNOR|PRESIDENT|PRIME|MINISTER|SECRETARY|UNDER"
    r"|GENERAL|AMBASSADOR|CHANCELLOR|KING|QUEEN|PROFESSOR|COLONEL|MAJOR|ADMIRAL|MODERATOR|OPERATOR|CHAIR\w*|SPOKES\w+"
    r"|SPEAKER|COMMISSIONER|DIRECTOR|VICE|JUSTICE|JUDGE|REPRESENTATIVE|REP\.?"
)
# Who is spoken to: "Mr. President: I come from a small island."
_VOCATIVE = re.compile(r"(?:excellenc|dear|my|ladies and)(?!\w*[.)]).*", re.IGNORECASE)
_SPOKEN_TO = re.compile(
    r"(?:Mrs?\.?|Ms\.?|Madame?|Monsieur|Señora?|Sir)\s(?:(?:le|la|el|acting|vice|deputy)[ -])?(?:president\w?"
    r"|président\w?|chair\w*|secretary\S*(?: general)?|speaker|minister|ministre|ambassador)",
    re.IGNORECASE,
)
# "President: Mr. Anton Venn (Porto)", as the head of a record says who presides
_NAME_ALONE = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|M|Mme|Dr|H\.E|Sir|Г-н|Г-жа|Sr|Sra)\.? (?:{_NAME} )?{_NAME}|{_NAME} {_NAME})(?: {_NAME}){{0,3}}"
    rf"{_OF}[.*_]{{0,3}}$"
)
_HOLDER = re.compile(r" \([A-ZА-ЯЁÀ-Þ][^()\n]{3,40}\)")
_INITIALS = re.compile(r"(?:[A-ZА-ЯЁ]\.\s?){1,2}[A-ZА-ЯЁÀ-Þ][\w'’-]{2,30}")
_OFFICE_NAMES = (
    r"president[ea]?|président\w?|chair\w{0,6}|speaker|minister|ministre|ministro|ministra|secretary"
    r"|secretary[- ]general"
    r"|officer|chancellor|moderator|interpreter|commissioner|ambassador|director|rapporteur|председатель|президент"
    r"|министр|председательствующий|king|governor|senator|operator|spokes\w{3,6}"
)
_OFFICE = re.compile(
    r"(?:m(?:r|rs|s|me)?\.? |madame? |monsieur |el señor |la señora )?(?:the |la |el |le )?"
    r"(?:(?:acting|temporary|deputy|vice|under|first|prime|foreign|presiding|executive|assistant)[ -]){0,2}"
    rf"(?:{_OFFICE_NAMES})(?: (?:of|for|de|del)(?: [\w’'-]+){{1,6}})?(?: \([^()]{{3,40}}\))?",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"q|questions?|interviewer|journalist|correspondent|reporter|host|moderator|вопрос|корреспондент|журналист"
    r"|ведущ\w{2}|модератор|в|pregunta|periodista|moderadora?|p|frage|journaliste|modérat\w{3,5}",
    re.IGNORECASE,
)
_ANSWERING = re.compile(r"a|answers?|ответ|о|r[eé]ponse|respuesta|r|antwort", re.IGNORECASE)
_SAYING = re.compile(
    r"(?<!\w)(?:said|says|told|adds|added|asked|wrote|noted|stated|warned|сказал\w?|заявил\w?|отметил\w?|dit|déclaré|dijo"
    r"|declaró)(?!\w)"
)
_FUNCTION = {"the", "of", "on", "and", "for", "with"}
_PARTS = re.compile(r"[\s\d.]+$")


def label_of(line: str) -> Label | None:
    """A full stop closes a label of one letter only, and in minutes: "A. We did", but "We agreed. They left"."""
    match = _COLON.match(line) if line.find(":", 0, _FARTHEST) > 0 and not _ASKS_BARE.match(line) else None
    if match is None and line.startswith(_MINUTES_BEGIN):
        match = _MINUTES.match(line)
    match = match or _LETTER.match(line) or _BARE.match(line)
    if match is None:
        match = _ROLE_AND_DASH.match(line)
        if match is None or not label_role(match["name"]):
            return None
    name = match["name"].strip()
    if (
        _VOCATIVE.fullmatch(name)
        or not _is_short(name)
        or (_NAME_ALONE.fullmatch(line, match.end()) and is_office_alone(name))
    ):
        return None
    holder = _HOLDER.search(match["label"]) if is_office_alone(name) else None
    beside = match.groupdict().get("beside") or ""
    if beside and _SAYING.search(beside):
        return None
    return Label(name + (holder.group() if holder else ""), *match.span("label"), match.end(), beside)


def _is_short(name: str) -> bool:
    """Four words, or more where all are in capitals or the first one says that a person follows."""
    return name.count(" ") < 4 or name.isupper() or names_person(name) or begins_with_office(name)


def has_labels(text: str) -> bool:
    """Whether two lines may begin with the label of a person; colons are fewer than lines."""
    found, at = 0, text.find(":")
    while at >= 0 and found < 2:
        start = text.rfind("\n", max(0, at - _FARTHEST), at) + 1
        head = text[start:at]
        if (start or at < _FARTHEST) and head and not head.isspace():
            label = label_of(text[start : at + 3])
            found += label is not None and names_person(label.name)
        at = text.find(":", at + 1)
    return found >= 2


def is_label_alone(paragraph: str) -> bool:
    """Whether a paragraph with a label is nothing else: what is said stands below."""
    return paragraph.rstrip(" *").endswith(":") and paragraph.count(":") == 1


def label_role(label: str) -> Role:
    """The part that a label names by itself: "Q", "Answer 2"; "" for a name."""
    word = _PARTS.sub("", label.strip("*"))
    return "asks" if _ASKING.fullmatch(word) else "answers" if _ANSWERING.fullmatch(word) else ""


def names_person(label: str) -> bool:
    """Whether a label begins as one addresses people, or is an office."""
    if _SPOKEN_TO.fullmatch(label):
        return False
    if (label.isupper() and _PERSON.match(label)) or _INITIALS.fullmatch(label):
        return True
    return _TITLED.match(label) is not None or is_office_alone(label)


def has_initials(label: str) -> bool:
    """ "P. Lee" """
    return _INITIALS.fullmatch(label) is not None


def begins_with_office(label: str) -> bool:
    first = label.split(maxsplit=1)[0].strip("*_#")
    return first.lower() not in _FUNCTION and is_office(first)


def is_office_alone(label: str) -> bool:
    return _OFFICE.fullmatch(label) is not None


def folded(label: str) -> str:
    """What is the same for one label in two cases, bold or not."""
    return label.strip("*").rstrip(".").casefold()
