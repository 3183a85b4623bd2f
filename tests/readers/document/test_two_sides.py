r"""Arrows with a side that is said for all values of a letter are one statement, in a row and in the words of a sentence."""

from __future__ import annotations

import pytest

from tests.document_says import tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$$a x \ge 0 \text{ for all } x \ge 0 \iff a \ge 0.$$", "p"),
        (r"$$a x \ge 0 \text{ for all } x \ge 0 \iff a \ge 1.$$", "r"),
        (r"$$a \ge 0 \implies a x \ge 0 \text{ for all } x \ge 0.$$", "p"),
        (r"$$a \ge 0 \implies a x \ge 0 \text{ for all } x \ge -1.$$", "r"),
        (r"$$a x \ge b \quad \forall x \implies a = 0.$$", "p"),
        (r"We have $a x \ge 0$ for all $x \ge 0$ if and only if $a \ge 0$.", "p"),
        (r"We have $a x \ge 0$ for all $x \ge 0$ if and only if $a \ge 1$.", "r"),
        (r"We have $a x \ge 0$ for every $x$ precisely when $a = 0$.", "p"),
        (r"We have $a x \ge 0$ for every $x$ precisely when $a \ge 0$.", "r"),
        (r"We have $a x^2 \ge 0$ for all real $x$ iff $a > 0$ or $a = 0$.", "p"),
        (
            r"Let $h(x) = |x|$. Then $h(y) \ge h(x) + g(y-x)$ for all $y$ iff $g = \operatorname{sign}(x)$ for $x \ne 0$.",
            "n",
        ),
        (r"We have $ax + b = 0$ for all real $x$ iff $a = 0$ and $b = 0$.", "p"),
        (r"We have $ax + b = 0$ for all real $x$ iff $a = 0$ or $b = 0$.", "r"),
        (r"$$ax + b = 0 \text{ for all } x \iff a = 0,\ b = 0$$", "p"),
        (r"$$ax + b = 0 \text{ for all } x \iff a = 0 \text{ and } b = 2$$", "r"),
        (r"We have $x^2 = y^2$ for all $x, y \ge 0$ iff $x = y$.", "p"),
        (r"We have $x^2 = y^2$ for all real $x, y$ iff $x = y$.", "r"),
        (r"If $ax + b = 2x + 3$ for all $x$, then $a = 2$ and $b = 4$.", "pr"),
        (r"We have $c^2 \ge 4$ for all $c \ge 2$. If $a \ge 1$, then $a^2 \ge a$.", "pp"),
    ],
)
def test_an_arrow_with_a_side_for_all_values(text: str, expected: str) -> None:
    tells(text, expected)
