r"""Triangles and parallelograms, with vectors for their corners; in any dimension."""

from symproof import Chain, Prop, calc, derivation, eq, iff, inner, norm, vectors

a, b, c, d, p, h, u, v = vectors("a b c d p h u v")
centroid = (a + b + c) / 3


@derivation
def medians_meet() -> Chain:
    """The centroid divides each median two to one."""
    return calc(centroid).eq(a + 2 * ((b + c) / 2 - a) / 3)


@derivation
def law_of_cosines() -> Chain:
    """The law of cosines, with the inner product in place of the cosine."""
    return calc(norm(b - c) ** 2).eq(norm(a - b) ** 2 + norm(a - c) ** 2 - 2 * inner(b - a, c - a))


@derivation(given=[eq(inner(u, v), 0)])
def british_flag() -> Chain:
    """In a rectangle the squared distances to opposite corners add up alike, from any point (the British flag)."""
    return calc(norm(p - a) ** 2 + norm(p - a - u - v) ** 2).eq(norm(p - a - u) ** 2 + norm(p - a - v) ** 2)


@derivation(expect="refuted")
def british_flag_without_right_angles() -> Chain:
    """In a parallelogram they need not."""
    return calc(norm(p - a) ** 2 + norm(p - a - u - v) ** 2).eq(norm(p - a - u) ** 2 + norm(p - a - v) ** 2)


@derivation(given=[norm(a) ** 2 <= inner(a, b), norm(b) ** 2 <= inner(a, b)])
def only_equal() -> Prop:
    """Two vectors that are both no longer than their inner product allows are equal."""
    return eq(a, b)


@derivation(given=[eq(inner(h - a, b - c), 0), eq(inner(h - b, c - a), 0)])
def altitudes_meet() -> Prop:
    """A point on two altitudes is on the third."""
    return eq(inner(h - c, a - b), 0)


@derivation
def thales() -> Prop:
    """A corner p sees the diameter from a to -a at a right angle exactly when it is on the circle (Thales)."""
    return iff(eq(inner(p - a, p + a), 0), eq(norm(p) ** 2, norm(a) ** 2))


@derivation
def four_points() -> Chain:
    """Of any four points: the squares of the sides, those of the diagonals, and how far it is from a parallelogram (Euler)."""
    sides = norm(a - b) ** 2 + norm(b - c) ** 2 + norm(c - d) ** 2 + norm(d - a) ** 2
    return calc(sides).eq(norm(a - c) ** 2 + norm(b - d) ** 2 + norm(a + c - b - d) ** 2)
