"""Scalars and vectors in SMT-LIB: one rule per constructor.

Scalars become terms over Real and Int, vectors linear combinations of vector atoms, inner products polynomials in
Gram symbols. What has no arithmetic form stands as a constant of its own ("opaque").

Facts about new constants hold at every point, also where a term has no value (they are conditional there), so
they add nothing to what the hypotheses say. Conditions, under which the terms written so far have a value, are
kept apart: `take_conditions` hands them out, and the caller decides whether they may be asserted.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from symproof.errors import UnknownOperator
from symproof.functions import FUNCTIONS
from symproof.term import (
    Add,
    Apply,
    Binomial,
    CyclicSum,
    Delta,
    Derivative,
    Div,
    Elementary,
    Entry,
    Factorial,
    Floor,
    Gradient,
    GradientAt,
    Inner,
    Mul,
    Neg,
    Norm,
    Number,
    Pow,
    Product,
    Residue,
    Scalar,
    ScalarAt,
    Scale,
    Sum,
    Variable,
    Vector,
    VectorAdd,
    VectorAt,
    VectorDiv,
    VectorNeg,
    VectorSum,
    VectorVariable,
    ZeroVector,
    is_integer,
)

MAX_POWER = 64
MAX_ROOT = 8
# The Cauchy-Schwarz facts are quadratic, one for a pair of vectors; leaving them out is always sound.
MAX_MINORS = 15
# A term longer than this gets a name where it is written more than once.
LONG = 24

SIGNS = {"positive": "(> {} {})", "nonnegative": "(>= {} {})", "negative": "(< {} {})", "nonzero": "(not (= {} {}))"}


class Smt(NamedTuple):
    """SMT-LIB text of a scalar, and whether its sort is Int."""

    text: str
    integer: bool = False

    @property
    def real(self) -> str:
        """The text as a Real."""
        if not self.integer:
            return self.text
        digits = self.text.removeprefix("(- ").removesuffix(")")
        return self.text.replace(digits, f"{digits}.0") if digits.isdigit() else f"(to_real {self.text})"

    @property
    def zero(self) -> str:
        """Zero of the same sort."""
        return "0" if self.integer else "0.0"


Combination = dict[Vector, str]
"""A linear combination of vector atoms: the SMT-LIB text of each coefficient, a Real."""


class Terms:
    """The terms written so far: their declarations (`lines`), facts, and open conditions."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.letters: dict[str, Variable] = {}
        self._facts: list[str] = []
        self._conditions: list[str] = []
        self._constants: dict[object, Smt] = {}
        self._atoms: list[Vector] = []
        self._gram: dict[tuple[int, int], str] = {}
        self._differences: list[Combination] = []
        self._normed: list[Combination] = []
        self._paired: list[tuple[Combination, Combination]] = []

    def take_conditions(self) -> list[str]:
        """The conditions under which the terms written since the last call have a value."""
        taken, self._conditions = self._conditions, []
        return taken

    def all_facts(self) -> list[str]:
        """What is true of the constants: domains, roots, ranges, and inner products."""
        return [*self._facts, *self._zero_vectors(), *self._gram_facts()]

    # Scalars --------------------------------------------------------------------------------------

    def compare(self, kind: str, left: Scalar, right: Scalar) -> str:
        """A relation between two scalars."""
        one, other = self._alike(self.scalar(left), self.scalar(right))
        return f"(not (= {one} {other}))" if kind == "!=" else f"({kind} {one} {other})"

    def scalar(self, term: Scalar) -> Smt:
        """A scalar.

        Raises:
            UnknownOperator: a constructor without an SMT form, or a power that is too large.
        """
        match term:
            case Number(value):
                return _number(value)
            case Variable():
                return self._letter(term)
            case Add(args):
                return _join("+", [self.scalar(arg) for arg in args])
            case Mul(args):
                return _join("*", [self.scalar(arg) for arg in args])
            case Neg(arg):
                smt = self.scalar(arg)
                return Smt(f"(- {smt.text})", smt.integer)
            case Div(top, bottom):
                return Smt(self._quotient(self.scalar(top).real, self.scalar(bottom).real))
            case Pow(base, exponent):
                return self._power(base, exponent)
            case Elementary(name, args):
                return self._elementary(name, args, term)
            case Inner(left, right):
                pair = self.vector(left), self.vector(right)
                self._paired.append(pair)
                return Smt(self.inner(*pair))
            case Norm(vector):
                return self._norm(vector)
            case Floor(arg):
                return Smt(f"(to_int {self.scalar(arg).real})", integer=True)
            case Delta(place) if not isinstance(place, Residue):
                return Smt(f"(ite (= {self.scalar(place).text} 0) 1 0)", integer=True)
            case ScalarAt(sequence) if isinstance(sequence.item, Variable):
                return self._opaque(term, sequence.item)
            case (
                Delta() | ScalarAt() | Sum() | Product() | CyclicSum() | Entry() | Apply() | Derivative()
                | Factorial() | Binomial()
            ):  # fmt: skip
                return self._opaque(term)
            case _:
                raise UnknownOperator(f"no SMT form for {type(term).__name__}: {term}")

    def _constant(self, key: object, stem: str, integer: bool = False) -> Smt:
        """A new constant for `key`."""
        smt = Smt(f"{stem}{len(self._constants)}", integer)
        self._constants[key] = smt
        self.lines.append(f"(declare-const {smt.text} {'Int' if integer else 'Real'}) ; {_comment(key)}")
        return smt

    def _letter(self, letter: Variable) -> Smt:
        if letter in self._constants:
            return self._constants[letter]
        smt = self._constant(letter, "x", is_integer(letter))
        self.letters[smt.text] = letter
        self._domain(smt, letter)
        return smt

    def _domain(self, smt: Smt, letter: Variable) -> None:
        if letter.sign:
            self._facts.append(SIGNS[letter.sign].format(smt.text, smt.zero))
        if letter.least is not None:
            self._facts.append(f"(>= {smt.text} {_number(letter.least).text})")

    def _opaque(self, term: Scalar, item: Variable | None = None) -> Smt:
        """The constant of a term that has no arithmetic form; `item` is a letter with its domain."""
        if term in self._constants:
            return self._constants[term]
        smt = self._constant(term, "o", is_integer(term))
        if item is not None:
            self._domain(smt, item)
        return smt

    def _quotient(self, top: str, bottom: str) -> str:
        """A quotient; that the denominator is not zero becomes a condition."""
        self._conditions.append(f"(not (= {bottom} 0.0))")
        return f"(/ {top} {bottom})"

    def _power(self, base: Scalar, exponent: Scalar) -> Smt:
        value = _constant_value(exponent)
        if value is None:
            if isinstance(exponent, Variable) and exponent.domain == "natural" and (exponent.least or 0) >= 0:
                self.scalar(base)  # for its conditions: the power has a value where the base has one
                return self._opaque(Pow(base, exponent))
            raise UnknownOperator(f"no SMT form for a symbolic power: {Pow(base, exponent)}")
        top, root = value.numerator, value.denominator
        if abs(top) > MAX_POWER or root > MAX_ROOT:
            raise UnknownOperator(f"no SMT form for the large power {Pow(base, exponent)}")
        shared = self._named(self.scalar(base))
        if root == 1 and top >= 0:
            return Smt(_repeat(shared, top), shared.integer)
        if root == 1:
            return Smt(self._quotient("1.0", _repeat(Smt(shared.real), -top)))
        self._conditions.append(f"(> {shared.real} 0.0)")
        key = ("root", shared.real, value)
        if key not in self._constants:
            smt = self._constant(key, "r")
            powers = (_repeat(smt, root), _repeat(Smt(shared.real), abs(top)))
            law = f"(= {powers[0]} {powers[1]})" if top > 0 else f"(= (* {powers[0]} {powers[1]}) 1.0)"
            self._facts.append(f"(=> (> {shared.real} 0.0) (and (> {smt.text} 0.0) {law}))")
        return self._constants[key]

    def _elementary(self, name: str, args: tuple[Scalar, ...], term: Elementary) -> Smt:
        inputs = [self._named(self.scalar(arg)) for arg in args]
        row = FUNCTIONS[name]
        if row.smt:
            alike = self._alike(*inputs) if len(inputs) == 2 else (inputs[0].text,)
            return Smt(row.smt.format(*alike, zero=inputs[0].zero), all(smt.integer for smt in inputs))
        if name == "sqrt":
            return self._root(inputs[0].real)
        for arg, kind in row.domain(*args):
            self._conditions.append(f"({kind} {self.scalar(arg).real} 0.0)")
        known = term in self._constants
        smt = self._opaque(term)
        for bound, kind, strict in ((row.low, ">", row.low_open), (row.high, "<", row.high_open)):
            if bound is not None and not known:
                self._facts.append(f"({kind}{'' if strict else '='} {smt.text} {_number(bound).real})")
        return smt

    def _root(self, radicand: str) -> Smt:
        self._conditions.append(f"(>= {radicand} 0.0)")
        key = ("sqrt", radicand)
        if key not in self._constants:
            smt = self._constant(key, "r")
            law = f"(and (>= {smt.text} 0.0) (= (* {smt.text} {smt.text}) {radicand}))"
            self._facts.append(f"(=> (>= {radicand} 0.0) {law})")
        return self._constants[key]

    def _named(self, smt: Smt) -> Smt:
        """The same scalar under a name of its own, where its text is long and will be repeated."""
        if len(smt.text) <= LONG:
            return smt
        key = ("name", smt.text)
        if key not in self._constants:
            name = Smt(f"d{len(self._constants)}", smt.integer)
            self._constants[key] = name
            self.lines.append(f"(define-fun {name.text} () {'Int' if smt.integer else 'Real'} {smt.text})")
        return self._constants[key]

    def _alike(self, one: Smt, other: Smt) -> tuple[str, str]:
        """Two scalars as texts of one sort."""
        return (one.text, other.text) if one.integer == other.integer else (one.real, other.real)

    # Vectors --------------------------------------------------------------------------------------

    def same(self, left: Vector, right: Vector) -> str:
        """That two vectors are equal: their difference has length zero."""
        difference = _sum([self.vector(left), _times("(- 1.0)", self.vector(right))])
        if difference not in self._differences:
            self._differences.append(difference)
        return f"(= {self._square(difference)} 0.0)"

    def vector(self, term: Vector) -> Combination:
        """A vector as a linear combination of atoms."""
        match term:
            case ZeroVector():
                return {}
            case VectorAdd(args):
                return _sum([self.vector(arg) for arg in args])
            case VectorNeg(arg):
                return _times("(- 1.0)", self.vector(arg))
            case Scale(factor, vector):
                return _times(self._named(Smt(self.scalar(factor).real)).text, self.vector(vector))
            case VectorDiv(vector, bottom):
                inverse = self._quotient("1.0", self.scalar(bottom).real)
                return _times(self._named(Smt(inverse)).text, self.vector(vector))
            case VectorVariable() | VectorAt() | GradientAt() | Gradient() | VectorSum():
                return {term: "1.0"}
            case _:
                raise UnknownOperator(f"no SMT form for {type(term).__name__}: {term}")

    def inner(self, left: Combination, right: Combination) -> str:
        """The inner product of two linear combinations, expanded to Gram symbols."""
        products = [
            _product([one, other, self._gram_symbol(u, v)]) for u, one in left.items() for v, other in right.items()
        ]
        return _plus(products)

    def _square(self, combination: Combination) -> str:
        return self._named(Smt(self.inner(combination, combination))).text

    def _norm(self, vector: Vector) -> Smt:
        combination = self.vector(vector)
        square = self._square(combination)
        key = ("norm", square)
        if key not in self._constants:
            self._normed.append(combination)
            smt = self._constant(key, "r")
            self._facts.append(f"(and (>= {smt.text} 0.0) (= (* {smt.text} {smt.text}) {square}))")
        return self._constants[key]

    def _gram_symbol(self, left: Vector, right: Vector) -> str:
        i, j = sorted((self._atom(left), self._atom(right)))
        if (i, j) not in self._gram:
            self._gram[i, j] = self._constant(("gram", self._atoms[i], self._atoms[j]), "g").text
        return self._gram[i, j]

    def _atom(self, vector: Vector) -> int:
        if vector not in self._atoms:
            self._atoms.append(vector)
        return self._atoms.index(vector)

    def _zero_vectors(self) -> list[str]:
        """A vector of length zero is orthogonal to all."""
        return [
            f"(=> (= {self._square(difference)} 0.0) (= {self.inner(difference, {atom: '1.0'})} 0.0))"
            for difference in self._differences
            for atom in tuple(self._atoms)
        ]

    def _gram_facts(self) -> list[str]:
        """Cauchy-Schwarz for what the claim speaks of: pairs of norms, inner products, then pairs of atoms."""
        atoms = [({self._atoms[i]: "1.0"}, {self._atoms[j]: "1.0"}) for i, j in self._gram if i != j]
        facts: dict[str, None] = {}
        for left, right in (*combinations(self._normed, 2), *self._paired, *atoms):
            product = self._named(Smt(self.inner(left, right))).text
            squares = [self._square(left), self._square(right)]
            if left != right and len(facts) < MAX_MINORS:
                facts[f"(<= (* {product} {product}) (* {squares[0]} {squares[1]}))"] = None
        return [*facts, *(f"(>= {symbol} 0.0)" for (i, j), symbol in self._gram.items() if i == j)]


def _comment(key: object) -> str:
    """What a constant stands for, in one line (a comment of the text)."""
    return " ".join((" ".join(map(str, key)) if isinstance(key, tuple) else str(key)).split())[:80]


def _number(value: Fraction | int) -> Smt:
    if value < 0:
        positive = _number(-value)
        return Smt(f"(- {positive.text})", positive.integer)
    if value.denominator == 1:
        return Smt(str(value), integer=True)
    return Smt(f"(/ {value.numerator}.0 {value.denominator}.0)")


def _constant_value(term: Scalar) -> Fraction | None:
    """The value of a numeric exponent."""
    match term:
        case Number(value):
            return value
        case Neg(arg):
            inner = _constant_value(arg)
            return None if inner is None else -inner
        case Div(top, bottom):
            above, below = _constant_value(top), _constant_value(bottom)
            return above / below if above is not None and below else None
        case _:
            return None


def _join(operator: str, args: list[Smt]) -> Smt:
    integer = all(arg.integer for arg in args)
    return Smt(f"({operator} {' '.join(arg.text if integer else arg.real for arg in args)})", integer)


def _repeat(smt: Smt, times: int) -> str:
    if times == 0:
        return "1" if smt.integer else "1.0"
    return smt.text if times == 1 else f"(* {' '.join([smt.text] * times)})"


def _product(factors: list[str]) -> str:
    kept = [factor for factor in factors if factor != "1.0"]
    return f"(* {' '.join(kept)})" if len(kept) > 1 else (kept or ["1.0"])[0]


def _plus(parts: list[str]) -> str:
    return f"(+ {' '.join(parts)})" if len(parts) > 1 else (parts or ["0.0"])[0]


def _times(factor: str, combination: Combination) -> Combination:
    return {atom: _product([factor, coefficient]) for atom, coefficient in combination.items()}


def _sum(parts: list[Combination]) -> Combination:
    found: dict[Vector, list[str]] = {}
    for part in parts:
        for atom, coefficient in part.items():
            found.setdefault(atom, []).append(coefficient)
    return {atom: _plus(coefficients) for atom, coefficients in found.items()}
