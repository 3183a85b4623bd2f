r"""From the tree of a formula to terms, by a table of declared names; what is not declared is inferred where one
reading survives, and said.

    context = Context.from_table({"names": {"x, y": "vector"}})
    resolve_statement(parse(r"\|x + y\|^2 \le 2\|x\|^2 + 2\|y\|^2").clauses[0], context)

Nothing is guessed: where several readings survive the sorts of their letters, they are all returned.
"""

from symproof.readers.notation.tree import Clause, Node
from symproof.readers.resolve.context import Context, DeclarationError, Macro
from symproof.readers.resolve.reading import Ambiguous, ChainReading, NotUnderstood, Outcome, Reading, prop_of
from symproof.readers.resolve.ways import read_statement, resolve, resolve_chain, resolve_statement

__all__ = [
    "Ambiguous",
    "ChainReading",
    "Clause",
    "Context",
    "DeclarationError",
    "Macro",
    "Node",
    "NotUnderstood",
    "Outcome",
    "Reading",
    "prop_of",
    "read_statement",
    "resolve",
    "resolve_chain",
    "resolve_statement",
]
