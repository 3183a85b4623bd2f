"""The commands `symproof read` and `symproof draft`: mathematics that is already written, in Markdown, LaTeX or a notebook."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from symproof.errors import SymproofError

if TYPE_CHECKING:
    from symproof.readers.document.answer import Answer, Progress

BUDGET = 4.0

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
declare_option = click.option(
    "--declare",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A TOML file that declares the letters; else FILE with the ending .toml, if there is one.",
)


budget_option = click.option(
    "--budget",
    type=click.FloatRange(min=0, min_open=True, max=3600),
    default=BUDGET,
    show_default=True,
    help="Seconds for a step.",
)
jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Steps asked about at a time."
)


@click.command()
@file_argument
@declare_option
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option(
    "--html", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Write the annotated page."
)
@budget_option
@jobs_option
@click.option("--second-reader/--no-second-reader", default=True,
              help="Ask latex2sympy2 too, where it is installed; a step that it reads otherwise is ambiguous.")  # fmt: skip
@click.option("--failing", is_flag=True, help="Show only the steps that are not proved.")
def read(
    file: Path,
    declare: Path | None,
    as_json: bool,
    html: Path | None,
    budget: float,
    jobs: int,
    second_reader: bool,
    failing: bool,
) -> None:
    """Read the mathematics of FILE (Markdown, LaTeX or a notebook) and check it step by step.

    Exit status: 0 when nothing is refuted, 1 when something is, 2 when the command is misused, 130 after ^C.
    """
    with misuse(), _progress() as on_progress:
        from symproof.readers.document.answer import answer_file  # here, so that ^C meanwhile is no verdict either

        answer = answer_file(
            file, declare, budget=budget, jobs=jobs, on_progress=on_progress, second_reader=second_reader
        )
    if html is not None:
        from symproof.writers.annotated import annotated_page

        with misuse():
            html.write_text(annotated_page(answer), encoding="utf-8")
    _show(answer, as_json=as_json, failing=failing)
    sys.exit(1 if answer.count("refuted") else 0)


def _show(answer: Answer, *, as_json: bool, failing: bool) -> None:
    if as_json:
        click.echo(json.dumps(answer.as_data(), indent=2, ensure_ascii=False))
        return
    from rich.console import Console

    from symproof.writers.answer import print_answer

    print_answer(answer, Console(), all_steps=not failing)


@click.command()
@file_argument
@declare_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Where to write; else the standard output.",
)
@budget_option
@jobs_option
def draft(file: Path, declare: Path | None, out: Path | None, budget: float, jobs: int) -> None:
    """Write a derivation file of what is understood of FILE, to keep, check and complete.

    The steps are checked as `symproof read` does: each derivation is given the earlier lines that its steps follow from.
    """
    with misuse(), _progress() as on_progress:
        from symproof.readers.document.answer import answer_file
        from symproof.writers.draft import draft_file

        answer = answer_file(file, declare, budget=budget, jobs=jobs, on_progress=on_progress, second_reader=False)
        text = draft_file(answer)
        if out is not None:
            out.write_text(text, encoding="utf-8")
    if out is None:
        click.echo(text, nl=False)


@contextmanager
def misuse() -> Iterator[None]:
    """Tell a misuse in one message, with exit status 2, and ^C with 130."""
    try:
        yield
    except (SymproofError, OSError) as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        sys.exit(130)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A display of what is done, for a person who watches the standard error."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total, description="checking")
