"""Lists that a text announces are part of it, though their items are links."""

import pytest

from tests.ingest.formats.html.made import STORY, article, paragraphs

ITEMS = ("The treaty on pilots and lights", "The charter of the harbours")
LINKS = "".join(f"<li><a href='/{at}'>{item}</a></li>" for at, item in enumerate(ITEMS))
FIRST, *REST = STORY


def shown(announcing: str, listed: str = f"<ul>{LINKS}</ul>") -> list[str]:
    return article(paragraphs(FIRST, announcing), listed, paragraphs(*REST))


def test_a_list_of_links_that_a_colon_announces_stands_where_it_does_on_the_page() -> None:
    announcing = "The council adopted these documents:"
    assert shown(announcing) == [FIRST, announcing, *(f"- {item}" for item in ITEMS), *REST]


@pytest.mark.parametrize("announcing", ["Read also these documents:", "The council adopted these documents."])
def test_a_list_that_nothing_announces_or_that_leads_elsewhere_stays_out(announcing: str) -> None:
    assert not [line for line in shown(announcing) if "treaty" in line]


def test_what_the_text_has_of_a_list_is_not_added_again() -> None:
    listed = "<ul><li>The treaty on pilots and lights was signed</li><li>The charter was read</li></ul>"
    lines = shown("The council heard of these matters:", listed)
    assert sum("The treaty on pilots" in line for line in lines) == 1


def test_articles_of_a_few_words_beside_the_own_one_are_teasers() -> None:
    told = "<p>Ferries of the old town go again from Monday on, as the harbour council says in a letter.</p>"
    teaser = f"<article><h2>Ferries</h2>{told}<a href='/9'>More</a></article>"
    assert article(paragraphs(*STORY), f"</article>{teaser}<article>") == list(STORY)
    long = f"<article><h2>Ferries</h2>{paragraphs(*(f'{each} It was read again.' for each in STORY))}<a href='/9'>9</a>"
    assert len(article(paragraphs(*STORY), f"</article>{long}")) > len(STORY)
