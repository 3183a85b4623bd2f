"""What was said in terms of a function that is given now: functions in whose terms another stands, "for psi(x) = |x|^2 we have
D(x, y) = ...", and values that were told before, "y(0) = 1"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from symproof.errors import SymproofError
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.step import Fact
from symproof.readers.notation.tree import Node
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.context import Symbol
from symproof.readers.resolve.declared import define
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.slopes import worked_out
from symproof.readers.resolve.values import Refused
from symproof.substitution import rebuild, substitute
from symproof.term import Apply, Function, Term, Variable


def told_of_values(facts: Sequence[Fact], function: Function, given: Macro, node: Node) -> Iterator[tuple[int, Fact]]:
    """What was said of values of a function before the text gives it, `y(0) = 1` and `y'(0) = 3`, by the term that it is now, whose
    constants it determines; with the place of each fact."""
    x = given.parameters[0]
    if len(given.parameters) != 1 or not isinstance(x, Variable):
        return

    def put(term: Term) -> Term:
        if not isinstance(term, Apply) or term.arg.free or term.function.name.rstrip("'") != function.name:
            return rebuild(term, put)
        order = len(term.function.name) - len(function.name)
        body = worked_out(given.body, x, node, order, term.arg) if order else given.body
        return substitute(body, {x: term.arg})

    for k, fact in enumerate(facts):
        if fact.kind in ("hypothesis", "equation") and any(
            isinstance(each, Function) and each.name.rstrip("'") == function.name for each in fact.prop.free
        ):
            with suppress(SymproofError, Refused):
                if (prop := put(fact.prop)).free:
                    yield k, replace(fact, prop=prop)


def told_again(context: Context, said: Mapping[str, str], function: Function) -> Iterator[tuple[str, Symbol]]:
    """Give again, as the text did, the functions in whose terms another stands that is known by more now; what they were
    before. `said` has how the text gives each, and in which line."""
    for name, text in said.items():
        key, latex = canonical_name(name), text.rpartition(" (line")[0]
        given = context.names.get(key)
        if isinstance(given, Macro) and function in given.body.free:
            if ask(lambda latex=latex: define(latex, context)) is None:  # type: ignore[misc]
                yield key, given
            else:
                context.names[key] = given
