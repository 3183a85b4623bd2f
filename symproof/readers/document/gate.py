"""When does a point that fails refute a line of a document? Only when the line is meant for all values of its letters.

An equation to be solved, a constraint, a definition, a line about letters of which the text may say more than was read:
none of these is wrong because it fails somewhere. `why_not` says in words what stands against a refutation.
"""

from __future__ import annotations

from collections.abc import Collection

from symproof import term as tm
from symproof.statement import And, Implies, Or, Prop, Relation
from symproof.term import Function, MatrixVariable, Sequence, Term, Variable, VectorVariable

LETTERS = (Variable, VectorVariable)


def fixed_letters(given: Collection[Prop]) -> set[Term]:
    """The letters that hypotheses set equal to a term: x = 2, S = n (n + 1)/2."""
    fixed: set[Term] = set()
    for prop in given:
        if isinstance(prop, Relation) and prop.kind == "=":
            for letter, term in ((prop.left, prop.right), (prop.right, prop.left)):
                if isinstance(letter, LETTERS) and letter not in term.free:
                    fixed.add(letter)
    return fixed


def why_not(
    statement: Prop,
    given: Collection[Prop],
    explicit: Collection[str],
    *,
    universal: bool,
    chain: bool,
    concluded: bool,
) -> str:
    """What stands against refuting the statement by a point that fails; "" where nothing does.

    `explicit` are the names that somebody declared. `universal` says that the text means all values, `chain` that the
    relation is one of several in a row, `concluded` that words lead to it as to something that follows.
    """
    fixed = fixed_letters(given)
    free = {letter for letter in statement.free if letter not in fixed}
    if not free:
        return ""
    for letter in statement.free:
        if isinstance(letter, (Function, Sequence, MatrixVariable)) and letter.name not in explicit:
            return f"nothing declares {letter}"
    if universal:
        return ""
    if not isinstance(statement, Relation):
        return "" if isinstance(statement, Implies) else "it may hold for some values only"
    if isinstance(statement, (And, Or)):
        return "it may hold for some values only"
    left, right = (_letters(side, fixed) for side in (statement.left, statement.right))
    if not left or not right:
        return "it may be an equation to be solved, or a condition"
    for side in (statement.left, statement.right):
        if _is_bare(side) and side not in fixed:
            return f"it may say what {side} is"
    if chain:
        return ""
    if not (left <= right or right <= left):
        return "it may be a condition on its letters"
    if statement.kind in ("=", "!=") and not concluded and len(left | right) == 1 and not _is_vector(statement):
        return "it may be an equation to be solved"
    if statement.kind not in ("=", "!=") and left != right and not concluded:
        return "it may be a condition on its letters"
    return ""


def is_rate_of_nothing(statement: Term) -> bool:
    """Whether a derivative is taken of what does not hold its letter, as in a derivative of f(1, 2) in x: its author means
    the derivative at that point, and zero would be a misreading."""
    match statement:
        case tm.Derivative(body, variable) | tm.Gradient(body, variable) if variable not in body.free:
            return True
    return any(map(is_rate_of_nothing, statement.children()))


def _letters(term: Term, fixed: set[Term]) -> set[Term]:
    found: set[Term] = set()
    for letter in term.free - fixed:
        if isinstance(letter, (Variable, VectorVariable, Sequence, MatrixVariable)):
            found.add(letter)
    return found


def _is_bare(term: Term) -> bool:
    """Whether a term is a letter, or a member or value of one."""
    return isinstance(term, (*LETTERS, MatrixVariable, tm.ScalarAt, tm.VectorAt, tm.Apply, tm.Norm, tm.Entry))


def _is_vector(statement: Relation) -> bool:
    return isinstance(statement.left, (tm.Vector, tm.Matrix))
