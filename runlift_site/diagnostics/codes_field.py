"""RL2xx: fields and references."""

from runlift_site.diagnostics.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "RL200",
        "unknown key",
        "A key that nothing reads would be lost in silence, and is most often a misspelling.",
        "Use one of the keys the message names, or take the line out.",
    ),
    Code(
        "RL201",
        "missing key",
        "Pages and sheets need this fact, and guessing it would be wrong.",
        "Add the keys the message names.",
    ),
    Code(
        "RL202",
        "word that is not in the list",
        "Filters, rules and swaps work on fixed lists of words.",
        "Choose a word from the list in the message.",
    ),
    Code(
        "RL203",
        "unknown exercise",
        "No file in content/exercises/ has this name.",
        "Correct the id, or add the exercise.",
    ),
    Code(
        "RL204",
        "unknown routine",
        "No file in content/routines/ has this name.",
        "Correct the id, or add the routine.",
    ),
    Code(
        "RL205",
        "unknown plan",
        "No file in content/plans/ has this name.",
        "Correct the id, or add the plan.",
    ),
    Code(
        "RL206",
        "unknown guide",
        "No file in content/guides/ has this name.",
        "Correct the id, or add the guide.",
    ),
    Code(
        "RL207",
        "unknown paper",
        "The key is not in content/bibliography.yaml, so nothing could be cited.",
        "Correct the key, or add the paper to the bibliography.",
    ),
    Code(
        "RL208",
        "wrong kind of value",
        "The field holds another kind of value: a list, a text, a number or keys with values.",
        "Write the kind of value the message asks for.",
    ),
    Code(
        "RL209",
        "text too long or empty",
        "Texts have limits so that lines hold on the phone and on paper.",
        "Shorten the text to the number of characters that fit.",
    ),
    Code(
        "RL210",
        "too many or too few entries",
        "The page or sheet has room for a certain number of entries.",
        "Add or take out entries.",
    ),
    Code(
        "RL211",
        "value that does not have the right form",
        "The field is read as an id, a time, a range, a dose or another small form.",
        "Write it like the example in the message.",
    ),
    Code(
        "RL212",
        "number out of range",
        "A number this small or large is almost certainly a slip.",
        "Write a number within the bounds that the message names.",
    ),
    Code(
        "RL213",
        "id written in the file",
        "The id of a record is the name of its file, so that the two can never differ.",
        "Take the line out; rename the file to change the id.",
    ),
    Code(
        "RL214",
        "one-sided ladder",
        "If B is harder than A, then A is easier than B; pages link both ways.",
        "Name the exercise in the ladder of the other one too.",
    ),
    Code(
        "RL215",
        "ladder in a circle",
        "An exercise cannot be harder than itself.",
        "Take one of the steps of the circle out.",
    ),
    Code(
        "RL216",
        "alternative that needs too much kit",
        "An alternative for a tier must be possible with the kit of that tier.",
        "Name an exercise that fits the tier.",
    ),
    Code(
        "RL217",
        "alternative of another pattern without a reason",
        "A swap across movement patterns changes the training, so readers are told why.",
        "Add a pattern_note, or name an exercise of the same pattern.",
    ),
    Code(
        "RL218",
        "alternative that is too hard",
        "A substitute may be one level harder at the most.",
        "Name an easier exercise.",
    ),
    Code(
        "RL219",
        "file with another ending",
        "A file that is not read would be missed without a word.",
        "Rename it: .yaml for records, .md for guides.",
    ),
    Code(
        "RL220",
        "file name that cannot be an id",
        "The name of the file is the id and part of the address of the page.",
        "Use lower-case letters and digits, words joined by hyphens.",
    ),
    Code(
        "RL221",
        "mention of a draft",
        "Drafts are left out of the site, so a link or plan cannot use them.",
        "Finish the draft, or build with --drafts.",
    ),
    Code(
        "RL222",
        "missing site file",
        "The site needs this file.",
        "Add it; the message names it.",
    ),
    Code(
        "RL223",
        "interface words that do not fit",
        "Words are short texts by name; pages fill in the fields in braces.",
        "Write a text for each name, or groups of texts.",
    ),
    Code(
        "RL224",
        "main lift without a bodyweight option",
        "A plan's main lifts must be possible without kit, or its bodyweight variant cannot be.",
        "Name an alternative for bodyweight.",
    ),
    Code(
        "RL225",
        "unknown rule",
        "The text links to a coaching rule that does not exist.",
        "Name one of R1 to R27; runlift rules lists them.",
    ),
    Code(
        "RL240",
        "week without a phase",
        "What is done in that week would have to be guessed.",
        "Let the phases cover every week of the plan, without a gap.",
    ),
    Code(
        "RL241",
        "week in two phases",
        "Two phases ask for different things in one week.",
        "Let each week belong to one phase.",
    ),
    Code(
        "RL242",
        "week outside the plan",
        "It would never take place.",
        "Use weeks from 1 to the plan's number of weeks, or make the plan longer.",
    ),
    Code(
        "RL243",
        "unknown week pattern",
        "A phase follows the week pattern of its own name, or the one it names as pattern.",
        "Add the week pattern, or correct the name.",
    ),
    Code(
        "RL244",
        "unknown session",
        "A day names a session that is not written under sessions.",
        "Add the session, or correct the name.",
    ),
    Code(
        "RL247",
        "exercise without a stand-in",
        "A variant with less kit needs something to do instead, and leaving the exercise out"
        " would change the plan in silence.",
        "Name an alternative in the exercise's file, or an override in the plan's variant.",
    ),
    Code(
        "RL248",
        "replacement that needs too much kit",
        "What replaces an exercise in a variant must be possible with the kit of that variant.",
        "Name an exercise that fits the tier.",
    ),
    Code(
        "RL249",
        "written but never used",
        "A session, week pattern, progression or override that nothing uses is most often"
        " a misspelling.",
        "Use it, correct its name, or take it out.",
    ),
    Code(
        "RL250",
        "rounds that do not fit the format",
        "Circuits and pairs are counted in rounds, straight sets in sets.",
        "Give a circuit or pair its rounds and at least two exercises, and straight sets their"
        " sets.",
    ),
    Code(
        "RL251",
        "sets or rest in the wrong place",
        "In straight sets each exercise has its sets; in a circuit or pair, rounds and rest hold"
        " for all.",
        "Write sets at each exercise of straight sets, rounds and rest_s at the block otherwise.",
    ),
    Code(
        "RL252",
        "block with nothing or too much in it",
        "A block holds its own items, follows a routine, or fills itself: one of the three.",
        "Keep exactly one of items, routine and auto.",
    ),
    Code(
        "RL253",
        "block filled in the wrong way",
        "Only mobility blocks fill themselves, for a given time, and a routine must be of the"
        " block's kind.",
        "Change the kind of the block, or what fills it.",
    ),
    Code(
        "RL254",
        "run without a clear length",
        "A run has a distance or a time, and a range needs a first and a last week.",
        "Write km or minutes, and one number where the phase has a single normal week.",
    ),
    Code(
        "RL255",
        "day that contradicts itself",
        "A day of rest holds nothing else, and two sessions cannot share a slot.",
        "Take one entry out, or give the sessions different slots.",
    ),
    Code(
        "RL256",
        "number of sessions that does not agree",
        "The phase says how many lifts a week has, and its week pattern holds another number.",
        "Correct the number, or the week pattern.",
    ),
    Code(
        "RL257",
        "race day that does not agree",
        "The goal names a day for a race that the plan does not have, or has on another day.",
        "Let the goal and the last week agree.",
    ),
    Code(
        "RL258",
        "contradiction in progression or easier weeks",
        "Two instructions ask for different things.",
        "Keep the one that is meant.",
    ),
    Code(
        "RL259",
        "variant with no less kit",
        "Variants and light phases are derived from the plan downward: gym, home, bodyweight.",
        "Name a tier below the one the plan is written for.",
    ),
    Code(
        "RL260",
        "effort missing or unclear",
        "Whether a weight is heavy decides where in the week it may stand.",
        "Write the effort of main exercises with a weight as reps in reserve, such as load: {rir:"
        " 2}.",
    ),
    Code(
        "RL261",
        "flag that can only be true",
        "Writing false here says nothing that leaving it out would not.",
        "Write true, or take it out.",
    ),
    Code(
        "RL262",
        "session too long for its kind",
        "A short session takes 30 minutes at most, an add-on 15.",
        "Shorten it, or change its kind.",
    ),
    Code(
        "RL263",
        "each side of an exercise that has no sides",
        "Both sides work at once, so counting each side would double the dose.",
        "Count the repetitions or seconds of a set.",
    ),
    Code(
        "RL264",
        "no mobility drill for the muscles worked",
        "A mobility block that fills itself found nothing that fits.",
        "Add a drill with mobility_for, or name a routine.",
    ),
    Code(
        "RL265",
        "lifts that fit no day of the week",
        "A week pattern leaves lifts to be placed, but on every free day they would raise an error"
        " or a warning of the coaching rules.",
        "Make one of the lifts lighter, move a hard run, or place fewer lifts.",
    ),
    Code(
        "RL266",
        "plan back from an injury without clearance",
        "No plan knows an injury. Before someone runs or lifts on it, a clinician has to agree, and"
        " the pages and sheets of the plan have to say so.",
        "Add clearance to the plan: what to settle with a clinician first, and when to stop.",
    ),
)
