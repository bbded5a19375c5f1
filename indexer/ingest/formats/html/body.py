"""The article's running text on a page, by trafilatura, and made whole by what the page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import trafilatura
from lxml.html import HtmlElement
from trafilatura.meta import reset_caches

from indexer.ingest.formats.html.announced import with_announced_lists
from indexer.ingest.formats.html.layout import say_layout
from indexer.ingest.formats.html.leads import leads_of
from indexer.ingest.formats.html.linked import without_links
from indexer.ingest.formats.html.prose import Prose, is_short, lost_prose, made_whole, prose_of, share_within, size
from indexer.ingest.formats.html.shown import shown
from indexer.text.title_key import title_key

_FEWEST_WORDS = 60
_MANY_ELEMENTS = 20_000
_TEASER = 400
_PAGES_BETWEEN_RESETS = 500
# a text is doubted where it is no long one and the page has this much more
_LONG_TEXT, _MUCH_LOST, _SHARE_LOST = 2000, 400, 0.6
_LONGER, _WITHIN, _PROSE, _REMNANT = 2, 0.8, 0.5, 0.1
_pages = count(1)


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of an article, a blank line between them; `short`: the page seems to have more of them."""

    text: str = ""
    short: bool = False


def body_of(tree: HtmlElement, heading: HtmlElement | None = None) -> Body:
    """The body of the article under `heading`; an empty one where the page has none."""
    if next(_pages) % _PAGES_BETWEEN_RESETS == 0:
        # trafilatura and htmldate remember what they have seen, and never forget by themselves
        reset_caches()
    say_layout(tree)
    _drop_teasers(tree, heading)
    prose = prose_of(tree)
    text = _extracted(tree, prose)
    if not text:
        return Body()
    lines = with_announced_lists(tree, made_whole(prose, without_links(tree, text.split("\n"))))
    leads = leads_of(tree, heading, "\n".join(lines))
    below_title = int(heading is not None and title_key(lines[0]) == title_key(shown(heading)))
    lines = [*lines[:below_title], *leads, *lines[below_title:]]
    return Body("\n\n".join(lines), is_short(prose, "\n".join(lines)))


def _drop_teasers(tree: HtmlElement, heading: HtmlElement | None) -> None:
    """Articles of a few words beside the heading's own: they lead to others."""
    own = next(heading.iterancestors("article"), None) if heading is not None else None
    if own is None:
        return
    for each in list(tree.iter("article")):
        beside = each is not own and own not in each.iterancestors() and each not in own.iterancestors()
        if beside and len(each.text_content()) <= _TEASER and next(each.iter("a"), None) is not None:
            each.drop_tree()


def _extracted(tree: HtmlElement, prose: Sequence[Prose]) -> str:
    """The precise answer, or the balanced one where that is much longer, says the same and the first is doubted."""
    # the second opinions that trafilatura asks take time by the square of a page's elements
    fast = tree.xpath("count(.//*)") > _MANY_ELEMENTS
    text: str = trafilatura.extract(tree, favor_precision=True, include_comments=False, fast=fast) or ""
    if not text or _is_doubted(text, prose):
        other: str = trafilatura.extract(tree, include_comments=False, fast=fast) or ""
        text = other if _is_wholer(other, text, prose) else text
    return text or _all_paragraphs(tree)


def _is_doubted(text: str, prose: Sequence[Prose]) -> bool:
    length = size(text)
    return length <= _LONG_TEXT and is_short(prose, text, max(_MUCH_LOST, _SHARE_LOST * length))


def _is_wholer(other: str, text: str, prose: Sequence[Prose]) -> bool:
    """Whether another text says the same and more, and that is the page's prose; or it has all of that."""
    lost = lost_prose(prose, text)
    gained = lost - lost_prose(prose, other)
    if not text or sum(each.size for each in prose) - lost < _REMNANT * gained:
        return bool(other)
    if size(other) < _LONGER * size(text) or share_within(text, other) < _WITHIN:
        return False
    return gained >= _PROSE * (size(other) - size(text))


def _all_paragraphs(tree: HtmlElement) -> str:
    """The last resort; a page of a few words is more likely to be no article than to be a short one."""
    text: str = trafilatura.baseline(tree)[1]
    return text if len(text.split()) >= _FEWEST_WORDS else ""
