"""What every engine asks of a request before it searches."""

from indexer.article import Article
from indexer.engines.engine import SearchRequest
from indexer.errors import RequestError
from indexer.query.tree import Leaf, Not, Query, parts

DEEPEST = 200  # parentheses within parentheses; engines recurse, and none may run out of stack


def check(request: SearchRequest) -> None:
    """Raises RequestError for what no engine serves."""
    if request.offset < 0 or request.limit < 0:
        raise RequestError("A page of results begins at 0 or later and has no negative length")
    level: list[Query] = [request.query]
    for _ in range(DEEPEST):
        level = [part for query in level for part in parts(query)]
        if not level:
            return
    raise RequestError(f"The query nests more than {DEEPEST} deep")


def ranks(query: Query) -> bool:
    """Whether anything in the query can give a score: names, dates and negations cannot."""
    if isinstance(query, Leaf):
        return query.field in ("any", "title")
    return not isinstance(query, Not) and any(map(ranks, parts(query)))


def dated(article: Article, first: int | None, last: int | None) -> bool:
    """Whether all days that the article may be of lie in the range; an undated one lies only in the open range."""
    if first is None and last is None:
        return True
    date = article.date
    return bool(date.value) and (first is None or first <= date.first_day) and (last is None or date.last_day <= last)


def is_encodable(value: str) -> bool:
    """Half a surrogate pair, as a broken address may bring it, is a string in Python and nothing in an index."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
