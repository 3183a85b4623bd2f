"""Sample reports, built by hand from real terms: the three headline derivations, known slips, and failures."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from symproof import (
    cyclic,
    delta,
    each,
    eq,
    function,
    grad,
    gradient,
    index,
    inner,
    matrix,
    minimizer,
    natural,
    nonzero,
    norm,
    positive,
    real,
    sequence,
    total,
    vector,
)
from symproof.report import DerivationReport, FileReport, StepReport
from symproof.statement import Prop, relation
from symproof.term import Term
from symproof.text import plain
from symproof.writers.latex import latex
from symproof.writers.statements import latex_declarations, latex_definitions, latex_member


def step(left: Term, kind: str, right: Term | None, **more: Any) -> StepReport:
    """One step, as the checker would report it."""
    text = plain(left) if right is None else f"{plain(left)} {kind} {plain(right)}"
    fields: dict[str, Any] = {"line": 20, "source": f".{kind}(...)", "verdict": "proved", **more}
    return StepReport(
        relation=kind,
        left_latex=latex(left) if right is None else latex_member(left),
        right_latex="" if right is None else latex_member(right),
        text=text,
        **fields,
    )


def derived(
    name: str, title: str, given: list[Prop], claim: Prop, steps: list[StepReport], **more: Any
) -> DerivationReport:
    """One derivation with its declarations, as the checker would report it."""
    free = claim.free.union(*(hypothesis.free for hypothesis in given)) if given else claim.free
    verdict = next((each.verdict for each in steps if each.verdict != "proved"), "proved")
    fields: dict[str, Any] = {"file": "derivations/sample.py", "line": 10, "expect": "proved", "remarks": "", **more}
    return DerivationReport(
        id=f"{fields['file']}::{name}",
        name=name,
        title=title,
        verdict=verdict,
        ok=fields.pop("ok", verdict == fields["expect"]),
        given_latex=tuple(map(latex, given)),
        claim_latex=latex(claim),
        steps=tuple(steps),
        declared=latex_declarations(free),
        defined_latex=latex_definitions([claim, *given]),
        **fields,
    )


def chain(start: Term, *links: tuple[str, Term, dict[str, Any]]) -> list[StepReport]:
    """The steps of a chain."""
    steps = []
    for kind, right, more in links:
        steps.append(step(start, kind, right, **more))
        start = right
    return steps


def argmin_file() -> FileReport:
    """Row 1.1: the closed form of the proximal step, with a slip and an unsettled step beside it."""
    f, w, t = function("f"), vector(r"\mathbf{w}"), index("t")
    ws = sequence(r"\mathbf{w}'", of=vector)
    centre = vector(r"\mathbf{c}")
    file = "derivations/prox.py"

    def model(lam: Any) -> Any:
        return f(centre) + inner(w - centre, grad(f)(centre)) + lam / 2 * norm(w - centre) ** 2

    lam, loose = positive(r"\lambda"), nonzero(r"\lambda")
    slope = grad(f)(centre) + lam * (w - centre)
    closed = centre - grad(f)(centre) / lam
    star = vector(r"\mathbf{w}^\star")
    zero = [
        step(eq(slope, 0), "iff", eq(lam * (w - centre), -grad(f)(centre)), by="ring", note="subtract the gradient"),
        step(eq(lam * (w - centre), -grad(f)(centre)), "iff", eq(w, closed), by=r"since $\lambda > 0$"),
    ]
    failing = minimizer(star, model(loose), w, unique=True)
    return FileReport(
        file=file,
        title="The proximal step has a closed form.",
        remarks="The linear model of $f$ at $\\mathbf{c}$, held near $\\mathbf{c}$ by a quadratic term of weight "
        "$\\lambda$.\n\nSource: exercise 1.1.",
        derivations=(
            derived(
                "slope", "The gradient of the proximal model", [], eq(gradient(model(lam), w), slope),
                chain(gradient(model(lam), w), ("=", slope, {"by": "gradient"})), file=file, line=14,
            ),
            derived("zero", "Its zero", [], eq(w, closed), zero, file=file, line=20),
            derived(
                "closed_form", "The zero is the minimizer, and the only one", [eq(star, closed)],
                minimizer(star, model(lam), w, unique=True),
                [step(minimizer(star, model(lam), w, unique=True), "", None, by=r"complete the square, since $\lambda > 0$")],
                file=file, line=31,
            ),
            derived(
                "closed_form_without_sign", "The same, when nothing says that lambda is positive",
                [eq(star, centre - grad(f)(centre) / loose)], failing,
                [step(failing, "", None, verdict="refuted", point={"lambda": "-1", "c": "(0)", "w": "(1)"},
                      point_latex=(r"\lambda = -1", r"\mathbf{c} = (0)", r"f(x) = 0", r"\mathbf{w} = (1)"),
                      difference="1/2", reason="another point has a smaller value", source="return minimizer(...)")],
                file=file, line=39, expect="refuted", remarks="For $\\lambda < 0$ the model is concave.",
            ),
            derived(
                "update", "The minimizer is a step of gradient descent", [eq(ws[t + 1], ws[t] - grad(f)(ws[t]) / lam)],
                eq(ws[t + 1], ws[t] - (1 / lam) * grad(f)(ws[t])),
                chain(ws[t + 1], ("=", ws[t] - (1 / lam) * grad(f)(ws[t]), {
                    "verdict": "unknown", "reason": "not known to be defined\nneeds $\\lambda \\ne 0$, and no hypothesis "
                    "gives it. It is proved under: $\\lambda > 0$", "source": ".eq(w[t] - (1 / lam) * grad(f)(w[t]))",
                })), file=file, line=47,
            ),
        ),
    )  # fmt: skip


def regret_file() -> FileReport:
    """Row 1.2: the telescoping regret bound, and the slip of a telescope that ends one early."""
    eta, u = positive(r"\eta"), vector(r"\mathbf{w}^\star")
    w, v = sequence(r"\mathbf{w}", of=vector), sequence(r"\mathbf{v}", of=vector)
    t, T = index("t"), natural("T")
    update = each(t, eq(w[t + 1], w[t] - eta * v[t]))
    file = "derivations/regret.py"

    def distance(s: Any) -> Any:
        return norm(w[s] - u) ** 2

    single = (distance(t) - distance(t + 1)) / (2 * eta) + eta / 2 * norm(v[t]) ** 2
    energy = eta / 2 * total(norm(v[t]) ** 2, t, 1, T)
    start = total(inner(w[t] - u, v[t]), t, 1, T)
    split = total((distance(t) - distance(t + 1)) / (2 * eta), t, 1, T) + energy
    links: list[tuple[str, Term, dict[str, Any]]] = [
        ("=", split, {"by": "by one_step", "cites": (f"{file}::one_step",)}),
        ("=", (distance(1) - distance(T + 1)) / (2 * eta) + energy, {"by": "telescope"}),
        ("<=", distance(1) / (2 * eta) + energy, {"by": "positivity", "note": "a square is not negative"}),
        ("=", norm(u) ** 2 / (2 * eta) + energy, {"by": r"since $\mathbf{w}_{1} = \mathbf{0}$"}),
    ]
    wrong = (distance(1) - distance(T)) / (2 * eta) + energy
    at = {"T": "1", "eta": "1", "w[1]": "(0)", "v[1]": "(1)", "u": "(0)"}
    return FileReport(
        file=file,
        title="Online gradient descent: the regret telescopes.",
        remarks="Source: exercise 1.2.",
        derivations=(
            derived(
                "one_step", "Expand the square of the next distance.", [update], eq(inner(w[t] - u, v[t]), single),
                chain(inner(w[t] - u, v[t]), ("=", single, {"by": "expand"})), file=file, line=17,
            ),
            derived(
                "regret_bound", "The regret is bounded by the first distance and the energy of the steps.",
                [update, eq(w[1], 0)], relation("<=", start, norm(u) ** 2 / (2 * eta) + energy), chain(start, *links),
                file=file, line=23,
            ),
            derived(
                "telescope_too_short", "A telescope that ends one step early", [update, eq(w[1], 0)], eq(start, wrong),
                chain(start, links[0], ("=", wrong, {
                    "verdict": "refuted", "by": "telescope", "point": at, "difference": "-1/2", "line": 31,
                    "point_latex": ("T = 1", r"\eta = 1", r"\mathbf{w}_{1} = (0)", r"\mathbf{v}_{1} = (1)",
                                    r"\mathbf{w}^{\star} = (0)"),
                    "source": ".eq((distance(1) - distance(T)) / (2 * eta) + energy, by=telescope)",
                })), file=file, line=30, expect="refuted",
                remarks="The last term of the sum is the distance at $T + 1$, not at $T$.",
            ),
        ),
    )  # fmt: skip


def circulant_file() -> FileReport:
    """Row 6a: circulant matrices commute with the cyclic shift."""
    n = natural("n", at_least=1)
    ring = cyclic(n)
    i, j, b = index("i", over=ring), index("j", over=ring), index("b", over=ring)
    a = sequence("a", over=ring)
    shift = matrix("S", ring, lambda i, j: delta(i - j - 1))
    circulant = matrix("C", ring, lambda i, j: a[i - j])
    file = "derivations/circulant.py"
    entry = (shift @ circulant)[i, j]
    left = total(shift[i, b] * circulant[b, j], b)
    trusts = ("z3",)
    return FileReport(
        file=file,
        title="Circulant matrices commute with the shift",
        remarks="",
        derivations=(
            derived(
                "left", "An entry of the product", [], eq(entry, a[i - j - 1]),
                chain(entry, ("=", left, {"by": "definition"}), ("=", total(delta(i - b - 1) * a[b - j], b), {
                    "by": "entries"}), ("=", a[i - j - 1], {"by": "sift"})), file=file, line=12,
            ),
            derived(
                "commute", "The two commute, for every size", [], eq(shift @ circulant, circulant @ shift),
                [step(shift @ circulant, "=", circulant @ shift, by="sift, entry by entry")], file=file, line=20,
            ),
            derived(
                "transposed", "So does the transpose", [], eq(shift @ circulant.T, circulant.T @ shift),
                [step(shift @ circulant.T, "=", circulant.T @ shift, by="z3", trusts=trusts)], file=file, line=26,
                trusts=trusts,
            ),
        ),
    )  # fmt: skip


def broken_file() -> FileReport:
    """A file that could not be read, and derivations that went wrong in other ways."""
    x = positive("x")
    fine = derived(
        "fine", "", [], relation(">", x, x - 1), chain(x, (">", x - 1, {"by": "ring"})), file="derivations/odd_50%.py"
    )
    return FileReport(
        file="derivations/odd_50%.py",
        title="Oddities: 100 % of {them} & more_",
        remarks="A remark with $x_1$, a price of $5, `code_here` and \u4e2d\u6587.",
        derivations=(
            fine,
            replace(fine, id="odd::err", name="err", error="SortError: x + v: a vector where a scalar is needed", ok=False,
                    steps=(), verdict="unknown"),
            replace(fine, id="odd::surprise", name="surprise", title="Thought to be wrong", expect="refuted", ok=False),
        ),
        error="",
    )  # fmt: skip


def wide_file() -> FileReport:
    """Formulas, reasons and names that are too long for a line."""
    file = "derivations/a/rather/long/path/with/many/folders/that_would_never_fit_on_one_line_of_a_page/wide.py"
    terms = [real(f"x_{k}") for k in range(24)]
    row = sum(terms[1:], start=terms[0])
    square = sum((p * p for p in terms[1:]), start=terms[0] ** 2)
    halves = sum((p / 2 for p in terms[1:]), start=terms[0] / 2)
    tall = Fraction(1, 3) * halves**2
    long_reason = (
        "the square of a sum is at most the number of its terms times the sum of their squares, which is the "
        "inequality of Cauchy and Schwarz for the vector whose entries are all equal to one"
    )
    links = [("<=", 24 * square, {"note": long_reason, "by": "squares"}), ("=", tall, {"by": "expand"})]
    return FileReport(
        file=file,
        title="A title that goes on and on until it cannot possibly be set on one line, not even in a wide window",
        remarks="",
        derivations=(
            derived("wide", "Long lines", [eq(row, square)], relation("<=", row**2, tall), chain(row**2, *links), file=file),
            derived(
                "a_name_that_is_so_long_that_it_alone_fills_more_than_half_of_the_line_of_the_page", "A long name", [],
                relation(">=", square, 0), chain(square, (">=", real("y") * 0, {"by": "positivity"})), file=file,
            ),
        ),
    )  # fmt: skip


def samples() -> list[FileReport]:
    """All of them."""
    return [argmin_file(), regret_file(), circulant_file()]
