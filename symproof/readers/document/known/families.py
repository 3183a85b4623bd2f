r"""Hypotheses on all members of a family: that vectors `q_1, \dots, q_k` are orthonormal, that random numbers
`X_1, \dots, X_n` are independent, and have a mean and a variance.

Of independence only that nothing of the deviations from the means is common: no covariance of two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symproof.readers.document.known.columns import orthonormal_columns, said_of_columns
from symproof.readers.document.known.lasting import is_value
from symproof.readers.document.known.returning import brought_back
from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.words.letters import NTH
from symproof.readers.document.words.moments import Random, average_of, random_in
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.qualities import ORTHONORMAL_AFTER, orthonormal_in
from symproof.readers.document.words.totals import UNREAD, total_in, total_of_two
from symproof.readers.notation import parse, tree
from symproof.readers.resolve import Context, Reading, resolve, resolve_statement
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.statement import And, Each, Prop, Relation
from symproof.substitution import substitute
from symproof.symbols import delta, index, inner
from symproof.term import (
    ONE,
    SINGLE,
    Inner,
    MatrixVariable,
    Norm,
    Number,
    Pow,
    Scalar,
    ScalarAt,
    Sum,
    Term,
    Variable,
    VectorAt,
    VectorVariable,
    is_integer,
    scalar,
)

if TYPE_CHECKING:
    from symproof.readers.document.known.declaring import Declaring

ONE_PLACE, OTHER_PLACE = index("i'"), index("j'")
NAMING = ("hypothesis", "declaration", "mention")
"""The roles of formulas that bring in what they list."""
NTH_UNIT_VECTOR = re.compile(rf"{NTH.pattern}\s+unit\s+vectors?\b", re.IGNORECASE)
"""Words behind the number of a vector of the standard basis."""
SUBSCRIPT = re.compile(r"_\{?([ijkl])\}?(?![A-Za-z])")
r"""The index of what is said of each member: `\sigma_k^2`."""


def declare_families(declaring: Declaring, display: Display, heard: Heard) -> None:
    """Take what words suppose of all members of a family, and of random letters, for hypotheses."""
    known = declaring.known
    for prop in _has_members(display, declaring.context) if heard.role in NAMING else ():
        known.add(known.fact(prop, "listed", heard.line))
    if (family := orthonormal_in(display)) is not None:
        read = orthonormal(*family, declaring.context) or orthonormal_columns(family[0], declaring.context)
        for prop in read:
            known.add(known.fact(prop, "hypothesis", heard.line))
        if read:
            known.has_said("orthonormal", ahead=bool(ORTHONORMAL_AFTER.match(display.after)))
    if declaring.context.bases and NTH_UNIT_VECTOR.match(display.after):
        known.has_said("unit vector", ahead=True)
    columns = said_of_columns(display, declaring.displays, declaring.context)
    for prop in columns.props:
        known.add(known.fact(prop, "hypothesis", heard.line))
    for word in columns.words:
        known.has_said(word, ahead=False)
    if (of_two := total_of_two(display, declaring.displays)) == UNREAD:
        known.leave_unread(heard.line, heard.latex)
        of_two = ""
    for prop in declaring.read([total_in(display, declaring.displays), of_two]):
        told = [each for each in known.claims if each.step is not None] + [
            each for each in known.facts if is_value(each.prop)
        ]
        if not any(each.prop.free & prop.free for each in told):  # of letters that have a value it is a claim
            declaring.suppose(prop, display, heard)
    for fact in brought_back(display, declaring.displays, known.dormant):
        known.add(known.fact(fact.prop, "hypothesis", heard.line))
    if (said := random_in(display, declaring.displays)) is None:
        return
    about = {name for letter in said.names for name in (f"E[{letter}]", f"({letter} - E[{letter}])")}
    before = [fact for fact in known.facts if fact.part != known.part]  # these are others of that name
    known.drop([fact for fact in before if about & {str(getattr(each, "name", "")) for each in fact.prop.free}])
    for prop in _of_random(said, declaring, [each for each in declaring.displays if each.part == display.part]):
        declaring.suppose(prop, display, heard)
    if said.independent:
        known.has_said("independent", ahead=True)


def _has_members(display: Display, context: Context) -> list[Prop]:
    r"""Of a list, `x_1, \dots, x_n` or `a_0, a_1, \dots, a_n`, that it has the members that are written: n >= 1."""
    if "dots" not in display.text.text:
        return []
    found: dict[Prop, None] = {}
    for part in (each for clause in display.clauses for member in clause.members for each in every_part(member)):
        items = part.items if isinstance(part, tree.Sequence) else ()
        places = [each.sub for each in items if isinstance(each, tree.Scripted)]
        most = max(
            (int(each.text) for each in places if isinstance(each, tree.Number) and each.text.isdigit()), default=0
        )
        last = context.names.get(canonical(places[-1]) or "") if places and places[-1] is not None else None
        if most and any(isinstance(each, tree.Ellipsis) for each in items) and isinstance(last, Variable):
            if is_integer(last) and (last.least or 0) < most:
                found[Relation(">=", last, Number(Fraction(most)))] = None
    return list(found)


def _of_random(said: Random, declaring: Declaring, part: Sequence[Display]) -> list[Prop]:
    """What is said of the means and variances of random letters, that a family is independent, and what its average is."""
    if said.first:
        return random_family(said, declaring.context) + declaring.read([average_of(said, part)])
    of_each = [(rf"\mathbb{{E}}[{name}]", rf"\operatorname{{{said.spread}}}({name})") for name in said.names]
    texts = [f"{mean} = {said.mean}" for mean, _ in of_each if said.mean]
    return declaring.read(texts + [f"{variance} = {said.variance}" for _, variance in of_each if said.variance])


def orthonormal(name: str, first: str, last: str, context: Context) -> list[Prop]:
    """That the inner product of each two vectors is Kronecker's delta of their places; nothing where they are no vectors."""
    letter = "i" if last != "i" else "j"
    read = _each(rf"\langle {name}_{letter}, {name}_{letter} \rangle", letter, first, last, context)
    if read is None:
        return []
    body, low, high = read
    families = {each.sequence for each in body.subterms() if isinstance(each, VectorAt)}
    return [_of_two(vectors, delta(ONE_PLACE - OTHER_PLACE), low, high) for vectors in families]


def random_family(said: Random, context: Context) -> list[Prop]:
    """What is said of a family of random numbers, or vectors; of the mean and the variance of each also beyond its end."""
    (name,), first, last = said.names, said.first, said.last
    letter = next(
        (each for each in SUBSCRIPT.findall(said.mean + said.variance) if each != last), "i" if last != "i" else "j"
    )

    def read(latex: str) -> Any:
        return _each(latex, letter, first, last or first, context)

    both = read(rf"\mathbb{{E}}[{name}_{letter}]"), read(rf"\operatorname{{Var}}({name}_{letter})")
    if None in both:
        return []
    (mean, low, high), (variance, *_) = both
    values = _moments(f"{name}_{first}", said.law, context) if said.law else None
    if values is None:
        stated = [read(f"({latex})") if latex else None for latex in (said.mean, said.variance)]
        values = [None if each is None else each[0] for each in stated]
    if said.alike:
        firsts = [substitute(each, {ONE_PLACE: ONE}) for each in (mean, variance)]
        values = [one if value is None else value for value, one in zip(values, firsts, strict=True)]
    found: list[Prop] = [
        Each(ONE_PLACE, Relation("=", each, value), low, None)
        for each, value in zip((mean, variance), values, strict=True)
        if value is not None
    ]
    families = {each.sequence for each in variance.subterms() if isinstance(each, VectorAt)}
    if said.independent and len(families) == 1:
        (deviations,) = families
        squared = variance if values[1] is None else values[1]
        found.append(_of_two(deviations, delta(ONE_PLACE - OTHER_PLACE) * squared, low, high if last else None))
    return found


def with_products(given: Iterable[Prop]) -> set[Term]:
    """The families of vectors of which hypotheses give the inner product of each two, and so all that words on moments say."""
    found: set[Term] = set()
    measured: set[Term] = set()
    for prop in (given := list(given)):
        match prop:
            case Each(i, Relation("=", Pow(Norm(VectorAt(one, k))), value)) if k == i and one not in value.free:
                measured.add(one)
    for prop in given:
        match prop:
            case Each(i, Each(j, Relation("=", Inner(VectorAt(one, k), VectorAt(other, m)), value))):
                if one == other and (k, m) == (i, j) and (one not in value.free or one in measured):
                    found.add(one)
    return found


def with_members(statement: Prop, given: Iterable[Prop]) -> list[Prop]:
    """That the members which a statement names are among those of their families: X_2 of X_1, ..., X_n says that n >= 2."""
    places: dict[Term, set[Scalar]] = {}
    for part in statement.subterms():
        if isinstance(part, (ScalarAt, VectorAt)) and isinstance(part.index, (Number, Variable)):
            places.setdefault(part.sequence, set()).add(part.index)
    found: list[Prop] = []
    for prop in given:
        match prop:
            case Each(_, Each(_, Relation("=", Inner(VectorAt(family), _))), Scalar() as low, Scalar() as high):
                for place in sorted(places.get(family, ()), key=str):
                    if place.free <= statement.free:  # no index of a sum
                        found += [Relation("<=", low, place), Relation("<=", place, high)]
    return found


def _moments(letter: str, law: str, context: Context) -> list[Scalar | None] | None:
    """The mean and the variance of a letter of a distribution."""
    (clause,) = parse(rf"{letter} \sim {law}").clauses
    read = ask(resolve_statement, clause, context)
    if not isinstance(read, Reading) or not isinstance(read.term, And):
        return None
    return [scalar(each.right) for each in read.term.args if isinstance(each, Relation)]


def _each(latex: str, letter: str, first: str, last: str, context: Context) -> tuple[Any, Scalar, Scalar] | None:
    """A term at the index ONE_PLACE, and the range of that; None where it is not read."""
    added = parse(rf"\sum_{{{letter}={first}}}^{{{last}}} {latex}")
    read = ask(lambda: resolve(added.clauses[0].members[0], context))
    if not isinstance(read, Reading) or not isinstance(read.term, Sum):
        return None
    return substitute(read.term.body, {read.term.index: ONE_PLACE}), read.term.low, read.term.high


def _of_two(vectors: Any, value: Scalar, low: Scalar, high: Scalar | None) -> Each:
    two = Relation("=", inner(VectorAt(vectors, ONE_PLACE), VectorAt(vectors, OTHER_PLACE)), value)
    return Each(ONE_PLACE, Each(OTHER_PLACE, two, low, high), low, high)


def perpendicular(word: str, props: Sequence[Prop], texts: Sequence[str]) -> list[str] | None:
    r"""What "orthogonal" says of vectors, by what it would say of each as a matrix, `p^\top p = I`: that each two have the inner
    product 0; nothing of one alone. None for other words, and for matrices."""
    items = [getattr(letter, "item", letter) for prop in props for letter in prop.free]
    columns = any(isinstance(each, MatrixVariable) and each.columns == SINGLE for each in items)
    if (
        word.lower() != "orthogonal"
        or r"\langle" in texts[0]
        or not (columns or any(isinstance(each, VectorVariable) for each in items))
    ):
        return None
    names = [text.partition(r"^\top")[0] for text in texts]
    return [rf"\langle {one}, {other} \rangle = 0" for k, one in enumerate(names) for other in names[:k]]
