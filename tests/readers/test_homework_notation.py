"""The notation of a problem set on learning, under its declaration file: what formulas of its kind are read as."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from symproof.readers.notation import parse
from symproof.readers.resolve import Context, Reading, resolve_chain
from symproof.readers.resolve.declared import define, suppose

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "declarations" / "dl_hw1.toml").read_text())


@cache
def context(part: str) -> Context:
    found = Context.from_table({key: value for key, value in TABLE.items() if key != "under"})
    own = TABLE["under"].get(part, {})
    for name, phrase in own.get("names", {}).items():
        found.declare(name, phrase)
    for latex in own.get("define", []):
        define(latex, found)
    for latex in own.get("given", []):
        suppose(latex, found)
    found.holding = lambda: found.given
    return found


READINGS = {
    "1 Gradient": [
        (
            r"F(\mathbf{w}^*) \le f(\mathbf{w}^t)",
            "f(w[t]) + inner(w* - w[t], grad(f)(w[t])) + lambda/2*norm(w* - w[t])**2 <= f(w[t])",
        ),
        (
            r"F'(\mathbf{w}^*) = \nabla f(\mathbf{w}^t) - \lambda(\mathbf{w}^t - \mathbf{w})",
            "gradient(f(w[t]) + inner(w* - w[t], grad(f)(w[t])) + lambda/2*norm(w* - w[t])**2, w*) = grad(f)(w[t]) - lambda*(w[t] - w)",
        ),
        (r"\mathbf{w} - \mathbf{w}^t = - \frac{\nabla f(\mathbf{w}^t)}{\lambda}", "w - w[t] = -(grad(f)(w[t])/lambda)"),
        (
            r"\mathbf{w}^{(t+1)} = \mathbf{w}^t - \frac{1}{\lambda} \nabla f(\mathbf{w}^t)",
            "w[t + 1] = w[t] - 1/lambda*grad(f)(w[t])",
        ),
        (r"\frac{\lambda}{2} (\|\mathbf{w} - \mathbf{w}^t\|)^2 \ge 0", "lambda/2*norm(w - w[t])**2 >= 0"),
    ],
    "2.": [
        (
            r"\langle \mathbf{v}_t, \mathbf{w}^t - \mathbf{w}^* \rangle = \frac{1}{\eta} \langle \eta \mathbf{v}_t, \mathbf{w}^t - \mathbf{w}^* \rangle \quad (1)",
            "inner(v[t], w[t] - w*) = 1/eta*inner(eta*v[t], w[t] - w*)",
        ),
        (r"\|x + y\|^2 = \langle x + y, x + y \rangle", "norm(x + y)**2 = inner(x + y, x + y)"),
        (
            r"\|\mathbf{w}^{t+1} - \mathbf{w}^*\|^2 = \|\mathbf{w}^t - \eta \mathbf{v}_t - \mathbf{w}^*\|^2",
            "norm(w[t + 1] - w*)**2 = norm(w[t] - eta*v[t] - w*)**2",
        ),
        (r"\sum_{t=1}^T \|\mathbf{v}_t\|^2 \leq T \rho^2", "sum(norm(v[t])**2, t, 1, T) <= T*rho**2"),
        (
            r"\frac{1}{2\eta} \sum_{t=1}^T (\|\mathbf{w}^t - \mathbf{w}^*\|^2 - \|\mathbf{w}^{t+1} - \mathbf{w}^*\|^2) \le \frac{\|\mathbf{w}^1 - \mathbf{w}^*\|^2}{2\eta}",
            "1/(2*eta)*sum(norm(w[t] - w*)**2 - norm(w[t + 1] - w*)**2, t, 1, T) <= norm(w[1] - w*)**2/(2*eta)",
        ),
        (r"\|\mathbf{w}^{T+1} - \mathbf{w}^*\| \geq 0", "norm(w[T + 1] - w*) >= 0"),
    ],
    "3.": [
        (
            r"f\left(\frac{1}{T} \sum_{t=1}^T \mathbf{w}^t\right) = f(\bar{\mathbf{w}})",
            "f(1/T*sum(w[t], t, 1, T)) = f(barw)",
        ),
        (
            r"f(\bar{\mathbf{w}}) \leq \frac{B^2}{2T\eta} + \frac{\eta}{2T} \sum_{t=1}^T (\rho^2)",
            "f(barw) <= B**2/(2*T*eta) + eta/(2*T)*sum(rho**2, t, 1, T)",
        ),
        (
            r"\frac{\sqrt{\frac{B^2}{\rho^2 T}}}{2T} = \frac{B}{2 p T \sqrt{T}}",
            "sqrt(B**2/(rho**2*T))/(2*T) = B/(2*p*T*sqrt(T))",
        ),
        (r"\frac{2Bp}{\sqrt{T}} \ge 0", "2*B*p/sqrt(T) >= 0"),
    ],
    "Automatic": [
        (
            r"f_1(\mathbf{w}) = f_1(1, 2)",
            "exp(exp(w_1) + exp(2*w_2)) + sin(exp(w_1) + exp(2*w_2)) = exp(exp(1) + exp(2*2)) + sin(exp(1) + exp(2*2))",
        ),
        (r"f_2(1, 2) = 2 + \sigma(1)", "1*2 + sigma(1) = 2 + sigma(1)"),
        (
            r"f_2(\mathbf{w} + (\Delta w, 0)) - f_2(\mathbf{w}) = 2 \cdot 0.01 + \sigma(1.01) - \sigma(1)",
            "(w_1 + Delta w)*(w_2 + 0) + sigma(w_1 + Delta w) - (w_1*w_2 + sigma(w_1)) = 2*0.01 + sigma(1.01) - sigma(1)",
        ),
        (r"\frac{\partial f_2}{\partial w_2} = w_1", "derivative(w_1*w_2 + sigma(w_1), w_2) = w_1"),
        (
            r"\partial f_2(1, 2) / w_1 = 2 + \sigma(1)(1 - \sigma(1))",
            "1*2 + sigma(1)*(1 - sigma(1))*1 = 2 + sigma(1)*(1 - sigma(1))",
        ),
        (r"\partial x_1 / w_2 = w_1", "derivative(w_1*w_2, w_2) = w_1"),
        (r"\frac{\partial f_2(1, 2)}{\partial w_2} = 1", "1*1 + 0 = 1"),
        (r"e^{e^1 + e^4} = 7.802e24", "exp(exp(1) + exp(4)) ~ 7.802e24"),
        (r"2e^{2 \cdot 2} = 1.092 \times 10^{2}", "2*exp(2*2) ~ 1.092e2"),
        (r"w_1 * w_2 = 2", "w_1*w_2 = 2"),
    ],
    "Convolutions": [
        (r"(C_aS)_{ij} = \sum_{b=0}^{n-1} a_{i-b} S_{bj}", "(C_a @ S)[i, j] = sum(a[i - b]*S[b, j], b mod n)"),
        (r"S_{i0} = \delta_{i-1}", "S[i, 0] = delta(i - 1)"),
        (r"SC_a = C_aS", "S @ C_a = C_a @ S"),
        (r"f(Sx) = Sf(x)", "C_a @ (S @ x) = S @ (C_a @ x)"),
        (r"(SC_a)_{ij} = a_{i-1-j}", "(S @ C_a)[i, j] = a[i - 1 - j]"),
        (r"C_a A x = A C_a x", "C_a @ A @ x = A @ C_a @ x"),
    ],
}


@pytest.mark.parametrize(
    ("part", "latex", "reading"), [(part, *row) for part, rows in READINGS.items() for row in rows]
)
def test_what_a_formula_of_the_problem_set_is_read_as(part: str, latex: str, reading: str) -> None:
    steps = resolve_chain(parse(latex).clauses[0], context(part)).steps
    assert [each.text if isinstance(each, Reading) else each for each in steps] == [reading]
