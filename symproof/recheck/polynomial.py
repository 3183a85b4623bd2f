"""Polynomials over Q in numbered generators: arithmetic, exact division, greatest common divisors.

A polynomial is a dictionary from monomials to coefficients that are not 0; a monomial is a tuple of (generator, power),
generators ascending. Source of the greatest common divisor: Knuth, volume 2, 4.6.1 (primitive remainders).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import reduce
from itertools import islice, product
from math import gcd
from typing import Any

Monomial = tuple[tuple[int, int], ...]
Poly = dict[Monomial, Any]
"""The coefficients are integers where they can be, else fractions."""
UNIT: Poly = {(): 1}
MOST_TERMS = 100_000
PRIME = 2**61 - 1


class NotNormal(Exception):
    """There is no normal form: a denominator is zero, the form is too large, or a constructor has none."""


def plain(value: Any) -> Any:
    """A fraction that is whole, as an integer: the arithmetic of integers is faster."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def letters_of(p: Poly) -> set[int]:
    """The numbers of the letters that occur in a polynomial."""
    return {number for monomial in p for number, _ in monomial}


def _times(a: Monomial, b: Monomial) -> Monomial:
    if not a or not b:
        return a or b
    powers = dict(a)
    for number, power in b:
        powers[number] = powers.get(number, 0) + power
    return tuple(sorted(powers.items()))


def _over(a: Monomial, b: Monomial) -> Monomial | None:
    """a / b, where it is a monomial."""
    powers = dict(a)
    for number, power in b:
        rest = powers.get(number, 0) - power
        if rest < 0:
            return None
        powers[number] = rest
    return tuple(item for item in sorted(powers.items()) if item[1])


def _rank(monomial: Monomial) -> tuple[tuple[int, int], ...]:
    return tuple((-number, power) for number, power in monomial)


def leading(p: Poly) -> Monomial:
    """The first monomial in the lexicographic order."""
    return max(p, key=_rank)


def lead(p: Poly) -> Fraction:
    """The leading coefficient."""
    return Fraction(p[leading(p)])


def lead_beside(p: Poly, letter: int) -> Fraction:
    """The leading coefficient where a letter comes after all others, whatever its number: that of an open index."""
    return Fraction(
        p[max(p, key=lambda monomial: (_rank(tuple(x for x in monomial if x[0] != letter)), _power(monomial, letter)))]
    )


def _power(monomial: Monomial, letter: int) -> int:
    return dict(monomial).get(letter, 0)


def padd(p: Poly, q: Poly, factor: Any = 1) -> Poly:
    """p + factor q."""
    result = dict(p)
    for monomial, c in q.items():
        total = result.get(monomial, 0) + factor * c
        if total:
            result[monomial] = plain(total)
        else:
            result.pop(monomial, None)
    return result


def pmul(p: Poly, q: Poly) -> Poly:
    """p q."""
    if len(p) * len(q) > 100 * MOST_TERMS:
        raise NotNormal(f"a product of {len(p)} by {len(q)} terms")
    result: Poly = {}
    for a, c in p.items():
        for b, d in q.items():
            monomial = _times(a, b)
            result[monomial] = result.get(monomial, 0) + c * d
    return {monomial: plain(c) for monomial, c in result.items() if c}


def pscale(p: Poly, factor: Any) -> Poly:
    """A rational multiple that is not 0."""
    return {monomial: plain(c * factor) for monomial, c in p.items()}


def ppower(p: Poly, exponent: int) -> Poly:
    """p ** exponent."""
    if len(p) == 1:
        ((monomial, c),) = p.items()
        return {tuple((n, k * exponent) for n, k in monomial if exponent): c**exponent}
    result = UNIT
    for _ in range(exponent):
        result = pmul(result, p)
    return result


def pdivide(p: Poly, q: Poly) -> Poly | None:
    """p / q, where it is a polynomial."""
    top = leading(q)
    rest, result = dict(p), {}
    while rest:
        first = leading(rest)
        monomial = _over(first, top)
        if monomial is None:
            return None
        c = plain(Fraction(rest[first]) / q[top])
        result[monomial] = c
        rest = padd(rest, {_times(monomial, m): c * d for m, d in q.items()}, -1)
    return result


def monic(p: Poly) -> Poly:
    """The multiple with leading coefficient 1."""
    first = lead(p)
    return p if first == 1 else pscale(p, 1 / first)


def _shared(p: Poly) -> Monomial:
    """The greatest monomial that divides every term."""
    found: dict[int, int] | None = None
    for monomial in p:
        powers = dict(monomial)
        found = powers if found is None else {n: min(k, powers[n]) for n, k in found.items() if n in powers}
    return tuple(sorted((found or {}).items()))


def _without(p: Poly, monomial: Monomial) -> Poly:
    return {_over(m, monomial) or (): c for m, c in p.items()} if monomial else p


def coefficients(p: Poly, inside: Iterable[int]) -> dict[Monomial, Poly]:
    """p as a polynomial in the generators `inside`, its coefficients polynomials in the others."""
    numbers = set(inside)
    groups: dict[Monomial, Poly] = {}
    for monomial, c in p.items():
        here = tuple(item for item in monomial if item[0] in numbers)
        groups.setdefault(here, {})[tuple(item for item in monomial if item[0] not in numbers)] = c
    return groups


def content(p: Poly, x: int) -> Poly:
    """The greatest common divisor of the coefficients of p as a polynomial in x."""
    result: Poly = {}
    for c in coefficients(p, [x]).values():
        result = pgcd(result, c)
    return result


def pgcd(p: Poly, q: Poly) -> Poly:
    """The greatest common divisor, with leading coefficient 1."""
    if not p or not q:
        return monic(p or q) if p or q else {}
    shared_p, shared_q = _shared(p), dict(_shared(q))
    common = tuple((n, min(k, shared_q[n])) for n, k in shared_p if n in shared_q)
    p, q = _without(p, shared_p), _without(q, tuple(sorted(shared_q.items())))
    return monic(pmul({common: 1}, _gcd(p, q)))


def _gcd(p: Poly, q: Poly) -> Poly:
    mine, theirs = letters_of(p), letters_of(q)
    if not mine or not theirs:
        return UNIT
    for one, other, apart in ((p, q, mine - theirs), (q, p, theirs - mine)):
        if apart:  # a divisor of both is free of these, so it divides every coefficient
            return reduce(pgcd, coefficients(one, apart).values(), other)
    if _coprime(p, q, sorted(mine)):
        return UNIT
    for one, other in ((p, q), (q, p)):
        if len(one) <= len(other) and pdivide(other, one) is not None:
            return one
    x = min(mine, key=lambda n: max(_degree(p, n), _degree(q, n)))
    content_p, content_q = content(p, x), content(q, x)
    a, b = exactly(p, content_p), exactly(q, content_q)
    if _degree(a, x) < _degree(b, x):
        a, b = b, a
    while True:
        rest = _pseudo_remainder(a, b, x)
        if not rest:
            break
        if _degree(rest, x) == 0:
            b = UNIT
            break
        a, b = b, exactly(rest, content(rest, x))
        b = _whole(b)
    return pmul(pgcd(content_p, content_q), b)


def exactly(p: Poly, q: Poly) -> Poly:
    """The quotient of a polynomial by a divisor of it."""
    result = pdivide(p, q)
    assert result is not None  # q is a divisor
    return result


def _whole(p: Poly) -> Poly:
    """The multiple with integer coefficients and no common factor: smaller numbers."""
    bottom = reduce(lambda a, c: a * Fraction(c).denominator // gcd(a, Fraction(c).denominator), p.values(), 1)
    top = reduce(gcd, (int(c * bottom) for c in p.values()))
    return pscale(p, Fraction(bottom, top))


def _degree(p: Poly, x: int) -> int:
    return max((dict(monomial).get(x, 0) for monomial in p), default=0)


def _pseudo_remainder(a: Poly, b: Poly, x: int) -> Poly:
    degree = _degree(b, x)
    top = coefficients(b, [x])[((x, degree),)]
    while a and _degree(a, x) >= degree:
        k = _degree(a, x)
        first = coefficients(a, [x])[((x, k),)]
        shift: Poly = {((x, k - degree),) if k > degree else (): 1}
        a = padd(pmul(top, a), pmul(pmul(first, shift), b), -1)
    return a


def _coprime(p: Poly, q: Poly, letters: list[int]) -> bool:
    """Whether images modulo a prime, with all letters but one at numbers, show that there is no common divisor."""
    for x in letters:
        values = {n: pow(3, 7 * n + 5, PRIME) for n in letters if n != x}
        images = [_image(poly, x, values) for poly in (p, q)]
        if any(image is None for image in images) or _univariate_degree(*images) > 0:  # type: ignore[arg-type]
            return False
    return True


def _image(p: Poly, x: int, values: Mapping[int, int]) -> list[int] | None:
    """The coefficients in x modulo the prime; None where the leading one vanishes."""
    result = [0] * (_degree(p, x) + 1)
    for monomial, c in p.items():
        c = Fraction(c)
        if c.denominator % PRIME == 0:
            return None
        value, degree = c.numerator * pow(c.denominator, -1, PRIME), 0
        for number, power in monomial:
            if number == x:
                degree = power
            else:
                value = value * pow(values[number], power, PRIME) % PRIME
        result[degree] = (result[degree] + value) % PRIME
    return result if result[-1] else None


def _univariate_degree(a: list[int], b: list[int]) -> int:
    """The degree of the greatest common divisor modulo the prime."""
    while b:
        inverse = pow(b[-1], -1, PRIME)
        while len(a) >= len(b):
            factor = a[-1] * inverse % PRIME
            for k in range(1, len(b) + 1):
                a[-k] = (a[-k] - factor * b[-k]) % PRIME
            while a and not a[-1]:
                a.pop()
        a, b = b, a
    return len(a) - 1


FARTHEST = 8
MOST_LETTERS, MOST_LINES = 3, 64
"""How far apart zeros in the letter of a sum are told from each other."""


def _shifted(p: Poly, x: int, by: int) -> Poly:
    """p with x + by in place of x."""
    result: Poly = {}
    for monomial, c in p.items():
        rest = tuple(item for item in monomial if item[0] != x)
        part = pmul({rest: c}, ppower({((x, 1),): 1, (): by}, dict(monomial).get(x, 0)))
        result = padd(result, part)
    return result


def factors(p: Poly, known: Iterable[Poly], letter: int | None = None) -> list[Poly]:
    """Polynomials whose product is p up to a number: its letters, the known divisors, and what is left in parts; those of
    which one is another with `letter` moved by a small number are told apart."""
    found: list[Poly] = []
    shared = _shared(p)
    found += [{((number, 1),): 1} for number, power in shared for _ in range(power)]
    p = _without(p, shared)
    for divisor in known:
        while len(divisor) > 1 and (rest := pdivide(p, divisor)) is not None:
            found.append(divisor)
            p = rest
    for x in sorted(letters_of(p)):
        shared_by_all = content(p, x)
        if any(shared_by_all):
            return [*found, *factors(shared_by_all, (), letter), *factors(exactly(p, shared_by_all), (), letter)]
    if len(letters_of(p)) == 1:
        (x,) = letters_of(p)
        for root in _rational_roots(p, x):
            line: Poly = {((x, 1),): 1} | ({(): -root} if root else {})
            while (rest := pdivide(p, line)) is not None:
                found.append(line)
                p = rest
    for line in _lines(p):
        while (rest := pdivide(p, line)) is not None:
            found.append(line)
            p = rest
    if letter is not None and _degree(p, letter) > 1:
        for by in range(FARTHEST + 1):
            other = _shifted(p, letter, by) if by else _slope(p, letter)
            common = pgcd(p, other)
            if any(common) and common != monic(p):
                return [*found, *factors(common, (), letter), *factors(exactly(p, common), (), letter)]
    return [*found, monic(p)] if any(p) else found


def _lines(p: Poly) -> Iterator[Poly]:
    """What linear factors may be: y - r - (s - r) z - ..., where r is a root in y with the others zero, s one with z = 1."""
    letters = sorted(letters_of(p))
    if not 1 < len(letters) <= MOST_LETTERS:
        return
    for y in letters:
        size, others = _degree(p, y), [z for z in letters if z != y]
        if size < 2 or not all(k == y for m in p if dict(m).get(y, 0) == size for k, _ in m):
            continue
        at = [_roots_there(p, y, z) for z in (None, *others)]
        for root, *shifted in islice(product(*at), MOST_LINES):
            terms = {((z, 1),): root - s for z, s in zip(others, shifted, strict=True)}
            yield {key: c for key, c in ({((y, 1),): Fraction(1)} | terms | {(): -root}).items() if c}
        return


def _roots_there(p: Poly, y: int, one: int | None) -> list[Fraction]:
    """The rational roots of p in y where the other letters are 0, but for one that is 1."""
    there: Poly = {}
    for monomial, c in p.items():
        if all(k in (y, one) for k, _ in monomial):
            key = tuple((k, e) for k, e in monomial if k == y)
            there[key] = there.get(key, 0) + c
    there = {key: c for key, c in there.items() if c}
    low = min((dict(m).get(y, 0) for m in there), default=0)
    rest = {tuple((k, e - low) for k, e in m if e > low): c for m, c in there.items()}
    return [*([Fraction(0)] if low else []), *(_rational_roots(rest, y) if _degree(rest, y) else [])]


def _slope(p: Poly, x: int) -> Poly:
    """The derivative in x."""
    result: Poly = {}
    for monomial, c in p.items():
        powers = dict(monomial)
        exponent = powers.get(x, 0)
        if exponent:
            powers[x] = exponent - 1
            key = tuple((n, k) for n, k in sorted(powers.items()) if k)
            result[key] = result.get(key, 0) + c * exponent
    return result


def _rational_roots(p: Poly, x: int) -> list[Fraction]:
    p = _whole(p)
    last, first = abs(int(p.get((), 0))), abs(int(p[((x, _degree(p, x)),)]))
    if not last or last > 10_000 or first > 10_000:
        return []
    tops, bottoms = ([k for k in range(1, n + 1) if n % k == 0] for n in (last, first))
    found = {Fraction(sign * top, bottom) for top in tops for bottom in bottoms for sign in (1, -1)}
    return [r for r in sorted(found) if sum(c * r ** dict(m).get(x, 0) for m, c in p.items()) == 0]
