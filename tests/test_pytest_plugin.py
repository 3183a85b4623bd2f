"""The pytest plugin: what is collected, under which names, and what a failure shows."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

INSTALLED = any(each.value == "symproof.pytest_plugin" for each in entry_points(group="pytest11"))
NAMED = ["-p", "symproof.pytest_plugin"]
PLUGIN = [] if INSTALLED else NAMED
QUICK = ["-p", "no:cacheprovider", "-o", "symproof_budget=0.3"]
HEAD = "from symproof import calc, cite, derivation, eq, natural, omitted, real\nx, y = real('x'), real('y')\n"
GOOD = (
    HEAD
    + """
@derivation
def square():
    return calc((x + y) ** 2).eq(x**2 + 2 * x * y + y**2).eq(y**2 + x**2 + 2 * x * y)
"""
)
SLIP = "\n@derivation\ndef slip():\n    return calc(x).eq(x).eq(x + 1)\n"
MIXED = (
    GOOD
    + """
@derivation
def stated():
    return eq(x + x, 2 * x)

@derivation(expect="refuted")
def slip():
    return calc(x).eq(x).eq(x + 1)

@derivation
def wrong():
    return (
        calc((x + y) ** 2)
        .eq(x**2 + 2 * x * y + y**2)
        .eq(
            x**2 + y**2,
        )
    )

@derivation(expect="refuted")
def no_slip():
    return eq(x, x + 0)

@derivation
def owed():
    a, b, c = (natural(name, at_least=1) for name in "abc")
    return calc(a**4 + b**4).ne(c**4, by=omitted)

@derivation
def owed_no_more():
    return calc(x + x).eq(2 * x, by=omitted)

@derivation
def malformed():
    return calc(x).eq(1.5)
"""
)


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project with a folder `derivations`, in which no other plugin is loaded."""
    source = str(Path(__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), source))))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.mkdir("derivations")
    return pytester


def write(project: pytest.Pytester, **files: str) -> None:
    for name, text in files.items():
        path = project.path / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(project: pytest.Pytester, *args: str) -> pytest.RunResult:
    return shown(project.runpytest_inprocess(*NAMED, *QUICK, *args))


def run_outside(project: pytest.Pytester, *args: str) -> pytest.RunResult:
    """In a process of its own."""
    return shown(project.runpytest_subprocess(*QUICK, *args))


def shown(result: pytest.RunResult) -> pytest.RunResult:
    assert "Traceback" not in result.stdout.str() + result.stderr.str()
    return result


def collected(project: pytest.Pytester, *args: str) -> list[str]:
    result = run(project, "--collect-only", "-q", *args)
    return [line for line in result.outlines if "::" in line]


def test_each_step_is_a_test_with_a_name_that_stays(project: pytest.Pytester) -> None:
    write(project, derivations__good=MIXED)

    assert collected(project) == [
        "derivations/good.py::square::1-eq",
        "derivations/good.py::square::2-eq",
        "derivations/good.py::stated",
        "derivations/good.py::slip",
        "derivations/good.py::wrong::1-eq",
        "derivations/good.py::wrong::2-eq",
        "derivations/good.py::no_slip",
        "derivations/good.py::owed::1-ne",
        "derivations/good.py::owed_no_more::1-eq",
        "derivations/good.py::malformed",
    ]


def test_a_test_passes_when_it_comes_out_as_expected_and_else_shows_the_authors_line_and_the_point(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the plugins found as a user's are."""
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    write(project, derivations__good=MIXED)
    line = MIXED[: MIXED.index(".eq(\n")].count("\n") + 1

    result = run_outside(project, *PLUGIN, "-rA")

    result.assert_outcomes(passed=5, failed=4, xfailed=1)
    result.stdout.fnmatch_lines_random(
        [
            "PASSED derivations/good.py::slip",
            "XFAIL derivations/good.py::owed::1-ne - *the proof is left out*",
            "FAILED derivations/good.py::wrong::2-eq*",
            "FAILED derivations/good.py::no_slip*",
            "FAILED derivations/good.py::owed_no_more::1-eq - *XPASS(strict)*",
            "FAILED derivations/good.py::malformed*",
        ]
    )
    result.stdout.fnmatch_lines(
        [
            f"derivations/good.py:{line}  wrong?2?  refuted",
            "    .eq(",
            "        x??2 + y??2,",
            "    )",
            "    left - right = *   at   x = *, y = *",
        ]
    )
    result.stdout.fnmatch_lines(["*expected to be refuted, but proved*"])
    result.stdout.fnmatch_lines(["    SortError: 1.5 is a binary float*"])


def test_tests_are_chosen_by_name(project: pytest.Pytester) -> None:
    write(project, derivations__good=MIXED)

    assert collected(project, "-k", "square and 2-eq") == ["derivations/good.py::square::2-eq"]
    run(project, "derivations/good.py::square::1-eq").assert_outcomes(passed=1)


def test_it_works_with_xdist(project: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    write(project, derivations__good=GOOD, derivations__more=GOOD + SLIP)

    run_outside(project, *NAMED, "-p", "xdist", "-n", "2").assert_outcomes(passed=5, failed=1)


def test_a_broken_file_is_one_message_and_no_import_as_a_test_module(project: pytest.Pytester) -> None:
    write(
        project,
        derivations__syntax="def f(:\n",
        derivations__raises="\nraise RuntimeError('no')\n",
        derivations__good=GOOD,
    )

    result = run(project, "--continue-on-collection-errors")

    result.assert_outcomes(passed=2, errors=2)
    result.stdout.fnmatch_lines(
        ["derivations/raises.py:2: RuntimeError: no", "derivations/syntax.py:1: SyntaxError: *"]
    )


def test_only_derivation_files_are_taken(project: pytest.Pytester) -> None:
    write(project, derivations___letters="1 / 0\n", derivations__conftest="", derivations__test_named=GOOD)
    write(project, test_other="def test_other():\n    pass\n", elsewhere__more=GOOD)

    assert collected(project) == [
        "derivations/test_named.py::square::1-eq",
        "derivations/test_named.py::square::2-eq",
        "test_other.py::test_other",
    ]


def test_derivations_elsewhere_are_taken_when_they_are_pointed_at(project: pytest.Pytester) -> None:
    write(project, elsewhere__more=GOOD, test_other="def test_other():\n    pass\n")

    assert len(collected(project, "elsewhere/more.py", "test_other.py")) == 3
    project.makeini("[pytest]\nsymproof_paths = elsewhere derivations\n")
    assert len(collected(project)) == 3


def test_a_citation_across_files_works(project: pytest.Pytester) -> None:
    user = "@derivation\ndef user():\n    return calc((x + y)**2).eq(y**2 + x**2 + 2*x*y, by=cite(square))\n"
    write(project, derivations__good=GOOD, derivations__user=HEAD + "from good import square\n" + user)

    run(project).assert_outcomes(passed=3)


def test_a_wrong_setting_is_a_usage_error(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\nsymproof_budget = soon\n")

    result = project.runpytest_inprocess(*NAMED)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: symproof_budget = soon*"])


def test_symproof_itself_does_not_import_pytest() -> None:
    code = "import sys, symproof, symproof.check, symproof.prove; assert 'pytest' not in sys.modules"

    ran = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], check=False)

    assert ran.returncode == 0
