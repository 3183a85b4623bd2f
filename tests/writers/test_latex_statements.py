"""Statements, declarations and points as LaTeX."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import (
    and_,
    cyclic,
    delta,
    each,
    eq,
    exists,
    function,
    iff,
    implies,
    index,
    inner,
    integer,
    matrix,
    minimizer,
    natural,
    ne,
    negative,
    nonnegative,
    nonzero,
    norm,
    not_,
    or_,
    positive,
    real,
    sequence,
    vector,
    vectors,
)
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.point import MatrixValue, Point, QuadraticFunction, SequenceValue
from symproof.statement import Prop
from symproof.writers.formula import is_safe
from symproof.writers.latex import latex
from symproof.writers.statements import (
    latex_declarations,
    latex_definition,
    latex_definitions,
    latex_member,
    latex_point,
)

x, y, z = real("x"), real("y"), real("z")
t, T, k = index("t"), natural("T"), integer("k")
a, w = sequence("a"), sequence(r"\mathbf{w}", of=vector)
u, v = vectors("u v")
n = natural("n", at_least=1)
ring = cyclic(n)
i, j = index("i", over=ring), index("j", over=ring)

WRITTEN: dict[str, Prop] = {
    "x = y": eq(x, y),
    r"x \ne 0": ne(x, 0),
    r"x \le y": x <= y,
    "x > y": x > y,
    r"x < y \text{ and } y \le z": and_(x < y, y <= z),
    r"x < y \text{ and } (y < z \text{ or } z < 0)": and_(x < y, or_(y < z, z < 0)),
    r"\lnot (x = y)": not_(eq(x, y)),
    r"x = y \implies y = x": implies(eq(x, y), eq(y, x)),
    r"(x = y \text{ and } y = z) \iff x = z": iff(and_(eq(x, y), eq(y, z)), eq(x, z)),
    r"a_{t + 1} = a_{t} \quad \text{for all } t \in \mathbb{N}": each(t, eq(a[t + 1], a[t])),
    r"a_{t} = 0 \quad \text{for all } 1 \le t \le T": each(t, eq(a[t], 0), 1, T),
    r"a_{t} = 0 \quad \text{for all } t \in \mathbb{Z},\ t \ge 1": each(t, eq(a[t], 0), 1),
    r"a_{t} = 0 \quad \text{for all } 0 \le t \le T": each(t, eq(a[t], 0), None, T),
    r"\langle u, v \rangle \ge 0 \quad \text{for all } u, v": each(u, each(v, inner(u, v) >= 0)),
    r"\forall x \in \mathbb{R} : x > 0 \implies x \ge 0": each(x, implies(x > 0, x >= 0)),
    r"y > 0 \implies (\exists x \in \mathbb{R} : x > y)": implies(y > 0, exists(x, x > y)),
    r"v = \operatorname*{arg\,min}_{u} \left[ \lVert u \rVert^{2} + 1 \right]": minimizer(v, norm(u) ** 2 + 1, u, unique=True),
    r"y \in \operatorname*{arg\,min}_{x} x^{2}": minimizer(y, x**2, x),
    "i = j": eq(i, j),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "prop"), WRITTEN.items(), ids=str)
def test_a_statement_is_written_as_by_hand(expected: str, prop: Prop) -> None:
    assert latex(prop) == expected
    assert is_safe(expected)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (implies(implies(x > 0, y > 0), z > 0), implies(x > 0, implies(y > 0, z > 0))),
        (and_(or_(x > 0, y > 0), z > 0), or_(x > 0, and_(y > 0, z > 0))),
        (not_(and_(x > 0, y > 0)), and_(not_(x > 0), y > 0)),
        (implies(each(x, x > y), y > 0), each(x, implies(x > y, y > 0))),
        (each(x, exists(y, x > y)), exists(y, each(x, x > y))),
        (each(t, a[t] > 0), each(k, a[k] > 0)),
        (each(x, x >= 0), each(nonnegative("x"), nonnegative("x") >= 0)),
        (minimizer(y, x**2, x), minimizer(y, x**2, x, unique=True)),
        (minimizer(y, x**2, x), minimizer(y, x**2, real("z"))),
    ],
)
def test_statements_that_differ_are_written_differently(left: Prop, right: Prop) -> None:
    assert latex(left) != latex(right)


def test_a_member_of_a_chain_of_statements_is_bracketed_where_the_arrow_would_split_it() -> None:
    assert latex_member(implies(x > 0, y > 0)) == r"(x > 0 \implies y > 0)"
    assert latex_member(eq(x, y)) == "x = y"
    assert latex_member(x + y) == "x + y"


def test_a_matrix_is_defined_by_its_entries() -> None:
    circulant = matrix("C", ring, lambda i, j: sequence("a", over=ring)[i - j])

    assert latex_definition(circulant) == r"C_{i, j} = a_{i - j} \quad (i, j \in \mathbb{Z}/n)"  # type: ignore[arg-type]


def test_a_matrix_over_two_sets_says_both() -> None:
    table = matrix("B", (n, ring), lambda i, j: i)

    assert latex_definition(table) == r"B_{i, j} = i \quad (1 \le i \le n,\ j \in \mathbb{Z}/n)"  # type: ignore[arg-type]


def test_every_definition_that_a_claim_needs_is_found_once() -> None:
    shift = matrix("S", ring, lambda i, j: delta(i - j - 1))

    assert len(latex_definitions([eq(shift @ shift.T, shift), eq(shift[i, j], 0)])) == 1


def test_declarations_say_all_that_is_declared() -> None:
    letters = {
        positive("eta"), nonzero("lambda"), negative("m"), x, y, k, T, n, i, j, u, v, a, w,
        sequence("b", over=ring), sequence("c", of=positive, start=1), function("f"), function("g", on=real),
        matrix("A", n),
    }  # fmt: skip

    assert latex_declarations(letters) == (
        r"$\eta > 0$",
        r"$\lambda \ne 0$",
        "$m < 0$",
        r"$x$, $y \in \mathbb{R}$",
        r"$T \in \mathbb{N}$",
        r"$k \in \mathbb{Z}$",
        r"$n \in \mathbb{N}$ with $n \ge 1$",
        r"$i$, $j \in \mathbb{Z}/n$",
        "vectors $u$, $v$",
        r"a sequence of vectors $(\mathbf{w}_{k})_{k \ge 0}$",
        r"a sequence of real numbers $(a_{k})_{k \ge 0}$",
        r"a family of real numbers $(b_{k})_{k \in \mathbb{Z}/n}$",
        r"a sequence of real numbers $> 0$ $(c_{k})_{k \ge 1}$",
        "a real-valued function $f$ of a vector",
        "a real-valued function $g$ of a real number",
        r"a matrix $A = (A_{i, j}),\ 1 \le i, j \le n$",
    )


def test_letters_with_numbers_come_in_the_order_of_the_numbers() -> None:
    assert latex_declarations([real("x10"), real("x9"), real("x1")]) == (r"$x_{1}$, $x_{9}$, $x_{10} \in \mathbb{R}$",)


def test_a_point_is_written_as_equations() -> None:
    point = Point(
        {
            positive(r"\eta"): Fraction(1, 2),
            u: (Fraction(0), Fraction(1)),
            w: SequenceValue({1: (Fraction(0),)}, (Fraction(0),)),
            sequence("b"): SequenceValue({}, Fraction(3)),
            function("f"): QuadraticFunction(Fraction(-1), (Fraction(2),), Fraction(-3)),
            function("g", on=real): QuadraticFunction(Fraction(0), (Fraction(0),), Fraction(0)),
            matrix("A", 2): MatrixValue(((Fraction(1), Fraction(0)), (Fraction(0), Fraction(1)))),
        }
    )

    equations = latex_point(point)

    assert equations == (
        r"\eta = 1/2",
        "u = (0, 1)",
        r"\mathbf{w}_{1} = (0)",
        "b_{k} = 3",
        r"f(x) = -1 + \langle (2), x \rangle - \frac{3}{2} \lVert x \rVert^{2}",
        "g(x) = 0",
        r"A = [1,\ 0;\ 0,\ 1]",
    )
    assert all(map(is_safe, equations))
    assert str(point).endswith("f = -1 + inner((2), x) - 3/2*norm(x)**2, g = 0, A = [1 0; 0 1]")


def test_an_unknown_statement_is_refused_by_name() -> None:
    class Odd(Prop):
        pass

    with pytest.raises(UnknownOperator, match="no LaTeX for Odd"):
        latex(Odd())
    with pytest.raises(UnknownOperator, match="no words for Number"):
        latex_declarations([tm.ONE])
