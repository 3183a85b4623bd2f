r"""Operator precedence: sums of products of things side by side, with scripts; inside of brackets, chains and lists.

From loose to tight: lists, conditions (`\mid`), logic, relations, `+ -`, written products and `/`, juxtaposition,
scripts and postfix signs. Nothing looks back, so time is linear; nesting is bounded, so that no input exhausts the stack.

Source: Pratt, "Top down operator precedence", 1973.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.notation import operators, primaries
from symproof.readers.notation.bare_sums import reaching
from symproof.readers.notation.operators import divisor
from symproof.readers.notation.problem import MOST_NESTED, Problem
from symproof.readers.notation.scripts import SCRIPTS, scripts
from symproof.readers.notation.tree import (
    Add,
    Chain,
    Fence,
    Juxtaposed,
    Logic,
    Mark,
    Missing,
    Name,
    Node,
    Number,
    Product,
    Quotient,
    Scripted,
    Sequence,
    Sign,
    Such,
)

if TYPE_CHECKING:
    from symproof.readers.notation.tokens import Tokens

STARS = ("\\star", "⋆")
"""Between two factors, an operation that the text defines."""
MOST_SLASHES = 16
"""Divisions in one row of factors."""

STARTS = frozenset((
    "number", "name", "word", "open", "style", "accent", "frac", "sqrt", "function", "big", "operator", "binom",
    "nabla", "{", "brace", "begin", "ellipsis", "substack", "unit",
))  # fmt: skip
OUTER = ("colon", "mid")


class Parser:
    """A place in the tokens, and what is open there."""

    __slots__ = (
        "amps", "angles", "bars", "ends", "i", "integrals", "kinds", "level", "nested", "next_bar", "scripting",
        "starts", "texts", "tokens",
    )  # fmt: skip

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.kinds, self.texts, self.starts, self.ends = tokens.kinds, tokens.texts, tokens.starts, tokens.ends
        self.i = 0
        self.next_bar = _next_bars(tokens) if "bar" in tokens.kinds else {}
        self.amps = 0
        self.reset()

    def reset(self) -> None:
        """Nothing is open: the start of a member."""
        self.level = self.nested = self.scripting = self.integrals = 0
        self.angles = False
        self.bars: list[str] = []

    @property
    def here(self) -> int:
        """Where the last token ended."""
        return self.ends[self.i - 1] if self.i else 0

    def expect(self, kind: str, text: str = "") -> None:
        """Go past a token that must be there."""
        if self.kinds[self.i] != kind or (text and self.texts[self.i] != text):
            raise Problem(self.i, f"{text or kind} is missing here")
        self.i += 1

    # Sums and products --------------------------------------------------------------------------------

    def sum(self) -> Node:
        """Terms with their signs."""
        kinds = self.kinds
        start = self.starts[self.i]
        terms: list[tuple[str, Node]] = []
        sign = ""
        if kinds[self.i] == "sign":
            sign = self.texts[self.i]
            self.i += 1
            if self.level and (kinds[self.i] in ("close", "middle") or self.separates()):
                return Mark(start, self.here, sign)  # the outcome of a test, P(+ | D)
        while True:
            place = self.i
            term = self.signed() if sign else self.product()
            terms.append((sign or "+", self.clear(term, place) if terms else term))
            if self.signed_group():
                sign = "+"
                continue
            if kinds[self.i] != "sign" and not (kinds[self.i] in ("amp", "newline") and self.continued("sign")):
                break
            sign = self.texts[self.i]
            self.i += 1
        whole = reaching(terms)
        if len(whole) == 1 and (not sign or (len(terms) > 1 and whole[0][0] == "+")):
            return whole[0][1]
        return Add(start, whole[-1][1].end, tuple(whole))

    def signed_group(self) -> bool:
        r"""Whether braces that begin with a sign stand here, `a {- b}`, `a \underbrace{- b + b}_{0}`: a sum is shown."""
        at = self.i + (self.kinds[self.i] == "brace")
        return self.kinds[at : at + 2] == ["{", "sign"] and self.kinds[at + 2] != "}"

    def signed(self) -> Node:
        """A product that may have a sign of its own: `a - -b`."""
        if self.kinds[self.i] != "sign":
            return self.product()
        start, sign = self.starts[self.i], self.texts[self.i]
        self.i += 1
        if self.kinds[self.i] == "sign":
            raise Problem(self.i, "three signs in a row")
        term = self.product()
        return Add(start, term.end, ((sign, term),))

    def continued(self, kind: str) -> bool:
        r"""Whether the sum or product goes on behind `&` or `\\`; if so, step there."""
        if self.level:
            return False
        i, amps, newline = self.i, self.amps, False
        while self.kinds[i] in ("amp", "newline", "quad"):
            if self.kinds[i] == "newline":
                newline, amps = True, 0
            amps += self.kinds[i] == "amp"
            i += 1
        if self.kinds[i] != kind and not (kind == "op" and self.kinds[i] == "slash"):
            return False
        if newline and self.texts[i] == "-" and not _continues_row(self.kinds, i):
            return False
        if not newline and amps % 2 == 0:
            return False  # the second & of a row starts a column
        self.i, self.amps = i, amps
        return True

    def product(self) -> Node:
        """Factors with written operators between them."""
        kinds = self.kinds
        left = self.side_by_side()
        kind = kinds[self.i]
        if kind not in ("op", "slash", "mark") and not (kind in ("amp", "newline") and self.continued("op")):
            return left
        items, slashes = [left], 0
        operators: list[str] = []
        start = left.start
        while True:
            kind, text = kinds[self.i], self.texts[self.i]
            if kind not in ("op", "slash", "mark") or (kind == "mark" and text != "*"):
                if not (kind in ("amp", "newline") and self.continued("op")):
                    break
                continue
            place = self.i
            self.i += 1
            right = divisor(self) if text == "div" else self.factor()
            if kind == "slash" or text == "div":
                slashes += 1
                if slashes > MOST_SLASHES:
                    raise Problem(place, f"more than {MOST_SLASHES} divisions in a row")
                top = items[0] if not operators else Product(start, items[-1].end, tuple(items), tuple(operators))
                items, operators = [Quotient(start, right.end, top, right, text if kind == "op" else "slash")], []
            else:
                items.append(right)
                operators.append("star" if self.tokens.source.startswith(STARS, self.starts[place]) else text)
        return items[0] if not operators else Product(start, items[-1].end, tuple(items), tuple(operators))

    def factor(self) -> Node:
        """What stands after a written operator; it may have a sign."""
        while self.kinds[self.i] in ("amp", "newline", "quad") and not self.level:
            self.amps = self.amps + 1 if self.kinds[self.i] == "amp" else 0
            self.i += 1
        if self.kinds[self.i] != "sign":
            return self.side_by_side()
        start, sign = self.starts[self.i], self.texts[self.i]
        self.i += 1
        term = self.side_by_side()
        return Add(start, term.end, ((sign, term),))

    def side_by_side(self) -> Node:
        """Things next to each other."""
        first = self.item()
        kind = self.kinds[self.i]
        if kind not in STARTS and kind not in ("bar", "quad", "text"):
            return first
        items = [first]
        while self.goes_on():
            items.append(self.item())
        row = first if len(items) == 1 else Juxtaposed(first.start, items[-1].end, tuple(items))
        if (
            self.kinds[self.i] == "bar"
            and self.kinds[self.i + 1] == "_"
            and self.texts[self.i] == "|"
            and not self.bars
        ):
            return self.at_place(row)
        return row

    def at_place(self, row: Node) -> Node:
        r"""`\frac{df}{dx} \Big|_{x = 2}`, with the bar that closes alone."""
        self.i += 1
        return scripts(self, Fence(row.start, self.here, ".", "|", row))

    def clear(self, term: Node, place: int) -> Node:
        r"""A term behind others: a bar alone in it, `x + x^2 \Big|_0^1`, may cover them too, but for that of a derivative."""
        match term:
            case Scripted(base=Fence(left=".", right="|", body=Node() as body), sup=sup):
                first = body.items[0] if isinstance(body, Juxtaposed) else body
                if not self.tokens.source.startswith("\\left", term.start) and (sup or not isinstance(first, Quotient)):
                    raise Problem(place, "what the bar covers is not clear; write \\left. before it")
        return term

    def separates(self) -> bool:
        """Whether a bar stands between something and its condition."""
        kind, text = self.kinds[self.i], self.texts[self.i]
        return (kind == "bar" and not self.bars and not self.opens()) or (kind == "rel" and text in OUTER)

    def goes_on(self) -> bool:
        """Whether something can stand next to what stands before."""
        kind = self.kinds[self.i]
        if kind in STARTS:
            return not (self.integrals and operators.differential(self)) and not self.signed_group()
        if kind == "bar":
            return self.opens()
        if self.level and kind == "quad":
            self.i += 1
            return self.goes_on()
        return self.level > 0 and kind == "text"

    def opens(self) -> bool:
        """Whether a bar after an operand opens: nothing is closed by it, and another bar follows at its level."""
        text = self.texts[self.i]
        if self.bars:
            if self.bars[-1] == text:
                return False
            if text == "||" and self.bars[-1] == "|" and self.tokens.source[self.starts[self.i]] == "|":
                return False  # two bars that close
        return self.i in self.next_bar

    def item(self) -> Node:
        """An operand with its scripts."""
        i = self.i
        kind = self.kinds[i]
        node: Node
        if kind == "name":
            node = Name(self.starts[i], self.ends[i], self.texts[i], self.tokens.styles.get(i, ""))
            self.i = i + 1
        elif kind == "number":
            node = Number(self.starts[i], self.ends[i], self.texts[i])
            self.i = i + 1
        else:
            node = self.primary()
        if self.kinds[self.i] in SCRIPTS:
            return scripts(self, node)
        return node

    def primary(self) -> Node:
        """An operand without scripts."""
        skipped = self.i
        while self.kinds[self.i] in ("quad", "amp", "newline") and (not self.level or self.kinds[self.i] == "quad"):
            if self.kinds[self.i] != "quad":
                self.amps = self.amps + 1 if self.kinds[self.i] == "amp" else 0
            self.i += 1
        if self.i > skipped:
            return self.item()
        read = primaries.PRIMARIES.get(self.kinds[self.i])
        if read is None:
            raise Problem(self.i, _why(self.kinds[self.i], self.texts[self.i]))
        self.nested += 1
        if self.nested > MOST_NESTED:
            raise Problem(self.i, f"nested more than {MOST_NESTED} deep")
        node = read(self)
        self.nested -= 1
        return node

    # Brackets -----------------------------------------------------------------------------------------

    def group(self) -> Node:
        """What stands in braces of TeX."""
        start = self.starts[self.i]
        self.expect("{")
        if self.kinds[self.i] == "}":
            raise Problem(self.i, "an empty group")
        node = self.inside()
        if self.kinds[self.i] == "choose":
            node = primaries.infix_fraction(self, node, start)
        self.expect("}")
        return node

    def inside(self, bar: str = "", *, angles: bool = False) -> Node:
        """The content of brackets (or of bars, or of a literal `<`), up to what closes them."""
        kept = self.bars, self.angles, self.integrals
        self.bars, self.angles, self.integrals = [bar] if bar else [], angles, 0
        self.level += 1
        node = self.listed()
        self.level -= 1
        self.bars, self.angles, self.integrals = kept
        return node

    def listed(self) -> Node:
        """Statements separated by commas or semicolons."""
        start = self.starts[self.i]
        groups: list[tuple[str, list[Node]]] = [("", [self.condition()])]
        while self.kinds[self.i] == "comma":
            sign = self.texts[self.i]
            self.i += 1
            if self.kinds[self.i] in ("amp", "newline", "finish"):
                break  # a comma at the end of a cell
            item = self.condition()
            if sign == ";":
                groups.append((";", [item]))
            else:
                groups[-1][1].append(item)
        parts = [
            items[0] if len(items) == 1 else Sequence(items[0].start, items[-1].end, tuple(items))
            for _, items in groups
        ]
        if len(parts) == 1:
            return parts[0]
        return Sequence(start, parts[-1].end, tuple(parts), ";")

    def condition(self) -> Node:
        r"""`left \mid right`, or a statement."""
        left = self.logic()
        kind = self.kinds[self.i]
        if kind == "middle" or (kind == "rel" and self.texts[self.i] in OUTER) or (kind == "bar" and not self.bars):
            self.i += 1
            right = self.logic()
            return Such(left.start, right.end, left, right)
        return left

    def logic(self) -> Node:
        """Chains joined by logic."""
        first = self.chain()
        if self.kinds[self.i] not in ("logic", "conn"):
            return first
        operator, args = self.texts[self.i], [first]
        while self.kinds[self.i] in ("logic", "conn"):
            if self.texts[self.i] != operator:
                raise Problem(self.i, "logic of two kinds needs brackets")
            self.i += 1
            args.append(self.chain())
        return Logic(first.start, args[-1].end, operator, tuple(args))

    def chain(self) -> Node:
        """Terms joined by relations."""
        kinds, texts = self.kinds, self.texts
        first: Node
        if kinds[self.i] == "rel" and not (texts[self.i] == "<" and not self.scripting):
            first = Missing(self.starts[self.i], self.starts[self.i])
        else:
            first = self.sum()
        members, relations = [first], []
        while kinds[self.i] == "rel" and texts[self.i] not in OUTER and not (self.angles and texts[self.i] == ">"):
            i = self.i
            relations.append(
                Sign(self.starts[i], self.ends[i], texts[i], self.tokens.source[self.starts[i] : self.ends[i]])
            )
            self.i += 1
            members.append(self.sum())
        if not relations:
            return first
        return Chain(first.start, members[-1].end, tuple(members), tuple(relations))


def _next_bars(tokens: Tokens) -> dict[int, int]:
    """For each bar, the next one in the same brackets."""
    after: dict[int, int] = {}
    last = [-1]
    for place, kind in enumerate(tokens.kinds):
        if kind == "bar":
            if last[-1] >= 0:
                after[last[-1]] = place
            last[-1] = place
        elif kind in ("open", "{", "begin"):
            last.append(-1)
        elif kind in ("close", "}", "finish") and len(last) > 1:
            last.pop()
        elif kind in ("rel", "conn", "newline", "comma") and len(last) == 1:
            last[-1] = -1
    return after


def _continues_row(kinds: list[str], i: int) -> bool:
    """Whether the row from token `i` on has no relation of its own, so that its sign continues the row before."""
    depth = 0
    for kind in kinds[i : i + 2000]:
        if kind in ("open", "{", "begin"):
            depth += 1
        elif kind in ("close", "}", "finish"):
            depth -= 1
        if depth <= 0 and kind in ("rel", "conn"):
            return False
        if depth < 0 or (depth == 0 and kind in ("newline", "end", "tag")):
            return True
    return False


def _why(kind: str, text: str) -> str:
    """Why no operand starts with a token."""
    match kind:
        case "unknown":
            return "an unknown command" if text.startswith("\\") else "an unknown sign"
        case "end" | "finish":
            return "the formula ends where something is missing"
        case "close" | "}":
            return "nothing stands before this closing bracket"
        case "_" | "^":
            return "a script on nothing"
        case "rel" | "conn":
            return "a relation where a term is needed"
        case _:
            return "this cannot stand here"
