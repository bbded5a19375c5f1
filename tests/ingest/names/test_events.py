import pytest

from .conftest import Read

EXERCISES = [
    "They held the joint exercise Otter Alliance. Otter Alliance ended on Friday.",
    "Otter Alliance ended on Friday. They held the drills of Otter Alliance.",
    "The Otter Alliance exercises ended.",
    "The Otter Brotherhood ended.",
]


@pytest.mark.parametrize("text", EXERCISES)
def test_an_exercise_is_no_body_wherever_it_is_named(text: str, read: Read) -> None:
    assert read(text).organisations == ()


BODIES = [
    "The Otter Alliance met.",
    "The exercise ended. The Otter Alliance met.",
    "The exercise of all in the long and good year before the Otter Alliance ended.",
]


@pytest.mark.parametrize("text", BODIES)
def test_a_body_is_one_where_an_exercise_is_far(text: str, read: Read) -> None:
    assert read(text).organisations == ("Otter Alliance",)


def test_a_body_that_holds_an_exercise_is_one(read: Read) -> None:
    assert read("The exercise of the Otter Commission ended.").organisations == ("Otter Commission",)
    assert read("The International Brotherhood of Otters met.").organisations == (
        "International Brotherhood of Otters",
    )
