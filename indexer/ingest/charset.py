"""Bytes become text: what the bytes themselves show comes before what a page or a mail says of them."""

import codecs

from charset_normalizer import from_bytes

from indexer.errors import Rejected

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 64 * 1024
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b\x85"))
_SPACE = str.maketrans(dict.fromkeys("\t\n\f\r"))
# Every byte means something in these, so decoding with them succeeds on any text at all.
_NEVER_FAIL = {"iso8859-1", "cp1252"}


def decode(data: bytes, declared: str = "") -> str:
    """Text of `data`; `declared` is the charset that the file or its carrier names, which may be a lie.

    Raises `Rejected` where the bytes are no text.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if wide := _utf16_without_mark(data):
        return data.decode(wide, "replace")
    if looks_binary(data):
        raise Rejected("binary content, not text")
    return _utf8(data) or _by_declaration(data, declared) or _nearly_utf8(data) or _by_statistics(data)


def looks_binary(data: bytes) -> bool:
    """Whether over one byte in fifty of the beginning is a control character that no text uses."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf16_without_mark(data):
        return False
    sample = data[:SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 50


def _utf16_without_mark(data: bytes) -> str:
    sample = data[: SAMPLE - SAMPLE % 2]
    if len(sample) < 8 or b"\0" not in sample:
        return ""
    even, odd = sample[::2], sample[1::2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        is_wide = high.count(0) > len(high) * 0.4 and low.count(0) < len(low) * 0.05
        if is_wide and sum(each < " " for each in sample.decode(codec, "ignore").translate(_SPACE)) <= len(low) / 50:
            return codec
    return ""


def _utf8(data: bytes) -> str:
    try:
        # a file cut in the middle of a character is still UTF-8
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return ""


def _by_declaration(data: bytes, declared: str) -> str:
    try:
        codec = codecs.lookup(declared).name if declared else ""
        if not codec or (codec in _NEVER_FAIL and _mostly_high(data)):
            return ""
        return data.decode("cp1252" if codec == "iso8859-1" else codec)
    except (LookupError, ValueError):  # of a name with NUL in it Python says that it is no value
        return ""


def _nearly_utf8(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return text if text.count("\ufffd") <= max(3, len(text) // 1000) else ""


def _mostly_high(data: bytes) -> bool:
    """Whether the letters are mainly above ASCII: no language that is written in Latin-1 looks like that."""
    letters = sum(byte >= 0xC0 or chr(byte).isalpha() for byte in data[:SAMPLE] if byte < 0x80 or byte >= 0xC0)
    high = sum(byte >= 0xC0 for byte in data[:SAMPLE])
    return high > letters * 0.4


def _by_statistics(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
