"""Speed beside peers, in one run: `python bench/run.py [--write]`.

The peers come with `pip install -r bench/requirements.txt`. Cold is a whole fresh process, start and import included;
warm is a repeated call in one process, with new letters each time so that nothing is remembered. The tools take
turns, medians are quoted. A ratio is peer over symproof: above 1, symproof is ahead. Every tool is also asked a
neighbouring claim that is false: an answer of "proved" to that one is shown as wrong.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS, WARM = 5, 4
SECONDS = 120


@dataclass
class Entry:
    """One formulation of one task; `whole` says whether it is the task, for all T, n and dimensions.

    `lacking` is what the user has to bring, because the tool cannot say it.
    """

    task: str
    tool: str
    lacking: str = ""
    function: str = ""
    whole: bool = True
    said: set[str] = field(default_factory=set)
    said_of_wrong: str = ""
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether every answer is right."""
        return self.said == {"proved"} and self.said_of_wrong != "proved"


ENTRIES = (
    Entry("telescoping", "symproof"),
    Entry("telescoping", "sympy"),
    Entry("telescoping", "z3", "base and step of the induction"),
    Entry("telescoping", "knuckledragger", "the recursion of the sum, the induction command"),
    Entry("expansion", "symproof"),
    Entry("expansion", "sympy", "⟨u, v⟩ = ⟨v, u⟩, for columns of length n"),
    Entry("expansion", "sympy", "all: inner products written as products", "expansion_as_products", whole=False),
    Entry("expansion", "z3", "axioms of an inner product, with triggers"),
    Entry("expansion", "z3", "dimension 3 only", "expansion_in_coordinates", whole=False),
    Entry("expansion", "knuckledragger", "axioms of an inner product, with triggers"),
    Entry("expansion", "knuckledragger", "dimension 3 only", "expansion_in_coordinates", whole=False),
    Entry("inequalities", "symproof"),
    Entry("inequalities", "sympy", "that a sign is read off the factors"),
    Entry("inequalities", "z3"),
    Entry("inequalities", "knuckledragger"),
    Entry("circulant", "symproof"),
    Entry("circulant", "sympy", "the sum of each entry, its delta solved for k, residues < n"),
    Entry("circulant", "z3", "the partial sums of each entry, two inductions"),
    Entry("circulant", "knuckledragger", "the partial sums of each entry, two induction commands"),
)


def ask(entry: Entry, repeats: int, wrong: bool) -> tuple[str, list[float], float]:
    """The answer of a fresh process, its warm times, and its wall-clock time."""
    kind = "wrong" if wrong else "right"
    command = [sys.executable, str(HERE / "once.py"), entry.tool, entry.function or entry.task, str(repeats), kind]
    started = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    except subprocess.TimeoutExpired:
        return f"nothing in {SECONDS} s", [], SECONDS
    wall = time.perf_counter() - started
    lines = dict(line.split(": ", 1) for line in done.stdout.splitlines() if line.startswith(("answer: ", "times: ")))
    return lines["answer"], [float(text) for text in lines.get("times", "").split()], wall


def measure(entries: list[Entry]) -> None:
    """Fill in the entries, in turns."""
    for entry in entries:
        entry.said_of_wrong = ask(entry, 0, wrong=True)[0]
    for _ in range(ROUNDS):
        for entry in entries:
            answer, _, wall = ask(entry, 0, wrong=False)
            again, times, _ = ask(entry, WARM, wrong=False)
            entry.said |= {answer, again}
            entry.cold.append(wall)
            entry.warm += times


def table(entries: list[Entry]) -> list[str]:
    """A row for each formulation; a ratio for each that is right."""
    lines = [
        "| task | tool | what the user brings | true claim | false one | cold s | warm ms | cold ratio | warm ratio |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    ours = {entry.task: entry for entry in entries if entry.tool == "symproof"}
    for entry in entries:
        base = ours[entry.task]
        cold, warm = statistics.median(entry.cold), statistics.median(entry.warm)
        ratios = [f"{cold / statistics.median(base.cold):.1f}", f"{warm / statistics.median(base.warm):.1f}"]
        if not entry.settled:
            ratios = ["", ""]
        said, wrong = ", ".join(sorted(entry.said)), entry.said_of_wrong
        wrong = "**wrong: proved**" if wrong == "proved" else wrong
        start = f"| {entry.task} | {entry.tool} | {entry.lacking} | {said} | {wrong}"
        lines.append(f"{start} | {cold:.2f} | {1000 * warm:.1f} | {' | '.join(ratios)} |")
    return lines


def summary(entries: list[Entry]) -> list[str]:
    """For each task, the fastest peer that settles the whole of it."""
    lines = []
    for ours in (entry for entry in entries if entry.tool == "symproof"):
        rivals = [one for one in entries if one.task == ours.task and one is not ours and one.whole and one.settled]
        parts = []
        for kind in ("cold", "warm"):
            mine = statistics.median(getattr(ours, kind))
            best = min(rivals, key=lambda rival: statistics.median(getattr(rival, kind)), default=None)
            if best is None:
                parts.append(f"{kind} no peer settles it")
                continue
            ratio = statistics.median(getattr(best, kind)) / mine
            parts.append(f"{kind} {'ahead of' if ratio >= 1 else 'behind'} {best.tool} ({ratio:.2f})")
        lines.append(f"- {ours.task}: {'; '.join(parts)}")
    return lines


def main() -> None:
    """Print the tables; with --write, keep them in RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write bench/RESULTS.md")
    parser.add_argument("--only", choices=sorted({entry.task for entry in ENTRIES} | {"growth"}), help="one part")
    options = parser.parse_args()
    modules = {"knuckledragger": "kdrag"}
    missing = {entry.tool for entry in ENTRIES if find_spec(modules.get(entry.tool, entry.tool)) is None}
    if missing:
        print(f"not installed, left out: {', '.join(sorted(missing))}; pip install -r bench/requirements.txt")
    entries = [one for one in ENTRIES if one.tool not in missing and options.only in (None, one.task)]
    text: list[str] = []
    if entries:
        measure(entries)
        text += ["## Beside peers", "", *table(entries), ""]
        text += ["Beside the fastest peer that settles the whole task (ratio peer over symproof):", ""]
        text += [*summary(entries), ""]
    if options.only in (None, "growth"):
        from growth import measure as measure_growth  # symproof is imported here only

        text += ["## Growth", "", *measure_growth(), ""]
    print("\n".join(text))
    if options.write:
        head = "# Results\n\nMade by `python bench/run.py --write` on two cores; a ratio is peer over symproof.\n\n"
        (HERE / "RESULTS.md").write_text(head + "\n".join(text))


if __name__ == "__main__":
    main()
