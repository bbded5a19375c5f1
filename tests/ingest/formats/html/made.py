"""Made-up pages for the tests of what becomes of their text."""

from indexer.ingest.cleaning.clean import clean
from indexer.ingest.draft import Draft
from indexer.ingest.formats.html.page import page_draft

TITLE = "The council signs a plan for the ports"
PARAGRAPHS = (
    "The harbour council met in the old customs house and agreed on a plan for the pilots of its nine ports, where",
    "Delegates of the members spoke of dredging, of lights and of the training of inspectors before the winter, as",
    "Its chair thanked the hosts and told the press that small states can do much where they plan with patience, as",
)
STORY = tuple(f"{each} the report of the day that was read out to all of them." for each in PARAGRAPHS)


def page(body: str, head: str = "") -> Draft:
    return page_draft(
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>".encode()
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


def article(*parts: str, head: str = "") -> list[str]:
    """The paragraphs of the cleaned text of a page with these pieces of HTML below its heading."""
    return text_of(f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>", head)


def text_of(body: str, head: str = "") -> list[str]:
    return clean(page(body, head)).text.split("\n\n")
