"""The laws of adjugates with a number to a power below 0: adj(adj(C)) of one row is 1, also where det(C)**(1 - 2) is 0**-1.

The normal form had det(C)**(m - 2) * det(C) for adj(adj(C)) @ adj(C), whose range is 0 where det(C) is, and so the product passed
for zero.
"""

from __future__ import annotations

import pytest

from symproof import adj, det, eq, matrix, natural, prove, real, tr
from symproof.statement import Prop
from symproof.trusted import certificate as ct
from tests.kernel_says import both_reject, settled

m, r, n = natural("m", at_least=1), natural("r", at_least=2), natural("n")
A, C, D, c = matrix("A", n), matrix("C", m), matrix("D", r), real("c")
SINGULAR, NOTHING = eq(det(C), 0), eq(c, 0)


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(adj(adj(C)) @ adj(C), 0), SINGULAR),
        (tr(adj(adj(C)).T @ adj(adj(C))) <= 0, SINGULAR),
        (eq(det(adj(C)), 0), SINGULAR),
        (tr(adj(c * C).T @ adj(c * C)) <= 0, NOTHING),
        (eq(det(adj(c * A)), 0), NOTHING),
    ],
    ids=str,
)
def test_what_fails_for_one_row_is_refuted(claim: Prop, given: Prop) -> None:
    assert settled(claim, given=[given]).status == "refuted"


def test_kernel_and_re_checker_reject_the_old_proof() -> None:
    claim, proof = eq(adj(adj(C)) @ adj(C), 0), ct.Definite(ct.Evident())
    assert both_reject(claim, proof, (SINGULAR,))


@pytest.mark.parametrize(
    "claim",
    [
        eq(adj(adj(D)), det(D) ** (r - 2) * D),
        eq(adj(c * C), c ** (m - 1) * adj(C)),
        eq(adj(2 * A), 2 ** (n - 1) * adj(A)),
    ],
    ids=str,
)
def test_what_holds_is_proved(claim: Prop) -> None:
    assert prove(claim).status == "proved"
