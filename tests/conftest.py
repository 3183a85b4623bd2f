"""Options of the test suite."""

from __future__ import annotations

import gc
import hashlib
import json
import resource
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from symproof.lemmas import YOUNG
from symproof.term import Term

# The same examples in every run: a suite that fails now and then tells nobody anything. ./check asks for the thorough ones.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=10)
settings.register_profile("thorough", derandomize=True, deadline=None, max_examples=300)
settings.load_profile("steady")
# Nor are the constants of the sources among them: another number anywhere would make other examples everywhere, and each
# worker of a fresh checkout would parse all modules.
providers._get_local_constants = lambda: providers._local_constants


LONG = Path(__file__).with_name("long.txt")
SEARCHING = tuple(f"tests/{room}/" for room in ("engines", "inequalities", "readers", "trusted", "yardstick"))
"""Whose tests may be named there: those of truth, generated files and interruptions run always, and all derivations."""
TOOK = pytest.StashKey[float]()
GONE = pytest.StashKey[set[str]]()
"""What tests/long.txt names and is not there any more; known where the whole suite is collected."""


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Begun in the background of a shell, where ^C is ignored; the processes that tests interrupt would ignore it as well.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all-mutants", action="store_true", help="try every mutant of every derivation, not a sample")
    parser.addoption(
        "--all-tampering", action="store_true", help="change every field of the certificates, not a sample"
    )
    parser.addoption("--all-kills", action="store_true", help="kill the program fifty times, not twice")
    parser.addoption("--long", action="store_true", help="the long tests too, those that tests/long.txt names")
    parser.addoption(
        "--write-long", type=float, metavar="SECONDS", help="write tests/long.txt: what takes so long (with -n 0)"
    )
    parser.addoption(
        "--recheck", action="store_true", help="the re-checker follows whatever the kernel follows, and must agree"
    )


def pytest_make_parametrize_id(val: object) -> str | None:
    """A row is named by what stands in it and not by its place: tests/long.txt names it, whatever rows come before it later."""
    parts = val if isinstance(val, list | tuple) else [val]
    if not parts or not all(isinstance(part, str | Term) for part in parts):
        return None
    words = ", ".join(map(str, parts)).encode("unicode_escape").decode("ascii")
    return words if len(words) <= 100 else f"{words[:80]}... {hashlib.sha256(words.encode()).hexdigest()[:6]}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A fifth of the tests takes two thirds of the time of the suite. ./check waits for them; without `--long` they are left out."""
    names = set(LONG.read_text(encoding="utf-8").splitlines())
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        config.stash[GONE] = names - {item.nodeid for item in items}
    if not config.getoption("--long") and config.getoption("--write-long") is None:
        left_out = names - {*config.args}
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left_out])
        items[:] = [item for item in items if item.nodeid not in left_out]


def _processor_time() -> float:
    """Seconds, of this process and of those that it waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """With `--write-long`: how long each test takes."""
    start = _processor_time()
    result = yield
    item.stash[TOOK] = _processor_time() - start
    return result


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With `--write-long`: the names of the long ones among the tests of searches."""
    least = session.config.getoption("--write-long")
    if least is not None:
        took = {item.nodeid: item.stash.get(TOOK, 0.0) for item in session.items}
        long = sorted(name for name in took if name.startswith(SEARCHING) and took[name] >= least)
        LONG.write_text("".join(f"{name}\n" for name in long), encoding="utf-8")


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the garbage collector need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*YOUNG)  # set for good: whatever is put back after each search would look through what it has made


@pytest.fixture
def gone(request: pytest.FixtureRequest) -> set[str]:
    """The tests that are named as long ones and are not there: run the whole suite to ask."""
    if GONE not in request.config.stash:
        pytest.skip("a part of the suite does not tell which tests are gone")
    return request.config.stash[GONE]


@pytest.fixture(autouse=True, scope="session")
def both_agree(request: pytest.FixtureRequest) -> Iterator[None]:
    """With `--recheck`: each certificate that the kernel is asked about, in this process, goes to the re-checker too."""
    if not request.config.getoption("--recheck"):
        yield
        return
    from symproof import kernel
    from symproof.recheck.build import read
    from symproof.recheck.certificates import read_certificate
    from symproof.recheck.rules import Lemma, prove
    from symproof.recheck.terms import Reject
    from symproof.trusted.certificate import to_data

    follow = kernel.follow

    def both(facts: Any, goal: Any, certificate: Any, lemmas: Any = ()) -> Any:
        trust = None
        try:
            trust = follow(facts, goal, certificate, lemmas)
            return trust
        finally:
            data = [to_data(prop) for prop in facts.props], to_data(goal), to_data(certificate)
            try:
                known = tuple(
                    Lemma(
                        tuple(read(to_data(prop)) for prop in lemma.statement.given),
                        read(to_data(lemma.statement.claim)),
                        lemma.trusts,
                    )
                    for lemma in lemmas
                )
                again = prove(tuple(map(read, data[0])), read(data[1]), read_certificate(data[2]), known)
            except Reject as why:
                assert trust is None, f"the re-checker rejects ({why}) what the kernel accepts: {json.dumps(data)}"
            else:
                assert trust == again, f"the kernel rejects what the re-checker accepts: {json.dumps(data)}"

    kernel.follow = both
    yield
    kernel.follow = follow
