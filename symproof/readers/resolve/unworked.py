r"""Numbers that a formula names and that nothing here works out: `\sup A`, `\min_{x \in S} f(x)`, `\operatorname{rank} A`,
`\dim W`, `\lim f(x_n)`, `\int_D f^2`, the indicator `1\{y = 1\}`, the norm of a matrix.

Each is a letter, named by what it is of as that is spelled (`opaque`): two that are spelled in one way are one number, and
nothing else is known. So it is never taken to refute a line, and nothing is put in for the letters in its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.numbers import modulus_of, without_modulus
from symproof.readers.resolve.opaque import at_places, mentions, named
from symproof.readers.resolve.ranges import is_place
from symproof.readers.resolve.shapes import every_part, unfenced
from symproof.readers.resolve.values import Macro, Refused, Value, guarded
from symproof.text import letter as shown
from symproof.text import plain

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names

OF_WHAT = frozenset(("rank", "rk", "dim", "nullity", "codim", "vol", "card", "diam", "cond", "span", "dist"))
"""Functions of matrices, spaces and sets that are numbers; and `span`, which stands in `dim span`."""
NUMBERS = OF_WHAT - {"span"}
ONES = frozenset((r"\mathbf{1}", r"\mathbb{1}", r"\mathbb{I}", r"\mathbf{I}", "I", r"\mathrm{I}"))
"""Heads of indicators before brackets with a relation in them."""
LISTS = {",": ", ", ";": "; "}


def extremum(names: Names, node: t.Big) -> tm.Scalar:
    r"""`\sup A`, `\max f`, `\inf_{x \in S} f(x)`, where it is not read as a bound that is reached.

    Raises:
        Refused: one of nothing, or of what is not spelled.
    """
    if node.body is None or (node.upper is not None and node.lower is None):
        raise Refused(node, f"{node.operator} is not read")
    if node.lower is None:
        return letter_of(names, node.operator, (spelled(unfenced(node.body)),), node, _bound_in(node.body))
    whole = ", ".join(spelled(each) for each in (node.lower, node.upper) if each is not None)
    bound = node.lower.left if isinstance(node.lower, t.Such) else node.lower
    key, counts = _bound_below(node, bound)
    symbol = names.symbol(key)
    if not key:
        names.scalar(node.body)  # which must have a reading
    elif not _calls(node.body, key) and not is_over_a_set(names, node):
        at = symbols.index(key) if counts else tm.Variable(key)
        with names.within(key, symbol if isinstance(symbol, tm.VectorVariable | tm.MatrixVariable) else at):
            names.scalar(node.body)
    own = {key, *_bound_in(node.body)} if key else {canonical(each) or "" for each in every_part(bound)}
    own |= {canonical(bound.members[1]) or ""} if is_over_a_set(names, node) and isinstance(bound, t.Chain) else set()
    return letter_of(names, f"{node.operator}[{whole}]", (spelled(unfenced(node.body)),), node, own)


def is_over_a_set(names: Names, node: t.Big) -> bool:
    r"""Whether a sum goes over all elements of a set with a capital letter, `\sum_{h \in H}`, perhaps those with a property."""
    lower = node.lower.left if isinstance(node.lower, t.Such) else node.lower
    if node.upper is not None or not isinstance(lower, t.Chain) or [each.kind for each in lower.relations] != ["in"]:
        return False
    base = lower.members[1].base if isinstance(lower.members[1], t.Scripted) else lower.members[1]
    key = canonical(lower.members[1])
    capital = isinstance(base, t.Name) and base.text.isupper() and base.style != "mathbb"
    return capital and key not in names.context.sets and canonical(lower.members[0]) is not None


def depends_by_name(letter: tm.Term, x: tm.Variable) -> bool:
    """Whether x stands below a letter or a function in its name alone, n of f_n: nothing else says that it changes with x."""
    _, _, below = str(getattr(letter, "name", "")).partition("_")
    return mentions(below, x.name)


def of_what(names: Names, node: t.Function) -> tm.Scalar:
    r"""`\operatorname{rank}(A)`, `\dim W`."""
    if node.argument is None or node.sub is not None or node.sup is not None or node.primes:
        raise Refused(node, f"{node.name} is not read")
    return letter_of(names, node.name, (spelled(unfenced(node.argument)),), node)


def size(names: Names, node: t.Fence) -> tm.Scalar:
    r"""How many elements a set has that is written out, `|\{x : x > 0\}|`."""
    assert node.body is not None  # asked before
    return letter_of(names, "card", (spelled(node.body),), node, _bound_in(node.body))


def norm(names: Names, value: Value, kind: str, node: t.Node) -> tm.Scalar:
    r"""A norm that is not that of an inner product, `\|A\|`, `\|x\|_p`."""
    if not isinstance(value, tm.Vector | tm.Matrix):
        raise Refused(node, "a norm of what is no vector and no matrix")
    inside = node.body.items if isinstance(node, t.Fence) and isinstance(node.body, t.Juxtaposed) else ()
    if inside and isinstance(value, tm.Matrix) and isinstance(names.value(inside[-1]), tm.Scalar):
        raise Refused(node, "the norm of a matrix before what may be a column")  # \\|A x_k\\|
    head = f"norm_{shown(kind)}" if kind else "norm"
    return letter_of(names, head, (plain(value),), node, sign="nonnegative")


def integral(names: Names, node: t.Big) -> tm.Scalar:
    r"""An integral that names no letter, `\int_0^1 f^2`, or a region and no bounds, `\int_\Omega f \, d\mu`."""
    if node.body is None or (node.differential is not None and (node.lower is None or node.upper is not None)):
        raise Refused(node, "an integral without its bounds or its letter is not read")
    if node.differential is None and isinstance(node.body, t.Juxtaposed | t.Product):  # \int f \int g
        items = node.body.items
        split = next((k for k, each in enumerate(items) if isinstance(each, t.Big) and each.operator == "int"), 0)
        if split and set(getattr(node.body, "operators", ())) <= {"cdot"}:
            first, rest = (t.Juxtaposed(part[0].start, part[-1].end, part) for part in (items[:split], items[split:]))
            return integral(names, replace(node, body=first)) * names.scalar(rest)
    bounds = ", ".join(spelled(each) for each in (node.lower, node.upper) if each is not None)
    d = "" if node.differential is None else f" d{spelled(node.differential)}"
    return letter_of(names, f"\u222b[{bounds}]", (spelled(node.body) + d,), node)


def indicator(names: Names, event: t.Node, node: t.Node) -> tm.Scalar:
    """The indicator of an event: a number, 0 or 1; that two indices are the same, Kronecker's delta."""
    if (delta := of_equal_places(names, event)) is not None:
        return delta
    return letter_of(names, "1", (spelled(unfenced(event)),), node)


def of_equal_places(names: Names, event: t.Node) -> tm.Scalar | None:
    r"""Kronecker's delta of i - j - 1 for `i = j + 1` or `i \equiv j + 1 \pmod n`, of residues or integers; else None."""
    inside = unfenced(event)
    if not isinstance(inside, t.Chain) or len(inside.members) != 2 or inside.relations[0].kind not in ("=", "equiv"):
        return None
    one, two = inside.members
    left, right = names.value(one), names.value(without_modulus(two))
    modulus = modulus_of(two)
    if isinstance(left, tm.Residue) and isinstance(right, tm.Number) and right.value.denominator == 1:
        right = tm.residue(int(right.value), left.over)
    if isinstance(left, tm.Residue) and isinstance(right, tm.Residue) and left.over == right.over:
        same = modulus is None or names.value(modulus) == left.over.modulus
        parts = right.args if isinstance(right, tm.ResidueAdd) else (right,)
        return symbols.delta(reduce(lambda rest, part: rest - part, parts, left)) if same else None
    if not isinstance(left, tm.Scalar) or not isinstance(right, tm.Scalar) or modulus is not None:
        return None
    whole = tm.is_integer(left) and tm.is_integer(right) and left.free | right.free
    return symbols.delta(left - right) if whole else None


def event_of(head: t.Node, fence: t.Node | None) -> t.Node | None:
    r"""The event of `1\{y = 1\}` and `\mathbb{I}[x > 0]`; None of anything else."""
    if not isinstance(fence, t.Fence) or fence.left not in "{[(" or not isinstance(fence.body, (t.Chain, t.Logic)):
        return None
    one = isinstance(head, t.Number) and head.text == "1" and fence.left == "{"
    return fence.body if one or canonical(head) in ONES else None


def event_below(node: t.Scripted) -> t.Node | None:
    r"""The event of `1_{x > 0}`, `\mathbf{1}_{x \in A}`, `1_A`; None of anything else, and of a column of ones `\mathbf{1}_n`."""
    base, sub = node.base, node.sub
    if node.primes or node.sup is not None or sub is None:
        return None
    sub = sub.body if isinstance(sub, t.Fence) and sub.left in "([{" and sub.body is not None else sub
    digit = isinstance(base, t.Number) and base.text == "1"
    if not digit and canonical(base) not in ONES - {"I", r"\mathrm{I}", r"\mathbf{I}"}:
        return None
    letter = isinstance(sub, t.Name) and sub.text.isupper() and (digit or canonical(base) == r"\mathbb{1}")
    return sub if letter or isinstance(sub, t.Chain | t.Logic) else None


def is_of_unknowns(body: tm.Scalar, x: tm.Variable) -> bool:
    """Whether a term has a function or a sequence in it, at what changes with a letter."""
    unknown = (tm.Apply, tm.ScalarAt, tm.VectorAt, tm.GradientAt, tm.Gradient)
    return any(isinstance(each, unknown) and x in each.free for each in body.subterms())


def limit(names: Names, body: tm.Scalar, x: tm.Variable, point: tm.Scalar | str, side: str, node: t.Node) -> tm.Scalar:
    """A limit that no rule works out, of a term with a function or a sequence in it of which nothing is known."""
    end = plain(point) if isinstance(point, tm.Scalar) else f"{point}inf"
    if isinstance(body, tm.Apply) and depends_by_name(body.function, x) and x not in body.free:
        whole = tm.Function(f"lim[{x.name} -> {end}{side}]({body.function.name})", body.function.on)
        value: tm.Scalar = guarded(node, lambda: whole(body.arg))  # the function that f_n goes to at each place
        return value
    return letter_of(names, f"lim[{x.name} -> {end}{side}]", (plain(body),), node, {x.name})


def rate(names: Names, body: tm.Scalar, member: tm.Scalar, node: t.Node) -> tm.Scalar:
    """The partial derivative in a member of a sequence, or in a number with several places, of what may depend on it."""
    return letter_of(names, "\u2202/\u2202", (plain(body), plain(member)), node)


def spelled(node: t.Node) -> str:
    """A node in one spelling, with the letters as terms show them.

    Raises:
        Refused: a node that has none.
    """
    if (key := canonical(node)) is not None and not isinstance(node, t.Scripted):
        return shown(key)
    match node:
        case t.Number(text=text) | t.Mark(text=text):
            return text
        case t.Text(text=text):
            return " ".join(text.split())
        case t.Ellipsis():
            return "..."
        case t.Scripted(base=base, sub=sub, sup=sup, primes=primes):
            below = "" if sub is None else f"[{spelled(sub)}]"
            above = "" if sup is None else f"^{spelled(sup)}"
            return spelled(base) + "'" * primes + below + above
        case t.Fence(left=left, right=right, body=t.Node() as body):
            return f"{left}{spelled(body)}{right}"
        case t.Sequence(items=items, separator=separator) if separator in LISTS:
            return LISTS[separator].join(map(spelled, items))
        case t.Such(left=left, right=right):
            return f"{spelled(left)} : {spelled(right)}"
        case t.Chain(members=(first, *members), relations=relations):
            rest = (f" {sign.kind} {spelled(each)}" for sign, each in zip(relations, members, strict=True))
            return spelled(first) + "".join(rest)
        case t.Add(terms=terms):
            return "".join(f"{sign}{spelled(each)}" for sign, each in terms).removeprefix("+")
        case t.Product(items=(first, *items), operators=operators):
            rest = (f" {sign} {spelled(each)}" for sign, each in zip(operators, items, strict=True))
            return spelled(first) + "".join(rest)
        case t.Juxtaposed(items=items) if not _has_differential(items):
            return " ".join(map(spelled, items))
        case t.Quotient(top=top, bottom=bottom):
            return f"({spelled(top)})/({spelled(bottom)})"
        case t.Root(radicand=body, degree=None):
            return f"sqrt({spelled(body)})"
        case t.Function(name=name, argument=t.Node() as body, sub=sub, sup=sup, primes=0):
            below = "" if sub is None else f"[{spelled(sub)}]"
            above = "" if sup is None else f"^{spelled(sup)}"
            return f"{name}{below}{above}({spelled(unfenced(body))})"
        case t.Nabla(sub=None, sup=None):
            return "grad"
        case t.Big(operator=name, lower=lower, upper=upper, body=t.Node() as body, differential=None):
            ends = ", ".join(spelled(each) for each in (lower, upper) if each is not None)
            return f"{name}{ends and f'[{ends}]'}({spelled(unfenced(body))})"
        case t.Logic(operator=name, args=args):
            return f" {name} ".join(map(spelled, args))
        case t.Quantifier(kind=name, binding=binding, body=t.Node() as body):
            return f"{name} {spelled(binding)}: {spelled(body)}"
    raise Refused(node, f"{type(node).__name__.lower()} in what is a number by its name alone is not read")


def _has_differential(items: tuple[t.Node, ...]) -> bool:
    return any(isinstance(each, t.Name) and each.text == "d" for each in items)


def letter_of(
    names: Names, head: str, inside: tuple[str, ...], node: t.Node, own: Iterable[str] = (), sign: str = ""
) -> tm.Scalar:
    """The letter of a value; where a letter that counts stands in its name, but for those of its `own` that it binds, a member
    of a sequence: `\\operatorname{rank}(A^k)` is another number for each k."""
    names.note(f"{head.partition('[')[0]} of what nothing here works out is a letter")
    known = names.context.names.items()
    written = [
        key for key, each in known if isinstance(each, Macro | Grid) and any(mentions(x, key) for x in (head, *inside))
    ]
    inside = (*inside, *(str(names.context.names[key]) for key in written))  # what f is: another f has other values
    counting = {key: each for key, each in known if isinstance(each, tm.Variable) and tm.is_integer_letter(each)}
    places = [key for key in counting if key not in own and any(mentions(each, key) for each in (head, *inside))]
    around = {key: counting[key] for key in places if not any(key in scope for scope in names.bound)}
    if not around:
        return named(names, head, inside, node, sign)
    bound = {
        key: each
        for scope in names.bound
        for key, each in scope.items()
        if any(mentions(x, key) for x in (head, *inside))
    }
    if len(around) + len(bound) > 1:
        return at_places(head, inside, around | bound, node)
    ((place, letter),) = around.items()
    with names.within(place, letter):
        return named(names, head, inside, node, sign)


def _bound_below(node: t.Big, bound: t.Node) -> tuple[str, bool]:
    r"""The letter that an extremum or a sum binds, and whether it counts: x of `x \in S`, i of `i = 1`; "" of a condition."""
    if isinstance(bound, t.Chain):
        kinds = {each.kind for each in bound.relations}
        if kinds & {"in", "to"}:
            return canonical(bound.members[0]) or "", node.operator.startswith("lim")
        return ("", False) if node.upper is None else (canonical(bound.members[0]) or "", True)
    return canonical(bound) or "", is_place(bound, node.body)


def _calls(node: t.Node, key: str) -> bool:
    """Whether a letter stands before brackets in a node, as a function does that is one of several."""
    pairs = ((x, y) for each in every_part(node) if isinstance(each, t.Juxtaposed) for x, y in pairwise(each.items))
    return any(canonical(x) == key and isinstance(y, t.Fence) and y.left == "(" for x, y in pairs)


def _bound_in(node: t.Node) -> set[str]:
    r"""The letters that sets bind, n of `\{h(n) : n \in \mathbb{N}\}`, and those that sums, extrema and quantifiers bind, where
    they stand nowhere else."""
    parts = list(every_part(node))
    chains = [each.right for each in parts if isinstance(each, t.Such) and isinstance(each.right, t.Chain)]
    sets = {
        canonical(letter) or ""
        for each in chains
        if each.relations[0].kind == "in"
        for letter in t.items_of(each.members[0])
    }
    inside: dict[str, int] = {}
    for each in parts:
        binding = each.lower if isinstance(each, t.Big) else each.binding if isinstance(each, t.Quantifier) else None
        first = binding.left if isinstance(binding, t.Such) else binding
        first = first.members[0] if isinstance(first, t.Chain) else first
        if isinstance(first, t.Name) and (key := canonical(first)):
            inside[key] = inside.get(key, 0) + _count(each, key)
    return sets | {key for key, count in inside.items() if count == _count(node, key)}


def _count(node: t.Node, key: str) -> int:
    return sum(isinstance(each, t.Name) and canonical(each) == key for each in every_part(node))
