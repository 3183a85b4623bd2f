"""Solutions with names of their own: after an equation for x, `x_1 = 3` or `x^* = 3` says that 3 solves it, and what x_1 is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.members import names_a_member
from symproof.readers.document.known.recurrences import members_of, recurrence
from symproof.readers.document.lines.asking import ask, text_of
from symproof.readers.document.lines.following import begins
from symproof.readers.document.lines.kinds import (
    LETTERS,
    SLOPES,
    is_best,
    is_numbered,
    is_polynomial_equation,
    is_solution,
)
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation import parse
from symproof.readers.notation.tree import Name, items_of
from symproof.readers.resolve import Context, Outcome, Reading, resolve, resolve_statement
from symproof.readers.resolve.complex_numbers import Complex, at
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.terms import Terms
from symproof.statement import And, Implies, Or, Prop, Relation, all_of, is_equation, under_each
from symproof.substitution import substitute
from symproof.term import ZERO, Mul, Scalar, ScalarAt, Variable

DECIMALS = re.compile(r"\d(\.|,|\{,\})\d")
EIGENVALUES = re.compile(
    r"\beigenvalues?\s+(?:of\s+(?:the\s+)?(?:matrix\s+)?(?P<of>·)\s+)?(?P<verb>are|is)(?P<rest>[·,\s]*(?:\band\s+)?)$",
    re.IGNORECASE,
)
"""Words before an eigenvalue that is given a name, of a matrix or of the last one."""
EIGENVALUE_OF = re.compile(
    r"\s*\$?\s*is\s+an?\s+(?:\w+\s+)?eigenvalue\s+of\s+(?:the\s+)?(?:matrix\s+)?(?:\$|\\\()\s*(?P<of>[^$]+?)\s*(?:\$|\\\))",
    re.IGNORECASE,
)
"""Words behind a value, "is an eigenvalue of $A$"."""
TABLE = re.compile(r"^[^=|]*(?<!\\det)[^=|]*=\s*\\(?:left[(\[]|begin\{[pb]matrix\})")
"""A matrix that is written out."""
ANOTHER = re.compile(
    r"\b(?:inverse|transpose|square|cube|power|product|sum|difference|similar|adjugate|other|second|those)\b",
    re.IGNORECASE,
)
"""Words behind it by which "its eigenvalues" may be those of another."""
CHOSEN = re.compile(
    r"\b(?:let|suppose|assume|consider|choose|take|find|want|need)\b.*\bwhose\s*$", re.IGNORECASE | re.DOTALL
)
"""Words before "eigenvalues are" by which a matrix is one that has these."""
OR = re.compile(r"\bor\b|∨", re.IGNORECASE)
STARRED = re.compile(r"\*|_\{?(?:\\mathrm\{)?opt")
SOLVES = "a value that solves the equation before"
TURNS = re.compile(
    r"\b(newton|iterat|start|initial|approximat|estimate|guess|sequence|recursion|points?)", re.IGNORECASE
)
"""Words by which a numbered letter is no solution but a step on a way to one, or a coordinate."""


def solution_named(
    unit: Unit, outcome: Outcome, known: Knowledge, heard: Sequence[Heard], context: Context, text: str
) -> Outcome | None:
    """The reading of `x_1 = 3`, or of `x^* = 3`, after an equation for x; a rounded value solves nothing. So is that of an
    eigenvalue of a matrix that its sentence names."""
    if not isinstance(outcome, Reading) or not isinstance(outcome.term, Prop):
        return None
    if (latex := _of_eigenvalue(unit, outcome.term, heard, text)) is not None:
        of_matrix: Outcome = ask(lambda: resolve_statement(parse(latex).clauses[0], context))
        return of_matrix
    meant = solution_numbered(outcome.term, known, unit.display.before)
    goes_on = unit.row > 0 or not re.search(r"\w", unit.display.prose)
    if meant is None and (goes_on or not begins(unit)):
        meant = _best_solution(outcome.term, known)
    rounded = DECIMALS.search(text_of(unit.members[1].node, unit.members[1].display))
    return (
        None if meant is None or rounded else Reading(meant, outcome.inferred, ("a value that solves the line before",))
    )


def values_of_one(found: list[Unit], found_in: Sequence[list[Unit]], known: Knowledge, context: Context) -> None:
    """Make the parts of "b_2 = 10 and b_2 = 5" claims of their own, where what they give a value has one already and no "or"
    joins them: they are no alternatives."""
    for unit in [each for each in found if each.also]:
        others = list(unit.also)
        joined = any(each.connector == "or" or OR.search(each.words + each.display.prose) for each in others)
        if joined or unit.signs[0][0].kind != "=" or not _has_a_value(unit, known, context):
            continue
        unit.also.clear()
        for each in reversed(others):
            own = found_in[each.display.number]
            own.insert(own.index(unit) + 1 if own is found else 0, each)


def _has_a_value(unit: Unit, known: Knowledge, context: Context) -> bool:
    """Whether the left side of an equation has a value by what is defined: it has no letters, or is a member of a sequence that
    is given."""
    clause = unit.clause
    read = ask(resolve_statement, clause, context)
    prop = read.term if isinstance(read, Reading) else None
    if not isinstance(prop, Relation) or not isinstance(prop.left, ScalarAt):
        return isinstance(prop, (Relation, And)) and not prop.free
    sequence = prop.left.sequence
    said = [each.prop for each in known.facts if sequence in each.prop.free]
    ruled = any(recurrence(each) == sequence for each in said) and any(names_a_member(each, sequence) for each in said)
    return ruled or any(members_of(each) == sequence for each in said)


def of_eigenvalues(unit: Unit, heard: Sequence[Heard], context: Context, text: str) -> Reading | None:
    r"""What is said behind "the eigenvalues of A are" by numbers that stand alone, each in its formula or several in one, or by a
    letter that is each of them, `\lambda = 1` and `\lambda = 3`."""
    matrix = _matrix_of_eigenvalues(unit, heard, text)
    units = (unit, *unit.also)
    heads = {text_of(each.members[0].node, each.display) for each in units}
    if matrix is None or len(heads) > 1 or any(each.kinds != (["="] if unit.also else []) for each in units):
        return None
    values = [(value, each.display) for each in units for value in items_of(each.members[-1].node)]
    read = [ask(resolve, value, context) for value, _ in values]
    if not all(isinstance(each, Reading) and isinstance(each.term, Scalar) for each in read):
        return None
    latex = [_is_eigenvalue(text_of(value, display), matrix) for value, display in values]
    found = [ask(lambda: resolve_statement(parse(each).clauses[0], context)) for each in latex]  # noqa: B023
    props = [each.term for each in found if isinstance(each, Reading) and isinstance(each.term, Prop)]
    return Reading(all_of(props)) if props and len(props) == len(values) else None


def is_one_of_eigenvalues(unit: Unit) -> bool:
    r"""Whether a letter without a number is one of several eigenvalues, "are $\lambda = 1$ and": it has none of them from there
    on."""
    words = EIGENVALUES.search(unit.display.before)
    return words is not None and words["verb"].lower() == "are" and isinstance(unit.members[0].node, Name)


def _of_eigenvalue(unit: Unit, prop: Prop, heard: Sequence[Heard], text: str) -> str | None:
    r"""What `\lambda_1 = 3` says behind "the eigenvalues of A are", or before "is an eigenvalue of A", as LaTeX: that A - 3 I has
    the determinant 0."""
    matrix = _matrix_of_eigenvalues(unit, heard, text) if is_solution(prop) and not unit.also else None
    value = text_of(unit.members[1].node, unit.members[1].display) if matrix else ""
    return _is_eigenvalue(value, matrix) if matrix else None


def _is_eigenvalue(value: str, matrix: str | None) -> str:
    return rf"\det\left({matrix} - \left({value}\right) I\right) = 0"


def _matrix_of_eigenvalues(unit: Unit, heard: Sequence[Heard], text: str) -> str | None:
    """The matrix, as LaTeX, whose eigenvalues words before a formula or behind it speak of; without a name the last one that is
    written out, where nothing says that another is meant."""
    formula = unit.display.formula
    found, told = EIGENVALUES.search(unit.display.before), EIGENVALUE_OF.match(text[formula.end :][:120])
    if (found is None and told is None) or DECIMALS.search(unit.display.text.text):
        return None
    if found is not None and CHOSEN.search(sentence_before(unit.display.before[: found.start()])):
        return None
    if told is not None:
        return told["of"] or None
    assert found is not None
    before = list(heard[: unit.display.number - found["rest"].count("·")])
    if not found["of"]:
        given = [k for k, each in enumerate(before) if each.role in ("definition", "hypothesis", "claim")]
        written = [k for k in given if TABLE.search(before[k].latex)][-1:]
        if not written or any(before[k].role != "claim" for k in given if k > written[0]):
            return None
        before = before[: written[0] + 1]
        if ANOTHER.search(text, before[-1].end, formula.start):
            return None
    return before[-1].latex.strip("$ .,\\[]()").partition("=")[0] or None if before else None


def solution_numbered(prop: Prop, known: Knowledge, words: str) -> Prop | None:
    """What a line that sets a numbered letter equal to a value, or one such letter or another, says of the equation for the
    letter without its number: that the value solves the row before, or which are its solutions."""
    equation, row = known.equation, known.previous
    named = row is None or all(is_numbered(x, y) for x in row.prop.free for y in _letters(equation))
    if equation is not None and named:
        row = equation  # behind x_1 = 2
    if row is None or len(row.prop.free) != 1 or TURNS.search(words):
        return None
    if not _sets_equal(row.prop) if equation is None else row.prop.free != equation.prop.free:
        return None
    (letter,) = row.prop.free
    if (
        not isinstance(letter, Variable)
        or not is_solution(prop)
        or prop.free & known.seen
        or not all(is_numbered(each, letter) for each in prop.free)
    ):
        return None
    if isinstance(prop, Or):
        return substitute(prop, dict.fromkeys(prop.free, letter))
    solved = _as_product(row.prop)
    if not isinstance(prop, Relation):
        return None
    if solved == row.prop and not (is_polynomial_equation(solved) or is_solution(solved)):
        return None
    return substitute(solved, {letter: prop.right})


def _letters(equation: Fact | None) -> list[Variable]:
    return [each for each in equation.prop.free if isinstance(each, Variable)] if equation is not None else []


def _as_product(prop: Prop) -> Prop:
    """A row that names cases, `x + 5 = 6 or x + 5 = -6`, as one equation."""
    factors = []
    for each in prop.args if isinstance(prop, Or) else ():
        if not (is_polynomial_equation(each) or is_solution(each)) or not isinstance(each, Relation):
            return prop
        if not isinstance(each.left, Scalar) or not isinstance(each.right, Scalar):
            return prop
        factors.append(each.left - each.right)
    return Relation("=", Mul(tuple(factors)), ZERO) if factors else prop


def _best_solution(prop: Prop, known: Knowledge) -> Prop | None:
    """What a line that sets x^* or a hat equal to a value, behind a line in x that is set to zero, says of that: that the value
    solves the row before. All other letters of the row must stand in the value, else there may be more unknowns."""
    row, step = known.previous, known.equation.step if known.equation is not None else None
    zero = None if row is None or known.equation is None else under_each(row.prop)
    if not isinstance(prop, Relation) or not isinstance(zero, Relation):
        return None
    if step is None and not (STARRED.search(str(prop.left)) or zero.mentions(*SLOPES)):
        return None
    slope = None if step is None else getattr(step.statement, "left", None) if step.first is None else step.first
    of_slope = {slope.variable} if isinstance(slope, SLOPES) else zero.free
    letter = next((each for each in of_slope & zero.free if is_best(prop.left, each)), None)
    named = getattr(prop.left, "sequence", prop.left)
    if letter is None or prop.kind != "=" or named in known.seen or letter in prop.right.free:
        return None
    if not zero.free - {letter} <= prop.free:
        return None
    if zero.mentions(*SLOPES):
        return Implies(Relation("=", letter, prop.right), zero)
    return substitute(zero, {letter: prop.right})


def rename_solution(outcome: Outcome, known: Knowledge) -> None:
    """Let what is to be solved for x be said of x^*, where a line speaks of x^* in its place, 2 x^* = 6 of 2x - 6 = 0."""
    prop = outcome.term if isinstance(outcome, Reading) else None
    equation, row = known.equation, known.previous
    if not is_equation(prop) or equation is None or row is None or isinstance(prop.left, LETTERS):
        return
    named = [each for each in prop.free - known.seen if isinstance(each, LETTERS) and STARRED.search(each.name)]
    letters = [each for each in equation.prop.free & row.prop.free - prop.free if named and is_best(named[0], each)]
    if len(named) == 1 and len(letters) == 1:
        new = {letters[0]: named[0]}
        known.equation = replace(equation, prop=substitute(equation.prop, new))
        known.previous = known.equation if row is equation else replace(row, prop=substitute(row.prop, new))


def complex_solutions(unit: Unit, known: Knowledge, context: Context) -> Reading | None:
    """What `x = 2i or x = 3` says after a polynomial equation for x: that each of these solves it."""
    units = (unit, *unit.also)
    if not any(complex_solution(each, known, context) for each in units):
        return None
    solved = [complex_solution(each, known, context, real=True) for each in units]
    props = tuple(each.term for each in solved if each is not None and isinstance(each.term, Prop))
    return Reading(And(props), {}, (SOLVES,)) if len(props) == len(units) else None


def complex_solution(unit: Unit, known: Knowledge, context: Context, *, real: bool = False) -> Reading | None:
    """What `x = 2 + 3i` says after a polynomial equation for x: that this number solves it; `real`, also of a real one."""
    row = (known.equation or known.previous) if context.imaginary else None
    equation = row.prop if row is not None else None
    if unit.signs[0][0].kind != "=" or not isinstance(equation, Relation) or not is_polynomial_equation(equation):
        return None
    (letter,) = equation.free
    named = canonical_name(text_of(unit.members[0].node, unit.members[0].display))
    value = ask(lambda: Terms(context, {}).value(unit.members[1].node))
    if letter != Variable(named) and not (isinstance(letter, Variable) and is_numbered(Variable(named), letter)):
        return None
    value = Complex.of(value) if real and isinstance(value, Scalar) and not value.free else value
    if not isinstance(value, Complex):
        return None
    left, right = (at(side, {letter: value}) for side in (equation.left, equation.right))
    if left is None or right is None:
        return None
    parts = tuple(Relation("=", one, other) for one, other in zip(left.parts, right.parts, strict=True))
    return Reading(And(parts), {}, (SOLVES,))


def _sets_equal(prop: Prop) -> bool:
    """Whether a row sets a polynomial equal to a number, `3x(x - 2) = 0`, or names several values."""
    if isinstance(prop, Or):
        return is_solution(prop)
    return is_polynomial_equation(prop) and isinstance(prop, Relation) and not prop.right.free
