"""The table of elementary functions: one row per function, one column per question asked of it.

A new function is a new row. The kernel reads domain, range and derivative here; the ball evaluator, SymPy, the
SMT solvers and LaTeX read their names. Source of the derivatives: any calculus text; each is a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof.term import ONE, Div, Elementary, Mul, Neg, Number, Scalar, scalar

if TYPE_CHECKING:
    from collections.abc import Callable

TWO = Number(Fraction(2))


@dataclass(frozen=True, slots=True)
class ElementaryFunction:
    """One function of the table.

    `domain` and `smooth` list (term, relation to zero) pairs that must hold for a value and for a derivative.
    `low`, `high` bound the values (None: no bound), never reached where the flag says open. `root` says that the
    value is zero exactly where the argument is. `ball` is the name of the method of FLINT's balls.
    """

    name: str
    derivative: Callable[[Scalar], Scalar] | None
    latex: str
    sympy: str
    arity: int = 1
    domain: Callable[[Scalar], tuple[tuple[Scalar, str], ...]] = lambda x: ()
    smooth: Callable[[Scalar], tuple[tuple[Scalar, str], ...]] = lambda x: ()
    low: int | None = None
    high: int | None = None
    low_open: bool = False
    high_open: bool = False
    root: bool = False
    ball: str | None = None
    smt: str | None = None


def exp(x: object) -> Scalar:
    """The exponential function."""
    return Elementary("exp", (scalar(x),))


def log(x: object) -> Scalar:
    """The natural logarithm; has a value for x > 0."""
    return Elementary("log", (scalar(x),))


def sin(x: object) -> Scalar:
    """The sine."""
    return Elementary("sin", (scalar(x),))


def cos(x: object) -> Scalar:
    """The cosine."""
    return Elementary("cos", (scalar(x),))


def sqrt(x: object) -> Scalar:
    """The square root; has a value for x >= 0."""
    return Elementary("sqrt", (scalar(x),))


def sigma(x: object) -> Scalar:
    """The logistic function 1 / (1 + exp(-x))."""
    return Elementary("sigma", (scalar(x),))


def maximum(x: object, y: object) -> Scalar:
    """The larger of two numbers."""
    return Elementary("max", (scalar(x), scalar(y)))


def minimum(x: object, y: object) -> Scalar:
    """The smaller of two numbers."""
    return Elementary("min", (scalar(x), scalar(y)))


FUNCTIONS = {
    row.name: row
    for row in (
        ElementaryFunction("exp", exp, r"\exp", "exp", low=0, low_open=True, ball="exp"),
        ElementaryFunction(
            "log", lambda x: Div(ONE, x), r"\log", "log", domain=lambda x: ((x, ">"),), ball="log",
        ),
        ElementaryFunction("sin", cos, r"\sin", "sin", low=-1, high=1, ball="sin"),
        ElementaryFunction("cos", lambda x: Neg(sin(x)), r"\cos", "cos", low=-1, high=1, ball="cos"),
        ElementaryFunction(
            "sqrt", lambda x: Div(ONE, Mul((TWO, sqrt(x)))), r"\sqrt", "sqrt",
            domain=lambda x: ((x, ">="),), smooth=lambda x: ((x, ">"),), low=0, root=True, ball="sqrt",
        ),
        ElementaryFunction(
            "sigma", lambda x: Mul((sigma(x), ONE - sigma(x))), r"\sigma", "sigma",
            low=0, high=1, low_open=True, high_open=True,
        ),
        ElementaryFunction(
            "abs", lambda x: Div(x, Elementary("abs", (x,))), r"\abs", "Abs",
            smooth=lambda x: ((x, "!="),), low=0, root=True, ball="__abs__",
        ),
        ElementaryFunction("max", None, r"\max", "Max", arity=2),
        ElementaryFunction("min", None, r"\min", "Min", arity=2),
    )
}  # fmt: skip
