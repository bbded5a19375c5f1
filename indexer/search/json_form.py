"""A search page as JSON: the form that the API and `communique search --json` share."""

from collections.abc import Callable
from dataclasses import asdict

from indexer.article import Article, Quotation, Span
from indexer.fields import ENTITY_FIELDS, FACETS
from indexer.search.page import FacetRow, Result, SearchPage, Snippet
from indexer.search.quotation.check import Quotation as Checked

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


def quotation_form(found: Checked) -> Json:
    """`changes` lead from the quotation to the words of the article; `start` and `end` are offsets into its text,
    or into its title."""
    return {
        "text": found.text,
        "cut": found.cut,
        "verdict": found.verdict,
        "found": [
            {
                **described(each.article),
                "passage": each.article.passage_id(each.key) if each.key else None,
                "in_title": each.in_title,
                "start": each.start,
                "end": each.end,
                "differing": each.differing,
                "changes": [{"kind": change.kind, "text": change.text} for change in each.changes],
            }
            for each in found.found
        ],
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
