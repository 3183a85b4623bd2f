"""All ways to read a formula that the declarations and sorts leave: one is a reading, several are an ambiguity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation import parse
from symproof.readers.notation.tree import (
    Add,
    Chain,
    Clause,
    Elided,
    Fence,
    Juxtaposed,
    Logic,
    Missing,
    Node,
    NotUnderstood,
    Quotient,
    Sequence,
)
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.extrema import IN_RELATIONS
from symproof.readers.resolve.letters import caught
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import cut_off, modulus_of
from symproof.readers.resolve.reading import Ambiguous, ChainReading, Outcome, Reading
from symproof.readers.resolve.runs import run
from symproof.readers.resolve.shapes import differentials, set_phrase
from symproof.readers.resolve.stated import relation
from symproof.readers.resolve.survey import infer
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.unworked import of_equal_places
from symproof.readers.resolve.values import Refused, Row, Tuple, Value, guarded, words
from symproof.statement import Prop
from symproof.symbols import rational
from symproof.term import Term

MOST_WAYS = 16
"""How many ways are tried to read one formula."""


def resolve(node: Node, context: Context) -> Outcome:
    """The term (or, for a chain or logic in brackets, the statement) that a node stands for."""
    known = _surveyed(context, node)

    def read(terms: Terms) -> list[Value]:
        return [_alone(terms, terms.said(lambda: _term_or_statement(terms, node)), node)]

    return _outcomes([node], known, read)[0]


def resolve_chain(clause: Clause, context: Context) -> ChainReading:
    """The members of a clause, read together, and the statement of each of its steps."""
    return _chain_of(clause, _surveyed(context, clause))


def _chain_of(clause: Clause, known: Context) -> ChainReading:
    count = len(clause.relations)

    def read(terms: Terms) -> list[Value]:
        terms.modulus = next(filter(None, map(modulus_of, clause.members)), None)
        terms.integrated = differentials(clause.members)
        values = [terms.said(lambda member=member: _member(terms, member, count)) for member in clause.members]  # type: ignore[misc]
        steps = [
            terms.said(lambda k=k: _step(terms, clause, values, k))  # type: ignore[misc]
            for k in range(count)
        ]
        return [_alone(terms, *each) for each in zip(values, clause.members, strict=True)] + steps

    outcomes = _outcomes([*clause.members, *clause.relations], known, read)
    kinds = tuple(clause.kinds)
    return ChainReading(tuple(outcomes[: count + 1]), kinds, tuple(outcomes[count + 1 :]))


def resolve_statement(clause: Clause, context: Context) -> Outcome:
    """A clause as one statement: its relations, all of them."""
    return _statement_of(clause, _surveyed(context, clause))


def _statement_of(clause: Clause, context: Context) -> Outcome:
    if not clause.relations:
        if len(clause.members) == 1:
            outcome = resolve(clause.members[0], context)
            if not isinstance(outcome, Reading) or isinstance(outcome.term, Prop):
                return outcome
        return NotUnderstood(clause.start, clause.end, "", "a term where a statement is needed")
    steps = _chain_of(clause, context).steps
    for step in steps:
        if not isinstance(step, Reading):
            return step
    readings = [step for step in steps if isinstance(step, Reading)]
    if len(readings) == 1:
        return readings[0]
    inferred = {name: phrase for reading in readings for name, phrase in reading.inferred.items()}
    notes = tuple(dict.fromkeys(note for reading in readings for note in reading.notes))
    props = tuple(reading.term for reading in readings if isinstance(reading.term, Prop))
    asked = tuple(dict.fromkeys(prop for reading in readings for prop in reading.asked))
    return Reading(st.And(props), inferred, notes, clause.start, clause.end, asked)


def read_statement(latex: str, context: Context) -> Outcome:
    r"""One statement as LaTeX: a chain, `a = b \implies c = d`, `... \quad \text{for all } t`, `\forall t : ...`."""
    formula = parse(latex.strip().strip("$"))
    clauses = formula.clauses
    if not clauses:
        return NotUnderstood(0, len(latex), "", "there is no statement")
    known = context.copy()
    infer(known, clauses)
    body: Term | None = None
    quantified: list[tuple[str, list[Clause]]] = []
    leading = True
    notes: list[str] = []
    inferred: dict[str, str] = {}
    for clause in clauses:
        words = clause.words.removeprefix("and ").removeprefix("or ").strip()
        joint = "or" if clause.words.startswith("or") else clause.connector
        if words in QUANTIFIERS and clause.members:
            quantified += [(QUANTIFIERS[words], [each]) for each in _one_by_one(clause)]
            leading = body is None
            continue
        if quantified and not leading and clause.connector == "," and not clause.words:
            quantified[-1][1].append(clause)  # for all t in Z, t >= 1
            continue
        if words not in ("", "and", "or", "with", "where"):
            return NotUnderstood(clause.start, clause.end, clause.words, "words that are not read")
        outcome = _statement_of(clause, known)
        if not isinstance(outcome, Reading) or not isinstance(outcome.term, Prop):
            return outcome
        inferred |= outcome.inferred
        notes += outcome.notes
        body = outcome.term if body is None else _joined(body, joint, outcome.term)
    if not isinstance(body, Prop):
        return NotUnderstood(0, len(latex), "", "there is no statement")
    for kind, held in reversed(quantified):
        bound = _quantified(kind, held, known, body)
        if not isinstance(bound, Prop):
            return bound
        body = bound
    return Reading(body, inferred, tuple(dict.fromkeys(notes)), clauses[0].start, clauses[-1].end)


QUANTIFIERS = dict.fromkeys(("for all", "for each", "for every", "for any"), "each") | dict.fromkeys(
    ("there is", "for some", "there exists"), "exists"
)


def _one_by_one(clause: Clause) -> list[Clause]:
    """A clause on several letters, `x, y \\in A`, as one on each."""
    first = clause.members[0]
    if not isinstance(first, Sequence) or first.separator != ",":
        return [clause]
    rest = clause.members[1:]
    return [Clause(item.start, clause.end, (item, *rest), clause.relations) for item in first.items]


def _joined(left: Term, connector: str, right: Prop) -> Prop:
    assert isinstance(left, Prop)  # statements are joined
    match connector:
        case "implies":
            return st.Implies(left, right)
        case "iff":
            return st.Iff(left, right)
        case "impliedby":
            return st.Implies(right, left)
        case "or":
            return st.Or((left, right))
        case _:
            return st.And((left, right))


def _quantified(kind: str, clauses: list[Clause], context: Context, body: Prop) -> Prop | NotUnderstood:
    """`body` for all values, or for some, of the letter that the first clause names, held to what the others say."""
    clause = clauses[0]
    node = clause.members[0]
    low = high = None
    if len(clause.members) == 3 and all(sign.kind == "<=" for sign in clause.relations):
        bounds = [resolve(member, context) for member in (clause.members[0], clause.members[2])]
        if not all(isinstance(bound, Reading) for bound in bounds):
            return NotUnderstood(clause.start, clause.end, "", "a range that is not read")
        low, high = (bound.term for bound in bounds if isinstance(bound, Reading))
        node = clause.members[1]
    elif len(clause.members) > 2:
        return NotUnderstood(clause.start, clause.end, "", "a range that is not read")
    symbol = context.names.get(canonical(node) or "")
    if not isinstance(symbol, (tm.Variable, tm.VectorVariable, tm.ResidueVariable, tm.MatrixVariable)):
        return NotUnderstood(node.start, node.end, "", "a quantifier over what is no letter")
    held: list[Prop] = []
    known = len(clause.members) == 2 and clause.relations[0].kind == "in" and _is_domain(clause.members[1], symbol)
    for each in [clause, *clauses[1:]] if len(clause.members) == 2 and not known else clauses[1:]:
        condition = resolve_statement(each, context)
        if not isinstance(condition, Reading) or not isinstance(condition.term, Prop):
            return NotUnderstood(each.start, each.end, "", "a condition that is not read")
        prop = condition.term
        if prop == st.domain_of(symbol):
            continue
        at_least = isinstance(prop, st.Relation) and prop.kind == ">=" and prop.left == symbol and low is None
        if at_least and isinstance(prop, st.Relation) and tm.is_integer_letter(symbol):
            low = prop.right
        else:
            held.append(prop)
    if known and low is None and set_phrase(clause.members[1]) != getattr(symbol, "domain", "vector"):
        if isinstance(symbol, tm.Variable):
            return NotUnderstood(clause.start, clause.end, "", f"{symbol.name} is declared as {symbol.domain}")
    condition_of = held[0] if len(held) == 1 else st.And(tuple(held)) if held else None
    try:
        if kind == "each":
            return st.each(symbol, body if condition_of is None else st.Implies(condition_of, body), low, high)
        return st.exists(symbol, body if condition_of is None else st.And((condition_of, body)), low, high)
    except SymproofError as error:
        return NotUnderstood(clause.start, clause.end, "", str(error))


def _is_domain(node: Node, symbol: Term) -> bool:
    """Whether a set is the one that a letter is declared to run over."""
    phrase = set_phrase(node)
    match symbol:
        case tm.Variable(domain=domain, least=least):
            return (phrase == domain and (domain != "natural" or not least)) or (
                phrase == "integer" and domain == "natural"  # and a lower bound
            )
        case tm.VectorVariable():
            return phrase == "vector"
        case tm.ResidueVariable():
            return isinstance(node, Quotient)
        case _:
            return False


# Ways ---------------------------------------------------------------------------------------------------


def _surveyed(context: Context, node: Node) -> Context:
    """The context, with what the node itself says of names that it does not know."""
    known = context.copy()
    infer(known, [node])
    return known


def _alone(terms: Terms, value: Value, node: Node) -> Value:
    """What is read outside of a statement, in which alone the letters of extrema have their meaning."""
    if isinstance(value, tm.Scalar) and any(tm.Variable(name) in value.free for name in terms.extremes):
        return Refused(node, IN_RELATIONS)
    return value


def _term_or_statement(terms: Terms, node: Node) -> Value:
    match node:
        case NotUnderstood():
            raise Refused(node, node.message)
        case Missing():
            raise Refused(node, "a side is missing")
        case Chain():
            return _chain(terms, node)
        case Logic():
            return _logic(terms, node)
        case Juxtaposed() | Add() if (digits := cut_off(node)) is not None:
            return guarded(node, lambda: rational(digits.text))
        case Fence(left="(" | "[" | "{", body=Chain() | Logic() as inner):
            return _term_or_statement(terms, inner)
    value = terms.value(node)
    if isinstance(value, (Row, Tuple, Term)):
        return value
    return value


def _member(terms: Terms, node: Node, relations: int) -> Value:
    """A member of a chain of some relations, in which brackets around an equation of indices are a number, Iverson's."""
    if relations and isinstance(node, Fence) and node.left == "[" and node.body is not None:
        if (delta := of_equal_places(terms, node.body)) is not None:
            return delta
    return _term_or_statement(terms, node)


def _step(terms: Terms, chain: Chain | Clause, values: list[Value], k: int) -> Prop:
    """The relation behind member k of a chain."""
    sign = chain.relations[k]
    if isinstance(sign, Elided):
        first = next((j + 1 for j in range(k - 1, -1, -1) if chain.relations[j].kind != sign.kind), 0)
        if (said := run(values[first : k + 1], values[k + 1], sign)) is not None:
            return said
    return relation(
        terms, chain.members[k], sign, chain.members[k + 1],
        first=k == 0, left_value=values[k], right_value=values[k + 1],
    )  # fmt: skip


def _chain(terms: Terms, node: Chain) -> Value:
    count = len(node.relations)
    values = [caught(lambda member=member: _member(terms, member, count)) for member in node.members]  # type: ignore[misc]
    props = tuple(_step(terms, node, values, k) for k, sign in enumerate(node.relations))
    return st.all_of(props)


def _logic(terms: Terms, node: Logic) -> Value:
    args = [_term_or_statement(terms, arg) for arg in node.args]
    if not all(isinstance(arg, Prop) for arg in args):
        raise Refused(node, "logic between what are no statements")
    match node.operator:
        case "and":
            return st.And(tuple(args))
        case "or":
            return st.Or(tuple(args))
        case "not":
            return st.Not(args[0])
        case "implies" if len(args) == 2:
            return st.Implies(*args)
        case "iff" if len(args) == 2:
            return st.Iff(*args)
        case _:
            raise Refused(node, f"{node.operator} is not read")


def _outcomes(nodes: list[Any], context: Context, read: Callable[[Terms], list[Value]]) -> list[Outcome]:
    """What each of several things is read as, over all ways that read most of them."""
    waiting: list[dict[str, str]] = [{}]
    tried: list[tuple[list[Value], Terms]] = []
    while waiting and len(tried) < MOST_WAYS:
        decisions = waiting.pop(0)
        terms = Terms(context, decisions)
        terms.whole = tuple(node for node in nodes if isinstance(node, Node))
        tried.append((read(terms), terms))
        settled = dict(decisions)
        for key, options in terms.open.items():
            waiting += [{**settled, key: option} for option in options[1:]]
            settled[key] = options[0]
    fewest = min(_failures(values) for values, _ in tried)
    best = [(values, terms) for values, terms in tried if _failures(values) == fewest]
    return [_outcome(node, k, best, context) for k, node in enumerate(nodes)]


def _failures(values: list[Value]) -> int:
    return sum(not isinstance(value, Term) for value in values)


def _outcome(node: Any, k: int, best: list[tuple[list[Value], Terms]], context: Context) -> Outcome:
    readings: dict[Term, Reading] = {}
    for values, terms in best:
        value = values[k]
        if isinstance(value, Term):
            notes, used, asked = terms.sayings[k]
            if k > len(terms.sayings) // 2:  # a step rests on what its two members do
                place = k - len(terms.sayings) // 2
                for said, names, must in terms.sayings[place - 1 : place + 1]:
                    notes, used = tuple(dict.fromkeys((*said, *notes))), used | names
                    asked = tuple(dict.fromkeys((*asked, *must)))
            inferred = {key: phrase for key, phrase in context.inferred.items() if key in used}
            readings.setdefault(value, Reading(value, inferred, notes, node.start, node.end, asked))
    if len(readings) == 1:
        return next(iter(readings.values()))
    if readings:
        return Ambiguous(tuple(readings.values()), "brackets or a declaration would tell", node.start, node.end)
    value = best[0][0][k]
    if isinstance(value, Refused):
        at = value.node
        return NotUnderstood(at.start, at.end, getattr(at, "token", ""), value.message)
    if value is None:
        return NotUnderstood(node.start, node.end, "", "nested too deep")
    return NotUnderstood(node.start, node.end, "", f"{words(value)} alone is no term")
