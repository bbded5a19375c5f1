"""Bodies that no file has, by the noun that they are called by: "Harbour Pilots Association", "Institute of Tides".

Before the noun stand capitalised words of which one at least tells the body from others of its kind; after it may
stand what it is for: "of", "for" or "on" and capitalised words.
"""

import re
from collections.abc import Iterator

from indexer.authority.words import COMMA, SAME, Words
from indexer.ingest.names.by_itself import SPEAKERS, first_by_itself
from indexer.ingest.names.gazetteer import bare, name_at
from indexer.ingest.names.headings import is_a_heading
from indexer.ingest.names.span import Span
from indexer.ingest.names.telling import tells
from indexer.ingest.names.vocabulary import words_of
from indexer.text.analysis import fold_word

_HEADS = words_of("heads")
_CLOSED_HEADS = words_of("closed_heads")
_ENDS = (words_of("function") | words_of("offices") | words_of("honorifics")) - {"general"}
_GENERALS = frozenset({"secretary", "attorney", "inspector", "surgeon", "solicitor", "comptroller"})
_OWNERS = words_of("owners")
_NO_TAILS = words_of("no_tails")
_BILLS = words_of("bills")
_THINGS = words_of("things")
_BUSINESS = words_of("business")
_COMMON = words_of("common")
_ARTICLES = frozenset({"the", "a", "its", "his", "their", "our"})
_LINKS = frozenset({"of", "for", "on", "against"})
_PAPERS = words_of("papers")
_NOUNS = _HEADS | _CLOSED_HEADS | _PAPERS | {"treasury"}
_ON = frozenset(
    {"committee", "subcommittee", "commission", "council", "party", "force", "centre", "initiative", "court"}
)
_LISTED = frozenset({"committee", "subcommittee", "department", "ministry", "commission"})
_LONGEST = 7
_YEAR = re.compile(r"[ -](?:19|20)[0-9]{2}(?![0-9])")
_LONGEST_TAIL = 12


def bodies_in(words: Words, bodies: list[Span], places: set[int], given_names: frozenset[str]) -> list[Span]:
    """Spans in reading order; those of `bodies` that one of them begins with are part of it, all others stay out."""
    last, written, folded = len(words.written) - 1, words.written, words.folded
    heads = [
        at
        for at in words.capitals
        if folded[at] in _NOUNS or (at < last and written[at + 1] in SPEAKERS and written[at].isupper())
    ]
    spans = list(_Reader(words, bodies, places, given_names).all_in(heads)) if heads else []
    return _with_one_name(spans, bodies) if spans else []


class _Reader:
    def __init__(self, words: Words, bodies: list[Span], places: set[int], given_names: frozenset[str]) -> None:
        self._words = words
        self._places = places
        self._given = given_names
        self._body_at = {index: body for body in bodies for index in range(body.first, body.last + 1)}

    def all_in(self, heads: list[int]) -> Iterator[Span]:
        words, done = self._words, -1
        for index in heads:
            if index <= done:
                continue
            if index not in self._body_at and index not in self._places:
                itself = first_by_itself(words, index)
                if itself is not None:
                    yield Span("organisation", bare(" ".join(words.written[itself : index + 1])), itself, index)
            if not self._may_head(index):
                continue
            first, last = self._first(index, done + 1), self._last(index)
            if (
                first is not None
                and words.written[index + 1 : index + 2] == ["of"]
                and last > index
                and fold_word(words.written[first]) in self._given
            ):
                first = index  # "Jorik Haldane Bureau of Tides": somebody stands before a name that is complete
            if first is not None and self._tells(first, index, last) and not is_a_heading(words, first, last):
                done = last
                yield Span("organisation", self._name(first, last), first, last)

    def _name(self, first: int, last: int) -> str:
        """As it is written, but for a body that it begins with, which has its display name."""
        words, owner = self._words, self._body_at.get(first)
        start = owner.last + 1 if owner else first
        written = name_at(words, start, last)
        if not owner and self._is_of_the_us(first):
            return f"US {' '.join(words.text[words.starts[first + 2] : words.ends[last]].split())}"
        if owner and words.written[owner.last] == "House":
            return name_at(words, first, last)
        return f"{owner.name} {written}" if owner else written

    def _is_paper(self, index: int) -> bool:
        """A newspaper is called by a town: "Otterbank Post"."""
        words = self._words
        named = words.folded[index] in _PAPERS and index > 0 and words.gaps[index] == SAME and index - 1 in self._places
        return named and words.written[index].istitle()

    def _may_head(self, index: int) -> bool:
        """A noun, neither part of another name, nor after a hyphen, nor before what it is only the first half of."""
        words = self._words
        if not self._is_noun(index) or index in self._body_at or index in self._places:
            return False
        if words.text[words.starts[index] - 1 : words.starts[index]] == "-" or _YEAR.match(
            words.text, words.ends[index]
        ):
            return False  # "Combat Brotherhood-2018" is an exercise
        after = index + 1
        if after == len(words.written) or words.gaps[after] != SAME:
            return True
        follows = words.written[after][0].isupper() and (
            words.folded[after] in _HEADS or words.folded[index] == "force"
        )
        return not follows and words.folded[after] not in _THINGS

    def _is_noun(self, index: int) -> bool:
        words, noun = self._words, self._words.folded[index]
        if noun in _CLOSED_HEADS:
            return words.written[index].istitle() and not self._goes_on(index)
        if noun == "brotherhood":
            return words.written[index + 1 : index + 2] == ["of"]
        return noun in _HEADS or self._is_paper(index)

    def _goes_on(self, index: int) -> bool:
        after = index + 1
        return (
            after < len(self._words.written) and not self._words.gaps[after] and self._words.written[after][0].isupper()
        )

    def _first(self, head: int, least: int) -> int | None:
        """The first of the capitalised words before the noun; None where they are the half of two."""
        words, first = self._words, head
        for at in range(head - 1, max(head - _LONGEST, least) - 1, -1):
            if words.gaps[at + 1] != SAME and not self._is_ampersand(at + 1):
                break
            if body := self._body_at.get(at):
                if body.company and first < head:
                    return None
                joined = body.first >= least and not body.company and bare(words.written[at]) == words.written[at]
                return body.first if joined and (body.first == at or body.name == "UN") else first
            if (
                words.written[at] in ("and", "And")
                and first < head
                and at > least
                and words.written[at - 1][0].isupper()
            ):
                common = all(words.written[each].lower() in _COMMON for each in range(first, head))
                return self._double(at, least, common=common, listed=words.folded[head] in _LISTED)
            if at and self._is_of_the_us(at - 1):
                return at - 1
            if not self._is_part(at) or (words.written[at].isupper() and words.written[at - 1].isupper()):
                break
            first = at
        return first

    def _is_ampersand(self, at: int) -> bool:
        return self._words.text[self._words.ends[at - 1] : self._words.starts[at]] == " & "

    def _is_of_the_us(self, at: int) -> bool:
        words = self._words
        return words.written[at] == "U" and words.written[at + 1] == "S" and words.gaps[at + 1] == SAME

    def _is_part(self, at: int) -> bool:
        """A capitalised word that no office, title, owner or single letter is."""
        word = self._words.written[at]
        if not word[0].isupper() or len(word) == 1 or word.lower() in _ENDS:
            return False
        if word == "General" and at and self._words.written[at - 1].lower() in _GENERALS:
            return False
        return bare(word) == word or word.lower().replace("’", "'") in _OWNERS

    def _double(self, joiner: int, least: int, *, common: bool, listed: bool) -> int | None:
        """Where the first half begins, at most three words after an article: "the Food and Drug Administration"; after
        anything else where the second half has `common` words only: "Otterbank Savings and Loan Association"."""
        words, first = self._words, joiner
        if words.gaps[joiner] != SAME:
            return joiner + 1
        for at in range(joiner - 1, max(joiner - 5, least - 1, -1), -1):
            body = self._body_at.get(at)
            if body and not body.company and words.gaps[at + 1] == SAME and first < joiner:
                return body.first  # "Senate Tides and Harbours Committee"
            if (words.gaps[at + 1] != SAME and not (listed and words.gaps[at + 1] == COMMA)) or body:
                return first if common and first < joiner - 1 and not body else None
            if not self._is_part(at):
                joins = words.written[at].lower() in _ARTICLES or (common and first < joiner - 1)
                return first if joins and first < joiner else None
            first = at
        return None

    def _last(self, head: int) -> int:
        """The last word of what the body is for; the noun itself where nothing is said of it."""
        words, last = self._words, head
        if words.written[head] != bare(words.written[head]):
            return head
        while last - head < _LONGEST_TAIL:
            end = self._run(self._after_link(last, head))
            if end is None:
                break
            last = end
        return last

    def _after_link(self, last: int, head: int) -> int:
        """Where what a body is for begins or goes on, after "of", "for the", "and", or in a list a comma."""
        words, at = self._words, last + 1
        if at + 1 >= len(words.written):
            return -1
        if words.gaps[at] == COMMA:
            return self._after_comma(at) if last > head and words.folded[head] in _LISTED else -1
        if words.gaps[at] != SAME or words.gaps[at + 1] != SAME:
            return -1
        link, noun = words.written[at], words.folded[head]
        if link == "and" and last > head:
            return at + 1
        if (link in _LINKS and link != "on") or (link == "on" and noun in _ON):
            return at + 2 if words.written[at + 1] == "the" else at + 1
        return at + 1 if link == "at" and noun == "university" else -1

    def _after_comma(self, at: int) -> int:
        if self._words.written[at] == "and" and self._words.gaps[at + 1] == SAME:
            return at + 1
        return at if self._list_goes_on(at) else -1

    def _list_goes_on(self, at: int) -> bool:
        """Within three words comes the "and" of a list of capitalised words: "on Health, Labour and Pensions"."""
        words = self._words
        for index in range(at, min(at + 4, len(words.written))):
            if words.written[index] == "and":
                return index > at
            if not words.written[index][0].isupper() or words.gaps[index] not in (SAME, COMMA):
                return False
        return False

    def _run(self, first: int) -> int | None:
        """The last capitalised word of a run that begins at `first`; None where there is none, or another body's."""
        words, end = self._words, None
        if first < 0:
            return None
        for at in range(first, min(first + _LONGEST, len(words.written))):
            word = words.written[at]
            if at > first and words.gaps[at] == SAME and words.text[words.ends[at - 1]] == "-" and end == at - 1:
                end = at  # "Peace-keeping"
                continue
            if not word[0].isupper() or (at > first and words.gaps[at] != SAME) or at in self._body_at:
                break
            if words.folded[at] in _THINGS:
                return None
            if word.lower() in _ENDS or words.folded[at] in (_NO_TAILS if at == first else _BILLS):
                break
            if word.isupper() and (at > first or len(word) == 1):
                break
            end = at
            if word.lower() in _BUSINESS or (word != bare(word) and at not in self._places):
                break
        return end

    def _tells(self, first: int, head: int, last: int) -> bool:
        """Whether its words tell it from others: neither "Executive Board" nor "Council of Ministers"."""
        words = self._words
        if last - first + 1 < 2 or any(index in self._body_at for index in range(head, last + 1)):
            return False
        if all(words.written[at].isupper() for at in range(first, head + 1)):
            return False
        ours = self._is_of_the_us(first)
        if words.folded[head] == "administration" and head - first < (3 if ours else 2):  # a president's, not a body
            return False
        if ours:
            return head - first > 2 or last > head  # neither "U.S. Bank" nor "U.S. Group"
        return tells(words, first, head, last)


def _with_one_name(spans: list[Span], others: list[Span]) -> list[Span]:
    """A shorter form that ends a longer one of the article has its name: "Banking Committee", "Harbour Banking
    Committee"."""
    longer: dict[str, str] = {}
    for name in sorted({span.name for span in (*spans, *others)}, key=len, reverse=True):
        for at in (index + 1 for index, letter in enumerate(name) if letter == " "):
            longer.setdefault(name[at:], longer.get(name, name))
    return [span._replace(name=longer.get(span.name, span.name)) for span in spans]
