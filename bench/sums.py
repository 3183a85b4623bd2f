"""Closed forms of sums and facts about integers, beside SymPy's `simplify`: `python bench/sums.py [--seconds 10] [--every 5]`.

The rows are those of `tests/yardstick`, each with a false neighbour. SymPy is asked the equations that it can read, as
`simplify((left - right).doit()) == 0`, in a process that is stopped after as many seconds; it is told that letters are
integers or positive, and no other hypothesis. `--right` leaves the neighbours out.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import sympy

from symproof.lemmas import Lemmas
from tests.yardstick.claims import Claim
from tests.yardstick.finite_products import BOUNDS, PRODUCTS
from tests.yardstick.finite_sums import SUMS, pairs
from tests.yardstick.statements import statement

WORDS: dict[str, Any] = {
    "total": lambda body, k, low, high: sympy.Sum(body, (k, low, high)),
    "product": lambda body, k, low, high: sympy.Product(body, (k, low, high)),
    "maximum": sympy.Max, "minimum": sympy.Min, "delta": lambda k: sympy.KroneckerDelta(k, 0), "rational": sympy.Rational,
    **{name: getattr(sympy, name) for name in ("binomial", "factorial", "harmonic", "sqrt", "exp", "log", "sin", "cos", "pi")},
}  # fmt: skip
KINDS: dict[str, dict[str, bool]] = {
    "natural": {"integer": True, "nonnegative": True},
    "index": {"integer": True, "nonnegative": True},
    "integer": {"integer": True},
    "positive": {"positive": True},
}


class TooLong(Exception):
    """The time is over."""


def by_symproof(claim: Claim, seconds: float) -> str:
    """The verdict."""
    read = statement(claim)
    if read is None:
        return "outside"
    return Lemmas(seconds).settle(read, None, (), advise=False).status


def by_sympy(claim: Claim, seconds: float) -> str:
    """Whether the difference of the sides of an equation simplifies to 0."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLong

    if not claim.text.startswith("eq(") or any(kind in ("sequence", "fibonacci") for _, kind in claim.letters):
        return "outside"
    letters = {
        name: sympy.Symbol(name, real=True, **KINDS.get(kind, {}))
        if kind != "positive"
        else sympy.Symbol(name, positive=True)
        for name, kind in claim.letters
    }
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        gap = eval(
            claim.text, {**WORDS, **letters, "eq": lambda left, right: sympy.sympify(left) - right, "abs": sympy.Abs}
        )
        return "proved" if sympy.simplify(gap.doit()) == 0 else "unknown"
    except Exception:  # the signal may surface as any error of SymPy's
        return "unknown"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", default="", help="families whose name holds this")
    parser.add_argument("--right", action="store_true")
    parser.add_argument("--no-sympy", action="store_true")
    args = parser.parse_args()
    rows = [pair for table in (SUMS, PRODUCTS, BOUNDS) for pair in pairs(table) if args.only in pair[0].kind]
    found: dict[str, Counter[str]] = defaultdict(Counter)
    began = time.process_time()
    for right, wrong in rows[:: args.every]:
        tally = found[right.kind]
        tally["rows"] += 1
        for claim, expected in ((right, "proved"), *([] if args.right else [(wrong, "refuted")])):
            said = by_symproof(claim, args.seconds)
            tally[expected if said == expected else "WRONG" if said in ("proved", "refuted") else "unknown"] += 1
            if said != expected:
                print(f"{said:8} {claim}", flush=True)
        if not args.no_sympy:
            tally["SymPy"] += by_sympy(right, args.seconds) == "proved"
            tally["SymPy WRONG"] += not args.right and by_sympy(wrong, args.seconds) == "proved"
    columns = ("rows", "proved", "refuted", "unknown", "WRONG", "SymPy", "SymPy WRONG")
    print(f"\n{time.process_time() - began:.0f} s of the processor, {args.seconds:g} s each\n")
    print(f"| family | {' | '.join(columns)} |")
    print("|---" * (len(columns) + 1) + "|")
    for kind, tally in (*found.items(), ("all", sum(found.values(), Counter()))):
        print(f"| {kind} | {' | '.join(str(tally[column]) for column in columns)} |")


if __name__ == "__main__":
    main()
