"""Patterns of what tells that somebody says what is quoted, of one language, made of the table `cues.toml`.

They read a masked text, in which names are signs of their kind.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indexer.ingest.speakers.offices import PERSON, PLACE

_TABLE: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
LANGUAGES = frozenset(_TABLE)
WOMEN = frozenset(_TABLE["ru"]["women"].split())
MEN = frozenset(_TABLE["ru"]["men"].split())

# What stands before a participle: "a déclaré", "ha dicho", "ha detto".
_AUXILIARIES = {
    "fr": r"(?:n['’])?(?:s['’])?(?:l['’])?(?:lui\s|leur\s)?(?:a|ont|avait|avaient|ait)\s(?:[\w-]{2,12}\s){0,2}?",
    "es": r"(?:ha|han|había|habían|hubo|haya)\s(?:\w{2,12}\s)?",
    "it": r"(?:ha|hanno|aveva|avevano)\s(?:\w{2,12}\s)?",
}
_PRONOUN_SUBJECT = {
    "ru": r"\s(?:\w{2,12}\s)?(?P<pronoun>он|она)(?!\w)",
    "es": r"\s(?P<pronoun>él|ella)(?!\w)",
    "it": r"\s(?P<pronoun>lui|lei)(?!\w)",
    "pt": r"\s(?P<pronoun>ele|ela)(?!\w)",
    "de": r"\s(?P<pronoun>er|sie)(?!\w)",
}
ROMANCE = frozenset({"es", "fr", "it", "pt"})
# Behind a comma and a dash any verb is one of saying: "…", — хмыкнул X; but not of one who reads or thinks it.
_ANY_VERB = {
    "ru": r"(?!(?:узна|услыш|слыш|проч[иё]|чита|дума|подума|реши|увид|вид|поня|поним|цитир|процитир|переда|пишет|гласит"
    r"|стал|ста[её]т|был|есть|каж|оказ|явля|счита|совет|комитет|университет|бюджет|авторитет|паритет|генерал|адмирал"
    r"|журнал|канал)[а-яё]*(?!\w))[а-яё]{2,14}(?:л(?:а|ся|ась)?|[еёи]т(?:ся)?)"
}
_WITH_ADJECTIVES = {
    "ru": r"(?:(?!(?:друг|втор|перв|трет|кажд|неизвестн|анонимн|ин)[а-яё]{1,3}\s)"
    r"[а-яё-]{3,20}(?:ий|ый|ой|ая|яя)\s){0,2}"
}
_NO_NAME_FOLLOWS = {"ru": rf"(?!\s[^.,;:!?—–]{{0,80}}{PERSON})"}
DROPS_PRONOUN = frozenset({"es", "it", "pt"})
# What has the form of a verb in the third person, and none of a preposition.
_VERB_FORM = {
    "es": r"(?:(?:se|le|les)\s)?(?:[a-zñáéíóú]{3,14}ó|ha\s[a-zñáéíóú]{3,14}(?:[aií]do|cho|to))\s",
    "fr": r"(?:s['’])?(?!(?:comme|entre|contre|outre|une|cette|notre|votre|autre|toute|même|quatre|lorsque|puisque"
    r"|presque|est|dont|sont|avant|devant|pendant|durant|suivant|concernant|fait|soit|ensuite|partout|surtout)\s)"
    r"[a-zéèêçâîûïô]{3,14}(?:e|[^n]t|it|ut)\s",
}
_PLAIN = r"[^\s.,;:!?«»“”„\"()—–]+"
_WORD = r"(?:[\w’'-]+|\d+[.,]\d+)"


@dataclass(frozen=True, slots=True)
class Cues:
    """`verb` has the group `pronoun` where the subject is one behind it ("a-t-il dit")."""

    language: str
    verb: re.Pattern[str]
    any_verb: re.Pattern[str]
    verb_at_start: re.Pattern[str]
    verb_at_end: re.Pattern[str]
    verb_right_before: re.Pattern[str]
    quotes: re.Pattern[str]
    with_pronoun: re.Pattern[str]
    calls: re.Pattern[str]
    according: re.Pattern[str]
    of_his: re.Pattern[str]
    so: re.Pattern[str]
    verb_form: re.Pattern[str]
    that: re.Pattern[str]
    adverbs: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    pronoun: re.Pattern[str]
    honorific: str
    offices: tuple[re.Pattern[str], ...]
    office: re.Pattern[str]
    titled: re.Pattern[str]
    titled_far: re.Pattern[str]
    titled_at_length: re.Pattern[str]
    office_behind: re.Pattern[str]
    called_by_verb: re.Pattern[str]
    office_source: str
    generic: re.Pattern[str]
    generic_at_end: re.Pattern[str]
    objects: re.Pattern[str]
    thing: re.Pattern[str]


def _words(text: str) -> str:
    return "|".join(word.replace("_", r"\s") for word in text.split())


def _phrases(text: str) -> str:
    return "|".join(phrase.replace(" ", r"\s") for phrase in " ".join(text.split()).split("|"))


def _russian_past(words: str) -> str:
    """All genders and numbers: "сказал", "сказала", "признался", "признались"."""
    forms = []
    for word in words.split():
        stem = word.removesuffix("ся")
        ends = "(?:ся|ась|ись)" if stem != word else "(?:а|и|о)?"
        forms.append(stem + ends)
    return "|".join(forms)


def _yo(pattern: str) -> str:
    return pattern.replace("ё", "[её]")


def _inverted(verb: str, table: dict[str, str]) -> str:
    """ "dit-il", "a-t-elle ajouté", "s'est-il exclamé"."""
    participle = rf"\s(?:\w{{2,14}}\s)?(?:{_words(table['participles'])}|{table['reflexive'].partition('(?:')[2][:-1]})"
    helper = r"(?<!\w)(?i:s['’]est|n['’]a|l['’]a|lui\sa|a|avait)"
    return (
        rf"(?:{verb}(?:-t-|-|\st-)(?P<pronoun>il|elle|on|ils|elles)"
        rf"|{helper}(?:-t-|-|\st-)(?P<helped>il|elle|on|ils|elles){participle})(?!\w)"
    )


@cache
def cues_of(language: str) -> Cues:
    """KeyError where the table has no such language."""
    table = _TABLE[language]
    finite = [_words(table["present"])]
    past = table.get("past", "")
    finite.append(_russian_past(past) if language == "ru" else _words(past))
    compound = _AUXILIARIES.get(language, "") + f"(?:{_words(table['participles'])})" if "participles" in table else ""
    calls = (
        _russian_past(table["calls"].replace("называет", "")) + "|называет"
        if language == "ru"
        else _words(table.get("calls", ""))
    )
    forms = "|".join(filter(None, [*finite, table.get("reflexive", "").replace(" ", r"\s"), compound]))
    verb = _yo(rf"(?<![\w-])(?i:(?:s['’]|se\s)?(?:{forms}))(?!\w)")
    honorific = rf"(?<!\w)(?i:{_words(table['honorifics'])})\s"
    office = rf"(?<![\w-])(?i:{_yo(_words(table['offices']))})(?!\w)"
    generic = _yo(_words(table.get("generic", ""))) or "(?!)"
    as_says = _phrases(table["as_says"])
    alone = _NO_NAME_FOLLOWS.get(language, rf"(?!,?\s{PERSON})")
    return Cues(
        language=language,
        verb=re.compile(verb),
        any_verb=re.compile(rf"(?<![\w-])(?:{_ANY_VERB.get(language, '(?!)')})(?!\w)"),
        verb_at_start=re.compile(rf"(?:\s\w{{2,12}})?\s{verb}"),
        verb_at_end=re.compile(rf"{verb}(?:\s[^\W\d_]{{1,14}}){{0,2}}\s$"),
        verb_right_before=re.compile(rf"{verb}\s$"),
        quotes=re.compile(_yo(rf"(?<![\w-])(?i:{_words(table.get('quotes', '')) or '(?!)'})(?!\w)")),
        with_pronoun=re.compile(_inverted(verb, table) if language == "fr" else verb + _PRONOUN_SUBJECT[language]),
        calls=re.compile(_yo(rf"(?<![\w-])(?i:{calls or '(?!)'})(?!\w)")),
        according=re.compile(
            _yo(
                rf"(?<![\w-])(?i:(?P<as>(?:{as_says})(?:\s(?:le|lo|nos))?)\s?(?P<verb>{verb})(?:\s\w{{2,12}})?"
                rf"|(?P<fronted>{_phrases(table['according'])}))\s"
            )
        ),
        of_his=re.compile(_yo(rf"(?<![\w-])(?i:{_phrases(table['of_his'])})(?!\w)")),
        so=re.compile(
            rf"(?i:{_phrases(table.get('so', '')) or '(?!)'})\s(?:(?:lo|le|les|se)\s)?"
            rf"(?:{verb}|(?i:{calls or '(?!)'}))\s"
        ),
        verb_form=re.compile(_VERB_FORM.get(language, r"(?!)")),
        that=re.compile(rf"(?:,\s?|\s)(?i:{table['that']})(?:(?<=['’])|(?![\w-]))(?<!,\s\w)"),
        adverbs=re.compile(_yo(rf"(?:(?:^|[,\s]{{1,2}}|(?<=['’]))(?i:{_words(table['adverbs'])})(?![\w-])){{1,6}},?$")),
        pronoun_before=re.compile(rf"(?<![\w-])(?i:{'|'.join(table['pronouns'].split())})$"),
        pronoun=re.compile(rf"(?i:{'|'.join(table['pronouns'].split())})(?!\w)"),
        honorific=honorific,
        offices=tuple(re.compile(rf"(?<![\w-])(?i:{_yo(_words(key))})(?!\w)") for key in table["offices"].split()),
        office=re.compile(office),
        titled=re.compile(rf"(?:{honorific}|{office},?\s)$"),
        titled_far=re.compile(rf"{office}(?:\s[^\W\d_][\w-]{{3,}}){{1,3}}\s$"),
        titled_at_length=re.compile(
            rf"{office}(?:\s{_PLAIN}){{1,7}}(?:,\s{_PLAIN}(?:\s{_PLAIN}){{0,2}}\s(?:y|et|e|und)\s{_PLAIN}(?:\s{_PLAIN})?)?,\s$"
        ),
        office_behind=re.compile(rf",\s(?:[\w'’]{{1,3}}\s?)?{office}"),
        called_by_verb=re.compile(rf"(?:{honorific}|{verb}.{{0,40}})$"),
        office_source=office,
        generic=re.compile(
            rf"(?:(?:le|la|el)\s|l['’])?{_WITH_ADJECTIVES.get(language, '')}(?i:{generic})(?!\w){alone}"
        ),
        generic_at_end=re.compile(
            rf"(?:^|\s)(?:(?i:(?:el|la|le)\s|l['’])(?:{generic})|(?i:el|la)\sde\s(?:{PLACE}+|[A-ZÀ-Þ]\w+))$"
        ),
        objects=re.compile(rf"(?<![\w-])(?i:{'|'.join(table['objects'].split())})$"),
        thing=re.compile(rf"(?<![\w-])(?i:{_yo(_words(table['things']))})(?!\w)"),
    )


NAMED = f"{PERSON}+"
