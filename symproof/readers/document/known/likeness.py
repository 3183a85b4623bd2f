"""How much a statement looks like an identity, perhaps with a slip: nobody solves it for its letters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symproof import term as tm
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.rounding import value_of, with_values
from symproof.readers.resolve.ellipses import no_form, same
from symproof.readers.resolve.ratios import together
from symproof.statement import And, Prop, Relation, is_equation
from symproof.substitution import rebuild, substitute
from symproof.term import Scalar, Term, Variable
from symproof.trusted.defined import definedness

if TYPE_CHECKING:
    from flint import fmpq

    from symproof.trusted.normal.normalizer import Normalizer
    from symproof.trusted.polynomial import Monomial, Quotient

SOMEWHERE = Fraction(17, 7)
"""Where two polynomials are compared that may be multiples of each other."""
MULTIPLE = 0.9
"""How alike a sum and a multiple of it are: nobody solves p = 2 p."""
ALIKE, VERY_ALIKE = 0.5, 0.6
"""How much of a false equation must be right for it to be taken for an identity with a slip: in several letters, in one."""


def agreement(equation: Relation) -> float:
    """How much of the two sides, multiplied out, is the same: terms that are equal count, those of the other sign by half, and
    a sum is much like a multiple of it.

    >>> from symproof import eq, real
    >>> x, y = real("x"), real("y")
    >>> agreement(eq((x + y) ** 2, x**2 - y**2)), agreement(eq(x * y, x + y))
    (0.5, 0.0)
    """
    sides = multiplied_out(equation)
    if sides is None:
        return 0.0
    left, right = sides
    if left == right:
        return 1.0
    if len(left) > 1 and _are_multiples(left, right):
        return MULTIPLE
    same = sum(
        1.0 if left[key] == right[key] else 0.5 if left[key] == -right[key] else 0.0
        for key in left.keys() & right.keys()
    )
    return same / max(len(left), len(right), 1)


def multiplied_out(
    equation: Relation, normal: Normalizer | None = None
) -> tuple[dict[Monomial, fmpq], dict[Monomial, fmpq]] | None:
    """The terms of the two sides over one denominator, by what they are made of; None where a side is no number."""
    from symproof.trusted.normal.normalizer import Normalizer

    normal = normal or Normalizer()
    if not isinstance(equation.left, tm.Scalar) or not isinstance(equation.right, tm.Scalar):
        return None
    try:
        left, right = (
            dict(normal.ring.numerator_terms(normal.scalar(side))) for side in (equation.left, equation.right)
        )
    except no_form():
        return None
    return left, right


def is_slip(statement: Prop) -> bool:
    """Whether the two sides of an equation, multiplied out, have the same products of letters with other coefficients at some,
    and at least half of them agree: whatever a text says of its letters, it writes an identity with a slip.

    >>> from symproof import eq, real
    >>> x, y = real("x"), real("y")
    >>> is_slip(eq((x - y) ** 2, x**2 + 2*x*y + y**2)), is_slip(eq((x + y) ** 2, x**2 + y**2)), is_slip(eq(x + y, 1 - y))
    (True, False, False)
    """
    if not is_equation(statement) or (sides := multiplied_out(statement)) is None:
        return False
    left, right = sides
    alike = len(left) > 1 and left.keys() == right.keys()
    return alike and not _are_multiples(left, right) and agreement(statement) >= ALIKE


def of_a_number(statement: Prop) -> Prop | None:
    """An equation in one member of a sequence, x_k, the same wherever it stands, as one in a number; None of another statement.

    >>> from symproof import eq, index, sequence
    >>> x, k = sequence("x"), index("k")
    >>> str(of_a_number(eq(x[k] ** 2, 2 * x[k]))), of_a_number(eq(x[k + 1], x[k]))
    ('x_k**2 = 2*x_k', None)
    """
    members = {each for each in statement.subterms() if isinstance(each, tm.ScalarAt)}
    if len(members) != 1 or not is_equation(statement):
        return None
    (member,) = members
    if not isinstance(member.index, Variable) or statement.mentions(tm.Sum, tm.Product):
        return None
    number = Variable(f"{member.sequence.name}_{member.index.name}")

    def put(term: Term) -> Term:
        return number if term == member else rebuild(term, put)

    plain = put(statement)
    return plain if isinstance(plain, Prop) and not plain.free & {member.sequence, member.index} else None


def is_multiple_of_itself(statement: Prop) -> bool:
    """Whether an equation in several letters says that a term is another multiple of it, which is so where it is 0 alone.

    >>> from symproof import eq, real
    >>> x, y = real("x"), real("y")
    >>> [is_multiple_of_itself(each) for each in (eq(x*y, 2*x*y), eq(x/y + x/y, x/y), eq(x*y, y*x), eq(x, 2*x))]
    [True, True, False, False]
    """
    if not is_equation(statement) or len(statement.free) < 2:
        return False
    from symproof.trusted.normal.normalizer import Normalizer

    normal = Normalizer()
    left, right = (dict[Any, Any](_products(side, normal)) for side in (statement.left, statement.right))
    if not left and (sides := multiplied_out(statement)) is not None:  # quotients
        left, right = map(dict, sides)
    return bool(left) and left != right and _are_multiples(left, right)


def is_slip_of_products(statement: Prop, given: Iterable[Prop] = ()) -> bool:
    """Whether the two sides of an equation between terms in matrices and vectors, multiplied out, have the same products with
    other coefficients at some, and at least half of them agree, where what is given says what letters are: a text that supposes
    more of its letters, that A is symmetric or u orthogonal to v, writes fewer products on one side. What a gradient is may be a
    multiple of what it is said to be.

    >>> from symproof import eq, inner, norm, vectors
    >>> u, v = vectors("u v")
    >>> is_slip_of_products(eq(norm(u - v)**2, norm(u)**2 + 2*inner(u, v) + norm(v)**2))
    True
    >>> is_slip_of_products(eq(norm(u + v)**2, norm(u)**2 + norm(v)**2)), is_slip_of_products(eq(u + v, 2*u + 2*v))
    (False, False)
    """
    if not is_equation(statement) or statement.left == statement.right:
        return False
    from symproof.trusted.normal.normalizer import Normalizer

    normal = Normalizer()
    for each in given:
        if is_equation(each):
            _rewrite(normal, each)
    parts = [_products(side, normal) for side in (statement.left, statement.right)]
    left, right = parts
    if not left or not right or len(left) < 2 or left.keys() != right.keys() or left == right:
        return False
    if _are_multiples(left, right):
        return isinstance(statement.left, (tm.Gradient, tm.MatrixGradient))
    return sum(left[key] == right[key] for key in left) >= ALIKE * len(left)


def _rewrite(normal: Normalizer, said: Relation) -> None:
    """Write, from now on, what an equation says for the letter on its left, g = A x - b, or what is transposed, A^T = A."""
    letter = said.left.matrix if isinstance(said.left, tm.Transpose) else said.left
    if isinstance(letter, (tm.MatrixVariable, tm.VectorVariable)) and (letter is not said.left or defines(said)):
        with suppress(*no_form()):
            normal.rewrite(said.left, said.right)


def _products(side: Term, normal: Normalizer) -> dict[object, fmpq]:
    """The products of letters in a term that is multiplied out, with their coefficients; none of one that has quotients."""
    try:
        found: Iterable[tuple[object, Quotient]]
        match side:
            case tm.Matrix():
                found = normal.matrix(side).terms.items()
            case tm.Vector():
                found = normal.vector(side).items()
            case tm.Scalar():
                found = {(): normal.scalar(side)}.items()
            case _:
                return {}
        parts = list(found)
        if any(normal.ring.as_constant(normal.ring.denominator(each)) is None for _, each in parts):
            return {}
        return {
            (key, monomial): coefficient
            for key, each in parts
            for monomial, coefficient in dict(normal.ring.numerator_terms(each)).items()
        }
    except no_form():
        return {}


def has_other_terms(claim: Prop, lines: Sequence[Prop]) -> bool:
    """Whether an equation, multiplied out, has products of several letters that none of some equations has: a b = 60 after
    a + b = 17, which no moving of terms comes to.

    >>> from symproof import eq, real
    >>> a, b = real("a"), real("b")
    >>> has_other_terms(eq(a * b, 60), [eq(a + b, 17)]), has_other_terms(eq(2 * a * b, 60), [eq(a * b + a, 17)])
    (True, False)
    """
    from symproof.trusted.normal.normalizer import Normalizer

    if not all(is_polynomial(each) for each in (claim, *lines)) or not isinstance(claim, Relation):
        return False
    if isinstance(claim.left, Variable) or isinstance(claim.right, Variable):
        return False
    normal = Normalizer()  # one, as its numbers for letters are its own
    own, *others = (multiplied_out(each, normal) if isinstance(each, Relation) else None for each in (claim, *lines))
    if own is None or None in others or claim.kind != "=":
        return False
    known = {key for sides in others for side in sides or () for key in side}
    return any(len(key) > 1 for side in own for key in side.keys() - known)


def is_absurd(statement: Prop) -> bool:
    """Whether a relation in letters says something false of numbers, whatever they are: x = x + 1, or x < x.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> is_absurd(eq(2*x, x + x - 3)), is_absurd(2*x < x), is_absurd(eq(x/x, 2))
    (True, False, False)
    """
    if not isinstance(statement, Relation) or not statement.free or definedness(statement):
        return False
    if not isinstance(statement.left, tm.Scalar) or not isinstance(statement.right, tm.Scalar):
        return False
    sides = multiplied_out(Relation(statement.kind, statement.left - statement.right, tm.ZERO))
    if sides is None or any(key for key in sides[0]):
        return False
    apart = next(iter(sides[0].values()), 0)
    return {"=": apart != 0, "!=": apart == 0, "<": apart >= 0, "<=": apart > 0, ">": apart <= 0, ">=": apart < 0}[
        statement.kind
    ]


def are_moved(one: Prop, other: Prop) -> bool:
    """Whether an equation is another with terms moved, or a multiple of it: y = 5 - x and 2x + 2y = 10.

    >>> from symproof import eq, real
    >>> x, y = real("x"), real("y")
    >>> are_moved(eq(x + y, 5), eq(y, 5 - x)), are_moved(eq(x + y, 5), eq(y, 5 + x))
    (True, False)
    """
    from symproof.trusted.normal.normalizer import Normalizer

    normal = Normalizer()
    terms = []
    for each in (one, other):
        if not is_equation(each) or not is_polynomial(each):
            return False
        assert isinstance(each.left, tm.Scalar) and isinstance(each.right, tm.Scalar)
        terms.append(multiplied_out(Relation("=", each.left - each.right, tm.ZERO), normal))
    return terms[0] is not None and terms[1] is not None and _are_multiples(terms[0][0], terms[1][0])


def is_linear(statement: Relation) -> bool:
    """Whether both sides are polynomials of degree 1 at most, as in what a word problem says: 5x + 10 >= 3x + 40."""
    if not all(isinstance(side, tm.Scalar) and is_polynomial(side) for side in (statement.left, statement.right)):
        return False
    sides = multiplied_out(statement)
    return sides is not None and all(sum(power for _, power in key) <= 1 for side in sides for key in side)


def is_taken_into_factors(statement: Prop) -> bool:
    """Whether an equation says that a polynomial in one letter is a product with the same highest power, which nobody solves.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> [is_taken_into_factors(eq(x**2 - 5*x + 6, each)) for each in ((x - 1)*(x - 3), (x - 2)*(2*x + 1), x**2 + 1, 2*(x - 1))]
    [True, False, False, False]
    """
    if not isinstance(statement, Relation) or statement.kind != "=" or len(statement.free) != 1:
        return False
    products = [each for each in (statement.left, statement.right) if isinstance(each, (tm.Mul, tm.Pow))]
    sides = multiplied_out(statement) if len(products) == 1 and is_polynomial(statement) else None
    if sides is None or not all(sides):
        return False
    left, right = (
        max(((sum(p for _, p in key), value) for key, value in side.items()), key=lambda x: x[0]) for side in sides
    )
    return left == right and left[0] > 1


def _are_multiples(left: Mapping[Any, fmpq], right: Mapping[Any, fmpq]) -> bool:
    return left.keys() == right.keys() and len({left[key] / right[key] for key in left}) == 1


def is_mostly_right(statement: And) -> bool:
    """Whether at least half of several equations are identities, as those of the entries of two matrices with a slip in one;
    not where unknowns are given by some of them, `(x, y, z) = (-2y, y, 3y)`."""
    parts = [each for each in statement.args if is_equation(each)]
    solved = all(isinstance(each, Relation) and isinstance(each.left, tm.Variable) for each in parts)
    right = sum(agreement(each) == 1 or each.left == each.right for each in parts)
    return len(parts) == len(statement.args) > 1 and 2 * right >= len(parts) and not solved


def is_polynomial(term: Term) -> bool:
    """Whether a term, or both sides of a relation, are made of letters by sums, products and powers."""
    match term:
        case tm.Div(top, bottom):
            return is_polynomial(top) and not bottom.free
        case tm.Pow(base, exponent):
            return (
                is_polynomial(base)
                and not exponent.free
                and isinstance(exponent, tm.Number)
                and exponent.value.denominator == 1
            )
        case Relation(_, left, right):
            return is_polynomial(left) and is_polynomial(right)
        case tm.Add() | tm.Mul() | tm.Neg():
            return all(map(is_polynomial, term.children()))
    return isinstance(term, (tm.Number, Variable))


def is_expanded(term: Term) -> bool:
    """Whether a term is a sum of products of letters and numbers."""
    match term:
        case tm.Add():
            return all(map(is_expanded, term.children()))
        case tm.Neg(arg):
            return is_expanded(arg)
        case tm.Mul() | tm.Div() | tm.Pow():
            return is_polynomial(term) and not any(isinstance(each, tm.Add) for each in term.subterms())
    return isinstance(term, (tm.Number, Variable))


def is_taken_apart(statement: Relation) -> bool:
    """Whether an equation in one letter says that a quotient is a sum of quotients whose denominators make up its own: partial
    fractions, which nobody solves. What is to be the quotient of a number may be an equation to be solved.

    >>> from symproof import eq, real
    >>> x = real("x")
    >>> parts = 1/(x - 3) + 1/(x + 3)
    >>> [is_taken_apart(each) for each in (eq(2/(x**2 - 9), parts), eq(parts, x/(x**2 - 9)), eq(parts, 2/(x**2 - 9)))]
    [True, True, False]
    """
    if statement.kind != "=" or len(statement.free) != 1:
        return False
    whole, parts = statement.left, statement.right
    tops = [each.numerator for each in whole.subterms() if isinstance(each, tm.Div)]
    if isinstance(parts, tm.Div) and parts.numerator.free and not any(each.free for each in tops):
        whole, parts = parts, whole  # fractions that are added
    if not isinstance(whole, tm.Div) or not isinstance(parts, tm.Scalar):
        return False
    (letter,) = statement.free
    quotients = [each for each in parts.subterms() if isinstance(each, tm.Div) and letter in each.denominator.free]
    divided = (
        len(quotients) == 1 and isinstance(parts, tm.Add) and agreement(statement) >= VERY_ALIKE
    )  # with a remainder
    if letter not in whole.denominator.free or not (divided or len(quotients) > 1):
        return False
    _, bottom = together(parts)
    there = [substitute(each, {letter: tm.scalar(SOMEWHERE)}) for each in (bottom, whole.denominator)]
    return same(bottom * there[1], whole.denominator * there[0])


def is_rule(statement: Relation) -> bool:
    """Whether a relation says what a derivative, a sum or a binomial is, or what has a derivative: nobody solves for its
    letters."""
    return (
        isinstance(statement.right, tm.Derivative)
        or isinstance(statement.left, tm.Binomial)
        or any(isinstance(each, (tm.Derivative, tm.Gradient, tm.Sum, tm.Product)) for each in statement.left.subterms())
    )


def holds(equation: Relation, given: Sequence[Prop]) -> bool:
    """Whether what is said of its letters makes the two sides of an equation the same."""
    sides = [with_values(side, given) for side in (equation.left, equation.right) if isinstance(side, Scalar)]
    if len(sides) < 2:
        return False
    values = [value_of(side) for side in sides]
    if values[0] is not None and values[1] is not None:
        return abs(values[0] - values[1]) <= abs(values[0]) / 10**12
    return agreement(Relation("=", *sides)) == 1


def weighs(letter: Variable, statement: Prop, given: Collection[Prop]) -> bool:
    """Whether a number of which hypotheses say where it lies only weighs terms of an inequality between forms of one degree in
    other letters, a b <= e a^2 + b^2 / (4 e): both sides have these letters, and of each a hypothesis speaks. What is as small as
    one likes is compared with terms of another degree, x^2 - a^2 < e (x + a)."""
    if not isinstance(statement, Relation) or not all(
        isinstance(each, (tm.Add, tm.Neg, tm.Mul, tm.Div, tm.Pow, tm.Number, Variable, Relation))
        for each in statement.subterms()
    ):
        return False
    said = {each for prop in given for each in prop.free}
    left, right = statement.left.free - {letter}, statement.right.free - {letter}
    if left != right or len(left) < 2 or not left | {letter} <= said:
        return False
    twice = {each: 2 * each for each in left if isinstance(each, Variable)}
    sides = [side for side in (statement.left, statement.right) if isinstance(side, tm.Scalar)]
    return any(all(same(substitute(each, twice), 2**degree * each) for each in sides) for degree in range(2, 5))


def is_of_products(statement: Prop) -> bool:
    """Whether an equation says what a trace, a transpose or an inverse of a product of matrices is, by a product of the same:
    `tr(A B C) = tr(B A C)`, `(A B)^T = A^T B^T`. It is a rule for all matrices, where `A B = B A` may say which are meant."""
    if not is_equation(statement):
        return False
    match statement.left:
        case tm.MatrixTrace(tm.MatrixMul()) | tm.Transpose(tm.MatrixMul()):
            pass
        case tm.MatrixPower(tm.MatrixMul(), exponent) if exponent == -tm.ONE:
            pass
        case _:
            return False
    left, right = (sorted(_factors(side), key=str) for side in (statement.left, statement.right))
    return left == right and len(set(left)) > 1


def _factors(term: Term) -> list[Term]:
    """The letters that a product is made of; of what is no product, the term itself."""
    match term:
        case tm.MatrixTrace(matrix) | tm.Transpose(matrix) | tm.MatrixPower(matrix):
            return _factors(matrix)
        case tm.MatrixMul(left, right):
            return [*_factors(left), *_factors(right)]
    return [term]
