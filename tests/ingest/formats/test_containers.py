"""WARC and packed files: many articles in one, none at another's cost, and no bomb."""

import bz2
import gzip
import io
import lzma
import zipfile

import pytest

from tests.ingest.formats import FILES, drafts, read_bytes, read_file, reason_against, rejections

NOTE = b"Ice in the sound\n\nThe sound is closed until Monday.\n"
PAGE_URL = "https://harbour.example.org/news/protocol"


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_each_page_of_a_crawl_is_an_article_by_its_address() -> None:
    first, second = drafts(read_file("crawl.warc"))
    assert (first.key, first.url) == (f"{PAGE_URL}?from=feed", PAGE_URL)
    assert second.title == "Совет порта и Союз береговой охраны подписали протокол"


def test_a_page_of_a_crawl_without_an_article_is_rejected_by_its_address() -> None:
    found = rejections(read_file("crawl.warc"))
    assert [(each.place, each.reason) for each in found] == [
        ("https://harbour.example.org/consent", "no article: a cookie wall")
    ]


def crawled(kind: str, head: str, body: bytes) -> bytes:
    """One record of a crawl."""
    answer = f"HTTP/1.1 {head}\r\n\r\n".encode() + body
    named = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {PAGE_URL}\r\nContent-Type: application/http\r\n"
    return f"{named}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"


ICE = (
    "<html><body><h1>Лёд в проливе</h1><p>Пролив закрыт до понедельника. Паромы стоят в порту и ждут.</p></body></html>"
)


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("response", "404 Not Found\r\nContent-Type: text/html"),
        ("response", "200 OK\r\nContent-Type: image/png"),
        ("response", "200 OK"),
        ("revisit", "200 OK\r\nContent-Type: text/html"),
    ],
)
def test_a_crawl_without_a_page_that_a_site_answered_with_is_rejected(kind: str, head: str) -> None:
    assert reason_against(crawled(kind, head, ICE.encode()), "a.warc") == "no HTML pages in it"


def test_a_page_of_a_crawl_is_read_in_the_charset_that_its_site_named() -> None:
    data = crawled("response", "200 OK\r\nContent-Type: text/html; charset=koi8-u", ICE.encode("koi8-u"))
    assert drafts(read_bytes(data, "a.warc"))[0].title == "Лёд в проливе"


def test_a_cut_crawl_keeps_what_came_before_the_cut() -> None:
    whole = (FILES / "crawl.warc").read_bytes()
    parts = read_bytes(whole[: int(len(whole) * 0.7)], "cut.warc")
    assert drafts(parts)[0].url == PAGE_URL


def test_a_crawl_packed_record_by_record_is_read_through() -> None:
    data = (FILES / "crawl.warc").read_bytes()
    parts = data.split(b"WARC/1.0\r\n")[1:]
    packed_records = b"".join(gzip.compress(b"WARC/1.0\r\n" + part) for part in parts)
    assert len(drafts(read_bytes(packed_records, "crawl.warc.gz"))) == 2


@pytest.mark.parametrize(
    ("suffix", "compress"),
    [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)],
    ids=["gzip", "bzip2", "xz"],
)
def test_a_packed_file_is_read_as_what_its_inner_name_says(suffix: str, compress: object) -> None:
    assert callable(compress)
    lines = (FILES / "notices.jsonl").read_bytes()
    found = drafts(read_bytes(compress(lines), f"notices.jsonl{suffix}"))
    assert [draft.key for draft in found] == ["n-1", "line-6"]


def test_the_files_in_a_zip_are_articles_keyed_by_their_names() -> None:
    data = _zip({"2018/ice.txt": NOTE, "notices.jsonl": b'{"id": "7", "text": "a"}', "__MACOSX/._ice.txt": b"\0\1"})
    assert [draft.key for draft in drafts(read_bytes(data, "a.zip"))] == ["2018/ice.txt", "notices.jsonl#7"]


@pytest.mark.parametrize("name", ["__MACOSX/._ice.txt", ".DS_Store", "2018/.draft.txt", ".git/ice.txt"])
def test_hidden_files_in_a_zip_are_passed_over_without_a_word(name: str) -> None:
    parts = read_bytes(_zip({"ice.txt": NOTE, name: b"\0\1"}), "a.zip")
    assert ([draft.key for draft in drafts(parts)], rejections(parts)) == (["ice.txt"], [])


def test_a_bad_file_in_a_zip_costs_no_other() -> None:
    parts = read_bytes(_zip({"a.xyz": b"?", "b.txt": NOTE, "c.txt": b"", "d.gz": b"no"}), "a.zip")
    assert [draft.key for draft in drafts(parts)] == ["b.txt"]
    assert [each.place for each in rejections(parts)] == ["a.xyz", "c.txt", "d.gz"]


def test_a_bad_line_in_a_packed_file_is_named_by_file_and_line() -> None:
    (found,) = rejections(read_bytes(_zip({"n.jsonl": b"{}\n"}), "a.zip"))
    assert (found.path, found.place) == ("a.zip", "n.jsonl line 1")


def test_a_name_that_climbs_out_of_the_zip_is_only_a_name() -> None:
    assert [draft.key for draft in drafts(read_bytes(_zip({"../../ice.txt": NOTE}), "a.zip"))] == ["../../ice.txt"]


def test_a_bomb_is_rejected_before_it_fills_the_memory() -> None:
    megabyte = b"\0" * 1_000_000
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", compresslevel=1) as stream:
        for _ in range(300):
            stream.write(megabyte)
    assert reason_against(bomb.getvalue(), "bomb.txt.gz") == "more than 256 MB when unpacked"


def test_a_zip_bomb_stops_at_the_bound_and_its_other_files_cost_nothing() -> None:
    zeros = b"\0" * 90_000_000
    parts = read_bytes(
        _zip({"note.txt": NOTE, "a.txt": zeros, "b.txt": zeros, "c.txt": zeros, "last.txt": NOTE}), "b.zip"
    )
    assert [draft.key for draft in drafts(parts)] == ["note.txt"]
    assert {each.reason for each in rejections(parts)[2:]} == {"more than 256 MB when unpacked"}


def test_packing_within_packing_is_opened_twice_and_no_more() -> None:
    twice = gzip.compress(_zip({"ice.txt": NOTE}))
    assert len(drafts(read_bytes(twice, "a.zip.gz"))) == 1
    (found,) = rejections(read_bytes(_zip({"a.zip.gz": twice}), "b.zip"))
    assert found.reason == "packed more than 2 times over"


def test_a_zip_of_too_many_files_is_rejected() -> None:
    data = _zip({f"{number}.txt": b"a" for number in range(10_001)})
    assert reason_against(data, "many.zip") == "more than 10,000 files in it"


def test_a_zip_with_a_password_names_the_files_that_cannot_be_opened() -> None:
    data = bytearray(_zip({"a.txt": NOTE}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        start = data.find(mark)
        data[start + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    (found,) = rejections(read_bytes(bytes(data), "a.zip"))
    assert "cannot be unpacked" in found.reason
