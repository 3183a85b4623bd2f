"""Lines on members of sequences, and on entries, proved for any index, as lemmas for sums, and for matrices: what holds of one
holds of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symproof import term as tm
from symproof.readers.document.judgement.inference import for_each_entry
from symproof.readers.document.judgement.judged import PROVED, Judged, judged_of
from symproof.readers.document.judgement.rows import Rows
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.lines.kinds import rest_of
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Each, Prop, Relation
from symproof.trusted.defined import definedness

MOST = 3


def by_each_step(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """A claim on sums, or an equation of matrices, by proved lines before it, taken for each index, alone or by induction."""
    matrices = isinstance(claim, Relation) and isinstance(claim.left, tm.Matrix)
    if not matrices and not claim.mentions(tm.Sum, tm.VectorSum):
        return None
    firm = [fact for fact in rows.earlier.usable(step) if fact.step is not None and rows.earlier.is_firm(fact)]
    taken = for_each_entry if matrices else for_each_index
    found = [(fact, whole) for fact in firm if (whole := taken(fact.prop, given)) is not None][:MOST]
    found = [(fact, whole) for fact, whole in found if _is_defined_throughout(rows, whole, given)]
    if not found:
        return None
    facts, lemmas = zip(*found, strict=True)
    told = rows.settler.proves(claim, (*given, *lemmas))
    if told.status != PROVED and (added := _by_sums(rows, step, claim, given, found)) is not None:
        return added
    told = told if told.status == PROVED else rows.settler.by_induction(claim, (*given, *lemmas))
    if told.status != PROVED:
        return None
    return _with_lines(rows, rows.under_sound_hypotheses(step, claim, judged_of(told), lemmas), facts)


def _by_sums(
    rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...], found: Sequence[tuple[Fact, Each]]
) -> Judged | None:
    """A claim on sums by a line that is added up over the range of one of them, with the lines on sums before it."""
    ranges = dict.fromkeys((each.low, each.high) for each in claim.subterms() if isinstance(each, tm.Sum))
    about = [fact for fact in rows.earlier.usable(step) if fact.step is not None and rows.earlier.is_firm(fact)]
    others = [fact for fact in about if fact.prop.mentions(tm.Sum)][:MOST]
    for low, high in [*ranges][:MOST]:
        for fact, whole in found:
            added = _added(whole, low, high)
            if added is None or rows.settler.proves(added, (*given, whole)).status != PROVED:
                continue
            rest = rest_of(added, claim)
            if rest is not None and (told := rows.settler.proves(rest, given)).status == PROVED:
                return _with_lines(rows, rows.under_sound_hypotheses(step, claim, judged_of(told), (added,)), [fact])
            lemmas = (added, *(each.prop for each in others if each is not fact))
            told = rows.settler.proves(claim, (*given, *lemmas))
            if told.status == PROVED:
                used = [fact, *(each for each in others if each is not fact)]
                return _with_lines(rows, rows.under_sound_hypotheses(step, claim, judged_of(told), lemmas), used)
    return None


def _added(whole: Each, low: tm.Scalar, high: tm.Scalar) -> Relation | None:
    """A relation between numbers for each index, added up over a range."""
    body = whole.body
    match body:
        case Relation("=" | "<=" | ">=" as kind, tm.Scalar() as left, tm.Scalar() as right) if (
            isinstance(whole.symbol, tm.Variable) and whole.symbol not in low.free | high.free
        ):
            return Relation(kind, *(tm.Sum(side, whole.symbol, low, high) for side in (left, right)))
    return None


def _is_defined_throughout(rows: Rows, whole: Each, given: tuple[Prop, ...]) -> bool:
    needed = [prop for prop in definedness(whole.body) if whole.symbol in prop.free]
    return all(rows.settler.proves(prop, given).status == PROVED for prop in needed)


def for_each_index(prop: Prop, given: Sequence[Prop]) -> Each | None:
    """A statement on members of sequences, for each index of which no hypothesis speaks."""
    members = [each for each in prop.subterms() if isinstance(each, (tm.ScalarAt, tm.VectorAt))]
    places = {letter for each in members for letter in each.index.free if isinstance(letter, tm.Variable)}
    free = [each for each in places & prop.free if each.domain == "natural"]
    about = [each for each in given if len(free) == 1 and free[0] in each.free]
    starts = [low for each in about if (low := _start(each, free[0])) is not None]
    about = [each for each in about if _start(each, free[0]) is None and not _names_another(each, prop, given)]
    if len(free) != 1 or about or len(starts) > 1:
        return None
    return Each(free[0], prop, *starts[:1])


def _start(prop: Prop, letter: tm.Variable) -> tm.Scalar | None:
    """The number from which on an index runs, t >= 1."""
    from_on = isinstance(prop, Relation) and prop.kind == ">=" and prop.left == letter
    return prop.right if from_on and isinstance(prop, Relation) and isinstance(prop.right, tm.Number) else None


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
