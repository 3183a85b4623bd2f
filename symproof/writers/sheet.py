r"""The solution sheet: one LaTeX file, one HTML page, and a PDF where `pdflatex` is installed.

`write_sheets` writes the same bytes for the same reports: no dates, no timings, no paths of the machine. The LaTeX
file needs amsmath, amsthm, hyperref, xcolor and booktabs, and nothing else.

Limits: text beyond Latin and Greek letters is shown in the PDF by its Unicode number, on the page as it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from symproof.report import FileReport
from symproof.writers.drawing import picture
from symproof.writers.html import html_page
from symproof.writers.prose import escape_latex, plain_prose, prose_latex
from symproof.writers.solution import Group, Row, solution
from symproof.writers.trace_table import TraceLine, TraceTable

INSTALL = "For a PDF install LaTeX (apt-get install texlive-latex-base texlive-latex-recommended) and run this again."
SECONDS = 120
"""How long one run of pdflatex may take."""
MARKS = {"proved": r"\proved", "refuted": r"\refuted", "unknown": r"\unsettled"}


@dataclass(frozen=True, slots=True)
class SheetFiles:
    """What was written; `pdf` is None where there is no PDF, and `message` then says why in one line."""

    tex: Path
    html: Path
    pdf: Path | None
    message: str = ""


def write_sheets(reports: Sequence[FileReport], out: Path) -> SheetFiles:
    """Write `sheet.tex`, `index.html` and, with pdflatex at hand, `sheet.pdf` into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    tex, page = out / "sheet.tex", out / "index.html"
    tex.write_text(latex_document(reports), encoding="utf-8")
    page.write_text(html_page(reports), encoding="utf-8")
    pdf, message = _typeset(tex, out / "sheet.pdf")
    return SheetFiles(tex, page, pdf, message)


def latex_document(reports: Sequence[FileReport]) -> str:
    """The whole LaTeX file."""
    environment = Environment(
        loader=PackageLoader("symproof.writers"),
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # LaTeX: prose is escaped by the filter `prose`
    )
    environment.filters |= {
        "prose": prose_latex,
        "code": lambda text: rf"\texttt{{{escape_latex(text, code=True)}}}",
        "plain": lambda text: escape_latex(plain_prose(text)),
        "display": _display,
        "chain": _chain,
        "reason": _reason,
        "trace": _trace,
        "mark": MARKS.__getitem__,
    }
    return environment.get_template("sheet.tex.jinja").render(sheet=solution(reports))


def _display(formulas: Sequence[Sequence[str]], keep: object = None) -> str:
    """Formulas below each other, the lines of one indented after its first; with `keep`, on the page of what follows."""
    rows = [("& " if place == 0 else r"& \quad {}") + line for lines in formulas for place, line in enumerate(lines)]
    name = "steps" if keep else "align*"
    return f"\\begin{{{name}}}\n" + " \\\\\n".join(f"  {row}" for row in rows) + f"\n\\end{{{name}}}"


def _chain(group: Group) -> str:
    r"""A chain as one `align*`: the left side, then a row for each relation, with its reason on the right."""
    rows: list[str] = []
    if group.above:
        rows += [("& " if place == 0 else r"& \quad {}") + line for place, line in enumerate(group.left)]
    lead = r"& \quad " if group.above else "& "
    for number, row in enumerate(group.rows):
        head = f"{group.left[0]} " if group.left and not group.above and number == 0 else ""
        for place, line in enumerate(row.right):
            rows.append(f"{head}{lead}{row.relation} {line}" if place == 0 else rf"{lead}\quad {{}}{line}")
            head = ""
        rows[-1] += _tag(row)
    return "\\begin{steps}\n" + " \\\\\n".join(f"  {row}" for row in rows) + "\n\\end{steps}"


def _tag(row: Row) -> str:
    r"""The reason and the mark of a row. amsmath measures, and sets them below a row that leaves no room."""
    if row.long:
        return rf" \\ & \longwhy{{{_reason(row)}}}{{{MARKS[row.verdict]}}}"
    return rf" \why{{{_reason(row)}}}{{{MARKS[row.verdict]}}}"


def _reason(row: Row) -> str:
    """Why a step holds, in words, with links to the claims that it cites."""
    links = ", ".join(rf"\hyperref[{anchor}]{{{label}}}" for anchor, label in row.links)
    words = prose_latex(row.reason)
    return f"{words}, by {links}" if words and links else f"by {links}" if links else words


def _trace(table: TraceTable) -> str:
    """The graph of an evaluation trace above its table."""
    columns = ["l"] + ["@{\\;\\;}l"] * bool(table.point)
    point = "$" + ",\\ ".join(table.point) + "$"
    heads = [rf"\textit{{{table.heads[0]}}}"] + [rf"\textcolor{{quiet}}{{{point}}}"] * bool(table.point)
    if table.heads[1]:
        columns += ["@{\\qquad}l", *["@{\\;\\;}l"] * bool(table.point), "@{\\enspace}c"]
        up = r" \textcolor{quiet}{(read upwards)}" if table.upwards else ""
        heads += [rf"\textit{{{prose_latex(table.heads[1])}}}{up}", *[""] * bool(table.point), ""]
    rows = [row for line in table.lines for row in _trace_rows(line, table)]
    drawn = rf"\textcolor{{quiet}}{{The graph is that of \hyperref[{table.like[0]}]{{{table.like[1]}}}.}}"
    if table.graph is not None:
        drawn = rf"{{\setlength{{\unitlength}}{{1em}}\linethickness{{0.04em}}{picture(table.graph)}}}"
    body = " \\\\\n".join(("  " + " & ".join(row)) for row in rows)
    return "\n".join(
        (
            r"\par\medskip{\centering",
            drawn,
            r"\par\medskip\nopagebreak[2]\small\renewcommand{\arraystretch}{1.15}",
            rf"\begin{{tabular}}{{@{{}}{''.join(columns)}@{{}}}}",
            r"\toprule",
            " & ".join(heads) + r" \\",
            r"\midrule",
            body + r" \\",
            r"\bottomrule",
            r"\end{tabular}",
            r"\par}",
        )
    )


def _trace_rows(line: TraceLine, table: TraceTable) -> list[list[str]]:
    """A row of the table, in as many rows as its longest formula has lines."""
    rows = []
    for place in range(line.height):
        cells = [_cell(line.primal, place)]
        cells += [rf"\textcolor{{quiet}}{{{_cell((line.value,), place)}}}"] * bool(table.point)
        if table.heads[1]:
            cells.append(_cell(line.rate, place))
            cells += [rf"\textcolor{{quiet}}{{{_cell((line.rate_value,), place)}}}"] * bool(table.point)
            cells.append(MARKS[line.verdict] if line.verdict and place == 0 else "")
        rows.append(cells)
    return rows


def _cell(lines: Sequence[str], place: int) -> str:
    if place >= len(lines) or not lines[place]:
        return ""
    return rf"${'' if place == 0 else '{} '}{lines[place]}$" if place == 0 else rf"$\quad {{}}{lines[place]}$"


def _typeset(tex: Path, pdf: Path) -> tuple[Path | None, str]:
    """Run pdflatex twice, for the references, in a folder of its own."""
    pdf.unlink(missing_ok=True)  # one of an earlier run would not show what was checked now
    program = shutil.which("pdflatex")
    if program is None:
        return None, INSTALL
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copy(tex, work / "sheet.tex")
        command = [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "sheet.tex"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1"}
        for _ in range(2):
            try:
                run = subprocess.run(
                    command, cwd=work, env=environment, capture_output=True, timeout=SECONDS, check=False
                )
            except subprocess.TimeoutExpired:
                return None, f"No PDF: pdflatex did not finish {tex} within {SECONDS} s."
            if run.returncode != 0:
                return None, f"No PDF: pdflatex stopped at {tex}: {_complaint(run.stdout)}"
        shutil.copy(work / "sheet.pdf", pdf)
    return pdf, ""


def _complaint(log: bytes) -> str:
    """The line in which TeX says what is wrong."""
    lines = log.decode("utf-8", errors="replace").splitlines()
    return next((line for line in lines if line.startswith("!")), lines[-1] if lines else "no reason given")
