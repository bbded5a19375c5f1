"""The pages in other languages: chosen with scripts and without, read out right, and no wider for longer words."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.browser.conftest import Open
from tests.web.browser.test_layout import OVERFLOW, PATHS

PAGES = {
    "search": "/search?q=harbour&place=Eastmere&not_type=news&from=2010&sort=newest",
    "notes": '/search?q="harbour&sort=upwards&page=99',
    "nothing found": "/search?q=glacier&place=Northport",
    "article": "/articles/ferry-treaty?q=harbour",
    "near duplicates": "/search?q=regatta",
    "help": "/help",
    "list": "/list?id=ferry-treaty&id=crowded&id=gone",
    "error": "/nothing-here",
}


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_a_language_is_chosen_and_stays_chosen(open_page: Open, *, scripts: bool) -> None:
    page = open_page("/search?q=harbour&place=Eastmere", java_script_enabled=scripts)
    expect(page.locator("#summary")).to_have_text("27 articles")
    page.get_by_role("link", name="Français").click()
    expect(page.locator(".chip .label").last).to_have_text("Lieu")
    page.locator(".result .title a").first.click()
    expect(page.get_by_text("Citer cet article")).to_be_visible()
    assert "lang=" not in page.url
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("h1")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="К результатам поиска").click()
    expect(page.locator("#summary")).to_have_text("27 материалов")


@pytest.mark.parametrize(("locale", "said"), [("fr-CH", "Passage 1 sur 5"), ("ru-RU", "Место 1 из 5")])
def test_scripts_speak_the_language_of_the_page(open_page: Open, locale: str, said: str) -> None:
    page = open_page("/articles/ferry-treaty?q=harbour", locale=locale)
    page.keyboard.press("n")
    expect(page.locator("#said")).to_have_text(said)
    expect(page.locator(".steps")).to_have_attribute("lang", locale[:2])


def test_a_button_says_what_it_does_now_in_the_language_of_the_page(open_page: Open) -> None:
    page = open_page("/search?q=harbour", locale="ru")
    page.get_by_role("button", name="Добавить в мой список").first.click()
    expect(page.get_by_role("button", name="Убрать из моего списка")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Добавлено в ваш список")
    expect(page.get_by_role("link", name="Мой список (1)")).to_be_visible()
    page.get_by_role("button", name="Сохранить этот поиск").click()
    expect(page.get_by_role("button", name="Забыть этот поиск")).to_be_visible()


def test_results_that_follow_the_typing_come_in_the_language_of_the_page(open_page: Open) -> None:
    page = open_page("/search?q=harbour&lang=fr")
    page.locator("#q").fill("ferry")
    expect(page).to_have_url("/search?q=ferry")
    expect(page.locator("#summary")).to_contain_text("article")
    expect(page.locator(".understood")).to_contain_text("Compris ainsi")
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("#q")).to_have_value("ferry")


@pytest.mark.parametrize("locale", ["fr", "ru"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_no_violation_in_other_languages(open_page: Open, path: str, locale: str) -> None:
    found = Axe().run(open_page(path, locale=locale))
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("locale", ["fr", "ru"])
def test_longer_words_are_no_wider_than_a_small_screen_also_at_twice_the_size(open_page: Open, locale: str) -> None:
    page = open_page("/", locale=locale, viewport={"width": 320, "height": 800})
    for path in PATHS:
        page.goto(path)
        assert page.evaluate(OVERFLOW) <= 0, path
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) <= 0, path


def test_french_quotation_marks_stand_off_what_they_quote(open_page: Open) -> None:
    page = open_page(PAGES["article"], locale="fr-FR")
    quotes = page.locator(".hits q").evaluate("quoted => getComputedStyle(quoted).quotes")
    assert quotes == '"«\N{NARROW NO-BREAK SPACE}" "\N{NARROW NO-BREAK SPACE}»"'
