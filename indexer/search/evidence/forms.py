"""Written forms among the words of a text: each in whatever spelling the authority files take for the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.authority.words import SAME, Words, read_words


@dataclass(frozen=True, slots=True)
class Form:
    """A written form as its words are compared. `gaps` stand before all of them but the first."""

    written: tuple[str, ...]
    folded: tuple[str, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, form: str) -> "Form":
        words = read_words(form)
        return cls(tuple(words.written), tuple(words.folded), tuple(words.gaps[1:]))

    def stands_at(self, words: Words, at: int) -> bool:
        end = at + len(self.folded)
        return (
            tuple(words.folded[at:end]) == self.folded
            and tuple(words.gaps[at + 1 : end]) == self.gaps
            and all(map(_is_cased_as, self.written, words.written[at:end]))
        )


def _is_cased_as(form: str, written: str) -> bool:
    """WHO is not who, and Brown not brown."""
    if len(form) > 1 and form.isupper():
        return written.isupper() or (written[:-2].isupper() and written[-1] == "s")
    return written[0].isupper() or not form[0].isupper()


class Forms:
    """Several forms, looked for together."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[Form]] = {}
        for form in filter(lambda each: each.folded, map(Form.of, dict.fromkeys(forms))):
            self._by_first.setdefault(form.folded[0], []).append(form)

    def find(self, words: Words) -> Iterator[tuple[int, int]]:
        """The first word and the one behind the last, the longest at each place; disjoint."""
        behind = 0
        for at, folded in enumerate(words.folded):
            if at >= behind and folded in self._by_first:
                lengths = [len(form.folded) for form in self._by_first[folded] if form.stands_at(words, at)]
                if lengths:
                    behind = at + max(lengths)
                    yield at, behind


def name_before(words: Words, at: int) -> str:
    """The name that stands right before a word, if it is one, as it is compared."""
    return words.folded[at - 1] if at and words.gaps[at] == SAME and _is_name(words.written[at - 1]) else ""


def name_behind(words: Words, at: int) -> str:
    return words.folded[at] if at < len(words.gaps) and words.gaps[at] == SAME and _is_name(words.written[at]) else ""


def _is_name(written: str) -> bool:
    """Neither an initial nor an acronym; in a line in capitals there is none."""
    return written[0].isupper() and not written.isupper()
