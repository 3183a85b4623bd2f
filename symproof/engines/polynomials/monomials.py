"""Which monomials a sum of squares may be made of: halves of the Newton polytope, taken apart by symmetries of sign.

Source: Reznick, "Extremal psd forms with few terms", 1978; Loefberg, "Pre- and post-processing sum-of-squares
programs in practice", 2009.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

Powers = tuple[int, ...]
Poly = Mapping[Powers, Fraction]

MOST_MONOMIALS = 400


def half_bases(
    target: Poly, generators: Sequence[Poly], degree: int, fixed: frozenset[int], *, is_tight: bool
) -> list[list[Powers]]:
    """For each generator the monomials of its squares, up to a degree; those of `fixed` have none but 1.

    `is_tight` says that nothing but generator * squares is added up. Then, where the generators are monomials, no
    monomial is kept whose square nothing could cancel.
    """
    letters = len(next(iter(target)))
    lowest = min(map(sum, target))
    tight = is_tight and all(len(generator) == 1 for generator in generators)
    tops = tuple(max(powers[k] for powers in target) for k in range(letters)) if tight else (degree,) * letters
    bases = []
    for number, generator in enumerate(generators):
        if number in fixed:
            bases.append([(0,) * letters])
            continue
        most = min(map(sum, generator)) if len(set(map(sum, generator))) == 1 else max(map(sum, generator))
        least = (lowest - min(map(sum, generator)) + 1) // 2 if tight or len(set(map(sum, target))) == 1 else 0
        limits = tuple((top - max(powers[k] for powers in generator)) // 2 for k, top in enumerate(tops))
        bases.append(list(monomials(limits, max(0, least), (degree - most) // 2)) if degree >= most else [])
    if tight:
        _drop_lonely(target, generators, bases)
    return bases


def monomials(limits: Powers, least: int, most: int) -> Iterator[Powers]:
    """Exponents up to `limits`, of a total degree from `least` to `most`."""
    if not limits:
        if least <= 0 <= most:
            yield ()
        return
    if most < 0:
        return
    for power in range(min(limits[0], most) + 1):
        for rest in monomials(limits[1:], least - power, most - power):
            yield (power, *rest)


def _drop_lonely(target: Poly, generators: Sequence[Poly], bases: list[list[Powers]]) -> None:
    """Leave out each monomial whose square, times its generator, is neither in the target nor a mixed product."""
    shifts = [next(iter(generator)) for generator in generators]
    while True:
        mixed: set[Powers] = set()
        for shift, basis in zip(shifts, bases, strict=True):
            for k, a in enumerate(basis):
                for b in basis[:k]:
                    mixed.add(tuple(x + y + z for x, y, z in zip(a, b, shift, strict=True)))
        found = False
        for number, (shift, basis) in enumerate(zip(shifts, bases, strict=True)):
            kept = []
            for a in basis:
                square = tuple(2 * x + z for x, z in zip(a, shift, strict=True))
                if target.get(square, 0) > 0 or square in mixed:
                    kept.append(a)
            found = found or len(kept) < len(basis)
            bases[number] = kept
        if not found:
            return


def sign_classes(polys: Sequence[Poly]) -> Callable[[Powers], tuple[int, ...]]:
    """The class of a monomial under the changes of sign of letters that leave every polynomial as it is.

    Products of monomials of different classes need not occur in squares.
    """
    letters = len(next(iter(polys[0])))
    rows: list[int] = []  # exponents modulo 2 as bits, each with a leading bit of its own
    for poly in polys:
        for powers in poly:
            bits = sum((power % 2) << k for k, power in enumerate(powers))
            for row in rows:
                bits = min(bits, bits ^ row)
            if bits:
                rows.append(bits)

    def reduced(powers: Powers) -> tuple[int, ...]:
        bits = sum((power % 2) << k for k, power in enumerate(powers))
        for row in sorted(rows, reverse=True):
            bits = min(bits, bits ^ row)
        return tuple(bits >> k & 1 for k in range(letters))

    return reduced


def low_monomials(target: Poly, equation: Poly, degree: int, polys: Sequence[Poly]) -> list[Powers]:
    """The monomials of a cofactor of an equation."""
    letters = len(next(iter(target)))
    most = degree - max(map(sum, equation))
    forms = all(len(set(map(sum, poly))) == 1 for poly in polys)
    classes = sign_classes(polys)
    nothing = (0,) * letters
    return (
        [
            powers
            for powers in monomials((most,) * letters, most if forms else 0, most)
            if classes(powers) == classes(nothing)
        ]
        if most >= 0
        else []
    )
