"""The people of a text in another language than English: those that its mentions name, in every case and by surname,
and those whom only what stands beside them tells: "le ministre X", "сказал X", "según X"."""

import re
from collections.abc import Iterator, Sequence

from indexer.article import Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.cues import Cues
from indexer.ingest.speakers.masking import masked, with_surnames
from indexer.ingest.speakers.nominative import is_first_case, nominative, surname_forms

_CAPITAL = r"(?!(?:[LlDd]|[Qq]u)['’])[A-ZА-ЯЁÀ-ÖØ-Þ][\w'’-]*\w"
_INITIAL = r"[A-ZА-ЯЁÀ-ÖØ-Þ]\."
_PARTICLE = r"(?:de|del|de\sla|de\slos|di|da|dos|van|von|bin|ben|al|el|y|e|Le|La)\s"
_RUN = re.compile(
    rf"(?<![\w-])(?:(?:{_INITIAL}\s?){{1,3}}{_CAPITAL}|{_CAPITAL}(?:[ \u00a0](?:{_PARTICLE})?(?:{_CAPITAL}|{_INITIAL})){{0,3}})"
)
_BEFORE, _SHORTLY_BEFORE = 100, 45
# A surname alone is told by a cue, and a cue stands by a mark or a dash.
_QUOTES = re.compile(r'["“”„«»‹›—–]')
_NEAR = 200
# What begins a sentence or the name of a thing, and no name of a person.
_NO_NAME = re.compile(
    r"(?:Le|La|Les|Un|Une|Ce|Cette|Ces|Des|Du|El|Los|Las|Una|Este|Esta|Il|Der|Die|Das|Ein|Eine|Lo|Gli|O|A|Os|As|Air|France"
    r"|Banque|Banco|Banca|Radio|Télé\w*|Grupo|Groupe|Saint\w*|San|Santa|Новая|Новый|Радио|Банк|Группа|Партия|Комитет"
    r"|Министерство|Федеральн\w+|Российск\w+|Государственн\w+|Национальн\w+|Международн\w+|Верховн\w+|Европейск\w+"
    r"|Minist\w+|Comit\w+|Conseil|Consejo|Université|Universidad|Union|Unión|Fédération|Federación|Cour|Corte"
    r"|Tribunal|Sénat|Senado|Assemblée|Asamblea|Parti|Partido|Agence|Agencia|Institut\w*|Fondation|Fundación"
    r"|Commission|Comisión|Haut\w*|Alto|Nations|Naciones|Human|Amnesty|Greenpeace|Reuters|Efe|Europa|News)(?![\w'’-])"
)


_OPENERS = (
    r"(?:Et|Mais|Or|Car|Puis|Selon|Pour|Avec|Chez|Quand|Comme|Si|Y|Pero|Para|Según|Con|Como|Cuando|Por|A|И|А|Но|По|Как|Для"
    r"|Если|Когда|При|На|В|О|От|Secondo|Per|Segundo|Laut)"
)
_PATRONYMIC = re.compile(r"(?:[оеё]вич|ьич|[оеё]вн|ичн|инишн)(?:а|у|ы|е|ой|ем)?$")
_SURNAME = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|и)|[нр]ко|[чщ]ук|юк|ян|дзе|швили|[оеё]вич|ич|ец|ой|[иы]х|ман|берг|штейн)$"
)
_ADJECTIVE = re.compile(r"(?:[нтдвл]ый|[сц]кий|жний|[нс]кая|ное|ское|[оеё]го|ой|ная|ший|ые|ие)$")
_ARTICLE = re.compile(r"(?<![\w-])(?i:la|el|las|los|le|les|l['’]|il|gli|der|die|das|o|a|os|as|un|une|una)\s?$")
# What bodies, papers and companies do as well as people: "сообщает Интерфакс", "annonce Airbus".
_NEWS = re.compile(
    r"(?i:сообщ\w+|переда\w+|пиш[еу]т|заявля\w+|отмеча\w+|уточня\w+|утвержда\w+|annonc\w+|indiqu\w+|précis\w+|rapport\w+|inform\w+|anunci\w+"
    r"|indic\w+|señal\w+|public\w+|denunci\w+|escribe|écrit|promet\w*|precis\w+|assur\w+|asegur\w+|teilt\w*|berichtet\w*|schreibt)\s$"
)


def people_written(text: str, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """The mentions, sorted, with more people among them: first those in full, then those by surname alone."""
    known = with_surnames(text, [each for each in mentions if not _is_half(text, each, cues)])
    for alone in (False, True):
        known.sort(key=lambda each: each.start)
        found = list(_found(text, known, cues, alone))
        free = [each for each in known if not any(one.start < each.end and each.start < one.end for one in found)]
        known = with_surnames(text, [*free, *found]) if found else known
    known.sort(key=lambda each: each.start)
    if cues.language == "ru":
        known.extend(_in_other_cases(text, known, cues))
    return sorted(known, key=lambda each: each.start)


def _found(text: str, known: Sequence[Mention], cues: Cues, alone: bool) -> Iterator[Mention]:
    people = {each.name for each in known if each.kind == "person"}
    given = {name.split()[0] for name in people if " " in name}
    for run in _free_runs(text, known, cues):
        words = text[slice(*run)].split()
        if alone and not _QUOTES.search(text, max(0, run[0] - _NEAR), run[1] + _NEAR):
            continue
        if (len(words) == 1) == alone and (name := _told(text, run, cues)) and name not in given:
            yield Mention("person", name, *run)


def _is_half(text: str, mention: Mention, cues: Cues) -> bool:
    """A place that is only the given name of a person: "Александр Лукин", but not "глава Кении Александр Лукин"; a person
    who begins with another word: "Et M. Lind"."""
    if mention.kind == "person":
        return re.match(rf"{_OPENERS}\s", text[mention.start : mention.end]) is not None
    if mention.kind != "place" or " " in text[mention.start : mention.end]:
        return False
    if not re.match(rf" {_CAPITAL}(?! {_CAPITAL})", text[mention.end : mention.end + 60]):
        return False
    before = text[max(0, mention.start - 40) : mention.start]
    return not re.search(rf"(?:{cues.office_source}|{cues.objects.pattern[:-1]})\s$", before)


def _free_runs(text: str, known: Sequence[Mention], cues: Cues) -> Iterator[Span]:
    """Runs of capitals that no mention has, without what they are called by: "Président Lind", "Г-н Линд"."""
    called = re.compile(rf"{cues.honorific}|{cues.office_source}[\s,]\s?|{_OPENERS}\s|[A-ZА-ЯЁ]{{2,}}\s")
    for run in _RUN.finditer(masked(text, known, ())):
        start = run.start()
        while (title := called.match(text, start)) and title.end() < run.end():
            start = title.end()
        if cues.language == "ru":
            start = _last_two(text, start, run.end())
        if start < run.end():
            yield start, run.end()


def _last_two(text: str, start: int, end: int) -> int:
    """Where the name begins in a Russian run: its last two words, or three with a patronymic or as short as "Ким Чен Ын"."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) < 3 or any(word.group().endswith(".") for word in words):
        return start
    if _PATRONYMIC.search(words[-2].group()) or max(len(word.group()) for word in words) < 5:
        return start + words[-3].start()
    if _PATRONYMIC.search(words[-1].group()):
        return start + words[-3].start()
    return start + words[-2].start()


def _told(text: str, run: Span, cues: Cues) -> str:
    """The name of whom a run of capitals names by what stands beside it, or ""."""
    name = " ".join(text[slice(*run)].split())
    if _NO_NAME.match(name) or name.isupper() or name.endswith(".") or re.fullmatch(cues.honorific, name + " "):
        return ""
    before = text[max(0, run[0] - (_BEFORE if " " in name else _SHORTLY_BEFORE)) : run[0]]
    phrase = rf"{cues.office_source}(?:\s[^\W\d_][\w-]{{3,}}){{1,3}}\s$"
    titled = re.search(rf"(?:{cues.honorific}|{cues.office_source}\s|{cues.office_source},\s)$", before)
    if _ARTICLE.search(before):
        return ""
    if " " not in name:
        spoken = cues.verb_right_before.search(before) and re.match(
            r"[.,;:—–]|\s[—–]|\s[а-яёa-zà-ÿ]|$", text[run[1] : run[1] + 2]
        )
        if cues.language == "ru" and (
            not _SURNAME.search(name)
            or (
                titled
                and not re.search(rf"(?:{cues.honorific}|{cues.verb_source}.{{0,40}})$", before)
                and not cues.verb_at_start.match(text, run[1])
            )
        ):
            return ""
        return name if (titled or (spoken and not _NEWS.search(before))) and _is_capital_word(name) else ""
    titled = titled or re.search(phrase, before)
    after = text[run[1] : run[1] + 60]
    oblique = cues.language == "ru" and (_follows(cues.according, before) or _follows_word(cues.quotes, before))
    if oblique:
        return nominative(name) or name
    if cues.language == "ru" and _SURNAME.search(name) and not _ADJECTIVE.search(name.split()[0]):
        said = cues.verb_right_before.search(before) or cues.verb_at_start.match(after)
        first = nominative(name)
        return name if said or is_first_case(name) or first.split()[-1:] == name.split()[-1:] else first or name
    if cues.language == "ru" and _SURNAME.search(nominative(name)) and not nominative(name).endswith(name.split()[-1]):
        return nominative(name)
    told = (
        titled or _follows(cues.according, before) or cues.verb_at_end.search(before) or cues.verb_at_start.match(after)
    )
    return name if told or re.match(rf",\s(?:[\w'’]{{1,3}}\s?)?{cues.office_source}", after) else ""


def _is_capital_word(name: str) -> bool:
    return len(name) > 2 and name[1:].islower()


def _follows(pattern: re.Pattern[str], before: str) -> bool:
    """Whether the phrase stands before, with nothing but an office between."""
    last = None
    for match in pattern.finditer(before):
        last = match
    return last is not None and re.fullmatch(r"(?:[^\s.,;:!?«»“”„\"()]+\s){0,8}", before[last.end() :]) is not None


def _follows_word(pattern: re.Pattern[str], before: str) -> bool:
    last = None
    for match in pattern.finditer(before):
        last = match
    return last is not None and len(before[last.end() :].split()) <= 3


def _in_other_cases(text: str, known: Sequence[Mention], cues: Cues) -> Iterator[Mention]:
    """ "Сергея Иванова" and "Иванову", where Сергей Иванов is known."""
    names = {each.name for each in known if each.kind == "person"}
    forms: dict[str, set[str]] = {}
    for name in names:
        for form in surname_forms(name.split()[-1]):
            forms.setdefault(form, set()).add(name)
    surnames = {name.split()[-1] for name in names}
    for run in _free_runs(text, known, cues) if names else ():
        words = text[slice(*run)].split()
        meant = {nominative(" ".join(words))} & names if len(words) > 1 else forms.get(words[0], set())
        if len(meant) == 1 and words[-1] not in surnames:
            yield Mention("person", next(iter(meant)), *run)
