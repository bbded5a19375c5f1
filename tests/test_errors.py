import inspect

import pytest

from indexer import errors

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.CommuniqueError)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_every_error_is_drawn_in_the_tree(kind: type[errors.CommuniqueError]) -> None:
    line = next(line for line in str(errors.__doc__).splitlines() if kind.__name__ in line.split())
    if kind is not errors.Rejected:
        assert f"exit {kind.exit_code}, HTTP {kind.http_status}" in line


def test_no_two_kinds_share_an_exit_code() -> None:
    codes = [kind.exit_code for kind in KINDS if kind is not errors.Rejected]
    assert len(codes) == len(set(codes))
