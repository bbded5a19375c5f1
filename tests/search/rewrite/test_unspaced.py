"""Runs of words without spaces between them are found by the words that they are made of."""

from pathlib import Path

import pytest

from indexer.authority import load
from indexer.search.page import SearchInput, SearchPage, search
from indexer.search.rewrite.synonyms import Synonyms
from indexer.search.suggest import suggest
from tests.search.samples import archive, made, of_texts

TEXT = "中国代表团发言人表示,各国应当加强安全与发展合作。第77届会议通过了关于裁军的决议。"
OTHERS = ("安全是重要的。", "发展合作是重要的。", "中国是大国。", "代表们发言。", "人表示感谢。", "全国合力。")


def found(typed: str, *texts: str) -> SearchPage:
    return search(of_texts(*(texts or (TEXT, *OTHERS))), SearchInput(typed, spelling="typed"))


def marked(page: SearchPage) -> list[str]:
    shown = page.results[0].passages[0]
    return [shown.text[start:end] for start, end in shown.marks]


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("中国代表团", ["中国", "代表团"]),
        ("代表团发言人", ["代表团发言人"]),
        ("安全合作", ["安全", "合作"]),
        ("裁军决议", ["裁军", "决议"]),
        ("发言人安全", ["发言人", "安全"]),
        ("第77届会议", ["第77届会议"]),
        ("團", ["团"]),
        ("代表團發言", ["代表团发言"]),
    ],
)
def test_a_run_finds_the_article_that_has_its_words(typed: str, marks: list[str]) -> None:
    page = found(typed)
    assert next(each.article.id for each in page.results if each.matched == "all") == "000"
    assert marked(page)[: len(marks)] == marks


def test_characters_that_never_stand_side_by_side_are_not_found() -> None:
    assert found("国发").total == 0
    assert found("表代").total == 0


def test_a_character_beside_other_letters_has_to_be_there() -> None:
    assert found("A股", "a house", "A股上涨").total == 1
    assert found("EU和UN", "EU UN", "北约EU和UN").total == 1


def test_a_pair_is_not_marked_across_a_space() -> None:
    assert marked(found("安全", "保安 全国安全")) == ["安全"]


@pytest.mark.parametrize("typed", ["安全 OR 裁军", "السلام OR الحرب", "السلام NOT الحرب"])
def test_operators_work_in_scripts_without_capitals(typed: str) -> None:
    assert found(typed, "安全 السلام", "别的").has_all
    assert not found(typed, "安全 السلام", "别的").notes


@pytest.mark.parametrize(("one", "other"), [("ビル", "ヒル"), ("क्त", "कत"), ("សុខ", "ខ ត ស")])
def test_signs_that_make_another_word_are_no_accents(one: str, other: str) -> None:
    assert found(one, other, "x").total == 0
    assert found(one, one, "x").total == 1


def test_an_asterisk_behind_a_run_is_needless() -> None:
    assert found("安全*").total == found("安全").total > 0


def test_a_character_is_not_suggested_as_a_word() -> None:
    assert not [each for each in suggest(of_texts(TEXT), "国际") if each.kind == "word"]


def test_a_quoted_run_stands_in_one_piece() -> None:
    assert found('"安全合作"').total == 0
    assert found('"发展合作"').total == 2


def test_the_article_that_has_the_whole_run_comes_first() -> None:
    page = found("发展合作", "发展很快,合作很多。" * 3, "发展合作。" + "其他事情也很多。" * 9, "合作。", "发展。")
    assert [each.article.id for each in page.results][:2] == ["001", "000"]


@pytest.mark.parametrize("typed", ["聯合國", "联合国", "氣候變化", "气候变化"])
@pytest.mark.parametrize("turned", [False, True], ids=["", "quoted"])
def test_traditional_and_simplified_characters_are_one(typed: str, *, turned: bool) -> None:
    for text in ("关于气候变化的联合国会议", "關於氣候變化的聯合國會議"):
        assert found(f'"{typed}"' if turned else typed, text, "别的").has_all


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("国際連合の安全保障理事会は声明を発表した。", "安全保障理事会"),
        ("国際連合の安全保障理事会は声明を発表した。", "国連理事会"),
        ("ｶﾞｲﾄﾞラインを発表", "ガイドライン"),
        ("ที่ประชุมสมัชชาใหญ่แห่งสหประชาชาติ", "สหประชาชาติ"),
        ("ອົງການສະຫະປະຊາຊາດ", "ສະຫະປະຊາຊາດ"),
        ("អង្គការសហប្រជាជាតិ", "សហប្រជាជាតិ"),
        ("ကုလသမဂ္ဂအဖွဲ့", "ကုလသမဂ္ဂ"),
        ("COVID-19疫苗合作", "COVID疫苗"),
    ],
)
def test_all_scripts_without_spaces_are_read_so(text: str, typed: str) -> None:
    page = search(archive(made("a", text), made("b", "x")), SearchInput(typed, spelling="typed"))
    assert page.results


def test_a_pasted_sentence_is_one_phrase() -> None:
    sentence = "中国代表团发言人表示各国应当加强安全与发展合作会议通过了关于裁军的决议"
    assert found(sentence, sentence, *OTHERS).total == 1
    assert found(sentence, sentence[:20] + "的" + sentence[20:]).total == 0
    assert found(sentence * 50, sentence).total == 0


def test_what_was_typed_is_read_back_in_one_piece() -> None:
    assert str(found("安全合作").understood) == "articles with *安全合作*"
    assert found("安全合作").parts[0].typed == "安全合作"


def test_a_name_that_the_authority_knows_has_its_other_forms(tmp_path: Path) -> None:
    entry = '[[organisation]]\nname = "Harbour League"\nvariants = ["港口联盟"]\n'
    (tmp_path / "own.toml").write_text(entry, "utf-8")
    reader, names = of_texts("关于港口联盟", "of the Harbour League", "别的"), Synonyms(load(tmp_path))
    assert search(reader, SearchInput("港口联盟"), names).total == 2
    assert search(reader, SearchInput('"港口联盟"'), names).total == 1
