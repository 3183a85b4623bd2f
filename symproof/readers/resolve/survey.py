r"""What undeclared letters are, from all their uses together; only where the uses leave one reading.

- bold letters, and letters in norms, in inner products and transposed are vectors;
- a letter that a sum binds is an index; one in a bound or in an index is natural;
- a letter with an index (`a_n`, `a_{k+1}`) is a sequence; a vector with one above (`\mathbf{w}^t`) too;
- f, g, h, ... are functions where they are always followed by brackets, and somewhere by more than a sum; so is a letter
  with primes before brackets, or behind a gradient;
- any other letter is a real number.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.notation.measured import names_a_quantity
from symproof.readers.resolve.calculus import derivative_form
from symproof.readers.resolve.called_letters import is_composed
from symproof.readers.resolve.common_divisors import is_common_divisor
from symproof.readers.resolve.context import Context, member_of
from symproof.readers.resolve.evidence import Evidence, combined, is_comparison
from symproof.readers.resolve.matrices import matrices
from symproof.readers.resolve.names import canonical, is_small_letter, script, with_scripts
from symproof.readers.resolve.numbers import modulus_of
from symproof.readers.resolve.opaque import PLACE
from symproof.readers.resolve.probabilities import MEASURES, conditioned
from symproof.readers.resolve.shapes import (
    counts,
    difference,
    has_capitals,
    has_two_indices,
    is_another_function,
    is_identity,
    is_index,
    letters_only,
    scaled_alike,
    set_phrase,
    transposes,
)
from symproof.readers.resolve.tables import is_member, tables_of
from symproof.readers.resolve.uses import FUNCTIONS, OPERATORS, heads_a_call, is_applied, settle
from symproof.statement import ORDERS


def infer(context: Context, clauses: Iterable[t.Clause | t.Node], *, with_matrices: bool = False) -> None:
    """Put into `context` what the uses in the clauses say of names that it does not know; `with_matrices`, also which of them are
    matrices and columns."""
    survey, seen = _Survey(context), list(clauses)
    survey.look(seen)
    context.unsized = {capital for capital, _ in scaled_alike(seen)}
    if with_matrices or (context.bases and context.bases & tables_of(seen, context).keys()):
        known = {key for key, uses in survey.uses.items() if uses.is_vector(key)}
        for key, phrase in matrices(context, seen, known).items():
            context.take_matrix(key, phrase)
        survey = _Survey(context)
        survey.look(seen)
    if survey.vectors:  # once more: what is a vector is known by now
        survey.look(seen)
    known = survey.known_vectors
    survey.read_arguments()
    while known != (known := survey.known_vectors):
        survey.look(seen)
        survey.read_arguments()
    survey.called_alike()
    settle(context, survey.uses)
    for body in survey.conditioned:
        conditioned(context, body)


class _Survey(Evidence):
    def look(self, clauses: list[t.Clause | t.Node]) -> None:
        """Take in how names are used."""
        self.begin(clauses)
        for clause in clauses:
            if isinstance(clause, t.Clause):
                self.clause(clause)
            else:
                self.visit(clause)

    # Looking ------------------------------------------------------------------------------------------

    def clause(self, clause: t.Clause) -> None:
        first = clause.members[0] if clause.members else None
        if isinstance(first, t.Juxtaposed) and len(first.items) == 2 and clause.relations:
            name, fence = first.items
            defines = clause.relations[0].kind in ("=", ":=", "equiv") and not self.is_partial(name)
            if defines and letters_only(fence) and (key := canonical(name)):
                letters = t.items_of(*fence.children())
                uses = self.of(key)
                uses.plainly_called += 1
                uses.function = uses.stated = True
                uses.letters = max(uses.letters, tuple(canonical(letter) or "" for letter in letters), key=len)
                for letter in letters:
                    self.own(letter)
        if (key := canonical(first) if first is not None else None) in FUNCTIONS and is_identity(clause):
            self.of(key or "").function = True  # f \equiv 0
        self.left_out(clause)
        self.names(clause)
        if first is not None and clause.relations and clause.relations[0].kind in ("=", "approx"):
            self.word(first)
        for member in clause.members:
            match member:
                case t.Juxtaposed(items=(_, t.Fence() as parameters)) if (
                    clause.relations and clause.relations[0].kind == "sim" and member is not first
                ):
                    self.visit(parameters)  # of a distribution
                    self.count_by_custom(parameters)
                    self.of((first and canonical(first)) or "").domain = "real"
                case _:
                    self.visit(member)
        if first is not None and any(isinstance(member, t.Table) for member in clause.members):
            self.of(canonical(first) or "").tabled = True
        if len(clause.relations) == 1 and clause.relations[0].kind == "in" and first is not None:
            phrase = set_phrase(clause.members[1])
            for letter in t.items_of(first):
                key = canonical(letter)
                if key and phrase:
                    self.of(key).domain = phrase
                self.of(key or "").own |= isinstance(letter, t.Scripted) and letter.primes > 0
            letters = t.items_of(first)
            for letter in letters if phrase == "vector" else ():  # x_1, \dots, x_n are members of one family; so is x_i
                if isinstance(letter, t.Scripted) and letter.sub is not None and is_index(letter.sub):
                    if t.Ellipsis in map(type, letters) or isinstance(letter.sub, t.Name):
                        self.vector_name(letter)
        self.ranges(clause)
        if any(sign.kind in ORDERS for sign in clause.relations):
            for member in clause.members:
                self.number(member)
        pairs = zip(clause.relations, clause.members[1:], strict=False)
        whole = any(sign.kind in self.context.dividing or modulus_of(member) for sign, member in pairs)
        if whole or any(map(is_common_divisor, clause.members)):
            for member in clause.members:
                self.make_integer(member)
        equal = [
            pair
            for sign, pair in zip(clause.relations, pairwise(clause.members), strict=False)
            if sign.kind in ("=", "!=", ":=")
        ]
        for one, other in (*equal, *((last, first) for first, last in equal)):
            if isinstance(one, t.Name) and any(map(self.is_function, combined(other))):  # g = 2f
                self.of(canonical(one) or "").function = True
        nothing = t.Name(0, 0, "0", "mathbf")  # may be a matrix
        if any(self.is_vector(member) and member != nothing for pair in equal for member in pair):
            for pair in equal:
                for member in pair:
                    self.make_vector(member)

    def visit(self, node: t.Node) -> None:
        match node:
            case t.Name() | t.Scripted():
                self.name(node)
            case t.Add(terms=terms):
                if t.Ellipsis in [type(term) for _, term in terms]:
                    self.counted(terms[-1][1], terms[0][1])
                for _, term in terms:
                    self.word(term)
                    self.visit(term)
            case t.Juxtaposed(items=items):
                if t.Ellipsis in map(type, items):
                    self.counted(items[-1])
                self.row(items)
            case t.Product(items=items):
                if t.Ellipsis in map(type, items):
                    self.counted(items[-1])
                for item in items:
                    self.word(item)
                    self.visit(item)
            case t.Fence(left="||", body=t.Node() as body):
                self.make_vector(body)
                self.visit(body)
            case t.Fence(left="<", body=t.Sequence(items=(left, right))):
                for side in (left, right):
                    self.make_vector(side)
                    self.visit(side)
            case t.Big():
                self.big(node)
            case t.Root(radicand=body):
                self.number(body)
                self.visit(body)
            case t.Postfix(operator="!", body=body):
                self.make_whole(body)
                self.visit(body)
            case t.Binomial(top=top, bottom=bottom):
                self.make_whole(bottom)
                self.count_by_custom(top)
                self.visit(top)
                self.visit(bottom)
            case t.Quotient() if (form := derivative_form(node, self.context)) is not None:
                if len(form.body) == 1 and not form.partial and (key := canonical(form.body[0])):
                    self.context.varying[key] = canonical(form.variable) or PLACE
                self.row(form.body)
                self.differentiated(*form.body, by=form.variable)
                self.visit(form.variable)
                self.own(form.variable)
            case t.Quotient(top=top, bottom=bottom):
                self.word(top)
                self.word(bottom)
                self.visit(top)
                self.number(bottom)
                self.visit(bottom)
            case t.Nabla(sub=t.Node() as sub) if not self.powered.has(sub):
                self.make_vector(sub)
            case t.Table(kind=kind) if "matrix" in kind:
                self.of("I").tabled = True  # the identity, beside matrices
                for child in node.children():
                    self.visit(child)
            case t.Function(sub=sub, argument=argument):
                for each in (sub, argument):
                    if each is not None:
                        self.visit(each)
            case _:
                for child in node.children():
                    self.visit(child)

    def word(self, node: t.Node) -> None:
        """A word that stands for a quantity: what an equation begins with, or an operand."""
        if isinstance(node, t.Text) and len(node.text) > 2 and (node.text.isalpha() or names_a_quantity(node.text)):
            self.name(node)

    def name(self, node: t.Node) -> None:
        """A name with its scripts, or a power of something else."""
        if not isinstance(node, t.Scripted):
            key = canonical(node)
            if key:
                uses = self.of(key)
                uses.bare += 1
                uses.bold |= self.bold(key)
            return
        base, sub, sup = node.base, node.sub, node.sup
        key = canonical(base)
        if isinstance(base, t.Function) and base.name == "softmax" and isinstance(base.argument, t.Fence):
            family = canonical(base.argument.body) if base.argument.body is not None else None
            if sub is not None and family is not None:
                self.of(family).lowered.append(script(sub) or "")
                self.make_whole(sub)
                self.visit(sub)
                return
        if key is None:
            body = base.body if isinstance(sup, t.Mark) and sup.text == r"\top" and isinstance(base, t.Fence) else None
            if body is not None and not has_capitals(body):  # of (Ax)^\top, A is none
                self.make_vector(body)
            for part in (base, sub, sup):
                if part is not None:
                    self.visit(part)
            if isinstance(base, t.Fence) and base.left in ("(", "[") and sub is not None and self.counts(sub):
                self.make_whole(sub)  # (A B)_{ij}
            if isinstance(base, t.Fence) and sup is not None and counts(sup):
                self.make_whole(sup)  # (1 + x)^{k + 1}
            elif isinstance(base, t.Number) and sup is not None:
                self.count_by_custom(sup)
            return
        if canonical(node) in self.context.names:
            return
        if node.primes:
            self.context.varying.setdefault(key, PLACE)
            key = with_scripts(key, "", "", node.primes)
        if sub is not None:
            key = self.subscript(key, sub)
        self.superscript(key, sub, sup)

    def subscript(self, key: str, sub: t.Node) -> str:
        """The name that stays of a name and its subscript: the sequence's, or the whole with a label."""
        if self.are_letters_of(key, sub):
            return key
        member, counts = is_member(self.context.table(key), sub), self.counts(sub)
        entry = isinstance(self.context.names.get(key), tm.Matrix) or self.context.of_entries(key, sub) is not None
        if counts and not (member or entry):
            self.of(key).lowered.append(script(sub) or "")
            self.of(key).bold |= self.bold(key)
        if member or entry or counts:
            self.make_whole(sub)
            self.visit(sub)
            return member_of(key) if member else key
        self.of(key).numbered.append(script(sub) or "")
        return with_scripts(key, script(sub) or "?", "")

    def superscript(self, key: str, sub: t.Node | None, sup: t.Node | None) -> None:
        uses = self.of(key)
        uses.bold |= self.bold(key)
        match sup:
            case None:
                uses.bare += sub is None or not self.counts(sub)
            case t.Mark(text=r"\top"):
                uses.transposed = True
            case t.Name(text="T") if uses.bold or uses.vector:
                uses.transposed = True
            case t.Mark(text=text):
                label = self.of(with_scripts(key, "", text))
                counted = sub is not None and self.counts(sub)  # \\lambda_i^*
                label.lowered += [script(sub) or ""] if counted else []
                label.bare, label.bold = label.bare + (not counted), label.bold | uses.bold
            case t.Text() | t.Name(style="mathrm") if (word := script(sup) or "").startswith("\\mathrm"):
                label = self.of(with_scripts(key, "", word))
                label.bare, label.bold = label.bare + 1, label.bold | uses.bold
            case t.Number():
                uses.raised_number += 1
            case t.Fence(left="(", body=t.Node() as body):
                uses.raised += 1
                if sub is None and is_index(body):
                    uses.lowered.append(script(body) or "")
                self.make_whole(body)
                self.visit(body)
            case _:
                uses.raised += 1
                if key != "e" and (uses.bold or uses.vector or key in self.context.families or counts(sup)):
                    self.make_whole(sup)
                self.visit(sup)

    def row(self, items: tuple[t.Node, ...]) -> None:
        place = 0
        while place < len(items):
            item = items[place]
            following = items[place + 1] if place + 1 < len(items) else None
            if isinstance(item, t.Name) and item.text == r"\Delta" and following is not None:
                key, power = difference(item, following)
                if key and r"\Delta" not in self.context.names:
                    self.of(key).bare += 1
                    self.of(key).raised_number += power is not None
                    self.of(key).vector |= self.is_vector(following)
                    place += 2
                    continue
            if isinstance(item, t.Nabla):
                if item.sub is not None and not self.powered.has(item.sub):
                    self.make_vector(item.sub)
                if following is not None and (of := canonical(following)):
                    self.differentiated(following)
                    self.of(of).vector_argument |= of not in self.powered.functions
                    if place + 3 < len(items) and transposes(items[place + 2]):
                        self.make_vector(items[place + 3])
                place += 1
                continue
            fence = following.base if isinstance(following, t.Scripted) and following.sub is None else following
            if isinstance(item, t.Function) and not item.bracketed:
                if self.is_argument(fence) or heads_a_call(item.argument, fence):
                    item = item.argument or item  # \\log p(x)
            if (
                isinstance(item, (t.Name, t.Scripted))
                and isinstance(fence, t.Fence)
                and fence.left in "(["
                and not fence.apart
                and not self.is_partial(item)
            ):
                if canonical(item) == r"\Gamma":  # the function
                    self.visit(fence)
                    place += 2
                    continue
                if is_comparison(item, fence):  # of what is no number
                    place += 2
                    continue
                if self.call(item, fence):
                    self.visit(following or fence)
                    place += 2
                    continue
            self.visit(item)
            place += 1
        if any(transposes(item) for item in items[1:]):
            self.of("I").tabled = True  # beside outer products
        if len(items) == 2 and isinstance(items[0], t.Scripted) and transposes(items[0]):
            scales = (canonical(items[1]), canonical(items[0].base)) in self.scaling  # \\lambda x
            for each in (items[1], items[0].base):
                if not (has_capitals(each) or (scales and each is items[1])):  # x^\\top y, but not A^\\top A
                    self.make_vector(each)

    def call(self, name: t.Node, fence: t.Fence) -> bool:
        """A name before brackets; whether it is one that may be a function."""
        primes = name.primes if isinstance(name, t.Scripted) else 0
        bare = (
            t.Scripted(name.start, name.end, name.base, name.sub, None)
            if isinstance(name, t.Scripted) and primes and name.sub
            else (name.base if isinstance(name, t.Scripted) and primes else name)
        )
        key = canonical(bare)
        entry = isinstance(bare, t.Scripted) and has_two_indices(bare.sub) and isinstance(fence.body, t.Add)
        if key is None or entry or (isinstance(name, t.Scripted) and name.sup and not is_another_function(name)):
            return False  # also an entry before a sum, A_{ij}(x_i - x_j)
        body = fence.body.items[0] if isinstance(fence.body, t.Sequence) else fence.body  # p(x | a, b), p(y | x; w)
        if isinstance(body, t.Such):
            if key in MEASURES and body is fence.body:
                self.conditioned.append(body)
            elif is_small_letter(key) and key not in OPERATORS and key not in self.context.names:
                self.context.densities.add(key)
                return True
        uses = self.of(key)
        many = isinstance(fence.body, t.Sequence)
        uses.called += 1
        if fence.body is not None:
            uses.function |= canonical(fence.body) in self.ranging  # \sum_x p(x)
            uses.arguments.append(fence.body)
            uses.vector_argument |= self.is_vector(fence.body)
        uses.function |= bool(primes) or many or is_applied(name, fence) or is_composed(name, fence)
        uses.many |= many
        uses.plainly_called += not isinstance(fence.body, t.Add)
        known = self.context.names.get(key)
        uses.vector_argument |= isinstance(known, tm.Function) and known.on == "vector"
        return True

    def big(self, node: t.Big) -> None:
        lower = node.lower
        extreme = node.operator in ("max", "min", "sup", "inf")
        if isinstance(lower, t.Chain) and ((extreme and node.upper is not None) or node.operator in ("sum", "prod")):
            for place, member in enumerate(lower.members):
                key = canonical(member)
                letter = place == (1 if len(lower.members) == 3 else 0)
                if key and letter:
                    self.of(key).bound = True
                else:
                    self.make_whole(member)
                    self.visit(member)
            if node.upper is not None:
                self.make_whole(node.upper)
        elif lower is not None:
            if node.operator in ("sum", "prod"):
                key = canonical(lower)
                if key:
                    self.of(key).bound = True
                    self.ranging.add(key)
            else:
                self.visit(lower)
        for over in (node.differential, lower if extreme else None):  # \max_x g(x)
            self.ranging |= {canonical(over)} - {None} if over is not None else set()
        for part in (node.upper, node.body):
            if part is not None:
                self.visit(part)
