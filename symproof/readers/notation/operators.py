r"""Operators that reach over what follows: functions with a name, sums and limits, integrals, gradients, quantifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.notation.bare_sums import with_range
from symproof.readers.notation.commands import LIMITS
from symproof.readers.notation.problem import Problem
from symproof.readers.notation.scripts import scripts
from symproof.readers.notation.tree import (
    Big,
    Function,
    Juxtaposed,
    Logic,
    Mark,
    Nabla,
    Name,
    Node,
    Number,
    Quantifier,
    Quotient,
    Scripted,
)

if TYPE_CHECKING:
    from symproof.readers.notation.parser import Parser

ARGUMENTS = frozenset(("number", "name", "frac", "sqrt", "style", "accent", "{", "word", "binom", "nabla", "begin"))


def function(p: Parser) -> Node:
    r"""`\sin`, with its scripts and its argument: brackets, or the letters and numbers that follow."""
    i = p.i
    name, start = p.texts[i], p.starts[i]
    p.i += 1
    if name == "arg" and p.texts[p.i] in ("min", "max"):
        p.texts[p.i] = f"arg{p.texts[p.i]}"
        return big(p)
    mark = scripts(p, Mark(start, p.ends[i], name))
    sub, sup, primes = (mark.sub, mark.sup, mark.primes) if isinstance(mark, Scripted) else (None, None, 0)
    if isinstance(mark, (Scripted, Mark)):
        kind = p.kinds[p.i]
        while kind == "quad" and p.level:
            p.i += 1
            kind = p.kinds[p.i]
        if kind == "open" or (kind == "bar" and not (p.bars and p.bars[-1] == p.texts[p.i])):
            argument = p.primary()
            return Function(start, argument.end, name, argument, sub, sup, primes, kind == "open")
        if kind in ("function", "big", "operator"):
            inner = p.item()
            return Function(start, inner.end, name, inner, sub, sup, primes)
        items: list[Node] = []
        while p.kinds[p.i] in ARGUMENTS and not (p.integrals and differential(p)):
            items.append(p.item())
        if not items:
            return Function(start, p.here, name, None, sub, sup, primes)
        end = items[-1].end
        argument = items[0] if len(items) == 1 else Juxtaposed(items[0].start, end, tuple(items))
        return Function(start, end, name, argument, sub, sup, primes)
    raise Problem(i, "a factorial of a function")


def big(p: Parser) -> Node:
    """A big operator, its bounds, and the product (of argmin and argmax: the sum) after it."""
    i = p.i
    operator, start = p.texts[i].lower(), p.starts[i]
    p.i += 1
    mark = scripts(p, Mark(start, p.ends[i], operator))
    lower, upper = (mark.sub, mark.sup) if isinstance(mark, Scripted) else (None, None)
    if isinstance(mark, Scripted) and mark.primes:
        raise Problem(i, "a prime on an operator")
    while p.kinds[p.i] == "quad" and p.level:
        p.i += 1
    kind = p.kinds[p.i]
    angle = operator in ("sum", "prod") and p.texts[p.i] == "<"  # `\sum_t <x_t, y_t>`
    if kind not in STARTS_BODY and not angle and not (kind == "bar" and not (p.bars and p.bars[-1] == p.texts[p.i])):
        return Big(start, p.here, operator, lower, upper, None)
    if operator.endswith("int"):
        return _integral(p, operator, lower, upper, start)
    if operator in LIMITS and lower is None and kind == "open":
        among = p.item()
        return Big(start, among.end, operator, None, None, among)
    body = p.sum() if operator.startswith("arg") else p.product()
    return with_range(start, body.end, operator, lower, upper, body)


STARTS_BODY = frozenset((
    "number", "name", "word", "open", "style", "accent", "frac", "sqrt", "function", "big", "operator", "binom",
    "nabla", "{", "brace", "begin", "sign", "ellipsis", "unit",
))  # fmt: skip


def _integral(p: Parser, operator: str, lower: Node | None, upper: Node | None, start: int) -> Node:
    if braced := _is_braced(p):
        p.i += 1
    made = _after_the_sign(p, operator, lower, upper, start)
    if braced and p.kinds[p.i] == "}":
        p.i += 1
    return made


def _is_braced(p: Parser) -> bool:
    r"""Whether braces stand around all behind an integral sign, `\int {f(t) dt}`."""
    if p.kinds[p.i] != "{":
        return False
    depth, end = 1, p.i + 1
    while depth and p.kinds[end] != "end":
        depth += {"{": 1, "}": -1}.get(p.kinds[end], 0)
        end += 1
    return not depth and p.kinds[end - 3 : end - 1] == ["name", "name"] and p.texts[end - 3] == "d"


def _after_the_sign(p: Parser, operator: str, lower: Node | None, upper: Node | None, start: int) -> Node:
    p.integrals += 1
    body: Node | None = None if differential(p) else p.sum()
    p.integrals -= 1
    if not differential(p):
        over, letter = _in_numerator(body)
        return Big(start, body.end if body else p.here, operator, lower, upper, over, letter)
    while p.kinds[p.i] in ("style", "{", "}"):
        p.i += 1
    p.i += 1
    while p.kinds[p.i] == "}":
        p.i += 1
    letter = p.item()
    return Big(start, letter.end, operator, lower, upper, body, letter)


def _in_numerator(body: Node | None) -> tuple[Node | None, Node | None]:
    r"""`\frac{dx}{x^3}` after an integral sign, as the quotient and its letter."""
    match body:
        case Quotient(
            start=start, end=end, top=Juxtaposed(items=(*rest, Name(text="d"), Name() as letter)), bottom=bottom
        ):
            top = (
                Number(start, start, "1")
                if not rest
                else rest[0]
                if len(rest) == 1
                else Juxtaposed(start, end, tuple(rest))
            )
            return Quotient(start, end, top, bottom), letter
    return body, None


def differential(p: Parser) -> bool:
    r"""Whether a differential stands here: `dx`, `\mathrm{d}x`."""
    kinds, texts, i = p.kinds, p.texts, p.i
    if kinds[i] == "style" and texts[i] in ("mathrm", "mathsf") and kinds[i + 1] == "{" and texts[i + 2] == "d":
        return kinds[i + 3] == "}" and kinds[i + 4] in ("name", "style", "accent")
    if kinds[i] == "style" and texts[i] == "mathrm" and texts[i + 1] == "d":
        return kinds[i + 2] in ("name", "style", "accent")
    return (
        kinds[i] == "name" and texts[i] == "d" and (kinds[i + 1] in ("name", "style", "accent") or _of_a_term(p, i + 1))
    )


def _of_a_term(p: Parser, at: int) -> bool:
    r"""Whether a term in brackets, a quotient or a function ends an integral behind its d: `\int e^{2x} d(2x)`."""
    kinds, depth = p.kinds, 0
    if kinds[at] not in ("open", "frac", "function"):
        return False
    while kinds[at] not in ENDS_INTEGRAL or (depth and kinds[at] != "end"):
        if kinds[at] == "name" and p.texts[at] == "d" and not depth:
            return False  # of another differential
        depth += {"open": 1, "{": 1, "close": -1, "}": -1}.get(kinds[at], 0)
        if depth < 0:
            return False
        if not depth and kinds[at] == "close" and kinds[at + 1] not in (*ENDS_INTEGRAL, "end"):
            return False  # f d(x) g
        at += 1
    return True


ENDS_INTEGRAL = frozenset(("rel", "sign", "newline", "end", "amp", "comma", "period", "conn", "quad", "text"))
"""What stands behind an integral."""


def nabla(p: Parser) -> Node:
    """A gradient sign, with the letters that it is taken in as its scripts."""
    i = p.i
    p.i += 1
    mark = scripts(p, Mark(p.starts[i], p.ends[i], "nabla"))
    if isinstance(mark, Mark):
        return Nabla(mark.start, mark.end)
    if isinstance(mark, Scripted) and not mark.primes:
        return Nabla(mark.start, mark.end, mark.sub, mark.sup)
    raise Problem(i, "a gradient with a mark")


def quantifier(p: Parser) -> Node:
    """`for all` or `there is`: what it binds, and what it says after a colon, a bar or a comma, if anything."""
    i = p.i
    p.i += 1
    binding = p.chain()
    body = None
    if (p.kinds[p.i] == "rel" and p.texts[p.i] in ("colon", "mid")) or p.kinds[p.i] == "comma":
        p.i += 1
        body = p.logic()
    return Quantifier(p.starts[i], p.here, p.texts[i], binding, body)


def negation(p: Parser) -> Node:
    """`not`, of the one chain of relations that follows it."""
    i = p.i
    p.i += 1
    claim = p.chain()
    return Logic(p.starts[i], claim.end, "not", (claim,))


def divisor(p: Parser) -> Node:
    r"""What stands behind `\div`: a fraction that is typed without spaces, as the 15/16 of `5/8 \div 15/16`, is one term."""
    right = p.factor()
    if p.kinds[p.i] == "slash" and right.end == p.starts[p.i] and p.ends[p.i] == p.starts[p.i + 1]:
        p.i += 1
        bottom = p.factor()
        return Quotient(right.start, bottom.end, right, bottom, "slash")
    return right
