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
)
