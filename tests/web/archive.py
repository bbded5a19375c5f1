"""A small archive of a union of lake states that does not exist, as Articles."""

from dataclasses import replace

from indexer.article import Article, DateEvidence, PartialDate, Passage, Provenance, Quotation, Span

HOSTILE_TITLE = "<script>alert('x')</script> & Sons"

_PARAGRAPH = "\n\n"
_UNDER_TITLE = DateEvidence("under title")


def article(article_id: str, title: str, paragraphs: tuple[str, ...], **more: object) -> Article:
    """Each paragraph is a passage."""
    text = _PARAGRAPH.join(paragraphs)
    passages, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        passages.append(Passage(number, at, at + len(paragraph)))
        at += len(paragraph) + len(_PARAGRAPH)
    origin = Provenance(f"{article_id}.html", "0" * 64, "test rules 1", "html")
    values: dict[str, object] = {"source": "lake-union.example", "language": "en", "passages": tuple(passages)}
    return Article(article_id, title, text, origin, **(values | more))  # type: ignore[arg-type]  # the fields of Article


def place(text: str, words: str) -> Span:
    """Where the words stand in it for the first time."""
    return text.index(words), text.index(words) + len(words)


def passage_link(of: Article, number: int, before: str = "") -> str:
    """The address of a passage, with what stands before it in the query."""
    key = of.passage_keys(of.passages)[number - 1]
    return f"/articles/{of.id}?{before}passage={key}#p-{key}"


FERRY = article(
    "ferry-treaty",
    "Ferry treaty signed by the Lake Union and the River League",
    (
        "The Lake Union and the River League signed the ferry treaty in Northport on Friday.",
        "“Every ferry will carry two pilots from now on,” said Marta Velde, who opened the harbour talks.",
        "The treaty names twelve harbours. Each harbour keeps a register of ferries and of their pilots.",
        "Ferries that sail without a pilot are fined; the fines go to the harbour that finds them.",
        "A joint harbour office watches over the treaty and reports to the council each spring.",
    ),
    date=PartialDate("2017-03-17", _UNDER_TITLE),
    type="press release",
    url="https://lake-union.example/news/ferry-treaty",
    organisations=("Lake Union", "River League"),
    people=("Marta Velde",),
    places=("Northport",),
    documents=("LU/RES/12",),
    speakers=("Marta Velde",),
)
_SAID = place(FERRY.text, "Every ferry will carry two pilots from now on,")
FERRY = replace(FERRY, quotations=(Quotation(*_SAID, "Marta Velde", cue=place(FERRY.text, "said Marta Velde")),))

_OPENING = "Orla Salt leads the harbour office."
_QUESTION = "What will change for the fishermen of the eastern shore?"
_ANSWER = "They will pay no harbour dues until the new lighthouse is lit. The River League agrees with this."
_ASKED = len(_OPENING + _PARAGRAPH)
_END = _ASKED + len(_QUESTION + _PARAGRAPH + _ANSWER)
INTERVIEW = article(
    "interview-orla-salt",
    "Orla Salt: the lighthouse comes first",
    (_OPENING, _QUESTION, _ANSWER),
    date=PartialDate("2018-06", DateEvidence("first sentence", quoted="In June 2018")),
    type="interview",
    organisations=("River League",),
    people=("Orla Salt",),
    speakers=("Orla Salt",),
    authors=("Ivo Brandt",),
    passages=(Passage(1, 0, len(_OPENING)), Passage(2, _ASKED, _END)),
    quotations=(Quotation(_END - len(_ANSWER), _END, "Orla Salt", "turn", question=(_ASKED, _ASKED + len(_QUESTION))),),
)

HOSTILE = article(
    "hostile",
    HOSTILE_TITLE,
    ("A harbour clerk typed <b>bold</b> & <img src=x onerror=alert(1)> into the ferry register.",),
    type="news",
    url="javascript:alert(1)",
)

UNDATED = article(
    "lights-of-the-shore",
    "Lights of the shore",
    ("An undated leaflet lists every lighthouse and every harbour of the eastern shore.",),
    type="other",
    places=("Northport", "Eastmere"),
)

# The same story twice, the second time from another house and lightly edited.
REGATTA = article(
    "regatta",
    "Regatta of the pilots opens the summer",
    (
        "The regatta of the pilots opens the summer on Saturday with forty sailing boats.",
        "The starting gun is fired at noon from the old customs pier, and spectators are asked to keep off it.",
        "The winner takes the copper anchor home for a year.",
    ),
    date=PartialDate("2019-06-01", _UNDER_TITLE),
    type="news",
)
REGATTA_AGAIN = article(
    "regatta-again",
    "Regatta of the pilots opens the summer",
    (
        "The regatta of the pilots opens the summer on Sunday with forty sailing boats.",
        "The starting gun is fired at noon from the old customs pier, and spectators are asked to keep off it.",
        "The winner takes the heavy copper anchor home.",
    ),
    date=PartialDate("2019-06-02", _UNDER_TITLE),
    type="news",
    source="river-league.example",
    duplicate_of="regatta",
    similarity=0.93,
)

NOTICES = tuple(
    article(
        f"notice-{number:02}",
        f"Notice to pilots number {number}",
        (f"Notice {number}: the harbour of Eastmere is closed to ferries on day {number} of the month.",),
        date=PartialDate(f"20{10 + number % 8}-0{1 + number % 9}-1{number % 10}", DateEvidence("file")),
        type="statement",
        organisations=("Lake Union",),
        places=("Eastmere",),
    )
    for number in range(1, 27)
)

# What may not break a layout: a title of 300 characters without a place to break, and with many; 400 names.
_UNBROKEN = "Harbourmastersconference" * 6
CROWDED = article(
    "crowded",
    f"{_UNBROKEN} " + "of the pilots and the ferrymen " * 5,
    (f"A list of everybody: {_UNBROKEN}, and the rest of the crowd.",),
    date=PartialDate("2009", DateEvidence("address", quoted="2009")),
    type="news",
    source="an-address-of-a-source-that-is-rather-long.lake-union.example",
    people=tuple(f"Guest Number {number:03}" for number in range(400)),
    documents=("LU/RES/" + "1234567890" * 6,),
    url="https://lake-union.example/" + "a" * 300,
)

ARTICLES = (FERRY, INTERVIEW, HOSTILE, UNDATED, *NOTICES)
TWICE = (REGATTA, REGATTA_AGAIN)
ALL_SHAPES = (*ARTICLES, *TWICE, CROWDED)
