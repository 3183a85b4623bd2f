"""The rules by which a certificate proves a goal. Trusted; the heart of the kernel.

`follow(facts, goal, certificate, lemmas)` returns what the proof rests on, or raises `Rejected`. When it returns, the
goal has a value and holds at every point where the facts hold, for all values of the free letters. Each rule asks for
the definedness of every term that it brings in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.rates import BigO
from symproof.substitution import name_of, names_in, open_symbol, renamed, substitute, substitute_modulus
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.combination import combine
from symproof.trusted.defined import definedness
from symproof.trusted.enclosure import enclosed
from symproof.trusted.facts import Facts, range_of
from symproof.trusted.integer_rules import SUBGOALS
from symproof.trusted.invertible import nearby
from symproof.trusted.laws import LAWS, LETTERS
from symproof.trusted.matrix_laws import STATED, combine_matrices
from symproof.trusted.mean_value import mean_value
from symproof.trusted.meaning import meaning
from symproof.trusted.rejected import Rejected
from symproof.trusted.series_rules import SERIES

if TYPE_CHECKING:
    from symproof.verdict import Proved

Trust = frozenset[str]
NOTHING: Trust = frozenset()


def follow(facts: Facts, goal: st.Prop, certificate: ct.Certificate, lemmas: Sequence[Proved] = ()) -> Trust:
    """What a proof of `goal` from `facts` by `certificate` rests on, beyond the kernel.

    Raises:
        Rejected: the certificate does not prove the goal; the message says where it breaks.
    """
    try:
        return _RULES[type(certificate)](facts, goal, certificate, lemmas)
    except SymproofError as error:  # a certificate that builds an ill-sorted term
        raise Rejected(f"{type(certificate).__name__}: {error}") from error


def require_defined(facts: Facts, *terms: tm.Term) -> None:
    """Refuse terms that are not known to have a value.

    Raises:
        Rejected: naming the first condition that is not evident.
    """
    for term in terms:
        _ = term.free  # refuses letters over an index set that is bound
        for condition in definedness(term):
            if not facts.evident(condition):
                raise Rejected(f"{term} is not known to have a value: it needs {condition}", needs=condition)


def learn(facts: Facts, fact: st.Prop) -> Facts:
    """The facts and one more, whose terms must have values."""
    require_defined(facts, fact)
    return facts.extended([fact])


# Leaves -------------------------------------------------------------------------------------------


def _evident(facts: Facts, goal: st.Prop, _: Any, __: Any) -> Trust:
    if goal in facts.props:
        return NOTHING  # what is a fact holds, so it has a value
    require_defined(facts, goal)
    if not facts.evident(goal):
        raise Rejected(f"{goal} is not evident")
    return NOTHING


def _combination(facts: Facts, goal: st.Prop, certificate: ct.Combination, _: Any) -> Trust:
    if not isinstance(goal, st.Relation):
        raise Rejected(f"{goal} is no relation; a combination proves relations")
    require_defined(facts, goal, *(piece.weight for piece in certificate.pieces))
    combine(facts, goal, certificate)
    return NOTHING


def _matrix_combination(facts: Facts, goal: st.Prop, certificate: ct.MatrixCombination, _: Any) -> Trust:
    require_defined(facts, goal, *certificate.cofactors())
    combine_matrices(facts, goal, certificate)
    return NOTHING


def _enclosed(facts: Facts, goal: st.Prop, certificate: ct.Enclosed, _: Any) -> Trust:
    require_defined(facts, goal)
    enclosed(facts, goal, certificate.values)
    return NOTHING


def _oracle(facts: Facts, goal: st.Prop, certificate: ct.Oracle, _: Any) -> Trust:
    require_defined(facts, goal)
    return frozenset({certificate.name})


def _assumed(facts: Facts, goal: st.Prop, certificate: ct.Assumed, _: Any) -> Trust:
    require_defined(facts, goal)
    return frozenset({f"assumed: {certificate.reason}"})


# Facts --------------------------------------------------------------------------------------------


def _fact(facts: Facts, number: int) -> st.Prop:
    if not 0 <= number < len(facts.props):
        raise Rejected(f"there is no fact {number}; there are {len(facts.props)}")
    return facts.props[number]


def _have(facts: Facts, goal: st.Prop, certificate: ct.Have, lemmas: Sequence[Proved]) -> Trust:
    trust = follow(facts, certificate.fact, certificate.proof, lemmas)
    return trust | follow(facts.extended([certificate.fact]), goal, certificate.rest, lemmas)


def _instance(facts: Facts, goal: st.Prop, certificate: ct.Instance, lemmas: Sequence[Proved]) -> Trust:
    fact = _fact(facts, certificate.fact)
    if not isinstance(fact, st.Each):
        raise Rejected(f"{fact} is not of the form 'for each'")
    value = check_value(facts, fact.symbol, certificate.value, fact.low, fact.high)
    extended = facts.extended([substitute(fact.body, {fact.symbol: value})])
    return follow(extended, goal, certificate.rest, lemmas)


def check_value(
    facts: Facts, symbol: tm.Term, value: tm.Term, low: tm.Scalar | None = None, high: tm.Scalar | None = None
) -> tm.Term:
    """`value`, once it is known to be one that `symbol` may take (in low..high, where a range is stated)."""
    require_defined(facts, value)
    match symbol:
        case tm.Variable(domain=domain):
            if not isinstance(value, tm.Scalar):
                raise Rejected(f"{value} is no scalar, as {symbol} is")
            whole = domain in ("integer", "natural")
            rational = domain == "rational" and not isinstance(value, tm.Number)
            if (whole and not tm.is_integer(value)) or (
                rational and getattr(value, "domain", "") not in st.WHOLE_OR_RATIONAL
            ):
                raise Rejected(f"{value} is not known to be {domain}, as {symbol} is")
            own = st.domain_of(symbol)
            conditions = [] if own is None or (low is not None and whole) else [substitute(own, {symbol: value})]
        case tm.VectorVariable():
            if not isinstance(value, tm.Vector):
                raise Rejected(f"{value} is no vector, as {symbol} is")
            conditions = []
        case tm.MatrixVariable():
            if not isinstance(value, tm.Matrix) or value.shape != symbol.shape:
                raise Rejected(f"{value} is no matrix of the shape of {symbol}")
            conditions = []
        case tm.ResidueVariable(over=over):
            if not isinstance(value, tm.Residue) or value.over != over:
                raise Rejected(f"{value} is no element of {over}, as {symbol} is")
            conditions = []
        case _:
            raise Rejected(f"{symbol} is no letter that a value can be put for")
    conditions += range_of(value, low, high)
    for condition in conditions:
        if not facts.evident(condition):
            raise Rejected(f"{value} is put for {symbol}, which needs {condition}", needs=condition)
    return value


def _entrywise(facts: Facts, goal: st.Prop, certificate: ct.Entrywise, lemmas: Sequence[Proved]) -> Trust:
    fact = _fact(facts, certificate.fact)
    if not isinstance(fact, st.Relation) or fact.kind != "=" or not isinstance(fact.left, tm.Matrix):
        raise Rejected(f"{fact} is no equation of matrices")
    return follow(facts.extended([meaning(fact, facts.props)]), goal, certificate.rest, lemmas)


def _detach(facts: Facts, goal: st.Prop, certificate: ct.Detach, lemmas: Sequence[Proved]) -> Trust:
    fact = _fact(facts, certificate.fact)
    if not isinstance(fact, st.Implies):
        raise Rejected(f"{fact} is no implication")
    trust = follow(facts, fact.left, certificate.premise, lemmas)
    return trust | follow(facts.extended([fact.right]), goal, certificate.rest, lemmas)


def _obtain(facts: Facts, goal: st.Prop, certificate: ct.Obtain, lemmas: Sequence[Proved]) -> Trust:
    fact, letter = _fact(facts, certificate.fact), certificate.letter
    if not isinstance(fact, st.Exists):
        raise Rejected(f"{fact} is not of the form 'there is'")
    if name_of(letter) in names_in(goal, *facts.props):
        raise Rejected(f"{letter} is spoken of already, so it cannot be what there is")
    if renamed(open_symbol(fact.symbol, fact.low, fact.high, facts.props, (fact.body,)), name_of(letter)) != letter:
        raise Rejected(f"{letter} is not declared as {fact.symbol} is")
    body = substitute(fact.body, {fact.symbol: letter})
    return follow(facts.extended([*range_of(letter, fact.low, fact.high), body]), goal, certificate.rest, lemmas)


def _law(facts: Facts, goal: st.Prop, certificate: ct.Law, lemmas: Sequence[Proved]) -> Trust:
    claim = instance_of(facts, certificate.name, certificate.values)
    return follow(learn(facts, claim), goal, certificate.rest, lemmas)


def instance_of(facts: Facts, name: str, values: tuple[tm.Scalar, ...]) -> st.Prop:
    """What a law of the table says at some values.

    Raises:
        Rejected: there is no such law, or a hypothesis of it is not evident at these values.
    """
    law = LAWS.get(name)
    if law is None:
        raise Rejected(f"there is no law {name!r}")
    letters = [letter for letter in LETTERS if letter in law.free]
    if len(letters) != len(values):
        raise Rejected(f"the law {name} is about {len(letters)} values, and {len(values)} are given")
    chosen = {letter: check_value(facts, letter, value) for letter, value in zip(letters, values, strict=True)}
    for given in law.given:
        condition = substitute(given, chosen)
        require_defined(facts, condition)
        if not facts.evident(condition):
            raise Rejected(f"the law {name} needs {condition}", needs=condition)
    return substitute(law.claim, chosen)


def _cited(facts: Facts, goal: st.Prop, certificate: ct.Cited, lemmas: Sequence[Proved]) -> Trust:
    if not 0 <= certificate.lemma < len(lemmas):
        raise Rejected(f"there is no lemma {certificate.lemma}; {len(lemmas)} are cited")
    lemma = lemmas[certificate.lemma]
    letters = dict(certificate.letters)
    for symbol, value in letters.items():
        check_value(facts, substitute_modulus(symbol, letters), value)
    given = [substitute(prop, letters) for prop in lemma.statement.given]
    if len(given) != len(certificate.proofs):
        raise Rejected(f"the lemma has {len(given)} hypotheses, and {len(certificate.proofs)} are proved")
    trust = lemma.trusts
    for prop, proof in zip(given, certificate.proofs, strict=True):
        trust |= follow(facts, prop, proof, lemmas)
    # Its hypotheses hold here, so its claim has a value and holds.
    return trust | follow(facts.extended([substitute(lemma.statement.claim, letters)]), goal, certificate.rest, lemmas)


# Logic --------------------------------------------------------------------------------------------


def _cases(facts: Facts, goal: st.Prop, certificate: ct.Cases, lemmas: Sequence[Proved]) -> Trust:
    relation = certificate.relation
    if not isinstance(relation, st.Relation):
        raise Rejected(f"{relation} is no relation to tell cases apart by")
    require_defined(facts, relation)
    opposite = st.Relation(st.NEGATED[relation.kind], relation.left, relation.right)
    trust = follow(facts.extended([relation]), goal, certificate.yes, lemmas)
    return trust | follow(facts.extended([opposite]), goal, certificate.no, lemmas)


def _alternatives(facts: Facts, goal: st.Prop, certificate: ct.Alternatives, lemmas: Sequence[Proved]) -> Trust:
    fact = _fact(facts, certificate.fact)
    args: tuple[st.Prop, ...] = ()
    match fact:
        case st.Or(args):
            pass
        case st.Relation(
            "!=", tm.Scalar() as left, right
        ):  # two numbers that differ are in order, one way or the other
            args = st.Relation("<", left, right), st.Relation(">", left, right)
    if not args or len(args) != len(certificate.proofs):
        raise Rejected(f"{fact} has not {len(certificate.proofs)} alternatives")
    trust = NOTHING
    for alternative, proof in zip(args, certificate.proofs, strict=True):
        trust |= follow(facts.extended([alternative]), goal, proof, lemmas)
    return trust


def _absurd(facts: Facts, _: st.Prop, certificate: ct.Absurd, lemmas: Sequence[Proved]) -> Trust:
    return follow(facts, st.Relation("<", ZERO, ZERO), certificate.proof, lemmas)


def _contrary(facts: Facts, _: st.Prop, certificate: ct.Contrary, lemmas: Sequence[Proved]) -> Trust:
    fact = _fact(facts, certificate.fact)
    if not isinstance(fact, st.Relation) or fact.kind != "!=":
        raise Rejected(f"{fact} does not say that two things differ")
    return follow(facts, st.Relation("=", fact.left, fact.right), certificate.proof, lemmas)


def _ordered(facts: Facts, goal: st.Prop, certificate: ct.Ordered, lemmas: Sequence[Proved]) -> Trust:
    if not isinstance(goal, st.Relation) or goal.kind != "!=" or not isinstance(goal.left, tm.Scalar):
        raise Rejected(f"{goal} is not of the form a != b between scalars")
    kind = "<" if certificate.less else ">"
    return follow(facts, st.Relation(kind, goal.left, goal.right), certificate.proof, lemmas)


def _between(facts: Facts, goal: st.Prop, certificate: ct.Between, lemmas: Sequence[Proved]) -> Trust:
    if not isinstance(goal, st.Relation) or goal.kind != "=" or not isinstance(goal.left, tm.Scalar):
        raise Rejected(f"{goal} is not of the form a = b between scalars")
    trust = follow(facts, st.Relation("<=", goal.left, goal.right), certificate.below, lemmas)
    return trust | follow(facts, st.Relation(">=", goal.left, goal.right), certificate.above, lemmas)


def _definite(facts: Facts, goal: st.Prop, certificate: ct.Definite, lemmas: Sequence[Proved]) -> Trust:
    square: tm.Scalar
    match goal:
        case st.Relation("=", tm.Vector() as u, tm.Vector() as v):
            square = tm.Inner(u - v, u - v)
        case st.Relation("=", tm.Matrix() as x, tm.Matrix() as y):
            square = tm.MatrixTrace(tm.Transpose(x - y) @ (x - y))
        case _:
            raise Rejected(f"{goal} is not of the form u = v between vectors or matrices")
    return follow(facts, st.Relation("<=", square, ZERO), certificate.proof, lemmas)


def _parts(facts: Facts, goal: st.Prop, certificate: ct.Parts, lemmas: Sequence[Proved]) -> Trust:
    if isinstance(goal, st.Iff):
        goal = st.And((st.Implies(goal.left, goal.right), st.Implies(goal.right, goal.left)))
    if not isinstance(goal, st.And) or len(goal.args) != len(certificate.proofs):
        raise Rejected(f"{goal} has not {len(certificate.proofs)} parts")
    trust = NOTHING
    for part, proof in zip(goal.args, certificate.proofs, strict=True):
        trust |= follow(facts, part, proof, lemmas)
        facts = facts.extended([part])  # what comes after may use what came before
    return trust


def _choose(facts: Facts, goal: st.Prop, certificate: ct.Choose, lemmas: Sequence[Proved]) -> Trust:
    if not isinstance(goal, st.Or) or not 0 <= certificate.part < len(goal.args):
        raise Rejected(f"{goal} has no alternative {certificate.part}")
    require_defined(facts, *goal.args)
    return follow(facts, goal.args[certificate.part], certificate.proof, lemmas)


def _witness(facts: Facts, goal: st.Prop, certificate: ct.Witness, lemmas: Sequence[Proved]) -> Trust:
    if not isinstance(goal, st.Exists):
        raise Rejected(f"{goal} is not of the form 'there is'")
    require_defined(facts, goal)
    value = check_value(facts, goal.symbol, certificate.value, goal.low, goal.high)
    return follow(facts, substitute(goal.body, {goal.symbol: value}), certificate.proof, lemmas)


def _suppose(facts: Facts, goal: st.Prop, certificate: ct.Suppose, lemmas: Sequence[Proved]) -> Trust:
    match goal:
        case st.Implies(left, right):
            return follow(facts.extended([left]), right, certificate.proof, lemmas)
        case st.Each(symbol, body, low, high):
            require_defined(facts, symbol, *(bound for bound in (low, high) if bound is not None))
            letter, inside = facts.opened(symbol, low, high, body)
            return follow(inside, substitute(body, {symbol: letter}), certificate.proof, lemmas)
        case _:
            raise Rejected(f"{goal} supposes nothing: it is neither an implication nor 'for each'")


def _meaning(facts: Facts, goal: st.Prop, certificate: ct.Meaning, lemmas: Sequence[Proved]) -> Trust:
    require_defined(facts, goal)
    return follow(facts, meaning(goal, facts.props), certificate.proof, lemmas)


def _rate(facts: Facts, goal: st.Prop, certificate: ct.Rate, lemmas: Sequence[Proved]) -> Trust:
    if not isinstance(goal, BigO):
        raise Rejected(f"{goal} states no rate")
    require_defined(facts, certificate.constant, certificate.start)
    return follow(facts, goal.within(certificate.constant, certificate.start), certificate.proof, lemmas)


def _by_subgoals(facts: Facts, goal: st.Prop, certificate: Any, lemmas: Sequence[Proved]) -> Trust:
    trust = NOTHING
    for known, subgoal, proof in _SUBGOALS[type(certificate)](facts, goal, certificate):
        trust |= follow(known, subgoal, proof, lemmas)
    return trust


def _peeled(facts: Facts, goal: st.Prop, certificate: ct.Peeled, lemmas: Sequence[Proved]) -> Trust:
    return follow(facts.peeled(), goal, certificate.proof, lemmas)


def _sum_rule(facts: Facts, goal: st.Prop, certificate: Any, lemmas: Sequence[Proved]) -> Trust:
    step = STATED[type(certificate)](facts, certificate)
    trust = NOTHING
    if step.inside is not None and step.subgoal is not None:
        trust = follow(step.inside, step.subgoal, certificate.proof, lemmas)
    for fact in step.facts:
        facts = learn(facts, fact)
    return trust | follow(facts, goal, certificate.rest, lemmas)


_SUBGOALS: dict[type, Callable[..., Any]] = {**SUBGOALS, **SERIES, ct.MeanValue: mean_value, ct.Nearby: nearby}
_RULES: dict[type, Callable[[Facts, st.Prop, Any, Sequence[Any]], Trust]] = {
    ct.Evident: _evident,
    ct.Enclosed: _enclosed,
    ct.Combination: _combination,
    ct.MatrixCombination: _matrix_combination,
    ct.Oracle: _oracle,
    ct.Assumed: _assumed,
    ct.Have: _have,
    ct.Instance: _instance,
    ct.Entrywise: _entrywise,
    ct.Detach: _detach,
    ct.Obtain: _obtain,
    ct.Witness: _witness,
    ct.Law: _law,
    ct.Cited: _cited,
    ct.Cases: _cases,
    ct.Alternatives: _alternatives,
    ct.Absurd: _absurd,
    ct.Contrary: _contrary,
    ct.Ordered: _ordered,
    ct.Between: _between,
    ct.Definite: _definite,
    ct.Parts: _parts,
    ct.Choose: _choose,
    ct.Suppose: _suppose,
    ct.Meaning: _meaning,
    ct.Rate: _rate,
    ct.Peeled: _peeled,
    **dict.fromkeys(_SUBGOALS, _by_subgoals),
    **dict.fromkeys(STATED, _sum_rule),
}
