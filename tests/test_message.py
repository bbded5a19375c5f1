import pytest

from indexer.message import N_, Coded, Emphasised, Listed, Message, Value, nN_, pieces, translate


class Shouted:
    """A language in which everything is in capitals, and numbers are counted in stars."""

    def gettext(self, one: str) -> str:
        return one.replace("and", "AND").replace("words", "WORDS")

    def ngettext(self, one: str, many: str, number: int) -> str:
        return (one if number == 1 else many).upper().replace("%(NUMBER)S", "%(number)s")

    def number(self, number: int) -> str:
        return "*" * number

    def coded(self, code: Coded) -> str:
        return f"{code.kind} {code.code}".upper()


@pytest.mark.parametrize(
    ("said", "english"),
    [
        (N_("nothing"), "nothing"),
        (N_("100 % of it"), "100 % of it"),
        (N_("“%(word)s” is left out", word="50 %(x)s"), "“50 %(x)s” is left out"),
        (N_("the first %(most)s", most=2_000), "the first 2,000"),
        (nN_("%(number)s word", "%(number)s words", 1), "1 word"),
        (
            nN_("%(number)s word of %(all)s", "%(number)s words of %(all)s", 1200, all="these"),
            "1,200 words of these",
        ),
        (N_("articles with %(words)s", words=N_("everything")), "articles with everything"),
        (N_("month %(words)s", words=Coded("month", "2017-03")), "month 2017-03"),
        (N_("%(names)s", names=Listed(("a", N_("b"), "c"), N_(" or "))), "a or b or c"),
        (N_("100 % of %(all)s", all="it"), "100 % of it"),
        (N_("not %(words)s", words=Emphasised("boat")), "not *boat*"),
    ],
)
def test_english_is_the_template_with_its_values(said: Message, english: str) -> None:
    assert str(said) == english


@pytest.mark.parametrize(
    ("said", "shouted"),
    [
        ("as typed", "as typed"),
        (3, "***"),
        (Coded("language", "en"), "LANGUAGE EN"),
        (nN_("%(number)s word", "%(number)s words", 2), "** WORDS"),
        (N_("two words: %(both)s", both=Listed(("and", "or"), N_(" and "))), "two WORDS: and AND or"),
    ],
)
def test_a_language_says_the_templates_and_leaves_the_values(said: Value, shouted: str) -> None:
    assert translate(said, Shouted()) == shouted


def test_emphasised_words_are_pieces_of_their_own_wherever_they_stand() -> None:
    said = N_(
        "words %(first)s and %(rest)s", first=Emphasised("a*"), rest=Listed((Emphasised("b"), "*c*"), N_(" and "))
    )
    assert [each for each in pieces(said, Shouted()) if each] == [
        *("WORDS ", Emphasised("a*"), " AND ", Emphasised("b"), " AND ", "*c*"),
    ]


def test_messages_that_say_the_same_are_equal() -> None:
    assert N_("the first %(most)s", most=2) == N_("the first %(most)s", most=2)
    assert len({N_("nothing"), N_("nothing")}) == 1
