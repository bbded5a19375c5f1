from indexer.engines.leased import Leased


class Ended(Leased):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def end(self) -> None:
        self.times += 1


def test_it_ends_once_when_the_last_holder_lets_go() -> None:
    shared = Ended()
    others = [shared.hold(), shared.hold()]
    shared.close()
    for each in others:
        assert shared.times == 0
        each.close()
    assert shared.times == 1
