"""Quantities with units: what is the same in base units is proved, a wrong conversion is refuted, rounding is not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.document import document_of


@pytest.mark.parametrize(
    ("latex", "verdict"),
    [
        (r"5 \text{ km} = 5000 \text{ m}", "proved"),
        (r"5 \text{ km} = 500 \text{ m}", "refuted"),
        (r"36 \text{ km/h} = 10 \text{ m/s}", "proved"),
        (r"3\,\mathrm{m} \cdot 4\,\mathrm{m} = 12\,\mathrm{m}", "refuted"),
        (r"1\ \text{eV} = 1.602 \cdot 10^{-19}\ \text{J}", "unknown"),
        (r"2\,\text{h} + 30\,\text{min} = 150\,\text{min}", "proved"),
    ],
)
def test_quantities_with_units(latex: str, verdict: str) -> None:
    (step,) = answer_document(document_of(f"We have ${latex}$.".encode(), "markdown"), {}, budget=1.0).steps

    assert step.judged.verdict == verdict
