"""The picture of a computational graph: a layered drawing, left to right, or top to bottom where that is too wide.

A letter is as many layers in as the longest way to it from an input. Within a layer the letters are ordered by the mean
place of their neighbours and then moved as close to them as the space between them allows; an arrow that passes a
layer bends around what stands there. Lengths are in em, the origin is at the upper left.

Source: Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981.
Limits: crossings are reduced by a few sweeps, not to the least number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from symproof.report import TraceRow
from symproof.writers.formula import width

RADIUS = 1.1
LABEL = 0.86
"""The size of the formulas beside the circles, against that of the text."""
LINE = 1.25
"""The height of a formula."""
BETWEEN = 1.5
"""The least free room between two layers, for the arrows."""
PASSING = 1.4
"""The room for an arrow that passes a layer."""
SWEEPS = 12
WIDEST = 38.0

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A circle with a letter, and a formula beside it ("" for an input) whose box starts at `label`."""

    center: Spot
    letter: str
    formula: str
    label: Spot
    room: float
    output: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """Quadratic curves one after another, each as (start, control, end); the last end is the head."""

    curves: tuple[tuple[Spot, Spot, Spot], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing, in a box of `width` by `height`."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    down: bool


def graph(rows: Sequence[TraceRow]) -> Graph:
    """The drawing of the graph whose letters are the rows of a trace."""
    across = _drawn(rows, down=False)
    return across if across.width <= WIDEST else _drawn(rows, down=True)


def _drawn(rows: Sequence[TraceRow], *, down: bool) -> Graph:
    layers = _layers(rows)
    rooms = [LABEL * width(row.term) + 0.3 if row.term else 0.0 for row in rows]
    size = 2 * RADIUS
    # Along the layers a letter takes its circle; a formula stands above or below it, or to its right.
    if down:
        takes = [size + 0.2 + rooms[k] if rooms[k] else size for k in range(len(rows))]
        depths = [size for _ in layers]
    else:
        takes = [size + (LINE + 0.2 if rooms[k] else 0.0) for k in range(len(rows))]
        depths = [max([size, *(rooms[k] for k in layer if k >= 0)]) for layer in layers]
    paths, ordered = _ordered(rows, layers)
    places = _placed(paths, ordered, takes)
    middles, reached = [], 0.0
    for depth in depths:
        middles.append(reached + depth / 2)
        reached += depth + BETWEEN
    where = {node: (places[node], middles[level]) for level, layer in enumerate(ordered) for node in layer}
    low = min(places[k] - size / 2 for k in range(len(rows)))
    middle = (low + max(places[k] + size / 2 for k in range(len(rows)))) / 2

    def spot(node: int) -> Spot:
        along, level = where[node]
        return (along, level) if down else (level, along)

    nodes = []
    for k, row in enumerate(rows):
        x, y = spot(k)
        if down:
            label = (x + RADIUS + 0.2, y - LINE / 2)
        else:
            label = (x - rooms[k] / 2, y + RADIUS + 0.1 if y > middle + 0.01 else y - RADIUS - 0.1 - LINE)
        nodes.append(Node((x, y), row.letter, row.term, label, rooms[k], k == len(rows) - 1))
    arrows = [_arrow([spot(node) for node in path]) for path in paths]
    return _fitted(nodes, arrows, down)


def _layers(rows: Sequence[TraceRow]) -> list[list[int]]:
    """The rows by the longest way from an input."""
    level: list[int] = []
    for row in rows:
        level.append(1 + max((level[k] for k in row.operands), default=-1))
    return [[k for k in range(len(rows)) if level[k] == depth] for depth in range(max(level) + 1)]


def _ordered(rows: Sequence[TraceRow], layers: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """The arrows as paths with a node of their own (numbers below 0) in each layer they pass, and the layers in order."""
    level = {k: depth for depth, layer in enumerate(layers) for k in layer}
    ordered = [list(layer) for layer in layers]
    paths, spare = [], -1
    for k, row in enumerate(rows):
        for operand in row.operands:
            path = [operand]
            for depth in range(level[operand] + 1, level[k]):
                ordered[depth].append(spare)
                path.append(spare)
                spare -= 1
            paths.append([*path, k])
    steps = [step for path in paths for step in pairwise(path)]
    best, fewest = [list(layer) for layer in ordered], _crossings(ordered, steps)
    for sweep in range(SWEEPS):
        depths = range(1, len(ordered)) if sweep % 2 == 0 else range(len(ordered) - 2, -1, -1)
        for depth in depths:
            rank = {node: place for place, node in enumerate(ordered[depth - 1 if sweep % 2 == 0 else depth + 1])}
            means = {node: _mean(node, steps, rank) for node in ordered[depth]}
            own = {node: float(place) for place, node in enumerate(ordered[depth])}
            ordered[depth].sort(key=lambda node, m=means, o=own: o[node] if m[node] is None else m[node])  # type: ignore[misc]  # defaults of a lambda
        found = _crossings(ordered, steps)
        if found < fewest:
            best, fewest = [list(layer) for layer in ordered], found
    return paths, best


def _mean(node: int, steps: Sequence[tuple[int, int]], rank: dict[int, int]) -> float | None:
    """The mean place of the neighbours of a node in the next layer."""
    ranks = [rank[b if a == node else a] for a, b in steps if node in (a, b) and (b if a == node else a) in rank]
    return sum(ranks) / len(ranks) if ranks else None


def _crossings(ordered: Sequence[Sequence[int]], steps: Sequence[tuple[int, int]]) -> int:
    rank = {node: place for layer in ordered for place, node in enumerate(layer)}
    level = {node: depth for depth, layer in enumerate(ordered) for node in layer}
    return sum(
        (rank[a] - rank[c]) * (rank[b] - rank[d]) < 0
        for place, (a, b) in enumerate(steps)
        for c, d in steps[place + 1 :]
        if level[a] == level[c]
    )


def _placed(
    paths: Sequence[Sequence[int]], ordered: Sequence[Sequence[int]], takes: Sequence[float]
) -> dict[int, float]:
    """Where each node stands in its layer: near its neighbours, and apart from those beside it."""
    steps = [step for path in paths for step in pairwise(path)]

    def gap(one: int, other: int) -> float:
        sizes = [takes[node] / 2 if node >= 0 else 0.0 for node in (one, other)]
        return sum(sizes) + (0.9 if min(one, other) >= 0 else PASSING / 2)

    places: dict[int, float] = {}
    for layer in ordered:
        at = 0.0
        for place, node in enumerate(layer):
            at += gap(layer[place - 1], node) if place else 0.0
            places[node] = at
        shift = at / 2
        for node in layer:
            places[node] -= shift
    for sweep in range(2 * SWEEPS):
        for layer in ordered if sweep % 2 == 0 else reversed(ordered):
            wanted = []
            for node in layer:
                near = [places[b if a == node else a] for a, b in steps if node in (a, b)]
                wanted.append(sum(near) / len(near) if near else places[node])
            offsets = [0.0]
            for one, other in pairwise(layer):
                offsets.append(offsets[-1] + gap(one, other))
            levelled = _rising([want - offset for want, offset in zip(wanted, offsets, strict=True)])
            places |= {n: x + offset for n, x, offset in zip(layer, levelled, offsets, strict=True)}
    return places


def _rising(wanted: Sequence[float]) -> list[float]:
    """The rising numbers that are nearest to the wanted ones: neighbours that fall are pooled at their mean."""
    pools: list[tuple[float, int]] = []
    for want in wanted:
        pools.append((want, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (x, n), (y, m) = pools[-2:]
            pools[-2:] = [((n * x + m * y) / (n + m), n + m)]
    return [x for x, n in pools for _ in range(n)]


def _arrow(spots: Sequence[Spot]) -> Arrow:
    """An arrow along a path, from circle to circle; it bends at the layers that it passes."""
    start, end = _toward(spots[0], spots[1], RADIUS), _toward(spots[-1], spots[-2], RADIUS + 0.12)
    if len(spots) == 2:
        return Arrow(((start, _between(start, end), end),))
    curves, at = [], start
    for place in range(1, len(spots) - 1):
        to = end if place == len(spots) - 2 else _between(spots[place], spots[place + 1])
        curves.append((at, spots[place], to))
        at = to
    return Arrow(tuple(curves))


def _toward(spot: Spot, other: Spot, distance: float) -> Spot:
    dx, dy = other[0] - spot[0], other[1] - spot[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return spot[0] + dx / length * distance, spot[1] + dy / length * distance


def _between(one: Spot, other: Spot) -> Spot:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _fitted(nodes: Sequence[Node], arrows: Sequence[Arrow], down: bool) -> Graph:
    """The drawing moved into its box, in hundredths of an em."""
    xs, ys = [], []
    for node in nodes:
        (x, y), (left, top) = node.center, node.label
        xs += [x - RADIUS, x + RADIUS, *([left, left + node.room] if node.formula else [])]
        ys += [y - RADIUS, y + RADIUS, *([top, top + LINE] if node.formula else [])]
    for arrow in arrows:
        for curve in arrow.curves:
            xs += [x for x, _ in curve]
            ys += [y for _, y in curve]
    left, top, margin = min(xs), min(ys), 0.1

    def moved(spot: Spot) -> Spot:
        return round(spot[0] - left + margin, 2), round(spot[1] - top + margin, 2)

    return Graph(
        round(max(xs) - left + 2 * margin, 2),
        round(max(ys) - top + 2 * margin, 2),
        tuple(Node(moved(n.center), n.letter, n.formula, moved(n.label), n.room, n.output) for n in nodes),
        tuple(
            Arrow(tuple((moved(start), moved(control), moved(end)) for start, control, end in arrow.curves))
            for arrow in arrows
        ),
        down,
    )
