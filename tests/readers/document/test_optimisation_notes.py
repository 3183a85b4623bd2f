"""Notations of notes on optimisation, analysis and learning: what is read beside its nearest neighbour."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.delimiters import quotes_formulas
from symproof.readers.notation import parse
from symproof.readers.notation import tree as t
from tests.document_says import tells, verdicts


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (r"\int e^{2x+1} dx = \frac12 \int e^{2x+1} d(2x+1)", r"\int e^{2x+1} dx = \int e^{2x+1} d(2x+1)", "r"),
        (r"\int x e^{x^2} dx = \frac12 \int e^{x^2} dx^2", r"\int x e^{x^2} dx = \int e^{x^2} dx^2", "r"),
        (
            r"\int \cos \frac1x \, d\frac1x = \sin \frac1x + C",
            r"\int \cos \frac1x \, d\frac1x = -\sin \frac1x + C",
            "r",
        ),
        (r"\int d(x) f(x) \, dx = \int f(x) d(x) \, dx", r"\int d(x) f(x) \, dx = \int f(x) \, dx", "u"),
        (r"\lim \frac{2n + 1}{5n + 4} = \frac25", r"\lim \frac{2n + 1}{5n + 4} = \frac14", "r"),
        (r"\lim_{n \tendsto \infty} \frac{n + 1}{n} = 1", r"\lim_{n \tendsto \infty} \frac{n + 1}{n} = 2", "r"),
        (
            r"\lim_{n \to \infty} \frac{n^3 + 3n^2 + 1 - n^3}{n^2} = 3",
            r"\lim_{n \to \infty} \frac{n^3 + n^2}{n^3} = 2",
            "r",
        ),
        (r"\sqrt[]{9} = 3", r"\sqrt[]{9} = 4", "r"),
    ],
)
def test_a_notation_of_analysis_and_its_neighbour(right: str, wrong: str, expected: str) -> None:
    tells(f"$${right}$$", ["p"], budget=2.0)
    tells(f"$${wrong}$$", [expected], budget=2.0)


@pytest.mark.parametrize("row", [r"\sup_x v x - f(x)", r"\max_{x \in S} a - x + b x", r"\inf_x \|x\| + \sum_i x"])
def test_what_a_supremum_is_of_goes_on_to_where_its_letter_stands_last(row: str) -> None:
    (node,) = parse(row).clauses[0].members
    assert isinstance(node, t.Big)
    assert isinstance(node.body, t.Add)


@pytest.mark.parametrize(
    "row",
    [r"\sup_x f(x) - b", r"\max_i x_i - x_i", r"f(x) - \inf_x f(x)", r"\sup_x f(x) + \sup_x g(x)", r"\sum_x f(x) - x"],
)
def test_a_supremum_ends_before_what_has_not_its_letter(row: str) -> None:
    """Letters that count are left alone, and those that another operator binds."""
    (node,) = parse(row).clauses[0].members
    assert isinstance(node, t.Add)
    assert len(node.terms) == 2


def test_members_with_a_star() -> None:
    """x_i^* is no power of x_i, no conjugate of a real number, and not x_i."""
    before = r"Let $x_1, \dots, x_n$ be real numbers. "
    tells(before + r"Then $\sum_{i=1}^n \lambda_i^* x_i = \sum_{j=1}^n \lambda_j^* x_j$.", ["p"])
    tells(before + r"Then $\sum_{i=1}^n \lambda_i^* x_i = \sum_{i=1}^n \lambda_i x_i$.", ["u"])
    tells(r"Let $z_1, \dots, z_n \in \mathbb{C}$. Then $\sum_{i=1}^n z_i z_i^* = -1$.", ["u"])


def test_a_derivative_of_which_nothing_is_known_is_read() -> None:
    r"""\partial L / \partial z_k is a number for each k, and nothing refutes what is said of it."""
    told = r"By the chain rule, $$\frac{\partial L}{\partial z_k} = 2 \frac{\partial L}{\partial z_k} - "
    tells(told + r"\frac{\partial L}{\partial z_k}$$", ["p"])
    tells(told + r"\frac{\partial L}{\partial z_j}$$", ["u"])
    sums = r"$$\sum_k \frac{\partial L}{\partial z_k} y_k = \sum_j "
    tells(sums + r"\frac{\partial L}{\partial z_j} y_j$$", ["p"])
    several = r"$$\frac{\partial}{\partial \theta_k} y_i = 3 \frac{\partial}{\partial \theta_k} y_i - 2 "
    tells(several + r"\frac{\partial}{\partial \theta_k} y_i$$", ["p"])
    tells(several + r"\frac{\partial}{\partial \theta_i} y_k$$", ["u"])


def test_a_dual_norm_is_a_norm_of_which_little_is_known() -> None:
    before = r"Let $x$ and $y$ be vectors. Then "
    tells(before + r"$\|x - y\|_*^2 \ge 0$.", ["p"])
    tells(before + r"$\|x - y\|_* \ge 1$.", ["u"])


def test_a_limit_that_no_line_names_is_no_number_of_ones_choice() -> None:
    """Once c <= b was refuted by c = 0, b = -1: b is the limit of b_n."""
    tells(r"If $c \leq b_n$ for all $n \in \mathbb{N}$, then $c \leq b$.", ["u"])
    tells(r"If there exists $c$ for which $c \leq b_n$ for all $n$, then $c \leq b_1 + 1$.", ["p"])
    tells(r"If there exists $c$ for which $c \leq b_n$ for all $n$, then $c \leq b_1 - 1$.", ["u"])


def test_formulas_in_two_back_quotes() -> None:
    """A document that writes its formulas so; beside dollars they are code."""
    tells(r"Let ``x \in \mathbb{R}``. Then ``x^2 \geq 0`` and ``\frac{x}{2} + \frac{x}{2} = x``.", ["p", "p"])
    tells(
        r"Let ``x \in \mathbb{R}``. Then ``x^2 = (x + 1)^2 - 2x + 1`` and ``\frac{x}{2} + \frac{x}{2} = x``.",
        ["r", "p"],
    )
    tells(r"Type ``\frac{1}{2} = 1`` or ``\alpha`` for $1 = 1$.", ["p"])
    assert not quotes_formulas(r"Call ``f()`` with ``\n`` at the end.")


def test_a_number_with_indices_below_and_above() -> None:
    r"""x_j^{(i)} is no power of x_j, and another number for each i."""
    before = r"Let $i$, $j$ and $k$ be natural numbers. "
    tells(before + r"Then $3 x_j^{(i)} - x_j^{(i)} = 2 x_j^{(i)}$ and $w_{jk}^{(i)} + 1 > w_{jk}^{(i)}$.", ["p", "p"])
    tells(before + r"Then $x_j^{(i)} = x_i^{(j)}$ and $w_{jk}^{(i)} = w_{kj}^{(i)}$.", ["u", "u"])
    tells(before + r"Then $\frac{\partial C}{\partial x_j^{(i)}} = 2 \frac{\partial C}{\partial x_j^{(i)}}$.", ["u"])


def test_an_integral_of_norms() -> None:
    """The norm of t x between bounds that are not negative is t times that of x; elsewhere it is not."""
    before = "Let $x$ and $y$ be vectors. Then "
    tells(before + r"$\int_0^1 \|t (x - y)\| dt = \frac{1}{2} \|x - y\|$.", ["p"], budget=2.0)
    tells(before + r"$\int_0^1 \|t (x - y)\| dt = \|x - y\|$.", ["r"], budget=2.0)
    tells(before + r"$\int_{-1}^1 \|t (x - y)\| dt = 0$.", ["u"], budget=2.0)
    tells(before + r"$2 \int_0^1 \|x + t y\| dt = \int_0^1 2 \|x + t y\| dt$.", ["p"], budget=2.0)


def test_a_sum_over_an_index_of_which_a_size_speaks_is_not_read() -> None:
    """Once the whole document was not: t has n rows, and n is what the sum goes over."""
    text = r"""The loss is
$$L(w) = \frac12 \sum^{N} (y(x_n, w) - t_n)^2$$

with $t = (t_1, \dots, t_n)^T$.

$$L(w) = \frac12 (t - \phi w)^T (t - \phi w)$$

and $1 + 1 = 2$."""
    assert verdicts(text, 0.2)[-1] == "proved"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"Then $f(w_t) - f(u) \le \frac{\|w_t - u\|^2 - \|w_{t+1} - u\|^2}{2\eta} + \frac{\eta}{2}\|\nabla f(w_t)\|^2$.",
            "p",
        ),
        (
            r"Then $f(w_t) - f(u) \le \frac{\|w_t - u\|^2 - \|w_{t+1} - u\|^2}{2\eta} + \frac{\eta}{3}\|\nabla f(w_t)\|^2$.",
            "r",
        ),
        # of a point with a star the text may know more
        (r"Then $\|w_{t+1} - w^*\| \le \|w_t - w^*\|$.", "u"),
    ],
)
def test_a_bound_on_a_step_of_vectors_is_meant_of_all(text: str, expected: str) -> None:
    tells(
        rf"Let $f$ be convex and differentiable, and $w_{{t+1}} = w_t - \eta \nabla f(w_t)$ with $\eta > 0$. {text}",
        expected,
    )


def test_a_bound_on_a_step_of_numbers_may_depend_on_where_they_begin() -> None:
    tells(r"Let $a_{n+1} = \frac{a_n}{2} + \frac{1}{a_n}$ be the sequence of above. Then $a_{n+1} \le a_n$.", "u")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $f$ be differentiable and $g(t) = f(x + t d)$. Then $g'(0) = \langle \nabla f(x), d \rangle$.", "p"),
        (r"Let $f$ be differentiable and $g(t) = f(x + t d)$. Then $g'(1) = \langle \nabla f(x), d \rangle$.", "r"),
        (r"Let $g(t) = \|x + t d\|^2$. Then $g'(0) = 2\langle x, d\rangle$ and $g''(0) = 2\|d\|^2$.", "pp"),
        (r"Let $g(t) = \|x + t d\|$. Then $g'(0) = \frac{\langle x, d\rangle}{\|x\|}$.", "n"),  # x may be 0
    ],
)
def test_the_slope_along_a_line(text: str, expected: str) -> None:
    tells(text, expected)


def test_sums_over_all_places_say_how_many_there_are() -> None:
    norms = r"Let $\|x\|_1 = \sum_{i=1}^n |x_i|$ and $\|x\|_2^2 = \sum_{i=1}^n x_i^2$."
    tells(rf"{norms} Then $\|x\|_1 \le \sqrt n \|x\|_2$.", "p")
    tells(rf"{norms} Then $\|x\|_1 \le \sqrt{{n - 1}} \|x\|_2$.", "r")
