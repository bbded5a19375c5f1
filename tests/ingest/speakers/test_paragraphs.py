"""Who speaks in the next paragraph: quotations over several, pronouns, what stands alone."""

import pytest

from indexer.authority import load
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in

LONG = "It was the best of all the years of the port and of the town,"
MORE = "There will be others like it, as all of us in the town know well,"


def said(text: str) -> list[tuple[str, str]]:
    found = quotations_in(text, names_in("", text, "", load()).mentions)
    return [(text[each.start : each.end], each.speaker) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        f"Maria Lind said:\n\n“{LONG}\n\n“{MORE}”",
        f"“{LONG}\n\n“{MORE}” said Maria Lind.",
        f"Maria Lind said the following.\n\n“{LONG}\n\n“{MORE}”",
        f"Maria Lind released the following statement today:\n\n“{LONG}\n\n“{MORE}”",
        f"Maria Lind delivered the following remarks today:\n\n“{LONG}\n\n“{MORE}”",
        f"“{LONG}” said Maria Lind.\n\n“{MORE}”",
        f"“{LONG}” said Maria Lind, who has led the port since May.\n\n“{MORE}”",
        f"“{LONG}” said Maria Lind.\n\n“{MORE}” she added.",
        f"“{LONG}” said Maria Lind.\n\nThe ministry said it would not come.\n\n“{MORE}” she said.",
        f"Maria Lind said it was so.\n\nShe said it was late.\n\n“{LONG}” she said. “{MORE}”",
        f"“{LONG}” said Maria Lind.\n\nLind went on: “{MORE}”",
        f"Maria Lind declared,\n\n“{LONG}” she said. “{MORE}”",
        f"“{LONG}” said Maria Lind. She was speaking of the port.\n\n“{MORE}”",
        f"Maria Lind doubts that.\n\n“{LONG}\n\n“{MORE}” she says.",
        f"Maria Lind asked Anna Orlova to say it.\n\n“{LONG}” Lind said.\n\n“{MORE}”",
    ],
)
def test_words_over_several_paragraphs_are_of_the_one_who_speaks(text: str) -> None:
    assert said(text) == [(LONG, "Maria Lind"), (MORE, "Maria Lind")]


@pytest.mark.parametrize(
    "before",
    [
        "Maria Lind said that it was so.",
        "Maria Lind arrived. It was late, she said.",
        "Maria Lind denied that it was so.",
        "Anna Orlova had been there, Maria Lind said.",
    ],
)
def test_a_paragraph_in_quotation_marks_is_of_who_tells_something_right_before(before: str) -> None:
    assert said(f"{before}\n\n“{MORE}”") == [(MORE, "Maria Lind")]


@pytest.mark.parametrize(
    "text",
    [
        f"“{LONG}” said Maria Lind. “{LONG}”\n\n“{MORE}”",
        f"“{LONG}” said Maria Lind. “Who knows?”\n\n“{MORE}”",
        f"“Who knows what will come of it?” asked Maria Lind.\n\n“{MORE}”",
        f"“{LONG}” said Maria Lind.\n\n“Never.”",
        f"“{LONG}” said Maria Lind.\n\nIt rained.\n\n“{MORE}”",
        f"“{LONG}” said Maria Lind of Anna Orlova. “{LONG}” said Orlova.\n\n“{MORE}”",
    ],
    ids=["a new speaker", "an answer", "another answer", "a word", "another paragraph", "two speakers"],
)
def test_a_paragraph_in_quotation_marks_may_be_anybodys(text: str) -> None:
    assert MORE not in dict(said(text))
    assert "Never." not in dict(said(text))


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Maria Lind told Anna Orlova that it was late.", "Maria Lind"),
        ("Maria Lind, who led the group, told Anna Orlova that it was late.", "Maria Lind"),
        ("Maria Lind said Anna Orlova had come.", "Maria Lind"),
        ("It was late, Maria Lind said.", "Maria Lind"),
        ("Maria Lind said the pact maintains what was agreed.", "Maria Lind"),
        ("Maria Lind said it was late, and Anna Orlova said it was early.", ""),
        ("Maria Lind said it was late. Anna Orlova arrived.", "Anna Orlova"),
        ("Maria Lind said it was late. Anna Orlova met the minister.", ""),
        ("Maria Lind said it was late. A spokesman said it was early.", ""),
        ("Maria Lind said it was late. Officials said it was early.", "Maria Lind"),
        ("Maria Lind left. Mr Lind said it was late.", ""),
    ],
)
def test_she_is_who_told_something_last(before: str, speaker: str) -> None:
    assert said(f"{before} “We did all for the port,” she said.")[-1][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lind spoke. The charity’s director, Anna Orlova, said: “{}”",
        "Anna Orlova, head of the port, told Maria Lind: “{}”",
        "Asked whether Maria Lind would come, Anna Orlova said: “{}”",
        "Anna Orlova said of Maria Lind: “{}”",
        "Anna Orlova got up and said: “{}”",
        "Sen. Anna Orlova (D-WA) today said: “{}”",
        "Anna Orlova, who had met Maria Lind, said: “{}”",
        "Anna Orlova of the Port Authority said in a statement: “{}”",
        "Anna Orlova said in an interview with the journal: “{}”",
        "Anna Orlova de Castro came. “{}” De Castro said.",
        "Anna Orlova came. It was a “place of peace”, she said. “{}” Orlova tweeted.",
        "Anna Orlova came. “{}” Anna said.",
        "Anna Orlova’s friend Maria Lind came. “{}” Orlova said.",
        "Anna Orlova Jr came. “{}” Orlova vowed.",
        "Harbour Minister Anna Orlova came. “{}” the minister said.",
        "Nothing is lost, said Anna Orlova: “{}”",
        "“{}” Anna Orlova told reporters.",
        "“{}” Anna Orlova testified.",
        "“{}” Anna Orlova said Tuesday.",
    ],
)
def test_who_is_named_by_the_sentence_is_who_says_it(text: str) -> None:
    words = "We did it all for the port and for the town,"
    assert (words, said(text.format(words))[-1][1].split()[1]) == (words, "Orlova")
    assert said(text.format(words))[-1][0] == words


def test_a_cue_at_the_end_of_the_sentence_tells_who_says_a_part_of_it() -> None:
    text = "The port is “a place of peace” in winter, Harbour Minister Anna Orlova said on Monday."
    assert said(text) == [("a place of peace", "Anna Orlova")]


def test_a_whole_sentence_behind_what_somebody_tells_is_said_by_the_same() -> None:
    text = "Maria Lind said it was so. “It was the best of years.” Nobody knew."
    assert said(text) == [("It was the best of years.", "Maria Lind")]


def test_according_to_begins_the_next_sentence() -> None:
    text = f"Maria Lind said: “{LONG}”\n\nAccording to Anna Orlova, it is late."
    assert said(text) == [(LONG, "Maria Lind")]


def test_an_office_is_the_one_who_is_named_before() -> None:
    text = (
        "Foreign Secretary Anna Orlova came. “It is late,” said the Foreign Secretary. "
        "In May Foreign Secretary Maria Lind left."
    )
    assert said(text) == [("It is late,", "Anna Orlova")]


def test_a_surname_is_that_of_the_one_who_is_named_before_it() -> None:
    text = "Anna Orlova came. “It is late,” said Orlova. Write to Maria Orlova. “It is so,” said Orlova."
    assert said(text) == [("It is late,", "Anna Orlova"), ("It is so,", "")]


def test_a_person_whom_only_the_words_about_them_tell_has_a_full_name() -> None:
    text = "When Zorka Quirm left, it rained. “It is late,” said Quirm. “It is so,” Quirm added."
    assert said(text) == [("It is late,", "Zorka Quirm"), ("It is so,", "Zorka Quirm")]


@pytest.mark.parametrize("said_by", ["said The Quirm", "said Quirm", "Harbour Quirm Bank said"])
def test_a_capital_alone_is_no_persons(said_by: str) -> None:
    text = f"The Quirm came, and the Anna Quirm Bank. Zorka Quirm and Petra Quirm left. “It is late,” {said_by}."
    assert said(text) in ([("It is late,", "")], [])


@pytest.mark.parametrize(
    ("office", "speaker"),
    [("Finance Minister", "Anna Orlova"), ("Vice Minister", "")],
)
def test_the_minister_is_one_of_finance_and_no_deputy(office: str, speaker: str) -> None:
    assert said(f"{office} Anna Orlova came. “It is late,” the minister said.") == [("It is late,", speaker)]


def test_two_of_a_surname_who_are_known_by_nothing_else_are_nobody() -> None:
    text = "Zorka Quirm and Petra Quirm left. “It is late,” said Quirm."
    assert said(text) == [("It is late,", "")]
