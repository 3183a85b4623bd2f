"""Classical inequalities as a yardstick: each with a neighbour that an exact point breaks."""
