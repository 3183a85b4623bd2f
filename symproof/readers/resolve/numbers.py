r"""Divisors and remainders of numbers: `\gcd(12, 18) = 6`, `17 \bmod 5 = 2`.

The language has none of these functions. Of numbers they are worked out; a congruence says that some whole number makes up
the difference.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm
from symproof.printed import DIGITS, Approx
from symproof.readers.notation import tree as t
from symproof.readers.resolve.dependence import PROBABILITY
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.values import Refused, Tuple, Value
from symproof.statement import Prop
from symproof.substitution import rebuild
from symproof.symbols import rational

if TYPE_CHECKING:
    from collections.abc import Callable

    from symproof.readers.resolve.letters import Names

DIVISORS = re.compile(
    r"\bgcd\b|greatest common|common divisor|coprime|relatively prime|Euclidean algorithm|\bggT\b", re.IGNORECASE
)
"""Words of a text in which (a, b) may be a greatest common divisor."""
SYMBOLS = re.compile(
    r"\b(?:legendre|jacobi|kronecker)(?:['’]s)?\s+symbol|\bquadratic\W+(?:non\W*)?residu", re.IGNORECASE
)
"""Words of a text in which a fraction in brackets may be a symbol of Legendre."""
NO_DIGITS = "about equal to what is no number in digits"
OF_WHOLE: dict[str, Callable[..., int]] = {"gcd": gcd, "lcm": lcm}


REPEATING = re.compile(r"(\d+)\.(\d*)\\overline\{(\d+)\}")
RECURRING = re.compile(r"(?P<block>\d{2,}?)(?P=block)+|(?P<before>\d*?)(?P<again>\d+?)(?P=again){2,}")


def repeating(text: str) -> tm.Number | None:
    r"""The number that `0.1\overline{6}` is; None for other digits."""
    found = REPEATING.fullmatch(text)
    if found is None or len(text) > 200:
        return None
    before, period = f"{found[1]}{found[2]}", found[3]
    scale = 10 ** len(found[2])
    return tm.Number(Fraction(int(before + period) - int(before), scale * (10 ** len(period) - 1)))


def cut_off(node: object) -> t.Number | None:
    r"""The digits shown of a decimal that goes on, `0.333\ldots`; None for anything else."""
    match node:
        case t.Juxtaposed(items=(t.Number(text=text) as digits, t.Ellipsis())) if re.fullmatch(r"\d+\.\d+", text):
            return digits
        case t.Add(terms=(("-", t.Juxtaposed() as inner),)):
            shown = cut_off(inner)
            return None if shown is None else t.Number(node.start, node.end, f"-{shown.text}")
    return None


def recurring(digits: str) -> tm.Number | None:
    """The value of a decimal that goes on, and whose digits are a block twice, 0.2727, or end with one three times, 1.1666; None
    for any other.

    >>> recurring("0.2727"), recurring("1.1666"), recurring("2.718281828")
    (3/11, 7/6, None)
    """
    whole, _, decimals = digits.partition(".")
    found = RECURRING.fullmatch(decimals)
    if found is None or len(digits) > 200:
        return None
    return repeating(rf"{whole}.{found['before'] or ''}\overline{{{found['block'] or found['again']}}}")


def first_digits(*sides: tuple[t.Node, object]) -> Prop | None:
    """What a decimal that goes on says of the value beside it: it has these digits and others after them, which are cut off or
    rounded. None beside another decimal, and where there is none."""
    for side, value in sides:
        cut = cut_off(side)
        if cut is None or not isinstance(value, tm.Scalar) or (isinstance(value, tm.Number) and "." in value.shown):
            continue
        if isinstance(value, tm.Variable) and (exact := recurring(cut.text)) is not None:
            return st.Relation("=", value, exact)
        near, unit = Decimal(cut.text), Decimal(1).scaleb(-len(cut.text.partition(".")[2]))
        low, high = (rational(f"{each:f}") for each in sorted((near, near + unit.copy_sign(near))))
        return st.Or((Approx(value, cut.text), st.And((st.Relation("<=", low, value), st.Relation("<=", value, high)))))
    return None


def percentage(node: t.Node) -> str:
    r"""The digits of `66.7\%` as a number, "66.7e-2"; "" for any other node."""
    match node:
        case t.Postfix(operator="%", body=t.Number(text=digits)) if (
            DIGITS.fullmatch(digits) and "e" not in digits.lower()
        ):
            return f"{digits}e-2"
        case t.Add(terms=(("-", inner),)):
            found = percentage(inner)
            return found and f"-{found}"
    return ""


def constant(term: tm.Term) -> Fraction | None:
    """The value of a term that is made of numbers by the four operations and whole powers."""
    match term:
        case tm.Number(value):
            return value
        case tm.Neg(arg):
            negated = constant(arg)
            return None if negated is None else -negated
        case tm.Add(args) | tm.Mul(args):
            total = Fraction(int(isinstance(term, tm.Mul)))
            for part in map(constant, args):
                if part is None:
                    return None
                total = total * part if isinstance(term, tm.Mul) else total + part
            return total
        case tm.Div(top, bottom):
            above, below = constant(top), constant(bottom)
            return None if above is None or not below else above / below
        case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and 0 <= exponent <= 64:
            inner = constant(base)
            return None if inner is None else inner**exponent.numerator
    return None


def _number(value: int) -> tm.Scalar:
    return tm.Number(Fraction(value))


def divisor(names: Names, node: t.Function, args: tuple[tm.Scalar, ...]) -> tm.Scalar:
    r"""`\gcd(12, 18)`, `\operatorname{lcm}(4, 6)` of whole numbers."""
    values = [constant(arg) for arg in args]
    if len(values) < 2 or any(value is None or value.denominator != 1 for value in values):
        raise Refused(node, f"{node.name} of what are no whole numbers in digits")
    names.note(f"{node.name} of numbers is worked out")
    return _number(OF_WHOLE[node.name](*(int(value) for value in values if value is not None)))


def are_pairs(left: Value, right: Value) -> bool:
    """Whether two pairs are compared, of which the first is none of letters, (x, y) = (2, 3): each may be a common divisor."""
    if not isinstance(left, Tuple) or not isinstance(right, Tuple) or len(left.items) != 2:
        return False
    return not all(isinstance(each, tm.Variable) for each in left.items)


def remainder(names: Names, left: tm.Scalar | tm.Residue, right: tm.Scalar, node: t.Node) -> tm.Scalar | tm.Residue:
    r"""`17 \bmod 5` of whole numbers; of an index that is taken modulo n anyway, `(i - 1) \bmod n`, it is the index."""
    if isinstance(left, tm.Residue):
        if right != left.over.modulus:
            raise Refused(node, f"a remainder of what is an index modulo {left.over.modulus}")
        return left
    a, b = constant(left), constant(right)
    if a is None or b is None or a.denominator != 1 or b.denominator != 1 or b <= 0:
        raise Refused(node, "the remainder of what are no whole numbers in digits")
    names.note("a remainder of numbers is worked out")
    return _number(int(a) % int(b))


def remainder_of_sum(node: t.Add) -> t.Product | None:
    r"""The remainder of the whole sum that `-5 \bmod 3` or `3 + 5 \bmod 7` may be; None of any other sum."""
    sign, last = node.terms[-1]
    if not isinstance(last, t.Product) or last.operators[-1] != "bmod":
        return None
    inner = replace(last, items=last.items[:-1], operators=last.operators[:-1]) if last.operators[1:] else last.items[0]
    return replace(
        last, items=(replace(node, terms=(*node.terms[:-1], (sign, inner))), last.items[-1]), operators=("bmod",)
    )


def modulus_of(node: t.Node) -> t.Node | None:
    r"""The n of `b \pmod n`."""
    return node.items[1] if isinstance(node, t.Product) and node.operators == ("pmod",) else None


def without_modulus(node: t.Node) -> t.Node:
    r"""The b of `b \pmod n`."""
    return node.items[0] if isinstance(node, t.Product) and node.operators == ("pmod",) else node


def may_be_symbol(node: t.Fence) -> bool:
    r"""Whether brackets hold nothing but a fraction over what may be an odd prime, `\left(\frac{a}{p}\right)`."""
    match node:
        case t.Fence(left="(", body=t.Quotient(how="frac", bottom=t.Number(text=digits))):
            return digits.isdigit() and int(digits) % 2 == 1 and digits != "1"
        case t.Fence(left="(", body=t.Quotient(how="frac", bottom=bottom)):
            return canonical(bottom) is not None
    return False


def of_inverses(term: tm.Scalar, modulus: tm.Scalar) -> tm.Scalar:
    """A term with whole numbers in place of the inverses and the quotients of numbers in it, modulo a number: 17**-1 is 5 modulo
    12, and 1/3 is 5 modulo 7. What has no inverse stays."""
    n = constant(modulus)

    def inverted(inner: tm.Term) -> tm.Term:
        match inner:
            case tm.Pow(base, tm.Add() as exponent) if (power := constant(exponent)) is not None and power >= 0:
                return tm.Pow(tm.scalar(inverted(base)), tm.Number(power))  # 3^{11 - 2}
            case tm.Pow(base, exponent) if (power := constant(exponent)) is not None and -64 <= power < 0:
                value = constant(tm.Div(tm.ONE, tm.Pow(base, tm.Number(-power))))
            case tm.Div():
                value = constant(inner)
            case _:
                value = None
        if value is None or n is None or n.denominator != 1 or n < 2 or gcd(value.denominator, int(n)) != 1:
            return rebuild(inner, inverted)
        return _number(value.numerator * pow(value.denominator, -1, int(n)) % int(n))

    found = inverted(term)
    assert isinstance(found, tm.Scalar)
    return found


def congruent(names: Names, left: tm.Scalar, right: tm.Scalar, modulus: tm.Scalar, node: t.Node) -> Prop:
    r"""`a \equiv b \pmod n`: the difference is a multiple. `a \mid b` is 0 for a, and b."""
    left, right = (each if tm.is_integer(each) else of_inverses(each, modulus) for each in (left, right))
    for term in (left, right, modulus):
        if not tm.is_integer(term):
            raise Refused(
                node, f"a congruence of {term}, which is not known to be whole; declare its letters as integers"
            )
    taken = {str(letter) for term in (left, right, modulus) for letter in term.free}
    name = next(name for name in ("k", "j", "l", "m", "q", "r", "s", "t", "u", "v") if name not in taken)
    multiple = tm.Variable(name, "integer")
    names.note("a congruence says that the difference is a multiple")
    if isinstance(left, tm.Variable) and constant(right):  # which says what the letter is
        return st.exists(multiple, st.Relation("=", left, modulus * multiple + right))
    return st.exists(multiple, st.Relation("=", left - right if right != tm.ZERO else left, modulus * multiple))


def division_with_rest(left: t.Node, right: t.Node) -> tuple[t.Node, t.Node, t.Node, t.Node] | None:
    r"""The four numbers of `17 \div 5 = 3 \, R \, 2`: what is divided, by what, how often it goes, and what is left."""
    match left, right:
        case (
            t.Quotient(top=t.Number() as top, bottom=t.Number() as bottom),
            t.Juxtaposed(items=(t.Number() as quotient, t.Name(text="R" | "r"), t.Number() as rest)),
        ):
            return top, bottom, quotient, rest
    return None


def of_a_rest(names: Names, dividend: tm.Scalar, divisor: tm.Scalar, quotient: tm.Scalar, rest: tm.Scalar) -> Prop:
    """What a division with a remainder says."""
    names.note("R before a number is the remainder of the division")
    whole = st.Relation("=", dividend, divisor * quotient + rest)
    return st.And((whole, st.Relation("<=", tm.ZERO, rest), st.Relation("<", rest, divisor)))


def printed(value: Value) -> str:
    """The digits of a number that is shown in digits, "" for any other term."""
    match value:
        case tm.Number(number, shown):
            return shown or (str(number.numerator) if number.denominator == 1 else "")
        case tm.Neg(tm.Number() as inside):
            text = printed(inside)
            return f"-{text}" if text and DIGITS.fullmatch(f"-{text}") else ""
        case _:
            return ""


def summed(value: Value) -> str:
    """The digits of a sum of whole numbers and one decimal, `9.27 + 3`: it is as exact as the decimal."""
    if not isinstance(value, tm.Add):
        return ""
    shown = [printed(each) for each in value.args]
    decimals = [len(each.partition(".")[2]) for each in shown if "." in each]
    if not all(map(DIGITS.fullmatch, shown)) or len(decimals) != 1 or any("e" in each.lower() for each in shown):
        return ""
    return f"{sum(map(Decimal, shown)):.{decimals[0]}f}"


def rounded(left: tm.Scalar, right: Value, *, first: bool) -> bool:
    """Whether `=` before a decimal means that the left side rounds to it: the left side is no sum of plain numbers, nor
    a letter alone that is given its value."""
    digits = printed(right)
    if not digits or not ("." in digits or "e" in digits.lower()):
        return False
    if isinstance(left, (tm.Variable, tm.ScalarAt)) or (left.free and all(map(PROBABILITY.match, map(str, left.free)))):
        return not first
    return bool(left.free) or left.mentions(tm.Elementary)
