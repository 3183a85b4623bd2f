"""Lecture notes and problem sets of university courses: what each must come to, beside what looks like it and must not."""

from __future__ import annotations

import pytest

from tests.document_says import tells

MIRROR = (
    r"Let $\psi$ be differentiable and convex, $D(x, y) = \psi(x) - \psi(y) - \langle\nabla\psi(y), x - y\rangle$."
    "\n\n**Lemma 1.** %s $D(x, y) = \\frac12\\|x - y\\|^2$.\n\n**Theorem 2.** "
    r"Let $\nabla\psi(z) = \nabla\psi(y) - g$. Then $\langle g, y - u\rangle = D(u, y) - D(u, z) + D(y, z)$."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"For $\psi(x) = \frac12\|x\|^2$ we get $\nabla\psi(x) = x$ and", ["proved"] * 3),
        (r"For $\psi(x) = \|x\|^2$ we get $\nabla\psi(x) = 2x$ and", ["proved", "refuted", "proved"]),
    ],
)
def test_a_function_that_is_given_for_a_sentence_is_put_into_those_that_are_given_by_it(
    words: str, expected: list[str]
) -> None:
    tells(MIRROR % words, expected, budget=1)
