"""The command: what it prints, what its exit status says, and how it tells a misuse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from symproof import __version__
from symproof.cli import as_data, is_ok, main
from symproof.report import DerivationReport, FileReport, StepReport

HEAD = '"""Some claims."""\nfrom symproof import calc, cite, derivation, eq, real\nx, y = real("x"), real("y")\n'
GOOD = HEAD + "@derivation\ndef good():\n    return calc((x + y)**2).eq(x**2 + 2*x*y + y**2).eq(y**2 + x**2 + 2*x*y)\n"
BAD = HEAD + "@derivation\ndef bad():\n    return calc((x + y)**2).eq(x**2 + y**2)\n"
SLIP = BAD.replace("@derivation", '@derivation(expect="refuted")')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "derivations").mkdir()
    return tmp_path / "derivations"


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, args)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


# check --------------------------------------------------------------------------------------------


def test_all_as_expected_is_status_0(folder: Path) -> None:
    (folder / "good.py").write_text(GOOD)
    (folder / "slip.py").write_text(SLIP)

    result = run("check")

    assert result.exit_code == 0
    assert result.stderr == ""


def test_a_refuted_step_is_status_1_and_shown_with_its_line_and_point(folder: Path) -> None:
    (folder / "bad.py").write_text(BAD)
    (folder / "good.py").write_text(GOOD)

    result = run("check")

    assert result.exit_code == 1
    assert "derivations/bad.py:6" in result.stdout
    assert ".eq(x**2 + y**2)" in result.stdout
    assert "x = " in result.stdout


@pytest.mark.parametrize("text", ["def f(:\n", "raise RuntimeError('no')\n", HEAD + "x < y < 1\n"])
def test_a_broken_file_is_status_1_and_the_others_are_checked(text: str, folder: Path) -> None:
    (folder / "broken.py").write_text(text)
    (folder / "good.py").write_text(GOOD)

    result = run("check", "--json")

    data = json.loads(result.stdout)
    broken, good = data["derivations"]
    assert result.exit_code == 1
    assert (broken["id"], broken["verdict"], good["verdict"]) == ("derivations/broken.py", "unknown", "proved")
    assert broken["steps"][0]["reason"].startswith("derivations/broken.py:")


def test_the_json_has_these_keys_and_no_others(folder: Path) -> None:
    (folder / "bad.py").write_text(BAD)
    (folder / "good.py").write_text(GOOD)

    data = json.loads(run("check", "--json", "-j", "2").stdout)

    bad, good = data["derivations"]
    assert set(data) == {"ok", "counts", "derivations"}
    assert set(good) == {"id", "file", "line", "expect", "verdict", "trusts", "seconds", "steps"}
    assert set(good["steps"][0]) == {"line", "verdict", "by", "trusts", "reason", "point"}
    assert (data["ok"], data["counts"]) == (False, {"proved": 1, "refuted": 1, "unknown": 0})
    assert (good["id"], good["file"], good["line"]) == ("derivations/good.py::good", "derivations/good.py", 5)
    assert (good["expect"], good["trusts"], len(good["steps"])) == ("proved", [], 2)
    assert good["steps"][0]["point"] is None
    assert set(bad["steps"][0]["point"]) == {"x", "y"}
    assert "left - right" in bad["steps"][0]["reason"]


def test_hypotheses_that_contradict_each_other_are_told_of(folder: Path) -> None:
    text = GOOD.replace("@derivation\n", "@derivation(given=[x > 1, x < {high}])\n")
    assert text != GOOD
    (folder / "odd.py").write_text(text.format(high=0))
    (folder / "even.py").write_text(text.format(high=2))

    assert "contradict each other" in run("check", "derivations/odd.py").stdout
    assert "contradict each other" not in run("check", "derivations/even.py").stdout
    steps = json.loads(run("check", "--json", "derivations/odd.py").stdout)["derivations"][0]["steps"]
    assert all("contradict each other" in step["reason"] for step in steps)


def test_files_and_folders_may_be_named(folder: Path) -> None:
    (folder / "good.py").write_text(GOOD)
    (folder / "bad.py").write_text(BAD)

    assert run("check", "derivations/good.py").exit_code == 0
    assert run("check", "derivations", "derivations/good.py").exit_code == 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["check", "nowhere"], "nowhere"),
        (["check", "empty"], "no derivation file under empty"),
        (["check", "nothing.py"], "no derivation in this file"),
        (["check", "notes.txt"], "no derivation file"),
        (["check", "--budget", "0"], "budget"),
        (["check", "--budget", "nan"], "budget"),
        (["check", "--timeout", "inf"], "timeout"),
        (["check", "-j", "0"], "jobs"),
        (["check", "--frobnicate"], "frobnicate"),
        (["frobnicate"], "frobnicate"),
        (["prove"], "CLAIM"),
        (["prove", "x +"], "line 1"),
        (["prove", "__import__('os').system('true') == 0"], ""),
        (["prove", "x == x", "--given", "x"], ""),
        (["sheet", "nowhere"], "nowhere"),
        (["sheet", "--out", "notes.txt"], "notes.txt"),
    ],
)
def test_misuse_is_status_2_with_one_message(args: list[str], message: str, folder: Path) -> None:
    (folder.parent / "empty").mkdir()
    (folder.parent / "nothing.py").write_text("x = 1\n")
    (folder.parent / "notes.txt").write_text("x = 1\n")

    result = run(*args)

    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_without_a_path_and_without_the_usual_folder_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("check")

    assert result.exit_code == 2
    assert "derivations/" in result.stderr


def test_an_unbuilt_derivation_stands_in_the_json_with_its_error() -> None:
    made = DerivationReport("a.py::f", "a.py", 3, "f", "", "", "proved", "unknown", False, error="f returns nothing")

    data = as_data([FileReport("a.py", "", "", (made,))])

    assert data["derivations"][0]["steps"] == [
        {"line": 3, "verdict": "unknown", "by": "", "trusts": [], "reason": "a.py:3: f returns nothing", "point": None}
    ]
    assert data["counts"] == {"proved": 0, "refuted": 0, "unknown": 1}


def test_a_claim_without_letters_is_refuted_at_an_empty_point() -> None:
    step = StepReport(4, "eq(1, 2)", "=", "1", "2", "1 = 2", "refuted", difference="-1")
    made = DerivationReport("a.py::f", "a.py", 3, "f", "", "", "refuted", "refuted", True, steps=(step,))

    data = as_data([FileReport("a.py", "", "", (made,))])

    assert data["ok"] is True
    assert data["derivations"][0]["steps"][0]["point"] == {}


def test_a_file_that_cannot_be_read_is_not_ok() -> None:
    assert not is_ok([FileReport("a.py", "", "", error="SyntaxError")])
    assert is_ok([FileReport("a.py", "", "")])


# prove --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "status", "word"),
    [
        (["(x + y)**2 == x**2 + 2*x*y + y**2"], 0, "proved"),
        (["(x + y)**2 == x**2 + y**2"], 1, "refuted"),
        (["x > 0", "--given", "x > 1"], 0, "proved"),
        (["x > 0"], 1, "refuted"),
    ],
)
def test_one_claim_is_told_with_its_status(args: list[str], status: int, word: str) -> None:
    result = run("prove", *args)

    assert result.exit_code == status
    assert result.stdout.startswith(word)


def test_one_claim_as_json() -> None:
    data = json.loads(run("prove", "(x + y)**2 == x**2 + y**2", "--given", "x > 0", "--json").stdout)

    assert set(data) == {"claim", "given", "verdict", "by", "trusts", "reason", "point", "seconds"}
    assert (data["verdict"], data["given"]) == ("refuted", ["x > 0"])
    assert set(data["point"]) == {"x", "y"}


def test_a_claim_that_takes_too_long_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    from symproof.engines import portfolio

    def settle(statement, **rest):
        while True:
            pass

    monkeypatch.setattr(portfolio, "settle", settle)
    monkeypatch.setattr("symproof.lemmas.GRACE", 0.2)

    result = run("prove", "x == x", "--budget", "0.1")

    assert result.exit_code == 1
    assert "the search did not end within" in result.stdout


def test_a_mistake_of_ours_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    from symproof.engines import portfolio

    def settle(statement, **rest):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(portfolio, "settle", settle)

    result = run("prove", "x == x")

    assert result.exit_code == 1
    assert "internal error, please report it: ZeroDivisionError: oops" in result.stdout


# sheet --------------------------------------------------------------------------------------------


def test_a_sheet_is_written_and_a_failing_one_says_so(folder: Path) -> None:
    pytest.importorskip("jinja2")
    (folder / "good.py").write_text(GOOD)

    good = run("sheet", "--out", "out")
    (folder / "bad.py").write_text(BAD)
    bad = run("sheet", "--out", "out")

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert {"out/sheet.tex", "out/index.html"} <= set(bad.stdout.split())
    assert (folder.parent / "out" / "index.html").exists()
    assert "not as expected" in bad.stdout
    assert "not as expected" not in good.stderr


# The program itself -------------------------------------------------------------------------------


def test_it_runs_as_a_module() -> None:
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(root))))}

    ran = subprocess.run(
        [sys.executable, "-m", "symproof", "--version"], capture_output=True, text=True, check=True, env=environment
    )

    assert ran.stdout == f"symproof, version {__version__}\n"


def test_the_progress_is_shown_to_a_person_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from symproof.cli import _progress

    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: False))
    with _progress(3) as on_progress:
        assert on_progress is None
