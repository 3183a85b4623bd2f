r"""From the tree of a formula to terms, by a table of declared names; what is not declared is inferred where one
reading survives, and said.

    context = Context.from_table({"names": {"x, y": "vector"}})
    resolve_statement(parse(r"\|x + y\|^2 \le 2\|x\|^2 + 2\|y\|^2").clauses[0], context)

Nothing is guessed: where several readings survive the sorts of their letters, they are all returned.
"""

from symproof.readers.notation.tree import Clause, Node
from symproof.readers.resolve.context import Context, Macro
from symproof.readers.resolve.reading import Ambiguous, ChainReading, NotUnderstood, Outcome, Reading

__all__ = [
    "Ambiguous",
    "ChainReading",
    "Context",
    "Macro",
    "NotUnderstood",
    "Outcome",
    "Reading",
    "resolve",
    "resolve_chain",
    "resolve_statement",
]


def resolve(node: Node, context: Context) -> Outcome:
    """The term (or, for a chain or logic in brackets, the statement) that a node stands for."""
    return NotUnderstood(node.start, node.end, "", "the resolver is not written yet")


def resolve_chain(clause: Clause, context: Context) -> ChainReading:
    """The members of a clause, read together, and the statement of each of its steps."""
    members = tuple(resolve(member, context) for member in clause.members)
    steps = tuple(NotUnderstood(sign.start, sign.end, sign.text, "not written yet") for sign in clause.relations)
    return ChainReading(members, tuple(sign.kind for sign in clause.relations), steps)


def resolve_statement(clause: Clause, context: Context) -> Outcome:
    """A clause as one statement: its relations, all of them."""
    return NotUnderstood(clause.start, clause.end, "", "the resolver is not written yet")
