"""The door to z3: the one module that imports it, meant to be opened in a worker process (see `worker`).

Takes SMT-LIB text and plain data, gives plain data, so that it can be called through a pipe. Nothing of what it
says is trusted: "unsat" becomes an `Oracle` certificate with z3's name on it, a model is a suggestion that exact
evaluation confirms or drops, multipliers are added up again by the kernel.

Limits: `milliseconds` is a wish, the worker's clock is the bound. Values of a model that are irrational come as
rationals near by, so equations need not hold at them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from fractions import Fraction

import z3

LOGIC = re.compile(r"\(\s*set-logic\s+([A-Z_]+)\s*\)")
# Digits after the point of a rational that stands for an algebraic number.
DIGITS = 12

Row = tuple[Sequence[tuple[int, str]], str]


def version() -> str:
    """z3's name and version, as it is printed where z3 is trusted."""
    return f"z3 {z3.get_version_string()}"


def decide(smtlib: str, milliseconds: int) -> tuple[str, dict[str, str]]:
    """Whether the assertions of an SMT-LIB text can hold together: "unsat", "sat" or "unknown", and a model.

    The model gives the numeric constants as fractions, "3" or "-1/2". A `(set-logic ...)` in the text chooses the
    solver. Division is z3's: total, so the text must say itself that a denominator is not zero.

    Raises:
        ValueError: z3 cannot read the text.

    >>> decide("(declare-const x Real) (assert (= (* 2 x) 1))", 1000)
    ('sat', {'x': '1/2'})
    """
    logic = LOGIC.search(smtlib)
    context = z3.Context()  # a definition in one text would show up in the models of the next
    solver = z3.SolverFor(logic[1], ctx=context) if logic else z3.Solver(ctx=context)
    solver.set("timeout", max(1, milliseconds))
    try:
        solver.from_string(smtlib)
    except z3.Z3Exception as error:
        raise ValueError(f"z3 cannot read the text: {error}") from error
    try:
        found = solver.check()
    except z3.Z3Exception:  # z3 5.4 raises for some of its resource limits
        return "unknown", {}
    if found == z3.unsat:
        return "unsat", {}
    if found == z3.sat:
        return "sat", _numbers(solver.model())
    return "unknown", {}


def solve_nonnegative(
    rows: Sequence[Row], count: int, free: Sequence[int] = (), milliseconds: int = 5000
) -> list[str] | None:
    """Rational k_0 .. k_(count-1) with sum of A_ij k_j = b_i in every row, k_j >= 0 unless j is in `free`.

    A row is ([(j, A_ij), ...], b_i), the numbers as text. Of the solutions it looks for one with few nonzeros:
    while time is left, numbers are forced to zero one by one. None where there is no solution, or none was found.

    >>> solve_nonnegative([([(0, "1"), (1, "1/2")], "3")], 2)
    ['0', '6']
    """
    deadline = time.monotonic() + milliseconds / 1000
    solver = z3.SolverFor("QF_LRA")
    solver.set("timeout", max(1, milliseconds))
    unknowns = [z3.Real(f"k{j}") for j in range(count)]
    kept_free = set(free)
    solver.add(*(k >= 0 for j, k in enumerate(unknowns) if j not in kept_free))
    for coefficients, value in rows:
        terms = [z3.RealVal(text) * unknowns[j] for j, text in coefficients]
        solver.add(z3.Sum(terms) == z3.RealVal(value) if terms else z3.RealVal(0) == z3.RealVal(value))
    if solver.check() != z3.sat:
        return None
    solution = _values(solver.model(), unknowns)
    for j in reversed(range(count)):  # callers put the plain products first: keep those
        left = int(1000 * (deadline - time.monotonic()))
        if left <= 0:
            break
        if solution[j] == 0:
            continue
        solver.set("timeout", left)
        solver.push()
        solver.add(unknowns[j] == 0, *(unknowns[i] == 0 for i in range(count) if solution[i] == 0))
        if solver.check() == z3.sat:
            solution = _values(solver.model(), unknowns)
        solver.pop()
    return [str(value) for value in solution]


def _numbers(model: z3.ModelRef) -> dict[str, str]:
    """The numeric constants of a model; truth values, definitions and functions (z3's x/0) are left out."""
    read: dict[str, str] = {}
    for declaration in model.decls():
        value = _fraction(model[declaration]) if declaration.arity() == 0 else None
        if value is not None:
            read[declaration.name()] = str(value)
    return read


def _values(model: z3.ModelRef, unknowns: Sequence[z3.ArithRef]) -> list[Fraction]:
    """The value of each unknown; zero where the model does not say."""
    return [_fraction(model.eval(unknown, model_completion=True)) or Fraction(0) for unknown in unknowns]


def _fraction(value: z3.ExprRef) -> Fraction | None:
    """The value of a numeral, or a rational near it; None for what is no numeral."""
    if z3.is_int_value(value):
        return Fraction(value.as_long())
    if z3.is_rational_value(value):
        return Fraction(value.numerator_as_long(), value.denominator_as_long())
    if z3.is_algebraic_value(value):
        near = value.approx(DIGITS)
        return Fraction(near.numerator_as_long(), near.denominator_as_long())
    return None
