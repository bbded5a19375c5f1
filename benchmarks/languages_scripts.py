"""What is one word in two scripts or widths, or behind an Arabic prefix: articles, and questions about them."""

from collections.abc import Callable, Iterator, Mapping

from benchmarks.languages_archive import Written
from benchmarks.languages_texts import Question, both_ways, languages, listed, pairs

_SIMPLIFIED, _TRADITIONAL = "双方就{}问题发表了看法。", "雙方就{}問題發表了看法。"
_PREFIXES: Mapping[str, Callable[[str], str]] = {
    "ال": lambda noun: f"ال{noun}",
    "وال": lambda noun: f"وال{noun}",
    "بال": lambda noun: f"بال{noun}",
    "كال": lambda noun: f"كال{noun}",
    "لل": lambda noun: f"لل{noun}",
    "و": lambda noun: f"و{noun}",
}


def articles() -> Iterator[Written]:
    for number, (simplified, traditional) in enumerate(pairs(listed("written_otherwise", "characters"))):
        yield Written(f"characters-{number}-a", "", _SIMPLIFIED.format(simplified))
        yield Written(f"characters-{number}-b", "", _TRADITIONAL.format(traditional))
    for number, pair in enumerate(pairs(listed("written_otherwise", "widths"))):
        for side, word in zip("ab", pair, strict=True):
            yield Written(f"widths-{number}-{side}", "", f"{languages()['ja'].short}「{word}」")
    for noun in _nouns():
        for prefix, before in {"": str, **_PREFIXES}.items():
            yield Written(f"arabic-{prefix}-{noun}", "", f"{languages()['ar'].frame} ({before(noun)})")


def questions() -> Iterator[Question]:
    for number, pair in enumerate(pairs(listed("written_otherwise", "characters"))):
        yield from both_ways("simplified and traditional", "zh", pair, f"characters-{number}")
    for number, pair in enumerate(pairs(listed("written_otherwise", "widths"))):
        yield from both_ways("full and half width", "ja", pair, f"widths-{number}")
    for noun in _nouns():
        for prefix, before in _PREFIXES.items():
            yield Question(f"prefix {prefix}", "ar", noun, f"arabic-{prefix}-{noun}", marked=before(noun))
            yield Question(f"prefix {prefix}", "ar", before(noun), f"arabic--{noun}", marked=noun)


def _nouns() -> list[str]:
    return listed("arabic_prefixes", "nouns").split()
