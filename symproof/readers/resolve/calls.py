r"""Functions and operators at what stands behind them: calls, gradients, expectations."""

from __future__ import annotations

from typing import Any

from symproof import symbols
from symproof import term as tm
from symproof.functions import FUNCTIONS
from symproof.readers.notation import tree as t
from symproof.readers.resolve import calculus, expectations, opaque, probabilities
from symproof.readers.resolve.dependence import meanings
from symproof.readers.resolve.domains import piece_at
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.hessians import gradient_of, hessian
from symproof.readers.resolve.inverses import inverse_at
from symproof.readers.resolve.letters import CALLED
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.operations import times
from symproof.readers.resolve.scripted import Scripts
from symproof.readers.resolve.shapes import every_part, stands_bare, transposes
from symproof.readers.resolve.unknown_hessians import named
from symproof.readers.resolve.uses import FUNCTIONS as FUNCTION_LETTERS
from symproof.readers.resolve.uses import heads_a_call
from symproof.readers.resolve.values import Macro, Refused, Tuple, Value, guarded
from symproof.statement import Relation
from symproof.substitution import substitute

VARYING = frozenset(("x", "w", "theta", "u", "z"))
"""The letters in which a gradient is taken that names none, where only one of them is there."""
EXTREME = {rf"\lambda_{{\mathrm{{{which}}}}}": f"lambda_{which}" for which in ("min", "max")}
"""The smallest and the largest eigenvalue, of a matrix in brackets."""


class Calls(Scripts):
    """What stands before brackets."""

    def gradient(self, nabla: t.Nabla, rest: tuple[t.Node, ...]) -> tuple[Value, int]:
        r"""`\nabla f(x)`, and how many of the nodes behind it belong to it."""
        if not rest:
            raise Refused(nabla, "a gradient that is not followed by a function")
        fence, sup = call_fence(rest[1] if len(rest) > 1 else None)
        key = canonical(rest[0])
        function = self.symbol(key)
        if nabla.sup is not None:
            if nabla.sup != t.Number(nabla.sup.start, nabla.sup.end, "2") or nabla.sub is not None or sup is not None:
                raise Refused(nabla, "a derivative of that order, or in one of several letters")
            args = getattr(function, "parameters", ()) if fence is None else self._arguments(fence, function)
            return hessian(self, function, args, nabla), 1 + (fence is not None)
        if nabla.sub is not None and isinstance(function, Macro) and len(function.parameters) > 1:
            variable = self.value(nabla.sub)
            args = function.parameters if fence is None else self._arguments(fence)
            if args != function.parameters or variable not in args:
                raise Refused(nabla, f"the gradient of {function.name} is read at its own letters")
            return calculus.derivative(self, function.body, variable, nabla), 1 + (fence is not None)
        if isinstance(function, Macro) and all(isinstance(each, tm.Variable) for each in function.parameters):
            args = function.parameters if fence is None or fence.body is None else self._arguments(fence, function)
            value = self._partials(function, args, nabla)
            return self.raised(value, sup, nabla), 1 + (fence is not None)
        if isinstance(function, Macro) and fence is None and len(function.parameters) == 1 and len(rest) == 1:
            return calculus.gradient(function, function.parameters[0], nabla), 1
        if isinstance(function, CALLED) and fence is not None and fence.body is not None:
            arg = self.value(fence.body)
            if arg == tm.ZERO and getattr(function, "on", "") == "vector":
                arg = tm.ZeroVector()
            if nabla.sub is not None and not _is_member(fence.body, nabla.sub):
                variable = self.value(nabla.sub)
                if variable != arg:
                    raise Refused(nabla, "a gradient in one letter at another")
            if isinstance(function, tm.Function) and function.on == "real":
                return calculus.primed(self, function, arg, 1, nabla), 2
            value = gradient_of(function, (arg,), nabla) or calculus.gradient(function, arg, nabla)
            return self.raised(value, sup, nabla), 2
        if nabla.sub is not None and isinstance(rest[0], t.Fence) and rest[0].left in "([{":
            return calculus.derivative(self, self.value(rest[0]), self.value(nabla.sub), nabla), 1
        if nabla.sub is not None and _is_body(rest):  # \nabla_w \frac12 \|w\|^2
            body = rest[0] if len(rest) == 1 else t.Juxtaposed(rest[0].start, rest[-1].end, rest)
            return calculus.derivative(self, self.value(body), self.value(nabla.sub), nabla), len(rest)
        if nabla.sub is None and (_is_body(rest) or isinstance(rest[0], t.Fence)):  # \nabla \|Ax - b\|^2
            used = 1 if isinstance(rest[0], t.Fence) and rest[0].left in "([{" else len(rest)
            body = self.value(rest[0] if used == 1 else t.Juxtaposed(rest[0].start, rest[-1].end, rest))
            letters = [each for each in getattr(body, "free", ()) if str(each) in VARYING]
            if len(letters) == 1:
                self.note(f"the gradient is taken in {letters[0]}")
                return calculus.derivative(self, body, letters[0], nabla), used
        raise Refused(nabla, "a gradient without the point at which it is taken")

    def _partials(self, function: Macro, args: tuple[Value, ...], node: t.Node) -> Value:
        """The derivatives of a function of numbers in its letters, as a list; of one number, its derivative."""
        rates: list[Value] = []
        own, body = set(function.parameters), function.body
        known = meanings(self.context)
        free = not any(known[each].free & own for each in (function.body.free - own) & known.keys())
        for letter in function.parameters:
            if args == function.parameters and free and isinstance(letter, tm.Variable):
                rates.append(
                    guarded(node, lambda letter=letter: symbols.derivative(body, letter))
                )  # in which the others stay fixed
            elif args == function.parameters:
                rates.append(calculus.derivative(self, function.body, letter, node))
            else:
                rates.append(calculus.at_arguments(self, function, args, letter, node))
        if None in rates:
            raise Refused(node, "a gradient at a point that depends on its letters")
        return rates[0] if len(rates) == 1 else Tuple(tuple(rates))

    def expected(self, kind: str, head: t.Node, rest: tuple[t.Node, ...]) -> tuple[Value, int]:
        """An expectation, and how many nodes are under it: brackets, or the one thing that follows."""
        if isinstance(head, t.Scripted) and head.sup is not None:  # E^2(X)
            plain = head.base if head.sub is None else t.Scripted(head.start, head.end, head.base, head.sub)
            value, used = self.expected(kind, plain, rest)
            return self.raised(value, head.sup, head), used
        fence, sup = call_fence(rest[0])
        if fence is None or fence.body is None:
            if len(rest) > 1 and isinstance(rest[0], (t.Name, t.Scripted)) and isinstance(rest[1], t.Fence):
                known = self.symbol(canonical(rest[0]))  # E f(x), of a function and of no product
                if isinstance(known, (tm.Function, Macro)):
                    return expectations.taken(self, kind, head, t.Juxtaposed(rest[0].start, rest[1].end, rest[:2])), 2
            alone = len(rest) == 1 or expectations.operator(rest[1], rest[min(2, len(rest) - 1)], self)  # E X E Y
            if not alone or canonical(head) == "E":
                raise Refused(head, "what the expectation covers is not clear; put it into brackets")
            return expectations.taken(self, kind, head, rest[0]), 1
        value = expectations.taken(self, kind, head, fence.body)
        return self.raised(value, sup, head), 1

    def call(self, name: t.Name | t.Scripted, fence: t.Fence) -> Value | None:
        """A function at its arguments; None where name and brackets are factors."""
        key = canonical(name)
        found = self.symbol(key)
        primes = 0
        if found is None and isinstance(name, t.Scripted) and name.primes and name.sup is None:
            base = t.Scripted(name.start, name.end, name.base, name.sub) if name.sub is not None else name.base
            key = canonical(base)
            found, primes = self.symbol(key), name.primes
        if (
            found is None
            and isinstance(name, t.Scripted)
            and name.sup is not None
            and name.sub is None
            and not name.primes
        ):
            power = self.symbol(canonical(name.base))
            if (order := _order(name.sup)) and isinstance(power, Macro) and fence.body is not None:
                args = self._arguments(fence, power)
                return calculus.primed(self, power, args[0], order, name)
            if isinstance(power, Macro) and self.context.inverses and str(self.scalar(name.sup)) == "-1":
                args = self._arguments(fence, power)
                if isinstance(args[0], tm.Scalar) and (value := inverse_at(power, args[0])) is not None:
                    self.note(f"the inverse of {power.name} is worked out")
                    return value
            if isinstance(power, CALLED):
                raise Refused(name, "a power of a function, or a function of a function")
        if isinstance(found, tm.Variable) and (there := self._value_at(found, fence, name, primes)) is not None:
            return there
        if isinstance(found, CALLED):
            if fence.body is None or (fence.apart and key not in FUNCTION_LETTERS):
                return None
            within = isinstance(found, Macro) and canonical(fence.body) is None
            if within and stands_bare(found.name, fence.body):  # sigma' = sigma (1 - sigma)
                self.note(f"{found.name} before brackets with {found.name} in them is a factor")
                return None
            args = self._arguments(fence, found)
            if primes:
                if len(args) != 1:
                    raise Refused(name, "a prime on a function of several arguments")
                return calculus.primed(self, found, args[0], primes, name)
            return self.apply(found, args, name)
        if found is None and isinstance(name, t.Scripted) and name.sup is None:
            if (parted := calculus.partial_of(self, name)) is not None and fence.body is not None:
                args = self._arguments(fence)
                if args == parted[0].parameters:
                    return calculus.derivative(self, *parted, name, partial=True)
                return calculus.at_arguments(self, parted[0], args, parted[1], name)
        if key == r"\Gamma" and (found is None or key in self.context.inferred) and fence.body is not None:
            return opaque.value_of(self, "Gamma", self._arguments(fence), name)
        if (extreme := EXTREME.get(key or "")) and fence.body is not None and not fence.apart:
            if isinstance(of := self.value(fence.body), tm.Matrix):
                return opaque.value_of(self, extreme, (of,), name)
            if isinstance(of, Dyads) and named(of):
                return opaque.named(self, extreme, (named(of),), name)
        if found is None and key is not None and not fence.apart:
            if key == r"\sigma" and "sigma" in FUNCTIONS:
                self.note("sigma before brackets is the logistic function")
                return calculus.elementary(self, "sigma", self.scalar(fence), primes, name)
            if primes:
                raise Refused(name, "primes on what is no declared function")
            if key in ("O", r"\mathcal{O}", "o"):
                raise Refused(name, "an order of growth stands alone on the right of =")
            if key in FUNCTION_LETTERS and self.family(key) is None and fence.body is not None:
                if self.choose(f"call{key}", "function", "factor") == "factor":
                    return times(tm.Variable(key), self.value(fence), name)
                args = self._arguments(fence)
                if primes:
                    raise Refused(name, "a prime on a function that nothing declares")
                on = "vector" if any(isinstance(arg, tm.Vector) for arg in args) else "real"
                return self.apply(tm.Function(key, on), args, name)
        if (
            isinstance(found, tm.Variable)
            and key in self.context.inferred
            and key in FUNCTION_LETTERS
            and not fence.apart
        ):
            self.choose(f"call{key}", "product")
        factor = isinstance(found, (tm.Matrix, tm.Function))
        if key in self.context.applied and not factor and fence.left == "(" and not fence.apart:
            raise Refused(name, f"{key} before brackets is a function elsewhere in the text, and nothing declares it")
        return None

    def _value_at(self, letter: tm.Variable, fence: t.Fence, node: t.Node, primes: int) -> Value | None:
        """`y(2)` for a y that is given by a term in one letter: its value there, or with `primes` that of a derivative. Another
        letter may be a factor, unless it is differentiated somewhere, or what stands in the brackets is 0; where nothing gives
        y, it is not read."""
        if fence.left != "(" or fence.body is None or isinstance(fence.body, t.Sequence):
            return None
        equations = (each for each in (*self.context.holding(), *self.context.tying()) if isinstance(each, Relation))
        given = [
            each.right for each in equations if each.kind == "=" and each.left == letter and len(each.right.free) == 1
        ]
        differentiated = letter.name in self.context.varying
        if not given and letter.name != "y" and not differentiated and not is_zero(fence.body):
            return None
        place = self.value(fence.body)
        if not isinstance(place, tm.Scalar) or place.free:
            return None
        body = given[0] if given else None
        (inner,) = body.free if body is not None else (None,)
        if not isinstance(body, tm.Scalar) or not isinstance(inner, tm.Variable):
            raise Refused(node, f"{letter.name} before brackets may be its value there")
        if (
            letter.name != "y"
            and not differentiated
            and self.choose(f"at{node.start}", "value", "product") == "product"
        ):
            return None
        if primes:
            return calculus.primed(self, Macro(letter.name, (inner,), body), place, primes, node)
        return guarded(node, lambda: substitute(body, {inner: place}))

    def composed(self, items: tuple[t.Node, ...]) -> tuple[Value, int]:
        """What begins a row and is no factor and no call, with how many nodes it takes, 0 where there is none:
        `gf(x)` for functions that are given, where it is not read as their product, and `(fg)'(x)`."""
        head, fence = items[0], items[-1]
        if len(items) > 1 and (there := self._pointwise(head, items[1])) is not None:
            return there, 2
        if len(items) > 1 and isinstance(head, t.Scripted) and head.primes and isinstance(head.base, t.Fence):
            return self._primed_at(head, items[1])
        if len(items) > 1 and isinstance(head, t.Fence) and isinstance(head.body, t.Product):
            return self._of_each_other(head.body, items[1])
        functions = [self.symbol(canonical(each)) for each in items[:2] if isinstance(each, t.Name)]
        if len(items) < 3 or len(functions) < 2 or not isinstance(fence, t.Fence):
            return None, 0
        if not all(isinstance(each, Macro) and len(each.parameters) == 1 for each in functions):
            return None, 0
        if self.choose(f"of{head.start}", "function of a function", "product") == "product":
            return None, 0
        inner = self.call(items[1], fence)  # type: ignore[arg-type]
        return (None, 0) if inner is None else (self.apply(functions[0], (inner,), head), 3)

    def _of_each_other(self, names: t.Product, fence: t.Node) -> tuple[Value, int]:
        r"""`(f \circ g)(x)`: functions of each other, the last one first."""
        functions = [self.symbol(canonical(each)) for each in names.items]
        if set(names.operators) != {"circ"} or not isinstance(fence, t.Fence) or fence.body is None:
            return None, 0
        if not all(isinstance(each, CALLED) for each in functions):
            return None, 0
        args = self._arguments(fence)
        for function in reversed(functions):
            args = (self.apply(function, args, names),)
        return args[0], 2

    def _pointwise(self, head: t.Node, fence: t.Node) -> Value | None:
        r"""`(f + g)(x)`, `(fg)'(x)` and `(f \circ g)'(x)` of functions that are not given; None of anything else."""
        brackets = head.base if isinstance(head, t.Scripted) and head.primes and not (head.sub or head.sup) else head
        if not isinstance(brackets, t.Fence) or brackets.body is None or not isinstance(fence, t.Fence) or fence.apart:
            return None
        functions = [self.symbol(canonical(each)) for each in every_part(brackets.body) if isinstance(each, t.Name)]
        if not any(isinstance(each, tm.Function) for each in functions) or isinstance(brackets.body, t.Name):
            return None
        if fence.body is None or (there := self._at(brackets.body, fence)) is None:
            return None
        value, primes = self.value(there), head.primes if isinstance(head, t.Scripted) else 0
        return calculus.derivative(self, value, self.value(fence.body), head, primes) if primes else value

    def _at(self, node: t.Node, fence: t.Fence) -> t.Node | None:
        """A sum, a product or a quotient of functions, with brackets behind each; None where it is made otherwise."""
        match node:
            case t.Name() if isinstance(self.symbol(canonical(node)), CALLED):
                return t.Juxtaposed(node.start, fence.end, (node, fence))
            case t.Name() | t.Number():
                return node
            case t.Product(items=(*outer, inner), operators=operators) if set(operators) == {"circ"}:
                there = self._at(inner, fence)
                for each in reversed(outer):
                    if there is None or not isinstance(each, t.Name):
                        return None
                    there = t.Juxtaposed(node.start, fence.end, (each, t.Fence(node.start, fence.end, "(", ")", there)))
                return there
            case t.Juxtaposed(items=items) | t.Product(items=items):
                parts = [self._at(each, fence) for each in items]
                inside = tuple(t.Fence(each.start, each.end, "(", ")", each) for each in parts if each is not None)
                return (
                    t.Product(node.start, node.end, inside, ("cdot",) * (len(items) - 1)) if None not in parts else None
                )
            case t.Add(terms=terms):
                signed = [(sign, self._at(each, fence)) for sign, each in terms]
                whole = tuple((sign, each) for sign, each in signed if each is not None)
                return t.Add(node.start, node.end, whole) if len(whole) == len(terms) else None
            case t.Quotient(top=top, bottom=bottom):
                above, below = self._at(top, fence), self._at(bottom, fence)
                return None if above is None or below is None else t.Quotient(node.start, node.end, above, below)
        return None

    def _primed_at(self, head: t.Scripted, fence: t.Node) -> tuple[Value, int]:
        """The derivative of what stands in brackets, at its letter."""
        if not isinstance(fence, t.Fence) or fence.body is None or fence.apart:
            return None, 0
        rate, place = self.value(head), self.value(fence.body)
        if not isinstance(rate, tm.Derivative) or rate.variable != place:
            raise Refused(head, "a derivative of what stands in brackets, at another place")
        return rate, 2

    def _arguments(self, fence: t.Fence, function: Value = None) -> tuple[Value, ...]:
        """What stands in brackets; of a function of x_1, x_2 a bare x is these two."""
        body = fence.body
        if isinstance(function, Macro) and len(function.parameters) > 1 and isinstance(body, t.Name):
            own = tuple(f"{canonical(body)}_{k}" for k in range(1, len(function.parameters) + 1))
            if tuple(map(str, function.parameters)) == own:
                return function.parameters
        if isinstance(function, Macro) and any(isinstance(each, tm.Sequence) for each in function.parameters):
            return self._families(function, t.items_of(body), fence)
        if isinstance(body, t.Sequence):
            return tuple(self.value(item) for item in body.items)
        assert body is not None  # asked before
        value = self.value(body)
        return value.items if isinstance(value, Tuple) else (value,)

    def _families(self, function: Macro, items: tuple[t.Node | None, ...], node: t.Node) -> tuple[Any, ...]:
        """The arguments of a function of all members of families, H(p) of p_1, ..., p_n."""
        if len(items) != len(function.parameters):
            raise Refused(
                node, f"{function.name} takes {len(function.parameters)} arguments, and here are {len(items)}"
            )
        found: list[Any] = []
        for parameter, item in zip(function.parameters, items, strict=True):
            family = self.family(canonical(item) if item is not None else None)
            of_all = isinstance(parameter, tm.Sequence)
            if of_all and (family is None or not isinstance(family.item, tm.Variable)):
                raise Refused(node, f"{function.name} is given for all members of {parameter}")
            found.append(family if of_all or item is None else self.value(item))
        return tuple(found)

    def apply(self, function: Value, args: tuple[Value, ...], node: t.Node) -> Value:
        """A function at its arguments."""
        match function:
            case tm.Function():
                if len(args) != 1:
                    raise Refused(node, f"{function.name} takes one argument")
                if (piece := piece_at(function, args[0], self.context.holding())) is not None:
                    return piece
                return guarded(node, lambda: function(args[0]))
            case Macro():
                return self.called(function, args, node)
            case _:
                name = str(getattr(function, "name", ""))
                if len(args) == 1 and name[:1].islower():  # of a function of several; an entropy is one of any number
                    raise Refused(node, f"{name or 'a function'} is used before it is defined")
                return opaque.value_of(self, name, args, node)

    def _is_of_a_function(self, node: t.Function, fence: t.Node | None) -> bool:
        """Whether `\\log p` before brackets is the logarithm of a function of what is in them."""
        inner = None if node.bracketed or not isinstance(fence, t.Fence) else node.argument
        called = isinstance(inner, (t.Name, t.Scripted)) and isinstance(self.symbol(canonical(inner)), CALLED)
        if called or inner is None:
            return called
        key = canonical(inner)
        known = key in (r"\sigma", r"\Gamma") and self.symbol(key) is None and heads_a_call(inner, fence)
        return known or probabilities.is_measure(inner, self)

    def _may_be_matrices(self, left: t.Node, right: t.Node) -> bool:
        """Whether two letters side by side are capital and undeclared, and no random numbers."""
        if self.random:
            return False
        keys = [canonical(node) or "" for node in (left, right)]
        inferred = [key for key in keys if key in self.context.inferred and not isinstance(self.symbol(key), tm.Matrix)]
        capital = [key for key in keys if key.isupper() and len(key) == 1]
        return len(inferred) == len(capital) == 2 and self.context.numbers.isdisjoint(keys)


def call_fence(node: t.Node | None) -> tuple[t.Fence | None, t.Node | None]:
    """Brackets that may hold arguments, and the superscript on them."""
    match node:
        case t.Fence(left="(" | "["):
            return node, None
        case t.Scripted(base=t.Fence(left="(" | "[") as fence, sub=None, primes=0, sup=sup):
            return fence, sup
        case _:
            return None, None


def base_of(node: t.Node) -> t.Node:
    """A node without its scripts."""
    return node.base if isinstance(node, t.Scripted) else node


def _is_member(place: t.Node, letter: t.Node) -> bool:
    r"""Whether a place is a member that the letter of a gradient names, `\nabla_w f(w_t)`, `\nabla_w f(w^{(t)})`."""
    name = canonical(letter)
    return isinstance(place, t.Scripted) and name is not None and canonical(place.base) == name and not place.primes


def _is_body(rest: tuple[t.Node, ...]) -> bool:
    """Whether what follows a gradient in a letter is what it acts on: a fraction, a norm, one thing."""
    first = rest[0].base if isinstance(rest[0], t.Scripted) else rest[0]
    return isinstance(first, (t.Quotient, t.Number, t.Fence)) or len(rest) == 1 or transposes(rest[0])


def _order(sup: t.Node) -> int:
    """The order of a derivative that is written in brackets, `f^{(4)}`; 0 of what is none."""
    number = sup.body if isinstance(sup, t.Fence) and sup.left == "(" else None
    return int(number.text) if isinstance(number, t.Number) and number.text in "123456789" else 0


def is_zero(node: t.Node) -> bool:
    """Whether a node is the number 0, which nobody writes in brackets as a factor."""
    return isinstance(node, t.Number) and node.text.strip("0.") == ""
