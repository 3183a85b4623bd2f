"""Formulas become terms by what is declared; where that leaves several readings, all are said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from symproof.readers.notation import parse
from symproof.readers.resolve import (
    Ambiguous,
    Context,
    DeclarationError,
    NotUnderstood,
    Outcome,
    Reading,
    read_statement,
    resolve,
    resolve_chain,
)
from symproof.term import EntryLaw

TABLE = Path(__file__).with_name("readings.txt").read_text().splitlines()


def shown(outcome: Outcome) -> str:
    """A reading as text, with what was inferred; several with `or` between them; `?` and the reason for none."""
    match outcome:
        case Reading():
            inferred = ", ".join(f"{name}: {phrase}" for name, phrase in outcome.inferred.items())
            return outcome.text + (f"   [{inferred}]" if inferred else "")
        case Ambiguous(readings):
            return " or ".join(reading.text for reading in readings)
        case NotUnderstood():
            return f"? {outcome.message}"


def read(latex: str, names: dict[str, str] | None = None) -> str:
    """All steps of a formula, or its term."""
    context = Context.from_table({"names": names or {}})
    formula = parse(latex)
    context.survey([formula])
    shown_steps = []
    for clause in formula.clauses:
        if clause.relations:
            shown_steps += [shown(step) for step in resolve_chain(clause, context).steps]
        else:
            shown_steps += [shown(resolve(member, context)) for member in clause.members]
    return "; ".join(shown_steps)


def rows() -> list[tuple[str, dict[str, str], str]]:
    """The rows of readings.txt: a formula, perhaps declarations after `@`, and its reading."""
    found, names, latex = [], {}, ""
    for line in TABLE:
        if line.startswith("@"):
            names = dict(part.split(" = ") for part in line[1:].strip().split("; ") if part)
        elif line.startswith("    "):
            found.append((latex, names, line.strip()))
        elif line:
            latex = line
    return found


@pytest.mark.parametrize(("latex", "names", "reading"), rows(), ids=[row[0] for row in rows()])
def test_what_a_formula_is_read_as(latex: str, names: dict[str, str], reading: str) -> None:
    assert read(latex, names) == reading


def test_a_declaration_tells_a_call_from_a_product() -> None:
    assert read("f(x + 1)", {"f": "function of a real"}) == "f(x + 1)   [x: real]"
    assert read("f(x + 1)", {"f": "real"}) == "f*(x + 1)   [x: real]"
    assert " or " in read("f(x + 1)")


def test_a_quantified_statement() -> None:
    outcome = read_statement(r"\|v_t\| \le \rho \text{ for all } t", Context())

    assert isinstance(outcome, Reading)
    assert outcome.text == "norm(v[t]) <= rho for each t"


def test_entries_that_are_defined_are_the_law_of_a_matrix() -> None:
    table = {"n": "natural >= 1", "i, j": "index over Z/n", "a": "sequence of reals over Z/n", "A": "matrix Z/n"}
    context = Context.from_table({"names": table, "define": ["A_{ij} = a_{i-j}"]})

    assert isinstance(context.names["A"], EntryLaw)
    with pytest.raises(DeclarationError, match="the entries of A"):
        Context.from_table({"names": table, "define": [r"A_{ij} = \foo"]})


def test_a_quantifier_over_several_letters() -> None:
    context = Context.from_table(
        {"names": {"n": "natural >= 1", "i, j": "index over Z/n", "A": "matrix Z/n", "x, y": "real"}}
    )
    outcomes = [
        read_statement(r"A_{ij} = \delta_{i-j} \text{ for all } i, j", context),
        read_statement(r"x^2 + y^2 \ge 0 \text{ for all } x, y \in \mathbb{R}", context),
    ]

    assert [shown(outcome) for outcome in outcomes] == [
        "(A[i, j] = delta(i - j) for each j) for each i",
        "(x**2 + y**2 >= 0 for each y) for each x",
    ]


def test_a_long_sum_is_read_in_linear_time() -> None:
    """Four thousand terms, in one node: joined two by two, time would grow with the square."""
    outcome = read_statement("x" + " + x" * 4_000 + " = y", Context())

    assert isinstance(outcome, Reading)


def test_no_mutant_of_a_formula_breaks_the_resolver() -> None:
    """Characters dropped and put in: a reading, several, or a place, never an exception."""
    draw = random.Random(7)
    formulas = [row[0] for row in rows()]
    known = Context.from_table(
        {"names": {"w, x": "vector", "a": "sequence of reals", "A": "matrix n", "f": "function of a vector"}}
    )
    for _ in range(150):
        latex = draw.choice(formulas)
        for _ in range(draw.randint(1, 3)):
            place = draw.randint(0, len(latex))
            latex = latex[:place] + draw.choice(["", *r"xw_^{}()|+=,\ 2"]) + latex[place + draw.randint(0, 2) :]
        for context in (Context(), known):
            assert isinstance(read_statement(latex, context), (Reading, Ambiguous, NotUnderstood))
