"""A second reader: what it is shown, what counts as another reading, and that a document is read the same without it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import real
from symproof.doors.latex2sympy import is_installed
from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.judgement import second
from symproof.term import Number, Scalar

x, y = real("x"), real("y")


def test_it_is_shown_plain_formulas_only() -> None:
    assert second._is_plain(r"\frac{x}{2} + 3 y^2", x / 2 + 3 * y**2)
    for latex in (r"f(x) + 1", "x_1 + 1", "e^x", r"\log x", r"\mathbf{x}", r"d x", r"\text{a}"):
        assert not second._is_plain(latex, x + 1)


@pytest.mark.parametrize(("term", "other", "differs"), [(x * y, x * y, False), (x / (2 * y), x / 2 * y, True)])
def test_readings_differ_where_their_values_do(term: Scalar, other: Scalar, differs: bool) -> None:
    points = second._points(term)
    values = []
    for point in points:
        closed = second.substitute(other, {letter: Number(Fraction(point[str(letter)])) for letter in other.free})
        assert isinstance(closed, Scalar)
        values.append(str(float(second.value_of(closed) or 0)) if not differs else str(second.value_of(closed)))
    assert second._differ(term, points, [str(Fraction(value).limit_denominator(10**15)) for value in values]) is differs
    assert not second._differ(term, points, [""] * len(points))


def test_a_step_that_it_reads_otherwise_is_ambiguous_and_shows_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second.SecondReader, "start", lambda self: self.differing.update({"1 + 1": "11"}))
    document = document_of(b"$1 + 1 = 2$ and $2 + 2 = 4$", "markdown")

    first, other = answer_document(document, {}, budget=1.0).steps
    assert (first.judged.verdict, first.judged.readings) == ("not understood", ("1 + 1", "11"))
    assert "ambiguous" in first.judged.reason
    assert other.judged.verdict == "proved"


def test_it_is_not_shown_what_words_give_another_measure() -> None:
    document = document_of(rb"He runs $7 \cdot 1200 = 8400$ m $= 8.4$ km.", "markdown")
    first, other = answer_document(document, {}, budget=1.0, second_reader=False).steps
    assert [latex for latex, _ in first.step.members] == [r"7 \cdot 1200", "8400"]
    assert [latex for latex, _ in other.step.members] == ["8.4"]


def test_nothing_is_asked_when_it_is_not_wanted_or_not_there() -> None:
    document = document_of(b"$1 + 1 = 2$", "markdown")

    assert answer_document(document, {}, budget=1.0, second_reader=False).count("proved") == 1
    assert is_installed() or answer_document(document, {}, budget=1.0).count("proved") == 1
