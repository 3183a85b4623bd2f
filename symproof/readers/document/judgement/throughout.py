"""Lines on members of sequences, proved for any index, as lemmas for sums: what holds of one step holds of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symproof import term as tm
from symproof.readers.document.judgement.judged import PROVED, Judged, judged_of
from symproof.readers.document.judgement.rows import Rows
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Each, Prop, Relation
from symproof.trusted.defined import definedness

MOST = 3


def by_each_step(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """A claim on sums by proved lines before it, taken for each index, alone or by induction."""
    if not claim.mentions(tm.Sum, tm.VectorSum):
        return None
    firm = [fact for fact in rows.earlier.usable(step) if fact.step is not None and rows.earlier.is_firm(fact)]
    found = [(fact, whole) for fact in firm if (whole := for_each_index(fact.prop, given)) is not None][:MOST]
    found = [(fact, whole) for fact, whole in found if _is_defined_throughout(rows, whole, given)]
    if not found:
        return None
    facts, lemmas = zip(*found, strict=True)
    told = rows.settler.proves(claim, (*given, *lemmas))
    told = told if told.status == PROVED else rows.settler.by_induction(claim, (*given, *lemmas))
    if told.status != PROVED:
        return None
    return _with_lines(rows, rows.under_sound_hypotheses(step, claim, judged_of(told), lemmas), facts)


def _is_defined_throughout(rows: Rows, whole: Each, given: tuple[Prop, ...]) -> bool:
    needed = [prop for prop in definedness(whole.body) if whole.symbol in prop.free]
    return all(rows.settler.proves(prop, given).status == PROVED for prop in needed)


def for_each_index(prop: Prop, given: Sequence[Prop]) -> Each | None:
    """A statement on members of sequences, for each index of which no hypothesis speaks."""
    members = [each for each in prop.subterms() if isinstance(each, (tm.ScalarAt, tm.VectorAt))]
    places = {letter for each in members for letter in each.index.free if isinstance(letter, tm.Variable)}
    free = [each for each in places & prop.free if each.domain == "natural"]
    if len(free) != 1 or any(free[0] in each.free for each in given if not _names_another(each, prop, given)):
        return None
    return Each(free[0], prop)


def _names_another(given: Prop, prop: Prop, others: Sequence[Prop]) -> bool:
    """Whether a hypothesis only says what a letter is that stands in nothing else, y = x[k + 1]: it can be so for each k."""
    return (
        isinstance(given, Relation)
        and defines(given)
        and not any(given.left in each.free for each in (prop, *others) if each is not given)
    )


def _with_lines(rows: Rows, found: Judged, facts: Sequence[Fact]) -> Judged:
    lines = tuple(dict.fromkeys(fact.line for fact in facts))
    by = f"{found.by}, with {', '.join(f'line {line}' for line in lines)} for each index"
    return (
        replace(found, by=by, needs=lines, trusts=rows.earlier.rests(found, facts))
        if found.verdict == PROVED
        else found
    )
