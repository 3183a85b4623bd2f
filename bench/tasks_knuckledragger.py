"""The four tasks in knuckledragger, a proof assistant on z3, each in the best form that we know.

See `tasks_symproof` for `tag` and `wrong`. What cannot be proved raises, after a second.
"""

import kdrag as kd
from kdrag import smt

Z, R = smt.IntSort(), smt.RealSort()


def series(name, term):
    """The sum of the first m terms, as a recursive definition."""
    m = smt.Int("m")
    itself = smt.Function(name, Z, R)
    return kd.define(name, [m], smt.If(m <= 0, smt.RealVal(0), itself(m - 1) + term(m)))


def by_induction(claim, *by):
    """`claim(m)` for every m >= 0. The principle is that of all integers, so there are three cases."""
    m = smt.Int("m")
    goal = kd.Lemma(smt.ForAll([m], smt.Implies(m >= 0, claim(m))))
    goal.induct(goal.fix())
    for _ in range(3):
        goal.auto(by=list(by))
    return goal.qed()


def telescoping(tag, wrong=False):
    b = smt.Function(f"b{tag}", Z, R)
    S = series(f"S{tag}", lambda t: b(t) - b(t + 1))
    by_induction(lambda T: S(T) == b(1) - b(T + (0 if wrong else 1)), S.defn)
    return "proved"


def expansion(tag, wrong=False):
    """The axioms of an inner product with triggers, as in raw z3."""
    V = smt.DeclareSort(f"V{tag}")
    add, scale = smt.Function(f"add{tag}", V, V, V), smt.Function(f"scale{tag}", R, V, V)
    dot = smt.Function(f"dot{tag}", V, V, R)
    p, q, r, w, u, v = smt.Consts(f"p q r w{tag} u{tag} v{tag}", V)
    k, eta = smt.Reals(f"k eta{tag}")
    axioms = [
        kd.axiom(smt.ForAll([p, q, r], dot(add(p, q), r) == dot(p, r) + dot(q, r), patterns=[dot(add(p, q), r)])),
        kd.axiom(smt.ForAll([k, p, r], dot(scale(k, p), r) == k * dot(p, r), patterns=[dot(scale(k, p), r)])),
        kd.axiom(smt.ForAll([p, q], dot(p, q) == dot(q, p), patterns=[dot(p, q)])),
    ]
    d = add(w, scale(-1, u))
    e = add(d, scale(-1, scale(eta, v)))
    right = dot(d, d) - (1 if wrong else 2) * eta * dot(d, v) + eta * eta * dot(v, v)
    kd.prove(smt.ForAll([w, u, v, eta], dot(e, e) == right), by=axioms)
    return "proved"


def expansion_in_coordinates(tag, wrong=False):
    w, u, v = ([smt.Real(f"{name}{tag}_{k}") for k in range(3)] for name in "wuv")
    eta = smt.Real(f"eta{tag}")

    def dot(p, q):
        return smt.Sum([a * b for a, b in zip(p, q, strict=True)])

    d = [a - b for a, b in zip(w, u, strict=True)]
    e = [a - eta * b for a, b in zip(d, v, strict=True)]
    right = dot(d, d) - (1 if wrong else 2) * eta * dot(d, v) + eta * eta * dot(v, v)
    kd.prove(smt.ForAll([*w, *u, *v, eta], dot(e, e) == right))
    return "proved"


def inequalities(tag, wrong=False):
    x, y = smt.Reals(f"x{tag} y{tag}")
    kd.prove(smt.ForAll([x, y], x * x + y * y >= 2 * x * y))
    kd.prove(smt.ForAll([x], x * x * x * x - 2 * x * x * x + 3 * x * x - 2 * x + (0 if wrong else 1) >= 0))
    return "proved"


def circulant(tag, wrong=False):
    """One entry (i, j): what the first m terms of the two sums are, found by the user, by induction over m."""
    a = smt.Function(f"a{tag}", Z, R)
    n, i, j = smt.Consts(f"n{tag} i{tag} j{tag}", Z)
    inside = smt.And(n >= 1, i >= 0, i < n, j >= 0, j < n)

    def mod(k):
        return smt.If(k < 0, k + n, smt.If(k >= n, k - n, k))

    def shifted(hit, entry):
        return smt.If(hit, entry, smt.RealVal(0))

    # Term m of a sum over 0..n-1 is that of the index m - 1; the letters i, j and n are constants of the proof.
    P = series(f"P{tag}", lambda m: shifted(mod(i - (m - 1) - 1) == 0, a(mod(m - 1 - j))))
    Q = series(f"Q{tag}", lambda m: shifted(mod(m - 1 - j - 1) == 0, a(mod(i - (m - 1)))))
    first = by_induction(
        lambda m: smt.Implies(smt.And(inside, m <= n), P(m) == shifted(mod(i - 1) < m, a(mod(mod(i - 1) - j)))),
        P.defn,
    )
    second = by_induction(
        lambda m: smt.Implies(smt.And(inside, m <= n), Q(m) == shifted(mod(j + 1) < m, a(mod(i - mod(j + 1))))),
        Q.defn,
    )
    right = a(mod(i - j)) if wrong else Q(n)
    kd.prove(smt.Implies(inside, P(n) == right), by=[first(n), second(n)])
    return "proved"
