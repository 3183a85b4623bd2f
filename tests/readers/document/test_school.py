"""Worked solutions as school books set them: lists of steps, tables with remarks, checks; each beside a wrong neighbour."""

from __future__ import annotations

import pytest

from tests.document_says import tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the items of a list are steps of what is to be solved before it
        ("Solve $3(y - 2) = 5 - y$\n\n1. Expand: $3y - 6 = 5 - y$\n2. Collect: $4y = 11$\n3. Divide: $y = \\frac{11}{4}$", "ppp"),
        ("Solve $3(y - 2) = 5 - y$\n\n1. Expand: $3y - 6 = 5 - y$\n2. Collect: $4y = 9$\n3. Divide: $y = \\frac{9}{4}$", "pru"),
        ("### Solve for u: $4u + 1 = 9$\n\n- Subtract $1$:\n  - $4u = 9 - 1$\n  - $4u = 8$\n- **Answer**: $u = 2$", "ppp"),
        ("### Solve for u: $4u + 1 = 9$\n\n- Subtract $1$:\n  - $4u = 9 - 1$\n  - $4u = 6$\n- **Answer**: $u = 2$", "prp"),
        ("Solve for $u$:\n\n1. $4u = 8$\n2. $3u = 9$", ""),
        ("1. Solve $5x - 2 > 8$.\n    * $5x > 10$\n    * $x > 2$\n2. Solve $x + 1 > 8$.\n    * $x > 8$", "ppr"),
        # the equation between the sides of an inequality
        ("Solve $x^2 - 3x - 4 \\le 0$.\n\n- $(x - 4)(x + 1) = 0$\n- $x = 4, -1$", "p"),
        ("Solve $x^2 - 3x - 4 \\le 0$.\n\n- $(x - 4)(x - 1) = 0$", "r"),
        # a table of remarks and rows
        ("Solve $3x - 1 = 5$.\n\n| Add 1. | $3x = 6$ |\n|---|---|\n| Divide. | $x = 2$ |", "pp"),
        ("Solve $3x - 1 = 5$.\n\n| Add 1. | $3x = 4$ |\n|---|---|\n| Check. | $3 + 1 = 4$ |", "rp"),
        # a value of sin x, and another; solutions a period apart
        (r"Solve $2\sin^2 t - \sin t = 0$. So $\sin t = 0$ and $\sin t = \frac12$.", "pp"),
        (r"Solve $2\cos x = 1$. So $x = \frac{\pi}{3}$ or $x = \frac{5\pi}{3}$.", "u"),
        (r"Solve $2\cos x = 1$. So $x = \frac{\pi}{3}$.", "r"),
        # a check that fails as it should
        ("$\\sqrt{9} - 5 = 2$\n\n3 - 5 = 2\n\n-2 ≠ 2", "uup"),
        ("$\\sqrt{9} - 5 = 2$\n\n3 - 5 = 2\n\n-3 ≠ 2", "rrp"),
        # a value that is asked for is not the one before
        ("Given $y = kx$. When $x = 4$, $y = 12$. So $k = 3$. Find $x$ when $y = 15$. $15 = 3x$, so $x = 5$.", "pp"),
        ("Given $y = kx$. When $x = 4$, $y = 12$. So $k = 3$. Find $x$ when $y = 15$. $15 = 3x$, so $x = 6$.", "pr"),
        # equations side by side, a sign on either side, columns, logarithms to the base 10, a root of letters
        ("Solve $3u^2 - u - 2 = 0$.\n\n$(3u + 2)(u - 1) = 0$\n\n$3u + 2 = 0$; $u - 1 = 0$", "ppp"),
        ("Solve $3u^2 - u - 2 = 0$.\n\n$(3u + 2)(u - 1) = 0$\n\n$3u + 2 = 0$; $u + 1 = 0$", "prr"),
        ("$(u - 1)^2 = 9$\n\n$\\pm 3 = u - 1$", "p"),
        ("$(u - 1)^2 = 9$\n\n$\\pm 4 = u - 1$", "r"),
        ("$$\\begin{gather} |u - 1| = 4 \\\\ u - 1 = 4 \\ \\ \\ \\ u - 1 = -4 \\end{gather}$$", "p"),
        ("Solve $\\log(2u) = 2$.\n\n$2u = 10^3$", "r"),
        (r"$v^2 = \frac{a^2}{b^2 c} \Rightarrow v = \frac{a}{b\sqrt c}$; $u^2 = a^2 \Rightarrow u = a$", "ur"),
        (r"$3 = -3 \quad \text{ false!}$ and $3 = 4 \text{ apples}$", "r"),
        # "with" in a step is no hypothesis
        ("1. Solve $2x - 5 = 3$\n\n| Write it with 8. | $2x = 8$ |\n|---|---|\n| So | $x = 4$ |\n\n2. Solve $3x = 6$\n\n| So | $x = 2$ |", "ppp"),
        # names with numbers
        ("Each is half of Stage 3 = 2 * 8 = 16 tiles. The sum is 4 + 5 = 8.", "pr"),
        # a set names values as "or" does, which are still tried; the set of solutions does not
        (r"Solve $\sqrt{x + 6} = x$." "\n\n" r"$\sqrt{x + 6} = x \Rightarrow x + 6 = x^2 \iff x \in \{3, -2\}$", "ppp"),
        (r"Solve $\sqrt{x + 6} = x$." "\n\n" r"$x + 6 = x^2$, so $x \in \{3, -2\}$. Only $x = 3$ is a solution.", "ppp"),
        (r"Solve $\sqrt{x + 6} = x$." "\n\n" r"$x + 6 = x^2$. The solution set is $\{3, -2\}$.", "pr"),
        (r"Solve $x^2 - x - 6 = 0$." "\n\n" r"$(x - 3)(x + 2) = 0$, so $x \in \{3\}$.", "pr"),
        # a letter that is to be found has no value from another exercise
        ("**1.** A start.\n\nSo $x = -6$.\n\n2) Solve $x^2 - 3x + 2 = 0$.\n\n- So $x = 1$ or $x = 2$.", "p"),
        ("**1.** A start.\n\nSo $x = -6$ and $x + 1 = -4$.", "r"),
        # where the letter lies is found, and no condition; the next row
        ("Solve $x + 4 > 6x + 5$.\n\n$-5x > 1$\n\n$x < -\\frac15$", "pp"),
        ("Solve $x + 4 > 6x + 5$.\n\n$-5x > 1$\n\n$x > -\\frac15$", "pr"),
        ("Solve $3(u - 1) = 6$.\n\n- Next: $u - 1 = 3$", "r"),
        # a row with two signs works out the one before; numbered values solve cases
        ("Solve $x^2 - x - 6 = 0$.\n\n$x = \\frac{1 \\pm \\sqrt{25}}{2}$\n\n$x = \\frac{1 \\pm 5}{2}$\n\n$x_1 = 3,\\ x_2 = -2$", "pppp"),
        ("Solve $x^2 - x - 6 = 0$.\n\n$x = \\frac{1 \\pm \\sqrt{25}}{2}$\n\n$x = \\frac{1 \\pm 25}{2}$", "pr"),
        ("Solve $(x + 5)^2 = 36$.\n\n$x + 5 = \\pm 6$\n\n$x_1 = 1,\\ x_2 = -10$", "ppr"),
        # a display in an item with an item of another mark behind it is no case
        ("**1.** Simplify.\n\n$$\\sqrt{45} + \\sqrt{20} = 5\\sqrt{5}$$\n\n2) Now $1 + 1 = 2$.", "pp"),
        # an equation that is to be solved on an interval is no claim; what is said of a function there is one
        ("Solve $2\\sin x - 1 = 0$ on $[0, \\pi)$. So $\\sin x = \\frac12$, and $x = \\frac\\pi6$ or $x = \\frac{5\\pi}6$.", "pp"),
        ("Solve $2\\sin x - 1 = 0$ on $[0, \\pi)$. So $\\sin x = \\frac12$, and $x = \\frac\\pi6$ or $x = \\frac{7\\pi}6$.", "pr"),
        ("Then $x^2 - 1 < -2$ on $(0, 1)$ and $x^2 - x < 0$ on $(0, 1)$.", "rp"),
        # congruences to several moduli stand side by side; one may follow from another
        ("It says: $x \\equiv 2 \\pmod 3$, $x \\equiv 3 \\pmod 5$.", "uu"),
        ("$-7 \\bmod 3 = 2$", "p"),
        ("$-7 \\bmod 3 = -1$", "r"),
        ("$-(7 \\bmod 3) = -1$", "p"),
        ("Let $x \\equiv 5 \\pmod 6$. So $x \\equiv 2 \\pmod 3$ and $x \\equiv 0 \\pmod 3$.", "pr"),
        # derivatives of what is called y at a point
        ("Let $y = x^3 - 2x$. $y(2) = 4$, $y'(2) = 10$, $y''(2) = 12$, $y'(2) = 4$.", "pppr"),
        # what is put for the unknown of one exercise says nothing of the next
        ("1. $9^x - 4\\cdot 3^x + 3 = 0$: put $u = 3^x$. $u^2 - 4u + 3 = 0$. So $u = 1$ or $u = 3$.\n\n2. $\\frac{5-x}{x-2} \\ge 0 \\iff 2 \\le x \\le 5$.", "ppr"),
        # two equations between numbers are no alternatives, as two values of a letter are
        ("$2^{10} = 1024$ and $2^{10} = 1025$. Solve $x^2 = 4$. So $x = 2$ and $x = -2$.", "prp"),
        ("It is $17 / 5 = 3$ R 2, and $17 / 5 = 3$ in all.", "nr"),
        # thousands before a unit that only one side has, money that there is, a root that is typed with brackets
        (r"$192 \times 60 = 11,520\text{ seconds}$, $192 \times 60 = 11,530\text{ seconds}$", "pr"),
        (r"There are $€3200 + €128 = €3328$, and there are $€3200 + €128 = €3428$ on it.", "pr"),
        (r"$\sqrt(12^2 + 9^2) = 15$, $sqrt(841) = 29$, $\sqrt(9)x = 3x$, $\sqrt(16) = 5$", "pppr"),
        # no real number solves it, and nothing is contradicted
        (r"Let $w = z^2$. Then $w^2 + w + 1 = 0$.", "u"),
    ],
)  # fmt: skip
def test_solutions_in_lists_and_tables(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"${\sin}^2 x + {\cos}^2 x = 1$ and ${\mathrm{log}}_{2} 8 = 3$; ${\mathrm{log}}_{2} 8 = 4$", "ppr"),
        (r"$x = \pi \to \cos x = -1$, and $x = 0 \to 1 + 1 = 3$", "pr"),
        (
            "Solve $5^{x} = 25$: $$\\begin{array}{lll} 5^x & = 25 & \\\\ 5^x & = 5^2 & {\\text{Write 25 as 5}}^{2}. \\\\"
            " x & = 2\\begin{array}{ccc} & & \\end{array} & \\text{Equate both exponents.} \\end{array}$$",
            "ppp",
        ),
    ],
)
def test_names_in_braces_and_remarks_beside_rows(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where an inequality changes: no claim, and what follows after it follows from the inequality
        ("Solve $(u - 4)(u + 1) > 0$.\n\nEnds: $(u - 4)(u + 1) = 0$, so $u = 4$ or $u = -1$.\n\nThus $u < -1$ or $u > 4$.", "pp"),
        ("Solve $(u - 4)(u + 1) > 0$.\n\nEnds: $(u - 4)(u + 1) = 0$, so $u = 4$ or $u = -1$.\n\nThus $-1 < u < 4$.", "prr"),
        ("Solve $u^2 - 9 < 0$.\n\nFirst solve $u^2 - 9 = 0$:\n\n$u = 3$ or $u = -3$\n\nSo $-3 < u < 3$.", "ppp"),
        ("Solve $u^2 - 9 < 0$.\n\nFirst solve $u^2 - 9 = 0$:\n\n$u = 3$ or $u = -3$\n\nSo $-2 < u < 3$.", "prp"),
        (r"Solve $\frac{u - 4}{u + 1} \ge 0$." "\n\n$u - 4 = 0$\n\n$u = 4$\n\n$u + 1 = 0$\n\n$u = -1$\n\n$u < -1$ or $u > 4$.", "ppr"),
        (r"Solve $\frac{u - 4}{u + 1} \ge 0$. The top is zero when $u - 4 = 0$. Hence $u < -1$ or $u \ge 4$.", "p"),
        # another matter behind an inequality
        ("Solve $u^2 - 9 < 0$.\n\n$u - 2 = 0$", "r"),
        # by an identity follows what need not be one; but "the identity" may be what is claimed
        (r"By the identity $\cos 2u = 1 - 2\sin^2 u$" "\n\n" r"$1 - 2\sin^2 u = \sin u$", "pu"),
        (r"Prove the identity $1 - 2\sin^2 u = \sin u$", "r"),
        # logarithms to the base 10, as the text goes on; to e, where it speaks of e
        (r"Solve $\log u = 2$. So $u = 10^2$. Then $\log 1000 = 4$.", "pr"),
        (r"Solve $\log u = 2$. So $u = e^2$. Then $\log 10 = 1$.", "pu"),
        # what a relation says something of, in words; what is only denied, or a curve; a share of a quantity
        (r"$u \ne 5$ or the denominator will be $= 0$", ""),
        (r"The price $= 3 \cdot 4 = 12$, and the change $= 20 - 12 = 9$; $\frac{640}{8} = \textbf{80}$", "prp"),
        (r"If $u^2 > 4$, it does not necessarily follow that $u > 2$. If $v = 2$, then $v^2 = 5$.", "r"),
        (r"If $u = 2$, then $u^2 = 4$, and $u = 0$ is a vertical asymptote.", "p"),
        (r"$40 \text{ km} = 100\%$ and $40 \text{ km} = 41$", "ur"),
        (r"Let $m + n = 13$. When $m n$ reaches its maximum, $m = n$.", "u"),
        # two bounds beside each other that an absolute value leads to; one that says what both sides of it do
        ("Solve $|3u - 2| \\ge 4$. This gives two bounds $3u - 2 \\ge 4$ and $-(3u - 2) \\ge 4$.", "pp"),
        ("Solve $|3u - 2| \\ge 4$. This gives two bounds $3u - 2 \\ge 4$ and $-(3u - 2) \\ge 5$.", "ru"),
        # a root of a square is what stands in it where that has a sign, which nothing says; a remark in brackets is none of the chain
        (r"$\sqrt{\left(\frac{1 - v}{v}\right)^2} = \frac{1 - v}{v} = \frac1v - 1$", "up"),
        (r"$4 + 2$ [since $3 \cdot 2 = 6$ and $6 - 2 = 4$ ] $= 6$ and $4 + 2$ $= 7$", "pppr"),
        # what says less than the other, is none beside it; what is set equal looks for ends
        ("Solve $v^2 - 16 = 0$. So $v^2 = 16$ and $v = 4$.", "pr"),
        ("Solve $u^2 \\ge 9$. Setting $u^2 = 9$ gives $u = 3$ or $u = -3$. So $u \\le 3$.", "pr"),
        ("Solve $u^2 < 9$. The top is zero when $u - 3 = 0$ and when $u = -3$. So $-3 < u < 3$.", "pp"),
        # the first link of a chain that ends with a number; a chain of what words name
        ("Factor: $u^2 - 7u + 6 = (u - 1)(u - 6) = 0$. The solutions are $u = 1$ and $u = 6$.", "pp"),
        ("Factor: $u^2 - 7u + 6 = (u + 1)(u - 6) = 0$. The solutions are $u = 1$ and $u = 6$.", "ru"),
        ("The left side $= u^2 - 1 = (u - 1)(u + 1)$, and the right side $= u^2 - 1 = (u - 1)(u + 2)$.", "pr"),
        # what must hold so that something is so is solved; cases at the head of lists; sets
        ("Here $a = k$, $b = 2k$ and $c = 3$. For equal roots, $b^2 - 4ac = 0$, so $4k^2 - 12k = 0$, so $4k^2 - 8k = 0$", "pr"),
        ("$$d = u - 1$$\n\n- $d > 0$\n    - two\n- $d = 0$\n    - one\n- $d < 0$\n    - none\n\nThus $2 = 3$", "r"),
        (r"The domain is $(-\infty, 1) \cup (5, \infty)$, $D_f = (-\infty, 3) \cup (3, 4]$ and $v = 2 \quad \ldots (1)$", ""),
        # parts with a letter and a point give functions anew
        ("A. $f(u) = u^2$\n\n$f(3) = 9$\n\nB. $f(u) = u^3$\n\n$f(2) = 8$\n\nC. $f(u) = 3u$\n\n$f(2) = 8$", "ppr"),
        # a set speaks of the equation before it, also of one that begins anew behind the solutions of another
        ("Solve $u^2 - 7u + 12 = 0$.\n\n$u = 3$ or $u = 4$\n\n$u^2 - 4u + 4 = 0$.\n\n$S = \\{2\\}$", "pp"),
    ],
)  # fmt: skip
def test_what_is_no_claim_beside_what_is_one(text: str, expected: str) -> None:
    tells(text, expected)


SYSTEM = r"\begin{cases} x + y = 5 \\ 2x - 5y = 17 \end{cases}"
"""With the solution x = 6, y = -1."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two cases side by side that both go on
        (r"$|2x - 3| = 7 \iff 2x - 3 = 7$ or $2x - 3 = -7 \iff 2x = 10$ or $2x = -4 \iff x = 5$ or $x = -2$", "ppp"),
        (r"$|2x - 3| = 7 \iff 2x - 3 = 7$ or $2x - 3 = -7 \iff 2x = 10$ or $2x = -4 \iff x = 5$ or $x = 2$", "ppr"),
        (r"$|x - 1| > 2 \iff x - 1 > 2$ or $x - 1 < -2 \iff x > 3$ or $x < -1$", "pp"),
        (r"$|x - 1| > 2 \iff x - 1 > 2$ or $x - 1 < -2 \iff x > 3$ or $x < 1$", "pr"),
        # what nothing satisfies in one case, and where that case has another sign
        ("Solve $|x - 1| = 2x$.\n\nCase 1: $x \\ge 1$. Then $x - 1 = 2x$.\n\nCase 2: $x < 1$. Then $1 - x = 2x$.", "pp"),
        ("$|x - 1| = 2x$\n\nIf $x \\ge 1$: $x - 1 = 2x$, $x = -1$, no solution.", "p"),
        ("Solve $|x| + |x - 2| = 4$\n\nIf $x > 2$: $2x - 2 = 4$.\n\nIf $0 < x < 2$: $x - x + 2 = 4$, then $2 = 4$, impossible.", "pp"),
        # behind a comma, where the letter of an equation lies
        (r"1. $\cos x (2\sin x - 1) = 0$, $0 \le x < 2\pi$" "\n\n" r"$\cos x = 0$ or $\sin x = \frac12$", "p"),
        (r"Solve $x^2 = 4$, $x > 0$. So $x = 2$.", "p"),
        # what two signs at once stand for is worked out in the next line, and not one more value
        ("$5x^2 + 8x - 4 = 0$\n\n$x = \\frac{-8 \\pm 12}{10}$\n$x = \\frac25 \\lor x = -2$", "pp"),
        ("$5x^2 + 8x - 4 = 0$\n\n$x = \\frac{-8 \\pm 12}{10}$\n$x = 2 \\lor x = -2$", "pr"),
        ("$x^2 = 4$, so $x = +-2$; then $5 +-2 = 3$ and $-2 = +-2$", "ppp"),
        ("Solve $x^2 = 9$. So $x = +/- 3$.", "p"),
        ("$x^2 = 4$, so $x = +-3$", "r"),
        # words that only say which step of the solution it is; a list that begins with 2, behind "1)", holds no steps
        ("1) Solve $3x + 2 = 11$\n\nStep 1:\n$$3x = 9$$\n\nStep 2:\n$$x = 3$$", "pp"),
        ("1) Solve $3x + 2 = 11$\n\nStep 1:\n$$3x = 13$$", "r"),
        ("1) Solve $3x + 2 > 11$\n\nStep 1:\n$$3x > 9$$\n\nNow\n$$x > 4$$", "pr"),
        ("**1)** $x^2 - 3x - 10 = 0$, so $x = -2$ or $x = 5$\n\n2. $x^2 = 5x$\n\n    $x(x - 5) = 0$", "pp"),
        ("**1)** Solve $3x + 2 = 11$\n\n1. Subtract:\n\n$$3x = 9$$\n\n2. Divide:\n\n$$x = 4$$", "pr"),
        ("Solve $\\frac{x^2}{2} - 3x + 4 = 0$. Multiply by 2:\n$$x^2 - 6x + 8 = 0$$\nFactor:\n$$(x-2)(x-4) = 0$$", "pp"),
        ("Solve $\\frac{x^2}{2} - 3x + 4 = 0$. Multiply by 2:\n$$x^2 - 3x + 8 = 0$$", "r"),
        (r"1. Solve $\frac{1}{x} < 2$. Multiply by $x$: $1 < 2x \iff x > \frac12$.", "ru"),
        (r"Solve $\sin x \cos x = \cos x$, $0 \le x < 2\pi$. Divide by $\cos x$: $\sin x = 1$.", "r"),
        (r"Solve $\sin x \cos x = \cos x$, $0 \le x < 2\pi$. Factor: $\cos x (\sin x - 1) = 0$.", "p"),
        # what words behind values call the solutions
        (r"Solve $\sqrt{x + 6} = x$. Squaring gives $x + 6 = x^2$, so $x = 3$ or $x = -2$. So $x = 3$ and $x=-2$ are the solutions.", "ppr"),
        (r"Solve $x^2 - x - 6 = 0$. So $x = 3$ or $x = -2$. So $x = 3$ and $x=-2$ are the solutions.", "pp"),
        (r"(d) $\sqrt{3x+4} = x$" "\n\n" r"$\Rightarrow 3x + 4 = x^2$" "\n\n" r"$\Rightarrow x = 4$ or $x = -1$. So $L = \{4\}$.", "ppp"),
        (r"(d) $\sqrt{3x+4} = x$" "\n\n" r"$\Rightarrow 3x + 4 = x^2$" "\n\n" r"$\Rightarrow x = 4$ or $x = -1$. So $L = \{-1, 4\}$.", "ppr"),
        # "solutions" of several exercises do not go on from each other: what one supposes ends with it
        ("# Practice: solutions\n\n(i) Solve $\\frac{2}{x} = 1$ with $x \\ne 0$. So $x = 2$.\n\n(ii) $x^2 = 5x$, so $x = 5$.", "pr"),
        # two equations that nothing satisfies together, whatever else is said of their letter
        ("Let $n$ be the smallest of three integers. Then\n$$3n + 3 = 72$$\n$$3n = 75$$", "ur"),
        ("Let $n$ be the smallest of three integers. Then\n$$3n + 3 = 72$$\n$$3n = 69$$", "up"),
        (r"$1\,200 \cdot 1{,}0609 = 1\,273{,}08$ und $12\,\% \text{ von } 250 = 30$ und $12\,\% \text{ von } 250 = 25$", "ppr"),
        # what is put into an equation with a number; values found in another exercise, and of several solutions
        ("Solve\n$$2x + y = 8 \\qquad (1)$$\n$$3x - 2y = 5 \\qquad (2)$$\nPut $y = 8 - 2x$ into (2): $3x - 2(8 - 2x) = 5$\n\n$7x = 21$\n\n$x = 3$", "ppp"),
        ("1. Solve $2x = 6$. So $x = 3$.\n\n2. We have $x + y = 5$. So $y = 2$.", "puu"),
        ("(4) Solve $x + y = 5$, $xy = 6$. So $x = 2$, $y = 3$ or $x = 3$, $y = 2$.\n\n(5) Solve $$x + y + z = 6$$ $$x - y + z = 2$$ So $2y = 4$.", "ppppp"),
        # systems between braces, row by row
        (rf"Solve ${SYSTEM}$." "\n\n" r"$\iff \begin{cases} y = 5 - x \\ 7x = 42 \end{cases} \iff \begin{cases} x = 6 \\ y = -1 \end{cases}$", "pp"),
        (rf"Solve ${SYSTEM}$." "\n\n" r"$\iff \begin{cases} y = 5 - x \\ 7x = 35 \end{cases}$", "r"),
        (rf"${SYSTEM}$" "\n\n" r"$\begin{cases} y = 5 - x \\ 2x - 5(5 - x) = 17 \end{cases}$" "\n\n" r"$\begin{cases} x = 6 \\ y = 1 \end{cases}$", "pr"),
        (rf"${SYSTEM}$. Thus" r"$\begin{cases} y = 5 - x \\ 2x - 5(5 + x) = 17 \end{cases}$", "r"),
        (rf"1. Solve ${SYSTEM}$" "\n" r"2. Solve $\begin{cases} x + y = 5 \\ x - y = 2 \end{cases}$", ""),
        (rf"${SYSTEM}$" "\n\n" r"$\begin{cases} x - y = 4 \\ x + 2y = 2 \end{cases}$", ""),
        # what is asked for above the formulas; an equation alone in its item, where the others are identities
        ("Simplify.\n\n$\\frac{a^2 b}{a} = ab$\n\n$\\frac{a + b}{a} = b$\n\n$x^3 + 8 = (x + 2)(x^2 - 2x - 4)$", "prr"),
        ("Simplify or solve.\n\n$\\frac{a^2 b}{a} = ab$\n\n$x^3 + 8 = (x + 2)(x^2 - 2x - 4)$", "pu"),
        (r"a) $\sin 2x = 2 \sin x \cos x$" "\n\n" r"b) $\cos 2x = 1 - \sin^2 x$" "\n\n" r"c) $\cos 2x = 2 \cos^2 x - 1$", "prp"),
        (r"Solve." "\n\n" r"a) $\sin 2x = 2 \sin x \cos x$" "\n\n" r"b) $\cos 2x = 1 - \sin^2 x$" "\n\n" r"c) $\cos 2x = 2 \cos^2 x - 1$", ""),
        (r"a) $\sin 2x = 2 \sin x \cos x$" "\n\n" r"b) $\cos 2x = 1 - \sin^2 x$" "\n\n" r"c) $\cos 2x = \sin x$", "puu"),
        (r"a) $\sin 2x = 2 \sin x \cos x$" "\n\n" r"b) $\cos 2x = 1 - \sin^2 x$ at $0$" "\n\n" r"c) $\cos 2x = 2 \cos^2 x - 1$", "pup"),
    ],
)  # fmt: skip
def test_statements_that_are_equivalent_and_what_is_asked_for(text: str, expected: str) -> None:
    tells(text, expected)


CUBIC, HALF = "Solve $y^3 + 2y^2 - 5y - 6 = 0$. ", r"Solve $2\sin^2 x - \sin x - 1 = 0$ for $0 \le x < 2\pi$." "\n\n"
FAR, RATIO = (
    r"$|2x - 1| \geq 3$ means $2x - 1 \geq 3$ or $2x - 1 \leq -3$. ",
    r"Solve $\frac{x}{x-2} - \frac{2}{x+2} = \frac{8}{x^2-4}$.",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each of several alternatives, and nothing of one in the other
        (FAR + r"The first gives $2x \ge 4$, so $x \ge 2$. The second gives $2x \le -2$, so $x \le -1$.", "ppppp"),
        (FAR + r"The first gives $2x \ge 4$, so $x \ge 2$. The second gives $2x \le -2$, so $x \ge -1$.", "ppppr"),
        ("From $x^2 = 9$ we get $x = \\pm 3$, from $x^2 = 4$ we get $x = \\pm 2$.", "pp"),
        ("From $x^2 = 9$ we get $x = \\pm 3$, from $x^2 = 4$ we get $x = 2$.", "pr"),
        # a root that words name is put in, and proves nothing of others
        (CUBIC + "Since $y = 2$ is a root: $$(y - 2)(y^2 + 4y + 3) = 0$$", "pp"),
        (CUBIC + "Since $y = 2$ is a root: $$(y - 2)(y^2 - 4y + 3) = 0$$", "pr"),
        (CUBIC + "We see that $y = 1$ is a root.", "r"),
        (CUBIC + "Suppose $y = 1$ is a root of $f$.", ""),
        # where solutions are looked for, also in the items behind
        (HALF + r"* $\sin x = 1 \implies x = \frac{\pi}{2}$" "\n" r"* $\sin x = -\frac12 \implies x = \frac{7\pi}{6}$ or $x = \frac{11\pi}{6}$", "pp"),
        (HALF + r"* $\sin x = 1 \implies x = \frac{\pi}{3}$", "r"),
        # zeros of a part solve nothing else
        (r"Solve $\frac{x-1}{x+2} \le 0$. The zero of the numerator is $x = 1$, the zero of the denominator is $x = -2$.", ""),
        # a negative value that is left out in words
        ("Factoring: $(w + 8)(w - 6) = 0$. So $w = 6$ (we discard the negative solution).", "p"),
        ("Factoring: $(w + 8)(w - 6) = 0$. So $w = 5$ (we discard the negative solution).", "r"),
        ("Factoring: $(w + 8)(w - 6)(w - 1) = 0$. So $w = 6$ (we discard the negative solution).", "r"),
        # fractions that are added, and an equation between them
        (r"**1.** $\frac{x}{x-3} + \frac{1}{x+3} = \frac{18}{x^2-9}$" "\n\n" "Multiplying by $x^2 - 9$, $x(x+3) + x - 3 = 18$.", "p"),
        (r"$\frac{1}{x-3} + \frac{1}{x+3} = \frac{x}{(x-3)(x+3)}$", "r"),
        # denominators cleared where nothing satisfies the equation
        (RATIO + "\n\nWe need $x \\neq 2$ and $x \\neq -2$. We get $x(x+2) - 2(x-2) = 8$, so $x^2 + 4 = 8$.", "pp"),
        (RATIO + "\n\nWe need $x \\neq 2$ and $x \\neq -2$. We get $x(x+2) - 2(x-2) = 8$, so $x^2 - 4 = 8$.", "pr"),
        # a root of a negative number: the slip of a sign, and an equation that has no solution
        ("$2x^2 - 3x - 2 = 0$\n\n$x = \\frac{3 \\pm \\sqrt{9 - 16}}{4}$", "r"),
        ("$2x^2 - 3x + 2 = 0$\n\n$x = \\frac{3 \\pm \\sqrt{9 - 16}}{4}$, so there is no solution.", "u"),
        ("Solve $x^2 - 4 = 0$.\n\n$x = \\sqrt{-4}$", "r"),
        # what is done to the row before, in the letter put in; the heading of a solution
        ("Solve $x^4 - 10x^2 + 9 = 0$. Let $u = x^2$. Then\n$$u^2 - 10u + 9 = 0$$\n\nFactor\n$$(u - 1)(u - 9) = 0$$", "pp"),
        ("Solve $x^4 - 10x^2 + 9 = 0$. Let $u = x^2$. Then\n$$u^2 - 10u + 9 = 0$$\n\nFactor\n$$(u - 2)(u - 9) = 0$$", "pr"),
        ("Solve $x^2 - 6x + 4 = 0$.\n\n### Solution\n\nMove the constant: $x^2 - 6x = -4$. Add $9$ to both sides: $x^2 - 6x + 9 = 5$.", "pp"),
        ("Solve $x^2 - 6x + 4 = 0$.\n\n### Solution\n\nMove the constant: $x^2 - 6x = 4$. Add $9$ to both sides: $x^2 - 6x + 9 = 13$.", "ru"),
    ],
)  # fmt: skip
def test_worked_solutions_in_words(text: str, expected: str) -> None:
    tells(text, expected)


ALIKE = "Now $(x-1)(x^2-x-6) = x^3 - 2x^2 - 5x + 6$. "
LESS = "Solve $5 - 3x < 2x + 9$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # items that tell what is done to the equation of the item before, and items that are exercises
        ("1. We start with the equation: $2(5y + 7) = 8y + 18$\n2. Distribute: $10y + 14 = 8y + 18$\n3. Collect terms: $2y = 4$", "pp"),
        ("1. We start with the equation: $2(5y + 7) = 8y + 18$\n2. Distribute: $10y + 7 = 8y + 18$\n3. Collect terms: $2y = 11$", "ru"),
        ("1. The equation is $y^4 - 5y^2 + 4 = 0$\n2. Let $u = y^2$. Then $u^2 - 5u + 4 = 0$\n3. Factor: $(u - 3)(u - 4) = 0$", "pr"),
        ("1. Solve: $x + 1 = 3$\n2. Isolate $x$: $5x - 2 = 8$\n3. Complete the square: $x^2 + 6x = 7$", "uu"),
        ("1. Solve $x + 1 = 3$. So $x = 2$.\n2. Factor: $x^2 - 9 = (x - 3)(x + 3)$", "pp"),
        # a chain over several lines, and to what number a term comes that is to be simplified
        ("$(x + 3)^2 - 6(x - 3)$\n$= x^2 + 3x + 9 - 6(x - 3)$\n$= x^2 - 3x + 27$", "rp"),
        ("Simplify $(x+1)^2 - x(x+2)$.\n\n$(x+1)^2 - x(x+2) = x^2 + 2x + 1 - x^2 - 2x = 1$", "pp"),
        ("Simplify $(x+1)^2 - x(x+2)$.\n\n$(x+1)^2 - x(x+2) = x^2 + 2x + 1 - x^2 - 2x = 2$", "pr"),
        ("Compute the zeros of $x^2 - 4$. $x^2 - 4 = (x-2)(x+2) = 0$", "pu"),
        ("(2x+3)(x-4) - x(x-5) = 2x^2 - 8x + 3x - 12 - x^2 + 5x\n= x^2 - 12", "pp"),
        ("(2x+3)(x-4) - x(x-5) = 2x^2 - 8x + 3x - 12 - x^2 + 5x\n= x^2 + 10x - 12", "pr"),
        ("2x + 3 = 11\n2x = 8\n= 4", "p"),
        # what a letter must not be, behind an equation; hypotheses that contradict each other refute nothing
        (r"$\frac{x}{x-3} = \frac{3}{x-3} + 2$, $x \ne 3$" "\n\nMultiply by $x - 3$: $x = 3 + 2(x-3)$", "p"),
        (r"$\frac{x}{x-2} = \frac{3}{x-3}$, $x \ne 3$" "\n\nMultiply by $(x - 2)(x - 3)$: $x(x-3) = 3(x-3)$", "r"),
        ("If $m = 2$ and $b = 3$, then $y = 2x + 3$. Suppose $x + y = 10$ and $x = 4$. Then $y = 6$.", "u"),
        # an inequality of degree 1 that says less is a slip, but for what is rounded or said in particular
        (LESS + "Then $-5x < 4$, so $x > -\\frac45$.", "pp"),
        (LESS + "Then $-5x < 10$, so $x > -2$.", "ru"),
        (LESS + "Then $-5x < 4$, so $x > -2$.", "pr"),
        ("Solve $12x \\ge 100$. So $x \\ge 8.33$.", "p"),
        ("Solve $x + 1 > 5$. So $x > 4$, in particular $x > 0$.", "pp"),
        ("$2x + 1 > 5$\n\n$3x - 1 > 2$", "p"),
        # several values of a letter are all of them, whatever its sign
        ("Solve $|x - a| = 2a$ for $x$, where $a > 0$. So $x - a = 2a$ or $x - a = -2a$, thus $x = 3a$ or $x = -a$.", "pp"),
        ("Solve $|x - a| = 2a$ for $x$, where $a > 0$. So $x - a = 2a$ or $x - a = -2a$, thus $x = 3a$ or $x = a$.", "pr"),
        ("If $n^2 - 5n + 6 = 0$, then $(n - 2)(n-3) = 0$, so $n = 2$ or $n = 3$.", "pp"),
        ("If $n^2 - 5n + 6 = 0$, then $(n - 2)(n-3) = 0$, so $n = 2$ or $n = -3$.", "pr"),
        ("Let $n$ be an integer. So $n = 2$ or $n = 3$.", "u"),
        # what product a polynomial is of which that was said before
        (ALIKE + "Hence $x^3 - 2x^2 - 5x + 6 = (x-1)(x-3)(x+2)$.", "pp"),
        (ALIKE + "Hence $x^3 - 2x^2 - 5x + 6 = (x-1)(x-3)(x-2)$.", "pr"),
        (ALIKE + "Now we need $x^3 - 2x^2 - 5x + 6 = x(x-3)(x-2)$.", "pu"),
    ],
)  # fmt: skip
def test_lines_that_go_on_without_a_word(text: str, expected: str) -> None:
    tells(text, expected)
