"""The annotated page: the document as it stands, each step marked, and what is told beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symproof.readers.document.answer import answer_document, answer_file
from symproof.readers.document.finding.document import document_of
from symproof.writers.annotated import annotated_page

DOCS = Path(__file__).parents[2] / "docs" / "reading"


def page(text: str, kind: str = "markdown") -> str:
    return annotated_page(answer_document(document_of(text.encode(), kind), budget=0.3))


def test_the_page_in_the_docs_is_that_of_the_document() -> None:
    """To write it anew: symproof read docs/reading/gradient-steps.md --html docs/reading/gradient-steps.html"""
    # more than the usual budget: the page says what a machine finds that is not busy with other tests
    shown = annotated_page(answer_file(DOCS / "gradient-steps.md", budget=5.0)).splitlines()
    kept = (DOCS / "gradient-steps.html").read_text().splitlines()

    # line by line: pytest would write out the whole answer, with its certificates, for a page that differs
    assert [pair for pair in zip(shown, kept, strict=True) if pair[0] != pair[1]] == []


def test_each_step_has_a_mark_that_the_tab_key_reaches() -> None:
    text = page("$$1 + 1 = 2 = 3$$\n")

    assert len(re.findall(r"<button type=\"button\" aria-describedby", text)) == 2
    assert 'aria-label="proved"' in text
    assert 'aria-label="refuted"' in text
    assert "left − right = −1" in text


def test_what_is_not_understood_is_marked() -> None:
    assert 'aria-label="not understood"' in page(r"$$\foo = 1$$").partition("<main>")[2]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script> $x$", "[a](javascript:alert(1))", "![p](http://example.org/p.png)", "$$<script>$$"],
)
def test_nothing_of_the_document_acts(text: str) -> None:
    body = page(text).partition("<main>")[2]

    assert "<script" not in body
    assert "<img" not in body
    assert 'href="javascript' not in body


def test_rows_are_marked_each_at_its_line() -> None:
    text = page("$$\\begin{aligned}(1+2)^2 &= 9 \\\\ &= 3^2 \\\\ &= 8 \\end{aligned}$$\n")

    assert list(re.findall(r'class="row ([a-z-]+)"', text)) == ["proved", "proved", "refuted"]
    assert text.count('class="formula on"') == 2


def test_an_equation_keeps_its_number() -> None:
    assert '<span class="number">(3)</span>' in page("$$1 + 1 = 2 \\tag{3}$$\n")
    label = r"\begin{document}\begin{equation}\label{eq:3} 1 + 1 = 2\end{equation}\end{document}"
    assert '<span class="number">(3)</span>' in page(label, "latex")
    assert 'class="number"' not in page("$$1 + 1 = 2$$\n").partition("<main>")[2]


def test_latex_is_shown_with_its_macros_expanded() -> None:
    text = page(r"\newcommand{\sq}[1]{#1^2}\section{One} See \eqref{eq:1}. \[ \sq{3} = 9 \]", "latex")

    assert "\\sq" not in text.partition("<main>")[2]
    assert "(1)" in text


def test_a_tag_in_dollars_is_drawn_as_a_formula() -> None:
    text = page("$$1 + 1 = 2 \\tag{$\\dagger$}$$\n\n$$1 + 2 = 3 \\tag{A<}$$\n")

    assert '<span class="number">(<math><mrow><mi>†</mi></mrow></math>)</span>' in text
    assert '<span class="number">(A&lt;)</span>' in text
