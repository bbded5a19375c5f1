"""What the cues of a kind look at: an article's title, its beginning and end, and what its file says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal
from urllib.parse import urlsplit

from indexer.ingest.article_type.argument import arguing_in, argument_in
from indexer.ingest.article_type.layout import Layout, layout_of
from indexer.ingest.article_type.saying import SAID
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
_PARAGRAPHS = 3500
_FEWEST_PARAGRAPHS = 700
_ADVISES = 0.03
# One paragraph in so many may be a question.
_MOST_ASKED = 4
_MOST_QUOTED = 2
# So many different words of saying a character are more than an argument has.
_MOST_SAYING = 0.0014
_FEWEST_SPACES = 3
_SHORT = 300
_SOME = 0.008
_SENTENCE_ENDS = (". ", ".\n", "。", "।")
_MARKS = '"“«„'
TEXT = "@text"
_GIVEN = ("@section", "@url", "@source")
_AGENCY = re.compile(
    r"\b(?:Reuters?|TASS|ITAR-TASS|AFP|Associated Press|AP|Interfax|RIA|Sputnik|Xinhua|Agence France|BBC|CNN"
    r"|Bloomberg"
    r"|DPA|EFE|ANSA|Kyodo|UPI|BelTA|Kabar|Kazinform|Armenpress|Trend|Times|Herald|Gazette|ТАСС|РИА|Интерфакс"
    r"|[Nn]ews)\b"
)
_PUNCTUATION = ".,;:!?()[]\"'“”«»’`_|/"
_TO_SPACES = str.maketrans(dict.fromkeys(_PUNCTUATION, " "))
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
_SINGULAR_WORDS = "@i my я мне мой моя мою je mon mi mis ich mein meine io mio mia meu minha yo ik jag"
_SINGULAR = frozenset(_SINGULAR_WORDS.split())
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
    def argument(self) -> float:
        """How much some paragraphs argue; what is short, asks in turns or turns to "you", as advice does, does not."""
        text = self.draft.text
        if len(text) < _FEWEST_PARAGRAPHS or self.turns or len(self.words & SAID) > _MOST_SAYING * len(text):
            return 0.0
        asks = _MOST_ASKED * text.count("?\n", 0, _HEAD) > text.count("\n\n", 0, _HEAD)
        if asks or self.second_person > _ADVISES or len(self.quotations) > _MOST_QUOTED:
            return 0.0
        return argument_in(_words(_QUOTED.sub(" ", text[:_PARAGRAPHS])))

    @cached_property
    def layout(self) -> Layout:
        return layout_of(self.draft.text)

    @cached_property
    def lede(self) -> str:
        return self.draft.text[:_LEDE]

    @cached_property
    def flow(self) -> str:
        """The opening on one line, in small letters, without what is quoted: others say that."""
        return " ".join(self.told.lower().split())

    @cached_property
    def told(self) -> str:
        """The opening without what it quotes."""
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
    def singular(self) -> float:
        """How much somebody speaks for himself: "I", not "we"."""
        return self._share(_SINGULAR)

    @cached_property
    def arguing(self) -> float:
        """A share of the opening's words outside quotations, of whatever matters."""
        return arguing_in(self.told_words)

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
        return sum(map(pronouns.__contains__, self.told_words)) / max(20, len(self.told_words))

    @cached_property
    def told_words(self) -> list[str]:
        # "i" is a word of other languages
        return _words(_I.sub(" @i ", self.told))


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
    """In small letters; a table translates ASCII only fast, else replacing mark by mark takes a quarter of the time."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered.translate(_TO_SPACES).split()
    for mark in _PUNCTUATION:
        lowered = lowered.replace(mark, " ")
    return lowered.split()
