"""Pages that are like an error, a wall or a list, and are articles all the same."""

import pytest

from tests.ingest.formats import drafts, read_bytes, reason_against

SENTENCE = "The council heard the reports of its working groups on pilots, lights and ice in the old harbour. "
COOKIES = "We use cookies and ask for your consent, as the rules on privacy and on tracking want it of us. "


def page(title: str, *paragraphs: str) -> bytes:
    shown = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{shown}</body></html>".encode()


@pytest.mark.parametrize(
    ("title", "paragraphs", "reason"),
    [
        ("404 days at sea", [SENTENCE * 3] * 3, ""),
        ("404 not found", [SENTENCE * 2] * 2, "no article: an error page"),
        ("How a port keeps machines out", [f"A captcha asks who you are. {SENTENCE * 2}"] * 3, ""),
        ("One moment", [f"A captcha asks who you are. {SENTENCE}"] * 2, "no article: a check of the visitor's browser"),
        ("A port explains itself", [SENTENCE * 2, SENTENCE * 2, COOKIES * 2], ""),
        ("A port explains itself", [SENTENCE * 2, COOKIES * 2, COOKIES * 3], "no article: a cookie wall"),
        ("A port explains its rules", [SENTENCE * 3, *[COOKIES * 4] * 4], ""),
    ],
    ids=[
        *("a long text under a figure", "a short one"),
        *("a long text on a check", "a short one on it"),
        *("a note on cookies below a text", "little but such notes", "a long text of such notes"),
    ],
)
def test_a_page_is_no_article_only_where_it_is_short_and_says_little_else(
    title: str, paragraphs: list[str], reason: str
) -> None:
    assert reason_against(page(title, *paragraphs), "a.html") == reason


@pytest.mark.parametrize(("dated", "reason"), [(3, ""), (4, "no article: a list of teasers")])
def test_four_dated_lines_between_short_texts_make_a_list(dated: int, reason: str) -> None:
    lines = [
        each for number in range(dated) for each in (f"{number + 1}2.10.2018", f"Buoy {number} was lit again there.")
    ]
    lines += ["The pilots met in the old harbour."] * (9 - len(lines))
    assert reason_against(page("Notices of the port", *lines), "a.html") == reason


def test_short_dated_lines_among_long_paragraphs_make_no_list() -> None:
    lines = [each for number in range(5) for each in (f"{number + 1}2.10.2018", SENTENCE * 4)]
    (draft,) = drafts(read_bytes(page("A chronicle of the port", *lines), "a.html"))
    assert draft.text.count("12.10.2018") == 1
