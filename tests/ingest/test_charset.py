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
    assert decode(RUSSIAN.encode()[:-1] if RUSSIAN.encode()[-1] > 127 else RUSSIAN[:10].encode()[:-1]).startswith(
        "Совет"
    )


def test_a_few_bad_bytes_do_not_turn_the_rest_into_another_alphabet() -> None:
    data = (RUSSIAN * 50).encode()
    assert decode(data[:500] + b"\xff" + data[500:], "utf-8").count("протокол") >= 49


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x7fELF" + b"\0\1\2\3" * 200, b"\0" * 100])
def test_binary_is_rejected(data: bytes) -> None:
    assert looks_binary(data)
    with pytest.raises(Rejected, match="binary content"):
        decode(data)


def test_a_stray_null_byte_makes_no_text_binary() -> None:
    assert decode(b"words " * 50 + b"\0" + b"more words") == "words " * 50 + "\0more words"
