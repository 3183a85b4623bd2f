r"""Mathematical notation: a tokenizer and an operator-precedence parser from LaTeX to a neutral tree with places.

    parse(r"\|x + y\|^2 \le 2\|x\|^2 + 2\|y\|^2").rows[0].clauses[0].members

A member that cannot be read is a `NotUnderstood` in its place, with the position, the token and the reason; the
others are read all the same. Nothing raises, whatever the input is; time is linear in its length.
"""

from symproof.readers.notation.rows import parse
from symproof.readers.notation.tree import Clause, Formula, Node, NotUnderstood, Row

__all__ = ["Clause", "Formula", "Node", "NotUnderstood", "Row", "parse"]
