"""Whose name a page shows as its author's."""

import lxml.html
import pytest

from indexer.ingest.formats.html.byline import Named, authors_of, authors_shown
from indexer.ingest.formats.html.heading import find_heading


def author(markup: str) -> tuple[str, ...]:
    found = authors_shown(lxml.html.fromstring(f"<html><body>{markup}</body></html>"))
    return found.people or found.bodies


H1 = "<h1>The council met in Porto</h1>"


def below(markup: str, *said: str) -> tuple[str, ...]:
    """The authors of a page that has the markup around its heading."""
    tree = lxml.html.fromstring(f"<html><body>{markup}</body></html>")
    return authors_of(Named(said, {"harbour", "lemonde"}), tree, find_heading(tree, ()))


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("Written by Ana Ruiz", "Ana Ruiz"),
        ("Posted by: Ana Ruiz | News", "Ana Ruiz"),
        ("Text: Ana Ruiz", "Ana Ruiz"),
        ("Von Ursula von der Aue", "Ursula von der Aue"),
        ("Toby Lind", "Toby Lind"),
        ("Автор: Анна Руис", "Анна Руис"),
        ("Ana Ruiz, 16.10.2018", "Ana Ruiz"),
        ("Ana Ruiz on the old harbour", "Ana Ruiz"),
        ("Ana Maria Ruiz de Palma", "Ana Maria Ruiz de Palma"),
        ("Ana Maria Ruiz de la Palma", ""),
        ("the editors", ""),
        ("Author", ""),
        ("Bo", ""),
        ("Published by:", ""),
        (f"Ana R{'u' * 45}", f"Ana R{'u' * 45}"),
        (f"Ana R{'u' * 46}", ""),
        (f"Ana Ruiz, {'observer ' * 12}", "Ana Ruiz"),
        (f"Ana Ruiz, {'observer ' * 13}", ""),
    ],
)
def test_a_byline_gives_a_name_of_up_to_five_words(shown: str, name: str) -> None:
    assert author(f"<p class='byline'>{shown}</p>") == ((name,) if name else ())


def test_the_first_byline_that_has_a_name_counts() -> None:
    first = "<span class='author'>the editors</span><a rel='author'>Ana Ruiz</a><p class='author-name'>Bo Ek</p>"
    assert author(first) == ("Ana Ruiz",)


@pytest.mark.parametrize("around", ["comment-list", "respond", "page-footer", "related", "teaser"])
def test_the_author_of_something_else_on_the_page_is_not_taken(around: str) -> None:
    assert author(f"<div class='{around}'><p class='author'>Ana Ruiz</p></div>") == ()
    assert author(f"<div id='{around}'><p><b class='author'>Ana Ruiz</b></p></div>") == ()


TEASER = "<span class='byline'>By Cy Third</span>"


@pytest.mark.parametrize("box", ["teaser-head", "teaser related", "comment-list"])
def test_a_line_beside_the_heading_may_be_called_a_teasers_but_no_comments(box: str) -> None:
    line = f"<div class='{box}'><span class='byline'>By Ana Ruiz</span></div>"
    expected = ("Ana Ruiz",) if box == "teaser-head" else ()
    assert below(f"<article>{H1}{line}</article>") == expected
    long = line.replace("</div>", f"<p>{'word ' * 30}</p></div>")
    assert below(f"<article>{H1}{long}</article>") == ()


def test_boxes_that_the_heading_is_in_say_nothing_of_a_byline() -> None:
    assert below(f"<div class='related teaser'>{H1}<p class='byline'>By Ana Ruiz</p></div>") == ("Ana Ruiz",)


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><span class='author'>Cy Third</span></figure>",
        "<div class='image-author'><span class='author-name'>Cy Third</span></div>",
        "<div class='wp-caption'><span class='author'>Cy Third</span></div>",
        "<p>Photo: <a href='https://unsplash.com/@cythird'>Cy Third</a></p>",
        "<p>Licence: <a href='https://creativecommons.org/licenses/by/4.0/'>Some Rights</a></p>",
    ],
)
def test_whose_a_picture_is_is_no_author(markup: str) -> None:
    assert below(f"{H1}{markup}") == ()


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("Von Ana Ruiz und Bo Ek", ("Ana Ruiz", "Bo Ek")),
        ("【山田太郎】", ("山田太郎",)),
        ("(责任编辑:牛小木)", ("牛小木",)),
        ("Ana Ruiz", ()),
        ("By Ana Ruiz and all who came with her to the old harbour that day", ()),
    ],
)
def test_a_byline_below_the_text_counts_where_none_is_above_it(end: str, names: tuple[str, ...]) -> None:
    tree = lxml.html.fromstring(f"<html><body>{H1}</body></html>")
    heading = find_heading(tree, ())
    text = f"The council met.\n\nIt sat for long.\n\n{end}"
    assert authors_of(Named(), tree, heading, text) == names
    assert authors_of(Named(["Cy Third"]), tree, heading, text) == ("Cy Third",)
    assert authors_of(Named(), tree, heading, f"{text}\n\nOne.\n\nTwo.\n\nThree.") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [("By Reuters", ("Reuters",)), ("By Harbour Staff", ("Harbour Staff",)), ("By Land", ()), ("Harbour Staff", ())],
)
def test_below_the_heading_a_line_may_name_a_desk(line: str, names: tuple[str, ...]) -> None:
    assert below(f"{H1}<p>{line}</p>") == names


def test_far_bylines_that_name_ever_others_are_of_comments() -> None:
    far = f"{H1}{'<p>word</p>' * 160}"
    names = ("Ana Ruiz", "Bo Ek", "Cy Third")
    boxes = [f"<p class='author'>{name}</p><p>word</p>" for name in names]
    assert below(far + f"<div>{boxes[0]}</div><div>{boxes[1]}</div>") == ("Ana Ruiz",)
    assert below(far + "".join(f"<div>{box}</div>" for box in boxes)) == ()


def test_whom_the_markup_names_less_surely_counts_last_of_all_people() -> None:
    tree = lxml.html.fromstring(f"<html><body>{H1}<p class='byline'>By Ana Ruiz</p></body></html>")
    assert authors_of(Named((), (), ["Bo Ek"]), tree, find_heading(tree, ())) == ("Ana Ruiz",)
    bare = lxml.html.fromstring(f"<html><body>{H1}</body></html>")
    assert authors_of(Named((), (), ["Bo Ek"]), bare, find_heading(bare, ())) == ("Bo Ek",)
    assert authors_of(Named(["Harbour Media"], (), ["Bo Ek"]), bare, find_heading(bare, ())) == ("Harbour Media",)


def test_a_byline_with_a_person_goes_before_one_without() -> None:
    assert author("<p class='author'>Harbour Media</p><p class='author'>Ana Ruiz</p>") == ("Ana Ruiz",)
    assert author("<p class='author'>Harbour Media</p><p>Ana Ruiz</p>") == ("Harbour Media",)


def test_the_people_in_the_markup_go_before_all_that_is_shown_and_a_body_there_behind() -> None:
    byline = f"{H1}<p class='byline'>By Ana Ruiz</p>"
    assert below(byline, "Bo Ek") == ("Bo Ek",)
    assert below(byline, "Harbour Media") == ("Ana Ruiz",)
    assert below(byline, "Le Monde") == ("Ana Ruiz",)
    assert below(byline, "a.ruiz@harbour.example") == ("Ana Ruiz",)
    assert below(H1, "Harbour Media") == ("Harbour Media",)
    assert below(f"{H1}<p class='byline'>Ferry Desk</p>", "Harbour Media") == ("Harbour Media",)
    assert below(f"{H1}<p class='byline'>Ferry Desk</p>") == ("Ferry Desk",)


def test_of_bylines_the_nearest_to_the_heading_counts() -> None:
    lines = "<p>word</p>" * 9
    assert below(f"{H1}<p class='byline'>By Ana Ruiz</p>{lines}{TEASER}") == ("Ana Ruiz",)
    assert below(f"{TEASER}{lines}{H1}<p class='byline'>By Ana Ruiz</p>") == ("Ana Ruiz",)
    assert below(f"<p class='byline'>By Ana Ruiz</p>{H1}{lines}{TEASER}") == ("Ana Ruiz",)


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li class='author'>Ana Ruiz</li><li class='author'>Bo Ek</li></ul>",
        "<p><a rel='author'>Ana Ruiz</a> and <a rel='author'>Bo Ek</a></p>",
        "<p class='byline'>By ANA RUIZ and BO EK, Harbour News</p>",
        "<p class='articleAuthor'>Von Ana Ruiz und Bo Ek</p>",
        "<p><a href='/author/ana-ruiz'>Ana Ruiz</a>, <a href='/author/bo-ek'>Bo Ek</a></p>",
        "<p>By Ana Ruiz and Bo Ek</p>",
        "<p>By <a>Ana Ruiz</a> and <b>Bo Ek</b></p>",
        "<p><b>Autorinnen:</b></p><ul><li><b>Autor</b> Ana Ruiz, Bo Ek</li></ul>",
    ],
    ids=["list", "links", "capitals", "joined words", "where links lead", "a line", "a line of pieces", "a label"],
)
def test_all_of_a_byline_are_named(markup: str) -> None:
    assert below(f"{H1}{markup}") == ("Ana Ruiz", "Bo Ek")


@pytest.mark.parametrize(
    "markup",
    [
        f"<a href='/9'>{TEASER} on ferries that go again from the old harbour of Porto</a>",
        f"<aside><h3>Read more of the harbour</h3>{TEASER}<p>{'Ferries go again. ' * 9}</p></aside>",
        f"<nav>{TEASER}<p>{'Ferries go again. ' * 9}</p></nav>",
        "<p>Von Moskau nach Kiew fahren</p>",
        "<p>By Sea And Land</p>",
        "<p>Ana Ruiz</p>",
        f"<p>By Ana Ruiz the council was told {'of ice ' * 20}</p>",
        "<p>Ana Ruiz's <a href='/@ana'>Notes of the Harbour</a></p>",
    ],
)
def test_what_is_no_byline_of_the_article_names_nobody(markup: str) -> None:
    assert below(f"{H1}{markup}") == ()


def test_far_from_the_heading_a_line_needs_a_label_and_a_link_says_nothing() -> None:
    far = "<p>word</p>" * 160
    assert below(f"{H1}{far}<p>By Ana Ruiz</p><a href='/author/ana'>Ana Ruiz</a>") == ()
    assert below(f"{H1}{far}<p>Author: Ana Ruiz</p>") == ("Ana Ruiz",)
    assert below(f"{H1}{far}<p>责任编辑：牛小木</p>") == ("牛小木",)


def test_the_author_box_at_the_end_counts_though_the_storys_footer_holds_it() -> None:
    box = "<div class='story-meta-footer'><aside class='author-box'>Ana Ruiz</aside></div>"
    assert below(f"{H1}<p>word</p>{box}") == ("Ana Ruiz",)
