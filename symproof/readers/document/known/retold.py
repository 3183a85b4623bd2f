"""What was said in terms of a function that is given now: functions in whose terms another stands, "for psi(x) = |x|^2 we have
D(x, y) = ...", and values that were told before, "y(0) = 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from typing import Any

from symproof.errors import SymproofError
from symproof.readers.document.known.likeness import ALIKE, agreement
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import Unit, is_closed
from symproof.readers.document.words.letters import called
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import OF_CLAIMS
from symproof.readers.notation.tree import Clause, Fence, Juxtaposed, Name, Node, Number, Quotient, Scripted
from symproof.readers.resolve import ChainReading, Context, Macro, Reading, resolve_chain
from symproof.readers.resolve.context import Symbol
from symproof.readers.resolve.declared import define
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.slopes import worked_out
from symproof.readers.resolve.values import Refused
from symproof.statement import Prop, Relation, is_equation
from symproof.substitution import rebuild, substitute
from symproof.term import (
    Add,
    Apply,
    Function,
    MatrixVariable,
    Mul,
    Pow,
    Product,
    Scalar,
    Sum,
    Term,
    Variable,
    VectorVariable,
)

SOLVED = re.compile(r"\s*(?:has|have|having)\b[^.;:]{0,40}\b(?P<of>solution|root|zero)s?\b", re.IGNORECASE)
"""Words behind an equation that say what solves it."""


def tell_of_values(facts: list[Fact], function: object, given: object, node: Node) -> None:
    """Say what was said of values of a function before the text gives it, `y(0) = 1` and `y'(0) = 3`, by the term that it is now,
    whose constants they determine."""
    if not isinstance(function, Function) or not isinstance(given, Macro) or len(given.parameters) != 1:
        return
    x, name, body = given.parameters[0], function.name, given.body

    def put(term: Term) -> Term:
        if not isinstance(term, Apply) or x in term.arg.free or term.function.name.rstrip("'") != name:
            return rebuild(term, put)
        order = len(term.function.name) - len(name)
        assert isinstance(x, Variable) and isinstance(term.arg, Scalar)
        return substitute(worked_out(body, x, node, order, term.arg) if order else body, {x: term.arg})

    for k, fact in enumerate(facts if isinstance(x, Variable) else ()):
        functions = [each for each in fact.prop.free if isinstance(each, Function)]
        binds = not is_equation(fact.prop) or fact.prop.mentions(Sum, Product)  # letters that may stand in the term
        if (
            fact.kind in ("hypothesis", "equation")
            and not binds
            and any(each.name.rstrip("'") == name for each in functions)
        ):
            with suppress(SymproofError, Refused):
                if isinstance(prop := put(fact.prop), Prop) and prop.free:
                    facts[k] = replace(fact, prop=prop)


def sought_anew(section: Sequence[Display]) -> set[str]:
    """The functions for which a section begins with an equation that is to be solved, "solve $y'' + y = 0$", and those that
    stand for such an equation in a rule, "find a root of $x^2 = 2$: $x_1 = x_0 - f(x_0)/f'(x_0)$"."""
    found: set[str] = set()
    seen: set[str] = set()
    asked = unnamed = False
    """Whether an equation is to be solved, and whether one of numbers alone is, since which no function is given."""
    for display in section:
        parts = [part for clause in display.clauses for member in clause.members for part in every_part(member)]
        primed = {canonical(part.base) or "" for part in parts if isinstance(part, Scripted) and part.primes}
        if display.said.role == "equation" or (unnamed and any(map(_is_ratio, parts))):
            found |= primed - seen
        names = {canonical(part) or "" for part in parts if isinstance(part, Name)}
        asked |= ASKED.search(display.prose) is not None or display.said.role == "equation"
        if asked and not (primed or any(map(_is_call, parts))) and any(map(_is_zeroed, display.clauses)):
            unnamed = True
        elif unnamed and any(map(_gives, display.clauses)):
            unnamed = False
        seen |= names
    return found


ASKED = re.compile(r"\b(?:solv\w+|solutions?|roots?|zeros?|newton\S*|secant|bisection|iterat\w+)\b", re.IGNORECASE)
"""Words before an equation that is to be solved."""


def _is_zeroed(clause: Clause) -> bool:
    """Whether a clause sets a term equal to a number, of which one is no letter: `x^2 = 2`, and not `x = 2`."""
    sides = clause.members if [sign.kind for sign in clause.relations] == ["="] else ()
    return any(isinstance(side, Number) for side in sides) and not any(map(canonical, sides))


def _is_call(part: Node) -> bool:
    """Whether a part holds a name before brackets with a letter or a number, `f(x)`, `f(2)`."""
    for name, fence in pairwise(part.items) if isinstance(part, Juxtaposed) else ():
        if canonical(name) and isinstance(fence, Fence) and isinstance(fence.body, Name | Scripted | Number):
            return True
    return False


def _gives(clause: Clause) -> bool:
    """Whether a clause says what a function is, `f(x) = ...`."""
    first = clause.members[0] if clause.relations else None
    return isinstance(first, Juxtaposed) and len(first.items) == 2 and _is_call(first)


def _is_ratio(part: Node) -> bool:
    """Whether a part is a quotient of a function and its derivative, `f(x) / f'(x)`."""
    match part:
        case Quotient(
            top=Juxtaposed(items=(name, Fence())), bottom=Juxtaposed(items=(Scripted(primes=1) as slope, Fence()))
        ):
            return canonical(name) is not None and canonical(name) == canonical(slope.base)
    return False


NAMED = re.compile(
    r"\W*(?:\w{1,3}[).]\s+)?(?:(?:and|or|now|finally|next|similarly|likewise|also|for example|for instance|e\.g\.),?\s+)?"
    r"(?:(?:an?|the|another|our|its|one)\s+(?:[\w'’-]+\s+){1,4}|(?:[\w'’-]+\s+){0,4}[\w'’-]+\s*:\s*)?",
    re.IGNORECASE,
)
"""How a sentence begins that names what it gives, "The Gaussian kernel", or begins with it."""
THE_FUNCTION = re.compile(r"the functions?", re.IGNORECASE)


def gives_another(function: object, unit: Unit, context: Context) -> bool:
    """Whether a sentence begins with a function that is known, "The Gaussian kernel k(x, y) = ...", and with a term that is no
    other form of the one it was, nor one with a slip: it gives another function of that name. So does one at a letter of another
    kind, "g(x) = c^T x" of a column after g(x) = |x|."""
    if _is_of_another_kind(function, unit, context):
        return True
    display, words = unit.display, sentence_before(unit.display.before)
    if not isinstance(function, Macro) or display.said.connects or display.said.role in ("goal", "conclusion"):
        return False
    if NAMED.fullmatch(words) is None or OF_CLAIMS.search(words.rstrip(" :")) is not None or unit.row:
        return False
    said = _equation(unit, context)
    if said is None or agreement(said) >= ALIKE:
        return False
    return all(agreement(Relation("=", side, side)) for side in (said.left, said.right))  # both can be multiplied out


def is_no_definition(function: object, unit: Unit, context: Context) -> bool:
    """Whether words behind a value of a function that is given say what solves it, "f(x) = 0 has the roots", an equation, or it
    is written anew."""
    solved = SOLVED.match(unit.display.after)
    equated = solved is not None and (solved["of"].lower() == "solution" or is_closed(unit.members[1]))
    return equated or is_written_anew(function, unit, context)


def _is_of_another_kind(function: object, unit: Unit, context: Context) -> bool:
    """Whether a function is known at a number, and is given at a letter that is none now, or the other way round."""
    call = called(unit.members[0].node)
    if not isinstance(function, Macro) or call is None or not len(call[1]) == len(function.parameters) == 1:
        return False
    at = context.names.get(canonical(call[1][0]) or "")
    letters = (Variable, VectorVariable, MatrixVariable)
    known = function.parameters[0]  # or a sequence, of a function of all its members
    return (
        isinstance(at, letters) and isinstance(known, letters) and isinstance(at, Variable) != isinstance(known, Scalar)
    )


def differs(before: object, made: object, node: Node) -> bool:
    """Whether a function is another one than one of its name that was given before, and not the same written anew."""
    if not isinstance(before, Macro) or not isinstance(made, Macro) or before == made:
        return False
    with suppress(SymproofError, Refused):
        return agreement(Relation("=", before.at(made.parameters, node), made.body)) < 1
    return True


def is_written_anew(function: object, unit: Unit, context: Context) -> bool:
    """Whether what words call "the function f(x) = ...", or say something of, "p(x) = ... has a root", is known, and the term
    another form of what it was, perhaps with a slip, multiplied out or factored: so it is claimed, and gives no other function,
    as x^2 + 1 does after x^2 - 1."""
    spoken = unit.display.said.role == "equation" or THE_FUNCTION.fullmatch(unit.display.said.phrase) is not None
    if not isinstance(function, Macro) or not spoken:
        return False
    said = _equation(unit, context)
    return said is not None and agreement(said) >= ALIKE and _is_spread(said.left) != _is_spread(said.right)


def _is_spread(term: Term) -> bool:
    """Whether a term is multiplied out: no sum stands in a product or a power."""
    return not any(isinstance(x, (Mul, Pow)) and any(isinstance(c, Add) for c in x.children()) for x in term.subterms())


def _equation(unit: Unit, context: Context) -> Relation | None:
    """The equation that a chain begins with, by what is known."""
    found = ask(resolve_chain, unit.clause, context)
    first = found.steps[0] if isinstance(found, ChainReading) and found.steps else None
    said = first.term if isinstance(first, Reading) else None
    return said if isinstance(said, Relation) and said.kind == "=" else None


def restore(context: Context, name: str, before: Any) -> None:
    """Let a name be again what it was `before`, or nothing."""
    if before is None:
        context.names.pop(name, None)
    else:
        context.names[name] = before


def told_again(context: Context, said: Mapping[str, str], function: str) -> Iterator[tuple[str, Symbol]]:
    """Give again, as the text did, the functions in whose terms another stands that is known by more now; what they were
    before. `said` has how the text gives each, and in which line."""
    for name, text in said.items():
        key, latex = canonical_name(name), text.rpartition(" (line")[0]
        given = context.names.get(key)
        if isinstance(given, Macro) and any(isinstance(x, Function) and x.name == function for x in given.body.free):
            if ask(define, latex, context) is None:
                yield key, given
            else:
                context.names[key] = given
