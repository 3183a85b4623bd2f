"""What is known at a place of a document: declarations, definitions, hypotheses, and how long each holds."""
