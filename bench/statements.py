"""Reach: files of statements, in one run, beside the solvers alone.

`python bench/statements.py FOLDER [--budget 2] [--every 5] [--peers z3,cvc5] [--show unknown]`

Of each file it prints how many rows are proved, refuted, unknown and outside of the language, how many verdicts are wrong
(proved where the row is false; refuted where it is true and no flag says that its operators mean something else), the share
of the proofs that rest on the kernel alone, and the time per row. A peer is given the same statements as SMT-LIB text and the
same budget, in a process that is killed; "sat" is counted for it as a refutation, without asking for a point. On the rows that
a peer decides the times stand side by side.

`where defined` counts those of the unknown rows that are proved once their claims are supposed to have a value: a/b*c = a*c/b
says nothing of b != 0, and a proof system in which x/0 is a number need not ask.

The format of a row is that of `rows`. Times are of the processor, of the one thread that works, symproof's own
and the peer's: the clock of a whole process counts in steps of 4 ms once a limit on it was set.
"""

from __future__ import annotations

import argparse
import json
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from peers import PEERS, ask
from rows import Outside, statement

from symproof.lemmas import Lemmas
from symproof.statement import Statement
from symproof.trusted.defined import definedness

TOTAL = {"division", "sqrt", "log", "natvars", "total_semantics", "rpow", "stated_true_upstream_but_refuted"}
"""Flags of rows whose operators may mean something else here."""
COUNTS = ("proved", "refuted", "unknown", "where defined", "outside", "WRONG", "judge")
COLUMNS = (*COUNTS, "kernel alone", "median ms", "p95 ms")


class Overrun(Exception):
    """A row took far more than its budget."""


@dataclass
class Tally:
    """What became of the rows of one file."""

    said: Counter[str] = field(default_factory=Counter)
    outside: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    by: Counter[str] = field(default_factory=Counter)
    pairs: list[tuple[float, float]] = field(default_factory=list)
    """The seconds of symproof and of a peer on each row that the peer decides."""

    def cells(self) -> list[str]:
        """A line of the table."""
        proofs = self.said["proved"]
        alone = f"{100 * self.said['alone'] / proofs:.0f} %" if proofs else "-"
        times = sorted(self.seconds) or [0.0]
        p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
        numbers = [str(self.said[name]) for name in COUNTS]
        return [*numbers, alone, f"{1000 * statistics.median(times):.1f}", f"{1000 * p95:.0f}"]


def verdict_on(claim: Statement, budget: float) -> tuple[str, Any, float]:
    """What symproof says, the verdict, and its seconds of processor time (a solver's process is not counted)."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Overrun

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 10 * budget + 20)
    began = time.thread_time()
    try:
        verdict = Lemmas(budget).settle(claim, None, (), advise=False)  # what `prove` does, without its advice
        return verdict.status, verdict, time.thread_time() - began
    except Exception as error:  # a crash is a result of its own
        cause = error.__cause__ or error
        word = "overrun" if isinstance(cause, Overrun) else f"crash: {type(cause).__name__}: {cause}"
        return word, None, time.thread_time() - began
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def judge(row: dict[str, Any], said: str) -> str:
    """Whether a verdict contradicts what is known of a row: "WRONG", "judge" (its flags may explain it), or nothing."""
    if (said, row["truth"]) not in (("proved", "false"), ("refuted", "true")):
        return ""
    return "judge" if TOTAL & set(row.get("flags") or ()) else "WRONG"


def rows_of(path: Path, every: int, kinds: set[str], only: str) -> Iterator[dict[str, Any]]:
    """The rows that were asked for."""
    lines = path.read_text().splitlines()
    for line in lines[::every]:
        row = json.loads(line)
        if (not kinds or row["kind"] in kinds) and only in row["id"]:
            yield row


def main() -> None:
    """Print the table, and the rows that `--show` names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="files of rows (.jsonl), or folders of them")
    parser.add_argument("--budget", type=float, default=5.0, help="seconds per row (5)")
    parser.add_argument("--every", type=int, default=1, help="every K-th row only")
    parser.add_argument("--kinds", default="", help="only rows of these kinds, with commas")
    parser.add_argument("--only", default="", help="only rows whose id holds this text")
    parser.add_argument("--peers", default="", help=f"solvers to ask too, with commas: {', '.join(PEERS)}")
    parser.add_argument(
        "--show",
        default="",
        help="unknown, wrong, outside, undefined, behind (a peer proves it), slow (> 1 s), by, all; with commas",
    )
    options = parser.parse_args()
    files = [file for path in options.paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    peers = [name for name in options.peers.split(",") if name]
    show = {word.lower() for word in options.show.split(",") if word}
    lines: list[list[str]] = []
    for file in files:
        tally, others = Tally(), {peer: Tally() for peer in peers}
        for row in rows_of(file, options.every, set(filter(None, options.kinds.split(","))), options.only):
            try:
                claim = statement(row)
            except Outside as error:
                tally.said["outside"] += 1
                tally.outside[str(error)[:60]] += 1
                _show(show, row, "outside", str(error), 0.0)
                continue
            said, verdict, seconds = verdict_on(claim, options.budget)
            bad = judge(row, said)
            tally.said.update([said if said in COLUMNS else "unknown", *([bad] if bad else [])])
            if said == "unknown" and verdict.conditions:  # as where x/0 has a value, which no side of it is asked for
                narrower = Statement((*claim.given, *definedness(claim.claim)), claim.claim)
                defined = verdict_on(narrower, options.budget)[0]
                tally.said["where defined"] += defined == "proved"
                if defined != "proved":
                    _show(show, row, "undefined", f"also where it has a value: {defined}", seconds)
            tally.said["alone"] += said == "proved" and not verdict.trusts
            tally.by[f"{said} by {verdict.by if verdict is not None else ''}"] += 1
            tally.seconds.append(seconds)
            _show(show, row, bad or said, "" if verdict is None else repr(verdict), seconds)
            for peer in peers:
                answer, spent = ask(peer, claim, options.budget)
                if answer == "refuted" and row["truth"] == "true":
                    answer = "unknown"  # what has no SMT form stands as a constant, so its model is none of the row
                others[peer].said[answer] += 1
                if answer in ("proved", "refuted"):
                    others[peer].pairs.append((seconds, spent))
                if answer == "proved" and said != "proved":
                    _show(show, row, "behind", f"{peer} alone proves it; here: {said}", seconds)
                others[peer].said["WRONG"] += judge(row, answer) == "WRONG"
                others[peer].seconds.append(spent)
        lines.append([file.stem, "symproof", *tally.cells()])
        lines += [["", f"{peer} alone", *other.cells()] for peer, other in others.items()]
        for word, count in tally.outside.most_common(8 if "outside" in show else 0):
            print(f"outside {count:4} {word}")
        for word, count in tally.by.most_common(30 if "by" in show else 0):
            print(f"   {count:4} {word}")
        _table(lines[-1 - len(peers) :])
        for peer, other in others.items():
            _on_what_is_decided(peer, other.pairs)
    print()
    _table(lines)


def _on_what_is_decided(peer: str, pairs: list[tuple[float, float]]) -> None:
    """The times on the rows that a peer decides, side by side."""
    if pairs:
        own, others = (1000 * statistics.median(times) for times in zip(*pairs, strict=True))
        near = sum(here <= 1.2 * there for here, there in pairs)
        words = f"median ms {own:.1f}, {peer} {others:.1f}, {own / others:.2f} times; within 1.2 times: {near}"
        print(f"on the {len(pairs)} rows that {peer} decides: {words}")


def _show(show: set[str], row: dict[str, Any], said: str, why: str, seconds: float) -> None:
    word = said.lower().partition(":")[0]
    always = word in ("wrong", "judge", "crash", "overrun")
    if always or word in show or "all" in show or ("slow" in show and seconds > 1):
        print(f"[{said}] {row['id']} ({row['truth']}, {seconds:.2f} s) {row['variables']}")
        print(f"    {'; '.join(row['hypotheses'])} |- {row['goal']}")
        print(f"    {why[:300]}" + (f"  witness {row['witness']}" if "witness" in row else ""), flush=True)


def _table(lines: list[list[str]]) -> None:
    print(f"| file | | {' | '.join(COLUMNS)} |")
    print("|---" * (len(COLUMNS) + 2) + "|")
    for line in lines:
        print(f"| {' | '.join(line)} |")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
