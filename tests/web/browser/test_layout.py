import pytest

from tests.web.browser.conftest import Open

PATHS = (
    *("/", "/help", "/index/person", "/names/person?name=Guest+Number+001", "/facets/person?q=crowd", "/nothing-here"),
    *("/search?q=harbour&place=Eastmere&not_type=news", "/search?q=glacier", "/search?q=crowd&from=2009"),
    *("/search?q=regatta", "/articles/regatta", "/articles/regatta/compare/crowded"),
    *("/quotation", "/quotation?text=Ferries+that+sail+with+a+pilot+are+fined", f"/quotation?text={'word' * 200}"),
    *("/list?id=ferry-treaty&id=crowded", "/saved"),
    *("/articles/ferry-treaty?q=harbour", "/articles/crowded?q=crowd&at=1"),
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(open_page: Open, width: int) -> None:
    page = open_page("/", viewport={"width": width, "height": 800})
    for path in PATHS:
        page.goto(path)
        assert page.evaluate(OVERFLOW) <= 0, path


@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_twice_the_size_still_fits(open_page: Open, width: int) -> None:
    page = open_page("/", viewport={"width": width, "height": 800})
    for path in PATHS:
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) <= 0, path
