"""Reading derivation files: which there are, what they derive, how they find each other, and how they fail."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from symproof.derivation import Derivation
from symproof.errors import FileError
from symproof.readers.module import NOTHING, TimeLimit, find_files, load, read_docstring, time_limit

HEAD = "from symproof import calc, cite, derivation, eq, real\nx = real('x')\n"
ONE = HEAD + "@derivation\ndef one():\n    return eq(x, x)\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write files into a project, whose folder is the current one; returns the path of the last."""
    monkeypatch.chdir(tmp_path)

    def write(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return path

    return write


def message(path: Path, seconds: float = 5) -> str:
    with pytest.raises(FileError) as raised:
        load(path, seconds)
    return str(raised.value)


# Finding ------------------------------------------------------------------------------------------


def test_a_folder_stands_for_the_derivation_files_under_it(write, tmp_path: Path) -> None:
    write(d__b=ONE, d__a=ONE, d__sub__c=ONE, d___helper=ONE, d__conftest=ONE, **{"d__.hidden__e": ONE})

    found = find_files([tmp_path / "d"])

    assert [path.relative_to(tmp_path / "d").as_posix() for path in found] == ["a.py", "b.py", "sub/c.py"]


def test_a_file_that_is_named_stands_for_itself_once(write) -> None:
    path = write(_helper=ONE)

    assert find_files([path, path]) == [path]


@pytest.mark.parametrize("name", ["missing", "missing.py", "notes.txt"])
def test_a_path_without_python_is_refused(name: str, write, tmp_path: Path) -> None:
    write(a=ONE)
    (tmp_path / "notes.txt").write_text("x = 1")

    with pytest.raises(FileError, match=name):
        find_files([tmp_path / name])


# Loading ------------------------------------------------------------------------------------------


def test_the_derivations_come_in_the_order_of_the_file(write) -> None:
    path = write(
        a=ONE + "@derivation\ndef zero():\n    return eq(x, x)\n@derivation()\ndef also():\n    return eq(x, x)\n"
    )

    assert [each.name for each in load(path)] == ["one", "zero", "also"]


def test_only_what_the_file_defines_is_its_own(write) -> None:
    path = write(a=ONE, b=HEAD + "from a import one\n@derivation\ndef two():\n    return calc(x).eq(x, by=cite(one))\n")

    assert [each.name for each in load(path)] == ["two"]


@pytest.mark.parametrize(
    "line", ["from a import one", "from .a import one", "from d.a import one", "import d.a; one = d.a.one"]
)
def test_a_citation_across_files_reaches_the_same_derivation(line: str, write) -> None:
    first = write(d__a=ONE)
    second = write(d__b=HEAD + f"{line}\n@derivation\ndef two():\n    return calc(x).eq(x, by=cite(one))\n")

    (one,), (two,) = load(first), load(second)

    assert two.cited == (one,)
    assert "a" not in sys.modules
    assert "d" not in sys.modules


def test_packages_below_the_project_reach_each_other(write) -> None:
    first = write(d__sub__a=ONE)
    second = write(
        d__b=HEAD + "from d.sub.a import one\n@derivation\ndef two():\n    return calc(x).eq(x, by=cite(one))\n"
    )

    (one,), (two,) = load(first), load(second)

    assert two.cited == (one,)


def test_files_of_one_name_in_two_folders_stay_apart(write) -> None:
    two = ONE.replace("one", "two")
    user = "from same import {0}\n@derivation\ndef user():\n    return calc(x).eq(x, by=cite({0}))\n"
    write(p__same=ONE, q__same=two)
    first, second = write(p__user=HEAD + user.format("one")), write(q__user=HEAD + user.format("two"))

    (in_p,), (in_q,) = load(first), load(second)

    assert [each.name for each in (*in_p.cited, *in_q.cited)] == ["one", "two"]


def test_an_imported_file_finds_its_own_neighbours(write) -> None:
    write(d__q__letters="name = 'q'\n", d__p__letters="name = 'p'\n")
    write(d__q__a=ONE + "from letters import name\n")
    path = write(d__p__b=ONE + "from d.q.a import name as theirs\nfrom letters import name as ours\n")

    (one,) = load(path)

    assert (one.function.__globals__["theirs"], one.function.__globals__["ours"]) == ("q", "p")


def test_a_file_with_the_name_of_a_standard_module_hides_nothing(write) -> None:
    path = write(random=ONE, statistics=ONE, b=ONE + "import random, statistics\nrandom.random(), statistics.mean\n")

    assert [each.name for each in load(path)] == ["one"]


def test_a_file_rewritten_at_once_is_read_again(write) -> None:
    """Bytecode is known by the second and the size: a rewritten file would be taken for the old one."""
    (before,) = load(write(a=ONE))
    (again,) = load(write(a=ONE))
    (after,) = load(write(a=ONE.replace("one", "two")))

    assert again is before
    assert (before.name, after.name) == ("one", "two")
    assert not list(Path.cwd().rglob("*.pyc"))


def test_a_derivation_that_cannot_be_built_leaves_the_others(write) -> None:
    path = write(a=ONE + "@derivation\ndef bad():\n    return calc(x).eq(1 / 0)\n")

    one, bad = load(path)

    assert isinstance(one, Derivation)
    assert one.build() is None
    assert isinstance(bad.build(), ZeroDivisionError)


def test_a_derivation_that_never_ends_leaves_the_others(write) -> None:
    path = write(a=HEAD + "@derivation\ndef bad():\n    while True:\n        pass\n" + ONE)

    began = time.monotonic()
    bad, one = load(path, seconds=0.3)

    assert isinstance(bad.build(), TimeLimit)
    assert one.build() is None
    assert time.monotonic() - began < 3


def test_the_docstring_is_read_without_running_the_file(write) -> None:
    path = write(a='"""A title.\n\nAnd more\nof it.\n"""\n1 / 0\n')

    assert read_docstring(path) == ("A title.", "And more\nof it.")
    assert read_docstring(write(b="def (")) == ("", "")


# Failing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1\ndef f(:\n", "a.py:2: SyntaxError: invalid syntax"),
        ("\n\nraise RuntimeError('no luck')\n", "a.py:3: RuntimeError: no luck"),
        ("import sys\nsys.exit(0)\n", "a.py:2: SystemExit: 0"),
        ("from nothing import lemma\n", "a.py:1: ModuleNotFoundError: No module named 'nothing'"),
        (HEAD + "y = eq(x, lamda)\n", "a.py:3: NameError: name 'lamda' is not defined"),
        (HEAD + "y = x + 0.1\n", "a.py:3: SortError: 0.1 is a binary float"),
        (HEAD + "@derivation(given=[x])\ndef f():\n    return eq(x, x)\n", "a.py:3: SortError: x is no statement"),
        ("x = 1\n", f"a.py:1: {NOTHING}"),
        (ONE + ONE, "a.py:9: one is declared twice, first in line 4"),
        ("while True:\n    pass\n", "TimeLimit: importing a.py did not end within 0.3 s"),
        ("x = '\0'\n", "a.py:1: "),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_message_with_its_place(text: str, expected: str, write) -> None:
    assert expected in message(write(a=text), seconds=0.3)


def test_two_derivations_made_under_one_name_are_refused(write) -> None:
    made = "def make():\n    @derivation\n    def f():\n        return eq(x, x)\n    return f\na, b = make(), make()\n"

    assert "f is declared twice" in message(write(a=HEAD + made))


def test_an_error_in_an_imported_file_names_that_file(write) -> None:
    write(a="\nraise ValueError('deep')\n")
    path = write(b=ONE + "from a import lemma\n")

    with pytest.raises(FileError) as raised:
        load(path)

    assert str(raised.value) == "b.py:6: a.py:2: ValueError: deep"


def test_files_that_import_each_other_in_a_circle_are_refused(write) -> None:
    write(a="from b import two\n" + ONE)
    path = write(b="from a import one\n" + ONE.replace("one", "two"))

    assert (
        message(path)
        == "b.py:1: a.py:1: ImportError: b.py imports a.py imports b.py; put what both need into a third file"
    )


# Time ---------------------------------------------------------------------------------------------


def test_an_author_who_swallows_the_first_limit_meets_the_next() -> None:
    def stubborn() -> None:
        try:
            time.sleep(30)
        except TimeLimit:
            time.sleep(30)

    with time_limit(0.1, "the loop"), pytest.raises(TimeLimit, match="the loop"):
        stubborn()


def test_the_time_limit_gives_back_a_timer_that_was_running() -> None:
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with time_limit(5, "nothing"):
            pass
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        deadline = time.monotonic() + 2
        while not rung and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

    assert 0 < left <= 0.3
    assert rung == [1]
