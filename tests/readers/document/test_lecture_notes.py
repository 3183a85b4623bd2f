"""How lecture notes say what is supposed, set equal and said to exist; f : I -> R, f' of a letter, limits of derivatives."""

from __future__ import annotations

from functools import partial

import pytest

from tests import document_says
from tests.document_says import tells

verdicts = partial(document_says.verdicts, budget=6.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $g(x) = c x (2 - x)$.\n\nSetting $g(x) = x$: $$c x (2 - x) = x.$$\n\nThe derivative is $g'(x) = c (2 - 2x)$.", "proved"),
        ("Let $g(x) = c x (2 - x)$.\n\nSetting $g(x) = x$: $$c x (2 - x) = x.$$\n\nThe derivative is $g'(x) = c (2 - x)$.", "refuted"),
        ("Setting $g(x) = x^2$ we have $g'(x) = 2x$.", "proved"),  # nothing was said of g
        ("At $r = 2$ both meet.\n\n## Signs\n\n- For $0 < r < 1$: $r^2 < 1$.", "proved"),
        ("At $r = 2$ we have $r^2 = 5$.", "refuted"),
        ("Let's say $x \\le -2$. Then $x^2 \\ge 4$.", "proved"),
        ("Let $m = (p + q)^2 = p^2 + 2pq + q^2$.", "proved"),
        ("Let $m = (p + q)^3 = p^3 + 3 p^2 q + q^3$.", "refuted"),
        ("Let $m = p + q = 5$. Then $m = 5$.", "proved"),
        ("If $h$ is differentiable at $a$, then $\\frac{h(a + t) - h(a)}{t} + h(a) = \\frac{h(a + t) + (t - 1) h(a)}{t}$.", "proved"),
        ("Suppose that $h$ is convex and differentiable, that $p \\ge 2$ and that $q \\ge 3$. Then $p q \\ge 6$.", "proved"),
        ("Suppose that $h$ is convex and differentiable, that $p \\ge 2$ and that $q \\ge 3$. Then $p q \\ge p + 5$.", "refuted"),
        ("Assume $h$ convex, $p \\ge 2$, $q \\ge 3$. Then $p q \\ge 6$.", "proved"),
        ("Let $s = p + q$. At $p = 2$, $q = 3$ we get $s = 5$.", "proved"),
        ("Let $s = p + q$. At $p = 2$, $q = 3$ we get $s = 6$.", "refuted"),
        ("With $p = 3$ we have $2 p = 6$, total $= 15$.", "proved"),
        ("With $p = 3$ we have $2 p = 6$ (twice)\n\n$\\le 5$", "refuted"),
        ("Let's say $x \\le -2$. Then $x^2 \\ge 9$.", "unknown"),
    ],
)  # fmt: skip
def test_what_is_supposed_or_set_equal(text: str, expected: str) -> None:
    assert verdicts(text, budget=0.5 if expected == "unknown" else 6.0)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We want to show that for any $e > 0$ there is $d > 0$ such that if $|x| < d$, then $|2x| < e$.", ["unknown", "unknown"]),
        ("For all $x$ we have $|2x| \\le |x|$.", ["refuted"]),
        ("There is $d > 1$ with $d < 3$, so for all $x$ we have $x^2 > d$.", ["refuted"]),
    ],
)  # fmt: skip
def test_what_is_said_to_exist_is_not_claimed_of_all(text: str, expected: list[str]) -> None:
    assert verdicts(text, budget=0.5 if "unknown" in expected else 6.0)[-len(expected) :] == expected


def test_from_what_is_not_read_no_letter_gets_a_value() -> None:
    text = "$$(\\lim_{n \\to \\infty} a_n = P) \\land (\\lim_{n \\to \\infty} a_n = Q) \\implies P = Q$$\n\nAssume $P \\ne Q$. Hence $P \\ne Q$."
    assert "refuted" not in verdicts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $f : I \\to \\mathbb{R}$ be differentiable with $|f'(x)| \\le 5$ for all $x$. "
            "There is $c$ with $f(y) - f(x) = f'(c)(y - x)$. So $f(y) = f(x) + f'(c)(y - x)$.",
            "proved",
        ),
        (
            "Let $f : I \\to \\mathbb{R}$ be differentiable with $|f'(x)| \\le 5$ for all $x$. "
            "There is $c$ with $f(y) - f(x) = f'(c)(y - x)$. So $|f(y) - f(x)| \\le 4 |y - x|$.",
            "unknown",
        ),
        ("If $y = c$ is constant, then $y' = 1$.", "unknown"),
        ("Solve $\\frac{dy}{dx} = x y$. Rearranging: $$\\frac{1}{y}\\frac{dy}{dx} = x$$", "proved"),
        ("Solve $\\frac{dy}{dx} = x y$. Rearranging: $$\\frac{1}{y}\\,dy = x\\,dx$$", "proved"),
        ("Solve $\\frac{dy}{dx} = x y$. Rearranging: $$\\frac{1}{y}\\,dy = x^2\\,dx$$", "refuted"),
        (
            "Let $h$ be a function of a real number with $h'(c) \\ge m$ for all $c$. Then $h(0) + m \\le h(1)$.",
            "unknown",
        ),
        ("Solve $t y' + 2y = 4t^2$. Thus $y' + \\frac{2}{t} y = 4t$.", "proved"),
        ("Solve $t y' + 2y = 4t^2$. Thus $y' + \\frac{2}{t} y = 4$.", "refuted"),
        ("For all real $b$: $(b + \\Delta x)^2 = b^2 + 2 b \\Delta x + \\Delta x^2$.", "proved"),
        ("For all real $b$: $(b + \\Delta x)^2 = b^2 + b \\Delta x + \\Delta x^2$.", "refuted"),
    ],
)
def test_functions_and_differences(text: str, expected: str) -> None:
    assert verdicts(text, budget=0.5 if expected == "unknown" else 6.0)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$$\lim_{x \to 0} \frac{\frac{d}{dx} (e^x - 1)}{\frac{d}{dx} \sin x} = \lim_{x \to 0} \frac{e^x}{\cos x} = 1$$", ["proved", "proved"]),
        (r"$$\lim_{x \to 0} \frac{\frac{d}{dx} (e^x - 1)}{\frac{d}{dx} \sin x} = 2$$", ["refuted"]),
        (r"As $x \to 0$, the numerator $1 + \cos x \to 2$.", ["proved"]),
        (r"As $x \to 0$, the numerator $1 + \cos x \to 1$.", ["refuted"]),
        (r"For $a > 0$ we have $$\int_0^\infty x e^{-ax} dx = \left[-\frac{x}{a} e^{-ax}\right]_0^\infty + \frac1a \int_0^\infty e^{-ax} dx$$", ["proved"]),
        (r"For $a > 0$ we have $$\int_0^\infty x e^{-ax} dx = \left[-\frac{x}{a} e^{-ax}\right]_0^\infty + \int_0^\infty e^{-ax} dx$$", ["refuted"]),
        (r"$$\frac{b^2-a^2}{2(b-a)} = \mathbf{\frac{a+b}{2}}$$", ["proved"]),
        (r"By induction, $(1 + x)^{m+1} = (1 + x)^m (1 + x)$.", ["proved"]),
    ],
)  # fmt: skip
def test_limits_and_exponents(text: str, expected: list[str]) -> None:
    assert verdicts(text, budget=0.5 if "unknown" in expected else 6.0)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [(r"1/2 \|u\|^2 = \frac{\|u\|^2}{2}", "proved"), (r"1/2 \|u\|^2 = \frac{1}{2\|u\|^2}", "refuted")],
)  # fmt: skip
def test_a_norm_behind_a_number_that_divides_is_a_factor(claim: str, expected: str) -> None:
    assert verdicts(f"For all vectors $u$ and reals $a, b > 0$ we have ${claim}$.")[-1] == expected


SLOPES = r"""Let $p$ and $q$ be differentiable functions on $\mathbb{R}$. Let $g(x) = p(x)^2 + 5 p(3x)$. Then

$$g'(x) = 2 p(x) p'(x) + 15 p'(3x)$$

$$g'(1) = 2 p(1) p'(1) + 15 p'(3)$$

$$g'(x) = 2 p(x) p'(x) + 5 p'(3x)$$

$$\frac{d}{dx} p(q(x)) = p'(q(x)) q'(x)$$

$$\frac{d}{dx} p(q(x)) = p'(x) q'(x)$$

$$\frac{d^2}{dx^2} \left[ x^2 p(x) \right] = 2 p(x) + 4x p'(x) + x^2 p''(x)$$

$$\frac{d}{dx} |p(x)| = p'(x)$$

$$\frac{d}{dx} \sum_{k=1}^3 p(k x) = \sum_{k=1}^3 p'(k x)$$
"""


def test_the_chain_rule_through_functions_of_which_nothing_is_known() -> None:
    """A modulus has a kink, and within a sum the letter of a value would be another at each index."""
    tells(SLOPES, "ppupupnn", budget=0.5)


LINEAR = "Let $T$ be a symmetric matrix. If $T(v) = a v$ and $T(w) = b w$ with $a \\ne b$, then "
OF_A_STEP = """If $h$ is $M$-smooth:

$$h(x_{t+1}) \\le h(x_t) + \\langle \\nabla h(x_t), x_{t+1} - x_t \\rangle + \\frac{M}{2} \\|x_{t+1} - x_t\\|^2$$

Substitute $x_{t+1} = x_t - r \\nabla h(x_t)$.

If $r \\le \\frac{1}{M}$, we get """


TO_A_POINT = (
    "Let $h$ be convex and $M$-smooth, let $z_{t+1} = z_t - r \\nabla h(z_t)$ and $r M \\le 1$. "
    "Then $\\|z_{t+1} - z^*\\| \\le "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LINEAR + "$\\langle T(v), w \\rangle = a \\langle v, w \\rangle = b \\langle v, w \\rangle$.", "pp"),
        (LINEAR + "$\\langle T(v), v \\rangle = b \\langle v, v \\rangle$.", "u"),
        ("Let $c$ be an eigenvalue of the matrix $S$ with eigenvector $u$. Then $S^2 u = c^2 u$.", "p"),
        ("Let $c$ be an eigenvalue of the matrix $S$ and $u$ a vector. Then $S^2 u = c^2 u$.", "u"),
        ("Let $S$ be a matrix. Then $\\langle S u, w \\rangle = \\langle u, S^* w \\rangle$ and $\\langle S u, w \\rangle = \\langle u, S w \\rangle$.", "pr"),
        ("Let $\\varepsilon > 0$. Since $|a - b| < \\varepsilon$ for every $\\varepsilon > 0$, we conclude that $|a - b| = 0$.", "uu"),
        ("Let $r > 0$. Since $|a - b| \\ge 0$, we conclude that $|a - b| = 0$ for all $a$ and $b$.", "pr"),
        ("**8.2.1** If $a = 0$, then $a^2 = 0$.\n\n**8.2.12** For $a > 1$ we have $a > 0$.", "pp"),
        ("Let $h(1) = 2$.\n\n**Example.** Take $h(x) = x^2$.\n\nThen $h(1) = 1$.", "p"),
        ("Let $h(1) = 2$.\n\n**Example.** Take $h(x) = x^2$.\n\nThen $h(3) = 6$.", "r"),
        (OF_A_STEP + "$h(x_{t+1}) \\le h(x_t)$.", "pu"),
        (OF_A_STEP + "$h(x_{t+1}) \\le h(x_t) - 1$.", "pr"),
        (TO_A_POINT + "\\|z_t - z^*\\|$.", "u"),
        (TO_A_POINT + "\\|z_t - z^*\\| - \\|\\nabla h(z_t)\\|$.", "r"),
    ],
)  # fmt: skip
def test_what_functions_are_at_points_and_what_was_said_of_them_before(text: str, expected: str) -> None:
    tells(text, expected, budget=0.5 if "u" in expected else 3.0)


KKT = r"""Minimise $(x - 2)^2 + (y - 1)^2$ subject to $x + y \le 2$. The KKT conditions are
$$2(x - 2) + \lambda = 0, \quad 2(y - 1) + \lambda = 0, \quad \lambda (x + y - 2) = 0, \quad \lambda \ge 0.$$

"""
SLACK = r"""Minimize $x^2 + y^2$ subject to $x + 2y \ge 5$. Stationarity reads $2x = \mu$, $2y = 2\mu$, complementary slackness
$\mu (5 - x - 2y) = 0$ and dual feasibility $\mu \ge 0$.

*Case 1: $\mu = 0$.* Stationarity gives $x = 0$ and $y = 0$, which is infeasible.

*Case 2: $x + 2y = 5$.* Stationarity gives """
CONVEX = (
    r"Let $f$ be $m$-strongly convex. $$f(y) \ge f(x) + \nabla f(x)^\top (y - x) + \frac{m}{2} \|y - x\|^2.$$ "
    "Minimizing the right-hand side over $y$ gives the minimizer "
)
SMOOTH = r" Then $f(y) \le f(x) + \nabla f(x)^\top (y - x) + \frac{L}{2} \|y - x\|^2$."
BERNOULLI = r"**Lemma 1.** For $x \ge -1$ and $n \in \mathbb{N}$, $(1 + x)^n \ge 1 + n x$.¶"
STEP = r"Suppose $(1 + x)^n \ge 1 + n x$. Then $(1 + x)^n (1 + x) \ge (1 + n x)(1 + x)$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cases of complementary slackness: one is impossible, and nothing of it holds in the next
        (KKT + r"**Case 1:** $\lambda = 0$. Then $x = 2$ and $y = 1$, so $x + y = 3$, which is infeasible.", "ppp"),
        (KKT + r"**Case 1:** $\lambda = 0$. Then $x = 3$.", "r"),
        (KKT + r"**Case 1:** $\lambda = 0$. Then $x = 2$.¶**Case 2:** $\lambda > 0$. Then $x + y = 2$ and $\lambda = 1$. Hence $x = \frac32$.", "pppp"),
        (SLACK + r"$x = \mu/2$ and $y = \mu$, hence $\frac52 \mu = 5$, so $\mu = 2$.", "pppppp"),
        (SLACK + r"$x = \mu/2$ and $y = 2\mu$.", "pppr"),
        # what is minimized is the bound that was just stated
        (CONVEX + r"$y = x - \frac1m \nabla f(x)$.", "pp"),
        (CONVEX + r"$y = x - \frac2m \nabla f(x)$.", "pr"),
        # words on the gradient of a function
        ("Let the gradient of $f$ be Lipschitz continuous with constant $L$." + SMOOTH, "p"),
        ("Let the gradient of $f$ be continuous, and let $L > 0$." + SMOOTH, "u"),
        ("Let $f$ be a function whose gradient is $L$-Lipschitz and, in addition, convex." + SMOOTH, "p"),
        ("Let $f$ be a function whose gradient is not $L$-Lipschitz." + SMOOTH, "u"),
        # what a statement supposes holds in its proof
        (BERNOULLI + "*Proof.* " + STEP, "pp"),
        (BERNOULLI + "*Remark.* " + STEP, "pr"),
        (r"**Lemma 1.** If $x \ge 1$, then $x^3 \ge x^2$.¶*Proof.* We have $x^2 (x - 1) \ge 0$.", "pp"),
        # sums from m to n are not meant below
        (r"For $r \ne 1$ we have $\sum_{k=m}^{n} r^k = \frac{r^m - r^{n+1}}{1 - r}$.", "p"),
        (r"For $r \ne 1$ we have $\sum_{k=m}^{n} r^k = \frac{r^m - r^n}{1 - r}$.", "r"),
        # what is no identity, and a number that is large enough
        (r"For real $a$ and $b$, in general $(a + b)^2 \ne a^2 + b^2$. Also $(a + b)^2 = a^2 + 2 a b + b^2$.", "p"),
        (r"We need $\frac{1}{2^n} < 0.02$, that is $2^n > 50$, so $n = 6$ will do.", "p"),
        ("We need $2^n = 64$, so $n = 5$.", "r"),
        ("Let $h$ be convex. It satisfies $h(0) = 1$, $h(2) = 3$, $h(4) = 5$. Then $h(1) \\le 2$ and $h(1) + h(3) \\le 6$.", "pp"),
        ("Let $h$ be convex. It satisfies $h(0) = 1$, $h(2) = 3$, $h(4) = 5$. Then $h(1) \\le 1$.", "r"),
        (r"Let $A \in \mathbb{R}^{m \times n}$ have full column rank. The projection $P = A (A^\top A)^{-1} A^\top$ satisfies $P^2 = P$.", "p"),
    ],
)  # fmt: skip
def test_cases_bounds_and_proofs(text: str, expected: str) -> None:
    tells(text.replace("¶", "\n\n"), expected, budget=0.5 if "u" in expected else 3.0)


COLUMNS = r"Let $a_1 = (1, 1, 0)^\top$ and $a_2 = (1, 0, 1)^\top$. "
GRAM = (
    COLUMNS
    + r"Then $$b_2 = a_2 - \frac{\langle a_1, a_2 \rangle}{\|a_1\|^2} a_1 = \left(\tfrac12, -\tfrac12, 1\right)^\top.$$ "
)
SAMPLE = r"Let $\xi_1, \xi_2, \dots$ be i.i.d. with mean $0$ and variance $1$. Put $S_n = \sum_{i=1}^n \xi_i$. Then "
MEAN = (
    r"Let $X_1, \dots, X_n$ be i.i.d. with mean $m$ and variance $v^2$ and put $\bar X = \frac1n \sum_{i=1}^n X_i$. "
    r"For $r > 0$, $P(|\bar X - m| \ge r) \le "
)
MULTIPLIER = r"Setting $-\ln p_i - 1 + \lambda = 0$ gives $p_i = e^{\lambda - 1}$, the same for each $i$; since $\sum_{i=1}^n p_i = 1$ we get "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lists are columns, and make a matrix side by side
        (GRAM + r"Then $\langle a_1, b_2 \rangle = 0$ and $\|b_2\|^2 = \frac32$.", "ppp"),
        (GRAM + r"Then $\langle a_1, b_2 \rangle = 1$ and $\|b_2\|^2 = \frac54$.", "prr"),
        (r"Let $a = (1, 1)^\top$, $b = (0, 2)^\top$ and $A = [a, b]$. Then $\det A = 2$ and $\det(a, b) = 3$.", "pr"),
        (r"Let $D = \operatorname{diag}(2, 5)$. Then $\det D = 10$ and $D^2 = \operatorname{diag}(4, 10)$.", "pr"),
        # what was a column in one exercise is a number in the next
        (
            r"### Exercise 1¶With $y = \begin{pmatrix} 1 \\ 2 \end{pmatrix}$, $\|y\|^2 = 5$.¶### Exercise 2¶"
            r"For $q(x, y) = x^2 + 4xy + 5y^2$ we have $q(x, y) = (x + 2y)^2 + y^2$ and $q(x, y) = (x + 2y)^2 - y^2$.",
            "ppr",
        ),
        # functions that are set equal to one with a name; conditions of two clauses
        (r"Let $f(x) = x^3$. For $f = \tan$ we have $f'(x) = 1 + \tan^2 x$.", "p"),
        (r"Let $f(x) = x^3$. For $f = \tan$ we have $f'(x) = 3x^2$.", "r"),
        (r"Let $k(x) = x |x|$. For $x > 0$ we have $k'(x) = 2x$, for $x < 0$ we have $k'(x) = -2x$.", "pp"),
        (r"Let $k(x) = x |x|$. For $x > 0$ we have $k'(x) = 2x$, for $x < 0$ we have $k'(x) = 2x$.", "pr"),
        (r"Let $g(x) = e^x - x$. Then $g'(x) = e^x - 1$, which is negative for $x < 0$ and positive for $x > 0$. So $g(x) \ge g(0)$.", "pp"),
        # sums of random numbers, Chebyshev for their mean, and weights that add up to 1
        (SAMPLE + r"$\mathbb{E}[S_n] = 0$ and $\mathbb{E}[S_n^2] = n$.", "pp"),
        (SAMPLE + r"$\mathbb{E}[S_n^2] = n^2$.", "u"),
        (MEAN + r"\frac{v^2}{n r^2}$.", "p"),
        (MEAN + r"\frac{v^2}{n^2 r^2}$.", "u"),
        (MULTIPLIER + r"$p_i = \frac1n$.", "puu"),
        (r"Let $U = X + Z$, $V = Y + Z$ with $X, Y, Z$ pairwise uncorrelated, each of variance $1$. Then $\operatorname{Cov}(U, V) = 1$.", "p"),
        (r"Let $g(x) = x - \ln x$ for $x > 0$. Its slope is negative for $0 < x < 1$ and positive for $x > 1$. So $g(x) \ge 1$.", "p"),
        (r"Let $f(x) = |x|$. For $-1 < x < 0$ we have $f(x) = -x$, and for $x > 0$ we have $f(x) = -x$.", "pr"),
        (r"Let $\ell(p) = k \ln p$. Then $\ell'(p) - n = \frac kp - n$, which vanishes at $p = \frac kn$. Now $\ell''(p) = \frac{k}{p^2}$.", "pur"),
        (r"Let $u$ and $v$ be vectors with $\|u\| = \|v\| = 2$ and $\langle u, v \rangle = 1$. Then $\|u - v\|^2 = 6$.", "p"),
        (r"Suppose $\|u\| = 1$ and $g > 0$. After $M$ mistakes, $g M \le \langle u, w \rangle \le \|w\|$.", "up"),
        (r"Let $P(A) = 0.4$, $P(B) = 0.35$, $P(B \mid A) = 0.5$. Further $P(A \cap B) = 0.2$ and $P(A^c \cap B^c) = 0.35$.", "pr"),
        # extreme eigenvalues, and orthonormal vectors
        (r"For a symmetric matrix $A$, $x^\top A x \ge \lambda_{\min}(A) \|x\|^2$ for all $x$.", "p"),
        (r"For a symmetric matrix $A$, $x^\top A x \ge \lambda_{\max}(A) \|x\|^2$ for all $x$.", "u"),
        (r"For a symmetric matrix $A$ with $\lambda_{\min}(A) \ge 2$, $x^\top A x \ge 3 \|x\|^2$.", "u"),
        (r"Let $A$ be symmetric and $\lambda_{\min}$ the smallest eigenvalue of $A$. Then $x^\top A x \ge \lambda_{\min} \|x\|^2$.", "p"),
        (r"Let $A$ be symmetric and $\lambda_{\min}$ the smallest eigenvalue of $A^2$. Then $x^\top A x \ge \lambda_{\min} \|x\|^2$.", "u"),
        (r"Let $p$ and $q$ be orthonormal vectors. Then $\|a p + b q\|^2 = a^2 + b^2$.", "p"),
        (r"Let $p$ and $q$ be orthonormal vectors. Then $\|a p + b q\|^2 = a^2 + 2b^2$.", "r"),
    ],
)  # fmt: skip
def test_columns_functions_and_samples(text: str, expected: str) -> None:
    tells(text.replace("¶", "\n\n"), expected, budget=0.5 if "u" in expected else 3.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # macros of a header that is not at hand
        (r"$\Var(X) = \E\big[(X - \E[X])^2\big] = \E[X^2] - (\E[X])^2$", "pp"),
        (r"$\Var(X) = \E[X^2] + (\E[X])^2$", "r"),
        (r"For $\mathbf{x}, \mathbf{y} \in \R^n$, $\inner{\mathbf{x}}{\mathbf{y-x}} = \ip{\mathbf{x}}{\mathbf{y}} - \norm{\mathbf{x}}^2$.", "p"),
        (r"For $\mathbf{x}, \mathbf{y} \in \R^n$, $\inner{\mathbf{x}, \mathbf{y}} \le \norm{\mathbf{x}} \norm{\mathbf{y}}$ for all $\mathbf{x,y}$.", "p"),
        (r"$\dv{x} x^2 = 2x$ and $\dv{x^3}{x} = 2x^2$ and $\int_0^1 x \dd x = \frac12$.", "prp"),
        # marks, remarks in brackets, zeros with their size
        (r"By ($*$) and ($\dagger$) we have $(a + b)^2 = a^2 + 2ab + b^2$.", "p"),
        (r"$$\begin{aligned} (a+b)^2 &= a^2 + 2ab + b^2 && \left(\text{expand}\right) \\ &= a^2 + b(2a + b) && (\text{by hand}) \end{aligned}$$", "pp"),
        (r"Let $A$ be an $m \times n$ matrix. Then $A - A = O_{m \times n}$ and $2A = O_{m \times n}$.", "pr"),
        (r"Let $\underline{x} \in \mathbb{R}^n$ with $\underline{x} = \underline{0}$. Then $2 \underline{x} = \underline{0}_n$.", "p"),
        # what a row binds: which letters are meant, and before an arrow
        (r"$$\forall x, y \in \mathbb{R}, x \ne y: (x - y)^2 > 0$$", "p"),
        (r"$$\forall x, y \in \mathbb{R}, x \ne y, \quad (x - y)^2 > 1$$", "r"),
        (r"$$\forall x, y \in \mathbb{R}, (x - y)^2 > 0$$", "r"),
        (r"$$x > -1 \implies \forall n \in \mathbb{N}, (1 + x)^n \ge 1 + n x$$", "p"),
        (r"$$x > -9 \implies \forall n \in \mathbb{N}, (1 + x)^n \ge 1 + n x$$", "r"),
        # one letter under two headings, and in a case that is left out
        (r"# Shears¶The eigenvalues are $\lambda_1 = 1$, $\lambda_2 = 3$.¶## Example¶Here $\lambda^2 - 11 \lambda + 10 = 0$. Thus $\lambda_1 = 1$, $\lambda_2 = 10$.", "pp"),
        (r"Let $\mu = x - 1$ and $x + y \ge 2$. If $\mu = 0$ then $x = 1$, which is not feasible. So $x = 3$ and $\mu = 2$.", "puu"),
        (r"For $A = \begin{bmatrix} 3 & 0 \\ 4 & 5 \end{bmatrix}$, $\det A = 15$. For $A = I$ we have $A^2 = A$ and $A^2 = 2A$.", "ppr"),
        (r"# One¶Let $u$ be a vector with $\|u\| = 1$.¶## Two¶Let $\|u\| = 2$. Then $\|u\|^2 = 4$.¶## Three¶$\|u + v\|^2 = \|u\|^2 + 2 u^\top v + \|v\|^2$", "pp"),
        # a derivative that is set to zero at the end of its chain
        (r"Let $A$ be symmetric and $L(x) = x^\top A x - 2 b^\top x$. Then $\nabla L(x) = 2Ax - 2b = 0$.", "p"),
        (r"Let $A$ be symmetric and $L(x) = x^\top A x - 2 b^\top x$. Then $\nabla L(x) = 2Ax - b = 0$.", "r"),
        # rows and columns beside capital letters
        (r"If $1 + v^\top A^{-1} u \ne 0$, then $$(A + u v^\top)^{-1} = A^{-1} - \frac{A^{-1} u v^\top A^{-1}}{1 + v^\top A^{-1} u}.$$", "p"),
        (r"$v^\top A^{-1} u = u^\top A^{-\top} v$", "p"),
        (r"$\mathbb{V}(Y \mid X) = \mathbb{E}[Y^2 \mid X] - \mathbb{E}[Y \mid X]^2$", "p"),
    ],
)  # fmt: skip
def test_headers_marks_and_what_a_row_binds(text: str, expected: str) -> None:
    tells(text.replace("¶", "\n\n"), expected, budget=0.5 if "u" in expected else 3.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is supposed for some value of a letter; a sequence of which something is asked
        (r"Suppose that for some $\mu > 0$ $$\|\nabla f(x)\|^2 \ge \mu f(x) \quad \text{for all } x.$$ Then $\|\nabla f(y)\|^2 \ge \mu f(y)$.", "p"),
        (r"Suppose that for some $\mu > 0$ $$\|\nabla f(x)\|^2 \ge \mu f(x) \quad \text{for all } x.$$ Then $\|\nabla f(y)\|^2 \ge 2 \mu f(y)$.", "u"),
        (r"Find the limit of $a_n = \frac{n}{n^2 + 1}$. For all $n \ge 1$, $|a_n - 0| = \frac{n}{n^2 + 1} \le \frac1n$.", "pp"),
        (r"Find the limit of $a_n = \frac{n}{n^2 + 1}$. For all $n \ge 1$, $|a_n - 0| = \frac{1}{n^2 + 1}$.", "r"),
        # functions that are only said to be some, and what is made of them
        (r"Let $f, g : \mathbb{R} \to \mathbb{R}$ be differentiable. Then $(fg)'(x) = f'(x) g(x) + f(x) g'(x)$ and $(f \circ g)'(x) = f'(g(x)) g'(x)$.", "pp"),
        (r"Let $f, g : \mathbb{R} \to \mathbb{R}$ be differentiable. Then $\left(\frac{f}{g}\right)'(x) = \frac{f'(x) g(x) - f(x) g'(x)}{g(x)^2}$.", "p"),
        (r"Let $f, g : \mathbb{R} \to \mathbb{R}$. Then $(f + 2g)(3) = f(3) + 2 g(3)$ and $(fg)(x) = f(x) g(x)$ and $(f \circ g)(x) = f(g(x))$.", "ppp"),
        (r"Let $f, g : \mathbb{R} \to \mathbb{R}$ be differentiable. Then $(fg)'(x) = f'(x) g'(x)$.", "u"),
        # where a slope vanishes, and the value there
        (r"Let $q(x) = x^2 - 6x$. Then $q'(x) = 2x - 6$, so the minimizer is $x = 3$.", "pp"),
        (r"Let $q(x) = x^2 - 6x$. Then $q'(x) = 2x - 6$, hence the minimum is attained at $x = 2$.", "pr"),
        (r"Let $q(x) = x^2 - 6x$. Then $q'(x) = 2x - 6$, and so the minimum is $m = -9$.", "p"),
        (r"For $L > 0$ it is largest at $t = \frac1L$, with the value $\frac1L \left(1 - \frac{L}{2L}\right) = \frac1L$.", "r"),
        (r"Let $f$ be a function with the value $f(0) = 1$. Then $2 f(0) = 2$.", "p"),
        # means of squares that a text works out
        (r"We have $\mathbb{E}[X] = \frac72$ and $\mathbb{E}[X^2] = \frac{1 + 4 + 9 + 16 + 25 + 36}{6} = \frac{91}{6}$, so $\operatorname{Var}(X) = \frac{35}{12}$.", "pp"),
        (r"We have $\mathbb{E}[X] = \frac72$ and $\mathbb{E}[X^2] = \frac{91}{6}$, so $\operatorname{Var}(X) = \frac{37}{12}$.", "r"),
        (r"1. $\mathbb{E}[X] = 1$ and $\mathbb{E}[X^2] = 2$, so $\operatorname{Var}(X) = 1$.¶2. $\mathbb{E}[X] = 2$ and $\mathbb{E}[X^2] = 6$, so $\operatorname{Var}(X) = 2$.", "pp"),
        (r"Let $X$ have mean $2$ and variance $1$. Then $\mathbb{E}[X^2] = 4$.", "r"),
    ],
)  # fmt: skip
def test_what_is_supposed_for_some_and_made_of_functions(text: str, expected: str) -> None:
    tells(text.replace("¶", "\n\n"), expected, budget=0.5 if "u" in expected else 3.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # limits without their letter; what may have none is not read
        (r"Let $\lim a_n = a$. Then $\lim_{n \to \infty} a_n = a$.", "p"),
        (r"Let $c_n = \frac{2n + 1}{n}$. Then $\lim c_n = 2$ and $\lim_n c_n = 3$.", "pr"),
        (r"$\lim_{n \to \infty} (-1)^n = 1$", "n"),
        # a function of the same name, by letters that are new
        (r"Let $h(r) = n \ln r - r s$. For data with $k$ hits, $h(p) = k \ln p + (n - k) \ln(1 - p)$ and $h'(p) = \frac kp - \frac{n - k}{1 - p}$.", "p"),
        (r"Let $h(r) = n \ln r - r s$. For data with $k$ hits, $h(p) = k \ln p + (n - k) \ln(1 - p)$ and $h'(p) = \frac kp + \frac{n - k}{1 - p}$.", "r"),
        (r"Let $f(x) = x^2$. For a number $a$ we get $f(a) = a^2 + 1$.", "r"),
        # independence as a reason, and as a word that adds nothing
        (r"Two rolls show $X$ and $Y$. By independence $\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)$ and $\mathbb{E}[XY] = \mathbb{E}[X] \mathbb{E}[Y]$.", "pp"),
        (r"Two rolls show $X$ and $Y$. Without independence $\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)$.", "u"),
        (r"Let $X \sim \mathrm{Bin}(n, p)$ with independent trials. Then $\operatorname{Var}(X) = n^2 p (1 - p)$.", "r"),
        (r"Let $X$ have mean $m$ with independent trials. Then $\operatorname{Var}(X) = n m$.", "u"),
    ],
)  # fmt: skip
def test_limits_functions_of_one_name_and_independence(text: str, expected: str) -> None:
    tells(text, expected, budget=0.5 if "u" in expected else 3.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a letter with a prime depends on the letter in which is differentiated
        (r"Solve $y' + \frac{2}{x} y = x^2$ for $x > 0$. Then $$\frac{d}{dx}\left(x^2 y\right) = x^4.$$", "p"),
        (r"Solve $y' + \frac{2}{x} y = x^2$ for $x > 0$. Then $$\frac{d}{dx}\left(x^2 y\right) = x^3.$$", "r"),
        (r"For all real $x$ and $y$: $\frac{d}{dx}\left(x^2 y\right) = 2 x$.", "r"),
        # numbers that may be entries of a vector beside them
        (r"Let $u, v \in \mathbb{R}^d$. On $\mathbb{R}^2$ we have $$(u^\top v)^2 = (u_1 v_1 + u_2 v_2)^2.$$", "u"),
        (r"Let $u, v \in \mathbb{R}^d$. We have $$(u^\top v)^2 = 2 (v^\top u)^2.$$", "r"),
        # conditions at a place, before and after the function is given; it is another one in another example
        (r"Solve $y'' = y$, $y(0) = 1$, $y'(0) = 3$. The solution is $y(x) = A e^x + B e^{-x}$. 1. $y(0) = A e^0 + B e^0 \implies 1 = A + B$", "pp"),
        (r"Solve $y'' = y$, $y(0) = 1$, $y'(0) = 3$. The solution is $y(x) = A e^x + B e^{-x}$. 1. $y(0) = A e^0 + B e^0 \implies 1 = A - B$", "pr"),
        ("### Example 1\n¶The solution is $y(x) = A e^{3x}$.¶### Example 2\n¶Solve the initial value problem $y'' = 4y$, $y(0) = 1$, $y'(0) = 2$.", ""),
        ("### Example 1\n¶Let $y(x) = e^{3x}$.¶Then $y'(0) = 2$.", "r"),
        # cases of a case
        ("**Case 2: $a + 2b = 20$.**\n* **Subcase 2a: $a = 0$.**\n    * We get $2b = 20$, so $b = 10$.\n* **Subcase 2b: $b = 0$.**\n    * We get $a = 20$.", "ppp"),
        ("**Case 2: $a + 2b = 20$.**\n* **Subcase 2a: $a = 0$.**\n    * We get $2b = 10$.\n* **Subcase 2b: $b = 0$.**\n    * We get $a = 10$.", "rr"),
        # what cannot be, told twice
        ("The condition becomes $-e^{-2} + 0 = 0$, or $-e^{-2} = 0$, which is impossible.", ""),
        ("The condition becomes $-e^{-2} + 0 = 0$, or $-e^{-2} = 0$, which is what we want.", "r"),
        # members of a sequence that begins with numbers, and of which no rule is read
        ("Let $x_1 = 3$ and $e_k = 1 - b x_k$ for all $k$. Then $e_k = e_0^{2^k}$.", "u"),
        ("Let $x_1 = 3$ and $e_k = 1 - b x_k$ for all $k$. Then $e_1 = 1 - 2b$.", "r"),
        # a function that is taken for something anew
        (r"Let $f(x, t) = \sqrt{x^2 + t}$. Apply this to $f(x, y) = xy$: $$\frac{\partial f}{\partial x} = y.$$ Use $f(x, y) = x/y$: $$\frac{\partial f}{\partial x} = \frac{1}{y}.$$", "pp"),
        (r"Let $f(x, y) = xy$. We see that $f(x, y) = x/y$.", "r"),
        # a slip in a derivative, whatever a text says of the letters
        (r"Let $g(p) = h \log p + (m - h) \log(1 - p)$ be the log-likelihood, where $p$ is the probability of heads. Then $g''(p) = -\frac{h}{p^2} + \frac{m - h}{(1 - p)^2}$.", "r"),
        (r"Let $g(p) = h \log p + (m - h) \log(1 - p)$ be the log-likelihood, where $p$ is the probability of heads. Then $g''(p) = q$.", "u"),
        # pi is no constant where a text says that it is a probability
        (r"Coin 1 is chosen with probability $\pi$. Let $\pi = \frac12$ and $p = \frac13$. Then $\pi p + (1 - \pi) = \frac23$.", "p"),
        (r"Coin 1 is chosen with probability $\pi$. Let $\pi = \frac12$ and $p = \frac13$. Then $\pi p + (1 - \pi) = \frac34$.", "r"),
        (r"A point of the disc lies there with probability $p$. Let $r = 2$. Then $\pi r^2 = 4\pi$ and $\pi r^2 \approx 12.6$.", "pp"),
        # integers in a list with a bound
        (r"For integers $m, n \ge 1$ with $m \ne n$ we have $\sin(n\pi) = 0$ and $\cos(2\pi m) = 1$.", "pp"),
        (r"For integers $m, n \ge 1$ with $m \ne n$ we have $\cos(n\pi) = (-1)^{n + 1}$.", "r"),
        (r"For real numbers $m, n \ge 1$ we have $\sin(n\pi) = 0$.", "u"),
        # a T that is a function beside one above letters; a number T
        (r"Let $p(y) = b(y) \exp(\eta T(y))$. Let $\theta \in \mathbb{R}^d$ and $x \in \mathbb{R}^d$. Then $(\theta^T x)^2 = \theta^T x x^T \theta$.", "p"),
        (r"Let $p(y) = b(y) \exp(\eta T(y))$. Let $\theta \in \mathbb{R}^d$ and $x \in \mathbb{R}^d$. Then $(\theta^T x)^2 = 2 x^T \theta$.", "r"),
        (r"Let $x_t \in \mathbb{R}^d$ for $t = 1, \dots, T$ and let $r > 1$. Then $\sum_{t=1}^T r^t = \frac{r^{T+1} - r}{r - 1}$.", "p"),
        # a value at the end of an interval gives no function
        (r"Solve $y'' + 4y = 0$ with $y(0) = 2$ and $y(L) = -2$. The first condition is $y(0) = 2$.", "p"),
        (r"Let $g(X) = X^2 + 1$ and $f(X) = 3$. Then $g(2) = 5$ and $f(2) = 2$.", "pr"),
        # a value that is put in in a case
        ("Let $w = u + v$.\n¶**Case 1: $v > 0$.** With $u = 0$ we get $w = v$.\n¶**Case 2: $v < 0$.** With $u = 2$ we get $w = v + 2$.", "pp"),
        ("Let $w = u + v$.\n¶**Case 1: $v > 0$.** With $u = 0$ we get $w = v$.\n¶**Case 2: $v < 0$.** With $u = 2$ we get $w = v$.", "pr"),
        # an operator is no number
        (r"Solve $(D^2 - 4D + 4)y = 8x$. We have $\frac{1}{D} (x \sin x) = \int x \sin x \, dx$.", "nn"),
        (r"Let $D > 0$. We have $\frac{1}{D} (x \sin x) = \frac{x}{D} \cos x$.", "r"),
        # what is worked out by what an induction supposes is claimed
        (r"Assume that $1 + 2 + \cdots + k = k(k+1)/2$ for some positive integer $k$. Applying the inductive hypothesis: $$1 + 2 + \cdots + k + (k+1) = \frac{k(k+1)}{2} + (k+1).$$", "p"),
        (r"Assume that $1 + 2 + \cdots + k = k(k+1)/2$ for some positive integer $k$. Applying the inductive hypothesis: $$1 + 2 + \cdots + k + (k+1) = \frac{k(k+1)}{2} + k.$$", "r"),
    ],
)  # fmt: skip
def test_conditions_at_places_cases_of_cases_and_what_depends_on_what(text: str, expected: str) -> None:
    tells(text.replace("¶", "\n"), expected, budget=0.5 if "u" in expected else 3.0)


LISTED = "Let $a_1, \\dots, a_n$ be real numbers. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LISTED + "$n \\min_i a_i \\le \\sum_{i=1}^n a_i$.", "proved"),
        (LISTED + "$\\min_i a_i \\le \\sum_{i=1}^n a_i$.", "unknown"),
        (LISTED + "$\\max_{1 \\le i \\le n} a_i \\ge \\frac1n \\sum_{i=1}^n a_i$.", "proved"),
        (LISTED + "$\\max_i |a_i| \\le \\sum_{i=1}^n |a_i|$.", "proved"),
        ("Suppose $\\sum_{t=1}^T \\|g_t\\|^2 \\le C$. Then $\\min_{1 \\le t \\le T} \\|g_t\\|^2 \\le \\frac{C}{T}$.", "proved"),
        ("Suppose $\\sum_{t=1}^T \\|g_t\\|^2 \\le C$. Then $\\max_{1 \\le t \\le T} \\|g_t\\|^2 \\le \\frac{C}{T}$.", "unknown"),
        ("We have $\\min_{t \\le T} f(x_t) \\le \\frac1T \\sum_{t=1}^T f(x_t)$.", "proved"),
        (LISTED + "$(\\sum_{i=1}^n a_i)^2 = \\sum_{i=1}^n a_i^2 + 2 \\sum_{1 \\le i < j \\le n} a_i a_j$.", "proved"),
        (LISTED + "$(\\sum_{i=1}^n a_i)^2 = \\sum_{i=1}^n a_i^2 + 2 \\sum_{i < j} a_i a_j$.", "proved"),
        (LISTED + "$(\\sum_{i=1}^n a_i)^2 = \\sum_{i=1}^n a_i^2 + \\sum_{i < j} a_i a_j$.", "refuted"),
        ("$$\\sum_{t < T} a_t + a_T = \\sum_{t \\le T} a_t$$", "proved"),  # from 1, and from 0
        ("$$\\prod_{k \\le n} \\frac{k + 1}{k} = n + 1$$", "proved"),
        ("$$\\prod_{k \\le n} \\frac{k + 1}{k} = n$$", "refuted"),
    ],
)  # fmt: skip
def test_sums_and_extrema_over_places(text: str, expected: str) -> None:
    assert verdicts(text, budget=2.0)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $a_1, \\dots, a_n$ be positive real numbers. Then $\\sum_{i=1}^n a_i > 0$.", "proved"),
        ("For positive numbers $a_1, a_2, \\dots, a_n$ we have $\\sum_{i=1}^n a_i > 0$.", "proved"),
        ("For $a_1, \\dots, a_n > 0$ we have $\\sum_{i=1}^n a_i > 0$.", "proved"),  # there is one, n >= 1
        ("Let $a_0, a_1, \\dots, a_n$ be positive real numbers. Then $\\sum_{i=0}^n a_i > 2 a_0$.", "refuted"),
        ("Let $a_0, a_1, \\dots, a_n$ be positive real numbers. Then $\\sum_{i=0}^n a_i \\ge a_0$.", "proved"),
        ("Let $a_1, \\dots, a_n$ be nonnegative reals. Then $\\sum_{i=1}^n a_i > 0$.", "unknown"),
        ("For real numbers $a_1, \\dots, a_n$ we have $\\sum_{i=1}^n a_i^2 \\le \\sum_{i=1}^n a_i$.", "refuted"),
        ("For real numbers $a_1, \\dots, a_n$ in $[0, 1]$ we have $\\sum_{i=1}^n a_i^2 \\le \\sum_{i=1}^n a_i$.", "proved"),
        ("Let $a_1, \\dots, a_n$ be real numbers whose sum is $1$. Then $\\sum_{i=1}^n a_i^2 \\ge 1/n$.", "unknown"),
        (LISTED + "$a_j^2 \\le \\sum_{i=1}^n a_i^2$.", "unknown"),  # j is a place, and not 0
        (LISTED + "$\\sum_{i=1}^n a_i^2 \\ge a_1^2$.", "proved"),
    ],
)  # fmt: skip
def test_lists_of_numbers_have_a_member(text: str, expected: str) -> None:
    assert verdicts(text, budget=2.0)[-1] == expected


LIMITS = "Let $a_n \\to a$ and $b_n \\to b$. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LIMITS + "$\\lim_{n \\to \\infty} (a_n + b_n) = a + b$.", "proved"),
        (LIMITS + "$a_n b_n \\to a b$.", "proved"),
        (LIMITS + "$a_n b_n^2 - a_{n + 1} \\to a b^2 - a$.", "proved"),
        (LIMITS + "$n (a_n - a) \\to 0$.", "not understood"),  # it may go anywhere
        (LIMITS + "$a_n c_n \\to a c$.", "not understood"),
        ("Suppose $a_n \\to L$ with $L \\ne 0$. Then $\\frac{1}{a_n} \\to \\frac{1}{L}$.", "proved"),
        ("Suppose $\\lim_{n \\to \\infty} a_n = 3$. Then $\\lim_{n \\to \\infty} a_n^2 = 9$.", "proved"),
        ("Suppose $\\lim_{n \\to \\infty} a_n = 3$. Then $\\lim_{n \\to \\infty} a_n^2 = 6$.", "refuted"),
        ("Suppose $a_n \\to 2$. Then $\\lim_{n \\to \\infty} \\frac{a_n}{n} = 0$.", "proved"),
        ("Suppose $a_n \\to 0$. Then $\\lim_{n \\to \\infty} \\frac{1}{a_n} = 0$.", "not understood"),
        ("If $x_n \\to x$, then $\\|x_n\\|^2 \\to \\|x\\|^2$.", "proved"),
        ("If $x_n \\to x$, then $\\|x_n\\|^2 \\to 2 \\|x\\|^2$.", "refuted"),
        ("If $a_n \\to 3$, all is well.\n\nThus $\\lim_{n \\to \\infty} a_n = 3$.", "unknown"),
        ("Suppose $a_n \\to 3$.\n\n**Exercise 2.** Thus $\\lim_{n \\to \\infty} a_n = 3$.", "unknown"),
    ],
)  # fmt: skip
def test_limits_that_are_supposed(text: str, expected: str) -> None:
    assert verdicts(text, budget=2.0)[-1] == expected


SPACE = "Let $x, y \\in \\mathbb{R}^n$. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SPACE + "$\\|x\\|_2 \\le \\|x\\|_1 \\le \\sqrt{n} \\|x\\|_2$.", ["proved", "proved"]),
        (SPACE + "$\\|x\\|_1 \\le \\|x\\|_2$.", ["refuted"]),
        (SPACE + "$\\|x\\|_\\infty \\le \\|x\\|_2 \\le \\sqrt{n} \\|x\\|_\\infty$.", ["proved", "proved"]),
        (SPACE + "$\\|x - y\\|_1 \\ge \\|x\\|_1 - \\|y\\|_1$.", ["proved"]),
        (SPACE + "$\\|x - y\\|_1 \\ge \\|x\\|_1$.", ["refuted"]),
        (SPACE + "$\\|x\\|_2^2 \\le \\|x\\|_1 \\|x\\|_\\infty$.", ["proved"]),
        (SPACE + "$\\|x\\|_1 = \\sum_{i=1}^n |x_i|$ and $\\|-3 x\\|_1 = 3 \\|x\\|_1$.", ["proved", "proved"]),
        ("Let $x \\in \\mathbb{R}^n$ with $\\|x\\|_\\infty \\le 1$. Then $\\|x\\|_2^2 \\le n$.", ["proved"]),
        ("Let $x \\in \\mathbb{R}^n$ with $\\|x\\|_\\infty \\le 1$. Then $\\|x\\|_2^2 \\le \\sqrt{n}$.", ["refuted"]),
        ("Let $f$ be convex and differentiable. Then $f(y) \\ge f(x) + \\langle \\nabla f(x), y - x \\rangle$ and $\\|x\\|_1 \\le f(x)$.", ["proved", "unknown"]),
    ],
)  # fmt: skip
def test_norms_that_go_place_by_place(text: str, expected: list[str]) -> None:
    assert verdicts(text, budget=6.0) == expected


BENT = "Let $f$ be twice differentiable with ${}$ for all $x$. Then "
UPPER = "$f(y) \\le f(x) + \\langle \\nabla f(x), y - x \\rangle + \\frac{L}{2} \\|y - x\\|^2$."
LOWER = "$f(y) \\ge f(x) + \\langle \\nabla f(x), y - x \\rangle + \\frac{\\mu}{2} \\|y - x\\|^2$."
LIPSCHITZ = "$\\|\\nabla f(x) - \\nabla f(y)\\| \\le L \\|x - y\\|$."


@pytest.mark.parametrize(
    ("bound", "claim", "expected"),
    [
        ("\\nabla^2 f(x) \\preceq L I", UPPER, "proved"),
        ("\\mu I \\preceq \\nabla^2 f(x)", LOWER, "proved"),
        ("\\nabla^2 f(x) \\succeq 0", LOWER.replace(" + \\frac{\\mu}{2} \\|y - x\\|^2", ""), "proved"),
        ("\\nabla^2 f(x) \\succeq 0", UPPER, "refuted"),
        ("0 \\preceq \\nabla^2 f(x) \\preceq L I", LIPSCHITZ, "proved"),
        ("-L I \\preceq \\nabla^2 f(x) \\preceq L I", LIPSCHITZ, "proved"),
        ("\\nabla^2 f(x) \\preceq L I", LIPSCHITZ, "unknown"),  # it may fall as steeply as it likes
    ],
)
def test_hessians_that_are_bounded_everywhere(bound: str, claim: str, expected: str) -> None:
    assert verdicts(BENT.replace("{}", bound) + claim, budget=1.0)[-1] == expected


def test_a_hessian_that_is_bounded_at_a_point_says_nothing_of_others() -> None:
    assert verdicts("Let $x$ be a point with $\\nabla^2 f(x) \\preceq L I$. Then " + UPPER, budget=0.5)[-1] == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $x$ be a real number in $[0, 1]$. Then $x^2 \\le x$.", "proved"),
        ("Let $x$ be a real number in $[0, 1]$. Then $x^2 \\ge x$.", "refuted"),
        ("Let $x$ be in the interval $[0, 1]$. Then $x^2 \\le x$.", "proved"),
        ("Let $x$ and $y$ be real numbers in $(0, 1)$. Then $x y < x$ and $x y < y$.", "proved"),
        ("For a real $x$ in $[0, 1]$ we have $x^2 \\le x$.", "proved"),
        ("Let $a_1, \\dots, a_n$ be real numbers in $[0, 1]$. Then $\\sum_{i=1}^n a_i^2 \\le n$.", "proved"),
    ],
)  # fmt: skip
def test_letters_lie_in_intervals_behind_them(text: str, expected: str) -> None:
    assert verdicts(text, budget=2.0)[-1] == expected
