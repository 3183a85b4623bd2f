r"""A computational graph drawn twice: as SVG for a page, and in LaTeX's own `picture` environment, which needs no package.

Both draw the same curves. The SVG takes its colours from the page (`currentColor`), so that it can be read on a dark
one, and its formulas are MathML, as all others are.
"""

from __future__ import annotations

from markupsafe import Markup

from symproof.writers.graph import LINE, RADIUS, Arrow, Graph, Spot
from symproof.writers.mathml import mathml

UNIT = 20
"""What an em is in the SVG."""
HEAD, SPREAD = 0.55, 0.2
"""Length and half width of the head of an arrow."""


def svg(graph: Graph, words: str) -> Markup:
    """The drawing for a page; `words` say what it is to who does not see it."""
    parts = [
        f'<svg class="graph" role="img" aria-label="{Markup.escape(words)}" '
        f'viewBox="0 0 {_n(graph.width)} {_n(graph.height)}" style="width:{graph.width:g}em">'
    ]
    for arrow in graph.arrows:
        first = arrow.curves[0][0]
        path = f"M{_at(first)}" + "".join(f"Q{_at(control)} {_at(end)}" for _, control, end in _shortened(arrow))
        parts.append(f'<path class="edge" d="{path}"/>')
        parts.append(f'<path class="head" d="M{"L".join(map(_at, _head(arrow)))}Z"/>')
    for node in graph.nodes:
        x, y = node.center
        kind = "output" if node.output else "line" if node.formula else "input"
        parts.append(f'<circle class="{kind}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(RADIUS)}"/>')
        parts.append(_text(node.letter, (x - RADIUS, y - RADIUS), 2 * RADIUS, 2 * RADIUS, "letter"))
        if node.formula:
            parts.append(_text(node.formula, node.label, node.room, LINE, "formula" if not graph.down else "beside"))
    return Markup("".join((*parts, "</svg>")))  # our own marks; names are escaped in the formulas


def _text(latex: str, corner: Spot, wide: float, high: float, kind: str) -> str:
    x, y = corner
    return (
        f'<foreignObject x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}">'
        f'<div class="{kind}">{mathml(latex)}</div></foreignObject>'
    )


def _n(length: float) -> str:
    return f"{length * UNIT:.4g}"


def _at(spot: Spot) -> str:
    return f"{_n(spot[0])} {_n(spot[1])}"


def picture(graph: Graph) -> str:
    r"""The drawing for LaTeX. `\qbezier` draws the lines, since `\line` knows few slopes."""
    high = graph.height
    parts = [rf"\begin{{picture}}({graph.width:g},{high:g})"]

    def up(spot: Spot) -> str:
        return f"({spot[0]:.2f},{high - spot[1]:.2f})"

    parts.append(r"\color{quiet}")
    for arrow in graph.arrows:
        parts += [rf"\qbezier{up(start)}{up(control)}{up(end)}" for start, control, end in arrow.curves]
        tip, left, _, right = _head(arrow)
        for side in (left, right):
            bent = ((tip[0] * 2 + side[0]) / 3, (tip[1] * 2 + side[1]) / 3)
            parts.append(rf"\qbezier{up(tip)}{up(bent)}{up(side)}")
    parts.append(r"\color{black}")
    for node in graph.nodes:
        for radius in (RADIUS, RADIUS - 0.14)[: 1 + node.output]:
            parts += [rf"\qbezier{up(one)}{up(two)}{up(end)}" for one, two, end in _circle(node.center, radius)]
        parts.append(rf"\put{up(node.center)}{{\makebox(0,0){{${node.letter}$}}}}")
        if node.formula:
            place = "[l]" if graph.down else ""
            start, top = node.label
            spot = (start if graph.down else start + node.room / 2, top + LINE / 2)
            parts.append(rf"\put{up(spot)}{{\makebox(0,0){place}{{\small\color{{quiet}}${node.formula}$}}}}")
    return "\n".join((*parts, r"\end{picture}"))


def _circle(center: Spot, radius: float) -> list[tuple[Spot, Spot, Spot]]:
    """A circle as eight quadratic curves."""
    from math import cos, pi, sin

    x, y = center
    outer = radius / cos(pi / 8)
    around = [(radius if k % 2 == 0 else outer, k * pi / 8) for k in range(17)]
    spots = [(x + r * cos(angle), y + r * sin(angle)) for r, angle in around]
    return [(spots[k], spots[k + 1], spots[k + 2]) for k in range(0, 16, 2)]


def _head(arrow: Arrow) -> tuple[Spot, Spot, Spot, Spot]:
    """The head of an arrow: its tip, one side, its notch, the other side."""
    _, (cx, cy), (x, y) = arrow.curves[-1]
    dx, dy = x - cx, y - cy
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    dx, dy = dx / length, dy / length
    back, notch = (x - HEAD * dx, y - HEAD * dy), (x - 0.75 * HEAD * dx, y - 0.75 * HEAD * dy)
    return (
        (x, y),
        (back[0] - SPREAD * dy, back[1] + SPREAD * dx),
        notch,
        (back[0] + SPREAD * dy, back[1] - SPREAD * dx),
    )


def _shortened(arrow: Arrow) -> list[tuple[Spot, Spot, Spot]]:
    """The curves of an arrow up to the notch of its head, so that the line does not blunt the tip."""
    *before, (start, control, _) = arrow.curves
    return [*before, (start, control, _head(arrow)[2])]
