"""Logic: parts of claims, instances of what is said for all, what the author names."""
