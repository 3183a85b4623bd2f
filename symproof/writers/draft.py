"""A derivation file of what was understood of a document: it loads, type-checks and can be checked, kept and completed.

Each chain becomes a derivation, with the hypotheses that hold there and the lines that it was found to follow from; what was
not understood stands in it as a remark, with its line, and what is refuted or unknown has its reason above it. Nothing is
proved here: which steps hold, `symproof check` says.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from symproof import statement as st
from symproof.chain import COMPOSE, WORDS
from symproof.errors import SymproofError
from symproof.readers.document.answer import Answer, Answered
from symproof.readers.document.judgement.earlier import Earlier
from symproof.readers.document.judgement.hypotheses import but_for_sizes, relevant
from symproof.readers.document.judgement.judged import PROVED
from symproof.readers.document.lines.step import Fact
from symproof.term import Matrix, Scalar, Vector
from symproof.trusted.defined import definedness
from symproof.writers.python_source import PythonSource

WIDTH = 116
CHAINS = ((Scalar, "ScalarChain"), (Vector, "VectorChain"), (Matrix, "MatrixChain"))


def draft_file(answer: Answer) -> str:
    """The text of the derivation file."""
    draft = _Draft(answer)
    parts = [draft.derivation(group) for group in _chains(answer.steps)]
    unread = [each for each in answer.heard if each.problem and not each.steps]
    remarks = [_remark(f"line {each.line}: not understood: {each.latex}: {each.problem}") for each in unread]
    letters = draft.source.declarations()
    words = sorted({*draft.source.words, "derivation"})
    head = f'"""What was understood of {draft.file}, as it stands there: to be kept, checked and completed."""\n'
    imported = "from symproof import (\n" + "".join(f"    {word},\n" for word in words) + ")\n"
    blocks = (head + "\n" + imported + "\n" + "\n".join(letters), *filter(None, parts), "\n".join(remarks))
    return "\n\n\n".join(block.strip("\n") for block in blocks if block) + "\n"


def _chains(steps: Sequence[Answered]) -> Iterator[list[Answered]]:
    """Steps that go on from each other, together."""
    group: list[Answered] = []
    kind = ""
    for answered in steps:
        last = group[-1].step.statement if group else None
        claim = answered.step.statement
        goes_on = (
            isinstance(last, st.Relation)
            and isinstance(claim, st.Relation)
            and claim.left == last.right
            and answered.step.display == group[-1].step.display
            and (kind, claim.kind) in COMPOSE
        )
        if group and not goes_on:
            yield group
            group = []
        kind = COMPOSE[kind, claim.kind] if goes_on and isinstance(claim, st.Relation) else getattr(claim, "kind", "")
        group.append(answered)
    if group:
        yield group


class _Draft:
    """Writes one derivation after the other, by the verdicts on the steps."""

    def __init__(self, answer: Answer) -> None:
        self.file = _plain(answer.document.source.name) or "a document"
        self.source = PythonSource()
        self.earlier = Earlier(done={each.step.number: each.judged for each in answer.steps})
        self.taken: set[str] = set()

    def derivation(self, group: Sequence[Answered]) -> str:
        """The derivation of a chain, or a remark."""
        first = group[0].step
        if first.statement is None:
            return _remark(f"line {first.line}: not understood: {first.latex}: {first.outcome}")
        try:
            row = _equivalent(group[0]) if len(group) == 1 else None
            claim, kind = _claim(group, self.source) if row is None else (self.source.write(row), "Prop")
            hypotheses = [self.source.write(prop) for prop in self._given(group, row)]
        except SymproofError as error:
            return _remark(f"line {first.line}: understood, but no derivation can say it: {first.latex}: {error}")
        self.source.words.add(kind)
        told = [f"{each.judged.verdict}: {each.step.latex}: {each.judged.why}" for each in group]
        remarks = [_remark(text) for each, text in zip(group, told, strict=True) if each.judged.verdict != PROVED]
        title = f"Line {first.line} of {self.file}."
        body = f'def {self._name(first.line)}() -> {kind}:\n    """{title}"""\n    return {claim}'
        return "\n".join([*remarks, "@derivation" + _listed(hypotheses), body])

    def _name(self, line: int) -> str:
        name, k = f"line_{line}", 1
        while name in self.taken:
            k += 1
            name = f"line_{line}_{k}"
        self.taken.add(name)
        return name

    def _given(self, group: Sequence[Answered], row: st.Iff | None) -> tuple[st.Prop, ...]:
        """The hypotheses of a chain: those that hold there, and the lines before it that its steps follow from."""
        given = [fact.prop for fact in group[0].step.given]
        inside = {each.step.number for each in group}
        claims = [each.step.statement for each in group if each.step.statement is not None]
        for answered in group:
            step, judged = answered.step, answered.judged
            before = [fact for fact in (step.previous, *step.earlier) if fact is not None]
            if judged.verdict == PROVED:
                rows = [fact for fact in before if fact.line in judged.needs or (judged.sense and fact is before[0])]
            else:
                rows = [fact for fact in before[:1] if fact is step.previous and self._is_to_be_solved(fact)]
            given += [fact.prop for fact in rows if fact.step is None or fact.step.number not in inside]
            if judged.under and step.statement is not None:
                given += [prop for prop in definedness(step.statement) if prop.free]
        told = claims if row is None else [*claims, row.left]
        return tuple(prop for prop in relevant(st.and_(*told), given, but_for_sizes) if prop not in told)

    def _is_to_be_solved(self, fact: Fact) -> bool:
        """Whether what a line follows from is an equation, a condition, or what follows from one."""
        judged = self.earlier.of(fact)
        return self.earlier.is_condition(fact) or (judged is not None and bool(judged.needs))


def _equivalent(answered: Answered) -> st.Iff | None:
    """What a line says that is meant to be equivalent to the one before it, unless only one of the two follows from the other."""
    step, judged = answered.step, answered.judged
    if step.statement is None or step.previous is None or not step.iff:
        return None
    one_way = judged.verdict == PROVED and judged.sense != "equivalent"
    return None if one_way else st.Iff(step.previous.prop, step.statement)


def _listed(hypotheses: Sequence[str]) -> str:
    if not hypotheses:
        return ""
    inside = ", ".join(hypotheses)
    if len(inside) < WIDTH - 20:
        return f"(given=[{inside}])"
    return "(\n    given=[\n" + "".join(f"        {each},\n" for each in hypotheses) + "    ]\n)"


def _claim(group: Sequence[Answered], source: PythonSource) -> tuple[str, str]:
    """What a derivation returns, and its type."""
    claims = [each.step.statement for each in group]
    statement = claims[0]
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
    if sort != "ScalarChain" and any(getattr(claim, "kind", "") != "=" for claim in claims):
        return source.write(statement), "Prop"
    source.words.add("calc")
    parts = [f"calc({source.term(statement.left)})"]
    for claim in claims:
        assert isinstance(claim, st.Relation)
        parts.append(f".{WORDS[claim.kind]}({source.write(claim.right)})")
    one = "".join(parts)
    if len(one) < WIDTH - 12:
        return one, sort
    return "(\n        " + "\n        ".join(parts) + "\n    )", sort


def _remark(text: str) -> str:
    return "\n".join(f"# {line}" for line in textwrap.wrap(" ".join(text.split()), WIDTH - 2))


def _plain(name: str) -> str:
    return re.sub(r'["\\\n]', "_", name)
