"""`communique authority`: what an archivist asks about the authority files."""

import sys
from contextlib import closing

import click

from indexer.authority import load
from indexer.authority.check import check
from indexer.authority.suggest import suggest
from indexer.cli import terminal
from indexer.errors import SettingsError
from indexer.generations.live import open_live
from indexer.settings import Settings


@click.group("authority")
def authority() -> None:
    """Check the authority files, and look for variants that they lack."""


@authority.command("check")
@click.pass_obj
def check_command(settings: Settings, /) -> None:
    """Validate the files of COMMUNIQUE_AUTHORITY, or those that come along."""
    if settings.authority is not None and not settings.authority.is_dir():
        raise SettingsError(f"{settings.authority} is not a folder", "set COMMUNIQUE_AUTHORITY to one of TOML files")
    problems = check(settings.authority)
    for each in problems:
        terminal.out.print(f"{each.file}: {each.entry or 'the file'}: {each.message}", markup=False)
    terminal.out.print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


@authority.command("suggest")
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many, the most alike first."
)
@click.pass_obj
def suggest_command(settings: Settings, /, *, limit: int) -> None:
    """List names of the index that look like variants of others, with their evidence. A person decides."""
    with closing(open_live(settings.index)) as engine, closing(engine.reader()) as reader:
        articles = (article for article in map(reader.article, reader.ids()) if article is not None)
        found = suggest(articles, load(settings.authority))
    for each in found[:limit]:
        like = f"{each.like} ({'in the files' if each.known else f'{each.like_count} articles'})"
        terminal.out.print(f"{each.kind}: {each.name} ({each.count} articles) looks like {like}", markup=False)
        terminal.out.print(f"    {each.likeness:.0f} of 100: {each.evidence}; e.g. {each.example}", markup=False)
    terminal.out.print(f"{len(found)} suspected variants")
