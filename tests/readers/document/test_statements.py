"""Statements with a number, sentences in displays and what quantifiers behind a formula say: how far what is given reaches."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import DocumentError, document_of
from symproof.readers.document.finding.located import paragraph_at
from symproof.readers.document.steps.walk import read_steps


def verdicts(text: str, kind: str = "markdown") -> list[str]:
    steps = answer_document(document_of(text.encode(), kind), {}, budget=1.0).steps
    return [each.judged.verdict for each in steps]


def given_at_last(text: str, kind: str = "markdown") -> list[str]:
    """What the last line of a document may use."""
    return [str(fact.prop) for fact in read_steps(document_of(text.encode(), kind), {}).steps[-1].given]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Claim 1.** Given $w = 3$. Then $w + 1 = 4$.\n\n**Claim 2.** Given $w = 5$. Then $w + 1 = 6$.", ["w = 5"]),
        ("**Claim 1.** Let $x > 0$. Then $x + 1 > 1$.\n\n**Claim 2.** We have $x + 1 > 1$.", []),
        ("**Step 1.** Let $x > 0$. Then $x + 1 > 1$.\n\n**Step 2.** We have $x + 2 > 2$.", ["x > 0"]),
        ("Let $x > 0$. Then $x + 1 > 1$. By\n**Claim 2** we have $x + 2 > 2$.", ["x > 0"]),
        ("Let $y > 0$.\n\n**Lemma 1.** We have $y + 1 > 1$.\n\n**Lemma 2.** We have $y + 2 > 2$.", ["y > 0"]),
    ],
)
def test_a_statement_with_a_number_begins_anew(text: str, expected: list[str]) -> None:
    assert given_at_last(text) == expected


@pytest.mark.parametrize(
    ("display", "expected", "doubt"),
    [
        (r"f \text{ is convex}", ["convex(f)"], ""),
        (r"f \text{ is strictly concave}", [], "concave"),
        (
            r"f(y) \le f(x) + \|y - x\| \quad \text{for all } x, y",
            ["(f(y) <= f(x) + norm(y - x) for each x) for each y"],
            "",
        ),
        (r"f(y) \le f(x) + \|y - x\|", ["f(y) <= f(x) + norm(y - x)"], "for all values"),
    ],
)
def test_what_a_display_says_of_functions(display: str, expected: list[str], doubt: str) -> None:
    text = f"Given a real function $f$ of a vector, with\n\n$${display}$$\n\nit holds that\n\n$$f(u) - f(v) \\le \\|u - v\\|$$"
    (step,) = read_steps(document_of(text.encode(), "markdown"), {}).steps
    assert [str(fact.prop) for fact in step.given] == expected
    assert doubt in step.refutable


def test_the_rows_beside_a_sentence_are_hypotheses_as_the_words_before_the_display_say() -> None:
    text = "Given $f$, with\n\n$$a > 0 \\\\ f \\text{ is convex} \\\\ b = 2$$\n\nit holds that $f(a) = f(a)$ and $b a = 2a$."
    assert given_at_last(text) == ["a > 0", "convex(f)", "b = 2"]


def test_a_range_behind_a_hypothesis() -> None:
    given = "Let $b$ be real with\n\n$$b \\le a_t \\quad \\text{for all } 0 \\le t \\le 3$$\n\nThen $a_3 \\ge b$."
    assert given_at_last(given) == ["b <= a[t] for each t in 0..3"]
    assert given_at_last(given.replace("for all", "with")) != ["b <= a[t] for each t in 0..3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"(u \le v \text{ and } x \le y) \implies uy + vx \le ux + vy", "proved"),
        (r"(u \le v \wedge x \le y) \implies uy + vx \le ux + vy", "proved"),
        (r"(u \le v \text{ and } x \ge y) \implies uy + vx \le ux + vy", "refuted"),
    ],
)
def test_statements_in_brackets_before_an_arrow(text: str, expected: str) -> None:
    assert verdicts(f"Let $u, v, x, y$ be real numbers.\n\n$${text}$$")[-1] == expected


def test_what_an_arrow_leads_to_is_not_refuted_where_its_premise_is_not_understood() -> None:
    text = r"$$(u \le v \text{ somehow } x \le y) \implies uy + vx \le ux + vy$$"
    assert "not understood" in read_steps(document_of(text.encode(), "markdown"), {}).steps[-1].refutable


def test_an_arrow_for_all_values_is_no_claim_where_its_premise_fails() -> None:
    """That x = 0 fails at 1, where e^x + x^3 is not 1, refuted it."""
    assert verdicts("For all real $x$,\n\n$$e^x + x^3 = 1 \\implies x = 0.$$")[-1] != "refuted"
    assert verdicts("For all real $x$,\n\n$$x^2 = 4 \\implies x = 2.$$")[-1] == "refuted"


@pytest.mark.parametrize(
    ("row", "verdict"),
    [(r"2 \approx 2.00", "proved"), (r"1 + 1 \approx 3.00", "refuted")],
)
def test_a_row_goes_on_from_the_last_of_what_and_joins(row: str, verdict: str) -> None:
    left, _, right = row.partition(r"\approx")
    assert (
        verdicts(rf"$$\begin{{aligned}} & 5 \approx 5.00 \text{{ and }} {left} \\ & \approx {right} \end{{aligned}}$$")[
            -1
        ]
        == verdict
    )


def test_a_relation_without_a_left_side_is_no_claim_on_the_sentence_before() -> None:
    text = "Let $n \\ge 1$. We have $n = n$.\n\nTake a sequence of numbers $> 0$ and call it long. Then $n \\ge 1$."
    assert "refuted" not in verdicts(text)
    assert verdicts("We have $2 + 2 = 4$. This is $> 5$.")[-1] == "refuted"


def test_rows_of_a_table_say_what_letters_above_them_are() -> None:
    table = "Let $p, q$ and $y$ be real.\n\n| a | b |\n|---|---|\n| $y > 0$ | $p > q y = y$ |\n| $y > 1$ | ${}$ |\n"
    walked = [read_steps(document_of(table.format(last).encode(), "markdown"), {}) for last in ("q = 1", "y = 1")]
    assert [
        "says what q is" in next(step for step in walk.steps if "q y = y" in step.latex).refutable for walk in walked
    ] == [True, False]


STRUCTURE = r"""\newcommand{\be}{\begin{equation}}\newcommand{\ee}{\end{equation}}
\newcommand{\problem}[1]{\section*{Problem #1}}
\newcommand{\half}{the number $\frac12$}
\newenvironment{steps}{\begin{align*}}{\end{align*}}
\newenvironment{long}{\small\csname align*\endcsname}{\csname endalign*\endcsname}
\def\bd{\[}\def\ed{\]}
"""


@pytest.mark.parametrize(
    ("body", "formulas"),
    [
        (r"\be a = b \ee", ["a = b"]),
        (r"\bd a = b \ed and $c$", ["a = b", "c"]),
        (r"\begin{steps} a &= b \\ &= c \end{steps}", [r"a &= b \\ &= c"]),
        (r"\begin{long} a &= b \end{long}", ["a &= b"]),
        (r"This is \half.", [r"\frac12"]),
        ("a comment % \\be a = b \\ee\n$c$", ["c"]),
        (r"\be a = b", ["a = b"]),
    ],
)
def test_macros_that_make_structure(body: str, formulas: list[str]) -> None:
    text = f"{STRUCTURE}\\begin{{document}}{body}\\end{{document}}"
    document = document_of(text.encode(), "latex")
    assert [each.latex.text.strip() for each in document.formulas] == formulas
    for each in document.formulas:
        at = text.index(formulas[0][:5], len(STRUCTURE)) if formulas[0][:5] in body else each.start
        assert each.start <= max(at, each.start) < each.end <= len(text)


def test_a_heading_by_a_macro_begins_a_problem() -> None:
    body = r"\problem{1} Let $w = 3$. Then $w + 1 = 4$. \problem{2} Let $w = 5$. Then $w + 1 = 6$."
    assert given_at_last(f"{STRUCTURE}\\begin{{document}}{body}\\end{{document}}", "latex") == ["w = 5"]


def test_a_structural_macro_without_end_ends() -> None:
    text = r"\newcommand{\a}{\begin{equation}\a\a}\begin{document}\a $x$\end{document}"
    assert [each.latex.text for each in document_of(text.encode(), "latex").formulas] == ["x"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Let $C = (c_{ij}),\\ 1 \\le i \\le m,\\ 1 \\le j \\le n$. So $(C^\\top C)^\\top = C^\\top C$.",
            "C is matrix m x n",
        ),
        (
            "Let $C = (c_{i,j}),\\ 1 \\le i, j \\le n$. So $\\operatorname{tr}(C^\\top) = \\operatorname{tr}(C)$.",
            "C is matrix n x n",
        ),
        ("Let $C = (c_{ij}),\\ 0 \\le i, j \\le n$. So $\\operatorname{tr}(C^\\top) = \\operatorname{tr}(C)$.", ""),
    ],
)
def test_ranges_behind_entries_say_how_large_a_matrix_is(text: str, statement: str) -> None:
    walk = read_steps(document_of(text.encode(), "markdown"), {})
    assert statement in "; ".join(f"{name} is {said}" for name, said in walk.inferred.items())
    assert bool(statement) == ("x n" in walk.inferred["C"])


def test_a_row_of_a_table_goes_on_from_its_column_over_an_empty_cell_in_colour() -> None:
    table = r"\begin{tabular}{ll} $a$ & $x = 2 + 2$ \\ \textcolor{quiet}{} & $\quad {}= 4$ \end{tabular}"
    assert read_steps(document_of(table.encode(), "latex"), {}).steps[-1].latex == "2 + 2 = 4"


def test_a_bold_zero_has_the_size_of_what_it_stands_beside() -> None:
    """It was a column of the size of another one, "0 = [1]", and a right line failed there."""
    text = r"Let $X \in \mathbb{R}^{m \times n}$, $y \in \mathbb{R}^m$ and $w \in \mathbb{R}^n$. So $X w = \mathbf{0}$ and $2w = \mathbf{0}$."
    walk = read_steps(document_of(text.encode(), "markdown"), {})
    assert [str(step.statement) for step in walk.steps] == ["X @ w = 0", "2*w = 0"]
    assert not any(
        "0" in str(getattr(letter, "name", ""))
        for step in walk.steps
        if step.statement is not None
        for letter in step.statement.free
    )


@pytest.mark.parametrize(
    ("text", "said"), [("[1", "no JSON"), ('{"cells": 3}', "list of cells"), ("[]", "list of cells")]
)
def test_a_file_that_is_no_notebook_says_why(text: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        document_of(text.encode(), "notebook", "a.ipynb")


def test_long_paragraphs_are_looked_at_near_a_place() -> None:
    text = "x" * 50_000
    assert len(paragraph_at(text, 25_000)) < 10_000
    assert paragraph_at("a\n\n" + "b" * 100, 50) == "b" * 100
