r"""Reading LaTeX, side by side with SymPy's parser and with latex2sympy2, in one run.

    python bench/reading.py [PYTHON]

PYTHON is an interpreter of its own in which latex2sympy2 is installed with SymPy and lark (it puts packages named `gen` and
`tests` at the top level, so it is never installed beside the project). Without it, SymPy's parser alone is the peer.
Each reader reads each formula several times in one process; the figure is processor time for one formula.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

FORMULAS = [
    r"x^2 + y^2 \ge 2xy", r"\frac{a}{b} + \frac{c}{d} = \frac{ad + bc}{bd}", r"(a + b)^3 = a^3 + 3a^2b + 3ab^2 + b^3",
    r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}", r"\sqrt{x^2 + 1} \le |x| + 1", r"\sin(a + b) = \sin(a)\cos(b) + \cos(a)\sin(b)",
    r"e^{x + y} = e^{x} e^{y}", r"\frac{x + 1}{x - 1} \cdot \frac{x - 1}{x + 2} = \frac{x + 1}{x + 2}",
    r"\frac{1}{1 + e^{-x}} + \frac{1}{1 + e^{x}} = 1", r"2x + 3 = 7", r"x^{10} - 1 = (x - 1)(x^9 + x^8 + x^7 + x^6 + x^5 + x^4)",
    r"\binom{n}{2} = \frac{n(n - 1)}{2}",
]  # fmt: skip
REPEATS = 20
FEWER = 3

PEER = """
import json, sys, time
formulas, repeats = json.load(sys.stdin)
name = sys.argv[1]
if name == "sympy":
    from sympy.parsing.latex import parse_latex
    read = lambda text: parse_latex(text, backend="lark")
else:
    from latex2sympy2 import latex2sympy as read
def one(text):
    try:
        read(text)
        return True
    except Exception:
        return False
times, fine = [], 0
for text in formulas:
    fine += one(text)
    runs = []
    for _ in range(repeats):
        start = time.process_time()
        one(text)
        runs.append(time.process_time() - start)
    times.append(min(runs))
print(json.dumps([times, fine]))
"""


def own(read: Callable[[str], object]) -> list[float]:
    """Seconds for each formula."""
    found = []
    for text in FORMULAS:
        runs = []
        for _ in range(REPEATS):
            start = time.process_time()
            read(text)
            runs.append(time.process_time() - start)
        found.append(min(runs))
    return found


def peer(python: str, name: str) -> tuple[list[float], int] | None:
    """The same of a peer, and how many formulas it reads; None where it is not installed."""
    run = subprocess.run(
        [python, "-c", PEER, name], input=json.dumps([FORMULAS, FEWER]), capture_output=True, text=True, check=False
    )
    if run.returncode:
        print(f"{name}: {run.stderr.strip().splitlines()[-1] if run.stderr.strip() else 'failed'}")
        return None
    times, fine = json.loads(run.stdout.splitlines()[-1])
    return times, fine


def main() -> None:
    """Print the table."""
    from symproof.readers.notation import parse
    from symproof.readers.resolve import Context, read_statement

    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    context = Context()
    rows = [
        ("symproof, notation", own(parse), len(FORMULAS)),
        ("symproof, to terms", own(lambda text: read_statement(text, context)), len(FORMULAS)),
    ]
    for name in ("sympy", "latex2sympy2"):
        found = peer(python, name)
        if found is not None:
            rows.append((name, *found))
    base = statistics.mean(rows[0][1])
    terms = statistics.mean(rows[1][1])
    print(f"{'reader':20} {'ms per formula':>15} {'x notation':>11} {'x terms':>8}  read")
    for name, times, fine in rows:
        mean = statistics.mean(times)
        print(f"{name:20} {mean * 1000:15.3f} {mean / base:11.1f} {mean / terms:8.1f}  {fine} of {len(FORMULAS)}")
    for size in (1, 10, 100):
        text = r" \\ ".join(FORMULAS * size)
        start = time.process_time()
        parse(text)
        spent = time.process_time() - start
        print(
            f"one display of {len(text):7} characters: {spent * 1000:8.1f} ms, {spent / len(text) * 1e6:.2f} us a character"
        )


if __name__ == "__main__":
    main()
