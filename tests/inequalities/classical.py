"""Classical inequalities, each with a false neighbour: the same claim with another number, and the point that breaks it.

A row is (name, letters, hypotheses, claim, right, wrong, point): `{}` in the claim stands for the number. Hypotheses
are separated by ";", and "+" stands for "all letters are positive", "0" for "all are nonnegative". The point
gives the letters their values in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Row:
    """One inequality, right and wrong."""

    kind: str
    name: str
    letters: tuple[str, ...]
    given: tuple[str, ...]
    right: str
    wrong: str
    point: tuple[str, ...]


class Line(NamedTuple):
    """A row as it is written in a table."""

    name: str
    letters: str
    given: str
    claim: str
    right: str
    wrong: str
    point: str


TABLE: dict[str, tuple[Line, ...]] = {
    "positive": (
        Line("am-gm 2", "a b", "+", "a**2 + b**2 >= {}*a*b", "2", "201/100", "1 1"),
        Line("am-gm 3", "a b c", "+", "a**3 + b**3 + c**3 >= {}*a*b*c", "3", "301/100", "1 1 1"),
        Line("am-gm 3, first degree", "a b c", "+", "(a + b + c)**3 >= {}*a*b*c", "27", "271/10", "1 1 1"),
        Line("am-gm 4", "a b c d", "+", "a**4 + b**4 + c**4 + d**4 >= {}*a*b*c*d", "4", "401/100", "1 1 1 1"),
        Line("am-gm 4, first degree", "a b c d", "+", "(a + b + c + d)**4 >= {}*a*b*c*d", "256", "257", "1 1 1 1"),
        Line("am-gm weighted 2 1", "a b", "+", "2*a**3 + b**3 >= {}*a**2*b", "3", "301/100", "1 1"),
        Line("am-gm weighted 3 2", "a b", "+", "3*a**5 + 2*b**5 >= {}*a**3*b**2", "5", "501/100", "1 1"),
        Line("am-gm weighted 2 1 1", "a b c", "+", "2*a**4 + b**4 + c**4 >= {}*a**2*b*c", "4", "401/100", "1 1 1"),
        Line("schur 1", "a b c", "0", "a*(a-b)*(a-c) + b*(b-c)*(b-a) + c*(c-a)*(c-b) >= {}*a*b*c", "0", "1/100", "1 1 1"),
        Line("schur 2", "a b c", "0", "a**2*(a-b)*(a-c) + b**2*(b-c)*(b-a) + c**2*(c-a)*(c-b) >= {}*a**2*b*c", "0", "1/100", "1 1 1"),
        Line("schur 3", "a b c", "+", "a**3*(a-b)*(a-c) + b**3*(b-c)*(b-a) + c**3*(c-a)*(c-b) >= {}*a**3*b*c", "0", "1/100", "1 1 1"),
        Line("schur, in symmetric sums", "a b c", "0", "(a+b+c)**3 + 9*a*b*c >= {}*(a+b+c)*(a*b+b*c+c*a)", "4", "401/100", "1 1 1"),
        Line("product of sides", "a b c", "+", "a*b*c >= {}*(a+b-c)*(b+c-a)*(c+a-b)", "1", "101/100", "1 1 1"),
        Line("products of pairs", "a b c", "+", "(a+b)*(b+c)*(c+a) >= {}*a*b*c", "8", "801/100", "1 1 1"),
        Line("eight ninths", "a b c", "+", "{}*(a+b)*(b+c)*(c+a) >= (a+b+c)*(a*b+b*c+c*a)", "9/8", "112/100", "1 1 1"),
        Line("muirhead 3 0 0", "a b c", "+", "2*(a**3+b**3+c**3) >= {}*(a**2*b+a**2*c+b**2*a+b**2*c+c**2*a+c**2*b)", "1", "101/100", "1 1 1"),
        Line("muirhead 4 1 0", "a b c", "+", "a**4*b+a**4*c+b**4*a+b**4*c+c**4*a+c**4*b >= {}*(a**3*b*c+b**3*c*a+c**3*a*b)", "2", "201/100", "1 1 1"),
        Line("muirhead 5 0 0", "a b c", "+", "a**5+b**5+c**5 >= {}*(a**3*b*c+b**3*c*a+c**3*a*b)", "1", "101/100", "1 1 1"),
        Line("muirhead 2 2 0", "a b c", "+", "a**2*b**2+b**2*c**2+c**2*a**2 >= {}*a*b*c*(a+b+c)", "1", "101/100", "1 1 1"),
        Line("muirhead 4 letters", "a b c d", "+", "3*(a**3+b**3+c**3+d**3) >= {}*(a*b*c+a*b*d+a*c*d+b*c*d)", "3", "301/100", "1 1 1 1"),
        Line("cyclic 2 1", "a b c", "+", "a**3+b**3+c**3 >= {}*(a**2*b+b**2*c+c**2*a)", "1", "101/100", "1 1 1"),
        Line("cyclic 3 1", "a b c", "+", "a**4+b**4+c**4 >= {}*(a**3*b+b**3*c+c**3*a)", "1", "101/100", "1 1 1"),
        Line("cyclic quintic", "a b c", "+", "a**4*b+b**4*c+c**4*a >= {}*a*b*c*(a*b+b*c+c*a)", "1", "101/100", "1 1 1"),
        Line("chebyshev", "a b c", "+", "3*(a**3+b**3+c**3) >= {}*(a+b+c)*(a**2+b**2+c**2)", "1", "101/100", "1 1 1"),
        Line("power mean 1 2", "a b c", "+", "3*(a**2+b**2+c**2) >= {}*(a+b+c)**2", "1", "101/100", "1 1 1"),
        Line("power mean 1 3", "a b c", "+", "9*(a**3+b**3+c**3) >= {}*(a+b+c)**3", "1", "101/100", "1 1 1"),
        Line("power mean 1 4, 2 letters", "a b", "+", "8*(a**4+b**4) >= {}*(a+b)**4", "1", "101/100", "1 1"),
        Line("power mean 2 3", "a b c", "+", "3*(a**3+b**3+c**3)**2 >= {}*(a**2+b**2+c**2)**3", "1", "101/100", "1 1 1"),
        Line("maclaurin", "a b c", "+", "(a*b+b*c+c*a)**2 >= {}*a*b*c*(a+b+c)", "3", "301/100", "1 1 1"),
        Line("maclaurin 4 letters", "a b c d", "+", "3*(a+b+c+d)**2 >= {}*(a*b+a*c+a*d+b*c+b*d+c*d)", "8", "801/100", "1 1 1 1"),
        Line("hoelder", "a b c x y z", "+", "(a**3+b**3)*(x**3+y**3)*(c**3+z**3) >= {}*(a*x*c+b*y*z)**3", "1", "101/100", "1 1 1 1 1 1"),
        Line("five variables of one square", "a b c", "+", "(a**2+2)*(b**2+2)*(c**2+2) >= {}*(a*b+b*c+c*a)", "9", "901/100", "1 1 1"),
        Line("the same, sharper", "a b c", "0", "(a**2+2)*(b**2+2)*(c**2+2) >= {}*(a+b+c)**2", "3", "301/100", "1 1 1"),
        Line("two and one", "a b c", "0", "a**2+b**2+c**2+2*a*b*c+1 >= {}*(a*b+b*c+c*a)", "2", "201/100", "1 1 1"),
        Line("quintic factors", "a b c", "+", "(a**5-a**2+3)*(b**5-b**2+3)*(c**5-c**2+3) >= {}*(a+b+c)**3", "1", "101/100", "1 1 1"),
        Line("cubes and two", "a b", "+", "a**3+b**3+1 >= {}*a*b", "3", "301/100", "1 1"),
        Line("triple product plus", "a b c", "0", "a**3+b**3+c**3+6*a*b*c >= {}*(a+b+c)**3/4", "1", "11/10", "1 1 0"),
        Line("degree 4 schur-like", "a b c", "+", "a**4+b**4+c**4+a*b*c*(a+b+c) >= {}*(a**3*b+a**3*c+b**3*a+b**3*c+c**3*a+c**3*b)", "1", "101/100", "1 1 1"),
        Line("turkevich", "a b c d", "+", "a**4+b**4+c**4+d**4+2*a*b*c*d >= {}*(a**2*b**2+a**2*c**2+a**2*d**2+b**2*c**2+b**2*d**2+c**2*d**2)", "1", "101/100", "1 1 1 1"),
        Line("suranyi 4", "a b c d", "+", "3*(a**4+b**4+c**4+d**4)+4*a*b*c*d >= {}*(a+b+c+d)*(a**3+b**3+c**3+d**3)", "1", "101/100", "1 1 1 1"),
    ),
    "fractions": (
        Line("a number and its inverse", "x", "+", "x + 1/x >= {}", "2", "201/100", "1"),
        Line("nesbitt", "a b c", "+", "a/(b+c)+b/(c+a)+c/(a+b) >= {}", "3/2", "151/100", "1 1 1"),
        Line("nesbitt 4", "a b c d", "+", "a/(b+c)+b/(c+d)+c/(d+a)+d/(a+b) >= {}", "2", "201/100", "1 1 1 1"),
        Line("harmonic", "a b c", "+", "(a+b+c)*(1/a+1/b+1/c) >= {}", "9", "901/100", "1 1 1"),
        Line("harmonic 4", "a b c d", "+", "(a+b+c+d)*(1/a+1/b+1/c+1/d) >= {}", "16", "161/10", "1 1 1 1"),
        Line("ratios in a circle", "a b c", "+", "a/b+b/c+c/a >= {}", "3", "301/100", "1 1 1"),
        Line("titu 2", "a b x y", "+", "a**2/x+b**2/y >= {}*(a+b)**2/(x+y)", "1", "101/100", "1 1 1 1"),
        Line("titu 3", "a b c x y z", "+", "a**2/x+b**2/y+c**2/z >= {}*(a+b+c)**2/(x+y+z)", "1", "101/100", "1 1 1 1 1 1"),
        Line("radon", "a b x y", "+", "a**3/x**2+b**3/y**2 >= {}*(a+b)**3/(x+y)**2", "1", "101/100", "1 1 1 1"),
        Line("squares over sums", "a b c", "+", "a**2/(b+c)+b**2/(c+a)+c**2/(a+b) >= {}*(a+b+c)", "1/2", "51/100", "1 1 1"),
        Line("squares in a circle", "a b c", "+", "a**2/b+b**2/c+c**2/a >= {}*(a+b+c)", "1", "101/100", "1 1 1"),
        Line("square ratios", "a b c", "+", "a**2/b**2+b**2/c**2+c**2/a**2 >= {}*(a/b+b/c+c/a)", "1", "101/100", "1 1 1"),
        Line("square ratios, other way", "a b c", "+", "a**2/b**2+b**2/c**2+c**2/a**2 >= {}*(b/a+c/b+a/c)", "1", "101/100", "1 1 1"),
        Line("inverse pairs", "a b", "+", "1/a+1/b >= {}/(a+b)", "4", "401/100", "1 1"),
        Line("cubes over quadratics", "a b c", "+", "a**3/(a**2+a*b+b**2)+b**3/(b**2+b*c+c**2)+c**3/(c**2+c*a+a**2) >= {}*(a+b+c)", "1/3", "34/100", "1 1 1"),
        Line("cubes over squares", "a b c", "+", "a**3/(a**2+b**2)+b**3/(b**2+c**2)+c**3/(c**2+a**2) >= {}*(a+b+c)", "1/2", "51/100", "1 1 1"),
        Line("iran 1996", "a b c", "+", "(a*b+b*c+c*a)*(1/(a+b)**2+1/(b+c)**2+1/(c+a)**2) >= {}", "9/4", "226/100", "1 1 1"),
        Line("doubled letter", "a b c", "+", "a/(a+2*b)+b/(b+2*c)+c/(c+2*a) >= {}", "1", "101/100", "1 1 1"),
        Line("products over sums", "a b c", "+", "a*b/(a+b)+b*c/(b+c)+c*a/(c+a) <= {}*(a+b+c)", "1/2", "49/100", "1 1 1"),
        Line("usamo 2003", "a b c", "+", "(2*a+b+c)**2/(2*a**2+(b+c)**2)+(2*b+c+a)**2/(2*b**2+(c+a)**2)+(2*c+a+b)**2/(2*c**2+(a+b)**2) <= {}", "8", "799/100", "1 1 1"),
        Line("japan 1997", "a b c", "+", "(b+c-a)**2/((b+c)**2+a**2)+(c+a-b)**2/((c+a)**2+b**2)+(a+b-c)**2/((a+b)**2+c**2) >= {}", "3/5", "61/100", "1 1 1"),
        Line("usamo 1997", "a b c", "+", "1/(a**3+b**3+a*b*c)+1/(b**3+c**3+a*b*c)+1/(c**3+a**3+a*b*c) <= {}/(a*b*c)", "1", "99/100", "1 1 1"),
        Line("vasile half", "a b c", "+", "(a+b)/(b+c)+(b+c)/(a+b)+1 >= {}", "3", "301/100", "1 1 1"),
        Line("sum of ratios and products", "a b c", "+", "a/b+b/c+c/a >= {}*(a+b)/(b+c)+(b+c)/(a+b)+1", "1", "102/100", "1 1 1"),
        Line("nesbitt plus", "a b c", "+", "a/(b+c)+b/(c+a)+c/(a+b)+{}*(a*b+b*c+c*a)/(a**2+b**2+c**2) <= (a**2+b**2+c**2)/(a*b+b*c+c*a)+3/2", "1", "11/10", "1 1 1"),
        Line("reciprocal of one plus", "a b", "+", "1/(1+a)**2+1/(1+b)**2 >= {}/(1+a*b)", "1", "101/100", "1 1"),
    ),
    "sum": (
        Line("squares", "a b c", "+; a+b+c == 1", "a**2+b**2+c**2 >= {}", "1/3", "34/100", "1/3 1/3 1/3"),
        Line("pairs", "a b c", "a+b+c == 1", "a*b+b*c+c*a <= {}", "1/3", "33/100", "1/3 1/3 1/3"),
        Line("imo 1984", "x y z", "0; x+y+z == 1", "x*y+y*z+z*x-2*x*y*z <= {}", "7/27", "25/100", "1/3 1/3 1/3"),
        Line("imo 1984, from below", "x y z", "0; x+y+z == 1", "x*y+y*z+z*x-2*x*y*z >= {}", "0", "1/100", "1 0 0"),
        Line("cyclic four 27ths", "a b c", "0; a+b+c == 1", "a**2*b+b**2*c+c**2*a <= {}", "4/27", "14/100", "2/3 1/3 0"),
        Line("product", "a b c", "+; a+b+c == 3", "a*b*c <= {}", "1", "99/100", "1 1 1"),
        Line("inverses", "a b c", "+; a+b+c == 1", "1/a+1/b+1/c >= {}", "9", "901/100", "1/3 1/3 1/3"),
        Line("eight", "a b c", "+; a+b+c == 1", "(1/a-1)*(1/b-1)*(1/c-1) >= {}", "8", "801/100", "1/3 1/3 1/3"),
        Line("sixty-four", "a b c", "+; a+b+c == 1", "(1+1/a)*(1+1/b)*(1+1/c) >= {}", "64", "641/10", "1/3 1/3 1/3"),
        Line("seven", "a b c", "0; a+b+c == 1", "{}*(a*b+b*c+c*a) <= 2+9*a*b*c", "7", "71/10", "1/3 1/3 1/3"),
        Line("cubes and six", "a b c", "0; a+b+c == 1", "a**3+b**3+c**3+6*a*b*c >= {}", "1/4", "26/100", "1/2 1/2 0"),
        Line("squares and product", "a b c", "0; a+b+c == 3", "a**2+b**2+c**2+a*b*c >= {}", "4", "401/100", "1 1 1"),
        Line("over one plus", "a b c", "+; a+b+c == 3", "a/(1+b**2)+b/(1+c**2)+c/(1+a**2) >= {}", "3/2", "151/100", "1 1 1"),
        Line("tangent line", "a b c", "+; a+b+c == 1", "a/(1+a**2)+b/(1+b**2)+c/(1+c**2) <= {}", "9/10", "89/100", "1/3 1/3 1/3"),
        Line("four letters", "a b c d", "0; a+b+c+d == 1", "a*b+b*c+c*d+d*a <= {}", "1/4", "24/100", "1/2 1/2 0 0"),
        Line("imo short 1993", "a b c d", "0; a+b+c+d == 1", "a*b*c+b*c*d+c*d*a+d*a*b <= {}+176/27*a*b*c*d", "1/27", "1/28", "1/3 1/3 1/3 0"),
        Line("four squares", "a b c d", "+; a+b+c+d == 4", "a**2+b**2+c**2+d**2 >= {}", "4", "401/100", "1 1 1 1"),
        Line("sum two, fourth powers", "x y", "x+y == 2", "x**4+y**4 >= {}", "2", "201/100", "1 1"),
        Line("sum two, product of powers", "x y", "0; x+y == 2", "x**2*y**2*(x**2+y**2) <= {}", "2", "199/100", "1 1"),
        Line("squares of shifted inverses", "a b", "+; a+b == 1", "(a+1/a)**2+(b+1/b)**2 >= {}", "25/2", "126/10", "1/2 1/2"),
        Line("sum of squares three", "a b c", "a**2+b**2+c**2 == 3", "a+b+c <= {}", "3", "299/100", "1 1 1"),
        Line("squares three, products", "a b c", "0; a**2+b**2+c**2 == 3", "a*b+b*c+c*a <= {}", "3", "299/100", "1 1 1"),
        Line("squares one, cubes", "a b c", "0; a**2+b**2+c**2 == 1", "a**3+b**3+c**3 <= {}", "1", "99/100", "1 0 0"),
        Line("pairs three", "a b c", "+; a*b+b*c+c*a == 3", "a+b+c >= {}", "3", "301/100", "1 1 1"),
        Line("pairs three, product", "a b c", "0; a*b+b*c+c*a == 3", "a*b*c <= {}", "1", "99/100", "1 1 1"),
        Line("usamo 2001", "a b c", "0; a**2+b**2+c**2+a*b*c == 4", "a*b+b*c+c*a-a*b*c <= {}", "2", "199/100", "1 1 1"),
        Line("usamo 2001, from below", "a b c", "0; a**2+b**2+c**2+a*b*c == 4", "a*b+b*c+c*a-a*b*c >= {}", "0", "1/10", "2 0 0"),
    ),
    "product": (
        Line("sum", "a b c", "+; a*b*c == 1", "a+b+c >= {}", "3", "301/100", "1 1 1"),
        Line("pair", "x y", "+; x*y == 1", "x+y >= {}", "2", "201/100", "1 1"),
        Line("squares over sum", "a b c", "+; a*b*c == 1", "a**2+b**2+c**2 >= {}*(a+b+c)", "1", "101/100", "1 1 1"),
        Line("pairs", "a b c", "+; a*b*c == 1", "a*b+b*c+c*a >= {}", "3", "301/100", "1 1 1"),
        Line("one plus", "a b c", "+; a*b*c == 1", "(1+a)*(1+b)*(1+c) >= {}", "8", "801/100", "1 1 1"),
        Line("imo 2000", "a b c", "+; a*b*c == 1", "(a-1+1/b)*(b-1+1/c)*(c-1+1/a) <= {}", "1", "99/100", "1 1 1"),
        Line("imo 1995", "a b c", "+; a*b*c == 1", "1/(a**3*(b+c))+1/(b**3*(c+a))+1/(c**3*(a+b)) >= {}", "3/2", "151/100", "1 1 1"),
        Line("balkan", "a b c", "+; a*b*c == 1", "1+3/(a+b+c) >= {}/(a*b+b*c+c*a)", "6", "601/100", "1 1 1"),
        Line("one over one plus a plus b", "a b c", "+; a*b*c == 1", "1/(1+a+b)+1/(1+b+c)+1/(1+c+a) <= {}", "1", "99/100", "1 1 1"),
        Line("one over two plus", "a b c", "+; a*b*c == 1", "1/(2+a)+1/(2+b)+1/(2+c) <= {}", "1", "99/100", "1 1 1"),
        Line("two letters", "a b", "+; a*b == 1", "1/(1+a)**2+1/(1+b)**2 >= {}", "1/2", "51/100", "1 1"),
    ),
    "triangle": (
        Line("imo 1964", "a b c", "+; a < b+c; b < c+a; c < a+b", "a**2*(b+c-a)+b**2*(c+a-b)+c**2*(a+b-c) <= {}*a*b*c", "3", "299/100", "1 1 1"),
        Line("imo 1983", "a b c", "+; a < b+c; b < c+a; c < a+b", "a**2*b*(a-b)+b**2*c*(b-c)+c**2*a*(c-a) >= {}*a**2*b*c", "0", "1/100", "1 1 1"),
        Line("nesbitt below two", "a b c", "+; a < b+c; b < c+a; c < a+b", "a/(b+c)+b/(c+a)+c/(a+b) < {}", "2", "3/2", "1 1 1"),
        Line("squares and pairs", "a b c", "a < b+c; b < c+a; c < a+b", "a**2+b**2+c**2 < {}*(a*b+b*c+c*a)", "2", "1", "1 1 1"),
        Line("heron", "a b c", "+; a < b+c; b < c+a; c < a+b", "(a+b+c)*(a+b-c)*(b+c-a)*(c+a-b) > {}*a**4", "0", "3", "1 1 1"),
        Line("weitzenboeck, squared", "a b c", "a < b+c; b < c+a; c < a+b", "(a**2+b**2+c**2)**2 >= {}*(a+b+c)*(a+b-c)*(b+c-a)*(c+a-b)", "3", "301/100", "1 1 1"),
        Line("padoa", "a b c", "+; a < b+c; b < c+a; c < a+b", "a*b*c >= {}*(a+b-c)*(b+c-a)*(c+a-b)", "1", "101/100", "1 1 1"),
        Line("over differences", "a b c", "+; a < b+c; b < c+a; c < a+b", "a/(b+c-a)+b/(c+a-b)+c/(a+b-c) >= {}", "3", "301/100", "1 1 1"),
        Line("inverse sums", "a b c", "+; a < b+c; b < c+a; c < a+b", "1/(a+b-c)+1/(b+c-a)+1/(c+a-b) >= {}*(1/a+1/b+1/c)", "1", "101/100", "1 1 1"),
    ),
    "box": (
        Line("unit square", "x y", "0; x <= 1; y <= 1", "x+y-x*y <= {}", "1", "99/100", "1 1"),
        Line("unit cube", "a b c", "0; a <= 1; b <= 1; c <= 1", "a+b+c-a*b-b*c-c*a <= {}", "1", "99/100", "1 0 0"),
        Line("unit cube, fractions", "a b c", "0; a <= 1; b <= 1; c <= 1", "a/(b+c+1)+b/(c+a+1)+c/(a+b+1)+(1-a)*(1-b)*(1-c) <= {}", "1", "99/100", "1 1 1"),
        Line("unit cube, squares in a circle", "a b c", "0; a <= 1; b <= 1; c <= 1", "a**2+b**2+c**2 <= {}+a**2*b+b**2*c+c**2*a", "1", "99/100", "1 0 0"),
        Line("chebyshev polynomial", "x", "-1 <= x; x <= 1", "4*x**3-3*x <= {}", "1", "99/100", "1"),
        Line("chebyshev polynomial 4", "x", "-1 <= x; x <= 1", "8*x**4-8*x**2+1 >= {}", "-1", "-99/100", "7/10"),
        Line("velocities", "u v", "-1 < u; u < 1; -1 < v; v < 1", "(u+v)/(1+u*v) < {}", "1", "1/2", "1/2 1/2"),
        Line("product at least", "x y", "x >= 1; y >= 1", "x*y+1 >= {}*(x+y)", "1", "101/100", "1 1"),
        Line("inverse squares", "x y", "x >= 1; y >= 1", "1/(1+x**2)+1/(1+y**2) >= {}/(1+x*y)", "2", "201/100", "1 1"),
        Line("one and two", "a b c", "1 <= a; a <= 2; 1 <= b; b <= 2; 1 <= c; c <= 2", "(a+b+c)*(1/a+1/b+1/c) <= {}", "10", "99/10", "1 1 2"),
        Line("quadratic on an interval", "x", "0; x <= 1", "x*(1-x) <= {}", "1/4", "24/100", "1/2"),
        Line("cubic on an interval", "x", "0; x <= 1", "x**2*(1-x) <= {}", "4/27", "14/100", "2/3"),
    ),
    "reals": (
        Line("two squares", "x y", "", "x**2+y**2 >= {}*x*y", "2", "201/100", "1 1"),
        Line("three squares", "x y z", "", "x**2+y**2+z**2 >= {}*(x*y+y*z+z*x)", "1", "101/100", "1 1 1"),
        Line("cauchy 2", "a b x y", "", "(a**2+b**2)*(x**2+y**2) >= {}*(a*x+b*y)**2", "1", "101/100", "1 1 1 1"),
        Line("cauchy 3", "a b c x y z", "", "(a**2+b**2+c**2)*(x**2+y**2+z**2) >= {}*(a*x+b*y+c*z)**2", "1", "101/100", "1 1 1 1 1 1"),
        Line("quartic", "x", "", "x**4-4*x+{} >= 0", "3", "299/100", "1"),
        Line("quartic, two letters", "x y", "", "x**4+y**4+2 >= {}*x*y", "4", "401/100", "1 1"),
        Line("vasile", "x y z", "", "(x**2+y**2+z**2)**2 >= {}*(x**3*y+y**3*z+z**3*x)", "3", "301/100", "1 1 1"),
        Line("motzkin", "x y", "", "x**4*y**2+x**2*y**4+1 >= {}*x**2*y**2", "3", "301/100", "1 1"),
        Line("motzkin, a form", "x y z", "", "x**4*y**2+x**2*y**4+z**6 >= {}*x**2*y**2*z**2", "3", "301/100", "1 1 1"),
        Line("robinson", "x y z", "", "x**6+y**6+z**6+3*x**2*y**2*z**2 >= {}*(x**4*y**2+x**4*z**2+y**4*x**2+y**4*z**2+z**4*x**2+z**4*y**2)", "1", "101/100", "1 1 1"),
        Line("choi-lam", "x y z", "", "x**4*y**2+y**4*z**2+z**4*x**2 >= {}*x**2*y**2*z**2", "3", "301/100", "1 1 1"),
        Line("choi-lam, quartic", "x y z w", "", "x**2*y**2+y**2*z**2+z**2*x**2+w**4 >= {}*x*y*z*w", "4", "401/100", "1 1 1 1"),
        Line("fourth powers", "a b c", "", "a**4+b**4+c**4 >= {}*a*b*c*(a+b+c)", "1", "101/100", "1 1 1"),
        Line("schur of even degree", "x y z", "", "x**2*(x**2-y**2)*(x**2-z**2)+y**2*(y**2-z**2)*(y**2-x**2)+z**2*(z**2-x**2)*(z**2-y**2) >= {}*x**2*y**2*z**2", "0", "1/100", "1 1 1"),
        Line("square of differences", "x y z", "", "(x-y)**4+(y-z)**4+(z-x)**4 >= {}*(x**2+y**2+z**2-x*y-y*z-z*x)**2", "2", "201/100", "1 0 0"),
        Line("lagrange", "a b c d", "", "a**4+b**4+c**4+d**4 >= {}*a*b*c*d", "4", "401/100", "1 1 1 1"),
        Line("sixth degree, one letter", "x", "", "x**6+{} >= 3*x**2", "2", "199/100", "1"),
        Line("quadratic form", "x y z", "", "2*x**2+2*y**2+{}*z**2 >= 2*x*y+2*y*z", "2/3", "6/10", "1 2 3"),
        Line("norms of products", "x y", "", "(1+x**2)*(1+y**2) >= {}*x*y*(1+x*y)", "1", "201/100", "1 1"),
        Line("korea", "a b c", "", "(a**2+1)*(b**2+1)*(c**2+1) >= {}*(a*b+b*c+c*a-1)**2", "1", "3", "1 1 1"),
    ),
    "bernoulli": (
        Line("bernoulli 3", "x", "x >= -1", "(1+x)**3 >= 1+{}*x", "3", "31/10", "1/100"),
        Line("bernoulli 5", "x", "x >= -2", "(1+x)**5 >= 1+{}*x", "5", "51/10", "1/1000"),
        Line("bernoulli 4", "x", "", "(1+x)**4 >= 1+{}*x", "4", "41/10", "1/1000"),
        Line("bernoulli 10", "x", "x >= -1", "(1+x)**10 >= 1+{}*x", "10", "101/10", "1/1000"),
        Line("bernoulli, two letters", "x y", "x >= 0; y >= 0", "(1+x)**2*(1+y)**2 >= 1+{}*x+2*y", "2", "21/10", "1/100 0"),
    ),
    "roots": (
        Line("mean of two", "x y", "0", "sqrt(x*y) <= {}*(x+y)", "1/2", "49/100", "1 1"),
        Line("sum of roots", "x y", "0", "sqrt(x)+sqrt(y) >= {}*sqrt(x+y)", "1", "101/100", "1 0"),
        Line("root of one plus", "x", "x >= -1", "sqrt(1+x) <= 1+{}*x", "1/2", "49/100", "1/100"),
        Line("roots, quadratic mean", "x y", "0", "(sqrt(x)+sqrt(y))**2 <= {}*(x+y)", "2", "199/100", "1 1"),
        Line("length of a sum", "x y", "", "sqrt(x**2+y**2) <= {}*(abs(x)+abs(y))", "1", "99/100", "1 0"),
        Line("length and sum", "x y", "", "x+y <= sqrt({}*(x**2+y**2))", "2", "199/100", "1 1"),
        Line("three roots", "a b c", "+; a+b+c == 3", "sqrt(a)+sqrt(b)+sqrt(c) <= {}", "3", "299/100", "1 1 1"),
        Line("roots against pairs", "a b c", "+; a+b+c == 3", "sqrt(a)+sqrt(b)+sqrt(c) >= {}*(a*b+b*c+c*a)", "1", "101/100", "1 1 1"),
    ),
    "hard": (
        Line("ratio and product", "a b c", "+", "(a**2+b**2+c**2)/(a*b+b*c+c*a) + {}*a*b*c/((a+b)*(b+c)*(c+a)) >= 2", "8", "79/10", "1 1 1"),
        Line("vasile over quadratics", "a b c", "+", "a/(b**2+b*c+c**2)+b/(c**2+c*a+a**2)+c/(a**2+a*b+b**2) >= {}*(a+b+c)/(a*b+b*c+c*a)", "1", "101/100", "1 1 1"),
        Line("square plus product", "a b c", "+", "(a**2+b*c)/(b+c)+(b**2+c*a)/(c+a)+(c**2+a*b)/(a+b) >= {}*(a+b+c)", "1", "101/100", "1 1 1"),
        Line("sum over square plus product", "a b c", "+", "(b+c)/(a**2+b*c)+(c+a)/(b**2+c*a)+(a+b)/(c**2+a*b) <= {}*(1/a+1/b+1/c)", "1", "99/100", "1 1 1"),
        Line("fifth power", "a b c", "+", "(a+b+c)**5 >= {}*a*b*c*(a**2+b**2+c**2)", "81", "811/10", "1 1 1"),
        Line("square over square plus two", "a b c", "+", "a**2/(a**2+2*b*c)+b**2/(b**2+2*c*a)+c**2/(c**2+2*a*b) >= {}", "1", "101/100", "1 1 1"),
        Line("product over square plus two", "a b c", "+", "b*c/(a**2+2*b*c)+c*a/(b**2+2*c*a)+a*b/(c**2+2*a*b) <= {}", "1", "99/100", "1 1 1"),
        Line("three quarters", "a b c", "+", "a**2/((a+b)*(a+c))+b**2/((b+c)*(b+a))+c**2/((c+a)*(c+b)) >= {}", "3/4", "76/100", "1 1 1"),
        Line("four factors", "a b c d", "", "(a**2+3)*(b**2+3)*(c**2+3)*(d**2+3) >= {}*(a+b+c+d)**2", "16", "161/10", "1 1 1 1"),
        Line("differences over sums", "a b c d", "+", "(a-b)/(b+c)+(b-c)/(c+d)+(c-d)/(d+a)+(d-a)/(a+b) >= {}", "0", "1/100", "1 1 1 1"),
        Line("nesbitt, three below", "a b c d", "+", "a/(b+c+d)+b/(c+d+a)+c/(d+a+b)+d/(a+b+c) >= {}", "4/3", "134/100", "1 1 1 1"),
        Line("maclaurin 1 3", "a b c d", "+", "(a+b+c+d)**3 >= {}*(a*b*c+b*c*d+c*d*a+d*a*b)", "16", "161/10", "1 1 1 1"),
        Line("newton 1", "a b c d", "+", "4*(a*b+a*c+a*d+b*c+b*d+c*d)**2 >= {}*(a+b+c+d)*(a*b*c+b*c*d+c*d*a+d*a*b)", "9", "901/100", "1 1 1 1"),
        Line("newton 2", "a b c d", "+", "3*(a*b*c+b*c*d+c*d*a+d*a*b)**2 >= {}*(a*b+a*c+a*d+b*c+b*d+c*d)*a*b*c*d", "8", "801/100", "1 1 1 1"),
        Line("discriminant", "a b c", "", "(a**2+b**2+c**2)**3 >= {}*((a-b)*(b-c)*(c-a))**2", "2", "201/100", "1 0 -1"),
        Line("imo 2006, squared", "a b c", "", "{}*(a**2+b**2+c**2)**4 >= 512*(a*b*(a**2-b**2)+b*c*(b**2-c**2)+c*a*(c**2-a**2))**2", "81", "64", "7 2 -3"),
        Line("cubes over differences", "a b c", "+", "a**3/(b**2-b*c+c**2)+b**3/(c**2-c*a+a**2)+c**3/(a**2-a*b+b**2) >= {}*(a+b+c)", "1", "101/100", "1 1 1"),
        Line("circle of ratios, squared", "a b c", "+", "(a/b+b/c+c/a)**2 >= {}*(a+b+c)*(1/a+1/b+1/c)", "1", "101/100", "1 1 1"),
        Line("ratios and symmetric sums", "a b c", "+", "a/b+b/c+c/a >= {}*(a+b+c)**2/(a*b+b*c+c*a)", "1", "101/100", "1 1 1"),
        Line("one plus three over pairs", "a b c", "+; a*b*c == 1", "1+3/(a*b+b*c+c*a) >= {}/(a+b+c)", "6", "601/100", "1 1 1"),
        Line("pairs of one plus", "a b c", "+; a*b*c == 1", "a/((a+1)*(b+1))+b/((b+1)*(c+1))+c/((c+1)*(a+1)) >= {}", "3/4", "76/100", "1 1 1"),
        Line("quadratics below one", "a b c", "+; a*b*c == 1", "1/(a**2+a+1)+1/(b**2+b+1)+1/(c**2+c+1) >= {}", "1", "101/100", "1 1 1"),
        Line("cubes below one", "a b c", "+; a*b*c == 1", "1/(1+a)**3+1/(1+b)**3+1/(1+c)**3 >= {}", "3/8", "38/100", "1 1 1"),
        Line("four of product one", "a b c d", "+; a*b*c*d == 1", "1/(1+a)**2+1/(1+b)**2+1/(1+c)**2+1/(1+d)**2 >= {}", "1", "101/100", "1 1 1 1"),
        Line("inverse products", "a b c", "+; a**2+b**2+c**2 == 3", "1/(1+a*b)+1/(1+b*c)+1/(1+c*a) >= {}", "3/2", "151/100", "1 1 1"),
        Line("five halves", "a b c", "0; a*b+b*c+c*a == 1; a+b > 0; b+c > 0; c+a > 0", "1/(a+b)+1/(b+c)+1/(c+a) >= {}", "5/2", "251/100", "1 1 0"),
        Line("inverse of squares and rest", "a b c", "+; a+b+c == 3", "1/(a**2+b+c)+1/(b**2+c+a)+1/(c**2+a+b) <= {}", "1", "99/100", "1 1 1"),
        Line("inverse squares", "a b c", "+; a+b+c == 3", "1/a**2+1/b**2+1/c**2 >= {}*(a**2+b**2+c**2)", "1", "101/100", "1 1 1"),
        Line("triple products of four", "a b c d", "0; a+b+c+d == 4", "a*b*c+b*c*d+c*d*a+d*a*b <= {}", "4", "399/100", "1 1 1 1"),
        Line("two times three factors", "a b c", "", "{}*(a**2+1)*(b**2+1)*(c**2+1) >= (a+1)*(b+1)*(c+1)*(a*b*c+1)", "2", "199/100", "1 1 1"),
        Line("five sixteenths", "a b c", "", "(a**2+1)*(b**2+1)*(c**2+1) >= {}*(a+b+c+1)**2", "5/16", "32/100", "1/2 1/2 1/2"),
        Line("three factors", "a b c", "", "{}*(a**2-a+1)*(b**2-b+1)*(c**2-c+1) >= 1+a*b*c+a**2*b**2*c**2", "3", "299/100", "1 1 1"),
        Line("product of quadratics", "a b c", "0; a+b+c == 3", "(a**2-a*b+b**2)*(b**2-b*c+c**2)*(c**2-c*a+a**2) <= {}", "12", "119/10", "2 1 0"),
        Line("cubes and product over sums", "a b c", "+", "(a**3+a*b*c)/(b+c)+(b**3+a*b*c)/(c+a)+(c**3+a*b*c)/(a+b) >= {}*(a**2+b**2+c**2)", "1", "101/100", "1 1 1"),
        Line("sums over square plus product", "a b c", "+", "a*(b+c)/(a**2+b*c)+b*(c+a)/(b**2+c*a)+c*(a+b)/(c**2+a*b) >= {}", "2", "301/100", "1 1 1"),
        Line("squares against first powers", "a b c", "+", "a**2/(b**2+c**2)+b**2/(c**2+a**2)+c**2/(a**2+b**2) >= {}*(a/(b+c)+b/(c+a)+c/(a+b))", "1", "101/100", "1 1 1"),
        Line("inverse squares of four", "a b c d", "+", "1/(a**2+a*b)+1/(b**2+b*c)+1/(c**2+c*d)+1/(d**2+d*a) >= {}/(a*c+b*d)", "4", "401/100", "1 1 1 1"),
        Line("power mean 2 3 of four", "a b c d", "+", "4*(a**3+b**3+c**3+d**3)**2 >= {}*(a**2+b**2+c**2+d**2)**3", "1", "101/100", "1 1 1 1"),
        Line("fourth powers over sums", "a b c d", "+", "a**4/((a+b)*(a**2+b**2))+b**4/((b+c)*(b**2+c**2))+c**4/((c+d)*(c**2+d**2))+d**4/((d+a)*(d**2+a**2)) >= {}*(a+b+c+d)", "1/4", "26/100", "1 1 1 1"),
        Line("schur 5", "a b c", "+", "a**5*(a-b)*(a-c)+b**5*(b-c)*(b-a)+c**5*(c-a)*(c-b) >= {}*a**5*b*c", "0", "1/100", "1 1 1"),
        Line("muirhead 6", "a b c", "+", "a**6*b**2+a**6*c**2+b**6*a**2+b**6*c**2+c**6*a**2+c**6*b**2 >= {}*(a**4*b**3*c+a**4*c**3*b+b**4*a**3*c+b**4*c**3*a+c**4*a**3*b+c**4*b**3*a)", "1", "101/100", "1 1 1"),
        Line("cyclic of degree six", "a b c", "+", "a**5*b+b**5*c+c**5*a >= {}*a**2*b**2*c**2", "3", "301/100", "1 1 1"),
        Line("cyclic of degree seven", "a b c", "+", "a**6*b+b**6*c+c**6*a >= {}*a**2*b**2*c**2*(a+b+c)/3", "3", "301/100", "1 1 1"),
        Line("am-gm 5", "a b c d e", "+", "a**5+b**5+c**5+d**5+e**5 >= {}*a*b*c*d*e", "5", "501/100", "1 1 1 1 1"),
        Line("cyclic of four", "a b c d", "+", "a**4*b+b**4*c+c**4*d+d**4*a >= {}*a*b*c*d*(a+b+c+d)/4", "4", "401/100", "1 1 1 1"),
        Line("squares over first powers of four", "a b c d", "+", "a**2/b+b**2/c+c**2/d+d**2/a >= {}*(a+b+c+d)", "1", "101/100", "1 1 1 1"),
        Line("ratios of four", "a b c d", "+", "a/b+b/c+c/d+d/a >= {}", "4", "401/100", "1 1 1 1"),
        Line("cubes over squares of four", "a b c d", "+", "a**3/b**2+b**3/c**2+c**3/d**2+d**3/a**2 >= {}*(a+b+c+d)", "1", "101/100", "1 1 1 1"),
        Line("hoelder 3", "a b c", "+", "(a**3+2)*(b**3+2)*(c**3+2) >= {}*(a+b+c)**3", "1", "101/100", "1 1 1"),
        Line("sum of inverse cubes", "a b c", "+", "(a+b+c)**3*(1/a+1/b+1/c)**3 >= {}", "729", "730", "1 1 1"),
        Line("inverse sums of pairs", "a b c", "+; a*b+b*c+c*a == 3", "1/(a**2+2)+1/(b**2+2)+1/(c**2+2) <= {}", "1", "99/100", "1 1 1"),
        Line("quotients of squares", "a b c", "+", "(a**2+b**2)/(a+b)+(b**2+c**2)/(b+c)+(c**2+a**2)/(c+a) <= {}*(a**2+b**2+c**2)/(a+b+c)", "3", "299/100", "1 1 1"),
        Line("unit sum, inverse quadratic", "a b c", "+; a+b+c == 1", "a/(a+b*c)+b/(b+c*a)+c/(c+a*b) <= {}", "9/4", "22/10", "1/3 1/3 1/3"),
        Line("unit sum, products over one plus", "a b c", "+; a+b+c == 1", "a*b/(c+1)+b*c/(a+1)+c*a/(b+1) <= {}", "1/4", "24/100", "1/3 1/3 1/3"),
        Line("unit sum of four", "a b c d", "+; a+b+c+d == 1", "6*(a**3+b**3+c**3+d**3) >= a**2+b**2+c**2+d**2+{}", "1/8", "13/100", "1/4 1/4 1/4 1/4"),
        Line("baltic", "a b c d", "+", "a/(a+b+c)+b/(b+c+d)+c/(c+d+a)+d/(d+a+b) > {}", "1", "134/100", "1 1 1 1"),
        Line("baltic, above", "a b c d", "+", "a/(a+b+c)+b/(b+c+d)+c/(c+d+a)+d/(d+a+b) < {}", "2", "133/100", "1 1 1 1"),
        Line("apmo", "a b c", "+", "(1+a/b)*(1+b/c)*(1+c/a) >= {}+2*(a+b+c)*(1/3)*(1/a+1/b+1/c)*(2/3)", "4", "41/10", "1 1 1"),
    ),
    "cases": (
        Line("triangle inequality", "x y", "", "abs(x+y) <= {}*(abs(x)+abs(y))", "1", "99/100", "1 1"),
        Line("reverse triangle", "x y", "", "abs(abs(x)-abs(y)) <= {}*abs(x-y)", "1", "99/100", "1 0"),
        Line("product under |.|", "x y", "abs(x) <= 1; abs(y) <= 1", "abs(x*y) <= {}", "1", "99/100", "1 1"),
        Line("max is large", "x y", "", "Max(x, y) >= {}*(x+y)", "1/2", "51/100", "1 1"),
        Line("min times max", "x y", "0", "Min(x, y)**2 <= {}*x*y", "1", "99/100", "1 1"),
        Line("max of three", "x y z", "", "Max(x, Max(y, z)) >= {}*(x+y+z)", "1/3", "34/100", "1 1 1"),
        Line("saturation", "x", "", "abs(x)/(1+abs(x)) < {}", "1", "1/2", "1"),
        Line("saturated triangle", "x y", "", "abs(x+y)/(1+abs(x+y)) <= {}*(abs(x)/(1+abs(x))+abs(y)/(1+abs(y)))", "1", "99/100", "1 0"),
    ),
}  # fmt: skip


def rows() -> tuple[Row, ...]:
    """All rows, their hypotheses written out."""
    return rows_of(TABLE)


def rows_of(table: Mapping[str, tuple[Line, ...]]) -> tuple[Row, ...]:
    """The rows of a table."""
    return tuple(_row(kind, line) for kind, lines in table.items() for line in lines)


def _row(kind: str, line: Line) -> Row:
    letters = tuple(line.letters.split())
    given: list[str] = []
    for part in filter(None, (part.strip() for part in line.given.split(";"))):
        given += (
            [f"{x} > 0" for x in letters] if part == "+" else [f"{x} >= 0" for x in letters] if part == "0" else [part]
        )
    right, wrong = (line.claim.format(f"({value})") for value in (line.right, line.wrong))
    return Row(kind, line.name, letters, tuple(given), right, wrong, tuple(line.point.split()))
