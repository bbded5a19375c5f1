from indexer.article import Article, Provenance
from indexer.authority import load
from indexer.authority.suggest import suggest


def article(number: int, people: tuple[str, ...] = (), organisations: tuple[str, ...] = ()) -> Article:
    provenance = Provenance("a.txt", "0", "1", "text")
    return Article(str(number), "T", "text", provenance, people=people, organisations=organisations)


def test_a_name_like_an_entrys_is_proposed_with_its_evidence_and_counts() -> None:
    articles = [
        article(1, ("Nikolai Bordyuzha",)),
        article(2, ("Nikolai Bordyusha",)),
        article(3, ("Nikolai Bordyusha",)),
    ]
    (found,) = suggest(articles, load())
    assert (found.kind, found.name, found.like, found.known) == (
        "person",
        "Nikolai Bordyusha",
        "Nikolai Bordyuzha",
        True,
    )
    assert (found.count, found.like_count, found.example) == (2, 1, "2")
    assert found.likeness > 90
    assert found.evidence == "same initials, same nikolai"


def test_of_two_unlisted_names_the_rarer_is_proposed_as_a_variant_of_the_other() -> None:
    articles = [article(n, ("Jorik Haldane",)) for n in range(3)] + [article(9, ("Jorik Haldanne",))]
    (found,) = suggest(articles, load())
    assert (found.name, found.like, found.known) == ("Jorik Haldanne", "Jorik Haldane", False)


def test_two_names_of_equal_counts_are_proposed_once() -> None:
    assert len(suggest([article(1, ("Jorik Haldane", "Jorik Haldanne"))], load())) == 1


def test_names_of_other_initials_and_of_other_kinds_are_not_compared() -> None:
    assert suggest([article(1, ("Jorik Haldane", "Torik Haldane"), ("Jorik Haldane",))], load()) == []


def test_the_forms_of_an_entry_are_no_suggestions() -> None:
    assert suggest([article(1, ("Nikolai Bordyuzha", "Ban Ki-moon"), ("UN", "CSTO", "OSCE"))], load()) == []


def test_the_most_alike_come_first() -> None:
    articles = [article(1, ("Nikolai Bordyusha", "Valery Semerekow"))]
    assert [each.name for each in suggest(articles, load())] == ["Nikolai Bordyusha", "Valery Semerekow"]


def test_a_name_is_proposed_with_the_first_article_that_has_it() -> None:
    articles = [article(number, ("Nikolai Bordyusha",)) for number in range(5)]
    (found,) = suggest(articles, load())
    assert (found.count, found.example) == (5, "0")


def test_names_that_are_less_alike_are_not_proposed() -> None:
    assert suggest([article(1, ("Jorik Haldane", "Janik Holdine"))], load()) == []


def test_of_equals_the_later_of_the_alphabet_is_the_model() -> None:
    (found,) = suggest([article(1, ("Jorik Haldana", "Jorik Haldane"))], load())
    assert (found.name, found.like) == ("Jorik Haldana", "Jorik Haldane")


def test_names_that_are_as_much_alike_come_in_the_order_of_the_alphabet() -> None:
    names = ["Petra Mandela", "Jorik Haldana", "Boris Karlova", "Agnes Lindena"]
    both = (*names, *(f"{name[:-1]}e" for name in names))
    assert [each.name for each in suggest([article(1, both)], load())] == sorted(names)


def test_the_more_alike_come_first_though_others_come_first_in_the_alphabet() -> None:
    names = ("Agnes Holma", "Agnes Holme", "Zoltan Lindenbergera", "Zoltan Lindenbergere")
    assert [each.name for each in suggest([article(1, names)], load())] == ["Zoltan Lindenbergera", "Agnes Holma"]


def test_initials_are_no_words_that_two_names_share() -> None:
    (found,) = suggest([article(1, ("J. Haldane of Porto", "J. Haldane of Porte"))], load())
    assert found.evidence == "same initials, same haldane of"


def test_a_person_is_not_compared_with_a_body_of_the_authority_files() -> None:
    assert suggest([article(1, ("UN Security Councill",))], load()) == []
