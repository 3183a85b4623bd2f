"""The derivative of a function of a vector along a path, by the chain rule."""

from __future__ import annotations

import pytest

from symproof import derivative, eq, function, grad, inner, real, vectors
from symproof.term import Scalar
from tests.kernel_says import accepts, settled

a, u, z = vectors("a u z")
s, g = real("s"), function("g")
ALONG = [
    (g(a + s * u), inner(grad(g)(a + s * u), u), 2 * inner(grad(g)(a + s * u), u)),
    (g(a + s * (z - a)), inner(grad(g)(a + s * (z - a)), z - a), inner(grad(g)(a + s * (z - a)), a - z)),
    (g(s**2 * u), 2 * s * inner(grad(g)(s**2 * u), u), inner(grad(g)(s**2 * u), u)),
    (g(s * u) ** 2, 2 * g(s * u) * inner(grad(g)(s * u), u), 2 * inner(grad(g)(s * u), u)),
    (inner(g(s * u) * u, z), inner(grad(g)(s * u), u) * inner(u, z), inner(grad(g)(s * u), z)),
]


@pytest.mark.parametrize(("body", "rate", "other"), ALONG)
def test_a_function_of_a_vector_along_a_line(body: Scalar, rate: Scalar, other: Scalar) -> None:
    accepts(settled(eq(derivative(body, s), rate)))
    assert settled(eq(derivative(body, s), other)).status == "refuted"


def test_along_a_path_with_a_kink_there_is_no_derivative_at_it() -> None:
    path = abs(s) * u

    assert settled(eq(derivative(g(path), s), inner(grad(g)(path), u) * abs(s) / s)).status == "unknown"
    accepts(settled(eq(derivative(g(path), s), inner(grad(g)(path), u)), [s > 0]))
