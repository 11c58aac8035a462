"""RL3xx: coaching rules."""

from runlift_site.diagnostics.code import Code

CODES: tuple[Code, ...] = ()
