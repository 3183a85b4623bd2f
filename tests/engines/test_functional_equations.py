"""What is said of a function or a sequence at all places: used where the claim calls for it, and what does not follow from it."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, Refuted
from symproof.statement import each, eq, implies, ne
from symproof.symbols import function, integer, natural, positive, real, reals, sequence, vector
from tests.kernel_says import accepts, settled

x, y, z, c, d = reals("x y z c d")
e = positive("e")
i, j, k = (natural(name) for name in "ijk")
m, n = (natural(name, at_least=1) for name in "mn")
u = integer("u")
h, f, a, v = function("h", real), function("f", real), sequence("a"), sequence("v", of=vector)
g = sequence("g", lambda name: natural(name, at_least=1), start=1)


def _both(law: Prop) -> Prop:
    return each(x, each(y, law))


ADDITIVE = _both(eq(f(x + y), f(x) + f(y)))
REFUTED: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    ((ADDITIVE,), eq(f(3 * z), 3 * f(z)), eq(f(3 * z), 2 * f(z))),
    ((ADDITIVE,), eq(f(z - c), f(z) - f(c)), eq(f(z - c), f(z) + f(c))),
    ((ADDITIVE,), eq(f(u * z), u * f(z)), eq(f(u * z), f(z))),
    ((ADDITIVE,), eq(f(u * z / m - 2 * c), u * f(z) / m - 2 * f(c)), eq(f(u * z / m - 2 * c), u * f(z) / m + 2 * f(c))),
    ((ADDITIVE,), eq(f(z / m), f(z) / m), eq(f(z / m), m * f(z))),
    ((ADDITIVE, eq(f(1), 2)), eq(f(u / n), 2 * u / n), eq(f(u / n), 2 * u)),
    ((ADDITIVE,), eq(f(u**2 * z), u**2 * f(z)), eq(f(u**2 * z), u * f(z))),
    ((_both(eq(f(x + y), f(x) * f(y))), ne(f(1), 0)), eq(f(0), 1), eq(f(0), 0)),
    ((_both(eq(f(x + y), f(x) * f(y))), ne(f(0), 0)), f(z) > 0, f(z) > 1),
    ((_both(eq(f(x + y), f(x) * f(y))),), f(z) >= 0, f(z) > 0),
    ((ADDITIVE, eq(f(1), 2)), eq(f(4), 8), eq(f(4), 16)),
    ((_both(eq(f(x + y), f(x) + f(y) + x * y)), eq(f(1), 1)), eq(f(3), 6), eq(f(3), 5)),
    ((each(x, eq(f(x) + 2 * f(1 - x), x)),), eq(3 * f(0), 2), eq(3 * f(0), 1)),
    ((each(x, eq(2 * f(x) + f(-x), 3 * x**2 + x)),), eq(f(2), 6), eq(f(2), 5)),
    ((each(x, eq(f(x) + h(x), x)), each(x, eq(f(x) - h(x), 1))), eq(f(3), 2), eq(f(3), 1)),
    ((each(x, eq(f(f(x)), x)),), eq(f(f(f(z))), f(z)), eq(f(f(f(z))), z)),
    ((each(k, a[k + 1] <= a[k]), k <= j), a[j] <= a[k], a[k] <= a[j]),
    ((each(k, eq(v[k + 1], v[k])), k <= j), eq(v[j], v[k]), eq(v[j], 2 * v[k])),
    ((each(k, eq(a[k + 1], 2 * a[k])), k <= j), eq(a[j], 2 ** (j - k) * a[k]), eq(a[j], 2**j * a[k])),
    ((each(i, implies(i >= j, a[i + 1] <= a[i])), j <= k), a[k] <= a[j], a[k] <= a[0]),
    ((each(i, implies(i >= j, a[i + 1] <= c * a[i])), j <= k, c > 0), a[k] <= c ** (k - j) * a[j], a[k] <= c**k * a[j]),
    ((each(i, implies(i >= j, abs(a[i] - c) < e)), k >= j, n >= j), abs(a[k] - a[n]) < 2 * e, abs(a[k] - a[n]) < e),
    (
        (each(x, implies(abs(x - c) < d, abs(f(x) - z) < e)), abs(y - c) < d / 2),
        abs(f(y) - z) < e,
        abs(f(y) - z) < e / 2,
    ),
    ((_both(abs(f(x) - f(y)) <= abs(x - y) / 2), eq(f(z), z), eq(f(c), c)), eq(z, c), eq(z, c + 1)),
    ((each(x, eq(h(x), f(x**2))), each(x, eq(f(x), 2 * x + 1))), eq(h(3), 19), eq(h(3), 49)),
    (
        (_both(implies(x <= y, f(x) <= f(y))), _both(implies(x <= y, h(x) <= h(y))), z <= c),
        f(h(z)) <= f(h(c)),
        f(h(c)) <= f(h(z)),
    ),
    ((each(x, eq(f(x + 1), f(x))),), eq(f(z + n), f(z)), eq(f(z + n), f(z) + n)),
    ((each(x, eq(f(x + 2), 3 * f(x))),), eq(f(z + 8), 81 * f(z)), eq(f(8), 82)),
    ((each(x, eq(f(3 * x), 3 * f(x))),), eq(f(27 * z), 27 * f(z)), eq(f(27 * z), 9 * f(z))),
    ((_both(implies(x < y, f(x) > f(y))), f(z) < f(c)), c < z, z < c),
    ((_both(eq(f(x * y), f(x) + 2 * f(y))),), eq(f(z), 0), eq(f(z), 1)),
    ((_both(eq(f(x * y), y * f(x))),), eq(f(z), z * f(1)), eq(f(z), f(1) + 1)),
    ((_both(implies(x < y, f(x) < f(y))), eq(f(z), f(c))), eq(z, c), eq(z, c + 1)),
]
NOT_PROVED: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    ((_both(eq(f(x) * f(y) - f(x * y), x + y)),), eq(f(z), z + 1), eq(f(z), 1 - z)),
    ((each(x, implies(ne(x, -2), eq(f(x), 1 / (x + 2)))),), eq(7 * f(f(1)), 3), eq(7 * f(f(1)), 2)),
    ((each(m, each(n, eq(g[n**2 * g[m]], m * g[n] ** 2))),), eq(g[g[n]], n * g[1] ** 2), eq(g[g[n]], n * g[1])),
    ((each(i, each(j, a[i + j] <= a[i] + a[j])),), a[2 * k] <= 2 * a[k], a[2 * k] <= a[k]),
    ((each(k, implies(k < 10, a[k] < a[k + 1])), k <= j, j <= 10), a[k] <= a[j], a[k] < a[j]),
]


@pytest.mark.parametrize(("given", "right", "wrong"), [*REFUTED, *NOT_PROVED], ids=str)
def test_what_follows_is_proved_and_its_neighbour_is_not(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))
    is_refuted = (given, right, wrong) in REFUTED
    said = settled(wrong, given, budget=5 if is_refuted else 0.3)

    assert isinstance(said, Refuted) if is_refuted else not isinstance(said, Proved)
