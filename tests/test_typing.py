"""The promise of the types: `mypy --strict` passes a good derivation file, and finds planted mistakes in a bad one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = '''
"""Everything that an author may write."""
from fractions import Fraction

from symproof import (
    MatrixChain, Prop, ScalarChain, StatementChain, VectorChain,
    assumed, by, calc, cite, cyclic, derivation, each, eq, grad, function, iff, index, inner, induction, matrix,
    minimizer, natural, norm, omitted, positive, prove, real, sequence, telescope, total, vector,
)

x, eta, lam = real("x"), positive(r"\\eta"), positive(r"\\lambda")
u, v = vector("u"), vector("v")
t, T = index("t"), natural("T")
w, a = sequence("w", of=vector), sequence("a")
n = natural("n", at_least=1)
A = matrix("A", cyclic(n))
f = function("f")


@derivation(given=[each(t, eq(w[t + 1], w[t] - eta * v)), x > 0])
def scalars() -> ScalarChain:
    return (
        calc(norm(w[1] - u) ** 2)
        .eq(inner(w[1] - u, w[1] - u), note="by definition")
        .le(total(a[t] * x, t, 1, T) + Fraction(1, 2), by=telescope)
        .lt(2 * x, by=(cite(vectors), by.z3))
    )


@derivation
def vectors() -> VectorChain:
    return calc(u + v).eq(v + u).eq(2 * u / eta - grad(f)(u), by=assumed("a paper")).eq(0)


@derivation(expect="refuted")
def matrices() -> MatrixChain:
    return calc(A @ A.T).eq(2 * A, by=induction(T))


@derivation
def statements() -> StatementChain:
    return calc(x > 0).iff(0 < x).implies(x >= 0, by=omitted)


@derivation()
def stated() -> Prop:
    return minimizer(u - grad(f)(u) / lam, norm(v - u) ** 2, v, unique=True)


verdict: str = prove(iff(x > 0, x > 0), given=[x > 0]).status
'''

BAD = """
from symproof import Chain, ScalarChain, VectorChain, calc, derivation, eq, real, vector

x, v = real("x"), vector("v")
added = v + x  # mistake: operator
ordered = calc(v).le(v)  # mistake: attr-defined
mixed = calc(x).eq(v)  # mistake: arg-type
said = calc(x).eq(x, by="telescope")  # mistake: arg-type


@derivation
def forgotten() -> ScalarChain:  # mistake: return
    calc(x).eq(x)


@derivation  # mistake: arg-type
def nothing() -> None:
    calc(x).eq(x)


@derivation(given=[x])  # mistake: list-item
def hypothesis() -> Chain:
    return calc(x).eq(x)


@derivation(expect="wrong")  # mistake: call-overload
def expectation() -> Chain:
    return calc(x).eq(x)
"""


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[int, str]]]:
    """What `mypy --strict` says of the two files: lines and kinds."""
    root = Path(__file__).parents[1]
    folder = tmp_path_factory.mktemp("typing")
    for name, text in (("good", GOOD), ("bad", BAD)):
        (folder / f"{name}.py").write_text(text)
    options = ["--strict", "--follow-imports=silent", "--no-error-summary", "--config-file=", "--hide-error-context"]
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "--cache-dir", str(root / ".mypy_cache"), "good.py", "bad.py"],
        cwd=folder, env=os.environ | {"MYPYPATH": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    found: dict[str, list[tuple[int, str]]] = {"good": [], "bad": []}
    for name, line, words in re.findall(r"^(good|bad)\.py:(\d+): error: (.*)$", ran.stdout, re.MULTILINE):
        found[name].append((int(line), words))
    return found


def test_a_good_derivation_file_passes(complaints: dict[str, list[tuple[int, str]]]) -> None:
    assert complaints["good"] == []


def test_every_planted_mistake_is_found_and_nothing_else(complaints: dict[str, list[tuple[int, str]]]) -> None:
    planted = {
        number: line.partition("# mistake: ")[2]
        for number, line in enumerate(BAD.splitlines(), start=1)
        if "# mistake: " in line
    }

    told = {(line, words.rpartition("[")[2].rstrip("]")) for line, words in complaints["bad"]}

    assert len(planted) >= 5
    assert told >= set(planted.items())
    assert {line for line, _ in told} == planted.keys()
