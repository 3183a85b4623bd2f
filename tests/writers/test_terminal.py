"""The report in a terminal: the author's own line, the value that shows the failure, and what is missing."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.report import FileReport
from symproof.writers.answer import print_answer
from symproof.writers.terminal import plain_words, print_reports, render, render_derivation, render_summary
from tests.writers.samples import argmin_file, broken_file, circulant_file, regret_file, samples


def printed(*reports: FileReport, proved: bool = True) -> str:
    """What is written where the output is no terminal."""
    out = io.StringIO()
    print_reports(reports, Console(file=out, width=80), proved=proved)
    return out.getvalue()


def test_a_refuted_step_shows_the_authors_line_and_the_point() -> None:
    slip = regret_file().derivations[2]
    report = replace(slip, expect="proved", ok=False, name="regret_bound")

    assert render_derivation(report).plain == (
        "derivations/regret.py:31  regret_bound[2]  refuted\n"
        "    .eq((distance(1) - distance(T)) / (2 * eta) + energy, by=telescope)\n"
        "    left - right = -1/2   at   T = 1, eta = 1, w[1] = (0), v[1] = (1), u = (0)"
    )


def test_an_unsettled_step_says_what_is_missing() -> None:
    report = argmin_file().derivations[4]

    assert render_derivation(report).plain == (
        "derivations/prox.py:20  update  unknown: not known to be defined\n"
        "    .eq(w[t] - (1 / lam) * grad(f)(w[t]))\n"
        "    needs lambda != 0, and no hypothesis gives it. It is proved under: lambda > 0"
    )


def test_a_proved_derivation_takes_one_line() -> None:
    lines = render(circulant_file()).plain.splitlines()

    assert lines == [
        "derivations/circulant.py:12  left  proved  3 steps; definition, entries, sift; rests on the kernel alone",
        "derivations/circulant.py:20  commute  proved  1 step; sift, entry by entry; rests on the kernel alone",
        "derivations/circulant.py:26  transposed  proved  1 step; z3; rests on the kernel and z3",
    ]


def test_a_known_slip_takes_one_line_with_its_point() -> None:
    assert render_derivation(regret_file().derivations[2]).plain == (
        "derivations/regret.py:30  telescope_too_short  refuted, as expected  at  "
        "T = 1, eta = 1, w[1] = (0), v[1] = (1), u = (0)"
    )


def test_a_slip_that_is_proved_is_a_surprise() -> None:
    assert "surprise  expected to be refuted, but proved" in printed(broken_file())


def test_a_derivation_that_could_not_be_built_says_why() -> None:
    text = render_derivation(broken_file().derivations[1]).plain

    assert text == "derivations/odd_50%.py:10  err  error\n    SortError: x + v: a vector where a scalar is needed"


def test_a_file_that_could_not_be_read_says_where() -> None:
    report = FileReport("derivations/odd.py", "", "", error="SyntaxError: invalid syntax", error_line=3)

    assert render(report).plain == "derivations/odd.py:3  error\n    SyntaxError: invalid syntax"
    assert render_summary([report]).plain == "0 of 0 claims proved; 1 file not read"


def test_a_step_without_a_reason_or_a_point_is_reported_all_the_same() -> None:
    report = argmin_file().derivations[4]
    bare = replace(report, steps=(replace(report.steps[0], reason="", source=""),))

    assert render_derivation(bare).plain == "derivations/prox.py:20  update  unknown"


def test_a_source_of_several_lines_keeps_its_shape() -> None:
    report = argmin_file().derivations[4]
    source = ".eq(\n            f(\n                x,\n            ),\n        )"
    long = replace(report, steps=(replace(report.steps[0], source=source, reason=""),))

    assert render_derivation(long).plain.splitlines()[1:] == [
        "    .eq(",
        "        f(",
        "            x,",
        "        ),",
        "    )",
    ]


def test_the_summary_counts_and_names_what_is_trusted() -> None:
    assert render_summary(samples()).plain == (
        "8 of 9 claims proved; 2 of 2 known slips refuted as expected; 1 not as expected; rests on the kernel and z3"
    )


def test_where_the_output_is_no_terminal_it_is_plain_and_lines_are_whole() -> None:
    text = printed(*samples())

    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) > 80


def test_in_a_terminal_it_is_coloured() -> None:
    out = io.StringIO()
    print_reports(samples(), Console(file=out, force_terminal=True, color_system="standard"))

    assert "\x1b[" in out.getvalue()


def test_only_what_went_wrong_can_be_asked_for() -> None:
    text = printed(argmin_file(), circulant_file(), proved=False)

    assert "  proved  " not in text
    assert "update  unknown" in text


def test_square_brackets_are_text_and_no_markup() -> None:
    report = regret_file().derivations[2]
    marked = replace(report, expect="proved", ok=False, steps=(replace(report.steps[1], source="[red]w[1][/red]"),))

    assert "[red]w[1][/red]" in printed(FileReport("f", "", "", (marked,)))


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        (r"since $\eta \ge 0$", "since eta >= 0"),
        (r"$\frac{1}{2} \ne 1$", "1/2 != 1"),
        (r"$\mathbf{w}^\star \in \mathbb{R}$", "w* in R"),
        ("no mathematics", "no mathematics"),
    ],
)
def test_formulas_are_typed_out(prose: str, words: str) -> None:
    assert plain_words(prose) == words


def test_a_refuted_line_of_a_document_always_says_why() -> None:
    """Also one that follows from a line above, and has no letters for a point."""
    out = io.StringIO()
    text = b"We know that $a + b = 7$ and $ab = 12$. Then $(a+b)^2 - 2ab$ $= 49 - 24$ $= 26$."
    print_answer(answer_document(document_of(text, "markdown"), {}, budget=0.5), Console(file=out, width=200))

    assert (
        "refuted  49 - 24 = 26\n    read as  49 - 24 = 26\n    25 on the left, 26 on the right: left - right = -1\n"
        in out.getvalue()
    )
