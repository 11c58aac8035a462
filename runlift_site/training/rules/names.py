"""The names of the rules, for what mentions rules without asking them anything."""

RULE_IDS = tuple(f"R{number}" for number in range(1, 28))
"""R1 to R27, in the order of their numbers."""
