"""Integers: induction, remainders, bounded search."""
