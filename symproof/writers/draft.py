"""A derivation file of what was understood of a document: it loads, type-checks and can be checked, kept and completed.

Each chain becomes a derivation, with the hypotheses that hold there; what was not understood stands in it as a remark, with its
line. Nothing is proved here: which steps hold, `symproof check` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from symproof import statement as st
from symproof.chain import COMPOSE, WORDS
from symproof.errors import SymproofError
from symproof.readers.document.judgement.settling import relevant
from symproof.readers.document.lines.step import Step
from symproof.readers.document.steps.walk import Walk
from symproof.term import Matrix, Scalar, Vector
from symproof.writers.python_source import PythonSource

WIDTH = 116
CHAINS = ((Scalar, "ScalarChain"), (Vector, "VectorChain"), (Matrix, "MatrixChain"))


def draft_file(walk: Walk, name: str) -> str:
    """The text of the derivation file."""
    source = PythonSource()
    parts: list[str] = []
    taken: set[str] = set()
    for steps in _chains(walk.steps):
        parts.append(_derivation(steps, source, taken))
    unread = [each for each in walk.heard if each.problem and not each.steps]
    remarks = [_remark(f"line {each.line}: not understood: {each.latex}: {each.problem}") for each in unread]
    letters = source.declarations()
    words = sorted({*source.words, "derivation"})
    head = f'"""What was understood of {_plain(name)}, as it stands there: to be kept, checked and completed."""\n\n'
    imported = "from symproof import (\n" + "".join(f"    {word},\n" for word in words) + ")\n"
    body = "\n\n".join(part for part in parts if part)
    return (
        head
        + imported
        + "\n"
        + "\n".join(letters)
        + "\n\n\n"
        + body
        + ("\n\n\n" if remarks else "")
        + "\n".join(remarks)
        + "\n"
    )


def _chains(steps: list[Step]) -> Iterator[list[Step]]:
    """Steps that go on from each other, together."""
    group: list[Step] = []
    kind = ""
    for step in steps:
        last = group[-1].statement if group else None
        claim = step.statement
        goes_on = (
            isinstance(last, st.Relation)
            and isinstance(claim, st.Relation)
            and claim.left == last.right
            and step.display == group[-1].display
            and (kind, claim.kind) in COMPOSE
        )
        if group and not goes_on:
            yield group
            group = []
        kind = COMPOSE[kind, claim.kind] if goes_on and isinstance(claim, st.Relation) else getattr(claim, "kind", "")
        group.append(step)
    if group:
        yield group


def _derivation(steps: list[Step], source: PythonSource, taken: set[str]) -> str:
    first = steps[0]
    if first.statement is None:
        return _remark(f"line {first.line}: not understood: {first.latex}: {first.outcome}")
    try:
        claim, kind = _claim(steps, source)
        rows = [first.previous] if first.previous is not None else []
        given = relevant(first.statement, [fact.prop for fact in (*first.given, *rows)])
        hypotheses = [source.write(prop) for prop in given]
    except SymproofError as error:
        return _remark(f"line {first.line}: understood, but no derivation can say it: {first.latex}: {error}")
    source.words.add(kind)
    name = f"line_{first.line}"
    while name in taken:
        name = f"{name}_b" if not re.search(r"_[b-y]$", name) else name[:-1] + chr(ord(name[-1]) + 1)
    taken.add(name)
    head = "@derivation"
    if hypotheses:
        inside = ", ".join(hypotheses)
        head += (
            f"(given=[{inside}])"
            if len(inside) < WIDTH - 20
            else "(\n    given=[\n" + "".join(f"        {each},\n" for each in hypotheses) + "    ]\n)"
        )
    title = _plain(" ".join(step.latex for step in steps[:1]))
    return f'{head}\ndef {name}() -> {kind}:\n    r"""Line {first.line}: {title}"""\n    return {claim}\n'


def _claim(steps: list[Step], source: PythonSource) -> tuple[str, str]:
    """What a derivation returns, and its type."""
    statement = steps[0].statement
    assert statement is not None
    if not isinstance(statement, st.Relation):
        return source.write(statement), "Prop"
    sort = (
        next(name for kind, name in CHAINS if isinstance(statement.left, kind))
        if isinstance(statement.left, (Scalar, Vector, Matrix))
        else ""
    )
    if not sort:
        return source.write(statement), "Prop"
    if sort != "ScalarChain" and any(getattr(step.statement, "kind", "") != "=" for step in steps):
        return source.write(statement), "Prop"
    source.words.add("calc")
    parts = [f"calc({source.term(statement.left)})"]
    for step in steps:
        assert isinstance(step.statement, st.Relation)
        parts.append(f".{WORDS[step.statement.kind]}({source.write(step.statement.right)})")
    one = "".join(parts)
    if len(one) < WIDTH - 12:
        return one, sort
    return "(\n        " + "\n        ".join(parts) + "\n    )", sort


def _remark(text: str) -> str:
    return "# " + " ".join(text.split())[:200]


def _plain(text: str) -> str:
    return " ".join(text.split()).replace('"""', "'''").rstrip("\\").rstrip('"')[:90].rstrip("\\").rstrip('"')
