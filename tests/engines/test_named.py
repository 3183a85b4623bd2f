"""Lemmas at values that the author names."""

from __future__ import annotations

from symproof import at, calc, check, derivation, positive, real
from symproof.chain import Chain

x, y, z, e = real("x"), real("y"), real("z"), positive("e")


def test_a_value_that_is_allowed_only_where_the_goal_fails() -> None:
    """Of a goal that holds without the lemma too: the certificate was one that puts a value for e which may be below 0."""

    @derivation
    def a_little_more() -> Chain:
        return calc(x).le(x + e)

    @derivation(given=[x + z <= y, z >= 0])
    def no_more() -> Chain:
        return calc(x).le(y, by=at(a_little_more, {e: (x - y) / 2}))

    @derivation(given=[x + z <= y, z >= 0])
    def never_allowed() -> Chain:
        return calc(x).le(y, by=at(a_little_more, {e: -(z**2)}))

    assert check(no_more).verdict == "proved"
    assert "-z**2 > 0" in check(never_allowed, budget=1.0).steps[0].reason
