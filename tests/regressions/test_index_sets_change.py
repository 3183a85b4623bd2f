"""A sum over Z/m in which m is replaced: nested letters change their index set together, and none is captured."""

from __future__ import annotations

from symproof import cyclic, index, natural, sequence, total
from symproof.substitution import substitute
from symproof.term import scalar

m = natural("m", at_least=1)
a, b = sequence("a", over=cyclic(m)), sequence("b", over=cyclic(m))
r, s = index("r", over=cyclic(m)), index("s", over=cyclic(m))


def test_nested_letters_change_together() -> None:
    """It was an error: r was a residue modulo 2 while s beside it was still one modulo m."""
    two = cyclic(2)
    u, v, c, d = index("r", over=two), index("s", over=two), sequence("a", over=two), sequence("b", over=two)

    found = substitute(total(total(a[s] * b[r - s], s), r), {m: scalar(2)})

    assert found == total(total(c[v] * d[u - v], v), u)


def test_a_letter_of_the_new_index_set_is_not_captured() -> None:
    """A free letter r modulo 2 stays free when the bound r modulo m becomes one modulo 2."""
    q, free = natural("q"), index("r", over=cyclic(2))
    c = sequence("c", over=cyclic(2))

    found = substitute(total(b[r] * q, r) + c[free], {m: scalar(2)})
    entering = substitute(total(b[r] * q, r), {m: scalar(2), q: c[free]})

    assert free in found.free
    assert free in entering.free
