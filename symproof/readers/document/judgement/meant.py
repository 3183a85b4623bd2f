"""What a claim may be meant under: the signs of numbers of which nothing says them, hypotheses of other parts; what is unsaid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Sequence as Listed

from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import PROVED
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.judgement.signs import sign_of_a_root
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.recurrences import given_members
from symproof.readers.document.known.ties import binding
from symproof.readers.document.lines.kinds import SLOPES, is_solution
from symproof.readers.document.lines.step import Step
from symproof.readers.resolve.dependence import is_rate
from symproof.statement import Each, Or, Prop, Relation, is_equation
from symproof.substitution import substitute
from symproof.term import (
    Function,
    GradientAt,
    Norm,
    Number,
    Pow,
    ScalarAt,
    Scale,
    Sequence,
    Term,
    Variable,
    VectorAt,
    VectorVariable,
    ZeroVector,
)
from symproof.text import letter as plain_name

PLACE = Variable("i", "integer")
ROUNDS = 3
"""How often the signs of more numbers are supposed, those that are below zero at the last point that failed."""


def lack_of(settler: Settler, step: Step, claim: Prop, given: Listed[Prop], told: Told, *, idle: bool) -> str:
    """What a line that fails lacks, if it is not meant as it stands: one "for every w" is, but for the signs of others; and one
    of which it is known that it holds where it says nothing, `idle`, as of no terms at all."""
    radii = [] if step.universal else _radii(claim, given)
    if idle or (step.is_general and (step.spoken or not step.general)):
        lack = lacking(settler, claim, given, told, tacit=True) if radii else ""
        return (
            lack if {each.split()[0] for each in lack.split(" and ") if each} <= {str(each) for each in radii} else ""
        )
    lack = lacking(settler, claim, given, told)
    if step.is_general:
        return lack if lack and step.general.isdisjoint(each.split()[0] for each in lack.split(" and ")) else ""
    return lack or sign_of_a_root(settler, claim, given)


def lacking(settler: Settler, claim: Prop, given: Listed[Prop], told: Told, *, tacit: bool = False) -> str:
    """The condition that a refuted claim lacks: what advice says, or that numbers are positive that are not at the point that
    fails, where no point is found under that; "" where nothing is lacking. What is `tacit` is nothing that no text leaves out:
    that a number is negative.

    A proof may need the lines before, so that only points are looked for.
    """
    missing = settler.advised(told).missing
    named = {str(each.left) for each in given if isinstance(each, Relation) and defines(each)} - set(
        map(str, claim.free)
    )
    if missing.split(" ")[0] in named:
        missing = ""  # of what only has a name
    if any(_pins(settler, missing, letter, given) for letter in claim.free if isinstance(letter, Variable)):
        missing = ""
    if missing and not (tacit and missing.endswith((" <= 0", " < 0"))):
        return missing
    point = told.point or {}
    letters = {letter for prop in (claim, *relevant(claim, given)) for letter in prop.free}
    letters -= {letter for prop in given if len(prop.free) == 1 for letter in prop.free}
    numbers = [each for each in sorted(letters, key=str) if isinstance(each, Variable) and each.domain == "real"]
    is_order = isinstance(claim, Relation) and claim.kind != "="
    positive: list[Prop] = []
    for _ in range(ROUNDS):
        below: list[Prop] = [
            each > 0 for each in numbers if point.get(plain_name(each.name), "1").startswith(("-", "0"))
        ]
        below += [Each(PLACE, family[PLACE] > 0) for family in _below_zero(letters, point) if is_order]
        if not below or set(below) <= set(positive):
            return ""
        positive += [each for each in below if each not in positive]
        told = settler(claim, (*given, *positive), 0.5)
        if told.status != "refuted":
            break
        point = told.point or {}
    else:
        return ""
    contrary = settler.contradictory(relevant(claim, (*given, *positive)))
    return "" if contrary else " and ".join(map(str, positive))


def _pins(settler: Settler, missing: str, letter: Variable, given: Listed[Prop]) -> bool:
    """Whether a missing bound leaves 0 alone of a number that hypotheses bound on the other side: no text means that."""
    contrary = {f"{letter} <= 0": letter >= 0, f"{letter} >= 0": letter <= 0}.get(missing)
    about = [each for each in given if each.free == {letter}]
    return contrary is not None and bool(about) and settler.proves(contrary, about).status == PROVED


def _radii(claim: Prop, given: Listed[Prop]) -> list[Variable]:
    """The numbers of a claim of which hypotheses say no more than that their squares are above letters, members of sequences or
    sizes of vectors, |w|^2 <= B^2: a text that writes so means the number that is not negative. So does one that bounds what it
    makes of a number, eta_t = c / sqrt(t)."""
    bounds = isinstance(claim, Relation) and claim.kind not in ("=", "!=")
    found: set[Variable] = set()
    others: set[Variable] = set()
    for prop in given:
        match prop.body if isinstance(prop, Each) else prop:
            case Relation("<=" | "<", size, Pow(Variable() as radius, Number())) if radius not in size.free and (
                isinstance(size, Variable) or size.mentions(Norm, ScalarAt)
            ):
                found.add(radius)
            case Relation("=", Variable() as letter, right) if letter not in right.free:
                others.add(letter)  # which only says what another letter is
            case Relation("=", ScalarAt(sequence, place), right) if bounds and sequence not in right.free:
                found |= {
                    each for each in right.free - place.free if isinstance(each, Variable) and each.domain == "real"
                }
            case other:
                others |= {each for each in other.free if isinstance(each, Variable)}
    return sorted((each for each in found - others if each in claim.free), key=str)


def unsaid(claim: Prop, known: Listed[Prop]) -> str:
    """Why a claim stays open that speaks of a rate, a derivative that is not worked out, of which nothing known says what it
    is; "" of another claim. An equation that has it on both sides says nothing of it."""
    sides = [each.left.free ^ each.right.free if is_equation(each) else each.free for each in known]
    rates = sorted((each for each in claim.free.difference(*sides) if is_rate(each)), key=str)
    return f"nothing above says what {rates[0]} is" if rates else ""


def _below_zero(letters: Collection[Term], point: Mapping[str, str]) -> list[Sequence]:
    """The sequences of numbers that have members below zero at a point: counts and weights, perhaps."""
    families = [each for each in letters if isinstance(each, Sequence) and each.item == Variable(each.item.name)]
    heads = {place.partition("[")[0] for place, value in point.items() if "[" in place and value.startswith("-")}
    return [each for each in sorted(families, key=str) if plain_name(each.name) in heads]


def meant_elsewhere(settler: Settler, step: Step, claim: Prop, given: Listed[Prop]) -> str:
    """What a claim that fails may be meant under besides, in words; "" for nothing: the hypotheses of other parts, that a letter
    `x*` is where a function is stationary, that steps along a gradient are positive, and where these do not suffice other
    numbers too."""
    letters = claim.free.union(*(prop.free for prop in given))
    told_here = {prop.left for prop in given if isinstance(prop, Relation) and defines(prop)}
    dormant = [fact.prop for fact in step.dormant]
    others = [each for each in dormant if not (isinstance(each, Relation) and defines(each) and each.left in told_here)]
    elsewhere = binding(others, letters)
    starred = [] if step.universal else [*_stationary(claim, given), *_of_steps((*given, *elsewhere))]
    under = (*given, *elsewhere, *starred)
    if (driving := _driven_by(claim, under)) is not None:
        return f"nothing says what drives {driving}"
    told = settler(claim, _without_names(under, elsewhere, claim), 0.5) if len(under) > len(given) else None
    if told is None or (
        told.status == "refuted" and (step.is_general or not lacking(settler, claim, under, told, tacit=True))
    ):
        return ""
    if not elsewhere:
        return f"{' and '.join(map(str, starred))} may be meant"
    lines = ", ".join(fact.where for fact in step.dormant if fact.prop in elsewhere)
    return f"hypotheses of another part may be meant: {lines}"


def _without_names(given: Listed[Prop], names: Collection[Prop], claim: Prop) -> tuple[Prop, ...]:
    """Hypotheses, with the terms of those that name a number of which a claim does not speak, eta = B/sqrt(T), in its place: a
    point need not give its value exactly."""
    for name in names:
        match name:
            case Relation("=", Variable() as letter, term) if letter not in claim.free | term.free:
                given = [substitute(each, {letter: term}) for each in given if each != name]
    return tuple(given)


def _of_steps(given: Listed[Prop]) -> list[Prop]:
    """That the numbers are positive by which steps are multiplied in rules for sequences, x_{t+1} = x_t - eta v_t."""
    rules = [rule for rule in (prop.body if isinstance(prop, Each) else prop for prop in given) if is_equation(rule)]
    scaled = [
        part.factor
        for rule in rules
        if isinstance(rule.left, VectorAt)
        for part in rule.right.subterms()
        if isinstance(part, Scale) and (rule.left.sequence not in part.vector.free or part.mentions(GradientAt))
    ]
    return [each > 0 for each in dict.fromkeys(scaled) if isinstance(each, Variable) and each.domain == "real"]


def _driven_by(claim: Prop, given: Listed[Prop]) -> Sequence | None:
    """A sequence whose rule is driven by another one that nothing gives, w_{t+1} = w_t - eta v_t, where a claim speaks
    of gradients at its members and not of v: the text may mean that these drive it."""
    at = {letter for each in claim.subterms() if isinstance(each, GradientAt) for letter in each.arg.free}
    rules = [(sequence, prop) for prop in given if isinstance(sequence := given_members(prop), Sequence)]
    known = claim.free.union(sequence for sequence, _ in rules)
    for sequence, rule in rules:
        driving = {each for each in rule.free - {sequence} if isinstance(each, Sequence)}
        if sequence in at and driving and not driving & known:
            return sequence
    return None


def _stationary(claim: Prop, given: Listed[Prop]) -> list[Prop]:
    """That the gradient of the function that a claim rests on is zero at a letter `x*`."""
    letters = {letter for prop in (claim, *relevant(claim, given)) for letter in prop.free}
    functions = [each for each in sorted(letters, key=str) if isinstance(each, Function) and each.on == "vector"]
    points = [each for each in sorted(claim.free, key=str) if isinstance(each, VectorVariable)]
    starred = [each for each in points if each.name.endswith(("*", "\u2217", "\u22c6"))]
    return [Relation("=", GradientAt(each, point), ZeroVector()) for each in functions for point in starred]


def _brought_unsaid(claim: Prop, given: Listed[Prop]) -> Variable | None:
    """A letter of which nothing is said, in what a letter of the row before is said to be: the k of t = a + 2k pi."""
    if not is_equation(claim) or not given or claim.left not in given[-1].free:
        return None
    row = given[-1]
    again = isinstance(row, Relation) and row.left == claim.left  # t = a + 2k pi, and t = b + 2k pi
    said = {letter for prop in (given[:-1] if again else given) for letter in prop.free}
    new = [each for each in sorted(claim.right.free - said, key=str) if isinstance(each, Variable)]
    return new[0] if new and isinstance(claim.left, Variable) else None


def _names_all(claim: Or, lack: str) -> bool:
    """Whether a claim names several values of the letter whose sign is lacking: they are all of them, whatever its sign."""
    letters = {str(each.left) for each in claim.args if is_equation(each)}
    return len(letters) == 1 and {each.split()[0] for each in lack.split(" and ")} <= letters


def of_a_row(settler: Settler, step: Step, claim: Prop, given: tuple[Prop, ...], told: Told) -> str:
    """What a row that fails at a point may be meant under, with the row before as the last of what is given; "" for nothing."""
    if (unsaid := _brought_unsaid(claim, given)) is not None:
        return f"nothing says what {unsaid} is"
    lack = "" if step.is_general else lacking(settler, claim, given, told)
    if lack and not (isinstance(claim, Or) and _names_all(claim, lack)):
        return f"it follows from the line before under {lack}"
    return meant_elsewhere(settler, step, claim, given)


def says_only_what(step: Step, before: Prop, claim: Prop, lines: Iterable[Prop]) -> str:
    """Why a line need not follow from one that says what a letter is of which it does not speak: it stands beside that, "gives
    w = a y x, and a y = 0", or none of some lines speaks of the letter, but as of what a slope is taken in. What becomes of the
    other letters comes from elsewhere. So does a coefficient behind what all members of a sequence are, c_n = a 2^n + b."""
    members = (each.index for each in before.subterms() if isinstance(each, (ScalarAt, VectorAt)))
    if is_solution(claim) and any(index.free for index in members) and not claim.mentions(ScalarAt, VectorAt):
        return "line {} may be meant for all members"
    if not isinstance(before, Relation) or not defines(before) or before.left in claim.free or not claim.free:
        return ""
    lines = list(lines)
    if any(isinstance(prop, Relation) and defines(prop) and prop.left in claim.free for prop in lines):
        return ""
    told = [prop for prop in lines if before.left in prop.free and not prop.mentions(*SLOPES)]
    return "" if told and not (step.beside and not is_solution(claim)) else f"line {{}} says only what {before.left} is"
