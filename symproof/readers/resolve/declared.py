"""Declarations given as tables: what a name stands for, the entries of a matrix, what is supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symproof import term as tm
from symproof.readers.notation import parse
from symproof.readers.notation import tree as t
from symproof.readers.phrases import DeclarationError
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import has_capitals, unfenced
from symproof.readers.resolve.stated import PARAMETERS
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.uses import OPERATORS, OWN
from symproof.statement import Prop

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context


def define(latex: str, context: Context) -> None:
    """Take in a definition of a declaration file: `f(x, y) = term`, or `letter = term` as a hypothesis.

    Raises:
        DeclarationError: one that cannot be read.
    """
    for clause in parse(latex).clauses:
        define_as(clause, latex, context)


def define_as(clause: t.Clause, latex: str, context: Context) -> None:
    """Take in the definition that a clause is; `latex` is told where it cannot be read.

    Raises:
        DeclarationError: one that cannot be read.
    """
    from symproof.readers.resolve import Reading, resolve  # the front door stands above its rooms

    called = called_name(clause.members[0]) if len(clause.members) == 2 else None
    if called is None and len(clause.members) == 2 and define_entries(clause, context):
        return
    if called is None:
        suppose(latex, context)
        return
    name, letters = called
    inner = context.copy()
    context.survey([t.Formula(0, 0, (t.Row(0, 0, (t.Clause(0, 0, (clause.members[1], *letters), ()),)),))])
    for key, value in context.names.items():
        inner.names.setdefault(key, value)
    outcome = resolve(clause.members[1], context)
    if not isinstance(outcome, Reading):
        raise DeclarationError(f"{latex}: {outcome}")
    parameters = [_parameter(canonical(letter) or "", outcome.term, context) for letter in letters]
    if not all(isinstance(each, PARAMETERS) for each in parameters):
        raise DeclarationError(f"{latex}: an argument is no letter for a number, a vector or a matrix")
    context.define(name, tuple(each for each in parameters if isinstance(each, tm.Term)), outcome.term)


def _parameter(key: str, term: Any, context: Context) -> Any:
    r"""The letter of a function; of `H(p) = -\sum_i p_i \log p_i`, whose term has its members alone, all of these."""
    letter, family = context.names.get(key), context.families.get(key)
    of_members = family is not None and isinstance(family.item, tm.Variable) and family in term.free
    return family if of_members and letter not in term.free else letter


def define_entries(clause: t.Clause, context: Context) -> bool:
    """Take in the law of the entries of a matrix letter: `A_{ij} = a_{i-j}`."""
    match clause.members[0]:
        case t.Scripted(base=base, sub=t.Juxtaposed(items=places) | t.Sequence(items=places), sup=None, primes=0):
            key = canonical(unfenced(base))
        case _:
            return False
    matrix, letters = context.names.get(key or ""), [context.names.get(canonical(place) or "") for place in places]
    if key is None or not isinstance(matrix, tm.MatrixVariable) or len(letters) != 2 or letters[0] == letters[1]:
        return False
    row, column = letters
    if not isinstance(row, (tm.Variable, tm.ResidueVariable)) or not isinstance(
        column, (tm.Variable, tm.ResidueVariable)
    ):
        return False
    terms = Terms(context, {})
    body = caught(lambda: terms.scalar(clause.members[1]))
    if not isinstance(body, tm.Scalar) or terms.open:
        raise DeclarationError(f"the entries of {key}: {body}")
    context.names[key] = tm.EntryLaw(matrix.name, matrix.rows, matrix.columns, row, column, body)
    return True


def called_name(node: t.Node) -> tuple[str, tuple[t.Node, ...]] | None:
    """The name and the arguments of `f(x, y)`."""
    match node:
        case t.Juxtaposed(items=(name, t.Fence(left="(", body=t.Node() as body))):
            key = None if isinstance(name, t.Scripted) and name.primes else canonical(name)
            if key in OPERATORS and (key not in OWN or has_capitals(body)):
                return None  # a variance, a probability
            letters = t.items_of(body)
            if key and all(canonical(letter) for letter in letters):
                return key, letters
    return None


def suppose(latex: str, context: Context) -> None:
    r"""Take in a hypothesis of a declaration file; `\text{for all } t` at its end quantifies.

    Raises:
        DeclarationError: one that cannot be read.
    """
    from symproof.readers.resolve import Reading, read_statement  # the front door stands above its rooms

    outcome = read_statement(latex, context)
    if not isinstance(outcome, Reading) or not isinstance(outcome.term, Prop):
        raise DeclarationError(f"given {latex}: {outcome}")
    context.given.append(outcome.term)
