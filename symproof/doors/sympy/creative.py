"""Recurrences of definite sums: Zeilberger's creative telescoping, of order one.

For a hypergeometric term F(n, k) it looks for a(n), b(n) and G(n, k) with

    b(n) F(n + 1, k) + a(n) F(n, k) = G(n, k + 1) - G(n, k),

by Gosper's equation with a and b among its unknowns. Nothing here is trusted: whoever uses a recurrence checks it.
G is written so that it has a value at both ends of the range: a factor of the denominator goes into a factorial beside it.

Source: Petkovsek, Wilf, Zeilberger, "A = B", 1996, chapter 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, NamedTuple

import sympy
from sympy.concrete.gosper import gosper_normal
from sympy.polys.matrices import DomainMatrix
from sympy.polys.polyerrors import BasePolynomialError

from symproof import term as tm
from symproof.doors.sympy.questions import GIVING_UP, known_letters
from symproof.doors.sympy.reading import read_with
from symproof.doors.sympy.writing import symbol_of, to_sympy
from symproof.errors import SortError, SymproofError

MOST_DEGREE = 12


class Recurrence(NamedTuple):
    """`after` F(n + 1, k) + `before` F(n, k) = G(k + 1) - G(k), with G any of `antidifferences`: one function, written
    in ways that have a value at different places."""

    before: tm.Scalar
    after: tm.Scalar
    antidifferences: tuple[tm.Scalar, ...]


class NotHypergeometric(Exception):
    """A term whose quotients at neighbouring places are no rational functions, as far as is seen here."""


@dataclass
class Hypergeometric:
    """A rational function times factorials of linear forms, each to a power, times powers with linear exponents;
    binomial coefficients, each to a power, are kept, as they have a value where the factorials in them have none."""

    rational: Any = sympy.S.One
    factorials: list[tuple[Any, int]] = field(default_factory=list)
    powers: list[tuple[Any, Any]] = field(default_factory=list)
    binomials: list[tuple[Any, Any, int]] = field(default_factory=list)

    def times(self, other: Hypergeometric, exponent: int = 1) -> Hypergeometric:
        """This one times a power of another."""
        return Hypergeometric(
            self.rational * other.rational**exponent,
            self.factorials + [(place, power * exponent) for place, power in other.factorials],
            self.powers + [(base, raised * exponent) for base, raised in other.powers],
            self.binomials + [(above, below, power * exponent) for above, below, power in other.binomials],
        )

    def in_factorials(self) -> Hypergeometric:
        """The same without binomial coefficients: n!/(k! (n - k)!)."""
        found = Hypergeometric(self.rational, [*self.factorials], self.powers)
        for above, below, power in self.binomials:
            found.factorials += [(above, power), (below, -power), (sympy.expand(above - below), -power)]
        return found

    def quotient(self, letter: Any) -> Any:
        """Its value at letter + 1 over its value at letter: a rational function."""
        result = self.rational.subs(letter, letter + 1) / self.rational
        for place, power in self.in_factorials().factorials:
            result *= _run(place, _slope(place, letter)) ** power
        for base, raised in self.powers:
            result *= base ** _slope(raised, letter)
        return result


def _slope(form: Any, letter: Any) -> int:
    step = sympy.expand(form.subs(letter, letter + 1) - form)
    if not step.is_Integer:
        raise NotHypergeometric(form)
    return int(step)


def _run(place: Any, step: int) -> Any:
    """(place + step)!/place!."""
    if step >= 0:
        return sympy.Mul(*(place + i for i in range(1, step + 1)))
    return 1 / sympy.Mul(*(place - i for i in range(-step)))


def recurrence(body: tm.Scalar, n: tm.Variable, k: tm.Variable, high: tm.Scalar) -> Recurrence | None:
    """A recurrence of the sums of `body` for k up to `high`, in n.

    >>> from symproof import binomial, index, natural
    >>> n, k = natural("n"), index("k")
    >>> recurrence(binomial(n, k), n, k, n).before
    -2
    """
    try:
        letters = symbol_of(n), symbol_of(k)
        term = _parsed(body)
        solved = _solve(term, *letters)
        if solved is None:
            return None
        before, after, factor = solved
        last = to_sympy(high)
        laws = [_antidifference(form, factor, letters[1], last) for form in _forms(term, letters[1], last)]
        known = known_letters(body) | {letters[0]: n, letters[1]: k}

        def read(expr: Any) -> tm.Scalar:
            made = read_with(expr, known)
            assert isinstance(made, tm.Scalar)  # as an expression is
            return made

        return Recurrence(read(before), read(after), tuple(_written_once(laws, read)))
    except (*GIVING_UP, BasePolynomialError, SymproofError, NotHypergeometric):
        return None


def growth(body: tm.Scalar, n: tm.Variable, k: tm.Variable, high: tm.Scalar) -> tuple[tm.Scalar, tm.Scalar] | None:
    """c and p(n) where the sums, by their recurrence and as if nothing stood at its ends, are c**n p(n) times a number.

    >>> from symproof import binomial, index, natural
    >>> n, k = natural("n"), index("k")
    >>> growth(k * binomial(n, k), n, k, n)
    (2, n)
    """
    found = recurrence(body, n, k, high)
    if found is None:
        return None
    letter, known = symbol_of(n), known_letters(body) | {symbol_of(n): n}
    top, bottom = sympy.fraction(sympy.cancel(-to_sympy(found.before) / to_sympy(found.after)))
    base, places = sympy.S.One, []
    for part, sign in ((top, 1), (bottom, -1)):
        constant, factors = sympy.factor_list(part)
        base *= constant**sign
        for factor, power in factors:
            slope, alone = sympy.expand(factor).coeff(letter, 1), factor.subs(letter, 0)
            if letter not in factor.free_symbols:
                base *= factor ** (sign * power)
            elif (
                sympy.expand(slope * letter + alone - factor) != 0
                or not (shift := sympy.cancel(alone / slope)).is_Integer
            ):
                return None
            else:
                base *= slope ** (sign * power)
                places += [(int(shift), sign)] * power
    ups, downs = (sorted(place for place, sign in places if sign == side) for side in (1, -1))
    if len(ups) != len(downs) or any(up < down for up, down in zip(ups, downs, strict=True)):
        return None
    shape = sympy.Mul(*(letter + t for up, down in zip(ups, downs, strict=True) for t in range(down, up)))
    try:
        read = read_with(base, known), read_with(shape, known)
    except SymproofError:
        return None
    return read if all(isinstance(part, tm.Scalar) for part in read) else None  # type: ignore[return-value]


def _forms(term: Hypergeometric, k: Any, high: Any) -> list[Hypergeometric]:
    """The term with the binomial coefficients n over k in factorials where k <= n shows, with none, and with all."""
    inside = [row for row in term.binomials if _is_natural((row[0] - row[1]).subs(k, high))]
    if not inside:
        return [term, term.in_factorials()] if term.binomials else [term]
    others = [row for row in term.binomials if row not in inside]
    part = replace(term, binomials=inside).in_factorials()
    mixed = replace(part, binomials=others)
    return [mixed, term, mixed.in_factorials()] if others else [mixed, term]


def _parsed(term: tm.Scalar) -> Hypergeometric:
    match term:
        case tm.Mul(args):
            result = Hypergeometric()
            for arg in args:
                result = result.times(_parsed(arg))
            return result
        case tm.Neg(arg):
            return Hypergeometric(sympy.Integer(-1)).times(_parsed(arg))
        case tm.Div(top, bottom):
            return _parsed(top).times(_parsed(bottom), -1)
        case tm.Pow(base, tm.Number(Fraction(denominator=1, numerator=power))):
            return Hypergeometric().times(_parsed(base), power)
        case tm.Pow(base, exponent):
            return Hypergeometric(powers=[(to_sympy(base), sympy.expand(to_sympy(exponent)))])
        case tm.Factorial(arg):
            return Hypergeometric(factorials=[(sympy.expand(to_sympy(arg)), 1)])
        case tm.Binomial(top, bottom):
            above, below = sympy.expand(to_sympy(top)), sympy.expand(to_sympy(bottom))
            return Hypergeometric(binomials=[(above, below, 1)])
    written = to_sympy(term)
    if not written.is_rational_function(*written.free_symbols):
        raise NotHypergeometric(term)
    return Hypergeometric(written)


def _solve(term: Hypergeometric, n: Any, k: Any) -> tuple[Any, Any, Any] | None:
    """a, b and the factor R with G = R F."""
    u, v = sympy.fraction(sympy.cancel(sympy.together(term.quotient(n))))
    step = sympy.cancel(sympy.together(term.quotient(k) * v / v.subs(k, k + 1)))
    f, g = sympy.fraction(step)
    a, b, c = (sympy.expand(part) for part in gosper_normal(f, g, k, polys=False))
    below = sympy.expand(b.subs(k, k - 1))
    parts = [sympy.Poly(sympy.expand(c * part), k) for part in (v, u)]
    degree = _degree(sympy.Poly(a, k), sympy.Poly(below, k), max(part.degree() for part in parts))
    if degree is None or degree > MOST_DEGREE:
        return None
    columns = [sympy.Poly(sympy.expand(a * (k + 1) ** i - below * k**i), k) for i in range(degree + 1)]
    columns += [-part for part in parts]
    height = max(column.degree() for column in columns) + 1
    rows = [[column.coeff_monomial(k**i) for column in columns] for i in range(height)]
    for vector in DomainMatrix.from_list_sympy(height, len(columns), rows).to_field().nullspace().to_Matrix().tolist():
        before, after = vector[-2:]
        if after != 0:
            top, bottom = sympy.fraction(sympy.cancel(sympy.together(before / after)))  # without common factors
            scale = bottom / after
            shape = sympy.Add(*(x * k**i for i, x in enumerate(vector[:-2])))
            found = sympy.cancel(sympy.together(scale * below * shape / (c * v)))
            return sympy.factor(top), sympy.factor(bottom), found
    return None


def _degree(a: Any, b: Any, right: int) -> int | None:
    """A bound for the degree of a polynomial x with a(k) x(k + 1) - b(k) x(k) of degree `right`."""
    if a.degree() != b.degree() or sympy.expand(a.LC() - b.LC()) != 0:
        bound = right - max(a.degree(), b.degree())
        return bound if bound >= 0 else None
    size = a.degree()
    bounds = [right - size + 1]
    if size > 0:
        gap = sympy.cancel((b.nth(size - 1) - a.nth(size - 1)) / a.LC())
        if gap.is_Integer:
            bounds.append(int(gap))
    return max(bounds) if max(bounds) >= 0 else None


def _antidifference(term: Hypergeometric, factor: Any, k: Any, high: Any) -> Hypergeometric:
    """factor * term, written so that it has a value one place beyond the end: 1/((n - k)! (n + 1 - k)) is 1/(n + 1 - k)!,
    and binomial(x, k)/(x + 1 - k) is binomial(x + 1, k)/(x + 1)."""
    top, bottom = sympy.fraction(sympy.cancel(sympy.together(factor * term.rational)))
    constant, factors = sympy.factor_list(bottom)
    rest, left = top / constant, [part for part, power in factors for _ in range(power)]
    below = [place for place, power in term.factorials for _ in range(max(0, -power))]
    for spot in range(len(below)):
        while (part := _multiple(left, below[spot] + 1)) is not None:
            left.remove(part)
            rest /= sympy.cancel(part / (below[spot] + 1))
            below[spot] += 1
        while (slope := _slope(below[spot], k)) < 0 and _may_rise(below[spot].subs(k, high + 1)):
            below[spot] = below[spot] - slope
            rest *= _run(below[spot] + slope, -slope)
    binomials = []
    for over, under, power in term.binomials:
        if power == 1:
            over, under, rest = _absorbed(over, under, left, rest, k)
        binomials.append((over, under, power))
    powers = []
    for base, raised in term.powers:
        while not base.is_number and _slope(raised, k) < 0 and _may_rise(raised.subs(k, high + 1)):
            rest, raised = sympy.cancel(rest / base), raised + 1
        powers.append((base, raised))
    above = []
    for place, power in term.factorials:
        while power > 0 and (slope := _slope(place, k)) < 0 and _may_rise(place.subs(k, high + 1)):
            rest, place = sympy.cancel(rest / _run(place, -slope) ** power), place - slope
        above += [(place, power)] if power > 0 else []
    rational = sympy.factor(rest) / sympy.Mul(*left)
    return Hypergeometric(rational, [*above, *((place, -1) for place in below)], powers, binomials)


def _multiple(parts: list[Any], form: Any) -> Any:
    """The first of the parts that is a number times a form."""
    return next((part for part in parts if sympy.cancel(part / form).is_Rational), None)


def _absorbed(over: Any, under: Any, left: list[Any], rest: Any, k: Any) -> tuple[Any, Any, Any]:
    """binomial(over, under)/(what is left below), with factors of that in the binomial coefficient."""
    for _ in range(len(left)):
        for form, other, moved in (
            (under + 1, over - under, (over, under + 1)),
            (over - under + 1, None, (over + 1, under)),
            (under + 1, None, (over + 1, under + 1)),
            (over - under + 1, under, (over, under - 1)),
        ):
            part = _multiple(left, form)
            through = over + 1 if other is None else other
            if part is None or (other is None and k in over.free_symbols):
                continue
            shorter = sympy.cancel(rest / (through * sympy.cancel(part / form)))
            if other is None or k not in sympy.fraction(shorter)[1].free_symbols:
                left.remove(part)
                over, under, rest = *map(sympy.expand, moved), shorter
                break
    return over, under, rest


def _is_natural(form: Any) -> bool:
    """Whether a linear form in naturals shows that it is one."""
    form = sympy.expand(form)
    if not all(letter.is_integer and letter.is_nonnegative for letter in form.free_symbols):
        return False
    return all(bool(c.is_Integer and c >= 0) for c in sympy.Poly(form, *form.free_symbols or {sympy.Dummy()}).coeffs())


def _may_rise(form: Any) -> bool:
    """Whether a linear form in naturals is not seen to be one, and is where a number is added to it."""
    terms = sympy.Poly(sympy.expand(form), *form.free_symbols).as_dict() if form.free_symbols else {(): form}
    constant = form.subs(dict.fromkeys(form.free_symbols, 0))
    return bool(constant < 0) and all(bool(c > 0) for place, c in terms.items() if any(place))


def _written_once(laws: list[Hypergeometric], read: Any) -> Iterator[tm.Scalar]:
    """The laws that the language has: not those with the factorial of a real number."""
    for law in laws:
        try:
            yield _written(law, read)
        except SortError:
            continue


def _written(law: Hypergeometric, read: Any) -> tm.Scalar:
    above: list[tm.Scalar] = [read(law.rational)]
    below: list[tm.Scalar] = []
    for over, under, power in law.binomials:
        side = above if power > 0 else below
        side += [tm.Binomial(read(over), read(under))] * abs(power)
    for place, power in law.factorials:
        side = above if power > 0 else below
        side += [tm.Factorial(read(place))] * abs(power)
    above += [tm.Pow(read(base), read(raised)) for base, raised in law.powers]
    top = tm.product_of(above)
    if not below:
        return top
    return tm.Div(top, tm.product_of(below))
