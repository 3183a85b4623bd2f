r"""Complex numbers: `(2 + 3i)(2 - 3i) = 13`, `|3 - 4i| = 5`, `e^{i \pi} = -1`, as pairs of real terms.

An equation of complex numbers is one of their real and one of their imaginary parts. i is the imaginary unit where a text
speaks of complex numbers, and in it nowhere an index. A letter is complex where the text gives it, `z = 2 + 3i`, or calls it so,
`z \in \mathbb{C}`: then its parts are letters. Any other is real, but for z and w, of which nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from symproof import term as tm
from symproof.readers.notation.tree import Node
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.statement import And, Or, Prop, Relation
from symproof.term import ONE, ZERO, Scalar
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts

MOST = 12
"""The largest power that is multiplied out."""
PARTS = {r"\Re": "real", r"\mathrm{Re}": "real", r"\Im": "imaginary", r"\mathrm{Im}": "imaginary"}
"""How the parts of a complex number are written."""
SPEAKS = re.compile(
    r"(?:\\in|\b(?:over|in|within)\s+\$)\s*\\(?:mathbb|C\b)\s*\{?\s*C\b|"
    r"\b(be complex\b|complex (numbers?|plane|conjugates?|roots?|solutions?|zeros?)|imaginary|komplexe[nr]?|imaginär\w*)\b|"
    r"\bi\s*\^\s*(\{?2\}?\s*=\s*-\s*1|\{?3\}?\s*=\s*-\s*i|\{?4\}?\s*=\s*1|\{\s*\d{2,})|"
    r"\d\s*(?:[+-]|\\[pm]m)\s*\d+\s*i(?![A-Za-z_^])|e\^\{?-?i\s*\\|\\pi\s*i(?![A-Za-z_^])|[+-]\s*i\s*\\sin\b|"
    r"(?<![A-Za-z\\])[zw](?:_\{?\w\}?)?\s*=\s*-?\d+\s*[+-]\s*i(?![A-Za-z_^])|"
    r"(?<![A-Za-z\\])[zw](?:_\{?\w\}?)?\s*=\s*[a-z](?:_\{?\w\}?)?\s*[+-]\s*(?:i\s*[a-z]|[a-z](?:_\{?\w\}?)?\s*i)(?![A-Za-z^(])|"
    r"\(\s*1\s*[+-]\s*i\s*\)\s*\^",
    re.IGNORECASE,
)
"""Words and formulas of a text on complex numbers."""
COUNTS = re.compile(
    r"_\s*i(?![A-Za-z])|_\s*\{[^{}]*(?<![A-Za-z])i(?![A-Za-z])|(?:[,({$;]|\n)\s*i\s*(=|\\leq?|\\in|<)\s*(\d|\\|n|m)"
)
"""An i that is an index."""
UNSAID = re.compile(r"[zw]\b")
"""Letters that stand for complex numbers more often than not."""


LETTER = re.compile(r"(?<![A-Za-z\\])\\?[A-Za-z]{1,10}(?:_\{?\w\}?)?(?![A-Za-z])")
LIST = rf"{LETTER.pattern}(?:\s?,\s?{LETTER.pattern}){{0,5}}"
LISTS = rf"((?:(?:\$|\\\()\s?{LIST}\s?(?:\$|\\\))[,\s]{{0,3}}(?:(?:and|or|und)\s)?){{1,5}})"
NUMBERS = r"(?:complex|komplexe[nr]?)\s+(?:numbers?|variables?|zahl(?:en)?)"
STOPS = r"(?:[.,;:]|$|(?:with|and|such|where|so|for)\b)"
SAID = (
    re.compile(rf"{LISTS}(?:[a-z]+\s){{0,4}}?(?:{NUMBERS}|complex(?=\s*{STOPS}))", re.IGNORECASE),
    re.compile(rf"(?:{NUMBERS}|complex(?:[-\s]valued)?)\s+{LISTS}", re.IGNORECASE),
    re.compile(rf"({LIST})\s?\\in\s?\\mathbb\s?\{{?\s?C\b"),
)
"""Where a text calls letters complex."""
LARGER = (
    r"complex(?:[-\s]valued)?\s+(?:\$[^$\n]{1,30}\$\s+|\\\(.{1,30}?\\\)\s+|[a-z]+\s+){0,3}?(?:vectors?|matri(?:x|ces))"
)
OF_LARGER = (
    re.compile(rf"{LISTS}(?:[a-z]+\s){{0,4}}?{LARGER}", re.IGNORECASE),
    re.compile(rf"{LARGER}\s+{LISTS}", re.IGNORECASE),
    re.compile(rf"({LIST})\s?\\in\s?\\mathbb\s?\{{?\s?C\s?\}}?\s?\^"),
)
"""Where a text calls letters vectors or matrices of complex numbers, or says that they lie in `\\mathbb{C}^n`."""
PLANE = re.compile(
    r"\bcomplex\s+(numbers?|plane|analysis|variables?)\b|\b(in|over)\s+\$?\\mathbb\s*\{?\s*C\b", re.IGNORECASE
)
"""Words of a text whose z and w are complex where they stand between bars."""
BARRED = re.compile(
    r"(?:\||\\(?:bar|overline|arg|Re|Im)(?![A-Za-z]))[\s{(]*(?<![A-Za-z\\])([zw](?:_\{?\w\}?)?)(?![A-Za-z])"
)


def complex_letters(text: str) -> frozenset[str]:
    r"""The letters that a text calls complex numbers.

    >>> sorted(complex_letters(r"Let $z$ and $w_1$ be complex. For $u \in \mathbb{C}$, a complex number $v = a + bi$"))
    ['u', 'w_1', 'z']
    >>> sorted(complex_letters(r"Take a complex $z$.")), sorted(complex_letters(r"Over the complex numbers, $|w| \ge 0$."))
    (['z'], ['w'])
    """
    return listed_letters(_found(SAID, text)) | frozenset(
        map(canonical_name, BARRED.findall(text) if PLANE.search(text) else ())
    )


def complex_entries(text: str) -> frozenset[str]:
    r"""The letters that a text calls vectors or matrices of complex numbers.

    >>> sorted(complex_entries(r"Let $A$ and $B$ be complex $n \times n$ matrices and $u \in \mathbb{C}^n$"))
    ['A', 'B', 'u']
    """
    return listed_letters(_found(OF_LARGER, text))


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> Iterable[str]:
    return (found[1] for pattern in patterns for found in pattern.finditer(text))


def listed_letters(lists: Iterable[str]) -> frozenset[str]:
    """The letters that stand in lists as a text writes them."""
    words = [each for listed in lists for each in LETTER.findall(listed)]
    return frozenset(canonical_name(each) for each in words if each not in ("and", "or", "und"))


def speaks_of_complex_numbers(text: str) -> bool:
    r"""Whether i is the imaginary unit in a text.

    >>> [speaks_of_complex_numbers(text) for text in ("$z = 1 + i$", "$k = 1 + i$")]
    [True, False]
    >>> [speaks_of_complex_numbers(text) for text in ("$z = 2 + 3i$", "complex: $x_i = 1$", r"$\\sum_{i=1}^n i$", "$i = 3$")]
    [True, False, False, False]
    """
    return bool(SPEAKS.search(text)) and not COUNTS.search(text)


@dataclass(frozen=True, slots=True)
class Complex:
    """A complex number, by its real and its imaginary part."""

    real: Scalar
    imaginary: Scalar

    @classmethod
    def letter(cls, name: str) -> Complex:
        """Any complex number: its parts are letters."""
        return cls(tm.Variable(f"Re_{{{name}}}"), tm.Variable(f"Im_{{{name}}}"))

    @classmethod
    def of(cls, value: Scalar | Complex) -> Complex:
        """A number, real or not."""
        return value if isinstance(value, Complex) else Complex(value, ZERO)

    def __add__(self, other: Complex) -> Complex:
        return Complex(_plus(self.real, other.real), _plus(self.imaginary, other.imaginary))

    def __neg__(self) -> Complex:
        return Complex(_minus(self.real), _minus(self.imaginary))

    def __mul__(self, other: Complex) -> Complex:
        real = _plus(_times(self.real, other.real), _minus(_times(self.imaginary, other.imaginary)))
        return Complex(real, _plus(_times(self.real, other.imaginary), _times(self.imaginary, other.real)))

    def __truediv__(self, other: Complex) -> Complex:
        if other.imaginary == ZERO:  # one part at least asks for a denominator that is not 0
            if self.imaginary == ZERO:
                return Complex(_over(self.real, other.real), ZERO)
            return Complex(
                ZERO if self.real == ZERO else _over(self.real, other.real), _over(self.imaginary, other.real)
            )
        product, size = self * other.conjugate, other.square
        return Complex(_over(product.real, size), _over(product.imaginary, size))

    def __pow__(self, exponent: int) -> Complex:
        if exponent < 0:
            power = self**-exponent
            return power.conjugate / Complex(power.square, ZERO)
        return reduce(Complex.__mul__, [self] * exponent) if exponent else Complex(ONE, ZERO)

    def raised(self, exponent: Scalar) -> Complex | None:
        """A whole power by de Moivre's formula, of r (cos t + i sin t); None for another number."""
        match self.parts:
            case (tm.Elementary("cos", (angle,)), tm.Elementary("sin", (same,))) if angle == same:
                return Complex(*(tm.Elementary(name, (exponent * angle,)) for name in ("cos", "sin")))
            case (tm.Mul((*size, real)), tm.Mul((*other, imaginary))) if size == other:
                turned = Complex(real, imaginary).raised(exponent)
                factor = reduce(Scalar.__mul__, size) ** exponent
                return None if turned is None else Complex(*(factor * part for part in turned.parts))
        return None

    def summed(self, index: tm.Variable, low: Scalar, high: Scalar) -> Complex:
        """The sum of such numbers over an index."""
        return Complex(*(part if part == ZERO else tm.Sum(part, index, low, high) for part in self.parts))

    @property
    def conjugate(self) -> Complex:
        """The number with the other sign of its imaginary part."""
        return Complex(self.real, _minus(self.imaginary))

    @property
    def square(self) -> Scalar:
        """The square of its size."""
        return _plus(_times(self.real, self.real), _times(self.imaginary, self.imaginary))

    @property
    def size(self) -> Scalar:
        """Its distance from 0."""
        return tm.Elementary("sqrt", (self.square,))

    @property
    def exponential(self) -> Complex:
        """e with this exponent."""
        cos, sin = (tm.Elementary(name, (self.imaginary,)) for name in ("cos", "sin"))
        size = ONE if self.real == ZERO else tm.Elementary("exp", (self.real,))
        return Complex(_times(size, cos), _times(size, sin))

    @property
    def unsaid(self) -> str:
        """A letter in it of which nothing is said, and which may be complex itself; "" for none."""
        letters = self.real.free | self.imaginary.free
        return next((str(each) for each in sorted(letters, key=str) if UNSAID.match(str(each))), "")

    @property
    def is_real(self) -> bool:
        """Whether its imaginary part is seen to be 0, whatever its letters are."""
        return Facts(()).evident(Relation("=", self.imaginary, ZERO))

    @property
    def parts(self) -> tuple[Scalar, Scalar]:
        """The real and the imaginary part."""
        return self.real, self.imaginary


UNIT = Complex(ZERO, ONE)


def doubt(one: Complex, other: Complex) -> str:
    """Why an equation of complex numbers is not read; "" where it is."""
    if unsaid := one.unsaid:
        return f"{unsaid} may be a complex number, and nothing says what it is"
    if (
        isinstance(one.real, tm.Variable)
        and one.imaginary == ZERO
        and one.real not in other.real.free | other.imaginary.free
    ):
        return f"{one.real} stands for a real number, and here for a complex one"
    return ""


def in_one(statement: Prop) -> Relation | None:
    """One relation with the letters of both parts of an equation of complex numbers, to see on which side they stand; None of
    another statement."""
    match statement.args if isinstance(statement, (And, Or)) else ():
        case (Relation("=" | "!=" as kind, Scalar() as a, Scalar() as b), Relation(_, Scalar() as c, Scalar() as d)):
            return Relation(kind, a + c, b + d)
    return None


def holds_unit(node: Node, names: Mapping[str, object]) -> bool:
    """Whether a term is made with i, or with letters that are complex numbers."""
    key = canonical(node) or ""
    unit = key == "i" or isinstance(names.get(key), Complex)
    return unit or any(holds_unit(each, names) for each in node.children())


def whole(exponent: Scalar) -> int | None:
    """A small whole exponent, but 0."""
    if isinstance(exponent, tm.Neg):
        inner = whole(exponent.arg)
        return None if inner is None else -inner
    if isinstance(exponent, tm.Number) and exponent.value.denominator == 1 and 0 < abs(exponent.value) <= MOST:
        return exponent.value.numerator
    return None


def at(term: tm.Term, values: Mapping[tm.Term, Complex]) -> Complex | None:
    """A polynomial, or a quotient of two, at complex values of letters; None for another term."""
    if term in values:
        return values[term]
    parts = [at(each, values) for each in term.children()]
    known = [each for each in parts if each is not None]
    match term:
        case tm.Scalar() if not term.free & values.keys():
            return Complex(term, ZERO)
        case tm.Pow(_, exponent) if (power := whole(exponent)) is not None and parts[0] is not None:
            return parts[0] ** power
        case tm.Add() | tm.Mul() | tm.Neg() | tm.Div() if len(known) == len(parts):
            if isinstance(term, tm.Neg):
                return -known[0]
            if isinstance(term, tm.Div):
                return known[0] / known[1]
            return reduce(Complex.__add__ if isinstance(term, tm.Add) else Complex.__mul__, known)
    return None


def _plus(left: Scalar, right: Scalar) -> Scalar:
    if right == ZERO:
        return left
    return right if left == ZERO else left - right.arg if isinstance(right, tm.Neg) else left + right


def _minus(value: Scalar) -> Scalar:
    return ZERO if value == ZERO else value.arg if isinstance(value, tm.Neg) else -value


def _times(left: Scalar, right: Scalar) -> Scalar:
    if (left == ZERO and not definedness(right)) or (right == ZERO and not definedness(left)):
        return ZERO
    return right if left == ONE else left if right == ONE else left * right


def _over(top: Scalar, bottom: Scalar) -> Scalar:
    if top == ZERO and isinstance(bottom, tm.Number) and bottom != ZERO:
        return ZERO
    return top if bottom == ONE else top / bottom
