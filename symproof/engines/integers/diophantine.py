"""Polynomial equations in integers, as polynomials whose coefficients are integers."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import lcm
from typing import TypeGuard

from symproof import statement as st
from symproof import term as tm
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

Polynomial = dict[tuple[tuple[tm.Variable, int], ...], Fraction]
"""Monomials (letters and their powers) with coefficients."""


def is_diophantine(fact: st.Prop) -> TypeGuard[st.Relation]:
    """Whether it is an equation between numbers that speaks of integers only."""
    if not st.is_equation(fact) or not isinstance(fact.left, tm.Scalar):
        return False
    return all(tm.is_integer_letter(letter) for letter in fact.free)


def equations(facts: Facts) -> list[int]:
    """The numbers of the facts that are such equations."""
    return [k for k, fact in enumerate(facts.props) if is_diophantine(fact)]


def polynomial(facts: Facts, equation: st.Prop) -> Polynomial:
    """left - right with coefficients that are integers; nothing where it is no polynomial in integers."""
    if not isinstance(equation, st.Relation) or not isinstance(equation.left, tm.Scalar):
        return {}
    try:
        found = in_integers(facts, facts.normalizer.difference(equation.left, tm.scalar(equation.right)))
    except NOT_NORMAL:
        return {}
    scale = lcm(*(c.denominator for c in found.values())) if found else 1
    return {monomial: c * scale for monomial, c in found.items()}


def in_integers(facts: Facts, value: Quotient) -> Polynomial:
    """A value that is a polynomial in integers, with its coefficients; nothing where it is none."""
    found: Polynomial = {}
    for monomial, c in [] if value.den is not None else facts.normalizer.ring.numerator_terms(value):
        letters: list[tuple[tm.Variable, int]] = []
        for number, power in monomial:
            match facts.normalizer.atoms[number]:
                case ("letter", tm.Variable() as letter) if tm.is_integer(letter):
                    letters.append((letter, power))
                case _:
                    return {}
        found[tuple(letters)] = as_fraction(c)
    return found


def is_curved(polynomial: Polynomial) -> bool:
    """Whether it is not linear: what is linear is seen without cases."""
    return any(sum(power for _, power in monomial) > 1 for monomial in polynomial)


def letters_of(system: list[Polynomial], modulus: int) -> list[tm.Variable]:
    """The letters of the monomials that are not 0 modulo `modulus` at sight."""
    found = (x for each in system for monomial, c in each.items() if c % modulus for x, _ in monomial)
    return sorted(dict.fromkeys(found), key=lambda letter: letter.name)


def solvable(system: list[Polynomial], modulus: int, letters: list[tm.Variable], apart: int) -> bool:
    """Whether all are 0 modulo `modulus` at some remainders of the letters by `apart`, which is enough."""
    for values in product(range(apart), repeat=len(letters)):
        at = dict(zip(letters, values, strict=True))
        if all(
            sum(value_at(monomial, c, at, modulus) for monomial, c in each.items()) % modulus == 0 for each in system
        ):
            return True
    return False


def value_at(
    monomial: tuple[tuple[tm.Variable, int], ...], c: Fraction, at: dict[tm.Variable, int], modulus: int
) -> int:
    """The value of a monomial with its coefficient, modulo a number."""
    result = c.numerator % modulus
    for letter, power in monomial:
        result = result and result * pow(at[letter], power, modulus) % modulus
    return result
