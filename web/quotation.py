"""Check a quotation: paste a sentence, see which article says it, who says it there, and which words differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as Redirect

from indexer.article import Article
from indexer.message import N_, Message
from indexer.search.quotation.check import LONGEST, Checked
from indexer.search.quotation.diff import Change, Meaning
from indexer.search.quotation.quoted import Quoted
from web import archive
from web.article.compare import ChangeView, change_views
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.language import gettext, ngettext, translate
from web.rendering import render
from web.urls.links import article_url, quotation_url

bp = Blueprint("quotation", __name__)

_ADDRESS = 4_000  # characters of an address that can be sent to others; a longer quotation has none
_LONG = 300  # characters of a part
_FORM = 2_000_000  # bytes: a letter of the longest quotation may take twelve of them in a form

_MEANINGS: Mapping[Meaning, Message] = {
    "negation": N_("Negation"),
    "modal": N_("Must, may, will"),
    "number": N_("Number or date"),
    "name": N_("Name"),
    "quantity": N_("All, some, always"),
    "opposite": N_("Opposite"),
}


@dataclass(frozen=True, slots=True)
class QuotedView:
    """A place where an article says it, and how far the quotation is from it, in words. `part`: of a quotation put
    together from several, the words from here; `before` and `behind`: what surrounds them; `meaning`: what the changes
    of it change."""

    article: Article
    href: str
    facts: str
    part: str
    speaker: str
    who: str
    agrees: str
    differ: str
    meaning: tuple[str, ...]
    before: str
    changes: tuple[ChangeView, ...]
    behind: str


@dataclass(frozen=True, slots=True)
class QuotationView:
    """Everything that quotation.html places. `verdict` is empty before anything was asked."""

    text: str
    notes: tuple[str, ...] = ()
    verdict: str = ""
    legend: bool = False
    quoted: tuple[QuotedView, ...] = ()


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
    return render("quotation.html", page=_view(archive.quoted(text)) if text else QuotationView(""))


def _view(checked: Checked) -> QuotationView:
    return QuotationView(
        text=checked.text,
        notes=tuple(_notes(checked)),
        verdict=_verdict(checked),
        legend=any(each.differing for each in checked.found),
        quoted=tuple(_quoted(each, checked) for each in checked.found),
    )


def _notes(checked: Checked) -> Iterator[str]:
    if checked.cut:
        yield gettext("Only the first %(most)s characters were looked for.", most=LONGEST)
    if checked.found and checked.shortened:
        yield gettext("The quotation is abridged and marks where words are left out.")
    if checked.reordered:
        yield gettext("The article has these words in a different order.")


def _verdict(checked: Checked) -> str:
    verdict = checked.verdict
    if verdict == "nothing":
        return gettext("This archive has nothing like it.")
    if verdict == "verbatim":
        return gettext("Word for word.")
    if verdict == "assembled":
        return ngettext(
            "Put together from %(number)s place.", "Put together from %(number)s places.", len(checked.found)
        )
    differ = _differ(checked.found[0])
    if verdict == "altered":
        return gettext("Altered: %(differ)s, and the meaning changes.", differ=differ)
    return gettext("Nearly: %(differ)s.", differ=differ)


def _quoted(found: Quoted, checked: Checked) -> QuotedView:
    article = found.article
    kind, source = formatting.type_and_source(article)
    facts = (formatting.date(article.date), source, kind, gettext("in the title") if found.in_title else "")
    whole, (first, last) = article.title if found.in_title else article.text, found.context
    return QuotedView(
        article=article,
        href=article_url(article.id, passage=found.key),
        facts=" · ".join(fact for fact in facts if fact),
        part=_part(checked.text[slice(*found.part)]) if checked.assembled else "",
        speaker=formatting.value("speaker", found.speaker),
        who=_who(found),
        agrees=_agrees(found, checked.speaker),
        differ=_differ(found),
        meaning=tuple(_meanings(found)),
        before=whole[first : found.start],
        changes=tuple(view for each in found.changes for view in change_views(each)),
        behind=whole[found.end : last],
    )


def _part(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: words.rfind(' ', 0, _LONG)]} …"


def _who(found: Quoted) -> str:
    """How the article has these words from the one who says them, or that nobody does."""
    if found.in_title:
        return ""
    if found.said is None:
        return gettext("These words stand in the article's own text, not as said by a named person.")
    if not found.speaker:
        return gettext("Quoted in the article, which does not name the speaker.")
    return formatting.said_in(found.said.kind) or gettext("quoted in the article")


def _agrees(found: Quoted, named: str) -> str:
    if found.agrees is None:
        return ""
    if found.agrees:
        return gettext("The same speaker as in what you pasted.")
    return gettext("What you pasted names a different speaker: %(named)s.", named=named)


def _differ(found: Quoted) -> str:
    if found.differing:
        return ngettext("%(number)s word differs", "%(number)s words differ", found.differing)
    return gettext("in a different order") if found.reordered else gettext("word for word")


def _meanings(found: Quoted) -> Iterator[str]:
    """Each change of the meaning, with the words that make it."""
    nothing = Change("same", ())
    for before, change, behind in zip(
        (nothing, *found.changes), found.changes, (*found.changes[1:], nothing), strict=False
    ):
        if change.kind == "deleted":
            yield from _change(change.meaning, change.text, behind.text if behind.kind == "inserted" else "")
        elif change.kind == "inserted" and before.kind != "deleted":
            yield from _change(change.meaning, "", change.text)


def _change(meaning: tuple[Meaning, ...], was: str, now: str) -> Iterator[str]:
    """`was` in the quotation, `now` in the article."""
    kind = ", ".join(translate(_MEANINGS[each]) for each in meaning)
    old, new = (text.strip(" \n,.;:!?“”„«»\"'’") for text in (was, now))
    if meaning and old and new:
        yield gettext("%(kind)s: “%(old)s” in the quotation, “%(new)s” in the article.", kind=kind, old=old, new=new)
    elif meaning and old:
        yield gettext("%(kind)s: “%(old)s” is not in the article.", kind=kind, old=old)
    elif meaning:
        yield gettext("%(kind)s: the quotation lacks “%(new)s”.", kind=kind, new=new)
