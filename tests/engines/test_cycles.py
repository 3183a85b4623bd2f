"""Powers of a number modulo another, which run in a cycle: what is proved, and the neighbour that is not."""

from __future__ import annotations

import pytest

from symproof import and_, eq, exists, iff, integer, natural, ne, not_
from symproof.statement import Prop
from symproof.term import Scalar
from tests.kernel_says import accepts, settled

k, q, x, y = (integer(name) for name in "kqxy")
n, m = natural("n"), natural("m")


def leaves(what: Scalar, by: int, rest: int = 0) -> Prop:
    return exists(q, eq(what, by * q + rest))


ROWS: list[tuple[list[Prop], Prop, Prop]] = [
    ([], ne(3**n + 1, 13 * q), ne(3**n + 4, 13 * q)),
    ([], iff(leaves(3**n - 1, 13), leaves(n, 3)), iff(leaves(3**n - 1, 13), leaves(n, 2))),
    ([n >= 2], ne(x**2, 2**n + 3), ne(x**2, 2**n + 1)),
    ([n >= 1], ne(2**n, 5**m), ne(2**n, 5**m + 3)),
    ([leaves(n, 4, 3)], leaves(2**n, 10, 8), leaves(2**n, 10, 6)),
    ([leaves(n, 4, 3)], not_(leaves(2**n - 1, 5)), not_(leaves(2**n - 3, 5))),
    ([leaves(n, 5), not_(leaves(n, 10))], not_(leaves(n, 2)), not_(leaves(n, 3))),
    ([eq(2**n, 5**m)], and_(eq(n, 0), eq(m, 0)), eq(n, 1)),
]


NAMES = ("no multiple", "order", "vanishing", "coprime", "last digit", "no multiple there", "excluded", "only zero")


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=NAMES)
def test_powers_run_in_cycles(given: list[Prop], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given, budget=0.3).status != "proved"
