"""Checking files in processes of their own: what one of them does costs only itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from symproof.check_files import check_file, check_paths
from symproof.errors import FileError
from symproof.report import FileReport

SYMPROOF = [sys.executable, "-m", "symproof"]
SOURCE = str(Path(__file__).parents[1])
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), SOURCE)))}
HEAD = '"""Some claims.\n\nAnd remarks."""\nfrom symproof import calc, cite, derivation, eq, real\nx = real("x")\n'
GOOD = HEAD + "@derivation\ndef good():\n    return eq(x + x, 2 * x)\n"
DEAF = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals() - {signal.SIGTERM})\nsignal.pause()\n"
KILLED = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def by_name(reports: list[FileReport]) -> dict[str, FileReport]:
    return {report.file: report for report in reports}


def test_a_file_is_checked_with_its_title_and_remarks(folder: Path) -> None:
    (folder / "a.py").write_text(GOOD)

    report = check_file("a.py")

    assert (report.file, report.title, report.remarks, report.error) == ("a.py", "Some claims.", "And remarks.", "")
    assert [(each.id, each.verdict) for each in report.derivations] == [("a.py::good", "proved")]


def test_reports_come_in_the_order_of_the_files_however_long_each_takes(folder: Path) -> None:
    names = ["a", "b", "c"]
    for name, delay in zip(names, (0.5, 0.2, 0), strict=True):
        (folder / f"{name}.py").write_text(f"import time\ntime.sleep({delay})\n" + GOOD)
    seen: list[str] = []

    reports = check_paths(["."], jobs=3, on_progress=lambda report: seen.append(report.file))

    assert [report.file for report in reports] == ["a.py", "b.py", "c.py"]
    assert sorted(seen) == ["a.py", "b.py", "c.py"]


def test_bad_files_cost_only_themselves(folder: Path) -> None:
    (folder / "good.py").write_text(GOOD)
    (folder / "killed.py").write_text(KILLED)
    (folder / "raises.py").write_text("\nraise RuntimeError('no')\n")
    (folder / "deaf.py").write_text(DEAF)  # as in an endless loop in C, no handler of a signal runs
    (folder / "crash.py").write_text("import ctypes\nctypes.string_at(0)\n")
    (folder / "exits.py").write_text("import os\nos._exit(3)\n")
    (folder / "noisy.py").write_text("print('noise')\n" + GOOD)

    reports = by_name(check_paths(["."], jobs=2, timeout=2))

    assert {file for file, report in reports.items() if not report.error} == {"good.py", "noisy.py"}
    assert "was killed by SIGKILL" in reports["killed.py"].error
    assert "was killed by SIGSEGV" in reports["crash.py"].error
    assert "ended with exit status 3" in reports["exits.py"].error
    assert "stopped after 2 s" in reports["deaf.py"].error
    assert (reports["raises.py"].error_line, reports["raises.py"].error) == (2, "RuntimeError: no")


def test_a_derivation_that_kills_its_process_is_named_and_the_others_are_checked(folder: Path) -> None:
    text = GOOD + "@derivation\ndef bad():\n    import os, symproof.engines.portfolio as p\n"
    text += "    p.settle = lambda *a, **k: os.abort()\n    return eq(x, x)\n"
    text += "@derivation\ndef fine():\n    return eq(x, x + 0)\n"
    text = text.replace("p.settle = lambda *a, **k: os.abort()", "p.settle = abort_on_bad(p.settle)")
    text = text.replace(
        "x = real", "import os\ndef abort_on_bad(f):\n"
        "    return lambda s, **k: os.abort() if s.claim == eq(x, x) else f(s, **k)\nx = real", 1,
    )  # fmt: skip
    (folder / "a.py").write_text(text)

    (report,) = check_paths(["a.py"])

    good, bad, fine = report.derivations
    assert (good.verdict, fine.verdict) == ("proved", "proved")
    assert "was killed by SIGABRT" in bad.error
    assert not bad.ok


def test_what_a_file_prints_stays_off_the_standard_output(folder: Path) -> None:
    (folder / "noisy.py").write_text("print('noise')\n" + GOOD)

    command = [*SYMPROOF, "check", "noisy.py", "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)

    assert "noise" not in ran.stdout
    assert "noise" in ran.stderr


def test_a_path_with_nothing_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="nowhere"):
        check_paths(["nowhere"])


def test_no_process_outlives_the_command(folder: Path) -> None:
    ran: dict[signal.Signals, subprocess.Popen[str]] = {}
    try:
        for how in (
            signal.SIGINT,
            signal.SIGTERM,
            signal.SIGKILL,
        ):  # side by side: each takes its time to start and to end
            (folder / f"{how.name}.py").write_text(f"open({how.name!r}, 'w').close()\nwhile True: pass\n")
            ran[how] = subprocess.Popen(
                [*SYMPROOF, "check", f"{how.name}.py"], start_new_session=True, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
            )  # fmt: skip
        for how, process in ran.items():
            wait_until((folder / how.name).exists)
            process.send_signal(how)
        for how, process in ran.items():
            _, errors = process.communicate(timeout=20)
            wait_until(lambda process=process: not is_alive(process.pid))
            assert process.returncode == (130 if how is signal.SIGINT else -how)
            if how is signal.SIGINT:
                assert errors.strip() == "interrupted"
    finally:
        for process in ran.values():
            if is_alive(process.pid):
                os.killpg(process.pid, signal.SIGKILL)


def is_alive(group: int) -> bool:
    """Whether a process group has a process that still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
