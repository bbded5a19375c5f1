import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.i18n.quotation_marks import completed, paired


def shown(said: str, language: str = "en") -> str:
    made, at, text = paired(said, language), 0, ""
    for start, end, mark in made.changes:
        text += said[at:start] + mark
        at = end
    return f"{made.before}{text}{said[at:]}{made.behind}"


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("en", "“The lake is deep.”"),
        ("", "“The lake is deep.”"),
        ("xx", "“The lake is deep.”"),
        ("fr", "«\u202fThe lake is deep.\u202f»"),
        ("ru", "«The lake is deep.»"),
        ("es", "«The lake is deep.»"),
        ("de", "„The lake is deep.“"),
        ("pl", "„The lake is deep.”"),
        ("ja", "「The lake is deep.」"),
    ],
)
def test_what_is_said_stands_between_the_marks_of_its_language(language: str, whole: str) -> None:
    assert shown("The lake is deep.", language) == whole


@pytest.mark.parametrize(
    ("language", "said", "whole"),
    [
        ("en", "He called it “a calm lake” twice.", "“He called it ‘a calm lake’ twice.”"),
        ("en", 'He called it "a calm lake" twice.', "“He called it ‘a calm lake’ twice.”"),
        ("en", "“Calm” is what they call it.", "“‘Calm’ is what they call it.”"),
        ("en", "It’s ‘calm’, isn’t it?", "“It’s ‘calm’, isn’t it?”"),
        ("en", 'A pipe of 5" is laid.', '“A pipe of 5" is laid.”'),
        ("en", "It says “the pilots’ “old” oath”.", "“It says ‘the pilots’ “old” oath’.”"),
        ("ru", "Это «тихое озеро» зовут так.", "«Это „тихое озеро“ зовут так.»"),
        ("ru", "Это „тихое озеро“ зовут так.", "«Это „тихое озеро“ зовут так.»"),
        ("fr", "On dit « le lac calme » ici.", "«\u202fOn dit “le lac calme” ici.\u202f»"),
        ("fr", "On dit «\u00a0le lac calme\u00a0» ici.", "«\u202fOn dit “le lac calme” ici.\u202f»"),
        ("de", "Man nennt ihn »stiller See« hier.", "„Man nennt ihn ‚stiller See‘ hier.“"),
        ("de", "Man nennt ihn „stiller See“ hier.", "„Man nennt ihn ‚stiller See‘ hier.“"),
    ],
)
def test_marks_inside_are_those_of_a_quotation_in_another(language: str, said: str, whole: str) -> None:
    assert shown(said, language) == whole


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("calm lake” is what they call it.", "“‘calm lake’ is what they call it.”"),
        ("They call it “a calm lake and", "“They call it ‘a calm lake and’”"),
        ("deep” and “calm", "“‘deep’ and ‘calm’”"),
        ("old” oath” stays", "“‘“old” oath’ stays”"),
        ("тихое озеро» зовут", "“‘тихое озеро’ зовут”"),
    ],
)
def test_a_piece_that_is_cut_between_two_marks_has_both(said: str, whole: str) -> None:
    assert shown(said) == whole


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "No marks, it’s plain.", "No marks, it’s plain."),
        ("en", "calm lake,” she said", "“calm lake,” she said"),
        ("en", "she said: “A calm", "she said: “A calm”"),
        ("en", 'calm" she said, "and', '"calm" she said, "and"'),
        ("en", "deep” and “calm", "“deep” and “calm”"),
        ("en", 'the lake"s calm', 'the lake"s calm'),
        ("en", 'a pipe of 5" or 6', 'a pipe of 5" or 6'),
        ("en", 'he said,"a calm', 'he said,"a calm"'),
        ("en", "the lake, ”she said", "“the lake, ”she said"),
        ("sv", "hon sade: ”Lugn", "hon sade: ”Lugn”"),
        ("fr", "calme\u00a0», dit-elle", "«\u00a0calme\u00a0», dit-elle"),
        ("fr", "elle dit : « Le lac", "elle dit : « Le lac »"),
        ("ru", "тихо», — сказал он", "«тихо», — сказал он"),
        ("ru", "сказал: «Тихо, „как", "сказал: «Тихо, „как“»"),
        ("de", "still“, sagte sie: „Und", "„still“, sagte sie: „Und“"),
        ("pl", "Powiedział: „Cicho", "Powiedział: „Cicho”"),
        ("ja", "静か」と「湖", "「静か」と「湖」"),
    ],
)
def test_a_piece_of_an_article_has_both_marks_of_each_pair(language: str, text: str, whole: str) -> None:
    before, behind = completed(text, language)
    assert f"{before}{text}{behind}" == whole
    assert completed(whole, language) == ("", "")


@given(st.text(alphabet='ab .,-(\n“”„«»"', max_size=40), st.sampled_from(["en", "fr", "ru", "de", "pl"]))
def test_marks_are_always_paired(said: str, language: str) -> None:
    """Every closing mark closes the one that was opened last."""
    made = paired(said, language)
    opens = {"“": "”", "‘": "’", "«": "»"} if language in {"en", "fr"} else {"„": "“”", "«": "»", "‚": "‘"}
    signs = "".join([made.before, *(each.mark for each in made.changes), made.behind]).replace("\u202f", "")
    waiting: list[str] = []
    for sign in signs:
        if sign in opens:
            waiting.append(opens[sign])
        else:
            assert sign in waiting.pop()
    assert not waiting


@given(st.text(alphabet='ab .“”„«»"', max_size=40))
def test_the_words_stay_as_they_are(said: str) -> None:
    def letters(text: str) -> str:
        return "".join(each for each in text if each.isalpha())

    assert letters(shown(said, "fr")) == letters(said)
