from pathlib import Path

import pytest

from indexer.authority.check import Problem, check

PROBLEMS = {
    "unknown key": ('[[organisation]]\nname = "A"\ncolour = "red"\n', "A", "unknown key 'colour'"),
    "unknown table": ('[[organisations]]\nname = "A"\n', "", "unknown table 'organisations'"),
    "no name": ('[[person]]\nsort = "x"\n', "", "has no name"),
    "name of another type": ("[[person]]\nname = 7\n", "7", "has no name"),
    "list instead of text": ('[[organisation]]\nname = "A"\nparent = ["UN"]\n', "A", "parent is not a text"),
    "text instead of list": ('[[organisation]]\nname = "A"\nvariants = "B"\n', "A", "variants is not a list of texts"),
    "parent": ('[[organisation]]\nname = "A"\nparent = "Nobody"\n', "A", "parent 'Nobody' is no entry"),
    "country": ('[[place]]\nname = "A"\ncountry = "Nowhere"\n', "A", "country 'Nowhere' is no entry"),
    "needs": ('[[organisation]]\nname = "A"\nneeds = ["Nobody"]\n', "A", "needs 'Nobody' is no entry"),
    "body": ('[[person]]\nname = "A"\noffices = [{title = "T", body = "N"}]\n', "A", "body 'N' is no entry"),
    "office without title": ('[[person]]\nname = "A"\noffices = [{body = "UN"}]\n', "A", "an office has no title"),
    "office key": (
        '[[person]]\nname = "A"\noffices = [{title = "T", since = "1999"}]\n',
        "A",
        "unknown key 'since' in an office",
    ),
    "date": (
        '[[person]]\nname = "A"\noffices = [{title = "T", from = "May 1999"}]\n',
        "A",
        "from = 'May 1999' is not a date (yyyy, yyyy-mm or yyyy-mm-dd)",
    ),
    "month 13": (
        '[[person]]\nname = "A"\noffices = [{title = "T", to = "1999-13"}]\n',
        "A",
        "to = '1999-13' is not a date (yyyy, yyyy-mm or yyyy-mm-dd)",
    ),
    "ends before it begins": (
        '[[person]]\nname = "A"\noffices = [{title = "T", from = "2001", to = "1999"}]\n',
        "A",
        "an office ends (1999) before it begins (2001)",
    ),
    "overlapping terms": (
        '[[person]]\nname = "A"\noffices = [{title = "T", from = "2001", to = "2005"}, {title = "T", from = "2004"}]\n',
        "A",
        "T: two terms overlap at 2004",
    ),
    "a term without an end": (
        '[[person]]\nname = "A"\noffices = [{title = "T", from = "2001"}, {title = "T", from = "2004"}]\n',
        "A",
        "T: two terms overlap at 2004",
    ),
    "a name to show that is no text": (
        '[[place]]\nname = "A"\nshown.fr = ["B"]\n',
        "A",
        "shown is not a text for each language",
    ),
    "a name to show in no language": (
        '[[place]]\nname = "A"\nshown = "B"\n',
        "A",
        "shown is not a text for each language",
    ),
    "an acronym of two": (
        '[[organisation]]\nname = "A"\nacronym = "UN"\n',
        "A",
        "'UN' is also a form of UN (organisations-un.toml)",
    ),
    "a form of two": (
        '[[organisation]]\nname = "A"\nvariants = ["united nations"]\n',
        "A",
        "'united nations' is also a form of UN (organisations-un.toml)",
    ),
}


@pytest.mark.parametrize(("text", "entry", "message"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_problem_names_its_file_and_entry(tmp_path: Path, text: str, entry: str, message: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    assert check(tmp_path) == [Problem("own.toml", entry, message)]


def test_a_file_that_is_not_toml_is_a_problem_and_the_others_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[[", encoding="utf-8")
    (tmp_path / "b.toml").write_text('[[place]]\nname = "A"\nsize = 3\n', encoding="utf-8")
    assert [(problem.file, problem.entry) for problem in check(tmp_path)] == [("a.toml", ""), ("b.toml", "A")]


def test_terms_that_touch_do_not_overlap(tmp_path: Path) -> None:
    own = (
        '[[person]]\nname = "A"\noffices = [{title = "T", body = "UN", from = "2001", to = "2005-06"},'
        '{title = "T", body = "UN", from = "2005-06-30"}]\n'
    )
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert check(tmp_path) == []


@pytest.mark.parametrize(
    "own",
    [
        '[[person]]\nname = "A"\noffices = [{title = "T", from = "1999-05", to = "1999"}]\n',
        '[[person]]\nname = "A"\noffices = [{title = "T", to = "2005-06"}, {title = "T", from = "2005"}]\n',
        '[[person]]\nname = "A"\noffices = [{title = "T", from = "2001"}, {title = "U", from = "2004"}]\n',
        '[[organisation]]\nname = "A"\nneeds = ["Armenia", "UN"]\n',
        '[[organisation]]\nname = "A"\nin_context = ["Permanent Council"]\n',
    ],
    ids=[
        *(
            "a year that ends a term begun in it",
            "a year that begins a term where one ended in it",
            "two offices at once",
        ),
        *("a need for a state or a body", "a short form of many"),
    ],
)
def test_what_may_well_be_is_no_problem(tmp_path: Path, own: str) -> None:
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert check(tmp_path) == []


def test_an_entry_that_adds_to_a_packaged_one_does_not_clash_with_it(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[organisation]]\nname = "UN"\nvariants = ["United Nations"]\n', "utf-8")
    assert check(tmp_path) == []
