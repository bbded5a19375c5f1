"""Pages that are like an error, a wall or a list, and are articles all the same."""

import lxml.html
import pytest

from indexer.ingest.formats.html.no_article import why_no_article
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


LINK = "Timetable of the ferries number {}"


@pytest.mark.parametrize(
    ("linked", "between", "words", "reason"),
    [
        (6, 8, "Buoy {} was lit again in the sound.", "no article: a list of teasers"),
        (6, 12, "Buoy {} was lit again in the sound.", ""),
    ],
    ids=["four lines of ten", "fewer"],
)
def test_a_page_is_a_list_where_two_of_five_lines_are_teasers(
    linked: int, between: int, words: str, reason: str
) -> None:
    assert why(linked, [words.format(number) for number in range(between)]) == reason


@pytest.mark.parametrize(
    ("paragraphs", "reason"),
    [
        (["word " * 59] * 4, "no article: a list of teasers"),
        (["word " * 80] * 4, ""),
        (["word " * 60] * 2, "no article: a list of teasers"),
        (["word " * 60] * 3, ""),
    ],
    ids=["thirty words a line at most", "more", "one long line of six", "more of them"],
)
def test_a_list_has_short_lines_and_few_long_ones(paragraphs: list[str], reason: str) -> None:
    assert why(8, [*paragraphs, *["Buoy"] * (4 - len(paragraphs))]) == reason


@pytest.mark.parametrize(
    ("link", "words", "reason"),
    [
        ('<a href="/{}">', "Timetable of ferries {}", "no article: a list of teasers"),
        ('<a href="#">', "Timetable of ferries {}", ""),
        ('<a href="/{}">', "Timetable {}", ""),
    ],
    ids=["titles", "links to nowhere", "single words"],
)
def test_a_teaser_is_a_link_of_four_words_to_somewhere(link: str, words: str, reason: str) -> None:
    lines = [words.format(number) for number in range(8)]
    links = "".join(f"{link.format(number)}{line}</a>" for number, line in enumerate(lines))
    tree = lxml.html.fromstring(f"<html><body>{links}</body></html>")
    assert why_no_article(("Notices",), "\n\n".join(lines), tree) == reason


def why(linked: int, paragraphs: list[str]) -> str:
    lines = [LINK.format(number) for number in range(linked)]
    links = "".join(f'<a href="/{number}">{line}</a>' for number, line in enumerate(lines))
    tree = lxml.html.fromstring(f"<html><body>{links}</body></html>")
    return why_no_article(("Notices",), "\n\n".join([*lines, *paragraphs]), tree)


def test_a_page_that_shows_nothing_but_its_title_has_no_running_text() -> None:
    tree = lxml.html.fromstring("<html><body><h1>Ice report</h1></body></html>")
    assert why_no_article(("Ice report", ""), "Ice  report.", tree) == "no article: the page has no running text"


NOTICE = "This material may not be published, broadcast, rewritten or redistributed. © 2021 Harbour News Network."


@pytest.mark.parametrize(
    ("paragraphs", "reason"),
    [
        ([NOTICE], "no article: only a copyright notice"),
        (
            ["© 2021 Harbour Council. All rights reserved.", "Read more", "12.10.2018"],
            "no article: only a copyright notice",
        ),
        (["Back to all news", "Share on Facebook"], "no article: only the page's furniture"),
        ([SENTENCE, NOTICE], ""),
    ],
    ids=["a notice", "a notice among furniture", "furniture", "a notice below a text"],
)
def test_what_is_left_of_a_page_without_text_is_no_article(paragraphs: list[str], reason: str) -> None:
    tree = lxml.html.fromstring("<html><body></body></html>")
    assert why_no_article(("The old harbour",), "\n\n".join(["The old harbour", *paragraphs]), tree) == reason


def test_a_thousand_characters_of_paragraphs_below_each_other_are_no_list_of_teasers() -> None:
    teasers = [line for number in range(8) for line in (LINK.format(number), f"{number + 1}2.10.2018")]
    links = "".join(f"<a href='/{number}'>{LINK.format(number)}</a>" for number in range(8))
    tree = lxml.html.fromstring(f"<html><body>{links}</body></html>")
    prose = [f"{SENTENCE}{SENTENCE}".strip()] * 6

    def reason(lines: list[str]) -> str:
        return why_no_article((), "\n\n".join(lines), tree)

    assert reason([*prose, *teasers]) == ""
    assert reason([*prose[:4], *teasers]) == "no article: a list of teasers"
    assert (
        reason([line for pair in zip(teasers, prose * 3, strict=False) for line in pair])
        == "no article: a list of teasers"
    )
