r"""Identities."""

from symproof import (
    Chain,
    Prop,
    calc,
    derivation,
    each,
    eq,
    index,
    induction,
    inner,
    minimizer,
    natural,
    ne,
    norm,
    positive,
    real,
    sequence,
    total,
    vector,
    vectors,
)

x, y, z, g, w, v, u = vectors("x y z g w v u")
eta, beta = positive(r"\eta"), real(r"\beta")
f = real("f")
gap = positive("G")


@derivation
def three_points() -> Chain:
    return calc(2 * inner(x - y, x - z)).eq(norm(x - y) ** 2 + norm(x - z) ** 2 - norm(y - z) ** 2)


@derivation
def step_cost() -> Chain:
    return calc(norm(w - eta * g - u) ** 2).eq(norm(w - u) ** 2 - 2 * eta * inner(g, w - u) + eta**2 * norm(g) ** 2)


@derivation(given=[ne(g, 0)])
def polyak() -> Prop:
    s = real("s")
    return minimizer(gap / norm(g) ** 2, -2 * s * gap + s**2 * norm(g) ** 2, s, unique=True)


@derivation(given=[ne(g, 0), inner(g, w - u) >= gap])
def polyak_step() -> Chain:
    s = gap / norm(g) ** 2
    return calc(norm(w - s * g - u) ** 2).le(norm(w - u) ** 2 - gap**2 / norm(g) ** 2)


@derivation
def mirror() -> Prop:
    return minimizer(w - eta * g, eta * inner(g, x) + norm(x - w) ** 2 / 2, x, unique=True)


t, T = index("t"), natural("T")
ws, vs, gs, zs = (sequence(k, of=vector) for k in ("w", "v", "g", "z"))
momentum = [each(t, eq(vs[t + 1], beta * vs[t] + gs[t])), each(t, eq(ws[t + 1], ws[t] - eta * vs[t + 1]))]


@derivation(given=[beta < 1, *momentum, each(t, eq(zs[t], ws[t] - eta * beta / (1 - beta) * vs[t]))])
def heavy() -> Chain:
    return calc(zs[t + 1]).eq(zs[t] - eta / (1 - beta) * gs[t])


@derivation(given=[each(t, eq(ws[t + 1], ws[t] - eta * gs[t]))])
def unrolled_sgd() -> Chain:
    return calc(ws[T]).eq(ws[0] - eta * total(gs[t], t, 0, T - 1))


m = sequence("m", of=vector)


@derivation(given=[each(t, eq(m[t + 1], m[t] + (ws[t + 1] - m[t]) / (t + 1)))])
def running_mean() -> Chain:
    return calc((t + 1) * m[t + 1]).eq(t * m[t] + ws[t + 1])


@derivation(given=[each(t, eq(m[t + 1], m[t] + (ws[t + 1] - m[t]) / (t + 1)))])
def running_mean_all() -> Chain:
    return calc(T * m[T]).eq(total(ws[t], t, 1, T), by=induction(T))
