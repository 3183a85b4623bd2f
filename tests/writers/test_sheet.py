"""The LaTeX file and the PDF: they compile, nothing leaves the page, and the same reports give the same bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from symproof.report import FileReport
from symproof.writers import sheet
from symproof.writers.sheet import INSTALL, latex_document, write_sheets
from tests.writers.samples import broken_file, circulant_file, regret_file, samples, wide_file

needs_latex = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here to set a sheet with")
UNREADABLE = FileReport("derivations/odd.py", "", "", error="SyntaxError: invalid syntax % & #", error_line=3)


def log_of(reports: list[FileReport], folder: Path) -> str:
    """What pdflatex says of the sheet, on its second run."""
    (folder / "sheet.tex").write_text(latex_document(reports), encoding="utf-8")
    for _ in range(2):
        run = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "sheet.tex"],
            cwd=folder, capture_output=True, text=True, errors="replace", timeout=120, check=False,
        )  # fmt: skip
    return run.stdout


@needs_latex
@pytest.mark.parametrize(
    "reports",
    [samples(), [wide_file()], [broken_file(), UNREADABLE], []],
    ids=["all", "wide", "odd", "none"],
)
def test_a_sheet_compiles_and_nothing_leaves_the_page(reports: list[FileReport], tmp_path: Path) -> None:
    log = log_of(reports, tmp_path)

    assert "Output written on sheet.pdf" in log
    complaints = re.findall(r"^(?:!|Overfull|LaTeX Warning).*", log, re.MULTILINE)
    assert complaints == []


def test_a_sheet_needs_six_packages_and_no_others() -> None:
    text = latex_document(samples())

    used = set(re.findall(r"\\(?:usepackage|RequirePackage)(?:\[[^]]*\])?\{([^}]*)\}", text))
    assert used == {"amsmath", "amsthm", "hyperref", "xcolor", "booktabs", "longtable"}


def test_a_chain_is_one_display_with_its_left_side_once() -> None:
    text = latex_document([regret_file()])

    bound = text[text.index(r"\entry{claim-1-2}") :]
    steps = bound[bound.index(r"\begin{steps}") : bound.index(r"\end{steps}")]
    assert steps.count(r"\why{") == 4
    assert steps.count(r"\langle \mathbf{w}_{t} - \mathbf{w}^{\star}, \mathbf{v}_{t} \rangle") == 1
    assert r"\why{by \hyperref[claim-1-1]{Claim 1.1}}{\proved}" in steps


def test_a_known_slip_is_not_true_and_shows_its_point() -> None:
    text = latex_document([regret_file()])

    assert r"\entry{claim-1-3}{Known slip 1.3}" in text
    assert r"is \textcolor{no}{not true} that" in text
    assert r"Step 2 fails at $T = 1$, $\eta = 1$" in text
    assert "there left minus right is $-1/2$" in text


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = write_sheets(samples(), tmp_path / "a"), write_sheets(samples(), tmp_path / "b")

    assert first.tex.read_bytes() == second.tex.read_bytes()
    assert first.html.read_bytes() == second.html.read_bytes()
    if first.pdf is not None and second.pdf is not None:
        assert first.pdf.read_bytes() == second.pdf.read_bytes()
    assert str(tmp_path) not in first.tex.read_text() + first.html.read_text()


@needs_latex
def test_a_pdf_is_written_where_latex_is_installed(tmp_path: Path) -> None:
    files = write_sheets([circulant_file()], tmp_path)

    assert files.pdf == tmp_path / "sheet.pdf"
    assert files.pdf.read_bytes().startswith(b"%PDF")
    assert files.message == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "sheet.pdf", "sheet.tex"]


def test_without_latex_one_line_says_how_to_get_it_and_no_old_pdf_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"of an earlier run")
    monkeypatch.setattr(sheet.shutil, "which", lambda program: None)

    files = write_sheets([circulant_file()], tmp_path)

    assert files.pdf is None
    assert files.message == INSTALL
    assert "apt-get install texlive-latex-base texlive-latex-recommended" in files.message
    assert not (tmp_path / "sheet.pdf").exists()


def a_program(folder: Path, body: str) -> str:
    """A stand-in for pdflatex."""
    path = folder / "pdflatex"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_where_latex_stops_its_own_words_are_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = a_program(tmp_path, "echo '! Undefined control sequence.'; exit 1")
    monkeypatch.setattr(sheet.shutil, "which", lambda name: program)

    files = write_sheets([circulant_file()], tmp_path / "out")

    assert files.pdf is None
    assert files.message.endswith("! Undefined control sequence.")
    assert files.tex.exists() and files.html.exists()


def test_a_latex_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = a_program(tmp_path, "exec sleep 60")
    monkeypatch.setattr(sheet.shutil, "which", lambda name: program)
    monkeypatch.setattr(sheet, "SECONDS", 0.3)

    files = write_sheets([circulant_file()], tmp_path / "out")

    assert files.pdf is None
    assert "did not finish" in files.message


@needs_latex
def test_what_an_author_writes_cannot_break_the_sheet(tmp_path: Path) -> None:
    text = '\\end{document} 100% of {$x^{$} & #1 ~^_ <|> "q" `\\code{_}` \u00e9 \u4e2d \u03bb \u2265 $x_1$ $\\input{/etc/passwd}$'
    report = broken_file()
    hostile = replace(
        report,
        title=text,
        remarks=text,
        file=f"{text}.py",
        derivations=tuple(replace(each, name=text, title=text, remarks=text) for each in report.derivations),
    )

    log = log_of([hostile, regret_file()], tmp_path)

    assert "Output written on sheet.pdf" in log
    assert "passwd" not in log
