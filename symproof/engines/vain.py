"""What a search tried in vain, so that later stages do not try it again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from symproof import statement as st

if TYPE_CHECKING:
    from symproof.engines.search import Engine


@dataclass
class Vain:
    """What was tried in vain on one statement, and is not tried again."""

    engines: dict[Hashable, dict[Engine, int]] = field(default_factory=dict)
    """For facts and a goal, the engines that found nothing and asked no search: how deep that was."""
    searches: dict[Hashable, tuple[int, list[st.Prop], list[st.Prop]]] = field(default_factory=dict)
    """How deep a search was whose engines all found nothing, what it left open, and what was missing."""
    prepared: dict[Hashable, Any] = field(default_factory=dict)
    """What engines have stated for a goal, to be used by all stages."""
    asked: int = 0
    """How many searches were asked so far."""
    look: Callable[[Engine], None] | None = None
    """Called before an engine is asked: whoever is told by it that the statement is false ends the search with an exception."""

    def forget(self) -> None:
        """Forget it all, where an engine was stopped halfway: what it left may be half made."""
        self.engines, self.searches, self.prepared = {}, {}, {}
