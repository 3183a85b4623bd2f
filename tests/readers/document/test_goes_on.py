r"""What a formula that begins with a relation goes on from, `$= 9$`: in a line, below a display, in a table."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import read_steps

TRACE = r"""At $x = 2$:

| node | value | tangent | value |
|---|---|---|---|
| $u = x^2$ | $= 4$ | $\dot u = 2 x \dot x$ | $= 4$ |
| $v = u + x$ | $= 6$ | $\dot v = \dot u + \dot x$ | $= 5$ |
"""
TABULAR = r"""\begin{tabular}{l|p{3cm}} step & why \\ \hline
$(x + 1)^2 - x^2$ & given \\ $= x^2 + 2x + 1 - x^2$ & binomial \\ $= 2x + 1$ & \end{tabular}"""


def read(text: str, kind: str = "markdown") -> list[str]:
    steps = read_steps(document_of(text.encode(), kind), {}).steps
    return ["not understood" if step.statement is None else str(step.statement) for step in steps]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Let $a = 3$. Then $b = a^2$ $= 9$.", ["a**2 = 9"]),
        ("For $x = 2$ we have $y = x + 1$\n$$= 3.$$", ["x + 1 = 3"]),
        ("$$x(x + 1)$$ where $x = 2$, $$= x^2 + x.$$", ["x*(x + 1) = x**2 + x"]),
        ("$$x(x + 1)$$\n\nwhich is, since $1 = 3 - 2$,\n\n$$= x^2 + x.$$", ["1 = 3 - 2", "x*(x + 1) = x**2 + x"]),
        ("We have $4 + 1 = 5$ and $4 + 2$ $= 6$.", ["4 + 1 = 5", "4 + 2 = 6"]),
        ("The sum of $2$ and $3$ $= 5$.", ["not understood"]),
        (r"$$\nosuchthing{3}$$ $$= 3$$", ["not understood"]),
    ],
)
def test_in_a_line_and_below_a_display(text: str, steps: list[str]) -> None:
    assert read(text) == steps


def test_in_a_row_of_a_table_and_in_its_columns() -> None:
    assert read(TRACE) == [
        "x**2 = 4", "2*x*dotx = 4", "u + x = 6", "dotu + dotx = 5",
    ]  # fmt: skip
    assert read(TABULAR, "latex") == [
        "(x + 1)**2 - x**2 = x**2 + 2*x + 1 - x**2", "x**2 + 2*x + 1 - x**2 = 2*x + 1",
    ]  # fmt: skip


def test_words_in_a_cell_are_no_term() -> None:
    rows = "| what | value |\n|---|---|\n| the sum of $2$ and $3$ | $= 5$ |\n| their product | $= 6$ |\n"

    assert read(rows) == ["not understood", "not understood"]


def test_a_row_of_several_displays_is_a_chain() -> None:
    """So a slip in it is refuted, as in one display."""
    steps = read_steps(document_of(b"$(x + 1)^2$ $= x^2 + 2x + 1$ $= 2x$, $x^2$ $= 2x$", "markdown"), {}).steps

    assert [step.refutable == "" for step in steps[1:]] == [True, False]


def test_a_letter_that_only_says_what_others_are_may_be_given_a_value() -> None:
    assert read(r"$\dot v = 2\dot x$ and $\dot x = 1$. $\dot v = 2$") == ["dotv = 2"]
    assert read(r"$\dot v = 2\dot x$. Hence $\dot x = 1$.") == ["dotx = 1"]
    assert read(r"$y = x + 1$, $x^2 = 4$, $x = 2$") == ["x**2 = 4", "x = 2"]


def test_of_two_letters_that_are_equal_one_is_free() -> None:
    """What is true of neither may hold for some values: no point refutes it."""
    (step,) = read_steps(document_of(rb"Let $a = b$. Then $b = 1$.", "markdown"), {}).steps

    assert step.refutable
