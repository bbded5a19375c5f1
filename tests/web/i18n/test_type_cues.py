"""Whatever tells a type has words for a reader."""

from typing import get_args

from indexer.ingest.article_type.cue import CueName
from indexer.ingest.article_type.cues import CUES
from web.i18n import type_cues


def test_every_cue_has_words_and_every_words_a_cue() -> None:
    assert {*get_args(CueName)} == {*type_cues.CUES}
    assert {each.name for each in CUES} | {"declared"} == {*get_args(CueName)}


def test_no_two_cues_are_said_alike() -> None:
    assert len({str(each) for each in type_cues.CUES.values()}) == len(type_cues.CUES)
