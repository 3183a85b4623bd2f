r"""What is given in a bare list: a sentence of formulas with no word but "and" and "for all t" between them and at most a
word such as "now" or "recall" before them, "Now $v_t = \nabla f(w_t)$, $\|v_t\| \le \rho$ for all $t$ and $\|u\| \le B$."."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from symproof import term as tm
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.recurrences import is_member_given, members_of, recurrence
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.sentences import SENTENCE, sentence_before
from symproof.readers.document.words.supposing import FOR_ALL
from symproof.readers.notation.tree import Add, Fence, Scripted
from symproof.readers.resolve.names import canonical
from symproof.statement import ORDERS, Prop, Relation, under_each

OPENS = re.compile(
    r"\W*(?:\w{0,9}\s?\d*[a-z]?\s*[).:]\W*)?"
    r"(?:now|here|recall(?: that)?|again|set-?up|setting|assumptions?|throughout|we have)?\W*",
    re.IGNORECASE,
)
"""What stands before such a list: a label, and a word that leads from nothing."""
BETWEEN = re.compile(
    rf"\W*(?:(?:and|or|also|convex|differentiable|smooth|continuous)\W+)*(?:{FOR_ALL}\s*(?:\w{{1,2}}\W+)?)?(?:(?:and|where|with)\W+)?",
    re.IGNORECASE,
)
"""What stands between its formulas, "$f$ convex, $v_t = \\nabla f(w_t)$" too."""
BESIDE = re.compile(r"\s*(?:[,;]|and|,\s*and|,?\s*(?:and\s+)?then)\s*", re.IGNORECASE)
"""What stands between where a sequence begins and how it goes on."""
BEHIND = re.compile(rf"\W*(?:{FOR_ALL}\s*\w{{0,2}}\W*)?", re.IGNORECASE)


def is_in_bare_list(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula in a line stands in such a list of more than one relation."""
    return len(_listed(display, displays)) > 1


def has_a_rule(display: Display, displays: Sequence[Display]) -> bool:
    """Whether a formula of the list gives the next member of a sequence."""
    firsts = [clause.members[0] for each in _listed(display, displays) for clause in each.clauses]
    return any(isinstance(one, Scripted) and isinstance(one.sub or one.sup, Add) for one in firsts)


def rule_behind(display: Display, displays: Sequence[Display]) -> bool:
    """Whether the formula behind one in its sentence gives the next member of the sequence whose first member that one names,
    "the method is $x_1 = 0$, $x_{t+1} = x_t - g_t$"."""
    behind = displays[display.number + 1 :][:1]
    if not behind or not BESIDE.fullmatch(display.after) or behind[0].paragraph != display.paragraph:
        return False
    heads = [each.clauses[0].members[0] for each in (display, *behind) if each.clauses]
    match heads:
        case [Scripted(base=first) as one, Scripted(base=second) as other]:
            above = other.sub or other.sup
            rule = above.body if isinstance(above, Fence) else above
            return (
                canonical(first) == canonical(second)
                and (one.sub is None) == (other.sub is None)
                and isinstance(rule, Add)
            )
    return False


def brings(prop: Prop, facts: Collection[Fact], seen: Collection[tm.Term], *, ruled: bool) -> bool:
    """Whether a relation of a list says what a letter or each member of a sequence is of which nothing is said, bounds a term
    by a new letter, or says where such a letter lies; of a list with a rule, also where a sequence begins."""
    prop = under_each(prop)
    if not isinstance(prop, Relation):
        return False
    left, right = prop.left, prop.right
    if prop.kind in ORDERS:
        if isinstance(left, tm.Variable) and not right.free:
            return not any(each.prop.free == {left} for each in facts)
        return isinstance(right, tm.Variable) and right not in left.free and right not in seen
    if prop.kind != "=":
        return False
    told = {each.prop.left for each in facts if isinstance(each.prop, Relation) and defines(each.prop)}
    told |= {found for each in facts for found in (members_of(each.prop), recurrence(each.prop)) if found is not None}
    if isinstance(left, (tm.ScalarAt, tm.VectorAt)):
        if not left.index.free:
            return ruled and not right.free and left not in told
        return left.sequence not in told and bool(right.free) and is_member_given(prop, left.index)
    bare = isinstance(left, tm.VectorVariable) and left not in right.free  # a number may be what is found
    return bare and left not in told and bool(right.free - {left})


def _listed(display: Display, displays: Sequence[Display]) -> list[Display]:
    """The relations of the bare list in which a formula stands; none where there is no such list."""
    start = stop = display.number
    while not _begins(displays[start]):
        if start == 0 or not BETWEEN.fullmatch(displays[start].prose):
            return []
        start -= 1
    while not (rest := _rest(displays, stop)).endswith((".", ";")) and stop + 1 < len(displays):
        following = displays[stop + 1]
        if following.paragraph != display.paragraph or not BETWEEN.fullmatch(following.prose):
            break
        stop += 1
    inside = displays[start : stop + 1]
    if not BEHIND.fullmatch(rest) or any(each.formula.display or each.parsed is None for each in inside):
        return []
    found = [each for each in inside if not is_name(each)]
    clauses = [clause for each in found for clause in each.clauses]
    return found if all(len(each.relations) == 1 for each in clauses) else []


def _rest(displays: Sequence[Display], k: int) -> str:
    """The words behind a formula up to the end of its sentence, in its paragraph."""
    words = SENTENCE.split(displays[k].after)[0]
    if k + 1 < len(displays) and displays[k + 1].paragraph != displays[k].paragraph:
        words = displays[k + 1].prose.partition("\n")[0]
    return words.rstrip()


def _begins(display: Display) -> bool:
    _, apart, paragraph = display.prose.rpartition("\n\n")
    sentence = sentence_before(paragraph if apart else display.before)
    return "·" not in sentence and bool(OPENS.fullmatch(sentence))
