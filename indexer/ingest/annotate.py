"""A draft becomes an article: cleaned, then each kind of metadata by the module that knows it."""

import re
from dataclasses import replace

from indexer.article import Article, PartialDate, Provenance, Quotation
from indexer.authority import Authority
from indexer.authority.folders import source_of_folder
from indexer.authority.offices import offices_of
from indexer.errors import Rejected
from indexer.ingest.article_type.classify import judged
from indexer.ingest.cleaning.clean import clean
from indexer.ingest.dates import date_of
from indexer.ingest.draft import MAX_CHARACTERS, Draft
from indexer.ingest.identity import article_id, canonical_url
from indexer.ingest.interviews.interviewee import says_interview
from indexer.ingest.interviews.named import declared
from indexer.ingest.interviews.statement import declared_statement, statement_of
from indexer.ingest.interviews.turns import Turn, turns_of
from indexer.ingest.language import language_of
from indexer.ingest.names import names_in
from indexer.ingest.passages import passages_of
from indexer.ingest.source import source_of
from indexer.ingest.speakers import quotations_in, speakers_of
from indexer.ingest.speakers.incumbents import as_known, with_incumbents
from indexer.text.symbols import symbols_in

_SPOKEN = {"interview", "transcript"}
_FEWEST = 3  # turns, where nobody in them has a name or a label
_PERSON = re.compile(r"[^\W\d_](?:[\w.'’-]{0,30} ){1,3}[^\W\d_][\w'’-]{1,30}")


def cleaned(raw: Draft) -> Draft:
    """Raises `Rejected` where nothing to read is left, or more than can be one article."""
    require_one_article(raw)
    return clean(raw)


def annotate(raw: Draft, provenance: Provenance, authority: Authority) -> Article:
    """Raises `Rejected` for what `cleaned` does not take."""
    draft = cleaned(raw)
    turns = turns_of(draft.text, draft.title)
    kind = judged(draft, turns, raw)
    whole = f"{draft.title}\n\n{draft.text}"
    article = Article(
        id=article_id(provenance.path, raw),
        title=draft.title,
        text=draft.text,
        provenance=provenance,
        # a file of several articles is not named after the day of one
        date=date_of(draft, path="" if provenance.member else provenance.path),
        type=kind.type,
        type_evidence=kind.evidence,
        source=source_of(draft, provenance.path, authority),
        language=language_of(whole, draft.language),
        url=canonical_url(draft.url),
        authors=draft.authors,
        documents=tuple(dict.fromkeys(each.symbol for each in symbols_in(whole))),
        passages=passages_of(draft.text, turns, draft.page_starts),
        extra=draft.extra,
    )
    return named(article, authority)


def require_one_article(raw: Draft) -> None:
    if len(raw.text) > MAX_CHARACTERS:
        raise Rejected(f"a text of {len(raw.text):,} characters is no single article")


def named(article: Article, authority: Authority) -> Article:
    """The article with the names that the authority files know today, and who of them is quoted; also for an article
    annotated before."""
    source = source_of_folder(article.provenance.path, authority.folders) or article.source
    names = names_in(article.title, article.text, source, authority)
    turns, statement = _wholes(article, names.people, authority)
    told = with_incumbents(article.text, names.mentions, article.date, source, authority)
    quotations = quotations_in(article.text, told.mentions, turns, article.language, statement)
    speakers = speakers_of(quotations)
    people = tuple(dict.fromkeys([*names.people, *(each for each in speakers if each in told.surely)]))
    return replace(
        article,
        source=source,
        organisations=names.organisations,
        people=_with_authors(people, article.authors, authority),
        places=names.places,
        speakers=speakers,
        offices=_offices((*people, *speakers, *told.surely), article.date, authority),
        quotations=quotations,
    )


def _offices(people: tuple[str, ...], date: PartialDate, authority: Authority) -> tuple[str, ...]:
    """What they were on the date, as far as the authority files surely know it."""
    known, offices = as_known(date), offices_of(authority)
    return tuple(dict.fromkeys(office for each in dict.fromkeys(people) for office in offices.held(each, known)))


def _wholes(
    article: Article, people: tuple[str, ...], authority: Authority
) -> tuple[tuple[Turn, ...], Quotation | None]:
    """The article's turns, or what all of it is as a statement, told by names that the authority files know."""
    speaker = _declared(article, authority)
    if " " in speaker:
        people = (*people, speaker)
    turns = turns_of(article.text, article.title, people)
    if article.type not in _SPOKEN or len(turns) < _FEWEST or not says_interview(article.title, article.text):
        turns = tuple(each for each in turns if each.speaker or each.cue)
    if turns:
        known = {each.speaker: _known(each.speaker, authority) for each in turns}
        return tuple(replace(each, speaker=known[each.speaker]) for each in turns), None
    statement = statement_of(article.title, article.text, article.type, article.authors, people)
    statement = statement or declared_statement(article.text, article.type, speaker)
    return (), statement and replace(statement, speaker=_known(statement.speaker, authority))


def _declared(article: Article, authority: Authority) -> str:
    """The one person whom a field of the file names as its speaker."""
    named = [value for field, value in article.extra if field.casefold() == "speaker"]
    name = declared(named[0]) if len(named) == 1 else ""
    return "" if not name or any(entry.kind != "person" for entry in authority.lookup(name)) else name


def _known(name: str, authority: Authority) -> str:
    persons = {entry.name for entry in authority.lookup(name) if entry.kind == "person"} if name else set()
    return persons.pop() if len(persons) == 1 else name


def _with_authors(people: tuple[str, ...], authors: tuple[str, ...], authority: Authority) -> tuple[str, ...]:
    """Who wrote it belongs to its people too, where the byline is a person's name and not a desk or a body."""
    persons = (author for author in authors if _PERSON.fullmatch(author))
    known = ((author, {entry.kind: entry.name for entry in authority.lookup(author)}) for author in persons)
    names = (entries.get("person", author) for author, entries in known if "organisation" not in entries)
    return tuple(dict.fromkeys([*people, *names]))
