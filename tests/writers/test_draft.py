"""A draft of a document: derivations that load, hold where the document's lines do, and say where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from symproof.check_files import check_file
from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.writers.draft import draft_file


def drafted(text: str) -> str:
    return draft_file(answer_document(document_of(text.encode(), "markdown"), budget=1.0, second_reader=False))


def checked(source: str, folder: Path) -> dict[str, str]:
    """The verdicts on the steps of each derivation of a draft."""
    file = folder / "drafted.py"
    file.write_text(source, encoding="utf-8")
    told = check_file(str(file), budget=4.0)
    assert not told.error
    return {each.name: ", ".join(step.verdict for step in each.steps) for each in told.derivations}


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("For real $a$, $$(a + 1)^2 = a^2 + 2a + 1 = a^2 + 2a + 2.$$", {"line_1": "proved, refuted"}),
        ("Solve $2x + 6 = 10$.\n\n$$2x = 4$$\n\n$$x = 3$$", {"line_3": "proved", "line_5": "refuted"}),
        (
            "$$|s - 4| \\le 1 \\iff 3 \\le s \\le 5$$\n\n$$s^2 = 4 \\iff s = 2$$",
            {"line_1": "proved", "line_3": "refuted"},
        ),
        ("Let $X$ be a random variable. $$\\operatorname{Var}(3X) = 9 \\operatorname{Var}(X)$$", {"line_1": "proved"}),
        ("$$1 + 1 = 2$$ and $$1 + 1 = 3$$ on one line", {"line_1": "proved", "line_1_2": "refuted"}),
        ("Let $x > 0$ and $y > 0$. $$\\frac{x + y}{2} \\ge \\sqrt{xy}$$", {"line_1": "proved"}),
        ("$$\\frac{x^2 - 1}{x - 1} = x + 1$$", {"line_1": "proved"}),
        ("$$\\sum_{k=0}^n \\binom{n}{k} = 2^n$$ and $$4! = 24$$", {"line_1": "proved", "line_1_2": "proved"}),
        (
            "Let $A \\in \\mathbb{R}^{n \\times d}$, $b \\in \\mathbb{R}^n$ and $\\lambda > 0$. Define "
            "$x = (A^\\top A + \\lambda I)^{-1} A^\\top b$. Then $$(A^\\top A + \\lambda I) x = A^\\top b.$$",
            {"line_1": "proved"},
        ),
    ],
)
def test_each_derivation_holds_where_the_line_does(text: str, verdicts: dict[str, str], tmp_path: Path) -> None:
    assert checked(drafted(text), tmp_path) == verdicts


def test_a_line_is_not_given_a_line_before_it_that_fails() -> None:
    text = drafted("For all real $a$:\n\n$$(a + 1)^2 = a^2 + 1$$\n\n$$(a + 2)^2 = a^2 + 4a + 4$$")

    assert "given=" not in text


def test_what_fails_has_its_reason_above_it() -> None:
    assert "# refuted: 1 + 1 = 3: 2 on the left, 3 on the right: left - right = -1\n@derivation" in drafted(
        "$$1 + 1 = 3$$"
    )


def test_what_is_not_understood_stands_as_a_remark_with_its_line() -> None:
    assert "# line 3: not understood: \\foo = 1" in drafted("$$1 + 1 = 2$$\n\n$$\\foo = 1$$")


def test_a_point_and_a_draft_leave_out_what_is_tied_by_a_size_alone() -> None:
    """That A has n rows says nothing of a sum up to n."""
    text = (
        "Let $A \\in \\mathbb{R}^{n \\times d}$ and $x \\in \\mathbb{R}^d$ with $A^\\top A x = 0$.\n\n"
        "$$\\sum_{k=1}^n k = \\frac{n^2}{2}$$"
    )
    answer = answer_document(document_of(text.encode(), "markdown"), budget=1.0, second_reader=False)

    assert answer.steps[-1].judged.point == {"n": "1"}
    assert "given=" not in draft_file(answer)
