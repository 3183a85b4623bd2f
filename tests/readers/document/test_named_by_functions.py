"""A letter below which a function stands is one of its own, the L_f of f; what is differentiated at its letter is a function."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells

SMOOTH = "We suppose that $|f(x) - f(y)| \\le L_f |x - y|$ for all real $x, y$, where $L_f > 0$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SMOOTH} Then $|f(1) - f(0)| \\le L_f$.", "p"),
        (f"{SMOOTH} Then $|f(3) - f(1)| \\le 2 L_f$.", "p"),
        (f"{SMOOTH} Then $L_f \\le 0$.", "r"),
        ("Let $x_n = n$ and $f(x) = 2x$. Then $f(x_n) = 2 x_n$.", "p"),  # n is an index
    ],
)
def test_a_letter_below_which_a_function_stands(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("Consider $\\frac{du(x)}{dx} = v$ on a grid of $N_u = 100$ places.", "u is function of a real"),
        ("We have $\\frac{dy(t)}{dt} = -y(t)$ with the steps $h_y$ of $y$.", "y is function of a real"),
        ("Consider $u(x + 1) = u x + u$.", "u is real"),  # a product
    ],
)
def test_what_is_differentiated_at_its_letter(text: str, inferred: str) -> None:
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.2)
    assert inferred in [f"{name} is {phrase}" for name, phrase in answer.inferred.items()]
