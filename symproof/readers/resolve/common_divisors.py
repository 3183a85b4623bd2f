r"""Greatest common divisors of terms in letters: `\gcd(21n + 4, 14n + 3) = 1`.

That g is the greatest common divisor of a and b says that g is not negative, divides both, and is a sum of multiples of them;
that two pairs have the same one, that the members of each are sums of multiples of the other's.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.letters import Names
from symproof.readers.resolve.numbers import congruent, constant
from symproof.readers.resolve.values import Refused, Value
from symproof.statement import Prop

MULTIPLES = ("u", "v", "s", "t", "x", "y", "p", "q")
Pair = tuple[tm.Scalar, tm.Scalar]


def is_common_divisor(node: t.Node) -> bool:
    r"""Whether a node is `\gcd(a, b)`."""
    return (
        isinstance(node, t.Function)
        and node.name == "gcd"
        and node.sup is node.sub is None
        and isinstance(node.argument, t.Fence)
        and isinstance(node.argument.body, t.Sequence)
        and len(node.argument.body.items) == 2
    )


def common_divisor(
    names: Names, sides: tuple[t.Node, t.Node], values: tuple[Value, Value], sign: t.Node
) -> Prop | None:
    """What an equation says of greatest common divisors of terms in letters; None of one that is about none."""
    pairs = [_pair(names, side) for side in sides]
    first, second = pairs
    if all(pair is None or all(constant(each) is not None for each in pair) for pair in pairs):
        return None
    names.note("a greatest common divisor divides both, and is a sum of multiples of them")
    if first is not None and second is not None:
        both = ((first, second), (second, first))
        parts = tuple(_combined(each, other) for one, other in both for each in one if each not in other)
        return st.all_of(parts) if parts else st.Relation("=", tm.ONE, tm.ONE)
    pair = first or second
    value = values[1] if first is not None else values[0]
    if pair is None or not isinstance(value, tm.Scalar) or not tm.is_integer(value):
        raise Refused(sign, "a greatest common divisor beside what is not known to be whole")
    number = constant(value)
    if number == 1:
        return _combined(value, pair)
    divides = [congruent(names, each, tm.ZERO, value, sign) for each in pair]
    return st.And((*([st.Relation(">=", value, tm.ZERO)] if number is None else []), *divides, _combined(value, pair)))


def _pair(names: Names, node: t.Node) -> Pair | None:
    if not is_common_divisor(node):
        return None
    assert isinstance(node, t.Function) and isinstance(node.argument, t.Fence)
    assert isinstance(node.argument.body, t.Sequence)
    one, other = map(names.scalar, node.argument.body.items)
    for each in (one, other):
        if not tm.is_integer(each):
            raise Refused(node, f"a common divisor of {each}, which is not known to be whole")
    return one, other


def _combined(value: tm.Scalar, pair: Pair) -> Prop:
    """That a number is a sum of multiples of two."""
    taken = {str(letter) for each in (value, *pair) for letter in each.free}
    first, second = [tm.Variable(name, "integer") for name in MULTIPLES if name not in taken][:2]
    equation = st.Relation("=", pair[0] * first + pair[1] * second, value)
    return st.exists(first, st.exists(second, equation))
