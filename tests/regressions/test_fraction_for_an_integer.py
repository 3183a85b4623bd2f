"""An equation n = (a fraction) was written into the end of a sum, where an integer stands: the search broke off with an error."""

from __future__ import annotations

from symproof import and_, eq, index, integer, maximum, natural, ne, real, sequence, total
from tests.kernel_says import settled

x, y, n, a, k, s = real("x"), real("y"), natural("n"), integer("a"), index("k"), sequence("s")


def test_a_claim_that_is_open_is_no_error() -> None:
    given = [eq((x + 1) / maximum(s[1], s[0]), n), and_(ne(s[n] * 0, x / x), eq(s[1], a + s[n]))]

    assert settled(x - (a + x + y * x) > s[n] + total(s[k] ** 2, k, 2, n), given=given, budget=0.5).status != "proved"
