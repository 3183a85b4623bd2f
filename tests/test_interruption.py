"""Budgets that hold, ^C, killed processes, a full disk: no wrong verdict, nothing left running, the next run works."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from symproof import eq, real
from symproof import lemmas as lemmas_module
from symproof.check_files import check_paths
from symproof.clock import OutOfTime, time_limit
from symproof.engines import portfolio
from symproof.kernel import facts_of
from symproof.lemmas import Lemmas
from symproof.statement import Statement
from symproof.trusted.normal import Normalizer

SOURCE = str(Path(__file__).parents[1])
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), SOURCE)))}
CLAIMS = '''"""Claims."""
from symproof import *
k, n, x, y = index("k"), natural("n"), real("x"), real("y")

@derivation
def triangle():
    return eq(total(k, k, 1, n), n * (n + 1) / 2)

@derivation
def cubes():
    return eq(total(k**3, k, 1, n), (n * (n + 1) / 2) ** 2)

@derivation(expect="refuted")
def wrong():
    return eq(total(k, k, 1, n), n * n)
'''
x = real("x")


def test_a_limit_that_rings_as_it_is_left_leaves_no_timer_behind() -> None:
    """It rang in the caller, seconds later: an exception on the way out of the block had left the timer on."""
    before, chance = signal.getsignal(signal.SIGALRM), random.Random(0)
    for _ in range(400):
        end = time.monotonic() + 0.0005 + chance.uniform(-4e-5, 4e-5)
        try:
            with time_limit(0.0005, "a loop"):
                while time.monotonic() < end:
                    pass
        except OutOfTime:
            pass
        assert signal.getsignal(signal.SIGALRM) is before
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def verdicts(folder: Path) -> dict[str, str]:
    """What one run says, with a cache, of the claims in a folder."""
    ran = subprocess.run(
        [sys.executable, "-m", "symproof", "check", "claims", "-j", "1", "--json", "--budget", "60"],
        cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return {each["id"].partition("::")[2]: each["verdict"] for each in json.loads(ran.stdout)["derivations"]}


LONGEST = 2.0
"""Seconds to wait for a moment to kill at: a run takes about so long."""
RIGHT = {"triangle": "proved", "cubes": "proved", "wrong": "refuted"}


def test_killed_at_random_moments_the_next_run_works(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Fifty times: `--all-kills`."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "sums.py").write_text(CLAIMS)
    dice = random.Random(11)
    for _ in range(50 if request.config.getoption("--all-kills") else 2):
        for file in (tmp_path / ".symproof_cache").glob("*.sqlite"):
            if dice.random() < 0.5:
                file.unlink()
        process = subprocess.Popen(
            [sys.executable, "-m", "symproof", "check", "claims", "-j", "1"],
            cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        time.sleep(dice.uniform(0, LONGEST))
        family = members(process.pid)
        victim = dice.choice([process.pid, *family])
        os.kill(victim, dice.choice([signal.SIGKILL, signal.SIGINT]) if victim == process.pid else signal.SIGKILL)
        process.wait(timeout=300)
        assert gone(family), f"{family} still run"
    assert verdicts(tmp_path) == RIGHT


def members(pid: int) -> list[int]:
    """The processes below one, by Linux's table."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
    found, fresh = [], [pid]
    while fresh:
        fresh = [child for child, parent in parents.items() if parent in fresh]
        found += fresh
    return found


def gone(pids: list[int]) -> bool:
    """Whether none of the processes runs any more, a while later; one that waits to be buried does not run."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        alive = []
        for pid in pids:
            try:
                state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            alive += [pid] * (state not in "ZX")
        if not alive:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits the size of files")
def test_on_a_full_disk_the_verdicts_are_the_same(tmp_path: Path) -> None:
    """No file may grow beyond a few bytes: the cache cannot be written."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "sums.py").write_text(CLAIMS)
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "sys.argv = ['symproof', 'check', 'claims', '-j', '1', '--budget', '60']; from symproof.cli import main; main()"
    )

    ran = subprocess.run(
        [sys.executable, "-B", "-c", script], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=300
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "2 of 2 claims proved" in ran.stdout


def test_a_search_that_forgets_the_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(*args: Any, **rest: Any) -> Any:
        while True:
            try:
                time.sleep(0.01)
            except Exception:  # as an engine may
                continue

    monkeypatch.setattr(portfolio, "settle", forgetful)
    monkeypatch.setattr(lemmas_module, "GRACE", 0.1)

    verdict = Lemmas(0.05).settle(Statement((), eq(x, x)), None, ())

    assert verdict.status == "unknown"
    assert "the budget was used up" in verdict.reason


def test_a_search_that_forgets_the_time_is_stopped_by_the_processor_time_it_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(*args: Any, **rest: Any) -> Any:
        while True:
            pass

    monkeypatch.setattr(portfolio, "settle", busy)
    monkeypatch.setattr(lemmas_module, "GRACE", 0.1)
    began = time.process_time()

    verdict = Lemmas(0.2).settle(Statement((), eq(x, x)), None, ())

    assert verdict.status == "unknown"
    assert time.process_time() - began < 5


def test_memory_that_is_not_there_leaves_a_statement_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*args: Any, **rest: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(portfolio, "settle", greedy)

    assert Lemmas().settle(Statement((), eq(x, x)), None, ()).status == "unknown"


def test_after_an_interruption_nothing_half_read_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: Any, **rest: Any) -> Any:
        facts_of((x > 0,))
        raise KeyboardInterrupt

    monkeypatch.setattr(portfolio, "settle", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Lemmas().settle(Statement((x > 0,), x > 0), None, ())

    assert facts_of.cache_info().currsize == 0


def test_a_table_of_atoms_that_was_left_half_done_is_mended() -> None:
    """An interruption between the lists of the table once shifted what is open in every later atom."""
    normalizer = Normalizer()
    normalizer._open.append(frozenset({7}))
    normalizer._vector_open.append(frozenset({7}))

    normalizer.scalar(x)

    assert normalizer._open == [frozenset()]
    assert len(normalizer._open) == len(normalizer._depth) == len(normalizer.atoms)


def test_the_clock_runs_in_the_main_thread_alone() -> None:
    with pytest.raises(OutOfTime, match="the loop did not end"), time_limit(0.05, "the loop"):
        time.sleep(60)
    done: list[bool] = []

    def elsewhere() -> None:
        with time_limit(0.01, "nothing"):
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert done


def test_a_file_that_takes_too_much_memory_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "greedy.py").write_text(CLAIMS + "\nhoard = bytearray(2**32)\n")
    (tmp_path / "modest.py").write_text(CLAIMS)

    greedy, modest = check_paths(["."], jobs=1, memory=1024)

    assert "MemoryError" in greedy.error
    assert {each.name: each.verdict for each in modest.derivations} == RIGHT


@pytest.mark.parametrize("workers", [1, 3])
def test_any_executor_may_check_files(workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.py").write_text("1 +")
    for name in "ab":
        (tmp_path / f"{name}.py").write_text(CLAIMS)
    seen: list[str] = []

    with ThreadPoolExecutor(workers) as executor:
        reports = check_paths(
            ["."], executor=executor, cache=tmp_path / "cache", on_progress=lambda report: seen.append(report.file)
        )

    assert [report.file for report in reports] == ["a.py", "b.py", "bad.py"]
    assert sorted(seen) == ["a.py", "b.py", "bad.py"]
    assert reports[2].error
    for report in reports[:2]:
        assert {each.name: each.verdict for each in report.derivations} == RIGHT


def test_a_dask_cluster_checks_a_folder(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "sums.py").write_text(CLAIMS)

    ran = subprocess.run(
        [sys.executable, "-m", "symproof", "check", "claims", "--dask", "local", "--json"],
        cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["counts"] == {"proved": 2, "refuted": 1, "unknown": 0}
