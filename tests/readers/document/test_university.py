"""Notation of lectures and problem sets: what each must come to, beside what looks like it and must not."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For matrices $A$ and $B$ we compute $(AB)^T = A^T B^T$.", ["refuted"]),
        ("For matrices $A$ and $B$ we compute $(AB)^T = B^T A^T$.", ["proved"]),
        ("We compute $(AB)^T = A^T B^T$.", ["refuted"]),  # of any
        (r"Let $D$ be a matrix with linearly independent rows. Then $\det(D D^T) \neq 0$ and $\det(D^T D) \neq 0$.", ["proved", "unknown"]),
        (r"Let $C \in \mathbb{R}^{n \times p}$ be a matrix with orthogonal columns. Then $C^T C = I$.", ["unknown"]),
        (r"Let $B \in \mathbb{R}^{m \times n}$ and $P = B(B^T B)^{-1} B^T$. Then $P - P^2 = 0$.", ["proved"]),
        # a symmetric matrix is of the size that its uses say
        (r"Let $b \in \mathbb{R}^m$ and $B \in \mathbb{R}^{m \times n}$, with $B^T b = 0$."
         "\n\n"
         r"Let $S$ be symmetric with $S v = c v$ and $S w = r w$. Then $(c - r) \langle v, w \rangle = 0$.", ["proved"]),
        ("For a matrix $A$ and its inverse $B$ we compute $(AB)^T = A^T B^T$.", ["unknown"]),
    ],
)  # fmt: skip
def test_matrices_that_words_name_side_by_side(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $A \\succeq 0$. Then $x^T A x \\ge 0$ for all $x$.", ["proved"]),
        ("Let $A \\succeq 0$. Then $x^T A x > 0$ for all $x$.", ["refuted"]),
        ("Let $A, B \\succ 0$. Then $A + B \\succ 0$.", ["proved"]),
        ("Let $A, B \\succ 0$. Then $A - B \\succ 0$.", ["refuted"]),
        ("Let $m I \\preceq A \\preceq L I$. Then $m \\|x\\|^2 \\le x^T A x$.", ["proved"]),
        ("Let $x \\succeq 0$ be a vector in $\\mathbb{R}^n$. Then $a^T x \\ge 0$.", ["unknown"]),
        ("$$\\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix} \\succeq 0$$", ["proved"]),
        ("$$\\begin{pmatrix} 1 & 2 \\\\ 2 & 1 \\end{pmatrix} \\succeq 0$$", ["refuted"]),
    ],
)
def test_the_order_of_matrices(text: str, expected: list[str]) -> None:
    tells(text, expected, budget=0.5 if expected == ["unknown"] else 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $X \\sim N(\\mu, \\sigma^2)$. Then $\\operatorname{Var}(2X + 1) = 4\\sigma^2$.", ["proved"]),
        ("Let $X \\sim N(\\mu, \\sigma^2)$. Then $\\operatorname{Var}(2X + 1) = 2\\sigma^2$.", ["refuted"]),
        ("Let $X \\sim N(0, \\sigma^2 I)$. Then $\\operatorname{Var}(X) = \\sigma^2$.", ["unknown"]),  # a vector
        ("Let $X \\sim N(0, 1)$ and $Y \\sim N(0, 1)$. Then $\\operatorname{Var}(X + Y) = 3$.", ["unknown"]),
        ("Let $X \\sim \\mathrm{Weird}(p)$. Then $\\mathbb{E}[X^2] = p$.", ["unknown"]),
    ],
)
def test_the_mean_and_the_variance_of_a_distribution(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $\\mathbf{v}$ be an eigenvector of $M$ with eigenvalue $c$. Then $M \\mathbf{v} = c \\mathbf{v}$.", ["proved"]),
        ("Let $\\mathbf{v}$ be an eigenvector of $M$. Then $M \\mathbf{v} = c \\mathbf{v}$.", ["unknown"]),
        ("For all vectors, $\\langle \\mathbf{u}, \\mathbf{v} \\rangle = \\sum_{i=1}^n u_i v_i$.", ["unknown"]),  # its places
        ("Let $a > 0$. Then $\\Gamma(a + 2) / \\Gamma(a) = (a + 1) a \\Gamma(a) / \\Gamma(a)$.", ["unknown"]),
        ("$$D(p \\| q) = D(q \\| p)$$", ["unknown"]),  # and no definition
        ("For any vector $\\mathbf{u}$ and any scalar $c \\ne 0$, $\\|\\mathbf{u}\\| = \\|c \\mathbf{u}\\| / |c|$.", ["proved"]),
        ("If $\\mathbf{u} \\perp \\mathbf{v}$, then $\\|\\mathbf{u} + \\mathbf{v}\\|^2 = \\|\\mathbf{u} - \\mathbf{v}\\|^2$.", ["proved"]),
        ("If $\\mathbf{u} \\perp \\mathbf{v}$, then $\\|\\mathbf{u} + \\mathbf{v}\\| = \\|\\mathbf{u}\\| + \\|\\mathbf{v}\\|$.", ["refuted"]),
    ],
)  # fmt: skip
def test_what_texts_of_linear_algebra_say_of_their_letters(text: str, expected: list[str]) -> None:
    tells(text, expected, budget=0.5 if expected == ["unknown"] else 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$\\sup_{x \\in [0, 1]} x(1 - x) = \\frac14$$", ["proved"]),
        ("$$\\inf_{x > 0} \\left(x + \\frac1x\\right) = 2$$", ["proved"]),
        ("$$\\sup_{x \\in [0, 1]} x^2 \\le 1$$", ["proved"]),
        ("$$\\sup_{x \\in [0, 1]} x^2 \\ge 1$$", ["unknown"]),  # more than a bound on each value
        ("$$\\sup_{x \\in [0, 1]} x^2 < 1$$", ["unknown"]),
    ],
)
def test_least_bounds(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$\\int_1^e \\frac1x dx = \\ln x \\bigg|_1^e = 1$$", ["proved", "proved"]),
        (
            "$$\\int_1^e \\frac1x dx = \\ln x \\mid_1^e = 2, \\qquad \\mid x - 1 \\mid^2 = (x - 1)^2$$",
            ["proved", "refuted", "proved"],
        ),
        ("$$\\int_1^\\infty \\frac{1}{x^2} dx = -\\frac1x \\Big|_1^\\infty = 1$$", ["proved", "proved"]),
        ("$$\\int_0^1 (1 + x) dx = x + \\frac{x^2}{2} \\Big|_0^1$$", ["not understood"]),  # of the sum, or of its end
        ("$$\\int_0^1 (1 + x) dx = \\left. x + \\frac{x^2}{2} \\right|_0^1$$", ["proved"]),
        ("$$P(D|+) = \\frac{P(+|D) P(D)}{P(+)}, \\quad P(-|D) = 1 - P(+|D)$$", ["proved", "proved"]),
        (
            "$$\\begin{array}{rcl} (a+b)^2 &=& a^2 + 2ab + b^2 \\\\ (a-b)^2 &=& a^2 - b^2 \\end{array}$$",
            ["proved", "refuted"],
        ),
    ],
)
def test_bars_marks_and_columns(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $A$ and $B$ be events. Then $P(A \\cup B) \\le P(A) + P(B)$.", ["proved"]),
        ("Let $A$ and $B$ be events. Then $P(A \\setminus B) = P(A) - P(B)$.", ["refuted"]),
        ("Let $A$ and $B$ be disjoint events. Then $P(A \\cup B) = P(A) + P(B)$.", ["proved"]),
        ("Suppose $P(D) = 0.01$, $P(+ \\mid D) = 0.9$ and $P(+ \\mid D^c) = 0.05$. Then $P(+) = 0.0585$.", ["proved"]),
        ("Suppose $P(D) = 0.01$, $P(+ \\mid D) = 0.9$ and $P(+ \\mid D^c) = 0.05$. Then $P(-) = 0.0585$.", ["refuted"]),
        ("Suppose $P(D) = 0.01$ and $P(+ \\mid D) = 0.9$. Then $P(+) = 0.0585$.", ["unknown"]),
        (
            "# Uniform\n\nLet $U$ be uniform.\n\n# Rules\n\nLet $X$ vary. Then $\\operatorname{Var}(aX + b) = a^2 \\operatorname{Var}(X) + b$.",
            ["refuted"],
        ),
        (  # an identity with a slip, whatever is said of X and Y; where they are uncorrelated it holds
            "# One\n\nThe values of $X$ and $Y$ vary. $\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y) - 2\\operatorname{Cov}(X, Y)$.\n\n"
            "# Two\n\nThe values of $X$ and $Y$ are uncorrelated. $\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y) - 2\\operatorname{Cov}(X, Y)$.",
            ["refuted", "unknown"],
        ),
        (  # a term that is left out: right for some of them
            "The values of $X$ and $Y$ vary. $\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y)$.",
            ["unknown"],
        ),
        (
            "Let $M(t) = r e^t + 1 - r$. We put in: $M(t) = r e^t + s$ and $M(t) = r e^t + 1 + r$.",
            ["unknown", "refuted"],  # s may be 1 - r
        ),
        ("Let $p_X(1) = a$ and $p_X(2) = b$. Then $p_X(1) + p_X(2) = a + b$.", ["proved"]),
        (
            "We have $P(X > a + b \\mid X > a) = \\frac{P(X > a + b \\cap X > a)}{P(X > a)}$ and $P(X > a \\cap X > b) = P(X > a) P(X > b)$.",
            ["proved", "unknown"],
        ),
        (  # of which kind X is says nothing of a fraction in its parameters, but where it gives one
            "# One\n\nLet $X \\sim \\text{Beta}(r, s)$. $$v = \\frac{r(r + s) - r^2}{r + s} = \\frac{r}{r + s}$$\n\n"
            "# Two\n\nLet $X \\sim \\text{Beta}(r = 1, s)$. $$w = \\frac{r(r + s) - r^2}{r + s} = \\frac{s}{r + s}$$",
            ["refuted", "unknown"],
        ),
        (
            "The matrix is positive definite. $$q = 2 r^2 - 2 r s + 2 s^2 = r^2 + (r + s)^2 + s^2 = 1$$",
            ["refuted", "unknown"],
        ),
        ("Let $X$ be constant.\n\nThen $\\operatorname{Var}(X) = 0$, for all distributions.", ["unknown"]),
    ],
)
def test_any_events_and_random_numbers(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $A$ be an invertible matrix. Then $A A^{-1} = I$ and $\\det(A^{-1}) = \\det(A)$.", ["proved", "refuted"]),
        ("Let $A$ be a symmetric positive definite $n \\times n$ matrix. Then $x^\\top A x \\ge 0$.", ["proved"]),
        ("The matrix $A$ is not invertible. Then $\\det A = 1$.", ["unknown"]),
        (
            "Let $t$ be an eigenvalue. Then $(t - 4)(t + 1) + 9 = t^2 - 3t + 6 = (t - 1)(t - 5)$.",
            ["refuted", "unknown"],  # the second may hold for this t
        ),
        ("The matrix $B'B$ is invertible. $(B'B)^{-1} B'(B u) = u$.", ["proved"]),
        ("Let $B' = C B$. Then $B'B = C B^2$.", ["not understood"]),
        ("Let $J(w) = \\|Xw - y\\|^2$. The gradient is $\\nabla J(w) = 2 X^\\top(Xw - y)$.", ["proved"]),
        ("Let $J(w) = \\|Xw - y\\|^2$. The gradient is $\\nabla J(w) = X^\\top(Xw - y)$.", ["refuted"]),
        ("The gradient is $\\nabla_x (x^\\top A x) = 2 A x$.", ["unknown"]),  # A may be symmetric
    ],
)
def test_what_is_said_of_matrices(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$\\lim_{x \\to -\\infty} e^{x} = 0$$", ["proved"]),
        ("$$\\lim_{x \\to -\\infty} e^{-x} = 0$$", ["not understood"]),
        ("$$\\int_{-\\infty}^0 e^x dx = 1$$", ["proved"]),
        ("$$\\int_0^{-\\infty} e^{-x} dx = 1$$", ["not understood"]),
        ("$$\\lim_{n \\to \\infty} (\\sqrt{n^2 + 4n} - n) = 2$$", ["proved"]),
        ("$$\\lim_{n \\to \\infty} (\\sqrt{n^2 + 4n} - n) = 4$$", ["refuted"]),
        ("$$\\lim_{n \\to \\infty} \\sqrt{n} (\\sqrt{n + 1} - \\sqrt{n}) = \\frac12$$", ["proved"]),
        ("$$\\int_1^\\infty \\frac{dx}{x^3} = \\frac12$$", ["proved"]),
        ("Let $a > 0$. $$\\int_0^\\infty t a e^{-at}\\,dt = \\frac{1}{a}$$", ["proved"]),
    ],
)
def test_infinity_has_a_sign(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As $x \\to 0$, $\\ln(1 + x) = x - \\frac{x^2}{2} + O(x^3)$.", ["proved"]),
        ("As $x \\to 0$, $\\ln(1 + x) = x + \\frac{x^2}{2} + O(x^3)$.", ["refuted"]),
        ("As $x \\to 0$, $\\sin x = x + o(x^2)$.", ["proved"]),
        ("As $x \\to 0$, $\\sin x = x + o(x^3)$.", ["refuted"]),
        ("$x^2 + x = x^2 + O(x)$", ["not understood"]),  # x may grow
        ("As $x \\to 0$, $|x| = x + O(x^2)$.", ["not understood"]),
        ("We split $\\frac{1}{x^2-1} = \\frac12\\left(\\frac{1}{x-1} + \\frac{1}{x+1}\\right)$.", ["refuted"]),
        ("$$\\frac{6}{x} = \\frac{1}{x-1} + \\frac{1}{x+1}$$", ["unknown"]),  # an equation
        ("For $|q| < 1$ we have $$\\sum_{k=1}^\\infty k q^{k-1} = \\frac{1}{1-q^2}.$$", ["refuted"]),
    ],
)
def test_remainders_and_series(text: str, expected: list[str]) -> None:
    tells(text, expected, budget=1.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $x, y \\in [0, 1]$ we have $|x^2 - y^2| \\le 2|x - y|$.", ["proved"]),
        ("Let $x, y \\in [0, 2]$. Then $|x^2 - y^2| \\le 2|x - y|$.", ["refuted"]),
        (
            "Let $x \\in [0, 1] \\triangle C$. Then $x^2 \\le 1$ and $x \\le -y^2$.",
            ["unknown", "unknown"],
        ),  # a set that is not read
        ("Show that for $a, b > 0$ $$\\sqrt{ab} \\le \\frac{a + b}{2}.$$", ["proved"]),
        ("Show that for $a > 0$ $$b \\le a + b^2.$$", ["unknown"]),
        ("We solve $3c^2 - 3 = 1$, which gives $c = \\frac{2}{\\sqrt3}$.", ["refuted"]),
        (
            "By the mean value theorem on $[0, 2]$ we solve $3c^2 - 3 = 1$, which gives $c = \\frac{2}{\\sqrt3}$.",
            ["unknown"],
        ),
        ("Let $a \\ne 0$ and $H = \\{z : \\langle a, z\\rangle = b\\}$. Then $\\|a\\|^2 > 0$.", ["proved"]),
    ],
)
def test_where_letters_lie(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "## One\n\nLet $B$ be nilpotent.\n\n## Two\n\nLet $C$ be an $n \\times n$ matrix. Then $C^\\top = C$.",
            ["refuted"],
        ),
        ("## One\n\nLet $C$ be nilpotent.\n\n## Two\n\nThen $C^\\top = C$.", ["unknown"]),
        (
            "All matrices are nilpotent.\n\n## Two\n\nLet $C$ be an $n \\times n$ matrix. Then $C^\\top = C$.",
            ["unknown"],
        ),
    ],
)
def test_words_of_a_part_before(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $x, y$ be vectors. Then $\\|x + y\\| \\le \\|x\\| + \\|y\\|$.\n\nSince $1 - x \\le e^{-x}$ for all real $x$, we get $1 - a \\le e^{-a}$.",
            ["proved"] * 3,
        ),
        ("Let $x$ be a vector with $\\|x\\| = 1$. For $g(t) = t^2$ we have $g(2) = 5$.", ["refuted"]),
    ],
)
def test_letters_that_a_sentence_uses_anew(text: str, expected: list[str]) -> None:
    tells(text, expected)


def test_a_sequence_that_is_given_at_one_index_is_not_known_at_the_next() -> None:
    rule = "We use $w_{t+1} = w_t - \\eta g_t$ with $\\eta > 0$. Fix $u$. Define $d_t = \\|w_t - u\\|^2$. The drop is"

    assert "refuted" not in verdicts(
        f"{rule} $$d_t - d_{{t+1}} = 2\\eta \\langle w_t - u, g_t\\rangle - \\eta^2\\|g_t\\|^2.$$"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $g_t \\in \\partial f(x_t)$ we have $f(x_t) - f(x^*) \\le \\langle g_t, x_t - x^*\\rangle$.", ["proved"]),
        (
            "For $g \\in \\partial f(x)$ and all $x$ we have $f(x) - f(x^*) \\ge \\langle g, x - x^*\\rangle$.",
            ["refuted"],
        ),
        ("Then $\\|x^* + y\\|^2 = \\|x^*\\|^2 + \\langle x^*, y\\rangle + \\|y\\|^2$.", ["refuted"]),
        ("Then $f(x^*) \\le f(y)$.", ["proved"]),
        ("Then $f(y) \\le f(x^*)$ for all $y$.", ["refuted"]),
    ],
)
def test_a_minimizer_of_the_only_function(text: str, expected: list[str]) -> None:
    tells(f"Let $f : \\mathbb{{R}}^d \\to \\mathbb{{R}}$ be convex with minimizer $x^*$. {text}", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $a > 0$. Then\n\n- $(a + b)^2 = a^2 + 2ab + b^2$\n- $(a - b)^2 = a^2 - b^2$", ["proved", "refuted"]),
        ("Find where\n\n- $(a + b)^2 = a - 1$\n- $a + b = 3$", ["unknown", "unknown"]),
        ("This holds because $a^2 + b^2 - ab = (a - b)^2 + a^2 + b^2$.", ["refuted"]),
        ("Let $0 < p < 1$ be a probability and $q = 1 - p$. Then $q^2 = 1 - p^2$.", ["refuted"]),
        ("Let $p, q > 0$ be the probabilities. Then $q^2 = (1 - p)^2$.", ["unknown"]),
        ("A factor $q < 1$ satisfies a bound. Hence $2q > 2$.", ["refuted"]),
        ("Let $z_1, \\dots, z_n \\in \\mathbb{R}^d$. Then always $\\|z_1\\|^2 \\ge \\|z_1\\|$.", ["refuted"]),
    ],
)
def test_what_is_claimed_and_what_is_no_more_than_named(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $f(x, y) = x^2 y$ we find $f_x = 2xy$, $f_y = x$, $f_x(1, 3) = 6$ and $f_y(2, 1) = 2$.",
         ["proved", "refuted", "proved", "refuted"]),
        ("For $f(x, y) = x^2 y$ we find $\\frac{\\partial^2 f}{\\partial x \\partial y} = 2x$.", ["proved"]),
        ("For $f(x, y) = x^2 y$ we find $\\frac{\\partial^2 f}{\\partial x \\partial y} = 2y$.", ["refuted"]),
        ("Let $p(x) = e^{-x}$. Then $\\log p(x) = -x$ and $\\log p(x) = x$.", ["proved", "refuted"]),
        ("Let $a_1, \\dots, a_n > 0$. Then $\\sum_{i=1}^n a_i \\ge 0$.", ["proved"]),
        ("Let $a_1, \\dots, a_n \\in [0, 1]$. Then $\\sum_{i=1}^n a_i \\le n$, so $\\sum_{i=1}^n a_i^2 \\ge \\sum_{i=1}^n a_i$.",
         ["proved", "refuted"]),
        ("Let $a, b > 0$ and $n \\in \\mathbb{N}$. Then $\\int_0^b \\frac{1}{1+x}\\,dx = \\ln(1 + b)$.", ["proved"]),
        ("Let $0 < a, b$. Then $\\int_a^b \\frac{1}{x}\\,dx = \\ln b - \\ln a$.", ["proved"]),
        ("Let $n \\in \\mathbb{N}$. Then $\\int_0^1 x^n(1-x)\\,dx = \\frac{1}{n+1} - \\frac{1}{n+2}$.", ["proved"]),
        ("Let $n \\in \\mathbb{N}$. Then $\\int_{-1}^1 x^{n-2}\\,dx = \\frac{1 - (-1)^{n-1}}{n-1}$.", ["not understood"]),
        ("Let $n \\in \\mathbb{N}$. Then $\\int_0^1 x^{2n}\\,dx = \\frac{1}{2n+1}$.", ["proved"]),
        ("Let $n \\in \\mathbb{N}$. Then $\\int_0^1 x^{2n}\\,dx = \\frac{1}{2n}$.", ["refuted"]),
        ("Let $y = x^2$. Then $y' = 2x$. Next $y = \\operatorname{lcm} x$, so $y' = 3$.", ["proved", "not understood", "unknown"]),
        ("We update the weights: $w_i^{t+1} = 2 w_i^t$.", ["unknown"]),
    ],
)  # fmt: skip
def test_how_lectures_write_it(text: str, expected: list[str]) -> None:
    tells(text, expected, budget=2.0)


def test_a_rule_that_gives_the_next_member_by_itself() -> None:
    text = "Let $f$ be convex and differentiable. The step is $x_{k+1} = x_k - \\nabla f(x_{k+1})$. Then for all $y$ $$%s$$"
    right = "\\|x_k - y\\|^2 = \\|x_{k+1} - y + \\nabla f(x_{k+1})\\|^2"

    tells(text % right, ["proved"])
    tells(text % right.replace("+ \\nabla", "- \\nabla"), ["refuted"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The numbers $F_1 = 1$, $F_2 = 1$, $F_{n+1} = F_n + F_{n-1}$ satisfy $F_3 = 2$ and $F_7 = 12$.", ["proved", "refuted"]),
        ("The numbers $F_{n+1} = F_n + F_{n-1}$ are known. Then $F_7 = 12$.", ["unknown"]),
        ("The iteration is $$x_{k+1} = x_k - \\frac{x_k}{2} = \\frac{x_k}{2}.$$ For $x_0 = 1$ we get $x_2 = \\frac14$ and $x_3 = \\frac14$.",
         ["proved", "proved", "refuted"]),
        ("Let $T \\ge 1$, $N \\ge 2$ and $\\eta = \\sqrt{\\frac{\\ln N}{T}}$. Then $\\sqrt{T} + \\sqrt{\\ln N} = \\sqrt{T + \\ln N}$.", ["refuted"]),
        ("For $n \\in \\mathbb{N}$: $\\binom{n}{2} = \\frac{n(n+1)}{2}$.", ["refuted"]),
        ("Find $n$ with $\\binom{n}{2} = 2n$.", []),
        ("Let $X$ have $\\mathrm{Var}(X) = \\sigma^2$. Then $\\mathrm{Var}(aX + b) = a^2\\sigma^2 + b$.", ["refuted"]),
        ("With $x = 1$ we get $x + 1 = 2$.\n\nLet $W \\in \\mathbb{R}^{m \\times n}$ and $x \\in \\mathbb{R}^n$. Then $\\|Wx\\|^2 = x^T W^T W x$.",
         ["proved", "proved"]),
        ("Let $P = \\begin{pmatrix} 1 & 1 \\\\ 0 & 1 \\end{pmatrix}$.\n\n## Projections\n\nLet $u \\in \\mathbb{R}^n$ with $\\|u\\| = 1$ and $P = uu^T$. Then $(I - P)^2 = I - P$.",
         ["proved"]),
        ("Let $P = \\begin{pmatrix} 1 & 1 \\\\ 0 & 1 \\end{pmatrix}$.\n\n## Powers\n\nThen $P^2 = P$.", ["refuted"]),
    ],
)  # fmt: skip
def test_what_is_known_of_letters(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"For $x > 0$: $\ln \frac{x}{2} = \ln x - 2$ and $\ln x^2 = 2 \ln x$.", ["refuted", "proved"]),
        (r"For $x > 0$ the equation $x^2 = x + 2$ has one solution.", []),
        (r"Solve $|x - 1| = 2x$. For $x \ge 1$: $x - 1 = 2x$.", ["proved"]),
        (r"Solve $|x - 1| = 2x$. For $x \ge 1$: $1 - x = 2x$.", ["unknown"]),
        (r"The rate, $\eta_t = \frac{\eta_0}{1 + 2t}$: $\eta_1 = \frac{\eta_0}{3}$, $\eta_2 = \frac{\eta_0}{4}$.", ["proved", "unknown"]),
        (r"Let $|x| < 1$. Then $\sum_{k=2}^\infty x^k = \frac{x}{1-x}$.", ["refuted"]),
        (r"Fixed point iteration: with $x_0 = 2$ and $x_{k+1} = \frac{x_k}{2}$ we get $x_2 = \frac12$.", ["proved"]),
    ],
)  # fmt: skip
def test_claims_for_all_values_in_a_range(text: str, expected: list[str]) -> None:
    tells(text, expected)


def test_what_a_rule_for_another_sequence_does_not_hide() -> None:
    rule = r"Let $f$ be convex and differentiable, $\beta > 0$, and $x_{k+1} = x_k - \nabla f(x_k) + \beta (x_k - x_{k-1})$."
    mean = r"\|\beta u + (1 - \beta) v\|^2 = \beta \|u\|^2 + (1 - \beta) \|v\|^2 - %s \|u - v\|^2"

    wrong, right = mean % r"\beta", mean % r"\beta (1 - \beta)"

    tells(f"{rule} Then $${wrong}$$", ["refuted"])
    tells(f"{rule} Then $${right}$$", ["proved"])


def test_a_function_that_is_given_anew_by_what_it_has() -> None:
    text = r"Let $A$ be a symmetric $n \times n$ matrix. Then $g(x) = \|x\|^2$ has $\nabla g(x) = 2x$; $g(x) = x^T A x$ has $\nabla g(x) = Ax$."

    tells(text, ["proved", "refuted"])


def test_a_row_that_says_what_a_matrix_is_does_not_come_from_one_that_does_not_name_it() -> None:
    text = r"""We have $$\mathbf{q} = \mathbf{d} \hat{t} = M \mathbf{c}.$$ Scaling back gives
$$\hat{t} = \mathbf{d}^T \mathbf{c} / \mathbf{d}^T \mathbf{d}$$
giving the matrix $M$ as
$$M = \mathbf{d} (\mathbf{d}^T \mathbf{d})^{-1} \mathbf{d}^T.$$"""

    assert verdicts(text)[-1] == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"$$L(\theta \mid y) = \prod_{j=1}^m \theta e^{-\theta y_j}$$ $$\ell(\theta \mid y) = \log L(\theta \mid y)$$"
            r"$$\frac{\partial \ell}{\partial \theta} = \frac{m}{\theta} - \sum_{j=1}^m y_j$$",
            ["proved"],
        ),
        (
            r"$$\ell(a, s^2) = \log L(a, s^2; y) = -\frac{m}{2} \log(s^2) - \frac{1}{2 s^2} \sum_{j=1}^m (y_j - a)^2$$"
            r"$$\frac{\partial \ell}{\partial s^2} = -\frac{m}{2 s^2} + \frac{1}{2 s^4} \sum_{j=1}^m (y_j - a)^2$$",
            ["unknown", "proved"],  # nothing says what L is
        ),
        (r"For the sample, $\sum_{j=1}^m y_j^2 = \sum_{j=1}^m (y_j - \bar{y})^2 + m \bar{y}^2$.", ["proved"]),
        (r"For the sample, $\sum_{j=1}^m y_j^2 = \sum_{j=1}^m (y_j - \bar{y})^2 - m \bar{y}^2$.", ["refuted"]),
        (r"We have $\sum_{j=1}^m y_j^2 = \sum_{j=1}^m (y_j - \bar{y})^2 + m \bar{y}^2$.", ["unknown"]),
    ],
)
def test_likelihoods_and_averages(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("for rational $x$", "unknown"),
        ("if $x$ is an integer", "unknown"),
        ("on the positive axis", "unknown"),
        ("near zero", "unknown"),
        ("for real $x$", "proved"),
        ("for input $x$", "proved"),
        ("on the real line", "proved"),
        ("for convenience", "proved"),
    ],
)
def test_words_behind_a_definition_may_say_that_it_is_so_for_some_only(words: str, expected: str) -> None:
    tells(f"Let $f(x) = x^2$ {words}. Then $f(-\\frac12) = \\frac14$.", [expected])


def test_a_letter_of_a_definition_that_some_words_bring_in_is_no_point() -> None:
    assert verdicts("Let $f(x) = k x^2$ for some constant $k$. Then $f(2) = 4k$ and $f(2) = 2k$.") == [
        "proved",
        "unknown",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a norm between signs of parallels, macros of packages, an angle bracket before a sign, a named upper bound
        (r"For all vectors $u, v$: $1 + \frac12 \parallel u \parallel^2 \ge \parallel u \parallel$ and $\norm{u + v} = \norm{u} + \norm{v}$ "
         r"and $\left<u, v\right>=\left<v, u\right>$.", "prp"),
        (r"For all $m$, $\sum_{k=1}^{k=m} k = \frac{m(m + 1)}{2}$ and $\sum_{k=1}^{k=m} k = \frac{m(m - 1)}{2}$.", "pr"),
        (r"For any events $A, B, C$: $P(A(B \cup C)) = P(AB) + P(AC) - P(ABC)$ and $P(A^cB) = P(B) - P(AB)$ and $P(A^cB) = P(B) - P(A)$.", "ppr"),
        (r"For any random variable $X$, $\text{Var}\!\left(3X\right) = 9 \text{Var}(X)$ and $\text{Var}\!\left(3X\right) = 3 \text{Var}(X)$.", "pr"),
        # no number is called Var, and what E covers must be seen
        (r"For any $\xi$, $\operatorname{Var}\xi = E\xi^2 - (E\xi)^2$.", "n"),
        # a function on a set of which nothing is said, a mean that words give, counts of which only the sum is given
        (r"Let $q : D \to \mathbb{R}$. For $0 < |u - 1| < 2$ we have $|q(u) - 2| < 9 |u - 1|$.", "u"),
        (r"Each place $j$ is as likely. Hence $E(Q_j) = \frac{m + 1}{2}$ and $\sum_{j=1}^m E(Q_j) = \sum_{j=1}^m \frac{m + 1}{2}$.", "uu"),
        (r"Let $M = \sum_{j=1}^m a_j$. This gives $\sum_{j=1}^m \frac{a_j}{M} b_j^2 \ge 0$.", "u"),
        # examples in a list, a condition on several events, vectors of a subspace and of its complement
        ("$$k = \\frac{L}{m}.$$\n\n- Round: $m = L = 1$.\n- Long: $m = 1$, $L = 90$ is worse.", "uuu"),
        (r"For any events: $P(C \mid D, H) = \frac{P(CDH)}{P(DH)}$.", "p"),
        (r"We have $v = u_1 + w_1$ for some $u_1, u_2 \in U$ and $w_1 \in U^\perp$. Then $\langle u_1, u_2 + w_1 \rangle = \langle u_1, u_2 \rangle$.", "u"),
        ("```{math}\n:label: eq:first\n(u + v)^2 = u^2 + 2uv + v^2\n```", "p"),
    ],
)  # fmt: skip
def test_signs_of_lectures(text: str, expected: str) -> None:
    assert "".join(each[0] for each in verdicts(text, 2.0)) == expected
