"""Notes and answers of students: of the lines in them, which may be refuted by a point that fails, and which may not."""

from __future__ import annotations

import pytest

from symproof.functions import exp
from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.unfolding import written_out
from symproof.readers.document.steps.walk import Walk, read_steps
from symproof.statement import eq
from symproof.symbols import derivative, index, natural, positive, real, total


def walk(text: str) -> Walk:
    return read_steps(document_of(text.encode(), "markdown"), {})


def doubts(text: str) -> list[str]:
    """What stands against refuting each line, in its first words."""
    return [" ".join(step.refutable.split()[:3]) for step in walk(text).steps]


def given(text: str) -> set[str]:
    return {str(fact.prop) for fact in walk(text).steps[-1].given}


SPEAKS = "the text speaks"
SQUARE = r"Let $P \in \mathbb{R}^{n \times n}$ be "
TABLE = (
    r"Let $C = \begin{pmatrix} a & c \\ c & a \end{pmatrix}$ and $J = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}$. "
)
NAMED = r"For a matrix $H$ and a column $x$ let $s = 3$. "


@pytest.mark.parametrize(
    ("words", "supposed"),
    [
        ("a projection.", {"P @ P = P"}),
        ("an orthogonal projection.", {"P @ P = P", "P.T = P"}),
        ("orthogonal.", {"P.T @ P = I"}),
        ("an involution.", {"P @ P = I"}),
        ("skew-symmetric.", {"P.T = -P"}),
        ("nilpotent, that is, $P^2 = 0$.", {"P @ P = 0"}),
        ("a matrix, so that is $P^2 = 0$ wrong?", set()),
    ],
)
def test_what_is_supposed_of_a_matrix(words: str, supposed: set[str]) -> None:
    assert given(f"{SQUARE}{words} Then $P + P = 2P$.") == supposed


def test_a_unit_vector() -> None:
    assert "norm(u) = 1" in given(r"Let $u$ be a unit vector. Then $\|2u\| = 2$.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a term that is concluded to be something, and a letter, of which the text may know more
        (f"{SQUARE}a projection, so $I - P$ is a projection too. Then $P^2 = 2P$.", ""),
        (f"{SQUARE}the adjacency matrix of a graph, so $P$ is symmetric. Then $P^2 = 2P$.", SPEAKS),
        (f"{SQUARE}a matrix such that $I - P$ is a reflection. Then $P^2 = 2P$.", SPEAKS),
        # a name of what is defined next, and of what is not
        (f"{SQUARE}symmetric. The reflection $R = I - 2P$ satisfies $R^2 = 2R$.", ""),
        (f"{SQUARE}symmetric. For the reflection $P$ we have $P^2 = 2P$.", SPEAKS),
        # what a text is about, and what is said of a letter
        (r"My notes on probability. $2ab \le 3a^2 + b^2/9$ for all real $a, b$.", ""),
        (r"The success probability is $a$. $2ab \le 3a^2 + b^2/9$ for all $b$.", SPEAKS),
        # what a matrix that is written out is, and what it is to be
        (rf"{TABLE}So $C = cI + aJ$.", ""),
        (rf"{TABLE}So $\det C = a^2 + c^2$.", ""),
        (rf"{TABLE}So $\det C = 0$.", "it may be"),
    ],
)
def test_words_that_stand_against_a_refutation(text: str, expected: str) -> None:
    assert doubts(text)[-1] == expected


def test_a_function_that_is_given_for_a_sentence_says_nothing_by_the_rule_before() -> None:
    rule = r"Let $f : \mathbb{R}^d \to \mathbb{R}$ be convex and $x_{t+1} = x_t - \eta \nabla f(x_t)$. "

    assert doubts(rf"{rule}For $f(x) = \frac12 \|x\|^2$ one has $x_{{t+1}} = (1 - \eta) x_t$.") == [
        "a hypothesis speaks"
    ]


def test_one_point_is_taken_for_its_sentence() -> None:
    text = (
        r"Let $f$ be a $\mu$-strongly convex function with minimizer $x^*$. Then $f(y) \ge f(x) + \langle \nabla f(x), y - x "
        r"\rangle$. Taking $x = x^*$, we get $f(y) \ge f(x^*)$. The other side is $\langle \nabla f(x), \nabla f(x)\rangle = 0$."
    )
    steps = walk(text).steps

    assert ["x = x*" in [str(fact.prop) for fact in step.given] for step in steps] == [False, True, False]
    assert [str(fact.prop) for fact in steps[-1].dormant] == ["x = x*"]
    assert "x = x*" in given(text.replace("The other side", "So the other side"))


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        (r"Let $L(x, y) = 2/x + 3/y$ and $c = 6xy$. ", "x + c*x"),  # ties x and y, which vary by themselves
        ("Let $c = x^2$. ", "x + x**2*x"),
        ("Let $c = 6xy$. ", "x + 6*x*y*x"),  # or 1 + c: nothing says what depends on what
    ],
)
def test_what_depends_on_a_letter_that_is_differentiated_in(before: str, inside: str) -> None:
    found = walk(rf"{before}Then $\frac{{d}}{{dx}} (x + c x) = 1 + c$.").steps[-1].statement

    assert str(found) == f"derivative({inside}, x) = 1 + c"


def test_letters_of_a_function_that_are_declared_after_it() -> None:
    text = r"We model $L(N) = A N^{-b}$, with $N > 0$ and positive constants $A$, $b$. Then $L'(N) = -b A N^{-b - 1}$."

    known = walk(text).context.names
    letters = {str(letter): letter for letter in walk(text).steps[-1].statement.free}

    assert letters == {"A": positive("A"), "b": positive("b"), "N": known["N"]}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (r"$\ln(1 + x) \le x$ for $x > -1$, and $e^x \ge 1 + x$ for all $x$.", ["claim", "hypothesis", "claim"]),
        (r"$a + b \ge 0$ for $a > 0$, and $b > 0$.", ["claim", "hypothesis", "hypothesis"]),
    ],
)
def test_what_holds_for_all_after_a_condition(text: str, roles: list[str]) -> None:
    assert [heard.role for heard in walk(text).heard][:3] == roles


RULE = r"Let $y_{t+1} = x_t - g_t$. Then "
MEMBERS = r"If $\eta_t = \frac{1}{\mu t}$ with $\mu > 0$, then "


def judged(text: str) -> list[str]:
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.5).steps
    return [each.judged.verdict for each in steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"{MEMBERS}$\frac1{{\eta_{{t+1}}}} - \frac1{{\eta_t}} = 2\mu$ for $t \ge 1$.", ["refuted"]),
        # no rational point gives S; nor says anything that speaks of members too
        (r"Let $S = e^x + e^y$. Then $\log S - \log S^2 = \log S$.", ["refuted"]),
        (r"Let $S = e^x + e^y$. Then $e^x/S = 1 - e^y/S$.", ["proved"]),
        (r"Consider $z_1, z_2$, $S = e^{z_1} + e^{z_2}$ and $p_i = e^{z_i}/S$. Then $\frac{\partial S}{\partial z_1} = 2 p_1$.", ["unknown"]),
        # a constraint, which may be put in or not
        (r"Let $c = 6xy$. Then $\frac{d}{dx} (x + c x) = 1 + c$.", ["proved"]),
        (r"Let $c = 6xy$. Then $\frac{d}{dx} (x + c x) = 1 + 2c$.", ["proved"]),
        (r"Let $c = 6xy$. Then $\frac{d}{dx} (x + c x) = 1 + 3c$.", ["refuted"]),
    ],
)  # fmt: skip
def test_what_is_put_in_before_a_point_is_looked_for(text: str, expected: list[str]) -> None:
    assert judged(text) == expected


def test_what_a_theorem_says_of_a_method_is_claimed() -> None:
    text = (
        "\\begin{theorem}\nLet $f : \\mathbb{R}^n \\to \\mathbb{R}$ be $\\mu$-strongly convex and $L$-smooth. Gradient descent "
        "$x_{k+1} = x_k - \\frac1L \\nabla f(x_k)$ satisfies $f(x_{k+1}) \\le f(x_k)$.\n\\end{theorem}\n\nSo $f(x_{k+1}) \\le f(x_k)$.\n"
    )
    read = read_steps(document_of(text.encode(), "latex"), {})

    assert [step.role for step in read.steps] == ["goal", "conclusion"]
    props = {str(fact.prop) for fact in read.steps[-1].given}
    assert "x[k + 1] = x[k] - 1/L*grad(f)(x[k]) for each k" in props
    assert not any(prop.startswith("f(x[k + 1])") for prop in props)
    assert {letter.sign for fact in read.steps[0].given for letter in fact.prop.free if str(letter) == "L"} == {
        "positive"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"{RULE}$\|y_{{t+1}} - u\|^2 = \|x_t - u\|^2 + \|g_t\|^2$ for all $u \in \mathbb{{R}}^d$.", ""),
        (r"With $f$ convex and differentiable we get $f(y) \ge f(x) + 2\langle \nabla f(x), y - x \rangle$.", ""),
        (r"With $f$ strictly convex we get $f(y) \ge f(x) + 2\langle \nabla f(x), y - x \rangle$.", SPEAKS),
    ],
)
def test_methods_and_functions_of_which_something_is_said_in_passing(text: str, expected: str) -> None:
    assert doubts(text)[-1] == expected


def test_members_that_are_said_anew() -> None:
    assert [
        prop
        for prop in given(rf"Let $\eta_t = 2 t$ for all $t$. So $\eta_1 = 2$. {MEMBERS}$\eta_t > 0$.")
        if "eta" in prop
    ] == ["eta[t] = 1/(mu*t) for each t in 1.."]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (r"If $\|g_t\| \le 1$ for all $t$, $\|u\| \le b$ and $a = b/2$, it is $2a = b$.", ["hypothesis"] * 2),
        (r"If $x > 0$, $\|u\| \le b$ for all $u$.", ["claim"]),
    ],
)
def test_a_list_of_conditions(text: str, roles: list[str]) -> None:
    assert [heard.role for heard in walk(text).heard if heard.latex in (r"$\|u\| \le b$", "$a = b/2$")] == roles


def test_members_that_are_defined_for_an_index_of_which_something_is_said() -> None:
    text = r"Let $t \ge 1$ and $u \in \mathbb{R}^d$. Define $\Phi_t = \|w_t - u\|^2$. Then $\Phi_{t+1} \ge 0$."

    assert "Phi[t] = norm(w[t] - u)**2 for each t" in given(text)


def test_nothing_is_put_in_for_a_letter_where_something_is_differentiated_or_where_it_would_be_bound() -> None:
    x, s, k, n = real("x"), real("s"), index("k"), natural("n")
    of_k = eq(s, exp(k))

    assert written_out(eq(derivative(s * x, x), s), [eq(s, exp(x))]) is None
    found = written_out(eq(total(s, k, 1, n), n * s), [of_k])
    assert found is not None and str(found[0]) == "sum(exp(k), k', 1, n) = n*exp(k)"
