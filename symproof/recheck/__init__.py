"""The re-checker: a second implementation of the kernel's rules, by the standard library alone.

`python -m symproof.recheck certs/` reads what `symproof export` wrote and follows every certificate again. It shares no
code with the kernel and imports nothing of symproof, so this folder can be copied and run by itself
(`python -m recheck certs/`). It is written to be read: terms are nested tuples, polynomials are dictionaries,
enclosures are pairs of fractions, and each rule is one function. It is slow where that keeps it short.

    terms      JSON to terms; sorts, free letters, substitution
    meaning    what statements abbreviate, derivatives, under which conditions a term has a value
    rational   quotients of polynomials over Q in lowest terms
    normal     normal forms of scalars, vectors, matrices by their entries
    words      matrices of any size: combinations of words of letters that do not commute
    matrices   their traces and determinants
    facts      ranges, and what holds at sight
    enclose    values of terms without letters, enclosed between fractions
    rules      the rules of certificates; those of matrices as letters in `matrix_rules`
    document   one exported derivation
"""
