import json
import os
from pathlib import Path

import pytest

from .conftest import Read

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared"))
GOLD = SHARED / "gold" / "seeds.json"
FLOORS = {"organisations": 0.97, "people": 0.97, "places": 0.93}


@pytest.mark.skipif(not GOLD.exists(), reason="the seeds with their gold are not on this machine")
@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_names_of_the_seeds_reach_their_floor(field: str, floor: float, read: Read) -> None:
    right = wrong = missed = 0
    for gold in json.loads(GOLD.read_text(encoding="utf-8"))["documents"]:
        lines = (SHARED / "seeds" / gold["file"]).read_text(encoding="utf-8").split("\n")
        kept = [line for number, line in enumerate(lines, 1) if number not in gold["drop_lines"]]
        found = set(getattr(read("\n".join(kept[1:]), title=gold["title"]), field))
        right += len(found & set(gold[field]))
        wrong += len(found - set(gold[field]) - set(gold.get(f"{field}_optional", [])))
        missed += len(set(gold[field]) - found)
    assert 2 * right / (2 * right + wrong + missed) >= floor
