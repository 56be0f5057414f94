"""`python -m tests.mutation`: how many faults the check finds. See docs/mutation.md."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tests.mutation.document import write_table
from tests.mutation.kinds import FAMILIES, KINDS
from tests.mutation.report import misses, score, table
from tests.mutation.trial import plan, read, try_all

ROOT = Path(__file__).parents[2]


@click.command()
@click.option("--faults", default=1000, show_default=True, help="How many faults to make.")
@click.option("--seed", default=1, show_default=True, help="Another seed, other faults.")
@click.option("--kind", "names", multiple=True, help="Only this kind, or all kinds of this family; may be repeated.")
@click.option("--jobs", default=2, show_default=True, help="How many processes.")
@click.option("--at-least", default=0.98, show_default=True, help="The score below which the exit status is 1.")
@click.option("--write", type=click.Path(path_type=Path), help="Also write the table into this Markdown file.")
def main(faults: int, seed: int, names: tuple[str, ...], jobs: int, at_least: float, write: Path | None) -> None:
    """Make one fault after the other in a copy of the handbook and count those that the check finds."""
    kinds = [
        kind
        for family, members in FAMILIES.items()
        for kind in members
        if not names or kind.name in names or family in names
    ]
    if not kinds:
        known = ", ".join((*FAMILIES, *(kind.name for kind in KINDS)))
        raise click.BadParameter(f"there is only {known}", param_hint="--kind")
    book = read(ROOT)
    outcomes = try_all(book.texts, plan(book, kinds, faults, seed), jobs)
    lines = list(table(kinds, outcomes))
    click.echo("\n".join((*lines, "", *misses(outcomes))))
    if write is not None:
        write_table(write, lines)
    sys.exit(0 if score(outcomes) >= at_least else 1)


if __name__ == "__main__":
    main()
