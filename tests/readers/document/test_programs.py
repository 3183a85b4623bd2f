"""Mathematical programs and algorithms in a display: what they state is given, and what follows is claimed."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells

PROGRAM = r"""$$
\begin{aligned}
\max_{x, y}\ \ & 2x + 4y \\
SUCH\ \ & 2x + y \leq 3, \\
& x + 3y \leq 4, \\
& x, y \geq 0.
\end{aligned}
$$

"""
DUAL = r"""Let $A \in \mathbb{R}^{m \times n}$. The primal problem is
$$ \min_x \; c^\top x \quad \text{s.t.} \quad Ax = b, \; x \ge 0 $$
and the dual problem is
$$ \max_y \; b^\top y \quad \text{s.t.} \quad A^\top y \le c. $$
"""
TWO = r"""Consider
$$\min_{x, y} x^2 + y^2 \quad \text{subject to} \quad x + y = 1.$$
Then $y = 1 - x$. Next, consider
$$\max_{x, y} xy \quad \text{subject to} \quad x^2 + y^2 \le 2.$$
"""
ALGORITHM = r"""The iteration is

$$
\begin{aligned}
y_t &= x_t + \frac{t-1}{t+2}(x_t - x_{t-1}) \\
x_{t+1} &= y_t - \eta \nabla f(y_t)
\end{aligned}
$$

"""


@pytest.mark.parametrize("words", [r"\text{subject to}\quad", r"\mathrm{s.t.}", r"\mbox{s.t.}", r"\text{such that}"])
def test_the_rows_of_a_program_are_its_constraints(words: str) -> None:
    text = PROGRAM.replace("SUCH", words)
    tells(text, "")
    tells(text + r"Hence $2x + 4y \le 6.5$ and $x + y \le 2$.", "pp", 2)


def test_what_constraints_do_not_give_is_not_proved() -> None:
    tells(PROGRAM.replace("SUCH", r"\text{s.t.}") + r"Hence $x + y \le 1$.", "r", 1)


@pytest.mark.parametrize(
    "text",
    [
        r"Solve $$\max\ 2x + 4y \quad \text{s.t.} \quad 2x + y \le 3,\ x, y \ge 0.$$",
        r"$$\underset{w}{\text{minimize}} \quad \|w\|^2 \quad \text{subject to} \quad \langle a, w \rangle \ge 1$$",
        "$$\\begin{array}{ll}\\text{minimize} & c^\\top x \\\\ \\text{subject to} & Ax = b \\\\ & x \\ge 0\\end{array}$$",
        r"$$\min_{w, b} \|w\|^2 \quad \text{s.t.} \quad y_i(w^\top x_i + b) \ge 1, \quad i = 1, \dots, n$$",
    ],
)
def test_a_program_claims_nothing(text: str) -> None:
    tells(text, "")


def test_the_constraints_of_a_program_end_with_another_one_for_the_same_letters() -> None:
    tells(TWO + "Then $xy \\le 1$. Hence $y = 1 - x$.", "ppu", 1)


def test_weak_duality_follows_from_the_constraints_of_both_programs() -> None:
    tells(DUAL + r"Then $b^\top y = (Ax)^\top y = x^\top A^\top y \le x^\top c = c^\top x$.", "pppp", 4)


def test_the_order_of_columns_is_that_of_their_entries() -> None:
    given = r"Let $A \in \mathbb{R}^{m \times n}$ and $x, u \in \mathbb{R}^n$ with $Ax = 0$, $x \ge 0$ and $u \ge x$. "
    tells(given + r"Then $u^\top x \ge 0$.", "p", 2)
    tells(given + r"Then $u^\top x \ge 1$.", "r", 2)


def test_a_constraint_that_is_named_is_the_one_that_was_given() -> None:
    program = r"Consider $$\min_{x, y} x^2 + y^2 \quad \text{s.t.} \quad x + y = 1.$$ "
    tells(program + "By the constraint $y = 1 - x$, so $x^2 + y^2 = 2x^2 - 2x + 1$.", "pp")
    tells(program + "By the constraint $y = 1 + x$.", "u", 1)


def test_the_rows_of_an_algorithm_are_its_steps() -> None:
    tells(ALGORITHM + r"Then $\|x_{t+1} - y_t\|^2 = \eta^2 \|\nabla f(y_t)\|^2$.", "p", 2)
    tells(ALGORITHM + r"Then $x_{t+1} - y_t = 2 \eta \nabla f(y_t)$.", "u", 1)


def test_what_is_worked_out_of_rules_is_claimed() -> None:
    rules = r"Let $v_{t+1} = \beta v_t + g_t$ and $w_{t+1} = w_t - \eta v_{t+1}$. "
    rows = r"$$w_{t+1} = w_t - \eta \beta v_t - \eta g_t, \qquad v_{t+2} = \beta^2 v_t + \beta g_t + g_{t+1}$$"
    tells(rules + "Hence " + rows, "pp", 2)
    tells(rules + "Hence " + rows.replace(r"\beta g_t + g", r"\beta g_t - g"), "pr", 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$$\min_x x \text{ s.t. } x \ge 1 \text{ so } x^2 \ge 2$$ Then $x^2 \ge 2$.", "ru"),
        (
            r"$$\begin{aligned} \min_z \; & z^2 \\ \text{s.t.} \; & z \ge 1 \\ \text{hence} \; & z^2 \ge 1 \end{aligned}$$",
            "p",
        ),
        (r"$$\begin{aligned} y^2 &\ge 0 \text{ under } y > 0 \\ y + 1 &= 3 \end{aligned}$$ Then $y = 2$.", "pp"),
    ],
)
def test_what_follows_from_constraints_is_claimed(text: str, expected: str) -> None:
    """All that stood behind "subject to", or behind "under" without anything to be optimized, was given, and so was proved."""
    tells(text, expected, 1)


def test_what_an_arrow_leads_to_from_constraints_is_no_equation_to_be_solved() -> None:
    """It was taken for one and hidden, and what said it again was proved from it."""
    program = r"$$\max_p \; p \quad \text{s.t.} \quad p \le 2 \implies BOUND$$ Then $BOUND$."
    tells(program.replace("BOUND", r"p \le 3"), "pp")
    answer = answer_document(document_of(program.replace("BOUND", r"p \le 1").encode(), "markdown"), {}, budget=1)
    assert [(step.judged.verdict, step.judged.assumes) for step in answer.steps] == [("unknown", ()), ("unknown", ())]
