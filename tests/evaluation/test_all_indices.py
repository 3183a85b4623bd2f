"""What is said of all members of a sequence from some index on, at a point."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from symproof.evaluation.evaluate import NotAFailure, admissible, failure
from symproof.evaluation.novalue import Undecided
from symproof.point import Point, SequenceValue
from symproof.statement import Prop, Relation, Statement, and_, each, eq, exists, implies, or_
from symproof.symbols import natural, real, sequence

i, j, n = natural("i"), natural("j"), natural("n")
a, c = sequence("a"), real("c")


def test_bounds_of_the_index_agree_with_many_indices() -> None:
    random = Random(5)
    seen = {True: 0, False: 0}
    for _ in range(200):
        table = {k: Fraction(random.randint(-1, 1)) for k in range(random.randint(0, 4))}
        value, bound = SequenceValue(table, Fraction(random.randint(-1, 1))), random.randint(0, 8)
        parts: list[Prop] = [
            Relation(random.choice(("<", "<=", ">", ">=", "=", "!=")), i + random.randint(0, 2), n),
            Relation(random.choice(("<=", ">=")), a[i + random.randint(0, 2)], a[i]),
            Relation(random.choice(("<=", ">")), n + random.randint(-3, 3), i),
        ]
        random.shuffle(parts)
        body = random.choice((implies(parts[0], parts[1]), or_(*parts), implies(and_(*parts[:2]), parts[2])))
        said = admissible([each(i, body)], Point({a: value, n: Fraction(bound)}))
        seen[said] += 1
        here = Point({a: value, n: Fraction(bound), i: Fraction(0)})
        assert said == all(admissible([body], Point({**here.values, i: Fraction(k)})) for k in range(30)), body
    assert min(seen.values()) > 30


@pytest.mark.parametrize(
    "body",
    [
        implies(i >= a[i], a[i] >= 0),
        implies(i**2 >= n, a[i] >= 0),
        a[i] <= i + 1,
        exists(j, eq(a[j], i), 0, n),
        implies(i >= c, a[2 * i] >= 0),
    ],
    ids=str,
)
def test_other_uses_of_the_index_are_not_decided(body: Prop) -> None:
    here = Point({a: SequenceValue({}, Fraction(1)), n: Fraction(3), c: Fraction(1, 2)})

    with pytest.raises(Undecided):
        admissible([each(i, body)], here)


def test_what_holds_from_an_index_on_says_nothing_of_those_before() -> None:
    late = each(i, implies(i >= n, a[i] >= 0))
    here = Point({a: SequenceValue({0: Fraction(-1)}, Fraction(2)), n: Fraction(1)})

    assert failure(Statement((late,), a[0] >= 0), here)
    with pytest.raises(NotAFailure):
        failure(Statement((late,), a[0] >= 0), Point({**here.values, n: Fraction(0)}))
