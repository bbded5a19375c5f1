"""A search page as JSON: the form that the API and `communique search --json` share."""

from collections.abc import Callable
from dataclasses import asdict

from indexer.article import Article, Quotation, Span
from indexer.fields import ENTITY_FIELDS, FACETS
from indexer.search.page import FacetRow, Result, SearchPage, Snippet
from indexer.search.quotation.check import Checked
from indexer.search.quotation.quoted import Quoted

Json = dict[str, object]
Href = Callable[[Article, Snippet], str]


def page_form(page: SearchPage, href: Href | None = None) -> Json:
    """Everything that is found; `href` makes a passage's address, known only to the web. Offsets count characters.

    `missing` is there only where a result has some of the words and not all; `contributions`, and of near duplicates
    `stories`, `repeated` and `repeats`, only where they were asked for.
    """
    notes = [{"message": str(note.message), "start": note.start, "end": note.end} for note in page.notes]
    return {
        "query": {
            "text": page.asked.typed,
            "understood": str(page.understood),
            "notes": notes,
            "did_you_mean": page.did_you_mean or None,
            "corrected": page.corrected,
        },
        "total": page.total,
        "counted": page.counted,
        "total_some": page.total_some,
        **({"stories": page.stories, "stories_exact": not page.is_about_right} if page.asked.collapse else {}),
        "generation": page.generation,
        "took_ms": round(page.took_ms, 1),
        "results": [_result(each, href, collapsed=page.asked.collapse) for each in page.results],
        "facets": {panel.field: [_row(row) for row in panel.rows] for panel in page.facets},
    }


def described(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date.value or None,
        "date_precision": article.date.precision,
        "date_likely": article.date.is_likely,
        "type": article.type,
        "source": article.source,
        "language": article.language,
        "url": article.url,
        **{FACETS[each].attribute: FACETS[each].values(article) for each in ENTITY_FIELDS},
        "duplicate_of": article.duplicate_of or None,
        "similarity": article.similarity,
    }


def said_form(article: Article, said: Quotation, shown: Snippet | None = None) -> Json:
    """What is said, or as much of it as is `shown`, and whose words it is. `cue`: the words of the article that tell
    it; `question`: what is answered."""
    start, end = (max(said.start, shown.start), min(said.end, shown.end)) if shown else (said.start, said.end)
    return {
        **place_form(article, (start, end)),
        "speaker": said.speaker,
        "kind": said.kind,
        "cue": place_form(article, said.cue) if said.cue else None,
        "question": place_form(article, said.question) if said.question else None,
    }


def place_form(article: Article, span: Span) -> Json:
    start, end = span
    return {"start": start, "end": end, "text": article.text[start:end]}


def quotation_form(checked: Checked, href: Callable[[Quoted], str]) -> Json:
    """`changes` lead from the quotation to the words of the article. `start`, `end` and all other offsets are of its
    text, or its title; those of `part` are of the text that was checked. What is `assembled` has its parts in `found`,
    else these are different places of the whole."""
    return {
        "text": checked.text,
        "cut": checked.cut,
        "verdict": checked.verdict,
        "speaker": checked.speaker or None,
        "shortened": checked.shortened,
        "reordered": checked.reordered,
        "found": [_quoted(each, href) for each in checked.found],
    }


def _quoted(found: Quoted, href: Callable[[Quoted], str]) -> Json:
    said, (first, last) = found.said, found.context
    whole = found.article.title if found.in_title else found.article.text
    return {
        **described(found.article),
        "passage": found.article.passage_id(found.passage_key) if found.passage else None,
        "permalink": href(found),
        "in_title": found.in_title,
        "start": found.start,
        "end": found.end,
        "part": found.part,
        "speaker": found.speaker,
        "agrees": found.agrees,
        "kind": said.kind if said else None,
        "cue": said.cue if said else None,
        "quotation": {"start": said.start, "end": said.end} if said else None,
        "question": said.question if said else None,
        "context": {"start": first, "end": last, "text": whole[first:last]},
        "differing": found.differing,
        "reordered": found.reordered,
        "meaning": found.meaning,
        "changes": [{"kind": each.kind, "text": each.text, "meaning": each.meaning} for each in found.changes],
    }


def _result(result: Result, href: Href | None, *, collapsed: bool) -> Json:
    return {
        **described(result.article),
        "score": result.score,
        "matched": result.matched,
        **({"missing": result.missing} if result.matched == "some" else {}),
        "title_marks": result.title_marks,
        **({"repeated": result.repeated, "repeats": [each.article.id for each in result.repeats]} if collapsed else {}),
        "matching_passages": result.matching_passages,
        "passages": [_passage(result.article, each, href) for each in result.passages],
        **({"contributions": [asdict(each) for each in result.contributions]} if result.contributions else {}),
    }


def _passage(article: Article, marked: Snippet, href: Href | None) -> Json:
    return {
        "id": article.passage_id(marked.key),
        "start": marked.start,
        "end": marked.end,
        "text": marked.text,
        "marks": marked.marks,
        "quotations": [said_form(article, each, marked) for each in article.quotations_in(marked.start, marked.end)],
        **({"href": href(article, marked)} if href else {}),
    }


def _row(row: FacetRow) -> Json:
    """Without `asdict`, which takes ten times as long: a page has some eighty of them."""
    return {"value": row.value, "count": row.count, "selected": row.selected, "excluded": row.excluded}
