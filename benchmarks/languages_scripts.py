"""What is one word in two scripts or widths, or behind an Arabic prefix: articles, and questions about them."""

from collections.abc import Iterator, Sequence

from benchmarks.languages_archive import Written
from benchmarks.languages_measures import Figure
from benchmarks.languages_texts import Question, both_ways, languages, listed, pairs

_SIMPLIFIED, _TRADITIONAL = "双方就{}问题发表了看法。", "雙方就{}問題發表了看法。"
_ARABIC = "ذكرت نشرة الأخبار المسائية هذه الكلمة مرارا في عددها الصادر أمس وفي ملحقها الأسبوعي ({})."
_PREFIXES = ("ال", "وال", "بال", "كال", "لل", "و")
_MOST = 0.85  # of the nouns found with a prefix, at least, where it counts


def articles() -> Iterator[Written]:
    for number, (simplified, traditional) in enumerate(pairs(listed("written_otherwise", "characters"))):
        yield Written(f"characters-{number}-a", _SIMPLIFIED.format(simplified))
        yield Written(f"characters-{number}-b", _TRADITIONAL.format(traditional))
    for number, pair in enumerate(pairs(listed("written_otherwise", "widths"))):
        for side, word in zip("ab", pair, strict=True):
            yield Written(f"widths-{number}-{side}", f"{languages()['ja'].short}「{word}」")
    for noun in _nouns():
        for prefix in ("", *_PREFIXES):
            yield Written(f"prefix-{prefix}-{noun}", _ARABIC.format(f"{prefix}{noun}"))


def questions() -> Iterator[Question]:
    for number, pair in enumerate(pairs(listed("written_otherwise", "characters"))):
        yield from both_ways("characters", "simplified and traditional", pair, f"characters-{number}")
    for number, pair in enumerate(pairs(listed("written_otherwise", "widths"))):
        yield from both_ways("widths", "full and half", pair, f"widths-{number}")
    for noun in _nouns():
        for prefix in _PREFIXES:
            yield Question("prefixes", f"{prefix}…", noun, f"prefix-{prefix}-{noun}", marked=f"{prefix}{noun}")
            yield Question("prefixes", f"{prefix}…", f"{prefix}{noun}", f"prefix--{noun}", marked=noun)


def prefixes(shown: Sequence[Figure]) -> Figure:
    """How many of the prefixes are seen through."""
    of_prefixes = [each for each in shown if each.part == "prefixes"]
    return Figure("prefixes", "of six", sum(each.share >= _MOST for each in of_prefixes), len(of_prefixes))


def _nouns() -> list[str]:
    return listed("arabic_prefixes", "nouns").split()
