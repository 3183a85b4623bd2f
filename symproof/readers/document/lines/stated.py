"""What a formula states of each of its letters."""

from __future__ import annotations

from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.chains import spread
from symproof.readers.notation import Clause
from symproof.readers.resolve import Context, Reading, resolve_statement
from symproof.statement import Prop


def props_of(clause: Clause, context: Context) -> list[Prop] | None:
    """What a clause states, one statement for each letter of `a, b > 0`; None where one of them is not read."""
    props = []
    for part in spread(clause):
        outcome = ask(resolve_statement, part, context)
        if not isinstance(outcome, Reading) or not isinstance(outcome.term, Prop):
            return None
        props.append(outcome.term)
    return props
