"""What a page's site is called."""

import pytest

from indexer.ingest.formats.html.page import page_draft
from indexer.ingest.formats.html.site import site_behind, site_in_markup, site_in_window

URL = "https://www.harbour-post.example.org/1"


@pytest.mark.parametrize(
    ("said", "window", "url", "name"),
    [
        (["Harbour Post", "Ice Press Ltd"], "", URL, "Harbour Post"),
        (["Security", "Harbour Post Online"], "", URL, "Harbour Post Online"),
        (["Security", ""], "Ice | Harbour Post", URL, "Security"),
        (["", ""], "Ice in Porto | Harbour Post", URL, "Harbour Post"),
        ([], "Harbour Post: Ice in Porto", URL, ""),
        ([], "Harbour Post | Ice in Porto", URL, "Harbour Post"),
        ([], "Ice in Porto | The Ferry", URL, ""),
        ([], "Ice in Porto | Harbour Post", "", ""),
        ([], "Harbour Post", URL, ""),
        ([], "Ice - The New Harbour Times", "https://nhtimes.example.org/1", "The New Harbour Times"),
        ([], "Ice - Ferry Notes of Porto", "https://ferrynotes.example.org/1", "Ferry Notes of Porto"),
        ([], "Ice - Ice", "https://ice.example.org/1", "Ice"),
        ([], "Ice - Fog", "https://fogs.example.org/1", ""),
        ([], "Ice - News", "https://news.ferry.example.org/1", ""),
        ([], f"Ice - Ferry {'of Porto ' * 3}", "https://ferry.example.org/1", ""),
        (["Harbour Post | All the ice that is fit to print"], "", URL, "Harbour Post"),
        (["HP - Harbour Post of the Old Town"], "", "", "HP - Harbour Post of the Old Town"),
        (["Harbour"], "", "http://[", "Harbour"),
    ],
)
def test_a_site_is_called_what_markup_or_window_say_and_the_address_agrees_with(
    said: list[str], window: str, url: str, name: str
) -> None:
    assert (site_in_markup(said, url) or site_in_window(window, url)) == name


@pytest.mark.parametrize(
    ("window", "name"),
    [
        ("Ice in Porto | Harbour Post", "Harbour Post"),
        ("Ice in Porto - The Ferry", "The Ferry"),
        ("Ice in Porto | News", ""),
        ("Ice in Porto - 16.10.2018", ""),
        ("Ice in Porto - Ferry - The Post", ""),
        ("Harbour Post | Ice in Porto", ""),
        ("Ice in Porto", ""),
        (f"Ice in Porto - Ferry {'of Porto ' * 3}", ""),
    ],
)
def test_a_page_of_no_address_is_of_the_site_that_its_window_names_behind_its_heading(window: str, name: str) -> None:
    assert site_behind("Ice in Porto", window) == name


def test_an_address_that_disagrees_leaves_the_site_open() -> None:
    link = '<link rel="canonical" href="https://porto.example.org/1">'
    story = "".join(
        f"<p>The council met on {day} and spoke of ice in the old harbour.</p>" for day in ("May 4", "May 5")
    )
    window = "<title>Ice is thin - The Ferry</title>"
    pages = (f"<html><head>{window}{each}</head><body><h1>Ice is thin</h1>{story}</body></html>" for each in ("", link))
    assert [page_draft(page.encode()).site for page in pages] == ["The Ferry", ""]
