"""RL3xx: coaching rules. RL301 to RL327 are the rules R1 to R27."""

from runlift_site.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "RL301",
        "week without a strength day",
        "Strength fades when it is left out, and some strength work beats none. So every week has a"
        " strength day, easier weeks and the taper too.",
        "Add a short session; in the week of the race and after it an add-on is enough.",
    ),
    Code(
        "RL302",
        "strength days that do not use the room there is, or too many",
        "Far from a race, and while coming back from an injury, there is little running. That is"
        " the time to get strong, on three or four days a week.",
        "Add or leave out sessions until there are 3 or 4 strength days.",
    ),
    Code(
        "RL303",
        "too few or too many strength days beside full running",
        "Two strength days a week still pay when running takes the most time, and more than three"
        " or four leave no time to recover.",
        "Have 2 to 4 strength days in base and build phases, 2 or 3 in peak and taper.",
    ),
    Code(
        "RL304",
        "session without its parts, or with them out of order",
        "A session goes from warm-up to main sets, accessory work and mobility: first the body is"
        " made ready, then comes what needs most strength, then the details, then calm.",
        "Add the part that is missing, put the parts in order, or change the kind of the session.",
    ),
    Code(
        "RL305",
        "warm-up that leaves hips or shoulders out, or stands still",
        "Stiff hips and shoulders make every lift that follows harder to do well, and what makes"
        " them ready is moving them.",
        "Use a routine that opens both, or add drills whose opens field names what is missing.",
    ),
    Code(
        "RL306",
        "rest between main sets outside one to two minutes",
        "One to two minutes are enough to lift well again. Less turns lifting into endurance work,"
        " which running already gives; more makes the session long for little gain.",
        "Rest 60 to 120 seconds. Heavy sets may take up to 180 where a note says so.",
    ),
    Code(
        "RL307",
        "main sets against the clock",
        "Lifting is not the endurance session, running is. With less than a minute of rest, or with"
        " as many rounds as possible, haste costs the form and the load that make it worth doing.",
        "Rest 60 seconds at least, and use straight_sets, superset or circuit.",
    ),
    Code(
        "RL308",
        "circuit or session that stays with one part of the body",
        "In a circuit one part of the body rests while another works, so neighbours should have"
        " different main muscles, one for the upper body and one for the lower. A full session of"
        " one or two movements is not a full one.",
        "Put the circuit in another order, or add what is missing; a session of few movements may"
        " be a short one.",
    ),
    Code(
        "RL309",
        "beginner's main sets outside 3 to 5 sets of 3 to 5 reps",
        "Short sets leave the mind fresh for form, so that every rep can be a good one. The load is"
        " one that could be lifted more often.",
        "Write 3 to 5 sets of 3 to 5 reps for the first four weeks.",
    ),
    Code(
        "RL310",
        "main sets outside 4 to 8 reps",
        "Four to eight reps are heavy enough to get strong, and a range leaves reps to add before"
        " the weight goes up.",
        "Write a range within 4 to 8 reps, or keep yours on purpose: this is a note.",
    ),
    Code(
        "RL311",
        "load before technique",
        "Form comes before load. Beginners spend their first weeks well short of the limit, and"
        " learn a movement on its easier relative before they load it.",
        "Leave 4 reps in reserve in weeks 1 and 2 and 3 in weeks 3 and 4, such as with min_rir in"
        " the phase, and put prerequisites into an earlier week.",
    ),
    Code(
        "RL312",
        "load and reps that do not agree",
        "How many reps can be done depends on how heavy the weight is. A percentage that does not"
        " fit its reps makes the set impossible, or much too easy.",
        "Write the percentage that the formula gives, or give the reps in reserve alone.",
    ),
    Code(
        "RL313",
        "load or main sets that grow in a big step",
        "Muscles get strong faster than tendons and bones, so load rises by a tenth at most and the"
        " main sets of a week by a fifth.",
        "Add less at a time, or spread it over more weeks.",
    ),
    Code(
        "RL314",
        "small movements among the main sets",
        "Main sets build general strength with movements that use much of the body. Calves, core"
        " and jumps have their place after them.",
        "Move the exercise to the accessory block.",
    ),
    Code(
        "RL315",
        "week without a calf exercise",
        "Calves push off in every step, and strong ones push harder when you run fast.",
        "Add a calf raise, or hops, to a session of the week.",
    ),
    Code(
        "RL316",
        "week without an exercise for one side at a time",
        "Running goes from one leg to the other. Work on one leg trains balance and evens out a"
        " weaker side.",
        "Add a lunge, a step-up or another exercise on one leg to a session of the week.",
    ),
    Code(
        "RL317",
        "week that leaves out a movement, or goes straight ahead only",
        "Running is one narrow movement. Lifting is there for all the others, and for holding"
        " against the side and against turning.",
        "Add what the message names to a session of the week; an easy set or two is enough.",
    ),
    Code(
        "RL318",
        "plan for the gym without one of the four favourites",
        "Deadlift, overhead press, front squat and forward lunge together train nearly everything"
        " a runner needs.",
        "Use the lift that is missing where an exercise of the same kind stands now.",
    ),
    Code(
        "RL319",
        "mobility for muscles that were not worked",
        "Rolling and stretching at the end of a session are for the muscles just used.",
        "Take drills for those muscles, or let the block fill itself with auto: worked_muscles.",
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
        "RL323",
        "two sessions on a day without an order, or in the wrong one",
        "The earlier session of a day gets the best effort: the run where the plan leads to a"
        " race, the lift when coming back from an injury.",
        "Write slot: am for the session that comes first and slot: pm for the other.",
    ),
    Code(
        "RL324",
        "lift that shares its day though another is free",
        "With room in the week, run and lift each go better on a day of their own. Better, not"
        " required.",
        "Move the lift to the free day, or allow it with the reason why not.",
    ),
    Code(
        "RL325",
        "too much, or something new, before a race",
        "In the taper and in race week legs get fresh: less work than in the last normal week, no"
        " hard landings, nothing new that makes sore, and no weights in race week.",
        "Lower sets_factor for the phase, set strength_tier: bodyweight, and leave out what is new"
        " or jumps.",
    ),
    Code(
        "RL326",
        "heavy leg work twice within two days",
        "Legs need about two days to recover from heavy work.",
        "Move one of the two sessions, or make it an upper-body or light one.",
    ),
    Code(
        "RL327",
        "running that grows too fast, or never eases",
        "Two hard days in a row leave no time to recover, distance should grow in small steps, and"
        " training settles in easier weeks.",
        "Put an easy day between hard ones, run a little less, or add an easier week to"
        " deload.weeks.",
    ),
    Code(
        "RL330",
        "allowance that matches nothing",
        "An exception that is no longer needed would hide the next mistake.",
        "Take the allowance out of checks.allow, or correct its rule, week and day.",
    ),
)
