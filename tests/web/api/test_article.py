"""The JSON form of one article."""

from flask.testing import FlaskClient

from tests.web.archive import INTERVIEW, passage_link


def test_all_that_is_known_of_an_article_is_given(client: FlaskClient) -> None:
    answer = client.get(f"/api/articles/{INTERVIEW.id}").get_json()
    passages = answer.pop("passages")
    said = INTERVIEW.quotations[0]
    asked = said.question or (0, 0)
    assert answer == {
        "id": INTERVIEW.id,
        "title": INTERVIEW.title,
        "date": "2018-06",
        "date_precision": "month",
        "date_likely": True,
        "date_evidence": "first sentence: In June 2018",
        "type": "interview",
        "type_evidence": [],
        "source": "lake-union.example",
        "language": "en",
        "url": "",
        "organisations": ["River League"],
        "people": ["Orla Salt"],
        "places": [],
        "documents": [],
        "authors": ["Ivo Brandt"],
        "speakers": ["Orla Salt"],
        "offices": [],
        "duplicate_of": None,
        "similarity": 0.0,
        "text": INTERVIEW.text,
        "quotations": [
            {
                "start": said.start,
                "end": said.end,
                "text": INTERVIEW.text[said.start : said.end],
                "speaker": "Orla Salt",
                "kind": "turn",
                "cue": None,
                "question": {"start": asked[0], "end": asked[1], "text": INTERVIEW.text[slice(*asked)]},
                "passage": passages[1]["id"],
                "href": passage_link(INTERVIEW, 2),
            }
        ],
        "updated": None,
        "extra": {},
        "provenance": {
            "path": "interview-orla-salt.html",
            "format": "html",
            "sha256": "0" * 64,
            "extractor": "test rules 1",
        },
        "links": {"self": "/api/articles/interview-orla-salt", "html": "/articles/interview-orla-salt"},
    }


def test_a_passage_of_an_article_is_given_with_its_place(client: FlaskClient) -> None:
    turn = INTERVIEW.passages[1]
    passages = client.get(f"/api/articles/{INTERVIEW.id}").get_json()["passages"]
    assert passages[1] == {
        "id": INTERVIEW.passage_id(INTERVIEW.passage_keys([turn])[0]),
        "start": turn.start,
        "end": turn.end,
        "text": INTERVIEW.text[turn.start : turn.end],
        "page": turn.page,
        "href": passage_link(INTERVIEW, 2),
    }
