"""The three verdicts. Only the kernel makes a `Proved` or a `Refuted`; anybody may say `Unknown`.

A verdict cannot be pickled or copied into being: what crosses a process is a report, which proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from symproof.point import Point
    from symproof.statement import Prop, Statement
    from symproof.trusted.certificate import Certificate

_SEAL = object()


class Verdict:
    """What is known of a statement.

    `status` is "proved", "refuted" or "unknown"; `by` names what settled it; `trusts` is what it rests on beyond
    the kernel; `point` is where a refuted statement fails; `reason` says why in words; `conditions` are those of
    definedness that an open statement lacks.
    """

    __slots__ = ("by", "certificate", "conditions", "point", "reason", "statement", "trusts")
    status = "unknown"

    statement: Statement
    by: str
    trusts: frozenset[str]
    point: Point | None
    reason: str
    certificate: Certificate | None
    conditions: tuple[Prop, ...]

    def __init__(
        self,
        statement: Statement,
        *,
        by: str = "",
        trusts: frozenset[str] = frozenset(),
        point: Point | None = None,
        reason: str = "",
        certificate: Certificate | None = None,
        conditions: tuple[Prop, ...] = (),
        seal: object = None,
    ) -> None:
        if type(self) is not Unknown and seal is not _SEAL:
            raise TypeError(f"only the kernel makes a {type(self).__name__}; ask for one with prove(...)")
        for name, value in (
            ("statement", statement), ("by", by), ("trusts", trusts),
            ("point", point), ("reason", reason), ("certificate", certificate), ("conditions", conditions),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a verdict is final: {name} cannot be set")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a verdict is not copied; check its certificate again where it is needed")

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict has three values; compare .status with 'proved', 'refuted' or 'unknown'")

    def __repr__(self) -> str:
        parts = [
            self.status,
            f"by {self.by}" if self.by else "",
            f"at {self.point}" if self.point and self.point.values else "",
            self.reason,
        ]
        return f"<{'; '.join(filter(None, parts))}>"


class Proved(Verdict):
    """Both sides have a value under the hypotheses and the claim holds for all values of the free names."""

    __slots__ = ()
    status = "proved"


class Refuted(Verdict):
    """At `point` every hypothesis holds and the claim, evaluated exactly, does not."""

    __slots__ = ()
    status = "refuted"


class Unknown(Verdict):
    """Not settled; `reason` says what is left and what was tried."""

    __slots__ = ()
    status = "unknown"
