"""What textbooks and worked answers write: arrays with remarks, divisions, prices, notes of a calculator; each beside a neighbour."""

from __future__ import annotations

import pytest

from tests.document_says import tells

REMARKED = (
    "Solve the inequality and write the answer in interval notation: $1 - 4x \\ge 9$.\n\n"
    "$$\n\\begin{array}{ll} 1 - 4x \\ge 9 & \\\\ -4x \\ge 8 & \\phantom{\\rule{2em}{0ex}}\\text{Move the number }1. \\\\ x %s -2 & "
    "\\text{Divide by}-4. \\end{array}\n$$ The answer is $x %s -2$."
)
BESIDE = (
    "Solve $|3x - 1| = 5$.\n\n$\\begin{array}{lll} 3x - 1 = 5 & & 3x - 1 = -5 \\\\ 3x = 6 & \\text{or} & 3x = -4 \\\\ "
    "x = 2 & & x = %s \\end{array}$"
)
DIVISIONS = (
    "::::{exercise} 1\n:::{tab-item} a\nSolve $2^x = 4 \\cdot 3^x$.\n:::\n:::{tab-item} b\n$$\n5^{2x - 1} = 1\n$$\n\n"
    "$$\n2x - 1 = 0\n$$\n\n$$\nx = %s\n$$\n:::\n::::\n"
)


POLES = r"Suppose $\frac{4u + 2}{(u - 1)(u + 1)} = \frac{A}{u - 1} + \frac{B}{u + 1}$. Then $4u + 2 = A(u + 1) + B(u - 1)$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rows of an array with remarks, and two columns of alternatives
        (REMARKED % (r"\le", r"\le"), "pppp"),
        (REMARKED % (r"\ge", r"\le"), "pprp"),
        (BESIDE % r"-\frac43", "ppp"),
        (BESIDE % r"\frac43", "ppr"),
        # a part of its own in a division
        (DIVISIONS % r"\frac12", "pp"),
        (DIVISIONS % r"\frac13", "pr"),
        # lines of which each says what comes of it
        ("Solve $(x + 4)(x - 6) = 0$.\n\n$x + 4 = 0$ gives $x = -4$\n$x - 6 = 0$ gives $x = 6$", "pp"),
        ("Solve $(x + 4)(x - 6) = 0$.\n\n$x + 4 = 0$ gives $x = -4$\n$x - 6 = 0$ gives $x = -6$", "pr"),
        # two signs on one side of a number
        (r"Solve $(x - 3)^2 = 4$ for $x$. Then $3 = x \pm 2$.", "p"),
        (r"Solve $(x - 3)^2 = 4$ for $x$. Then $3 = x \pm 1$.", "r"),
        # a set of solutions beside words
        (r"Solve $x^2 - 2x - 1 = 0$. The solution set $= \{1 \pm \sqrt{2}\}$", "p"),
        (r"Solve $x^2 - 2x - 1 = 0$. The solution set $= \{1 \pm \sqrt{3}\}$", "r"),
        # values of which one is chosen, for other reasons
        ("Solve $n^2 - 13n + 22 = 0$. So $n = 2$ or $n = 11$. Thus we must have $n > 5$, so $n = 11$.", "pp"),
        # where letters lie
        (r"We may add to reach $0 \le a < b + 1 < c + 2 \le 9$.", "uuuu"),
        # letters that spell a function, bars, numbers below, a choice without braces
        (r"Solve $5^x = 11$. Then $log(5^x) = log(11)$.", "p"),
        (r"Solve $5^x = 11$. Then $log(5^x) = log(12)$.", "r"),
        (r"Solve $\mid 2x - 3 \mid < 5$. Then $-1 < x < 4$.", "pp"),
        (r"Solve $\mid 2x - 3 \mid < 5$. Then $-2 < x < 4$.", "pp"),
        (r"Solve $x^2 - 6x + 8 = 0$: $$x_1,_2 = 3 \pm 1$$", "p"),
        (r"Solve $x^2 - 6x + 8 = 0$: $$x_1,_2 = 3 \pm 2$$", "r"),
        # decimal commas in a text in German
        ("Löse die Gleichung $2x = 13$. Dann ist $x = 6,5$ und wir sind fertig.", "p"),
        ("Löse die Gleichung $2x = 13$. Dann ist $x = 7,5$ und wir sind fertig.", "r"),
        # values of which a text in another language keeps one
        ("Solve $x^2 - 3x - 10 = 0$.\n\n$$\nx = 5 \\lor x = -2\n$$\n\nDermed er $x = -2$ ikke noe.\n\n$$\nx = 5\n$$", "puu"),
        # digits of a value on a line of their own, and another value
        ("Solve $7^x = 30$.\n\n$x = \\frac{\\ln 30}{\\ln 7}$\n\n$x = 1.7479$", "pp"),
        ("Solve $7^x = 30$.\n\n$x = \\frac{\\ln 30}{\\ln 7}$\n\n$x = 1.7579$", "pr"),
        ("Solve $4x^2 - 4x - 3 = 0$:\n\n$x = \\frac{3}{2}$\n\n$x = -0.50$", "p"),
        # lists, and lengths in a figure
        (r"The fractions $\frac26, \frac28 = \frac13, \frac14$ and $\frac28 = \frac13$.", "nr"),
        (r"In the triangle $ABC$ let $A$, $B$, $D$, $E$ be points. By similar triangles, $\frac{AD}{AB} = \frac{AE}{AB}$.", "u"),
        # an equation is solved as it is written
        ("Solve $4 \\cdot 1.1^{2x} = 1.6$.\n\n$1.1^{2x} = 0.4$", "p"),
        # two values of one letter are one statement
        (r"Solve $(e^x - 2)(e^x - 5) = 0$. So $x = \ln 2$ and $x = \ln 5$.", "pp"),
        (r"Solve $(e^x - 2)(e^x - 5) = 0$. So $x = \ln 2$ and $x = \ln 4$.", "ru"),
        ("Solve $4 \\cdot 1.1^{2x} = 1.6$.\n\n$1.1^{2x} = 0.5$", "u"),
        ("Let $c = 2$. So $c^2 = 4$ and $c^2 = 5$.", "u"),
        (r"Solve $(2\cos u - 1)(\cos u + 1) = 0$. $$\cos u = \frac12, \cos u = -1$$", "p"),
        (r"Solve $(2\cos u - 1)(\cos u + 1) = 0$. $$\cos u = \frac12, \cos u = 1$$", "r"),
        (r"Let $p(u) = u^2$. Then $p(1) = 1, p(1) = 2$.", "pr"),
        # undetermined coefficients at the zeros of the denominator, and a value that was found before
        (POLES + "Putting $u = 1$ we get $6 = 3A$, so $A = 2$.", "pru"),
        (POLES + "Putting $u = 1$ we get $B = 5$.", "pr"),
        (POLES + r"For $A$, putting $u - 1 = 0 \Rightarrow u = 1$, we get $$6 = 2A \Rightarrow A = 3$$" "\n\n" r"Comparing, we get $2 = A - B \Rightarrow B = A - 2 \Rightarrow B = 1$.", "ppppppp"),
        (POLES + r"For $A$, putting $u - 1 = 0 \Rightarrow u = 1$, we get $$6 = 2A \Rightarrow A = 3$$" "\n\n" r"Comparing, we get $2 = A - B \Rightarrow B = A - 2 \Rightarrow B = 2$.", "ppppppr"),
        # a limit with a capital, and a root that is left out in other words
        (r"$\operatorname{Lim}_{u \to 0} \frac{\sin 2u}{u} = 2$ and $\operatorname{Lim}_{u \to 0} \frac{\sin 2u}{u} = 1$.", "pr"),
        (r"Solve $u = \sqrt{u + 6}$. $u^2 = u + 6$. We see that $u = -2$ doesn't really fit.", "pu"),
        # equations of a system that words lead to, of which the third brings in no letter
        ("Setting the slopes to zero yields\n\\begin{align*} 2a c &= 1 \\\\ 2b c &= 4 \\\\ a^2 + b^2 &= 1. \\end{align*}\n"
         "So $a = \\frac{1}{2c}$ and $b = \\frac{4}{c}$.", "pr"),
        ("Let $u, v > 0$. Then $u > v \\iff u + v > 0$.", "r"),
        # what is set equal to zero is no claim, and a condition that says nothing of a claim leaves it open
        (r"Let $q(u) = (u - p)^2$. By setting the derivative to zero, we can derive $2(u - p) = 0$ and hence $u = p$.", "pp"),
        # a derivative that a line has worked out, set to zero in words: what follows is checked, and so is what u^* or a hat is
        (r"Let $p(u) = u^2 - 6u$. Then $p'(u) = 2u - 6$. Setting it to zero gives $u = 3$.", "pp"),
        (r"Let $p(u) = u^2 - 6u$. Then $p'(u) = 2u - 6$. We set the derivative equal to $0$: $2u = 6$, so $u = 4$.", "ppr"),
        (r"Let $p(u) = u^2 - 2cu$. Then $p'(u) = 2u - 2c$. Equating this to zero yields $\hat u = 2c$, and $\hat u^2 = 4c^2$.", "pru"),
        (r"Let $p(u) = u^2 - 2cu$. Then $p'(u) = 2u - 2c$. Setting $p'(u) = 0$ gives $u^* = c$, and then $p(u^*) = -c^2$.", "ppp"),
        (r"Let $q(u, v) = u^2 + uv - 3u$. Then $\frac{\partial q}{\partial u} = 2u + v - 3$ and $\frac{\partial q}{\partial v} = u$. "
         r"Setting both partial derivatives to zero, $u = 0$ and $v = 3$. Setting the derivative with respect to $u$ to zero, $v = 3 + 2u$.",
         "ppppr"),
        (r"Let $p(u, c) = u^2 - cu$. Then $\frac{\partial p}{\partial u} = 2u - c$. Setting this to zero gives $u^* = 1$. The end is $u_{max} = 5$.", "p"),
        # an index that has an index
        (r"Start with $w_0 = 0$. In step $k$ we set $w_k = w_{k-1} - c g_{i_k}$. Then $\langle u, w_k \rangle = \langle u, w_{k-1} \rangle - c \langle u, g_{i_k} \rangle$ "
         r"and $\langle u, w_k \rangle = \langle u, w_{k-1} \rangle + c \langle u, g_{i_k} \rangle$.", "pu"),
        # the step of a line search; what a goal says of a letter in it is given
        (r"Let $H \succ 0$. Show that the step is $$c_k = \frac{g_k^T g_k}{g_k^T H g_k}, \qquad g_k = H v_k - b.$$ "
         r"We have $g_k^T (H(v_k - c g_k) - b) = g_k^T g_k - c g_k^T H g_k$. Setting this to zero gives $c_k = \frac{g_k^T g_k}{g_k^T H g_k}$, "
         r"and $g_k^T (H v_k - b) = 2 g_k^T g_k$.", "uppr"),
        # values of several lines are put in, of which one speaks of another letter
        (r"The conditions are $2u - c = 0$, $4v - c = 0$ and $u + v = 3$. Hence $u = c/2$ and $v = c/4$, so $c = 4$, $u = 2$, $v = 1$.", "pppp"),
        (r"Let $p(u) = u^2$. Then $p'(u) = 2u$. Let $q(u) = u^2 - 8u$. Setting the derivative to zero gives $u = 4$.", "pu"),
        (r"Let $A \in \mathbb{R}^{n \times n}$ be invertible and symmetric, $b \in \mathbb{R}^n$, $f(x) = \frac12 x^T A x - b^T x$. "
         r"We have $\nabla f(x) = Ax - b$ and $f(0) = 0$. Setting the gradient to zero gives $x^* = A^{-1} b$.", "ppp"),
        (r"Let $A \in \mathbb{R}^{n \times n}$ be invertible and symmetric, $b \in \mathbb{R}^n$, $f(x) = \frac12 x^T A x - b^T x$. "
         r"We have $\nabla f(x) = Ax - b$. Setting the gradient to zero gives $x = -A^{-1} b$.", "pr"),
        (r"Let $c > 0$. If $\eta < c/2$, then $-\frac c2 < u - c < \frac c2$.", "uu"),
        (r"Let $c > 0$. If $|u - c| < c/2$, then $-\frac c2 < u - c < \frac c3$.", "pr"),
        # balls, numbers other than zero, a map that gives a function, a chain that begins with a sign
        (r"Let $r > 0$. If $u \in B(c, r)$, then $|u - c| < 2r$ and $|u - c| < \frac r2$.", "pr"),
        (r"Let $c \in \mathbb{R} \setminus \{0\}$. Then $c^2 > 0$ and $c > 0$.", "pu"),
        (r"Let $p : \mathbb{R} \to \mathbb{R} : u \mapsto u^2 + 1$. Then $p(3) = 10$ and $p(2) = 6$.", "pr"),
        ("Let $0 < s < 1$. Then\n$$s^2 = s \\cdot s$$\n$$< s$$\n$$< s^2$$\n", "ppr"),
        # a gradient in a number, and letters with a prime that are larger than something
        (r"Let $p(u) = u^3$. Then $\nabla p(u) = 3u^2$ and $\nabla p(u_k) = 3 u_k$.", "pr"),
        (r"Let $\varepsilon > 0$ and $\varepsilon' > 0$. Then $\varepsilon \varepsilon' > 0$ and $\varepsilon' > \varepsilon$.", "pu"),
        # roots with an index, sums without one, what is said of some value, a gradient beside a vector, a letter e
        (r"Let $c, c_0 \ge 0$. Then $\sqrt c + \sqrt c_0 = \sqrt{c} + \sqrt{c_0}$ and $\sqrt c + \sqrt c_0 = \sqrt{c + c_0}$.", "pr"),
        (r"We have $\sum (u_i - v_i) = \sum_i u_i - \sum_i v_i$ for all $u, v$, and $\sum u_i v_i = \sum_i u_i$.", "pu"),
        (r"By the mean value theorem $\frac{2^3 - 1^3}{2 - 1} = 3 c^2$ for some $c \in (1, 2)$.", "u"),
        (r"Let $f$ be convex and differentiable. Then $f(u) + \nabla f(u)(v - u) \le f(v)$ and $\nabla f(u)(v - u) \ge f(v) - f(u)$.", "pr"),
        (r"Show that for each $e > 0$ there is $d > 0$ : for all $u$, $|u - 1| < d \implies |2u - 2| < e$.", "uu"),
        (r"Let $u \in [0, b]$. We have $p(v) - p(w) = v^2 - w^2$ and $|u_1 - u_2| \le b$.", "uu"),
        # what can be shown is claimed, and an identity of members is meant whatever the sequences are
        (r"It can be shown that the square is given by $$(u + v)^2 = u^2 + v^2.$$", "r"),
        (r"We have $u_n v_n - u v = u_n (v_n - v) + v (u_n - u)$ and $u_n v_n - u v = u_n (v_n - v) - v (u_n - u)$.", "pr"),
        # functions of vectors that are written in their places
        (r"Let $L(u, \mu) = u_1^2 + u_2 - \mu_1 (u_1 + u_2) - \mu_2 u_1$. Then $\frac{\partial L}{\partial u_1} = 2u_1 - \mu_1 - \mu_2$ and "
         r"$\frac{\partial L}{\partial u_2} = 1 - \mu_2$.", "pr"),
        (r"Minimize subject to $u = v^2$. We have $p(u, v) = u + v$, so $\nabla p(u, v) = \begin{pmatrix} 1 \\ 1 \end{pmatrix}$.", "p"),
        # a star below a letter, and a rule after "define"
        ("Let $f$ be convex and $z_*$ a minimizer of $f$. Define $z_{k+1} = z_k - t \\nabla f(z_k)$. Then "
         "$\\|z_{k+1} - z_*\\|^2 = \\|z_k - z_*\\|^2 - 2t \\langle \\nabla f(z_k), z_k - z_*\\rangle + t^2 \\|\\nabla f(z_k)\\|^2$ "
         "and $f(z_k) - f(z_*) \\le \\langle \\nabla f(z_k), z_k - z_* \\rangle$.", "pp"),
    ],
)  # fmt: skip
def test_what_textbooks_write(text: str, expected: str) -> None:
    tells(text, expected, budget=2.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He had $7+$5=$<<7+5=12>>12, spent $4.", "p"),
        ("He had $7+$5=$<<7+5=13>>13, spent $4.", "r"),
        ("She was fifth, so the fifth + 3 = <<5+3=8>>8th.", "p"),
        ("She was fifth, so the fifth + 3 = <<5+3=9>>9th.", "r"),
        ("It takes 12 minutes/1.5 minutes = <<12/1.5=8>>8 sets of 3 pages.", "p"),
        ("It takes 12 minutes/1.5 minutes = <<12/1.5=8>>9 sets of 3 pages.", "pr"),
        ("He got 25*.4=$<<25*.4=10>>10 off.", "p"),
        ("He got 25*.4=$<<25*.4=10>>100 off.", "pr"),
        ("There are 60 / 12 = <<60/12=5>>5 (12 minutes).", "p"),
        ("3c = 75\nc = <<25=25>>25\nTom = 25 - 20 = <<25-20=5>>5 points", "p"),
        ("A display\n$$\n3 + 4 = 7\n$$ and words behind it, $1 + 1 = 2$.\n\n$$\n3 + 3 = 6\n$$", "ppp"),
    ],
)
def test_prices_notes_and_words_behind_displays(text: str, expected: str) -> None:
    tells(text, expected, budget=2.0)


def test_powers_that_are_both_small_are_not_equal() -> None:
    """Far on the left both sides are next to nothing, and no solution lies there."""
    from symproof import eq, real
    from symproof.readers.document.judgement.solving import strays

    x = real("x")
    far = eq(4 * 6**x, 12 * 2**x)
    assert strays(eq(x, 1), far) == []
    assert strays(eq(x, -20), far) == ["x = -20"]
