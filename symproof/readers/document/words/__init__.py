"""What the words around formulas say: of letters, of functions, of what a formula is there for."""
