"""The re-checker: it follows what the kernel follows, rejects what is changed, and needs nothing but the standard library."""

from __future__ import annotations

import ast
import copy
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from symproof import statement as st
from symproof.check_files import check_file
from symproof.export import digest, write_certificates
from symproof.kernel import check
from symproof.recheck import certificates, laws, rules, terms
from symproof.recheck.__main__ import main
from symproof.recheck.build import read
from symproof.recheck.document import Library
from symproof.recheck.facts import Facts
from symproof.trusted import certificate as ct
from symproof.trusted.laws import LAWS
from symproof.trusted.rejected import Rejected

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "symproof" / "recheck"
SOURCE = '''"""Claims."""
from symproof import *
from symproof import statement as st
x, y, p = real("x"), real("y"), positive("p")
t, k, T, n = index("t"), index("k"), natural("T"), natural("n", at_least=1)
a, w = sequence("a"), sequence("w", of=vector)
u, v = vectors("u v")
Z = cyclic(n)
b = sequence("b", over=Z)
S, C = matrix("S", Z, lambda i, j: delta(i - j - 1)), matrix("C", Z, lambda i, j: b[i - j])
f = function("f")
A, B, P, R = matrix("A", n), matrix("B", n), matrix("P", (n, T)), matrix("R", (T, n))

@derivation
def square():
    """A square is not negative."""
    return calc((x - y) ** 2).eq(x**2 - 2 * x * y + y**2).ge(0)

@derivation(given=[ne(x, 0)])
def quotient():
    return eq(x * y / x, y)

@derivation(given=[eq(y / x, 2)])
def valued():
    return eq(y, 2 * x)

@derivation(given=[eq(P, inverse(A + B) @ P @ R @ P)])
def inverted():
    return eq((A + B) @ P, P @ R @ P)

@derivation(given=[x >= 1, y >= 2], by=cite(square))
def cited():
    return x**2 + y**2 >= 2 * x * y

@derivation(given=[each(t, eq(a[t + 1], 2 * a[t])), eq(a[0], 1)])
def powers():
    return eq(a[T], 2**T)

@derivation
def cube_of_a_third():
    return calc(exp(x / 3) ** 3).eq(exp(x))


@derivation
def telescopes():
    return calc(total(a[k + 1] - a[k], k, 1, T)).eq(a[T + 1] - a[1]).ge(a[T + 1] - a[1] - 1)

@derivation
def triangle():
    return norm(u + v) <= norm(u) + norm(v)

@derivation
def commute():
    return eq(S @ C, C @ S)

@derivation
def closest():
    return minimizer(v, p * norm(u - v) ** 2, u)

@derivation(given=[eq(A.T @ A, identity(n))])
def orthogonal():
    return eq(A @ A.T, identity(n))

@derivation(given=[ne(det(A), 0), eq(B @ B, B)])
def conjugate():
    return eq(inverse(A) @ B @ A @ inverse(A) @ B @ A, inverse(A) @ B @ A)

@derivation
def sylvester():
    return eq(det(identity(n) + P @ R), det(identity(T) + R @ P))

@derivation
def frobenius():
    return tr(A @ A) <= tr(A.T @ A)

@derivation(given=[eq(tr(A.T @ A), 0)])
def no_length():
    return eq(A, zeros(n))

@derivation
def cyclic_trace():
    return eq(tr(P @ R), tr(P.T @ R.T))

i, m = integer("i"), integer("m")

@derivation
def squares_modulo_three():
    return ne(i**2, 3 * m + 2)

@derivation(given=[exists(m, eq(i**2, 2 * m))])
def root_of_an_even_square():
    return exists(m, eq(i, 2 * m))

@derivation
def divisible():
    return exists(m, eq(6 * m, T**3 - T))

@derivation
def circle():
    return pi > 3

@derivation
def printed():
    return approx(exp(4), "54.598")

@derivation
def rate():
    return big_o(3 * n**2 + n, n**2, n)

@derivation
def trusted():
    return calc(sin(x) ** 2).le(1, by=assumed("known"))

@derivation(given=[convex(f)])
def chord():
    return f(u / 2 + v / 2) <= (f(u) + f(v)) / 2
'''.replace("f(u / 2 + v / 2)", "f(rational('1/2') * u + (1 - rational('1/2')) * v)").replace(
    "(f(u) + f(v)) / 2", "rational('1/2') * f(u) + (1 - rational('1/2')) * f(v)"
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The exported derivations of the source above, by name."""
    folder = tmp_path_factory.mktemp("claims")
    (folder / "claims.py").write_text(SOURCE)
    report = check_file(str(folder / "claims.py"), export=True)
    assert not report.error
    found = {each.name: each.exported for each in report.derivations}
    assert [name for name, data in found.items() if data is None] == []
    return {data["id"]: data for data in found.values() if data is not None}


def accepted(documents: dict[str, Any]) -> bool:
    library = Library(documents)
    try:
        for id in documents:
            library.check(id)
    except terms.Reject:
        return False
    return True


def named(documents: dict[str, Any], name: str) -> dict[str, Any]:
    """The files of a derivation and of what it may cite."""
    wanted = {id: data for id, data in documents.items() if id.endswith((f"::{name}", "::square"))}
    return copy.deepcopy(wanted)


def sealed(documents: dict[str, Any]) -> dict[str, Any]:
    """The files with digests that fit: a forger writes those too."""
    for data in documents.values():
        data["digest"] = digest({key: value for key, value in data.items() if key != "digest"})
    return documents


def test_what_is_exported_is_accepted_and_says_what_it_rests_on(documents: dict[str, Any]) -> None:
    library = Library(documents)
    rests = {id.partition("::")[2]: library.check(id).lemma.trusts for id in documents}

    assert rests.pop("trusted") == {"assumed: known"}
    assert set(rests.values()) == {frozenset()}


@pytest.mark.parametrize(
    "file",
    [
        "sums/telescoping.py",
        "linear_algebra/matrices.py",
        "dl_hw1/ex1_2_regret.py",
        "dl_hw1/ex6a_circulant.py",
    ],
)
def test_derivations_rest_on_the_kernel_alone_and_are_accepted(file: str) -> None:
    report = check_file(str(ROOT / "derivations" / file), export=True)
    documents = {each.exported["id"]: each.exported for each in report.derivations if each.exported is not None}

    assert [(each.id, each.trusts) for each in report.derivations if not each.ok or each.trusts] == []
    assert documents
    assert accepted(documents)


def test_it_needs_the_standard_library_alone(documents: dict[str, Any], tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "again", ignore=shutil.ignore_patterns("__pycache__"))
    for k, data in enumerate(documents.values()):
        (tmp_path / f"{k}.json").write_text(json.dumps(data))

    ran = subprocess.run(
        [sys.executable, "-I", "-S", tmp_path / "again", tmp_path], capture_output=True, text=True, cwd=tmp_path
    )

    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1] == f"{len(documents)} of {len(documents)} accepted"
    assert ran.returncode == 0


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: str(path.name))
def test_it_imports_nothing_of_the_rest(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            assert {alias.name.partition(".")[0] for alias in node.names} <= sys.stdlib_module_names
        if isinstance(node, ast.ImportFrom):
            assert node.level == 1 or (node.module or "").partition(".")[0] in sys.stdlib_module_names


def test_the_command_says_what_it_makes_of_each_file(
    documents: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = named(documents, "quotient")
    for k, data in enumerate(good.values()):
        (tmp_path / f"{k}.json").write_text(json.dumps(data))
    assert main([str(tmp_path), "--show"]) == 0
    assert "x*y" not in capsys.readouterr().out  # terms are shown as they are built

    (tmp_path / "bad.json").write_text("{")
    assert main([str(tmp_path)]) == 1
    assert "rejected" in capsys.readouterr().out
    assert main([]) == 2


def test_every_constructor_of_certificates_is_covered() -> None:
    assert set(ct.CONSTRUCTORS) == set(certificates.FIELDS)
    assert set(certificates.FIELDS) - {"Piece", "MatrixPiece"} == set(rules.RULES) | set(rules.SUBGOALS) | set(
        rules.STATED
    )


def test_every_law_is_covered_and_says_the_same() -> None:
    ours = {
        name: (tuple(read(ct.to_data(prop)) for prop in law.given), read(ct.to_data(law.claim)))
        for name, law in LAWS.items()
    }

    assert ours == laws.LAWS


def test_every_constructor_of_terms_is_covered() -> None:
    concrete = {name for name, node in ct.NODES.items() if "fields" in vars(node)} - {"Term"}

    assert concrete == set(terms.SCHEMA)


def test_facts_are_read_over_the_atoms_that_were_asked_of() -> None:
    """A normal form that asks for a sign makes the facts be read; its atoms had other numbers then, and so meant other terms."""
    names = {name: ["Variable", name, "real", "", None] for name in "xyz"}
    zero = ["Number", {"q": "0"}]
    facts = Facts((read(["Relation", ">", names["x"], zero]),))
    assert facts.evident(read(["Relation", "!=", names["x"], zero]))
    more = facts.and_(read(["Relation", "!=", names["z"], zero]))
    normal = more.normal
    y = normal.scalar(read(names["y"]))

    assert not more.stands("!=", y)
    assert more.stands("!=", normal.scalar(read(names["x"]))) and more.stands("!=", normal.scalar(read(names["z"])))
    assert more.normal is normal


# Changes ------------------------------------------------------------------------------------------


def test_a_file_that_was_damaged_is_rejected(documents: dict[str, Any]) -> None:
    damaged = named(documents, "square")
    for data in damaged.values():
        data["title"] += "!"

    assert not accepted(damaged)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("quotient", "given", []),
        ("quotient", "trusts", ["z3"]),
        ("trusted", "trusts", []),
        ("square", "claim", ["Relation", "<", ["Number", {"q": "0"}], ["Number", {"q": "1"}]]),
        ("square", "claim_latex", "0 < 1"),
        ("square", "format", "another"),
    ],
)
def test_a_forged_field_is_rejected(documents: dict[str, Any], name: str, key: str, value: Any) -> None:
    forged = named(documents, name)
    (data,) = [data for id, data in forged.items() if id.endswith(f"::{name}")]
    data[key] = value
    assert not accepted(sealed(forged))


@pytest.mark.parametrize(("old", "new"), [("- 2 x y", "- 3 x y"), ("+ y^{2}", "+ z^{2}"), (r"\ge", r"\le"), ("x", "")])
def test_a_line_that_shows_another_statement_is_rejected(documents: dict[str, Any], old: str, new: str) -> None:
    forged = named(documents, "square")
    changed = 0
    for data in forged.values():
        for step in data["steps"]:
            changed += old in step["latex"]
            step["latex"] = step["latex"].replace(old, new)

    assert changed
    assert not accepted(sealed(forged))


def test_a_circle_of_citations_is_rejected(documents: dict[str, Any]) -> None:
    forged = named(documents, "cited")
    ids = {id.partition("::")[2]: id for id in forged}
    forged[ids["square"]]["steps"][0]["cites"] = [ids["cited"]]

    assert not accepted(sealed(forged))


def test_a_lemma_that_is_not_there_is_not_believed(documents: dict[str, Any]) -> None:
    alone = {id: data for id, data in documents.items() if id.endswith("::cited")}

    assert not accepted(alone)


def changes(data: Any) -> Iterator[Any]:
    """Every version of JSON data in which one field is another: a number, a name, an index, a part left out or doubled."""
    match data:
        case bool():
            yield not data
        case int():
            yield from (data + 1, data - 1)
        case None:
            yield 0
        case str():
            yield from (word for word in SWAPS.get(data, (data + "'", "")) if word != data)
        case {"q": str(text)}:
            yield from ({"q": str(value)} for value in (Fraction(text) + 1, -Fraction(text), Fraction(text) / 2))
        case {"t": list(items)}:
            yield from ({"t": other} for other in _in_list(items))
            yield from ({"t": items[:k] + items[k + 1 :]} for k in range(len(items)))
            yield {"t": items[::-1]}
        case [str(name), *fields]:
            yield from ([name, *other] for other in _in_list(fields))
            yield from ([name, *fields[:k], fields[k + 1], fields[k], *fields[k + 2 :]] for k in range(len(fields) - 1))


def _in_list(items: list[Any]) -> Iterator[list[Any]]:
    for k, item in enumerate(items):
        yield from ([*items[:k], other, *items[k + 1 :]] for other in changes(item))


SWAPS = {
    **dict.fromkeys(st.KINDS, st.KINDS),
    **dict.fromkeys(("real", "rational", "integer", "natural"), ("real", "rational", "integer", "natural")),
    "": ("positive", "negative", "nonzero"), "positive": ("", "negative"), "nonnegative": ("", "positive"),
    "exp": ("log", "sin"), "sin": ("cos",), "cos": ("sin",), "log": ("exp",), "abs": ("sqrt",), "sqrt": ("abs",),
    "arctan": ("sin",),
    "max": ("min",), "min": ("max",), "convex": ("differentiable",),
}  # fmt: skip


def cases(documents: dict[str, Any], *, certificates_only: bool) -> Iterator[tuple[list[Any], Any, Any]]:
    """Hypotheses, claim and certificate with one field changed; of what cites nothing."""
    for data in documents.values():
        left = data["start"]
        for step in data["steps"]:
            kind, right = step["relation"], step["right"]
            claim = ["Relation", kind, left, right] if kind else right
            left = right
            if step["cites"]:
                continue
            for other in changes(step["certificate"]):
                yield data["given"], claim, other
            if not certificates_only:
                for other in changes(claim):
                    yield data["given"], other, step["certificate"]
                for given in _in_list(data["given"]):
                    yield given, claim, step["certificate"]


def kernel_accepts(given: list[Any], claim: Any, certificate: Any) -> bool:
    try:
        check(st.Statement(tuple(map(ct.from_data, given)), ct.from_data(claim)), ct.from_data(certificate))
    except Rejected:
        return False
    except Exception:  # data that is no statement, or no certificate
        return False
    return True


def recheck_accepts(given: list[Any], claim: Any, certificate: Any) -> bool:
    try:
        rules.prove(tuple(map(read, given)), read(claim), certificates.read_certificate(certificate))
    except terms.Reject:
        return False
    return True


def test_both_agree_on_what_is_changed(documents: dict[str, Any], request: pytest.FixtureRequest) -> None:
    """Where both accept, the changed certificate is another proof of the same statement, or the statement is another
    true one. All the fields of all that is exported: `--all-tampering`, which takes some minutes."""
    tampered = list(cases(documents, certificates_only=False))
    if not request.config.getoption("--all-tampering"):
        tampered = random.Random(7).sample(tampered, 200)

    disagreements = [
        (kernel_accepts(*case), json.dumps(case))
        for case in tampered
        if kernel_accepts(*case) != recheck_accepts(*case)
    ]

    assert disagreements == []


@pytest.mark.parametrize("name", ["orthogonal", "conjugate", "sylvester"])
def test_both_agree_on_what_is_changed_in_certificates_of_matrices(documents: dict[str, Any], name: str) -> None:
    tampered = random.Random(8).sample(list(cases(named(documents, name), certificates_only=False)), 60)

    assert [json.dumps(case) for case in tampered if kernel_accepts(*case) != recheck_accepts(*case)] == []


def test_it_knows_that_a_matrix_power_has_an_integer_for_exponent() -> None:
    n: list[Any] = ["Variable", "n", "natural", "", None]
    over = ["Interval", ["Number", {"q": "1"}], n]
    half = ["MatrixPower", ["MatrixVariable", "A", over, over], ["Number", {"q": "1/2"}]]

    assert not recheck_accepts([], ["Relation", "=", half, ["Identity", over]], ["Evident"])


def test_what_is_written_is_read_again(documents: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "claims.py").write_text(SOURCE.partition("@derivation(given=[x >= 1")[0])
    report = check_file(str(tmp_path / "claims.py"), export=True)

    files = write_certificates([report], tmp_path / "certs")

    assert len(files) == 4
    assert main([str(tmp_path / "certs")]) == 0
