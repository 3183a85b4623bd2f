"""The engines in their order, and which of them are tried when. Untrusted, as they all are."""

from __future__ import annotations

from symproof import statement as st
from symproof.engines.functions.additive import additive
from symproof.engines.functions.angles import angles, orders_of_angles, sizes_of_angles
from symproof.engines.functions.bases import bases
from symproof.engines.functions.chords import absolute, denominators
from symproof.engines.functions.circle import circle
from symproof.engines.functions.constants import constants
from symproof.engines.functions.convexity import functions, functions_before_bounds
from symproof.engines.functions.enclosure import enclosure
from symproof.engines.functions.larger import larger
from symproof.engines.functions.laws import laws
from symproof.engines.functions.log_factors import log_factors
from symproof.engines.functions.logarithms import exponents, logarithms, powers
from symproof.engines.functions.mixtures import mixtures
from symproof.engines.functions.power_means import power_means
from symproof.engines.functions.raised import alike, compared, raised
from symproof.engines.functions.replaced import replaced
from symproof.engines.functions.slopes import laws_at_sight, slopes, turned
from symproof.engines.functions.tangents import tangents
from symproof.engines.functions.turns import turns
from symproof.engines.functions.weighted import gathered, weighted
from symproof.engines.integers.apart import apart, one_by_one
from symproof.engines.integers.consecutive import consecutive
from symproof.engines.integers.cycles import cycles
from symproof.engines.integers.descent import descent
from symproof.engines.integers.distances import distances
from symproof.engines.integers.divisions import divisions
from symproof.engines.integers.exponential import exponential, outgrown
from symproof.engines.integers.factored import factored
from symproof.engines.integers.far_members import far_members
from symproof.engines.integers.few import by_sign, few
from symproof.engines.integers.induct import induction
from symproof.engines.integers.invariants import invariants
from symproof.engines.integers.lattices import lattices
from symproof.engines.integers.orbits import orbits
from symproof.engines.integers.pascal import pascal
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
from symproof.engines.linear_algebra.diagonal import diagonals, of_one_entry
from symproof.engines.linear_algebra.families import families
from symproof.engines.linear_algebra.first_entries import bare_entries, first_entries
from symproof.engines.linear_algebra.lowest_point import lowest_point
from symproof.engines.linear_algebra.minors import minors
from symproof.engines.linear_algebra.mirrored import mirrored
from symproof.engines.linear_algebra.multiples import multiples
from symproof.engines.linear_algebra.nearby import nearby
from symproof.engines.linear_algebra.of_all_columns import of_all_columns
from symproof.engines.linear_algebra.paired import paired
from symproof.engines.linear_algebra.pythagoras import pythagoras
from symproof.engines.linear_algebra.sides import sides
from symproof.engines.linear_algebra.singular import contradicted, singular
from symproof.engines.linear_algebra.solved import solved
from symproof.engines.linear_algebra.triangle import triangle
from symproof.engines.linear_algebra.vectors import apart as vectors_apart
from symproof.engines.linear_algebra.vectors import at_vectors, bessel, cauchy_schwarz
from symproof.engines.logic.at_odds import at_odds, excluded
from symproof.engines.logic.chosen import at_numbers
from symproof.engines.logic.entries import with_entries
from symproof.engines.logic.instances import stated
from symproof.engines.logic.letters import letters
from symproof.engines.logic.logic import (
    contradiction,
    definite,
    detach,
    ordered,
    signs,
    strictly,
    unequal,
    without_length,
)
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
from symproof.engines.polynomials.filled import filled
from symproof.engines.polynomials.geometric import geometric
from symproof.engines.polynomials.halves import bars, halves, squared
from symproof.engines.polynomials.higher_roots import higher_roots
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.inequality import inequality, positivity
from symproof.engines.polynomials.lowered import lowered
from symproof.engines.polynomials.matched import matched
from symproof.engines.polynomials.minkowski import closer, minkowski
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.parts import parts
from symproof.engines.polynomials.ring import ring
from symproof.engines.polynomials.rooted import rooted
from symproof.engines.polynomials.roots import roots
from symproof.engines.polynomials.scaled import scaled
from symproof.engines.polynomials.shares import shares
from symproof.engines.polynomials.slack import slack
from symproof.engines.polynomials.sos import sos
from symproof.engines.polynomials.symmetric import symmetric
from symproof.engines.search import Engine, Search
from symproof.engines.sums.added import added, added_up
from symproof.engines.sums.aligned import aligned
from symproof.engines.sums.backwards import backwards
from symproof.engines.sums.blocks import blocks
from symproof.engines.sums.bounds import bounds, later
from symproof.engines.sums.cauchy import cauchy_sums, nearest
from symproof.engines.sums.chebyshev import chebyshev
from symproof.engines.sums.contiguous import contiguous
from symproof.engines.sums.diagonals import diagonals_of_pascal
from symproof.engines.sums.differences import differences
from symproof.engines.sums.empty import empty
from symproof.engines.sums.entropy import entropy
from symproof.engines.sums.factorwise import factorwise
from symproof.engines.sums.increments import increments
from symproof.engines.sums.jensen import jensen
from symproof.engines.sums.lengths import lengths
from symproof.engines.sums.members import members
from symproof.engines.sums.moving import moving
from symproof.engines.sums.neighbours import grown
from symproof.engines.sums.peel import peel
from symproof.engines.sums.potential import potential
from symproof.engines.sums.product_means import product_means
from symproof.engines.sums.reorder import reorder
from symproof.engines.sums.sift import cancel, sift
from symproof.engines.sums.summation import given_sums, nested, summation
from symproof.engines.sums.telescoping import telescope
from symproof.engines.sums.termwise import termwise
from symproof.engines.sums.told_members import told_members
from symproof.engines.sums.unfolded import unfolded
from symproof.engines.sums.within import within
from symproof.engines.sums.zeilberger import zeilberger
from symproof.engines.valued import with_values
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


TABLE: tuple[tuple[str, Engine, int], ...] = (
    ("enclosure", enclosure, 1),
    ("ring", ring, 1),
    ("positivity", parts, 1),
    ("positivity", positivity, 1),
    ("linear", linear, 1),
    ("linear", at_odds, 1),
    ("ideal", ideal, 1),
    ("laws", sizes_of_angles, 1),
    ("laws", circle, 1),
    ("roots", higher_roots, 1),
    ("positivity", slack, 1),
    ("telescope", increments, 2),
    ("", told_members, 1),
    ("", with_instances, 1),
    ("entries", of_one_entry, 1),
    ("entries", minors, 2),
    ("entries", diagonals, 1),
    ("matrices", families, 1),
    ("determinants", determinants, 1),
    ("", halves, 2),
    ("determinants", singular, 1),
    ("determinants", contradicted, 1),
    ("", nearby, 1),
    ("", definitions, 1),
    ("determinants", pythagoras, 1),
    ("remainders", remainders, 1),
    ("remainders", cycles, 1),
    ("remainders", excluded, 1),
    ("remainders", whole_parts, 1),
    ("remainders", divisions, 1),
    ("", exponential, 1),
    ("", outgrown, 1),
    ("descent", descent, 1),
    ("quotients", quotients, 1),
    ("", obtain, 1),
    ("remainders", lattices, 1),
    ("", chebyshev, 1),
    ("telescope", added, 1),
    ("telescope", potential, 1),
    ("functions", functions_before_bounds, 1),
    ("", through, 1),
    ("", additive, 1),
    ("", at_points, 1),
    ("", strictly, 1),
    ("", unequal, 1),
    ("", functions, 1),
    ("", vectors_apart, 1),
    ("", lowest_point, 1),
    ("", at_vectors, 1),
    ("", bessel, 1),
    ("", mirrored, 1),
    ("", paired, 1),
    ("cases", larger, 1),
    ("positivity", nearest, 2),
    ("", detach, 1),
    ("", peel, 2),
    ("termwise", unfolded, 1),
    ("telescope", aligned, 2),
    ("members", members, 1),
    ("members", far_members, 1),
    ("ring", cancel, 1),
    ("ring", within, 1),
    ("ring", grown, 3),
    ("sums", reorder, 1),
    ("sums", backwards, 2),
    ("sums", sift, 1),
    ("cases", empty, 2),
    ("", with_entries, 1),
    ("", values, 2),
    ("telescope", telescope, 1),
    ("", nested, 2),
    ("", summation, 2),
    ("", given_sums, 2),
    ("zeilberger", zeilberger, 3),
    ("", squared, 2),
    ("", compared, 2),
    ("", constants, 2),
    ("tangents", weighted, 2),
    ("tangents", gathered, 2),
    ("tangents", power_means, 2),
    ("jensen", mixtures, 1),
    ("tangents", entropy, 1),
    ("tangents", jensen, 2),
    ("turns", turns, 2),
    ("laws", angles, 2),
    ("laws", laws_at_sight, 2),
    ("logarithms", log_factors, 2),
    ("logarithms", logarithms, 2),
    ("logarithms", powers, 2),
    ("", exponents, 2),
    ("", consecutive, 2),
    ("cases", between_roots, 2),
    ("", at_numbers, 2),
    ("roots", minkowski, 2),
    ("roots", closer, 2),
    ("inequality", matched, 2),
    ("tangents", rooted, 2),
    ("tangents", tangents, 2),
    ("induction", bare_entries, 2),
    ("cauchy_schwarz", cauchy_sums, 2),
    ("", factors, 2),
    ("cancelled", cancelled, 2),
    ("", bases, 1),
    ("", alike, 2),
    ("", raised, 2),
    ("", factored, 2),
    ("", few, 2),
    ("cases", by_sign, 2),
    ("", one_by_one, 2),
    ("", apart, 2),
    ("", solved, 2),
    ("triangle", triangle, 1),
    ("", sides, 1),
    ("squares", bounded_forms, 2),
    ("termwise", termwise, 1),
    ("factorwise", factorwise, 1),
    ("factorwise", product_means, 1),
    ("", letters, 2),
    ("inequality", shares, 1),
    ("inequality", bars, 1),
    ("inequality", geometric, 2),
    ("inequality", inequality, 2),
    ("inequality", multiples, 2),
    ("inequality", between_lengths, 2),
    ("orderings", orderings, 1),
    ("tangents", lowered, 2),
    ("roots", roots, 2),
    ("degrees", degrees, 2),
    ("degrees", scaled, 2),
    ("degrees", filled, 2),
    ("", rounded, 2),
    ("squares", symmetric, 2),
    ("squares", sos, 2),
    ("squares", distinct, 2),
    ("inequality", between, 2),
    ("", replaced, 2),
    ("laws", orders_of_angles, 2),
    ("", absolute, 2),
    ("", denominators, 2),
    ("slopes", slopes, 2),
    ("laws", laws, 2),
    ("", turned, 2),
    ("", without_length, 1),
    ("", definite, 2),
    ("", ordered, 2),
    ("cauchy_schwarz", cauchy_schwarz, 2),
    ("cases", signs, 2),
    ("telescope", added_up, 3),
    ("induction", moving, 3),
    ("induction", distances, 3),
    ("induction", around, 3),
    ("induction", orbits, 3),
    ("induction", lengths, 3),
    ("induction", pascal, 3),
    ("induction", differences, 3),
    ("induction", contiguous, 3),
    ("induction", diagonals_of_pascal, 3),
    ("induction", blocks, 3),
    ("induction", bounds, 3),
    ("induction", invariants, 3),
    ("induction", strengthened, 3),
    ("induction", first_entries, 3),
    ("induction", induction, 3),
    ("induction", later, 3),
    ("contradiction", contradiction, 3),
    ("", of_all_columns, 3),
)
"""The name of each engine, and the stage from which on it is tried: most steps of a derivation are settled by the first."""
STEPS: tuple[tuple[str, Engine], ...] = tuple((name, engine) for name, engine, _ in TABLE)


def these(*engines: Engine) -> tuple[tuple[str, Engine], ...]:
    """Some of the steps, in their order."""
    return tuple(row for row in STEPS if row[1] in engines)


LIGHT = these(ring, with_instances, reorder, sift, with_entries)
STAGES = tuple(tuple((name, engine) for name, engine, first in TABLE if first <= stage) for stage in (1, 2, 3))
"""What is tried first, then, and last."""
FIRST_OF_MATRICES = these(
    ring, positivity, linear, of_one_entry, families, of_all_columns, determinants, definitions, pythagoras, roots
)
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
