"""Points at which a claim fails."""
