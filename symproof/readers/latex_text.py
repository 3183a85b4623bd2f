r"""LaTeX at the prompt and in derivation files: `from_latex(r"\|x\|^2", x)`, `prove(r"$x^2 \ge 0$")`.

What is read is a term or a statement like any other. Several readings, or none, are an error that lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from symproof.errors import ClaimSyntaxError
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, Outcome, Reading, read_statement, resolve
from symproof.statement import Prop, Statement
from symproof.term import Term


def from_latex(text: str, *letters: Term, where: Mapping[str, str] | None = None) -> Any:
    r"""The term or the statement that LaTeX writes. `letters` are the letters that occur in it, by their names; `where`
    declares others in words ("vector", "positive", "sequence of vectors"); the rest is what its uses say.

    Raises:
        ClaimSyntaxError: LaTeX that cannot be read, or can in several ways.

    >>> from symproof import positive, vectors
    >>> from_latex(r"\frac{\eta}{2} \|u\|^2", *vectors("u v"), positive(r"\eta"))
    eta/2*norm(u)**2
    """
    context = Context.of(letters)
    for name, phrase in (where or {}).items():
        context.declare(name, phrase)
    inner = _bare(text)
    clauses = parse(inner).clauses
    if len(clauses) == 1 and len(clauses[0].members) == 1 and not clauses[0].words:
        return _settled(resolve(clauses[0].members[0], context), inner)
    return _settled(read_statement(inner, context), inner)


def read_latex(claim: object, given: Iterable[object], where: Mapping[str, str]) -> Statement:
    """`given |- claim` where some are LaTeX; a letter means the same in all of them.

    Raises:
        ClaimSyntaxError: LaTeX that cannot be read, or can in several ways.
    """
    parts = [claim, *given]
    context = Context.of({symbol for part in parts if isinstance(part, Prop) for symbol in part.free})
    for name, phrase in where.items():
        context.declare(name, phrase)
    texts = [_bare(part) for part in parts if isinstance(part, str)]
    context.survey(map(parse, texts))
    said = tuple(context.given)
    props = []
    for part in parts:
        if isinstance(part, str):
            read = _settled(read_statement(_bare(part), context), _bare(part))
            if not isinstance(read, Prop):
                raise ClaimSyntaxError("a term where a statement is needed", part)
            props.append(read)
        else:
            assert isinstance(part, Prop)  # `prove.read` has made it one
            props.append(part)
    return Statement((*said, *props[1:]), props[0])


def _bare(text: str) -> str:
    """LaTeX without the dollar signs around it."""
    return text.strip().strip("$").strip()


def _settled(outcome: Outcome, text: str) -> Term:
    """What was read.

    Raises:
        ClaimSyntaxError: several readings, or none.
    """
    if isinstance(outcome, Reading):
        return outcome.term
    start, end = outcome.start, max(outcome.end, outcome.start + 1)
    line, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    message = getattr(outcome, "message", "")
    raise ClaimSyntaxError(
        str(outcome) if "ambiguous" in str(outcome) else message, text, line, column, text[start:end]
    )
