"""What facts say of each member of a sequence bounds the members at sight: what is evident of it, and the neighbour that is not.

Kernel and re-checker say the same.
"""

from __future__ import annotations

import pytest

from symproof import and_, each, implies, index, integer, natural, ne, or_, sequence, sqrt, total
from symproof.kernel import check
from symproof.statement import Prop, Statement
from symproof.trusted.certificate import Evident
from tests.kernel_says import both_reject, follow_again

a, b, early = sequence("a"), sequence("b"), sequence("c", start=-2)
i, k, m, n, z = index("i"), index("k"), natural("m"), natural("n"), integer("z")
everywhere = each(k, a[k] > 0)

EVIDENT: list[tuple[Prop, Prop]] = [
    (everywhere, a[n] > 0),
    (everywhere, a[n + 3] * a[m] > 0),
    (everywhere, ne(a[n], 0)),
    (everywhere, total(1 / a[i], i, 0, n) >= 0),
    (everywhere, total(sqrt(a[i]), i, 1, n) >= 0),
    (each(k, and_(0 <= a[k], a[k] <= 1)), a[n] ** 2 <= 1),
    (each(k, 2 < a[k]), a[n] - 1 > 0),
    (each(k, a[k] > 0, 1, n), total(a[i], i, 1, n) >= 0),
    (each(k, a[k] > 0, 1, n + 1), a[n + 1] > 0),
    (each(k, early[k] > 0), early[n] > 0),
    (each(z, early[z] > 0), early[n - 1] > 0),
]
NEIGHBOURS: list[tuple[Prop, Prop]] = [
    (everywhere, b[n] > 0),
    (everywhere, a[n] - 1 > 0),
    (each(k, a[k + 1] > 0), a[n] > 0),
    (each(k, a[k] > a[k + 1]), a[n] > 0),
    (each(k, implies(k >= 1, a[k] > 0)), a[n] > 0),
    (each(k, or_(a[k] > 0, a[k] < 0)), a[n] > 0),
    (each(k, a[k] ** 2 > 0), a[n] > 0),
    (each(k, a[k] > 0, 1, n), a[n] > 0),  # of n = 0 nothing is said
    (each(k, a[k] > 0, 1, n), total(a[i], i, 0, n) >= 0),
    (each(k, a[k] > 0, 1, n), total(a[i], i, 1, n + 1) >= 0),
    (each(k, a[k] > 0, 1, n), total(a[i + 1], i, 0, n) >= 0),
    (each(k, a[k] > 0, m, n), a[m] > 0),  # there may be none
    (each(k, total(a[i], i, 0, k) > 0), a[n] > 0),
    (each(k, early[k] > 0), early[n - 1] > 0),
    (each(i, each(k, a[k] > 0), 1, n), a[n] > 0),
]


@pytest.mark.parametrize(("given", "claim"), EVIDENT, ids=str)
def test_what_is_said_of_each_member_is_evident_of_one(given: Prop, claim: Prop) -> None:
    check(Statement((given,), claim), Evident())

    assert follow_again(Statement((given,), claim), Evident()) == frozenset()


@pytest.mark.parametrize(("given", "claim"), NEIGHBOURS, ids=str)
def test_what_is_not_said_of_it_is_not(given: Prop, claim: Prop) -> None:
    assert both_reject(claim, Evident(), (given,))


def test_ends_that_speak_of_members_are_not_asked_where_these_lie() -> None:
    """Of a[j] for each j from a[0] on: where that is would be asked of a[0] again."""
    whole = sequence("a", of=integer)
    given = each(k, whole[k] > 0, whole[0], n)

    assert both_reject(whole[n] > 0, Evident(), (given,))


def test_what_is_learned_later_of_members_changes_what_was_read_before() -> None:
    """|a[n]| was read before a sign of a[n] was known."""
    claim = abs(a[n]) <= a[n]

    check(Statement((abs(a[n]) <= 5, everywhere), claim), Evident())
    assert both_reject(claim, Evident(), (abs(a[n]) <= 5, each(k, a[k + 1] > 0)))
