"""The phrases that give the formula behind them its role, in tables: each stands between the ends of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.words.denied import DENIED

PROVE = r"(prove|show|verify|check|establish|demonstrate|derive|deduce|conclude|bound|see)"
SHOW = r"(prove|show|verify|check|establish|demonstrate|derive|bound)"
GOAL = (
    rf"(want|wish|need|have|try|aim|going|remains|left|suffices|enough|asked|required|goal is|task is)( us)? to {PROVE}",
    rf"(to|we|let us|let's|lets|first|now|next|will|can|shall|then|must) {SHOW} (that|the|this|it)", "claim", "prove",
    rf"to {PROVE}", "show(ing)? that", "it suffices(?! (that|if|when|for|to (have|take|choose|pick)))",
    "would like", "our (goal|claim|aim)", "to be (shown|proved)",
)  # fmt: skip
HYPOTHESIS = (
    "(if|when|suppose)( instead| now)? (we|you|one|they)( instead| now)? (use|choose|take|pick|set|put)",
    "(let us|assume|suppose|if)( now| also| next| first| again| instead| further(more)?| moreover| additionally| in addition)+"
    "( that| assume| suppose)*",
    r"let(?! it be\b)( now)?", "assum(e|ing|ed|ption|ptions)", "suppos(e|ing|ed)", r"given(?! (?:away|up|out|back)\b)",
    "provided", "whenever",
    r"if(?! not\s*[,:])", "where", r"with(?! (\w+ )?probability\b)",
    "for (all|any|every|each|some|general)", "satisf(y|ies|ying)", "such that", "for which", "told", "is known", "under",
    "subject to", r"s\.\s?t(?=\.)", "when", "while",
    r"(the|our|this|a) choice( of)?(?=\W*$)", "(pick|fix(ed)?|tak(e|ing)|choos(e|ing))( now)?", "(?<!solution )set",
    r"considering(?! that\b)",
    "setting", "put", "putting", "letting", "constraints?", "hypothes[ie]s",
    r"plug(ging)?(?! (this|that|these|it|them|everything|all)\b| (\w+ ){0,2}(back|into)\b)( in)?",
    "conditions?", "starting (from|at|with)", "starts? (from|at|with)", "initial(ly|ized|ised)?(?! value problem)", "update rule",
    r"where [^·]{0,30}\bis (just |exactly )?the ([a-z]+ ){0,2}update( step)?(?=\W*$)",
    "by (the )?(update|assumption|hypothesis|definition)", "for",
    r"basis(?=\W*$)", "base case", r"(sub-?)?case \(?([0-9]+(\.[0-9]+)*[a-z]?|[ivx]+|[a-z])\b",
    "(first|second|third|other|special|particular|easy|simple|trivial) case", r"(?<![a-z] )case",
    "in case",
    r"w\.?l\.?o\.?g", "(without|no) (any )?loss of generality",
    "unless", "(except|apart from|other than)( (for|at|if|when|where|that))?", "and let", "in which", r"(over|along)(?=\W*$)",
    "as soon as", "as long as", "once", r"at(?! (most|least|once|all|first|last)\b)",
    "(?<![a-z] )throughout( this (section|chapter|lecture|note|sheet|exercise|problem|part))?",
)  # fmt: skip
DEFINITION = (
    "(re)?defin(e|ed|es|ing|ition)", "denot(e|es|ed|ing)", "writ(e|ing)", "call", "abbreviat(e|ing)", "introduce", "notation",
    "say", "stands? for", "for short",
    "substitute|(?<!by )(?<!using )substitut(ion|ing)", "the functions?", "shorthand", "intermediate",
)  # fmt: skip
EQUATION = (
    "solv(e|ing|es)( for)?", r"case (distinctions?|analysis|stud(y|ies))\W*(for|of)?", "solutions?", "equations?", "inequality",
    "system", "roots? of", "unknown",
    "find(ing)?", "determine", "(initial|boundary)[- ]value problems?", r"(rearrange|transpose)(?=\W*$)",
    r"((stationarity|optimality|kkt|lagrange|first[- ]order)( \w+)? conditions?|stationarity|complementary slackness|"
    r"complementarity|(primal|dual) feasibility)( (are|is|reads?|becomes?|says?|requires?|demands?)( that)?)?(?=\W*$)",
    r"(the|these|following|necessary|remaining)( \w+)? conditions are(?=\W*$)",
    "for which", "zeros?", "what (is|are|values?)", "set(ting)? .* (equal )?to", "has the form", "critical points?",
    "stationary", "vanish(es)?", "intersects?", "quadratic", "equal to zero", "consider", "curve", "line(?![- ]search)", "circle",
    r"(extrem(a|um)|maxim(a|um)|minim(a|um)|turning points?|inflection points?)(?=\s*:\s*$)",
    "parabola", "plane", "recursion", "recurrence", "given by", "related by", "constraint", "ansatz",
    "between", "(enclosed|bounded) by",
)  # fmt: skip
TRIAL = (
    "(try|tries|tried|trying)", "test(ing)?",
    "(sample|test) (numbers?|values?|points?)", r"(check|verify)(ing)?( for| with)?(?=\W*$)",
    "guess(ing)?", "candidates?", r"(lost|los(es?|ing)|forgets?|forgot|forgotten|miss(es|ed)?|overlook(s|ed)?)"
    r"(?! (?:an? |one |two )?(?:half|third|quarter|fifth|tenth|part|share|percentage|\d+))",
    "(reject|discard|exclud|dismiss)(s|es|ed|ing|e)?",
    "rul(es?|ed|ing) out", "zeros? of (the|its|each) (numerator|denominator)s?( is| are)",
    "contradict(s|ing)?( to)?", "contradiction (to|with)", "violat(es|ing)", "contrary to", r"(so|as) do(es)?(?=\W*$)",
)  # fmt: skip
"""What is only looked at, or left out again."""
VERBS = (
    "simplif expand factor rearrang subtract add multipl divid squar tak collect cancel combin reduc plugg distribut complet "
    "isolat mov appl us differentiat integrat summ telescop evaluat comput calculat substitut insert replac drop bound rewrit"
)
CONCLUSION = (
    "so", "thus", "hence", "therefore", "then", "consequently", "whence", "gives?", "giving", "yields?", "yielding",
    "impl(y|ies|ying)", "follows", "equivalent(ly)?", "that is", r"i\.e\.", "in other words", "means|mean that",
    "becomes?", "is", "are",
    "(we|you|us) (get|obtain|have|find|see|conclude|deduce|arrive( at)?|know|can)", "simplifies", "leads to", "tells us",
    "because", "since", "observe", "note", "notice", "recall", "know", "clearly", "obviously", "finally", "further(more)?",
    "additionally", "besides",
    "moreover", "also", "now", "lastly", "indeed", "in particular", "as",
    "by(?! (elimination|substitution|comparison|addition))", "from", "via", "but", "result(ing|s)?",
    r"(checks|verifies|turns out|shows|proves|finds|checked|verified|shown|proved|proven|established|argued)( \w+ly)? "
    r"that(?=\W*$)",
    r"(one|reader|you|may|might|could|should) (\w+ly )?(check|verify|show)s? that(?=\W*$)",
    r"arriv(e|es|ed|ing) at", r"(end|wind|finish|clos|com)(e|s|es|ed|ing)?( up)? with", "stands? at", "in which case",
    r"(left|(leav|provid|suppli|furnish)(e|es|ed|s|ing))( (us|you|one|me))? with", r"put(ting)? (\w+ ){1,3}together",
    "let (me|us) (repeat|stress|emphasi[sz]e|point out|remind|mention|add|remark)( that)?", "once (and for all|more)",
    "obtain", "leaves?", "equals", "get", "again", rf"({'|'.join(VERBS.split())})(ing|es|ed|ying|ies|ied|s|y|e)?",
)  # fmt: skip
BY_IDENTITY = re.compile(r"\b(by|from|with|use|using|apply|applying|recall)\b[^.:;]*\bidentity\W*$", re.IGNORECASE)
"""Words that lead to one identity, by which others follow: what comes behind it need not be one."""
IN_CASE_OF = re.compile(
    r"^\W*(and |so |now |but |hence |thus )*(for|at) (an? |the |two |each |any )?([\w-]+ ){0,3}(points? of (tangency|contact|"
    r"intersection|inflection|inflexion)|roots?|solutions?|zeros?|equality|tangen\w+|"
    r"extrem\w+|maxim\w+|minim\w+|(turning|stationary|critical) points?|continuity)\W*$", re.IGNORECASE,
)  # fmt: skip
"""Words before what must hold so that something is so, which is to be solved: "for equal roots, $b^2 - 4ac = 0$"."""
AFTER_TRIAL = re.compile(
    r"^\W*(gives?|yields?|works?|fails?|is (indeed |really )?a solution|satisf(y|ies))\b", re.IGNORECASE
)
OF_A_FUNCTION = re.compile(
    r"\s*(is|are|must be)\s+((also|indeed|therefore|thus|then|an?|the|its|only|unique|local|global|strict|absolute)\s+)*"
    r"(minim|maxim|extrem|optim|critical|stationary|saddle|inflection|turning|(?P<root>root|zero|pole|fixed point))",
    re.IGNORECASE,
)  # fmt: skip
"""What is said of a place of a function: "$x = 0$ is a minimizer of f" says of no other x what it is."""
ENOUGH = re.compile(
    r"^\W*((will|would|should)( already)? (do|work|suffice)|(already |certainly )?suffices|"
    r"(is|are) ((already|certainly|more than) )?(enough|sufficient|(large|small|big) enough))\b", re.IGNORECASE,
)  # fmt: skip
"""What is said of a value that is chosen: "n = 6 will do"."""
AFTER_EQUATION = re.compile(
    r"^\W*implicitly\b|^\W*(has|have|having)\b[^.]{0,40}\b(solutions?|roots?|zeros?|discriminant)\b", re.IGNORECASE
)
"""What is said of an equation, and of no claim."""
AFTER_GOAL = re.compile(r"^\W*(is what|was to be|remains to be|as (required|claimed|desired))", re.IGNORECASE)
FOR_REAL = re.compile(r"[^\w.!?]*for real\b", re.IGNORECASE)
"""How it is said behind a formula that it holds for all numbers, where nothing is solved."""
AFTER_CURVE = re.compile(
    r"^\W*(is|are|as) (an?|the|its|both|two)\s+([\w-]+ )?(asymptotes?|ax[ie]s( of symmetry)?|(straight |tangent |normal )?lines?|"
    r"tangents?|normals?|planes?|circles?|parabolas?|curves?)\b", re.IGNORECASE,
)  # fmt: skip
"""What is said of an equation that names a curve: it says nothing of one point."""
MARK = re.compile(
    r"\s*(\*\*|__|\\textbf\{)?([•‣▪◦]|\(?([a-z]|[ivx]+)\)|\(\d{1,2}\)(?=\s+[A-Z]|\s+\Z)|[A-Ha-h]\.(?=\s|$)|\d{1,2}(\)|\\?\.)\s|"
    r"(\d{1,2}[a-z]?[.):]|[A-Z]{1,2}\d{1,2}[a-z]?[.):]?)(\*\*|__|\}))"
)
"""How a paragraph begins that is an item of a list."""


def of_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of several phrases."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


ROLES = {
    "denied": of_words(DENIED),
    "goal": of_words(GOAL),
    "hypothesis": of_words(HYPOTHESIS),
    "definition": of_words(DEFINITION),
    "equation": of_words(EQUATION),
    "trial": of_words(TRIAL),
    "conclusion": of_words(CONCLUSION),
}

OF_EVERY = re.compile(
    r"^[^\w]*((so|thus|hence|therefore|then|clearly|obviously|note that|in fact)\W+)*"
    r"(every|each|any|all)\s+((real|square)\s+)*(numbers?|matrix|matrices|vectors?|functions?)\s+satisf(y|ies)\W*$",
    re.IGNORECASE,
)
"""What is said of every thing of a kind, of which no more is said: it is claimed."""
EVERY_SATISFIES = re.compile(
    r"\W*((so|thus|hence|therefore|then|clearly|obviously|note that|in fact)\W+)*(every|each|any|all)\s+"
    r"((real|rational|complex|natural|positive|negative|non-?negative|non-?zero|even|odd|square|symmetric|orthogonal|invertible|"
    r"unit|numbers?|integers?|reals?|primes?|vectors?|matrix|matrices|functions?)\s+)+·([\s,]*(and\s+)?·)*\s*"
    r"((also|then|always|must)\s+)*satisf(y|ies)\W*",
    re.IGNORECASE,
)
"""The same where the thing is named, "all real $a$ satisfy"."""
CLAIMED_OF = re.compile(
    r"\b(error|residual|gap|iterate|algorithm|method|descent|binomial coefficient|regret|difference|remainder|derivative|"
    rf"gradient|determinant|trace|variance|bias|risk)s?\b[^.,;:·]*satisf(y|ies)\W*$|{OF_EVERY.pattern}", re.IGNORECASE,
)  # fmt: skip
"""What is worked out from other things, so that what it satisfies is claimed."""
NAMED_AGAIN = re.compile(
    r"\b(?:(?:without|dropping|lifting)\s+(?:this|that|these|those|any)(?:\s+\w+)?\s+(?:assum\w+|hypothes[ie]s|conditions?)|"
    r"(?:under|with|from|using|given)\s+(?:this|that|these|those|our|the (?:above|same|stated))(?:\s+\w+)?\s+"
    r"(?:assum\w+|hypothes[ie]s|conditions?)\s*(?:,|\bwe\b|\bit\b)[^·]*)\W*$",
    re.IGNORECASE,
)
"""Words that only name what is supposed, or take it back, "without this assumption, ": what comes behind them is claimed."""
TO_SATISFY = re.compile(
    r"\b(show|prove|verify)\w*\s+that\b(?![^.;]*\b(?:if|when\w*|such|let|suppos\w+|given|provided|where)\b)[^.;]*"
    r"(?<!\bthat)(?<!\bwhich)\s+(must\s+|also\s+)?satisf(y|ies)\W*$",
    re.IGNORECASE,
)
"""What something is to be shown to satisfy."""
POLYNOMIAL = re.compile(r"\b(characteristic|minimal|Taylor) polynomial\b[^.;:]*\b(is|becomes)\W*$", re.IGNORECASE)
"""Words before a polynomial and other forms of it, which nobody solves; behind them stands no "= 0"."""
ADJECTIVES = re.compile(
    r"(?=.*(?:convex|differentiable|smooth|continuous))[-\s]*(?:(?:convex|differentiable|smooth|continuous|and|functions?)\b[-,\s]*)+(?:with\s+)?",
    re.IGNORECASE,
)
"""What is said of a function in a list of suppositions, "assumptions: · convex and differentiable, ·"."""
INTERVAL = re.compile(
    r"\bmean value|\bRolle|\bintervals?\b|\b(?:on|in|inside|within)\s+(?:\$|\\\()\s*(?:\\left)?[\[(]|"
    r"\bangles? between\b|\\(?:\||lVert|Vert).*\\cos",
    re.IGNORECASE | re.DOTALL,
)
"""Words of a text that means values in an interval: also the angle between vectors lies in one."""
DISCARDS = re.compile(
    r"\b(discard|reject|ignor|drop|neglect|omit|exclud|dismiss)\w*\s+(the\s+|its\s+)?negative\b|"
    r"\bnegative\s+(\w+\s+)?(solution|root|value|answer|one)\b[^.;]{0,40}\b(discard|reject|ignor|drop|omit|exclud|dismiss|"
    r"impossible|extraneous|(not|no|n't)\s+(possible|allowed|make sense|sense|meaning))",
    re.IGNORECASE,
)
"""Words of a text that leaves a negative value out."""
BEST = re.compile(
    r"\b(best|optimal|better|another|other|larger|smaller|new|needs?|requires?|"
    r"after (?:[\w-]+ )?(?:[\w-]+ )?(?:iterations?|steps?|rounds?|updates?|epochs?|sweeps?|passes)|"
    r"updated?|converges?|eventually|final(?:ly)?|in the end|"
    r"(?:zero|pole|asymptote|vertex|maximum|minimum|intercept|(?:turning|critical|inflection|stationary) point|singularity)s?\b"
    r"[^.;:]*\b(?:is|are|lies)(?: at)?)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Words before a number that is chosen, or comes, in place of another one."""
ZEROED = re.compile(r"\b(set|sets|setting|equat(e|es|ing))\b[^.;:]*\bto (zero|0|·)", re.IGNORECASE)
"""Words after which an equation says where something is 0."""


BELOW = "below"
"""The phrase of a formula that follows without a word for it: under a line that supposes, behind a reason, behind "only"."""
SINCE = re.compile(r"\W*(?:since|because|as)\b[^·:;]*,\s*", re.IGNORECASE)
"""A reason in words, before what follows from it: "since the parabola opens upward, ·"."""
SOLVES_IT = re.compile(r"\s*(?:an?|the)\s+(?:\w+\s+)?(?:solution|root|zero)\b", re.IGNORECASE)


def is_the_only(before: str, after: str) -> bool:
    """Whether words around a value say that nothing else is a solution.

    >>> is_the_only("we see that only ", " works."), is_the_only("only ", " is positive."), is_the_only("so ", " works.")
    (True, False, False)
    """
    solves = tries(after[:40], led=False) or SOLVES_IT.match(after)
    return re.search(r"\bonly\s*$", before, re.IGNORECASE) is not None and bool(solves)


def tries(after: str, *, led: bool) -> bool:
    """Whether words behind a value say that it is tried, or that it is large enough; where words have `led` to it, only this.

    >>> tries(" works.", led=False), tries(" works.", led=True), tries(" will do.", led=True)
    (True, False, True)
    """
    return ENOUGH.match(after) is not None or (not led and AFTER_TRIAL.search(after) is not None)


def is_of_all(segments: Sequence[str], after: str) -> bool:
    """Whether the words of its sentence before a formula, or those behind it, say it of all numbers."""
    of_every = OF_EVERY.search(segments[-1]) or EVERY_SATISFIES.fullmatch("·".join(segments))
    return FOR_REAL.match(after) is not None or of_every is not None


def role_of_satisfied(sentence: str) -> str:
    """The role of what something satisfies that is to be shown to, or anything of a kind; "" of what else satisfies it.

    >>> role_of_satisfied("All real · satisfy "), role_of_satisfied("Let · satisfy ")
    ('conclusion', '')
    """
    return "goal" if TO_SATISFY.search(sentence) else "conclusion" if EVERY_SATISFIES.fullmatch(sentence) else ""


THERE_WOULD = re.compile(r"(?:,|\w\s+\w+)\s+(?:\w+\s+)?would\b", re.IGNORECASE)
"""Words of the main clause behind what is supposed in words, "if all were chickens, there would be"."""
CASE_NAMED = re.compile(r"\bthe (\w+ )?case (of |where |when |that )?$", re.IGNORECASE)
PASSED_OVER = re.compile(
    r"\s*(is|was|being|can|follows|needs?|requires?|has|will|would|must)\b[^.:;·]*\.(?=\s|$)", re.IGNORECASE
)
"""Words around a case of which no more is said, "the case $x = 0$ is trivial.": it is not supposed in what comes then."""
FOLLOWS = re.compile(
    r"\W*((which|this|now|also|directly|immediately|easily)\W+)*(follows?\W+(\w+ly\W+)?from|"
    r"is\W+(\w+ly\W+)?(implied\W+by|a(n (easy|immediate))?\W+consequence\W+of))\b",
    re.IGNORECASE,
)
"""Words behind a formula that is claimed, before what it is claimed under: "x^2 > 9 follows from x > 3"."""
PUTS = re.compile(r"given|putt|plug|(?:assum|suppos)ing", re.IGNORECASE)
"""Phrases that suppose nothing where a comma parts them from the formula, "given the above,", "putting things together,"."""
GIVES_NAMES = re.compile(
    r"writ|call|introduc|notation|shorthand|for short|abbreviat|denot|(?:re)?defin|subst|plug|put|initial|basis|base case|at$",
    re.IGNORECASE,
)
"""Phrases that give names to terms, or values: what they say of the sizes of terms is no condition."""
MEASURES = of_words(
    ("lengths?", "distances?", "hypotenuse",
     r"(?<!both )(?<!left )(?<!right )(?<!hand )(?<!hand-)(?<!each )(?<!other )(?<!either )(?<!to one )"
     r"(?<!on one )sides?",
     "legs?", "law of (co)?sines", "radi(us|i)", "diameters?", "perimeters?", "heights?",
     "widths?", "depths?", "deviations?", "triangles?",
     "areas?", "volumes?", "speeds?", "hours?", "minutes?", "seconds", "costs?", "prices?", "salar(y|ies)",
     "weights?", "mass(es)?", "years? old", "km", "met(er|re)s?", "cm", "miles?", "lit(er|re)s?"),
)  # fmt: skip
"""What is never below zero: a letter's sign is left to the reader's good sense."""
FOR_ONE = re.compile(r"\bfor (?:some|an?) (?:[a-z]+[^s\W]\s+)*$", re.IGNORECASE)
"""Words before one letter of which some value is meant, "for some integer"."""
TELLS = re.compile(
    r"where|is known|told|conditions?|constraints?|initial(?:ly)?|basis|base case|in which|while|plug(?:ging)?(?: in)?",
    re.IGNORECASE,
)
"""Phrases before the value of a letter that choose none, as "let" does."""
WEAKLY_SAID = re.compile(
    r"satisf(?:y|ies)|is known|told|put|putting|plug(?:ging)?(?: in)?|initial(?:ly)?|at|while|once|as soon as|in which|over|"
    r"along|under|basis|base case|pick|tak(?:e|ing)|choos(?:e|ing)|consider|given by|related by|between|curve|line|plane|circle|"
    r"starting (?:from|at|with)|conditions?|constraints?|equations?|quadratic|recursion|recurrence|ansatz|has the form|system",
    re.IGNORECASE,
)
"""Phrases of hypotheses and equations before which an identity with a slip is none: "they satisfy $(a + b)^2 = a^2 + b^2$"."""
EACH_SUCH = re.compile(
    r"\W*(?:(?:then|so|hence|thus|therefore),?\s+)?(?:(?:any|every|each|all)\s+)?such\s+(?!that)", re.IGNORECASE
)
"""How a sentence begins that says what all have of which something was supposed, "Such a matrix satisfies"."""
WE_FIND = re.compile(
    r"\b(?:we|I)\s+(?!want|wish|need|have to|must|try|will|shall|should|would|can|could|may|are|aim|hope|seek|look)\w+\b[^.;?!]*"
    r"\band\s+(?:\w+ly\s+)?find(?:\s+that)?\W*$",
    re.IGNORECASE,
)
"""Words that tell what was found, and ask for nothing: "we expand the square and find"."""
LOOKS_BACK = re.compile(
    r"\b(?:(?:where|here|above|and)\W+)?(?:(?:in|for|at)\W+)?(?:the\s+(?:(?:very\s+)?"
    r"(?:first|second|third|fourth|last|final|penultimate|second[- ]to[- ]last)\s+)?"
    r"(?:in)?(?:equality|equation|line|step|row|bound|identity|transition)\W+)?(?:(?:we|I|one|it|this|which)\s+)?"
    r"(?:(?:have|has|also|again|just|simply)\s+)*(?:uses?|used|using|"
    r"(?:follows|holds|comes|is|was|is true)\s+(?:from|by|since|because|as|due to))\b(?:\s+the\s+fact)?(?:\s+that)?",
    re.IGNORECASE,
)
"""Words behind a display before what its rows rest on: "where the last line uses", "here we used that"."""
BECAUSE = re.compile(
    rf"^(\W*(since|because|as|using)\b|{FOLLOWS.pattern}|\W*{LOOKS_BACK.pattern})[^.]{{0,40}}$", re.IGNORECASE
)
THE_EQUATION = re.compile(
    r"\bthe (?:given |original )?(?:inequality|equation) (?:now |then |thus |here )?(?:becomes|reads|is|turns into)\W*$",
    re.IGNORECASE,
)
"""Words before what an equation comes to in a case."""
MAIN_CLAUSE = re.compile(
    r"\b(?:if|when)\b[^·,]*,\s+(?:then\s+)?(?:he|she|it|they|we|you|I|one|each|this|that|there|(?:the|his|her|its|their|our)\s+\w+|"
    r"(?-i:[A-Z])\w+)\s+[^·,]*\w\s*$",
    re.IGNORECASE,
)
"""Words of a condition, and behind a comma those of what holds then, "if she saves more, she needs"."""
STEP_ALONE = re.compile(r"[\s*_(]*(?:step\s*\(?\d{1,2}\)?|first|now|finally)[\s*_:.,)]*$", re.IGNORECASE)
"""Words that only say which step of a solution a formula is."""
BY_INDUCTION = re.compile(
    r"\b(?:apply|us|invok|insert)ing (?:the|our|this) (?:inductive|induction) (?:hypothesis|assumption)\b[^.;·]*$",
    re.IGNORECASE,
)
"""Words before what is worked out by what an induction supposes: it is none of that."""
PUT_INTO = re.compile(
    r"\b(?:put(?:ting)?|substitut(?:e|ing)|plug(?:ging)?|insert(?:ing)?)\b[^.;:]*\b(?:in|into)\s+\(?\d{1,2}'?\)?\s*[:,]?\s*$",
    re.IGNORECASE,
)
"""Words before what becomes of an equation with a number, "put into (2):"."""
OPERATES = re.compile(
    r"(?:^|[.;:\n])[\s*_(]*(?:(?:now|then|next|first|finally),?\s+)?(?:(?:we|I)\s+)?(?:(?:now|then|next|first|finally)\s+)?"
    r"(?:cross-?\s?)?(?:multiply|divide|add|subtract|square|expand|"
    r"distribute|simplify|collect|factor|move|cancel|combine|isolate|rearrange|clear|exponentiate|"
    r"write the (?:left|right)|complete the square|apply|regroup|cube|square|take|undo|gather|group|bring|eliminate|"
    r"remove|transpose|reduce|solve(?=(?:\s+(?:it|this))?(?:\s+for\s+(?:·|[a-z]))?[\s:.*_]*$))\b[^.:;\n]{0,60}[:.,]?[\s*_]*$",
    re.IGNORECASE,
)
"""Words that tell what is done to an equation, "Multiply both sides by 2:"."""
NAMED = re.compile(
    rf"\b(from|in|into|{'|'.join(VERBS.split())})\w*\s+(\w+\s+){{0,3}}(equations?|inequality|system|constraint)\b|"
    r"(?<!given )(?<!defined )(?<!described )\b(by|via|due to|thanks to|us(e|es|ing)|apply(ing)?|invok(e|ing)|recall(ing)?)\s+"
    r"([\w'’.–-]+\s+){0,4}(inequality|formula|recurrence|recursion)\b|"
    r"\b(in|on) (the|a|this) (\w+ ){0,2}(plane|line|circle|curve|parabola)\s*,\s*$|"
    r"\b(revers|flip|turn|chang|keep|preserv)\w*\s+(\w+\s+){0,3}inequality\b",
    re.IGNORECASE,
)
"""An equation that is only named, on the way to another one."""
DERIVED = re.compile(
    r"\b(so|thus|hence|therefore|then|now)\b[^·:;]*\bequations?\s*\(?\d\)?\s*(is|becomes?|reads?|turns into)\W*$|"
    r"\b(get|have|obtain|gives?|yields?|is|becomes?)\b[^·:;]*\bequivalent\s+(\w+\s+)?(system|equation|inequality)\b",
    re.IGNORECASE,
)
"""An equation that has been changed into the one behind the words."""
