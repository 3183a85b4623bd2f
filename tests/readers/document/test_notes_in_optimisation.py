"""How lecture notes in optimisation and analysis bring things in: sets by what their members satisfy, functions of the same name,
cases of a sentence, labels below letters, stars above columns."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts

SIMPLEX = r"Let $\Delta_n = \{x \in \mathbb{R}^n : x_i \ge 0, \sum_{i=1}^n x_i = 1\}$. "
BALL = r"Let $B = \{x : \|x\| \le R\}$ and $u, v \in B$. "
HALF = r"Let $C = \{x \in \mathbb{R}^n : a^\top x \le b\}$, $x, y \in C$ and $\theta \in [0,1]$. "
QUADRATIC = r"Let $f(x) = \frac12 x^\top A x - b^\top x$ with $A$ symmetric, $b = A x^*$. "
CHOSEN = r"Take $s = \arg\min_{u \in C} \langle g, u \rangle$ and $y = x + s$." + "\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what lies in a set that is described satisfies what is said there
        (SIMPLEX + r"For $x, y \in \Delta_n$ we have $\sum_{i=1}^n (x_i + y_i) = 2$.", "p"),
        (SIMPLEX + r"For $x, y \in \Delta_n$ we have $\sum_{i=1}^n (x_i + y_i) = 3$.", "r"),
        (SIMPLEX + r"For $y \in \Delta_n$ we have $\sum_{i=1}^n y_i (1 + y_i) - \sum_{i=1}^n y_i^2 = 1$.", "p"),
        (BALL + r"Then $\|u - v\| \le 2R$.", "p"),
        (BALL + r"Then $\|u - v\| \le R$.", "?"),
        (BALL + r"Then $\frac12 (u + v) \in B$.", "p"),
        (HALF + r"Then $\theta x + (1 - \theta) y \in C$.", "p"),
        (HALF + r"Then $x + y \in C$.", "?"),
        (r"Let $S = \{1, 2\}$ and $k \in S$. Then $k^2 - 3k + 2 = 0$.", "p"),
        (r"Let $K = \{(x, t) : \|x\| \le t\}$ and $z \in K$. Then $z + z = z$.", "?"),
        # a function that "let" brings in is another one than before
        (r"**Example.** $f(x) = |x|$." + "\n\n" + r"**Lemma.** Let $f$ be convex. Then $f(x) \ge 0$.", "?"),
        (r"**Example.** $f(x) = |x|$." + "\n\n" + r"**Lemma.** We look at $f$ again. Then $f(x) \ge 0$.", "p"),
        # one at a letter of another kind is another one, and none of several ways in which a part gives it is meant in the next
        (
            r"Let $x$ be a number and $g(x) = |x|$."
            + "\n\n# B\n\n"
            + r"Let $x, c$ be vectors. $g(x) = c^\top x$. Then $g(3x) = 3g(x)$.",
            "p",
        ),
        ("# A\n\n**Ex.** $g(x) = |x|$.\n\n**Ex.** $g(x) = x^2$.\n\n# B\n\nWe have $g(x) \\ge 0$.", "?"),
        ("# A\n\n**Ex.** $g(x) = x^2 - 1$. Again, $g(x) = (x - 1)(x + 1)$.\n\n# B\n\nWe have $g(x) \\ge -1$.", "pp"),
        # or is given behind the formula
        (r"Let $f(x) = x^2$. Put $g(t) = f(3t)$ with $f(x) = x + 1$. Then $g(t) = 3t + 1$.", "p"),
        (r"Let $f(x) = x^2$. Put $g(t) = f(3t)$ with $f(x) = x + 1$. Then $g(t) = 9t^2$.", "?"),
        (r"We have $\sigma(-z) = 1 - \sigma(z)$ where $\sigma(z) = \frac{1}{1 + e^{-z}}$.", "p"),
        (r"We have $\sigma(-z) = \sigma(z) - 1$ where $\sigma(z) = \frac{1}{1 + e^{-z}}$.", "?"),
        # the set of all subgradients is named, and maps to vectors are
        (
            r"The set of subgradients is $\partial f(x)$. If $g \in \partial f(x)$, then $f(y) \ge f(x) + g (y - x)$.",
            "p",
        ),
        (
            r"The set of subgradients is $\partial f(x)$. If $g \in \partial f(x)$, then $f(y) \ge f(x) + 2g (y - x)$.",
            "?",
        ),
        (r"Let $F : \mathbb{R}^n \to \mathbb{R}^m$ be a map and $a > 0$. Then $a + 1 > 1$.", "p"),
        # a value at a star gives no function anew
        (
            QUADRATIC
            + "\n\n"
            + r"2. Now $f(x^*) = -\frac12 b^\top x^*$. So $f(x + x^*) = f(x) + f(x^*) + x^\top A x^*$.",
            "pp",
        ),
        (QUADRATIC + "\n\n" + r"2. Now $f(x^*) = \frac12 b^\top x^*$.", "r"),
        (r"So $(x - x^*)^\top A x^* = x^\top A x^* - x^{*\top} A x^*$ for matrices $A$ and columns $x$.", "p"),
        # what a sentence brings in for one case holds in no other one
        (r"Take $r = 2$. For $v > r$ we have $x = 1$; for $v < r$ we have $x < r$.", "?"),
        # letters that have indices are labels below others
        (r"Let $y = \sum_{i=1}^n w_i x_i$, $\sigma_w = 1$ and $\sigma_x > 0$. Then $\sigma_x = 1$.", "?"),
        (r"Let $y = \sum_{i=1}^n w_i x_i$ and $\sigma_w = 2$. Then $\sigma_w^2 = 4$.", "p"),
        # partial derivatives of a function that is given behind another one
        ("1. $f(x) = x^2$.\n\n2. $f(x,y) = x^2 y$: $f_x = 2xy$, $f_y = x^2$, $f_{xy} = 2x$.", "ppp"),
        ("1. $f(x) = x^2$.\n\n2. $f(x,y) = x^2 y$: $f_x = 2xy$, $f_y = x$, $f_{xx} = 2y$.", "prp"),
        # functions without a name, and functions of the language with a prime
        (r"The map $x \mapsto a x^2 + b$ is convex for $a > 0$. Then $(a + b)^2 \ge 4ab$.", "p"),
        (r"Then $\tanh'(z) = 1 - \tanh^2(z)$ and $\sinh'(z) = \cosh(z)$.", "pp"),
        (r"Then $\tanh'(z) = 1 + \tanh^2(z)$.", "r"),
        # numbers to the power T, beside a T that is a number
        (r"For $T > 0$ and $q > 1$ we have $(1 - \frac1q)^T = e^{T \log(1 - 1/q)}$.", "p"),
        # rules that a sequence satisfies something by
        (r"The sequence $a_0 = 1$, $a_{k+1} = 2 a_k$ satisfies $a_{k+2} = 4 a_k$.", "p"),
        (r"The sequence $a_0 = 1$, $a_{k+1} = 2 a_k$ satisfies $a_{k+2} = 3 a_k$.", "r"),
        # constraints are supposed, and no equation from which the conditions of an optimum are to follow
        (r"Minimize $x^2 + y^2$ s.t. $x + y = 2$. Then $(x + y)^2 = 4$.", "p"),
        (r"Minimize $x^2 + y^2$ s.t. $x + y = 2$. Then $(x + y)^2 = 5$.", "r"),
        (r"$\max \log(1+x) + \log(2+y)$ s.t. $x + y = 3$: $\frac{1}{1+x} = \frac{1}{2+y}$, so $1 + x = 2 + y$.", "p"),
        # what is not read above a lemma stands against a refutation in it, of what is tied to its letters
        (CHOSEN + r"\begin{lemma} Let $h = \|y\|$. Then $h \le \|x\|$. \end{lemma}", "?"),
        (CHOSEN + r"\begin{lemma} Let $a \ge 0$ and $b = a + 1$. Then $b \le a$. \end{lemma}", "r"),
        # a series among other terms
        (
            r"For $|x| < 1$ we have $1 + \sum_{n=1}^\infty x^n = \frac{1}{1-x}$ and $1 + \sum_{n=1}^\infty x^n = \frac{x}{1-x}$.",
            "pr",
        ),
        (r"We have $5 = 3 + 2 \sum_{n=1}^\infty \frac{1}{2^n}$ and $3 - \sum_{n=1}^\infty \frac{1}{2^n} = 1$.", "pr"),
        # nobody means a number of which hypotheses leave 0 alone
        (r"For $q \in [0, 1]$: $q x^2 + (1 - q) y^2 - (q x + (1 - q) y)^2 = q(1 - q)(x - y)^2 \ge 0$.", "pp"),
        (r"For $q \in [0, 1]$: $q x^2 + (1 - q) y^2 - (q x + (1 - q) y)^2 = q(1 - q)(x + y)^2 \ge 0$.", "rp"),
        # numbers that are put in behind a label
        ("$$(h - y) x = hx - yx$$\nNumbers: $x = 1$, $h = 0$, $y = 3$. Then $(h - y) x = -3$.", "pp"),
        ("$$(h - y) x = hx - yx$$\nNumbers: $x = 1$, $h = 0$, $y = 3$. Then $(h - y) x = 3$.", "pr"),
    ],
)
def test_what_notes_bring_in(text: str, expected: str) -> None:
    tells(text, expected.replace("?", "u"))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (r"$(a+b)^2\le2a^2+2b^2$. Proof: $2a^2+2b^2-(a+b)^2 = (a-b)^2$.", "pp"),
        (r"$n!\ge\left(\frac{n}{2}\right)^{n}$ for $n \ge 1$.", "u"),
        (r"$x^2 - 4 = 0$.", ""),
    ],
)
def test_an_item_that_is_shown_is_no_equation_to_be_solved(item: str, expected: str) -> None:
    tells(f"Exercises and sketches of solutions\n\n- {item}\n", expected)


def test_what_open_lines_of_its_sentence_lead_to_is_open() -> None:
    """The two numbers were read as columns, and a right line on them was refuted."""
    text = r"""Let $X \in \mathbb{R}^{n \times d}$ and $y \in \mathbb{R}^n$, let $\hat\beta = (X^\top X)^{-1}X^\top y$ and, for $\lambda > 0$,
$\hat\beta_\lambda = (X^\top X + \lambda I)^{-1}X^\top y$.

With one feature, $d = 1$: $\hat\beta = \frac{\sum_i x_i y_i}{\sum_i x_i^2}$ and
$\hat\beta_\lambda = \frac{\sum_i x_iy_i}{\lambda + \sum_i x_i^2}$, so $|\hat\beta_\lambda| \le |\hat\beta|$."""
    assert "refuted" not in verdicts(text, 1.0)


@pytest.mark.parametrize("least", ["inf", "min"])
def test_the_least_value_of_a_function_that_is_named(least: str) -> None:
    given = rf"Let $g: \mathbb{{R}}^d \to \mathbb{{R}}$ and $g^* = \{least} g$."
    tells(rf"{given} Then $g(y) \ge g^*$ and $g(y) - g^* \ge 0$.", "pp")
    tells(rf"{given} Then $g(y) \le g^*$.", "u")
    tells(r"Let $g: \mathbb{R}^d \to \mathbb{R}$ and $g^* = \sup g$. Then $g(y) \ge g^*$.", "u")
