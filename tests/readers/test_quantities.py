"""Quantities with units, congruences, whole parts: what is right is proved, a slip is refuted, rounding and unknown ranges are not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of


@pytest.mark.parametrize(
    ("latex", "verdict"),
    [
        (r"5 \text{ km} = 5000 \text{ m}", "proved"),
        (r"5 \text{ km} = 500 \text{ m}", "refuted"),
        (r"36 \text{ km/h} = 10 \text{ m/s}", "proved"),
        (r"3\,\mathrm{m} \cdot 4\,\mathrm{m} = 12\,\mathrm{m}", "refuted"),
        (r"1\ \text{eV} = 1.602 \cdot 10^{-19}\ \text{J}", "unknown"),
        (r"17 \equiv 2 \pmod 5", "proved"),
        (r"17 \equiv 3 \pmod 5", "refuted"),
        (r"3 \mid n^3 - n", "proved"),
        (r"\lfloor 3.7 \rfloor = 4", "refuted"),
        (r"\sum_i \frac{e^{z_i}}{\sum_j e^{z_j}} = 1", "proved"),
        (r"\sum_i (x_i + 1) = \sum_i x_i + 1", "unknown"),
        (r"2\,\text{h} + 30\,\text{min} = 150\,\text{min}", "proved"),
    ],
)
def test_quantities_and_whole_numbers(latex: str, verdict: str) -> None:
    (step,) = answer_document(document_of(f"We have ${latex}$.".encode(), "markdown"), {}, budget=4.0).steps

    assert step.judged.verdict == verdict
