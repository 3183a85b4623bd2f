"""Arithmetic in the words of a text: what is taken for a formula, and what is not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of


def read(text: str) -> list[tuple[str, str]]:
    """What is claimed, as it stands in the text, and the first letters of the verdicts."""
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.3, second_reader=False)
    told = [[answer.steps[k].judged.verdict[0] for k in each.steps] for each in answer.heard]
    return [(each.latex, "".join(verdicts)) for each, verdicts in zip(answer.heard, told, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She sold 48/2 = 24 clips in May, 48 + 24 = 72 in all.", [("48/2 = 24", "p"), ("48 + 24 = 72", "p")]),
        ("She sold 48/2 = 24 clips in May, 48 + 24 = 76 in all.", [("48/2 = 24", "p"), ("48 + 24 = 76", "r")]),
        ("So 3 + 4 = 7 * 2 = 14.", [("3 + 4 = 7 * 2 = 14", "rp")]),
        ("It laid 16 - 3 = <<16-3=13>>13 eggs.", [("16 - 3 = <<16-3=13>>13", "p")]),
        ("They pay 9 * 2 = $<<9*2=18>>18 a day, then $5.", [("9 * 2 = $<<9*2=18>>18", "p")]),
        (r"4 tickets * \$12/ticket = \$48", [(r"4 tickets * \$12/ticket = \$48", "p")]),
        (r"4 tickets * \$12/ticket = \$46", [(r"4 tickets * \$12/ticket = \$46", "r")]),
        ("The cost is 80,000 + 50,000 = $130,000 now.", [("80,000 + 50,000 = $130,000", "p")]),
        ("20% of 50 = 10 and 45/60 = 75%.", [("20% of 50 = 10", "p"), ("45/60 = 75%", "p")]),
        ("Total = 2 1/2 + 1/2 = 3.", [("2 1/2 + 1/2 = 3", "p")]),
        ("5 x 3 = 15 - some. 2**3 = 8, 3(4) = 12, 1.5^2 ≈ 2.3.",
         [("5 x 3 = 15", "p"), ("2**3 = 8", "p"), ("3(4) = 12", "p"), ("1.5^2 ≈ 2.3", "p")]),
        ("6 workers need 60 / 6 = 12 days, 55 mph * 3 hours = 165 miles.",
         [("60 / 6 = 12", "r"), ("55 mph * 3 hours = 165", "p")]),
        ("In formulas as before: $3 + 4 = 7$.", [("$3 + 4 = 7$", "p")]),
        ("8 pens cost 8 * 20 = 160 cents = $1.60.", [("8 * 20 = 160", "p")]),
        # a number of things that a product turns into others, as often as it happens
        ("3 weeks = 3 * 7 = 21 days = 21 * 24 = 505 hours.", [("3 * 7 = 21", "p"), ("21 * 24 = 505", "r")]),
        ("60 mph = 60 * 1.6 = 96 km/h, 35 pens = 3 * 12 pens.", [("60 * 1.6 = 96", "p"), ("35 pens = 3 * 12", "r")]),
        ("He has 3 + 4 = 7 = 7 * 2 = 14, and 15% = 15/100.", [("3 + 4 = 7 = 7 * 2 = 14", "prp"), ("15% = 15/100", "p")]),
        ("10 * 270 = 2700 s = 45 min.", [("10 * 270 = 2700 s = 45", "pp")]),
        (r"We need 3 \times 3/4 = 9/4 cups and 12 \div 4 = 4.", [(r"3 \times 3/4 = 9/4", "p"), (r"12 \div 4 = 4", "r")]),
        # an x between numbers, also before a bracket or a price, but no letter
        ("They pay 2 x (3 + 4) = 2 x 7 = 15, 3 x €2 = €6.", [("2 x (3 + 4) = 2 x 7 = 15", "pr"), ("3 x €2 = €6", "p")]),
        ("Let x be 5. Then 2 x (3 + 4) = 70, f (3) = 9 and g (3 + 1) = 5.", []),
        ("So f(x) and 4x, 2 x (3 + 4) = 14 and 3 x 4 = 12.", [("3 x 4 = 12", "p")]),
        ("It is sqrt(3^2 + 4^2) = sqrt(25) = 5 m, 2 * √(9) = 7.",
         [("sqrt(3^2 + 4^2) = sqrt(25) = 5", "pp"), ("2 * √(9) = 7", "r")]),
        ("Then 6-30=-24, 6-30 = -22, but 6-30 = 24 days.", [("6-30=-24", "p"), ("6-30 = -22", "r")]),
        # remainders, parts of a quantity, shares, powers and roots without brackets
        ("Then 17 / 5 = 3 R 2 and 17 / 5 = 3 r 2, but 17 / 5 = 4 rows.", [("17 / 5 = 4", "r")]),
        ("So 24/7 = 3 weeks and 3 days, 24/7 = 3 weeks and we go.", [("24/7 = 3", "r")]),
        ("He has 45 out of 60 = 75%, she has 45 out of 50 = 95%, 3 of 5 = 60%, 1/4 of 80 = 20.",
         [("45 out of 60 = 75%", "p"), ("45 out of 50 = 95%", "r"), ("3 of 5 = 60%", "p"), ("1/4 of 80 = 20", "p")]),
        ("2^10 = 1,024 and 2^10 = 1,025, √16 = 4.", [("2^10 = 1,024", "p"), ("2^10 = 1,025", "r"), ("√16 = 4", "p")]),
        ("So 1/2 * 14 * 9 = 63 cm^2, 2 * 3 = 7 m^2.", [("1/2 * 14 * 9 = 63", "p"), ("2 * 3 = 7", "r")]),
        # numbers beside letters, and in other measures than they seem
        ("So x pens + 3 = 4 + 5 and 3 + 4 = 7x and 2 * 3 = 6 + y pens.", []),
        ("Half of x = 10 means x/2 = 10, 2**n * 3**m = 6 and F[n]**2 = 4 (-1)**n.", []),
        ("Then 3 + 5 = 1 (mod 7), and 3 + 5 = 1 mod 7.", []),
        ("3 hours * 60 = 180 minutes, 2 hours + 30 minutes = 150 minutes, 50 cents * 4 = $2.", []),
        ("2 dozen + 1 = 25, 2 million + 500,000 = 2,500,000.", []),
        ("5/20 * 100 = 25%, 20 + 10% = 22.", []),
        ("Run `3 + 4 = 8` at 10:30 + 0:15 = 10:45.", []),
        ("From 10-12 = 2 hours, but 9-2 = 6 hours.", [("9-2 = 6", "r")]),
        ("f(3) = 9, 3 != 4, 3 = 3, a3 + 4 = 7.", []),
        # brackets that hold a chain, lines below each other, the last number of a list
        ("That is 26 pens (2 * 13 = 26) and 7 (3 + 4 = 8), so f(2 + 3 = 5).", [("2 * 13 = 26", "p"), ("3 + 4 = 8", "r")]),
        ("The rest: (2 * 13 = 26) - 3 = 23, a pen - 3 = 4 + 5, but -3 + 5 = 2.", [("2 * 13 = 26", "p"), ("-3 + 5 = 2", "p")]),
        ("48/2 = 24\n48/2 = 25\n-3 + 4 = 1\n2 + 3\n= 5", [("48/2 = 24", "p"), ("48/2 = 25", "r"), ("-3 + 4 = 1", "p"), ("2 + 3\n= 5", "p")]),
        ("The mean of 4, 8, 9 and 11 = (4+8+9+11)/4 = 8.", [("(4+8+9+11)/4 = 8", "p")]),
        # a line is about what stands before its colon or sign, and no number before it counts that
        ("15% × £32 = £4.80\nSecond price: £32 − £4.80 = £27.20\nTake-home pay = $369 − $44 = $326",
         [("15% × £32 = £4.80", "p"), ("£32 − £4.80 = £27.20", "p"), ("$369 − $44 = $326", "r")]),
        ("Perimeter = 2(l + w) = 2(12 + 7) = 2(19) = 36 m, f(x) = 3 + x = 7.", [("2(12 + 7) = 2(19) = 36", "pr")]),
        ("-3 x -4 = 12, 3 x -4 = 12.", [("-3 x -4 = 12", "p"), ("3 x -4 = 12", "r")]),
        # rates, and percentages of a quantity
        ("$456 × 5 = $2280 per week, 24 miles - 10 miles = 15 miles a day.",
         [("$456 × 5 = $2280", "p"), ("24 miles - 10 miles = 15", "r")]),
        ("45% of 312 = 140.4 days, 45% of 312 = 14.4 days.", [("45% of 312 = 140.4", "p"), ("45% of 312 = 14.4", "r")]),
        ("10 miles / 20 minutes = 30 mph = 30 miles/hour = 30 miles per hour.", []),
        ("60 miles / 2 hours = 30 mph, 60 miles / 2 hours = 35 miles per hour.",
         [("60 miles / 2 hours = 30", "p"), ("60 miles / 2 hours = 35", "r")]),
        # notes that come to another number than what is said behind them; a number may be rounded
        ("It laid 16 - 3 = <<16-3=12>>13 eggs, <<9/4=2.25>>2 each.", [("16 - 3 = <<16-3=12>>13", "rr"), ("9/4=2.25", "p")]),
        # another measure at the end of a chain, a bracket of quantities, a remark that is a unit; areas and maps are not read
        ("It grew 0.9 m - 0.5 m = 0.4 m = 40 cm, or 3 * 20 min = 60 min = 2 h.",
         [("0.9 m - 0.5 m = 0.4 m = 40", "pp"), ("3 * 20 min = 60 min = 2", "pr")]),
        ("3 m * 2 m = 6 m^2 = 600 cm. 5 * 0.2 l = 1 l = 1000 ml per day.", [("3 m * 2 m = 6", "p"), ("5 * 0.2 l = 1", "p")]),
        ("On the map 4 * 2 cm = 8 cm = 8 km.", [("4 * 2 cm = 8", "p")]),
        ("around: 2 * (9 cm + 4 cm) = 24 cm, price: 30 - 6 = 24 (€)", [("2 * (9 cm + 4 cm) = 24", "r"), ("30 - 6 = 24", "p")]),
        ("This is 0,4 · 75 € = 30 €\n75 € − 30 € = 40 €", [("0,4 · 75 € = 30 €", "p"), ("75 € − 30 € = 40 €", "r")]),
        ("165 minutes\n150 / 15 = 11 breaks", [("150 / 15 = 11", "r")]),
        ("1,5 km = 1500 m, 30 min = 0,3 h", [("1,5 km = 1500 m", "p"), ("30 min = 0,3 h", "r")]),
        ("area = π · 3² = 9π ≈ 28.3, around: 2 * pi * 3 = 9pi", [("π · 3² = 9π ≈ 28.3", "pp"), ("2 * pi * 3 = 9pi", "r")]),
    ],
)  # fmt: skip
def test_chains_of_numbers_are_read_where_they_stand_alone(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("4 × $0.75 | **$3.00**", "p"), ("3 × 1.15 | 3.55", "r"), ("17 / 6 | ≈ 2.83", "p"), ("17 / 6 | 2.84", "r"),
        (r"$\frac{3}{4} \times 80$ | 60 km", "p"), (r"$15 \times 40$ | $610$", "r"), ("12% of $50 | \\$6.50", "r"),
        ("2 × 3 = 6 | 7", "p"), ("$2x + 3$ | 7", ""), ("17 / 6 | 2 R 5", ""), ("3 hours × 60 | 180 minutes", ""),
        ("`7 / 2` | 3", ""), ("3 + 4 | see below", ""),
    ],
)  # fmt: skip
def test_tables_say_what_calculations_come_to(cells: str, expected: str) -> None:
    """Only where the heads of the columns say so."""
    for head, letters in (("Calculation | Result", expected), ("Range | Result", expected if "= 6" in cells else "")):
        told = read(f"| Item | {head} |\n|---|---|---|\n| A | {cells} |\n")
        assert "".join(verdicts for _, verdicts in told) == letters


def test_and_in_latex() -> None:
    text = r"\documentclass{article}\begin{document}She pays 3 * \$5 = \$15, 20\% of 50 = 11. So $1 + 1 = 2$.\end{document}"
    answer = answer_document(document_of(text.encode(), "latex"), {}, budget=0.3, second_reader=False)
    assert [each.latex for each in answer.heard] == [r"3 * \$5 = \$15", r"20\% of 50 = 11", "$1 + 1 = 2$"]
    assert [each.judged.verdict for each in answer.steps] == ["proved", "refuted", "proved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # commas before thousands, in brackets that calculate and beside prices
        (r"So $(2,565.2 + 3) = 2,568.2$ and $1,227 - 29 = \$1,198$.", ["proved", "proved"]),
        (r"Then $$\begin{aligned} 160 \cdot 25 &= 4,010 \end{aligned}$$", ["refuted"]),
        ("Then $1,227 - 29 = 1,198$ or \\$2.", ["proved"]),
        (r"Also $0,5 + 1,25 = 1,75$ and $1,250 + 0,5 = 1,750$; it costs \$3.", ["proved", "proved"]),
        # what is left is claimed, with its unit too, and words of the next sentence take nothing back
        ("Ben ends up with $$46 - 11 = 33$$ After that he goes.", ["refuted"]),
        (r"Ben is left with $138 + 11 = 127\text{ miles}$.", ["refuted"]),
        # words on the left are the name of a quantity, also beside the sign at which rows stand
        (r"Plugging in: \[ \text{Average} = \frac{88 + 92}{2} = \frac{180}{2} = 91 \]", ["proved", "refuted"]),
        (r"$$\text{New price} = 92 \cdot 0.85 = 78.20$$", ["proved"]),
        (
            r"$$x = 3 + 4 = 7$$" "\n\n" r"$$\begin{aligned} \text{Total legs} &= 12 \cdot 4 \\ &= 48 \end{aligned}$$",
            ["proved", "proved"],
        ),
        ("So $6 = 8$, a contradiction, and $5 = 9$, which is a contradiction.", []),
        ("He has $1,227 - 29 = $1,198 left, and 1,227 - 29 = 1,188.", ["proved", "refuted"]),
    ],
)
def test_numbers_in_formulas_among_words(text: str, expected: list[str]) -> None:
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.3, second_reader=False)
    assert [each.judged.verdict for each in answer.steps] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # equations in letters, and values behind them
        ("1) 2x + 3 = 11\n2x = 8\nx = 4", [("2x + 3 = 11", ""), ("2x = 8", "p"), ("x = 4", "p")]),
        ("1) 2x + 3 = 11\n2x = 8\nx = 5", [("2x + 3 = 11", ""), ("2x = 8", "p"), ("x = 5", "r")]),
        ("x^2 - 5x + 6 = 0  =>  (x-2)(x-3) = 0, so x = 2 or x = 3",
         [("x^2 - 5x + 6 = 0  =>  (x-2)(x-3) = 0", "p"), ("x = 2", "p"), ("x = 3", "")]),
        ("Solve x**2 = 9\n\nx = ±3\n\n2) Solve |x - 3| = 5\n\nx - 3 = 5 or x - 3 = -5",
         [("x**2 = 9", ""), ("x = ±3", "p"), ("|x - 3| = 5", ""), ("x - 3 = 5", "p"), ("x - 3 = -5", "")]),
        ("Solve 4x - 7 = 2x + 5 | -2x\n2x - 7 = 5 | +7\n2x = 14 (1)",
         [("4x - 7 = 2x + 5 | -2x", ""), ("2x - 7 = 5 | +7", "p"), ("2x = 14", "r")]),
        ("6) -2x > 6\nx < -3", [("-2x > 6", ""), ("x < -3", "p")]),
        ("6) -2x > 6\nx > -3", [("-2x > 6", ""), ("x > -3", "r")]),
        ("(x+3)^2 = x^2 + 6x + 9, but (x + 3)^2 = x^2 + 9", [("(x+3)^2 = x^2 + 6x + 9", "p"), ("(x + 3)^2 = x^2 + 9", "r")]),
        ("Let w be the width, 2(w + 5) + 2w = 50, so 4w = 40 and w = 10 cm.",
         [("2(w + 5) + 2w = 50", ""), ("4w = 40", "p"), ("w = 10", "p")]),
        ("Let x = number of pens. Then **3x = 12**, so x = 4 pens.", [("3x = 12", ""), ("x = 4", "p")]),
        ("1. Let a, b > 0 with abc = 1.\n2. (2x - 3)^2 = 4x^2 - 12x + -9\n\n3. x = 2 times 5\n\n4. 2x + 1 = 7\nx = 3",
         [("(2x - 3)^2 = 4x^2 - 12x + -9", "r"), ("2x + 1 = 7", ""), ("x = 3", "p")]),
        ("4) (3y - a)^2 = 9y^2 - 6ya + a^2 and (n - 3)^2 = 25, so n - 3 = ±5 and n = 8 or n = -2",
         [("(3y - a)^2 = 9y^2 - 6ya + a^2", "p"), ("(n - 3)^2 = 25", ""), ("n - 3 = ±5", "p"), ("n = 8", "p"), ("n = -2", "")]),
        # letters behind numbers beside others, powers and places below in Unicode, pi
        ("5a - 2b + 3a = 8a - 3b, 2a - (a - 2b) = a + 2b", [("5a - 2b + 3a = 8a - 3b", "r"), ("2a - (a - 2b) = a + 2b", "p")]),
        ("x² · x³ = x⁵ and x⁷/x³ = x¹⁰", [("x² · x³ = x⁵", "p"), ("x⁷/x³ = x¹⁰", "r")]),
        ("x² - 4x + 3 = 0\nx₁,₂ = 2 ± 1\nx₁ = 3\nx₂ = 2",
         [("x² - 4x + 3 = 0", ""), ("x₁,₂ = 2 ± 1", "p"), ("x₁ = 3", "p"), ("x₂ = 2", "r")]),
        ("x² - 4x + 3 = 0\nx1,2 = 2 ± 1", [("x² - 4x + 3 = 0", ""), ("x1,2 = 2 ± 1", "p")]),
        ("sin(x) = 0, 0 <= x < 2π\nx = 0 or x = π/2",
         [("sin(x) = 0", ""), ("0 <= x < 2π", ""), ("x = 0", "r"), ("x = π/2", "")]),
        ('"I am x. x + 10 = 3x - 14."\n24 = 2x', [("x + 10 = 3x - 14", ""), ("24 = 2x", "p")]),
        ("a = 5m + 3m = 9m and x + 3m = 10m", []),
        # values alone, units behind numbers, programs, words that take part, letters of which more is said
        ("We ran n = 30 trials with p < 0.05 and r = 0.8; x-axis = 0, f(3) = 9.", []),
        ("Then 5m = 500 cm, 5m + 3m = 8m, 2h = 120 min.", []),
        ("i = i + 1 in the loop, for (i = 0; i < n + 1; i++)", []),
        ("The sum of x + y = 5, x + 2 = ?, 2x = total, 10:30 - x = 9:15, 4x2 = 8.", []),
        ("2H2 + O2 = 2H2O and E = mc^2.", []),
        ("Let a, b > 0 with abc = 1. Then a + b = 2c.", []),
        ("x = 2 times 5, so 2x + 1 = 11.", []),
        ("x + y > 3, so x - y = 1.", []),
        ("Run `2x + 3 = 7` and $f$ = 2x + 3 = 7.", [("$f$", "")]),
    ],
)  # fmt: skip
def test_equations_that_are_typed_without_dollars(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
