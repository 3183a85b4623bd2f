"""Words that say when the sides of an inequality are equal claim it; nothing goes on under what they say."""

from __future__ import annotations

import pytest

from tests.document_says import tells

POSITIVE = "Let $p, q > 0$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POSITIVE + "Then $p^2 + q^2 \\ge 2pq$ with equality if and only if $p = q$.", "pp"),
        (POSITIVE + "Then $p^2 + q^2 \\ge 2pq$. Equality holds iff $p = 3q$.", "pr"),
        (POSITIVE + "Then $p + q^2/p \\ge 2q$, with equality when $p = q$. So $p \\le q$.", "ppu"),
        (POSITIVE + "Then $p + q \\ge q$, with equality when $p = q$.", "pr"),
        ("For real $y$ we have $y^2 + 9 \\ge 6y$, and equality holds only for $y = 3$.", "pp"),
        ("For real $y$ we have $y^4 + 1 \\ge 2y^2$, and equality holds only for $y = 1$.", "pr"),
        (
            "Let $p, q, r > 0$ with $p + q + r = 6$. Then $36 = (p+q+r)^2 \\ge 3(pq + qr + rp)$, with equality iff $p=q=r=2$.",
            "ppp",
        ),
        ("For real $y$ we have $y^4 + 1 \\ge 2y^2$, with equality iff $y = 1$ or $y = -1$.", "p"),
    ],
)
def test_equality_is_claimed_of_the_inequality_before(text: str, expected: str) -> None:
    tells(text, expected, budget=2)
