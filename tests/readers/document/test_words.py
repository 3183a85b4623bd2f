"""What words and sections say of letters: what is supposed, what only says what a word means, and what is neither."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import Walk, read_steps
from tests.document_says import tells


def walk(text: str, kind: str = "markdown") -> Walk:
    return read_steps(document_of(text.encode(), kind), {})


def given(text: str) -> list[str]:
    return [str(fact.prop) for fact in walk(text).steps[-1].given]


LINE = r"$$f(y) \ge f(x) + \langle \nabla f(x), y - x \rangle$$"


@pytest.mark.parametrize(
    ("words", "supposed"),
    [
        ("By convexity,", ["convex(f)", "differentiable(f)"]),
        ("By strong convexity,", []),
        (r"Let $f$ be convex and $z \ge 2$. Then", ["convex(f)", "differentiable(f)", "z >= 2"]),
        (r"Let $x$ and $y$ be given, so $z \ge 2$. Then", []),
    ],
)
def test_words_that_suppose_something(words: str, supposed: list[str]) -> None:
    assert given(f"{words}\n{LINE}\n") == supposed


@pytest.mark.parametrize(
    ("words", "supposed"),
    [
        ("It fails to satisfy $z > 2$.", ""),
        ("Contrary to what one may expect, $z > 2$ is not needed.", ""),
        ("A frequent error is to assume that $z > 2$.", ""),
        ("Can we assume $z > 2$?", ""),
        ("Nobody said that $z > 2$.", ""),
        ("Had we supposed $z > 2$, all would be clear.", ""),
        ("We hope that $z > 2$.", ""),
        ("It is unclear if $z > 2$.", ""),
        ("Get rid of the assumption $z > 2$.", ""),
        ("The condition $z > 2$ can be dropped.", ""),
        ("We assumed $z > 2$ above, which is not allowed.", ""),
        ("As long as $z > 2$, nothing happens.", ""),
        ("Suppose that not both $z > 2$ and $y > 1$.", ""),
        ("Suppose that $z > 2$ were false.", ""),
        ("Suppose that if $y > 1$ then $z > 2$.", ""),
        ("Suppose $z > 2$ whenever $y > 1$.", ""),
        ("Assume that $z > 2$ implies $y > 1$.", ""),
        ("We do not assume that $z$ is positive.", ""),
        ("Is $z$ positive?", ""),
        ("Independently of $z > 2$ we may go on.", ""),
        ("Ignoring the condition $z > 2$, we go on.", ""),
        ("Many authors assume $z > 2$.", ""),
        ("Here $z$ is real, with $z > 2$ or not.", ""),
        ("The series converges for $z > 2$.", ""),
        ("This holds if and only if $z > 2$.", ""),
        ("Slow convergence was observed for $z > 2$.", ""),
        ("That is hard whenever $z > 2$.", ""),
        ("Hence equality holds when $z = 2$. Therefore we see the following.", ""),
        ("If $z = 2$ there is nothing to show. So we go on.", ""),
        ("Unlike for $z > 2$, nothing is known here.", ""),
        ("For $z < 2$ all is known; for $z > 2$ see below.", "z > 2"),
        ("Solve what is left for $z > 2$. Then we go on.", "z > 2"),
        ("Let $z$ be real. Perhaps $z > 2$.", ""),
        ("Let $z > 2$. Now let $z$ be arbitrary.", ""),
        ("~~Let $z > 2$.~~", ""),
        ("We assume $z > 2$ if not stated otherwise.", "z > 2"),
        ("WLOG $z > 2$.", "z > 2"),
        ("It is run with a step size $z > 2$.", "z > 2"),
        ("Let $z$ be a real number, $z > 2$.", "z > 2"),
        ("We may assume $z > 2$.", "z > 2"),
        ("We would like a bound, so assume $z > 2$.", "z > 2"),
        ("To be on the safe side one must assume $z > 2$.", "z > 2"),
        ("Unless $z > 2$ there is nothing to show, so let $z > 2$.", "z > 2"),
    ],
)
def test_words_that_take_back_or_leave_open_suppose_nothing(words: str, supposed: str) -> None:
    assert ", ".join(given(f"{words}\n\nWe find $z^2 + 1 > z$.")) == supposed


def test_words_of_one_letter_take_back_nothing_of_another() -> None:
    told = "Let $A$ be symmetric. The matrix ${}$ is not symmetric. So $A^\\top A = A A^\\top$."

    assert given(told.format("B")) == ["A.T = A"]
    assert given(told.format("A")) == []


def test_what_is_asked_of_random_numbers_is_not_given() -> None:
    assert given("Are $X$ and $Y$ independent? $$\\operatorname{Cov}(X, Y) = 0$$") == []


def test_unless_supposes_the_opposite() -> None:
    assert given("We have $z^2 > 0$ unless $z = 0$.") == ["z != 0"]
    assert given("Unless $0 < z < 1$, we have $z^2 > 0$.") == ["0 >= z or z >= 1"]
    assert given("For all $z$ except $z = 0$ we have $z^2 > 0$.") == ["z != 0"]
    assert given("There is no solution except $z = 0$.\n\nWe find $z^2 + 1 > z$.") == []


def test_what_a_word_means_is_neither_claimed_nor_supposed() -> None:
    read = walk("A function $f$ is convex if for all $x, y$\n$$f(x) + f(y) \\ge 2 f(z)$$\n\nSo $\\|x\\| \\ge 0$.")

    assert [heard.role for heard in read.heard if heard.display] == ["definition"]
    assert given("A function $f$ is convex if $f(x) \\ge 1$. So $\\|x\\| \\ge 0$.") == []


def test_a_minimizer() -> None:
    read = walk(r"Let $x^*$ be a minimizer of $f$. Then $$f(x^*) \le f(y), \quad \nabla f(x^*) = 0$$")

    assert [str(fact.prop) for fact in read.steps[0].given] == ["x* is a minimizer of f(u) in u"]
    assert "minimizer" not in read.known.qualities


def test_a_letter_is_a_number_in_one_section_and_a_vector_in_another() -> None:
    read = walk(
        "# First\n\n$$\\|w_{t+1} - w\\|^2 = \\|w_t - w\\|^2$$\n\n# Second\n\n"
        "$$f(w_1, w_2) = e^{w_1} + w_2^2$$\n\n$$\\frac{\\partial f}{\\partial w_1} = e^{w_1}$$\n"
    )

    assert [heard.problem for heard in read.heard] == ["", "", ""]
    assert str(read.steps[-1].statement) == "derivative(exp(w_1) + w_2**2, w_1) = exp(w_1)"


def test_where_letters_may_be_matrices_a_section_alone_does_not_make_them_numbers() -> None:
    read = walk("# First\n\n$$\\|u\\| = 1$$\n\n# Second\n\n$$S u = \\lambda u, \\quad S u > 2$$\n")

    assert [str(step.statement) for step in read.steps[1:]] == ["S @ u = lambda*u", "(S @ u)[i] > 2 for each i in 1..n"]


def test_a_problem_in_bold_begins_anew_in_latex() -> None:
    text = "\\textbf{Problem 1.} Let $n = 3$.\n\n\\textbf{Problem 2.} We have $n + n = 2n$.\n"

    assert walk(text, "latex").steps[-1].given == ()


def test_what_runs_or_goes_somewhere_is_no_claim() -> None:
    assert walk("Summing from $t = 1$ to $T$, as $x \\to 0$, we see $[a, b]$ and $O(1/n)$ $\\blacksquare$.").steps == []
    assert all(not heard.problem for heard in walk("We see $[a, b]$, $(1, 2)$ and $O(1/n)$ $\\blacksquare$.").heard)


def test_a_bracket_that_opens_in_words_closes_in_the_formula() -> None:
    read = walk(r"$$a + a = 2a \quad\text{(by 2 with } b = 3)$$")

    assert [heard.problem for heard in read.heard] == [""]
    assert [str(fact.prop) for fact in read.steps[0].given] == ["b = 3"]


def test_a_letter_that_stands_for_a_member_is_not_all_of_them() -> None:
    assert given(r"With $a = w_t - u$ and $\|u\| = 1$, so $\|a\| \ge \|w_t\| - 1$.")[0] == "a = w[t] - u"


def test_a_function_that_is_defined_for_a_sentence_is_general_again_after_it() -> None:
    text = (
        r"$$f(y) \ge f(x) + \langle g, y - x \rangle$$ For $f(x) = \|x\|^2$ we have $f(y) \ge 0$. Then $f(x) \ge f(y)$."
    )

    assert [str(step.statement) for step in walk(text).steps[1:]] == ["norm(y)**2 >= 0", "f(x) >= f(y)"]
    assert str(walk("For $f(x) = x^2$, $f(y) \\ge 0$. Then $f(2) = 4$.").steps[-1].statement) == "2**2 = 4"


def test_what_is_equivalent_to_something_that_is_not_read_is_no_claim() -> None:
    assert walk(r"$g \in \partial f(x)$ iff $f(y) \ge f(x) + \langle g, y - x \rangle$.").steps == []
    assert len(walk(r"$x = 2$ iff $x + 1 = 3$.").steps) > 0


def test_what_is_said_of_functions_before_a_theorem_is_not_forgotten_in_it() -> None:
    text = "A concave $f$ is meant.\n\n\\begin{theorem}\n$f(x) \\le f(y)$\n\\end{theorem}\n"

    assert walk(text, "latex").steps[0].refutable == "the text speaks of “concave”, which is not read"


RULE = (
    r"Let $w_{t+1} = w_t - \eta v_t$. Then $$\|w_{t+1}\|^2 = \|w_t\|^2 - 2\eta\langle w_t, v_t\rangle + \eta\|v_t\|^2$$"
)


def test_an_identity_in_the_sequences_of_a_rule_is_meant_for_all_of_them() -> None:
    assert walk(RULE).steps[0].refutable == ""
    assert walk(RULE.replace("Let $w_{t+1} = w_t - \\eta v_t$.", "We see:")).steps[0].refutable.startswith("nothing ")
    assert walk(RULE.replace("^2 = ", r"^2 \le ")).steps[0].refutable == ""


def test_a_member_that_stands_on_one_side_only_may_be_known() -> None:
    text = r"Let $w_{t+1} = w_t - \eta v_t$. Then $$\|w_1 - u\|^2 + \|v_t\|^2 = \|u\|^2 + \|v_t\|^2$$ where $w_1 = 0$ is used."

    assert walk(text).steps[0].refutable.startswith("nothing declares")


def test_commands_of_latex_are_no_words() -> None:
    assert walk("{\\large Sheet 1}\n\nFor all $x$: $x + x = x$.", "latex").steps[0].refutable == ""
    assert walk("For large $x$ we have $x + x = 3x$.").steps[0].refutable != ""


def test_a_condition_in_brackets_behind_a_row_is_supposed() -> None:
    assert given(r"$$a b \le \varepsilon a^2 + \frac{b^2}{\varepsilon} \qquad (\varepsilon > 0)$$") == [
        "varepsilon > 0"
    ]
    assert [str(step.statement) for step in walk("$$a = b, (a > b)$$").steps] == ["a = b"]


def test_a_delta_with_one_index_is_a_letter_and_with_two_it_is_kronecker_s() -> None:
    assert str(walk(r"$$\delta_{k+1} \le \delta_k$$").steps[0].statement) == "delta[k + 1] <= delta[k]"
    assert walk(r"$$s_i = \delta_{i-1}$$").heard[0].reading == "s[i] = delta(i - 1)"
    assert str(walk(r"$$\delta_{ij} = \delta_{ji}$$").steps[0].statement) == "delta(i - j) = delta(j - i)"


def test_a_rule_that_is_considered_holds() -> None:
    read = walk(r"Consider the iteration $x_{k+1} = x_k - \alpha g_k$. Then $$x_{k+1} - x_k = -\alpha g_k$$")

    assert [str(fact.prop) for fact in read.steps[0].given] == ["x[k + 1] = x[k] - alpha*g[k] for each k"]
    assert walk(r"Consider the equation $x + 1 = 3$. Then $x = 2$.").steps[0].given == ()


def test_a_letter_that_is_set_to_a_term_is_defined_and_one_that_was_there_is_set_for_a_while() -> None:
    text = "Set $a = e^u$, $s = a + 1$.\n\n- $\\frac{ds}{du} = e^u$\n- $s > 1$\n"

    assert given(text) == ["a = exp(u)", "s = a + 1"]
    assert given("$$x^2 \\ge 0$$ Set $x = 2$.\n\n- $x + 1 = 3$\n- $x > 1$\n") == []


@pytest.mark.parametrize("word", ["new", r"\text{new}", r"\mathrm{new}"])
def test_a_word_in_a_script_is_no_product(word: str) -> None:
    assert str(walk(rf"$$w^{{{word}}} + 1 = w - v$$").steps[0].statement) == "w^new + 1 = w - v"
    assert str(walk("$$w^{nw} + 1 = w - v$$").steps[0].statement) == "w**(n*w) + 1 = w - v"


def test_independence_says_nothing_of_numbers_and_much_of_means() -> None:
    words = "Let $X$ and $Y$ be independent. "

    assert walk(words + r"$$\sum_{k=1}^n k = \frac{n(n-1)}{2}$$").steps[0].refutable == ""
    step = walk(words + r"$$\mathbb{E}[XY] = \mathbb{E}[X]\,\mathbb{E}[Y]$$").steps[0]
    assert [str(fact.prop) for fact in step.given] == ["inner((Y - E[Y]), (X - E[X])) = 0"]


@pytest.mark.parametrize(
    "text",
    [
        "Let $a = 2k + 1$ with an integer $k$. Then\n$$a + 1 = 2k + 2.$$\n",
        "Let $a = 2k + 1$ and $b = 2m + 1$ with integers $k, m$. Then\n$$a + b = 2k + 2m + 2.$$\n",
    ],
)
def test_what_was_said_of_a_letter_holds_once_it_is_said_what_it_is(text: str) -> None:
    step = walk(text).steps[-1]

    assert step.statement is not None
    assert {letter for fact in step.given for letter in fact.prop.free} == step.statement.free


def test_the_modulus_of_a_sequence_is_no_index_of_it() -> None:
    page = document_of(b"Suppose that $a_i = a_{i + n}$. Then\n$$2 + 2 = 4.$$\n", "markdown")
    read = read_steps(page, {"names": {"n": "natural >= 1", "i": "index over Z/n", "a": "sequence of reals over Z/n"}})

    assert [heard.problem for heard in read.heard] == ["", ""]
    assert [step.latex for step in read.steps] == ["2 + 2 = 4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $\pi(x)$ denote the number of primes up to $x$. Then $\pi(10) = 4$.", "u"),
        (r"The number of primes is none of this: $\pi(2) = 2\pi$.", "p"),
        ("Let $e(t) = x(t) - y(t)$ be the error. Then $e(0) = 1$.", "u"),
        ("Let $e(t) = x(t) - y(t)$ be the error. Then $e(0) = x(0) - y(0)$ and $e(0) = x(0) + y(0)$.", "pu"),
    ],
)
def test_letters_before_brackets_that_are_functions(text: str, expected: str) -> None:
    """They were factors: pi(10) = 4 was refuted, as ten times pi is no 4."""
    tells(text, expected)
