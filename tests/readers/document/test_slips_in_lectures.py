"""Slips in lines about vectors, matrices and functions of several letters, as lecture notes have them, beside the right line."""

from __future__ import annotations

from functools import partial

import pytest

from tests import document_says

verdicts = partial(document_says.verdicts, budget=3.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The inner product: $\\langle p + q, p - q\\rangle = \\|p\\|^2 - \\|q\\|^2$.", "proved"),
        ("The inner product: $\\langle p + q, p - q\\rangle = \\|p\\|^2 + \\|q\\|^2$.", "refuted"),
        ("Let $p \\perp q$. Then $\\|p + q\\|^2 = \\|p\\|^2 + \\|q\\|^2$.", "proved"),
        ("We write $(A - B)^\\top (A - B) = A^\\top A - A^\\top B - B^\\top A + B^\\top B$.", "proved"),
        ("We write $(A - B)^\\top (A - B) = A^\\top A - A^\\top B - B^\\top A - B^\\top B$.", "refuted"),
        ("The matrices $A, B \\in \\mathbb{R}^{n \\times n}$ commute: $(A + B)^2 = A^2 + 2AB + B^2$.", "unknown"),
        ("For the best $p^*$ let $h(w) = \\|Xw - y\\|^2$. Then $\\nabla h(w) = 2X^\\top (Xw - y)$.", "proved"),
        ("For the best $p^*$ let $h(w) = \\|Xw - y\\|^2$. Then $\\nabla h(w) = X^\\top (Xw - y)$.", "refuted"),
        ("Let $h(w) = \\frac12 w^\\top Q w$. Then $\\nabla h(w) = Q w$.", "unknown"),  # Q may be symmetric
        ("Let $K \\in \\mathbb{R}^{n \\times n}$ be skew. Then $(I + K)^\\top (I + K) = I - K^2$.", "proved"),
        ("Let $K \\in \\mathbb{R}^{n \\times n}$ be skew. Then $(I + K)^\\top (I + K) = I + K^2$.", "refuted"),
    ],
)  # fmt: skip
def test_the_same_products_with_other_coefficients_are_a_slip(text: str, expected: str) -> None:
    assert verdicts(text, budget=0.7 if expected == "unknown" else 3.0)[-1] == expected


LINE_SEARCH = (
    "Let $A \\in \\mathbb{R}^{n \\times n}$ be symmetric and $b \\in \\mathbb{R}^n$, $f(x) = \\frac12 x^\\top A x - b^\\top x$. "
    "The minimiser $x^*$ solves $A x^* = b$. Write $g = Ax - b$. Then "
)


@pytest.mark.parametrize(("factor", "expected"), [("\\frac{\\eta^2}{2}", "proved"), ("\\eta^2", "refuted")])
def test_what_letters_are_is_put_into_an_identity_with_a_slip(factor: str, expected: str) -> None:
    assert (
        verdicts(LINE_SEARCH + f"$$f(x - \\eta g) = f(x) - \\eta \\|g\\|^2 + {factor} g^\\top A g.$$")[-1] == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $p, q \\ge 0$ and $\\varepsilon > 0$. Then $pq \\le \\frac{\\varepsilon p^2}{2} + \\frac{q^2}{2\\varepsilon}$.", "proved"),
        ("Let $p, q \\ge 0$ and $\\varepsilon > 0$. Then $pq \\le \\frac{\\varepsilon p^2}{2} + \\frac{\\varepsilon q^2}{2}$.", "refuted"),
        ("For $p, q \\ge 0$ and $\\varepsilon > 0$, $$pq \\le \\frac{\\varepsilon p^2 + \\varepsilon q^2}{2}.$$\n\nFor all $p, q$ more is known.", "refuted"),
        ("Let $p, q \\ge 0$ and $\\varepsilon > 0$ with $p$ near $q$. Then $p^2 - q^2 < \\varepsilon (p + q)$.", "unknown"),
    ],
)  # fmt: skip
def test_a_small_number_that_only_weighs_terms_is_any(text: str, expected: str) -> None:
    assert verdicts(text, budget=0.7 if expected == "unknown" else 3.0)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maximise $pq$ subject to $p + q = 2$, $p, q > 0$. Then $pq \\le 1$.", ["proved"]),
        ("Maximise $pqr$ subject to $p + q + r = 3$, $p, q, r > 0$. Then $pqr \\le 1$.", ["proved"]),
        ("Maximise $pqr$ subject to $p + q + r = 3$. Then $pqr \\le 1$.", ["unknown"]),
    ],
)
def test_constraints_go_on_over_a_comma(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $h(x, y) = x^3 - 3xy + y^3$. Then $h_{xx} = 6x$, $h_{xy} = -3$, $h_{yx} = h_{xy}$.", ["proved"] * 3),
        ("Let $h(x, y) = x^3 - 3xy + y^3$. Then $h_{xx} = 3x$, $h_{xy} = 3$.", ["refuted"] * 2),
        ("Let $h(x, y) = x^2 y^2$. Then $h_{xx} h_{yy} - h_{xy}^2 = -12 x^2 y^2$.", ["proved"]),
        ("Let $h(x, y) = x^2 y^2$. Then $h_{xx} h_{yy} - h_{xy}^2 = 12 x^2 y^2$.", ["refuted"]),
        ("Let $h(x, y) = x^2 y$. Then $h_{xy}(3, 1) = 6$, $h_{xxy} = 2$, $h_{xx}(3, 1) = 6$.", ["proved", "proved", "refuted"]),
        ("Let $h(x, y) = x^2 y$. Then $\\left. h_x \\right|_{(1, 3)} = 6$, $\\left. \\frac{\\partial h}{\\partial y} \\right|_{(1, 3)} = 3$.",
         ["proved", "refuted"]),
        ("Let $u(x, t) = e^{-t} \\sin x$. Then $u_t = -u$ and $u_{xx} = u$.", ["proved", "refuted"]),
    ],
)  # fmt: skip
def test_second_derivatives_by_letters_below(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_two_letters_below_one_that_is_no_function_are_a_place() -> None:
    assert verdicts("Let $A = (a_{ij})$ be a matrix. Then $a_{ij}^2 \\ge 0$.") == ["proved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $F(W) = \\frac12 \\|Wx - y\\|^2$ we have $\\nabla_W F = (Wx - y) x^\\top$.", "proved"),
        ("For $F(W) = \\frac12 \\|Wx - y\\|^2$, $\\nabla_W F = (Wx - y) y^\\top$.", "not understood"),
        ("For $F(W) = \\operatorname{tr}(W^\\top W)$ we have $\\nabla_W F = W$.", "refuted"),
        ("For $h(w) = w^\\top Q w$, $\\nabla h(w) = (Q + Q^\\top) w$.", "proved"),
        ("For $h(w) = \\|w\\|^2$, $w \\in S$, we have $\\nabla h(w) = w$.", "unknown"),
    ],
)
def test_functions_of_matrices_and_gradients_beside_their_definition(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $h(t) = -t + \\frac{L t^2}{2}$. It is smallest at $t = \\frac1L$, where $h\\left(\\frac1L\\right) = -\\frac{1}{2L}$.", ["proved"]),
        ("Let $h(t) = -t + \\frac{L t^2}{2}$. It is smallest at $t = \\frac1L$, where $h\\left(\\frac1L\\right) = -\\frac{1}{L}$.", ["refuted"]),
        ("Let $h(t) = t^2 - 4$. It meets the axis at $t = c$, where $h(c) = 0$.", []),
        ("Let $h(t) = t^2 - a t$ and let $a$ be a number where $h(2) = 0$. Then $a = 2$.", ["proved"]),
    ],
)  # fmt: skip
def test_the_value_at_a_place_that_is_named_is_claimed(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


BACKWARD = "$z = wx + b$, $a = \\tanh(z)$ and $L = \\frac12 (a - y)^2$. Then $\\frac{\\partial L}{\\partial w} = "


@pytest.mark.parametrize("word", ["Consider", "Let"])
@pytest.mark.parametrize(("slope", "expected"), [("(a - y)(1 - a^2) x$.", "proved"), ("(a - y)(1 - a^2)$.", "refuted")])
def test_what_is_considered_may_be_given_by_what_is_given_before(word: str, slope: str, expected: str) -> None:
    assert verdicts(f"{word} {BACKWARD}{slope}")[-1] == expected


@pytest.mark.parametrize("slope", ["(a - y)(1 - a^2) x", "0"])
def test_a_letter_does_not_stay_fixed_where_an_equation_ties_it(slope: str) -> None:
    """That L does not depend on w was proved, though a line says what a is by w: and the right slope was refuted."""
    text = "Let $z = wx + b$ and $L = \\frac12 (a - y)^2$. We know that $a = \\tanh(z)$ solves it. Then $\\frac{\\partial L}{\\partial w} = "
    assert verdicts(f"{text}{slope}$.", budget=0.5)[-1] == "unknown"


@pytest.mark.parametrize(("slope", "expected"), [("q(1 - q)", "proved"), ("q(1 + q)", "refuted")])
def test_a_letter_that_a_chain_gives_has_a_derivative(slope: str, expected: str) -> None:
    assert verdicts(f"With $q = \\sigma(s) = \\frac{{1}}{{1 + e^{{-s}}}}$ we have $\\frac{{dq}}{{ds}} = {slope}$.") == [
        expected
    ]


SOFTMAX = "Let $p_i = \\frac{e^{z_i}}{\\sum_{j=1}^K e^{z_j}}$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then $\\frac{\\partial p_i}{\\partial z_i} = p_i (1 - p_i)$.", "proved"),
        ("Then $\\frac{\\partial p_i}{\\partial z_i} = p_i (1 + p_i)$.", "refuted"),
        ("Then $\\frac{\\partial p_i}{\\partial z_j} = p_i p_j$ for $i \\ne j$.", "refuted"),
        ("Clearly $p_i \\ge 1$ for all $i$.", "refuted"),
        ("Clearly $p_i \\le 1$ for all $i$.", "unknown"),  # p_0, of which nothing is said, may be larger
    ],
)  # fmt: skip
def test_members_are_worked_out_by_others_where_these_are(text: str, expected: str) -> None:
    assert verdicts(SOFTMAX + text, budget=0.7 if expected == "unknown" else 3.0)[-1] == expected


@pytest.mark.parametrize(("sign", "expected"), [("-", ["proved"] * 2), ("+", ["proved", "refuted"])])
def test_a_chance_that_has_a_name_leaves_no_value_out(sign: str, expected: list[str]) -> None:
    text = (
        "For a coin with $P(X = 1) = p$ and $k$ heads in $n$ tosses, $L(p) = p^k (1-p)^{n-k}$ and "
        "$\\ln L(p) = k \\ln p + (n - k) \\ln (1-p)$. The derivative is $\\frac{d}{dp} \\ln L(p) = \\frac{k}{p} S \\frac{n-k}{1-p}$."
    )
    assert verdicts(text.replace("S", sign)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$\\frac{d}{dx} \\int_0^x e^{-t^2} dt = e^{-x^2}$", "proved"),
        ("$\\frac{d}{dx} \\int_0^{x^2} e^{-t^2} dt = 2x e^{-x^4}$", "proved"),
        ("$\\frac{d}{dx} \\int_0^{x^2} e^{-t^2} dt = e^{-x^4}$", "refuted"),
        ("$\\frac{d}{dx} \\int_x^{x^2} \\sin(t^2) dt = 2x \\sin(x^4) - \\sin(x^2)$", "proved"),
        ("$\\frac{d}{dx} \\int_0^x e^{-x t^2} dt = e^{-x^3}$", "not understood"),  # the integrand changes too
        ("$\\frac{d}{dx} \\int_0^x h(t) dt = h(x)$", "not understood"),  # h may jump
        ("$\\frac{d}{dx} \\int_{-1}^x \\frac{1}{t^2} e^{-t^2} dt = \\frac{1}{x^2} e^{-x^2}$", "not understood"),  # there is a pole
    ],
)  # fmt: skip
def test_an_integral_changes_with_its_bounds(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $g_t$ be a stochastic gradient. Then $\\|w_t - u - c g_t\\|^2 = \\|w_t - u\\|^2 - 2c \\langle g_t, w_t - u\\rangle + c^2 \\|g_t\\|^2$.",
         ["proved"]),
        ("Let $g_t$ be a stochastic gradient. Then $\\|w_t - u - c g_t\\|^2 = \\|w_t - u\\|^2 - c \\langle g_t, w_t - u\\rangle + c^2 \\|g_t\\|^2$.",
         ["refuted"]),
        ("If $\\|u\\| \\le D$ then $D G \\sqrt{T} + D G \\sqrt{T} = 2 D G \\sqrt{T} = 4 D G \\sqrt{T}$.", ["proved", "refuted"]),
        ("Let $P = \\begin{pmatrix} 0.9 & 0.1 \\\\ 0.4 & 0.6 \\end{pmatrix}$ and $P(Y = 1) = p$. Then $P(Y = 1) \\cdot 2 = 2p$.", ["proved"]),
        ("Let $T \\sim \\mathrm{Exp}(\\lambda)$. Then $E[T^2] = \\int_0^\\infty t^2 \\lambda e^{-\\lambda t} dt = \\frac{1}{\\lambda^2}$.", ["proved", "refuted"]),
    ],
)  # fmt: skip
def test_slips_in_lines_of_members_and_multiples(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The characteristic polynomial is $s^2 - 1.5 s + 0.5 = (s - 1)(s - 0.5)$.", ["proved"]),
        ("The characteristic polynomial is $s^2 - 1.5 s + 0.5 = (s - 1)(s + 0.5)$.", ["refuted"]),
        ("The characteristic polynomial is $s^2 - 5 s + 6 = 0$, so $s = 2$ or $s = 3$.", ["proved"]),
    ],
)
def test_a_polynomial_is_written_in_other_forms(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


NEWTON = "With $h(x) = x^2 - a$ we have $x_{k+1} = x_k - \\frac{h(x_k)}{h'(x_k)} = x_k - \\frac{x_k^2 - a}{2x_k} = "


@pytest.mark.parametrize(("sign", "expected"), [("+", "proved"), ("-", "refuted")])
def test_a_slip_in_one_member_is_one_in_a_number(sign: str, expected: str) -> None:
    assert verdicts(NEWTON + f"\\frac12\\left(x_k {sign} \\frac{{a}}{{x_k}}\\right)$.")[-1] == expected


def test_what_is_known_of_a_member_is_proved_first() -> None:
    assert verdicts("Let $x_n = 2$ for all $n$. Then $x_n^2 - 3x_n + 2 = x_n^2 + 3 x_n - 10$.") == ["proved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $a = (1, 1, 0)$ and $b = (1, 0, 1)$ we have $\\|a\\| = \\sqrt 2$ and $\\cos\\theta = \\frac12$, so $\\theta = \\frac{\\pi}{3}$.", "unknown"),
        ("We have $\\cos\\theta = \\frac12$, so $\\theta = \\frac{\\pi}{3}$.", "refuted"),
        ("Let $p$ and $q$ be linearly independent vectors. Then $\\|p + q\\|^2 = \\|p\\|^2 + \\|q\\|^2 + \\langle p, q\\rangle$.", "refuted"),
        ("Let $p$ and $q$ be linearly independent vectors. Then $\\|p + q\\|^2 = \\|p\\|^2 + \\|q\\|^2 + 2\\langle p, q\\rangle$.", "proved"),
        ("For $A \\in \\mathbb{R}^{m \\times n}$ and $B \\in \\mathbb{R}^{n \\times m}$, $\\operatorname{tr}(AB) = 1$. We have\n\n"
         "$$\\|A + C\\|_F^2 \\ge 0$$\n\nfor $C \\in \\mathbb{R}^{m \\times n}$.", "proved"),  # m was a number there, and nothing was read
        ("Let $L(x, y) = x^2 + y^2$.\n\nFor $0 < m \\le L$ and $r = L/m$ we have $\\frac{L - m}{L + m} = \\frac{r - 1}{r + 1}$.", "not understood"),
    ],
)  # fmt: skip
def test_what_texts_on_vectors_and_matrices_mean(text: str, expected: str) -> None:
    assert verdicts(text, budget=0.7 if expected == "unknown" else 3.0)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In characteristic two $(a + b)^2 = a^2 + b^2$ for all $a$ and $b$.",
        "Suppose the noise $\\xi_t$ is independent of $w_t$ with zero mean. Then $E\\|w_t + \\xi_t\\|^2 = E\\|w_t\\|^2 + E\\|\\xi_t\\|^2$.",
    ],
)
def test_what_words_say_of_members_of_sequences_stands_against_a_point(text: str) -> None:
    """Each was refuted: the words were taken to say nothing of numbers, and the members for these."""
    assert verdicts(text, budget=0.7) == ["unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $p, q \\in \\mathbb{R}^n$ be orthogonal. Then $\\|p + q\\|^2 = \\|p\\|^2 + \\|q\\|^2$.", "proved"),
        ("Let $p$ and $q$ be orthogonal vectors. Then $\\|p - q\\|^2 = \\|p\\|^2 - \\|q\\|^2$.", "refuted"),
        (
            "Let $u_t$ and $v_t$ be orthogonal for every $t$. Then $\\|u_t + v_t\\|^2 = \\|u_t\\|^2 + \\|v_t\\|^2$.",
            "proved",
        ),
        ("Let $p$ be orthogonal to $q$, both vectors. Then $\\|p + q\\|^2 = \\|p\\|^2 + \\|q\\|^2$.", "unknown"),
        ("Let $Q \\in \\mathbb{R}^{n \\times n}$ be orthogonal. Then $\\|Qx\\|^2 = \\|x\\|^2$.", "proved"),
    ],
)
def test_orthogonal_vectors_are_so_to_each_other(text: str, expected: str) -> None:
    """That p^T p = I was supposed of each, as of a matrix, with a number I: Pythagoras was refuted."""
    assert verdicts(text, budget=0.7 if expected == "unknown" else 3.0)[-1] == expected
