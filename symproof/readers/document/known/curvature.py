r"""Bounds on the Hessian of a function that is not given, "with $\mu I \preceq \nabla^2 f(x) \preceq L I$ for all $x$", as what
they say of the function: convex, strongly convex, smooth.

An upper bound alone bounds f by a parabola from above; beside a lower one, or convexity, it says that the gradient is Lipschitz.
Of one point nothing is taken. Source: Nesterov, "Lectures on Convex Optimization", 2018, theorems 2.1.6 and 2.1.11.
"""

from __future__ import annotations

import re

from symproof.properties import Property, convex, differentiable, smooth, strongly_convex
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.notation import tree as t
from symproof.readers.resolve import Context
from symproof.readers.resolve.arithmetic import joined
from symproof.readers.resolve.letters import UNITS, caught
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.terms import Terms
from symproof.statement import Prop, Relation, each
from symproof.symbols import inner, norm
from symproof.term import ONE, ZERO, Apply, Function, GradientAt, Neg, Scalar, VectorVariable

EVERYWHERE = re.compile(r"^[^.;]{0,20}?\b(?:for|at)\s+(?:all|every|any|each)\b", re.IGNORECASE)
"""Words behind a bound that say that it holds everywhere."""
FIRST = re.compile(r"\b(?:for|at)\s+(?:all|every|any|each)\b[^.;]*$", re.IGNORECASE)
UP, DOWN = ("preceq", "prec"), ("succeq", "succ")


def said_of_curvature(unit: Unit, context: Context, known: Knowledge, heard: Heard) -> list[Prop]:
    """What a formula that bounds a Hessian everywhere supposes of the function; nothing where it does not. After an upper bound
    alone no point refutes: a text that gives no other may mean a convex function."""
    kinds = unit.kinds
    if not kinds or not (set(kinds) <= {*UP} or set(kinds) <= {*DOWN}):
        return []
    members = [member.node for member in unit.members]
    functions = [_function_of(node, context) for node in members]
    places = [k for k, function in enumerate(functions) if function is not None]
    if len(places) != 1 or not _is_everywhere(unit):
        return []
    (k,) = places
    function = functions[k]
    assert function is not None
    around = [_bound(node, context) if at != k else ZERO for at, node in enumerate(members)]
    if any(bound is None for bound in around):
        return []
    below, above = (around[:k], around[k + 1 :]) if kinds[0] in UP else (around[k + 1 :], around[:k])
    found = _said(function, below[-1] if below else None, above[0] if above else None, known)
    if above and not any(isinstance(prop, Property) and prop.kind == "smooth" for prop in found):
        known.leave_unread(heard.line, heard.latex)
    return found


def _said(function: Function, low: Scalar | None, high: Scalar | None, known: Knowledge) -> list[Prop]:
    found: list[Prop] = [differentiable(function)]
    if low is not None:
        found.append(convex(function) if low == ZERO else strongly_convex(function, low))
        found.append(beside_a_parabola(function, ">=", low))
    if high is not None:
        found.append(beside_a_parabola(function, "<=", high))
        if _is_convex(function, low, known) or (low is not None and low in (-high, Neg(high))):
            found.append(smooth(function, high))
    return found


def _is_convex(function: Function, low: Scalar | None, known: Knowledge) -> bool:
    """Whether a function is known to be convex: by its lower bound, 0 or a positive letter, or by what was said before."""
    facts = [fact.prop for fact in known.facts]
    if low is not None and (low == ZERO or getattr(low, "sign", "") == "positive" or Relation(">", low, ZERO) in facts):
        return True
    said = [fact.kind for fact in facts if isinstance(fact, Property) and fact.function == function]
    return "convex" in said or "strongly_convex" in said


def beside_a_parabola(function: Function, kind: str, bend: Scalar) -> Prop:
    """f(y) <= f(x) + <grad f(x), y - x> + (L/2) |y - x|^2 for all x and y, or >=."""
    x, y = VectorVariable("x"), VectorVariable("y")
    right = Apply(function, x) + inner(GradientAt(function, x), y - x)
    right = right if bend == ZERO else right + bend / 2 * norm(y - x) ** 2
    return each(x, each(y, Relation(kind, Apply(function, y), right)))


def _is_everywhere(unit: Unit) -> bool:
    display = unit.display
    return (
        EVERYWHERE.match(display.after) is not None
        or FIRST.search(display.before.rpartition(".")[2]) is not None
        or r"\forall" in display.text.text
    )


def _function_of(node: t.Node, context: Context) -> Function | None:
    r"""The function f of `\nabla^2 f(x)` at a letter."""
    match node:
        case t.Juxtaposed(items=(t.Nabla(sup=t.Number(text="2")), t.Name() as name, t.Fence(left="(", body=t.Name()))):
            found = context.names.get(canonical(name) or "")
            return found if isinstance(found, Function) and found.on == "vector" else None
    return None


def _bound(node: t.Node, context: Context) -> Scalar | None:
    """The number before an identity matrix, or 0; None of anything else."""
    if isinstance(node, t.Add) and len(node.terms) == 1 and node.terms[0][0] == "-":
        opposite = _bound(node.terms[0][1], context)
        return None if opposite is None else -opposite
    items = node.items if isinstance(node, t.Juxtaposed) else (node,)
    key = canonical(items[-1]) or ""
    if key not in UNITS or (key in context.names and key not in context.inferred):
        return ZERO if isinstance(node, t.Number) and node.text == "0" else None
    value = caught(lambda: Terms(context, {}).scalar(joined(items[:-1]))) if items[:-1] else ONE
    return value if isinstance(value, Scalar) else None
