from pathlib import Path

import pytest

from indexer.errors import IndexMissing, SettingsError
from indexer.generations import Generations, generations_at


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return generations_at(f"whoosh:{tmp_path}/index")


def test_nothing_is_in_force_before_the_first_switch(generations: Generations) -> None:
    generations.begin("rules")
    assert generations.current() is None
    with pytest.raises(IndexMissing) as caught:
        generations.in_force()
    assert caught.value.remedy == "communique update"


def test_a_switch_puts_the_new_one_in_force_and_keeps_the_former(generations: Generations) -> None:
    first = generations.begin("a")
    generations.switch(first)
    second = generations.begin("b")
    assert generations.current() == first
    generations.switch(second)
    assert (generations.current(), generations.former()) == (second, first)


def test_a_sweep_leaves_only_the_one_in_force_and_the_one_before(generations: Generations) -> None:
    for rules in "abc":
        generations.switch(generations.begin(rules))
    generations.begin("a build that died")
    generations.sweep()
    assert [each.name for each in generations.all()] == ["g000002", "g000003"]


def test_a_build_that_died_is_never_what_a_rollback_goes_back_to(generations: Generations) -> None:
    first = generations.begin("a")
    generations.switch(first)
    generations.begin("a build that died")
    third = generations.begin("c")
    generations.switch(third)
    assert generations.former() == first


def test_no_name_is_given_twice(generations: Generations) -> None:
    generations.switch(generations.begin("a"))
    generations.begin("a build that died")
    generations.sweep()
    assert generations.begin("c").name == "g000003"


def test_a_name_is_not_given_again_where_only_the_folders_tell_which_were(generations: Generations) -> None:
    generations.switch(generations.begin("a"))
    (generations.root / "last").unlink()
    assert generations.begin("b").name == "g000002"


def test_a_file_that_is_called_like_a_generation_is_none(generations: Generations) -> None:
    first = generations.begin("a")
    (generations.root / "g000009").write_text("")
    assert generations.all() == [first]


def test_a_build_under_way_is_no_former_generation(generations: Generations) -> None:
    generations.switch(generations.begin("a"))
    generations.begin("a build under way")
    assert generations.former() is None


def test_only_the_last_of_several_builds_that_died_takes_room(generations: Generations) -> None:
    for rules in "abc":
        begun = generations.begin(rules)
    assert generations.all() == [begun]
    generations.switch(begun)
    for rules in "de":
        last = generations.begin(rules)
    assert generations.all() == [begun, last]


def test_a_generation_remembers_its_rules(generations: Generations) -> None:
    assert generations.begin("the rules").fingerprint == "the rules"


@pytest.mark.parametrize("address", ["", "whoosh", "whoosh:", "var/index"])
def test_an_address_without_engine_or_path_stops_with_an_example(address: str) -> None:
    with pytest.raises(SettingsError) as caught:
        generations_at(address)
    assert "whoosh:var/index" in caught.value.remedy
