"""YAML of strangers: what a few aliases could blow up without end is refused, an anchor that is used plainly is not."""

from typing import Any

import yaml
from yaml.nodes import Node

from indexer.errors import Rejected

_MOST_REPEATED = 100_000  # characters that all aliases together stand for
_LONGEST_NUMBER = 100  # Python takes time by the square of a number's length


def loaded(text: str) -> Any:
    """The value written in YAML. Raises `Rejected` with the reason where that cannot be said."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a kind of SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        first = str(error).split("\n", 1)[0]
        raise Rejected(f"front matter that is no YAML ({first})") from None
    except (TypeError, KeyError, AttributeError, IndexError):
        raise Rejected("front matter that is no YAML (a value of the wrong kind)") from None


class _Loader(yaml.SafeLoader):
    """Composes nodes as any, and counts what their aliases stand for."""

    _aliases = _repeated = 0
    _with_alias: frozenset[int] = frozenset()

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        alias = self.check_event(yaml.AliasEvent)
        before = self._aliases
        node = super().compose_node(parent, index)
        if node is None:
            return node
        if alias:
            self._repeat(node)
        elif self._aliases > before:
            self._with_alias |= {id(node)}
        if isinstance(node, yaml.ScalarNode) and len(node.value) > _LONGEST_NUMBER:
            node.tag = "tag:yaml.org,2002:str" if node.tag.endswith((":int", ":float")) else node.tag
        return node

    def _repeat(self, node: Node) -> None:
        self._aliases += 1
        if node.end_mark is None or id(node) in self._with_alias:
            raise yaml.YAMLError("aliases within what aliases stand for")
        self._repeated += node.end_mark.index - node.start_mark.index
        if self._repeated > _MOST_REPEATED:
            raise yaml.YAMLError("aliases for too much text")
