"""An engine that puts 0 into a denominator has found nothing; it was an internal error."""

from __future__ import annotations

from symproof import derivative, eq, iff, index, natural, real, sequence, total
from tests.kernel_says import settled

t, T = index("t"), natural("T", at_least=1)
x, y, m, b = sequence("x"), sequence("y"), real("m"), real("b")


def test_a_line_whose_loss_is_not_squared() -> None:
    loss = total((y[t] - m * x[t] - b) * 2, t, 1, T)
    through = eq(b, total(y[t], t, 1, T) / T - m * total(x[t], t, 1, T) / T)

    assert settled(iff(eq(derivative(loss, b), 0), through), budget=1).status == "refuted"
