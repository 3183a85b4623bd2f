"""Formulas as rows of pieces: what is read, how wide it is, where it is broken."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from symproof.writers.commands import ALPHABETS, COMMANDS
from symproof.writers.formula import FormulaError, broken, is_safe, read, width
from symproof.writers.mathml import mathml
from tests.writers.samples import circulant_file, regret_file

GRID = r"\begin{pmatrix} A & \frac{b}{c} \\ 0 & D \end{pmatrix}^{-1}"
PREAMBLE = r"\documentclass[11pt]{article}\usepackage{amsmath}\providecommand{\mathbb}[1]{\mathbf{#1}}\begin{document}"


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{a}{b",
        r"\left( a",
        r"a \right)",
        "a^2^3",
        "a_1_2",
        "a^{2}'",
        "^2",
        r"\unknown",
        r"\frac{a}",
        r"\text{a_b}",
        r"\text{50%}",
        "(a",
        "a)",
        r"a \, _{2}",
        "a^{}",
        "a & b",
        r"a \\ b",
        "50% of it",
        r"\left. a \right)",
        r"\begin{x}",
        r"\begin{pmatrix} a & b",
        r"\begin{pmatrix} a & b \end{x}",
        r"\begin{pmatrix} ( & ) \end{pmatrix}",
        r"\input{x}",
    ],
)
def test_what_might_not_compile_is_refused(latex: str) -> None:
    assert not is_safe(latex)
    with pytest.raises(FormulaError, match=re.escape(latex)):
        read(latex)


@pytest.mark.parametrize(
    "latex", [r"\frac ab", "a'_{1}", "a_{1}'", r"x^\star", r"\sqrt{2}", "{}", "f(x)^{2}", r"\{1, 2\}", GRID]
)
def test_what_compiles_is_read(latex: str) -> None:
    assert is_safe(latex)


def test_a_sign_is_binary_only_between_two_things() -> None:
    assert [piece.kind for piece in read("-a - (-b)")] == ["ord", "ord", "bin", "open", "ord", "ord", "close"]


def test_a_long_sum_is_broken_before_its_signs_and_keeps_every_piece() -> None:
    latex = " + ".join(f"x_{{{k}}}" for k in range(60))

    lines = broken(latex, 20)

    assert len(lines) > 4
    assert all(width(line) <= 20 for line in lines)
    assert all(line.startswith("+") for line in lines[1:])
    assert " ".join(lines) == latex


def test_a_relation_is_broken_before_a_sum_is() -> None:
    assert broken("a + b + c = d + e + f", 9) == ("a + b + c", "= d + e + f")


def test_a_bracket_that_must_be_broken_gets_a_fixed_size() -> None:
    latex = r"\frac{1}{2} \left( " + " + ".join(rf"\frac{{x_{{{k}}}}}{{2}}" for k in range(12)) + r" \right)^{2}"

    lines = broken(latex, 12)

    assert len(lines) > 1
    assert all(width(line) <= 12 for line in lines)
    assert lines[0].startswith(r"\frac{1}{2} \Bigl(")
    assert lines[-1].endswith(r"\Bigr)^{2}")


def test_a_short_formula_is_left_alone() -> None:
    assert broken(r"a +  \frac{b}{c}", 40) == (r"a +  \frac{b}{c}",)


def test_what_cannot_be_broken_stays_whole() -> None:
    assert broken(r"\frac{a + b + c}{d}", 2) == (r"\frac{a + b + c}{d}",)


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here to measure with")
def test_the_estimate_of_a_width_is_at_least_that_of_tex_and_not_much_more(tmp_path: Path) -> None:
    reports = (regret_file(), circulant_file())
    formulas = [s.left_latex for r in reports for d in r.derivations for s in d.steps if width(s.left_latex) > 3]
    formulas += [s.right_latex for r in reports for d in r.derivations for s in d.steps if width(s.right_latex) > 3]
    formulas += [
        r"a + b + c + d - e",
        r"\left( \frac{a}{b} \right)^{2} x^{y + 1}",
        r"\mathbf{M} \mathbf{W} M W",
        "S C A B",
        GRID,
    ]

    measured = widths_in_tex(formulas, tmp_path)

    for formula, real in zip(formulas, measured, strict=True):
        assert real * 0.98 <= width(formula) <= real * 1.3, formula


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here to try with")
def test_every_command_that_is_read_compiles(tmp_path: Path) -> None:
    plain = [rf"\{name}" for name, (kind, _) in COMMANDS.items() if kind not in ("open", "close")]
    formulas = [rf"a {command} b" for command in plain] + [rf"\{name}{{x}}" for name in ALPHABETS]

    assert all(map(is_safe, formulas))
    assert len(widths_in_tex(formulas, tmp_path)) == len(formulas)


def test_every_command_that_is_read_becomes_mathml() -> None:
    for name, (kind, _) in COMMANDS.items():
        if kind not in ("open", "close"):
            assert f"\\{name}" not in mathml(rf"a \{name} b")
    for name in ALPHABETS:
        assert "\\" not in mathml(rf"\{name}{{x}} y")


TOKENS = [
    "a", "2", "+", "-", "=", ",", "(", ")", "[", "]", "'", "_", "^", "{", "}", " ", "|", "/", r"\frac", r"\sqrt", r"\left(",
    r"\right)", r"\left\lVert", r"\right\rVert", r"\langle", r"\rangle", r"\sum", r"\text{if }", r"\mathbf", r"\hat", r"\,",
    r"\eta", r"\max", r"\operatorname", r"\operatorname*", r"\le", r"\iff", r"\cdot", r"\Bigl(", r"\Bigr)", r"\prime",
]  # fmt: skip


def random_formulas(number: int) -> list[str]:
    """Formulas that are read, from random rows of tokens; the same ones in each run."""
    draw = random.Random(20)
    found: list[str] = []
    while len(found) < number:
        text = "".join(draw.choices(TOKENS, k=draw.randint(1, 9)))
        if is_safe(text):
            found.append(text)
    return found


def test_whatever_is_read_becomes_mathml() -> None:
    for formula in random_formulas(1500):
        assert mathml(formula).startswith("<math"), formula


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX here to try with")
def test_whatever_is_read_compiles(tmp_path: Path) -> None:
    formulas = random_formulas(1500)

    assert len(widths_in_tex(formulas, tmp_path)) == len(formulas)


def widths_in_tex(formulas: list[str], folder: Path) -> list[float]:
    """The widths that TeX gives, in em; it stops at the first formula that does not compile."""
    rows = "\n".join(rf"\setbox0\hbox{{$\displaystyle {each}$}}\typeout{{WIDTH \the\wd0}}" for each in formulas)
    (folder / "widths.tex").write_text(f"{PREAMBLE}\n{rows}\n\\end{{document}}\n")
    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "widths.tex"],
        cwd=folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "\n!" not in run.stdout, run.stdout[run.stdout.find("\n!") :][:300]
    return [float(found) / 10.95 for found in re.findall(r"^WIDTH ([\d.]+)pt", run.stdout, re.MULTILINE)]


def test_a_norm_is_not_broken_inside() -> None:
    latex = r"\lVert a + b + c + d \rVert + e"

    assert broken(latex, 5) == (r"\lVert a + b + c + d \rVert", "+ e")


def test_the_digits_of_a_number_stay_together_where_a_line_is_broken() -> None:
    assert broken(r"a + b + c \approx 2.161", 7) == ("a + b + c", r"\approx 2.161")
