"""Classical inequalities, symproof beside z3 and cvc5 alone at one budget: `python bench/inequalities.py [--seconds 5]`.

Every solver is asked the same statement and its false neighbour, in a process that is killed when the time is over.
`wrong` counts right claims called false and false ones called true, and must be 0.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from peers import ask

from symproof import prove
from symproof.prove import read
from tests.inequalities import classical, competition, harder
from tests.inequalities.classical import Row


def by_symproof(claim: str, given: tuple[str, ...], seconds: float) -> tuple[str, str]:
    """The verdict and what it rests on."""
    verdict = prove(claim, given=given, budget=seconds)
    return verdict.status, ", ".join(sorted(verdict.trusts)) + f" {verdict.by}"


def by_peer(peer: str, claim: str, given: tuple[str, ...], seconds: float) -> tuple[str, str]:
    """A solver's own answer to the same statement as SMT-LIB text; its "sat" counts as a refutation."""
    return ask(peer, read(claim, given), seconds)[0], ""


TABLES = {"classical": classical, "competition": competition, "harder": harder}
SOLVERS = {"symproof": by_symproof, "z3": partial(by_peer, "z3"), "cvc5": partial(by_peer, "cvc5")}


def main() -> None:
    """Ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--solvers", default="symproof")
    parser.add_argument("--tables", default="classical,competition")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--right", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    rows: tuple[Row, ...] = tuple(row for name in args.tables.split(",") for row in TABLES[name].rows())
    chosen = tuple(row for row in rows if args.only in f"{row.kind}: {row.name}")[:: args.every]
    counts: Counter[tuple[str, str, str]] = Counter()
    for name in args.solvers.split(","):
        for row in chosen:
            for side, claim in (("right", row.right), ("false", row.wrong)):
                if args.right and side == "false":
                    continue
                began = time.perf_counter()
                status, words = SOLVERS[name](claim, row.given, args.seconds)
                spent = time.perf_counter() - began
                counts[name, f"{row.kind} {side}", status] += 1
                counts[name, f"all {side}", status] += 1
                expected = "proved" if side == "right" else "refuted"
                if args.verbose or status not in (expected, "unknown"):
                    print(f"{name:9} {side} {status:8} {spent:6.2f} s  {row.kind}: {row.name}  [{words}]", flush=True)
    names = sorted({key[1] for key in counts})
    for name in args.solvers.split(","):
        print(f"\n{name}, {args.seconds:g} s each")
        for kind in names:
            tally = {status: counts[name, kind, status] for status in ("proved", "refuted", "unknown")}
            print(f"  {kind:20} {tally}")


if __name__ == "__main__":
    main()
