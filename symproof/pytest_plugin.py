"""Derivation files as tests: the only module that imports pytest.

Files under the folders of the ini option `symproof_paths` (`derivations` unless said otherwise), and files with
derivations that are named on the command line, are collected without being imported as test modules. Each step is a
test, `derivations/regret.py::regret_bound::2-eq`; a single statement, a derivation that is expected to be refuted and
one that cannot be built are one test each. `by=omitted` is a strict xfail: the proof is owed, and the test fails once
the tool finds it. A failure shows the author's line and the point, and no traceback.
"""

from __future__ import annotations

import ast
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from symproof.errors import DerivationError, FileError

if TYPE_CHECKING:
    from symproof.derivation import Derivation
    from symproof.lemmas import Lemmas

LEMMAS: pytest.StashKey[Lemmas] = pytest.StashKey()


class NotSettled(Exception):
    """A step is neither proved nor refuted."""


class NotAsExpected(Exception):
    """A step, or a derivation, did not come to what it should."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the settings of the ini file, and one option."""
    parser.addini("symproof_paths", "folders with derivation files", type="args", default=["derivations"])
    parser.addini("symproof_budget", "seconds for a step of a derivation", default="10")
    parser.addini("symproof_cache", "folder of the certificate cache; empty for none", default=".symproof_cache")
    group = parser.getgroup("symproof")
    group.addoption("--no-symproof-cache", action="store_true", help="search for every certificate anew")


def pytest_configure(config: pytest.Config) -> None:
    """Keep what is proved for as long as the run lasts: a derivation that many cite is settled once."""
    from symproof.cache import CertificateCache
    from symproof.lemmas import Lemmas

    text = str(config.getini("symproof_budget"))
    try:
        budget = float(text)
    except ValueError:
        raise pytest.UsageError(f"symproof_budget = {text}: this is no number of seconds") from None
    folder = "" if config.getoption("--no-symproof-cache") else str(config.getini("symproof_cache"))
    config.stash[LEMMAS] = Lemmas(budget, cache=CertificateCache(config.rootpath / folder) if folder else None)


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, Any, Any]:
    """Take a derivation file for ourselves; nobody else is to import it as a test module."""
    collectors = yield
    return [DerivationFile.from_parent(parent, path=file_path)] if _is_ours(file_path, parent) else collectors


def _is_ours(path: Path, parent: pytest.Collector) -> bool:
    from symproof.readers.module import is_derivation_file

    if path.suffix != ".py" or path.name == "conftest.py":
        return False
    if parent.session.isinitpath(path) and _derives(path):
        return True
    folders = [parent.config.rootpath / each for each in parent.config.getini("symproof_paths")]
    return any(folder in path.parents and is_derivation_file(path, folder) for folder in folders)


def _derives(path: Path) -> bool:
    """Whether a file uses `@derivation`, by its syntax alone."""
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, OSError):
        return False
    decorators = [each for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for each in node.decorator_list]
    names = [each.func if isinstance(each, ast.Call) else each for each in decorators]
    return any(getattr(name, "attr", getattr(name, "id", "")) == "derivation" for name in names)


class DerivationFile(pytest.File):
    """A derivation file."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Its derivations, in order; a file that cannot be read is one message."""
        from symproof.readers.module import load

        try:
            derivations = load(self.path)
        except FileError as error:
            raise self.CollectError(str(error)) from None
        for derivation in derivations:
            one = derivation.build() or derivation.expect == "refuted" or not derivation.is_chain
            made: Any = DerivationItem if one else DerivationSteps
            yield made.from_parent(self, name=derivation.name, derivation=derivation)


class DerivationSteps(pytest.Collector):
    """A derivation whose steps are tests."""

    def __init__(self, derivation: Derivation, **rest: Any) -> None:
        super().__init__(**rest)
        self.derivation = derivation

    def collect(self) -> Iterator[pytest.Item]:
        """Its steps, in order."""
        for k, step in enumerate(self.derivation.steps):
            yield StepItem.from_parent(self, name=step.label, derivation=self.derivation, k=k)


class DerivationItem(pytest.Item):
    """A derivation that is one test: a single statement, one that is expected to be refuted, one that is malformed."""

    def __init__(self, derivation: Derivation, **rest: Any) -> None:
        super().__init__(**rest)
        self.derivation = derivation
        self.line = derivation.line

    def runtest(self) -> None:
        """Check it as a whole."""
        from symproof.check import check
        from symproof.writers.terminal import render_derivation

        report = check(self.derivation, lemmas=self.config.stash[LEMMAS])
        if not report.ok:
            raise NotAsExpected(render_derivation(report).plain)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The message alone, where it is one of ours."""
        if isinstance(excinfo.value, (NotAsExpected, NotSettled, DerivationError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, self.line - 1, self.nodeid.partition("::")[2]


class StepItem(DerivationItem):
    """One step of a chain."""

    def __init__(self, derivation: Derivation, k: int, **rest: Any) -> None:
        from symproof.place import shown

        super().__init__(derivation, **rest)
        step = derivation.steps[k]
        self.k, self.line = k, step.place.line
        if step.omitted:
            reason = f"{shown(step.place.file)}:{step.place.line}: the proof is left out (by=omitted)"
            self.add_marker(pytest.mark.xfail(strict=True, raises=NotSettled, reason=reason))

    def runtest(self) -> None:
        """Settle the step, and first what it cites."""
        from dataclasses import replace

        from symproof.check import check_step, describe
        from symproof.writers.terminal import render_derivation

        report = check_step(self.derivation, self.k, self.config.stash[LEMMAS])
        if report.verdict == "proved":
            return
        # The report on the derivation in which this step alone has failed: a failure of one step, with its number.
        settled = replace(report, verdict="proved")
        steps = [report if k == self.k else settled for k in range(len(self.derivation.steps))]
        text = render_derivation(replace(describe(self.derivation), steps=tuple(steps))).plain
        raise NotSettled(text) if report.verdict == "unknown" else NotAsExpected(text)
