"""Mail and feeds."""

import pytest

from indexer.article import DateEvidence
from indexer.ingest.cleaning.clean import clean
from tests.ingest.formats import FILES, drafts, read_bytes, read_file, reason_against, rejections

MAIL = (FILES / "release.eml").read_bytes()


def test_a_mail_is_an_article_with_subject_date_and_sender() -> None:
    (draft,) = drafts(read_file("release.eml"))
    assert draft.title == "Protocol signed – ten minutes for every warning"
    assert (draft.date, draft.source) == ("Tue, 16 Oct 2018 14:05:00 +0200", "Harbour Council Press Desk")
    assert draft.extra == (("attachment", "protocol.pdf"),)


def test_a_mails_plain_text_is_taken_without_its_signature() -> None:
    text = clean(drafts(read_file("release.eml"))[0]).text
    assert "Über the winter both will test" in text
    assert text.endswith("Journalists are invited to the exercise in February.")


def test_a_mail_of_html_alone_gives_its_paragraphs() -> None:
    mail = b"Subject: Ice\nContent-Type: text/html; charset=utf-8\n\n<p>The sound is closed.</p><p>Ferries stop.</p>"
    (draft,) = drafts(read_bytes(mail, "a.eml"))
    assert draft.text == "The sound is closed.\n\nFerries stop."


def test_a_mail_whose_parts_are_parted_otherwise_than_promised_is_read() -> None:
    (draft,) = drafts(read_bytes(MAIL.replace(b'boundary="=_outer_7"', b'boundary="elsewhere"'), "a.eml"))
    assert draft.text.startswith("The Harbour Council and the Coast Guard Union signed")
    assert "Content-Type" not in draft.text


def test_a_mail_without_any_boundary_is_rejected() -> None:
    head = b'Subject: a\nContent-Type: multipart/mixed; boundary="gone"\n\n'
    assert "its boundary is missing" in reason_against(head + b"words and words", "a.eml")


@pytest.mark.parametrize("end", range(0, len(MAIL), 150))
def test_a_cut_mail_is_read_or_rejected(end: int) -> None:
    reason = reason_against(MAIL[:end] or b" ", "a.eml")
    assert not reason or reason.startswith(("no text", "not an e-mail", "a mail whose parts", "the file is empty"))


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: =?utf-8?Q?=FF=FE?=",
        b"Subject: =?nonsense?B?!!!?=",
        b"From: <<>>>,;",
        b"Date: soon",
        b"From: \xff\xfe",
    ],
)
def test_malformed_headers_cost_nothing_but_themselves(header: bytes) -> None:
    (draft,) = drafts(read_bytes(header + b"\nMessage-ID: <1@a>\n\nThe sound is closed.\n", "a.eml"))
    assert draft.text.strip() == "The sound is closed."


def parted(*parts: tuple[str, str], kind: str = "mixed") -> bytes:
    """A mail of parts, each with its headers and its body."""
    shown = "".join(f"--=_1\nContent-Type: {head}\n\n{body}\n" for head, body in parts)
    return f'Subject: Ice\nContent-Type: multipart/{kind}; boundary="=_1"\n\n{shown}--=_1--\n'.encode()


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((("text/html", "<p>In colour.</p>"), ("text/plain", "In black.")), "In black."),
        ((("text/plain", " "), ("text/html", "<p>In colour.</p>")), "In colour."),
        ((("text/plain", "One."), ("text/plain", "Two.")), "One.\n\nTwo."),
        ((("text/plain", "One."), ('text/plain; name="a.txt"', "Attached.")), "One."),
        ((("text/plain", "One.\n-- \nAna\n-- \nRuiz"), ("text/calendar", "BEGIN")), "One."),
    ],
    ids=["plain before coloured", "blank", "two of one kind", "attached", "signed"],
)
def test_a_mails_text_is_what_its_parts_say_plainly(parts: tuple[tuple[str, str], ...], text: str) -> None:
    (draft,) = drafts(read_bytes(parted(*parts), "a.eml"))
    assert draft.text.strip() == text


def test_a_sender_without_a_name_is_no_source_and_a_mail_may_have_no_date() -> None:
    (draft,) = drafts(read_bytes(b"From: press@harbour.example.org\nSubject: Ice\n\nThe sound is closed.\n", "a.eml"))
    assert (draft.source, draft.date) == ("", "")


def test_an_unknown_charset_in_a_mail_is_found_out() -> None:
    mail = "Subject: a\nContent-Type: text/plain; charset=x-nonsense\n\nFährbetrieb".encode()
    assert drafts(read_bytes(mail, "a.eml"))[0].text == "Fährbetrieb"


def test_each_entry_of_a_feed_is_an_article() -> None:
    parts = read_file("news.rss")
    first, second = drafts(parts)
    assert (first.key, first.title) == ("harbour-101", "Protocol on weather warnings signed")
    assert (first.source, first.language, first.authors) == ("Harbour Council", "en", ("Press Desk",))
    assert first.url == "https://harbour.example.org/news/protocol"
    assert first.extra == (("tag", "Safety"), ("tag", "Weather"))
    assert second.key == "https://harbour.example.org/news/salvage"


def test_the_longest_text_of_an_entry_is_taken_without_its_scripts() -> None:
    first = drafts(read_file("news.rss"))[0]
    assert first.text.split("\n\n") == [
        "The Harbour Council and the Coast Guard Union signed a protocol on weather warnings.",
        "It enters into force on 1 January 2019.",
    ]


def test_an_entry_without_text_is_rejected_by_its_place() -> None:
    assert [(each.place, each.reason) for each in rejections(read_file("news.rss"))] == [
        ("entry 3", "it holds no text")
    ]


def test_an_atom_entry_has_the_day_it_was_published_and_not_updated() -> None:
    (draft,) = drafts(read_file("news.atom"))
    assert (draft.date, draft.date_evidence) == ("2018-10-17T08:30:00Z", DateEvidence("feed entry", "published"))
    assert draft.text == "Three lifeboats were named on Wednesday.\n\nThey will be stationed in Bergen."


def test_an_entry_taken_over_from_another_feed_is_of_that_source() -> None:
    entry = "<entry><id>1</id><title>Ice</title><content>The sound is closed.</content>{}</entry>"
    source = "<source><title>Coast Daily</title></source>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Port News</title>{entry.format('')}{entry.format(source)}"
    found = drafts(read_bytes(f"<?xml version='1.0'?>{feed}</feed>".encode(), "a.atom"))
    assert [draft.source for draft in found] == ["Port News", "Coast Daily"]


def test_a_feed_without_entries_is_rejected() -> None:
    feed = b"<rss version='2.0'><channel><title>Port News</title></channel></rss>"
    assert reason_against(feed, "a.rss") == "a feed without entries"


def test_xml_that_is_no_feed_is_rejected() -> None:
    assert reason_against(b"<?xml version='1.0'?><catalog><book/></catalog>", "a.xml") == "not an RSS or Atom feed"


def test_entities_within_entities_do_not_fill_the_memory() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{levels}]>'
    bomb += "<rss version='2.0'><channel><item><description>x &e11;</description></item></channel></rss>"
    parts = reason_against(bomb.encode(), "a.rss") or drafts(read_bytes(bomb.encode(), "a.rss"))[0].text
    assert len(parts) < 1000


def test_a_feed_that_looks_like_an_address_is_not_fetched() -> None:
    assert reason_against(b"http://127.0.0.1:9/feed", "a.rss") == "not an RSS or Atom feed"
