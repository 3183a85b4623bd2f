"""The text of a claim and its syntax tree: parsed by Python's grammar, never evaluated, every node with its place.

What cannot be in a claim is refused here, with its place and what to write instead: other characters, a text that is
too long or nested too deeply, a number with too many digits. `lambda` is a letter in a claim, not Python's keyword.

Limits: MOST_CHARACTERS, DEEPEST, MOST_DIGITS; comments are refused, because they would hide the rest of a line.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from fractions import Fraction

from symproof.errors import ClaimSyntaxError

MOST_CHARACTERS = 100_000
DEEPEST = 60
MOST_DIGITS = 4_000
LAMBDA = "\u028eambda"  # as long as the keyword that it stands for, and a name to Python
OUTSIDE = re.compile(r"[^\w\s+\-*/%@<>=!&|~()\[\],.]|[\u00b2\u00b3\u00b9\u2070-\u2079]")
INSTEAD = {
    "^": "`^` is no power in Python; write **",
    "#": "a comment would hide the rest of the claim; leave it out",
    "\\": "names are plain words here: lambda, not \\lambda",
    ":": "a declaration such as `n: natural` stands for itself, beside the claim",
    ";": "one claim at a time; join claims with `and`",
    "\u2264": "write <=",
    "\u2265": "write >=",
    "\u2260": "write !=",
    "\u2212": "this minus sign is not the one of the keyboard; write -",
    "\u00b7": "write *",
    "\u00d7": "write *",
    "\u00f7": "write /",
    "\u00b2": "write **2",
    "\u00b3": "write **3",
    "\u221a": "write sqrt(...)",
    "\u2211": "write Sum(k, (k, 1, n))",
    "\u00b1": "write the two claims and join them with `and`",
    "\u221e": "write oo",
}
NUMERAL = re.compile(r"(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?")


@dataclass(frozen=True)
class Source:
    """A text, its tree, and where its parts stand. `text` is as given, `line` on one line, `skipped` its left margin."""

    text: str
    line: str
    skipped: int
    tree: ast.expr

    def fragment(self, node: ast.expr) -> str:
        """The text of a node."""
        start, end = self._span(node)
        return self.text[start:end]

    def error(self, node: ast.expr, reason: str) -> ClaimSyntaxError:
        """The error that points at a node."""
        start, end = self._span(node)
        return error_at(self.text, start, reason, self.text[start:end])

    def _span(self, node: ast.expr) -> tuple[int, int]:
        raw = self.line.encode()  # Python counts columns in bytes
        ends = (node.col_offset, node.end_col_offset or node.col_offset)
        start, end = (len(raw[:offset].decode()) + self.skipped for offset in ends)
        return start, end


def parse(text: str) -> Source:
    """The tree of one claim or term.

    Raises:
        ClaimSyntaxError: with the place and the next move, for every text that is none.
    """
    if len(text) > MOST_CHARACTERS:
        raise ClaimSyntaxError(f"the text has {len(text)} characters, more than {MOST_CHARACTERS}; cut it into claims")
    if not text.strip():
        raise ClaimSyntaxError("there is no claim here; write one, such as x**2 >= 0")
    if outside := OUTSIDE.search(text):
        sign = outside.group()
        reason = INSTEAD.get(sign) or f"{sign!r} is not part of a claim in Python's syntax"
        raise error_at(text, outside.start(), reason, sign)
    _check_brackets(text)
    line = re.sub(r"\s", " ", text)
    skipped = len(line) - len(line.lstrip())
    line = re.sub(r"\blambda\b", LAMBDA, line.strip())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # `1or x` is only a warning to Python
            tree = ast.parse(line, mode="eval").body
    except SyntaxError as error:
        place = min(max((error.offset or 1) - 1, 0) + skipped, len(text) - 1)
        raise error_at(text, place, _advice(text, error.msg)) from None
    except (RecursionError, MemoryError):
        raise ClaimSyntaxError(f"{_begin(text)}: too many terms or too deeply nested; cut it into claims") from None
    except ValueError as error:
        raise ClaimSyntaxError(f"{_begin(text)}: {error}") from None
    source = Source(text, line, skipped, tree)
    _check_depth(source)
    return source


def error_at(text: str, place: int, reason: str, fragment: str = "") -> ClaimSyntaxError:
    """The error at a character of `text`, counted from 0."""
    before = text[:place].split("\n")
    return ClaimSyntaxError(reason, text, len(before), len(before[-1]) + 1, fragment)


def name_in(node: ast.Name) -> str:
    """The letter that a name stands for."""
    return "lambda" if node.id == LAMBDA else node.id


def spine(node: ast.BinOp, *kinds: type[ast.operator]) -> tuple[ast.expr, list[tuple[ast.operator, ast.expr]]]:
    """A run `a + b - c` joined from the left, as its first term and (operator, term) for the others."""
    rest: list[tuple[ast.operator, ast.expr]] = []
    first: ast.expr = node
    while isinstance(first, ast.BinOp) and isinstance(first.op, kinds):
        rest.append((first.op, first.right))
        first = first.left
    return first, rest[::-1]


def numeral(source: Source, node: ast.Constant) -> Fraction:
    """The exact number that the digits of the text say; 0.1 is one tenth."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        what = "the imaginary unit is" if isinstance(value, complex) else f"{value!r} is"
        raise source.error(node, f"{what} not part of a claim about real numbers")
    if isinstance(value, int):
        return Fraction(value)
    found = NUMERAL.fullmatch(source.fragment(node).replace("_", ""))
    if found is None:
        raise source.error(node, "this is not a decimal number")
    whole, part, power = found.groups()
    exponent = int(power or 0) if len(power or "") <= 9 else MOST_DIGITS + 1
    if len(whole) + len(part) + abs(exponent) > MOST_DIGITS:
        raise source.error(node, f"this number has more than {MOST_DIGITS} digits")
    return Fraction(int(whole + part)) * Fraction(10) ** (exponent - len(part))


def _check_brackets(text: str) -> None:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if depth > DEEPEST:
            raise error_at(text, place, f"brackets are nested more than {DEEPEST} deep; cut it into claims", sign)


def _check_depth(source: Source) -> None:
    """Refuse a tree of more than DEEPEST floors; a run of sums or of products is one floor."""
    stack: list[tuple[ast.AST, int]] = [(source.tree, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > DEEPEST and isinstance(node, ast.expr):
            raise source.error(node, f"this is nested more than {DEEPEST} deep; cut it into claims")
        for child in ast.iter_child_nodes(node):
            runs_on = isinstance(node, ast.BinOp) and child is node.left and _one_run(node.op, child)
            stack.append((child, depth if runs_on else depth + 1))


def _one_run(op: ast.operator, child: ast.AST) -> bool:
    sums = (ast.Add, ast.Sub)
    return isinstance(child, ast.BinOp) and any(
        isinstance(op, kinds) and isinstance(child.op, kinds) for kinds in (sums, (ast.Mult,))
    )


def _advice(text: str, said: str) -> str:
    if re.search(r"(?<![<>=!])=(?!=)", text):
        return "write == for an equation"
    if "digits" in said:
        return f"a number of the claim has more than {MOST_DIGITS} digits"
    words = re.sub(r"\b(?:\d[\d_.]*[eE][+-]?\d+|and|or|not)\b", "+", text)
    if re.search(r"\d\s*[^\W\d_]|[\w)\]]\s+[^\W\d_]", words):
        return "write * for a product: 2*x"
    if re.search(r"(?<!\|)\|(?!\|)", text):
        return "write Abs(x) for |x|"
    return f"this is not an expression in Python's syntax: {said}"


def _begin(text: str) -> str:
    return repr(text[:30] + "..." if len(text) > 30 else text)
