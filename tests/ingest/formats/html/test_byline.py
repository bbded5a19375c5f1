"""Whose name a page shows as its author's."""

import lxml.html
import pytest

from indexer.ingest.formats.html.byline import author_shown


def author(markup: str) -> tuple[str, ...]:
    return author_shown(lxml.html.fromstring(f"<html><body>{markup}</body></html>"))


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
        (f"Ana {'R' * 46}", f"Ana {'R' * 46}"),
        (f"Ana {'R' * 47}", ""),
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
