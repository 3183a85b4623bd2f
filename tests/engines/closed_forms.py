"""Closed forms and bounds of sums and products: true ones, and false neighbours of them with a point where each fails.

From textbooks of discrete mathematics, in this project's own notation. A row is a name, a claim and what is given.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import (
    Prop,
    binomial,
    cos,
    each,
    eq,
    factorial,
    harmonic,
    index,
    maximum,
    minimizer,
    minimum,
    natural,
    ne,
    norm,
    positive,
    product,
    real,
    sequence,
    sin,
    sqrt,
    total,
    vector,
)
from symproof.term import scalar

Row = tuple[str, Prop, tuple[Prop, ...]]

n, m, r = natural("n"), natural("m"), natural("r")
N, T = natural("N", at_least=1), natural("T", at_least=1)
i, j, k, t = index("i"), index("j"), index("k"), index("t")
q, x, y = real("q"), real("x"), real("y")
p = positive("p")
a, b, c, d = sequence("a"), sequence("b"), sequence("c"), sequence("d")
e = sequence("e", of=positive)
g, v, w = sequence("g", of=vector), sequence("v", of=vector), vector("w")
two, minus = scalar(2), scalar(-1)
half = Fraction(1, 2)

POLYNOMIAL: list[Row] = [
    ("ones", eq(total(1, k, 1, n), n), ()),
    ("naturals", eq(total(k, k, 1, n), n * (n + 1) / 2), ()),
    ("from zero", eq(total(k, k, 0, n), n * (n + 1) / 2), ()),
    ("below n", eq(total(k, k, 0, n - 1), n * (n - 1) / 2), ()),
    ("squares", eq(total(k**2, k, 1, n), n * (n + 1) * (2 * n + 1) / 6), ()),
    ("cubes", eq(total(k**3, k, 1, n), (n * (n + 1) / 2) ** 2), ()),
    ("cubes are a square", eq(total(k**3, k, 1, n), total(k, k, 1, n) ** 2), ()),
    ("fourth powers", eq(total(k**4, k, 1, n), n * (n + 1) * (2 * n + 1) * (3 * n**2 + 3 * n - 1) / 30), ()),
    ("odd numbers", eq(total(2 * k - 1, k, 1, n), n**2), ()),
    ("odd cubes", eq(total((2 * k - 1) ** 3, k, 1, n), n**2 * (2 * n**2 - 1)), ()),
    ("even numbers", eq(total(2 * k, k, 0, n), n * (n + 1)), ()),
    ("an upper half", eq(total(k, k, n, 2 * n), 3 * n * (n + 1) / 2), ()),
    ("between", eq(total(k, k, m, n), (n + m) * (n - m + 1) / 2), (m <= n,)),
    ("rising pairs", eq(total(k * (k + 1), k, 1, n), n * (n + 1) * (n + 2) / 3), ()),
    ("rising triples", eq(total(k * (k + 1) * (k + 2), k, 1, n), n * (n + 1) * (n + 2) * (n + 3) / 4), ()),
    ("a difference of products", eq(total(k * (n - k), k, 0, n), n * (n**2 - 1) / 6), ()),
    ("alternating naturals", eq(total(minus**k * k, k, 0, 2 * n), n), ()),
    ("alternating squares", eq(total(minus**k * k**2, k, 0, n), minus**n * n * (n + 1) / 2), ()),
    ("sums of sums", eq(total(total(j, j, 1, k), k, 1, n), n * (n + 1) * (n + 2) / 6), ()),
    ("a square of ones", eq(total(total(1, j, 1, n), k, 1, n), n**2), ()),
    ("a triangle of ones", eq(total(total(1, j, 1, k), k, 1, n), n * (n + 1) / 2), ()),
    ("a table of products", eq(total(total(j * k, j, 1, n), k, 1, n), (n * (n + 1) / 2) ** 2), ()),
    ("a table of sums", eq(total(total(j + k, j, 1, n), k, 1, m), m * n * (m + n + 2) / 2), ()),
]
GEOMETRIC: list[Row] = [
    ("powers of two", eq(total(two**k, k, 0, n), two ** (n + 1) - 1), ()),
    ("powers of two below n", eq(total(two**k, k, 0, n - 1), two**n - 1), ()),
    ("halves", eq(total(scalar(half) ** k, k, 0, n), 2 - scalar(half) ** n), ()),
    ("halves below the line", eq(total(1 / two**k, k, 1, n), 1 - 1 / two**n), ()),
    ("powers", eq((q - 1) * total(q**k, k, 0, n), q ** (n + 1) - 1), ()),
    ("powers divided", eq(total(q**k, k, 0, n), (q ** (n + 1) - 1) / (q - 1)), (ne(q, 1),)),
    ("powers from m", eq(total(q**k, k, m, n), (q ** (n + 1) - q**m) / (q - 1)), (ne(q, 1), m <= n + 1)),
    ("arithmetic times geometric", eq(total(k * two**k, k, 1, n), (n - 1) * two ** (n + 1) + 2), ()),
    ("squares times powers", eq(total(k**2 * two**k, k, 0, n), (n**2 - 2 * n + 3) * two ** (n + 1) - 6), ()),
    ("with a letter", eq(total(k * q**k, k, 0, n) * (1 - q) ** 2, q - (n + 1) * q ** (n + 1) + n * q ** (n + 2)), ()),
    ("k over two to the k", eq(total(k / two**k, k, 1, n), 2 - (n + 2) / two**n), ()),
    ("alternating powers", eq(total(scalar(-2) ** k, k, 0, n), (1 - scalar(-2) ** (n + 1)) / 3), ()),
    ("two letters", eq((x - y) * total(x**k * y ** (n - k), k, 0, n), x ** (n + 1) - y ** (n + 1)), ()),
    ("a difference of powers", eq(x**n - 1, (x - 1) * total(x**k, k, 0, n - 1)), ()),
    ("four to the k", eq(3 * total(scalar(4) ** k, k, 0, n), two ** (2 * n + 2) - 1), ()),
]
RATIONAL: list[Row] = [
    ("pairs", eq(total(1 / (k * (k + 1)), k, 1, n), n / (n + 1)), ()),
    ("triples", eq(total(1 / (k * (k + 1) * (k + 2)), k, 1, n), scalar(1) / 4 - 1 / (2 * (n + 1) * (n + 2))), ()),
    ("odd pairs", eq(total(1 / ((2 * k - 1) * (2 * k + 1)), k, 1, n), n / (2 * n + 1)), ()),
    ("odd pairs from zero", eq(total(1 / (4 * k**2 - 1), k, 0, n), -(n + 1) / (2 * n + 1)), ()),
    ("threes", eq(total(1 / ((3 * k - 2) * (3 * k + 1)), k, 1, n), n / (3 * n + 1)), ()),
    ("two apart", eq(total(1 / (k * (k + 2)), k, 1, n), scalar(3) / 4 - (2 * n + 3) / (2 * (n + 1) * (n + 2))), ()),
    ("squares", eq(total((2 * k + 1) / (k**2 * (k + 1) ** 2), k, 1, n), 1 - 1 / (n + 1) ** 2), ()),
    ("of fourth degree", eq(total(k / (k**4 + k**2 + 1), k, 1, n), n * (n + 1) / (2 * (n**2 + n + 1))), ()),
    ("roots", eq(total(1 / (sqrt(k) + sqrt(k + 1)), k, 0, n - 1), sqrt(n)), ()),
    ("harmonic", eq(total(harmonic(k), k, 1, n), (n + 1) * harmonic(n) - n), ()),
    ("harmonic below n", eq(total(harmonic(k), k, 1, n - 1), n * harmonic(n) - n), (n >= 1,)),
    ("weighted harmonic", eq(total(k * harmonic(k), k, 1, n), n * (n + 1) / 2 * harmonic(n) - n * (n - 1) / 4), ()),
    ("from five", eq(total(1 / k, k, 5, n), harmonic(n) - scalar(25) / 12), (n >= 4,)),
    ("scaled", eq(total(n / k, k, 1, n), n * harmonic(n)), ()),
    ("alternating harmonic", eq(total(minus ** (k + 1) / k, k, 1, 2 * n), harmonic(2 * n) - harmonic(n)), ()),
]
FACTORIAL: list[Row] = [
    ("k times k factorial", eq(total(k * factorial(k), k, 1, n), factorial(n + 1) - 1), ()),
    ("over factorials", eq(total(k / factorial(k + 1), k, 1, n), 1 - 1 / factorial(n + 1)), ()),
    ("a square with factorials", eq(total((k**2 + k + 1) * factorial(k), k, 1, n), (n + 1) * factorial(n + 1) - 1), ()),
    ("binomials", eq(total(binomial(n, k), k, 0, n), two**n), ()),
    ("weighted binomials", eq(total(k * binomial(n, k), k, 0, n), n * two**n / 2), ()),
    ("squares of k", eq(total(k**2 * binomial(n, k), k, 0, n), n * (n + 1) * two**n / 4), ()),
    ("powers of two", eq(total(two**k * binomial(n, k), k, 0, n), scalar(3) ** n), ()),
    ("binomial theorem", eq(total(binomial(n, k) * x**k * y ** (n - k), k, 0, n), (x + y) ** n), ()),
    ("one plus x", eq(total(binomial(n, k) * x**k, k, 0, n), (1 + x) ** n), ()),
    ("alternating binomials", eq(total(minus**k * binomial(N, k), k, 0, N), 0), ()),
    ("squares of binomials", eq(total(binomial(n, k) ** 2, k, 0, n), binomial(2 * n, n)), ()),
    ("vandermonde", eq(total(binomial(x, k) * binomial(y, n - k), k, 0, n), binomial(x + y, n)), ()),
    ("a harmonic one", eq(total(minus ** (k + 1) * binomial(N, k) / k, k, 1, N), harmonic(N)), ()),
    ("over k plus one", eq(total(binomial(n, k) / (k + 1), k, 0, n), (two ** (n + 1) - 1) / (n + 1)), ()),
    ("hockey stick", eq(total(binomial(k, r), k, 0, n), binomial(n + 1, r + 1)), ()),
    ("hockey stick from r", eq(total(binomial(k, 2), k, 2, n), binomial(n + 1, 3)), (n >= 1,)),
    ("parallel", eq(total(binomial(m + k, k), k, 0, n), binomial(m + n + 1, n)), ()),
    ("partial alternating", eq(total(minus**k * binomial(n, k), k, 0, m), minus**m * binomial(n - 1, m)), (n >= 1,)),
    ("pascal", eq(binomial(n + 1, k + 1), binomial(n, k) + binomial(n, k + 1)), ()),
    ("symmetry", eq(binomial(n, k), binomial(n, n - k)), (k <= n,)),
    ("absorption", eq(k * binomial(n, k), n * binomial(n - 1, k - 1)), (n >= 1, k >= 1)),
    ("central", eq(binomial(2 * n + 2, n + 1), 2 * (2 * n + 1) / (n + 1) * binomial(2 * n, n)), ()),
    (
        "central sums",
        eq(total(binomial(2 * k, k) / scalar(4) ** k, k, 0, n), (2 * n + 1) * binomial(2 * n, n) / scalar(4) ** n),
        (),
    ),
    ("odd factors", eq(product(2 * k - 1, k, 1, n), factorial(2 * n) / (two**n * factorial(n))), ()),
    ("even factors", eq(product(2 * k, k, 1, n), two**n * factorial(n)), ()),
    ("one over k", eq(product(1 + 1 / k, k, 1, n), n + 1), ()),
    ("one minus a square", eq(product(1 - 1 / (k + 1) ** 2, k, 1, n), (n + 2) / (2 * (n + 1))), ()),
    ("cubes over cubes", eq(product((k**3 - 1) / (k**3 + 1), k, 2, N), 2 * (N**2 + N + 1) / (3 * N * (N + 1))), ()),
    ("quotients", eq(product(e[k + 1] / e[k], k, 0, n), e[n + 1] / e[0]), ()),
    ("equal factors", eq(product(x, k, 1, n), x**n), ()),
    ("powers", eq(product(two**k, k, 0, n), two ** (n * (n + 1) / 2)), ()),
    ("of products", eq(product(a[k] * b[k], k, 0, n), product(a[k], k, 0, n) * product(b[k], k, 0, n)), ()),
    ("powers of products", eq(product(a[k] ** 2, k, 0, n), product(a[k], k, 0, n) ** 2), ()),
    ("doubling", eq((1 - x) * product(1 + x ** (two**k), k, 0, n), 1 - x ** (two ** (n + 1))), ()),
]
NESTED: list[Row] = [
    ("exponents that are halves", eq(product(3**k, k, m, n), 3 ** ((n - m**2 + m + n**2) / 2)), (m <= n + 1,)),
    ("a tail inside", eq(total(total(2 / (k * (k + 1)), k, t, n), t, 1, n), 2 * harmonic(n) - 2 * n / (n + 1)), ()),
    ("a factor before it", eq(total(total(binomial(n, t) * binomial(t, k), k, 0, t), t, 0, n), scalar(3) ** n), ()),
]
TURNING: list[Row] = [
    ("a distance", eq(total(abs(n - k), k, 0, 2 * n), n * (n + 1)), ()),
    ("the smaller", eq(total(minimum(k, n), k, 0, 2 * n), n * (3 * n + 1) / 2), ()),
    ("a table of the larger", eq(total(total(maximum(j, k), j, 1, n), k, 1, n), n * (n + 1) * (4 * n - 1) / 6), ()),
]
ANGLES: list[Row] = [
    ("Dirichlet", eq(1 + 2 * total(cos(k * x), k, 1, n), sin((2 * n + 1) * x / 2) / sin(x / 2)), (ne(sin(x / 2), 0),)),
    ("odd multiples", eq(total(sin((2 * k - 1) * x), k, 1, n), sin(n * x) ** 2 / sin(x)), (ne(sin(x), 0),)),
    ("thrice", eq(sin(3 * x), 3 * sin(x) - 4 * sin(x) ** 3), ()),
    ("of differences", eq(sin(x - y) * sin(x + y), sin(x) ** 2 - sin(y) ** 2), ()),
]
fib = each(k, eq(a[k + 2], a[k + 1] + a[k]))
SEQUENCES: list[Row] = [
    ("backwards", eq(total(a[n - k], k, 0, n), total(a[k], k, 0, n)), ()),
    ("a convolution", eq(total(a[k] * b[n - k], k, 0, n), total(a[n - k] * b[k], k, 0, n)), ()),
    ("half of it backwards", eq(total(1 / k + 1 / (n + 1 - k), k, 1, n), 2 * harmonic(n)), ()),
    ("shifted", eq(total(a[k + 1], k, 0, n), total(a[k], k, 1, n + 1)), ()),
    ("first term", eq(total(a[k], k, 0, n), a[0] + total(a[k], k, 1, n)), ()),
    ("last term", eq(total(a[k], k, 0, n + 1), total(a[k], k, 0, n) + a[n + 1]), ()),
    (
        "by parts",
        eq(
            total(a[k] * (b[k + 1] - b[k]), k, 0, n),
            a[n + 1] * b[n + 1] - a[0] * b[0] - total(b[k + 1] * (a[k + 1] - a[k]), k, 0, n),
        ),
        (),
    ),
    (
        "even and odd places",
        eq(total(a[k], k, 0, 2 * n + 1), total(a[2 * k], k, 0, n) + total(a[2 * k + 1], k, 0, n)),
        (),
    ),
    ("triangle", eq(total(total(a[j] * b[k], j, 0, k), k, 0, n), total(total(a[j] * b[k], k, j, n), j, 0, n)), ()),
    ("square of a sum", eq(total(a[k], k, 0, n) ** 2, total(total(a[j] * a[k], j, 0, n), k, 0, n)), ()),
    ("arithmetic", eq(total(a[k], k, 0, n), (n + 1) * (a[0] + a[n]) / 2), (each(k, eq(a[k + 1], a[k] + x)),)),
    ("arithmetic term", eq(a[n], a[0] + n * x), (each(k, eq(a[k + 1], a[k] + x)),)),
    ("geometric term", eq(a[n], a[0] * q**n), (each(k, eq(a[k + 1], q * a[k])),)),
    ("affine term", eq(a[n], two**n * (a[0] + 1) - 1), (each(k, eq(a[k + 1], 2 * a[k] + 1)),)),
    ("fibonacci sum", eq(total(a[k], k, 0, n), a[n + 2] - a[1]), (fib,)),
    ("fibonacci squares", eq(total(a[k] ** 2, k, 1, n), a[n] * a[n + 1]), (fib, eq(a[0], 0), eq(a[1], 1))),
    ("cassini", eq(a[n + 2] * a[n] - a[n + 1] ** 2, minus ** (n + 1)), (fib, eq(a[0], 0), eq(a[1], 1))),
    (
        "momentum",
        eq(v[T], total(q ** (T - 1 - t) * g[t], t, 0, T - 1)),
        (each(t, eq(v[t + 1], q * v[t] + g[t])), eq(v[0], 0)),
    ),
    ("descent", total(d[t], t, 0, T) <= a[0] - a[T + 1], (each(t, d[t] <= a[t] - a[t + 1]),)),
]
BOUNDS: list[Row] = [
    ("bernoulli", (1 + x) ** n >= 1 + n * x, (x >= -1,)),
    ("n below two to the n", n < two**n, ()),
    ("squares below", n**2 <= two**n, (n >= 4,)),
    ("factorials above", factorial(n) >= two ** (n - 1), (n >= 1,)),
    ("factorials below", factorial(N) <= N**N, ()),
    ("two to the n below n factorial", two**n < factorial(n), (n >= 4,)),
    ("powers grow", x**n <= y**n, (0 <= x, x <= y)),
    ("powers above one", x**n >= 1, (x >= 1,)),
    ("powers below one", x**n <= 1, (x >= 0, x <= 1)),
    ("inverse squares", total(1 / k**2, k, 1, N) <= 2 - 1 / N, ()),
    ("inverse squares below two", total(1 / k**2, k, 1, n) <= 2, ()),
    ("inverse roots above", total(1 / sqrt(k), k, 1, n) <= 2 * sqrt(n), ()),
    ("inverse roots, sharper", total(1 / sqrt(k), k, 1, N) <= 2 * sqrt(N) - 1, ()),
    ("inverse roots below", 2 * (sqrt(n + 1) - 1) <= total(1 / sqrt(k), k, 1, n), ()),
    ("harmonic below", harmonic(N) <= N, ()),
    ("terms", total(a[k], k, 1, n) <= total(b[k], k, 1, n), (each(k, a[k] <= b[k]),)),
    ("constant terms", total(a[k], k, 1, n) <= n * x, (each(k, a[k] <= x),)),
    ("cauchy", total(a[k] * b[k], k, 0, n) ** 2 <= total(a[k] ** 2, k, 0, n) * total(b[k] ** 2, k, 0, n), ()),
    ("cauchy from one", total(a[k] * b[k], k, 1, n) ** 2 <= total(a[k] ** 2, k, 1, n) * total(b[k] ** 2, k, 1, n), ()),
    ("mean square", total(a[k], k, 1, n) ** 2 <= n * total(a[k] ** 2, k, 1, n), ()),
    ("jensen", total(e[k] * a[k], k, 0, n) ** 2 <= total(e[k] * a[k] ** 2, k, 0, n), (eq(total(e[k], k, 0, n), 1),)),
    ("triangle", abs(total(a[k], k, 0, n)) <= total(abs(a[k]), k, 0, n), ()),
    ("norms", norm(total(v[k], k, 0, n)) <= total(norm(v[k]), k, 0, n), ()),
    ("squared norms", norm(total(v[k], k, 1, T)) ** 2 <= T * total(norm(v[k]) ** 2, k, 1, T), ()),
    ("product above", 1 + total(e[k], k, 0, n) <= product(1 + e[k], k, 0, n), ()),
    ("mean", minimizer(total(v[k], k, 1, T) / T, total(norm(w - v[k]) ** 2, k, 1, T), w), ()),
    ("telescoped bound", total(1 / k**2, k, n, 2 * n) <= 1 / (n - 1), (n >= 2,)),
]
TRUE = POLYNOMIAL + GEOMETRIC + RATIONAL + FACTORIAL + NESTED + TURNING + ANGLES + SEQUENCES + BOUNDS

FALSE: list[Row] = [
    ("ones from zero", eq(total(1, k, 0, n), n), ()),
    ("naturals below", eq(total(k, k, 1, n - 1), n * (n + 1) / 2), ()),
    ("squares", eq(total(k**2, k, 1, n), n * (n + 1) * (2 * n - 1) / 6), ()),
    ("cubes", eq(total(k**3, k, 1, n), (n * (n - 1) / 2) ** 2), ()),
    ("odd numbers", eq(total(2 * k - 1, k, 0, n), n**2), ()),
    ("an upper half", eq(total(k, k, n, 2 * n), 3 * n**2 / 2), ()),
    ("between, too far", eq(total(k, k, m, n), (n + m) * (n - m + 1) / 2), ()),  # n = 0, m = 2
    ("alternating squares", eq(total(minus**k * k**2, k, 0, n), n * (n + 1) / 2), ()),
    ("sums of sums", eq(total(total(j, j, 1, k), k, 1, n), n * (n + 1) * (n + 2) / 3), ()),
    ("powers of two", eq(total(two**k, k, 0, n), two**n - 1), ()),
    ("exponents that are halves", eq(product(3**k, k, m, n), 3 ** ((n - m**2 - m + n**2) / 2)), (m <= n + 1,)),
    ("halves", eq(total(1 / two**k, k, 0, n), 1 - 1 / two**n), ()),
    ("powers", eq((q - 1) * total(q**k, k, 0, n), q**n - 1), ()),
    ("powers from m", eq(total(q**k, k, m, n), (q ** (n + 1) - q**m) / (q - 1)), (ne(q, 1), m <= n + 2)),
    ("arithmetic times geometric", eq(total(k * two**k, k, 1, n), (n - 1) * two ** (n + 1)), ()),
    ("two letters", eq((x - y) * total(x**k * y ** (n - k), k, 0, n), x**n - y**n), ()),
    ("pairs", eq(total(1 / (k * (k + 1)), k, 1, n), (n - 1) / n), (n >= 1,)),
    ("odd pairs", eq(total(1 / (4 * k**2 - 1), k, 1, n), n / (2 * n - 1)), ()),
    ("harmonic", eq(total(harmonic(k), k, 1, n), n * harmonic(n) - n), ()),
    ("from five", eq(total(1 / k, k, 5, n), harmonic(n) - scalar(25) / 12), (n >= 3,)),
    ("alternating harmonic", eq(total(minus**k / k, k, 1, 2 * n), harmonic(2 * n) - harmonic(n)), ()),
    ("k times k factorial", eq(total(k * factorial(k), k, 1, n), factorial(n + 1)), ()),
    ("over factorials", eq(total(k / factorial(k + 1), k, 0, n), 1 - 1 / factorial(n)), ()),
    ("binomials", eq(total(binomial(n, k), k, 0, n - 1), two**n), ()),
    ("weighted binomials", eq(total(k * binomial(n, k), k, 0, n), n * two**n), ()),
    ("alternating binomials", eq(total(minus**k * binomial(n, k), k, 0, n), 0), ()),  # n = 0
    ("squares of binomials", eq(total(binomial(n, k) ** 2, k, 0, n), binomial(2 * n, n - 1)), ()),
    ("over k plus one", eq(total(binomial(n, k) / (k + 1), k, 0, n), two ** (n + 1) / (n + 1)), ()),
    ("a harmonic one", eq(total(minus ** (k + 1) * binomial(N, k) / k, k, 1, N), harmonic(N - 1)), ()),
    ("vandermonde", eq(total(binomial(x, k) * binomial(y, n - k), k, 0, n), binomial(x - y, n)), ()),
    ("pascal", eq(binomial(n + 1, k), binomial(n, k) + binomial(n, k + 1)), ()),
    ("symmetry", eq(binomial(-n, k), binomial(-n, -n - k)), ()),  # both have a value: 0 for a negative lower number
    ("products", eq(product(1 + 1 / k, k, 1, n), n), ()),
    ("equal factors", eq(product(x, k, 0, n), x**n), ()),
    ("factors below one", eq(product(k - 2, k, 0, n), factorial(n)), ()),
    ("backwards", eq(total(a[n - k], k, 0, n), total(a[k], k, 0, n + 1)), ()),
    ("a convolution", eq(total(a[k] * b[n - k], k, 0, n), total(a[k] * b[k], k, 0, n)), ()),
    ("half of it backwards", eq(total(1 / k + 1 / (n + 2 - k), k, 1, n), 2 * harmonic(n)), ()),
    ("last term", eq(total(a[k], k, 0, n + 1), total(a[k], k, 0, n) + a[n]), ()),
    ("fibonacci", eq(total(a[k], k, 0, n), a[n + 2] - a[0]), (fib,)),
    ("the smaller", eq(total(minimum(k, n), k, 0, 2 * n), n * (3 * n - 1) / 2), ()),
    ("a distance beyond", eq(total(abs(m - k), k, 0, 2 * n), m * (m + 1)), ()),  # m may lie beyond the range
    ("thrice", eq(sin(3 * x), 3 * sin(x) - 4 * sin(x) ** 2), ()),
    ("bernoulli", (1 + x) ** n >= 1 + n * x, (x >= -6,)),
    ("squares below", n**2 <= two**n, (n >= 2,)),
    ("two to the n below n factorial", two**n < factorial(n), (n >= 3,)),
    ("powers grow", x**n <= y**n, (x <= y,)),
    ("inverse squares", total(1 / k**2, k, 1, N) <= 2 - 2 / N, ()),
    ("cauchy", total(a[k] * b[k], k, 0, n) ** 2 <= total(a[k], k, 0, n) * total(b[k] ** 2, k, 0, n), ()),
    ("mean square", total(a[k], k, 0, n) ** 2 <= n * total(a[k] ** 2, k, 0, n), ()),
    ("jensen", total(a[k], k, 0, n) ** 2 <= total(a[k] ** 2, k, 0, n), ()),
]
