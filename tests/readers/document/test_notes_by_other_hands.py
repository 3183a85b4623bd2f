"""How notes on optimisation and analysis say under what something holds: lists of conditions, labels of exercises, updates that are
named, letters that a chain explains behind itself, functions that are sums of others, intervals on which one is convex."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts

BREGMAN = r"Let $\psi$ be convex. The %s $\nabla \psi(y_{t+1}) = \nabla \psi(y_t) - \eta \mathbf{h}_t$ gives "
RATIO = r"Let $m, L > 0$. Then $$\frac{L - m}{L + m} = 1 - \frac{2m}{L + m} = \frac{%s}{\kappa + 1}, \qquad \kappa = \frac{L}{m}.$$"
SUM = r"if $f$ and $g$ are convex then so is $h = f + g$. For $0 \le t \le 1$, $$h(tx + (1 - t)y) = f(tx + (1 - t)y) + g(tx + (1 - t)y) %s t h(x) + (1 - t) h(y).$$"
PL = r"Suppose that $\|\nabla f(x)\|^2 \ge 2m (f(x) - f^*)$ for all $x$, $f$ is $L$-smooth and $m > 0$. "
STEP = r"Let $x_{k+1} = x_k - \frac1L \nabla f(x_k)$. "
NEWTON = r"Let $\phi(x) = x - \ln x$, so $$x_{k+1} = x_k - \frac{1 - 1/x_k}{1/x_k^2} = %s.$$ With $x_0 = \frac12$: $x_1 = \frac34$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # conditions in a list, up to the main clause
        (r"If $a \ge b$, $b \ge 0$, $c \le d$, $c \ge 0$ then $bc \le ad$.", "p"),
        (r"If $a \ge b$, $b \ge 0$, $c \le d$, $d \ge 0$ then $bc \le bd$.", "p"),
        (r"If $a \ge b$, $b \ge 0$, $c \le d$, $c \ge 0$ then $ad \le bc$.", "r"),
        (r"For $\|u\| \le r$ and $\|v\| \le r$ we have $\|u + v\| \le 2r$.", "p"),
        (r"For $\|u\| \le r$ and $\|v\| \le r$ we have $\|u + v\| \le r$.", "?"),
        (r"For $\|u\| \le r$, $\|v\| \le s$ and $0 \le \lambda \le 1$, $$\|\lambda u + (1 - \lambda) v\| \le r + s.$$", "p"),
        # and what follows from the first of two stays a claim
        (r"If $a > 1$, $a^2 > 2$.", "r"),
        # exercises with a capital letter, and parts of one
        ("**D.** $f(x) = x^2 + x$. Then $f(1) = 2$.\n\n**E.** $f(x) = x^2 + 4x$. E.g. $f(1) = 5$.", "pp"),
        ("**P1.** $f(x) = x^2 + x$. Then $f(1) = 2$.\n\n**P2.** $f(x) = x^2 + 4x$. E.g. $f(1) = 2$.", "pr"),
        ("**(a)** Let $f(x) = x^2 + x$. Then $f(1) = 2$.\n\n**(b)** Also $f(2) = 6$ and $f(3) = 10$.", "ppr"),
        # an update that is named
        (BREGMAN % "update" + r"$\langle \eta \mathbf{h}_t, y_t \rangle = \langle \nabla \psi(y_t) - \nabla \psi(y_{t+1}), y_t \rangle$.", "p"),
        (BREGMAN % "update" + r"$\langle \eta \mathbf{h}_t, y_t \rangle = \langle \nabla \psi(y_{t+1}) - \nabla \psi(y_t), y_t \rangle$.", "?"),
        (BREGMAN % "claim" + r"$\langle \eta \mathbf{h}_t, y_t \rangle = \langle \nabla \psi(y_t) - \nabla \psi(y_{t+1}), y_t \rangle$.", "??"),
        (NEWTON % "2x_k - x_k^2", "pp"),
        (NEWTON % "2x_k + x_k^2", "rp"),
        # a letter that a chain explains, not what comes of an equation
        (RATIO % r"\kappa - 1", "pp"),
        (RATIO % r"\kappa - 2", "pr"),
        (r"We have $x + y = 3, \qquad y = 3 + x$.", "??"),
        # sums of functions
        ("Show: " + SUM % r"\le", "pp"),
        ("Show: " + SUM % r"\ge", "p?"),
        # an interval on which a function is convex
        (r"The function $f(x) = x \log x$ is convex on $(0, \infty)$, as $f''(x) = \frac1x > 0$.", "pp"),
        (r"The function $f(x) = x \log x$ is convex on $(0, \infty)$, as $f''(x) = \frac1x > 1$.", "p?"),
        (r"The function $f(x) = x^3$ is convex on $[0, \infty)$." + "\n\n" + r"We have $f''(x) = 6x \ge 0$.", "p?"),
        (r"Let $f(x) = x \log x$ on $(0, \infty)$. Then $f''(x) = \frac1x > 0$.", "pp"),
        # letters with numbers are letters of a function
        (r"Let $f(x_1, x_2) = \frac12(x_1^2 + 9x_2^2)$. Then $\nabla f(9, 1) = (9, 9)$ and $f(9, 1) = 45$.", "pp"),
        (r"Let $f(x_1, x_2) = \frac12(x_1^2 + 9x_2^2)$. Then $\nabla f(9, 1) = (9, 18)$ and $f(9, 1) = 54$.", "rr"),
        # the least value of f may be meant by f^*, which no point knows
        (PL + STEP + r"Then $f(x_2) - f^* \le (1 - \frac{m}{L})^2 (f(x_0) - f^*)$.", "?"),
        (PL + STEP + r"Let $f(x) \ge f^*$ for all $x$. Then $f(x_1) \ge f(x_0) + 1$.", "r"),
        # a matrix that is positive definite in one sentence only may be symmetric
        (r"This works when $H \succ 0$. The model $m(p) = p^\top H p$ has $\nabla m(p) = 2 H p$.", "?"),
        (r"Let $H \succ 0$. The model $m(p) = p^\top H p$ has $\nabla m(p) = 2 H p$.", "p"),
        (r"Let $x = (3, 4)$. Then $\|x\| = 5$. At $x = 0$: $1 + a$.", "p"),
        # what is not feasible is no value from which lines go on, and "their sum" is no other form of the last of them
        (r"We have $2(x - 2) + m = 0$ and $m(x - 1) = 0$. If $m = 0$ then $x = 2$, which is not feasible. So $x = 1$.", "??"),
        (r"$e^1 \approx 2.718$, $e^2 \approx 7.389$, their sum is $\approx 10.107$.", "pp"),
        (r"$e^2 \approx 7.389$, which is $\approx 10.107$.", "pr"),
        (r"This is $\frac12 = 0.5$ per round; with twice the time it is more in total, $\approx 135.7$, and per day $= 0.7$.", "p"),
    ],
)  # fmt: skip
def test_what_other_hands_write(text: str, expected: str) -> None:
    if "?" not in expected:
        tells(text, expected)
    else:
        told = "".join(word[0] for word in verdicts(text))
        assert all(want in ("?", got) for got, want in zip(told, expected, strict=True)), told


LOSS = r"Let $\sigma(a) = \frac{1}{1 + e^{-a}}$. The loss is $$E(w) = \sum_{i=1}^n \{\ln(1 - p_i) - t_i \ln p_i\}, \qquad p_i = %s.$$ "
RESIDUALS = r"Let $E(w) = \frac12 \sum_{i=1}^n r_i^2$, where $r_i = w^\top x_i - y_i$. Then $\nabla E(w) = %s \sum_{i=1}^n r_i x_i$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RESIDUALS % "", "p"),
        (RESIDUALS % "2", "r"),
        (LOSS % r"\sigma(w^\top x_i)" + r"Then $\nabla E(w) = -\sum_{i=1}^n (p_i + t_i (1 - p_i)) x_i$.", "p"),
        (LOSS % r"\sigma(w^\top x_i)" + r"Then $\nabla E(w) = \sum_{i=1}^n p_i x_i$.", "r"),
        # a slip, of which it is not known what is meant
        (LOSS % r"\sigma(u^\top x_i)" + r"Then $\nabla E(w) = 0$.", "uuu"),
    ],
)
def test_a_function_by_members_that_are_given_behind_it(text: str, expected: str) -> None:
    tells(text, expected, 2.0)
