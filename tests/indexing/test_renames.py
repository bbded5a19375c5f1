"""An article whose file is renamed and edited at once is known again, and no other one is taken for it."""

from pathlib import Path

import pytest

from tests.archive import Archive, story
from tests.indexing.test_history import former_texts, ids


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    for name in ("alpha", "beta", "gamma"):
        archive.write(f"{name}.txt", story(name))
    archive.update()
    return archive


def test_a_file_that_is_renamed_and_edited_at_once_stays_the_article_it_was(archive: Archive) -> None:
    before = ids(archive)
    text = (archive.corpus / "alpha.txt").read_text()
    (archive.corpus / "alpha.txt").unlink()
    archive.write("2019/Alpha report.txt", text.replace("in the spring", "in the autumn"))
    archive.update()
    after = ids(archive)
    assert after == {
        "beta.txt": before["beta.txt"],
        "gamma.txt": before["gamma.txt"],
        "2019/Alpha report.txt": before["alpha.txt"],
    }
    assert former_texts(archive, before["alpha.txt"]) != []


def test_a_page_that_moves_to_another_address_and_file_stays_the_article_it_was(archive: Archive) -> None:
    def page(address: str, more: str = "") -> str:
        head = f'<title>Border report</title><link rel="canonical" href="https://{address}">'
        body = "".join(f"<p>{each}</p>" for each in story("delta").split("\n\n")[2:])
        return (
            f"<html><head>{head}</head><body><article><h1>Border report</h1>{body}<p>{more}</p></article></body></html>"
        )

    archive.write("delta.html", page("old.example/delta"))
    archive.update()
    before = ids(archive)["delta.html"]
    (archive.corpus / "delta.html").unlink()
    archive.write("new/report.html", page("new.example/report", "The report was adopted."))
    archive.update()
    assert ids(archive)["new/report.html"] == before


def test_of_two_edited_copies_of_a_file_that_is_gone_one_is_that_article_and_none_is_lost(archive: Archive) -> None:
    before = ids(archive)
    text = (archive.corpus / "alpha.txt").read_text()
    (archive.corpus / "alpha.txt").unlink()
    for name in ("one", "two"):
        archive.write(f"{name}.txt", f"{text}\n\nThis copy was made for {name}.\n")
    archive.update()
    after = ids(archive)
    assert set(after) == {"beta.txt", "gamma.txt", "one.txt", "two.txt"}
    assert [after["one.txt"], after["two.txt"]].count(before["alpha.txt"]) == 1
    assert len(set(after.values())) == 4


def test_one_of_a_series_that_comes_when_another_goes_is_not_that_one(archive: Archive) -> None:
    before = ids(archive)
    (archive.corpus / "alpha.txt").unlink()
    archive.write("delta.txt", story("delta"))
    archive.update()
    assert ids(archive)["delta.txt"] not in before.values()


def test_another_article_that_comes_when_one_goes_is_not_that_one(archive: Archive) -> None:
    before = ids(archive)
    (archive.corpus / "alpha.txt").unlink()
    archive.write(
        "other.txt",
        "Budget adopted\n\n3.4.2020\n\nThe assembly adopted the budget of the year and thanked its treasurer for it.\n",
    )
    archive.update()
    assert ids(archive)["other.txt"] not in before.values()
