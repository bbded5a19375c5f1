"""What the benchmark of languages asks, and how it counts what it is told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import languages_drawn
from benchmarks.languages import _agreement, own
from benchmarks.languages_archive import Written, found, held_by, key_of, stored
from benchmarks.languages_drawn import Pair, Rules
from benchmarks.languages_floors import floored
from benchmarks.languages_hunspell import Inflected, forms
from benchmarks.languages_measures import Answers, Figure, figures
from benchmarks.languages_scripts import prefixes
from benchmarks.languages_texts import Question, languages, questions, runs, words

_AFFIXES = """SET UTF-8
FLAG long
NEEDAFFIX XX
AF 2
AF AaBb
AF Cc
PFX Pp Y 1
PFX Pp 0 re .
SFX Aa Y 2
SFX Aa y ies [^aeiou]y # city
SFX Aa 0 s [^y]
SFX Bb Y 1
SFX Bb 0 ed/XX .
"""
_WORDS = "4\nharbour/1\ncity/AaPp\nplay/Aa\nsea/2\n"


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    (tmp_path / "xx.aff").write_text(_AFFIXES, "utf-8")
    (tmp_path / "xx.dic").write_text(_WORDS, "utf-8")
    return tmp_path / "xx"


def test_a_dictionarys_rules_are_followed_where_their_condition_holds(dictionary: Path) -> None:
    made = list(forms(dictionary, {"Aa", "Bb", "Pp"}, lambda _: True))
    assert made == [Inflected("harbour", "harbours", "Aa"), Inflected("city", "cities", "Aa")]


def test_only_rules_and_words_that_are_wanted_make_forms(dictionary: Path) -> None:
    assert list(forms(dictionary, {"Cc"}, lambda _: True)) == []
    assert [each.form for each in forms(dictionary, {"Aa"}, "city".__eq__)] == ["cities"]


def test_pairs_are_the_same_each_time_and_share_no_word(dictionary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class AllThatAreLong:
        has_word = has_form = staticmethod(lambda word: len(word) > 3)

    monkeypatch.setattr(languages_drawn, "_RULES", {"xx": ("xx", {"noun": Rules("Aa")})})
    monkeypatch.setattr(languages_drawn, "Common", lambda _: AllThatAreLong())
    drawn = languages_drawn.pairs("xx", dictionary.parent)
    assert drawn == languages_drawn.pairs("xx", dictionary.parent) == [Pair("harbour", "harbours", "noun")]
    (dictionary.parent / "xx.dic").write_text(f"{_WORDS}harbours/Aa\n", "utf-8")
    assert len(languages_drawn.pairs("xx", dictionary.parent)) == 1


@pytest.mark.parametrize(
    ("word", "allowed"), [("harbour", True), ("Harbour", False), ("port", False), ("re-open", False)]
)
def test_an_ordinary_word_is_long_and_in_small_letters(word: str, allowed: bool) -> None:
    assert Rules("Aa").allow(word) is allowed


def test_a_german_noun_has_a_capital() -> None:
    assert [Rules("N", capital=True).allow(each) for each in ("Grenze", "grenzen", "GRENZE")] == [True, False, False]


def test_a_third_of_the_pairs_is_blind() -> None:
    blind = sum(Pair(f"word{number}", f"words{number}", "noun").is_blind for number in range(300))
    assert 80 < blind < 120


def test_runs_of_a_text_without_spaces_keep_letters_and_their_marks_together() -> None:
    made = runs(languages()["th"].long)
    assert {len(run) for run in made} == {2, 3, 4, 5, 6}
    assert not [run for run in made if run[0] in "ิ่้ำั" or " " in run]


def test_words_are_typed_without_what_stands_around_them() -> None:
    assert list(words("«Le port», 14 mai: l'hiver (1)")) == ["Le", "port", "mai", "l'hiver"]


@pytest.mark.parametrize("code", languages())
def test_the_frame_of_a_form_has_none_of_the_words_that_are_asked(code: str) -> None:
    known = languages()[code]
    framed = {word.casefold() for word in words(known.frame)}
    asked = {word.casefold() for pair in (*known.forms, *known.unlike) for word in pair}
    assert not framed & asked
    assert len(asked) == 2 * (len(known.forms) + len(known.unlike))


def _answers(marks: Sequence[str]) -> Answers:
    return Answers({"ports": {"a": tuple(marks)}})


@pytest.mark.parametrize(
    ("marks", "right"),
    [(["port"], 1), (["port", "Ports"], 1), (["port", "the"], 0), ([], 0), (["pört"], 1)],
)
def test_marks_are_right_where_the_word_is_marked_and_no_other(marks: Sequence[str], right: int) -> None:
    asked = [Question("forms", "en", "ports", "a", marked="port")]
    assert [each.right for each in figures(asked, _answers(marks))] == [1, right]


def test_what_must_not_be_found_is_right_where_it_is_not() -> None:
    asked = [Question("not joined", "en", "ports", key, wanted=False) for key in "ab"]
    assert [(each.right, each.asked) for each in figures(asked, _answers(["port"]))] == [(1, 2)]


def test_a_prefix_is_seen_through_where_most_nouns_are_found_with_it() -> None:
    of_six = prefixes([Figure("prefixes", each, right, 60) for each, right in (("ال…", 60), ("و…", 50))])
    assert (of_six.right, of_six.asked) == (1, 2)


def test_a_figure_without_a_floor_holds() -> None:
    inflected = floored([Figure("inflected", each, 84, 100) for each in ("fr", "tr")])
    assert [each.holds for each in inflected] == [False, True]


def test_an_engine_that_finds_other_articles_is_told_from_one_that_finds_the_same() -> None:
    assert _answers(["port"]).differing(_answers([])) == []
    assert _answers(["port"]).differing(Answers({"ports": {}})) == ["ports"]


def test_articles_come_through_an_update_and_are_the_same_in_other_engines() -> None:
    written = [Written("one", "The harbours were closed.", "en"), Written("two", "Le port est fermé.", "fr")]
    with stored(written) as reader, held_by(["memory"], reader) as readers:
        articles = [reader.article(each) for each in reader.ids()]
        assert {(key_of(each), each.language) for each in articles if each} == {("one", "en"), ("two", "fr")}
        asked = [Question("forms", "en", "harbour", "one")]
        assert Answers.by(reader, asked) == Answers.by(readers["memory"], asked)
        assert Answers.by(reader, asked).of == {"harbour": {"one": ("harbours", "harbours")}}
        assert not found(reader, "harbour port")
        assert _agreement("memory", readers["memory"], asked, Answers({"harbour": {}})).wrong == ("harbour",)


def test_english_and_russian_are_told_found_and_inflected() -> None:
    shown = own(["en", "ru"], ["memory"])
    assert not shown["scripts, widths, prefixes"]
    below = [each for figures in shown.values() for each in floored(figures) if not each.holds]
    assert [(each.part, each.language, each.wrong) for each in below] == []


def test_each_language_is_asked_its_words_and_forms() -> None:
    asked = list(questions(["fr", "zh"]))
    parts = {(each.part, each.language) for each in asked}
    assert parts == {("as written", "fr"), ("forms", "fr"), ("not joined", "fr"), ("as written", "zh")}
    assert sum(each.part == "forms" for each in asked) == 20
