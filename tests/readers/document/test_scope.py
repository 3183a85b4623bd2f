"""How far a hypothesis reaches, and which lines fail for want of one: each with its neighbour that holds."""

from __future__ import annotations

import pytest

from symproof.engines import portfolio
from symproof.readers.document.answer import Answered, answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is asked for here, and not how soon it is found."""
    monkeypatch.setattr(portfolio, "REMEDY", 2.0)


def answered(text: str) -> tuple[Answered, ...]:
    return answer_document(document_of(text.encode(), "markdown"), {}, budget=2.0).steps


def verdicts(text: str) -> list[str]:
    return [each.judged.verdict for each in answered(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For all real $x$ we have $|x| = x$.", ["refuted"]),
        ("For all $x \\ge 0$ we have $|x| = x$.", ["proved"]),
        ("Let $x$ be a real number. Then $\\sqrt{x^2} = x$.", ["refuted"]),
        ("Let $x$ be a positive number. Then $\\sqrt{x^2} = x$.", ["proved"]),
        ("We simplify: $\\sqrt{x^2} = x$.", ["unknown"]),  # a text may mean lengths only
        ("Let $x$ be a number. Then $\\sqrt{x + 2} = x$.", ["unknown"]),  # an equation
        ("If $x < y$ then $x^2 < y^2$.", ["refuted"]),
        ("If $0 < x < y$ then $x^2 < y^2$.", ["proved"]),
        ("$$x < y \\implies x^2 < y^2$$", ["refuted"]),
        ("If $a < b$ and $c < d$, then $ac < bd$.", ["refuted"]),
        ("For $x \\in [0, 1]$ we have $x^2 \\ge x$.", ["refuted"]),
        ("For $x \\in [0, 1]$ we have $x^2 \\le x$.", ["proved"]),
        ("Since $0 \\le x \\le 1$, we get $x^2 \\ge x$.", ["refuted"]),
        ("Since $0 \\le x \\le 1$, we get $x^2 \\le x$.", ["proved"]),
    ],
)
def test_a_line_that_needs_a_sign_which_nothing_gives(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


IF_SIX = "Let $n = 5$. If $n = 6$, then $2n + 1 = 13$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{IF_SIX} We still have $2n + 1 = 11$.", ["proved", "proved"]),
        (f"{IF_SIX} We still have $2n + 1 = 13$.", ["proved", "refuted"]),
        (f"{IF_SIX} Also $n^2 = 36$.", ["proved", "proved"]),
        (f"{IF_SIX} Also $n^2 = 25$.", ["proved", "unknown"]),
        (f"{IF_SIX} Hence $n^2 = 25$.", ["proved", "refuted"]),
    ],
)
def test_what_a_condition_took_the_place_of_holds_again(text: str, expected: list[str]) -> None:
    """The text came back to n = 5 and was refuted at n = 6."""
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have $x^2 > 0$ for all $x$ except $x = 0$.", ["proved"]),
        ("We have $x^2 > 0$ for every $x$ apart from $x = 0$.", ["proved"]),
        ("For all $x$ other than $x = 0$ we have $x^2 > 0$.", ["proved"]),
        ("We have $x^2 > 1$ for all $x$ except $x = 0$.", ["refuted"]),
        ("We have $x^2 > 0$ for all real $x$ except $0$.", ["unknown"]),
        ("For all but finitely many $n$ we have $2^n > n^3$.", ["unknown"]),
        ("For all but one real $x$ we have $x \\ne 3$.", ["unknown"]),
        ("For all real $x$ we have $x \\ne 3$.", ["refuted"]),
        ("If $a = 0$, then $a b = 0$ for all $b$.\n\nFor real $a$, $a^2 \\ge 0$.", ["proved", "proved"]),
        ("If $a = 0$, then $a b = 0$ for all $b$.\n\nFor real $a$, $ab = 0$.", ["proved", "unknown"]),
        ("We never have $a^2 + b^2 < 2ab$ for real $a, b$.", []),
        ("We always have $a^2 + b^2 < 2ab$ for real $a, b$.", ["refuted"]),
    ],
)
def test_values_that_are_left_out(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


SQUARES = "Let $a^2 \\le b^2$ with $a, b > 0$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SQUARES} Suppose for contradiction that $a > b$. This is a contradiction. Hence $a \\le b$.", ["proved"]),
        (f"{SQUARES} Suppose for contradiction that $a > b$. This is a contradiction. Hence $a < b$.", ["unknown"]),
        ("Assume, to the contrary, that $a > b$. Now ..., a contradiction. Therefore $a \\le b$.", ["unknown"]),
        ("Assume, to the contrary, that $a > b$. This is absurd. So $a \\le b$ for all real $a, b$.", ["refuted"]),
        ("Assume, to the contrary, that $a > 2$. This is impossible. Hence $a^2 > 4$.", ["unknown"]),
        (
            "Suppose for contradiction that $\\sqrt 2 = p/q$ with $q \\ne 0$. We will derive a contradiction. Then $p^2 = 2 q^2$.",
            ["proved"],
        ),
    ],
)
def test_what_a_contradiction_ends(text: str, expected: list[str]) -> None:
    """What was supposed to the contrary held on, and refuted what the proof came to."""
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "One checks that",
        "It can be shown that",
        "A computation shows that",
        "It turns out that",
        "The reader may verify that",
    ],
)
def test_words_that_claim_do_not_suppose(words: str) -> None:
    """What they lead to was taken for a condition, and what follows from it was proved."""
    assert verdicts(f"Let $a > 0$. {words} $a^2 \\ge a$. Hence $a^2 - a \\ge 0$.") == ["refuted", "unknown"]
    assert verdicts(f"Let $a > 1$. {words} $a^2 \\ge a$. Hence $a^2 - a \\ge 0$.") == ["proved", "proved"]


def test_a_row_says_that_it_assumes_a_claim_which_is_not_proved() -> None:
    claim, row, last = answered(
        "Let $a, b, c > 0$.\n\nOne checks that $a^5 + b^5 + c^5 \\ge 3$.\n\nHence $a^5 + b^5 + c^5 + 1 \\ge 4$.\n\n"
        "Thus $a^5 + b^5 + c^5 + 2 \\ge 5$."
    )

    assert (claim.judged.verdict, claim.judged.assumes) == ("unknown", ())
    assert row.judged.assumes == last.judged.assumes == (3,)


def test_a_row_of_a_solution_assumes_nothing() -> None:
    steps = answered("Solve $2x + 3 = 7$.\n\nThen $2x = 4$.\n\nSo $x = 2$.")

    assert [each.judged.assumes for each in steps] == [(), ()]


def test_a_letter_that_is_two_things_is_told_as_both() -> None:
    text = "We have $(x + y)^2 = x^2 + 2xy + y^2$.\n\n# Next\n\nHere $\\|x + y\\| \\le \\|x\\| + \\|y\\|$."
    told = answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0).inferred

    assert told["x"] == "real (line 1) and vector (line 5)"


THERE = "There is $\\delta > 0$ such that $f(x) > 1$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{THERE} for $|x - a| < \\delta$. Hence $f(x) > 0$.", ["unknown"]),
        (f"{THERE} for all $x$ with $|x - a| < \\delta$. Hence $f(x) > 0$.", ["unknown"]),
        (f"{THERE} for $|x - a| < \\delta$. Hence $f(x) > 0$ for $|x - a| < \\delta$.", ["proved"]),
        (f"{THERE} for $|x - a| < \\delta$. For such $x$ we have $f(x) > 0$.", ["proved"]),
        (f"{THERE} for $|x - a| < \\delta$. For such $x$ we have $f(x) > 2$.", ["unknown"]),
        (f"{THERE} for $|x - a| < \\delta$. Hence $f(a) > 0$.", ["proved"]),
        (f"{THERE} for $|x - a| < \\delta$. Hence $f(a + 1) > 0$.", ["unknown"]),
        (f"{THERE} whenever $0 < x < \\delta$. Hence $f(\\delta / 2) > 0$.", ["proved"]),
        (f"{THERE} whenever $0 < x < \\delta$. Hence $f(2 \\delta) > 0$.", ["unknown"]),
        ("There is $N$ such that $a_n < 1$ for $n \\ge N$. Hence $a_n < 2$.", ["unknown"]),
        ("There is $N$ such that $a_n < 1$ for $n \\ge N$. Hence $a_{N + 1} < 2$.", ["proved"]),
    ],
)
def test_what_exists_holds_where_its_sentence_says(text: str, expected: list[str]) -> None:
    """Where the condition stood behind, it was taken for a hypothesis on all that came after; before, it was one for every delta."""
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Let $x > 0$. Show that $x + 1 > 1$.\n2. Show that $|x| = x$.", ["proved", "unknown"]),
        ("1. Let $x > 0$. Show that $x + 1 > 1$.\n2. For real $x$, show that $|x| = x$.", ["proved", "refuted"]),
        ("1. Let $x > 0$.\n2. Then $|x| = x$.", ["proved"]),
        ("**Proof.**\n\n1. Let $x > 0$. Then $x + 1 > 1$.\n2. Note that $|x| = x$.", ["proved", "proved"]),
        ("If $x > 0$, then $|x| = x$. Hence $\\sqrt{x^2} = x$.", ["proved", "proved"]),
        ("For $x > 0$: $|x| = x$.\n\nIn general, for real $x$, $|x| = x$.", ["proved", "refuted"]),
        ("For $x > 0$ we have $|x| = x$. For all $x$ we have $|x| = x$.", ["proved", "refuted"]),
        ("For $x > 0$ we have $|x| = x$. For all such $x$ we have $\\sqrt{x^2} = x$.", ["proved", "proved"]),
        (
            "Let $x \\ge 1$. Then $x^2 \\ge x$.\n\nNow let $x$ be any real number. Then $x^2 \\ge x$.",
            ["proved", "refuted"],
        ),
        ("Suppose $x > 0$. Then $x^3 > 0$. Suppose now that $x < 0$. Then $x^3 < 0$.", ["proved", "proved"]),
        ("Suppose $x > 0$. Then $x^3 > 0$. Suppose now that $x < 0$. Then $x^3 > 0$.", ["proved", "refuted"]),
        (
            "Let $x \\in \\{1, 2\\}$. Then $x^2 \\le 4$. Let $x \\in \\{1, 3\\}$. Then $x^2 \\le 9$.",
            ["proved", "proved"],
        ),
        (
            "Let $x \\in \\{1, 2\\}$. Then $x^2 \\le 4$. Let $x \\in \\{1, 3\\}$. Then $x^2 \\le 4$.",
            ["proved", "unknown"],
        ),
        ("If $x > 1$, then $x^2 > x$. Hence $x^2 > x$ for all $x$.", ["proved", "refuted"]),
        ("If $x > 1$, then $x^2 > x$. Hence $x^2 > x$ for all such $x$.", ["proved", "proved"]),
        ("Suppose $x = y$. Then $x^2 = y^2$. For any real $x$ and $y$, $x^2 = y^2$.", ["proved", "refuted"]),
        ("For all real $x$, $x^3 \\ge x$. Hence $x^3 + 1 \\ge x + 1$.", ["refuted", "unknown"]),
        ("Let $f(x) = x^2$. For all real $x$, $f(x) \\ge 1$.", ["refuted"]),
        ("For each $x$, $f(x) \\ge 2$. Then $f(3) \\ge 1$.", ["proved"]),  # supposed of a function that is open
        ("For all $x > 0$, $y > 0$, we have $x + y > 0$.", ["proved"]),
        ("Case 1: $x > 0$ and $y > 0$. Then $xy > 0$.\n\nCase 2: $x \\le 0$. Then $xy \\le 0$.", ["proved", "unknown"]),
        (
            "Case 1: $x > 0$.\n\nCase 1a: $y > 0$. Then $xy > 0$.\n\nCase 1b: $y < 0$. Then $xy > 0$.",
            ["proved", "refuted"],
        ),
        ("WLOG $a \\ge b$. Then $a - b \\ge 0$. So $a - b \\ge 0$ for all real $a, b$.", ["proved", "unknown"]),
        ("By symmetry we may assume $a \\ge b$. Hence, for all real $a$ and $b$, $a \\ge b$.", ["refuted"]),
        ("We have $x y > 1$ for all $x > 1$ and for all $y > 1$.", ["proved"]),
        ("We have $x^2 > x$ for $x > 1$ and for $x < 0$.", ["proved"]),
        ("We have $x^2 > x$ for $x > 1$ as well as for $x < 1$.", ["refuted"]),
        ("We have $x^2 + 1 \\ge 3x$ with equality if $x = 0$.", ["unknown", "unknown"]),
        ("We have $x^2 \\ge x$, in particular for $x > 1$.", ["unknown"]),
        ("We have $x^2 \\ge x$, and for $x > 1$ we even have $x^2 > x$.", ["unknown", "proved"]),
        (
            "We have $x^2 + 1 \\ge 2x$, where equality holds for $x = 1$. It follows that $x^3 = 1$.",
            ["proved", "proved", "unknown"],
        ),
        (
            "Either $x = 0$, and then $x^2 = 0$, or $x = 1$, and then $x^2 = 1$. Therefore $x^2 = 1$.",
            ["unknown", "proved", "proved", "unknown"],
        ),
        (
            "Case 1: $x > 0$. Then $x^3 > 0$.\n\nCase 2: $x < 0$. Then $x^3 < 0$.\n\nAltogether, $x^3 < 0$.",
            ["proved", "proved", "unknown"],
        ),
        ("Suppose that $x > 0$. Then $x^3 > 0$, which is absurd. We conclude that $x^5 > 0$.", ["proved", "unknown"]),
        ("When $x = 0$, $u = 0$, and when $x = 1$, $u = 1$.", []),
        ("If $x > 1$ then $x^2 > x$, but $x^2 > x$ even when $x < 1$.", ["proved", "unknown"]),
        ("There exists a real $x$ with $x^2 = 2$. Hence $x^2 = 2$ for all $x$.", ["refuted"]),
        ("There exists a real $x$ with $x^2 = 2$. Then $x^4 = 4$.", ["proved"]),
        ("In the special case $x > 1$ we have $x^2 > x$. In general, $x^2 > x$.", ["proved", "refuted"]),
        ("Recall that $x^2 \\ge x$ for real $x$.", ["refuted"]),
        ("Let $\\delta$ be real. Then $(t + \\delta)^2 = t^2 + \\delta^2$.", ["refuted"]),
        ("Let $r = 2$.\n\n# Next\n\nLet $r$ be the rank. Then $r^2 = 4$.", ["unknown"]),
        ("Let $r = 2$.\n\n# Next\n\nLet $r$ be as before. Then $r^2 = 4$.", ["proved"]),
        (
            "Here $c = 3$, so $c + 1 = 4$.\n\n# Next\n\nHere $c$ denotes the speed. Then $c + 1 = 4$.",
            ["proved", "unknown"],
        ),
        (
            "Here $c = 3$, so $c + 1 = 4$.\n\n# Next\n\nHere $c$ denotes the same. Then $c + 1 = 4$.",
            ["proved", "proved"],
        ),
        ("Let $f(x) = x^2$. We redefine $f(x) = x^3$. Then $f(2) = 8$.", ["proved"]),
        ("Let $x$ be real. Then $x^3 \\ge x$.\n\nThus $x^3 - x \\ge 0$.", ["refuted", "unknown"]),
        ("Let $x$ be real. Clearly $e^x \\ge 1$. Thus $e^x - 1 \\ge 0$.", ["unknown", "unknown"]),
        ("Let $x$ be real. We know that $x > 3$. Thus $x^2 > 9$.", ["proved"]),
        (
            "Case 1: $q > 0$. Then $|q| = q$.\n\nCase 2: $q < 0$. Then $|q| = -q$.\n\nTherefore $|q| = -q$.",
            ["proved", "proved", "unknown"],
        ),
        (
            "Case 1: $q > 0$. Then $|q| = q$.\n\nCase 2: $q < 0$. Then $|q| = -q$.\n\nTherefore $|q| \\ge 0$.",
            ["proved", "proved", "proved"],
        ),
        ("We have $x = x + 2$. Hence $0 = 2$.", ["refuted", "unknown"]),
        ("Let $x$ be real. We know that $x^2 \\ge x$. Thus $x^2 + 1 \\ge x + 1$.", ["refuted", "unknown"]),
        ("Suppose $c^2 = 4$. Then $c = 2$. Hence $c + 1 = 3$.", ["unknown", "unknown"]),
        ("Suppose $c^2 = 4$ and $c > 0$. Then $c = 2$. Hence $c + 1 = 3$.", ["proved", "proved"]),
        (
            "In (a) let $x > 0$. Then $x + 1 > 1$.\n\nIn (b), $x$ is any number. Then $x + 1 > 1$.",
            ["proved", "unknown"],
        ),
        ("Let $x = 5$. Then $x^2 = 25$. In general, $x^2 = 25$.", ["proved", "refuted"]),
        ("From $2x > 6$ it follows that $x > 3$; conversely, $x > 2$ gives $2x > 6$.", ["proved", "refuted"]),
        ("From $2x > 6$ it follows that $x > 3$; conversely, $x > 3$ gives $2x > 6$.", ["proved", "proved"]),
        ("$\\forall x \\in \\mathbb{R}: x^2 > 0$", ["refuted"]),
        ("Assume $a b = 0$. If $a \\ne 0$, then $b = 0$. Hence $b = 0$.", ["proved", "unknown"]),
        ("Assume $a b = 0$. If $a \\ne 0$, then $b = 0$. Hence $b + 1 = 1$.", ["proved", "proved"]),
        ("Let $x > 0$. Then $|x| = x$, also for $x < 0$.", ["unknown"]),
        ("Let $x > 0$. Then $|x| = x$, also for $x = 1$.", ["proved"]),
        ("Let $x$ be the number of seats. Then $4x + 20 > 2x + 50$, so $x > 15$.", ["unknown", "proved"]),
        ("Solve $x = x + 2$. Hence $0 = 2$.", ["proved"]),
        ("If $n$ is even, then $(-1)^n = 1$. If $n$ is odd, then $(-1)^n = -1$.", ["proved", "proved"]),
        ("Let $n$ be even or odd. Then $(-1)^n = 1$.", ["unknown"]),
        ("If $b$ is negative, then $|b| = -b$. If $b$ is positive, then $|b| = b$.", ["proved", "proved"]),
        ("Let $x > 2$. Then $x^2 > 4$.\n\nExercise 2. Show that $x^2 > 4$.", ["proved", "unknown"]),
        ("Let $x > 2$.\n\nExercise 2. Show that $x^2 > 4$.", ["proved"]),
        ("Exercise 1. Let $x > 2$. Then $x^2 > 4$. Exercise 2: Show that $x^2 > 4$.", ["proved", "unknown"]),
        (
            "Case 1: $x > 1$. Then $x^2 > x$. Case 2: $x < 0$. Then $x^2 > x$. So $x^2 > x$.",
            ["proved", "proved", "unknown"],
        ),
        (
            "Case 1: $x > 1$. Then $x^2 \\ge x$. Case 2: $x < 1$. Then $x < 1$. So $x < 1$.",
            ["proved", "proved", "proved"],
        ),
        (
            "Case 1: $x \\ge 0$. Then $|x| \\ge x$. Case 2: $x < 0$. Then $|x| \\ge x$. So $|x| \\ge x$.",
            ["proved", "proved", "proved"],
        ),
        ("Let $a$ be real. Because $a > 1$, $a^2 > a$.", ["unknown", "unknown"]),
        ("Let $a > 2$. Because $a > 1$, $a^2 > a$.", ["proved", "proved"]),
        ("WLOG $a \\ge b > 0$. Hence for all positive $a$ and $b$ we have $a^2 \\ge ab$.", ["refuted"]),
        ("Let $n > 0$. Then $n^2 \\ge n$.", ["unknown"]),
        ("Let $s > 0$ be the side length of a square. Then $s^2 > s + 6$.", ["unknown"]),
        ("Let $s > 0$ be real. Then $s^2 > s + 6$.", ["refuted"]),
        ("When is $s^2 + t > t^2 + 6$?", []),
        ("Let $m$ be an integer. Then $\\sum_{j=0}^m \\binom mj = 2^m$. So $m \\ge 0$.", ["proved", "unknown"]),
        ("Let $m$ be an integer. Then $\\sum_{j=1}^m j = m(m-1)/2$.", ["refuted"]),
        ("Let $s^2 = 4$ with $s$ positive. Then $s = 2$.", ["proved"]),
        ("We work with $s$ positive or negative. So $s > 0$.", ["unknown"]),
        ("Let $s$ be real. Show that $s$ satisfies $s > 0$. So $s^3 > 0$.", ["unknown", "unknown"]),
        ("Show that if $s$ satisfies $s > 2$ then $s^2 > 4$.", ["proved"]),
        ("Show that every orthogonal matrix $U$ satisfies $\\|Uy\\|^2 = \\|y\\|^2$.", ["proved"]),
        ("Show that not every orthogonal matrix $U$ has $\\|Uy\\|^2 = \\|y\\|^2$.", []),
        ("Let $n > 0$ be rational. Then $n^2 \\ge n$.", ["refuted"]),
        ("Let $n > 0$ be an integer. Then $n^2 \\ge n$.", ["proved"]),
        (
            "We show that $n^2 \\ge 2n$ for all $n \\ge 1$. Assume $n^2 \\ge 2n$. By induction, $n^2 \\ge 2n$.",
            ["refuted"] * 2,
        ),
        ("Suppose $g(x) = g(x) + 1$ for all real $x$. Then $g(0) = 7$.", ["unknown"]),
        ("Suppose $g(x) = g(x + 1) - 1$ for all real $x$. Then $g(1) = g(0) + 1$.", ["proved"]),
        ("Define $f(x) = f(x) + 1$. Then $0 = 1$.", ["unknown", "unknown"]),
        ("Let $b > 0$. Then $|b| = b$. For negative $b$, we have $|b| = b$.", ["proved", "unknown"]),
        ("Let $s$ and $t$ be nonnegative. Then $2\\sqrt{st} \\le s + t$.", ["proved"]),
        ("We have $2\\sqrt{st} \\le s + t$ for all positive reals $s, t$.", ["proved"]),
        (
            "We have $t^3 \\ge 0$ for nonnegative $t$. It is clear that $t^3 \\ge t$ for $t \\ge 0$.",
            ["proved", "refuted"],
        ),
        ("Let $t$ be positive or zero. Then $|t| = t$.", ["unknown"]),
        (
            "Let $t$ be real. Since $t$ is positive, $|t| = t$. Now let $t$ be real. Then $|t| = t$.",
            ["proved", "refuted"],
        ),
        ("If $p$ is an odd prime, then $p^2 \\ge 9$. Let $q$ be a prime. Then $q^2 \\ge 9$.", ["proved", "unknown"]),
        ("For every even $n$: $\\cos(n\\pi) = 1$. For odd $n$: $\\cos(n\\pi) = -1$.", ["proved", "proved"]),
        ("Let $x \\ge 1$, where $x$ is a real number. Then $x^2 \\ge x$.", ["proved"]),
        ("If $x > 0$, then $|x| = x$.\n\nAlso $\\sqrt{x^2} = x$.", ["proved", "unknown"]),
    ],
)
def test_how_far_a_hypothesis_reaches(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_what_is_said_for_all_values_does_not_follow_from_what_is_said_of_some() -> None:
    text = "Let $L > 0$. The best step is $s = \\frac{1}{L}$. For all $s > 0$, $s - \\frac{L s^2}{2} > 0$."
    assert verdicts(text)[-1] == "refuted"
    assert verdicts("Solve $x^2 = 4$. For all $x$ we have $x^2 = 4$.")[-1] != "proved"


def test_nothing_rests_on_a_line_that_fails_or_that_says_the_same_unproved() -> None:
    steps = answered("We know that $|x| = x$.\n\nTherefore $\\sqrt{x^2} = x$.")
    assert [each.judged.verdict for each in steps] == ["unknown", "unknown"]
    assert verdicts("For real $x$, $|x| = x$.\n\nFor real $x$, $|x| = x$.") == ["refuted", "unknown"]  # again


def test_a_goal_is_proved_by_the_lines_that_lead_to_it() -> None:
    text = "Let $a, b$ be real. We show that $2ab \\le a^2 + b^2$.\n\nNow $0 \\le (a - b)^2 = a^2 - 2ab + b^2$."
    assert [each.judged.verdict for each in answered(text)] == ["proved"] * 3


def test_a_letter_is_defined_anew_in_another_lettered_part_and_not_in_the_same() -> None:
    traced = "a) Let $u = 3$. Then $v = u^2 = 9$ and $m = v + 1 = 10$.\n\n{}) In the other order\n\n$$v = m + u = 13$$\n\nso $v = 13$."
    assert verdicts(traced.format("b"))[-2:] == ["proved", "proved"]
    assert "refuted" in verdicts("a) Let $u = 3$. Then $v = u^2 = 9$.\n\nIn the other order\n\n$$v = 2u = 6$$")
    kept = "a) Let $u = 3$. Then $v = u^2 = 9$.\n\nb) We have $v = 3u = 9$ and $v = 10$."
    assert verdicts(kept) == ["proved", "proved", "proved", "refuted"]


def test_a_display_that_ends_with_a_relation_goes_on_in_the_next() -> None:
    assert verdicts("$$2 + 3 =$$\n\n$$5 = 4 + 1$$") == ["proved", "proved"]
    assert verdicts("$$2 + 3 =$$\n\n$$6 = 5 + 1$$") == ["refuted", "proved"]


def test_a_proportion_is_no_bound() -> None:
    assert verdicts("Let $x > 0$. Then $3x^2 \\propto x^2$.") == ["proved"]
    assert verdicts("Let $x > 0$. Then $3x^2 + 1 \\propto x^2$.") == ["refuted"]
    (step,) = answered("For $n \\ge 1$ let $0 \\le E \\le 1/n$. We see that $E \\propto \\frac{1}{n}$.")
    assert step.judged.verdict in ("refuted", "unknown")


def test_a_broken_chain_says_nothing_of_its_first_member() -> None:
    assert verdicts("$$\\sqrt{2} = \\sqrt{3} = 1.732$$") == ["refuted", "proved"]
    assert verdicts("$$\\sqrt{2} = \\sqrt{3} = 1.414$$") == ["refuted", "refuted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For $x = 1$: $x^2 + 2x = 3$.\n\nThe zeros: $x^2 + 2x = 0$, so $x(x + 2) = 0$.", ["proved", "proved"]),
        ("For $x = 1$: $x^2 + 2x = 3$.\n\n$x^2 + x = 3$", ["proved", "refuted"]),
        ("Let $x = 1$. Then $x^2 + 2x = 3$.\n\nNow $x^2 + x = 3$.", ["proved", "refuted"]),
    ],
)
def test_a_value_that_is_taken_for_a_while_ends_with_the_next_sentence_of_another_paragraph(
    text: str, expected: list[str]
) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Simplify: $3(x - 1) = 3x - 3$." "\n\n" r"$\frac{x}{x^2 + x} = \frac{1}{x}$", ["proved", "refuted"]),
        (r"Verify the identity $\cos^2 x = 1 - \sin^2 x$. But $\tan x \cos x = 2 \sin x$.", ["proved", "refuted"]),
        (r"We have $\cos^2 x = 1 - \sin^2 x$. Where is $\tan x \cos x = 2 \sin x$?", ["proved", "unknown"]),
        (r"Simplify: $3(x - 1) = 3x - 3$. Solve $x^2 = 3x + 4$.", ["proved"]),
        (r"Solve $3(x - 1) = 6$. Expand: $3x - 3 = 6$." "\n\n" r"$3x = x + 6$", ["proved", "proved"]),
    ],
)
def test_what_is_asked_of_one_term_is_asked_of_the_next(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$x > 6 \\Rightarrow x > 5$.\n\n$x^2 > 4 \\Rightarrow x > 2$.", ["proved", "unknown"]),
        ("$x > 6 \\Rightarrow x > 5$.\n\n$x > 5 \\Rightarrow x > 2$.", ["proved", "proved"]),
        ("$x > 6 \\Rightarrow x > 5$, so $x^2 > 25 \\Rightarrow x > 4$.", ["proved", "proved", "proved"]),
        ("1. $x > 6 \\Rightarrow x > 5$.\n2. $x^2 > 4 \\Rightarrow x > 2$.", ["proved", "refuted"]),
    ],
)
def test_an_arrow_speaks_of_its_own_premise(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("For $n = 1$: $1 = 1$. Assume $\\sum_{k=1}^n k = n^2$. Hence $\\sum_{k=1}^n k = n^2$ for all $n$.", "refuted"),
        ("For $n = 1$: $1 = 1$. Assume $\\sum_{k=1}^n k = n^2$. By induction, $\\sum_{k=1}^n k = n^2$.", "refuted"),
        (
            "For $n = 1$: $1 = 1$. Assume $\\sum_{k=1}^n (2k - 1) = n^2$. Hence $\\sum_{k=1}^n (2k - 1) = n^2$ for all $n$.",
            "proved",
        ),
        ("Base: $n = 0$. Step: assume $2^n > n^2$. So $2^n > n^2$ for all $n$.", "refuted"),
    ],
)
def test_what_an_induction_supposes_does_not_prove_its_end(text: str, last: str) -> None:
    assert verdicts(text)[-1] == last


def test_a_number_is_not_even_and_odd() -> None:
    assert "proved" not in verdicts("Let $n$ be even. Then $(-1)^n = 1$. Let $n$ be odd. Then $(-1)^n = 1$.")[1:]


@pytest.mark.parametrize("premise", [r"x \,\natural\, 4", r"x^2 > \|v"])
def test_an_arrow_from_what_is_not_read_proves_nothing_by_other_lines(premise: str) -> None:
    assert "proved" not in verdicts("$x > 6 \\Rightarrow x > 5$.\n\n" + rf"${premise} \Rightarrow x > 2$.")[1:]


@pytest.mark.parametrize(
    "lead", ["# Exercise 1\n\n(a) Let $a = 1$. Then $a > 0$.\n\n# Exercise 2\n\n", "- $1 < 2$\n- $2 < 3$\n\n", ""]
)
def test_what_is_said_before_a_list_holds_in_all_its_items_and_what_one_item_supposes_in_no_other(lead: str) -> None:
    said = "Let $b^2 = b$. Then $b^3 = b$."
    assert verdicts(f"{lead}{said}\n\n(a) For all real $c$, $b^2 c = b c$.")[-1] == "proved"
    assert verdicts(f"{lead}(a) {said}\n\n(b) For all real $b$ and $c$, $b^2 c = b c$.")[-1] == "refuted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have $$x - \\frac{x^2}{2} \\le \\ln(1 + x), \\qquad x \\ge 0.$$", ["proved"]),
        ("We have $$x - \\frac{x^2}{2} \\le \\ln(1 + x), \\qquad x > -1.$$", ["refuted"]),
        ("Let $a_{k+1} = a_k - c_k, \\quad c_k > 0$. For all $k$, $c_k^2 + c_k > 0$.", ["proved"]),
        ("We get $$a = 3, \\quad b > 0.$$", ["unknown"]),  # of another letter: what is found
        ("Let $x > 0$. Then $$x^2 > 0, \\quad x > 1.$$", ["proved", "unknown"]),
    ],
)
def test_a_condition_may_stand_behind_a_formula_without_a_word(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_number_of_one_exercise_is_a_sequence_in_the_next() -> None:
    text = "# Exercise 1\n\nFor $x > 0$ we have $x^2 > 0$.\n\n# Exercise 2\n\nLet $x_{k+1} = 2 x_k$. Then $x_{k+1} - x_k = x_k$."
    assert verdicts(text) == ["proved", "proved"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Let $u$ and $v$ be independent. ", "refuted"),  # which says nothing of a and b
        ("All numbers are independent. ", "unknown"),
        ("Let $a$ and $b$ be normalized. ", "unknown"),
        ("We have $P(A) \\le e^{-a}$. ", "refuted"),
    ],
)
def test_what_is_said_of_other_letters_stands_against_no_refutation(before: str, expected: str) -> None:
    said = before + "For all vectors $a$ and $b$, $\\|a + b\\|^2 = \\|a\\|^2 + \\|b\\|^2$."
    said = said if "P(A)" not in before else before + "For all real $a$, $e^{-a} = 1 - a$."
    assert verdicts(said)[-1] == expected


def test_a_value_that_is_taken_ends_with_the_display_that_ends_its_sentence() -> None:
    text = "For all $x$ and $y$ $$(x - y)^2 \\ge 0.$$ Taking $y = x$ gives $$x^2 - 2xy + y^2 = 0.$$\n\nWe expand {}: $x^2 + y^2 = 2xy$."
    assert verdicts(text.format("the square"))[-1] != "proved"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $q_1,\\dots,q_n \\in \\mathbb{R}^d$ be orthonormal, and let $x=\\sum_{i=1}^n c_i q_i$. Then $\\|x\\|^2=\\sum_{i=1}^n c_i^2$.",
            "proved",
        ),
        (
            "Let $q_1,\\dots,q_n \\in \\mathbb{R}^d$ be orthonormal, and let $x=\\sum_{i=1}^n c_i q_i$. Then $\\|x\\|^2=\\sum_{i=1}^n c_i$.",
            "refuted",
        ),
        ("Suppose $A$ and $B$ are invertible. Then $(AB)^{-1}=A^{-1}B^{-1}$.", "refuted"),
        ("If $N^3=0$, then $(I-N)(I+N+N^2)=I$.", "unknown"),  # N and I may be matrices
        (
            "Let $w_\\lambda = a - \\lambda b$. Then $\\|w_\\lambda\\|^2 = \\|a\\|^2 - 2\\lambda\\langle a, b\\rangle + \\lambda^2\\|b\\|^2$.",
            "proved",
        ),
        ("We have $\\lim_{\\lambda\\to0} c_\\lambda^2 = c_\\lambda^2$.", "not understood"),
        ("Let $\\lambda > 0$. Then $\\frac{d}{d\\lambda} (\\lambda c_\\lambda) = c_\\lambda$.", "not understood"),
        ("On $[0,1]$, however, $|x^2-y^2| = |x-y||x+y|\\le2|x-y|$.", "unknown"),
        ("For all real $x, y$, $|x^2-y^2| = |x-y||x+y|\\le2|x-y|$.", "refuted"),
        (
            "The stationarity conditions are \\begin{align*} 2(x-1)+c&=0,\\\\ 4(y+2)+c&=0,\\\\ x+y&=2. \\end{align*} "
            "They give $x-1=2(y+2)$, i.e. $x=2y+5$.",
            "proved",
        ),
        ("For every $n\\in\\mathbb{N}$, $n\\ge1$, we have $n^2 \\ge n$.", "proved"),
        ("For every $n\\in\\mathbb{N}$, $n\\ge1$, we have $n^2 = n$.", "refuted"),
        ("Let $f(x) = x^2$ attain its minimum at $c$. Then $f(c) \\le f(x)$ for all $x$.", "unknown"),
        ("Let $f(x)=x^2$. Show that $f$ is Lipschitz with constant 2. We have $f'(x) = 2x$.", "proved"),
        (
            "Minimise $f(x,y)=x^2+xy+y^2-3x$. We have $\\frac{\\partial f}{\\partial x}=2x+y-3$ and "
            "$\\frac{\\partial f}{\\partial y}=x+2y$. From the second equation $x=-2y$; inserting gives $-4y+y-3=0$, so $y=-1$.",
            "proved",
        ),
    ],
)
def test_what_a_university_text_says_of_its_letters(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Neither $a > 0$ nor $b > 0$. Hence $a + b > 0$.",
        "At least one of $a = 0$, $b = 0$ holds. So $a = 0$.",
        "We do not assume $x > 0$. Then $x + 1 > 1$.",
        "Let $x > 0$. Then $1 > 0$.\n\nNow drop the assumption $x > 0$. Then $x + 1 > 1$.",
        "We ask whether $x > 3$. Then $x > 2$.",
        "Is $x > 3$? Then $x > 2$.",
        "Here $x > 2$ only if $y > 3$. Let $y > 3$. Then $x > 2$.",
        "By symmetry let $a \\ge b$. Then $1 > 0$. Hence $a - b \\ge 0$ for all real $a, b$.",
        "For all real $u, v \\ne 0$ we have $\\log(uv) = \\log u + \\log v$.",
        "For any real $u$, $\\frac{u^2 - 4}{u - 2} = u + 2$.",
        "For all $u$ there is $v$ with $u + v = 0$. Hence there is $v$ such that for all $u$, $u + v = 0$.",
        "Let $a \\ge b$. Then $1 > 0$. It follows that $a - b \\ge 0$ for arbitrary $a$ and $b$.",
        "Let $x > 0$. Then $1 > 0$. Hence $|x| = x$ for all real $x$.",
        "Let $f(x) = x^2$ for $x > 0$ and $f(x) = -x$ otherwise. Then $f(-2) = 4$.",
        "Let $f(x) = x$ on $[0, 1]$ and $f(x) = 2 - x$ on $[1, 2]$. Then $f(2) = 2$.",
        "Let $a_n = 1$ if $n$ is even and $a_n = 0$ if $n$ is odd. Then $a_3 = 1$.",
        "Let $s = \\ln r$. Then $r = e^s$ for all real $r$.",
        "Let $p$ and $q$ be odd, so $p = 2k + 1$ and $q = 2k + 1$. Then $p = q$.",
        "Suppose $g(t) \\ge 0$. For all $t > 0$ we have $g(3t) \\ge 0$.",
        "Suppose $g(t) \\le 1$ for all $t$. For $t \\ge 5$, $g(t) \\le 0$. Hence $g(7) \\le 0$.",
        "There exists $c$ with $g(t) \\le c$ for all $t$. Let $c = 1$. Then $g(3) \\le 1$.",
        "For all $u$ there is $v$ with $v > u$. So there is $v$ such that $v > u$ for all $u$. In particular $v > v$.",
        "Let $P(A) = 1/2$ and $P(B) = 1/5$. Then $P(A \\cap B) = P(A) P(B)$.",
        "Let $A$ and $B$ be independent of $C$. Then $P(A \\cap B) = P(A) P(B)$.",
        "Let $E[V | W] = W$. Moreover $V = W$ and $E[V^2] = E[W^2]$.",
        "Let $x$ be the difference of two positive numbers. Then $x > 0$.",
        "Let $k$ be an integer and $n$ be odd. Then $n = 2k + 1$.",
        "Let $s = \\ln r$. For all real $r$ we have $s = s$ and $r > 0$.",
        "Let $f(x) = x^2$ and let $c$ be a minimizer of $f$ over $x \\ge 3$. Then $f(c) \\le f(0)$.",
    ],
)
def test_what_is_left_open_or_holds_for_some_only_proves_nothing(text: str) -> None:
    assert ["unknown", *verdicts(text)][-1] != "proved"


@pytest.mark.parametrize(
    "text",
    [
        "What is $f(3)$, if $f(x) = x^2$? We get $f(3) = 9$.",
        "For all real $u$, $\\frac{1}{u} + \\frac{1}{u + 2} = \\frac{2u + 2}{u(u + 2)}$.",
        "For all real $u$, $\\tan u = \\frac{\\sin u}{\\cos u}$.",
        "There is $c > 0$ such that $f(u) \\le c u^2$ for all $u$. Hence for all $u$, $2 f(u) \\le 2 c u^2$.",
        "Let $a \\ge b$. Hence $a - b \\ge 0$ for all such $a$.",
        "The root is real if and only if $x \\ge 0$. Let $x \\ge 0$. Then $|x| = x$.",
        "Let $b_0 = 1$ and $b_{n+1} = 2 b_n$ for $n \\ge 0$. Then $b_1 = 2$.",
        "Let $g(x) = x^2$ for $x > 0$. Then $g(2) = 4$.",
        "To see whether it is large, note that $2 + 2 = 4$.",
        "Since neither of them vanishes, we get $2 + 2 = 4$.",
        "Let $s = \\ln r$ with $r > 0$. Then $r = e^s$ for all $r$.",
        "Let $n$ be odd, so $n = 2k + 1$. Then $n^2 = 4k(k + 1) + 1$.",
        "Suppose $g(t) \\le 1$ for all $t$. For $t \\ge 5$, $g(t) \\le 2$.",
        "Let $f(x) = (x - 3)^2$. Let $c$ be a minimizer of $f$. Then $f(x) \\ge f(c)$ for every $x$.",
        "Let $g$ be a function and $c$ a maximizer of $g$. Then $g(x) \\le g(c)$ for every $x$.",
        "Let $N^2 = N = N^\\top$. Then $N^\\top N = N$.",
        "Let $A$ and $B$ be independent with $P(A) = 1/2$. Then $P(A \\cap B) = P(B)/2$.",
    ],
)
def test_what_is_supposed_in_such_words_proves_what_follows(text: str) -> None:
    assert verdicts(text)[-1] == "proved"


@pytest.mark.parametrize(
    ("condition", "inside", "outside"),
    [
        ("for all $x$ with $x > 0$", "f(2)", "f(-1)"),
        (r"for all $x \ge 2$", "f(4)", "f(1)"),
        (r"for all real $x \in [2, 3]$", "f(5/2)", "f(1)"),
        ("for every $x$, where $|x| < 1$", "f(1/2)", "f(2)"),
        (r"for all $x \in \mathbb{R}_+$", "", "f(-1)"),
        ("for all $x$ that are positive", "", "f(-1)"),
        ("for all $x$ in $(0, 1)$", "", "f(2)"),
        (r"for all $x \in S$", "", "f(1)"),
        ("for all real numbers $x$", "f(-1)", ""),
        ("for all $n > 4$", "a_6", "a_1"),
        (r"for all $n \ge N$", "a_{N+2}", "a_1"),
        (r"for $n \ge 5$", "a_7", "a_1"),
        (r"for $n \ge 1$", "a_7", ""),
        (r", $n \ge 2$", "a_7", "a_1"),
        ("for all $x$, and here we use that it is smooth", "f(1)", ""),
        ("for all $x$ away from the kink", "", "f(0)"),
        ("for all $n$ with $n = 3$", "", "a_1"),
        ("for every $x$ once $x > 3$", "", "f(0)"),
        ("for all even $n$", "", "a_1"),
        ("for infinitely many $n$", "", "a_1"),
        ("for $n$ large enough", "", "a_1"),
        ("where $n$ is a multiple of four", "", "a_1"),
        ("where $n$ is a positive integer", "a_7", ""),
        (r"infinitely often, while $n \ge 0$", "", "a_1"),
    ],
)
def test_what_is_supposed_under_a_condition_is_supposed_nowhere_else(condition: str, inside: str, outside: str) -> None:
    subject = "a_n" if condition.split("$")[1][0] == "n" else "f(x)"
    for value, verdict in ((inside, "proved"), (outside, "unknown")):
        if value:
            text = rf"Suppose ${subject} \le 3$ {condition}. Then ${value} \le 3$."
            assert verdicts(text)[-1] == verdict, text


def test_a_condition_in_the_row_of_what_is_supposed_leaves_indices_out() -> None:
    for row in (r"\text{for all } n \text{ that are odd}", r"\ \forall n > 4"):
        assert verdicts(rf"Let $b_n \le 3 {row}$. Then $b_2 \le 3$.") == ["unknown"], row
    assert verdicts(r"Let $b_n \le 3 \text{ for all } n$. Then $b_2 \le 3$.") == ["proved"]
    assert (
        verdicts("Suppose that for all $x$ we have $f(x) \\ge 2$ if $x$ is even. Then $f(1) \\ge 2$.")[-1] == "unknown"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $x > 2$. Then $x^2 > 5$.", "r"),
        ("Let $x > 2$. Then $x^2 > 4$.", "p"),
        ("Since $0 < x < 1$, we get $x^2 > 1/2$.", "r"),
        ("Let $t \\in [-1/2, 1]$. Hence $t^2 \\in [0, 1/4]$.", "r"),
        ("Suppose that $a, b > 0$. Then $a + b > 1$.", "r"),
        ("Let $n \\ge 1$ be an integer. So $n^2 \\ge 2$.", "r"),
        ("Let $n \\ge 1$ be an integer. So $n^2 \\ge 1$.", "p"),
        ("We work over the integers.\n\nIf $x > 1$, then $x^2 \\ge 4$.", "u"),
        ("Let $k > 0$. Then $k^2 \\ge 1$.", "u"),  # it may be a whole number
        ("Let $d > 1$ and $T > 1$. Then $dT \\ge 4$.", "u"),
        ("Let $k > 0$ be an integer. Then $k^2 \\ge 2$.", "r"),
        # Behind lines that are proved, too:
        ("Let $x > 0$. Then $(x - 1)^2 \\ge 0$, so $x + 1/x \\ge 3$.", "pr"),
        ("Let $x > 0$. Then $(x - 1)^2 \\ge 0$, so\n$$x + \\frac1x \\ge 3.$$", "pr"),
        ("Let $x > 0$. Then $(x - 1)^2 \\ge 0$. Dividing by $x$, we get $x + 1/x \\ge 2$.", "pp"),
        ("Let $x > 0$. Then $x^2 + 1 > x$. Now $x^2 - 3x > 0$ must hold, so $x > 3$.", "puu"),
        ("Let $x > 0$. Hence $x + 1/x \\ge 3$ by AM-GM.", "r"),
        ("For all real $x, y$ we have $x^2 + y^2 \\ge 2xy$. Since $(x - y)^3 \\ge 0$, we get $x^3 \\ge 0$.", "prr"),
        ("Let $x$ be a real number. Since $x^2 + 1 \\ge 2x$, we get $x^2 \\ge 2x - 1$.", "pp"),
        ("We have $\\cos 2x = 1 - 2\\sin^2 x$. Hence $\\sin^2 x = \\frac{1 - \\cos 3x}{2}$.", "pr"),
        ("We have $\\cos 2x = 1 - 2\\sin^2 x$. Hence $\\sin^2 x = \\frac{1 - \\cos 2x}{2}$.", "pp"),
        ("Let $a_n = 1/n$. Then $a_n - a_{n+1} = \\frac{1}{n(n+1)} < 0$, so the sequence decreases.", "pr"),
        ("Let $f(x) = x^2 - 2x$. Then $f(x) = x(x - 2) > 0$, so $x > 2$ or $x < 0$.", "puu"),
        ("Suppose $\\|v_t\\| \\le r$ for all $t$. Then $\\sum_{t=1}^T \\|v_t\\|^2 \\le r^2 T / 2$.", "r"),
        (
            "By Cauchy-Schwarz, $(\\sum_{i=1}^n a_i)^2 \\le n \\sum_{i=1}^n a_i^2$. Hence $\\sum_{i=1}^n a_i \\ge 0$.",
            "pu",
        ),
        ("Then $x^2 + 1 \\ge \\frac{x}{3x} = \\frac12$.", "pr"),
        ("By Cauchy-Schwarz, $(\\sum_{i=1}^n a_i)^3 \\le n \\sum_{i=1}^n a_i^2$.", "r"),
        ("Then $(\\sum_{i=1}^n p_i x_i)^2 \\le 2\\sum_{i=1}^n p_i x_i^2$. Here the $p_i$ are weights.", "u"),
        # Other words, which may say more of the letters, or that the line is no claim:
        ("If moreover $x > 2$, then $x^2 > 5$.", "u"),
        ("Let $x > 0$. Then $x^2 < 4$ is possible.", "u"),
        ("Let $x > 0$. Then we need $x^2 > 4$.", "u"),
        ("Let $x > 0$. Then $x^2 - 3x > 0$ gives $x > 3$.", "uu"),
        ("Let $x \\ge 0$. Then $x^2 - 4x + 3 \\le 0$ exactly on $[1, 3]$.", "u"),
        ("Let $x > 0$ be a solution of the equation above. Then $x^2 > 10$.", "u"),
        ("Let $x$ be the larger root of $p$.\n\nLet $x > 0$. Then $x^2 > 10$.", "u"),
        ("## A\n\nLet $x$ be the larger root of $p$.\n\n## B\n\nLet $x > 0$. Then $x^2 > 10$.", "r"),
        ("Let $x > 0$. Then it suffices that $x^2 > 4$.", ""),
        ("Let $x > 3$. It suffices to show that $x^2 > 10$.", "r"),
    ],
)
def test_an_inequality_with_a_number_is_claimed_where_words_say_no_more(text: str, expected: str) -> None:
    assert "".join(word[0] for word in verdicts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $x \in [0, 1]$. Then $x + 1 \in [1, 2]$ and $x^2 \in [0, 1]$.", "pp"),
        (r"Let $x \in [0, 1]$. Then $x + 1 \in [1, 1.5]$. Note that $x^2 \in [0, 0.5]$.", "ru"),
        (r"Let $x \in [0, 1]$. So $x^2 \in [0, 0.5]$. Hence $x \in [0, 0.5]$.", "rr"),
        (r"Let $p \in (0, 1)$. Then $p(1 - p) \in (0, \frac14]$ and $1 - p \in (0, 1)$.", "pp"),
        (r"Let $x \in [0, 1]$. It follows that $x \in [0, 2]$.", "p"),
        (r"Then $a, b \in (0, 1)$, and so $ab < 1$.", "p"),  # brought in
        (r"Let $x \in [0, 1]$. Then there is $c \in (0, 1)$ with $c = x / 2$.", ""),
        (
            r"We have labels $y_i \in \{-1, 1\}$ and values $g(t) \in [0, 1]$. Then $y_i^2 = 1$ and $g(t)^2 \le g(t)$.",
            "pp",
        ),
        (r"Let $\eta \in (0, 1)$. So $\rho = |1 - \eta| \in [0, 1)$ and $x = 2 \eta \in (0, 1)$.", "pr"),
        ("If $2x \\in [0, 1]$, then $x \\le 1/2$.\n\nLet $x \\in [2, 3]$. Then $x^2 \\in [4, 9]$.", "pp"),  # another x
    ],
)
def test_where_a_term_lies_is_claimed(text: str, expected: str) -> None:
    """Whatever was said to lie in a set was supposed to: a false line was silent, and all that it implies proved."""
    assert "".join(each[0] for each in verdicts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $A, B$ be $n \\times n$ matrices with $AB = BA$. Then $(A + B)^2 = A^2 + 2AB + B^2$.\n\n"
            "For all $n \\times n$ matrices $A, B$ we have $(A + B)^2 = A^2 + 2AB + B^2$.",
            "pr",
        ),
        (
            "Let $A$ be an invertible matrix. Then $A^{-1} A = I$.\n\nLet $A$ and $B$ be square matrices with $AB = 0$. "
            "Then $B = 0$.",
            "pu",
        ),
        (
            "Let $A$ and $B$ be symmetric matrices with $AB = BA$. Then $(AB)^T = AB$.\n\n"
            "For symmetric matrices $A$ and $B$ we have $(AB)^T = BA$ and $(AB)^T = AB$.",
            "ppr",
        ),
        ("Let $A$ be an invertible matrix. Let $B$ be a matrix with $AB = I$. Then $BA = I$.", "p"),
        ("Let $y > 3$. Then $y^2 > 9$.\n\nLet $x$ and $y$ be real numbers. Then $y^2 > 9$.", "pu"),
        (
            "Let $a \\equiv b \\pmod 6$. Then $a \\equiv b \\pmod 3$. Conversely, let $a \\equiv b \\pmod 3$. "
            "Then $a \\equiv b \\pmod 6$.",
            "pr",
        ),
        ("Let $x > 0$. Suppose $xy > 0$. Then $y > 0$. Conversely, suppose that $y > 0$. Then $xy > 0$.", "pp"),
        ("Let $f(x) = x^2 - 4x$. Setting $f'(x) = 0$ gives $x = 2$.\n\nFor $x \\ge -2$ we have $f(x) \\le -3$.", "pu"),
        ("Let $f(x) = x^2 - 4x$. Setting $f'(x) = 0$ gives $x = 2$. Hence $f(x) \\le -3$.", "pp"),
        ("Let $g(x) = x^3 - 3x$. So $g'(x) = 0$ gives $x = 1$ and $x = -1$.", "p"),
        ("Let $g(x) = x^3 - 3x$. So $g'(x) = 0$ gives $x = 1$.", "r"),
        (
            "Define $f(x) = x + 1$ for $x \\ge 0$ and $f(x) = 1 - x$ for $x < 0$. Then $f(-2) = 3$ and $f(x) = 1 - x$.",
            "pu",
        ),
        ("If $x > 0$, then $|x| = x$. $|x| = x$.", "pu"),
        ("Let $a^2 = b^2$ with $a, b > 0$. Then $a = b$. Let $a^2 = b^2$. Then $a = b$.", "pr"),
        ("Let $n = 5$. If $n$ were $6$, then $2n + 1 = 13$.", "p"),
        (
            "If $n$ is $6$, then $2n = 12$. If $n$ equals $7$, then $2n = 14$. When $n$ is equal to $8$, $2n = 14$.",
            "ppr",
        ),
        ("Let $n = 5$. Had $n$ been $4$, we would have $n^2 = 16$.", "u"),
        (
            "Let $x > 0$ and $y = \\sqrt x$. If $x = 9$, then $y = 3$. If $y = 4$, then $x = 16$. Always $x - 1 = (y - 1)(y + 1)$.",
            "ppp",
        ),
        (
            "Let $A = 2w^2$ with $w > 0$. If $w = 5$, then $A = 50$. If $A = 18$, then $w = 3$. If $A = 18$, then $w = 4$.",
            "ppr",
        ),
        ("If the sum is $33$, then $3n = 33$, so $n = 11$. If the sum is $45$, then $n = 15$.", "pu"),
        ("If the sum is $33$, then $3 + 3 = 7$.", "r"),
        ("For $y > 0$ we have $y^3 > 0$. For $x > 0$ we have $xy > 0$.", "pu"),
        ("For $y \\le 1$ we have $y^3 \\le 1$. For $x > 0$ we have $xy \\le x$.", "pp"),
        ("Let $S = \\sum_{k=1}^{n} k$. For $n = 10$, $S = 55$. For $n = 4$, $S = 11$.", "pr"),
        ("For $x = 1$, $y = 2$ we have $x + y = 3$.", "p"),
        (
            "Let $a, b, c$ be the sides of a triangle, so $a < b + c$, $b < a + c$, $c < a + b$. "
            "Then $a^2 + b^2 + c^2 < 2(ab + bc + ca)$. Then $a^2 + b^2 > c^2$.",
            "uuupr",
        ),
        ("If $x > 0$ and $y > 0$ then $xy > 0$. If $x < 0$, then $xy < 0$.", "pu"),
        ("For $x > 0$ and $y > 0$ we have $xy > 0$. For $x < 0$ we have $xy < 0$.", "pu"),
        ("Let $x, y$ be real. If $y > 0$ then $y^3 > 0$. If $x > 0$, then $xy > 0$.", "pu"),
        ("If $x > 0$, then if $y > 0$, we have $xy > 0$. If $x < 0$, then $xy < 0$.", "pu"),
        ("If $x \\ge 0$, there are two cases. If $y \\ge 0$, then $|xy| = xy$. If $y < 0$, then $|xy| = -xy$.", "pp"),
        ("If $x > 0$, then $x^2 > 0$. If moreover $y > 0$, then $xy > 0$. Then $x + y > 0$.", "ppp"),
        ("Suppose $x > 0$. If $y > 0$ then $xy > 0$. If $z > 0$ then $xz > 0$.", "pp"),
        ("Let $0 < a < b$. Then $a^2 < b^2$.\n\nNow let $a < b$. Then $a^2 < b^2$ and $a^3 < b^3$.", "prp"),
        ("Let $0 < x < 1$. Then $x^2 < x$.\n\nThen $x^2 < x$ for all $x$. And $x^2 < 1$ for all such $x$.", "pup"),
        (
            "We minimise it subject to $x + y = 1$. Then $y = 1 - x$. For all $x, y$ we have $x^2 + y^2 \\ge 0$ and $x^2 + y^2 \\ge 1/2$.",
            "ppu",
        ),
        ("Let $x > 0$. Then $\\ln x \\le x - 1$. Moreover $\\ln x < x$ for all $x$.", "pp"),
        (
            "**Lemma.** Let $a, b \\ge 0$. Then $a + b \\ge 2\\sqrt{ab}$.\n\nApplying the lemma with $a = x$ and $b = 1/x$ we get "
            "$x + 1/x \\ge 2$.\n\nLet $x > 0$. By the lemma with $a = x$ and $b = 1/x$, $x + 1/x \\ge 2$.",
            "pup",
        ),
        ("There is an integer $n$ such that $n^2 = 2$. Then $n^4 = 4$. Hence $4 = n^4$.", "uu"),
    ],
)
def test_what_was_said_of_other_values_proves_nothing_of_these(text: str, expected: str) -> None:
    """Other matrices of a name, all x after a certain one, the other direction of an equivalence."""
    assert "".join(each[0] for each in verdicts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $a = b$. Then $a^2 = ab$. Dividing by $a - b$ gives $a + b = b$. So $2b = b$.", "pru"),
        ("Let $a = b$. Then $a^2 = ab$. Hence $a + b = b$. So $2b = b$.", "puu"),
        ("Let $x$ be a real number with $x(x - 1) = x$. Dividing by $x$ gives $x - 1 = 1$.", "r"),
        ("Let $x$ be a nonzero number with $x(x - 1) = x$. Dividing by $x$ gives $x - 1 = 1$.", "p"),
        ("Suppose $xy = xz$. Cancelling $x$ gives $y = z$.", "r"),
        ("Suppose $xy = xz$ with $x \\neq 0$. Cancelling $x$ gives $y = z$.", "p"),
        ("Suppose $x + y = 10$. Since Tom has four more, $x - y = 4$. Adding gives $2x = 14$, so $x = 7$.", "pp"),
    ],
)
def test_what_comes_of_a_hypothesis_is_no_equation_to_be_solved(text: str, expected: str) -> None:
    assert "".join(each[0] for each in verdicts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We show that $2ab \\le a^2 + b^2$ for real $a, b$. Suppose not. Then $2ab > a^2 + b^2$, which is impossible.",
            "p",
        ),
        (
            "We claim that $x^2 + 1 > x$ for all real $x$. Assume the contrary. Then $x^2 + 1 \\le x$, a contradiction. "
            "Hence $x^2 + 1 > x$. So $x^2 > x$.",
            "ppr",
        ),
        ("For all integers $n$, $n^2 \\equiv 1 \\pmod 8$.", "r"),
        ("For all integers $n$, $2 \\mid n^2 + n$.", "p"),
    ],
)
def test_what_is_supposed_to_be_refuted_and_what_is_said_of_all(text: str, expected: str) -> None:
    assert "".join(each[0] for each in verdicts(text)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (r"$a_{n+1} = \frac{a_n}{1 + a_n}$ for $n \ge 1$", "pprp"),
        (r"$a_{n+1} = \frac{a_n}{1 + a_n}$", "pprp"),
        (r"$a_{n+1} = \frac{a_n}{1 + a_n}$ for all $n \ge 2$", "r"),  # which says nothing of $a_2$
        (r"$a_0 = 5$, $a_{n+1} = \frac{a_n}{1 + a_n}$", "uuuu"),  # which contradicts $a_1 = 1$
    ],
)
def test_a_rule_begins_where_its_sequence_does(rule: str, expected: str) -> None:
    """It spoke of the member before the first, too, for which there was no number."""
    given = rf"Let $a_1 = 1$ and {rule}."
    text = rf"{given} Then $a_2 = \frac12$, $a_3 = \frac13$, $a_4 = \frac15$ and $a_n = \frac1n$ for all $n \ge 1$."
    assert "".join(each[0] for each in verdicts(text)).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $a_n = \frac{1}{n}$. Then $a_n = 5$ for all $n$.", "r"),
        (r"Let $a_n = \frac{1}{n}$. Then $0 < a_n \le 1$ for all $n$, and $a_{n+1} < a_n$.", "ppp"),
        (r"Let $a_n = \frac1n$ and $b_n = \frac{1}{n+1}$. Then $b_n = a_n$, $b_n = a_{n+1}$.", "rp"),
        (r"Let $\eta_t = \frac{1}{\mu t}$ with $\mu > 0$. Then $\mu t \eta_t = 1$.", "p"),
        (r"Let $n$ be an integer and $a_n = \sqrt{n}$. Then $a_n \ge 0$ and $a_n^2 = 4$.", "pu"),
        (r"Suppose $a_n \le \frac1n$ for all $n$. Then $a_n \le 1$. $a_n \le -3$.", "pu"),
        (r"Suppose $a_n \le 3$ for all $n \ge 5$. Then $a_n \le 4$ for all $n$.", "u"),
        (r"Suppose that $n a_n = 1$ for all $n \ge 1$. Then $a_n = \frac1n$.", "p"),
        (r"Suppose that $n a_n = 1$ for all $n$. Then $a_n = 5$.", "u"),
        (r"Let $v_n = n$ and $u_n = \frac{1}{v_n}$. Then $u_n \le 1$. $u_3 = 2$.", "pu"),
        (
            r"Let $A = (a_{ij})$ be an $n \times n$ matrix with $a_{ij} = \frac{1}{i - j}$. Then $a_{12} = -1$. $a_{12} = 4$.",
            "pu",
        ),
        (r"Let $A = (a_{ij})$ be a $3 \times 3$ matrix with $a_{ij} = \frac{1}{i + j}$. Then $a_{12} = \frac13$.", "p"),
        (r"Suppose $f(x) = \frac{f(x + 1)}{x}$ for all $x$. Then $f(3) = 2f(2)$. $f(0) = f(1)$.", "pu"),
        (r"Let $q_n = \frac{a_{n+1}}{a_n}$ with $a_n = n$. Then $q_1 = 3$.", "u"),  # this was an error
    ],
)
def test_the_members_of_a_sequence_begin_where_their_formula_has_a_value(text: str, expected: str) -> None:
    """1/n was said of n = 0 too, which nothing meets: anything was proved of a sequence with a_n = 1/n."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $x$ be real. $x^2 > 9$ is implied by $x > 3$.", "pu"),
        ("Let $x$ be real. $x > 3$ is implied by $x^2 > 9$.", "uu"),
        ("Let $a$ and $b$ be real. The inequality $a^2 = b^2$ follows from $a = b$. So $a - b = 0$.", "puu"),
        ("Let $x \\ge 0$ be real. $x \\ge 1$ follows from $x^2 \\ge x$.", "uu"),
        ("Let $x$ be real. The claim $x^2 + 1 > 0$ follows from $x^2 \\ge 0$.", "pp"),
        ("Let $x$ be real. $x^2 + 1 = (x + 1)^2$ follows from $(x + 1)^2 = x^2 + 1$.", "ur"),
    ],
)
def test_what_a_line_follows_from_stands_behind_it(text: str, expected: str) -> None:
    """It was read as what follows: "$x > 3$ is implied by $x^2 > 9$" was proved, and a right line before "follows from" refuted."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The case $x = 0$ cannot occur. So $xy = 0$.", "u"),
        ("It would be wrong to say $x > 2$. So $x^2 > 4$.", "u"),
        ("The case $x = 0$ is trivial. So let $x \\ne 0$. Then $x/x = 1$.", "p"),
        ("The case $x = 0$ is trivial. Then $x^2 = 0$.", "u"),
        ("In the case $x = 0$, $x^2 = 0$.", "p"),
    ],
)
def test_a_case_that_is_passed_over_is_not_supposed(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $u, v$ be vectors with $\\langle u, v \\rangle = 0$. Then $u = 0$ or $v = 0$. Hence $\\|u + v\\| = \\|u\\| + \\|v\\|$.",
            "uu",
        ),
        ("Let $u, v$ be vectors with $\\|u\\| = 0$. Then $u = 0$. Hence $\\|u + v\\| = \\|u\\| + \\|v\\|$.", "pp"),
        ("Let $u$ and $v$ be vectors. Then $u = v$. Hence $\\|u\\| = \\|v\\|$.", "uu"),
        ("Let $f(x) = x^3$. Since $f'(0) = 0$, $x = 0$ is a minimizer of $f$, so $f(x) \\ge 0$.", "pu"),
        ("Let $f(x) = x^2$. Since $f'(0) = 0$, $x = 0$ is a minimizer of $f$, so $f(x) \\ge 0$.", "pp"),
        ("For example, $x = 2$. Then $x + 1 = 3$. For every $x$ we have $x + 1 = 3$.", "pr"),
        ("For example, $x = 2$. Then $x + 1 = 3$. For every $x$ we have $x + 1 > x$.", "pp"),
        ("If $x \\ge 0$ then $|x| = x$, else $|x| = x$.", "pu"),
        ("If $x \\ge 0$ then $|x| = x$. If not, $x^2 = |x|$.", "pu"),
        ("If $x \\ge 0$ then $|x| = x$. If not, $|x| = |-x|$.", "pp"),
    ],
)
def test_what_is_claimed_or_said_of_one_value_is_not_supposed(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $f(x) = x^2$. Then $f(3) = 9$. Now consider $f(x) = 2x$ instead. Then $f(3) = 6$.", "pp"),
        ("Let $f(x) = x^2$. Then $f(3) = 9$. Now consider $f(x) = 2x$. Then $x = 0$ or $x = 2$.", "pp"),
        ("For instance $a = 3$, $b = 4$: $a^2 + b^2 = 25$. Also $a = 0$, $b = 5$: $a^2 + b^2 = 25$.", "pp"),
        ("For instance $a = 3$, $b = 4$: $a^2 + b^2 = 25$. Also $a = 1$, $b = 5$: $a^2 + b^2 = 25$.", "pr"),
        (
            "Let $f(x) = x^3 - 3x$. $f'(x) = 3x^2 - 3 = 0$ gives $x = 1$ and $x = -1$. $x = 1$ is a minimum, as $f''(1) = 6$.",
            "ppp",
        ),
        ("Solve $2x - 4 = 0$. So $x = 3$ is the root.", "r"),
    ],
)
def test_what_is_looked_at_beside_what_was_said(text: str, expected: str) -> None:
    """Right lines were refuted: of another function of that name, other numbers, one of several places."""
    tells(text, expected)


def test_but_behind_a_claim_leaves_no_values_out() -> None:
    """ "But" behind a comma was read as an exception from "for all"."""
    tells(r"For all real $u$ we have $u^2 \ge 0$, but $u^2 \ge 1$.", "pr")
    tells(r"For all real $u$ but $u = 0$ we have $u^2 > 0$.", "u")


def test_what_words_claim_of_where_a_letter_lies_is_no_slip_behind_it() -> None:
    tells(r"Hence $q$ is in $[0, 1]$. Then $q^2 \le q$. But $r^2 \ge r$ for all real $r$.", "ur")
    tells(r"Let $s$ be in $[0, 1]$. Then $s^2 \le s$.", "p")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then $x^2 \\le x$ for all $x \\in [0, 1]$.", "p"),
        ("Then $x^2 \\le x$ for all $x \\in [0, 2]$.", "r"),
        ("Let $y > 0$. Then $x^2 \\le xy$ for $x \\in [0, y]$.", "p"),
        ("Then $x y \\ge 0$ for all $x, y \\in [0, 1]$.", "p"),
        ("Then $x y \\ge 0$ for all $x, y \\in [-1, 1]$.", "r"),
        ("Then $x^3 = x$ for $x \\in \\{-1, 0, 1\\}$.", "p"),
        ("Then $x^3 = x$ for $x \\in \\{-1, 0, 2\\}$.", "r"),
        ("Then $x^2 \\ge 1$ for all $x \\in \\mathbb{R}$.", "r"),
        ("Then $x > 0$ for all $x \\in S$.", "u"),
    ],
)
def test_the_set_behind_a_claim_says_where_its_letters_lie(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $x$ be real. Then $x^2 < 9 \\implies x \\in (-4, 4)$.", "p"),
        ("Let $x$ be real. Then $x^2 < 9 \\implies x \\in (-2, 2)$.", "r"),
        ("From $x^2 < 9$ we get $x \\in (-2, 2)$. Then $x^2 < 4$.", "ru"),
        ("From $x^2 < 9$ we get $x \\in (-3, 3)$.", "p"),
        ("Since $x^2 < 9$, $x \\in (-2, 2)$. Hence $x^2 < 4$.", "ru"),
        ("If $x^2 = 9$, then $x \\in \\{2, -2\\}$. So $x^2 = 4$.", "ru"),
        ("If $x^2 = 9$, then $x \\in \\{3, -3\\}$. So $x^4 = 81$.", "pp"),
        ("We know that $x \\in (0, 1)$. So $x < 1$.", "p"),  # nothing is said of x before
    ],
)
def test_what_is_led_to_of_a_letter_is_claimed(text: str, expected: str) -> None:
    tells(text, expected)


STEP = r"Put $w_{t+1} = w_t - \eta v_t$. Then $\|w_{t+1}-u\|^2 = \|w_t-u\|^2 - 2\eta\langle w_t-u, v_t\rangle + \eta^2\|v_t\|^2$."
CIRCULANT = (
    r"Let $C$ be the circulant matrix with $C_{ij} = c_{(i-j) \bmod n}$. Then $(C^\top)_{ij} = c_{(j-i) \bmod n}$."
)
MEANS = r"Let $x_1,\dots,x_n$ be real numbers and $\bar x = \frac1n\sum_{i=1}^n x_i$. Then $\sum_{i=1}^n (x_i - \bar x) = 0$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{STEP}\n\n{CIRCULANT}", "pp"),
        (f"{CIRCULANT}\n\n{STEP}", "pp"),
        (f"## 1. A step\n\n{STEP}\n\n## 2. A matrix\n\n{CIRCULANT}\n\n## 3. Means\n\n{MEANS}", "ppp"),
        (f"## 1. A matrix\n\n{CIRCULANT}\n\n## 2. Again\n\nBut $C_{{ij}} = c_{{(j-i) \\bmod n}}$.", "pr"),
    ],
)
def test_indices_modulo_n_are_those_of_the_letters_that_have_them(text: str, expected: str) -> None:
    tells(text, expected)


NOTE = "Let $x$ be real.\\footnote{%s} Then $x + 1 > 1$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $f(x) = g(x)$ for $x = 0$. Then $f(x) = g(x)$ for all $x$.", "u"),
        ("Let $f(x) = g(x)$ for all $x$. Then $f(2) = g(2)$.", "p"),
        ("Suppose $f(x) = x^2$ at $x = 2$. Then $f(3) = 9$.", "u"),
        ("Suppose $f(x) = x^2$ has two solutions. Then $f(3) = 9$.", "u"),
        ("We evaluate $f(x) = x^2 + 1$ at $x = 2$: $f(2) = 5$.", "p"),
        ("For the moment let $x = 2$. Then $x^3 = 8$.\n\nBack to general $x$:\n$x^3 = 8$.", "pu"),
        ("For now, assume that $a > 0$. Then $a + 1 > 1$.\n\nWe return to the general case: $a + 1 > 1$", "pu"),
        ("Assume for now that $a > 0$. Then $a + 1 > 1$.\n\nHence $a + 2 > 2$.", "pp"),
        ("Let $A$ be singular. Then $A^{-1} A = I$.", "u"),
        ("Let $A$ be a matrix that is not invertible. Then $A^{-1} A = I$.", "u"),
        ("Let $A$ be a non-singular matrix. Then $A^{-1} A = I$.", "p"),
        ("Let $A$ be a singular $n \\times n$ matrix and $B$ an $n \\times n$ matrix. Then $\\det(AB) = 0$.", "p"),
        ("Let $A$ be $2 \\times 3$ and $B$ be $3 \\times 2$. Then $\\det(AB) = \\det(A)\\det(B)$.", "n"),
        ("Let $A$ be $n \\times n$ and $B$ be $n \\times n$. Then $\\det(AB) = \\det(A)\\det(B)$.", "p"),
        ("$\\frac{x^2 - 1}{x - 1} = x + 1$ for $x \\ge 0$.", "u"),
        ("$\\frac{x^2 - 1}{x - 1} = x + 1$ for $x > 1$.", "p"),
        ("$n! = n (n - 1)!$ for all $n \\ge 0$.", "u"),
        ("$n! = n (n - 1)!$ for all $n \\ge 1$.", "p"),
    ],
)
def test_what_is_supposed_for_a_while_or_of_some(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTE % "If $x > 0$, then $x + 1 > 1$.", "up"),
        (NOTE % "We assume $x > 0$ throughout.", "p"),
        ("Let $a > 0$\\footnote{Recall that $0$ is excluded.} and $b > a$. Then $b > 0$.", "p"),
    ],
)
def test_sentences_are_not_said_under_their_footnotes(text: str, expected: str) -> None:
    tells(f"\\begin{{document}}\n{text}\n\\end{{document}}", expected, kind="latex")


SYSTEM = "Let $x + y = 3$ and $xy = 2$. Then $$x = 1, \\quad y = %s \\quad\\text{or}\\quad x = 2, \\quad y = %s.$$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We want $a^2 + b^2 \\ge 3ab$. Let $a, b$ be real. Then $a^2 + b^2 \\ge 3ab$.", "ur"),
        ("We want $x^2 \\ge 4$. So assume $x \\ge 1$. Then $x^2 \\ge 4$.", "uu"),
        ("We want $x^2 \\ge 4$. So assume $x \\ge 2$. Then $x^2 \\ge 4$.", "up"),
        ("We need $2x + 1 \\ge 7$. So $x \\ge 3$.", "p"),
        ("$$x > 0 \\quad \\text{if } y > 0$$ Then $x > 0$.", "uu"),
        ("$$x \\stackrel{?}{=} 3$$ So $x + 1 = 4$.", "u"),
        ("Question: is $x \\ge 2$? Then $x^2 \\ge 4$.", "u"),
        ("$a > 0$ is sufficient for $a + 1 > 1$. Hence $a + 1 > 1$.", "u"),
        ("With probability $0.9$, $X \\le 3$. So $X \\le 3$.", "uu"),
        ("$$f(x) = x^2 \\quad (x \\ge 0)$$ Then $f(-2) = 4$.", "n"),
        ("$$f(x) = x^2 \\quad (x \\ge 0)$$ Then $f(2) = 4$.", "p"),
        (SYSTEM % ("2", "2"), "uuuu"),
        (SYSTEM % ("2", "1"), "uuuu"),
        ("$c > 0 \\implies a \\le b$. So $a \\le b$.", "uu"),
        ("$2x = 4 \\implies x = 2$. So $x + 1 = 3$.", "pp"),
        ("- $a > 0$: then $|a| = a$.\n- $a < 0$: then $|a| = -a$.\n\nSo $|a| = -a$.", "ppu"),
        ("Suppose\n\n- $a > 0$,\n- $b > 0$.\n\nThen $a + b > 0$.", "p"),
        ("Let $x$ be real (if $x > 0$, then $\\sqrt{x^2} = x$). Then $\\sqrt{x^2} = x$.", "pr"),
        ("If $x > 0$ (so that $x^2 > 0$), then $x + 1 > 1$.", "pp"),
        ("Let $A$ be invertible or $B$ be invertible. Then $\\det B \\neq 0$.", "u"),
        ("Let $A$ be invertible and $B$ be invertible. Then $\\det B \\neq 0$.", "p"),
        ("Suppose there were a largest natural number $N$. Then $N + 1 \\le N$.", "u"),
        ("Let $N$ be a natural number. Then $N + 1 \\le N$.", "r"),
    ],
)
def test_what_is_wanted_asked_or_said_of_some_is_not_supposed(text: str, expected: str) -> None:
    tells(text, expected)
