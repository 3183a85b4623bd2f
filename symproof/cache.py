"""Certificates kept on disk, by content: what was searched for once is followed the next time.

A certificate is a reason, no verdict: whatever is found here goes to the kernel, and what the kernel rejects is dropped
and searched for anew. So the file may be stale, damaged or forged; at worst it costs time. The word of an oracle and an
assumption are no reasons, and are never kept nor believed here.

The key is a digest of the statement, the lemmas, what `by=` says and the version of symproof. The store is one SQLite file:
many processes may use it, and one that is killed in the middle leaves it whole. Where it cannot be used (a full disk, a
file that is none of ours, no permission) there is no cache, and nothing else changes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symproof.kernel import check
from symproof.term import Term
from symproof.trusted import certificate as ct
from symproof.trusted.rejected import Rejected
from symproof.verdict import Proved

if TYPE_CHECKING:
    from symproof.by import By
    from symproof.statement import Statement

FOLDER = ".symproof_cache"
APPLICATION = 0x5359_4D50
"""SQLite's mark of whose file it is: "SYMP"."""
WAIT = 1.0
"""Seconds to wait for another process that writes."""
MOST = 50_000
"""Certificates that are kept; older ones go."""
WORTH = 0.005
"""A search that took fewer seconds is not worth a place."""


class CertificateCache:
    """The certificates in a folder; made when the first is kept."""

    def __init__(self, folder: str | Path = FOLDER) -> None:
        self.folder = Path(folder)
        self.file = self.folder / "certificates.sqlite"

    def find(self, statement: Statement, by: By | None, lemmas: Sequence[Proved] = ()) -> Proved | None:
        """The proof of a statement by a certificate that is kept and that the kernel accepts; None where there is none."""
        key = key_of(statement, by, lemmas)
        row = None if key is None else self._read(key)
        if row is None:
            return None
        word, text = row
        try:
            found = ct.loads(text)
            if not rests_on_itself(found):
                raise ValueError("the word of another is no reason")
            return check(statement, found, by=word, lemmas=lemmas)
        except (Rejected, ValueError, TypeError, KeyError, AttributeError, RecursionError, ArithmeticError):
            self._drop(key)
            return None

    def keep(self, verdict: Proved, by: By | None, lemmas: Sequence[Proved], seconds: float) -> None:
        """Keep the certificate of a proof whose search took that long."""
        if seconds < WORTH or verdict.certificate is None or not rests_on_itself(verdict.certificate):
            return
        key = key_of(verdict.statement, by, lemmas)
        if key is not None:
            self._write(key, verdict.by, ct.dumps(verdict.certificate))

    # The file -------------------------------------------------------------------------------------

    def _read(self, key: str) -> tuple[str, str] | None:
        if not self.file.exists():
            return None
        try:
            with closing(self._open()) as store:
                row = store.execute("SELECT by, certificate FROM certificates WHERE key = ?", (key,)).fetchone()
        except (sqlite3.Error, OSError):
            return None
        return row if row and all(isinstance(part, str) for part in row) else None

    def _write(self, key: str, word: str, text: str) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            ignore = self.folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n")
            with closing(self._open()) as store, store:
                store.execute(
                    "CREATE TABLE IF NOT EXISTS certificates "
                    "(key TEXT PRIMARY KEY, by TEXT NOT NULL, certificate TEXT NOT NULL, kept REAL NOT NULL)"
                )
                store.execute("INSERT OR REPLACE INTO certificates VALUES (?, ?, ?, ?)", (key, word, text, time.time()))
                store.execute(
                    "DELETE FROM certificates WHERE rowid <= (SELECT MAX(rowid) FROM certificates) - ?", (MOST,)
                )
        except (sqlite3.Error, OSError, UnicodeEncodeError):
            return

    def _drop(self, key: str | None) -> None:
        try:
            with closing(self._open()) as store, store:
                store.execute("DELETE FROM certificates WHERE key = ?", (key,))
        except (sqlite3.Error, OSError):
            return

    def _open(self) -> sqlite3.Connection:
        """The store; a connection of its own for each use, so that threads and forks do not share one.

        Raises:
            sqlite3.Error: it is none, or somebody else's.
        """
        store = sqlite3.connect(self.file, timeout=WAIT)
        try:
            store.execute("PRAGMA synchronous = OFF")  # what a crash of the machine damages is no cache
            (mark,) = store.execute("PRAGMA application_id").fetchone()
            if mark == 0 and not store.execute("SELECT 1 FROM sqlite_master").fetchone():
                store.execute(f"PRAGMA application_id = {APPLICATION}")
            elif mark != APPLICATION:
                raise sqlite3.DatabaseError(f"{self.file} is another program's")
        except BaseException:
            store.close()
            raise
        return store


def key_of(statement: Statement, by: By | None, lemmas: Sequence[Proved]) -> str | None:
    """A digest of what is to be proved, and by what; None where it cannot be written down."""
    from symproof import __version__

    try:
        data = [
            __version__,
            _data(statement),
            _data(by),
            [[_data(each.statement), sorted(each.trusts)] for each in lemmas],
        ]
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
    except (TypeError, ValueError, RecursionError):
        return None


def _data(value: Any) -> Any:
    if isinstance(value, Term):
        return ct.to_data(value)
    if is_dataclass(value):
        return [type(value).__name__, *(_data(getattr(value, each.name)) for each in fields(value))]
    if isinstance(value, (tuple, list)):
        return [_data(item) for item in value]
    if isinstance(value, dict):
        return [[_data(key), _data(item)] for key, item in value.items()]
    return value  # what JSON has no word for is refused there


def rests_on_itself(certificate: Any) -> bool:
    """Whether a certificate holds no oracle's word and no assumption."""
    waiting = [certificate]
    while waiting:
        item = waiting.pop()
        if isinstance(item, (ct.Oracle, ct.Assumed)):
            return False
        if isinstance(item, tuple):
            waiting += item
        elif is_dataclass(item):
            waiting += [getattr(item, each.name) for each in fields(item)]
    return True
