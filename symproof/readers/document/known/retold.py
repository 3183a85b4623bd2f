"""Functions that are given by another one, while that one is given for a sentence: "for psi(x) = |x|^2 we have D(x, y) = ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from symproof.readers.document.lines.asking import ask
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.context import Symbol
from symproof.readers.resolve.declared import define
from symproof.readers.resolve.names import canonical_name
from symproof.term import Function


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
