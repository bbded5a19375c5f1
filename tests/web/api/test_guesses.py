from web.api.guesses import Guesses


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def failing(guesses: Guesses, client: str, times: int = 10) -> None:
    for _ in range(times):
        guesses.failed(client)


def test_after_ten_wrong_tokens_within_a_minute_an_address_waits_for_the_rest_of_it() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    failing(guesses, "192.0.2.1", 9)
    assert guesses.wait("192.0.2.1") == 0
    clock.now += 20
    guesses.failed("192.0.2.1")
    assert (guesses.wait("192.0.2.1"), guesses.wait("192.0.2.2")) == (40, 0)
    clock.now += 40
    assert guesses.wait("192.0.2.1") == 0


def test_old_wrong_tokens_are_forgotten() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    failing(guesses, "192.0.2.1", 9)
    clock.now += 61
    failing(guesses, "192.0.2.1", 9)
    assert guesses.wait("192.0.2.1") == 0


def test_a_network_of_ipv6_is_one_address_and_ipv4_in_it_is_not() -> None:
    guesses = Guesses(Clock())
    failing(guesses, "2001:db8::1")
    failing(guesses, "::ffff:192.0.2.1")
    assert guesses.wait("2001:db8::ffff") > 0
    assert (guesses.wait("2001:db8:0:1::1"), guesses.wait("::ffff:192.0.2.2")) == (0, 0)


def test_what_is_remembered_is_bounded() -> None:
    guesses = Guesses(Clock())
    failing(guesses, "192.0.2.1")
    for number in range(10_000):
        guesses.failed(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert guesses.wait("192.0.2.1") == 0


def test_what_is_no_address_is_one_too() -> None:
    guesses = Guesses(Clock())
    failing(guesses, "unix:" + "a" * 5000)
    assert guesses.wait("unix:" + "a" * 5000) > 0
