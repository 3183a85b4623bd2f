"""Pages of lecture notes and answers, each with a key: what is read, as what, which lines are slips, and what no point may refute.

Only the reading is asked here, and whether a point may refute a line; two lines of each page are judged.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from symproof.readers.document.finding.document import read_document
from symproof.readers.document.judgement.verdicts import judge_all
from symproof.readers.document.lines.step import Step
from symproof.readers.document.steps.walk import Walk, read_steps

FOLDER = Path(__file__).parent / "lectures"
SLIPS = {
    "descent.tex": [r"\frac{K(K-1)}{2}"],
    "projections.md": ["2A^TAx - A^Tb", "(I-P)A = A"],
    "conjugates.tex": [r"-\frac12\|x-y\|^2", r"(1+\zeta'(x))"],
    "answers.md": ["54.589", r"+ \frac{\eta^2}{2}\|v_t\|^2"],
    "circulants.tex": [r"\det S = -1", r"e^{2w_2}\left(e^{e^{w_1}+e^{2w_2}} + \cos"],
    "matrices.tex": ["A^2 = 7A + 10I", "15 - 9 = 9"],
    "momentum.md": [r"\sqrt2 \approx 1.4124", r"\langle a - b, a - b\rangle"],
    "proximal.md": [r"\approx 41.293", r"\approx 28.4"],
}
"""The slips of each page, each in one line."""
RIGHT = {
    "descent.tex": r"\frac{e^{x_1}}{e^{x_1}+e^{x_2}}",
    "projections.md": r"2b^TAx + b^Tb",
    "conjugates.tex": r"\zeta'(x) = \frac{e^x}{1+e^x}",
    "answers.md": r"\frac{ds}{dw_1} = e^{w_1}",
    "circulants.tex": r"\frac{\partial f}{\partial w_1}(1, 2) = 2.121\times 10^{25}",
    "matrices.tex": r"v^{\mathsf T} u",
    "momentum.md": r"1 + \beta - \alpha\lambda = 1 + \beta",
    "proximal.md": r"\nabla m(w) = \nabla f(w_t) + \lambda(w - w_t)",
}
"""A right line of each page, which is proved at once."""
GUARDED = {
    "descent.tex": [],
    "projections.md": ["SC = CS"],
    "conjugates.tex": [],
    "answers.md": [],
    "circulants.tex": [],
    "matrices.tex": [],
    "momentum.md": ["x_3"],
    "proximal.md": [],
}
"""Right lines that hold for more than what is read of their letters."""
PAGES = sorted(SLIPS)


@pytest.fixture(scope="module")
def walks() -> dict[str, Walk]:
    return {page: read_steps(read_document(FOLDER / page), {}) for page in PAGES}


def with_latex(walk: Walk, latex: str) -> Step:
    found = [step for step in walk.steps if "".join(latex.split()) in "".join(step.latex.split())]
    assert found, latex
    return found[-1]


@pytest.mark.parametrize("page", PAGES)
def test_every_formula_of_a_page_is_read(page: str, walks: dict[str, Walk]) -> None:
    assert [(heard.line, heard.problem) for heard in walks[page].heard if heard.problem] == []


@pytest.mark.parametrize("page", PAGES)
def test_slips_may_be_refuted_and_lines_that_rest_on_more_may_not(page: str, walks: dict[str, Walk]) -> None:
    assert [with_latex(walks[page], slip).refutable for slip in SLIPS[page]] == [""] * len(SLIPS[page])
    assert all(with_latex(walks[page], line).refutable for line in GUARDED[page])


@pytest.mark.parametrize("page", PAGES)
def test_a_slip_is_refuted_and_a_right_line_proved(page: str, walks: dict[str, Walk]) -> None:
    steps = [with_latex(walks[page], latex) for latex in (SLIPS[page][0], RIGHT[page])]
    for number, step in enumerate(steps):
        step.number = number

    assert [found.verdict for found in judge_all(steps, {}, budget=2.0)] == ["refuted", "proved"]


@pytest.mark.parametrize(
    ("page", "line", "reading"),
    [
        ("descent.tex", 16, "inner(grad(f)(x[k]), x[k + 1] - x[k]) + L/2*norm(x[k + 1] - x[k])**2 = "
         "-(alpha*norm(grad(f)(x[k]))**2) + L*alpha**2/2*norm(grad(f)(x[k]))**2"),
        ("descent.tex", 29, "derivative(log(exp(x_1) + exp(x_2)), x_1) = exp(x_1)/(exp(x_1) + exp(x_2))"),
        ("projections.md", 5, "sqrt(tr((A @ x - b).T @ (A @ x - b)))**2 = tr((A @ x - b).T @ (A @ x - b))"),
        ("projections.md", 13, "C @ C @ v = C @ (lambda*v)"),
        ("projections.md", 15, "(S @ C)[i, j] = sum(S[i, k]*C[k, j], k, 1, n)"),
        ("answers.md", 21, "derivative(exp(w_1) + 1, w_1) = exp(w_1)"),
        ("circulants.tex", 63, "derivative(exp(exp(w_1) + exp(2*w_2)) + sin(exp(w_1) + exp(2*w_2)), w_1) = "
         "exp(w_1)*(exp(exp(w_1) + exp(2*w_2)) + cos(exp(w_1) + exp(2*w_2)))"),
        ("matrices.tex", 16, "P @ P = A @ (A.T @ A)**(-1) @ A.T @ A @ (A.T @ A)**(-1) @ A.T"),
        ("matrices.tex", 29, "tr(u @ v.T) = tr(v.T @ u)"),
        ("momentum.md", 42, "x - (x**2 - a)/(2*x) = 1/2*(x + a/x)"),
        ("proximal.md", 10, "gradient(f(w[t]) + inner(w - w[t], grad(f)(w[t])) + lambda/2*norm(w - w[t])**2, w) = "
         "grad(f)(w[t]) + lambda*(w - w[t])"),
    ],
)  # fmt: skip
def test_what_lines_are_read_as(page: str, line: int, reading: str, walks: dict[str, Walk]) -> None:
    assert reading in [str(step.statement) for step in walks[page].steps if step.line == line]


def test_what_is_supposed_on_the_pages(walks: dict[str, Walk]) -> None:
    supposed = {page: {str(fact.prop) for step in walks[page].steps for fact in step.given} for page in PAGES}

    assert {"convex(f)", "smooth(f, L)", "x[k + 1] = x[k] - alpha*grad(f)(x[k]) for each k"} <= supposed["descent.tex"]
    assert "convex(f)" in supposed["conjugates.tex"]
    assert "theta*f(x)" not in str(supposed["conjugates.tex"])
    assert "a = exp(w_1)" in supposed["answers.md"]
