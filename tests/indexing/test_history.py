"""What outlives every generation: ids, former names and places, former texts, removals."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest

from indexer.errors import ArticleMissing, RequestError
from indexer.generations import generations_at
from indexer.indexing.backup import backup, restore
from indexer.indexing.history import Trace, opened_history
from indexer.indexing.recall import forget, recover
from indexer.indexing.update import rollback
from tests.archive import Archive, story


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Of one engine: `test_history_machine` holds the others to the same."""
    archive = Archive(tmp_path)
    for name in ("alpha", "beta", "gamma"):
        archive.write(f"{name}.txt", story(name))
    archive.update()
    return archive


def trace(archive: Archive, article_id: str) -> Trace:
    generations = generations_at(archive.settings.index)
    with opened_history(generations.history(generations.in_force())) as history:
        found = history.trace(article_id)
    assert found is not None
    return found


def former_texts(archive: Archive, article_id: str) -> list[str]:
    generations = generations_at(archive.settings.index)
    with opened_history(generations.history(generations.in_force())) as history:
        return [str(each.record["text"]) for each in history.versions(article_id)]


def led_to(archive: Archive, former: str) -> str:
    generations = generations_at(archive.settings.index)
    with opened_history(generations.history(generations.in_force())) as history:
        return history.led_to(former)


def ids(archive: Archive) -> dict[str, str]:
    return {path: article.id for path, article in archive.articles().items()}


def move(archive: Archive, path: str, to: str) -> None:
    target = archive.corpus / to
    target.parent.mkdir(parents=True, exist_ok=True)
    (archive.corpus / path).rename(target)


def test_where_two_files_change_places_each_article_goes_with_its_file(archive: Archive) -> None:
    before = ids(archive)
    move(archive, "alpha.txt", "aside.txt")
    move(archive, "beta.txt", "alpha.txt")
    move(archive, "aside.txt", "beta.txt")
    archive.update()
    assert ids(archive) == {**before, "alpha.txt": before["beta.txt"], "beta.txt": before["alpha.txt"]}


def test_what_comes_to_the_place_of_a_file_that_moved_is_another_article(archive: Archive) -> None:
    before = ids(archive)
    move(archive, "alpha.txt", "2019/alpha.txt")
    archive.write("alpha.txt", story("delta", "A helicopter was shown."), age=-5)
    archive.update()
    after = ids(archive)
    assert after["2019/alpha.txt"] == before["alpha.txt"]
    assert after["alpha.txt"] not in before.values()
    archive.rebuild()
    assert ids(archive) == after
    archive.write("alpha.txt", story("delta", "Two helicopters were shown."), age=-9)
    archive.update()
    assert ids(archive) == after


def test_a_file_that_moves_again_and_again_and_back_stays_one_article(archive: Archive) -> None:
    before = ids(archive)["alpha.txt"]
    places = ["b/alpha.txt", "c/other.txt", "alpha.txt"]
    for former, place in zip(["alpha.txt", *places], places, strict=False):
        move(archive, former, place)
        archive.update()
        assert ids(archive)[place] == before
    lay = [Path(path).name for path in ("alpha.txt", "b/alpha.txt", "c/other.txt")]
    generations = generations_at(archive.settings.index)
    with opened_history(generations.history(generations.in_force())) as history:
        assert [Path(path).name for _, path, _, _ in history.former(before)][-len(lay) :]


def test_a_file_that_went_in_one_update_and_comes_back_elsewhere_in_another_is_the_same_article(
    archive: Archive,
) -> None:
    before = ids(archive)["alpha.txt"]
    content = (archive.corpus / "alpha.txt").read_bytes()
    (archive.corpus / "alpha.txt").unlink()
    archive.update()
    assert trace(archive, before).removed
    archive.write("elsewhere.txt", content)
    archive.update()
    assert ids(archive)["elsewhere.txt"] == before
    assert not trace(archive, before).removed
    assert former_texts(archive, before) == []


def test_whoever_asks_for_an_article_whose_bytes_live_on_elsewhere_is_led_there(archive: Archive) -> None:
    before = ids(archive)
    archive.write("copy.txt", (archive.corpus / "alpha.txt").read_bytes())
    archive.update()
    (archive.corpus / "alpha.txt").unlink()
    archive.update()
    assert led_to(archive, before["alpha.txt"]) == ids(archive)["copy.txt"]


def test_a_page_that_gets_an_address_or_another_one_stays_the_article_it_was(archive: Archive) -> None:
    def saved(url: str, more: str = "") -> None:
        text = {"title": "Pilots", "text": f"The council met in Minsk on Tuesday and heard a report of pilots. {more}"}
        archive.write("page.json", json.dumps(text | ({"url": url} if url else {})), age=-len(url) - len(more))
        archive.update()

    saved("")
    before = ids(archive)["page.json"]
    for url in ("https://example.org/a", "https://example.org/pages/b", "https://example.org/pages/b/c", ""):
        saved(url)
        assert ids(archive)["page.json"] == before
    saved("https://example.org/a", "It will meet again.")
    assert ids(archive)["page.json"] == before
    archive.rebuild()
    assert ids(archive)["page.json"] == before


def test_a_page_of_another_address_and_another_text_is_another_article(archive: Archive) -> None:
    page = {"title": "Pilots", "text": "The council met in Minsk and heard a report.", "url": "https://example.org/a"}
    archive.write("page.json", json.dumps(page))
    archive.update()
    before = ids(archive)["page.json"]
    other = {"title": "Boats", "text": "Boats were seen in the harbour of Riga.", "url": "https://example.org/b"}
    archive.write("page.json", json.dumps(other), age=-5)
    archive.update()
    assert ids(archive)["page.json"] != before


def test_a_former_text_is_kept_when_the_bytes_change_and_never_when_they_do_not(archive: Archive) -> None:
    article = archive.articles()["alpha.txt"]
    for day, word in enumerate(("helicopters", "boats"), 1):
        archive.write("alpha.txt", story("alpha", f"The council was shown {word}."), age=-day)
        archive.update()
    texts = former_texts(archive, article.id)
    assert len(texts) == 2
    assert texts[0] == article.text
    assert "helicopters" in texts[1]
    archive.rebuild()
    with patch("indexer.fingerprint.EXTRACTOR", 99), patch("indexer.ingest.read.EXTRACTOR", 99):
        archive.update()
    assert former_texts(archive, article.id) == texts


def test_a_former_text_is_kept_also_where_a_rebuild_reads_the_change(archive: Archive) -> None:
    article = archive.articles()["alpha.txt"]
    archive.write("alpha.txt", story("alpha", "The council was shown boats."), age=-1)
    (archive.corpus / "beta.txt").unlink()
    gone = archive.articles()["beta.txt"]
    archive.rebuild()
    assert former_texts(archive, article.id) == [article.text]
    assert former_texts(archive, gone.id) == [gone.text]
    assert trace(archive, gone.id).removed


def test_of_states_of_one_address_in_several_files_the_others_are_kept_as_former_ones(archive: Archive) -> None:
    def saved(path: str, day: int, word: str) -> None:
        text = f"The council met in Minsk and was shown {word}, which were brought there for it."
        page = {"title": "Council", "text": text, "url": "https://example.org/a", "date": f"2019-05-{day:02}"}
        archive.write(path, json.dumps(page))

    saved("b.json", 3, "helicopters")
    saved("a.json", 7, "boats")
    saved("c.json", 5, "trains")
    archive.update()
    shown = archive.articles()["a.json"]
    assert "boats" in shown.text
    kept = former_texts(archive, shown.id)
    assert sorted(word for text in kept for word in ("helicopters", "trains") if word in text) == [
        "helicopters",
        "trains",
    ]
    archive.rebuild()
    assert (archive.articles()["a.json"], former_texts(archive, shown.id)) == (shown, kept)
    (archive.corpus / "a.json").unlink()
    archive.update()
    assert "trains" in archive.articles()["c.json"].text


def test_figures_in_names_count_by_their_value_where_dates_do_not_tell(archive: Archive) -> None:
    for number in (9, 10):
        page = {
            "title": "Council",
            "text": f"The council met in Minsk for the {number}th time.",
            "url": "http://e.org/a",
        }
        archive.write(f"capture-{number}.json", json.dumps(page))
    archive.update()
    assert "10th" in archive.articles()["capture-10.json"].text


def test_the_history_goes_along_with_rebuild_rollback_backup_and_restore(archive: Archive, tmp_path: Path) -> None:
    article = archive.articles()["alpha.txt"]
    archive.write("alpha.txt", story("alpha", "The council was shown boats."), age=-1)
    archive.rebuild()
    texts = former_texts(archive, article.id)
    assert texts == [article.text]
    rollback(archive.settings)
    shown = archive.articles()["alpha.txt"]
    assert shown.text == article.text
    texts = former_texts(archive, article.id)
    assert "boats" in texts[-1]
    archive.update()
    backup(archive.settings, tmp_path / "archive.tar.gz")
    texts = former_texts(archive, article.id)
    for path in (archive.folder / "index").iterdir():
        path.rename(tmp_path / f"away-{path.name}")
    restore(archive.settings, tmp_path / "archive.tar.gz")
    assert former_texts(archive, article.id) == texts
    assert trace(archive, article.id).first


def test_a_removed_article_comes_back_by_its_name_or_by_going_back(archive: Archive) -> None:
    gone = archive.articles()["alpha.txt"]
    archive.rebuild()
    (archive.corpus / "alpha.txt").unlink()
    archive.rebuild()
    assert trace(archive, gone.id).removed
    rollback(archive.settings)
    assert not trace(archive, gone.id).removed
    archive.update()
    assert trace(archive, gone.id).removed
    path = recover(archive.settings, gone.id)
    archive.update()
    back = archive.articles()[path]
    assert (back.id, back.title, back.text) == (gone.id, gone.title, gone.text)
    with pytest.raises(ArticleMissing, match="it is there"):
        recover(archive.settings, gone.id)


def test_a_forgotten_article_leaves_no_byte(archive: Archive) -> None:
    archive.write("alpha.txt", story("alpha", "The council was shown xylophones."), age=-1)
    archive.update()
    article = archive.articles()["alpha.txt"]
    archive.write("alpha.txt", story("alpha", "The council was shown boats."), age=-2)
    archive.update()
    archive.rebuild()
    gone = forget(archive.settings, article.id)
    assert (gone.paths, gone.versions) == (("alpha.txt",), 2)
    assert "alpha.txt" not in archive.articles()
    assert not (archive.corpus / "alpha.txt").exists()
    generations = generations_at(archive.settings.index)
    assert len(generations.all()) == 1
    for file in (archive.folder / "index").rglob("*"):
        assert not file.is_file() or article.id.encode() not in file.read_bytes(), file
    with pytest.raises(ArticleMissing):
        forget(archive.settings, article.id)
    archive.update()
    assert "alpha.txt" not in archive.articles()


def test_what_a_file_holds_beside_others_is_not_forgotten_with_them(archive: Archive) -> None:
    lines = [json.dumps({"id": f"n{number}", "text": f"The council met for the {number}th time."}) for number in (1, 2)]
    archive.write("many.jsonl", "\n".join(lines))
    archive.update()
    wanted = archive.articles()["many.jsonl"].id
    with pytest.raises(RequestError, match="holds other articles too"):
        forget(archive.settings, wanted)
