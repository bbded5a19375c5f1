"""Files of a few bytes or megabytes, each made to cost what no good file of its size does."""

import base64
import bz2
import gzip
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from indexer.ingest.draft import RawFile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MEGABYTES = 5_000_000


def made() -> Iterator[tuple[str, RawFile]]:
    """Each with what it is."""
    for kind in (_records, _markdown, _word, _packed, _pages, _mails, _pdf, _texts):
        for name, path, data in kind():
            yield name, RawFile(path, data, "")


def _records() -> Iterator[tuple[str, str, bytes]]:
    yield "json of a million lists", "a.json", b'{"text": "a", "x": [' + b"[]," * 1_000_000 + b"[]]}"
    yield "json of 10 million numbers", "a.json", b'{"text": "a", "x": [' + b"1," * 10_000_000 + b"1]}"
    yield "json nested", "a.json", b'{"text": ' + b"[" * 1_000_000
    yield "json of a long number", "a.json", b'{"text": "a", "n": ' + b"9" * _MEGABYTES + b"}"
    yield "json of nested objects", "a.json", b'{"text":"t","x":' + b'{"a":' * 900 + b"1" + b"}" * 900 + b"}"
    yield "json of a million authors", "a.json", json.dumps({"text": "a", "authors": ["Ana Ruiz"] * 1_000_000}).encode()
    yield "json of a million articles", "a.json", b"[" + b'{"text":"a"},' * 100_000 + b"{}]"
    yield "lines: one of 90 MB", "a.jsonl", b'{"text": "a", "x": [' + b"1," * 45_000_000 + b"1]}"
    yield "lines: a million bad ones", "a.jsonl", b"{\n" * 1_000_000


def _markdown() -> Iterator[tuple[str, str, bytes]]:
    levels = [f"{chr(98 + at)}: &{chr(98 + at)} [{','.join(['*' + chr(97 + at)] * 9)}]" for at in range(9)]
    bomb = "\n".join(["---", "a: &a [x,x,x,x,x,x,x,x,x]", *levels, "---", "Words."])
    yield "aliases in aliases", "a.md", bomb.encode()
    yield "aliases of much text", "a.md", f"---\na: &a {'y' * 90_000}\nb: [{','.join(['*a'] * 9000)}]\n---\nW".encode()
    yield "merged mappings", "a.md", b"---\na: &a {k: v}\nb:\n" + b"  - <<: *a\n" * 20_000 + b"---\nWords."
    yield "yaml of a long number", "a.md", b"---\nn: " + b"1:20" * 200_000 + b"\n---\nWords."
    yield "yaml nested", "a.md", b"---\nn: " + b"[" * 400_000 + b"\n---\nWords."
    yield "a table of a million cells", "a.md", b"|" + b"a|" * 1000 + b"\n|" + b"-|" * 1000 + b"\n|a\n" * 1000
    for name, piece in (("stars", b"*a "), ("brackets", b"["), ("quotes", b"> "), ("backticks", b"`a"), ("lt", b"<a ")):
        yield f"markdown of {name}", "a.md", piece * (1_000_000 // len(piece))
    yield "markdown of links", "a.md", b"[a](" * 250_000
    yield "markdown of references", "a.md", b"[a]: b\n" * 140_000


def docx_of(body: str, more: dict[str, bytes] | None = None) -> bytes:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.'
        f'openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": body
        if body.startswith("<?")
        else f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | (more or {})).items():
            archive.writestr(name, data)
    return packed.getvalue()


def _cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def _word() -> Iterator[tuple[str, str, bytes]]:
    wide = _cell("Words of a cell.", '<w:gridSpan w:val="30000000"/>')
    yield "a cell of 30 million columns", "a.docx", docx_of(f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>")
    first = _cell("word " * 20_000, '<w:vMerge w:val="restart"/>')
    tall = f"<w:tr>{first}</w:tr>"
    tall += f"<w:tr>{_cell('', '<w:vMerge/>')}</w:tr>" * 20_000
    yield "a cell of 20,000 rows", "a.docx", docx_of(f"<w:tbl>{tall}</w:tbl>")
    yield "a row of 100,000 cells", "a.docx", docx_of(f"<w:tbl><w:tr>{_cell('a') * 100_000}</w:tr></w:tbl>")
    nested = "<w:tbl><w:tr><w:tc>" * 5000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5000
    yield "tables in tables", "a.docx", docx_of(nested)
    yield "a million paragraphs", "a.docx", docx_of("<w:p/>" * 1_000_000)
    entities = laughs()
    body = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    yield (
        "docx of a billion laughs",
        "a.docx",
        docx_of(f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{entities}]>{body}'),
    )
    lying = bytearray(docx_of("<w:p/>" + " " * 900_000_000))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = lying.rfind(mark)
        lying[start + place : start + place + 4] = (1000).to_bytes(4, "little")
    yield "docx that lies of its size", "a.docx", bytes(lying)


def _packed() -> Iterator[tuple[str, str, bytes]]:
    zeros = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(zeros.compress(bytes(10_000_000)) for _ in range(200)) + zeros.flush()
    yield "gz of 2 GB", "a.txt.gz", bomb
    yield "gz of words", "a.txt.gz", gzip.compress(b"Words of a text. " * 10_000_000)
    yield "bz2 of words", "a.txt.bz2", bz2.compress(b"Words of a text. " * 10_000_000)
    yield "xz of words", "a.txt.xz", lzma.compress(b"Words of a text. " * 10_000_000, preset=1)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number}.txt", b"Words of a text. " * 1_000_000)
    yield "zip of 20 long texts", "a.zip", packed.getvalue()
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    )
    body = gzip.compress(b"<p>Words of a page.</p>" * 10_000_000)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    record = head + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"
    yield "warc of a packed page", "a.warc", record
    yield "warc packed twice", "a.warc.gz", gzip.compress(record)


def _pages() -> Iterator[tuple[str, str, bytes]]:
    start = b"<html><body><h1>A heading of a page</h1>"
    yield "html nested", "a.html", start + b"<div>" * 300_000 + b"words"
    yield "html of tables in tables", "a.html", start + b"<table><tr><td><p>a" * 50_000
    yield "html of a million tags", "a.html", start + b"<p>Words and more words.</p>" * 300_000
    yield "html of one attribute", "a.html", start + b'<p class="' + b"a " * 2_000_000 + b'">words</p>'
    yield "html of lt", "a.html", start + b"<" * _MEGABYTES
    yield "html of entities", "a.html", start + b"&amp;" * 1_000_000
    yield "html of nul", "a.html", start + b"<p>Words\0 of a page.</p>" * 100
    entities = laughs()
    feed = "<rss version='2.0'><channel><item><title>a</title><description>&l9;</description></item></channel></rss>"
    yield (
        "feed of a billion laughs",
        "a.rss",
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{entities}]>{feed}'.encode(),
    )
    item = b"<item><title>a</title><description>Words of a text</description></item>"
    yield "feed of 50,000 entries", "a.rss", b"<rss version='2.0'><channel>" + item * 50_000 + b"</channel></rss>"
    yield "feed nested", "a.rss", b"<rss version='2.0'><channel><item><description>" + b"<a>" * 100_000


def laughs() -> str:
    """Each ten of the one before."""
    repeated = ((at, f"&l{at - 1};" * 10) for at in range(1, 10))
    return "".join(f'<!ENTITY l{at} "{text}">' for at, text in repeated)


def _mails() -> Iterator[tuple[str, str, bytes]]:
    head = b"From: a@b.example\r\nSubject: A mail\r\nMIME-Version: 1.0\r\n"
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(3000))
    yield "mail of parts in parts", "a.eml", head + parts + b"Content-Type: text/plain\r\n\r\nwords"
    plain = b"Content-Type: text/plain; charset=utf-8\r\n"
    yield (
        "mail in quoted-printable",
        "a.eml",
        head + plain + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=41" * 3_000_000,
    )
    packed = base64.encodebytes(b"Words of a mail. " * 500_000)
    yield "mail in base64", "a.eml", head + plain + b"Content-Transfer-Encoding: base64\r\n\r\n" + packed
    yield (
        "mail of many parts",
        "a.eml",
        head + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\na\r\n" * 100_000,
    )
    yield "mail of a long header", "a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\nWords."
    yield "mail of a long address", "a.eml", b"Subject: a\r\nFrom: " + b"(" * 100_000 + b"\r\n\r\nWords."
    yield "mail of many headers", "a.eml", b"Received: a\r\n" * 200_000 + b"Subject: a\r\n\r\nWords."
    yield (
        "mail of a long name",
        "a.eml",
        head + b"Content-Type: text/plain; " + b"".join(b"a%d=b; " % at for at in range(30_000)) + b"\r\n\r\nWords.",
    )


def _pdf() -> Iterator[tuple[str, str, bytes]]:
    yield "pdf of much text", "a.pdf", pdf_of(b"BT /F1 1 Tf " + b"(Words of a page) Tj " * 1_000_000 + b"ET", b"")
    yield "pdf of a packed page", "a.pdf", pdf_of(zlib.compress(bytes(900_000_000), 1), b"/Filter /FlateDecode")
    predictor = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    yield "pdf of a huge predictor", "a.pdf", pdf_of(zlib.compress(b"BT ET"), predictor)
    twice = zlib.compress(zlib.compress(bytes(2_000_000_000 // 4), 9), 9)
    yield "pdf packed twice", "a.pdf", pdf_of(twice, b"/Filter [/FlateDecode /FlateDecode]")


def pdf_of(stream: bytes, about: bytes) -> bytes:
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources 6 0 R >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), about, stream),
        b"<< /Font << /F1 3 0 R >> >>",
    ]
    written = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(bodies, 1))
    return written + b"trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n"


def _texts() -> Iterator[tuple[str, str, bytes]]:
    for name, piece in (("one letter", "a"), ("spaces", " "), ("lt", "<"), ("(", "("), ("digits", "7"), ("dots", ".")):
        yield f"text of {name}", "a.txt", b"Words of a text " + piece.encode() * (_MEGABYTES - 100) + b" end."
    for name, piece in (
        ("lines", "\n"),
        ("short lines", "a\n"),
        ("capitals", "A B "),
        ("quotes", "“a ” "),
        ("dashes", "a-\n"),
    ):
        yield f"text of {name}", "a.txt", b"Words of a text\n" + (piece * (1_000_000 // len(piece))).encode() + b" end."
    for name, piece in (
        ("names", "Ivan Petrov said. "),
        ("dates", "7 May 2019, "),
        ("symbols", "PC.DEC/12/19 "),
        ("questions", "Q: a?\nA: b\n"),
        ("mojibake", "Ð°Ñ"),
    ):
        yield f"text of {name}", "a.txt", b"Words of a text\n" + (piece * (1_000_000 // len(piece))).encode() + b" end."
    yield "text in no charset", "a.txt", bytes(range(128, 256)) * 200_000
