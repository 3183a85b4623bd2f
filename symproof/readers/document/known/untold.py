"""What hypotheses leave open of the letters of a statement: where the text may say more of them, no point refutes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations

from symproof import term as tm
from symproof.readers.document.known.by_name import meant_with_an_index, unsaid_by_its_name
from symproof.readers.document.known.columns import untold_rows
from symproof.readers.document.known.families import with_products
from symproof.readers.document.known.likeness import is_of_products
from symproof.readers.document.known.members import matrix_given_once
from symproof.readers.document.known.ruling import loose_number
from symproof.readers.document.known.ties import is_covariance, spread, tied
from symproof.readers.document.known.told_members import (
    averaged,
    begun,
    bounded_throughout,
    driven,
    given_throughout,
    in_definitions,
    is_member,
)
from symproof.readers.document.words.chance import BAR
from symproof.readers.resolve.dependence import is_rate, is_unknown_rate
from symproof.statement import ORDERS, Each, Prop, Relation, SumsTo, is_equation, parts_of, under_each
from symproof.substitution import substitute
from symproof.term import SINGLE, Function, MatrixVariable, Sequence, Term, Variable, VectorVariable
from symproof.text import letter as plain_name

ONES = (r"\mathbf{1}", r"\mathbb{1}", r"\mathbb{I}", r"\boldsymbol{1}")
"""How the vector of ones is written."""


def as_listed(name: str) -> str:
    r"""Under what a sequence stands among the names that somebody declared whose members are listed, `x_1, \dots, x_n`."""
    return f"{name}, ..."


def untold(
    statement: Prop,
    given: Collection[Prop],
    explicit: Collection[str],
    fixed: dict[Term, frozenset[Term]],
    any_chance: bool,
) -> str:
    """What of a statement nothing says, in words; "" where all is said. `explicit` are the names that somebody declared."""
    if also := _also_a_member(statement, given):
        return f"{also} may be a member of a sequence of that name"
    ruled = driven(given) if _is_of_the_same_members(statement, given, explicit) else set()
    if ruled and (sequence := _where_it_begins(statement, given)) is not None:
        return f"nothing says where {sequence} begins"
    if ruled and (loose := loose_number(statement, given, fixed)):
        return f"nothing says what {loose} is"
    member = _given_once(statement, given)
    member = matrix_given_once(statement, given) if member is None else member
    if member is not None:
        return f"nothing says what {member} is"
    if (untied := _untied(statement, given)) is not None:
        return f"nothing says how {untied} goes on"
    if (loose_point := _given_at_a_point(statement, given, fixed)) is not None:
        return f"{loose_point} may be meant for all values of its letters"
    random = with_products(given) | given_throughout(given).keys()
    ruled |= random | begun(given) | bounded_throughout(given, statement) | in_definitions(given) | averaged(given)
    if (raised := _raised_to_places(statement)) is not None:
        return f"{raised} may be no power: what stands above may be an index"
    if (size := _may_be_a_size(statement, given, fixed)) is not None:
        return f"{size} may be the size of a matrix"
    alike = _is_of_the_same(statement) or is_of_products(statement)
    for letter in sorted(statement.free, key=str):  # one doubt is told, the same one each time
        if getattr(letter, "name", "") in ONES and letter not in fixed:
            return f"{letter} may be the vector of ones"
        if isinstance(letter, MatrixVariable) and letter.columns == SINGLE and not is_rate(letter):
            continue  # as a vector
        known = letter in (fixed if isinstance(letter, MatrixVariable) else ruled) or alike
        if not known and _must_be_declared(letter, statement, given, explicit):
            return f"nothing declares {letter}"
        if is_covariance(letter) and letter not in fixed and not any(letter in prop.free for prop in given):
            return f"{letter} may be symmetric"
        if letter == Variable("I") and letter not in fixed and not any(letter in prop.free for prop in given):
            return "I may be the identity"
        if is_unknown_rate(letter) and not any_chance and not (letter in random or _is_told(letter, statement, given)):
            return f"nothing says what {letter} is"
    if (bounded := _numbered_of_bounded(statement, given) or _average(statement, given)) is not None:
        return f"nothing says what {bounded} is"
    if (mean := _mean_of_another(statement, given)) is not None:
        return f"nothing ties {mean} to what stands beside it"
    if (given_elsewhere := _on_one_side(statement, given)) is not None:
        return f"nothing says what {given_elsewhere} is"
    if (derived := _beside_its_derivative(statement, given)) is not None:
        return f"nothing ties {derived}' to {derived}"
    for asked in (unsaid_by_its_name, untold_rows):
        if (unsaid := asked(statement, given)) is not None:
            return f"nothing says what {unsaid} is"
    if (next_one := _next_untied(statement, given)) is not None:
        return f"nothing says how {next_one} goes on"
    return ""


def _may_be_a_size(statement: Prop, given: Collection[Prop], fixed: Mapping[Term, object]) -> Variable | None:
    """A whole number beside a determinant, as in det(-A) = (-1)^n det A, of which nothing says what it is: the text may mean how
    many rows the matrix has."""
    if not statement.mentions(tm.Determinant):
        return None
    matrices = {each for prop in (statement, *given) for each in prop.free if isinstance(each, MatrixVariable)}
    sizes = {size for each in matrices for size in each.free - {each}}
    powers = {letter for each in statement.subterms() if isinstance(each, tm.MatrixPower) for letter in each.free}
    loose = statement.free - sizes - powers - fixed.keys()
    numbers = [each for each in loose if isinstance(each, Variable) and tm.is_integer(each)]
    return min(numbers, key=str, default=None)


def _beside_its_derivative(statement: Prop, given: Collection[Prop]) -> Function | None:
    """A function f of a statement where hypotheses, or it, speak of f', which a point would choose by itself."""
    names = {each.name for prop in (statement, *given) for each in prop.free if isinstance(each, Function)}
    functions = [each for each in statement.free if isinstance(each, Function) and f"{each.name}'" in names]
    return min(functions, key=str, default=None)


def _is_of_the_same(statement: Prop) -> bool:
    """Whether an equation has the same members, of two sequences at least, and the same letters on both sides: whatever a text
    knows of the sequences, it states an identity, |x_n y_n - a b| = |x_n (y_n - b) + b (x_n - a)|."""
    if not is_equation(statement) or statement.left.free != statement.right.free:
        return False
    kinds = (tm.ScalarAt, tm.VectorAt, tm.Apply)
    sides = statement.left, statement.right
    members = [{each for each in side.subterms() if isinstance(each, kinds)} for side in sides]
    families = {each.sequence for each in members[0] if isinstance(each, (tm.ScalarAt, tm.VectorAt))}
    return members[0] == members[1] and len(families) > 1 and not statement.mentions(tm.Apply)


def _numbered_of_bounded(statement: Prop, given: Collection[Prop]) -> Variable | None:
    """A letter x_1 of which nothing is said, where hypotheses say of x alone where it lies: they may be meant of all of them."""
    for letter in sorted(statement.free - (said := {letter for prop in given for letter in prop.free}), key=str):
        base, _, number = letter.name.partition("_") if isinstance(letter, Variable) else ("", "", "")
        if number.strip("{}").isdigit() and Variable(base) in said and Variable(base) not in statement.free:
            return letter if isinstance(letter, Variable) else None
    return None


def _average(statement: Prop, given: Collection[Prop]) -> Variable | None:
    r"""A letter \bar{x} that no hypothesis gives, beside the members of a sequence x: the text may mean their average."""
    families = {each.name.strip("{}") for each in statement.free if isinstance(each, Sequence)}
    told = {prop.left for prop in given if isinstance(prop, Relation)}
    letters = (each for each in sorted(statement.free - told, key=str) if families and isinstance(each, Variable))
    bars = (each for each in letters if BAR.fullmatch(each.name))
    return next((each for each in bars if each.name.partition("{")[2].rstrip("}") in families), None)


def _on_one_side(statement: Prop, given: Collection[Prop]) -> Function | None:
    """A function of which no hypothesis speaks, in a relation whose other side has letters and no function: a text that writes
    it gives the function."""
    if not isinstance(statement, Relation):
        return None
    sides = [{each for each in side.free if isinstance(each, Function)} for side in (statement.left, statement.right)]
    if bool(sides[0]) == bool(sides[1]):
        return None
    other = statement.right if sides[0] else statement.left
    found = min(sides[0] | sides[1], key=str)
    return found if other.free and not any(found in prop.free for prop in given) else None


def _given_at_a_point(statement: Prop, given: Collection[Prop], fixed: dict[Term, frozenset[Term]]) -> Prop | None:
    """A hypothesis on a function of the statement at points that nothing else speaks of, f(y) <= f(x) + L |y - x|, or an equation
    between its values at a letter and elsewhere."""
    functions = {each for each in statement.free if isinstance(each, Function)}
    for prop in given if functions else ():
        if isinstance(prop, Relation) and prop.free & functions:
            points = {each for part in prop.subterms() if isinstance(part, tm.Apply) for each in part.arg.free}
            loose = points - spread(statement.free, fixed) - statement.free - fixed.keys() - functions
            others = {letter for each in given if each is not prop for letter in each.free}
            if loose and not loose & others:
                return prop
            if ties_values(prop, functions):
                return prop
    return None


def ties_values(prop: Prop, functions: Collection[Term]) -> bool:
    """Whether an equation ties values of a function at a letter and elsewhere to each other, T(n) = 2 T(n/2) + n."""
    places = [each for each in prop.subterms() if isinstance(each, tm.Apply) and each.function in functions]
    equation = is_equation(prop)
    return equation and any(
        one.function == other.function and one.arg != other.arg and bool(one.arg.free & other.arg.free)
        for one in places
        for other in places
    )


def _also_a_member(statement: Prop, given: Collection[Prop]) -> str:
    """A letter z_1 beside a sequence z where a statement speaks of members: the text may mean one of them."""
    if not any(isinstance(each, Sequence) for each in statement.free):
        return ""
    letters = {str(each) for each in tied(statement.free, given) if isinstance(each, (Variable, VectorVariable))}
    families = {each.name for prop in (statement, *given) for each in prop.free if isinstance(each, Sequence)}
    bold = {plain_name(each.name) for each in statement.free if isinstance(each, (VectorVariable, MatrixVariable))}
    entries = {each.name for each in statement.free if isinstance(each, Sequence) and isinstance(each.item, Variable)}
    places = {each for each in entries if plain_name(each) in bold}  # x_i beside a bold x
    indexed = {letter for letter in letters if letter.rpartition("_")[0] in families and letter[-1].isdigit()}
    return min(places or indexed or meant_with_an_index(statement, given, given_throughout(given)), default="")


def _must_be_declared(letter: Term, statement: Prop, given: Collection[Prop], explicit: Collection[str]) -> bool:
    """Whether a point says nothing of a letter that nobody declared: it has more to it than a number or a vector."""
    if not isinstance(letter, (Function, Sequence, MatrixVariable)) or {letter.name, letter.name.strip("{}")} & set(
        explicit
    ):
        return False  # beside a letter w the sequence is {w}
    if isinstance(letter, Sequence) and as_listed(letter.name) in explicit:
        places = {each.index for each in statement.subterms() if is_member(each) and each.sequence == letter}
        return any(isinstance(place, Variable) and place in statement.free for place in places)  # 0 may be none
    if isinstance(letter, MatrixVariable) and letter.rows != letter.columns and _is_gradient(statement):
        return any(letter in prop.free for prop in given)  # it need not be symmetric, as a square one may have to
    return not isinstance(letter, MatrixVariable) or not any(_is_told_of(letter, prop) for prop in given)


def _is_told_of(matrix: MatrixVariable, prop: Prop) -> bool:
    """Whether a hypothesis says of a matrix alone what it is like: that it is invertible, N^3 = 0, P^2 = P."""
    return {each for each in prop.free if isinstance(each, (MatrixVariable, VectorVariable))} == {matrix}


def _is_told(letter: Term, statement: Prop, given: Collection[Prop]) -> bool:
    """Whether hypotheses say what a rate is, or give the mean of the one random number in a statement, or its deviation from
    it, with its variance: whatever these are, there is a random number that has them. Of several, what they have to do with each
    other is given too."""
    if is_rate(letter):
        return any(letter in prop.free for prop in given)
    deviations = {each for each in statement.free if isinstance(each, VectorVariable) and " - E[" in each.name}
    parts = [each for prop in given for each in parts_of(prop)]
    sizes = [each.left for each in parts if is_equation(each)]
    measured = {size.base.vector for size in sizes if isinstance(size, tm.Pow) and isinstance(size.base, tm.Norm)}
    products = {frozenset((size.left, size.right)) for size in sizes if isinstance(size, tm.Inner)}
    pairs = map(frozenset, combinations(deviations, 2))
    if deviations and deviations <= measured and all(pair in products for pair in pairs):
        return letter in deviations or letter in sizes
    if len(deviations) > 1 or len(measured) != 1:
        return False
    (deviation,) = measured
    name = str(deviation)
    return letter == deviation or (
        isinstance(letter, Variable) and name.endswith(f" - {letter.name})") and letter in sizes
    )


def _mean_of_another(statement: Prop, given: Collection[Prop]) -> Term | None:
    """A mean alone on one side of an equation, where what hypotheses say of it ties it to no letter of the other side: what they
    say may be of another random number of that name, E[X] = n p above and E[X] = lambda here."""
    match statement:
        case Relation("=", left, right):
            sides = ((left.free, right.free), (right.free, left.free))
        case SumsTo():
            sides = ((statement.value.free, statement.free - statement.value.free),) * 2
        case _:
            return None
    for side, other in sides:
        letters = {each for each in other if not is_unknown_rate(each)}
        if letters and side and all(map(is_unknown_rate, side)) and not tied(side, given) & letters:
            return min(side, key=str)
    return None


def _given_once(statement: Prop, given: Collection[Prop]) -> Term | None:
    """A member of a sequence in a statement, d_{t+1}, of which a hypothesis gives the one at t only."""
    once = {
        prop.left.sequence: prop.left
        for prop in given
        if isinstance(prop, Relation) and is_member(prop.left) and prop.left.index.free
        if prop.left.sequence not in prop.right.free  # a rule ties its members
    }
    members = [each for each in statement.subterms() if is_member(each)]
    return next((each for each in members if once.get(each.sequence, each) != each), None)


def _untied(statement: Prop, given: Collection[Prop]) -> Sequence | None:
    """A sequence of which an inequality compares different members, f(x_0) and f(x_K), and no hypothesis says anything."""
    if not isinstance(statement, Relation) or statement.kind in ("=", "!="):
        return None
    named = given_throughout(given)
    left, right = (_members(side, named) for side in (statement.left, statement.right))
    apart = [each.sequence for each in left ^ right if isinstance(each, tm.VectorAt)]
    told = [prop for prop in given if prop not in named.values()]  # what another sequence is by it says nothing of it
    return next((each for each in apart if not any(each in prop.free for prop in told)), None)


def _next_untied(statement: Prop, given: Collection[Prop]) -> Sequence | None:
    """A sequence of which one side of an equation has the next member, w_{t+1} or d_{t+1} = |w_{t+1} - u|, that nothing gives, or
    any member where the other has the first one, x_k and x_0."""
    if not is_equation(statement):
        return None
    named = given_throughout(given)
    left, right = (_members(side, named) for side in (statement.left, statement.right))
    first = {each.sequence for each in left ^ right if not each.index.free}
    nexts = [
        each for each in left ^ right if each.index.free and (isinstance(each.index, tm.Add) or each.sequence in first)
    ]
    here = [each.sequence for each in sorted(nexts, key=str) if each.index.free <= statement.free]
    ruled = named.keys() | {
        part.sequence
        for prop in set(given).difference(named.values())  # which say nothing of w
        for part in prop.subterms()
        if is_member(part) and (isinstance(part.index, tm.Add) or isinstance(prop, Each))
    }
    return next((each for each in here if each not in ruled), None)


def _raised_to_places(statement: Prop) -> Term | None:
    """A member of a sequence to the power t + 1 in a statement where it stands to the power t: w_i^{t+1} after w_i^t."""
    powers = [
        each
        for each in statement.subterms()
        if isinstance(each, tm.Pow) and isinstance(each.base, tm.ScalarAt) and each.exponent.free
    ]
    exponents = {each.exponent for each in powers}
    steps = [each for each in powers if isinstance(each.exponent, tm.Add) and exponents & set(each.exponent.args)]
    return steps[0] if steps else None


def _is_of_the_same_members(statement: Prop, given: Collection[Prop], explicit: Collection[str]) -> bool:
    """Whether an equation has the same members of sequences on both sides, but where a rule gives the next one, w_{t+1}, and, of
    sequences that nobody declared, those at the ends of a sum: of w_1 on one side the text may know more. So it is with a bound
    on one step of vectors, |w_{t+1} - u|^2 <= |w_t - u|^2 + c; of numbers it may depend on where they begin."""
    if not isinstance(statement, Relation):
        return False
    named = given_throughout(given)
    left, right = (_members(side, named) for side in (statement.left, statement.right))
    apart = left ^ right
    if statement.kind in ORDERS:
        vectors = all(isinstance(each, tm.VectorAt) and each.index.free for each in left | right)
        vectors &= _have_signs(given)
        step = {each.sequence for each in left | right if isinstance(each.index, tm.Add)}
        here = {each.sequence for each in left | right if isinstance(each.index, Variable)}
        return vectors and bool(step) and step <= here and not statement.mentions(tm.Sum)
    sums = [each for each in statement.subterms() if isinstance(each, tm.Sum)]
    declared = all(each.sequence.name in explicit for each in left | right)
    ends = [] if declared else [str(each.low) for each in sums]
    nexts = bool(ends) or any(isinstance(each.index, tm.Add) for each in left | right)
    return not apart or (nexts and all(each.index.free or str(each.index) in ends for each in apart))


def _have_signs(given: Collection[Prop]) -> bool:
    """Whether it is known of each number in the rules of vectors on which side of 0 it lies: a step size may be meant to be
    positive."""
    rules = [under_each(prop) for prop in given]
    numbers = {
        each
        for rule in rules
        if is_equation(rule) and isinstance(rule.left, tm.VectorAt)
        for each in rule.free
        if isinstance(each, Variable) and not tm.is_integer(each) and not each.sign
    }
    bounds = [part for prop in given for part in parts_of(prop) if isinstance(part, Relation) and part.kind in ORDERS]
    return all(any(part.free == {each} for part in bounds) for each in numbers)


def _where_it_begins(statement: Prop, given: Collection[Prop]) -> Term | None:
    """A sequence of which an equation with a sum has the member behind the last one and not the first: where a text says in words
    that it begins at the origin, the first is left out."""
    named, placed = given_throughout(given), {each for prop in given for each in prop.subterms() if is_member(each)}
    bound = {each.index for each in statement.subterms() if isinstance(each, tm.Sum)}
    members = {each for part in statement.subterms() for each in _members(part, named)} if bound else set()
    ends = {
        each for each in members if isinstance(each.index, tm.Add) and each.index.free and not each.index.free & bound
    }
    known = {each.sequence for each in (*members, *placed) if not each.index.free}
    return next((each.sequence for each in sorted(ends, key=str) if each.sequence not in known), None)


def _members(side: Term, named: Mapping[Term, Each]) -> set[tm.ScalarAt | tm.VectorAt]:
    """The members of sequences in a term, with those by which others are given in the place of these."""
    found: set[tm.ScalarAt | tm.VectorAt] = set()
    for each in side.subterms():
        if is_member(each) and (said := named.get(each.sequence)) is not None and isinstance(said.body, Relation):
            found |= _members(substitute(said.body.right, {said.symbol: each.index}), {})
        elif is_member(each):
            found.add(each)
    return found


def _is_gradient(statement: Prop) -> bool:
    """Whether a statement says what a gradient is."""
    if not is_equation(statement):
        return False
    return isinstance(statement.left, (tm.Gradient, tm.MatrixGradient))
