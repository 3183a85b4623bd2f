"""What the shape of a node says of the letters in it, before anything is known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from symproof.readers.notation import tree as t
from symproof.readers.notation.tree import infinite
from symproof.readers.resolve.names import canonical, is_capital_letter, is_latin, is_small_letter

COUNTING = frozenset("nmkNij")
"""Letters that are integers where they are exponents."""
CAPITAL_INDICES = frozenset("IJKLMNT")
"""Capital letters that may be an index; any other below a letter is a part of its name."""
COUNTED = frozenset("nmkNMKTp")
"""Letters that may count the terms of a sum with an ellipsis."""


def transposes(node: t.Node) -> bool:
    r"""Whether a node is a transpose: anything with the mark \top above it, or a fence with a T."""
    if not isinstance(node, t.Scripted):
        return False
    return (isinstance(node.sup, t.Mark) and node.sup.text == r"\top") or (
        isinstance(node.sup, t.Name) and node.sup.text == "T" and isinstance(node.base, t.Fence)
    )


def is_transpose(sup: t.Node) -> bool:
    r"""Whether what stands above a matrix transposes it: the mark \top, or a T."""
    match sup:
        case t.Mark(text=r"\top") | t.Name(text="T"):
            return True
    return False


def has_transposes(node: t.Node) -> bool:
    r"""Whether a term in brackets under a sign has a transpose in it, `(x^T A x)^T`."""
    fence = node.base if isinstance(node, t.Scripted) else None
    inside = every_part(fence) if isinstance(fence, t.Fence) else ()
    return any(isinstance(each, t.Scripted) and each.sup is not None and is_transpose(each.sup) for each in inside)


def stands_bare(key: str, node: t.Node) -> bool:
    """Whether the name of a function stands somewhere without brackets behind it, as one that is multiplied: 1 - f, f f'."""
    if canonical(node) == key:
        return True
    below = tuple(node.children())
    if isinstance(node, t.Juxtaposed):
        behind = (*below[1:], None)
        below = tuple(
            one
            for one, two in zip(below, behind, strict=True)
            if not (isinstance(two, t.Fence) and key in (canonical(one), canonical(getattr(one, "base", one))))
        )
    return any(stands_bare(key, each) for each in below)


def letters_only(node: t.Node) -> bool:
    """Whether a node is a list of letters in parentheses, as after the name of a function."""
    if not isinstance(node, t.Fence) or node.left != "(" or node.body is None:
        return False
    parts = t.items_of(node.body)
    return all(canonical(part) for part in parts)


def several_quantities(items: tuple[t.Node, ...]) -> list[t.Node]:
    r"""The quantities of `5\,\text{m}\,20\,\text{cm}`, which are added; none where it is not of this form."""
    if len(items) < 4 or len(items) % 2:
        return []
    pairs = list(zip(items[::2], items[1::2], strict=True))
    if not all(
        isinstance(one, t.Number) and isinstance(other, t.Name) and other.style == "unit" for one, other in pairs
    ):
        return []
    return [t.Juxtaposed(one.start, other.end, (one, other)) for one, other in pairs]


def is_endless(node: t.Node) -> bool:
    """Whether a node is a sum to infinity."""
    return isinstance(node, t.Big) and node.operator == "sum" and node.upper is not None and infinite(node.upper) == "+"


def series_in(node: t.Node) -> tuple[tuple[t.Node, ...], t.Big] | None:
    r"""A sum to infinity and the factors before it, `\lambda e^{-\lambda} \sum_{k=0}^\infty a_k`; None of any other node."""
    (*factors, last) = node.items if isinstance(node, (t.Juxtaposed, t.Product)) else (node,)
    times = not isinstance(node, t.Product) or all(each in ("cdot", "times") for each in node.operators)
    alone = times and not any(is_endless(part) for each in factors for part in every_part(each))
    return (tuple(factors), last) if alone and isinstance(last, t.Big) and is_endless(last) else None


def series_among(node: t.Node) -> tuple[tuple[str, tuple[tuple[t.Node, ...], t.Big]], t.Add] | None:
    r"""The one sum to infinity among terms, `1 + \sum_{k=1}^\infty a_k` with its sign, and the others; None of other nodes."""
    if not isinstance(node, t.Add) or any(sign not in ("", "+", "-") for sign, _ in node.terms):
        return None
    found = [(sign, series) for sign, each in node.terms if (series := series_in(each)) is not None]
    others = tuple(term for term in node.terms if series_in(term[1]) is None)
    if len(found) != 1 or not others or any(is_endless(part) for _, each in others for part in every_part(each)):
        return None
    return found[0], t.Add(node.start, node.end, others)


def has_capitals(node: t.Node) -> bool:
    """Whether a capital letter stands somewhere."""
    if isinstance(node, t.Name):
        return is_capital_letter(node.text)
    return any(map(has_capitals, node.children()))


PARAMETERS = frozenset((
    r"\alpha", r"\beta", r"\gamma", r"\delta", r"\epsilon", r"\varepsilon", r"\eta", r"\theta", r"\kappa", r"\lambda", r"\mu",
    r"\rho", r"\sigma", r"\tau", r"\phi", r"\varphi", r"\psi", r"\omega",
))  # fmt: skip
"""Letters that below another one say on which number it depends, w_lambda: they seldom count."""


def is_index(node: t.Node) -> bool:
    """Whether a subscript is an index that varies: it has a letter that may count, and is no word."""
    match node:
        case t.Name(text=text) if text in PARAMETERS or text in ("e", "f", "g"):
            return False  # L_f is of the function f
        case t.Name(text=text, style=style):
            if len(text) == 1 and text.isupper() and text not in CAPITAL_INDICES:
                return False  # sigma_X
            return style != "mathrm" and not text.startswith(r"\mathrm") and (len(text) == 1 or text.startswith("\\"))
        case t.Add(terms=terms):
            return any(is_index(term) for _, term in terms)
        case t.Fence(left="(", body=t.Node() as body):
            return is_index(body)
        case t.Juxtaposed(items=items):
            if len(items) > 2 and all(isinstance(item, t.Name) and item.text.isupper() for item in items):
                return False  # of words, as in the maximum likelihood estimate
            return all(isinstance(item, (t.Name, t.Number, t.Fence)) for item in items) and any(map(is_index, items))
        case t.Sequence(items=items):
            return any(map(is_index, items))
        case t.Product(items=items):
            return any(map(is_index, items))
        case t.Scripted(base=t.Name() as base, sub=t.Node() as sub, sup=None, primes=0):
            return is_index(base) and is_index(sub)  # y_{i_k}
        case _:
            return False


def counting(last: t.Node) -> Iterator[str]:
    """The letters that may count, in the last term of a sum with an ellipsis."""
    match last:
        case t.Name(text=text, style="") if text in COUNTED:
            yield text
        case t.Scripted(base=base, sub=sub, sup=sup):
            for part in (base, sub, sup):
                if part is not None:
                    yield from counting(part)
        case _:
            for child in last.children():
                yield from counting(child)


def counts(node: t.Node) -> bool:
    """Whether an exponent is made of letters that count: n, m, k, with whole numbers."""
    match node:
        case t.Name(text=text, style=""):
            return text in COUNTING
        case t.Number(text=text):
            return text.isdigit()
        case t.Add(terms=terms):
            return any(counts(term) and isinstance(term, (t.Name, t.Juxtaposed)) for _, term in terms) and all(
                counts(term) for _, term in terms
            )
        case t.Juxtaposed(items=items):
            return all(map(counts, items))
        case _:
            return False


def set_phrase(node: t.Node) -> str:
    r"""What membership in a set of numbers or of vectors declares: of `\mathbb{N}` "natural"; "" of another set."""
    match node:
        case t.Name(text=text, style="mathbb"):
            return {"R": "real", "Q": "rational", "Z": "integer", "N": "natural", "C": "complex"}.get(text, "")
        case t.Scripted(base=t.Name(text="R", style="mathbb"), sub=None, primes=0, sup=t.Name() | t.Number()):
            return "vector"
        case t.Scripted(
            base=t.Name(text="R", style="mathbb"),
            sub=None,
            primes=0,
            sup=t.Product(items=(rows, columns), operators=("times",)),
        ):
            sizes = canonical(rows) or _digits(rows), canonical(columns) or _digits(columns)
            return f"matrix {sizes[0]} x {sizes[1]}" if all(sizes) else ""
        case _:
            return ""


def _digits(node: t.Node) -> str:
    return node.text if isinstance(node, t.Number) and node.text.isdigit() else ""


TEMPERATURES = (r"\mathrm{C}", r"\mathrm{F}", "C", "F")


def is_delta(node: t.Node) -> bool:
    """Whether a node is one of the letters that stand for a difference before another letter."""
    return isinstance(node, t.Name) and node.text in (r"\Delta", r"\delta")


def difference(mark: t.Node, other: t.Node | None) -> tuple[str, t.Node | None]:
    r"""The name of the letter that `\Delta x` is, and its exponent: `\Delta x^2` is the square of it; "" where it is none."""
    if not is_delta(mark) or other is None:
        return "", None
    power = (
        other.sup if isinstance(other, t.Scripted) and not other.primes and isinstance(other.sup, t.Number) else None
    )
    if power is not None and isinstance(other, t.Scripted):
        other = other.base if other.sub is None else t.Scripted(other.start, other.end, other.base, other.sub)
    return canonical(t.Juxtaposed(mark.start, other.end, (mark, other))) or "", power


def is_plain_fraction(node: t.Quotient) -> bool:
    r"""Whether a node is a \frac of two numbers, as a mixed number ends with."""
    return node.how == "frac" and isinstance(node.top, t.Number) and isinstance(node.bottom, t.Number)


def scientific(mantissa: t.Node, power: t.Node) -> str:
    r"""The digits of `2.12 \times 10^{25}`; "" where it is another product."""
    match mantissa, power:
        case t.Number(text=text), t.Scripted(base=t.Number(text="10"), sub=None, primes=0, sup=sup) if (
            "e" not in text.lower()
        ):
            match sup:
                case t.Number(text=digits) if digits.isdigit() and len(digits) < 5:
                    return f"{text}e{digits}"
                case t.Add(terms=(("-", t.Number(text=digits)),)) if digits.isdigit() and len(digits) < 5:
                    return f"{text}e-{digits}"
    return ""


def says_what_e_is(clause: t.Clause) -> bool:
    """Whether a clause gives e a value that depends on letters, `e = w x - y`, or says where it lies, `e > 0`."""
    match clause:
        case t.Clause(members=(t.Name(text="e"), t.Number(text="0")), relations=(t.Sign(kind=">"),)):
            return True
    if not clause.relations or clause.relations[0].kind not in ("=", ":=") or canonical(clause.members[0]) != "e":
        return False
    return any(map(has_letters, clause.members[1:]))


def has_letters(node: t.Node) -> bool:
    """Whether a term depends on letters beside e and pi, and beside those that its sums and limits bind."""
    match node:
        case t.Name(text=text):
            return text not in ("e", r"\pi", r"\infty")
        case t.Big():
            return False
        case _:
            return any(map(has_letters, node.children()))


def is_degree(node: t.Node) -> bool:
    """Whether a node has the sign of degrees above it."""
    return isinstance(node, t.Scripted) and isinstance(node.sup, t.Mark) and node.sup.text in ("circ", r"\circ")


def inverted(sup: t.Node) -> str:
    r"""Whether a superscript is that of an inverse, "-1", or of a transposed inverse, "T"; "" else."""
    match sup:
        case t.Add(terms=(("-", t.Number(text="1")),)):
            return "-1"
        case t.Add(terms=(("-", t.Name(text="T")),)) | t.Add(terms=(("-", t.Mark(text=r"\top")),)):
            return "T"
    return ""


def unfenced(node: t.Node) -> t.Node:
    """What stands in parentheses; anything else as it is."""
    return node.body if isinstance(node, t.Fence) and node.left == "(" and node.body is not None else node


def is_mark(node: t.Node) -> bool:
    """Whether a superscript is a sign that is a part of a name, or a transpose."""
    return isinstance(node, t.Mark)


def is_another_function(node: t.Node) -> bool:
    r"""Whether a node is the name of a function with a star, `f^*`, or with a word above it, `f^{\mathrm{SAM}}`, which is called
    as another function."""
    if not isinstance(node, t.Scripted) or not isinstance(node.base, t.Name) or node.base.style not in ("", "mathcal"):
        return False
    if is_word(node.sup):
        return True
    starred = isinstance(node.sup, t.Mark) and node.sup.text == "*"
    return starred and node.base.text in ("f", "g", "h", "F", "G", r"\phi", r"\psi", r"\varphi")


def is_word(node: t.Node | None) -> bool:
    """Whether a word stands in a script."""
    if isinstance(node, t.Name):
        return node.style == "mathrm" and len(node.text) > 1
    return isinstance(node, t.Text) and len(node.text) > 1 and node.text.isalpha()


def is_identity(clause: t.Clause) -> bool:
    r"""Whether the sign of identity joins two terms, `f \equiv 0`."""
    return len(clause.relations) == 1 and clause.relations[0].kind == "equiv"


def has_two_indices(sub: t.Node | None) -> bool:
    """Whether a subscript is two indices: `ij`, `i,j`, `i-1, j`."""
    match sub:
        case t.Juxtaposed(items=(t.Name(), t.Name())):
            return True
        case t.Sequence(items=(_, _)):
            return True
    return False


def side_by_side(sub: t.Node) -> tuple[t.Node, ...]:
    """What stands side by side in a subscript: x and y of `f_{xy}`."""
    return sub.items if isinstance(sub, t.Juxtaposed) else (sub,)


def every_part(node: t.Node) -> Iterator[t.Node]:
    """A node and all that stands in it."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += each.children()[::-1]


def differentials(nodes: Iterable[t.Node]) -> frozenset[str]:
    """The letters in which something is integrated."""
    bigs = (each for node in nodes for each in every_part(node) if isinstance(each, t.Big))
    letters = (each.differential for each in bigs if each.differential is not None)
    return frozenset(filter(None, map(canonical, letters)))


def addends(node: t.Node) -> list[t.Node]:
    """The terms of a sum in brackets, none where one of them is a number; a node that is none, for itself."""
    if not isinstance(node, t.Fence) or node.left not in "([" or not isinstance(node.body, t.Add):
        return [node]
    terms = [term for _, term in node.body.terms]
    return [] if any(isinstance(term, t.Number) for term in terms) else terms


def scaling(parts: Iterable[t.Node]) -> set[tuple[str | None, str | None]]:
    r"""The pairs of a small Greek letter and the letter that it scales in parts of formulas, `\\lambda x`, `\\lambda x^\\top`."""
    rows = [each.items for each in parts if isinstance(each, t.Juxtaposed)]
    return {
        (key, canonical(right.base if transposes(right) else right))  # type: ignore[attr-defined]
        for items in rows
        for left, right in pairwise(items)
        if (key := canonical(left)) and is_small_letter(key) and not is_latin(key) and key != canonical(right)
        if not (transposes(right) and key == canonical(right.base))  # type: ignore[attr-defined]
    }


def scaled_alike(clauses: Iterable[t.Node]) -> Iterator[tuple[str, str]]:
    r"""The matrix and the column of `A x = \\lambda x`: nobody would write both factors of numbers."""
    for clause in clauses:
        for sides in pairwise(clause.members) if isinstance(clause, t.Clause) else ():
            match sides:
                case t.Juxtaposed(items=(one, left)), t.Juxtaposed(items=(two, right)):
                    capital, scale, letter = canonical(one) or "", canonical(two) or "", canonical(left) or ""
                    greek = is_small_letter(scale) and not is_latin(scale)
                    if is_capital_letter(capital) and greek and is_small_letter(letter) and letter == canonical(right):
                        yield capital, letter
                case _:
                    pass


def summed(parts: Collection[t.Node]) -> set[str | None]:
    """The letters with an index that a sum, a maximum, ... binds, among all parts of formulas."""
    lower = [each.lower for each in parts if isinstance(each, t.Big) and each.lower is not None]
    bound = {canonical(each.members[0] if isinstance(each, t.Chain) else each) for each in lower} - {None}
    return {
        canonical(each.base)
        for each in (parts if bound else ())
        if isinstance(each, t.Scripted)
        and each.sub is not None
        and any(canonical(letter) in bound for letter in every_part(each.sub))
    }


def has_t(node: t.Node) -> bool:
    """Whether a T stands above a letter or brackets."""
    return isinstance(node, t.Scripted) and t_above(node) is not None


def t_above(node: t.Scripted) -> t.Name | None:
    """The T of `A^T` and `A^{-T}`."""
    match node.sup:
        case t.Name(text="T", style="") as turned:
            return turned
        case t.Add(terms=(("-", t.Name(text="T", style="") as turned),)):
            return turned
    return None


def is_only_above(clauses: Iterable[t.Node]) -> bool:
    """Whether T stands only above other things: then it transposes."""
    every = [each for clause in clauses for each in every_part(clause)]
    above = {id(t_above(each)) for each in every if isinstance(each, t.Scripted) and has_t(each)}
    return bool(above) and all(id(each) in above for each in every if isinstance(each, t.Name) and each.text == "T")


def holds_outer(node: t.Node) -> bool:
    """Whether a term may hold an outer product: something transposed behind something else."""
    return any(
        isinstance(each, t.Juxtaposed) and any(transposes(item) or has_t(item) for item in each.items[1:])
        for each in every_part(node)
    )


def beside_in(fence: t.Fence) -> tuple[t.Node, ...]:
    r"""The letters that stand side by side in brackets, `[a_1 \; a_2]`, `[a_1 \mid a_2]`; () of anything else."""
    found: list[t.Node] = []
    rest = fence.body
    while isinstance(rest, t.Such):
        found.append(rest.right)
        rest = rest.left
    items = (*(rest.items if isinstance(rest, t.Juxtaposed) else (rest,)), *reversed(found))
    letters = tuple(each for each in items if isinstance(each, (t.Name, t.Scripted)))
    return letters if 1 < len(letters) == len(items) else ()
