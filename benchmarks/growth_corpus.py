"""Corpora of any size for the growth benchmark: newswire items as files of their own, dated in the past."""

import json
import lzma
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parent.parent.parent / "shared"))
_ITEMS = SHARED / "data" / "articles" / "reuters21578.jsonl.xz"
_PAST = 1_600_000_000


def items() -> Iterator[dict[str, str]]:
    """Real articles first; a second round differs from the first in its words, so that no file repeats another."""
    for lap in range(100):
        with lzma.open(_ITEMS, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if item.get("text", "").strip():
                    item["id"] = f"{item['id']}-{lap}"
                    item["text"] = (
                        item["text"] if lap == 0 else f"{item['text']}\n\nEdition {lap} of item {item['id']}."
                    )
                    yield item


def write_files(corpus: Path, count: int, start: int = 0) -> None:
    """One JSON file an article, in folders of 500."""
    for number, item in enumerate(islice(items(), start, start + count), start):
        file = corpus / f"{number // 500:04}" / f"{number:06}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(item), encoding="utf-8")
        os.utime(file, (_PAST, _PAST))


def write_lines(file: Path, count: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as lines:
        for item in islice(items(), count):
            lines.write(json.dumps(item) + "\n")
    os.utime(file, (_PAST, _PAST))
