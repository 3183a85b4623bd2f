"""Facts that extend others know what facts read as a whole know; and they are read as facts, not as what stands in a sum."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from symproof import factorial, index, inner, integer, natural, ne, norm, positive, real, sequence, sqrt, total, vectors
from symproof import statement as st
from symproof import term as tm
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from tests.kernel_says import both_reject

x, y, p, n, k = real("x"), real("y"), positive("p"), natural("n"), index("k")
u, v = vectors("u v")
a = sequence("a")
ATOMS = (x, y, p, n, a[n], a[n + 1], inner(u, v), norm(u))


def some_term(random: Random, depth: int) -> tm.Scalar:
    if depth == 0:
        return random.choice(ATOMS)
    left, right = (some_term(random, depth - 1) for _ in "12")
    return random.choice(
        (left + right, left - right, left * right, abs(left), sqrt(left**2), total(a[k] * right, k, 1, n))
    )


def some_fact(random: Random) -> st.Relation:
    right = random.choice((tm.ZERO, tm.ONE, random.choice(ATOMS)))
    return st.Relation(
        random.choice(("<", "<=", ">", ">=", "=", "!=")), some_term(random, random.choice((0, 1, 1, 2))), right
    )


def test_facts_in_pieces_know_what_they_know_as_a_whole() -> None:
    """A later fact may say of which sign x is, and so what |x| is in an earlier one."""
    random = Random(7)
    for _ in range(12):
        props = [some_fact(random) for _ in range(4)]
        whole, pieces = Facts(props), Facts(props[:1])
        for prop in props[1:]:
            pieces.evident(some_fact(random))
            pieces = pieces.extended([prop])
        for one, other in pairwise((*props, props[0])):
            asked = st.Relation("<=", one.left, other.left)
            assert whole.evident(asked) == pieces.evident(asked), (props, asked)


def test_a_sign_that_is_known_later_is_used_for_what_was_read_before() -> None:
    facts = Facts([abs(x) <= y])

    assert not facts.evident(x <= y)
    assert facts.extended([x >= 0]).evident(x <= y)
    assert not facts.extended([x <= 0]).evident(-x <= y - 1)


def test_what_is_known_does_not_hang_on_when_it_was_asked_for() -> None:
    """y < 0 says what |y| is, that x + y < 0, and this what |x + y| is: the last was not read again where facts came one by
    one, and the kernel rejected what the re-checker accepted."""
    props = [abs(x + y) <= p, x >= 0, abs(x) - abs(y) < 0]
    pieces = Facts()
    for prop in props:
        pieces = pieces.extended([prop])

    assert not pieces.evident(-x - y <= p)
    for facts in (pieces.extended([y < 0]), Facts([*props, y < 0])):
        assert facts.evident(-x - y <= p)
        assert not facts.evident(-x - y <= p - 1)
        assert not facts.evident(x + y <= -p)


def test_facts_that_are_first_asked_inside_of_a_sum_do_not_speak_of_its_index() -> None:
    """k >= 5 was read of the index k of the sum that was being read, and then said nothing of k."""
    m = integer("m")
    facts = Facts([k >= 5, m >= 2])

    facts.normalizer.scalar(total(factorial(m) * k, k, 0, n))

    assert facts.evident(k >= 4)
    assert not facts.evident(k >= 6)


def test_where_a_quotient_is_not_zero_neither_is_what_stands_above() -> None:
    known = (ne(1 - x / y, 0),)

    assert not both_reject(ne(y - x, 0), ct.Evident(), known)
    assert not both_reject(ne((y - x) * p, 0), ct.Evident(), known)
    assert both_reject(ne(y + x, 0), ct.Evident(), known)
    assert both_reject(ne(x, 0), ct.Evident(), known)
    assert both_reject(ne(x - y + 1, 0), ct.Evident(), known)
    assert both_reject(ne(y - x, 0), ct.Evident(), (ne(1 - x / y, 1),))
    assert both_reject(ne(y - x, 0), ct.Evident(), (ne(1, y - x + 2),))
