"""The forms in which interviews are printed: labels ("Q:"), names, dashes, bold questions, questions set apart.

Each form looks at the paragraphs of a text and gives them back with their parts, or nothing where the text is not
of this form.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import pairwise

from indexer.ingest.interviews.labels import Role, begins_with_office, folded, has_initials, names_person
from indexer.ingest.interviews.named import known
from indexer.ingest.interviews.units import NOBODY, Script, Unit

_BOLD = re.compile(r"(?:\*\*|__)(?=\S)[^\n]{3,1500}(?:\*\*|__)")
_ENDS_SENTENCE = re.compile(r"[.!?…:,;][\"”»«“’‘‹›)*_\s]{0,6}$")
_ADDRESSED = re.compile(
    r"(?<!\w)(?:you|your|yours|vous|votre|vos|usted|ustedes|su|sie|ihre?[nmrs]?|du|dein\w{0,2}|вы|вас|вам|ваш\w{0,3}"
    r"|tu|tus)(?!\w)",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"(?<![\w.])(?:I|I['’]\w{1,2}|[Mm]y|[Ww]e|[Oo]ur|[Jj]e|[Mm]on|[Mm]es|[Nn]ous|[Nn]otre|[Yy]o|[Mm]is?"
    r"|[Nn]uestr\w{1,2}|[Ii]ch|[Mm]eine?\w?"
    r"|[Ww]ir|[Uu]nser\w{0,2}|[Яя]|[Мм]ы|[Мм]о[йяеёи]|[Нн]аш\w{0,3})(?![\w.])"
)
# "Professor Lee, you say …", at the beginning of the first question.
_BY_NAME = re.compile(
    r"\W{0,3}(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Minister|Ambassador|Herr|Frau|Monsieur|Madame|M|Mme|Señor|Señora"
    r"|Signor|Signora"
    r"|Senhor|Senhora|Pan|Pani|Господин|Госпожа|General|Commissioner|President)\.? ){1,3}[^\W\d_][\w’'-]{1,30}"
    r"(?: [^\W\d_][\w’'-]{1,30}){0,3},",
)
_LONGEST_ASKED = 500
# What the other says or has written is asked of nobody but him.
_OF_THE_OTHER = re.compile(
    r"(?<!\w)(?:[Vv]ous (?:expliquez|évoquez|dites|écrivez|parlez|affirmez|soulignez|pensez|avez)|[Vv]otre (?:travail"
    r"|livre|critique|avis)"
    r"|qu['’]en pensez|[Yy]ou (?:say|said|write|wrote|mention|argue|have said)|[Yy]our (?:book|work|view|opinion"
    r"|career|organi[sz]ation)"
    r"|what do you think|Sie (?:sagen|schreiben|plädieren|meinen|haben)|Ihr(?:em|er|e)? (?:Buch|Meinung|Ansicht"
    r"|Arbeit)"
    r"|[Uu]sted (?:dice|ha|afirma|escribe)|su (?:libro|opinión)|qué (?:opina|piensa)|[Вв]ы (?:говорите|считаете"
    r"|пишете|сказали|упомянули)"
    r"|[Вв]аш\w{0,3} (?:книг|мнени|взгляд))",
)
# a sentence with its mark, which a heading between paragraphs lacks
_PROMPT = re.compile(
    r"(?:\d{1,2}[.)] )?(?:(?:\*\*|__)[^\n]{5,400}[.?!…:][\"”»]?(?:\*\*|__)|#{2,6} [^\n]{5,400}[.?!…:][\"”»*_]{0,3})"
)
_QUOTES = frozenset('“”„«»"')
# what is said ends with a mark of its own, or somebody says it behind a comma
_FIRST_QUOTED = re.compile(r"[“„«»\"][^“”„«»\"\n]{1,300}[”“»«\"].{0,40}")
_SPOKEN = re.compile(r"[.,!?…—–-][”“»«\"]|[”“»«\"],? ?[—–-]? ?(?!an? |the |une? |una? |las? |los? )[^\W\d_A-Z]")
_THANKS = re.compile(r"\W{0,3}(?:thank|спасибо|благодар|merci|gracias|danke|vielen dank)", re.IGNORECASE)
_FEWEST_SPEECHES = 3
_LONG_TALK = 12


def parts_of(script: Script) -> list[Unit]:
    """The units with their roles in the first form that fits; empty where none does."""
    return next((parts for form in _FORMS if (parts := form(script))), [])


def _by_labels(script: Script) -> list[Unit]:
    """Who asks is labelled so; who answers is too, or has a name, or no label where an interview is announced."""
    parts = [
        replace(each, role="" if each.is_bare and before.part != "asks" else each.part)
        for before, each in pairwise((NOBODY, *script.units))
    ]
    asked = sum(each.role == "asks" for each in parts)
    if asked < script.fewest_questions:
        return []
    if any(each.role == "answers" for each in parts):
        return parts
    labelled = [each for each in parts if each.label]
    named = {folded(two.label) for one, two in pairwise(labelled) if one.role == "asks" and not two.role}
    answers = [replace(each, role="answers") if folded(each.label) in named else each for each in parts]
    questions = sum(each.is_question for each in parts if each.role == "asks")
    if 2 * sum(each.role == "answers" for each in answers) >= asked and 3 * questions >= asked:
        return answers
    unmarked = not named and asked >= _FEWEST_SPEECHES and 2 * questions >= asked
    return parts if script.announced or unmarked else []


def _by_names(script: Script) -> list[Unit]:
    """Two names or more, each speaking twice or more: the one with most questions asks."""
    said: dict[str, list[Unit]] = {}
    for each in script.units:
        if each.label:
            said.setdefault(folded(each.label), []).append(each)
    speakers = {name: units for name, units in said.items() if len(units) >= 2}
    if len(speakers) < 2:
        return []
    asker = max(speakers, key=lambda name: sum(each.is_question for each in speakers[name]))
    asked = sum(each.is_question for each in speakers[asker])
    if asked < max(2, len(speakers[asker]) / 2) and asker != _asker(script, speakers):
        return []
    if _is_record(script, speakers[asker]):
        return []
    if not _are_said([each for each in script.units if folded(each.label) in speakers]):
        return []
    roles: dict[str, Role] = {name: "asks" if name == asker else "answers" for name in speakers}
    return [replace(each, role=roles.get(folded(each.label), "")) for each in script.units]


def _is_record(script: Script, asking: Iterable[Unit]) -> bool:
    """Whether a head of state or a minister asks, which is no interviewer's question."""
    return not script.announced and any(begins_with_office(each.text) or has_initials(each.label) for each in asking)


def _by_one_answering(script: Script) -> list[Unit]:
    """Whoever asks, with a name of his own or of his paper, one answers twice or more."""
    labelled = [each for each in script.units if each.label]
    asked = [folded(two.label) for one, two in pairwise(labelled) if one.is_question and one.label != two.label]
    answers = Counter(asked)
    answerer = max(answers, key=lambda label: answers[label], default="")
    others = [each for each in labelled if folded(each.label) != answerer]
    if (
        answers[answerer] < 2
        or 2 * sum(each.is_question for each in others) < len(others)
        or _is_record(script, others)
    ):
        return []
    roles: dict[bool, Role] = {True: "answers", False: "asks"}
    return [replace(each, role=roles[folded(each.label) == answerer] if each.label else "") for each in script.units]


def _by_one_label(script: Script) -> list[Unit]:
    """Only who answers has a label, each time below a question that has none."""
    labelled = [each for each in script.units if each.label]
    pairs = list(pairwise(script.units))
    asked = [one for one, two in pairs if one.is_question and not one.label and two.label]
    if len({folded(each.label) for each in labelled}) != 1 or len(asked) < 2 or 2 * len(asked) < len(labelled):
        return []
    return [replace(each, role="answers" if each.label else "asks" if each in asked else "") for each in script.units]


def _by_speakers(script: Script) -> list[Unit]:
    """Two or more under labels in capitals, or of people: to and fro where one is a person's, or once each where all
    are. In a table, labels are things."""
    labelled = [each for each in script.units if each.label and (each.label[-1].isupper() or _is_person(each, script))]
    roles = [each.part for each in labelled]
    speakers = [each.label for each, role in zip(labelled, roles, strict=True) if role != "asks"]
    persons = sum(_is_person(each, script) for each in labelled if each.part != "asks")
    in_turn = len(labelled) >= _FEWEST_SPEECHES and len({*speakers}) < len(labelled) and persons
    once_each = (
        persons == len(speakers) and 2 * sum(bool(_OF_ONESELF.search(each.text)) for each in labelled) >= persons
    )
    if len({*speakers}) < 2 or not (in_turn or once_each) or not _are_said(labelled):
        return []
    found = dict(zip(labelled, roles, strict=True))
    return [replace(each, role=(found[each] or "answers") if each in found else "") for each in script.units]


def _is_person(unit: Unit, script: Script) -> bool:
    return names_person(unit.label) or known(unit.label, script.people) != ""


def _are_said(units: list[Unit]) -> bool:
    """Whether most are sentences, and no items of a table or headers."""
    return 3 * sum(bool(_ENDS_SENTENCE.search(each.text[-8:])) for each in units) >= 2 * len(units)


def _by_dashes(script: Script) -> list[Unit]:
    """A question is a dashed paragraph right before another: dashes in lists within an answer fall behind it."""
    parts: list[Unit] = []
    for unit, following in zip(script.units, [*script.units[1:], None], strict=True):
        answers = unit.dash and bool(parts) and parts[-1].role == "asks"
        asks = unit.dash and following is not None and following.dash
        if parts and parts[-1].role == "answers":  # a dash may stand within an answer too
            asks = asks and (unit.is_question or not (following and following.is_question))
        asks = asks or (unit.dash and not (following and following.dash) and _THANKS.match(unit.text) is not None)
        parts.append(replace(unit, role="answers" if answers else "asks" if asks else ""))
    asked = [each.is_question for each in parts if each.role == "asks"]
    asked_back = sum(each.is_question for each in parts if each.role == "answers")
    enough = len(asked) >= script.fewest_questions and sum(asked) >= max(1, len(asked) / 2)
    return parts if enough and asked_back <= len(asked) / 2 and _are_said([each for each in parts if each.role]) else []


def _by_bold(script: Script) -> list[Unit]:
    """A tale prints no questions in bold."""
    return _set_apart(script, lambda unit: unit.is_question and bool(_BOLD.fullmatch(unit.text)))


def _by_headings(script: Script) -> list[Unit]:
    """In what is announced as an interview: bold or headed lines ask, also where they only prompt ("Tell us of it")."""
    return _set_apart(script, lambda unit: bool(_PROMPT.fullmatch(unit.text))) if script.announced else []


def _by_many_turns(script: Script) -> list[Unit]:
    """Two names or more, between which a long talk goes to and fro, with questions or without."""
    turns = Counter(folded(each.label) for each in script.units if each.label and not each.part)
    speakers = {name for name, number in turns.items() if number >= _FEWEST_SPEECHES}
    asks = _asker(script, speakers)
    spoken = sum(turns[name] for name in speakers)
    said = [each for each in script.units if folded(each.label) in speakers]
    if len(speakers) < 2 or spoken < _LONG_TALK or 2 * spoken < len(script.units) or not _are_said(said):
        return []
    roles: dict[str, Role] = {name: "asks" if name == asks else "answers" for name in speakers}
    return [replace(each, role=roles.get(folded(each.label), "")) for each in script.units]


def _asker(script: Script, speakers: Collection[str]) -> str:
    """Who of them asks in a third of his many turns or more, where the others hardly do; else ""."""
    asked = {name: [each.is_question for each in script.units if folded(each.label) == name] for name in speakers}
    curious = [name for name, each in asked.items() if 10 * sum(each) > len(each)]
    one = curious[0] if len(curious) == 1 else ""
    return one if one and 3 * sum(asked[one]) >= len(asked[one]) and sum(asked[one]) > _FEWEST_SPEECHES else ""


def _by_paragraphs(script: Script) -> list[Unit]:
    introduced = script.announced or _introduces_both(script) or _asks_by_name(script) or _is_talk(script)
    parts = _set_apart(script, lambda unit: unit.is_question) if introduced else []
    return [] if _is_tale(parts) else parts


def _is_talk(script: Script) -> bool:
    """Three short paragraphs or more, or two and no other, ask somebody ("What do you do?"), who answers of himself; a
    list of questions and answers ("How do I …?") tells the reader what he can do."""
    pairs = [(one.text, two.text) for one, two in pairwise(script.units) if one.is_question and not two.is_question]
    if sum(bool(_OF_THE_OTHER.search(one)) for one, _ in pairs) >= 2:
        return True
    asked = [two for one, two in pairs if len(one) <= _LONGEST_ASKED and _ADDRESSED.search(one)]
    answered = sum(bool(_OF_ONESELF.search(two)) for two in asked)
    if len(asked) < _FEWEST_SPEECHES:
        return len(asked) == 2 == len(pairs) == answered
    return 2 * len(asked) >= len(pairs) and 2 * answered >= len(asked)


def _asks_by_name(script: Script) -> bool:
    """The first paragraph that asks turns to somebody with his name: "Professor Lee, what is a lake?"."""
    first = next((each for each in script.units if each.is_question), None)
    return first is not None and _BY_NAME.match(first.text) is not None


def _introduces_both(script: Script) -> bool:
    """The first question and the first answer have names, and those that follow go without."""
    both = ((one, two) for one, two in pairwise(script.units) if one.label and two.label and one.is_question)
    named = any(" " in two.label or _is_person(two, script) for one, two in both)
    return named and sum(each.is_question and not each.label for each in script.units) >= 2


def _set_apart(script: Script, asks: Callable[[Unit], bool]) -> list[Unit]:
    """Questions in paragraphs of their own, of which two or more are followed by something else than a question."""
    labelled = (one.start for one, two in pairwise(script.units) if one.label and two.label and one.is_question)
    first = next(labelled, 0)
    parts = [replace(each, role="asks") if each.start >= first and asks(each) else each for each in script.units]
    return parts if sum(one.role == "asks" and two.role != "asks" for one, two in pairwise(parts)) >= 2 else []


def _is_tale(parts: list[Unit]) -> bool:
    """Whether what follows questions stands between quotation marks with words about who says it."""
    answers = [two for one, two in pairwise(parts) if one.role == "asks" and two.role != "asks"]
    asked = [each for each in parts if each.role == "asks" and each.text[-1] in _QUOTES]
    return 8 * sum(map(_is_told, [*answers, *asked])) > len(answers)


def _is_told(unit: Unit) -> bool:
    """“Of course,” he snaps. “I said …”"""
    words = unit.text[unit.said - unit.start :].strip("*_ ")
    if words[:1] not in _QUOTES:
        return False
    said = _FIRST_QUOTED.match(words)
    if said and not _SPOKEN.search(said.group()):
        return False  # “Blue Lake”, a bird
    return sum(words.count(each) for each in _QUOTES) > 2 or words[-1] not in _QUOTES


_FORMS: tuple[Callable[[Script], list[Unit]], ...] = (
    _by_labels,
    _by_names,
    _by_one_answering,
    _by_one_label,
    _by_speakers,
    _by_dashes,
    _by_bold,
    _by_paragraphs,
    _by_headings,
    _by_many_turns,
)
