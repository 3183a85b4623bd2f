"""Student solutions of equations: what is lost, what is invented, what is only looked at. Right texts beside their neighbours."""

from __future__ import annotations

from functools import partial

import pytest

from symproof import cos, derivative, eq, exp, real, sqrt
from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.judgement.solving import counterexample, is_moved, with_letters
from tests import document_says

x = real("x")


verdicts = partial(document_says.verdicts, budget=1.0)


RIGHT = [
    r"Solve $|3x + 1| = 10$. First case: $3x + 1 = 10$, so $x = 3$. Hence $S = \{3, -\frac{11}{3}\}$.",
    "Solve $x^2 = 4$, $0 < x < 5$. Then $x = 2$.",
    "Solve $-1 < 2x + 3 < 7$. Then $-4 < 2x < 4$ and $-2 < x < 2$.",
    r"Solve $\sqrt{5 - x} = x + 1$. Squaring gives $x^2 + 3x - 4 = 0$, so $x = 1$ or $x = -4$. "
    r"Testing: $x = 1$ gives $\sqrt{4} = 2$; $x = -4$ gives $\sqrt{9} = 3$, so $x = -4$ must be discarded.",
    "Solve $(x+2)^2 = 9$: $x + 2 = \\pm 3$, thus $x = 1$ or $x = -5$.",
    "Solve $2(x+3) = 2x + 7$.\n\n$2x + 6 = 2x + 7$, so $6 = 7$, which is false.",
    "Solve $x^4 - 5x^2 + 4 = 0$. Substitute $u = x^2$: $u^2 - 5u + 4 = 0$, so $u = 1$ or $u = 4$. "
    r"Hence $x = \pm 1$ or $x = \pm 2$.",
    "Solve $x^3 - x = 0$. Trying $x = 1$: $1 - 1 = 0$.",
    "Solve $(x - 1)(x - 2) = 0$. $$x - 1 = 0 \\Rightarrow x = 1$$",
    "$x^2 + 2x + 5 = 0$ has discriminant $4 - 20 = -16$.",
    r"Solve $x^2 - 4x - 3 = 0$. Then $x = 2 \pm \sqrt{7}$.",
    r"Solve $2x^2 - 3x - 2 = 0$. Solution set: $\{-\frac12, 2\}$.",
    r"Solve $|x - 4| \ge 2$. So $x \in (-\infty, 2] \cup [6, \infty)$.",
    r"Solve $2x = 2x + 1$. So $L = \emptyset$.",
    r"Solve $4x + 8 = 4(x + 2)$. So $L = \mathbb{R}$.",
    r"Solve $(x - 3)(x + 2) < 0$." "\n\n$-2 < x < 3$\n\nTherefore $L = (-2, 3)$.",
    r"Solve $\sin 2y = \sin y$. Then $\sin y (2\cos y - 1) = 0$, so $\sin y = 0$ or $\cos y = \frac{1}{2}$.",
    r"Solve $2\cos^2 x - \cos x - 1 = 0$. So $\cos x = -\frac12$ or $\cos x = 1$.",
    "Solve $|x - 1| = 2x$.\n\nCase 2: $x < 1$. Then $1 - x = 2x$, so $x = \\frac13$, which contradicts $x > 5$.",
    r"Solve $\log_3(2x+1) = 2$. By definition $2x + 1 = 3^2 = 9$, so $x = 4$.",
    "Solve $(x - 4)(x + 2) = 0$ where $x > 2$. So $x = 4$, because $x = -2$ is excluded.",
    "Solve $(2x - 1)^2 = (x + 4)^2$. Either $2x - 1 = x + 4$, i.e. $x = 5$, or $2x - 1 = -(x + 4)$, i.e. $x = -1$. "
    "The solutions are $x = 5$ and $x = -1$.",
    r"Solve $\frac{x+1}{x-2} \ge 0$. The solution is $x \le -1$ or $x > 2$.",
    "Find the roots of $x^2 - 5x + 4 = 0$ for $x > 2$. The solution is $x = 4$.",
    "Find the roots of $x^2 - 5x + 4 = 0$, $x > 2$. The solution is $x = 4$.",
    r"Solve $\sqrt{x + 6} = x$. Squaring gives $x + 6 = x^2$, so $x = 3$ or $x = -2$. The only solution is $x = 3$.",
    r"Solve $\sqrt{3x + 1} = x - 1$. So $x = 0$ or $x = 5$. Since $x = 0$ gives $1 = -1$, it is rejected.",
    r"Solve $\sqrt{x} = x - 2$. Squaring, $x^2 - 5x + 4 = 0$ and the solutions are $x = 1$ and $x = 4$. Only $x = 4$ is valid.",
    "Solve $|x - 1| + |x| = 3$. Either $x \\ge 1$, so $2x - 1 = 3$ and $x = 2$, or $x < 0$, so $1 - 2x = 3$ and $x = -1$.",
    "Solve $|x + 4| = 2x - 1$. $x + 4 = 2x - 1$ gives $x = 5$. $-(x + 4) = 2x - 1$ gives $3x = -3$, $x = -1$. "
    "Since $2(-1) - 1 < 0$, the only solution is $x = 5$.",
    "1. Solve $|x - 2| = 3$.\n   $x - 2 = 3$ gives $x = 5$, and $x - 2 = -3$ gives $x = -1$. So $x = 5$ or $x = -1$.",
    r"Solve $\sin 2x = \sin x$. Since $\sin 2x = 2 \sin x \cos x$, we get $\sin x (2\cos x - 1) = 0$.",
    "Let us solve $3(2x - 1) = 5x + 4$.\n\n### Step 1: Expand\n\n$$6x - 3 = 5x + 4$$\n\n### Step 2: Add 3\n\n$$6x = 5x + 7$$",
    "Solve $|x| = 2x - 3$.\n\nFor $x > 2$: $x = 2x - 3$, $x = 3$.\n\nSolve $|x^2 - 5| = 4$.\n\n$x^2 - 5 = 4$ gives $x = \\pm 3$. "
    "$x^2 - 5 = -4$ gives $x = \\pm 1$.",
    "Solve $2x - 2 = 3x - 7$.\n\n$5 = x$\n\n$(x + 1)/2 - (x - 2)/3 = 1$\n\n$x = -1$",
    r"Differentiate.\n\n$y = x^2 \sin x$: $y' = 2x \sin x + x^2 \cos x$\n\n$y = e^{-3x}$: $y' = -3e^{-3x}$".replace(
        r"\n", "\n"
    ),
    "Solve $x + y = 3$ and $xy = 2$. The solutions are $x = 1, y = 2$ and $x = 2, y = 1$.",
    "Solve $x^2 + y^2 = 25$ and $y = x + 1$. Then $x^2 + x - 12 = 0$. So $x = 3, y = 4$ or $x = -4, y = -3$.",
    r"For $f(x) = \sqrt{x}$: $f'(4) = \frac14$.",
    r"Differentiate $x^2 + y^2 = 25$ implicitly: $2x + 2y y' = 0$, so $y' = -\frac{x}{y}$.",
    r"Let $x^2 + xy = 7$. Then $2x + y + x\frac{dy}{dx} = 0$. At $x = 1$, $y = 6$ we get $\frac{dy}{dx} = -8$.",
    r"Let $x^2 + y^2 = 100$. Then $2x\frac{dx}{dt} + 2y\frac{dy}{dt} = 0$.",
    r"With $u = x^2$, $du = 2x\,dx$: $\int 2x\cos(x^2)\,dx = \int \cos u\,du = \sin u + C = \sin(x^2) + C$.",
    r"The area between $y = x$ and $y = x^2$ is $\int_0^1 (x - x^2)\,dx = \left.\frac{x^2}{2} - \frac{x^3}{3}\right|_0^1 = \frac16$.",
]
CALCULUS = [
    r"Differentiate $x^2 + y^2 = 25$ implicitly: $2x + 2y y' = 0$, so $y' = \frac{x}{y}$.",
    r"Let $x^2 + xy = 7$. Then $2x + x\frac{dy}{dx} = 0$.",
    r"Let $x^2 + y^2 = 100$. Then $2x\frac{dx}{dt} - 2y\frac{dy}{dt} = 0$.",
    r"Let $u = x^2 + 1$, so $du = 3x\,dx$.",
    r"With $u = x^2$, $\int 2x\cos(x^2)\,dx = \int 2\cos u\,du$.",
    "Let $f(x) = x^3 - 3x + 1$. Setting $f'(x) = 0$ gives $x = 1$.",
    "Let $f(x) = e^{-x^2}$. $$f'(x) = -2x e^{-x^2}$$ $$f''(x) = 4x^2 e^{-x^2}$$",
    r"$\int (3x^2 + 4x) \, dx = x^3 + 4x^2 + C$.",
    r"Let $n$ be an integer. Then $4 \mid n^3 - n$.",
    r"For $n \ge 2$: $\binom{n}{2} = \frac{n(n+1)}{2}$.",
    r"It needs 2.5 h for 300 km: $v = \frac{300\,\text{km}}{2.5\,\text{h}} = 130\,\text{km/h}$.",
    r"Base case $n = 1$: $1 = \frac{n(n+1)}{2}$." "\n\n" r"Induction step: $\sum_{k=1}^{n+1} k = \sum_{k=1}^n k + n$.",
]
WRONG = [
    "Solve $|x + 4| = 2x - 1$. $x + 4 = 2x - 1$ gives $x = 5$. $-(x + 4) = 2x - 1$ gives $x = -1$. The only solution is $x = -1$.",
    "Solve $|x - 2| = 3$. $x - 2 = 3$ gives $x = 5$. So $x = 5$.",
    "Solve $|x - 2| = 3$. $x - 2 = 3$ gives $x = 5$, and $x - 2 = -3$ gives $x = -2$.",
    r"Solve $\sin 2x = \sin x$. Since $\sin 2x = 2 \sin x \cos x$, dividing by $\sin x$ gives $2\cos x = 1$, so $\cos x = \frac12$.",
    "Let us solve $3(2x - 1) = 5x + 4$.\n\n### Step 1: Expand\n\n$$6x - 3 = 5x + 4$$\n\n### Step 2: Add 3\n\n$$6x = 5x + 6$$",
    "My work for the exam:\n\n2x - 2 = 3x - 7\nx = 5\n\n(x + 1)/2 - (x - 2)/3 = 1\nx = -1\n\nx^2 = 5x\nx = 5",
    "Solve $2x - 2 = 3x - 7$.\n\n$4 = x$",
    "Differentiate.\n\n$y = x^2$: $y' = 2x$\n\n$y = e^{-3x}$: $y' = 3e^{-3x}$",
    "Solve $x + y = 5$, $xy = 6$. The solutions are $x = 2, y = 3$ and $x = 3, y = 4$.",
    "Solve $y = 1/x$ and $y = x$. The solutions are $x = 1, y = 1$ and $x = 0, y = 0$.",
    "Solve $(2x - 1)^2 = (x + 4)^2$. Either $2x - 1 = x + 4$, i.e. $x = 5$, or $2x - 1 = -(x + 4)$, i.e. $x = 1$.",
    "Solve $(2x - 1)^2 = (x + 4)^2$. Either $2x - 1 = x + 4$, i.e. $x = 5$, or $2x - 1 = x - 4$, i.e. $x = -3$.",
    r"Solve $\frac{x+1}{x-2} \ge 0$. The solution is $x \le -1$ or $x \ge 2$.",
    r"Solve $\sqrt{x + 6} = x$. Squaring gives $x + 6 = x^2$. The solutions are $x = 3$ and $x = -2$.",
    r"Solve $\sin 2y = \sin y$. Then $\sin y (2\cos y - 1) = 0$, so $\sin y = 0$ or $\cos y = -\frac{1}{2}$.",
    r"Solve $\sqrt{x} = -2$. So the solution is $x = 4$.",
    r"Solve $\ln x + \ln(x - 2) = \ln 3$. The solutions are $x = 3$ and $x = -1$.",
    r"For $f(x) = \sqrt{x}$: $f'(4) = \frac12$.",
    r"Solve $\log_3(2x+1) = 2$. By definition $2x + 1 = 2^3$, so $x = 3.5$.",
    "Solve $(x - 4)(x + 2) = 0$ where $x < 2$. So $x = 4$, because $x = -2$ is excluded.",
    "Let $A(x) = 10x - x^2$. $A'(x) = 10 - x$ gives nothing new.",
    "Solve $|3x + 1| = 10$. First case: $3x + 1 = 10$, so $x = 3$. Second case: $3x + 1 = -10$, so $x = 4$.",
    r"Solve $|3x + 1| = 10$. First case: $3x + 1 = 10$, so $x = 3$. Hence $S = \{3, -3\}$.",
    "Solve $x^2 = 4$, $0 < x < 5$. Then $x = 3$.",
    "The equation $2x^2 + 7x - 4 = 0$ has the solutions $$x_{1,2} = \\frac{-7 \\pm \\sqrt{17}}{4}.$$",
    "Solve $(x+2)^2 = 9$: $x + 2 = 3$, thus $x = 1$.",
    "Solve $5^{2x - 1} = 125$. Because $125 = 5^3$ we get $2x - 1 = 25$.",
    "Solve $2x = 2$. Dividing both sides by 2 gives $x = 2$.",
    "Solve $2(x+3) = x + 7$.\n\n$2x + 6 = x + 7$, so $6 = 7$.",
    "Solve $x^4 - 5x^2 + 4 = 0$. Substitute $u = x^2$: $u^2 - 5u + 4 = 0$, so $u = 1$ or $u = 4$. Hence $x = 1$ or $x = 2$.",
    "Solve $x^3 - x = 0$. Trying $x = 1$: $1 - 1 = 1$.",
    "Solve $3x - 7 = 11$. $$3x = 4 \\Rightarrow x = \\frac43$$",
    "$x^2 + 2x + 5 = 0$ has discriminant $4 - 20 = -24$.",
    r"Solve $x^2 - 4x - 3 = 0$. Then $x = 2 \pm \sqrt{8}$.",
    r"Solve $2x^2 - 3x - 2 = 0$. Solution set: $\{\frac12, 2\}$.",
    r"Solve $|x - 4| \ge 2$. So $x \in (-\infty, 2] \cup [5, \infty)$.",
    r"Solve $2x = x + 1$. So $L = \emptyset$.",
    r"Solve $4x + 8 = 4(x + 1)$. So $L = \mathbb{R}$.",
    r"Solve $(x - 3)(x + 2) < 0$." "\n\n$-2 < x < 3$\n\nTherefore $L = (-2, 4)$.",
    "Solve $|x - 1| = 2x$.\n\nCase 2: $x < 1$. Then $x - 1 = 2x$.",
    "Solve $x^2 - x - 2 = 0$. Then $x = 2$ or $x = 1$.",
    r"Solve $\ln x + \ln(x - 1) = \ln 6$ for $x > 1$." "\n\n" r"$\ln(2x - 1) = \ln 6$",
]


def test_solutions_side_by_side_are_no_lines_that_others_rest_on() -> None:
    """Together they say that 1 = 2, from which all would follow."""
    text = "Solve $x + y = 3$ and $xy = 2$. The solutions are $x = 1, y = 2$ and $x = 2, y = 1$."

    assert verdicts(text) == ["proved"] * 4
    for false in ("\n$$x - y = 7$$", "\n\nSo $x = y$.", "\n$$x^2 + y^2 = 5 = x y$$"):
        assert "proved" not in verdicts(text + false)[4:]


def test_a_root_at_the_end_of_where_it_is_looked_for_is_not_refuted() -> None:
    """For x >= 0 the line x = 0 is right where x <= 0: so is each value, and no identity."""
    assert "refuted" not in verdicts(
        r"Solve $\cos 2x = 1$ for $0 \le x < 2\pi$. The solutions are $x = 0$ and $x = \pi$."
    )


def test_a_check_that_says_that_it_fails_is_not_refuted() -> None:
    assert verdicts(r"Check: $2 + 4 = 2$, but $6 \ne 2$, so this is no solution.") == ["unknown", "proved"]


def test_for_another_term_a_letter_may_be_another_number() -> None:
    text = "For $x^4$ we need $6 - k = 4$, so $k = 2$ and $2^2 = 4$.\n\nFor the constant term, $k = 6$: $2^6 = 64$."
    assert "refuted" not in verdicts(text)
    assert "refuted" in verdicts(text.replace("so $k = 2$", "so $k = 3$"))


def test_a_root_that_words_may_leave_out_is_not_lost() -> None:
    assert "refuted" not in verdicts("Solve $x^2 = 9$ for positive $x$. The solution is $x = 3$.")
    assert "refuted" in verdicts("Solve $x^2 = 9$. The solution is $x = 3$.")


@pytest.mark.parametrize("text", RIGHT)
def test_right_solutions(text: str) -> None:
    assert set(verdicts(text)) <= {"proved"}


@pytest.mark.parametrize("text", [*WRONG, *CALCULUS])
def test_their_neighbours(text: str) -> None:
    assert "refuted" in verdicts(text)


def test_a_line_that_fails_near_an_irrational_number_is_unknown_and_says_where() -> None:
    text = r"Solve $\cos x = 2 - x$. So $x = 1$."
    (step,) = answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0).steps

    assert step.judged.verdict == "unknown"
    assert "does not follow from line 1: near x = " in step.judged.reason


def test_a_line_that_fails_at_a_part_of_pi_is_refuted_there() -> None:
    text = r"Solve $2\cos^2 x - \cos x - 1 = 0$. So $\cos x = \frac12$ or $\cos x = 1$."
    (step,) = answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0).steps

    assert step.judged.verdict == "refuted"
    assert "that line holds and this one does not" in step.judged.reason


def test_a_false_line_that_an_equation_comes_to_says_that_nothing_satisfies_it() -> None:
    texts = "Solve $3u = 3u + 4$. So $0 = 4$.", "Solve $3u = u + 4$. So $2u = 4$."
    answers = [answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0) for text in texts]

    assert [answer.steps[-1].judged.reason for answer in answers] == ["nothing satisfies line 1", ""]


def test_a_value_that_does_not_solve_what_was_to_be_solved_is_named_and_one_that_does_is_not() -> None:
    texts = (
        r"Solve $\frac{u^2 - 9}{u - 3} = 6$. So $u^2 - 9 = 6u - 18$. So $u = 3$.",
        "Let $f(u) = u + \\frac9u$. Solve $f'(u) = 0$. So $u = 3$ or $u = -3$.",
    )
    answers = [answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0) for text in texts]

    assert [answer.steps[-1].judged.reason.splitlines()[:1] for answer in answers] == [
        ["u = 3: no solution of line 1"],
        [],
    ]


def test_terms_that_are_moved() -> None:
    settler = Settler(0.5)

    assert is_moved(settler, eq(2 * x, 6), eq(2 * x + 1, 7))
    assert is_moved(settler, -x < 3, x > -3)
    assert not is_moved(settler, -x < 3, x < -3)
    assert not is_moved(settler, eq(2 * x, 6), eq(2 * x, 7))
    assert not is_moved(settler, eq(x, 1), eq(x * x / x, 1))  # one has no value at 0


def test_roots_and_values_become_letters() -> None:
    y = real("y1")
    claim, (row, square) = with_letters(eq(x, sqrt(7)), [eq(x**2, 7)]) or (None, (None, None))

    assert (claim, row, square) == (eq(x, y), eq(x**2, 7), eq(y**2, 7))
    claim, given = with_letters(eq(cos(x), 1), [eq(cos(x) ** 2, 1)]) or (None, ())
    assert (claim, given) == (eq(y, 1), (eq(y**2, 1),))
    assert with_letters(eq(x, 7), [eq(x**2, 7)]) is None
    assert with_letters(eq(derivative(exp(x), x), 0), []) is None  # a letter would have the derivative 0


def test_a_number_near_which_a_line_fails_is_no_refutation() -> None:
    settler = Settler(0.5)

    told, at = counterexample(settler, eq(x, 1), [], eq(x**3, 2)) or (None, 0)
    assert told is None and abs(at**3 - 2) < 1e-6
    told, at = counterexample(settler, eq(x, 1), [x > 0], eq(x**2, 4)) or (None, 0)
    assert told is not None and str(at) == "2"
    assert counterexample(settler, eq(x, 2), [x > 0], eq(x**2, 4)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have $0.5 = e^{-5730k}$, so $k = \\ln 2/5730$.", "p"),  # of degree 5730 in e^k
        ("We have $0.5 = e^{-5730k}$, so $k = \\ln 3/5730$.", "r"),
    ],
)
def test_an_equation_of_a_large_degree_takes_no_longer(text: str, expected: str) -> None:
    document_says.tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$\\sqrt{x^2+9} = x+3$\n\n$(x+y)^2 = x^2+y^2$", "ur"),
        ("$\\sqrt{x^2+9} = x+3$\n\n$(x+y)^2 = x^2+2xy+y^2$", "up"),
        ("$x + 3 = 5$\n\nso $x + y = 2 + y$", "p"),
    ],
)
def test_an_identity_in_more_letters_is_no_row_of_an_equation(text: str, expected: str) -> None:
    document_says.tells(text, expected)
