"""The page's prose makes a text whole, and tells where it is short."""

import lxml.html
import pytest
import trafilatura

from indexer.ingest.draft import SHORT_TEXT
from indexer.ingest.formats.html.prose import is_short, lost_prose, made_whole, prose_of, share_within, size
from tests.ingest.formats.html.made import STORY, TITLE, page, paragraphs, text_of

MORE = tuple(f"Part {number} of it: {each}" for number, each in enumerate(STORY * 2, 1))


def boxed(texts: tuple[str, ...], box: str = "part") -> str:
    return "".join(f'<div class="{box}"><div class="inner"><p class="own">{each}</p></div></div>' for each in texts)


def tree(body: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(f"<html><body>{body}</body></html>")


def test_paragraphs_in_the_boxes_of_the_text_belong_to_it_in_the_pages_order() -> None:
    prose = prose_of(tree(boxed(MORE)))
    assert made_whole(prose, [MORE[1], MORE[4]]) == list(MORE)


def test_paragraphs_in_other_boxes_do_not() -> None:
    prose = prose_of(tree(boxed(MORE[:3]) + boxed(MORE[3:], "reader")))
    assert made_whole(prose, MORE[:2]) == list(MORE[:3])


def test_what_the_text_says_in_other_letters_is_not_said_again() -> None:
    again = f"Once more: {MORE[0]}"
    assert made_whole(prose_of(tree(boxed((MORE[0], again)))), [MORE[0]]) == [MORE[0]]


def test_links_furniture_and_what_is_hidden_are_no_prose() -> None:
    hidden = (
        f"<p><a href='/1'>{MORE[0]}</a></p>",
        f"<nav><p>{MORE[1]}</p></nav>",
        f"<div style='display: none'><p>{MORE[2]}</p></div>",
        f"<p hidden>{MORE[3]}</p>",
        "<p><style>.a { color: red; background: url(none) } .b { margin: 0; padding: 0 }</style></p>",
        "<p>Too short.</p>",
    )
    assert [each.words for each in prose_of(tree("".join(hidden) + paragraphs(MORE[4])))] == [MORE[4]]


def test_a_text_in_a_script_of_wide_letters_is_longer_than_it_looks() -> None:
    wide = "港口委员会在旧海关大楼开会并就引航员计划达成一致意见"
    assert size(wide) == len(wide) + int(1.5 * len(wide))
    assert size("Harbour é") == 9
    assert [each.words for each in prose_of(tree(paragraphs(wide)))] == [wide]
    assert lost_prose(prose_of(tree(paragraphs(wide))), "") == size(wide)
    assert share_within("港口委员会开会", "昨天港口委员会开会了") == 1
    assert share_within("港口委员会开会", "明日天气晴朗无风") == 0


def test_what_is_lost_is_counted_in_characters() -> None:
    prose = prose_of(tree(paragraphs(*MORE)))
    assert lost_prose(prose, MORE[0]) == sum(map(len, MORE[1:]))
    assert lost_prose(prose, "\n".join(MORE)) == 0


def test_the_share_within_another_text_is_one_of_content() -> None:
    assert share_within(MORE[0], f"{MORE[1]} {MORE[0]}") == 1
    assert share_within("one two three", "four five six " * 9) == 0


def test_a_text_is_short_where_the_page_has_more_outside_it() -> None:
    prose = prose_of(tree(paragraphs(*MORE)))
    assert is_short(prose, MORE[0])
    assert not is_short(prose, "\n".join(MORE[:3]))
    assert not is_short(prose[:3], MORE[0])
    assert is_short(prose[:3], MORE[0], least=300)


def test_comments_and_other_articles_do_not_make_a_text_short() -> None:
    others = paragraphs(*(f"Then {each}" for each in MORE))
    own = f"<article>{paragraphs(*MORE[:2])}</article>"
    assert is_short(prose_of(tree(f"{own}<div>{others}</div>")), MORE[0])
    assert not is_short(prose_of(tree(f"{own}<div class='comment-list'>{others}</div>")), MORE[0])
    assert not is_short(prose_of(tree(f"{own}<article>{others}</article>")), MORE[0])


def test_an_article_that_is_short_against_its_page_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    body = f"<h1>{TITLE}</h1>{paragraphs(STORY[0])}<div class='rest'>{paragraphs(*MORE)}</div>"
    assert page(body).doubt == ""
    monkeypatch.setattr(trafilatura, "extract", lambda tree, **options: STORY[0])
    assert page(body).doubt == SHORT_TEXT


def test_a_doubted_text_gives_way_to_one_that_says_the_same_and_much_more(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, other = "\n".join(MORE), "\n".join(f"Other words {number} of no page at all." * 9 for number in range(9))
    body = f"<h1>{TITLE}</h1>{paragraphs(MORE[0])}<div class='rest'>{paragraphs(*MORE[1:])}</div>"

    def answered(second: str) -> str:
        answers = {True: MORE[0], False: second}
        monkeypatch.setattr(trafilatura, "extract", lambda tree, **options: answers["favor_precision" in options])
        return page(body).text

    assert answered(whole) == whole.replace("\n", "\n\n")
    assert answered(other) == MORE[0]  # it says something else
    assert answered(f"{MORE[0]}\n{other}") == MORE[0]  # what it says more is not the page's prose
    assert answered("\n".join(MORE[:1])) == MORE[0]
    assert answered(f"{MORE[0]}\n{MORE[1][:60]}") == MORE[0]  # it is little longer


@pytest.mark.parametrize("remnant", ["Share this page with a friend", "Ports\nPilots\nLights\nIce and other news"])
def test_a_remnant_that_has_none_of_the_prose_gives_way_to_what_has_it(
    monkeypatch: pytest.MonkeyPatch, remnant: str
) -> None:
    whole = "\n".join(MORE)
    answers = {True: remnant, False: whole}
    monkeypatch.setattr(trafilatura, "extract", lambda tree, **options: answers["favor_precision" in options])
    body = f"<h1>{TITLE}</h1><div class='rest'>{paragraphs(*MORE)}</div>"
    assert page(body).text == whole.replace("\n", "\n\n")


def test_a_text_in_teasers_boxes_is_completed() -> None:
    assert text_of(f"<article><h1>{TITLE}</h1>{boxed(MORE)}</article>") == list(MORE)
