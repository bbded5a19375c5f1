"""Check a quotation: paste a sentence, see which article says it and which words differ."""

from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as Redirect

from indexer.article import Article
from indexer.search.quotation.check import LONGEST, Quotation, Quoted
from web import archive
from web.article.compare import ChangeView, change_views
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.language import gettext, ngettext
from web.rendering import render
from web.urls.links import article_url, quotation_url

bp = Blueprint("quotation", __name__)

_ADDRESS = 4_000  # characters of an address that can be sent to others; a longer quotation has none
_FORM = 2_000_000  # bytes: a letter of the longest quotation may take twelve of them in a form


@dataclass(frozen=True, slots=True)
class QuotedView:
    """A place where an article says it, and how far the quotation is from it, in words."""

    article: Article
    href: str
    facts: str
    said: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class QuotationView:
    """Everything that quotation.html places. `verdict` is empty before anything was asked."""

    text: str
    note: str
    verdict: str
    legend: bool
    quoted: tuple[QuotedView, ...]


@bp.get("/quotation")
@conditional_get
def show() -> str:
    return _page(request.args.get("text", "").strip())


@bp.post("/quotation")
def ask() -> Response | Redirect | str:
    """Leads to an address of its own that can be sent to others, unless the quotation is too long for one."""
    request.max_content_length = request.max_form_memory_size = _FORM
    text = request.form.get("text", "").strip()
    address = quotation_url(text)
    return redirect(address, 303) if len(address) <= _ADDRESS else _page(text)


def _page(text: str) -> str:
    view = _view(archive.quoted(text)) if text else QuotationView("", "", "", legend=False, quoted=())
    return render("quotation.html", page=view)


def _view(found: Quotation) -> QuotationView:
    return QuotationView(
        text=found.text,
        note=gettext("Only the first %(most)s characters were looked for.", most=LONGEST) if found.cut else "",
        verdict=_verdict(found),
        legend=any(each.differing for each in found.found),
        quoted=tuple(_quoted(each) for each in found.found),
    )


def _verdict(found: Quotation) -> str:
    if found.verdict == "nothing":
        return gettext("This archive has nothing like it.")
    if found.verdict == "verbatim":
        return gettext("Word for word.")
    return gettext("Nearly: %(differ)s.", differ=_differ(found.found[0]))


def _quoted(found: Quoted) -> QuotedView:
    article = found.article
    kind, source = formatting.type_and_source(article)
    facts = (formatting.date(article.date), source, kind, gettext("in the title") if found.in_title else "")
    return QuotedView(
        article=article,
        href=article_url(article.id, passage=found.key),
        facts=" · ".join(fact for fact in facts if fact),
        said=_differ(found) if found.differing else gettext("word for word"),
        changes=tuple(view for each in found.changes for view in change_views(each)),
    )


def _differ(found: Quoted) -> str:
    return ngettext("%(number)s word differs", "%(number)s words differ", found.differing)
