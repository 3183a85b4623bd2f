r"""Sums, products and quotients, and things side by side: factors, or a function and its argument."""

from __future__ import annotations

from dataclasses import replace

from symproof import symbols
from symproof import term as tm
from symproof.matrix_symbols import kron
from symproof.readers.notation import tree as t
from symproof.readers.resolve import calculus, expectations, integrated, opaque, probabilities, unworked
from symproof.readers.resolve.calls import Calls, base_of, call_fence
from symproof.readers.resolve.circulants import starred
from symproof.readers.resolve.complex_numbers import PARTS, Complex
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.ellipses import elided
from symproof.readers.resolve.entrywise import place_by_place
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.letters import CALLED, FIELDS
from symproof.readers.resolve.listed import multinomial
from symproof.readers.resolve.names import canonical, is_capital_letter
from symproof.readers.resolve.numbers import remainder, remainder_of_sum
from symproof.readers.resolve.operations import crossed, in_a_row, is_column, minus, over, plus, times
from symproof.readers.resolve.places import Places
from symproof.readers.resolve.shapes import (
    TEMPERATURES,
    difference,
    every_part,
    is_degree,
    is_plain_fraction,
    scientific,
    several_quantities,
)
from symproof.readers.resolve.sizes import sign as sign_of
from symproof.readers.resolve.values import Macro, Refused, Row, Tuple, Unit, Value, guarded, words
from symproof.statement import Prop

UNREAD = ["circ", "otimes", "oplus", "cup", "cap", "setminus", "bmod", "mod", "pmod"]


class Arithmetic(Calls):
    """What stands between letters, and between brackets."""

    # Sums, products, quotients ------------------------------------------------------------------------

    def add(self, node: t.Add) -> Value:
        """Terms with their signs."""
        if t.Ellipsis in [type(term) for _, term in node.terms]:
            return self.elided_sum(node)
        whole = remainder_of_sum(node)
        if whole is not None:
            if (
                len(node.terms) == 1
                or self.choose(f"mod{node.start}", "of the sum", "of its last term") == "of the sum"
            ):
                return self.product(whole)
        values: list[Value] = []
        for sign, term in node.terms:
            if sign not in ("+", "-"):
                raise Refused(node, f"{sign} stands for two readings")
            value = self.operand(term)
            if sign == "-":
                value = minus(value, term)
            elif not values and not isinstance(
                value, (tm.Scalar, tm.Vector, tm.Matrix, tm.Residue, Tuple, Grid, Unit, Complex, Dyads, Places, Row)
            ):
                raise Refused(term, f"{words(value)} cannot be added")
            values.append(value)
        if len(values) > 2 and all(
            isinstance(value, tm.Scalar) for value in values
        ):  # one node at once, in linear time
            first = values[0].args if isinstance(values[0], tm.Add) else values[:1]
            return tm.Add((*first, *values[1:]))
        total = values[0]
        for value in values[1:]:
            total = plus(total, value, node)
        return total

    def elided_sum(self, node: t.Add) -> Value:
        """A sum with an ellipsis."""
        if {sign for sign, _ in node.terms} != {"+"}:
            raise Refused(node, "an ellipsis among terms of several signs: write the sum with its sign")
        terms = [term for _, term in node.terms]
        place = next(k for k, term in enumerate(terms) if isinstance(term, t.Ellipsis))
        before, after = ([self.value(term) for term in part] for part in (terms[:place], terms[place + 1 :]))
        return elided(before, after, node)

    def elided_product(self, node: t.Node, items: tuple[t.Node, ...], factors: tuple[t.Node, ...] = ()) -> Value:
        """A product with an ellipsis: things side by side, and factors with operators before them."""
        place = next(k for k, item in enumerate(items) if isinstance(item, t.Ellipsis))
        if place == len(items) - 1 or not (place or factors):
            raise Refused(node, "an ellipsis at an end")
        before = [*map(self.value, factors), *self.groups(items[:place])]
        return elided(before, self.groups(items[place + 1 :]), node, product=True)

    def product(self, node: t.Product) -> Value:
        """Factors with written operators."""
        plain = ("cdot", "times", *(() if self.context.star else "*"))
        last = node.items[-1]
        if set(node.operators) <= {*plain}:
            if isinstance(last, t.Juxtaposed) and any(isinstance(item, t.Ellipsis) for item in last.items):
                return self.elided_product(node, last.items, node.items[:-1])
            if len(node.items) > 2 and isinstance(node.items[-2], t.Ellipsis):
                return self.elided_product(node, node.items[-2:], node.items[:-2])
        form = _heads(node.items[0], self.context)
        if form is not None:
            inner = t.Product(form[1][0].start, node.end, (joined(form[1]), *node.items[1:]), node.operators)
            return self.differentiated(form[0], (inner,), node)
        if len(node.items) == 2 and node.operators == ("times",):
            printed = scientific(*node.items)
            if printed:
                return guarded(node, lambda: symbols.rational(printed))
        total = self.value(node.items[0])
        for operator, item in zip(node.operators, node.items[1:], strict=True):
            if operator in ("bmod", "mod") and isinstance(total, (tm.Scalar, tm.Residue)):
                total = remainder(self, total, self.scalar(item), node)
                continue
            if (
                operator == "otimes"
                and isinstance(total, tm.Matrix)
                and isinstance(factor := self.value(item), tm.Matrix)
            ):
                total = guarded(node, lambda total=total, factor=factor: kron(total, factor))
                continue
            if operator == "odot":
                total = place_by_place(total, self.value(item), node)
                continue
            if operator == "*" and (whole := starred(self, total, item, node)) is not None:
                total = whole
                continue
            if operator in UNREAD or operator not in plain:
                raise Refused(node, f"the operator {operator} is not read")
            value = self.value(item)
            cross = crossed(total, value) if operator == "times" else None
            total = times(total, value, node, dot=operator == "cdot") if cross is None else cross
        return total

    def quotient(self, node: t.Quotient) -> Value:
        """A quotient, or a derivative."""
        form = calculus.derivative_form(node, self.context)
        if form is not None:
            if not form.body:
                raise Refused(node, "a derivative of nothing")
            return self.differentiated(form, form.body, node)
        if node.how == "frac":
            return over(self.value(node.top), self.value(node.bottom), node)
        if isinstance(node.bottom, t.Juxtaposed):
            groups = self.groups(node.bottom.items)
            if len(groups) > 1 and not all(
                isinstance(each, t.Name) and each.style == "unit" for each in node.bottom.items[1:]
            ):
                if _ends_below(node.bottom.items):
                    way = "first below"
                    self.note("what follows the denominator is a factor")
                else:
                    way = self.choose(f"/{node.start}", "all below", "first below")
                if way == "first below":
                    total = over(self.value(node.top), groups[0], node)
                    for factor in groups[1:]:
                        total = times(total, factor, node)
                    return total
        if isinstance(node.top, t.Function) and not node.top.bracketed and isinstance(node.bottom, t.Number):
            if (
                node.top.argument is not None
                and self.choose(f"/{node.start}", "function first", "quotient first") != "function first"
            ):
                inner = t.Quotient(node.start, node.end, node.top.argument, node.bottom, "slash")
                top = node.top
                return self.function(t.Function(top.start, top.end, top.name, inner, top.sub, top.sup, top.primes))
        return over(self.value(node.top), self.value(node.bottom), node)

    def differentiated(self, form: calculus.Form, body: tuple[t.Node, ...], node: t.Node) -> Value:
        """A derivative of what stands in a row."""
        if form.outer is not None:
            if len(body) != 1:
                raise Refused(node, "a mixed derivative of what is no function alone")
            inner = self.differentiated(replace(form, outer=None), body, node)
            return calculus.derivative(self, inner, self.value(form.outer), node, partial=True)
        variable = self.value(form.variable)
        head = self.symbol(canonical(body[0]))
        if len(body) == 1 and isinstance(head, CALLED):
            return calculus.derivative(
                self, self._by_key(canonical(body[0]) or "", node), variable, node, form.order, partial=form.partial
            )
        fence = call_fence(body[-1])[0]
        if len(body) == 2 and isinstance(head, Macro) and fence is not None and fence.body is not None:
            there = calculus.at_arguments(self, head, self._arguments(fence), variable, node, form.order)
            if there is not None:
                return there
        if form.order == 1 and (slope := integrated.slope_in_a_bound(self, body, variable)) is not None:
            return slope
        value = self.value(joined(body))
        return calculus.derivative(self, value, variable, node, form.order, partial=form.partial)

    def root(self, node: t.Root) -> Value:
        """A square root; any other is a power."""
        inside = self.scalar(node.radicand)
        if self.context.imaginary and node.degree is None and sign_of(inside, {}) < 0:
            return Complex(tm.ZERO, tm.Elementary("sqrt", (minus(inside, node),)))
        if node.degree is None or node.degree == t.Number(0, 0, "2"):
            return tm.Elementary("sqrt", (inside,))
        return tm.Pow(inside, tm.ONE / self.scalar(node.degree))

    def binomial(self, node: t.Binomial) -> Value:
        """A binomial coefficient, or a multinomial one."""
        if isinstance(node.bottom, t.Sequence):
            return multinomial(self, node, node.bottom)
        return guarded(node, lambda: tm.Binomial(self.scalar(node.top), self.scalar(node.bottom)))

    def postfix(self, node: t.Postfix) -> Value:
        """A factorial, a percentage."""
        if node.operator == "%":
            self.note("a percentage is a hundredth")
            return self.scalar(node.body) / 100
        if node.operator != "!":
            raise Refused(node, "a double factorial")
        return guarded(node, lambda: tm.Factorial(self.scalar(node.body)))

    # Things side by side ------------------------------------------------------------------------------

    def function(self, node: t.Function) -> Value:
        """A function with a name of its own."""
        raise NotImplementedError(type(self).__name__)  # of `terms.Terms`

    def row(self, node: t.Juxtaposed) -> Value:
        """Factors and calls in a row."""
        if self.symbol(canonical(node)) is not None:
            return self.name(node)
        if t.Ellipsis in map(type, node.items):
            return self.elided_product(node, node.items)
        quantities = several_quantities(node.items)
        if quantities:
            return self.add(t.Add(node.start, node.end, tuple(("+", part) for part in quantities)))
        form = _heads(node, self.context)
        if form is not None:
            if isinstance(form[1][0], t.Fence) and len(form[1]) > 1:
                square = form[1][0].left == "["  # square brackets hold all that is differentiated
                if square or self.choose(f"d{node.start}", "all", "first") == "first":
                    first = self.differentiated(form[0], form[1][:1], node)
                    return times(first, self.value(joined(form[1][1:])), node)
            return self.differentiated(form[0], form[1], node)
        groups = self.groups(node.items)
        self.check_capitals(groups, node)
        total = groups[0]
        if groups[-1] == tm.ZERO and isinstance(groups[-2 % len(groups)], (tm.Matrix, Grid)):
            return tm.ZERO  # A 0, the zero column
        if len(groups) == 1 and not isinstance(
            total, (tm.Scalar, tm.Vector, tm.Matrix, Row, Tuple, Prop, tm.Residue, Grid, Complex, Dyads, Places)
        ):
            raise Refused(node, f"{words(total)} alone")
        if len(groups) > 2 and all(isinstance(value, tm.Scalar) for value in groups):
            first = total.args if isinstance(total, tm.Mul) else (total,)
            return tm.Mul((*first, *groups[1:]))
        if any(map(is_column, groups)) or any(
            isinstance(each, tm.Matrix) and each.shape[0] == tm.SINGLE for each in groups
        ):
            return in_a_row(groups, node)
        if any(isinstance(factor, tm.Matrix) for factor in groups):
            self.check_columns(groups, node)
        for factor in groups[1:]:
            total = times(total, factor, node)
        return total

    def check_columns(self, groups: list[Value], node: t.Node) -> None:
        """Refuse an undeclared letter beside a matrix, which may be a column."""
        first = next(k for k, factor in enumerate(groups) if isinstance(factor, tm.Matrix))
        for factor in groups[first:]:
            if isinstance(factor, tm.Variable) and any(self.symbol(key) == factor for key in self.context.inferred):
                raise Refused(node, f"{factor.name} beside a matrix may be a column; declare it")

    def check_capitals(self, groups: list[Value], node: t.Node) -> None:
        """Refuse an undeclared capital letter beside a vector, which may be a matrix."""
        if any(isinstance(value, (tm.Vector, Row)) for value in groups):
            for value in groups:
                if (
                    isinstance(value, tm.Variable)
                    and is_capital_letter(value.name)
                    and value.name in self.context.inferred
                ):
                    raise Refused(node, f"{value.name} beside a vector may be a matrix; declare it")

    def groups(self, items: tuple[t.Node, ...]) -> list[Value]:
        """The factors of a row: calls taken together with their arguments."""
        values: list[Value] = []
        place = 0
        while place < len(items):
            place += self._group(items, place, values)
        return values

    def _group(self, items: tuple[t.Node, ...], place: int, values: list[Value]) -> int:
        """Add the factor that begins at a place of a row to those before it; how many items it takes."""
        item, behind = items[place], items[place + 1 :]
        following = behind[0] if behind else None
        value, used = self._with_arguments(item, behind)
        if used:
            values.append(value)
            return used
        if isinstance(item, t.Quotient) and place:
            form = calculus.derivative_form(item, self.context)
            if form is not None and not form.body:  # a derivative takes all that follows
                values.append(self.differentiated(form, behind, item))
                return len(items) - place
        value, used = self._called(item, behind)
        if used:
            values.append(value)
            return used
        before = items[place - 1] if place else None
        differs = "d" in self.context.inferred and "d" not in self.context.own
        if isinstance(item, t.Name) and item.text == "d" and differs and following is not None:
            if canonical(following) and not (isinstance(following, t.Scripted) and following.sup is not None):
                raise Refused(item, "d before a letter may be a differential; declare d")
        if isinstance(item, t.Number) and isinstance(before, t.Number):
            raise Refused(item, "two numbers side by side")
        if isinstance(item, t.Quotient) and isinstance(before, t.Number) and is_plain_fraction(item):
            if self.choose(f"mixed{item.start}", "mixed number", "product") == "mixed number":
                values[-1] = plus(values[-1], self.value(item), item)
                return 1
        if before is not None and self._may_be_matrices(before, item):
            raise Refused(item, "capital letters side by side may be matrices; declare them")
        if is_degree(item) and following is not None and canonical(following) in TEMPERATURES:
            raise Refused(item, "degrees of temperature")
        values.append(self.operand(item))
        return 1

    def _with_arguments(self, item: t.Node, behind: tuple[t.Node, ...]) -> tuple[Value, int]:
        """An operator, a probability or a mean with what it is of, and how many items they are; 0 of another item."""
        if isinstance(item, t.Nabla):
            value, used = self.gradient(item, behind)
            return value, 1 + used
        following = behind[0] if behind else None
        if following is None:
            return tm.ZERO, 0
        if isinstance(following, t.Fence) and following.body and probabilities.is_measure(item, self, following):
            return probabilities.probability(self, following.body, item), 2
        if (event := unworked.event_of(item, following)) is not None and self.symbol(canonical(item)) is None:
            return unworked.indicator(self, event, item), 2
        if canonical(item) in PARTS and self.context.imaginary:
            return self.part(item, following), 2
        if kind := expectations.operator(item, base_of(following), self):
            value, used = self.expected(kind, item, behind)
            return value, 1 + used
        if isinstance(following, t.Fence) and isinstance(following.body, t.Such) and (head := self.undeclared(item)):
            return opaque.compared(self, head, following.body, item), 2
        return tm.ZERO, 0

    def _called(self, item: t.Node, behind: tuple[t.Node, ...]) -> tuple[Value, int]:
        """A difference, or a function with its argument, and how many items they are; 0 of another item."""
        following = behind[0] if behind else None
        key, power = difference(item, following)
        if key and self.symbol(key) is not None:
            return self.raised(self._by_key(key, item), power, item), 2
        if isinstance(item, t.Function) and self._is_of_a_function(item, following):
            assert item.argument is not None and following is not None
            inner = t.Juxtaposed(item.argument.start, following.end, (item.argument, following))  # \log p(x)
            return self.function(replace(item, argument=inner, end=following.end, bracketed=True)), 2
        value, used = self.composed((item, *behind[:2]))
        if used:
            return value, used
        fence, sup = call_fence(following)
        if fence is not None and isinstance(item, t.Quotient) and (rate := self.at_point(item, fence)) is not None:
            return self.raised(rate, sup, item), 2
        if fence is not None and isinstance(item, (t.Name, t.Scripted)):
            if (called := self.call(item, fence)) is not None:
                return self.raised(called, sup, item), 2
        return tm.ZERO, 0

    def part(self, name: t.Node, node: t.Node) -> Value:
        """The real or the imaginary part of a complex number."""
        value = self.value(node)
        if not isinstance(value, Complex):
            raise Refused(node, "a part of what is not known as a complex number")
        return getattr(value, PARTS[canonical(name) or ""])

    def at_point(self, node: t.Quotient, fence: t.Fence) -> Value | None:
        r"""`\frac{\partial f}{\partial x}(1, 2)`: a derivative at a point; None where the brackets are a factor."""
        form = calculus.derivative_form(node, self.context)
        function = self.symbol(canonical(form.body[0])) if form is not None and len(form.body) == 1 else None
        places = t.items_of(fence.body)
        if form is None or not isinstance(function, Macro) or len(places) != len(function.parameters):
            return None
        if len(places) == 1 and not isinstance(places[0], (t.Number, t.Name)):
            return None
        args, letter = self._arguments(fence), self.value(form.variable)
        if args == function.parameters:
            return self.differentiated(form, form.body, node)
        return calculus.at_arguments(self, function, args, letter, node, form.order)

    def operand(self, node: t.Node) -> Value:
        """A term or a factor: a function of one letter is its value there, `N' = -k N` after `N(t) = ...`; so is one of several
        that is named as a field is, `u_t = -u` after `u(x, t) = ...`."""
        value = self.value(node)
        if isinstance(value, Macro) and (len(value.parameters) == 1 or value.name in FIELDS):
            letters = ", ".join(map(str, value.parameters))
            self.note(f"{value.name} without an argument is {value.name}({letters})")
            return value.body
        return value


def _heads(node: t.Node, context: Context) -> tuple[calculus.Form, tuple[t.Node, ...]] | None:
    r"""The operator `\frac{d}{dx}` that a row starts with, and what it acts on."""
    if isinstance(node, t.Juxtaposed) and isinstance(node.items[0], t.Quotient):
        form = calculus.derivative_form(node.items[0], context)
        if form is not None and not form.body:
            return form, node.items[1:]
    return None


def joined(items: tuple[t.Node, ...]) -> t.Node:
    """Factors that stand side by side, as one node."""
    return items[0] if len(items) == 1 else t.Juxtaposed(items[0].start, items[-1].end, items)


def _ends_below(items: tuple[t.Node, ...]) -> bool:
    r"""Whether a number or brackets behind a slash are all that divides, since a norm or a gradient follows, `1/2 \|x\|^2`."""
    first, *rest = items
    inside = [each for item in rest for each in every_part(item)]
    return isinstance(first, (t.Number, t.Fence)) and any(
        isinstance(each, t.Nabla) or (isinstance(each, t.Fence) and each.left in ("||", "<")) for each in inside
    )
