"""Words that say of less what a formula says of all: each of the last lines was once proved, as the words were passed over."""

from __future__ import annotations

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of

MIDPOINT = r"Then $g(0) \le \frac12 g(-1) + \frac12 g(1)$."
RESTRICTED = (
    r"Let $h(t) = t^3$ for all integers $t$. Then $h(\sqrt 3) = 3 \sqrt 3$.",
    "Let $h(t) = t^3$ for $t$ a multiple of five. Then $h(2) = 8$.",
    "Let $h(t) = t^3$ for infinitely many $t$. Then $h(2) = 8$.",
    "We define $h(t) = t^3$ almost everywhere. Then $h(2) = 8$.",
    r"Suppose that $h(t) = 4t$ for $t \in \mathbb{R}_{>0}$. Then $h(-1) = -4$.",
    "Define $h(t) = 4t$, $t \\in [1, 2]$. Then $h(5) = 20$.",
    "Define $h(t) = 4t$ on $[1, 2]$. Then $h(5) = 20$.",
    "For $t > 1$ let $h(t) = 4t$. Then $h(0) = 0$.",
    "For $t > 1$ let $h(t) = 4t$. Let $s > 1$. Then $h(-s) = -4s$.",
    "For $t > 1$ let $h(t) = 4t$. Let $s > 1$. Then $h(s - 1) = 4s - 4$.",
    "For $t > 1$ let $h(t) = 4t$. Then $h(s) = 4s$ for all real $s$.",
    r"For $t > 1$ let $h(t) = 4t$. Then $\sum_{k=1}^n h(k) = 2 n (n + 1)$.",
    r"On the rationals, put $h(t) = 4t$. Then $h(\sqrt 3) = 4 \sqrt 3$.",
    r"Let $$h(t) = 4t \quad \text{near } 1.$$ Then $h(5) = 20$.",
    "Suppose that for all composite $n$ we have $c_n \\le 7$. Then $c_3 \\le 7$.",
    f"Let $g$ be convex on $[3, 4]$. {MIDPOINT}",
    f"Let $g$ be convex near its minimum. {MIDPOINT}",
    f"Let $g$ be convex for $x > 3$. {MIDPOINT}",
    f"Suppose $g$ is convex or concave. {MIDPOINT}",
    r"Let $c_n \le 7$ for $n = 1, \dots, 5$. Then $c_6 \le 7$.",
    r"Let $c_n \le 7$ for $n = 1, \dots, N$. Then $c_{N+1} \le 7$.",
    r"Let $c_n \le 7$ for $n = 2, 3, \dots$. Then $c_1 \le 7$.",
    r"Let $c_n \le 7$ for $n = 2, 4, 6, \dots$. Then $c_3 \le 7$.",
    r"For $n = 2, \dots, 5$, suppose that $c_n \le 7$. Then $c_6 \le 7$.",
    r"Assume $$c_n \le 7 \quad (n = 2, \dots, 5).$$ Then $c_6 \le 7$.",
    r"Suppose that for all $n \ge 4$ we have $c_n \le 7$. Then $c_3 \le 7$.",
    r"For $n \ge 2$ let $b_n = 1/n$. Then $b_1 = 1$.",
    r"Suppose that for all $k = 1, \dots, n$ we have $c_k \le 1$. Then $\sum_{k=1}^{n+1} c_k \le n + 1$.",
    r"Assume $$f(s) \le 7 \quad \forall s \ge 2.$$ Then $f(1) \le 7$.",
    "Suppose $a = b$ up to a constant. Then $a - b = 0$.",
    "Suppose $a = b$ modulo $7$. Then $a - b = 0$.",
    "Let $a < b$ on average. Then $b - a > 0$.",
    "Suppose $a > 0$ unless $b > 0$. Then $2a > 0$.",
    "Suppose $a > 0$ once $b > 0$. Then $2a > 0$.",
    "Suppose it is impossible that $a > 0$. Then $a > 0$.",
    "Maybe $a = 3$. Then $a + 1 = 4$.",
    r"Let $n > 0$ be a real number. Then $\sin(\pi n) = 0$.",
    "If a matrix $M$ satisfies $M^2 = 0$, then $M = 0$.",
    "Let $z$ be complex with $|z| = 1$. Then $z^2 = 1$.",
    r"Let $g$ be convex and $r = -g$. Then $r((x + y)/2) \le (r(x) + r(y))/2$.",
    "Let $x$ be a vector. Then $x^2 \\ge 0$.",
    "If $x > 1$, then $x^2 > x$. So $x^2 \\ge x$ always.",
    "If $x > 1$, then $x^2 > x$. More generally, $x^2 \\ge x$.",
)
"""None of these last lines follows."""
READ = (
    r"Let $h(t) = t^3$ for all real numbers $t$. Then $h(\sqrt 3) = 3 \sqrt 3$.",
    r"Let $h(t) = t^3$ for every $t \in \mathbb{R}$. Then $h(-2) = -8$.",
    "For $t > 1$ let $h(t) = 4t$. Then $h(2) = 8$.",
    "For $t > 1$ let $h(t) = 4t$. Let $s > 1$. Then $h(s + 1) = 4s + 4$.",
    "For $t > 1$ let $h(t) = 4t$. Then $h(t + p) - h(t) = 4p$.",
    r"For $t > 1$ let $h(t) = 4t$. Let $m > 2$. Then $\sum_{k=2}^m h(k) = 2 m (m + 1) - 4$.",
    "Define $h(t) = 4t$ on $[1, 2]$. Then $h(2) = 8$.",
    r"Let $c_n \le 7$ for $n = 1, \dots, 5$. Then $c_5 \le 7$.",
    r"Assume $$y_{n+1} = y_n + g_n, \quad n = 0, 1, \dots, N - 1.$$ Then $y_N = y_0 + \sum_{n=0}^{N-1} g_n$.",
    r"Suppose that for all $n \ge 4$ we have $c_n \le 7$. Then $c_4 \le 7$.",
    r"For $n \ge 2$ let $b_n = 1/n$. Then $b_3 = 1/3$.",
    r"Assume $$f(s) \le 7 \quad \forall s \ge 2.$$ Then $f(3) \le 7$.",
    r"Suppose that for every real $s$ with $|s| \le 4$ we have $f(s) \le 7$. Then $f(3) \le 7$.",
    "Suppose that for all rounds $n$ we have $c_n \\le 7$. Then $c_3 \\le 7$.",
    f"Let $g$ be convex on the real line. {MIDPOINT}",
    f"Let $g$ be convex on the convex set $K$. {MIDPOINT}",
    "Suppose $a > 0$ and $b > 0$. Then $2a > 0$.",
)
"""All of these do."""


def verdicts(texts: tuple[str, ...], budget: float) -> list[str]:
    """What is said of the last lines of several exercises."""
    text = "\n\n".join(f"# Exercise {number}\n\n{each}" for number, each in enumerate(texts))
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=budget, second_reader=False).steps
    last = {each.step.line: each.judged.verdict for each in steps}
    assert len(last) == len(texts)
    return list(last.values())


def test_what_holds_for_some_is_not_taken_for_all() -> None:
    assert "proved" not in verdicts(RESTRICTED, 0.5)


def test_what_is_said_of_all_is_taken_for_all() -> None:
    assert verdicts(READ, 1.0) == ["proved"] * len(READ)


def test_an_assumption_that_is_dropped_says_nothing_more() -> None:
    text = "Let $x > 2$. Then $x^2 > 4$.\n\nNow drop this assumption. Then $x^2 > 4$."
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.3, second_reader=False).steps
    assert [each.judged.verdict == "proved" for each in steps] == [True, False]
