"""Chains of numbers as they are done by hand: each right one beside one with a slip of the usual kind."""

from __future__ import annotations

from random import Random

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of

PAIRS = [
    (r"\frac{3}{9} = 0.3333\ldots", r"\frac{3}{9} = 0.3433\ldots"),
    (r"\sqrt{6} = 2.4494\dots", r"\sqrt{6} = 2.4484\dots"),
    (r"-\sqrt{6} = -2.449…", r"-\sqrt{6} = -2.439…"),
    (r"0.999… = 1", r"0.998… = 1"),
    (r"1 + 2 + 3 + \dots + 34 = \frac{34 \cdot 35}{2}", r"1 + 2 + 3 + \dots + 34 = \frac{34 \cdot 33}{2}"),
    (r"1 + 3 + 5 + \dots + 99 = 50^2", r"1 + 3 + 5 + \dots + 99 = 49^2"),
    (r"1^2 + 2^2 + 3^2 + \dots + 10^2 = 385", r"1^2 + 2^2 + 3^2 + \dots + 10^2 = 375"),
    (r"1 + 2 + 4 + \dots + 64 = 127", r"1 + 2 + 4 + \dots + 64 = 128"),
    (r"\frac12 + \frac14 + \frac18 + \dots + \frac1{32} = \frac{31}{32}", r"\frac12 + \frac14 + \frac18 + \dots + \frac1{32} = 1"),
    (r"1 \cdot 2 \cdot 3 \cdots 8 = 8!", r"1 \cdot 2 \cdot 3 \cdots 8 = 9!"),
    (r"2\tfrac12 + 1\tfrac14 = 3\tfrac34", r"2\tfrac12 + 1\tfrac14 = 3\tfrac26"),
    ("20,142 - 6,919 = 13,223", "20,142 - 6,919 = 13,323"),
    (r"\frac{\cancel{8} \cdot 3}{\cancel{8} \cdot 10} = \frac{3}{10}", r"\frac{\cancel{8} + 3}{\cancel{8} + 10} = \frac{3}{10}"),
    (r"444\,\text{km} : 6\,\text{h} = 74\,\text{km/h}", r"444\,\text{km} : 6\,\text{h} = 75\,\text{km/h}"),
    (r"100\,\text{km} : 3\,\text{h} \approx 33.3\,\text{km/h}", r"100\,\text{km} : 3\,\text{h} \approx 33.4\,\text{km/h}"),
    (r"3.5\,\text{m} + 52\,\text{cm} = 402\,\text{cm}", r"3.5\,\text{m} + 52\,\text{cm} = 87\,\text{cm}"),
    (r"9 \cdot 1.33\,€ = 11.97\,€", r"9 \cdot 1.33\,€ = 12.97\,€"),
    (r"8,5 + 0,26 = 8,76", r"8,5 + 0,26 = 9,76"),
    (r"8,5 \cdot 2 = 17", r"8,5 \cdot 2 = 10"),
    (r"17 : 5 = 3 \text{ R } 2", r"17 : 5 = 3 \text{ R } 1"),
    (r"17 \div 5 = 3 \; R \; 2", r"17 \div 5 = 2 \; R \; 7"),
    (r"\sqrt{86} + 3 \approx 9.27 + 3 = 12.27", r"\sqrt{86} + 3 \approx 9.37 + 3 = 12.37"),
    (r"8\text{ cm} \cdot 3\text{ cm} = 24\text{ cm}^2", r"8\text{ cm} \cdot 3\text{ cm} = 22\text{ cm}^2"),
]  # fmt: skip
UNCERTAIN = [
    "\\frac12 + \\frac14 + \\dots + \\frac1{32} = \\frac{31}{32}",
    "1 + 2 + \\dots + 8 = 36",
    "1 + 2 + 3 + 5 + \\dots + 34 = 87",
    "2 + 4 + 8 + \\dots + 100 = 3",
]
"""Two laws fit, or none."""
COMMAS = [r"8,5 \cdot (1 + 1,5) = 21,25", r"x = 2,5 \cdot 2 = 5", r"5 = 1,2,3", r"3,14 \cdot x = 2"]
"""A comma may separate there; nothing is said of `5 \\cdot 2`."""


def verdicts(formulas: list[str]) -> list[str]:
    text = "\n".join(f"{k}. ${formula}$" for k, formula in enumerate(formulas, 1))
    answer = answer_document(document_of((text + "\n").encode(), "markdown"), {}, budget=0.5)
    found = {}
    for each in answer.steps:
        worst = found.get(each.step.line, "proved")
        found[each.step.line] = each.judged.verdict if worst == "proved" else worst
    return [found[k] for k in range(1, len(formulas) + 1)]


def generated(rng: Random) -> list[tuple[str, str]]:
    """Chains, and the same with the order of operations, a sign, a carry or a fraction wrong."""
    a, b, c, d = (rng.randint(2, 12) for _ in range(4))
    return [
        (rf"{a} + {b} \cdot {c} = {a} + {b * c} = {a + b * c}", rf"{a} + {b} \cdot {c} = {a + b} \cdot {c} = {(a + b) * c}"),
        (rf"{a} - ({b} - {c}) = {a} - {b} + {c} = {a - b + c}", rf"{a} - ({b} - {c}) = {a} - {b} - {c} = {a - b - c}"),
        (rf"({a} + {b})^2 = {a * a} + {2 * a * b} + {b * b}", rf"({a} + {b})^2 = {a}^2 + {b}^2"),
        (rf"\frac{{{a}}}{{{b}}} : \frac{{1}}{{{c}}} = \frac{{{a * c}}}{{{b}}}", rf"\frac{{{a}}}{{{b}}} : \frac{{1}}{{{c}}} = \frac{{{a}}}{{{b * c}}}"),
        (rf"{a}.5 \cdot {2 * b} = {2 * a * b + b}", rf"{a}.5 \cdot {2 * b} = {2 * a * b}.5"),
        (rf"-{a}^2 + (-{b})^2 = {b * b - a * a}", rf"-{a}^2 + (-{b})^2 = {b * b + a * a}"),
        (rf"{a}^{{-2}} = \frac{{1}}{{{a * a}}}", rf"{a}^{{-2}} = -{a * a}"),
        (rf"\sqrt{{{d * d * 3}}} = {d}\sqrt{{3}}", rf"\sqrt{{{d * d * 3}}} = {d * d}\sqrt{{3}}"),
        (rf"{a}{b:02} \equiv {int(f'{a}{b:02}') % 9} \pmod 9", rf"{a}{b:02} \equiv {(int(f'{a}{b:02}') + 4) % 9} \pmod 9"),
    ]  # fmt: skip


def test_a_right_chain_is_proved_and_its_neighbour_refuted() -> None:
    assert verdicts([right for right, _ in PAIRS]) == ["proved"] * len(PAIRS)
    assert verdicts([wrong for _, wrong in PAIRS]) == ["refuted"] * len(PAIRS)


def test_generated_chains() -> None:
    rng = Random(7)
    pairs = [pair for _ in range(4) for pair in generated(rng)]

    assert verdicts([right for right, _ in pairs]) == ["proved"] * len(pairs)
    assert verdicts([wrong for _, wrong in pairs]) == ["refuted"] * len(pairs)


def test_an_ellipsis_with_two_laws_or_none_is_not_read() -> None:
    assert verdicts(UNCERTAIN) == ["not understood"] * len(UNCERTAIN)


def test_a_comma_that_may_separate_tears_what_stands_beside_it() -> None:
    assert verdicts(COMMAS) == ["not understood"] * len(COMMAS)


def test_a_quotient_with_a_remainder_in_words_is_no_equation() -> None:
    text = "So $47 : 7 = 6$ remainder $5$, and $47 : 7 = 6$."
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.5)

    assert [each.judged.verdict for each in answer.steps] == ["not understood", "refuted"]


def test_an_equation_that_goes_on_over_displays_with_its_sign_twice() -> None:
    for last, verdict in ((10, "proved"), (11, "refuted")):
        text = f"$$\\frac17 + \\frac13 = $$\n$$= \\frac{{3 + 7}}{{21}} = $$\n$$= \\frac{{{last}}}{{21}}$$\n"
        answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.5)
        assert [each.judged.verdict for each in answer.steps] == ["proved", verdict]


def test_a_decimal_comma_in_braces() -> None:
    assert (
        verdicts(["2 + 2{,}8 = 4{,}8", "0{,}5 + 1{,}250 = 1{,}750", "1{,}250 + 1 = 1{,}251", "3{,}5\\% \\cdot 200 = 7"])
        == ["proved"] * 4
    )
    assert verdicts(["2 + 2{,}8 = 5{,}8", "0{,}5 + 1{,}250 = 1251"]) == ["refuted"] * 2
    assert verdicts(["x_{1{,}2} = 3"]) == ["not understood"]
