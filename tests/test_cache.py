"""Certificates on disk: followed by the kernel on every hit, and never the cause of anything but speed."""

from __future__ import annotations

import errno
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from symproof import assumed, eq, real, sin
from symproof import lemmas as lemmas_module
from symproof.by import ring
from symproof.cache import CertificateCache, key_of
from symproof.lemmas import Lemmas
from symproof.statement import Statement
from symproof.trusted import certificate as ct
from symproof.verdict import Proved

x, y = real("x"), real("y")
CLAIM = Statement((), eq((x + y) ** 2, x**2 + 2 * x * y + y**2))
OTHER = Statement((), eq(x, y + 1))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CertificateCache:
    monkeypatch.setattr("symproof.cache.WORTH", 0.0)
    return CertificateCache(tmp_path / "cache")


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[Statement]:
    """The statements that are searched for."""
    asked: list[Statement] = []
    search = lemmas_module.settle

    def counted(statement: Statement, *args: Any, **rest: Any) -> Any:
        asked.append(statement)
        return search(statement, *args, **rest)

    monkeypatch.setattr(lemmas_module, "settle", counted)
    return asked


def settled(cache: CertificateCache, statement: Statement = CLAIM, by: Any = None) -> Any:
    return Lemmas(cache=cache).settle(statement, by, ())


def test_what_was_proved_is_followed_the_next_time(cache: CertificateCache, searches: list[Statement]) -> None:
    first, again = settled(cache), settled(cache)

    assert searches == [CLAIM]
    assert isinstance(again, Proved) and again.certificate == first.certificate and again.by == first.by


def test_another_statement_reason_or_lemma_is_another_key(cache: CertificateCache) -> None:
    lemma = settled(cache)
    keys = {key_of(CLAIM, None, ()), key_of(OTHER, None, ()), key_of(CLAIM, ring, ()), key_of(CLAIM, None, (lemma,))}

    assert len(keys) == 4 and None not in keys


def forged(cache: CertificateCache, certificate: ct.Certificate, statement: Statement = OTHER) -> None:
    """A cache that says it has a proof of a statement."""
    settled(cache)
    cache._write(str(key_of(statement, None, ())), "forged", ct.dumps(certificate))


@pytest.mark.parametrize(
    "certificate",
    [
        ct.Evident(),
        ct.Oracle("z3", "z3 5.4"),
        ct.Assumed("so they say"),
        ct.Have(CLAIM.claim, ct.Oracle("z3"), ct.Evident()),
    ],
)
def test_a_forged_certificate_proves_nothing_and_is_dropped(
    cache: CertificateCache, certificate: ct.Certificate
) -> None:
    forged(cache, certificate)

    assert settled(cache, OTHER).status == "refuted"
    assert cache._read(str(key_of(OTHER, None, ()))) is None


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "{}", "17", '["Evident"', '["Nothing"]', '["Variable","x",1,2,3]', "\x00"]
)
def test_a_damaged_certificate_is_searched_anew(cache: CertificateCache, text: str) -> None:
    settled(cache)
    cache._write(str(key_of(CLAIM, None, ())), "forged", text)

    assert settled(cache).status == "proved"


def test_an_oracles_word_and_an_assumption_are_not_kept(cache: CertificateCache, searches: list[Statement]) -> None:
    statement = Statement((), sin(x) * sin(y) <= 2)
    for _ in range(2):
        assert settled(cache, statement, assumed("known")).trusts == {"assumed: known"}

    assert len(searches) == 2
    assert not cache.file.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_file_that_is_no_store_is_no_cache(cache: CertificateCache, content: bytes) -> None:
    cache.folder.mkdir()
    cache.file.write_bytes(content)

    assert [settled(cache).status for _ in range(2)] == ["proved", "proved"]
    assert content == b"" or cache.file.read_bytes() == content


def test_another_programs_file_is_left_alone(cache: CertificateCache) -> None:
    cache.folder.mkdir()
    with closing(sqlite3.connect(cache.file)) as theirs, theirs:
        theirs.execute("CREATE TABLE certificates (key TEXT, something TEXT)")
    before = cache.file.read_bytes()

    assert settled(cache).status == "proved"
    assert cache.file.read_bytes() == before


def test_a_store_cut_short_is_no_cache(cache: CertificateCache) -> None:
    settled(cache)
    whole = cache.file.read_bytes()
    for size in range(0, len(whole), 997):
        cache.file.write_bytes(whole[:size])
        assert settled(cache).status == "proved"


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert settled(CertificateCache(tmp_path / "file" / "cache")).status == "proved"


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left"), sqlite3.OperationalError("database or disk is full")]
)
def test_a_full_disk_is_no_cache(cache: CertificateCache, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: Any, **rest: Any) -> Any:
        raise error

    monkeypatch.setattr(sqlite3, "connect", full)
    assert [settled(cache).status for _ in range(2)] == ["proved", "proved"]


def test_threads_and_locks_only_cost_time(cache: CertificateCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symproof.cache.WAIT", 0.01)
    settled(cache)
    with closing(sqlite3.connect(cache.file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert settled(cache).status == "proved"
        assert settled(cache, Statement((), eq(x + y, y + x))).status == "proved"
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(settled(cache).status)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["proved"] * 4


def test_old_certificates_go(cache: CertificateCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symproof.cache.MOST", 3)
    for number in range(5):
        cache._write(str(number), "ring", '["Evident"]')

    assert [cache._read(str(number)) is not None for number in range(5)] == [False, False, True, True, True]
