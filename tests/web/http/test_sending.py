import pytest

from indexer.errors import Overloaded
from web.http.sending import Sending


def test_a_file_more_than_can_be_sent_at_a_time_is_refused_until_another_ends() -> None:
    sending = Sending(2)
    first, second = sending.begin(["a", "b"]), sending.begin(["c"])
    assert (next(first), next(second)) == ("a", "c")
    with pytest.raises(Overloaded) as raised:
        sending.begin(["d"])
    assert (raised.value.http_status, bool(raised.value.remedy)) == (503, True)
    assert list(second) == []
    third = sending.begin(["e"])
    assert list(third) == ["e"]


def test_one_that_breaks_or_is_closed_before_its_end_is_under_way_no_more() -> None:
    sending = Sending(1)

    with pytest.raises(ZeroDivisionError):
        list(sending.begin(str(1 // left) for left in (1, 0)))
    closed = sending.begin(iter(["a", "b"]))
    next(closed)
    closed.close()
    assert list(sending.begin(["b"])) == ["b"]


def test_what_was_never_begun_counts_for_nothing() -> None:
    sending = Sending(1)
    kept = [sending.begin(["a"]) for _ in range(3)]
    assert [list(each) for each in kept] == [["a"]] * 3
