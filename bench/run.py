"""Speed beside peers, in one run: `python bench/run.py [--write]`; peers from `pip install -r bench/requirements.txt`.

Cold is a whole fresh process, import included; warm is a repeated call in one process. The tools take turns, medians are
quoted, and a ratio is peer over symproof: above 1, symproof is ahead. A task that a peer cannot settle has no ratio.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = ("symproof", "sympy", "z3", "knuckledragger")
TASKS = ("telescoping", "expansion", "inequalities", "circulant")
COLD, WARM = 5, 9


def once(tool: str, task: str, repeats: int) -> dict[str, object]:
    """Run in the child: the answer, and the times of `repeats` warm calls after a first."""
    function = getattr(importlib.import_module(f"tasks_{tool}"), task)
    try:
        answer = function()
    except Exception as error:
        return {"answer": f"{type(error).__name__}", "warm": []}
    warm = []
    for _ in range(repeats):
        started = time.perf_counter()
        function()
        warm.append(time.perf_counter() - started)
    return {"answer": answer, "warm": warm}


def child(tool: str, task: str, repeats: int) -> tuple[float, dict[str, object]]:
    """A fresh process: its wall-clock time, and what it says."""
    started = time.perf_counter()
    code = [sys.executable, str(Path(__file__)), "--child", tool, task, str(repeats)]
    done = subprocess.run(code, capture_output=True, text=True, timeout=300, check=False)
    wall = time.perf_counter() - started
    said = json.loads(done.stdout) if done.returncode == 0 else {"answer": "not installed", "warm": []}
    return wall, said


def measure() -> list[str]:
    """The table of the four tasks."""
    lines = ["| task | tool | answer | cold s | warm ms | cold ratio | warm ratio |", "|---|---|---|---|---|---|---|"]
    for task in TASKS:
        cold: dict[str, list[float]] = {tool: [] for tool in TOOLS}
        said: dict[str, dict[str, object]] = {}
        for _ in range(COLD):
            for tool in TOOLS:
                wall, said[tool] = child(tool, task, 0)
                cold[tool].append(wall)
        for tool in TOOLS:
            said[tool] = child(tool, task, WARM)[1]
        base = statistics.median(cold["symproof"]), statistics.median(said["symproof"]["warm"])  # type: ignore[arg-type]
        for tool in TOOLS:
            answer, warm = str(said[tool]["answer"]), said[tool]["warm"]
            if not warm or answer.startswith(("cannot", "not installed")):
                lines.append(f"| {task} | {tool} | {answer} | | | | |")
                continue
            times = statistics.median(cold[tool]), statistics.median(warm)  # type: ignore[arg-type]
            settled = answer in ("proved", "dimension 3 only")
            ratios = [f"{mine / ours:.1f}" if settled else "" for mine, ours in zip(times, base, strict=True)]
            lines.append(
                f"| {task} | {tool} | {answer} | {times[0]:.2f} | {1000 * times[1]:.1f} | {ratios[0]} | {ratios[1]} |"
            )
    return lines


def growth() -> list[str]:
    """How symproof's time grows with the size of the input, and the exponent that fits the last doubling or so."""
    from growth import SERIES

    lines = ["| what grows | sizes | seconds | exponent |", "|---|---|---|---|"]
    for name, sizes, work in SERIES:
        seconds = []
        for size in sizes:
            run = work(size)
            started = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - started)
        slope = math.log(seconds[-1] / seconds[-2]) / math.log(sizes[-1] / sizes[-2])
        shown = ", ".join(f"{value:.3f}" for value in seconds)
        lines.append(f"| {name} | {', '.join(map(str, sizes))} | {shown} | {slope:.2f} |")
    return lines


def main() -> None:
    """Print the tables; with --write, keep them in RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write bench/RESULTS.md")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.path.insert(0, str(HERE))
    if options.child:
        tool, task, repeats = options.child
        print(json.dumps(once(tool, task, int(repeats))))
        return
    text = "\n".join(["## Beside peers", "", *measure(), "", "## Growth", "", *growth(), ""])
    print(text)
    if options.write:
        head = "# Results\n\nMade by `python bench/run.py --write` on two cores; a ratio is peer over symproof.\n\n"
        (HERE / "RESULTS.md").write_text(head + text)


if __name__ == "__main__":
    main()
