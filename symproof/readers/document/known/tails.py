"""What holds of the probabilities that random numbers are large, whatever their distribution is: Markov's inequality, for what is
nowhere below 0, and for the square of what lies in |W| >= r; and that events are the same which compare the same.

Source: Boucheron, Lugosi, Massart, "Concentration Inequalities", 2013, section 2.1.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from symproof.readers.resolve.expectations import mean_of
from symproof.statement import Implies, Prop, Relation
from symproof.term import ONE, ZERO, Elementary, Mul, Norm, Number, Pow, Scalar, Term, Variable
from symproof.trusted.normal import NoNormalForm, Normalizer

Compared = tuple[Scalar, Scalar]


def tail_bounds(letters: Collection[Term], given: Collection[Prop], compared: Mapping[str, Compared]) -> list[Prop]:
    """Markov's bounds on the probabilities among some letters, and which of them are the same; `compared` says what their events
    compare, by names such as `X < t`."""
    found: list[Prop] = []
    events: list[tuple[Variable, str, Compared]] = []
    for letter in sorted(letters, key=str):
        name = letter.name[2:-1] if isinstance(letter, Variable) and letter.name.startswith("P(") else ""
        if isinstance(letter, Variable) and name in compared and " = " not in name:
            events.append((letter, "<=" if " <= " in name else "<", compared[name]))
    for letter, _, (large, bound) in events:
        tail = ONE - letter
        if _is_nowhere_negative(large, given) and (mean := mean_of(large, bound)) is not None:
            found.append(Relation("<=", tail * bound, mean))
        inner = large.args[0] if isinstance(large, Elementary) and large.function == "abs" else None
        if inner is not None and (square := mean_of(inner**2, bound)) is not None:
            found.append(Implies(bound >= 0, Relation("<=", tail * bound**2, square)))
    for k, (letter, kind, sides) in enumerate(events):
        found += [
            Relation("=", letter, other)
            for other, of, others in events[:k]
            if kind == of and _same(sides, others, given)
        ]
    return found


def _is_nowhere_negative(term: Scalar, given: Collection[Prop]) -> bool:
    match term:
        case Norm() | Elementary("abs" | "exp"):
            return True
        case Pow(_, Number(exponent)):
            return exponent.denominator == 1 and exponent % 2 == 0
    return any(Relation(kind, term, ZERO) in given for kind in (">=", ">"))


def _same(one: Compared, other: Compared, given: Collection[Prop]) -> bool:
    """Whether two comparisons hold for the same values: their differences are the same, or one is that of exponentials."""
    for (left, right), rest in ((one, other), (other, one)):
        match left, right:
            case Elementary("exp", (Mul((factor, left)),)), Elementary("exp", (Mul((same, right)),)) if factor == same:
                if Relation(">", factor, ZERO) in given or getattr(factor, "sign", "") == "positive":
                    return _same((left, right), rest, given)
    normal = Normalizer()
    try:
        return normal.scalar(one[0] - one[1] - (other[0] - other[1])) == normal.scalar(ZERO)
    except NoNormalForm:
        return False
