"""How other people write answers to one homework, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from tests.document_says import tells

DUALS = "Let $a = e^x$, $c = a + 1$, $f = c^2$ and $p(x, y) = x y$.\n\n$$\\frac{\\partial p}{\\partial y} = x = 1$$\n\n"
RATE = r"Let $p(x, y) = x y + x^2$. $$\frac{\partial p}{\partial x} \approx \frac{p(1.01, 2) - p(1, 2)}{0.01} = "
PUT_IN = r"Let $p(x, y) = x y + x^2$ and $z = x + y$. Substituting $x = 1, y = 2$: "
LISTED = r"Let $x_{t+1} = x_t - \gamma h_t$. With $h_t = \nabla F(x_t)$, $\|u\| \le R$ and $\|h_t\| \le L$ we get "
SLOPE = r"Put $q(y) = y^2 - 6 y$. Then $q'(y) = 2 y - 6$, which vanishes at "
ANEW = (
    "## Momentum\n\nThe update is $v_{t+1} = \\beta v_t + g_t$, $w_{t+1} = w_t - \\eta v_{t+1}$.\n\n## A quadratic\n\n"
    r"$f(w) = \frac{a}{2} w^2$ with $a > 0$: $f'(w) = a w$, so $w_{t+1} = w_t - "
)
LAYER = r"Let $y = W x + b$ with $W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$ and $L = \frac12 \|y - t\|^2$. Then "
BOUND = r"Suppose $D_1 \le B^2$ and $\|v\| \le \rho$. With $\eta = \sqrt{\frac{B^2}{\rho^2 T}}$ we have "
MODEL = r"Let $F(w) = \langle g, w - u\rangle + \frac{\lambda}{2} \|w - u\|^2$. "
LINE = r"Let $a \neq 0$ be a vector and $p = \frac{\langle a, x\rangle}{\|a\|^2} a$. "
RULE = r"By the update rule $w_{t+1} = w_t - \eta v_t$, "
SHIFT = r"Let $S$ be the cyclic shift, $(Sx)_i = x_{i-1}$ with indices mod $n$, and $C_a$ the circulant matrix with entries $(C_a)_{ij} = a_{i-j}$. "
SOFTMAX = r"Let $p_i = \frac{e^{z_i}}{\sum_{k=1}^n e^{z_k}}$. "
CASES = (
    SOFTMAX
    + "For $i = j$:\n\n$$\\frac{\\partial p_i}{\\partial z_i} = p_i (1 - p_i)$$\n\nand for $i \\ne j$:\n\n$$\\frac{\\partial p_i}{\\partial z_j} = "
)
LAYERS = r"Let $h = \sigma(w_1 x)$, $p = w_2 h$, $\ell = \frac12 (p - y)^2$, where $\sigma(z) = \frac{1}{1 + e^{-z}}$. "
SEARCH = r"Let $A$ be symmetric and $f(x) = \frac12 x^\top A x - b^\top x$. Exact line search: $r = b - A x$, $\phi(a) = f(x + a r)$. Then "
SIZES = r"Suppose $|u_t| \le c$ for every $t$. With $\eta = 1$, we have $|u_3| \le c$. "
STEPS = (
    r"Let $D, G > 0$ and $T \ge 1$. If $\eta = \frac{D}{G \sqrt T}$, then $\eta > 0$.\n\n## B\n\nLet $\eta > 0$. Now "
)
ENTRIES = r"Let $S_{ij} = \delta_{i-j-1}$ and $(C_a)_{ij} = a_{i-j}$"
PRODUCT = r"We compute $(S C_a)_{ij} = \sum_{k} S_{ik} (C_a)_{kj} = \sum_k \delta_{i-k-1} a_{k-j} = a_{i-j-1}$."
DRIVEN = "Let $f$ be convex, $\\eta > 0$ and $w_{t+1} = w_t - \\eta v_t$. "
CALLED = r"Let $\lambda > 0$ and $Q(x) = \langle g, x - u\rangle + \frac{\lambda}{2} \|x - u\|^2$. Setting $\nabla Q(x) = 0$ gives $x = u - \frac{1}{\lambda} g$. "
HALVES = r"Take $f(x) = \frac12 x^2$, $\lambda = 4$, $x_0 = 8$. Then $\eta = \frac14$ and $x_{k+1} = x_k - \frac14 x_k = \frac34 x_k$. "
SMOOTH = r"$\eta \le \frac1L$, then $f(x - \eta\nabla f(x)) \le f(x) - \frac{\eta}{2}\|\nabla f(x)\|^2$."
DIFFERENCES = r"Write $\Delta_t = w_t - u$ with $w_{t+1} = w_t - \eta v_t$. Then $2 \eta \Delta_t^\top v_t = "
BEGUN = r"Let $a_t = \|w_t - u\|^2$, $w_{t+1} = w_t - \eta v_t$ with $w_1 = 0$. Then "
WITHIN = r"Let $f(x, y) = e^{e^x + e^{2y}} + \sin(e^x + e^{2y})$ and $z = e^x + e^{2y}$. $$\frac{\partial f}{\partial y} = \frac{\partial f}{\partial z} \frac{\partial z}{\partial y} = (e^z + \cos z) \cdot 2 "
TYPED = r"Let $rho, eta, B, T > 0$ and $eta = B/(rho*sqrt(T))$. Then "
MINIMAL = r"Thus $\frac\lambda2 \|d\|^2 - \|d\| \|g\| \ge "
SQUARED = r"$ because with $r = \|d\|$, $\frac\lambda2 r^2 - r \|g\| = \frac\lambda2 (r - \frac{\|g\|}{\lambda})^2 - \frac{\|g\|^2}{2\lambda}$."
MEMBERS = r"For vectors, $\|w_t - v_t\|^2 = \|w_t\|^2 - 2 \langle w_t, v_t\rangle + \|v_t\|^2$. "
QUADRATIC = "We look at the quadratic model $"
SIGNED = "## Question 1\n\nLet $\\eta > 0$ be the step size.\n\n## Question 2\n\nSuppose $w_{t+1} = w_t - \\eta v_t$. "
CHOSEN = (
    r"Take $f(x) = \frac{a}{2} x^2 - b x$ with $a > 0$. With $s = \frac{1}{a}$ we get $x - s f'(x) = \frac{b}{a}$. "
)
UNIT = r"Projection on a unit vector: let $\|q\| = 1$. Then "
NEXT = r"Let $f$ be differentiable. Put $y = x_{t+1} = x_t - \eta \nabla f(x_t)$. Then "
BEST = r"Let $R, L > 0$, $T \ge 1$ and $q(s) = \frac{R^2}{s} + s T L^2$. We have $q'(s) = -\frac{R^2}{s^2} + T L^2$, which is zero for "


OPTIMAL = r"Let $B, \eta > 0$. The optimal $\eta$ is the largest. Then $\frac{2B}{\eta} = "
FOR_SOME = "Assume that for some $c > 0$,\n\n$$a^2 \\le c b.$$\n\nThen "
SYMMETRIC = (
    r"Consider $f(w) = \frac12 w^\top A w$ with $A \in \mathbb{R}^{d \times d}$ symmetric."
    "\n\nLet $u, v$ be columns. Then "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a value that ends a chain solves nothing, and an exercise ends with all that rests on what ends with it
        ("### (a) Forward\n\n" + DUALS + "### (b) Backward\n\n$$\\frac{\\partial f}{\\partial x} = 2 a c$$", "pup"),
        ("### (a) Forward\n\n" + DUALS + "### (b) Backward\n\n$$\\frac{\\partial f}{\\partial x} = 2 a$$", "pur"),
        # a quotient of differences is about a derivative, and no more is claimed of the two
        (RATE + r"\frac{3.0401 - 3}{0.01} = 4.01$$", "pp"),
        (RATE + r"\frac{3.0401 - 3}{0.1} = 4.01$$", "rr"),
        # numbers that are put in for several letters are values of these
        (PUT_IN + "$z = 3$, $p(x, y) = 3$.", "pp"),
        (PUT_IN + "$z = 3$, $p(x, y) = 4$.", "pr"),
        (
            r"Solve $x + y = 3$, $x - y = 1$. Adding gives $2 x = 4$, so $x = 2$. Substituting $x = 2$ gives $y = 1$.",
            "pppp",
        ),
        # a list goes on until its main clause begins
        (LISTED + r"$\langle h_t, u\rangle \le R L$.", "p"),
        (r"With $x > 0$, $x^2 > 0$ holds, and $-x < 0$, $-x^3 < 0$ too.", "ppp"),
        # where a term that was worked out vanishes
        (SLOPE + "$y = 3$.", "pp"),
        (SLOPE + "$y = 2$.", "pr"),
        (BEST + r"$s = \frac{R}{L \sqrt T}$.", "pp"),
        (BEST + r"$s = \frac{R}{L T}$.", "pr"),
        # a part that has its own rule for a sequence, by letters of which no part before it spoke
        (ANEW + r"\eta a w_t = (1 - \eta a) w_t$ and $f(w_{t+1}) = \frac{a}{2} (1 - \eta a)^2 w_t^2$.", "ppp"),
        (ANEW + r"\eta a w_t = (1 - \eta a) w_t$ and $f(w_{t+1}) = \frac{a}{2} (1 - \eta a) w_t^2$.", "ppr"),
        (ANEW + r"\eta v_t$.", "pr"),
        # what a line is given is not changed by what is said behind it
        (RULE + r"$\|w_{t+1} - u\|^2 = \|w_t - \eta v_t - u\|^2$. So, with the step size $\eta$, $\eta^2 > 0$.", "pp"),
        (RULE + r"$\|w_{t+1} - u\|^2 = \|w_t + \eta v_t - u\|^2$. So, with the step size $\eta$, $\eta^2 > 0$.", "rp"),
        # words on matrices say nothing of sums without any
        (SHIFT + r"$\sum_{j=0}^{n-1} a_{i-j} x_{j-1} = \sum_{j=0}^{n-1} a_{i-j-1} x_j$.", "p"),
        (SHIFT + r"$\sum_{j=0}^{n-1} a_{i-j} x_{j-1} = \sum_{j=0}^{n-1} a_{i-j+1} x_j$.", "r"),
        # a colon leads from a condition to what holds under it; there is a place at least where members have values
        (SOFTMAX + r"$\sum_{i=1}^n p_i = 1$.", "p"),
        (SOFTMAX + r"$\sum_{i=1}^n p_i = 2$.", "u"),
        (CASES + "-p_i p_j$$", "pp"),
        (CASES + "p_i p_j$$", "pr"),
        # the derivative by the chain rule, after one in a letter on its way
        (
            LAYERS
            + r"$\frac{\partial \ell}{\partial h} = (p - y) w_2$, $\frac{\partial \ell}{\partial w_1} = (p - y) w_2 h (1 - h) x$.",
            "pp",
        ),
        (
            LAYERS
            + r"$\frac{\partial \ell}{\partial h} = (p - y) w_2$, $\frac{\partial \ell}{\partial w_1} = (p - y) w_2 h (1 - h)$.",
            "pr",
        ),
        (SEARCH + r"$\phi'(a) = -r^\top r + a r^\top A r$.", "p"),
        (SEARCH + r"$\phi'(a) = -r^\top r - a r^\top A r$.", "r"),
        # a bound on all members, whatever the next sentence begins with
        (SIZES, "p"),
        (r"Suppose $|u_t| \le c$ for every $t$ with $t \ge 5$. We have $|u_3| \le c$.", "u"),
        # the line before says what the gate asks for
        (
            MODEL
            + r"Then $\nabla F(w) = g + \lambda (w - u)$. If we set this equal to 0 and solve for $w$ we get $w = u - \frac{1}{\lambda} g$.",
            "pp",
        ),
        (
            MODEL
            + r"Then $\nabla F(w) = g + \lambda (w - u)$. If we set this equal to 0 and solve for $w$ we get $w = u - \lambda g$.",
            "pr",
        ),
        # rules for products of matrices
        (r"Note that $\operatorname{tr}(A B C) = \operatorname{tr}(B C A)$, $(A B)^\top = B^\top A^\top$.", "pp"),
        (r"Note that $\operatorname{tr}(A B C) = \operatorname{tr}(B A C)$.", "r"),
        (r"Note that $(A B)^\top = A^\top B^\top$.", "r"),
        (r"Note that $A B = B A$.", "n"),
        (r"Let $A$ and $B$ be diagonal. Note that $(A B)^\top = A^\top B^\top$.", "u"),
        # the entries of matrices, said where the indices are
        (ENTRIES + ", where all indices are taken modulo $n$. " + PRODUCT, "ppp"),
        (ENTRIES + ", where $i \\ge j$ and all indices are taken modulo $n$. " + PRODUCT, "pup"),
        # words on a function that a formula gives say nothing of others; those on one that it uses do
        (QUADRATIC + r"q(w) = f(u) + \|w - u\|^2$. Then $q(u) + f(v) - 2 f(v) = f(u) - f(v)$.", "p"),
        (QUADRATIC + r"q(w) = f(u) + \|w - u\|^2$. Then $q(u) + f(v) - 2 f(v) = f(u) + f(v)$.", "r"),
        (QUADRATIC + r"q(w) = f(w) + \|w - u\|^2$. Then $f(u) - 2 f(v) = f(u) + f(v)$.", "u"),
        # the step size has the sign that another exercise gives it
        (
            SIGNED
            + r"For any $u$, $\langle w_t - u, v_t\rangle = \frac{1}{\eta} \langle w_t - u, w_t - w_{t+1}\rangle$.",
            "p",
        ),
        (
            SIGNED
            + r"For any $\eta$, $\langle w_t - u, v_t\rangle = \frac{1}{\eta} \langle w_t - u, w_t - w_{t+1}\rangle$.",
            "u",
        ),
        # where the rule leads anywhere, its step size leaves nothing open
        (SIGNED + r"$\|w_t - u\|^2 - \|w_{t+1} - u\|^2 = \langle w_t - w_{t+1}, w_t + w_{t+1} - 2 u\rangle$.", "p"),
        (SIGNED + r"$\|w_t - u\|^2 - \|w_{t+1} - u\|^2 = \langle w_t - w_{t+1}, w_t + w_{t+1} - u\rangle$.", "r"),
        # a value that is chosen anew is no other hypothesis
        (CHOSEN + r"With $s = \frac{2}{a}$, $x - s f'(x) = \frac{2 b}{a} - x$.", "pp"),
        (CHOSEN + r"With $s = \frac{2}{a}$, $x - s f'(x) = \frac{2 b}{a} + x$.", "pr"),
        (UNIT + r"$\|\langle q, x\rangle q\| = |\langle q, x\rangle|$.", "p"),
        (UNIT + r"$\|\langle q, x\rangle q\| = \langle q, x\rangle$.", "r"),
        # what a function is, said before its name without the noun
        (r"For a convex and differentiable $f$ we have $f(y) \ge f(x) + \langle \nabla f(x), y - x\rangle$.", "p"),
        (r"For a convex and differentiable $f$ we have $f(y) \ge f(x) + 2 \langle \nabla f(x), y - x\rangle$.", "r"),
        (
            r"For a nearly convex and differentiable $f$ we have $f(y) \ge f(x) + \langle \nabla f(x), y - x\rangle$.",
            "u",
        ),
        # a name for the next member, and the rule for it
        (NEXT + r"$f(y) = f(x_t - \eta \nabla f(x_t))$ and $f(x_{t+2}) = f(x_{t+1} - \eta \nabla f(x_{t+1}))$.", "pp"),
        (NEXT + r"$f(x_{t+2}) = f(y)$.", "u"),
        # what words suppose and a formula says again
        (
            r"Let $s_{t+1} = s_t + g_t$ and $s_0 = 0$. If all of them are equal, $g_t = g$ for all $t$, then $s_t = t g$.",
            "p",
        ),
        (
            r"Let $s_{t+1} = s_t + g_t$ and $s_0 = 0$. If all of them are equal, $g_t = g$ for all $t$, then $s_t = g$.",
            "r",
        ),
        # the square of a new letter, given as a sum
        (
            r"Let $\mu = \frac1m \sum_{i=1}^m x_i$. Now $s^2 = \frac1m \sum_{i=1}^m (x_i - \mu)^2 = \frac1m \sum_{i=1}^m x_i^2 - \mu^2$.",
            "p",
        ),
        (
            r"Let $\mu = \frac1m \sum_{i=1}^m x_i$. Now $s^2 = \frac1m \sum_{i=1}^m (x_i - \mu)^2 = \frac1m \sum_{i=1}^m x_i^2 - \mu$.",
            "r",
        ),
        # derivatives through a vector that stands for a term
        (LAYER + r"$\frac{\partial L}{\partial W} = (y - t) x^\top$, $\frac{\partial L}{\partial b} = y - t$.", "pp"),
        (
            LAYER + r"$\frac{\partial L}{\partial x} = W^\top (y - t)$, $\frac{\partial L}{\partial b} = 2 (y - t)$.",
            "pr",
        ),
        # the bound of a length is no negative number
        (BOUND + r"$\frac{B^2}{2 \eta T} + \frac{\eta \rho^2}{2} = \frac{B \rho}{\sqrt T}$.", "u"),
        (BOUND + r"$\frac{B^2}{2 \eta T} + \frac{\eta \rho^2}{2} = \frac{2 B \rho}{\sqrt T}$.", "r"),
        # what is said first of a derivative that is to be set to zero
        (MODEL + r"Differentiate and equate to zero: $\nabla F(w) = g + \lambda (w - u)$.", "p"),
        (MODEL + r"Differentiate and equate to zero: $\nabla F(w) = g + 2 \lambda (w - u)$.", "r"),
        (MODEL + r"$\nabla F(w) = g + \lambda (w - u)$, and equating to zero, $w = u - \frac{1}{\lambda} g$.", "pp"),
        (MODEL + r"$\nabla F(w) = g + \lambda (w - u)$, and equating to zero, $w = u + \frac{1}{\lambda} g$.", "pr"),
        # the length of what a text has given
        (LINE + r"The length is $\|p\| = \frac{|\langle a, x\rangle|}{\|a\|}$.", "p"),
        (LINE + r"The length is $\|p\| = \frac{\langle a, x\rangle}{\|a\|}$.", "r"),
        (r"For a matrix $A$ symmetric and $f(x) = \frac12 x^\top A x$: $\nabla f(x) = A x$.", "p"),
        (r"For a matrix $A$ symmetric and $f(x) = \frac12 x^\top A x$: $\nabla f(x) = 2 A x$.", "r"),
        (r"Let $H$ be symmetric. The value there is $g^\top H g - \frac12 g^\top H g = \frac12 g^\top H g$.", "p"),
        (r"Let $H$ be symmetric. The value there is $g^\top H g - \frac12 g^\top H g = -\frac12 g^\top H g$.", "r"),
        # what moves a sequence is said later to be a gradient; what is worked out of the next member is a claim
        (DRIVEN + r"Now $v_t = \nabla f(w_t)$, and $f(w_t) - f(u) \le \langle v_t, w_t - u\rangle$ by convexity.", "p"),
        (DRIVEN + r"Rearranged, $v_t = \frac{w_{t+1} - w_t}{\eta}$ where $\|w_t\| \le 1$.", "u"),
        # what was found is called by a letter
        (CALLED + r"Call this point $y$. Then $Q(y) = -\frac{1}{2\lambda} \|g\|^2$.", "pp"),
        (CALLED + r"Call this point $y$. Then $Q(y) = -\frac{1}{\lambda} \|g\|^2$.", "pr"),
        (CALLED + r"Call this argument $y$. Then $y = u + \frac{1}{\lambda} g$.", "pr"),
        # a rule that words lead to goes on until a number is another one
        (HALVES + r"Then $x_k = 8 (\frac34)^k$.", "pp"),
        (HALVES + r"Then $x_k = 6 (\frac34)^k$.", "pr"),
        (HALVES + r"With $\lambda = \frac13$ we get $\eta = 3$ and $x_{k+1} = x_k - 3 x_k = -2 x_k$.", "pp"),
        (
            "Let $\\lambda > 0$. Then $\\lambda + 1 > 1$. " + HALVES + r"With $\lambda = \frac13$ we get $\eta = 3$.",
            "pup",
        ),
        # a member that is told as a reason
        (MEMBERS + "Since $w_1 = 0$, $\\langle w_1 - u, v_1\\rangle = -\\langle u, v_1\\rangle$.", "pp"),
        (MEMBERS + "Since $w_1 = 0$, $\\langle w_1 - u, v_1\\rangle = \\langle u, v_1\\rangle$ for all $u$.", "pu"),
        ("Let $w_t = t u$. Since $w_1 = 0$, $w_2 = u$.", "uu"),
        # an equality where the inequality itself lacks a sign
        (r"We have $a + b \ge 2\sqrt{ab}$ with equality iff $a = b$.", "uu"),
        (r"Let $a, b > 0$. We have $a + b \ge 2\sqrt{ab}$ with equality iff $a = 2b$.", "pr"),
        # the number in a step size is meant to be positive
        (r"Suppose $\eta_t = \frac{c}{\sqrt t}$. Hence $\sum_{t=1}^{T} \eta_t \le 2 c \sqrt{T}$.", "u"),
        (r"Suppose $\eta_t = \frac{c}{\sqrt t}$. Hence $\sum_{t=1}^{T} \eta_t \le c \sqrt{T}$.", "r"),
        # an adjoint of which nothing is said
        (r"Let $b = e^{2v}$, $c = e^u + b$. Then $q = g \cdot 2b = (e^c + \cos c) \cdot 2 e^{2v}$.", "u"),
        (r"Let $b = e^{2v}$, $c = e^u + b$. Then $q = c^2 = e^{2u} + b e^u + b^2$.", "r"),
        # one condition more
        ("If $f$ is $L$-smooth and convex, $\\eta > 0$ and " + SMOOTH, "p"),
        ("If $f$ is $L$-smooth and convex, and " + SMOOTH, "u"),
        ("If $f$ is $L$-smooth and convex, and " + SMOOTH.replace(r"\frac{\eta}{2}", r"2\eta"), "r"),
        # what is said to be the reason is no condition
        (MINIMAL + r"-\frac{\|g\|^2}{2\lambda}" + SQUARED, "up"),
        ("Let $\\lambda > 0$. " + MINIMAL + r"-\frac{\|g\|^2}{2\lambda}" + SQUARED, "pp"),
        ("Let $\\lambda > 0$. " + MINIMAL + r"-\frac{\|g\|^2}{4\lambda}" + SQUARED, "rp"),
        # a matrix with its size
        (SHIFT.replace("the cyclic shift", r"the $n \times n$ shift matrix") + "Then $S_{ij} = \\delta_{i-1-j}$.", "p"),
        (SHIFT.replace("the cyclic shift", r"the $n \times n$ shift matrix") + "Then $S_{ij} = \\delta_{i+1-j}$.", "r"),
        # differences that are transposed, and with what a sequence begins
        (DIFFERENCES + r"\|\Delta_t\|^2 - \|\Delta_{t+1}\|^2 + \eta^2 \|v_t\|^2$.", "p"),
        (DIFFERENCES + r"\|\Delta_t\|^2 - \|\Delta_{t+1}\|^2 - \eta^2 \|v_t\|^2$ for all $t$.", "r"),
        (BEGUN + r"$a_1 = \|u\|^2$.", "p"),
        (BEGUN + r"$a_1 = \|u\|$.", "r"),
        (BEGUN.replace(" with $w_1 = 0$", "") + r"$a_1 = \|u\|^2$.", "u"),
        # the derivative in what stands inside
        (WITHIN + "e^{2y}$$", "pp"),
        (WITHIN + "e^y$$", "pr"),
        (r"Let $f(x, y) = x e^{x + y}$ and $z = x + y$. $$\frac{\partial f}{\partial z} = x e^z$$", "u"),
        # Greek letters and sums that are typed
        (TYPED + "$B^2/(2*eta*T) + eta*rho^2/2 = B*rho/sqrt(T)$.", "p"),
        (TYPED + "$B^2/(2*eta) = B*rho*T/2$.", "r"),
        ("We have $sum_{t=1}^T <a_t, b_t> = <a_T, b_T> + sum_{t=1}^{T-1} <a_t, b_t>$ for $T >= 1$.", "p"),
        # what is supposed for some number, and of a matrix with its size
        (FOR_SOME + "$a^2 + 1 \\le cb + 1$.", "p"),
        (FOR_SOME + "$a^2 \\le cb - 1$.", "r"),
        (SYMMETRIC + r"$u^\top A v = v^\top A u$.", "p"),
        (SYMMETRIC.replace("symmetric", "of full rank") + r"$u^\top A v = v^\top A u$.", "r"),
        # a multiple of a term for the term, whatever is best for a letter of it
        (OPTIMAL + r"\frac{B}{\eta} + \frac{B}{\eta} = \frac{2B}{\eta}$.", "pp"),
        (OPTIMAL + r"\frac{B}{\eta} + \frac{B}{\eta} = \frac{4B}{\eta}$.", "pr"),
        # Jensen's inequality turned round
        (r"Let $f$ be convex and $m = \frac{x + y}{2}$. Then $f(m) \ge \frac{f(x) + f(y)}{2}$.", "r"),
        (r"Let $f$ be convex and $m = \frac{x + y}{2}$. Then $f(m) \le \frac{f(x) + f(y)}{2}$.", "p"),
    ],
)
def test_answers(text: str, expected: str) -> None:
    """What an answer says is read as its author means it."""
    tells(text, expected)
