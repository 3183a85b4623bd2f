"""Orders that are seen in the terms as written: a square added to anything, in any dimension and inside of sums."""

from __future__ import annotations

import pytest

from symproof import Prop, index, natural, norm, positive, positivity, prove, real, sequence, sqrt, total, vector

i, n = index("i"), natural("n")
lam, w, x, a = sequence("l"), sequence("w", of=vector), vector("x"), real("a")
p = total(lam[i] * w[i], i, 1, n)
spread = total(lam[i] * norm(w[i] - p) ** 2, i, 1, n)
b, c, d, r, s, t = map(positive, "bcdrst")
means = (sqrt(b) * sqrt(r) + sqrt(c) * sqrt(s) + sqrt(d) * sqrt(t)) ** 2

RIGHT = [
    spread + norm(x - p) ** 2 >= spread,
    spread - norm(x - p) ** 2 <= spread,
    spread >= spread - (a - 1) ** 2,
    means <= (b + c + d) * (r + s + t),
]
WRONG = [
    means < (b + c + d) * (r + s + t),
    means <= (b + c + d) * (r + s + t) - b * s / 9,
    spread + norm(x - p) ** 2 > spread,
    spread + norm(x - p) >= spread + norm(x - p) ** 2,
    spread + a**3 >= spread,
    norm(x - p) ** 2 >= spread,
]


@pytest.mark.parametrize("claim", RIGHT, ids=str)
def test_what_is_added_has_a_sign(claim: Prop) -> None:
    assert prove(claim, by=positivity).trusts == frozenset()


@pytest.mark.parametrize("claim", WRONG, ids=str)
def test_what_is_added_has_none(claim: Prop) -> None:
    assert prove(claim, by=positivity, budget=0.5).status != "proved"
