"""The command `symproof`: check derivation files, prove one claim, write the solution sheet.

Exit status: 0 when all is as expected, 1 when something is not, 2 when the command is misused (no such path, no
derivation there, a claim that cannot be read), 130 after ^C. What is asked for goes to the standard output, all else
to the standard error. A mistake in a derivation file is told in one message, with its place; nobody sees a traceback.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from symproof import __version__
from symproof.cli_documents import draft, misuse, read
from symproof.errors import SymproofError
from symproof.lemmas import BUDGET, InternalError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from symproof.report import DerivationReport, FileReport, StepReport
    from symproof.verdict import Verdict

DEFAULT = Path("derivations")
COUNTED = ("proved", "refuted", "unknown")
Command = TypeVar("Command", bound=Callable[..., Any])


class Seconds(click.FloatRange):
    """A positive, finite number of seconds."""

    name = "seconds"

    def __init__(self) -> None:
        super().__init__(min=0, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        read = super().convert(value, param, ctx)
        if not math.isfinite(read):
            self.fail(f"{value} is no number of seconds", param, ctx)
        return read


paths_argument = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
budget_option = click.option("--budget", type=Seconds(), default=BUDGET, show_default=True, help="Seconds for a step.")
CHECKING = (
    paths_argument,
    click.option("-j", "--jobs", type=click.IntRange(min=1), help="Files checked at a time; else one per core."),
    budget_option,
    click.option(
        "--timeout", type=Seconds(), default=120.0, show_default=True, help="Seconds after which a file is given up."
    ),
    click.option(
        "--memory", type=click.IntRange(min=64), default=8192, show_default=True, help="Megabytes that a file may take."
    ),
    click.option(
        "--cache/--no-cache",
        default=True,
        help="Keep certificates in .symproof_cache and follow them there; on by default.",
    ),
    click.option("--dask", metavar="ADDRESS", help='Check on a Dask cluster, tcp://host:port, or "local".'),
)


def checking(command: Command) -> Command:
    """A command with the options of all that check files."""
    return reduce(lambda done, option: option(done), reversed(CHECKING), command)


def out_option(default: str, what: str) -> Callable[[Command], Command]:
    """The folder to which a command writes."""
    kind = click.Path(file_okay=False, writable=True, path_type=Path)
    return click.option("--out", type=kind, default=Path(default), show_default=True, help=f"The folder for {what}.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="symproof")
def main() -> None:
    """Check mathematics line by line, and print the solution sheet from what was checked."""


main.add_command(read)
main.add_command(draft)


@main.command()
@checking
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def check(paths: Sequence[Path], as_json: bool, **how: Any) -> None:
    """Check every derivation under PATHS (files or folders; `derivations/` when none is given)."""
    reports = _checked(paths, **how)
    if as_json:
        click.echo(json.dumps(as_data(reports), indent=2, ensure_ascii=False))
    else:
        _print(reports)
    sys.exit(0 if is_ok(reports) else 1)


@main.command()
@click.argument("claim")
@click.option("--given", multiple=True, metavar="STATEMENT", help="A hypothesis; may be repeated.")
@budget_option
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
def prove(claim: str, given: Sequence[str], budget: float, as_json: bool) -> None:
    """Say what is known of one CLAIM, in SymPy's syntax or in LaTeX: "x**2 + y**2 >= 2*x*y". Undeclared names are real, or
    what their uses say; others are declared by --given "n: natural", --given "A: matrix n x m"."""
    from symproof.prove import prove as settle
    from symproof.prove import read

    began = time.perf_counter()
    told: dict[str, Any] = {"claim": claim, "given": list(given), "verdict": "unknown", "by": "", "trusts": []}
    told |= {"reason": "", "point": None}
    with misuse():
        statement = read(claim, given)
    try:
        told |= _told(settle(statement.claim, statement.given, budget))
    except InternalError as failed:
        told["reason"] = str(failed)
    except SymproofError as error:
        raise click.UsageError(str(error)) from error
    told["seconds"] = round(time.perf_counter() - began, 3)
    click.echo(json.dumps(told, indent=2, ensure_ascii=False) if as_json else _in_words(told))
    sys.exit(0 if told["verdict"] == "proved" else 1)


@main.command()
@out_option("docs/sheets", "the sheet")
@checking
def sheet(paths: Sequence[Path], out: Path, **how: Any) -> None:
    """Check what is under PATHS, and write its solution sheet as LaTeX, HTML and, where TeX is installed, PDF."""
    from symproof.writers.sheet import write_sheets

    reports = _checked(paths, **how)
    _print(reports)
    with misuse():
        written = write_sheets(reports, out)
    for file in (written.tex, written.html, written.pdf):
        if file is not None:
            click.echo(str(file))
    if written.message:
        click.echo(written.message, err=True)
    sys.exit(0 if is_ok(reports) else 1)


@main.command()
@out_option("certs", "the certificates")
@checking
def export(paths: Sequence[Path], out: Path, **how: Any) -> None:
    """Check what is under PATHS, and write the certificates of what is proved: `python -m symproof.recheck` follows them."""
    from symproof.export import write_certificates

    reports = _checked(paths, **how, export=True)
    _print(reports)
    with misuse():
        written = write_certificates(reports, out)
    click.echo(f"{len(written)} files in {out}")
    sys.exit(0 if is_ok(reports) else 1)


def _print(reports: list[FileReport]) -> None:
    """The readable report."""
    from rich.console import Console

    from symproof.writers.terminal import print_reports

    print_reports(reports, Console())


# Checking -----------------------------------------------------------------------------------------


def _checked(
    paths: Sequence[Path],
    jobs: int | None,
    budget: float,
    timeout: float,
    memory: int,
    cache: bool,
    dask: str | None,
    export: bool = False,
) -> list[FileReport]:
    """The reports on what is under the paths."""
    from symproof.cache import FOLDER
    from symproof.check_files import check_paths
    from symproof.readers.module import NOTHING, find_files

    if not paths and not DEFAULT.is_dir():
        raise click.UsageError(f"name a derivation file or a folder of them; there is no folder {DEFAULT}/ here")
    with misuse():
        files = find_files(paths or [DEFAULT])
    if not files:
        raise click.UsageError(f"no derivation file under {', '.join(map(str, paths or [DEFAULT]))}")
    with misuse(), _executor(dask) as executor, _progress(len(files)) as on_progress:
        reports = check_paths(
            files, jobs, timeout, on_progress, budget=budget, export=export, memory=memory, executor=executor,
            cache=os.environ.get("SYMPROOF_CACHE") or FOLDER if cache else None,
        )  # fmt: skip
    if all(NOTHING in report.error for report in reports):
        raise click.UsageError("\n".join(f"{report.file}: {report.error}" for report in reports))
    return reports


@contextmanager
def _executor(dask: str | None) -> Iterator[Executor | None]:
    """The executor that is asked for; None for processes of our own."""
    if dask is None:
        yield None
        return
    from symproof.doors.dask import dask_executor

    with dask_executor(dask) as executor:
        yield executor


@contextmanager
def _progress(total: int) -> Iterator[Callable[[FileReport], None] | None]:
    """A display of what is done, for a person who watches the standard error."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=total)
        yield lambda report: progress.update(task, advance=1, description=f"checked {report.file}")


def is_ok(reports: Sequence[FileReport]) -> bool:
    """Whether every file could be read and every derivation is as expected."""
    return all(not report.error and all(each.ok for each in report.derivations) for report in reports)


# Output -------------------------------------------------------------------------------------------


def as_data(reports: Sequence[FileReport]) -> dict[str, Any]:
    """The reports as JSON has them. A file that could not be read stands as one derivation, unknown, with the reason
    in a step, so that nobody who counts derivations overlooks it; so does a derivation that could not be built."""
    derivations = [
        _derivation(each) for report in reports for each in ((_unread(report),) if report.error else report.derivations)
    ]
    counts = {status: sum(each["verdict"] == status for each in derivations) for status in COUNTED}
    return {"ok": is_ok(reports), "counts": counts, "derivations": derivations}


def _derivation(report: DerivationReport) -> dict[str, Any]:
    return {
        "id": report.id,
        "file": report.file,
        "line": report.line,
        "expect": report.expect,
        "verdict": report.verdict,
        "trusts": list(report.trusts),
        "seconds": round(report.seconds, 3),
        "steps": [_error_step(report)] if report.error else [_step(each, report.warning) for each in report.steps],
    }


def _step(report: StepReport, warning: str = "") -> dict[str, Any]:
    difference = f"left - right = {report.difference}" if report.difference else ""
    return {
        "line": report.line,
        "verdict": report.verdict,
        "by": report.by,
        "trusts": list(report.trusts),
        "reason": report.reason or difference or warning,
        "point": report.point if report.verdict == "refuted" else None,
    }


def _error_step(report: DerivationReport) -> dict[str, Any]:
    reason = f"{report.file}:{report.line}: {report.error}"
    return {"line": report.line, "verdict": "unknown", "by": "", "trusts": [], "reason": reason, "point": None}


def _unread(report: FileReport) -> DerivationReport:
    """A file that could not be read, as if it were one derivation."""
    from symproof.report import DerivationReport

    return DerivationReport(
        report.file, report.file, report.error_line, report.file, "", "", "proved", "unknown", False, error=report.error
    )


def _told(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict.status,
        "by": verdict.by,
        "trusts": sorted(verdict.trusts),
        "reason": verdict.reason,
        "point": None if verdict.point is None else verdict.point.show(),
    }


def _in_words(told: dict[str, Any]) -> str:
    """One verdict for a reader."""
    from symproof.report import rests_on
    from symproof.writers.terminal import plain_words

    lines = [f"{told['verdict']}  {told['claim']}" + "".join(f"  given {each}" for each in told["given"])]
    if told["verdict"] == "proved":
        lines.append(f"    by {told['by']}; rests on {rests_on(told['trusts'])}")
    if told["point"] is not None:
        lines.append(f"    at {', '.join(f'{name} = {value}' for name, value in told['point'].items()) or 'any point'}")
    return "\n".join([*lines, *(f"    {plain_words(line)}" for line in told["reason"].splitlines())])
