"""What lecture notes name and do not work out: Hessians of functions that are not given, limits of functions, means and probabilities
of what is largest, sums over a class, expectations under what is known. It is read, and no two that are named alike are mixed up."""

from __future__ import annotations

import pytest

from tests.document_says import tells

TAYLOR = r"Suppose $f(y) = f(x) + \nabla f(x)^T (y - x) + \frac{1}{2} (y - x)^T \nabla^2 f(z) (y - x)$ and $\nabla^2 f(z) \preceq L I$. "
LINE = r"Let $g(t) = f(x + t(y - x))$ where $f$ is differentiable. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Hessians
        (TAYLOR + r"Then $f(y) \le f(x) + \nabla f(x)^T (y - x) + \frac{L}{2} \|y - x\|^2$.", "p"),
        (TAYLOR + r"Then $f(y) \le f(x) + \nabla f(x)^T (y - x) + \frac{L}{3} \|y - x\|^2$.", "u"),
        (r"Suppose $\nabla^2 f(x) \preceq L I$. Then $v^T \nabla^2 f(x) v \le L \|v\|^2$.", "p"),
        (r"Suppose $\nabla^2 f(x) \preceq L I$. Then $v^T \nabla^2 f(y) v \le L \|v\|^2$.", "u"),
        (r"With $s_k = [\nabla^2 f(x_k)]^{-1} \nabla f(x_k)$ we have $x_k - s_k = x_k - [\nabla^2 f(x_k)]^{-1} \nabla f(x_k)$.", "p"),
        # along a line
        (LINE + r"$g(1) = f(y)$ and $g'(0) = \nabla f(x)^T (y - x)$.", "pp"),
        (LINE + r"$g(1) = f(x)$.", "u"),
        (LINE + r"$f(y) = g(1) = g(0) + \int_0^1 g'(t) \, dt$. So $g(0) = f(x)$.", "pup"),
        # a limit of functions is none of them
        (r"Define $f(x) = \lim_{n \to \infty} f_n(x)$. Then $f_n(x) = f(x)$.", "u"),
        (r"Define $f(x) = \lim_{n \to \infty} f_n(x)$. Then $|f_n(x) - f(x)| \le |f_n(x) - f_m(x)| + |f_m(x) - f(x)|$.", "p"),
        (r"Let $(a_n)$ be bounded. Then $\liminf_{n \to \infty} a_n \le \limsup_{n \to \infty} a_n$.", "u"),
        # means and probabilities of what is largest, or of a norm
        (r"Suppose $\mathbb{E}[\max_i X_i] = 3$. Then $2 \mathbb{E}[\max_i X_i] = 6$ and $2 \mathbb{E}[\max_i Y_i] = 6$.", "pu"),
        (r"Let $X$ be a vector. So $\mathbb{E}[\|X\|_1] = \|X\|_1$.", "u"),
        (r"So $\mathbb{P}_S(L(h) > a) = 1 - \mathbb{P}_S(L(h) \le a)$.", "p"),
        (r"So $\mathbb{P}_S(L(h) > a) = 1 - \mathbb{P}_T(L(h) \le a)$.", "u"),
        (r"So $\underset{x \sim D}{\mathbb{E}}[2 X] = 2 \underset{x \sim D}{\mathbb{E}}[X]$.", "p"),
        (r"So $P(\bigcup_{i=1}^n \{X_i > t\}) \le \sum_{i=1}^n P(X_i > t)$.", "u"),
        (r"So $\sum_{h \in H} P(L(h) > a) \le |H| e^{-m}$.", "u"),
        # under what is known
        (r"So $\mathbb{E}[Y \mid \mathcal{F}(s)] = \mathbb{E}[Y \mid \mathcal{F}(t)]$.", "u"),
        # all places at which a function has a value
        (r"Let $f$ be convex. For all $x, y \in \operatorname{dom}(f)$, $f(y) \ge f(x) + \nabla f(x)^T (y - x)$.", "p"),
        # what words say of a function that may be no point of a refutation
        (r"Let $f : \mathbb{R}^n \to \mathbb{R}$ be some norm. Then $f(2 x) = 2 f(x)$.", "u"),
        (r"Let $f : \mathbb{R}^n \to \mathbb{R}$ be differentiable. Then $f(2 x) = 2 f(x)$.", "r"),
        # a value of a function is none
        (r"Let $f$ be differentiable, where $f^*$ is the least function value. So $(f(x) - f^*)^2 \ge 0$.", "p"),
    ],
)  # fmt: skip
def test_what_is_named_and_not_worked_out(text: str, expected: str) -> None:
    tells(text, expected)
