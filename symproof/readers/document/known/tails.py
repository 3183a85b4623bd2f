"""What holds of the probabilities that random numbers are large, whatever their distribution is: Markov's inequality, for what is
nowhere below 0, and for the square of what lies in |W| >= r; and that events are the same which compare the same.

Source: Boucheron, Lugosi, Massart, "Concentration Inequalities", 2013, section 2.1.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from symproof.readers.document.known.columns import places_of_columns
from symproof.readers.document.known.eigenvalues import of_all_eigenvalues, of_diagonal_matrices, of_eigenvalues
from symproof.readers.document.known.families import with_members
from symproof.readers.document.known.finite_laws import of_finite_laws
from symproof.readers.document.words.chance import between_events, of_averages, of_projections
from symproof.readers.resolve.comparing import Compared
from symproof.statement import Each, Implies, Prop, Relation, is_equation
from symproof.substitution import rebuild
from symproof.term import ONE, ZERO, Elementary, Mul, Norm, Number, Pow, Scalar, ScalarAt, Sum, Term, Variable, scalar
from symproof.trusted.facts import Facts
from symproof.trusted.normal import NoNormalForm, Normalizer

Sides = tuple[Scalar, Scalar]


def known_of_chance(
    statement: Prop, given: Sequence[Prop], laws: Collection[Prop], text: str, compared: Mapping[str, Compared]
) -> list[Prop]:
    """What holds of the probabilities, the means and the averages in a statement, whatever the distributions are or by the `laws`
    that are known, and of its eigenvalues."""
    letters = statement.free
    return [
        *between_events(letters, given),
        *of_projections(letters),
        *of_averages(statement, given, text),
        *tail_bounds(letters, given, compared),
        *of_finite_laws(letters, laws, compared),
        *with_members(statement, given),
        *places_of_columns(statement),
        *of_eigenvalues(statement, given, text),
        *of_all_eigenvalues(statement, given, text),
        *of_diagonal_matrices(statement, given),
    ]


def tail_bounds(letters: Collection[Term], given: Sequence[Prop], compared: Mapping[str, Compared]) -> list[Prop]:
    """Markov's bounds on the probabilities among some letters, where these lie, and which of them are the same; `compared` says
    what their events compare, by names such as `X < t`."""
    found: list[Prop] = []
    events: list[tuple[Variable, str, Compared]] = []
    for letter in sorted(letters, key=str):
        name = letter.name[2:-1] if isinstance(letter, Variable) and letter.name.startswith("P(") else ""
        if isinstance(letter, Variable) and name in compared and " = " not in name:
            events.append((letter, "<=" if " <= " in name else "<", compared[name]))
            found += _bounds(letter, compared[name], given)
    for k, (letter, kind, sides) in enumerate(events):
        found += [
            Relation("=", letter, other)
            for other, of, others in events[:k]
            if kind == of and _same((sides.left, sides.right), (others.left, others.right), given)
        ]
    return found


def _bounds(below: Variable, event: Compared, given: Sequence[Prop]) -> list[Prop]:
    """What is known of the probability that a random number is below a bound."""
    above, bound = ONE - below, event.right
    found: list[Prop] = [Relation("<=", ZERO, below), Relation("<=", below, ONE)]
    if event.mean is not None and _is_nowhere_negative(event.left, given):
        found.append(Relation("<=", above * bound, event.mean))
    if event.centre is not None and event.variance is not None:
        centre = _with_means(event.centre, given)
        centred = Facts(()).evident(Relation("=", centre, ZERO))
        square = event.variance if centred else event.variance + centre**2
        found.append(Implies(Relation(">=", bound, ZERO), Relation("<=", above * bound**2, square)))
        if not _is_nowhere_negative(event.left, given):
            found.append(Implies(Relation("<=", bound, ZERO), Relation("<=", below * bound**2, square)))
    return found


def _with_means(term: Scalar, given: Sequence[Prop]) -> Scalar:
    """A term with the means put in that equations give, E[X] = m and E[X_i] = m for each i of a sum."""
    equations = [each for each in given if is_equation(each)]
    means: dict[Term, Term] = {each.left: each.right for each in equations if isinstance(each.left, Variable)}

    def put_in(part: Term) -> Term:
        if part in means:
            return means[part]
        match part:
            case Sum(ScalarAt(sequence, place), index, low, Variable(domain="natural") as high) if place == index:
                for each in given:
                    match each:
                        case Each(k, Relation("=", ScalarAt(family, at), Scalar() as value), first, last) if (
                            (family, at, first) == (sequence, k, low) and last in (high, None) and k not in value.free
                        ):
                            return (high - low + ONE) * value
        return rebuild(part, put_in)

    return scalar(put_in(term))


def _is_nowhere_negative(term: Scalar, given: Collection[Prop]) -> bool:
    match term:
        case Norm() | Elementary("abs" | "exp"):
            return True
        case Pow(_, Number(exponent)):
            return exponent.denominator == 1 and exponent % 2 == 0
    return any(Relation(kind, term, ZERO) in given for kind in (">=", ">"))


def _same(one: Sides, other: Sides, given: Collection[Prop]) -> bool:
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
