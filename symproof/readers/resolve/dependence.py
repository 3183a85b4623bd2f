r"""What depends on what: letters that definitions in force give by others, `u = x^2 + 1`, `y = u^3`, or an evaluation trace.

`\frac{dy}{dx}` is the derivative of y with the definitions put in for all letters that depend on x; `\frac{dy}{du}` stops at
u. What is not given by any definition stays a letter of its own, `dy/dx`, of which nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.statement import And, Each, Relation, is_equation
from symproof.substitution import rebuild, substitute
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context


CONSTANTS = frozenset("abckCK")
"""The letters that are usually constants: where y = c, y is the same everywhere."""


def rate_name(body: str, variable: str, *, partial: bool) -> str:
    """The name of a derivative that is a letter of its own."""
    d = "\u2202" if partial else "d"
    return f"{d}{body}/{d}{variable}"


def meanings(context: Context) -> dict[tm.Term, tm.Scalar]:
    """The letters that are given by a term in others, and the terms."""
    found: dict[tm.Term, tm.Scalar] = {}
    for prop in context.holding():
        prop = prop.args[0] if isinstance(prop, And) else prop  # u = f(x) = x^2 + 1
        if is_equation(prop):
            letter, body = prop.left, prop.right
            if (
                isinstance(letter, tm.Variable)
                and isinstance(body, tm.Scalar)
                and body.free
                and letter not in body.free
            ):
                found.setdefault(letter, body)
    return found


def meanings_beside(variable: tm.Term, context: Context) -> dict[tm.Term, tm.Term]:
    """The same; beside a letter for a vector, a column or a matrix with those that stand for such themselves, `y = Wx + b`."""
    found: dict[tm.Term, tm.Term] = {**meanings(context)}
    for prop in context.holding() if isinstance(variable, (tm.VectorVariable, tm.MatrixVariable)) else ():
        prop = prop.args[0] if isinstance(prop, And) else prop
        match prop:
            case Relation("=", tm.VectorVariable() | tm.MatrixVariable() as letter, body) if letter not in body.free:
                found.setdefault(letter, body)
    return found


def depends_on(letter: object, context: Context) -> tm.Variable | None:
    """The one letter that another depends on: that of its definition, or the one that the equations on it tie it to."""
    body = meanings(context).get(letter) if isinstance(letter, tm.Variable) else None
    if body is None:
        ties = [prop for prop in context.tying() if is_equation(prop) and letter in prop.free]
        others = {each for prop in ties for each in prop.free if each != letter and not is_rate(each)}
    else:
        others = {*body.free}
    (other,) = others if len(others) == 1 else (None,)
    if body is not None and body == other and str(other) in CONSTANTS:
        return None
    return other if isinstance(other, tm.Variable) and other.domain == "real" else None


def through(body: tm.Scalar, x: tm.Term, known: Mapping[tm.Term, tm.Term]) -> tm.Scalar | None:
    """`body` with the definitions put in for all letters on the way to `x`; None where they go in a circle."""
    known = {letter: term for letter, term in known.items() if letter != x}
    leading: set[tm.Term] = {x}
    for _ in known:
        more = {letter for letter, term in known.items() if term.free & leading}
        if more <= leading:
            break
        leading |= more
    return expanded(body, {letter: term for letter, term in known.items() if letter in leading})


def expanded(body: tm.Scalar, known: Mapping[tm.Term, tm.Term]) -> tm.Scalar | None:
    """`body` with definitions put in for all letters that have one; None where they go in a circle."""
    for _ in range(len(known) + 1):
        if not body.free & known.keys():
            return body
        body = substitute(body, known)
    return None


def in_terms_of(letter: tm.Term, body: tm.Scalar, context: Context) -> tm.Scalar:
    """`body` by a letter for what this is defined as, e^z in place of e^{x + y} where z = x + y, and by others that do not depend
    on it, p + q in place of e^z + sin(z) where p = e^z and q = sin(z); as it is where there is more in it than that."""
    known = meanings(context)
    term = known.get(letter) if letter not in body.free else None
    if term is None or not term.free or isinstance(term, tm.Variable):
        return body
    wholes = {each: whole for each, one in known.items() if (whole := expanded(one, known)) is not None}
    beside = [
        (each, whole)
        for each, whole in sorted(wholes.items(), key=lambda pair: -_size(pair[1]))
        if not isinstance(whole, tm.Variable) and not _leads_to(letter, each, known)
    ]
    for meaning in (term, wholes.get(letter, term)):
        found = stepped(body, {meaning: letter})
        for other, whole in beside if letter in found.free else ():
            found = stepped(found, {whole: other}) if found.free & meaning.free else found
        if isinstance(found, tm.Scalar) and letter in found.free and not found.free & meaning.free:
            return found
    return body


def _leads_to(letter: tm.Term, other: tm.Term, known: dict[tm.Term, tm.Scalar]) -> bool:
    """Whether what another letter is defined as depends on a letter."""
    whole = through(known[other], letter, known)
    return other == letter or whole is None or letter in whole.free


def _size(term: tm.Term) -> int:
    return sum(1 for _ in term.subterms())


def recurrences(context: Context, bound: set[tm.Term]) -> dict[tm.Term, tm.Term]:
    """What is known of the member after one of a sequence, `w_{t+1} = w_t - \\eta g_t`, but for indices that are bound."""
    found: dict[tm.Term, tm.Term] = {}
    for prop in context.holding():
        inner = prop.body if isinstance(prop, Each) else prop
        if is_equation(inner):
            left = inner.left
            if (
                isinstance(left, (tm.ScalarAt, tm.VectorAt))
                and isinstance(left.index, tm.Add)
                and not left.index.free & bound
            ):
                found.setdefault(left, inner.right)
    return found


def stepped(term: tm.Term, steps: dict[tm.Term, tm.Term]) -> tm.Term:
    """A term with what is known of the next members put in, once."""
    if term in steps:
        return steps[term]
    return rebuild(term, lambda inner: stepped(inner, steps)) if steps else term


def inputs(context: Context, known: dict[tm.Term, tm.Scalar]) -> frozenset[tm.Term]:
    """The letters that vary freely: arguments of functions of several, and what definitions start from."""
    found = arguments(context) | {letter for term in known.values() for letter in term.free}
    return frozenset(found - known.keys())


def arguments(context: Context) -> set[tm.Term]:
    """The arguments of functions of several letters."""
    from symproof.readers.resolve.values import Macro

    macros = [macro for macro in context.names.values() if isinstance(macro, Macro) and len(macro.parameters) > 1]
    return {each for macro in macros for each in macro.parameters}


def is_unknown_rate(term: tm.Term) -> bool:
    """Whether a letter stands for something of which nothing is known: a derivative, a mean, a probability, an integral, a value
    of a function that is not given, the size of a range."""
    if not isinstance(term, (*RATES, tm.Sequence, tm.Function)):
        return False
    return is_rate(term) or term.name.startswith("|") or not {"(", "["}.isdisjoint(term.name)


def is_rate(term: tm.Term) -> bool:
    """Whether a letter stands for a derivative of which nothing is known."""
    name = term.name if isinstance(term, RATES) else ""
    return "/" in name and {"(", "["}.isdisjoint(name)


def hides(letter: tm.Term, other: tm.Term) -> bool:
    """Whether a letter is a mean, an integral or a value that depends on another letter, which stands in its name alone."""
    name = str(getattr(letter, "name", ""))
    if letter == other or {"(", "["}.isdisjoint(name):
        return False
    return re.search(rf"(?<![^\W_]){re.escape(plain(other))}(?!\w)", name) is not None  # also an index, n of D(p_n, q)


RATES = (tm.Variable, tm.VectorVariable, tm.MatrixVariable)
PROBABILITY = re.compile(r"P(?:_[^(]*)?\(")
"""How the name of a probability begins, also of one with a law below it, `P_S(A)`."""
MEANS = re.compile(r"\bE(?:_[^\[]*)?\[|\bP(?:_[^(]*)?\(")
"""What the name of a mean, of a deviation from it, and of a probability has."""
