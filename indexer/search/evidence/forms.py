"""Written forms among the words of a text: each in whatever spelling the authority files take for the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.authority.words import SAME, Words, read_words
from indexer.search.evidence.paragraphs import paragraphs_with

_COMMON = 4, 6  # letters with which most spellings of a word begin


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


@dataclass(frozen=True, slots=True)
class Place:
    """The words `first` to `behind` of a paragraph, which begins at `offset` of its text."""

    words: Words
    first: int
    behind: int
    offset: int

    @property
    def span(self) -> tuple[int, int]:
        return self.offset + self.words.starts[self.first], self.offset + self.words.ends[self.behind - 1]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(self.words.folded[self.first : self.behind])

    @property
    def before(self) -> str:
        """The name that stands right before it, if one does, as it is compared."""
        return _name(self.words, self.first - 1, self.first) if self.first else ""

    @property
    def after(self) -> str:
        return _name(self.words, self.behind, self.behind) if self.behind < len(self.words.gaps) else ""


def _name(words: Words, at: int, gap: int) -> str:
    """Neither an initial nor an acronym; in a line in capitals there is none."""
    written = words.written[at]
    return words.folded[at] if words.gaps[gap] == SAME and written[0].isupper() and not written.isupper() else ""


def _hint(written: str) -> str:
    """What most spellings of a form have in common: the beginning of its longest word, or of all of U.S."""
    least, most = _COMMON
    longest = max(written.split(), key=len)
    return longest[: min(max(len(longest) - 2, least), most)]


class Forms:
    """Several forms, looked for together."""

    def __init__(self, forms: Iterable[str]) -> None:
        made = {written: Form.of(written) for written in forms}
        self._hints = tuple({_hint(written) for written, form in made.items() if form.folded})
        self._by_first: dict[str, list[Form]] = {}
        for form in filter(lambda each: each.folded, made.values()):
            self._by_first.setdefault(form.folded[0], []).append(form)

    def find(self, text: str) -> Iterator[Place]:
        """In reading order, the longest at each place; paragraph by paragraph, as far as anybody asks."""
        for start, end in paragraphs_with(text, self._hints):
            words = read_words(text[start:end])
            behind = 0
            for at, folded in enumerate(words.folded):
                if at >= behind and folded in self._by_first:
                    lengths = [len(form.folded) for form in self._by_first[folded] if form.stands_at(words, at)]
                    if lengths:
                        behind = at + max(lengths)
                        yield Place(words, at, behind, start)
