"""Means, variances and moments of a random number of which the text lists the probabilities of all values: of
`P(X = 1) = p`, `P(X = 0) = 1 - p` that E[X] = p. The probabilities must add up to one, whatever their letters are; one may be
left out where the text says which values there are, `X \\in \\{0, 1\\}`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from symproof import symbols
from symproof.readers.document.known.rounding import value_of
from symproof.readers.resolve.comparing import Compared
from symproof.statement import Or, Prop, Relation, is_equation, parts_of
from symproof.term import ONE, ZERO, Number, Scalar, Term, Variable, VectorVariable, scalar
from symproof.trusted.normal import NoNormalForm, Normalizer

MOMENT = re.compile(r"E\[(?P<of>.+)\*\*(?P<power>\d+)\]")
Law = dict[Fraction, Scalar]
"""Values and their probabilities."""


def of_finite_laws(
    letters: Collection[Term], given: Collection[Prop], compared: Mapping[str, Compared]
) -> Iterator[Prop]:
    """What the laws that are given say of the means, the moments and the deviations among some letters."""
    names = {each.name for each in letters if isinstance(each, (Variable, VectorVariable)) and "E[" in each.name}
    for name, law in _laws(given, compared) if names else ():
        mean, deviation = Variable(f"E[{name}]"), VectorVariable(f"({name} - E[{name}])")
        powers = {
            each: int(found["power"]) for each in names if (found := MOMENT.fullmatch(each)) and found["of"] == name
        }
        if powers or names & {mean.name, deviation.name}:
            yield Relation("=", mean, _moment(law, 1))
            yield Relation("=", symbols.norm(deviation) ** 2, _moment(law, 2) - _moment(law, 1) ** 2)
        for moment, power in sorted(powers.items()):
            yield Relation("=", Variable(moment), _moment(law, power))


def _moment(law: Law, power: int) -> Scalar:
    return scalar(sum((chance * Number(value**power) for value, chance in law.items() if value), ZERO))


def _laws(given: Collection[Prop], compared: Mapping[str, Compared]) -> Iterator[tuple[str, Law]]:
    """The laws that hypotheses give as a whole, by the names of what they are the laws of."""
    events: dict[Term, Compared] = {Variable(f"P({name})"): sides for name, sides in compared.items() if " = " in name}
    equations = [each for prop in given for each in parts_of(prop) if is_equation(each) and each.left in events]
    chances = {each.left: each.right for each in equations if isinstance(each.right, Scalar)}
    laws: dict[str, Law] = {}
    for event, chance in chances.items():
        chance, value = chances.get(chance, chance), value_of(events[event].right)  # of "P(X = 1) = P(X = 2) = 1/2"
        if value is not None and chance.free.isdisjoint(events):
            laws.setdefault(str(events[event].left), {})[value] = chance
    for name, law in laws.items():
        left = _left_out(name, law, given)
        if left is not None:
            law[left] = ONE - scalar(sum(law.values(), ZERO))
        if left is not None or _adds_up(law):
            yield name, law


def _left_out(name: str, law: Law, given: Collection[Prop]) -> Fraction | None:
    """The one value of which no probability is given, where a hypothesis says which values there are."""
    for prop in given:
        if isinstance(prop, Or) and all(is_equation(each) and str(each.left) == name for each in prop.args):
            values = {
                value_of(each.right)
                for each in prop.args
                if isinstance(each, Relation) and isinstance(each.right, Scalar)
            }
            rest = values - law.keys()
            if law.keys() <= values and len(rest) == 1:
                return rest.pop()
    return None


def _adds_up(law: Law) -> bool:
    """Whether probabilities add up to one, whatever their letters are."""
    try:
        return Normalizer().scalar(scalar(sum(law.values(), ZERO))) == Normalizer().scalar(ONE)
    except NoNormalForm:
        return False
