"""The command `communique`."""

import gc
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import IO, Any, get_args

import click

from indexer.authority import load as load_authority
from indexer.cli import serve, terminal
from indexer.cli.authority import authority
from indexer.engines.engine import Sort
from indexer.errors import CommuniqueError, DiskFull, IndexBroken, RemovalsHeld, StorageTrouble
from indexer.fields import FACET_FIELDS
from indexer.fingerprint import Fingerprint
from indexer.generations import generations_at
from indexer.generations.live import open_live
from indexer.generations.manifest import WRITTEN
from indexer.indexing import backup, inspection, recall, update
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.jobs import Jobs
from indexer.indexing.partial import partial_file
from indexer.indexing.removals import ANY
from indexer.indexing.watch import follow
from indexer.search.json_form import page_form
from indexer.search.page import Choice, SearchInput, search
from indexer.search.rewrite.synonyms import Synonyms
from indexer.settings import Settings
from indexer.storage import any_storage_error, reporting_trouble

_LOOKED_AT = 50_000_000  # bytes of the index that `status` holds against their checksums
_MANY_OBJECTS = 100_000  # between two looks for cycles


class _Group(click.Group):
    """Turns the errors of the product into a line, the command that mends it, and the exit code of its kind."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (CommuniqueError, OSError, sqlite3.OperationalError) as error:
            told = error if isinstance(error, CommuniqueError) else any_storage_error(error)
            if told is None:
                raise
            terminal.show_error(told)
            sys.exit(told.exit_code)
        except KeyboardInterrupt:
            terminal.err.print("communique: stopped; the next update goes on from here")
            sys.exit(130)


@click.group(cls=_Group)
@click.option("--corpus", metavar="DIR", help="The folder of article files.  [COMMUNIQUE_CORPUS]")
@click.option("--index", metavar="ENGINE:ADDRESS", help="The index, e.g. whoosh:var/index.  [COMMUNIQUE_INDEX]")
@click.version_option(package_name="communique")
@click.pass_context
def main(context: click.Context, /, corpus: str | None, index: str | None) -> None:
    """Full-text search for the press archives of organisations."""
    context.obj = Settings.from_environ().changed(corpus=corpus, index=index)


def _command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command that is given the settings. The two global options are understood behind its name as well."""

    def made(function: Callable[..., None]) -> click.Command:
        chosen = partial(click.option, expose_value=False, callback=_chosen, help="As before the command.")
        function = chosen("--index", metavar="ENGINE:ADDRESS")(chosen("--corpus", metavar="DIR")(function))
        return main.command(name)(click.pass_obj(function))

    return made


def _chosen(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.obj = context.obj.changed(**{str(parameter.name): value})


def _allowing(function: Callable[..., None]) -> Callable[..., None]:
    said = "Let articles go however many they are, and whichever folder is missing."
    name = "removals_percent"
    return click.option("--allow-removals", name, flag_value=ANY, expose_value=False, callback=_chosen, help=said)(
        function
    )


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Thousands of articles in hand make no cycles, and to look for some was a tenth of the time of who writes them."""
    usual = gc.get_threshold()
    gc.set_threshold(_MANY_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@_command("update")
@click.option("--dry-run", is_flag=True, help="Only say what would be read and removed.")
@_allowing
@click.option("--part", metavar="N/OF", expose_value=False, callback=_chosen, help="Take one share, e.g. 3/8.")
@click.option("--job", hidden=True, help="The job, started over HTTP, whose work this is.")
@_seldom_collecting()
def update_command(settings: Settings, /, *, dry_run: bool, job: str | None) -> None:
    """Index what changed in the corpus since the last time."""
    if job:
        Jobs(settings).run(job)
        return
    if dry_run:
        plan = update.dry_run(settings)
        terminal.out.print(f"{len(plan.read)} files to read, {len(plan.removed)} gone, {plan.unchanged} unchanged")
        if plan.held:
            raise plan.held
        return
    with terminal.Bar() as bar:
        summary = update.update(settings, bar)
    terminal.show_summary(summary)


@_command("rebuild")
@_allowing
@_seldom_collecting()
def rebuild_command(settings: Settings, /) -> None:
    """Build the index anew beside the one in force, then switch to it."""
    with terminal.Bar() as bar:
        summary = update.rebuild(settings, bar)
    terminal.show_summary(summary)


@_command("watch")
def watch_command(settings: Settings, /) -> None:
    """Follow the corpus folder and index each change."""
    terminal.out.print(f"following {settings.corpus} (stop with Ctrl-C)", markup=False)
    follow(settings, terminal.show_summary, terminal.show_error)


@_command("rollback")
def rollback_command(settings: Settings, /) -> None:
    """Put the generation before the last rebuild in force again."""
    generation = update.rollback(settings)
    terminal.out.print(f"generation {generation.name} is in force again")


@_command("recover")
@click.argument("ids", nargs=-1, required=True)
def recover_command(settings: Settings, /, *, ids: tuple[str, ...]) -> None:
    """Bring removed articles back, by their IDS, as they were last."""
    for wanted in ids:
        path = recall.recover(settings, wanted)
        terminal.out.print(f"{wanted} is in the corpus again, as {path}: the next update indexes it", markup=False)


@_command("forget")
@click.argument("wanted", metavar="ID")
def forget_command(settings: Settings, /, *, wanted: str) -> None:
    """Delete an article, its file, its former states and all traces for good, and build the index anew."""
    gone = recall.forget(settings, wanted)
    said = f"{wanted} is forgotten: {', '.join(gone.paths) or 'no file'}, {gone.versions} former states;"
    terminal.out.print(f"{said} backups that were made before hold it still", markup=False)


@_command("export")
@click.argument("target", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), default="-")
def export_command(settings: Settings, /, *, target: Path) -> None:
    """Write all articles with their provenance as JSON Lines to TARGET (- for the terminal or a pipe)."""
    with (
        closing(open_live(settings.index)) as engine,
        closing(engine.reader()) as reader,
        reporting_trouble(target),
        _output(target) as file,
    ):
        for line in backup.export_lines(reader):
            file.write(f"{line}\n".encode())


def _output(target: Path) -> AbstractContextManager[IO[bytes]]:
    if target == Path("-"):
        return nullcontext(sys.stdout.buffer)
    return partial_file(target)


@_command("backup")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def backup_command(settings: Settings, /, *, target: Path) -> None:
    """Write index and catalog to TARGET, a .tar.gz, while readers go on."""
    generation = backup.backup(settings, target)
    terminal.out.print(f"generation {generation.name} is in {target}", markup=False)


@_command("restore")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore_command(settings: Settings, /, *, source: Path) -> None:
    """Put a backup in force; `rollback` brings the present index back."""
    generation = backup.restore(settings, source)
    terminal.out.print(f"{source} is in force as generation {generation.name}", markup=False)


@_command("status")
def status_command(settings: Settings, /) -> None:
    """Count what is indexed, and list what was rejected and why."""
    generations = generations_at(settings.index)
    generation = generations.in_force()
    generations.require_whole(generation, _LOOKED_AT, WRITTEN)
    with catalog_of(generations, generation) as catalog:
        terminal.out.print(f"{settings.index}, generation {generation.name}: {catalog.article_count():,} articles\n")
        for column in ("format", "type", "year"):
            terminal.show_counts(column, catalog.counts(column))
        terminal.show_troubles(catalog.doubts(), catalog.rejections())
    terminal.show_rules(Fingerprint.from_text(generation.fingerprint), update.outdated(settings))


@_command("check")
def check_command(settings: Settings, /) -> None:
    """Hold every file of the index against its checksum, the index against the catalog, the catalog against the
    corpus."""
    found = inspection.inspect(settings)
    terminal.show_inspection(found)
    if found.problems:
        remedy = "communique rollback, then communique update" if found.former else "communique rebuild"
        raise IndexBroken(f"generation {found.generation} is damaged", remedy)


def _facet_options(command: Callable[..., None]) -> Callable[..., None]:
    for field in reversed(FACET_FIELDS):
        option = click.option(f"--not-{field}", multiple=True, metavar="VALUE", help=f"Leave out this {field}.")
        command = option(command)
        command = click.option(f"--{field}", multiple=True, metavar="VALUE", help=f"Only this {field}.")(command)
    return command


@_command("search")
@_facet_options
@click.option("--from", "first", default="", metavar="DATE", help="From this year, month or day on.")
@click.option("--to", "last", default="", metavar="DATE", help="Up to and with this year, month or day.")
@click.option("--sort", type=click.Choice(get_args(Sort)), default="relevance", show_default=True)
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True)
@click.option("--size", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the form of the JSON API.")
@click.argument("words", nargs=-1)
def search_command(settings: Settings, /, words: tuple[str, ...], *, as_json: bool, **asked: Any) -> None:
    """Search the archive; WORDS are the query language of the search page."""
    choices = tuple(Choice(field, asked[field], asked[f"not_{field}"]) for field in FACET_FIELDS)
    plain = {name: asked[name] for name in ("first", "last", "sort", "page", "size")}
    with closing(open_live(settings.index)) as engine, closing(engine.reader()) as reader:
        names = Synonyms(load_authority(settings.authority))
        page = search(reader, SearchInput(" ".join(words), choices, **plain), names)
    if as_json:
        click.echo(json.dumps(page_form(page), ensure_ascii=False, indent=2))
    else:
        terminal.show_results(page)


@_command("serve")
@click.option("--host", help="The address to listen on.  [COMMUNIQUE_HOST]")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on.  [COMMUNIQUE_PORT]")
@click.option(
    "--update/--no-update", "updating", default=True, help="Index what changed before serving.", show_default=True
)
def serve_command(settings: Settings, /, *, host: str | None, port: int | None, updating: bool) -> None:
    """Index what changed in the corpus, then serve the archive and print its address."""
    settings = settings.changed(host=host, port=port)
    serve.require_free(settings)
    _ = settings.bearer_token  # one that cannot be used stops here, in one line
    for said in serve.warnings(settings):
        terminal.err.print(f"communique: {said}", markup=False, soft_wrap=True)
    if updating:
        _update_for_server(settings)
    terminal.out.print(f"Serving {settings.site_name} at {serve.address(settings)} (stop with Ctrl-C)", markup=False)
    serve.serve(settings)


def _update_for_server(settings: Settings) -> None:
    """Nobody waits for an index that is built anew while another one can answer."""
    if changed := update.aside(settings):
        terminal.out.print(f"building the index anew, because these changed: {', '.join(changed)}")
        terminal.out.print("until that is done, the one that is there answers")
        serve.update_beside(settings)
    else:
        _update_if_possible(settings)


def _update_if_possible(settings: Settings) -> None:
    """What keeps an index from being written to keeps nobody from reading what is in it."""
    try:
        with terminal.Bar() as bar:
            summary = update.update(settings, bar)
    except (DiskFull, RemovalsHeld, StorageTrouble) as error:
        if generations_at(settings.index).current() is None:
            raise
        terminal.show_error(error)
    else:
        terminal.show_summary(summary)


main.add_command(authority)
