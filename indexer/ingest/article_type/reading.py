"""What the cues of a kind look at: an article's title, its beginning and end, and what its file says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal
from urllib.parse import urlsplit

from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn

Zone = Literal["title", "top", "opening", "head", "lede", "flow", "last", "source", "section", "path"]

_LINE = 400
_TOP = 700
_LEDE = 100
_OPENING = 1500
_BEGINNING = 1500
_HEAD = 6000
_LAST = 700
_FEWEST_SPACES = 3
_SHORT = 300
_SOME = 0.008
_SENTENCE_ENDS = (". ", ".\n", "。", "।")
_MARKS = '"“«„'
TEXT = "@text"
_GIVEN = ("@section", "@url", "@source")
_AGENCY = re.compile(
    r"\b(?:Reuters?|TASS|ITAR-TASS|AFP|Associated Press|AP|Interfax|RIA|Sputnik|Xinhua|Agence France|BBC|CNN|Bloomberg"
    r"|DPA|EFE|ANSA|Kyodo|UPI|BelTA|Kabar|Kazinform|Armenpress|Trend|Times|Herald|Gazette|ТАСС|РИА|Интерфакс|[Nn]ews)\b"
)
_PUNCTUATION = str.maketrans(dict.fromkeys(".,;:!?()[]\"'“”«»’`_|/", " "))
# What stands before it is looked at last: the search begins with a letter.
_I = re.compile(r"I(?<![\w.]I)(?![\w.])")
_QUOTED = re.compile(r"[\"“«„][^\"”»“«„]{1,1500}[\"”»“]")
_FIRST_PERSON_WORDS = (
    "my our we я мы мой моя мне мою нам нас наш наша наше наши нашей наших nous notre nos nosotros nuestro "
    "nuestra je mon mi mis ich wir unser unsere mein meine io noi nostro nostra nostri nostre mio mia nosso "
    "nossa meu minha yo ik wij onze jag vår våra nasz nasza nasze naszych biz bizim"
)
FIRST_PERSON = frozenset(_FIRST_PERSON_WORDS.split())
SPEAKERS = FIRST_PERSON | {"@i"}
_READERS_WORDS = "you your yours du dein deine ihr euch vous votre vos usted tu tus"
READERS = frozenset(_READERS_WORDS.split())


@dataclass(frozen=True)
class Reading:
    """`draft` is cleaned, `raw` the same before: letterheads, contacts and end marks are cleaned away.

    `words`: those of the title, beginning and end that some cue waits for.
    """

    draft: Draft
    raw: Draft
    turns: Sequence[Turn]
    words: frozenset[str]

    @cached_property
    def title(self) -> str:
        return self.draft.title[:_LINE]

    @cached_property
    def top(self) -> str:
        """The first lines as the file has them, the title among them."""
        return f"{self.raw.title[:_LINE]}\n{self.raw.text[:_TOP].lstrip()}"

    @cached_property
    def opening(self) -> str:
        """With what was taken for a title where the file names none: it may be the first sentence."""
        title = "" if self.raw.title else self.draft.title
        return f"{title[:_LINE]}\n\n{self.draft.text[:_OPENING]}".lstrip()

    @cached_property
    def head(self) -> str:
        return f"\n\n{self.draft.text[:_HEAD]}"

    @cached_property
    def lede(self) -> str:
        return self.draft.text[:_LEDE]

    @cached_property
    def flow(self) -> str:
        """The opening on one line, in small letters, without what is quoted: others say that."""
        return " ".join(self._told.lower().split())

    @cached_property
    def _told(self) -> str:
        return _QUOTED.sub(" ", self.opening) if self.has_marks else self.opening

    @cached_property
    def has_marks(self) -> bool:
        """Whether anything can be quoted in the opening."""
        return any(mark in self.opening for mark in _MARKS)

    @cached_property
    def quotations(self) -> list[str]:
        """What the opening quotes: phrases of four words and more, not names of things."""
        if not self.has_marks:
            return []
        return [each for each in _QUOTED.findall(self.opening) if each.count(" ") >= _FEWEST_SPACES]

    @cached_property
    def last(self) -> str:
        return self.raw.text[-_LAST:]

    @cached_property
    def source(self) -> str:
        return self.draft.source[:_LINE]

    @cached_property
    def section(self) -> str:
        return " ".join(self.draft.type[:_LINE].replace("_", " ").split())

    @cached_property
    def path(self) -> str:
        return urlsplit(self.draft.url).path[:_LINE] if self.draft.url else ""

    def zone(self, name: Zone) -> str:
        return str(getattr(self, name))

    def lowered(self, name: Zone) -> str:
        """A zone in small letters: patterns that ignore case take ten times as long."""
        if name not in self._lowered:
            self._lowered[name] = self.zone(name).lower()
        return self._lowered[name]

    @cached_property
    def _lowered(self) -> dict[Zone, str]:
        return {}

    @cached_property
    def first_person(self) -> float:
        """Its share of the opening's words outside quotations."""
        return self._share(SPEAKERS)

    @cached_property
    def second_person(self) -> float:
        return self._share(READERS)

    @cached_property
    def is_plain_prose(self) -> bool:
        """Some sentences about others: nobody says "I" or "you" outside quotations."""
        opening = self.opening
        return (
            len(opening) > _SHORT
            and sum(map(opening.count, _SENTENCE_ENDS)) >= 2
            and self.second_person < _SOME
            and self.first_person < _SOME
        )

    def _share(self, pronouns: frozenset[str]) -> float:
        if self.words.isdisjoint(pronouns):
            return 0.0
        return sum(map(pronouns.__contains__, self._unquoted)) / max(20, len(self._unquoted))

    @cached_property
    def _unquoted(self) -> list[str]:
        # "i" is a word of other languages
        return _words(_I.sub(" @i ", self._told))


@lru_cache(maxsize=256)
def is_agency(source: str) -> bool:
    return _AGENCY.search(source) is not None


def told_words(draft: Draft, raw: Draft, waited: frozenset[str]) -> frozenset[str]:
    """Those of the title, beginning and end that are waited for, and "@section", "@url", "@source" where the file
    names one. What an agency sends is news unless its title says otherwise: no more is looked at."""
    given = [name for name, value in zip(_GIVEN, (draft.type, draft.url, draft.source), strict=True) if value]
    if is_agency(draft.source):
        return waited.intersection([*_words(draft.title[:_LINE]), *given])
    text = raw.text
    far = text[max(_BEGINNING, len(text) - _LAST) :]
    words = _words(f"{_I.sub(' @i ', text[:_BEGINNING])} {draft.title[:_LINE]} {raw.title[:_LINE]} {far}")
    return waited.intersection([*words, *given, TEXT])


def _words(text: str) -> list[str]:
    return text.lower().translate(_PUNCTUATION).split()
