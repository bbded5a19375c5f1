"""What a page says by its layout alone, said in its tree: numbers of lists, empty lines, marks of notes."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.formats.html.shown import linked_length

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "th", "tr", "ul"),
    )
)
_BLOCKS_IN_TABLE = ("p", "h1", "h2", "h3", "h4", "table", "div", "ul")
_PARTS_OF_TABLE = ("tr", "td", "tbody", "th", "thead")
_LONG_CELL = 400
_MANY_CELLS, _FEW_WITH_BLOCKS = 12, 0.1
_NOTE = re.compile(r"\(?(?:\d{1,3}|[*†‡]{1,3})\)?")
_BRACKETED = re.compile(r"\[(?:\d{1,3}|[a-z]|[*†‡]{1,3})\]")
# an exponent stands beside a figure or a unit of one or two letters
_BEFORE_NOTE = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?”“\"»’)])$")
_NUMBERED = re.compile(r"\W{0,2}(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]")
_OTHER_LISTS = re.compile(r"reference|note|comment|crumb|nav|menu|none", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?:\s{0,3}((?:lower|upper)-(?:alpha|latin|roman))", re.IGNORECASE)
_KINDS = {f"lower-{name}": kind for name, kind in (("alpha", "a"), ("latin", "a"), ("roman", "i"))}
_KINDS |= {name.replace("lower", "upper"): kind.upper() for name, kind in _KINDS.items()}
_IN_LINE = frozenset(["a", "b", "em", "font", "i", "small", "span", "strong"])
_LINKED = 0.3
_DEEP = 12
_CHARACTERS = 12
_FEWEST_PARAGRAPHS = 3
_PROSE = 80


def say_layout(tree: HtmlElement) -> None:
    """Changes the tree: what was said by its layout alone stands in its text and in paragraphs."""
    _open_layout_tables(tree)
    _part_at_breaks(tree)
    _number_lists(tree)
    _loosen_notes(tree)
    _free_asides(tree)


def _open_layout_tables(tree: HtmlElement) -> None:
    """A table with paragraphs in it lays out a page and is no table of figures."""
    for table in list(tree.iter("table")):
        if _has_blocks(table) or any(map(_is_page, table.iter("td"))):
            for part in [table, *table.iterdescendants(*_PARTS_OF_TABLE)]:
                part.tag = "div"


def _has_blocks(table: HtmlElement) -> bool:
    """Whether more than a few of its cells have paragraphs or tables in them; some figure's cell may have a list."""
    if next(table.iterdescendants(*_BLOCKS_IN_TABLE), None) is None:
        return False
    cells = list(table.iter("td"))
    if len(cells) < _MANY_CELLS or next(table.iterdescendants("table"), None) is not None:
        return True
    return sum(next(cell.iter(*_BLOCKS_IN_TABLE), None) is not None for cell in cells) > _FEW_WITH_BLOCKS * len(cells)


def _is_page(cell: HtmlElement) -> bool:
    """Whether a cell holds running text, parted by empty lines."""
    return any(map(_is_empty_line, cell.iter("br"))) and len(cell.text_content()) > _LONG_CELL


def _is_empty_line(line_break: HtmlElement) -> bool:
    following = line_break.getnext()
    return following is not None and following.tag == "br" and not (line_break.tail or "").strip()


def _part_at_breaks(tree: HtmlElement) -> None:
    """Empty lines made of line breaks part paragraphs."""
    boxes = dict.fromkeys(each.getparent() for each in tree.iter("br") if _is_empty_line(each))
    for box in boxes:
        for around in (box, *box.iterancestors()):
            if around is not box and around.tag in _BLOCKS and around.tag != "p":
                break
            if around.tag not in _BLOCKS or around.tag == "p":
                around.tag = "div"
        _wrap_runs(box)


def _wrap_runs(box: HtmlElement) -> None:
    """The box's content as paragraphs, parted by two line breaks or more, and the blocks that stand between them."""
    parts: list[HtmlElement] = []
    run, breaks = box.makeelement("p"), 0
    for token in _tokens(box):
        if isinstance(token, str):
            if token.strip() or not breaks:
                run, breaks = _parted(parts, run, breaks)
            _append(run, token)
        elif token.tag == "br":
            breaks += 1
        else:
            is_block = token.tag in _BLOCKS
            run, breaks = _parted(parts, run, 2 if is_block else breaks)
            if is_block:
                parts.append(token)
            else:
                run.append(token)
    _parted(parts, run, 2)
    box.extend(parts)


def _tokens(box: HtmlElement) -> list[str | HtmlElement]:
    """What stands in a box, taken out of it; the text behind an element follows it."""
    tokens: list[str | HtmlElement] = [box.text or ""]
    box.text = None
    for child in list(box):
        tail, child.tail = child.tail, None
        box.remove(child)
        tokens += [child, tail or ""]
    return tokens


def _parted(parts: list[HtmlElement], run: HtmlElement, breaks: int) -> tuple[HtmlElement, int]:
    """The run to go on with, and no breaks: another one after an empty line, else the same with its line break."""
    if breaks == 1:
        run.append(run.makeelement("br"))
    if breaks < 2:
        return run, 0
    if "".join(run.itertext()).strip():
        parts.append(run)
    return run.makeelement("p"), 0


def _append(run: HtmlElement, text: str) -> None:
    if len(run):
        run[-1].tail = (run[-1].tail or "") + text
    else:
        run.text = (run.text or "") + text


def _number_lists(tree: HtmlElement) -> None:
    """The items of a numbered list of texts become paragraphs that begin with their numbers."""
    for numbered in list(tree.iter("ol")):
        items = [each for each in numbered if each.tag == "li"]
        if items and not _is_linked(numbered) and not _OTHER_LISTS.search(_says(numbered)):
            for number, item in zip(_numbers(numbered, items), items, strict=True):
                _begin_with(item, number)
            numbered.tag = "div"


def _says(element: HtmlElement) -> str:
    return " ".join(str(element.get(name) or "") for name in ("class", "id", "style"))


def _is_linked(element: HtmlElement) -> bool:
    """Whether much of its text is in links, as in lists of pages."""
    return linked_length(element) > _LINKED * len(element.text_content())


def _numbers(numbered: HtmlElement, items: Iterable[HtmlElement]) -> Iterator[str]:
    kind, number = _kind(numbered), _whole(numbered.get("start"), 1)
    for item in items:
        number = _whole(item.get("value"), number)
        yield f"{_counted(kind, number)}. "
        number += 1


def _counted(kind: str, number: int) -> str:
    """The number as its list counts: 4, d, iv, as a browser writes it."""
    if kind in {"a", "A"} and 0 < number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in {"i", "I"} and 0 < number < 40:
        units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        roman = "x" * (number // 10) + units
        return roman if kind == "i" else roman.upper()
    return str(number)


def _kind(numbered: HtmlElement) -> str:
    """What its markup counts with, as `type`: 1, a, A, i or I."""
    style = _LIST_STYLE.search(numbered.get("style") or "")
    return _KINDS[style[1].lower()] if style else numbered.get("type") or "1"


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise


def _begin_with(item: HtmlElement, number: str) -> None:
    first = next((each for each in islice(item.iter(), _DEEP) if (each.text or "").strip()), item)
    if not _NUMBERED.match(item.text_content().strip()):
        first.text = number + (first.text or "").lstrip()
    item.tag = "div" if any(child.tag in _BLOCKS for child in item) else "p"


def _loosen_notes(tree: HtmlElement) -> None:
    """The mark of a note is no part of the word that it stands at."""
    for raised in list(tree.iter("sup")):
        mark, before = raised.text_content().strip(), _before(raised)
        if _BRACKETED.fullmatch(mark):
            _set_apart(raised)
        elif _NOTE.fullmatch(mark) and _BEFORE_NOTE.search(before):
            raised.drop_tree()
        elif _NOTE.fullmatch(mark) and not before.strip() and (raised.tail or "")[:1].isalpha():
            raised.tail = f" {raised.tail}"


def _set_apart(mark: HtmlElement) -> None:
    previous, parent = mark.getprevious(), mark.getparent()
    if previous is not None:
        previous.tail = f"{previous.tail or ''} "
    elif parent is not None and parent.text:
        parent.text += " "


def _before(element: HtmlElement) -> str:
    """The last characters in front of an element, within its box; what is in its line is no box."""
    previous, parent = element.getprevious(), element.getparent()
    while previous is None and parent is not None and parent.tag in _IN_LINE and not parent.text:
        previous, parent = parent.getprevious(), parent.getparent()
    if previous is not None:
        return f"{previous.text_content()}{previous.tail or ''}"[-_CHARACTERS:]
    return str(parent.text or "")[-_CHARACTERS:] if parent is not None else ""


def _free_asides(tree: HtmlElement) -> None:
    """An aside that has most of a page's prose is the article's body, whatever it is called."""
    asides = [each for each in tree.iter("aside") if len(_prose(each)) >= _FEWEST_PARAGRAPHS]
    if not asides:
        return
    whole = sum(map(len, _prose(tree)))
    for aside in asides:
        if sum(map(len, _prose(aside))) > whole / 2:
            aside.tag = "div"
            aside.attrib.clear()


def _prose(element: HtmlElement) -> list[str]:
    texts = [each.text_content().strip() for each in element.iter("p") if not _is_linked(each)]
    return [text for text in texts if len(text) >= _PROSE]
