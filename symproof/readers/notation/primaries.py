"""Operands, one function for each kind of token that starts one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.notation import operators
from symproof.readers.notation.commands import FUNCTIONS, LIMITS
from symproof.readers.notation.moduli import with_modulus
from symproof.readers.notation.problem import Problem
from symproof.readers.notation.scripts import script
from symproof.readers.notation.tree import (
    Add,
    Binomial,
    Chain,
    Ellipsis,
    Fence,
    Function,
    Juxtaposed,
    Mark,
    Missing,
    Nabla,
    Name,
    Node,
    Number,
    Quotient,
    Root,
    Scripted,
    Sequence,
    Table,
    Text,
    items_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from symproof.readers.notation.parser import Parser

WORDS = frozenset((
    *FUNCTIONS.split(), "ln", "sgn", "sign", "tr", "trace", "rank", "diag", "sigmoid", "relu", "ReLU",
    "Tr", "Trace", "Det", "Rank", "Diag", "Log", "Exp", "sech", "csch", "arcsinh", "arccosh", "arctanh", "lcm",
    "softmax", "softplus",
))  # fmt: skip
BIG_WORDS = frozenset((*LIMITS, "Argmin", "Argmax", "arginf", "argsup"))
OTHERWISE = ("otherwise", "else", "elsewhere")
"""Words for the last of several cases."""
PARTNERS = {"(": ")]", "[": "])", "{": "}", "<": ">", "lfloor": "rfloor", "lceil": "rceil", "|": "|", "||": "||"}


def _word(p: Parser) -> Node:
    """A word in upright letters: a name, or a function or operator that is known by it."""
    i = p.i
    text = p.texts[i]
    if text in BIG_WORDS:
        return operators.big(p)
    if text in WORDS:
        return operators.function(p)
    p.i += 1
    return Name(p.starts[i], p.ends[i], text, p.tokens.styles.get(i, "mathrm"))


def _operator(p: Parser) -> Node:
    r"""`\operatorname{name}`."""
    if p.texts[p.i] in BIG_WORDS:
        return operators.big(p)
    if p.texts[p.i] in WORDS:
        return operators.function(p)
    i = p.i
    p.i += 1
    if p.kinds[p.i] == "name" and p.texts[i].islower() and len(p.texts[i]) > 2 and p.texts[i] != "dom":
        raise Problem(i, f"{p.texts[i]} is no function that is known; with brackets it is one of the text's own")
    return Name(p.starts[i], p.ends[i], p.texts[i], "mathrm")


def _open(p: Parser) -> Node:
    """Brackets that say where they open."""
    i = p.i
    left, start = p.texts[i], p.starts[i]
    apart = i in p.tokens.spaced
    p.i += 1
    if p.kinds[p.i] == "close" and left in ("(", "[", "{"):
        p.i += 1
        return Fence(start, p.here, left, p.texts[p.i - 1], None, apart)
    body = with_modulus(p, p.inside())
    if p.kinds[p.i] != "close":
        raise Problem(p.i, f"the bracket {left} is not closed")
    right = p.texts[p.i]
    if "." not in (left, right) and right not in PARTNERS.get(left, ""):
        raise Problem(p.i, f"the bracket {left} is closed by {right}")
    p.i += 1
    if (left, right) == ("{", ".") and (cases := _cases(body)):
        return Table(start, p.here, "cases", cases)
    if (left, right) == ("[", "]") and (rows := _rows(body)):
        return Table(start, p.here, "bmatrix", rows)
    return Fence(start, p.here, left, right, _arguments(body) if left == "(" else body, apart)


def _arguments(body: Node) -> Node:
    """The arguments `\\mu, \\sigma; x`, which a semicolon parts in two, as one list; numbers may have commas in them."""
    if not isinstance(body, Sequence) or body.separator != ";":
        return body
    items = [each for item in body.items for each in items_of(item)]
    if len(items) == len(body.items) or all(isinstance(each, Number) for each in items):
        return body
    return Sequence(body.start, body.end, tuple(items))


def _cases(body: Node) -> tuple[tuple[Node, ...], ...]:
    r"""The rows of an array behind a brace, `x, & x > 0 \\ 0, & x \le 0`: values and their conditions; none of another array."""
    if not isinstance(body, Table) or body.kind != "array":
        return ()
    rows = tuple((row[0], row[2]) if len(row) == 3 and _is_if(row[1]) else row for row in body.rows)
    fine = all(len(row) == 2 and not isinstance(row[0], (Chain, Text)) and _is_condition(row[1]) for row in rows)
    return rows if fine else ()


def _is_if(node: Node) -> bool:
    return isinstance(node, Text) and node.text.strip(" ,").lower() in ("if", "for", "when", "")


def _is_condition(node: Node) -> bool:
    return isinstance(node, Chain) or (isinstance(node, Text) and node.text.strip(" .,").lower() in OTHERWISE)


def _rows(body: Node) -> tuple[tuple[Node, ...], ...]:
    """The rows of a matrix in a line, `[1, 2; 3, 4]`; none where it may be an interval, `[0; 1]`."""
    if not isinstance(body, Sequence) or body.separator != ";":
        return ()
    rows = tuple(items_of(item) for item in body.items)
    return rows if len(rows) > 2 or any(len(row) > 1 for row in rows) else ()


def _bar(p: Parser) -> Node:
    """Bars: of a length that says that they open here, since an operand is needed."""
    i = p.i
    text, start = p.texts[i], p.starts[i]
    apart = i in p.tokens.spaced
    if text == "||" and p.tokens.source[start] == "|":
        partner = p.next_bar.get(i)
        if partner is not None and p.texts[partner] == "|":  # ||x| - |y||: an absolute value within another
            p.texts[i], p.starts[i] = "|", start + 1
            return _closed_by_bar(p, "|", start, apart)
    p.i += 1
    return _closed_by_bar(p, text, start, apart)


def _closed_by_bar(p: Parser, text: str, start: int, apart: bool) -> Node:
    body = p.inside(text)
    i = p.i
    if p.kinds[i] != "bar":
        raise Problem(i, f"the bar {text} is not closed")
    if p.texts[i] == text:
        p.i += 1
    elif text == "|" and p.tokens.source[p.starts[i]] == "|":
        p.texts[i], p.starts[i] = "|", p.starts[i] + 1  # one of the two bars is used up
        return Fence(start, p.starts[i], text, text, body, apart)
    else:
        raise Problem(i, f"the bar {text} is closed by {p.texts[i]}")
    return Fence(start, p.here, text, text, body, apart)


def _angle(p: Parser) -> Node:
    """`<x, y>` with the signs of an order, where no order can stand."""
    if p.texts[p.i] != "<":
        raise Problem(p.i, "a relation where a term is needed")
    start = p.starts[p.i]
    p.i += 1
    body = p.inside(angles=True)
    if p.kinds[p.i] != "rel" or p.texts[p.i] != ">":
        raise Problem(p.i, "the bracket < is not closed")
    p.i += 1
    return Fence(start, p.here, "<", ">", body)


def _group(p: Parser) -> Node:
    r"""Braces of TeX; around the name of a function alone they are none, `{\sin}^2 x`, `{\mathrm{log}}_2 8`."""
    i = p.i
    named = p.kinds[i + 1] == "function" or (p.kinds[i + 1] == "word" and p.texts[i + 1] in WORDS)
    if p.kinds[i + 1] == "big" and p.kinds[i + 2] == "}" and p.kinds[i + 3] in ("^", "_"):  # \mathop{\mathrm{argmin}}_x
        p.i += 2
        p.kinds[p.i], p.texts[p.i], p.starts[p.i] = "big", p.texts[i + 1], p.starts[i + 1]
        return operators.big(p)
    if named and p.kinds[i + 2] == "}" and p.kinds[i + 3] in ("^", "_"):
        p.i += 2
        p.kinds[p.i], p.texts[p.i], p.starts[p.i] = "function", p.texts[i + 1], p.starts[i + 1]
        return operators.function(p)
    return p.group()


def _argument(p: Parser) -> Node:
    r"""The argument of a command: a group or one token, as in `\frac12`."""
    i = p.i
    kind, text = p.kinds[i], p.texts[i]
    if kind == "number":
        digit = text[0]
        if digit == ".":
            raise Problem(i, "a decimal without braces as the argument of a command")
        if len(text) > 1:
            if text[1] == ".":
                raise Problem(i, "a decimal without braces as the argument of a command")
            p.texts[i] = text[1:]
            p.starts[i] += 1
            return Number(p.starts[i] - 1, p.starts[i], digit)
    if kind == "name" or kind == "number":
        p.i += 1
        return Name(p.starts[i], p.ends[i], text) if kind == "name" else Number(p.starts[i], p.ends[i], text)
    if kind in ("{", "style", "accent", "frac", "sqrt", "word", "operator"):
        return p.primary()
    raise Problem(i, "the argument of a command is missing")


def _fraction(p: Parser) -> Node:
    start, kind = p.starts[p.i], p.kinds[p.i]
    p.i += 1
    top = _argument(p)
    bottom = _argument(p)
    return (Quotient if kind == "frac" else Binomial)(start, max(p.here, bottom.end), top, bottom)


def infix_fraction(p: Parser, top: Node, start: int) -> Node:
    r"""`{n \choose k}` and `{a \over b}`."""
    kind = p.texts[p.i]
    p.i += 1
    bottom = p.inside()
    return Binomial(start, p.here, top, bottom) if kind == "choose" else Quotient(start, p.here, top, bottom)


def _root(p: Parser) -> Node:
    start = p.starts[p.i]
    unicode = p.tokens.source[start] != "\\"
    p.i += 1
    degree = None
    if p.kinds[p.i] == "open" and p.texts[p.i] == "[":
        p.i += 1
        while p.kinds[p.i] == "quad":
            p.i += 1
        degree = None if p.texts[p.i] == "]" else p.inside()  # `\\sqrt[]{x}`
        p.expect("close", "]")
    if unicode or (p.kinds[p.i], p.texts[p.i]) == ("open", "("):  # `\\sqrt(x + 1)`: a token cannot be meant
        body = p.primary() if p.kinds[p.i] in ("open", "{") else _argument_of_sign(p)
        return Root(start, p.here, body.body if isinstance(body, Fence) and body.body is not None else body, degree)
    body = _argument(p)
    return Root(start, max(p.here, body.end), body, degree)


def _argument_of_sign(p: Parser) -> Node:
    """What a bare root sign of Unicode covers: a whole number or a letter; more needs brackets."""
    i = p.i
    if p.kinds[i] == "number":
        p.i += 1
        return Number(p.starts[i], p.ends[i], p.texts[i])
    node = _argument(p)
    if p.kinds[p.i] in ("^", "_", "raised", "lowered"):
        raise Problem(p.i, "what the root covers is not clear; put it into brackets")
    return node


def _style(p: Parser) -> Node:
    r"""`\mathbf{w}`: the letters of the argument in that style."""
    i = p.i
    style, start = p.texts[i], p.starts[i]
    p.i += 1
    node = p.primary() if p.kinds[p.i] not in ("name", "number") else _argument(p)
    return _styled(p, node, style, start, i)


def _styled(p: Parser, node: Node, style: str, start: int, place: int) -> Node:
    end = p.here
    match node:
        case Name(text=text, style=inner, accents=accents):
            return Name(start, end, text, style if not inner or inner == style else f"{style} {inner}", accents)
        case Number(text=text):
            named = style not in ("mathrm", "mathit") and (len(text) == 1 or style != "mathbf")  # \textbf{80} is 80
            return Name(start, end, text, style) if named else node
        case Scripted(base=base, sub=sub, sup=sup, primes=primes):
            return Scripted(start, end, _styled(p, base, style, start, place), sub, sup, primes)
        case Juxtaposed(items=items):
            if style == "mathrm" and all(isinstance(each, Name) for each in items):
                return Name(start, end, "".join(each.text for each in items if isinstance(each, Name)), style)
            return Juxtaposed(start, end, tuple(_styled(p, each, style, each.start, place) for each in items))
        case Sequence(items=items, separator=separator):
            return Sequence(start, end, tuple(_styled(p, each, style, each.start, place) for each in items), separator)
        case Add(terms=terms):
            return Add(start, end, tuple((sign, _styled(p, each, style, each.start, place)) for sign, each in terms))
        case Fence() | Function() | Mark() | Quotient():
            return node  # bold brackets and signs change nothing
    raise Problem(place, f"\\{style} of something that is no letter")


def _accent(p: Parser) -> Node:
    i = p.i
    accent, start = p.texts[i], p.starts[i]
    p.i += 1
    if accent == "vec" and p.kinds[p.i : p.i + 3] == ["{", "nabla", "}"]:
        p.i += 3
        return Nabla(start, p.here)
    node = _argument(p)
    accent = {"widehat": "hat", "widetilde": "tilde", "overline": "bar", "overrightarrow": "vec"}.get(accent, accent)
    return _accented(node, accent, start, p.here)


def _accented(node: Node, accent: str, start: int, end: int) -> Node:
    match node:
        case Name(text=text, style=style, accents=accents):
            return Name(start, end, text, style, (*accents, accent))
        case Scripted(base=Name() as base, sub=sub, sup=sup, primes=primes):
            return Scripted(start, end, _accented(base, accent, start, end), sub, sup, primes)
        case Juxtaposed(items=items) if accent == "vec" and all(
            isinstance(each, Name) and not each.style for each in items
        ):
            return Name(start, end, "".join(each.text for each in items if isinstance(each, Name)), "", (accent,))
        case Number(text=text) if accent == "vec" or (
            accent == "underline" and text == "0"
        ):  # the zero vector is written as 0
            return node
        case _:
            return Function(start, end, accent, node, bracketed=True)


def _unit(p: Parser) -> Node:
    """Units of measurement."""
    p.i += 1
    return Name(p.starts[p.i - 1], p.here, p.texts[p.i - 1], "unit")


def _ellipsis(p: Parser) -> Node:
    p.i += 1
    return Ellipsis(p.starts[p.i - 1], p.here)


def _text(p: Parser) -> Node:
    p.i += 1
    return Text(p.starts[p.i - 1], p.here, p.texts[p.i - 1].strip())


def _mark(p: Parser) -> Node:
    """A sign that stands for itself: in a script, or as the place of an argument, `f(\\cdot)`."""
    i = p.i
    kind, text = p.kinds[i], p.texts[i]
    alone = p.kinds[i + 1] in ("close", "comma", "}", "bar") and p.level
    if (p.scripting and kind == "mark") or alone:
        p.i += 1
        return Mark(p.starts[i], p.ends[i], text)
    raise Problem(i, "an operator with nothing before it")


def _brace(p: Parser) -> Node:
    r"""`\underbrace{term}_{remark}`: the term."""
    p.i += 1
    node = _argument(p)
    while p.kinds[p.i] in ("_", "^"):
        script(p)
    return node


def _substack(p: Parser) -> Node:
    """Bounds below each other."""
    start = p.starts[p.i]
    p.i += 1
    p.expect("{")
    items = [p.inside()]
    while p.kinds[p.i] == "newline":
        p.i += 1
        items.append(p.inside())
    p.expect("}")
    return Sequence(start, p.here, tuple(items), "\\\\")


def _table(p: Parser) -> Node:
    r"""`\begin{pmatrix} ... \end{pmatrix}`: rows of cells."""
    i = p.i
    kind, start = p.texts[i], p.starts[i]
    p.i += 1
    rows: list[tuple[Node, ...]] = []
    row: list[Node] = []
    while True:
        end = p.kinds[p.i]
        if end in ("amp", "newline", "finish"):
            row.append(Missing(p.starts[p.i], p.starts[p.i]))
        else:
            row.append(with_modulus(p, p.inside()))
            if p.kinds[p.i] == "period" and p.kinds[p.i + 1] in ("newline", "finish"):
                p.i += 1  # the sentence ends
            end = p.kinds[p.i]
        if end not in ("amp", "newline", "finish"):
            raise Problem(p.i, f"this cannot stand in a cell of {kind}")
        p.i += 1
        if end == "amp":
            continue
        if not (end == "finish" and all(isinstance(cell, Missing) for cell in row)):
            rows.append(tuple(row))
        row = []
        if end == "finish":
            if p.texts[p.i - 1] != kind:
                raise Problem(p.i - 1, f"{kind} ends as {p.texts[p.i - 1]}")
            return Table(start, p.here, kind, tuple(rows))


PRIMARIES: dict[str, Callable[[Parser], Node]] = {
    "open": _open,
    "bar": _bar,
    "rel": _angle,
    "{": _group,
    "word": _word,
    "operator": _operator,
    "frac": _fraction,
    "binom": _fraction,
    "sqrt": _root,
    "style": _style,
    "accent": _accent,
    "function": operators.function,
    "big": operators.big,
    "nabla": operators.nabla,
    "ellipsis": _ellipsis,
    "unit": _unit,
    "text": _text,
    "mark": _mark,
    "op": _mark,
    "brace": _brace,
    "substack": _substack,
    "begin": _table,
    "quantifier": operators.quantifier,
    "lnot": operators.negation,
}
