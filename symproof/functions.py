"""The table of elementary functions: one row per function, one column per question asked of it.

A new function is a new row. The kernel reads domain, range and derivative here, the ball evaluator its enclosure;
SymPy, the SMT solvers and LaTeX read their names. What else is known of it are laws: those of equality in
`normal.functions`, the others in `laws`. Source of the derivatives: any calculus text; each is a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Any

from symproof.term import ONE, ZERO, Div, Elementary, Mul, Neg, Number, Scalar, scalar

if TYPE_CHECKING:
    from collections.abc import Callable

TWO = Number(Fraction(2))


Pairs = tuple[tuple[Scalar, str], ...]


@dataclass(frozen=True, slots=True)
class ElementaryFunction:
    """One function of the table.

    `derivative` gives the derivative in each argument. `domain` and `smooth` list (term, relation to zero) pairs that
    must hold for a value and for a derivative. `low`, `high` bound the values (None: no bound), never reached where the
    flag says open. `root` says that the value is zero exactly where the argument is, `increasing` that x < y gives
    f(x) < f(y). `landmarks` are (argument, value) pairs of rationals, in order. `enclosure` is the function on FLINT's
    balls, None where it needs none; `latex` and `sympy` are its names there. `smt` is its SMT-LIB text for arguments
    {0}, {1} and the number {zero}; a function without one is an unknown number in its range, and sqrt has a rule.
    A row of arity 0 is a constant.
    """

    name: str
    derivative: Callable[..., tuple[Scalar, ...]]
    latex: str
    sympy: str
    arity: int = 1
    domain: Callable[..., Pairs] = lambda *args: ()
    smooth: Callable[..., Pairs] = lambda *args: ()
    low: int | Fraction | None = None
    high: int | Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    root: bool = False
    increasing: bool = False
    landmarks: tuple[tuple[Fraction, Fraction], ...] = ()
    enclosure: Callable[..., Any] | None = None
    smt: str = ""


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


def arctan(x: object) -> Scalar:
    """The inverse of the tangent, between -pi/2 and pi/2."""
    return Elementary("arctan", (scalar(x),))


def sqrt(x: object) -> Scalar:
    """The square root; has a value for x >= 0."""
    return Elementary("sqrt", (scalar(x),))


def sigma(x: object) -> Scalar:
    """The logistic function 1 / (1 + exp(-x))."""
    return Elementary("sigma", (scalar(x),))


def maximum(x: object, y: object, *others: object) -> Scalar:
    """The largest of numbers."""
    return _folded("max", x, y, *others)


def minimum(x: object, y: object, *others: object) -> Scalar:
    """The smallest of numbers."""
    return _folded("min", x, y, *others)


def _folded(name: str, *args: object) -> Scalar:
    """max and min take two numbers; max(x, y, z) is max(x, max(y, z))."""
    return reduce(lambda last, arg: Elementary(name, (scalar(arg), last)), args[-2::-1], scalar(args[-1]))


def _steeper(x: Scalar, y: Scalar, sign: int) -> tuple[Scalar, ...]:
    """The derivatives of the larger (sign 1) or the smaller (-1) of two numbers: 1 for the one that it is, else 0."""
    side = (x - y) / abs(x - y)
    one, other = (ONE + side) / TWO, (ONE - side) / TWO
    return (one, other) if sign > 0 else (other, one)


def _points(*pairs: tuple[int, int]) -> tuple[tuple[Fraction, Fraction], ...]:
    return tuple((Fraction(at), Fraction(value)) for at, value in pairs)


FUNCTIONS = {
    row.name: row
    for row in (
        ElementaryFunction(
            "exp", lambda x: (exp(x),), r"\exp", "exp", low=0, low_open=True, increasing=True, landmarks=_points((0, 1)),
            enclosure=lambda x: x.exp(),
        ),
        ElementaryFunction(
            "log", lambda x: (Div(ONE, x),), r"\log", "log", domain=lambda x: ((x, ">"),), increasing=True,
            landmarks=_points((1, 0)), enclosure=lambda x: x.log(),
        ),
        ElementaryFunction(
            "sin", lambda x: (cos(x),), r"\sin", "sin", low=-1, high=1, landmarks=_points((0, 0)),
            enclosure=lambda x: x.sin(),
        ),
        ElementaryFunction(
            "cos", lambda x: (Neg(sin(x)),), r"\cos", "cos", low=-1, high=1, landmarks=_points((0, 1)),
            enclosure=lambda x: x.cos(),
        ),
        ElementaryFunction(  # 11/7 is above pi/2
            "arctan", lambda x: (Div(ONE, ONE + x**2),), r"\arctan", "atan", low=Fraction(-11, 7), high=Fraction(11, 7),
            low_open=True, high_open=True, root=True, increasing=True, landmarks=_points((0, 0)),
            enclosure=lambda x: x.atan(),
        ),
        ElementaryFunction(
            "sqrt", lambda x: (Div(ONE, Mul((TWO, sqrt(x)))),), r"\sqrt", "sqrt", domain=lambda x: ((x, ">="),),
            smooth=lambda x: ((x, ">"),), low=0, root=True, increasing=True,
            landmarks=_points(*((k * k, k) for k in range(11))), enclosure=lambda x: x.sqrt(),
        ),
        ElementaryFunction(
            "sigma", lambda x: (Mul((sigma(x), ONE - sigma(x))),), r"\sigma", "sigma",
            low=0, high=1, low_open=True, high_open=True, increasing=True,
            landmarks=((Fraction(0), Fraction(1, 2)),), enclosure=lambda x: 1 / (1 + (-x).exp()),
        ),
        ElementaryFunction(
            "abs", lambda x: (Div(x, abs(x)),), r"\abs", "Abs", smooth=lambda x: ((x, "!="),), low=0, root=True,
            enclosure=abs, smt="(ite (>= {0} {zero}) {0} (- {0}))",
        ),
        ElementaryFunction(
            "max", lambda x, y: _steeper(x, y, 1), r"\max", "Max", arity=2, smooth=lambda x, y: ((x - y, "!="),),
            smt="(ite (>= {0} {1}) {0} {1})",
        ),
        ElementaryFunction(
            "min", lambda x, y: _steeper(x, y, -1), r"\min", "Min", arity=2, smooth=lambda x, y: ((x - y, "!="),),
            smt="(ite (<= {0} {1}) {0} {1})",
        ),
        ElementaryFunction(  # 333/106 and 355/113 are convergents of its continued fraction
            "pi", lambda: (), r"\pi", "pi", arity=0, low=Fraction(333, 106), high=Fraction(355, 113), low_open=True,
            high_open=True, enclosure=lambda zero: zero.pi(),
        ),
    )
}  # fmt: skip

pi = Elementary("pi", ())
"""Half of the circumference of the unit circle."""


def _of(name: str, arg: Scalar) -> Scalar:
    return Elementary(name, (arg,))


def _arcsin(x: Scalar) -> Scalar:
    """By half of the angle, whose tangent is sin / (1 + cos): also at 1 and -1, where the tangent of the whole has no value."""
    return 2 * arctan(x / (ONE + sqrt(ONE - x**2)))


BY_OTHERS: dict[str, Callable[[Scalar], Scalar]] = {
    "tan": lambda x: _of("sin", x) / _of("cos", x),
    "cot": lambda x: _of("cos", x) / _of("sin", x),
    "sec": lambda x: ONE / _of("cos", x),
    "csc": lambda x: ONE / _of("sin", x),
    "sinh": lambda x: (_of("exp", x) - _of("exp", -x)) / 2,
    "cosh": lambda x: (_of("exp", x) + _of("exp", -x)) / 2,
    "softplus": lambda x: _of("log", 1 + _of("exp", x)),
    "tanh": lambda x: (_of("exp", x) - _of("exp", -x)) / (_of("exp", x) + _of("exp", -x)),
    "coth": lambda x: (_of("exp", x) + _of("exp", -x)) / (_of("exp", x) - _of("exp", -x)),
    "sech": lambda x: 2 / (_of("exp", x) + _of("exp", -x)),
    "csch": lambda x: 2 / (_of("exp", x) - _of("exp", -x)),
    "arcsin": lambda x: _arcsin(x),
    "arccos": lambda x: pi / 2 - _arcsin(x),
    "arcsinh": lambda x: _of("log", x + sqrt(x**2 + ONE)),
    "arccosh": lambda x: _of("log", x + sqrt(x**2 - ONE)),
    "arctanh": lambda x: _of("log", (ONE + x) / (ONE - x)) / 2,
    "relu": lambda x: Elementary("max", (ZERO, x)),
}
"""Functions that the language has not, by those that it has: the readers write them so."""
