"""The language in which a reader is spoken to: chosen on the page and remembered in a cookie, else the browser's own.

Flask-Babel keeps the choice for the length of a request. The catalogues are read as translators write them, from
`translations/<code>/LC_MESSAGES/messages.po`, so that there is no compiled copy that could be missing or old.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.core import negotiate_locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations
from flask import Flask, Response, g, request
from flask_babel import Babel, get_locale
from werkzeug.datastructures import ImmutableMultiDict

from indexer.message import N_, Coded, Value, nN_
from indexer.message import translate as said_in
from web.i18n import names, treaties

CATALOGUES = Path(__file__).parent / "translations"
# The locale decides how dates and numbers are written.
LOCALES: Mapping[str, str] = {"en": "en_GB", "fr": "fr", "ru": "ru"}
PARAMETER = COOKIE = "lang"
_AGE = 400 * 24 * 3600  # seconds; browsers keep no cookie longer
_PROGRAMS = ("/api/", "/healthz", "/readyz")  # they are answered in English, whoever asks


@dataclass(frozen=True, slots=True)
class Language:
    """A language with its catalogue; a `Tongue` for messages of the indexer."""

    code: str
    locale: Locale
    catalogue: NullTranslations

    @property
    def name(self) -> str:
        """As its own speakers call it."""
        return (self.locale.get_language_name() or self.code).capitalize()

    def gettext(self, one: str, /) -> str:
        return self.catalogue.gettext(one)

    def pgettext(self, context: str, one: str, /) -> str:
        """For words that English uses in more than one sense."""
        return str(self.catalogue.pgettext(context, one))

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        return self.catalogue.ngettext(one, many, number)

    def number(self, number: int, /) -> str:
        return _number(self.locale, number)

    def day(self, value: str) -> str:
        """A day, month or year such as 2017-03, as far as it is known; what is no date stays as it is."""
        return _day(value, self.code)

    def coded(self, code: Coded, /) -> str:
        match code.kind:
            case "month" | "day":
                return self.day(code.code)
            case "language":
                return self.language_name(code.code) or code.code
            case "document":
                return said_in(treaties.said(code.code), self)
        return names.said(code.kind, code.code, self.code)

    def language_name(self, code: str) -> str:
        """Empty where Unicode knows no such language."""
        return str(self.locale.languages.get(code, ""))


def init_app(app: Flask) -> None:
    Babel(app, default_locale=LOCALES["en"], locale_selector=_chosen, configure_jinja=False)
    app.before_request(_take_choice)
    app.after_request(_remember)


def spoken() -> Language:
    """That of the request; English where there is none."""
    try:
        found: Language | None = g.get("language")
        if found is None:
            chosen = get_locale()
            found = g.language = language(chosen.language if chosen else "en")
    except RuntimeError:  # no request: nobody chose
        return language("en")
    return found


@cache
def language(code: str) -> Language:
    """`code` is one of LOCALES."""
    return Language(code, Locale.parse(LOCALES[code]), _catalogue(code))


def translate(value: Value) -> str:
    return said_in(value, spoken())


def gettext(one: str, **values: Value) -> str:
    """A sentence in the reader's language; numbers among the values as that language writes them."""
    return translate(N_(one, **values))


def ngettext(one: str, many: str, number: int, **values: Value) -> str:
    """The same for a sentence with %(number)s of something in it."""
    return translate(nN_(one, many, number, **values))


def decimal(number: float) -> str:
    """With one digit behind the point or comma."""
    return format_decimal(number, "#,##0.0", locale=spoken().locale)


def percent(share: float) -> str:
    return format_percent(share, locale=spoken().locale)


def _catalogue(code: str) -> NullTranslations:
    path = CATALOGUES / code / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, code))
    compiled.seek(0)
    return Translations(compiled)


@lru_cache(maxsize=4_096)
def _number(locale: Locale, number: int) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=4_096)
def _day(value: str, code: str) -> str:
    speaker = language(code)
    try:
        known = date.fromisoformat(value + "-01-01"[len(value) - 4 :]) if len(value) in (4, 7, 10) else None
    except ValueError:
        known = None
    if known is None or len(value) == 4:
        return value
    return format_date(known, _pattern(value, speaker), speaker.locale)


def _pattern(value: str, speaker: Language) -> str:
    """As Unicode writes the parts of dates: a language may want them in another order."""
    if len(value) < 10:
        return speaker.gettext("LLLL y")
    if value.endswith("-01"):
        return speaker.pgettext("the first of a month", "d MMMM y")
    return speaker.gettext("d MMMM y")


def _chosen() -> str:
    if request.path.startswith(_PROGRAMS):
        return LOCALES["en"]
    asked = (g.get("asked_language", ""), request.cookies.get(COOKIE, ""))
    preferred = [tag.lower() for tag, quality in request.accept_languages if quality > 0]
    known = next((code for code in asked if code in LOCALES), None)
    return LOCALES[known or negotiate_locale(preferred, LOCALES, sep="-") or "en"]


def _take_choice() -> None:
    """The choice is no part of what a page shows: it leaves the query string before any page reads that."""
    if PARAMETER in request.args and not request.path.startswith(_PROGRAMS):
        g.asked_language = request.args[PARAMETER]
        pairs = [(name, value) for name, value in request.args.items(multi=True) if name != PARAMETER]
        request.args = ImmutableMultiDict(pairs)


def _remember(response: Response) -> Response:
    asked = g.get("asked_language", "")
    if asked in LOCALES:
        response.set_cookie(COOKIE, asked, _AGE, httponly=True, samesite="Lax", secure=request.is_secure)
    if asked:
        response.headers["X-Robots-Tag"] = "noindex"  # the same page has an address without the choice
    if request.endpoint != "static" and not request.path.startswith(_PROGRAMS):
        response.vary.update(("Accept-Language", "Cookie"))
    return response
