r"""Where functions are given: `f(x) = x^2` for x >= 0, or piece by piece, each under its condition.

At a number outside of what the text says a function has no value; of a function in pieces, the piece is taken whose
condition holds there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import holds
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.point import Point
from symproof.readers.notation.tree import Node
from symproof.readers.resolve.values import Macro, Refused
from symproof.statement import Prop
from symproof.substitution import substitute

Pieces = tuple[tuple[Prop, tm.Scalar], ...]


def is_true(prop: Prop) -> bool | None:
    """Whether a statement without letters holds; None where that cannot be told."""
    if prop.free:
        return None
    try:
        return holds(prop, Point({}))
    except (SymproofError, NoValue, Undecided):
        return None


def within(function: Macro, args: Sequence[Any], node: Node) -> Prop | None:
    """What arguments of a function must fulfil; None where nothing is said or where it is so.

    Raises:
        Refused: numbers at which the text does not give the function.
    """
    asked = function.within(tuple(args), node)
    if asked is None or (said := is_true(asked)):
        return None
    if said is False:
        raise Refused(node, f"{function.name} is given for {function.domain} only")
    return asked


def domain_of(function: Macro, conditions: Iterable[Prop]) -> Prop | None:
    """Where the conditions beside its definition say that a function is given; None where they say nothing of it."""
    letters = set(function.parameters)
    # an equation says what a letter is: it gives a value, and no domain
    said = [each for each in conditions if each.free & letters and not st.is_equation(each)]
    return None if not said else st.all_of(said)


def in_pieces(function: tm.Function, letter: tm.Variable, pieces: Pieces) -> Prop:
    """That a function is, under each of several conditions on its letter, what stands there."""
    cases = tuple(st.Implies(where, st.Relation("=", function(letter), body)) for where, body in pieces)
    return st.Each(letter, st.all_of(cases))


def pieces_of(prop: Prop) -> tuple[tm.Function, tm.Variable, Pieces] | None:
    """The function, its letter and its pieces, where a statement gives a function in pieces."""
    if not isinstance(prop, st.Each) or not isinstance(prop.symbol, tm.Variable):
        return None
    cases = st.parts_of(prop.body)
    pieces: list[tuple[Prop, tm.Scalar]] = []
    function: tm.Function | None = None
    for each in cases:
        match each:
            case st.Implies(where, st.Relation("=", tm.Apply(name, arg), tm.Scalar() as value)) if arg == prop.symbol:
                function = name if function is None else function
                if name != function:
                    return None
                pieces.append((where, value))
            case _:
                return None
    return None if function is None else (function, prop.symbol, tuple(pieces))


def piece_at(function: tm.Function, arg: Any, holding: Iterable[Prop]) -> tm.Scalar | None:
    """The value at a number of a function that the text gives in pieces; None of another, or where it cannot be told."""
    if not isinstance(arg, tm.Scalar) or arg.free:
        return None
    for prop in holding:
        found = pieces_of(prop) if function in prop.free else None
        if found is None:
            continue
        _, letter, pieces = found
        said = [is_true(substitute(where, {letter: arg})) for where, _ in pieces]
        if said.count(True) == 1 and None not in said:
            body = pieces[said.index(True)][1]
            return substitute(body, {letter: arg}) if function not in body.free else None
    return None
