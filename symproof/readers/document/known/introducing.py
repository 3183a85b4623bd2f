"""Letters that are brought in anew: what was said of one x does not hold "for all real x"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from symproof.properties import Property
from symproof.readers.document.known.lasting import defines, for_good, is_value, rests_on
from symproof.readers.document.known.witnesses import bring_witnesses
from symproof.readers.document.lines.following import ENDS
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.existing import CHOSEN, EXISTS
from symproof.readers.document.words.letters import names_in, phrase_before
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.prose import ALL, JOINS, Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import FOR_ALL
from symproof.readers.notation.tree import Clause, Name, items_of
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.dependence import hides
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.statement import ORDERS, And, Prop, Relation, parts_of
from symproof.term import MatrixVariable, Term, Variable, VectorVariable
from symproof.trusted.facts import Facts

if TYPE_CHECKING:
    from symproof.readers.document.known.declaring import Declaring
    from symproof.readers.document.known.knowledge import Knowledge

STOPS = re.compile(r"[.;!?]")
ANEW = re.compile(r"\b(?:for|let)\b[^.;:,]*$", re.IGNORECASE)
EVERY = re.compile(rf"\b{FOR_ALL}\s*$", re.IGNORECASE)
BEHIND = re.compile(
    rf"[^\w.;:]*((which|that|this|and|it)\s+)?((holds?|is (true|valid))\s+)?({FOR_ALL}|for (?=real))\b"
    r"(?! (such|these|those|of)\b)[\w\s]*",
    re.IGNORECASE,
)
"""Words between a formula and the letters for all of which it holds."""
LEADS_ON = re.compile(r"[^\w.;:]*and\s+for\b", re.IGNORECASE)
THERE = re.compile(
    r"\s*:?\s*$|\W*(?:also |then |even )?(?:we|it|one|there|this|the|these|that|both)\b(?!.*[.;!?])",
    re.IGNORECASE | re.DOTALL,
)
"""Words behind letters that lead on to what is claimed of them: "· holds, and for all real · we have ·"."""
LET, BE = (
    re.compile(r"\blet\s*$", re.IGNORECASE),
    re.compile(r"\s*(be|denote)\b(?! ((given |defined )?as|the same)\b)", re.IGNORECASE),
)
DENOTES = re.compile(r"\s*(?:denotes?|stands? for|represents?)\b(?! (?:as|the same)\b)", re.IGNORECASE)
"""Words around a letter of another part that is said to be something else, "let $r$ be the radius", "$c$ denotes the speed"."""
DIVIDED = ("even", "odd")
"""What is said of integers."""
TO_SOLVE = re.compile(r"\b(?:solve|(?:roots?|solutions?|zeros?) (?:of|to))\b[^.!?]*$", re.IGNORECASE)
"""Words before an equation for a letter."""
BE_ARBITRARY = re.compile(r"(?:\s*(?:,|,? ?and)\s*·)*\s*be (?:(?:an? )?(?:\w+ )?arbitrary|any)\b", re.IGNORECASE)
LETS = re.compile(r"(let|fix|take|suppose|assume|consider)\b", re.IGNORECASE)
"""Words with which a supposition begins."""
ANY = re.compile(
    r"\b(let|fix|take|choose|pick|consider)\s+(now\s+)?(any|an?\s+arbitrary|arbitrary)\s+(\w+\s+){0,3}$", re.IGNORECASE
)
"""Words before a letter that is from there on any number."""
ANY_FUNCTION = (
    re.compile(r"\b(any|every|each|all|arbitrary|general)\s+([\w-]+,?\s+){0,5}functions?\s*$", re.IGNORECASE),
    re.compile(r"\s*(be|is|denotes?)\s+(now\s+)?(any|(an?\s+)?([\w-]+\s+)?(arbitrary|general))\b", re.IGNORECASE),
)
"""Words before and behind the name of a function that is from there on any one."""
MATRICES_ANEW = (
    re.compile(
        rf"(?:^|[.;!?\n]|\b(?:so|hence|thus|therefore|now|and|but),?)[\s*_]*(?:{FOR_ALL}|let|given|for)\s+"
        r"(?:(?!the\b|our\b|this\b|these\b)[\w-]+\s+){0,3}(?:·\s*)?(?:[\w-]+\s+){0,3}matri(?:x|ces)\s*$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|[.;!?\n])[\s*_]*(?:now\s+)?let(?:\s+now)?\s*$", re.IGNORECASE),
    re.compile(
        r"(?:\s*(?:,|,? ?and)\s*·)*\s*be\s+(?:now\s+)?(?:an?|any|two|three|arbitrary|square)\b[^.,;:]{0,60}\bmatri(?:x|ces)\b",
        re.IGNORECASE,
    ),
)
"""Words before letters that stand for other matrices than before, "for all matrices A", and around them, "let A be a matrix"."""
MEMBER = re.compile(r"\W*(\\?[A-Za-z]+)\s*_")
APPLIED = re.compile(
    r"\b(?:appl(?:y|ying|ied)|us(?:e|ing)|invok(?:e|ing)|by|from)\b[^.;:]*\bwith\W*(?:·\W*(?:and|,)?\W*)*$",
    re.IGNORECASE,
)
"""Words before what is put for the letters of a lemma: what that supposes of them is to be shown there."""
LETS_NOW = re.compile(r"\blet(?: now)?\s*$", re.IGNORECASE)
A_SEQUENCE = re.compile(
    r"\W*be (?:now )?(?:(?P<any>any|an arbitrary|another|some other)|an?)\s+(?:[\w-]+\s+){0,3}sequences?\b",
    re.IGNORECASE,
)
"""Words behind a member of a sequence that is another one from there on."""
IS_ANY = re.compile(r"\s*(is|denotes|may be|can be) (now )?(any|an? arbitrary|arbitrary)\b", re.IGNORECASE)
"""Words behind a letter that is from there on any number."""
SOUGHT = re.compile(r"\b(find|determine|solve for|need) (the value of )?$", re.IGNORECASE)
"""Words before a letter that is asked for: the number that it was given before is another one, "find $x$ when $y = 3$"."""
ARBITRARY = re.compile(r"\barbitrary\b", re.IGNORECASE)


SATISFY = re.compile(
    r"\b(?P<kind>(?:(?:positive|non-?negative|natural|real|whole|prime) )?(?:primes?|integers?|numbers?|solutions?)"
    r"(?: numbers?)?)\s+"
    r"(?:(?:that|which) )?(?:satisf(?:y|ying)|fulfil(?:l|ling)?|with|such that|for which|so that|to|of)"
    r"(?: the (?:equation|system))?\W*$",
    re.IGNORECASE,
)
"""Words before a formula in letters that stand for numbers of a kind: "which primes satisfy", "all pairs of integers with"."""
WHOLE = re.compile(r"\b(?:pairs?|triples?|which|all|any|find|solutions?)\b", re.IGNORECASE)


OVER = re.compile(
    r"\s*,?\s*(?:over|in|among|for|within)\s+(?:the\s+)?(?:set\s+of\s+)?(?:all\s+)?(?:the\s+)?"
    r"(?P<kind>(?:positive\s+)?(?:natural|whole)\s+numbers?|(?:positive\s+)?integers?)\b",
    re.IGNORECASE,
)
"""Words behind what is to be solved that say which numbers are sought."""


def introduce_kinds(declaring: Declaring, display: Display) -> None:
    """The letters of a formula that numbers of a kind are to satisfy, where no words say what they are."""
    seek(declaring, display)
    _introduce_sequence(declaring, display)
    clauses, behind = display.clauses, OVER.match(display.after)
    solved = behind is not None and TO_SOLVE.search(display.before[-80:]) is not None
    found = behind if solved else SATISFY.search(display.before.rpartition("·")[2])
    if found is None or not any(clause.relations for clause in clauses):
        return
    if not (solved or WHOLE.search(display.before)):
        return
    kind = re.sub(r"\bsolutions?\b", "numbers", re.sub(r"(?i)\binteger solutions?\b", "integers", found["kind"]))
    phrase = phrase_before(re.sub(r"(?i)\bprime numbers?\b", "primes", kind))
    for name in sorted({name for clause in clauses for each in clause.members for name in names_in(each) if name}):
        letter = declaring.context.names.get(name)
        told = name in declaring.known.told or (isinstance(letter, Variable) and letter.domain != "real")
        if phrase.startswith(("natural", "integer")) and not told and name not in ("e", "i", r"\pi"):
            declaring.declare(name, phrase)


def _introduce_sequence(declaring: Declaring, display: Display) -> None:
    """Let go what was said of the members of a sequence, where "let w_t be any sequence" brings in another one of its name; what
    this part has said of it stays, but for any one."""
    name, behind = MEMBER.match(display.text.text), A_SEQUENCE.match(display.after)
    if name is None or behind is None or not LETS_NOW.search(display.before.rpartition("·")[2]):
        return
    known = declaring.known
    family = declaring.context.families.get(canonical_name(name[1])) or declaring.context.names.get(
        canonical_name(name[1])
    )
    said = [each for each in known.facts if each.kind != "declared" and family in each.prop.free]
    known.drop([each for each in said if behind["any"] or each.part != known.part])
    known.dormant = [each for each in known.dormant if family not in each.prop.free]


def seek(declaring: Declaring, display: Display) -> None:
    """Let go which complex number a letter is, where an equation is to be solved for it."""
    clauses = display.clauses if TO_SOLVE.search(display.before[-80:]) else ()
    for name in {name for clause in clauses for each in clause.members[:1] for name in names_in(each) if name}:
        if isinstance(declaring.context.names.get(name), Complex):
            declaring.forget([name])
            declaring.explicit.discard(name)


def introduce(declaring: Declaring, display: Display, names: Sequence[str], phrase: str, *, member: bool) -> None:
    """Letters that are named: matrices are vouched for, and what was said of one x does not hold "for all real x"."""
    declaring.vouch(display, names)
    own = display.before.rpartition("·")[2]
    if (ANY.search(own) and ENDS.search(display.prose)) or EXISTS.search(own) or (phrase and CHOSEN.search(own)):
        _bring_another(declaring, names)
    if SOUGHT.search(own) and not member:
        letters = _letters(declaring, names)
        given = [each for each in declaring.known.facts if each.kind == "hypothesis" and is_value(each.prop)]
        declaring.known.drop([each for each in given if each.prop.free <= letters])
    other = is_let(display) or DENOTES.match(display.after)
    if not phrase and not member and other:
        said = [each for each in declaring.known.facts if each.kind == "hypothesis" or each.brought]
        said = [each for each in said if each.part < declaring.known.part]
        of_it = {canonical_name(name.strip()) for name in names}
        declaring.known.drop([each for each in said if is_value(each.prop) and {*map(str, each.prop.free)} <= of_it])
    _introduce_matrices(declaring, display, names)
    behind = "·".join(each.after for each in (display, *_beside(declaring, display)))
    arbitrary = LETS_NOW.search(own) is not None and BE_ARBITRARY.match(behind) is not None
    if IS_ANY.match(display.after):
        _let_go(declaring, names, own, phrase, member=member)
    elif (ANEW if phrase or member or arbitrary else EVERY).search(own) and (
        ENDS.search(display.prose) or _begins_another(declaring, display)
    ):
        beside = () if member else [each.text.text for each in _beside(declaring, display)]
        _let_go(declaring, [*names, *beside], own + " arbitrary" * arbitrary, phrase, member=member)


def is_let(display: Display) -> bool:
    """Whether words say of a letter what it is from there on: "let $d$ be a metric"."""
    return LET.search(display.before.rpartition("·")[2]) is not None and BE.match(display.after) is not None


def _introduce_matrices(declaring: Declaring, display: Display, names: Sequence[str]) -> None:
    """Let go what was said of matrices, where "for all matrices A and B", or "let A be a matrix", brings in others."""
    following = [each for each in declaring.displays[display.number + 1 :][:3] if each.paragraph == display.paragraph]
    ahead, let, behind = MATRICES_ANEW
    after = "·".join(each.after for each in (display, *following))
    if not (ahead.search(display.before) or (let.search(display.before) and behind.match(after))):
        return
    beside = [each.text.text for each in _beside(declaring, display)]
    letters = {declaring.context.names.get(canonical_name(name.strip())) for name in (*names, *beside)}
    matrices = {each for each in letters if isinstance(each, MatrixVariable)}
    said = [each for each in declaring.known.facts if each.kind == "hypothesis" and each.prop.free & matrices]
    _forget_places(declaring.known, said)


def _beside(declaring: Declaring, display: Display) -> Iterator[Display]:
    """The letters behind a letter of which the same words speak, "let A and B be"."""
    for following in declaring.displays[display.number + 1 :]:
        if not JOINS.fullmatch(display.after) or following.paragraph != display.paragraph or not is_name(following):
            return
        display = following
        yield display


def _letters(declaring: Declaring, names: Sequence[str]) -> set[object]:
    """What letters stand for, or will stand for: the parts of complex ones."""
    keys = [canonical_name(name.strip()) for name in names]
    return {*map(declaring.context.names.get, keys)}.union(*(Complex.letter(key).parts for key in keys))


def _bring_another(declaring: Declaring, names: Sequence[str]) -> None:
    """Of letters that are said to exist, or chosen, nothing is known but what is said from there on: the second "there is c"
    of a text brings in another c."""
    letters, known = _letters(declaring, names), declaring.known
    said = [each for each in known.facts if each.kind != "declared" and each.prop.free & letters]
    known.drop(said, dormant=True)
    known.claims = [each for each in known.claims if not each.prop.free & letters]


LET_SUCH = re.compile(
    r"^\W*(?:(?:now|next)\s+)?let\s*·\s*be\s+(?:such\s+that|[^·;,]*\b(?:with|for\s+which|such\s+that))\s*$",
    re.IGNORECASE,
)
"""How a sentence begins that brings in a number anew, "Let $x$ be such that": once something is claimed of one, it is another."""


def supposed_anew(known: Knowledge, prop: Prop, said: Announcement, display: Display) -> None:
    """Let go what was said that a letter equals, or between which numbers it lies: "for all s > 0" speaks of others too. So does
    "let x >= 0" in a sentence behind one that supposes more, x >= 1: else it would say nothing. With another value of k, P(X = k)
    is another number."""
    if is_value(prop) and isinstance(prop, Relation):
        others = [x.prop for x in known.facts if is_value(x.prop) and x.prop != prop and prop.left in x.prop.free]
        named = [x for x in known.facts if any(hides(each, prop.left) for each in x.prop.free)]
        known.drop(named if others else [])
    if ALL.fullmatch(said.phrase):
        letters = {x.left for x in parts_of(prop) if isinstance(x, Relation)}
        behind = said.phrase.lower() == "for some" and not re.search(
            r"[.,;:]", display.prose
        )  # "x^2 > 2 for some x > 0"
        begun = display.sentence if behind else -2
        known.drop([each for each in known.said_of(letters) if defines(each.prop) and each.sentence != begun])
        _forget_places(known, [x for x in _places(known) if x.prop.free <= letters and x.sentence != begun])
    elif LET_SUCH.search(sentence_before(display.before)):
        alike = [x for x in _places(known) if x.prop.free == prop.free and len(prop.free) == 1]
        told = [x for x in alike if x.sentence != display.sentence]
        _forget_places(
            known, [each for each in told if any(prop.free <= x.prop.free for x in known.claims[each.after :])]
        )
    elif APPLIED.search(sentence_before(display.before)) and isinstance(prop, Relation) and defines(prop):
        _forget_places(
            known, [each for each in _places(known) if prop.left in each.prop.free and not defines(each.prop)]
        )
    elif LETS.match(said.phrase) and isinstance(prop, (And, Relation)) and ENDS.search(display.prose):
        told = [each for each in _places(known) if each.prop != prop]
        same = [each for each in told if each.prop.free == prop.free and _is_told_by(each.prop, prop)]
        again = {each.sentence for each in _places(known) if each.prop == prop and each.sentence >= 0}
        same += [
            each for each in told if each.sentence in again and each.prop.free & prop.free and not defines(each.prop)
        ]
        given = [each for each in told if defines(each.prop) and {*each.prop.children()} & prop.free]
        given = given if len(prop.free) == 1 else []
        anew = BE_ARBITRARY.match(display.after) is not None
        same += [each for each in told if anew and each.prop.free == prop.free and each not in same]
        _forget_places(known, same + [each for each in given if anew or each.part != known.part])


def _places(known: Knowledge) -> list[Fact]:
    return [each for each in known.facts if each.kind == "hypothesis" and isinstance(each.prop, (Relation, And))]


def _forget_places(known: Knowledge, gone: list[Fact]) -> None:
    """Let go where letters lie, and what was claimed under that."""
    known.claims = [each for each in known.claims if not any(rests_on(each, fact.prop) for fact in gone)]
    known.drop(gone, dormant=True)


def _is_told_by(old: Prop, new: Prop) -> bool:
    """Whether what is supposed of one letter is seen from what was supposed of it before."""
    known = Facts(parts_of(old))
    return all(map(known.evident, parts_of(new)))


def is_called(prop: Prop, word: str) -> bool:
    """Whether a fact says of a function what an adjective does: convex, and so strongly convex."""
    return isinstance(prop, Property) and word in prop.kind


def introduce_function(known: Knowledge, display: Display, function: Term) -> None:
    """Let go what is known of a function, where words say that it is any one: "now let f be any differentiable function"."""
    before, behind = ANY_FUNCTION
    if before.search(display.before.rpartition("·")[2]) or behind.match(display.after):
        known.drop(
            [each for each in known.facts if isinstance(each.prop, Property) and function in each.prop.free],
            dormant=True,
        )


def introduce_behind(declaring: Declaring, display: Display) -> None:
    """The same of letters behind the formula which holds for all of them, "... for all real x", or for some value."""
    bring_witnesses(declaring, display)
    following = declaring.displays[display.number + 1 :]
    if not following or not BEHIND.fullmatch(display.after):
        return
    if display.text.text.rstrip(" }$").endswith(".") and display.after.strip()[:1].isupper():
        return  # another sentence begins there
    if _is_of_the_next(display, following):
        return
    names, member = list[str](), False
    for at in following:
        if names and at.paragraph != display.paragraph:
            break  # "for all $b$." ends there
        name, sign, _ = at.text.text.partition("\\in")
        names += name.split(",")
        member |= bool(sign)
        if not JOINS.fullmatch(at.after) or STOPS.search(at.after):
            break
    phrase = declaring.phrase_of(following[0])
    _let_go(declaring, names, display.after, phrase, member=member)


def _begins_another(declaring: Declaring, display: Display) -> bool:
    """Whether a letter is one for all of which the next claim holds, behind another claim in its sentence."""
    before = declaring.displays[max(display.number - 1, 0)]
    return before is not display and _is_of_the_next(before, declaring.displays[display.number :])


def _is_of_the_next(display: Display, following: Sequence[Display]) -> bool:
    """Whether letters for all of which something holds, and what is said of where they lie, stand before another claim, as in
    "· holds, and for all real ·, we have ·"."""
    if not LEADS_ON.match(display.after):
        return False
    for at, claim in pairwise(following):
        if not JOINS.fullmatch(at.after) or THERE.match(at.after):
            near = claim.paragraph == at.paragraph or claim.formula.display
            return near and THERE.match(at.after) is not None and not is_name(claim)
    return False


def introduce_real(declaring: Declaring, unit: Unit) -> None:
    """Take a letter that was given as a complex number, and is now supposed to lie above or below another one, for a real number:
    complex numbers have no order."""
    if not set(unit.kinds) <= set(ORDERS):
        return
    for node in (each for member in unit.members for each in items_of(member.node) if isinstance(each, Name)):
        key = canonical(node)
        if key is not None and isinstance(declaring.context.names.get(key), Complex):
            del declaring.context.names[key]
            declaring.declare(key, "real")


def introduce_integers(declaring: Declaring, clauses: Iterable[Clause]) -> None:
    """Letters that are called even or odd are integers, where no words say what they are."""
    for name in sorted({name for clause in clauses for each in clause.members for name in names_in(each) if name}):
        letter = declaring.context.names.get(name)
        if isinstance(letter, Variable) and letter.domain == "real" and name not in declaring.known.told:
            declaring.declare(name, "integer")


def _let_go(declaring: Declaring, names: Sequence[str], words: str, phrase: str, *, member: bool) -> None:
    letters = _letters(declaring, names)
    letters = letters if phrase else {each for each in letters if isinstance(each, Variable)}
    anew = phrase or member or ARBITRARY.search(words)
    said = [x for x in declaring.known.facts if x.kind == "hypothesis" or (x.brought and is_value(x.prop))]
    if ARBITRARY.search(words):  # of a random number X also what is said of E[X]
        told, named = {each for x in said for each in x.prop.free}, [Variable(name.strip()) for name in names]
        letters = letters | {each for each in told if any(hides(each, x) for x in named)}
    ended = [fact for fact in said if fact.prop.free & letters and _is_of_numbers(fact.prop, letters)]
    values = for_good([fact for fact in ended if not anew and is_value(fact.prop)])
    declaring.known.drop([fact for fact in ended if anew or fact.local or fact.of_some or fact in values])


def _is_of_numbers(prop: Prop, letters: Collection[object]) -> bool:
    """Whether a hypothesis is one of numbers alone, or of one letter, and does not say what another letter is by them."""
    named = isinstance(prop, Relation) and defines(prop) and prop.left not in letters
    return len(prop.free) == 1 or (
        all(isinstance(each, (Variable, VectorVariable)) for each in prop.free) and not named
    )
