"""Sums and products whose range is not written out: over all places, up to one, without one, over Z/n, without end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.arithmetic import Arithmetic
from symproof.readers.resolve.circulants import added
from symproof.readers.resolve.members import sifted
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.ranges import all_places, is_place, may_vanish_at, range_of, ranges_in, root_of
from symproof.readers.resolve.values import Refused, Value, guarded, words
from symproof.statement import Prop, sums_to
from symproof.substitution import body_at


class Sums(Arithmetic):
    """Reads the sums of a context."""

    def big(self, node: t.Big) -> Value:
        """A sum, or another big operator."""
        raise NotImplementedError(type(self).__name__)  # of `terms.Terms`

    def without_one_place(self, whole: t.Big, index: t.Node, place: t.Node) -> Value:
        r"""`\sum_{i \neq k} x_i`: the whole sum less what stands at k; over both letters where k stands nowhere else."""
        key = canonical(place)
        if (
            isinstance(place, t.Name)
            and is_place(place, whole.body)
            and not any(key in scope for scope in self.bound)
            and key not in self.standing(whole)
        ):
            other = t.Chain(whole.start, whole.end, (index, place), (t.Sign(place.start, place.end, "!=", ""),))
            inner = t.Big(whole.start, whole.end, "sum", other, None, whole.body)
            return self.big(t.Big(whole.start, whole.end, "sum", place, None, inner))
        left_out, total = self.scalar(place), self.value(whole)
        if not isinstance(total, (tm.Sum, tm.VectorSum)) or may_vanish_at(total, left_out):
            raise Refused(whole, "a sum without one place of what may have no value there")
        self.note("a sum without one place is the whole sum less what stands there")
        there = guarded(whole, lambda: body_at(total, left_out))
        return guarded(whole, lambda: total - there)

    def over_all_places(self, node: t.Big, key: str) -> Value:
        r"""`\sum_i x_i`: over all places that the sequences have."""
        assert node.body is not None  # asked before
        letter = symbols.index(key)
        with self.within(key, letter):
            body = self.value(node.body)
        self.note(f"a sum over {key} without bounds goes over all places of what stands under it")
        total: Value = guarded(node, lambda: combined(node)(*self.all_places(body, letter, node)))
        if not isinstance(total, tm.Sum):
            return total
        return sifted(total.body, letter, total.low, total.high, self.indices(), self.spans)

    def all_places(self, body: Value, letter: tm.Variable, node: t.Node) -> tuple[Value, ...]:
        """What stands under a sum without bounds, its index and its bounds."""
        return all_places(body, letter, node, self.context.places, self._bounds)

    def _bounds(self, root: str) -> tuple[tm.Scalar, tm.Scalar] | None:
        said = ranges_in(self.whole, self.context.places) or self.context.spans
        return (self.scalar(said[root][0]), self.scalar(said[root][1])) if root in said else None

    def first_place(self, body: Value, letter: tm.Variable) -> tm.Scalar:
        """Where the places of what has an index begin, which is 1 or 0 where nothing says it."""
        known = self._bounds(root_of(body, letter, self.context.places))
        return known[0] if known else tm.Number(Fraction(self.choose("first", "1", "0")))

    def up_to(self, node: t.Big, index: t.Name, end: t.Node, less: int) -> Value:
        r"""`\sum_{t \le T} a_t`: from the first place on, 1 or 0 where nothing says it; `\sum_{i < j} a_i a_j`, over both."""
        key, over = canonical(index) or "", canonical(end) or ""
        both = is_place(end, node.body) and not any(over in scope for scope in self.bound)
        both = both and over not in self.standing(node)
        letter, other = symbols.index(key), symbols.index(over)
        assert node.body is not None  # asked before
        with self.within(key, letter), self.within(over if both else "", other):
            body = self.value(node.body)
        if both:
            body, _, low, high = self.all_places(body, letter, node)
            last: tm.Scalar = other
        else:
            low = self.first_place(body, letter)
            last = self.scalar(end)
        self.note(f"a sum up to a place begins with {low}")
        inner: Value = guarded(node, lambda: combined(node)(body, letter, low, last - less if less else last))
        return guarded(node, lambda: combined(node)(inner, other, low, high)) if both else inner

    def from_place(self, node: t.Big, index: t.Name, low: t.Name, more: int) -> Value:
        r"""`\sum_{j > i} a_i a_j`: from the place behind i to the last one that what stands under the sum has."""
        letter, start = symbols.index(canonical(index) or ""), self.scalar(low)
        assert node.body is not None  # asked before
        with self.within(letter.name, letter):
            body = self.value(node.body)
        body, _, _, high = self.all_places(body, letter, node)
        self.note("a sum behind a place ends with the last one")
        return guarded(node, lambda: combined(node)(body, letter, start + more if more else start, high))

    def endless(self, node: t.Big, value: Value, factors: Sequence[tm.Scalar]) -> Prop:
        r"""`\sum_{k=1}^\infty a_k = v`: the sum converges to v; with factors before it, as well as those of its terms do."""
        index, low, _ = range_of(node)
        key = canonical(index)
        if key is None or low is None or node.body is None or not isinstance(value, tm.Scalar):
            raise Refused(node, "an infinite sum without its letter, or of what is no number")
        letter, start = symbols.index(key), self.scalar(low)
        with self.within(key, letter):
            body = self.scalar(node.body)
        if any(letter in each.free for each in factors) or tm.ZERO in factors:
            raise Refused(node, "a factor before an infinite sum that is 0, or has its letter")
        whole = tm.product_of((*factors, body))
        made: Prop = guarded(node, lambda: sums_to(whole, letter, start, value))
        return made

    def cyclic(
        self, node: t.Big, key: str, letter: tm.ResidueVariable, low: t.Node | None, high: t.Node | None
    ) -> Value:
        """A sum over all of Z/n."""
        modulus = letter.over.modulus
        if low is not None and high is not None:
            bounds = self.scalar(low), self.scalar(high)
            if bounds not in ((tm.ZERO, modulus - 1), (tm.ONE, modulus)):
                raise Refused(node, f"a sum over {key} that does not go once through Z/{modulus}")
        assert node.body is not None  # asked before
        if node.operator != "sum":
            raise Refused(node, "a product over residues")
        with self.within(key, letter):
            body = self.value(node.body)
        if isinstance(body, tm.Matrix) and (total := added(body, letter)) is not None:
            return total
        if not isinstance(body, tm.Scalar):
            raise Refused(node.body, f"{words(body)} stands where a number is needed")
        return guarded(node, lambda: symbols.total(body, letter))


def combined(node: t.Big) -> Callable[..., Value]:
    """What makes a sum, or a product, of what stands under it, its index and its bounds."""
    return symbols.total if node.operator == "sum" else symbols.product
