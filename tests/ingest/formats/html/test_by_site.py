"""The rules of single sites: found by address, refused where they cannot be understood."""

from pathlib import Path

import pytest

from indexer.errors import SettingsError
from indexer.ingest.formats.html.by_site import fragment_text, read_by_site
from indexer.ingest.sites import SiteRules, day_order_of, read_rules, rules_for

RULES = SiteRules(hosts=("a.example",), title="h2", date="h2 + i", authors=".by", body="article", drop=("h2", "h2 + i"))


@pytest.mark.parametrize("url", ["https://csto.archive.example.org/en/", "http://en.csto.archive.example.org/x?y"])
def test_a_host_and_its_subdomains_have_their_rules(url: str) -> None:
    assert rules_for(url) is not None


@pytest.mark.parametrize("url", ["", "https://example.org/", "https://notcsto.archive.example.org/", "file:///x"])
def test_other_addresses_have_none(url: str) -> None:
    assert rules_for(url) is None


def test_each_selector_finds_its_part_and_what_is_dropped_does_not_hide_it() -> None:
    page = "<article><h2>T</h2><i>1 May 2018</i><p>One<br>two.</p><p>Three.</p><b class=by>Ana Ruiz</b></article>"
    found = read_by_site(page, RULES)
    assert (found.title, found.date, found.authors) == ("T", "1 May 2018", ("Ana Ruiz",))
    assert found.text.startswith("One\ntwo.\n\nThree.")


def test_a_sites_page_is_read_without_scripts_and_forms_and_its_date_as_it_is_for_machines() -> None:
    page = "<article><h2></h2><time datetime=2018-05-01>May Day</time><p>One.</p><form>Search</form></article>"
    rules = SiteRules(hosts=("a.example",), date="time", authors=".by", body="article")
    found = read_by_site(f"{page}<b class=by>Ana Ruiz</b><b class=by>Bo Ek</b><script>x()</script>", rules)
    assert (found.date, found.authors, found.text) == ("2018-05-01", ("Ana Ruiz", "Bo Ek"), "May Day\n\nOne.")


def test_rules_that_match_nothing_leave_everything_to_the_general_reader() -> None:
    found = read_by_site("<p>words</p>", RULES)
    assert (found.title, found.date, found.text) == ("", "", "")


@pytest.mark.parametrize(
    "written",
    [
        "hosts = [",
        'titel = "h1"\nhosts = ["a.example"]',
        'title = "h1"',
        'hosts = ["a.example"]\nday_order = "year first"',
        'hosts = ["a.example"]\nday_order = ["day first"]',
    ],
)
def test_a_file_of_rules_that_cannot_be_understood_says_which_and_how_to_mend_it(tmp_path: Path, written: str) -> None:
    path = tmp_path / "site.toml"
    path.write_text(written)
    with pytest.raises(SettingsError, match=r"site\.toml") as raised:
        read_rules(path)
    assert str(path) in raised.value.remedy


def test_a_site_may_state_its_habit_of_writing_days(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text('hosts = ["a.example"]\nsources = ["A News"]\nday_order = "month first"')
    rules = read_rules(path)
    assert (rules.day_order, rules.sources) == ("month first", ("A News",))


def test_a_habit_is_found_by_address_and_else_by_the_name_of_the_source() -> None:
    known = "https://csto.archive.example.org/en/"
    assert day_order_of(known) == day_order_of("", "csto ") == "day first"
    assert day_order_of("https://example.org/") is day_order_of("", "Another archive") is day_order_of("") is None


def test_a_fragments_blocks_become_paragraphs_and_its_scripts_nothing() -> None:
    assert fragment_text("<p>One  <b>two</b></p><ul><li>a<li>b</ul><script>x()</script>") == "One two\n\na\n\nb"
