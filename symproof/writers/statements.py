r"""Statements as LaTeX, and in words what is declared of their letters.

A quantifier over a plain relation follows it in words, as in print; inside another statement it leads, in
brackets. N stands for the integers from 0 on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.point import MatrixValue, QuadraticFunction, SequenceValue
from symproof.printed import Approx
from symproof.properties import Property
from symproof.rates import BigO
from symproof.writers.latex import RELATIONS, SETS, SIGNS, latex, latex_digits, latex_inline
from symproof.writers.letters import latex_name, read_letter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from symproof.point import Point

ATOMIC = (st.Relation, st.Minimizer, st.SumsTo, Property, Approx, BigO)
PROPERTIES = {
    "convex": "convex", "differentiable": "differentiable", "smooth": "smooth",
    "strongly_convex": "strongly convex", "lipschitz": "Lipschitz",
}  # fmt: skip
WORDS = {"real": "real", "rational": "rational", "integer": "integer", "natural": "natural"}


def latex_statement(prop: st.Prop) -> str:
    r"""A statement as LaTeX.

    >>> from symproof import each, index, natural, sequence
    >>> n, a = natural("n"), sequence("a")
    >>> latex_statement(each(n, a[n] >= 0))
    'a_{n} \\ge 0 \\quad \\text{for all } n \\in \\mathbb{N}'
    """
    ranges = []
    body = prop
    while isinstance(body, st.Each):
        ranges.append(_range(body))
        body = body.body
    if ranges and isinstance(body, ATOMIC):
        return rf"{_prop(body)} \quad \text{{for all }} {', '.join(ranges)}"
    return _prop(prop)


def latex_member(term: tm.Term) -> str:
    r"""A member of a chain as LaTeX: a term, or a statement, in brackets where `\iff` beside it would split it."""
    return _grouped(term) if isinstance(term, st.Prop) else latex(term)


def _prop(prop: st.Prop) -> str:
    match prop:
        case st.Relation(kind, left, right):
            return f"{latex(left)} {RELATIONS[kind]} {latex(right)}"
        case st.And(args):
            return r" \text{ and } ".join(map(_grouped, args))
        case st.Or(args):
            return r" \text{ or } ".join(map(_grouped, args))
        case st.Not(arg):
            return rf"\lnot {_brackets(_prop(arg))}"
        case st.Implies(left, right):
            return rf"{_grouped(left)} \implies {_grouped(right)}"
        case st.Iff(left, right):
            return rf"{_grouped(left)} \iff {_grouped(right)}"
        case st.Each(body=body):
            return rf"\forall {_range(prop)} : {_prop(body)}"
        case st.Exists(body=body):
            return rf"\exists {_range(prop)} : {_prop(body)}"
        case Property(kind, function, constant):
            name = latex_name(function.name)
            what = PROPERTIES[kind]
            return (
                rf"{name} \text{{ is {what}}}"
                if constant is None
                else rf"{name} \text{{ is }} {latex(constant)}\text{{-{what}}}"
            )
        case Approx(term, digits):
            return rf"{latex(term)} \approx {latex_digits(digits)}"
        case BigO(term, bound, variable):
            order = rf"O{_brackets(latex(bound))}"
            return rf"{latex(term)} = {order} \quad ({latex_name(variable.name)} \to \infty)"
        case st.SumsTo(body, index, low, value):
            inside = latex(body)
            inside = rf"\left( {inside} \right)" if isinstance(body, (tm.Add, tm.Neg)) else inside
            return rf"\sum_{{{latex_name(index.name)}={latex(low)}}}^{{\infty}} {inside} = {latex(value)}"
        case st.Minimizer(point, body, variable, unique):
            place = latex_name(variable.name)
            if isinstance(variable, tm.Variable) and variable.sign:
                place = f"{place} {SIGNS[variable.sign]}"
            inner = latex(body)
            if isinstance(body, (tm.Add, tm.Neg)):
                inner = rf"\left[ {inner} \right]"
            return rf"{latex(point)} {'=' if unique else chr(92) + 'in'} \operatorname*{{arg\,min}}_{{{place}}} {inner}"
        case _:
            raise UnknownOperator(f"no LaTeX for {type(prop).__name__}; add its case to writers/statements.py")


def _grouped(prop: st.Prop) -> str:
    return _prop(prop) if isinstance(prop, ATOMIC) else _brackets(_prop(prop))


def _brackets(text: str) -> str:
    tall = any(command in text for command in (r"\frac", r"\sum", r"\prod", r"\left", r"\operatorname*"))
    return rf"\left( {text} \right)" if tall else f"({text})"


def _range(prop: st.Each | st.Exists) -> str:
    symbol, low, high = prop.symbol, prop.low, prop.high
    if low is None and high is None:
        return _domain(symbol)
    name = latex_name(symbol.name)
    known = isinstance(symbol, tm.Variable) and symbol.domain == "natural" and low is None
    lower = latex(low) if low is not None else str(getattr(symbol, "least", None) or 0) if known else ""
    if high is None:
        return rf"{name} \in \mathbb{{Z}},\ {name} \ge {lower}"
    if not lower:
        return rf"{name} \in \mathbb{{Z}},\ {name} \le {latex(high)}"
    return rf"{lower} \le {name} \le {latex(high)}"


def _domain(symbol: st.Symbol) -> str:
    """A letter with what its declaration says of it."""
    name = latex_name(symbol.name)
    match symbol:
        case tm.Variable(domain=domain, sign=sign, least=least):
            if domain == "real" and sign:
                return f"{name} {SIGNS[sign]}"
            bound = rf",\ {name} {SIGNS[sign]}" if sign else rf",\ {name} \ge {least}" if least else ""
            return rf"{name} \in {SETS[domain]}{bound}"
        case tm.ResidueVariable(over=over):
            return rf"{name} \in {latex_inline(over)}"
        case tm.MatrixVariable(rows=rows, columns=columns):
            sizes = _size(rows) if symbol.is_column else rf"{_size(rows)} \times {_size(columns)}"
            return rf"{name} \in \mathbb{{R}}^{{{sizes}}}"
        case _:
            return name


def _size(where: tm.Cyclic | tm.Interval) -> str:
    """An index set as the exponent of R: n for 1..n."""
    return latex_inline(where.high if isinstance(where, tm.Interval) and where.low == tm.ONE else where)


# Points ---------------------------------------------------------------------------------------------


def latex_point(point: Point) -> tuple[str, ...]:
    r"""A point as equations, sequences member by member: `T = 1`, `\mathbf{w}_{1} = (0, 1)`."""
    shown: list[str] = []
    for symbol, value in point.values.items():
        letter = read_letter(str(getattr(symbol, "name", symbol)))
        match value:
            case SequenceValue(table, tail):
                shown += [f"{letter.at(str(k))} = {_value(member)}" for k, member in sorted(table.items())]
                if not table:
                    shown.append(f"{letter.at('k')} = {_value(tail)}")
            case QuadraticFunction():
                on_vectors = not isinstance(symbol, tm.Function) or symbol.on == "vector"
                shown.append(f"{letter.latex}(x) = {_quadratic(value, on_vectors)}")
            case MatrixValue(rows):
                table_text = r";\ ".join(r",\ ".join(map(_value, row)) for row in rows)
                shown.append(rf"{letter.latex} = [{table_text}]")
            case _:
                name = latex_inline(symbol) if isinstance(symbol, tm.Elementary) else letter.latex
                shown.append(f"{name} = {_value(value)}")
    return tuple(shown)


def _quadratic(value: QuadraticFunction, on_vectors: bool) -> str:
    parts = [str(value.constant)] if value.constant else []
    if any(value.linear):
        parts.append(rf"\langle {_value(value.linear)}, x \rangle" if on_vectors else rf"{value.linear[0]} \cdot x")
    if value.curvature:
        square = r"\lVert x \rVert^{2}" if on_vectors else "x^{2}"
        parts.append(f"{latex(tm.Number(value.curvature / 2))} {square}")
    return " + ".join(parts).replace("+ -", "- ") or "0"


def _value(value: object) -> str:
    if isinstance(value, tm.Scalar):
        return latex(value)
    return f"({', '.join(map(str, value))})" if isinstance(value, tuple) else str(value)


# Declarations -------------------------------------------------------------------------------------


def latex_definition(matrix: tm.EntryLaw) -> str:
    r"""A matrix that is given by its entries: `C_{i, j} = a_{i - j} \quad (i, j \in \mathbb{Z}/n)`."""
    row, column = latex_name(matrix.row.name), latex_name(matrix.column.name)
    if matrix.is_column:
        return rf"{read_letter(matrix.name).at(row)} = {latex(matrix.body)} \quad ({_inside(row, matrix.rows)})"
    entry = read_letter(matrix.name).at(f"{row}, {column}")
    where = _places(row, matrix.rows, column, matrix.columns)
    return rf"{entry} = {latex(matrix.body)} \quad ({where})"


def _places(row: str, rows: tm.Cyclic | tm.Interval, column: str, columns: tm.Cyclic | tm.Interval) -> str:
    if rows == columns:
        return _inside(f"{row}, {column}", rows)
    return rf"{_inside(row, rows)},\ {_inside(column, columns)}"


def _inside(name: str, where: tm.Cyclic | tm.Interval) -> str:
    if isinstance(where, tm.Cyclic):
        return rf"{name} \in {latex(where)}"
    return rf"{latex(where.low)} \le {name} \le {latex(where.high)}"


def latex_definitions(props: Iterable[tm.Term]) -> tuple[str, ...]:
    """The definitions of all matrices in the statements that are given by their entries, by name."""
    found = {
        part
        for prop in props
        for part in prop.subterms()
        if isinstance(part, tm.EntryLaw) and part.name not in ("", "0")
    }
    return tuple(dict.fromkeys(latex_definition(matrix) for matrix in sorted(found, key=lambda matrix: matrix.name)))


def latex_declarations(symbols: Iterable[tm.Term]) -> tuple[str, ...]:
    r"""What is declared of free symbols, as phrases in which mathematics stands between dollar signs.

    >>> from symproof import natural, positive, vectors
    >>> latex_declarations([*vectors("u v"), natural("n", at_least=1), positive("eta")])
    ('$\\eta > 0$', '$n \\in \\mathbb{N}$ with $n \\ge 1$', 'vectors $u$, $v$')
    """
    groups: dict[str, list[str]] = {}
    for symbol in sorted(symbols, key=_order):
        head, text = _declaration(symbol)
        groups.setdefault(head or text, []).append(text)
    phrases: list[str] = []
    for head, texts in groups.items():
        one, _, rest = head.partition("|")
        many, _, tail = rest.partition("|")
        if head == texts[0]:
            phrases += texts
        elif not one:  # x, y \in \mathbb{R}
            phrases.append(", ".join(f"${text}$" for text in texts).removesuffix("$") + f" {tail}$")
        else:
            named = ", ".join(f"${text}$" for text in texts)
            phrases.append(f"{one if len(texts) == 1 else many} {named}{tail}")
    return tuple(phrases)


def _order(symbol: tm.Term) -> tuple[int, list[str | int]]:
    """By kind, and then by name as a reader counts: x_2 before x_10."""
    kinds = (tm.Variable, tm.ResidueVariable, tm.VectorVariable, tm.Sequence, tm.Function, tm.MatrixVariable)
    rank = next((place for place, kind in enumerate(kinds) if isinstance(symbol, kind)), len(kinds))
    integers = isinstance(symbol, tm.Variable) and symbol.domain in ("integer", "natural")
    parts = re.split(r"([0-9]+)", str(getattr(symbol, "name", "")))
    return 2 * rank + integers, [int(part) if place % 2 else part for place, part in enumerate(parts)]


def _declaration(symbol: tm.Term) -> tuple[str, str]:
    """What letters of a kind share, as "one|many|tail", and the letter; or "" and a phrase that says all."""
    match symbol:
        case tm.Variable(name, domain="natural", sign="", least=int(least)) if least:
            return "", rf"${latex_name(name)} \in \mathbb{{N}}$ with ${latex_name(name)} \ge {least}$"
        case tm.Variable(name, domain=domain, sign=""):
            return rf"||\in {SETS[domain]}", latex_name(name)
        case tm.ResidueVariable(name, over):
            return rf"||\in {latex_inline(over)}", latex_name(name)
        case tm.Variable():
            return "", f"${_domain(symbol)}$"
        case tm.VectorVariable(name):
            return "a vector|vectors|", latex_name(name)
        case tm.Sequence(name, item, over, start):
            letter = read_letter(name)
            what = "vectors" if isinstance(item, tm.VectorVariable) else _members(item)
            if over is not None:
                return f"a family of {what}|families of {what}|", rf"({letter.at('k')})_{{k \in {latex_inline(over)}}}"
            return f"a sequence of {what}|sequences of {what}|", rf"({letter.at('k')})_{{k \ge {start}}}"
        case tm.Function(name, on):
            what = "a vector" if on == "vector" else "a real number"
            return f"a real-valued function|real-valued functions| of {what}", latex_name(name)
        case tm.MatrixVariable(name, rows) if symbol.is_column:
            return "a column|columns|", rf"{latex_name(name)} = ({read_letter(name).at('i')}),\ " + _inside("i", rows)
        case tm.MatrixVariable(name, rows, columns):
            return "a matrix|matrices|", rf"{latex_name(name)} = ({read_letter(name).at('i, j')}),\ " + _places(
                "i", rows, "j", columns
            )
        case _:
            raise UnknownOperator(f"no words for {type(symbol).__name__}; add its case to writers/statements.py")


def _members(item: tm.Variable | tm.VectorVariable) -> str:
    if not isinstance(item, tm.Variable):
        return "vectors"
    numbers = "integers" if item.domain in ("integer", "natural") else f"{item.domain} numbers"
    if item.least is not None:
        return rf"{numbers} $\ge {item.least}$"
    return f"{numbers} ${SIGNS[item.sign]}$" if item.sign else numbers
