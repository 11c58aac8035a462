"""Why each rule is there and how much it weighs, for readers who meet a rule by itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explained:
    """What its own page and the command line add to a rule.

    Attributes:
        reason: Why it matters, a few plain sentences.
        weight: When its findings are errors, warnings or notes, a sentence.
    """

    reason: str
    weight: str


_WARNING = "Always a warning."
_NOTE = "Always a note: something to know, nothing that has to change."

EXPLAINED: Mapping[str, Explained] = {
    "R1": Explained(
        "Strength fades when it is left out. A little every week keeps it, also in easier weeks,"
        " and some strength work beats none.",
        _WARNING,
    ),
    "R2": Explained(
        "Far from a race, or with less running than usual, there is time and energy to get strong."
        " What is built then pays off in the weeks that are full of running.",
        "A warning outside 2 to 4 days. Two days are only a note.",
    ),
    "R3": Explained(
        "When running takes most of the week, two lifts still pay. More than four are hard to"
        " recover from, and near the race more than three.",
        _WARNING,
    ),
    "R4": Explained(
        "Each part gets you ready for the next. The warm-up comes before anything heavy, the big"
        " lifts while you are fresh, the small muscles after them, and mobility at the end.",
        "Always an error: a session out of order is a mistake in the plan.",
    ),
    "R5": Explained(
        "Squats and hinges need the hips, presses and pulls the shoulders. Moving drills take both"
        " through their range; still stretches can wait until the end.",
        _WARNING,
    ),
    "R6": Explained(
        "After one to two minutes most people can lift well again. Shorter rests turn lifting into"
        " endurance work, longer ones make the session drag. Heavy sets may need a little more.",
        "Always a warning. A rest under a minute is told by R7.",
    ),
    "R7": Explained(
        "Lifting is not your endurance session, running is. Against the clock the form gets worse"
        " and the weight smaller, and both are the point of lifting.",
        "Always an error.",
    ),
    "R8": Explained(
        "In a circuit one part of the body rests while another works. Two stations for the same"
        " muscles in a row take that rest away. And a full session should go round the body.",
        _WARNING,
    ),
    "R9": Explained(
        "Few reps leave the mind fresh, so each rep can be a good one. The weight stays one that"
        " could be lifted about eight times. Many programmes start with 8 to 12 lighter reps;"
        " that works too, and the variants with less kit do it.",
        _WARNING,
    ),
    "R10": Explained(
        "Four to eight reps are heavy enough to get strong and leave room to grow. The reps rise"
        " first; once they are full, the weight goes up and the reps start low again.",
        _NOTE,
    ),
    "R11": Explained(
        "A heavy weight trains good form only in those who have it. So the first weeks stay far"
        " from the limit, and a movement is learned on its easier relative before it is loaded.",
        "Always an error.",
    ),
    "R12": Explained(
        "How many reps you can do depends on how heavy the weight is. If a plan asks for more reps"
        " than the weight allows, one of the two is a slip.",
        _WARNING,
    ),
    "R13": Explained(
        "Muscles get strong faster than tendons and bones. Small steps let all of them keep up.",
        _WARNING,
    ),
    "R14": Explained(
        "The main sets are for general strength: movements that use much of the body. There is no"
        " need for special runners' lifts, and what is small or jumpy comes after.",
        _NOTE,
    ),
    "R15": Explained(
        "Calves push off in every step. Strong ones push harder, above all when you run fast.",
        _NOTE,
    ),
    "R16": Explained(
        "Running is a string of one-legged landings. Work on one side at a time trains balance, and"
        " it shows and evens out a weaker side.",
        _WARNING,
    ),
    "R17": Explained(
        "Running is one narrow movement, straight ahead, over and over. Lifting is there for all"
        " the others.",
        _WARNING,
    ),
    "R18": Explained(
        "With these four you pick up, press, squat and step. Few exercises do more, and all that a"
        " gym is good for is in them.",
        _NOTE,
    ),
    "R19": Explained(
        "Rolling and stretching at the end feel best on what you have just used. That is what the"
        " last minutes are for.",
        _WARNING,
    ),
    "R20": Explained(
        "You want to arrive fresh at a hard run. Heavy legs on speed day spoil both: the run is"
        " slow, and the lift is half done. Some leg work on an easy day gets along well.",
        "An error for heavy legs, a warning for any other lift, a note for an add-on.",
    ),
    "R21": Explained(
        "The long run or the race is enough for one day. It needs fresh legs before it and rest"
        " after it.",
        "An error for a lift, a warning for an add-on.",
    ),
    "R22": Explained(
        "Heavy leg work costs speed until the next day or longer, and legs that are tired from hard"
        " running lift badly. Easy running or rest between the two lets both go well.",
        "An error the day before a hard run or a race. A warning the day after one, and a warning"
        " if the day after heavy legs holds a run that is not easy, such as the long run.",
    ),
    "R23": Explained(
        "The earlier session gets the best of you. With a race ahead that should be the run. On the"
        " way back from an injury strength matters most, and the run stays easy.",
        "An error if the order is not given, a warning if it is the wrong way round.",
    ),
    "R24": Explained(
        "Run and lift each go better on a day of their own. It is not required, and whoever runs"
        " almost every day has to lift on a day with a run.",
        _NOTE,
    ),
    "R25": Explained(
        "Before a race the work gets less while you keep the habit. Hard landings and new exercises"
        " make legs sore, and there is no time left for that.",
        _WARNING,
    ),
    "R26": Explained(
        "After heavy leg work legs need about two days. This is our own number; studies see"
        " tiredness for hours to days.",
        _WARNING,
    ),
    "R27": Explained(
        "Two hard days in a row leave no time to recover. Distance that grows in small steps, with"
        " an easier week now and then, gives bones and tendons time to follow.",
        "A warning for hard days in a row. A note for distance and for missing easier weeks.",
    ),
}
