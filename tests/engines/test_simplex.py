"""The incremental simplex: its models satisfy what was required, its multipliers contradict, bounds are taken back."""

from __future__ import annotations

from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from symproof.engines.polynomials.simplex import Simplex

LETTERS = "xyz"
NUMBERS = st.integers(-3, 3)
CONSTRAINTS = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(LETTERS), NUMBERS, min_size=1), NUMBERS, st.sampled_from((">=", ">", "="))
    ),
    max_size=9,
)
Row = tuple[dict[str, fmpq], fmpq, str]


def rows_of(raw: list[tuple[dict[str, int], int, str]]) -> list[Row]:
    """The rows whose form is not empty."""
    forms = (({k: fmpq(c) for k, c in form.items() if c}, fmpq(constant), kind) for form, constant, kind in raw)
    return [row for row in forms if row[0]]


def stands(simplex: Simplex, row: Row) -> bool:
    """Whether the model satisfies a row; delta is positive and smaller than any number."""
    form, constant, kind = row
    a, b = simplex.value(form)
    value = (a + constant, b)
    return value == (0, 0) if kind == "=" else value > (0, 0) if kind == ">" else value >= (0, 0)


def contradicts(rows: list[Row], multipliers: dict[int, fmpq]) -> bool:
    """Whether a combination of rows says 0 > 0 or that a negative number is >= 0."""
    total: dict[str, fmpq] = {}
    constant, strict = fmpq(0), False
    for k, times in multipliers.items():
        form, value, kind = rows[k]
        assert kind == "=" or times > 0
        strict = strict or (kind == ">" and times > 0)
        constant += times * value
        for letter, c in form.items():
            total[letter] = total.get(letter, fmpq(0)) + times * c
    return not any(total.values()) and (constant < 0 or (strict and constant == 0))


@given(CONSTRAINTS, CONSTRAINTS)
def test_a_model_or_a_contradiction(
    first: list[tuple[dict[str, int], int, str]], second: list[tuple[dict[str, int], int, str]]
) -> None:
    simplex, rows = Simplex(), rows_of(first)
    for number, row in enumerate(rows):
        simplex.require(number, *row)
    mark = simplex.mark()
    early = simplex.check()
    more = rows + rows_of(second)
    if early is None:
        for number, row in enumerate(more[len(rows) :], start=len(rows)):
            simplex.require(number, *row)
        late = simplex.check()
        assert all(stands(simplex, row) for row in more) if late is None else contradicts(more, late)
        simplex.undo(mark)
        assert simplex.check() is None
        assert all(stands(simplex, row) for row in rows)
    else:
        assert contradicts(rows, early)
