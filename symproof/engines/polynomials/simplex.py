"""Linear constraints, one after another: a model of them, or why there is none.

Each unknown, and each linear form that is bounded, is a variable of a tableau; a constraint is a bound on a variable. `check`
moves the basic variables into their bounds; where one cannot be moved, the row of it is a combination of bounds that is
negative: Farkas' multipliers. Bounds are taken back in the order in which they were made, so a search by cases is cheap.

A strict bound is a bound with an infinitesimal: values are pairs a + b*delta. Untrusted: the kernel adds up again.

Source: Dutertre and de Moura, "A fast linear-arithmetic solver for DPLL(T)", 2006.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from flint import fmpq

Form = Mapping[Hashable, fmpq]
"""A linear form: the coefficients of its unknowns, none of them zero."""
Value = tuple[fmpq, int | fmpq]
"""a + b*delta for an infinitesimal delta > 0."""
PIVOTS = 3000


class PivotLimit(Exception):
    """The search was given up; nothing is known of the constraints."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of a variable; `reason` says whose it is, and `factor` times the reason's gap is its distance."""

    value: Value
    reason: int
    factor: fmpq


class Simplex:
    """A set of constraints `form + constant >= 0`, `> 0` or `= 0`, numbered by the caller."""

    def __init__(self) -> None:
        self._variables: dict[Hashable, int] = {}
        self._forms: dict[tuple[tuple[int, fmpq], ...], int] = {}
        self._rows: dict[int, dict[int, fmpq]] = {}  # basic variables by those that are not basic
        self._values: list[Value] = []
        self._lower: list[Bound | None] = []
        self._upper: list[Bound | None] = []
        self._trail: list[tuple[bool, int, Bound | None]] = []
        self._conflict: dict[int, fmpq] | None = None
        self._pivots = 0

    def mark(self) -> int:
        """Where the bounds are now, for `undo`."""
        return len(self._trail)

    def undo(self, mark: int) -> None:
        """Take back the bounds that were made since."""
        while len(self._trail) > mark:
            lower, variable, bound = self._trail.pop()
            (self._lower if lower else self._upper)[variable] = bound
        self._conflict = None

    def require(self, reason: int, form: Form, constant: fmpq, kind: str) -> None:
        """Add `form + constant kind 0`, of a kind `>=`, `>` or `=`; the form is not empty."""
        variable, scale = self._variable(form)
        value = -constant / scale
        factor = 1 / scale
        if kind == "=":
            self._bound(True, variable, Bound((value, 0), reason, factor))
            self._bound(False, variable, Bound((value, 0), reason, -factor))
        elif scale > 0:
            self._bound(True, variable, Bound((value, int(kind == ">")), reason, factor))
        else:
            self._bound(False, variable, Bound((value, -int(kind == ">")), reason, -factor))

    def check(self) -> dict[int, fmpq] | None:
        """None where the constraints have a model; else multipliers of some of them, by number, that contradict.

        Raises:
            PivotLimit: not decided.
        """
        if self._conflict is not None:
            return self._conflict
        while True:
            found = self._violated()
            if found is None:
                return None
            basic, lower = found
            row = self._rows[basic]
            entering = self._entering(row, lower)
            if entering is None:
                return self._explain(basic, lower)
            bound = (self._lower if lower else self._upper)[basic]
            assert bound is not None  # as it is violated
            self._pivot(basic, entering, bound.value)
            self._pivots += 1
            if self._pivots > PIVOTS:
                raise PivotLimit

    def value(self, form: Form) -> Value:
        """The value of a form in the model; an unknown that no constraint speaks of is 0."""
        a, b = fmpq(0), fmpq(0)
        for unknown, coefficient in form.items():
            if unknown in self._variables:
                x, y = self._values[self._variables[unknown]]
                a, b = a + coefficient * x, b + coefficient * y
        return a, b

    # The tableau ----------------------------------------------------------------------------------

    def _new(self) -> int:
        self._values.append((fmpq(0), fmpq(0)))
        self._lower.append(None)
        self._upper.append(None)
        return len(self._values) - 1

    def _unknown(self, unknown: Hashable) -> int:
        if unknown not in self._variables:
            self._variables[unknown] = self._new()
        return self._variables[unknown]

    def _variable(self, form: Form) -> tuple[int, fmpq]:
        """The variable of a form, and the factor by which the form is its multiple."""
        terms = sorted((self._unknown(unknown), coefficient) for unknown, coefficient in form.items())
        scale = terms[0][1]
        if len(terms) == 1:
            return terms[0][0], scale
        key = tuple((variable, coefficient / scale) for variable, coefficient in terms)
        if key not in self._forms:
            row: dict[int, fmpq] = {}
            a, b = fmpq(0), fmpq(0)
            for variable, coefficient in key:
                _add(row, self._rows.get(variable, {variable: fmpq(1)}), coefficient)
                x, y = self._values[variable]
                a, b = a + coefficient * x, b + coefficient * y
            self._forms[key] = new = self._new()
            self._rows[new] = row
            self._values[new] = (a, b)
        return self._forms[key], scale

    def _bound(self, lower: bool, variable: int, bound: Bound) -> None:
        """Tighten one side of a variable; one that is not basic is moved into its bounds."""
        side, other = (self._lower, self._upper) if lower else (self._upper, self._lower)
        old, against = side[variable], other[variable]
        if old is not None and (bound.value <= old.value if lower else bound.value >= old.value):
            return
        self._trail.append((lower, variable, old))
        side[variable] = bound
        if against is not None and (bound.value > against.value if lower else bound.value < against.value):
            if self._conflict is None:
                self._conflict = _merged([(bound, fmpq(1)), (against, fmpq(1))])
            return
        if variable not in self._rows:
            current = self._values[variable]
            if current < bound.value if lower else current > bound.value:
                self._move(variable, bound.value)

    def _move(self, variable: int, value: Value) -> None:
        a, b = value[0] - self._values[variable][0], value[1] - self._values[variable][1]
        self._values[variable] = value
        for basic, row in self._rows.items():
            if variable in row:
                c, (x, y) = row[variable], self._values[basic]
                self._values[basic] = (x + c * a, y + c * b)

    def _violated(self) -> tuple[int, bool] | None:
        """The first basic variable that is out of its bounds, and whether it is below."""
        for basic in sorted(self._rows):
            value, lower, upper = self._values[basic], self._lower[basic], self._upper[basic]
            if lower is not None and value < lower.value:
                return basic, True
            if upper is not None and value > upper.value:
                return basic, False
        return None

    def _entering(self, row: dict[int, fmpq], increase: bool) -> int | None:
        """The first variable of a row that can be moved so that the row's value grows (or falls)."""
        for variable in sorted(row):
            up = (row[variable] > 0) == increase
            bound = (self._upper if up else self._lower)[variable]
            value = self._values[variable]
            if bound is None or (value < bound.value if up else value > bound.value):
                return variable
        return None

    def _pivot(self, leaving: int, entering: int, value: Value) -> None:
        """Exchange two variables, and set the one that leaves the basis to a value."""
        row = self._rows.pop(leaving)
        factor = row.pop(entering)
        x, y = self._values[leaving]
        a, b = (value[0] - x) / factor, (value[1] - y) / factor
        turned = {variable: -c / factor for variable, c in row.items()}
        turned[leaving] = 1 / factor
        self._values[leaving] = value
        x, y = self._values[entering]
        self._values[entering] = (x + a, y + b)
        for basic, other in self._rows.items():
            if entering in other:
                c = other.pop(entering)
                x, y = self._values[basic]
                self._values[basic] = (x + c * a, y + c * b)
                _add(other, turned, c)
        self._rows[entering] = turned

    def _explain(self, basic: int, lower: bool) -> dict[int, fmpq]:
        """The bounds that keep a basic variable out of its own."""
        own = (self._lower if lower else self._upper)[basic]
        assert own is not None  # as it is violated
        used = [(own, fmpq(1))]
        for variable, c in self._rows[basic].items():
            bound = (self._upper if (c > 0) == lower else self._lower)[variable]
            assert bound is not None  # else the variable could enter
            used.append((bound, abs(c)))
        return _merged(used)


def _add(row: dict[int, fmpq], other: Mapping[int, fmpq], factor: fmpq) -> None:
    for variable, c in other.items():
        total = row.get(variable, 0) + factor * c
        if total:
            row[variable] = total
        else:
            row.pop(variable, None)


def _merged(used: list[tuple[Bound, fmpq]]) -> dict[int, fmpq]:
    """Multipliers by reason; an equation may bound from both sides."""
    multipliers: dict[int, fmpq] = {}
    for bound, times in used:
        multipliers[bound.reason] = multipliers.get(bound.reason, fmpq(0)) + times * bound.factor
    return {reason: value for reason, value in multipliers.items() if value}
