"""Answers whose parts rest on each other: constants, indices and adjoints of one part in the others."""

from __future__ import annotations

import pytest

from tests.document_says import tells

ITEMS = (
    "1. For $T \\ge 1$ and $R, L > 0$ the step is $\\frac{R}{L \\sqrt T} > 0$.\n"
    "2. The sum is $\\sum_{t=1}^T \\frac{1}{\\sqrt t} \\le "
)
SIGNS = "1. Let $R > 0$. Then $R + \\frac1R \\ge 2$.\n2. Also "
BOUNDED = r"Let $B, \rho > 0$. With $\|u\| \le B$ and $\|v_t\| \le \rho$ (for all $t$), we get "
LETTERED = (
    "\\documentclass{article}\\begin{document}Throughout all indices are taken modulo $n$. Let $C$ be the circulant matrix with "
    "$C_{ij} = c_{i-j}$ and $S$ the matrix with $S_{ij} = \\delta_{i-j-1}$.\n\n\\paragraph{(a)} "
)
CIRCULANT = (
    r"All indices are modulo $n$. Let $S$ be the shift with $(Sx)_i = x_{i-1}$ and $C$ the circulant matrix with $C_{ij} = c_{i-j}$. "
    r"Then $C S = S C$. Conversely let $A$ be a matrix with $A S = S A$. Then $(S A)_{ij} = "
)
TRACE = r"Let $f(x, y) = e^{x y} + \sin(x y)$, $c = x y$, $p = e^c$, $q = \sin c$. "
ADJOINTS = (
    r"Let $f(w_1, w_2) = e^{w_1 w_2} + \sin(w_1 w_2)$, $w_3 = w_1 w_2$, $w_4 = e^{w_3}$ and $w_5 = \sin w_3$. "
    r"Write $\bar w_i = \frac{\partial f}{\partial w_i}$. Then $\bar w_4 = 1$ and $"
)
VANISHES = (
    r"Let $\beta > 0$ and $\phi(x) = \langle g, x - u \rangle + \frac{\beta}{2} \|x - u\|^2$."
    "\n\n- $\\nabla \\phi(x) = g + \\beta (x - u)$\n- It vanishes at "
)
SOLVED = (
    "Let $A$ be symmetric and $f(x) = \\frac12 x^\\top A x - b^\\top x$.\n\n1. At the minimizer $A x^* = b$.\n"
    "2. For $y = x - \\eta \\nabla f(x)$ we have $y - x^* = "
)
OVER = "Indices are taken mod $n$ everywhere. For a sequence $"
POLYNOMIAL = r"Let $f(x, y) = x y + x^2$. Then "
CURVED = r"Let $g$ and $d$ be vectors and $\lambda > 0$. The Hessian is $\lambda I$, which is positive definite. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what one item says of constants is meant in the others
        (ITEMS + "2 \\sqrt T - 1$.", "pp"),
        (ITEMS + "2 \\sqrt T - 2$.", "pr"),
        (SIGNS + r"$\sqrt{R^2} = R$.", "pp"),
        (SIGNS + r"$\sqrt{R^2} = 2 R$.", "pu"),
        (SIGNS.replace("R", "x") + r"$\sqrt{x^2} = x$.", "pu"),  # of a variable it need not be
        # bounds behind "with ... and ... (for all t)" are supposed
        (BOUNDED + r"$\|u\| \|v_1\| \le B \rho$.", "p"),
        (BOUNDED + r"$\|u\| \|v_1\| \le B + \rho$.", "r"),
        # what is put back in is a claim
        (r"Let $f(w) = w^2 - 2 w$. Plug back in: $f(1) = -1$.", "p"),
        (r"Let $f(w) = w^2 - 2 w$. Plug back in: $f(1) = -2$.", "r"),
        (r"Let $f(w) = w^2 - 2 w$. Plug in $w = 2$: $f(w) = 0$.", "p"),
        # the law of all entries says that a matrix is circulant, and nothing of another one
        (CIRCULANT + "A_{i-1,j}$.", "pp"),
        (CIRCULANT + "A_{i+1,j}$.", "pr"),
        # a sequence of n members is indexed modulo n, and one without end is not
        (
            OVER + r"a_0, \dots, a_{n-1}$ let $C$ be the matrix with $C_{ij} = a_{i-j}$. Then $C_{i+1,j+1} = a_{i-j}$.",
            "p",
        ),
        (OVER + r"a_0, a_1, \dots$ let $C$ be the matrix with $C_{ij} = a_{i-j}$. Then $C_{i+1,j+1} = a_{i-j}$.", "n"),
        # a Hessian that is worked out is definite, whatever the letters are
        (CURVED + r"$\|g + \lambda d\|^2 = \|g\|^2 + 2\lambda \langle g, d\rangle + \lambda^2 \|d\|^2$.", "p"),
        (CURVED + r"$\|g + \lambda d\|^2 = \|g\|^2 + 2\lambda \langle g, d\rangle + \lambda \|d\|^2$.", "r"),
        # a function by the nodes of its trace
        (TRACE + r"$\frac{\partial f}{\partial p} = 1$ and $\frac{\partial f}{\partial c} = e^c + \cos c$.", "pp"),
        (TRACE + r"$\frac{\partial f}{\partial p} = 2$ and $\frac{\partial f}{\partial c} = e^c + \sin c$.", "rr"),
        (ADJOINTS + r"\bar w_3 = \bar w_4 w_4 + \bar w_5 \cos w_3$, $\bar w_1 = \bar w_3 w_2$.", "ppp"),
        (ADJOINTS + r"\bar w_3 = \bar w_4 w_4 + \bar w_5 \sin w_3$, $\bar w_1 = \bar w_3 w_1$.", "prr"),
        # where a gradient vanishes, in an item of its own
        (VANISHES + r"$x^\star = u - \frac1\beta g$", "pp"),
        (VANISHES + r"$x^\star = u - \beta g$", "pr"),
        (
            VANISHES + "$x^\\star = u - \\beta g$\n- $\\phi(x^\\star) = - \\frac{1}{2\\beta} \\|g\\|^2$",
            "pru",
        ),  # right, of another x*
        # the value at a place that is named, behind "with"
        (r"Let $q(y) = y^2 - 2 y$. It is least at $y = 1$ with $q(1) = -1$.", "p"),
        (r"Let $q(y) = y^2 - 2 y$. It is least at $y = 1$ with $q(1) = -2$.", "r"),
        # what a letter with a star is, in another item
        (SOLVED + r"(I - \eta A)(x - x^*)$.", "u"),
        (SOLVED + r"(I + \eta A)(x - x^*)$.", "r"),
        # a slope that comes to a number is that number; that it is zero may be asked
        (POLYNOMIAL + "$f_{yy} = 0$ and $f_{xx} = 2$.", "pp"),
        (POLYNOMIAL + "$f_{yy} = 1$.", "r"),
        (POLYNOMIAL + "$f_{xx} = 3$.", "r"),
    ],
)
def test_parts_of_answers(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(("letters", "expected"), [("vectors, $m", "p"), ("vectors. Then $m", "uu")])
def test_a_list_goes_on_behind_what_letters_are(letters: str, expected: str) -> None:
    from symproof.readers.document.answer import answer_document
    from symproof.readers.document.finding.document import document_of

    text = (
        "\\documentclass{article}\\begin{document}\\begin{lemma}Let $f$ be convex, $w_1, \\dots, w_T$ "
        + letters
        + " = \\frac1T\\sum_{t=1}^T w_t$.\\end{lemma}By Jensen $f(m) \\le \\frac1T \\sum_{t=1}^T f(w_t)$.\\end{document}"
    )
    answer = answer_document(document_of(text.encode(), "latex"), {}, budget=2.0)
    assert "".join(step.judged.verdict[0] for step in answer.steps) == expected


@pytest.mark.parametrize(("entries", "expected"), [("c_{i-1-j}", "pp"), ("c_{i+1-j}", "pr")])
def test_parts_with_letters_keep_the_modulus_of_their_exercise(entries: str, expected: str) -> None:
    from symproof.readers.document.answer import answer_document
    from symproof.readers.document.finding.document import document_of

    text = LETTERED + rf"$(S C)_{{ij}} = \sum_{{k=0}}^{{n-1}} S_{{ik}} C_{{kj}} = {entries}$.\end{{document}}"
    answer = answer_document(document_of(text.encode(), "latex"), {}, budget=2.0)
    assert "".join(step.judged.verdict[0] for step in answer.steps) == expected
