"""What students answer to a problem set, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from symproof import (
    convex,
    derivative,
    differentiable,
    each,
    eq,
    function,
    index,
    natural,
    real,
    sequence,
    sqrt,
    total,
    vector,
)
from symproof.readers.document.judgement.hypotheses import hypotheses_of
from symproof.readers.document.judgement.known_facts import by_known_facts_and_means
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.judgement.throughout import for_each_index
from symproof.statement import Prop
from symproof.term import VectorSum
from tests.document_says import tells, verdicts

POLARISED = r"Put $a = w_t - u$ and $b = \eta v_t$, so that $a - b = w_{t+1} - u$."
AT = r"Let $f(x_1, x_2) = x_1 x_2 + 3$. "
SLOPES = r"Let $f$ be differentiable and $\|\nabla f(x)\| \le G$ for all $x$. "
UPWARDS = "| | |\n|---|---|\n| $x$ | $a = b e^x + \\cos x$ |\n| | $= e^x + \\cos x$ |\n| $y$ | $b = 1$ |\n"
RULES = r"Let $u_{k+1} := u_k - \gamma h_k$, $h_k := \nabla F(u_k)$. "
SQUARED = r"$\|u_1 - z\|^2 = \|u_0 - z\|^2 - 2 \gamma \langle h_0, u_0 - z\rangle + \gamma^2 \|h_0\|^2$"
SMOOTH = r"Let $F$ be $L$-smooth. Then $$F(u_1) - F(u_5) \le F(u_1) - F(z)$$ where $z$ is "
ASSUMED = r"Assume that $F$ is convex and $h_k = \nabla F(u_k)$. Then "
PARTS = "# Problem 1\n\nPut $h(u) = u^2$. $h(3) = 9$\n\n# Problem 2\n\nLet $u_{k+1} = u_k - \\gamma h_k$. "
THROUGHOUT = r"Suppose $F$ is convex, $h_k = \nabla F(u_k)$, $\|h_k\| \le G$ for all $k$. Then $F(u_3) - F(z) \le \langle h_3, u_3 - z \rangle$."
ANEW = "# Bounds\n\nIf $0 < a \\le D$ then $a^2 \\le D^2$.\n\n# Distances\n\n"
SOUGHT = r"Put $J(x) = \|x - u\|^2$. We look for the minimizer. For all $x$ we have $\nabla J(x) = x - u$."
SECOND = "$$v = u - \\nabla J(u)$$\n\nThe Hessian is $2I$.\n\n"
RULE = r"Let $w_{t+1} = w_t - \eta v_t$. "
PRIMED = r"Let $u, z \in \mathbb{R}^d$. For all $k$ we have "
RANGED = r"Let $u_{k+1} = u_k - \gamma h_k$ for $k = 1, \dots, T$ and $D_k = \|u_k - z\|^2$. "
WHOLE = r"Let $h_k = \nabla F(u_k)$ and $\|\nabla F(u_k)\| \le \rho$ for all $k$"
RULED = (
    "# Problem 1\n\nLet $u_{k+1} = u_k - \\gamma h_k$. Then $\\|u_{k+1}\\| = \\|u_k - \\gamma h_k\\|$.\n\n# Problem 2\n\n"
    r"Let $h_k = \nabla F(u_k)$ for all $k$. "
)
CYCLIC = r"Indices are taken modulo $n$. Let $R$ be the shift, $R_{pq} = \delta_{p-q-1}$, and $D_{pq} = d_{p-q}$. Then "
STEPPED = r"Then $\|u_{k+1} - z\|^2 = \|u_k - z\|^2 - 2\gamma \langle \nabla F(u_k), u_k - z\rangle + \gamma^2 \|\nabla F(u_k)\|^2$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbers with a word for what they count
        (r"With $500$ parts there are $500 \cdot 4 = 2000$ bytes $\approx 2.0$ kB.", "pn"),
        (r"There are $2 \cdot 500 = 1000$ metres $= 1$ km, and $3 \cdot 4 = 12$ apples $= 13$ apples.", "pppr"),
        (r"There are $3 \cdot 4 = 12$ apples $= 6 + 6$ apples, and $12 \approx 0.012$ thousand.", "ppp"),
        (r"It costs $2 \cdot 400^2 = 320000 \approx 0.32$ MFLOPs and $3 \cdot 4 = 13$ MFLOPs.", "pnr"),
        # each number rounds what stands in its place
        (r"$$1.01 \cdot 2 + e^{-1} = 2.02 + 0.36788$$", "p"),
        (r"$$1.01 \cdot 2 + e^{-1} = 2.02 + 0.36888$$", "u"),
        (r"$$\frac13 - \frac15 = 0.334 - 0.2$$", "r"),
        # what the next member of a sequence is, nothing says
        (POLARISED, "u"),
        (RULE + POLARISED, "p"),
        (RULE + POLARISED.replace("so that $a - b", "so that $a + b"), "r"),
        # what is looked for says nothing of the letters, nor what is concluded of no letter
        (r"Let $J(x) = \|x - u\|^2$. To find the minimizer, differentiate: $$\nabla J(x) = 2(x - u)$$", "p"),
        (r"Let $J(x) = \|x - u\|^2$. To find the minimizer, differentiate: $$\nabla J(x) = 2(x + u)$$", "r"),
        (r"The first order condition for $J(x) = \|x - u\|^2$ reads $$\nabla J(x) = x - u$$", "r"),
        # at a point
        (AT + r"At $(1, 2)$ we get $$a = x_1 x_2 = 2$$ $$b = x_2 - x_1 = 1$$", "pp"),
        (AT + r"At $x = (1, 2)$ we get $$a = x_1 x_2 = 3$$", "r"),
        (AT + r"At $(1, 2)$ we get $$\frac{\partial f}{\partial x_2} = x_1^2$$", "u"),
        (AT + r"At $(1, 2)$ we get $$\frac{\partial f}{\partial x_2} = x_1$$", "p"),
        # what is minimized, and where a rule begins
        (r"$$\min_x J(x) := \|x - u\|^2$$ Then $\nabla J(x) = 2(x - u)$ and $\nabla J(x) = x - u$.", "pr"),
        (r"$\min_x J(x) = \|x - u\|^2$. Then $\nabla J(x) = 2(x - u)$.", "p"),
        (r"Rule: $m_{t+1} = b m_t + 1$, $m_0 = 0$. Then $m_1 = 1$ and $m_2 = b + 1$.", "pp"),
        (r"We use $m_{t+1} = b m_t + 1$, $m_0 = 0$. Then $m_1 = 1$.", "p"),
        (
            r"Let $a > 0$. Then $a \ge 0 \iff a \ge 0$."
            "\n\n"
            r"$a = 3, b = 2$: $a b = 6$"
            "\n\n"
            r"$a = 1, b = 2$: $a b = 3$",
            "pppr",
        ),
        (r"Divide by $c$ ($c > 0$): $c^2 > 0$.", "p"),
        (r"Let $x_{k+1} = x_k/2 + 1/x_k$, $x_1 = 1.5$. $x_2 = 0.75 + 0.6667 = 1.4167$", "pp"),
        (r"Let $x_{k+1} = x_k/2 + 1/x_k$, $x_1 = 1.5$. $x_2 = 0.75 + 0.6767$", "r"),
        # a table that is read upwards
        (UPWARDS, "uu"),
        # for all vectors, and for each index of a sum
        (SLOPES + r"Then $\|\nabla f(y)\| \le G$.", "p"),
        (SLOPES.replace("for all $x$", "") + r"Then $\|\nabla f(y)\| \le G$.", "u"),
        # of random numbers more is said than was read, and a number is chosen anew
        (r"For independent $X$ and $Y$ with variance $s^2$ each, $\operatorname{Var}(X + Y) = 2 s^2$.", "u"),
        # of a mean that is told of another random number, and of a probability in another item
        ("Let $X \\sim \\mathrm{Bin}(n, p)$.\n\n**Poisson.** Here $E[X] = \\lambda$.", "u"),
        (
            "Let $X \\sim \\mathrm{Bin}(n, p)$.\n\n**Poisson.** If $c > 0$, then $E[X] = \\sum_{k=1}^\\infty k \\frac{c^k}{k!}$.",
            "u",
        ),
        (r"Let $E[X] = 2a + b$. Then $E[X] = a + b$.", "r"),
        ("1. $P(A) = 1/2$, $P(B) = 1/2$.\n\n2. $P(A) = 1/5$, $P(B) = 1/3$. So $P(A) - P(B) = -2/15$.", "p"),
        (
            r"$\eta = 0.1$: $5 \eta = 0.5$, so it is $1.3$"
            "\n\n"
            r"The best choice is $\eta = \frac12$: $5 \eta = 2.5$",
            "pp",
        ),
        (r"Let $w = 2$ and $v = 1$. The new weights are $w = 2 + 0.5 = 2.5$ and $v = 1 - 0.5 = 0.5$.", "pp"),
        (r"Let $w = 2$. So $w = 2 + 0.5$.", "r"),
        (r"Take $\eta = 0.1$. So $5 \eta = 0.5$, hence $\eta = \frac12$.", "pr"),
        (r"If moreover $|x| \le 2$, then $x^2 \le 4$.", "p"),
        (r"If moreover $|x| \le 2$, then $x^2 \le 3$.", "u"),
        (AT + "At $x = (1, 2)$:\n\n- $e^{x_1} = e$\n- $x_2 = 3$", "pr"),
        # what rules say of each index, what words say of a letter behind a claim and beside a function
        (RULES + SQUARED, "p"),
        (RULES + SQUARED.replace("- 2", "+ 2"), "r"),
        (SMOOTH + "a minimizer of $F$.", "p"),
        (SMOOTH + "a stationary point of $F$.", "u"),
        (ASSUMED + r"$F(u_k) - F(z) \le \langle h_k, u_k - z \rangle$.", "p"),
        (ASSUMED + r"$F(u_k) - F(z) \ge \langle h_k, u_k - z \rangle$.", "u"),
        (PARTS + r"Then $\|u_{k+1} - z\|^2 = \|u_k - z\|^2 - 2\gamma h_k^\top (u_k - z) + \gamma^2 \|h_k\|^2$.", "pp"),
        (SECOND + r"For all $u$ we have $\|2u\|^2 = 2\|u\|^2$.", "r"),
        # conditions that go on behind a claim, and what is said for each index further on in its sentence
        (r"We have $a + b > 1$ if $a > 1$ and $b > 0$.", "p"),
        (r"We have $a + b > 1$ if $a > 1$, so $b > 0$.", "uu"),
        (THROUGHOUT, "p"),
        (THROUGHOUT.replace("all $k$", "all large $k$"), "u"),
        # a letter of one section is a function in the next
        (ANEW + r"Let $D(x, y) = \|x\|^2 - 2\langle x, y \rangle + \|y\|^2$. Then $D(x, y) = \|x - y\|^2$.", "pp"),
        (ANEW + r"Let $D(x, y) = \|x\|^2 - 2\langle x, y \rangle - \|y\|^2$. Then $D(x, y) = \|x - y\|^2$.", "pr"),
        (SOUGHT, "r"),
        (r"$$\begin{aligned} 2 \int_0^1 {a b db} &= a & \mathrm{by\ hand} \\ &= 2a \end{aligned}$$", "pr"),
        (r"$$(e + 1) e^2 - 1 = 2.71828 \cdot 7.38906 + 7.38906 - 1$$", "p"),
        # a prime that is the sign of a transpose, and one that is none
        (PRIMED + r"$(u - z)'h_k = -(z - u)'h_k$ and $\|u\|^2 + (u - z)'(u - z) = \|u\|^2 - \|u - z\|^2$.", "pr"),
        (PRIMED + r"$\|u + z\|^2 = u'u + 2u'z + z'z$ and $\|u + z\|^2 = u'u + u'z + z'z$.", "pr"),
        (r"Let $y = e^{x^2}$. Then $(x^2)'y = 2xy$.", "p"),
        # where a rule is given for some indices, what is said of the index is said of these
        (RANGED + r"Then $D_{k+1} = D_k - 2 \gamma (u_k - z)^\top h_k + \gamma^2 \|h_k\|^2$.", "p"),
        (RANGED + r"Then $D_{k+2} = D_{k+1} - 2 \gamma (u_{k+1} - z)^\top h_{k+1} + \gamma^2 \|h_{k+1}\|^2$.", "p"),
        # what is minimized over a space, with what is said of other letters behind it
        (
            r"We minimise $\phi(x) = \|x - u\|^2 + \mu \|u\|^2$ over $x \in \mathbb{R}^d$, $\mu > 0$. Then $\phi(x) \ge 0$.",
            "p",
        ),
        (r"We minimise $\phi(x) = \|x - u\|^2$ over $x \in \mathbb{R}^d$, $x \ne u$. Then $\phi(u) = 1$.", "u"),
        # "for all k", where the sentence goes on with other letters; with the same ones it may leave some out
        (WHOLE + r", where $C, \rho > 0$. Then $\sum_{k=1}^T \|h_k\| \le T \rho$.", "p"),
        (WHOLE + r", where $k > 3$. Then $\sum_{k=1}^T \|h_k\| \le T \rho$.", "r"),
        # "for any h" says nothing of the value of another letter
        (
            r"Let $J(x) = \|x - u\|^2 + c$. Then $\nabla J(z) = 0$ gives $z = u$. So for any $h$, $$J(z + h) - c = \|h\|^2$$",
            "pp",
        ),
        # what we know is given where it bounds something by a new letter, and else claimed
        (r"We know $\|v\| \le M$ and $\|u\| \le c$. Then $\|u + v\| \le M + c$.", "p"),
        (r"Let $M > 0$ and $v \ne 0$. We know $\|v\| + M \le M^2$ and $M < 2$.", "ru"),
        # indices modulo n: of matrices, sequences and sums in their part, and in no other
        (
            CYCLIC
            + r"$(R D)_{pq} = \sum_{l=0}^{n-1} \delta_{p-l-1} d_{l-q} = d_{p-q-1}$ and $(R D)_{pq} = d_{p-q+1}$.",
            "ppr",
        ),
        (
            CYCLIC
            + r"$R D = D R$ and $R^\top D = D R$."
            + "\n\n# Exercise 2\n\n"
            + r"Then $\sum_{l=1}^n l = \frac{n(n+1)}{2}$.",
            "prp",
        ),
        # what another part gives: a rule holds on, and is assumed
        (RULED + STEPPED, "pp"),
        (RULED + STEPPED.replace("2\\gamma", "\\gamma"), "pu"),
    ],
)
def test_what_students_write(text: str, expected: str) -> None:
    tells(text, expected)


class Trusting(Settler):
    """Takes what induction would have to show of sums of vectors for shown."""

    def by_induction(self, claim: Prop, given: Sequence[Prop], share: float = 0.5) -> Told:
        self.asked = (claim, tuple(given))
        return Told("proved" if claim.mentions(VectorSum) else "unknown")


def test_a_mean_that_is_given_is_put_in() -> None:
    n, k, w, f, mean = natural("n"), index("k"), sequence("w", of=vector), function("f"), vector("m")
    average, values = total(w[k], k, 1, n) / n, total(f(w[k]), k, 1, n) / n
    settler = Trusting(2)

    told, conditions = by_known_facts_and_means(
        settler, f(mean) <= values, (convex(f), differentiable(f), eq(mean, average))
    )
    assert (told.status, conditions) == ("proved", [n >= 1])
    assert settler.asked == (f(average) <= values, (convex(f), n >= 1))
    assert by_known_facts_and_means(settler, f(w[1]) <= values, (convex(f), eq(mean, average)))[0].status == "unknown"


def test_a_line_holds_for_each_index_of_which_no_hypothesis_speaks() -> None:
    a, b, t, T = sequence("a"), sequence("b"), natural("t"), natural("T")

    assert for_each_index(a[t] <= b[t], [eq(a[1], 0), T >= 1]) == each(t, a[t] <= b[t])
    assert for_each_index(a[t] <= b[t], [eq(t, 3)]) is None
    assert for_each_index(a[t] <= b[t], [a[t] >= 0]) is None
    assert for_each_index(a[t] <= b[T], []) is None
    assert for_each_index(a[1] <= b[2], []) is None


def test_a_value_is_not_put_in_where_something_is_differentiated_in_its_letter() -> None:
    """The line was not judged, for a derivative that a line before it had taken."""
    x, b = real("x"), real("b")
    given = (eq(x, sqrt(b)), eq(derivative(b * x**2, x), 2 * b * x))

    assert hypotheses_of(b >= 0, given) == given


def test_a_formula_in_several_letters_is_no_equation_into_which_the_row_before_is_put() -> None:
    text = (
        "The bound is $h(x) = \\frac{b^2}{2x} + \\frac{x c^2}{2}$, where $b, c, x > 0$.\n\n"
        "$$h'(x) = -\\frac{b^2}{2x^2} + \\frac{c^2}{2} = 0 \\iff x^2 = \\frac{b^2}{c^2} \\iff x = \\frac{b}{c}$$\n\n"
        "$$h''(x) = \\frac{b^2}{x^3} > 0$$\n\n"
    )

    assert verdicts(text + "$$h\\left(\\frac{b}{c}\\right) = 2bc$$")[-1] == "unknown"
    assert verdicts(text + "$$h\\left(\\frac{b}{c}\\right) = bc$$")[-1] == "proved"


def test_numbers_that_are_put_in_anew_are_all_new() -> None:
    tells("$a = 3, b = 2$: $a b = 6$\n\n$a = 1, b = 2$: $a b = 2$", "pp")
