r"""What `f(T) \propto g(T)` claims: the quotient is the same for all values of the letters of the right side.

It is said without a quotient, with a second copy of these letters: f(T) g(T') = f(T') g(T). A bound of f by a multiple of g
does not show it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from symproof.readers.document.lines.step import Fact
from symproof.readers.resolve import Outcome, Reading
from symproof.statement import Implies, Prop, Relation, all_of
from symproof.substitution import substitute
from symproof.term import Scalar, Term, Variable, VectorVariable

NOTE = r"\propto says that the quotient of the sides is the same for all values of the letters of the right one"
LETTERS = (Variable, VectorVariable)


def read_proportionality(sides: Sequence[Outcome], facts: Collection[Fact]) -> Reading | None:
    """The reading of a proportionality between two members that are read."""
    left, right = sides
    if not isinstance(left, Reading) or not isinstance(right, Reading):
        return None
    if not isinstance(left.term, Scalar) or not isinstance(right.term, Scalar):
        return None
    prop = proportionality(left.term, right.term, [fact.prop for fact in facts])
    return None if prop is None else Reading(prop, left.inferred, (NOTE,))


def proportionality(left: Scalar, right: Scalar, given: Collection[Prop]) -> Prop | None:
    """The statement that two terms are proportional; None where the right one has no letter. Letters that hypotheses set equal to
    a term stand for that term.

    >>> from symproof import real
    >>> x = real("x")
    >>> proportionality(x**2, 3 * x, ())
    x**2*(3*x_2) = x_2**2*(3*x)
    """
    terms = {prop.left: prop.right for prop in given if isinstance(prop, Relation) and _defines(prop)}
    for _ in range(len(terms)):
        left, right = (_in_terms(side, terms) for side in (left, right))
    letters = sorted((each for each in right.free if isinstance(each, Variable)), key=str)
    if not letters:
        return None
    copies: dict[Term, Term] = {
        letter: Variable(f"{letter.name}_2", letter.domain, letter.sign, letter.least) for letter in letters
    }
    claim = Relation("=", left * _in_terms(right, copies), _in_terms(left, copies) * right)
    about = [substitute(prop, copies) for prop in given if prop.free and prop.free <= set(letters)]
    return claim if not about else Implies(all_of(about), claim)


def _defines(prop: Relation) -> bool:
    return (
        prop.kind == "="
        and isinstance(prop.left, LETTERS)
        and bool(prop.right.free)
        and prop.left not in prop.right.free
    )


def _in_terms(side: Scalar, terms: dict[Term, Term]) -> Scalar:
    changed = substitute(side, {letter: term for letter, term in terms.items() if letter in side.free})
    assert isinstance(changed, Scalar)
    return changed
