"""RL3xx: coaching rules. RL301 to RL327 are the rules R1 to R27."""

from runlift_site.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "RL304",
        "session without its parts, or with them out of order",
        "A session goes from warm-up to main sets, accessory work and mobility: first the body is"
        " made ready, then comes what needs most strength, then the details, then calm.",
        "Add the part that is missing, put the parts in order, or change the kind of the session.",
    ),
    Code(
        "RL306",
        "rest between main sets outside one to two minutes",
        "One to two minutes are enough to lift well again. Less turns lifting into endurance work,"
        " which running already gives; more makes the session long for little gain.",
        "Rest 60 to 120 seconds. Heavy sets may take up to 180 where a note says so.",
    ),
    Code(
        "RL320",
        "lifting on the day of a hard run",
        "A hard run and a lift on one day spoil each other, heavy legs on a speed day most of all.",
        "Move the lift to the day of an easy run, or to a day without a run.",
    ),
    Code(
        "RL321",
        "lifting on the day of a long run or race",
        "The long run or race is enough for one day.",
        "Move the lift to another day; the day before should not hold heavy leg work either.",
    ),
    Code(
        "RL322",
        "heavy leg work next to hard running",
        "One session of heavy leg work makes running harder for hours to days. The day before a"
        " hard run it costs the run; the day after, tired legs lift badly and recover slowly.",
        "Move the heavy leg work to a day outside the striped part of the week strip.",
    ),
    Code(
        "RL330",
        "allowance that matches nothing",
        "An exception that is no longer needed would hide the next mistake.",
        "Take the allowance out of checks.allow, or correct its rule, week and day.",
    ),
)
