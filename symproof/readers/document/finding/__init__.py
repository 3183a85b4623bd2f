"""Where the formulas of a document are: pieces of its source, each character with its place."""
