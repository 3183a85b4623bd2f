"""Integrals and limits are worked out by rules that are checked: what is right is proved, a slip is refuted, and a pole, a kink
or a limit that does not exist is refused."""

from __future__ import annotations

import pytest

from symproof import Proved, Refuted, prove
from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, NotUnderstood, Outcome, Reading, resolve_statement
from symproof.statement import Prop
from tests.kernel_says import settled

RIGHT = [
    (r"\int_0^1 \frac{1}{1 + x^2} \, dx = \frac{\pi}{4}", r"\int_0^1 \frac{1}{1 + x^2} \, dx = \frac{\pi}{3}"),
    (r"\int_{-2}^2 \frac{dx}{4 + x^2} = \frac{\pi}{4}", r"\int_{-2}^2 \frac{dx}{4 + x^2} = \frac{\pi}{2}"),
    (r"\int_0^{\pi} \sin x \, dx = 2", r"\int_0^{\pi} \sin x \, dx = 1"),
    (r"\int_1^e \frac{1}{x} \, dx = 1", r"\int_1^2 \frac{1}{x} \, dx = 1"),
    (r"\int_a^b e^{2t} \, dt = \frac{e^{2b} - e^{2a}}{2}", r"\int_a^b e^{2t} \, dt = e^{2b} - e^{2a}"),
    (r"\int_1^4 \sqrt{x} \, dx = \frac{14}{3}", r"\int_1^4 \sqrt{x} \, dx = 5"),
    (r"\int_0^1 x e^x \, dx = 1", r"\int_0^1 x e^x \, dx = e"),
    (r"\int_0^1 \frac{2x}{1 + x^2} \, dx = \ln 2", r"\int_0^1 \frac{2x}{1 + x^2} \, dx = \ln 3"),
    (r"\int_0^1 x e^{-x^2} \, dx = \frac{1 - e^{-1}}{2}", r"\int_0^1 x e^{-x^2} \, dx = \frac{1}{2}"),
    (r"\int_0^{\pi/2} \sin^2 x \, dx = \frac{\pi}{4}", r"\int_0^{\pi/2} \cos^2 x \, dx = \frac{\pi}{2}"),
    (r"\int_0^1 x^2 (1 - x) \, dx = \frac{1}{12}", r"\int_0^1 x^2 (1 - x) \, dx = \frac{1}{6}"),
    (r"\int_0^\infty x e^{-2x} \, dx = \frac14", r"\int_0^\infty x e^{-2x} \, dx = \frac12"),
    (r"\int_0^1 x e^{x^2} \, dx = \frac{e - 1}{2}", r"\int_0^1 x e^{x^2} \, dx = 2(e - 1)"),
    (r"\int_1^\infty \frac{x}{(x^2 + 1)^2} \, dx = \frac14", r"\int_1^\infty \frac{x}{(x^2 + 1)^2} \, dx = \frac12"),
    (r"\int_0^1 \frac{x}{\sqrt{x^2 + 1}} \, dx = \sqrt{2} - 1", r"\int_0^1 \frac{x}{(x^2 + 1)^3} \, dx = \frac{3}{8}"),
    (r"\left[ -\frac12 (x^2 + 1)^{-1} \right]_1^\infty = \frac14", r"\lim_{x \to \infty} (x^2 + 1)^{-1} = 1"),
    (
        r"\lim_{n \to \infty} \frac{((n + 1)!)^3 e^{3(n + 1)} (3n)!}{(3n + 3)! (n!)^3 e^{3n}} = \frac{e^3}{27}",
        r"\lim_{n \to \infty} \frac{e^{2(n + 1)}}{e^{2n}} = e",
    ),
    (r"\int_0^1 \frac{x}{1 + x^2} \, dx = \frac12 \log 2", r"\int_0^1 \frac{x}{1 + x^2} \, dx = \log 2"),
    (r"\int_0^{\pi/2} \sin^3 x \cos x \, dx = \frac14", r"\int_0^{\pi/2} \sin^3 x \cos x \, dx = \frac12"),
    (r"\int x \, dx = \frac{x^2}{2} + C", r"\int x \, dx = x^2 + C"),
    (r"\lim_{n \to \infty} \frac{3n^2 + 2n}{n^2 + 1} = 3", r"\lim_{n \to \infty} \frac{3n^2 + 2n}{n^2 + 1} = 2"),
    (r"\lim_{x \to 0} \frac{\sin x}{x} = 1", r"\lim_{x \to 0} \frac{\sin 2x}{x} = 1"),
    (r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = \frac12", r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = 0"),
    (r"\lim_{n \to \infty} (1 + \frac{1}{n})^n = e", r"\lim_{n \to \infty} (1 + \frac{1}{n})^n = 1"),
    (r"\lim_{h \to 0} \frac{(x + h)^2 - x^2}{h} = 2x", r"\lim_{h \to 0} \frac{(x + h)^2 - x^2}{h} = x"),
    (r"\lim_{x \to 0^+} \frac{|x|}{x} = 1", r"\lim_{x \to 0^-} \frac{|x|}{x} = 1"),
    (r"\lim_{x \to 0^+} x \log x = 0", r"\lim_{x \to 0^+} x \log x = 1"),
    (r"\lim_{x \to 0^+} \sqrt{x} \log x = 0", r"\lim_{x \to 0^+} \sqrt{x} \log x = 1"),
    (r"\lim_{x \to \infty} \frac{\log x}{\sqrt{x}} = 0", r"\lim_{x \to \infty} \frac{\log x}{\sqrt{x}} = 1"),
    (r"\lim_{x \to 0^-} e^{1/x} = 0", r"\lim_{x \to 0^-} e^{1/x} = 1"),
    (r"\lim_{x \uparrow 1} \frac{x^2 - 1}{|x - 1|} = -2", r"\lim_{x \downarrow 1} \frac{x^2 - 1}{|x - 1|} = -2"),
    (r"\lim_{n \to \infty} \frac{(\log n)^2}{n} = 0", r"\lim_{n \to \infty} \frac{(\log n)^2}{n} = 1"),
    (
        r"\lim_{n \to \infty} \frac{(n + 1)! (2n)!}{n! (2n + 2)!} n = \frac14",
        r"\lim_{n \to \infty} \frac{(n + 1)! (2n)!}{n! (2n + 2)!} n = \frac12",
    ),
    (r"\lim_{n \to \infty} \frac{6^{n+1} n^2}{6^n (n + 1)^2} = 6", r"\lim_{n \to \infty} \frac{9^n}{3^{2n}} = 0"),
    (r"\lim_{n \to \infty} \frac{e^{2n + 1}}{(e^n)^2} = e", r"\lim_{n \to \infty} \frac{(3n)!}{(3n - 2)! n^2} = 3"),
    (r"\lim_{n \to \infty} \frac{n}{3^n} = 0", r"\lim_{n \to \infty} \frac{n + 1}{n} = 0"),
]
NOT_READ = [
    r"\int_{-1}^1 \frac{1}{x^2} \, dx = -2",
    r"\int_a^b \frac{1}{x^2} \, dx = \frac1a - \frac1b",
    r"\int_0^2 |x - 1| \, dx = 1",
    r"\int_{-1}^2 \frac{2x}{x^2 - 2} \, dx = \log 2",
    r"\int_{-1}^2 \frac{x}{(x^2 - 2)^2} \, dx = 0",
    r"\int_0^\pi \frac{\sin x}{\cos^2 x} \, dx = -2",
    r"\int_0^1 \frac{1}{x^2 - 1} \, dx = \frac{\pi}{4}",
    r"\int_1^\infty \frac{1}{x} \, dx = 1",
    r"\int_{-3}^3 \frac{x}{(x^2 - 4)^2} \, dx = 0",
    r"\int_0^\infty \frac{x}{\sqrt{x^2 + 1}} \, dx = 1",
    r"\lim_{n \to \infty} \frac{(n + 1)!}{n!} = 1",
    r"\lim_{n \to \infty} \frac{(2n)!}{n! n!} = 2",
    r"\lim_{n \to \infty} \frac{x^{n+1}}{x^n} = x",
    r"\lim_{n \to \infty} \frac{5^n}{4^n} = 0",
    r"\lim_{x \to 0} \frac{|x|}{x} = 1",
    r"\lim_{x \to 0^-} \sqrt{x} = 0",
    r"\lim_{x \to 0^-} (1 + \sqrt{x}) = 1",
    r"\lim_{x \to 1^+} \sqrt{1 - x^2} = 0",
    r"\lim_{x \to 0^-} x \log x = 0",
    r"\lim_{x \to \infty} \frac{\sqrt{x}}{\log x} = 0",
    r"\lim_{x \to 0^+} \frac{\sqrt{x} \log x}{x} = 0",
    r"\lim_{x \to 0^+} \frac{\log x}{x} = 0",
    r"\lim_{x \to 1^+} x \log(x - 1) = 0",
    r"\lim_{x \to 0^+} \log x = 0",
    r"\lim_{x \to 0^+} \frac{1}{x} = 0",
    r"\lim_{x \to x^+} x = x",
    r"\lim_{x \to 0} \frac{1}{x} = 0",
    r"\lim_{x \to 0} x \sin \frac{1}{x} = 1",
    r"\lim_{n \to \infty} (-1)^n = 1",
]


def read(latex: str) -> Outcome:
    context = Context()
    formula = parse(latex)
    context.survey([formula])
    return resolve_statement(formula.clauses[0], context)


def claim(latex: str) -> Prop:
    outcome = read(latex)
    assert isinstance(outcome, Reading)
    assert isinstance(outcome.term, Prop)
    return outcome.term


@pytest.mark.parametrize(("right", "wrong"), RIGHT)
def test_what_is_worked_out(right: str, wrong: str) -> None:
    assert isinstance(prove(claim(right), budget=10.0), Proved)
    assert isinstance(prove(claim(wrong), budget=10.0), Refuted)


def test_a_sum_to_infinity() -> None:
    assert isinstance(prove(claim(r"\sum_{k=1}^\infty \frac{1}{k(k+1)} = 1"), budget=10.0), Proved)
    assert not isinstance(settled(claim(r"\sum_{k=1}^\infty \frac{1}{k(k+1)} = 2"), budget=0.5), Proved)


@pytest.mark.parametrize("latex", NOT_READ)
def test_what_may_have_no_value_is_not_read(latex: str) -> None:
    assert isinstance(read(latex), NotUnderstood)


@pytest.mark.parametrize(
    ("latex", "verdict"),
    [
        (r"\nabla f(x, y) = (2x + y, x)", "proved"),
        (r"\nabla f(x, y) = (2x + y, y)", "refuted"),
        (r"\nabla f(1, 2) = (4, 1)", "proved"),
        (r"\nabla f(1, 2) = (4, 2)", "refuted"),
    ],
)
def test_gradients_of_functions_of_numbers(latex: str, verdict: str) -> None:
    text = f"Let $f(x, y) = x^2 + xy$. Then ${latex}$."
    (step,) = answer_document(document_of(text.encode(), "markdown"), {}, budget=4.0).steps

    assert step.judged.verdict == verdict
