"""Checking derivation files, each in a process of its own, so that one that dies or never ends costs only itself.

A file gets a fresh process and `timeout` seconds of wall-clock time, then the process is killed. The derivations of
a file that was killed or that died are checked again one by one, each with that time: so the one at fault is named
and the others have their verdicts. Reports come back in the order of the files.

What a derivation file prints goes to the standard error. When this process ends, however it does, so do the others.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symproof.check import check, describe
from symproof.doors.worker import limit_memory, shared_worker
from symproof.errors import FileError
from symproof.lemmas import BUDGET, YOUNG, InternalError, Lemmas
from symproof.place import shown
from symproof.readers.module import SECONDS, find_files, load, read_docstring
from symproof.report import DerivationReport, FileReport

if TYPE_CHECKING:
    from pebble import ProcessPool

TIMEOUT = 120.0
MEMORY = 8192
"""Megabytes that a file may take, beyond what its process holds at the start (enforced on Linux)."""
PRELOAD = [
    "pebble",
    "symproof.cache",
    "symproof.cli",  # which each worker imports again as what started it
    "symproof.check_files",
    "symproof.engines.linear_algebra.insides",
    "symproof.engines.logic.ends",
    "symproof.engines.portfolio",
    "symproof.engines.refute.falsify",
    "symproof.writers.alike",
    "symproof.writers.statements",
    "symproof.writers.traces",
    "symproof.doors.z3",
]
"""What every worker needs, imported once: a worker then starts in milliseconds."""
WITH_SYMPY = ["symproof.doors.sympy", "sympy.tensor.tensor"]
FEW = 4
"""Up to so many files that speak of SymPy import it themselves."""

Progress = Callable[[FileReport], None]


def check_paths(
    paths: Sequence[str | Path],
    jobs: int | None = None,
    timeout: float = TIMEOUT,
    on_progress: Progress | None = None,
    *,
    budget: float = BUDGET,
    export: bool = False,
    cache: str | Path | None = None,
    memory: int = MEMORY,
    executor: Executor | None = None,
) -> list[FileReport]:
    """Check the derivation files at `paths`, `jobs` at a time; a folder stands for the files under it.

    `cache` is the folder of a certificate cache. With an `executor`, any of `concurrent.futures` or one like those, the
    files are its tasks, and its processes and their end are its own affair: `jobs`, `timeout` and `memory` say nothing then.

    `on_progress` is called with each report as it is ready. With `export`, what is proved is told as its file too.

    Raises:
        FileError: there is nothing at a path.
    """
    files = [str(path) for path in find_files(paths)]
    if not files:
        return []
    folder = None if cache is None else str(Path(cache).absolute())
    if executor is not None:
        return _check_elsewhere(executor, files, (budget, None, export, folder), on_progress)
    sources = {file: _source(file) for file in files}
    preload = [*PRELOAD, *WITH_SYMPY] if sum("sympy" in text for text in sources.values()) > FEW else PRELOAD
    with worker_pool(min(jobs or os.cpu_count() or 1, len(files)), memory=memory, preload=preload) as pool:
        asked = (budget, None, export, folder)
        longest_first = sorted(files, key=lambda file: -len(sources[file]))  # so that none is waited for at the end
        running = {pool.schedule(check_file, (file, *asked), timeout=timeout): file for file in longest_first}
        reports: dict[str, FileReport] = {}
        failed: dict[str, str] = {}
        for future in as_completed(running):
            file = running[future]  # type: ignore[index]  # as_completed gives back what it was given
            report, failure = _result(future, timeout)
            if report is None:
                failed[file] = failure
            else:
                reports[file] = report
                _tell(on_progress, report)
        for file, failure in sorted(failed.items(), key=lambda item: files.index(item[0])):
            reports[file] = _check_apart(pool, file, failure, timeout, asked)
            _tell(on_progress, reports[file])
    return [reports[file] for file in files]


def _source(file: str) -> str:
    """What a file says; nothing where it cannot be read, which its own check tells."""
    try:
        return Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _check_elsewhere(
    executor: Executor, files: list[str], asked: tuple[Any, ...], on_progress: Progress | None
) -> list[FileReport]:
    """The reports on files that are checked by somebody's executor."""
    running = {executor.submit(check_file, str(Path(file).absolute()), *asked): file for file in files}
    reports: dict[str, FileReport] = {}
    for future in as_completed(running):
        file = running[future]
        report, failure = _result(future, 0.0)
        if report is None:
            report = FileReport(shown(str(Path(file).absolute())), *read_docstring(file), error=failure, error_line=1)
        reports[file] = report
        _tell(on_progress, report)
    return [reports[file] for file in files]


def check_file(
    path: str, budget: float = BUDGET, name: str | None = None, export: bool = False, cache: str | None = None
) -> FileReport:
    """Check the derivations of one file in this process, or the one called `name`."""
    return _read(path, lambda each, lemmas: check(each, budget, lemmas, export=export), budget, name, cache)


def survey_file(path: str) -> FileReport:
    """What a file derives, unchecked."""
    return _read(path, lambda each, lemmas: describe(each), BUDGET, None)


def _read(
    path: str,
    report: Callable[[Any, Lemmas], DerivationReport],
    budget: float,
    name: str | None,
    cache: str | None = None,
) -> FileReport:
    from symproof.cache import CertificateCache  # and with it the kernel, for which who hands out files need not wait

    file, (title, remarks) = shown(str(Path(path).absolute())), read_docstring(path)
    try:
        derivations = load(path)
    except FileError as error:
        return FileReport(file, title, remarks, error=error.text, error_line=error.line)
    except Exception as error:  # a mistake of ours costs one file, not the others
        return FileReport(file, title, remarks, error=str(InternalError(error)), error_line=1)
    lemmas = Lemmas(budget, cache=None if cache is None else CertificateCache(cache))
    reports = tuple(report(each, lemmas) for each in derivations if name in (None, each.name))
    return FileReport(file, title, remarks, reports)


def _check_apart(pool: ProcessPool, file: str, failure: str, timeout: float, asked: tuple[Any, ...]) -> FileReport:
    """The report on a file that could not be checked in one go: each of its derivations by itself."""
    limit = min(timeout, SECONDS + 5)
    survey, failed = _result(pool.schedule(survey_file, (file,), timeout=limit), limit)
    if survey is None or survey.error:
        place = shown(str(Path(file).absolute()))
        return survey or FileReport(place, *read_docstring(file), error=failed, error_line=1)
    if len(survey.derivations) == 1:
        (only,) = survey.derivations
        return replace(survey, derivations=(_died(only, failure),))
    budget, _, *rest = asked
    apart = [(file, budget, each.name, *rest) for each in survey.derivations]
    futures = [pool.schedule(check_file, each, timeout=timeout) for each in apart]
    reports: list[DerivationReport] = []
    for each, future in zip(survey.derivations, futures, strict=True):
        report, failure = _result(future, timeout)
        reports.extend(report.derivations if report and report.derivations else [_died(each, failure)])
    return replace(survey, derivations=tuple(reports))


def _died(report: DerivationReport, failure: str) -> DerivationReport:
    return replace(report, error=failure)


def _result(future: Future[FileReport], timeout: float) -> tuple[FileReport | None, str]:
    """The report of a process, or what became of the process."""
    from pebble import ProcessExpired

    try:
        return future.result(), ""
    except TimeoutError:
        return None, f"stopped after {timeout:g} s; it never ends, or needs a longer --timeout"
    except ProcessExpired as died:
        code = died.exitcode
        how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit status {code}"
        return None, f"the process that checked it {how}; it may have run out of memory"
    except Exception as error:  # what a process raises is told, not raised
        return None, str(InternalError(error))


def _tell(on_progress: Progress | None, report: FileReport) -> None:
    if on_progress is not None:
        on_progress(report)


@contextmanager
def worker_pool(
    workers: int, tasks: int = 1, memory: int = MEMORY, preload: Sequence[str] = PRELOAD
) -> Iterator[ProcessPool]:
    """Processes, each for so many `tasks` (0: any number), that end when the block does: at once when it is left by an
    exception, ^C among them."""
    from pebble import ProcessPool

    # Never "fork": the child of a process with threads may find a lock that nobody will release.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(list(preload))
    pool = ProcessPool(
        max_workers=workers,
        max_tasks=tasks,
        initializer=_enter_worker,
        initargs=(memory, method == "forkserver"),
        context=context,
    )
    try:
        yield pool
        pool.close()  # type: ignore[no-untyped-call]  # pebble's
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()


def _enter_worker(memory: int, forks: bool) -> None:
    """Prepare a worker: it prints to the standard error, takes no more than so much memory, and does not outlive the process
    that started it."""
    gc.freeze()  # what is imported stays, and is not looked through again and again
    gc.set_threshold(*YOUNG)
    sys.stdout.flush()
    os.dup2(2, 1)
    if forks:
        shared_worker().fork_ahead()
    # pebble's handler does not run inside of a call in C, and pebble waits three seconds for it before it kills.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    limit_memory(memory)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)

    threading.Thread(target=follow, daemon=True).start()
