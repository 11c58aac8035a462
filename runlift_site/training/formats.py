"""Formats that are refused: lifting against the clock."""

TIMED_FORMATS = frozenset({"amrap", "emom", "tabata"})
"""As many rounds as possible, every minute on the minute, and 20 seconds on, 10 off."""

NO_RACE = (
    "Lifting is not the endurance session, running is; haste costs the form and the load that make"
    " it worth doing."
)
