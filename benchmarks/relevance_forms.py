"""Questions in other words than their answers: inflected, spelled or named otherwise; and phrases, which are not."""

from collections.abc import Sequence

from benchmarks.relevance_question import Draft, Draw, Question

_INFLECTED = (
    ("negotiations", "negotiator negotiating negotiated"),
    ("переговоры", "переговоров переговорами переговорам"),
    ("policies", "policy"),
    ("observed", "observer observers observing"),
    ("граница", "границы границе границах"),
    ("mediators", "mediation mediating mediated"),
    ("deployment", "deploy deployed deploying"),
    ("делегации", "делегация делегацию делегаций"),
    ("consultations", "consult consulted consulting"),
    ("ratified", "ratify ratifies ratifying"),
    ("наблюдателей", "наблюдатель наблюдатели наблюдателями"),
    ("monitoring", "monitor monitors monitored"),
)
# what a stemmer that cuts too much would take for the same: policies, police
_FALSE_FRIENDS = {"policies": "police", "observed": "obsession", "mediators": "medical", "граница": "гранат"}
_SPELLED = (
    ("labour", "labor"),
    ("defense", "defence"),
    ("organised", "organized"),
    ("program", "programme"),
    ("neighbours", "neighbors"),
    ("mobilization", "mobilisation"),
    ("centre", "center"),
    ("harbor", "harbour"),
)
_NAMED = (
    ("CSTO", "Collective Security Treaty Organization"),
    ("Organization for Security and Cooperation in Europe", "OSCE"),
    ("ОДКБ", "CSTO"),
    ("International Atomic Energy Agency", "IAEA"),
    ("SCO", "Shanghai Cooperation Organization"),
    ("North Atlantic Treaty Organization", "NATO"),
    ("МАГАТЭ", "International Atomic Energy Agency"),
    ("OPCW", "Organization for the Prohibition of Chemical Weapons"),
)


def _inflections(draw: Draw) -> Question:
    """The answers have every form but the one that is asked. What has only the word beside it, and at most a word that
    looks like a form of it, is no answer."""
    asked, others = _INFLECTED[draw.number % len(_INFLECTED)]
    (beside,) = draw.words(1)
    forms = draw.rng.choices(others.split(), k=6)
    about = [Draft(2, 1.0, (form, form, beside, beside)) for form in forms[:4]]
    passing = [Draft(1, 1.2, (form, beside)) for form in forms[4:]]
    other = [Draft(0, 0.8, (_FALSE_FRIENDS.get(asked, beside), beside) * 3) for _ in range(3)]
    return Question("inflections", f"{asked} {beside}", (*about, *passing, *other))


def _spellings(draw: Draw) -> Question:
    return _otherwise(draw, "spellings", _SPELLED)


def _names(draw: Draw) -> Question:
    return _otherwise(draw, "names", _NAMED)


def _otherwise(draw: Draw, kind: str, pairs: Sequence[tuple[str, str]]) -> Question:
    """The answers have the other form only; what has the word beside it together with another pair's is no answer."""
    asked, written = pairs[draw.number % len(pairs)]
    stranger = pairs[(draw.number + 1) % len(pairs)][1]
    (beside,) = draw.words(1)
    about = [Draft(2, 1.0, (written, written, beside, beside)) for _ in range(3)]
    passing = [Draft(1, 1.2, (written, beside)) for _ in range(2)]
    other = [Draft(0, 0.8, (stranger, beside) * 3) for _ in range(2)]
    return Question(kind, f"{asked} {beside}", (*about, *passing, *other))


def _phrases(draw: Draw) -> Question:
    """Only the words in this order, side by side, are what was quoted, however often they stand elsewhere."""
    first, second = draw.words(2)
    quoted = [Draft(1, draw.size(0.8, 2.0), (f"{first} {second}",) * more) for more in (1, 1, 2)]
    turned = [Draft(0, 0.8, (f"{second} {first}",) * 3) for _ in range(2)]
    scattered = [Draft(0, 0.8, (first, second) * 4) for _ in range(3)]
    return Question("phrases", f'"{first} {second}"', (*quoted, *turned, *scattered))


KINDS = (_inflections, _spellings, _names, _phrases)
