"""Documents whose title a text says beside them: resolution 71/12, “Cooperation between the lakes”; “Cooperation
between the lakes” (A/RES/71/12); and in a heading: 71/12. Cooperation between the lakes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.text.symbols import symbols_in

_FEWEST = 3  # words: fewer may be anything
_TITLE = r"(?:“(?P<curled>[^“”]{10,250})”|«(?P<angled>[^«»]{10,250})»|\"(?P<straight>[^\"]{10,250})\")"
_BEHIND = re.compile(
    r"\)?\s?,?\s?(?:(?:of|dated|from|от|du|del?)\s[\w .]{4,25}(?:,\s[0-9]{4})?,?\s)?"
    rf"(?:(?:entitled|titled|called|on(?:\sthe)?|intitulée?|titulada|о|об|под названием),?\s)?{_TITLE}"
)
_BEFORE = re.compile(rf"{_TITLE},?\s\(?(?:[A-Z][a-z]+ [A-Z][a-z]+ )?(?:resolution |decision )?$")
_REACH = 300
_MARKS = re.compile('[“"«]')
_HEADING = re.compile(
    r"^(?:A/RES/|(?:General Assembly )?[Rr]esolution )?(?P<number>[0-9]{2}/[0-9]{1,3})(?:\.|:| [–—-])\s"
    r"(?P<title>[^\n]{10,250})$",
    re.MULTILINE,
)
_HEAD = 1_500  # characters of a text in which its heading stands
_ABOUT = re.compile(r"resolution|decision|document|text|summary|adopt", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s?\([^()]{0,30}\)$")


@dataclass(frozen=True, slots=True)
class Titled:
    """`title` as the text writes it, in one line."""

    symbol: str
    title: str

    @property
    def key(self) -> tuple[str, str]:
        """Equal for the documents of one body whose titles differ at most by a year or a number."""
        words = re.findall(r"[^\W\d_]+|[0-9]+", self.title.casefold())
        body = re.split(r"[0-9]", self.symbol, maxsplit=1)[0]
        return body, " ".join("#" if word.isdigit() else word for word in words)


def titled_in(text: str) -> Iterator[Titled]:
    """Those with a title in quotation marks. Nothing else than what stands beside them is needed to know them."""
    if not _MARKS.search(text):
        return
    for each in symbols_in(text):
        found = _BEHIND.match(text, each.end) or _BEFORE.search(text, max(0, each.start - _REACH), each.start)
        title = " ".join(str(found[found.lastgroup or 0]).split()).strip(" .,") if found else ""
        if len(title.split()) >= _FEWEST and title[0].isupper():
            yield Titled(each.symbol, title)


def titled_by_heading(text: str) -> Iterator[Titled]:
    """A resolution of the General Assembly at the head of its own text."""
    for each in _HEADING.finditer(text, 0, _HEAD):
        title = _IN_BRACKETS.sub("", each["title"]).strip(" .*")
        if len(title.split()) >= _FEWEST and title[0].isupper() and not _ABOUT.search(title):
            yield Titled(f"A/RES/{each['number']}", title)
