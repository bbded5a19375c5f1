"""The form of a resolution: a preamble of participles, then what is decided."""

import re

from indexer.ingest.article_type.reading import Reading


def _begins(*words: str) -> re.Pattern[str]:
    """Paragraphs, clauses and numbered points that begin with one of the words: not lines that were wrapped there.

    To be found at the beginning of a text, it has to stand behind a blank line.
    """
    return re.compile(rf"(?:\n\n|[,;]\n)\s{{0,3}}(?:\(?[0-9a-z]{{1,2}}[.)]\s{{1,3}})?(?:{'|'.join(words)})\b")


PREAMBLE = _begins(
    r"(?:Also |Further |Deeply |Gravely |Firmly |Fully )?(?:[Rr]ecalling|[Rr]eaffirming|[Nn]oting"
    r"|[Rr]ecogni[sz]ing|[Ww]elcoming|[Cc]oncerned|[Cc]onvinced|[Ee]mphasi[sz]ing|[Ss]tressing"
    r"|[Aa]cknowledging|[Tt]aking note|[Cc]onsidering)",
    "Guided|Bearing in mind|Having|Mindful|Expressing|Determined|Acting under",
    "Ссылаясь|Подтверждая|Отмечая|Признавая|Приветствуя|Учитывая|Напоминая|Руководствуясь",
    "Rappelant|Réaffirmant|Notant|Considérant|Saluant|Recordando|Reafirmando|Observando|Reconociendo|Teniendo",
)
OPERATIVE = _begins(
    r"(?:Also |Further |Strongly )?(?:[Dd]ecides|[Rr]equests|[Cc]alls upon|[Cc]alls on|[Uu]rges|[Ii]nvites"
    r"|[Ee]ncourages|[Ww]elcomes|[Rr]eaffirms|[Cc]ondemns|[Dd]emands|[Tt]akes note|[Rr]ecommends|[Ee]ndorses"
    r"|[Ss]tresses|[Ee]xpresses)",
    "Notes|Proclaims|Adopts|[Пп]остановляет|[Пп]росит|[Пп]ризывает|[Пп]редлагает|[Пп]одтверждает",
    "Décide|Prie|Demande|Decide|Pide|Exhorta|Solicita",
)
RESOLUTION_TITLE = re.compile(
    r"(?:(?:draft|security council|general assembly|un|united nations)\s)*resolution\s(?:[0-9A-Z№]|on\b|no\b)"
    r"|[AS]/RES/|резолюция\s|résolution\s|resolución\s",
    re.IGNORECASE,
)
ADOPTED = re.compile(r"\b(?:adopt|pass|approv|reject|discuss|submit|vote)(?:s|e[sd]|ed|ing)?\b|принят", re.IGNORECASE)
HEADING = (
    r"^\W{0,3}(?:[HS]\.? ?(?:CON\. ?|J\. ?)?RES\.? ?\d+\W{0,3}$|(?:A )?(?:JOINT "
    r"|CONCURRENT )?RESOLUTION(?: NO\b.{0,40}| [A-Z]+ING\b.*)?$)|^\W{0,3}(?:DRAFT )?(?:RESOLUTION"
    r"|DECISION) (?:No\.? ?|NO\.? ?|№ ?)?\d|^\W{0,3}Resolution adopted (?:by|at|on)\b"
    r"|^\W{0,3}Adopted by the (?:Security Council|General Assembly|Council|Parliament|Assembly|Committee)\b"
    r"|\A\W{0,3}(?:A resolution|Expressing the sense|Recognizing|Supporting|Honoring|Commemorating|Condemning"
    r"|Designating|Calling)\b.{10,}(?:\n.*){0,30}\b[HS]\.? ?(?:CON\.? ?|J\.? ?)?RES\b"
    r"|^\W{0,3}European Parliament resolution of\b"
)
# What is considered, and below it what is resolved, as assemblies of cities, parties and boards write it.
_RESOLVING = tuple(
    (re.compile(considered, re.MULTILINE), re.compile(resolved, re.MULTILINE))
    for considered, resolved in (
        (r"\bwhereas\b", r"\bbe it (?:further )?resolved\b|\bresolved,? (?:that|by)\b|\bnow,? therefore\b"),
        (
            r"^\W{0,3}(?:por cuanto|considerando|vist[oa]s?)\b",
            r"^.{0,40}\b(?:se resuelve|resuelve|acuerda|resolve|delibera)\b",
        ),
        (r"^\W{0,3}(?:considérant|vu)\b", r"^.{0,60}\b(?:décide|demande|délibère|émet le vœu)\b"),
        (
            (
                r"^\W{0,3}(?:this |the )?(?:conference|congress|council|branch|union|assembly|meeting|society|party) "
                r"(?:further )?(?:notes|believes|recognises)\b"
            ),
            r"^.{0,60}\b(?:resolves|calls (?:on|for|upon)|instructs|mandates)\b",
        ),
        (
            (
                r"\b(?:bundestag|landtag|stadtrat|gemeinderat|kreistag|parteitag|bundesrat|versammlung|konferenz|vorstand"
                r"|präsidium) (?:möge beschließen|wolle beschließen|beschließt|hat beschlossen):?$"
            ),
            r"\w",
        ),
    )
)
RESOLVES_WORDS = (
    "whereas resolved therefore cuanto considerando visto vista considérant vu notes believes recognises "
    "beschließt beschließen beschlossen"
)
FORM_WORDS = (
    "resolution decision recalling reaffirming noting recognizing recognising welcoming concerned convinced "
    "emphasizing emphasising stressing acknowledging considering guided bearing having mindful expressing "
    "determined acting whereas резолюция ссылаясь подтверждая отмечая признавая приветствуя учитывая "
    "напоминая руководствуясь résolution resolución rappelant réaffirmant notant considérant saluant "
    "recordando reafirmando observando reconociendo teniendo"
)


def resolves(reading: Reading) -> bool:
    """What is resolved stands in a line below the first that says what is considered."""
    head = reading.lowered("head")
    for considered, resolved in _RESOLVING:
        first = considered.search(head)
        if first and resolved.search(head[first.end() :].partition("\n")[2]):
            return True
    return False


def has_operative_form(reading: Reading) -> bool:
    """Its form: a preamble of participles, then what is decided; a report on a resolution has neither."""
    preamble = len(PREAMBLE.findall(reading.head))
    titled = bool(RESOLUTION_TITLE.match(reading.title)) and not ADOPTED.search(reading.title)
    if preamble < 2 and not titled:
        return False
    operative = len(OPERATIVE.findall(reading.head))
    return (preamble >= 2 and operative >= 1) or (titled and preamble + operative >= 2)
