"""What the kernel follows: normal forms, facts, definedness, the rules. Trusted, all of it."""
