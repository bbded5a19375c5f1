"""The people of a text in another language than English: those that its mentions name, in every case and by surname,
and those whom only what stands beside them tells: "le ministre X", "сказал X", "según X"."""

import re
from collections.abc import Iterator, Sequence

from indexer.article import Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.foreign.capitals import free_runs, is_half
from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.foreign.nominative import by_given_name, is_first_case, nominative, of_dative
from indexer.ingest.speakers.foreign.russian_names import (
    by_patronymic,
    in_other_cases,
    is_behind_dash,
    is_of_two,
    with_given_name,
)
from indexer.ingest.speakers.masking import with_surnames

_BEFORE, _SHORTLY_BEFORE = 100, 45
_FAR, _NEXT = 8, 3  # words
_NEXT_WORD = re.compile(r"\s([A-ZА-ЯЁÀ-ÖØ-Þ][\w'’-]+\w)(?=[\s.,;:—–]|$)(?!\s[A-ZА-ЯЁÀ-ÖØ-Þ])")
_DAY = re.compile(r"(?<![\w-])Domingo $")
_TWO_SURNAMES = frozenset({"es", "pt"})
_MARKS = re.compile(r"[.,;:!?«»“”„\"()]")
_ENDS = re.compile(r"[.,;:—–]|\s[—–]|\s[а-яёa-zà-ÿ]|$")
# A surname alone is told by a cue, and a cue stands by a mark or a dash.
_QUOTES = re.compile(r'["“”„«»‹›—–]')
_NEAR = 200
# What begins a sentence or the name of a thing, and no name of a person.
_NO_NAME = re.compile(
    r"(?:Le|La|Les|Un|Une|Ce|Cette|Ces|Des|Du|El|Los|Las|Una|Este|Esta|Il|Der|Die|Das|Ein|Eine|Lo|Gli|O|A|Os|As|Air|France"
    r"|Banque|Banco|Banca|Radio|Télé\w*|Grupo|Groupe|Saint\w*|San|Santa|Новая|Новый|Радио|Банк|Группа|Партия|Комитет"
    r"|Министерство|Федеральн\w+|Российск\w+|Государственн\w+|Национальн\w+|Международн\w+|Верховн\w+|Мин(?:фин|юст|обр|оборон|здрав|эко|пром|энер|транс|сель|культ|спорт|цифр|труд|стро)\w*"
    r"|Рос(?:косм|нефт|атом|тех|сет|гвард|стат|потреб|обр|реестр|авиа|рыб)\w*|Гос(?:дум|деп|сов)\w*|Европейск\w+"
    r"|Minist\w+|Comit\w+|Conseil|Consejo|Université|Universidad|Union|Unión|Fédération|Federación|Cour|Corte"
    r"|Tribunal|Sénat|Senado|Assemblée|Asamblea|Parti|Partido|Agence|Agencia|Institut\w*|Fondation|Fundación"
    r"|Commission|Comisión|Haut\w*|Alto|Nations|Naciones|Human|Amnesty|Greenpeace|Reuters|Efe|Europa|News)(?![\w'’-])"
)


_SURNAME = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|и)|[нр]ко|[чщ]ук|юк|ян|дзе|швили|[оеё]вич|ич|ец|ой|[иы]х|ман|берг|штейн)$"
)
# Behind an office no genitive, as a body would be: "министр Мороз", "глава Минфина".
_FIRST_CASE = re.compile(rf"{_SURNAME.pattern}|[бвгджзйклмнпрстфхцчшщьо]$")
_ADJECTIVE = re.compile(r"(?:[нтдвл]ый|[сц]кий|жний|[нс]кая|ное|ское|[оеё]го|ой|ная|ший|ые|ие)$")
# "ministro de Trabajo, Economía Social y Migraciones"
_LIST = re.compile(r"\s(?:y|e|et|und)\s")
_ARTICLE = re.compile(r"(?<![\w-])(?i:la|el|las|los|le|les|l['’]|il|gli|der|die|das|o|a|os|as|un|une|una)\s?$")
# What bodies, papers and companies do as well as people: "сообщает Интерфакс", "annonce Airbus".
_NEWS = re.compile(
    r"(?i:сообщ\w+|переда\w+|пиш[еу]т|заявля\w+|отмеча\w+|уточня\w+|утвержда\w+|annonc\w+|indiqu\w+|précis\w+|rapport\w+|inform\w+|anunci\w+"
    r"|indic\w+|señal\w+|public\w+|denunci\w+|escribe|écrit|promet\w*|precis\w+|assur\w+|asegur\w+|teilt\w*|berichtet\w*|schreibt)\s$"
)


def people_written(text: str, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """The mentions, sorted, with more people among them: first those in full, then those by surname alone."""
    known = with_surnames(text, [each for each in mentions if not is_half(text, each, cues)])
    for alone in (False, True):
        known.sort(key=lambda each: each.start)
        found = list(_found(text, known, cues, alone=alone))
        free = [each for each in known if not any(one.start < each.end and each.start < one.end for one in found)]
        known = with_surnames(text, [*free, *found]) if found else known
    known.sort(key=lambda each: each.start)
    if cues.language == "ru":
        known = [*map(by_patronymic(known), known), *in_other_cases(text, known, cues)]
        known = [with_given_name(text, each) for each in known]
    if cues.language in _TWO_SURNAMES:
        known = list(_with_both_surnames([_with_day(text, each) for each in known]))
    return sorted(known, key=lambda each: each.start)


def _with_day(text: str, mention: Mention) -> Mention:
    """ "Domingo Ruiz": the day is a given name."""
    day = _DAY.search(text, max(0, mention.start - 9), mention.start) if mention.kind == "person" else None
    return mention._replace(start=day.start(), name=f"Domingo {mention.name}") if day else mention


def _with_both_surnames(known: Sequence[Mention]) -> Iterator[Mention]:
    """ "Ana Gil" is Ana Gil Ferrer, where she is the only one whose name begins so."""
    people = {each.name for each in known if each.kind == "person" and " " in each.name}
    longer = {
        name: [other for other in people if other.startswith(name + " ") or other == f"Domingo {name}"]
        for name in people
    }
    for each in known:
        fuller = longer.get(each.name, []) if each.kind == "person" else []
        yield each._replace(name=fuller[0]) if len(fuller) == 1 else each


def _found(text: str, known: Sequence[Mention], cues: Cues, *, alone: bool) -> Iterator[Mention]:
    people = {each.name for each in known if each.kind == "person"}
    given = {name.split()[0] for name in people if " " in name}
    surnames = {text[each.start : each.end].rsplit(maxsplit=1)[-1] for each in known if each.kind == "person"}
    runs = list(free_runs(text, known, cues))
    speaking = set() if alone else _speaking(text, {words[-1] for words in _several(text, runs)}, cues)
    for run in runs:
        words = text[slice(*run)].split()
        if alone and not _QUOTES.search(text, max(0, run[0] - _NEAR), run[1] + _NEAR):
            continue
        if (len(words) == 1) != alone or (cues.language == "ru" and is_of_two(text, run, surnames)):
            continue
        name = _told(text, run, cues) or (" ".join(words) if not alone and words[-1] in speaking else "")
        if name and name not in given and not _NO_NAME.match(name):
            yield Mention("person", name, *run)


def _several(text: str, runs: Sequence[Span]) -> Iterator[list[str]]:
    """The words of the runs that have more than one."""
    return (words for words in (text[slice(*run)].split() for run in runs) if len(words) > 1)


def _speaking(text: str, surnames: set[str], cues: Cues) -> set[str]:
    """Those that stand right behind a verb of saying: surnames of people who are named in full elsewhere."""
    return {
        name[1]
        for name in _NEXT_WORD.finditer(text)
        if name[1] in surnames
        and cues.verb_right_before.search(text, max(0, name.start() - _SHORTLY_BEFORE), name.start() + 1)
    }


def _told(text: str, run: Span, cues: Cues) -> str:
    """The name of whom a run of capitals names by what stands beside it, or ""."""
    name = " ".join(text[slice(*run)].split())
    if _NO_NAME.match(name) or name.isupper() or name.endswith(".") or re.fullmatch(cues.honorific, name + " "):
        return ""
    if " " not in name:
        before = text[max(0, run[0] - _SHORTLY_BEFORE) : run[0]]
        is_told = not _ARTICLE.search(before) and _is_capital_word(name) and _is_told_alone(text, run, before, cues)
        return name if is_told else ""
    before, after = text[max(0, run[0] - _BEFORE) : run[0]], text[run[1] : run[1] + _SHORTLY_BEFORE]
    if _ARTICLE.search(before):
        return ""
    if cues.language == "ru" and (russian := _russian(name, before, after, cues) or by_given_name(name)):
        return russian
    beside = cues.titled.search(before) or cues.titled_far.search(before) or cues.office_behind.match(after)
    said = _follows(cues.according, before, _FAR) or cues.verb_at_end.search(before) or cues.verb_at_start.match(after)
    is_called = bool(beside or said) or is_behind_dash(before, cues) or _is_set_off(name, before, after, cues)
    return (of_dative(name) or name if cues.language == "ru" else name) if is_called else ""


def _is_set_off(name: str, before: str, after: str, cues: Cues) -> bool:
    """ "el alcalde de Lubia, X", "la jefa de prensa, X, recordó"."""
    if cues.language == "ru" or not before.endswith(", "):
        return False
    office = None if _LIST.search(name) else cues.titled_at_length.search(before)
    return office is not None or (after.startswith(", ") and _speaks(after[1:], cues))


def _speaks(after: str, cues: Cues) -> bool:
    """ "la jefa de prensa, Ana Ruiz, recordó", but bodies announce too."""
    verb = cues.verb_at_start.match(after)
    return verb is not None and not _NEWS.search(verb.group() + " ")


def _is_told_alone(text: str, run: Span, before: str, cues: Cues) -> bool:
    """Of a surname without a given name."""
    surname = text[slice(*run)]
    if cues.language == "ru" and not _FIRST_CASE.search(surname):
        return False
    titled = cues.titled.search(before) is not None
    spoken = cues.verb_right_before.search(before) and _ENDS.match(text, run[1]) and not _NEWS.search(before)
    if cues.language != "ru":
        return titled or bool(spoken)
    if not titled and not _SURNAME.search(surname):
        return False
    comma = text[run[1] : run[1] + 1] == ","
    beside_verb = cues.called_by_verb.search(before) or cues.verb_at_start.match(text, run[1] + comma)
    return bool(beside_verb) if titled else bool(spoken)


def _russian(name: str, before: str, after: str, cues: Cues) -> str:
    """In its first case, where its ending or the cue before it is a name's."""
    first = nominative(name)
    if told_to := of_dative(name):
        return told_to
    if _follows(cues.according, before, _FAR) or _follows(cues.quotes, before, _NEXT):
        return first or name
    if _SURNAME.search(name) and not _ADJECTIVE.search(name.split(maxsplit=1)[0]):
        said = cues.verb_right_before.search(before) or cues.verb_at_start.match(after)
        said_aside = bool(said) or is_behind_dash(before, cues, far=False)
        return name if said_aside or is_first_case(name) or not _is_another(first, name) else first
    return first if _SURNAME.search(first) and _is_another(first, name) else ""


def _is_another(first: str, name: str) -> bool:
    """Whether the surname has changed with the case."""
    return first != "" and first.rsplit(maxsplit=1)[-1] != name.rsplit(maxsplit=1)[-1]


def _is_capital_word(name: str) -> bool:
    return len(name) > 2 and name[1:].islower()


def _follows(pattern: re.Pattern[str], before: str, most: int) -> bool:
    """Whether the phrase stands before, with at most so many words of an office between."""
    last = None
    for match in pattern.finditer(before):
        last = match
    between = before[last.end() :] if last else ","
    return len(between.split()) <= most and _MARKS.search(between) is None
