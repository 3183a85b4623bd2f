"""The solution sheet as one HTML page: MathML, its style inside, no script, nothing from the network."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from symproof.report import FileReport
from symproof.writers.drawing import svg
from symproof.writers.mathml import mathml
from symproof.writers.prose import plain_prose, prose_html
from symproof.writers.solution import solution
from symproof.writers.trace_table import TraceTable


def html_page(reports: Sequence[FileReport]) -> str:
    """The whole page; the same reports give the same bytes."""
    environment = Environment(
        loader=PackageLoader("symproof.writers"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {
        "prose": lambda text: Markup(prose_html(text)),  # prose_html escapes
        "math": lambda latex: Markup(mathml(latex, display=True)),  # MathML of our own formulas
        "inline": lambda latex: Markup(mathml(latex)),  # likewise
        "plain": plain_prose,
        "drawing": _drawing,
    }
    return environment.get_template("index.html.jinja").render(sheet=solution(reports))


def _drawing(table: TraceTable) -> Markup:
    return svg(table.graph, table.words) if table.graph is not None else Markup()
