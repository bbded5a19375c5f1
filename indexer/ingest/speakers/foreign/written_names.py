"""The people of a text in another language than English: those that its mentions name, in every case and by surname,
and those whom only what stands beside them tells: "le ministre X", "сказал X", "según X"."""

import re
from collections.abc import Callable, Iterator, Sequence

from indexer.article import Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.foreign.capitals import free_runs, is_half
from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.foreign.nominative import (
    by_given_name,
    is_first_case,
    is_given,
    is_patronymic,
    is_womans,
    nominative,
    of_dative,
    surname_forms,
)
from indexer.ingest.speakers.masking import with_surnames

_BEFORE, _SHORTLY_BEFORE = 100, 45
_FAR, _NEXT = 8, 3  # words
_FEWEST = 2  # words of a name and a patronymic, or a surname
_NEXT_WORD = re.compile(r"\s([A-ZА-ЯЁÀ-ÖØ-Þ][\w'’-]+\w)(?=[\s.,;:—–]|$)(?!\s[A-ZА-ЯЁÀ-ÖØ-Þ])")
_MARKS = re.compile(r"[.,;:!?«»“”„\"()]")
_ENDS = re.compile(r"[.,;:—–]|\s[—–]|\s[а-яёa-zà-ÿ]|$")
# A surname alone is told by a cue, and a cue stands by a mark or a dash.
_QUOTES = re.compile(r'["“”„«»‹›—–]')
_DASH_AND_VERB = re.compile(r"[,?!…»”\"]\s?[—–-]\s?([а-яё]{3,20})(?P<between>(?:\s[а-яё]{2,16}){0,3})\s$")
_CAPITAL_BEFORE = re.compile(r"[А-ЯЁ][а-яё-]+\s$")
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
        known = [*map(_by_patronymic(known), known), *_in_other_cases(text, known, cues)]
        known = [_with_given_name(text, each) for each in known]
    return sorted(known, key=lambda each: each.start)


def _found(text: str, known: Sequence[Mention], cues: Cues, *, alone: bool) -> Iterator[Mention]:
    people = {each.name for each in known if each.kind == "person"}
    given = {name.split()[0] for name in people if " " in name}
    surnames = {text[each.start : each.end].rsplit(maxsplit=1)[-1] for each in known if each.kind == "person"}
    speaking = set() if alone else _speaking(text, cues)
    for run in free_runs(text, known, cues):
        words = text[slice(*run)].split()
        if alone and not _QUOTES.search(text, max(0, run[0] - _NEAR), run[1] + _NEAR):
            continue
        if (len(words) == 1) != alone or _is_of_two(text, run, surnames, cues):
            continue
        name = _told(text, run, cues) or (" ".join(words) if not alone and words[-1] in speaking else "")
        if name and name not in given and not _NO_NAME.match(name):
            yield Mention("person", name, *run)


def _is_of_two(text: str, run: Span, surnames: set[str], cues: Cues) -> bool:
    """ "Сын Марии Кац Олег", "цитирует Шольца Левин"."""
    words = text[slice(*run)].split()
    if cues.language == "ru" and len(words) > 1 and words[0] in surnames:
        return True
    behind_name = cues.language == "ru" and len(words) > 1 and is_given(words[-1])
    return behind_name and _CAPITAL_BEFORE.search(text, max(0, run[0] - _SHORTLY_BEFORE), run[0]) is not None


def _speaking(text: str, cues: Cues) -> set[str]:
    """Capitalised words right behind a verb of saying: surnames of people who are named in full elsewhere."""
    names = (_NEXT_WORD.match(text, verb.end()) for verb in cues.verb.finditer(text))
    return {name[1] for name in names if name}


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
    is_called = bool(beside or said) or _is_behind_dash(before, cues)
    return (of_dative(name) or name if cues.language == "ru" else name) if is_called else ""


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
        said_aside = bool(said) or _is_behind_dash(before, cues, far=False)
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


def _in_other_cases(text: str, known: Sequence[Mention], cues: Cues) -> Iterator[Mention]:
    """ "Сергея Иванова" and "Иванову", where Сергей Иванов is known, and "сказал Сергей"."""
    people = [each for each in known if each.kind == "person"]
    names = {each.name for each in people}
    forms: dict[str, set[str]] = {}
    first: dict[str, set[str]] = {}
    # as written, for those whom the authority files show in another script
    shown_as = {(each.name, by_given_name(text[each.start : each.end])) for each in people if each.name.isascii()}
    shown_as |= {(name, name) for name in names}
    for name, shown in shown_as:
        if not shown:
            continue
        given, surname = shown.split()[0], shown.split()[-1]
        if name != shown and given != surname:
            forms.setdefault(surname, set()).add(name)
        first.setdefault(given, set()).add(name)
        for form in surname_forms(surname) if surname[-1] in "ая" or not is_womans(shown) else ():
            forms.setdefault(form, set()).add(name)
    surnames = {name.split()[-1] for name in names}
    begins = {given[:2] for given in first}
    for run in free_runs(text, known, cues):
        words = text[slice(*run)].split()
        if len(words) > 1 and words[0][:2] not in begins:
            continue
        if len(words) > 1:
            meant = {nominative(" ".join(words))} & names
            meant = meant or {name for name in forms.get(words[-1], ()) if _is_form_of(words[0], name.split()[0])}
        else:
            called = first.get(words[0], {words[0]} if is_given(words[0]) else set())
            meant = forms.get(words[0]) or (called if called and _speaks(text, run, cues) else set())
        if len(meant) == 1 and words[-1] not in surnames:
            yield Mention("person", next(iter(meant)), *run)


def _with_given_name(text: str, mention: Mention) -> Mention:
    """ "Марии Орловой", where "Орловой" alone is taken for her."""
    given = mention.name.split(maxsplit=1)[0]
    if mention.kind != "person" or " " in text[mention.start : mention.end] or given == mention.name:
        return mention
    before = _CAPITAL_BEFORE.search(text, max(0, mention.start - 20), mention.start)
    if before is None or not _is_form_of(before.group().rstrip(), given):
        return mention
    return mention._replace(start=before.start())


def _is_form_of(word: str, given: str) -> bool:
    """ "Сергею" is of Сергей, "Павлом" of Павел."""
    return word.startswith(given[: max(2, len(given) - 2)]) and len(word) <= len(given) + 2


def _speaks(text: str, run: Span, cues: Cues) -> bool:
    before = text[max(0, run[0] - _SHORTLY_BEFORE) : run[0]]
    said = cues.verb_right_before.search(before) or cues.verb_at_start.match(text, run[1])
    return bool(said) or _is_behind_dash(before, cues)


def _is_behind_dash(before: str, cues: Cues, *, far: bool = True) -> bool:
    """ "…, — усмехнулся" and, if `far`, "…, — ворчит рыбак" before a name."""
    verb = _DASH_AND_VERB.search(before) if cues.language == "ru" else None
    if verb is None or (verb["between"] and not far):
        return False
    return cues.any_verb.fullmatch(verb[1]) is not None


def _by_patronymic(known: Sequence[Mention]) -> Callable[[Mention], Mention]:
    """Tells who "Нина Петровна" is, where one Нина alone is known."""
    bearers: dict[str, set[str]] = {}
    for name in {each.name for each in known if each.kind == "person" and " " in each.name}:
        if not is_patronymic(name.split()[-1]):
            bearers.setdefault(name.split()[0], set()).add(name)

    def told(mention: Mention) -> Mention:
        words = mention.name.split()
        if mention.kind != "person" or len(words) != _FEWEST or not is_patronymic(words[1]):
            return mention
        meant = [name for name in bearers.get(words[0], ()) if len(name.split()) == _FEWEST or words[1] in name.split()]
        return mention._replace(name=meant[0]) if len(meant) == 1 else mention

    return told
