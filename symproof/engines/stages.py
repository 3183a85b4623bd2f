"""The engines in their order, and which of them are tried when. Untrusted, as they all are."""

from __future__ import annotations

from symproof import statement as st
from symproof.engines.functions.additive import additive
from symproof.engines.functions.angles import angles, orders_of_angles
from symproof.engines.functions.bases import bases
from symproof.engines.functions.chords import absolute, denominators
from symproof.engines.functions.constants import constants
from symproof.engines.functions.convexity import functions
from symproof.engines.functions.enclosure import enclosure
from symproof.engines.functions.larger import larger
from symproof.engines.functions.laws import laws
from symproof.engines.functions.log_factors import log_factors
from symproof.engines.functions.logarithms import exponents, logarithms, powers
from symproof.engines.functions.mixtures import mixtures
from symproof.engines.functions.power_means import power_means
from symproof.engines.functions.raised import alike, raised
from symproof.engines.functions.replaced import replaced
from symproof.engines.functions.slopes import laws_at_sight, slopes, turned
from symproof.engines.functions.tangents import tangents
from symproof.engines.functions.turns import turns
from symproof.engines.functions.weighted import weighted
from symproof.engines.integers.apart import apart, one_by_one
from symproof.engines.integers.consecutive import consecutive
from symproof.engines.integers.cycles import cycles
from symproof.engines.integers.descent import descent
from symproof.engines.integers.divisions import divisions
from symproof.engines.integers.exponential import exponential, outgrown
from symproof.engines.integers.factored import factored
from symproof.engines.integers.far_members import far_members
from symproof.engines.integers.few import by_sign, few
from symproof.engines.integers.induct import induction
from symproof.engines.integers.orbits import orbits
from symproof.engines.integers.quotients import quotients
from symproof.engines.integers.remainders import obtain, remainders
from symproof.engines.integers.residues import around
from symproof.engines.integers.rounded import between_roots, rounded
from symproof.engines.integers.strengthened import strengthened
from symproof.engines.integers.whole_parts import whole_parts
from symproof.engines.linear_algebra.between_lengths import between_lengths
from symproof.engines.linear_algebra.bounded_forms import bounded_forms
from symproof.engines.linear_algebra.definitions import definitions
from symproof.engines.linear_algebra.determinants import determinants
from symproof.engines.linear_algebra.diagonal import diagonals
from symproof.engines.linear_algebra.first_entries import first_entries
from symproof.engines.linear_algebra.minors import minors
from symproof.engines.linear_algebra.mirrored import mirrored
from symproof.engines.linear_algebra.multiples import multiples
from symproof.engines.linear_algebra.paired import paired
from symproof.engines.linear_algebra.pythagoras import pythagoras
from symproof.engines.linear_algebra.sides import sides
from symproof.engines.linear_algebra.singular import contradicted, singular
from symproof.engines.linear_algebra.solved import solved
from symproof.engines.linear_algebra.triangle import triangle
from symproof.engines.linear_algebra.vectors import at_vectors, bessel, cauchy_schwarz
from symproof.engines.logic.at_odds import at_odds, excluded
from symproof.engines.logic.chosen import at_numbers
from symproof.engines.logic.entries import with_entries
from symproof.engines.logic.instances import stated
from symproof.engines.logic.letters import letters
from symproof.engines.logic.logic import contradiction, definite, detach, ordered, signs, strictly, unequal
from symproof.engines.logic.points import at_points
from symproof.engines.logic.through import through
from symproof.engines.logic.values import values
from symproof.engines.oracles.word import sympy, z3
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.between import between
from symproof.engines.polynomials.cancelled import cancelled
from symproof.engines.polynomials.degrees import degrees
from symproof.engines.polynomials.distinct import distinct
from symproof.engines.polynomials.factors import factors
from symproof.engines.polynomials.geometric import geometric
from symproof.engines.polynomials.halves import halves, squared
from symproof.engines.polynomials.higher_roots import higher_roots
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.inequality import inequality, positivity
from symproof.engines.polynomials.lowered import lowered
from symproof.engines.polynomials.minkowski import closer, minkowski
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.parts import parts
from symproof.engines.polynomials.ring import ring
from symproof.engines.polynomials.rooted import rooted
from symproof.engines.polynomials.roots import roots
from symproof.engines.polynomials.scaled import scaled
from symproof.engines.polynomials.slack import slack
from symproof.engines.polynomials.sos import sos
from symproof.engines.polynomials.symmetric import symmetric
from symproof.engines.search import Engine, Search, with_values
from symproof.engines.sums.added import added
from symproof.engines.sums.aligned import aligned
from symproof.engines.sums.backwards import backwards
from symproof.engines.sums.bounds import bounds, later
from symproof.engines.sums.cauchy import cauchy_sums, nearest
from symproof.engines.sums.chebyshev import chebyshev
from symproof.engines.sums.empty import empty
from symproof.engines.sums.entropy import entropy
from symproof.engines.sums.factorwise import factorwise
from symproof.engines.sums.increments import increments
from symproof.engines.sums.jensen import jensen
from symproof.engines.sums.lengths import lengths
from symproof.engines.sums.members import members
from symproof.engines.sums.moving import moving
from symproof.engines.sums.peel import peel
from symproof.engines.sums.potential import potential
from symproof.engines.sums.product_means import product_means
from symproof.engines.sums.reorder import reorder
from symproof.engines.sums.sift import cancel, sift
from symproof.engines.sums.summation import nested, summation
from symproof.engines.sums.telescoping import telescope
from symproof.engines.sums.termwise import termwise
from symproof.engines.sums.within import within
from symproof.engines.sums.zeilberger import zeilberger
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def with_instances(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the instances of quantified hypotheses that the goal calls for."""
    found = stated(facts, goal)
    if not found.wraps:
        return None
    facts, valued = with_values(found.facts)
    inner = search.without(with_instances)
    rest = inner.prove(facts, goal)
    search.words += inner.words
    search.missing += inner.missing
    if rest is None:
        return None
    for number in reversed(valued):
        rest = ct.Valued(number, rest)
    return found.closed(rest)


STEPS: tuple[tuple[str, Engine], ...] = (
    ("enclosure", enclosure),
    ("ring", ring),
    ("positivity", parts),
    ("positivity", positivity),
    ("linear", linear),
    ("linear", at_odds),
    ("ideal", ideal),
    ("roots", higher_roots),
    ("positivity", slack),
    ("telescope", increments),
    ("", with_instances),
    ("entries", minors),
    ("entries", diagonals),
    ("determinants", determinants),
    ("", halves),
    ("determinants", singular),
    ("determinants", contradicted),
    ("", definitions),
    ("determinants", pythagoras),
    ("remainders", remainders),
    ("remainders", cycles),
    ("remainders", excluded),
    ("remainders", whole_parts),
    ("remainders", divisions),
    ("", exponential),
    ("", outgrown),
    ("descent", descent),
    ("quotients", quotients),
    ("", obtain),
    ("", chebyshev),
    ("telescope", added),
    ("telescope", potential),
    ("", through),
    ("", additive),
    ("", at_points),
    ("", strictly),
    ("", unequal),
    ("", functions),
    ("", at_vectors),
    ("", bessel),
    ("", mirrored),
    ("", paired),
    ("cases", larger),
    ("positivity", nearest),
    ("", detach),
    ("", peel),
    ("telescope", aligned),
    ("members", members),
    ("members", far_members),
    ("ring", cancel),
    ("ring", within),
    ("sums", reorder),
    ("sums", backwards),
    ("sums", sift),
    ("cases", empty),
    ("", with_entries),
    ("", values),
    ("telescope", telescope),
    ("", nested),
    ("", summation),
    ("zeilberger", zeilberger),
    ("", squared),
    ("", constants),
    ("tangents", weighted),
    ("tangents", power_means),
    ("jensen", mixtures),
    ("tangents", entropy),
    ("tangents", jensen),
    ("turns", turns),
    ("laws", angles),
    ("laws", laws_at_sight),
    ("logarithms", log_factors),
    ("logarithms", logarithms),
    ("logarithms", powers),
    ("", exponents),
    ("", consecutive),
    ("cases", between_roots),
    ("", at_numbers),
    ("roots", minkowski),
    ("roots", closer),
    ("tangents", rooted),
    ("tangents", tangents),
    ("", factors),
    ("cancelled", cancelled),
    ("", bases),
    ("", alike),
    ("", raised),
    ("", factored),
    ("", few),
    ("cases", by_sign),
    ("", one_by_one),
    ("", apart),
    ("", solved),
    ("triangle", triangle),
    ("", sides),
    ("squares", bounded_forms),
    ("termwise", termwise),
    ("factorwise", factorwise),
    ("factorwise", product_means),
    ("", letters),
    ("inequality", geometric),
    ("inequality", inequality),
    ("inequality", multiples),
    ("inequality", between_lengths),
    ("orderings", orderings),
    ("tangents", lowered),
    ("roots", roots),
    ("degrees", degrees),
    ("degrees", scaled),
    ("", rounded),
    ("squares", symmetric),
    ("squares", sos),
    ("squares", distinct),
    ("inequality", between),
    ("", replaced),
    ("laws", orders_of_angles),
    ("", absolute),
    ("", denominators),
    ("slopes", slopes),
    ("laws", laws),
    ("", turned),
    ("", definite),
    ("", ordered),
    ("cauchy_schwarz", cauchy_sums),
    ("cauchy_schwarz", cauchy_schwarz),
    ("cases", signs),
    ("induction", moving),
    ("induction", around),
    ("induction", orbits),
    ("induction", lengths),
    ("induction", bounds),
    ("induction", strengthened),
    ("induction", first_entries),
    ("induction", induction),
    ("induction", later),
    ("contradiction", contradiction),
)


def these(*engines: Engine) -> tuple[tuple[str, Engine], ...]:
    """Some of the steps, in their order."""
    return tuple(row for row in STEPS if row[1] in engines)


LIGHT = these(ring, with_instances, reorder, sift, with_entries)
STAGES = (
    these(
        enclosure,
        ring,
        parts,
        positivity,
        slack,
        linear,
        higher_roots,
        at_odds,
        ideal,
        diagonals,
        determinants,
        singular,
        contradicted,
        definitions,
        pythagoras,
        remainders,
        cycles,
        excluded,
        whole_parts,
        divisions,
        exponential,
        outgrown,
        descent,
        quotients,
        obtain,
        triangle,
        sides,
        termwise,
        factorwise,
        product_means,
        chebyshev,
        added,
        potential,
        through,
        with_instances,
        mixtures,
        entropy,
        functions,
        additive,
        at_points,
        strictly,
        unequal,
        at_vectors,
        bessel,
        bases,
        mirrored,
        paired,
        larger,
        detach,
        members,
        far_members,
        cancel,
        within,
        reorder,
        sift,
        with_entries,
        telescope,
        orderings,
    ),
    tuple(
        row
        for row in STEPS
        if row[1]
        not in (
            moving,
            around,
            zeilberger,
            orbits,
            lengths,
            bounds,
            strengthened,
            first_entries,
            induction,
            later,
            contradiction,
        )
    ),
    STEPS,
)
"""What is tried first, then, and last: most steps of a derivation are settled by the first stage."""
FIRST_OF_MATRICES = these(ring, positivity, linear, determinants, definitions, pythagoras, roots)
WITH_MATRICES = (FIRST_OF_MATRICES, *STAGES)
"""Where there are matrix letters, a point is looked for before matrices are taken apart into entries."""
LOGIC = these(with_instances, with_entries, detach, definite, ordered, signs, contradiction)
PINNED: dict[str, tuple[tuple[str, Engine], ...]] = {
    "ring": (("ring", ring), *LOGIC),
    "gradients": (("gradients", ring), *LOGIC),
    "positivity": (("positivity", parts), ("positivity", positivity), ("ring", ring), *LOGIC),
    "inequality": tuple(row for row in STEPS if row[0] not in ("telescope", "induction")),
    "telescope": (
        ("ring", ring),
        ("telescope", telescope),
        ("telescope", added),
        ("telescope", potential),
        ("termwise", termwise),
        ("positivity", positivity),
        ("positivity", slack),
        *LOGIC,
    ),
    "termwise": (("ring", ring), ("termwise", termwise), ("positivity", positivity), *LOGIC),
    "sums": tuple(row for row in STEPS if row[0] != "induction"),
    "induction": tuple(row for row in STEPS if row[0] != "induction"),
    "z3": (("z3", z3),),
    "sympy": (("sympy", sympy),),
}
"""What `by=` allows. The steps of logic are allowed with every engine, as they only take the goal apart."""
QUICK: tuple[Engine, ...] = (enclosure, ring, parts, positivity, linear)
"""Engines that are asked before any point is looked at: they settle most of what is true in less time than a look takes."""
EQUATIONS: tuple[Engine, ...] = (at_odds, ideal)
"""Engines that are asked before it too where equations are given."""
FIRST: tuple[tuple[str, Engine], ...] = tuple(row for row in STEPS if row[1] in (*QUICK, *EQUATIONS))
"""These, in their order; also those that show a solver's word to be about values."""
HEAVY: tuple[Engine, ...] = (linear, ideal, orderings, sos)
"""Engines that take their time to fail: what an author has named is tried without them first."""
