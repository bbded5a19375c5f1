"""The dates that stand beside the heading of a page's article, each with what is said of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.dates import FoundDate, dates_in
from indexer.ingest.dates.date_lines import WrittenDate, date_line, dates_written
from indexer.ingest.dates.labels import Said, may_date, said_by
from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.shown import shown
from indexer.ingest.formats.html.teasers import found_as, in_teaser, own_boxes

_NODES_BELOW = 25
_PARAGRAPH = 100
_NODES_ABOVE = 6
_LABEL = 40
_LINE = 160
_NEAR = 3
_HEADINGS = frozenset({"h1", "h2", "h3"})
# what is inside a line of text
_INLINE = frozenset(["a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u"])
_APART = frozenset(["figure", "figcaption", "caption", "nav"])
_ASIDES = frozenset({"aside", "footer"})
_CAPTION = re.compile(r"(?<![a-z])(?:caption|credit|copyright|comments?)(?![a-z])", re.IGNORECASE)
_PICTURE = re.compile(r"©|(?<!\w)(?:photo|foto|image|picture|фото|bild|getty)(?!\w)", re.IGNORECASE)
# the last word of "Talks on", which no name, no place and no label ends with
_GOES_ON = re.compile(r"\S\s(?!by\b|le\b|el\b)[^\W\d_A-ZÀ-ÞА-Я]{1,5}\s?$")
_MOST_WORDS = 4  # of a name or a place before a date
_BARS = re.compile(r"[|·•/–—]|\s-\s")
_BYLINE = re.compile(r"(?<!\w)(?:by|von|par|por|di|door|av|автор|от)\s", re.IGNORECASE)
_PUBLISHED_BOX = re.compile(r"(?<![a-z])(?:date)?(?:published?|pubdate|publication|posted)(?![a-z])", re.IGNORECASE)
_CHANGED_BOX = re.compile(r"(?<![a-z])(?:last-?)?(?:date)?(?:updated?|modified)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written. `alone`: no sentence goes on to it. `by_box`: what is said of it is said by markup that a
    reader does not see."""

    written: str
    said: Said = ""
    alone: bool = True
    by_box: bool = False


def stamps_beside(heading: Heading) -> list[Stamp]:
    """Those just below the heading in reading order, then those just above it in the same box, the nearest first."""
    own = own_boxes(heading.element)
    found: list[Stamp] = []
    label = ""
    for element, words, declared in _below(heading.element):
        line = _line_around(element, words) if declared or dates_written(words) else ""
        stamps = [] if line and _is_apart(element, own, line) else list(_stamps(element, words, declared, label, line))
        found += stamps
        label = words if len(words) < _LABEL and not stamps else ""
    return [*_within(heading.element), *found, *_above(heading.element)]


def is_stamp(element: HtmlElement, own: set[HtmlElement], day: str) -> bool:
    """Whether a day (yyyy-mm-dd) that the element shows stands on a line of its own, or nearly, or before a text, is
    that of no change, and no caption's or footer's."""
    for text in (element.text or "", element.tail or ""):
        words = " ".join(text.split())
        line = _line_around(element, words)
        is_own = any(_is_own(line, words, each) for each in found_as(day, line[:_LINE]))
        if is_own and not _is_apart(element, own, line):
            return True
    return False


def _is_own(line: str, words: str, found: FoundDate) -> bool:
    before, written = line[: found.start], line[found.start : found.end]
    fits = len(line) <= _LINE or not found.start
    return fits and may_date(said_by(_label_of(before))) and _is_alone(line, words, written)


def _label_of(before: str) -> str:
    """The words before a date, from the date before it on."""
    return before[max((each.end for each in dates_in(before)), default=0) :]


def _stamps(element: HtmlElement, words: str, declared: str, label: str, line: str) -> Iterator[Stamp]:
    written = dates_written(words)
    if declared and not (written and _is_other_day(declared, written[0].written)):
        said = said_by(words) or said_by(label) or (written[0].said if written else "")
        yield _boxed(element, Stamp(declared, said, _is_alone(line, words, words)))
        return
    for at, each in enumerate(written):
        said = each.said or (said_by(label) if at == 0 else "")
        yield _boxed(element, Stamp(each.written, said, _is_alone(line, words, each.written)))


def _is_other_day(declared: str, written: str) -> bool:
    """Whether a `<time>` shows one day and tells machines another: that of another time zone, or of a change."""
    told, seen = next(iter(dates_in(declared[:10])), None), next(iter(dates_in(written)), None)
    if not (told and seen and seen.year and seen.day):
        return False
    return (told.year, told.month, told.day) not in {(seen.year, each, other) for each, other in _both_ways(seen)}


def _both_ways(found: FoundDate) -> tuple[tuple[int, int], tuple[int, int]]:
    return (found.month, found.day), (found.day, found.month)


def _boxed(element: HtmlElement, stamp: Stamp) -> Stamp:
    """What the element's own markup and that of the two around it call the date, where no words do."""
    if stamp.said:
        return stamp
    for box in (element, *islice(element.iterancestors(), 1)):
        names = " ".join(filter(None, (box.get("itemprop"), box.get("class"), box.get("property"))))
        if box.get("pubdate") is not None or _PUBLISHED_BOX.search(names):
            return Stamp(stamp.written, "published", stamp.alone, by_box=True)
        if _CHANGED_BOX.search(names):
            return Stamp(stamp.written, "updated", stamp.alone, by_box=True)
    return stamp


def _is_apart(element: HtmlElement, own: set[HtmlElement], line: str) -> bool:
    """Whether the date is a caption's, a footer's, a comment's or a teaser's."""
    for box in (element, *islice(element.iterancestors(), _NEAR)):
        if box in own:
            break
        if box.tag in _ASIDES and not _is_articles(box, own):
            return True
        named = _CAPTION.search(f"{box.get('class') or ''} {box.get('id') or ''}")
        if box.tag in _APART or (named and len(shown(box)) <= 2 * _LINE):
            return True
    return bool(_PICTURE.search(line)) or in_teaser(element, own)


def _is_articles(aside: HtmlElement, own: set[HtmlElement]) -> bool:
    """Whether it stands in the article's own box; some sites put the date into such a one."""
    parent = aside.getparent()
    return parent in own and parent.tag != "body"


def _is_alone(line: str, words: str, written: str) -> bool:
    """Whether no sentence goes on to the date: before it stand a label, a byline, a name or a place, or nothing."""
    before = line.partition(written)[0] if written and written in line else ""
    if said_by(before) or _BYLINE.search(before):
        return True
    if date_line(words):
        return not _GOES_ON.search(before)
    return len(_BARS.split(before)[-1].split()) <= _MOST_WORDS and not _GOES_ON.search(before)


def _line_around(element: HtmlElement, words: str) -> str:
    """The words of the line of text that the element is in."""
    line = words
    for box in (element, *islice(element.iterancestors(), _NEAR)):
        around = shown(box)
        if len(around) > _LINE or box.tag in _HEADINGS:
            break
        line = around if words in around else line
        if box.tag not in _INLINE:
            break
    return line


def _within(heading: HtmlElement) -> list[Stamp]:
    """A date that is an element of its own in the heading."""
    texts = (text for each in islice(heading.iterdescendants(), _NODES_BELOW) for text in (each.text, each.tail))
    return [Stamp(written) for text in texts if (written := date_line(" ".join((text or "").split())))]


def _below(element: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    """The texts that follow the heading up to the second paragraph, each with its element and with the
    machine-readable date of a `<time>`, if it is one."""
    nodes = paragraphs = 0
    for following in element.xpath("following::*[not(self::script or self::style)][position() <= 60]"):
        declared = following.get("datetime", "") if following.tag == "time" else ""
        for text, owner in ((following.text, following), (following.tail, following.getparent())):
            words = " ".join((text or "").split())
            if words or declared:
                yield following if declared else owner, words, declared
                declared, nodes, paragraphs = "", nodes + 1, paragraphs + (len(words) > _PARAGRAPH)
        if nodes > _NODES_BELOW or paragraphs > 1:
            return


def _above(element: HtmlElement) -> list[Stamp]:
    before = list(islice(element.itersiblings(preceding=True), _NODES_ABOVE))
    lines = [words for each in before if isinstance(each.tag, str) and len(words := shown(each)) < 60]
    return [_plain(each) for words in lines for each in _whole(words)]


def _whole(line: str) -> list[WrittenDate]:
    found = dates_written(line)
    return found if found and (len(found) > 1 or date_line(line) or found[0].said) else []


def _plain(each: WrittenDate) -> Stamp:
    return Stamp(each.written, each.said)
