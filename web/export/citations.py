"""An article as a citation: in words, BibTeX, RIS and CSL-JSON. Nothing in it depends on the day it is made.

The words are those of the reader's language, the other forms are the same in every one.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from indexer.article import Article, ArticleType
from indexer.fields import ENTITY_FIELDS, FACETS
from indexer.message import N_, Value
from web.i18n import formatting
from web.i18n.language import gettext
from web.urls.links import is_web

# BibTeX counts even escaped braces, so a lone one has to be named.
_TEX = {
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
_RIS_TYPES: dict[ArticleType, str] = {
    "resolution": "GOVDOC",
    "communiqué": "GOVDOC",
    **dict.fromkeys(("speech", "statement", "transcript", "other"), "GEN"),
}
_CSL_TYPES: dict[ArticleType, str] = {
    "press release": "article-newspaper",
    "news": "article-newspaper",
    "interview": "interview",
    "speech": "speech",
    "opinion": "article-newspaper",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """An article and its absolute address in this archive, which stands in where the original has none."""

    article: Article
    address: str

    @property
    def url(self) -> str:
        return self.article.url if is_web(self.article.url) else self.address

    @property
    def title(self) -> str:
        return _line(self.article.title)


@dataclass(frozen=True, slots=True)
class Style:
    """A form of citation: what it is called, its file ending and media type, and how one entry is written."""

    name: Value
    suffix: str
    media_type: str
    write: Callable[[Cited], str]


def in_words(cited: Cited) -> str:
    article = cited.article
    kind, source = formatting.type_and_source(article)
    by = ", ".join(formatting.value("author", name) for name in article.authors)
    told = (kind if article.type != "other" else "", source if by else "", formatting.date(article.date))
    rest = ", ".join(part for part in told if part)
    title = gettext("“%(words)s”", words=cited.title)
    whose = f"{by or source}." if by or source else ""
    return " ".join(part for part in (whose, f"{title}.", f"{rest}.", cited.url) if part)


def bibtex(cited: Cited) -> str:
    article = cited.article
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.authors or (article.source,) if name),
        "organization": _tex(article.source),
        "date": article.date.value,
        "year": article.year,
        "type": _tex(article.type if article.type != "other" else ""),
        "language": _tex(article.language),
        "url": _verbatim(cited.url),
    }
    written = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    key = re.sub(r"[^A-Za-z0-9:._-]", "-", article.id)
    return ",\n".join([f"@online{{{key}", *written]) + "\n}\n"


def ris(cited: Cited) -> str:
    article = cited.article
    year, month, day = (*article.date.value.split("-"), "", "")[:3]
    lines = [("TY", _RIS_TYPES.get(article.type, "NEWS")), ("ID", article.id), ("TI", cited.title)]
    lines += [("AU", name) for name in article.authors]
    lines += [("PY", year), ("DA", f"{year}/{month}/{day}/" if year else ""), ("PB", article.source)]
    lines += [("LA", article.language), ("UR", cited.url)]
    lines += [("KW", name) for each in ENTITY_FIELDS if each != "place" for name in FACETS[each].values(article)]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def csl(cited: Cited) -> str:
    article = cited.article
    parts = [int(part) for part in article.date.value.split("-") if part]
    fields = {
        "id": article.id,
        "type": _CSL_TYPES.get(article.type, "webpage"),
        "title": cited.title,
        "author": [{"literal": _line(name)} for name in article.authors],
        "issued": {"date-parts": [parts], **({"circa": True} if article.date.is_likely else {})} if parts else None,
        "publisher": _line(article.source),
        "genre": article.type if article.type != "other" else "",
        "language": article.language,
        "URL": cited.url,
    }
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False) + "\n"


STYLES = {
    style.suffix: style
    for style in (
        Style(N_("Text"), "txt", "text/plain", lambda cited: in_words(cited) + "\n"),
        Style("BibTeX", "bib", "application/x-bibtex", bibtex),
        Style("RIS", "ris", "application/x-research-info-systems", ris),
        Style("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl),
    )
}


def _line(text: str) -> str:
    """White space and control characters become single blanks, so that a value cannot begin a field of its own."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in _line(text))


def _verbatim(url: str) -> str:
    """LaTeX and biblatex take an address as it stands, so that a command in it would become a part of it. Braces are
    counted in it all the same."""
    return re.sub(r"[{}\\ ]", lambda found: quote(found[0]), _line(url))
