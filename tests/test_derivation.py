"""The authoring surface: chains, derivations as values, places of steps, and what is refused when one is built."""

from __future__ import annotations

import pytest

from symproof import (
    and_,
    assumed,
    by,
    calc,
    cite,
    derivation,
    eq,
    implies,
    induction,
    matrix,
    minimizer,
    natural,
    omitted,
    positive,
    real,
    ring,
    sin,
    telescope,
    vector,
)
from symproof.chain import COMPOSE
from symproof.errors import ChainError, DerivationError, SortError
from symproof.statement import Iff, Implies, Relation, Statement

x, y, eta = real("x"), real("y"), positive("eta")
v, w = vector("v"), vector("w")


# Chains -------------------------------------------------------------------------------------------


def test_a_chain_relates_its_first_member_to_its_last() -> None:
    @derivation(given=[x > 0])
    def bound():
        return calc(x).eq(x + 0).lt(x + 1).le(x + 2)

    assert bound.claim == (x < x + 2)
    assert bound.statement == Statement((x > 0,), x < x + 2)
    assert [statement.claim for statement in bound.statements] == [eq(x, x + 0), x + 0 < x + 1, x + 1 <= x + 2]


def test_the_kernel_composes_relations_by_the_same_table() -> None:
    kernel = pytest.importorskip("symproof.kernel")

    relations = {pair: kind for pair, kind in COMPOSE.items() if "i" not in pair[0]}

    assert relations == kernel.COMPOSE


@pytest.mark.parametrize(("first", "second"), [("le", "ge"), ("lt", "gt"), ("ge", "lt"), ("ne", "ne"), ("le", "ne")])
def test_relations_that_do_not_compose_are_refused_at_the_step(first: str, second: str) -> None:
    chain = getattr(calc(x).eq(x), first)(x + 1)

    with pytest.raises(ChainError, match="step 3"):
        getattr(chain, second)(x)


def test_a_chain_does_not_change_when_it_is_continued() -> None:
    start = calc(x).eq(x)

    start.le(x + 1)

    assert len(start.links) == 1


def test_statements_make_a_chain_of_their_own() -> None:
    @derivation
    def rewriting():
        return calc(eq(x, y)).iff(eq(y, x)).implies(x <= y)

    assert rewriting.claim == Implies(eq(x, y), x <= y)
    assert rewriting.statements[0].claim == Iff(eq(x, y), eq(y, x))


def test_sympy_may_start_a_chain_and_stand_in_it() -> None:
    sympy = pytest.importorskip("sympy")
    s = sympy.Symbol("s", real=True)
    f = sympy.Symbol("f", real=True)

    chain = calc(sympy.exp(s)).le(s + f)
    statement = calc(sympy.Ge(s, f)).implies(sympy.Gt(s + 1, f))

    assert str(chain) == "exp(s) <= " + str(chain.last)
    assert [link.kind for link in statement.links] == ["implies"]


@pytest.mark.parametrize(
    "step",
    [
        lambda: calc(x).eq(v),
        lambda: calc(v).eq(x),
        lambda: calc(v).eq(1),
        lambda: calc(x).eq(0.5),
        lambda: calc(matrix("A", 2)).eq(matrix("B", 3)),
        lambda: calc(eq(x, y)).iff(x),
        lambda: calc("x"),
    ],
)
def test_a_member_of_another_sort_is_refused(step) -> None:
    with pytest.raises(SortError):
        step()


@pytest.mark.parametrize("start", [v, matrix("A", 2), eq(x, y)])
def test_only_scalars_are_ordered(start) -> None:
    with pytest.raises(AttributeError, match=r"has no step \.le"):
        calc(start).le(start)


# Reasons ------------------------------------------------------------------------------------------


def test_a_step_keeps_its_reason_its_citations_and_its_note() -> None:
    @derivation
    def lemma():
        return eq(x, x)

    @derivation
    def user():
        return calc(x).eq(x, by=(cite(lemma), telescope), note="as above").eq(x, by=ring()).eq(x)

    first, second, third = user.steps

    assert (first.by, first.cites, first.note) == (telescope, (lemma,), "as above")
    assert (second.by, third.by) == (ring, None)
    assert user.cited == (lemma,)


def test_reasons_with_arguments() -> None:
    n = natural("n")

    assert induction(n).args == (n,)
    assert assumed("Theorem 3 of the paper").args == ("Theorem 3 of the paper",)
    assert by.z3.name == "z3"


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("telescope", "without quotes"),
        (induction, r"by=induction\(n\)"),
        (assumed, "on trust"),
        (cite, "cite a derivation"),
        (3, "the words are"),
        ((ring, telescope), "one engine"),
    ],
)
def test_what_is_no_reason_is_refused_with_the_next_move(value, advice) -> None:
    with pytest.raises(DerivationError, match=advice):
        calc(x).eq(x, by=value)


def test_a_derivation_is_cited_by_name_of_cite() -> None:
    @derivation
    def lemma():
        return eq(x, x)

    with pytest.raises(DerivationError, match=r"by=cite\(lemma\)"):
        calc(x).eq(x, by=lemma)


@pytest.mark.parametrize("call", [lambda: assumed(""), lambda: assumed(None), lambda: cite()])
def test_a_reason_that_says_nothing_is_refused(call) -> None:
    with pytest.raises(DerivationError):
        call()


def test_a_known_error_cannot_be_cited() -> None:
    @derivation(expect="refuted")
    def slip():
        return eq(x, x + 1)

    @derivation
    def rests():
        return calc(x).eq(x, by=cite(slip))

    with pytest.raises(DerivationError, match="slip is expected to be refuted") as raised:
        _ = rests.steps

    assert raised.value.line == rests.line + 1


# Derivations --------------------------------------------------------------------------------------


def test_a_derivation_says_who_it_is() -> None:
    @derivation(given=[eta > 0, x > 0], expect="refuted")
    def wrong():
        """Expand the square.

        From the lecture.
        """
        return eq(x, y)

    assert (wrong.name, wrong.title, wrong.remarks) == ("wrong", "Expand the square.", "From the lecture.")
    assert wrong.given == (eta > 0, x > 0)
    assert wrong.expect == "refuted"
    assert wrong.id.endswith("test_derivation.py::wrong")


def test_building_is_lazy_and_happens_once() -> None:
    calls = []

    @derivation
    def counted():
        calls.append(1)
        return calc(x).eq(x)

    before = len(calls)
    _ = counted.steps, counted.claim, counted.statement

    assert (before, len(calls)) == (0, 1)


def test_a_single_statement_is_one_step() -> None:
    @derivation
    def closed_form():
        return minimizer(y, (x - y) ** 2, x)

    @derivation
    def relation():
        return eq(x, x)

    (step,), (other,) = closed_form.steps, relation.steps

    assert (step.kind, step.right, step.label) == ("", None, "1-claim")
    assert (other.kind, other.left, other.right) == ("=", x, x)
    assert not closed_form.is_chain
    assert not relation.is_chain
    assert closed_form.claim == step.claim


def test_hypotheses_may_be_sympys() -> None:
    sympy = pytest.importorskip("sympy")

    @derivation(given=[sympy.Symbol("x", real=True) > 1])
    def from_sympy():
        return eq(x, x)

    assert isinstance(from_sympy.given[0], Relation)


@pytest.mark.parametrize(
    ("returned", "words"),
    [(None, "write `return`"), (calc(x), "no step"), (x, "a scalar"), (True, "type bool"), ([calc(x)], "type list")],
)
def test_a_function_that_returns_no_derivation_is_refused_with_its_place(returned, words) -> None:
    @derivation
    def made():
        return returned

    with pytest.raises(DerivationError, match=words) as raised:
        _ = made.steps

    assert (raised.value.file, raised.value.line) == (__file__, made.line)
    assert f"{__file__}:{made.line}: " in str(raised.value)


def test_two_letters_of_one_name_are_refused_at_the_step() -> None:
    @derivation(given=[x > 0])
    def clash():
        return (
            calc(x)
            .eq(x)
            .eq(positive("x"))
        )  # fmt: skip

    with pytest.raises(DerivationError, match="NameClash") as raised:
        _ = clash.steps

    assert raised.value.line == clash.line + 4


def test_a_term_that_is_nested_too_deeply_is_refused_at_the_step() -> None:
    @derivation
    def deep():
        term = x
        for _ in range(20_000):
            term = sin(term)
        return calc(x).eq(x).eq(term)

    with pytest.raises(DerivationError, match="nested too deeply") as raised:
        _ = deep.steps

    assert raised.value.line == deep.line + 4


def test_what_the_function_raises_is_raised_on_each_look() -> None:
    @derivation
    def broken():
        return calc(x).eq(1 / 0)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            _ = broken.steps
    assert isinstance(broken.build(), ZeroDivisionError)


@pytest.mark.parametrize(
    "declare",
    [
        lambda: derivation(given=x > 0),
        lambda: derivation(given=[x]),
        lambda: derivation(given="x > 0"),
        lambda: derivation(expect="wrong"),
        lambda: derivation([x > 0]),
        lambda: derivation(lambda z: z),
    ],
)
def test_a_malformed_decorator_is_refused(declare) -> None:
    with pytest.raises((DerivationError, SortError)):
        declare()


# Places -------------------------------------------------------------------------------------------


def test_the_line_of_a_step_is_that_of_its_method() -> None:
    @derivation
    def spread():
        return (
            calc(
                x
            )
            .eq(x).le(x + 1)
            .le(
                x + 2,
                note="ä: columns count bytes",
            )
            # a remark between
            .
            le(x + 3, by=(
                omitted))
        )  # fmt: skip

    lines = [step.place.line - spread.line for step in spread.steps]
    sources = [step.place.source for step in spread.steps]

    assert lines == [5, 5, 6, 12]
    assert sources[:2] == [".eq(x)", ".le(x + 1)"]
    assert sources[2] == '.le(\n    x + 2,\n    note="ä: columns count bytes",\n)'
    assert sources[3] == ".le(x + 3, by=(\n    omitted))"


def test_steps_made_in_a_loop_and_in_a_helper_have_their_own_places() -> None:
    def twice(chain):
        return chain.eq(x).eq(x)

    @derivation
    def looped():
        chain = calc(x).eq(x)
        for k in range(2):
            chain = chain.le(x + k)
        return twice(chain)

    lines = [step.place.line - looped.line for step in looped.steps]

    assert lines == [1, 3, 3, -3, -3]


def test_the_place_of_a_statement_is_that_of_its_return() -> None:
    @derivation
    def stated():
        """One statement."""
        left = x + 1
        return and_(
            left > x,
            implies(x > 0, left > 1),
        )

    (step,) = stated.steps

    assert step.place.line == stated.line + 3
    assert step.place.source.startswith("and_(\n    left > x,")


def test_source_that_cannot_be_read_still_gives_a_line() -> None:
    made: dict = {"calc": calc, "derivation": derivation, "x": x}
    exec(compile("@derivation\ndef f():\n    return calc(x).eq(x)\n", "nowhere", "exec"), made)

    (step,) = made["f"].steps

    assert (step.place.line, step.place.source) == (3, "")


def test_a_chain_of_a_thousand_steps_is_built_in_linear_time() -> None:
    lines = "\n".join(f"    chain = chain.le(x + {k})" for k in range(1000))
    made: dict = {"calc": calc, "derivation": derivation, "x": x}
    exec(compile(f"@derivation\ndef f():\n    chain = calc(x)\n{lines}\n    return chain\n", "nowhere", "exec"), made)

    steps = made["f"].steps

    assert [steps[0].place.line, steps[-1].place.line] == [4, 1003]
