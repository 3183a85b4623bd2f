"""The proof of a step under what another part of the text supposes of its sequences: what an algorithm does there,
w_{t+1} = w_t - g_t from w_1 = 0 on, it does here, where no rule is given anew. The lines that say so are assumed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import ASSUMED, PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.judgement.meant import lack_of
from symproof.readers.document.known.lasting import defines, is_name_for_new
from symproof.readers.document.known.recurrences import members_of, recurrence
from symproof.readers.document.known.returning import bounds_a_constant, says_how_it_goes
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Each, Prop, Relation
from symproof.substitution import rebuild, substitute
from symproof.trusted.defined import definedness

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

MOST_LINES = 8
UNSAID = ("nothing says how", "nothing says where", "nothing declares")
"""How the doubt about a line begins whose sequences have no rule here."""


def recalled(rows: Rows, step: Step, claim: Prop, found: Judged) -> Judged:
    """What is found of a step, or its proof under the rules of other parts, and with the lines that are proved there."""
    if found.verdict != UNKNOWN or not isinstance(claim, Relation) or step.premise:
        return found
    facts = _rules(step) if "not understood" not in step.refutable else []
    if step.universal:  # for any u, but not for any step size
        facts = [each for each in facts if step.general and step.general.isdisjoint(map(str, each.prop.free))]
    return (
        _under(rows, step, claim, facts, rows.steps[: step.number]) or _wrong_under(rows, step, claim, facts) or found
    )


def _under(rows: Rows, step: Step, claim: Prop, facts: Sequence[Fact], steps: Sequence[Step]) -> Judged | None:
    """The proof of a step under hypotheses beside its own, and with the lines of some steps that are proved under them."""
    given = tuple(fact.prop for fact in step.given)
    under = tuple(fact.prop for fact in facts)
    if not facts or rows.settler.contradictory(relevant(claim, (*given, *under))):
        return None
    proved, names = lines_under(rows, steps, claim, [*given, *under])
    for lemmas in ((), proved):
        told = rows.settler.proves(claim, (*given, *under, *lemmas, *(names if lemmas else ())))
        if told.status == PROVED:
            about = relevant(claim, (*given, *under))
            used = [fact for fact in facts if fact.prop in about]
            lines = tuple(dict.fromkeys(fact.line for fact in used))
            new = rows.under_sound_hypotheses(step, claim, judged_of(told), under)
            trusts = {*new.trusts, *(f"{ASSUMED}{line}" for line in lines)}
            by = f"{new.by}, under {', '.join(f'line {line}' for line in lines)}"
            return replace(new, by=by, needs=lines, trusts=tuple(sorted(trusts)), open=True) if lines else None
    return None


def _wrong_under(rows: Rows, step: Step, claim: Prop, facts: Sequence[Fact]) -> Judged | None:
    """A refutation under the rules of other parts, of a line against which nothing stands but that no rule is given here: where
    another line of its part is proved under these rules, so that they are meant."""
    ruled = {fact.line for fact in facts if recurrence(fact.prop) is not None}
    near = [each for each in rows.steps[: step.number] if each.part == step.part]
    done = [rows.earlier.done[each.number] for each in near if each.number in rows.earlier.done]
    meant = any(each.verdict == PROVED and each.open and not ruled.isdisjoint(each.needs) for each in done)
    under = (*(fact.prop for fact in step.given), *(fact.prop for fact in facts))
    if not meant or step.gate is None or not step.refutable.startswith(UNSAID) or step.gate(under):
        return None
    told = rows.settler(claim, under)
    if told.status != REFUTED or rows.settler.contradictory(relevant(claim, under)):
        return None
    if lack_of(rows.settler, step, claim, under, told, idle=False):
        return None
    lines = ", ".join(f"line {line}" for line in sorted(ruled))
    return replace(judged_of(told), trusts=(), reason=f"under {lines}", point=told.point or {})


def instanced(rows: Rows, step: Step, claim: Prop) -> Judged | None:
    """The proof of a claim on sums by a line of another part on a sequence that goes on as one does here, w_{t+1} = w_t - c v_t
    for any v_t there and w_{t+1} = w_t - c grad f(w_t) here: it holds for these v_t."""
    given = tuple(fact.prop for fact in step.given)
    rules = [prop for prop in given if isinstance(prop, Each) and recurrence(prop) is not None]
    if not rules or not claim.mentions(tm.Sum) or step.premise or step.universal:
        return None
    spoken = {letter for prop in (claim, *given) for letter in prop.free}
    for other in reversed(rows.steps[: step.number]):
        if other.part == step.part or other.statement is None or not other.statement.mentions(tm.Sum):
            continue
        under = relevant(other.statement, [fact.prop for fact in other.given]) if rows.is_settled(other) else ()
        named = (_named_driver(there, here) for there in under for here in rules if isinstance(there, Each))
        name = next((each for each in named if each is not None and members_of(each) not in spoken), None)
        if name is None or not all(prop in given or _proves(rows, prop, (*given, name)) for prop in under):
            continue
        here = [fact for fact in rows.earlier.usable(step) if fact.step is not None and rows.earlier.is_firm(fact)]
        here = [fact for fact in here if members_of(name) not in fact.prop.free][:MOST_LINES]
        if (lemma := _for_members(other.statement, name)) is None:
            continue
        for some in ((), here):
            told = rows.settler.proves(claim, (*given, lemma, *(fact.prop for fact in some)))
            if told.status == PROVED:
                found = rows.under_sound_hypotheses(step, claim, judged_of(told), (name,))
                lines = tuple(dict.fromkeys((other.line, *(fact.line for fact in some))))
                by = f"{found.by}, with {', '.join(f'line {line}' for line in lines)} for {name}"
                return replace(found, by=by, needs=lines, trusts=rows.earlier.rests(found, some))
        return None
    return None


def _for_members(prop: Prop, name: Each) -> Prop | None:
    """A statement with what the members of a sequence are put in; None where a sum in it binds a letter of that."""
    match name.body:
        case Relation("=", tm.VectorAt(sequence), term):
            bound = {each.index for each in prop.subterms() if isinstance(each, (tm.Sum, tm.VectorSum))}
            if not bound.isdisjoint(term.free - {name.symbol}):
                return None

            def put_in(part: tm.Term) -> tm.Term:
                if isinstance(part, tm.VectorAt) and part.sequence == sequence:
                    return substitute(term, {name.symbol: put_in(part.index)})
                return rebuild(part, put_in)

            return put_in(prop)  # type: ignore[return-value]
    return None


def _proves(rows: Rows, prop: Prop, given: tuple[Prop, ...]) -> bool:
    return rows.settler.proves(prop, given).status == PROVED


def _named_driver(there: Each, here: Each) -> Each | None:
    """What the members of a sequence are that stands in one rule, so that it is the other one."""
    one, two = there.body, here.body
    if recurrence(there) != recurrence(here) or not isinstance(one, Relation) or not isinstance(two, Relation):
        return None
    if not isinstance(there.symbol, tm.Variable) or not isinstance(here.symbol, tm.Variable):
        return None
    found = _differing(one.right, substitute(two.right, {here.symbol: there.symbol}))
    match found:
        case [(tm.VectorAt(sequence, index) as member, tm.Vector() as term)] if index == there.symbol:
            return None if sequence in term.free else Each(there.symbol, Relation("=", member, term))
    return None


def _differing(one: tm.Term, two: tm.Term) -> list[tuple[tm.Term, tm.Term]]:
    """The places at which two terms differ."""
    if one == two:
        return []
    below = list(zip(one.children(), two.children(), strict=False))
    alike = type(one) is type(two) and len(one.children()) == len(two.children()) and not isinstance(one, tm.VectorAt)
    return [pair for each in below for pair in _differing(*each)] if alike and below else [(one, two)]


def reached(rows: Rows, goal: Step, later: Sequence[Step], given: Sequence[Prop]) -> Judged | None:
    """The proof of a goal by the lines of its proof, which may be a part of its own and bring in letters of its own."""
    assert goal.statement is not None
    near = [step for step in later if step.part in (goal.part, goal.part + 1)]
    lines, names = lines_under(rows, near, goal.statement, given)
    told = rows.settler.proves(goal.statement, (*given, *names, *lines)) if lines else None
    if told is None or told.status != PROVED:
        return None
    return rows.under_sound_hypotheses(goal, goal.statement, judged_of(told), names)


def reached_by_rules(rows: Rows, goal: Step, later: Sequence[Step]) -> Judged | None:
    """The proof of a goal under the rules that its proof gives for sequences which have none before: "we show ... Indeed, since
    w_{t+1} = w_t - g_t, ...". The lines that say so are assumed."""
    assert goal.statement is not None
    near = [step for step in later if step.part == goal.part]
    ruled = {recurrence(fact.prop) for fact in goal.given}
    rules = {recurrence(fact.prop): fact for step in reversed(near) for fact in step.given if not fact.local}
    facts = [fact for sequence, fact in rules.items() if sequence is not None and sequence not in ruled]
    return _under(rows, goal, goal.statement, facts, near)


def lines_under(
    rows: Rows, steps: Sequence[Step], claim: Prop, given: Sequence[Prop]
) -> tuple[tuple[Prop, ...], tuple[Prop, ...]]:
    """The last proved lines of some steps that are said under no more than some hypotheses, names for what is new, and others of
    these lines, before others those on sums for a claim on sums; and the names, of which the claim does not speak."""
    spoken = {letter for prop in (claim, *given) for letter in prop.free}
    known, names, lemmas = [*given], list[Prop](), list[Prop]()
    waiting = [step for step in steps if step.statement is not None and rows.is_settled(step)]
    for step in (*waiting, *waiting):  # a line may rest on a reason that is given behind it
        under = relevant(step.statement, [fact.prop for fact in step.given]) if step.statement is not None else ()
        new = [prop for prop in under if prop not in known]
        if step.statement is None:
            continue
        named = all(is_name_for_new(prop, spoken) for prop in new)
        if named or _is_of_some(rows, new, (claim, step.statement), given):
            known += [*new, step.statement]
            names += new if named else []
            spoken |= {letter for prop in new for letter in prop.free}
            lemmas = [*(each for each in lemmas if each != step.statement), step.statement]
    if claim.mentions(tm.Sum):
        lemmas.sort(key=lambda prop: prop.mentions(tm.Sum))
    return tuple(lemmas[-MOST_LINES:]), tuple(names)


def _is_of_some(rows: Rows, new: Sequence[Prop], lines: tuple[Prop, Prop], given: Sequence[Prop]) -> bool:
    """Whether hypotheses are bounds on an integer of which nothing else speaks, 1 <= t <= T, and leave some where the claim, the
    first of the two lines, has a value."""
    match new:
        case [Relation(">=", tm.Variable() as letter, low), Relation("<=", last, high)] if (
            letter == last and tm.is_integer(letter) and not any(letter in each.free for each in (*lines, *given))
        ):
            return _proves(rows, Relation("<=", low, high), (*given, *definedness(lines[0])))
    return False


def _rules(step: Step) -> list[Fact]:
    """The hypotheses of other parts, where a rule for a sequence is one of them that has none here: of several the last, and no
    value of a letter that has one here. Where there is none, what they say of the signs of constants, and of numbers in the rules
    here."""
    ruled = {recurrence(fact.prop) for fact in step.given} - {None}
    told = {fact.prop.left for fact in step.given if isinstance(fact.prop, Relation) and defines(fact.prop)}
    members = {members_of(fact.prop) for fact in step.given} - {None}
    last = {recurrence(fact.prop): fact for fact in step.dormant}
    rules = [fact for sequence, fact in last.items() if sequence is not None and sequence not in ruled]
    others = [
        fact
        for fact in step.dormant
        if recurrence(fact.prop) is None and fact.kind == "hypothesis" and not fact.brief
        if not fact.local or says_how_it_goes(fact.prop) or bounds_a_constant(fact)
        if not (isinstance(fact.prop, Relation) and defines(fact.prop) and fact.prop.left in told)
        if members_of(fact.prop) is None or members_of(fact.prop) not in members
    ]
    driving = {letter for fact in step.given if recurrence(fact.prop) is not None for letter in fact.prop.free}
    signs = [fact for fact in others if bounds_a_constant(fact) or _says_a_sign(fact.prop, driving)]
    return [*rules, *others] if rules else signs


def _says_a_sign(prop: Prop, letters: Collection[tm.Term]) -> bool:
    """Whether a hypothesis says the sign of one of several numbers, such as the step size in a rule."""
    if not isinstance(prop, Relation) or prop.kind == "=" or prop.right != tm.ZERO:
        return False
    return isinstance(prop.left, tm.Variable) and prop.left in letters
