"""Linear equations between integers, solved: 7*n = 398*q + 1 says that n is 57 + 398*t for an integer t, and 0 <= n < 398 leaves
t = 0.

Columns are added to each other until the equations are triangular, so that each letter is a number and multiples of integers t.
What t is in the letters is a term, and the bounds of a letter are bounds of t, rounded. Untrusted: the kernel adds up again.
Source: Schrijver, "Theory of Linear and Integer Programming", 1986, chapter 4 (Hermite's normal form).

Limits: `MOST_EQUATIONS` equations, `MOST_LETTERS` letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, gcd
from typing import NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.diophantine import equations, is_curved, polynomial
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.term import ZERO
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST_EQUATIONS, MOST_LETTERS, MOST_STATED, LARGEST = 6, 9, 6, 10**12
Row = list[int]


class Solutions(NamedTuple):
    """Each letter is `at[k]` and `along[k]` times integers t, of which each is a row of `back` times the letters."""

    letters: list[tm.Variable]
    at: Row
    along: list[Row]
    back: list[Row]


def lattices(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with what linear equations between integers leave of the letters that are bounded, or in the goal."""
    if not goal.free or not isinstance(goal.left, tm.Scalar):
        return None
    found = solutions(facts)
    if found is None:
        return None
    stated = Stated(facts)
    for number, letter in enumerate(found.letters):
        if len(stated.steps) < MOST_STATED and letter in goal.free:
            for prop in _said(facts, found, number):
                if not stated.facts.evident(prop) and prop not in stated.facts.props:
                    stated.add(prop, linear(search, stated.facts, prop))
    return stated.then(search.go_on(lattices, stated.facts, goal) if stated else None)


def _said(facts: Facts, found: Solutions, number: int) -> Iterator[st.Relation]:
    """What the solutions say of a letter: x = x0 + g*t, and how t is bounded."""
    letter, at, along = found.letters[number], found.at[number], found.along[number]
    step = gcd(*along) if along else 0
    if step == 0:
        yield st.Relation("=", letter, tm.scalar(at))
    if step <= 1:
        return
    times = [
        sum(a // step * row[k] for a, row in zip(along, found.back, strict=True)) for k in range(len(found.letters))
    ]
    t = sum((tm.scalar(c) * x for c, x in zip(times, found.letters, strict=True) if c), start=ZERO)
    yield st.Relation("=", letter, tm.scalar(at) + tm.scalar(step) * t)
    known = facts.range(letter)
    if known.low is not None:
        yield st.Relation(">=", t, tm.scalar(ceil((known.low - at) / step)))
    if known.high is not None:
        yield st.Relation("<=", t, tm.scalar(floor((known.high - at) / step)))


def solutions(facts: Facts) -> Solutions | None:
    """The integer solutions of the linear equations among the facts; None where there are none, or too much to solve."""
    rows: list[dict[tm.Variable, int]] = []
    sides: Row = []
    for number in equations(facts):
        terms = polynomial(facts, facts.props[number])
        if not terms or is_curved(terms) or any(c.denominator != 1 or abs(c) > LARGEST for c in terms.values()):
            continue
        rows.append({monomial[0][0]: int(c) for monomial, c in terms.items() if monomial})
        sides.append(-int(terms.get((), Fraction(0))))
    letters = list(dict.fromkeys(letter for row in rows for letter in row))
    several = any(len(row) > 1 and all(abs(c) > 1 for c in row.values()) for row in rows) or len(rows) > 1
    if not several or len(rows) > MOST_EQUATIONS or not 2 <= len(letters) <= MOST_LETTERS:
        return None
    return solved([[row.get(letter, 0) for letter in letters] for row in rows], sides, letters)


def solved(matrix: list[Row], sides: Row, letters: list[tm.Variable]) -> Solutions | None:
    """The integers x with matrix x = sides, by columns that are added to each other: x = forth w, and w = back x."""
    size = len(letters)
    forth = [[int(i == j) for j in range(size)] for i in range(size)]
    back = [row[:] for row in forth]
    values: Row = []
    for row, side in zip(matrix, sides, strict=True):
        rank = len(values)
        now = [sum(a * forth[i][j] for i, a in enumerate(row)) for j in range(size)]
        while len(places := [j for j in range(rank, size) if now[j]]) > 1:
            least = min(places, key=lambda j: abs(now[j]))
            for j in places:
                if j != least and (times := now[j] // now[least]):
                    now[j] -= times * now[least]
                    for line in forth:
                        line[j] -= times * line[least]
                    back[least] = [a + times * b for a, b in zip(back[least], back[j], strict=True)]
        rest = side - sum(now[j] * values[j] for j in range(rank))
        if not places:
            if rest:
                return None
            continue
        pivot = places[0]
        if rest % now[pivot]:
            return None
        for line in forth:
            line[rank], line[pivot] = line[pivot], line[rank]
        back[rank], back[pivot] = back[pivot], back[rank]
        values.append(rest // now[pivot])
    rank = len(values)
    at = [sum(a * value for a, value in zip(line, values, strict=False)) for line in forth]
    return Solutions(letters, at, [line[rank:] for line in forth], back[rank:])
