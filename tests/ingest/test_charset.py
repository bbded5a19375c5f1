import codecs

import pytest

from indexer.errors import Rejected
from indexer.ingest.charset import decode, looks_binary

RUSSIAN = "Совет порта подписал протокол об обмене штормовыми предупреждениями на двух языках."
GERMAN = "Über den Häfen der Küste lag früh ein schöner Nebel, für den niemand Zeit hatte."
ENGLISH = "The “archive” opens — for all readers."


@pytest.mark.parametrize("text", [RUSSIAN, GERMAN, ENGLISH, "plain", "東京港の公文書館"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_whatever_is_declared(text: str, codec: str) -> None:
    assert decode(text.encode(codec), declared="iso-8859-1") == text


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
    ids=["16 le", "16 be", "32 le", "32 be"],
)
def test_a_mark_tells_the_order_of_bytes_and_is_no_part_of_the_text(text: str, mark: bytes, codec: str) -> None:
    assert decode(mark + text.encode(codec)) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE], ids=["le", "be"])
def test_text_that_is_marked_as_utf16_does_not_look_binary(mark: bytes) -> None:
    assert not looks_binary(mark + RUSSIAN.encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"))


@pytest.mark.parametrize("text", ["Port", "Порт port " * 10], ids=["four letters", "letters of two alphabets"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_may_be_short_or_in_two_alphabets(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_null_bytes(codec: str) -> None:
    assert decode(ENGLISH.encode(codec)) == ENGLISH


@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1", "windows-1252", "windows-1251", "x-nonsense"])
def test_russian_in_cp1251_is_found_out_whatever_is_declared(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared) == RUSSIAN


@pytest.mark.parametrize(("text", "codec"), [(RUSSIAN, "koi8-r"), (GERMAN, "iso-8859-1"), (ENGLISH, "cp1252")])
def test_a_true_declaration_is_believed(text: str, codec: str) -> None:
    assert decode(text.encode(codec), codec) == text


def test_what_is_called_latin_1_is_read_as_the_code_page_that_it_means() -> None:
    assert decode(ENGLISH.encode("cp1252"), "iso-8859-1") == ENGLISH


def test_a_file_cut_within_a_character_is_still_unicode() -> None:
    assert decode(RUSSIAN[:10].encode()[:-1]) == RUSSIAN[:9]


@pytest.mark.parametrize("declared", ["utf-8", "", "iso-8859-1"])
@pytest.mark.parametrize(("times", "bad"), [(1, 3), (70, 5)], ids=["three in a short text", "one in a thousand"])
def test_a_few_bad_bytes_do_not_turn_the_rest_into_another_alphabet(times: int, bad: int, declared: str) -> None:
    data = (RUSSIAN * times).encode()
    text = decode(data.replace(b" ", b"\xff ", bad), declared)
    assert text.replace("\ufffd", "") == RUSSIAN * times


def test_many_bad_bytes_are_another_alphabet_whatever_is_declared() -> None:
    assert "\ufffd" not in decode(RUSSIAN.encode("cp1251"), "utf-8")


def test_a_language_with_many_accents_is_believed_to_be_in_latin_letters() -> None:
    french = "Été à Évry: où l'été a gêné l'écluse, où l'île a été fermée à l'éléphant."
    assert decode(french.encode("cp1252"), "iso-8859-1") == french


def test_russian_among_foreign_names_is_found_out_too() -> None:
    mixed = "Совет порта Harbour Council подписал protocol с Coast Guard Union: warnings на двух языках."
    assert decode(mixed.encode("cp1251"), "iso-8859-1") == mixed


@pytest.mark.parametrize("controls", [2, 3])
def test_more_than_one_control_character_in_fifty_bytes_looks_binary(controls: int) -> None:
    assert looks_binary(b"\1" * controls + b"x" * (100 - controls)) == (controls > 2)


@pytest.mark.parametrize("mark", [b"\f", b"\x1b[1m", b"\t", b"\r\n"], ids=["page", "colour", "tab", "line"])
def test_the_marks_of_pages_colours_and_lines_are_text(mark: bytes) -> None:
    assert not looks_binary((b"words" + mark) * 20)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\x7fELF" + b"\0\1\2\3" * 200, b"\0" * 100, b"a\0\0a" * 50],
    ids=["all bytes", "program", "nulls", "nulls on both sides"],
)
def test_binary_is_rejected(data: bytes) -> None:
    assert looks_binary(data)
    with pytest.raises(Rejected, match="binary content"):
        decode(data)


def test_a_stray_null_byte_makes_no_text_binary() -> None:
    assert decode(b"words " * 50 + b"\0" + b"more words") == "words " * 50 + "\0more words"
