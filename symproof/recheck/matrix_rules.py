"""The rules for matrices as letters: equations as two-sided combinations of others, inverses, determinants, congruence.

combination    left - right = the sum of c L (l - r) R, or of c L (l - r)' R, over facts l = r, modulo others that rewrite
inverse        M M**-1 = 1 = M**-1 M where M**-1 has a value
inverses       of X Y = 1 between square matrices: det(X), det(Y) != 0, X**-1 = Y, Y**-1 = X
injective      of M c = 0 => c = 0 for each column c, or c != 0 => c' M c > 0, M square: det(M) != 0
columns        of l = r for each column c, with l - r = M c: M = 0
frobenius      tr(X' X) >= 0 and tr(X' Y)**2 <= tr(X' X) tr(Y' Y) for X and Y of one shape
submultiplicative  tr((X Y)' (X Y)) <= tr(X' X) tr(Y' Y)
diagonal       tr(X) = the sum of X[i, i]
sylvester      det(1 + X Y) = det(1 + Y X)
adjugates      X adj(X) = det(X) 1 = adj(X) X; adj(X) = det(X) X**-1 where that has a value
semidefinite   of x' M x >= 0 for each column x, M square: M[i, i] >= 0 for each i, tr(M) >= 0 and det(M) >= 0: real
               eigenvalues are >= 0, the others come in pairs, whether M is symmetric or not
schur          det [A B; C D] = det(A) det(D - C A**-1 B) for square A and D, and so from the last block
congruence     equal matrices in one place of a term give equal terms
valued         what the sides of a fact need, which hold where it does, as it is a relation
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .atoms import ONE
from .build import fresh, make, substitute
from .calculus import relation, zero_matrix
from .certificates import require
from .defined import needed
from .facts import Facts
from .function_laws import function_law
from .leaves import rewriting
from .rational import negative
from .sums import SUMS, Step
from .terms import SINGLE, TWO, ZERO, Node, Reject, below, free, name_of, number, shape, show, sort, times

MINUS_ONE = number(-1)


def equation(facts: Facts, k: int) -> tuple[Node, Node]:
    """The sides of a fact that is an equation of matrices."""
    require(0 <= k < len(facts.props), f"there is no fact {k}")
    fact = facts.props[k]
    require(fact[:2] == ("Relation", "=") and sort(fact[2]) == "matrix", f"{show(fact)} is no equation of matrices")
    return fact[2], fact[3]


def combine(facts: Facts, goal: Node, _: Any, pieces: tuple[Any, ...], rewrites: tuple[int, ...]) -> frozenset[str]:
    """Reject where the pieces do not add up to an equation of matrices; what this rests on is nothing more."""
    facts.require_defined(goal, *(part for piece in pieces for part in (piece[1], piece[2], piece[4])))
    matrices = goal[:2] == ("Relation", "=") and sort(goal[2]) == "matrix"
    require(matrices, f"{show(goal)} is no equation of matrices")
    normal = rewriting(facts, rewrites)
    left, right = map(normal.matrix, goal[2:])
    rest = normal.matrix_difference(left, right)
    for _, weight, before, k, after, transposed in pieces:
        sides = equation(facts, k)
        if transposed:
            sides = (make("Transpose", sides[0]), make("Transpose", sides[1]))
        gap = make("MatrixAdd", sides[0], make("MatrixScale", MINUS_ONE, sides[1]))
        product = make("MatrixMul", make("MatrixMul", before, gap), after)
        require(shape(product) == shape(goal[2]), "a piece has another shape than the goal")
        part = normal.matrix(product)
        parts = [(ONE, rest.words), (negative(normal.scalar(weight)), part.words)]
        rest = normal.combination(rest.rows, rest.columns, parts)
    require(not rest.words, f"the pieces do not add up to {show(goal)}")
    return frozenset()


def inverse(_: Facts, matrix: Node) -> Step:
    """M M**-1 = 1 and M**-1 M = 1: facts whose need, det(M) != 0, is asked for when they are learned."""
    inverted, one = make("MatrixPower", matrix, MINUS_ONE), make("Identity", shape(matrix)[0])
    products = (make("MatrixMul", matrix, inverted), make("MatrixMul", inverted, matrix))
    return Step(tuple(relation("=", product, one) for product in products))


def inverses(facts: Facts, k: int) -> Step:
    """What X Y = 1 says of square X and Y: neither determinant is 0, and each is the inverse of the other."""
    product, one = equation(facts, k)
    require(product[0] == "MatrixMul" and one[0] == "Identity", "the fact is not of the form X @ Y = 1")
    _, x, y = product
    require(all(shape(z)[0] == shape(z)[1] for z in (x, y)), "only of square matrices a one-sided inverse is one")
    return Step(
        (
            *(relation("!=", make("Determinant", z), ZERO) for z in (x, y)),
            relation("=", make("MatrixPower", x, MINUS_ONE), y),
            relation("=", make("MatrixPower", y, MINUS_ONE), x),
        )
    )


def injective(facts: Facts, k: int) -> Step:
    """det(M) != 0, where a fact says that a square M takes no column but zero to zero."""
    require(0 <= k < len(facts.props), f"there is no fact {k}")
    match facts.props[k]:
        case (
            "Each",
            column,
            ("Implies", ("Relation", "=", ("MatrixMul", x, c), zero), ("Relation", "=", d, nil)),
            None,
            None,
        ):
            require(column[0] == "MatrixVariable" and c == d == column, "the fact is not about one column")
            require(zero[0] == nil[0] == "EntryLaw" and zero[-1] == nil[-1] == ZERO, "the fact is not about zero")
            require(shape(x)[0] == shape(x)[1] and shape(column)[1] == SINGLE, "the matrix is not square")
            require(column not in free(x), "the matrix depends on the column")
            return Step((relation("!=", make("Determinant", x), ZERO),))
        case (
            "Each",
            column,
            (
                "Implies",
                ("Relation", "!=", a, zero),
                (
                    "Relation",
                    "<" | ">" | "!=",
                    ("MatrixTrace", ("MatrixMul", ("Transpose", b), ("MatrixMul", x, c))),
                    bound,
                ),
            ),
            None,
            None,
        ):
            require(column[0] == "MatrixVariable" and a == b == c == column, "the fact is not about one column")
            require(zero[0] == "EntryLaw" and zero[-1] == bound == ZERO, "the fact is not about zero")
            require(shape(x)[0] == shape(x)[1] and shape(column)[1] == SINGLE, "the matrix is not square")
            require(column not in free(x), "the matrix depends on the column")
            return Step((relation("!=", make("Determinant", x), ZERO),))
        case fact:
            raise Reject(f"{show(fact)} does not say that a matrix takes nothing but zero to zero")


def semidefinite(facts: Facts, k: int) -> Step:
    """A fact about a quadratic form at every column: what its matrix has on the diagonal, trace and determinant."""
    require(0 <= k < len(facts.props), f"there is no fact {k}")
    match facts.props[k]:
        case ("Each", column, body, None, None):
            pass
        case fact:
            raise Reject(f"{show(fact)} is not about all columns")
    match body:
        case ("Implies", ("Relation", "!=", a, ("EntryLaw", *_, zero)), inside) if a == column and zero == ZERO:
            body = inside
    match body:
        case ("Relation", ">" | ">=", ("MatrixTrace", ("MatrixMul", ("Transpose", a), ("MatrixMul", x, b))), bound):
            require(column[0] == "MatrixVariable" and a == b == column and bound == ZERO, "the fact is about no form")
            (where, columns), taken = shape(x), {name_of(letter) for letter in free(x)}
            require(where == columns and shape(column)[1] == SINGLE, "the matrix is not square")
            require(
                column not in free(x) and where[0] == "Interval", "the matrix depends on the column, or is over Z/n"
            )
            i = fresh(("Variable", "i", "integer", "", None), taken)
            diagonal = make("Each", i, relation(">=", make("Entry", x, i, i), ZERO), where[1], where[2])
            return Step((diagonal, *(relation(">=", make(name, x), ZERO) for name in ("MatrixTrace", "Determinant"))))
    raise Reject(f"{show(body)} does not say that a matrix is semidefinite")


def columns(facts: Facts, k: int, matrix: Node) -> Step:
    """M = 0, where a fact says of each column c that l = r, and l - r is M c."""
    require(0 <= k < len(facts.props), f"there is no fact {k}")
    match facts.props[k]:
        case ("Each", column, ("Relation", "=", left, _) as body, None, None) if sort(left) == "matrix":
            require(column[0] == "MatrixVariable" and shape(column)[1] == SINGLE, "the fact is not about one column")
            require(column not in free(matrix), "the matrix depends on the column")
            require(shape(matrix) == (shape(left)[0], shape(column)[0]), "the matrix has another shape")
            letter, inside = facts.open(column, None, None, body, matrix)
        case fact:
            raise Reject(f"{show(fact)} is no equation of matrices for each column")
    opened = substitute(body, {column: letter})
    normal = rewriting(inside, ())
    gap = normal.matrix_difference(*map(normal.matrix, opened[2:]))
    taken = normal.matrix(make("MatrixMul", matrix, letter))
    parts = [(ONE, gap.words), (negative(ONE), taken.words)]
    rest = normal.combination(gap.rows, gap.columns, parts)
    require(not rest.words, f"{show(body)} is not {show(matrix)} times the column")
    return Step((relation("=", matrix, zero_matrix(*shape(matrix))),))


def frobenius(_: Facts, x: Node, y: Node) -> Step:
    """The inner product tr(X' Y) is definite on X and obeys Cauchy-Schwarz: X and Y are of one shape."""
    require(shape(x) == shape(y), "the matrices are of different shapes")
    own, mixed, other = (
        make("MatrixTrace", make("MatrixMul", make("Transpose", a), b)) for a, b in ((x, x), (x, y), (y, y))
    )
    return Step((relation(">=", own, ZERO), relation("<=", make("Pow", mixed, TWO), times(own, other))))


def submultiplicative(_: Facts, x: Node, y: Node) -> Step:
    """|X Y|**2 <= |X|**2 |Y|**2 for the sums of the squared entries."""
    whole, first, second = (
        make("MatrixTrace", make("MatrixMul", make("Transpose", part), part))
        for part in (make("MatrixMul", x, y), x, y)
    )
    return Step((relation("<=", whole, times(first, second)),))


def diagonal(_: Facts, x: Node) -> Step:
    """tr(X) = the sum of X[i, i] over its index set, which rows and columns share."""
    where = shape(x)[0]
    taken = {name_of(letter) for letter in free(x)}
    if where[0] == "Cyclic":
        i = fresh(("ResidueVariable", "i", where), taken)
        value = make("CyclicSum", make("Entry", x, i, i), i)
    else:
        i = fresh(("Variable", "i", "integer", "", None), taken)
        value = make("Sum", make("Entry", x, i, i), i, where[1], where[2])
    return Step((relation("=", make("MatrixTrace", x), value),))


def sylvester(_: Facts, x: Node, y: Node) -> Step:
    """det(1 + X Y) = det(1 + Y X), for X of shape m x n and Y of shape n x m."""
    sides = []
    for product in (make("MatrixMul", x, y), make("MatrixMul", y, x)):
        sides.append(make("Determinant", make("MatrixAdd", make("Identity", shape(product)[0]), product)))
    return Step((relation("=", *sides),))


def adjugates(_: Facts, x: Node, inverse: bool) -> Step:
    """X adj(X) = det(X) 1 = adj(X) X for square X; with `inverse`, adj(X) = det(X) X**-1 too, where that has a value."""
    cofactors, bottom = make("Adjugate", x), make("Determinant", x)
    multiple = make("MatrixScale", bottom, make("Identity", shape(x)[0]))
    facts = [relation("=", make("MatrixMul", *pair), multiple) for pair in ((x, cofactors), (cofactors, x))]
    if inverse:
        facts.append(relation("=", cofactors, make("MatrixScale", bottom, make("MatrixPower", x, MINUS_ONE))))
    return Step(tuple(facts))


def schur(_: Facts, x: Node, last: bool) -> Step:
    """The determinant of four blocks by the first of the diagonal, or the `last`: its own times that of its complement."""
    match x:
        case ("Above", (("Beside", (a, b)), ("Beside", (c, d)))):
            square = all(shape(part)[0] == shape(part)[1] for part in (a, d))
            require(square and shape(a)[1] == shape(c)[1] and shape(b)[1] == shape(d)[1], "the blocks do not fit")
            corner, rest, before, after = (d, a, b, c) if last else (a, d, c, b)
            inverse = make("MatrixPower", corner, MINUS_ONE)
            change = make("MatrixMul", make("MatrixMul", before, inverse), after)
            complement = make("MatrixAdd", rest, make("MatrixScale", MINUS_ONE, change))
            value = times(make("Determinant", corner), make("Determinant", complement))
            return Step((relation("=", make("Determinant", x), value),))
    raise Reject(f"{show(x)} is not of four blocks")


def congruence(facts: Facts, k: int, hole: Node, term: Node) -> Step:
    """A term with the left side of an equation put for a hole equals the term with the right side there."""
    left, right = equation(facts, k)
    require(hole[0] == "MatrixVariable" and shape(hole) == shape(left), f"{show(hole)} has another shape")
    require(sort(term) in ("scalar", "matrix") and _by_values(term), "equals are not put into a derivative")
    return Step((relation("=", substitute(term, {hole: left}), substitute(term, {hole: right})),))


def _by_values(term: Node) -> bool:
    """Whether a term depends on the values of its parts alone."""
    return term[0] not in ("Derivative", "Gradient", "MatrixGradient") and all(map(_by_values, below(term)))


def valued(facts: Facts, k: int) -> Step:
    """The conditions under which both sides of a relation among the facts have values: they hold, as it does."""
    require(0 <= k < len(facts.props) and facts.props[k][0] == "Relation", f"fact {k} is no relation")
    _, _, left, right = facts.props[k]
    return Step(tuple(dict.fromkeys((*needed(left), *needed(right)))))


MATRICES: dict[str, Callable[..., Step]] = {
    "Frobenius": frobenius, "Submultiplicative": submultiplicative,
    "Inverse": inverse, "Inverses": inverses, "Injective": injective, "Columns": columns,
    "Sylvester": sylvester, "Diagonal": diagonal,
    "Congruence": congruence, "Adjugates": adjugates, "Schur": schur, "Semidefinite": semidefinite,
}  # fmt: skip
STATED = SUMS | MATRICES | {"Valued": valued, "FunctionLaw": function_law}
"""The rules that state facts, once a subgoal is proved where there is one."""
