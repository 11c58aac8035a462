"""The words of the trade: every closed list that content may choose from."""

from enum import StrEnum


class Pattern(StrEnum):
    """Movement pattern: what makes two exercises stand in for each other."""

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    HIP_THRUST = "hip_thrust"
    PUSH_HORIZONTAL = "push_horizontal"
    PUSH_VERTICAL = "push_vertical"
    PULL_HORIZONTAL = "pull_horizontal"
    PULL_VERTICAL = "pull_vertical"
    CARRY = "carry"
    CALF = "calf"
    SHIN = "shin"
    HIP_ABDUCTION = "hip_abduction"
    HIP_ADDUCTION = "hip_adduction"
    CORE_ANTI_EXTENSION = "core_anti_extension"
    CORE_ANTI_ROTATION = "core_anti_rotation"
    CORE_LATERAL = "core_lateral"
    CORE_FLEXION = "core_flexion"
    JUMP = "jump"
    HOP = "hop"
    DRILL = "drill"
    MOBILITY_DYNAMIC = "mobility_dynamic"
    MOBILITY_STATIC = "mobility_static"
    SOFT_TISSUE = "soft_tissue"


LEG_PATTERNS = frozenset(
    {Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.HIP_THRUST, Pattern.JUMP, Pattern.HOP}
)
MAIN_LIFT_PATTERNS = frozenset(
    {
        Pattern.SQUAT,
        Pattern.HINGE,
        Pattern.LUNGE,
        Pattern.HIP_THRUST,
        Pattern.PUSH_HORIZONTAL,
        Pattern.PUSH_VERTICAL,
        Pattern.PULL_HORIZONTAL,
        Pattern.PULL_VERTICAL,
    }
)
"""What main lifts are: each must be possible in some form without kit."""
JUMP_PATTERNS = frozenset({Pattern.JUMP, Pattern.HOP})
WARM_UP_PATTERNS = frozenset({Pattern.MOBILITY_DYNAMIC, Pattern.DRILL})
MOBILITY_PATTERNS = frozenset({Pattern.MOBILITY_STATIC, Pattern.SOFT_TISSUE})


class Muscle(StrEnum):
    """Muscles as content names them."""

    ABDOMINALS = "abdominals"
    ABDUCTORS = "abductors"
    ADDUCTORS = "adductors"
    BICEPS = "biceps"
    CALVES = "calves"
    CHEST = "chest"
    FOREARMS = "forearms"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    LATS = "lats"
    LOWER_BACK = "lower_back"
    MIDDLE_BACK = "middle_back"
    NECK = "neck"
    QUADRICEPS = "quadriceps"
    SHOULDERS = "shoulders"
    TRAPS = "traps"
    TRICEPS = "triceps"
    SOLEUS = "soleus"
    TIBIALIS_ANTERIOR = "tibialis_anterior"
    HIP_FLEXORS = "hip_flexors"
    OBLIQUES = "obliques"
    SERRATUS = "serratus"
    ROTATOR_CUFF = "rotator_cuff"
    FOOT = "foot"


class Equipment(StrEnum):
    """Things an exercise needs."""

    BARBELL = "barbell"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    TRAP_BAR = "trap_bar"
    CABLE = "cable"
    MACHINE = "machine"
    BAND = "band"
    PULL_UP_BAR = "pull_up_bar"
    BENCH = "bench"
    BOX = "box"
    RACK = "rack"
    MEDICINE_BALL = "medicine_ball"
    EXERCISE_BALL = "exercise_ball"
    FOAM_ROLLER = "foam_roller"
    MASSAGE_BALL = "massage_ball"
    MAT = "mat"
    JUMP_ROPE = "jump_rope"
    TREADMILL = "treadmill"
    CHAIR = "chair"
    TABLE = "table"
    SOFA = "sofa"
    STEP = "step"
    WALL = "wall"
    TOWEL = "towel"
    BACKPACK = "backpack"
    NONE = "none"


class Tier(StrEnum):
    """How much kit a plan variant may ask for."""

    GYM = "gym"
    HOME = "home"
    BODYWEIGHT = "bodyweight"


TIERS_DOWNWARD = (Tier.GYM, Tier.HOME, Tier.BODYWEIGHT)

TIER_EQUIPMENT: dict[Tier, frozenset[Equipment]] = {
    Tier.BODYWEIGHT: frozenset(
        {
            Equipment.NONE,
            Equipment.MAT,
            Equipment.WALL,
            Equipment.CHAIR,
            Equipment.TABLE,
            Equipment.SOFA,
            Equipment.STEP,
            Equipment.TOWEL,
            Equipment.MASSAGE_BALL,
        }
    )
}
TIER_EQUIPMENT[Tier.HOME] = TIER_EQUIPMENT[Tier.BODYWEIGHT] | {
    Equipment.BAND,
    Equipment.DUMBBELL,
    Equipment.BACKPACK,
    Equipment.JUMP_ROPE,
    Equipment.FOAM_ROLLER,
}
TIER_EQUIPMENT[Tier.GYM] = frozenset(Equipment)


class ExtraKit(StrEnum):
    """What a variant may have beyond the kit of its tier, where the plan's author says so."""

    PULL_UP_BAR = Equipment.PULL_UP_BAR.value


class LoadType(StrEnum):
    """What resists the movement."""

    EXTERNAL = "external"
    BAND = "band"
    BODYWEIGHT = "bodyweight"
    BODYWEIGHT_PLUS = "bodyweight_plus"
    ASSISTED = "assisted"
    NONE = "none"


class Laterality(StrEnum):
    """How the two sides share the work."""

    BILATERAL = "bilateral"
    SPLIT = "split"
    UNILATERAL = "unilateral"
    ALTERNATING = "alternating"


class Measure(StrEnum):
    """What one set counts."""

    REPS = "reps"
    REPS_PER_SIDE = "reps_per_side"
    SECONDS = "seconds"
    SECONDS_PER_SIDE = "seconds_per_side"
    METRES = "metres"
    BREATHS = "breaths"

    @property
    def per_side(self) -> bool:
        """Whether the amount is done once on each side."""
        return self in {Measure.REPS_PER_SIDE, Measure.SECONDS_PER_SIDE}


class Level(StrEnum):
    """How much practice an exercise or plan asks for."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    EXPERT = "expert"

    @property
    def rank(self) -> int:
        """0 for beginner, 2 for expert."""
        return list(Level).index(self)


class Impact(StrEnum):
    """How hard the landing is."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


class Plane(StrEnum):
    """Plane of movement."""

    SAGITTAL = "sagittal"
    FRONTAL = "frontal"
    TRANSVERSE = "transverse"


class Opens(StrEnum):
    """What a warm-up drill opens."""

    HIPS = "hips"
    SHOULDERS = "shoulders"
    SPINE = "spine"
    ANKLES = "ankles"


class Benefit(StrEnum):
    """What an exercise does for running."""

    PROPULSION = "propulsion"
    KNEE_CONTROL = "knee_control"
    HIP_STABILITY = "hip_stability"
    TRUNK_STIFFNESS = "trunk_stiffness"
    POSTURE = "posture"
    ARM_DRIVE = "arm_drive"
    SHANK_DURABILITY = "shank_durability"
    TENDON_STIFFNESS = "tendon_stiffness"
    BONE_LOADING = "bone_loading"
    RANGE = "range"
    RECOVERY = "recovery"


class RaceGoal(StrEnum):
    """What a plan prepares for."""

    NONE = "none"
    ANY = "any"
    FIVE_K = "5k"
    TEN_K = "10k"
    HALF_MARATHON = "half_marathon"
    MARATHON = "marathon"


class PhaseName(StrEnum):
    """Phases of a training year."""

    OFF_SEASON = "off_season"
    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    RACE_WEEK = "race_week"
    POST_RACE = "post_race"
    RETURN_FROM_INJURY = "return_from_injury"
    MAINTENANCE = "maintenance"


REDUCED_PHASES = frozenset({PhaseName.TAPER, PhaseName.RACE_WEEK})
"""Phases whose weeks are no measure for the next one, as easier weeks are not."""


class RunClass(StrEnum):
    """What the week rules ask of a run."""

    EASY = "easy"
    LONG = "long"
    HARD = "hard"
    RACE = "race"


class RunType(StrEnum):
    """Kinds of running."""

    EASY = "easy"
    RECOVERY = "recovery"
    WALK_RUN = "walk_run"
    STRIDES = "strides"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    FARTLEK = "fartlek"
    RACE_PACE = "race_pace"
    TIME_TRIAL = "time_trial"
    PROGRESSION = "progression"
    RACE = "race"

    @property
    def run_class(self) -> RunClass:
        """Easy, long, hard or race."""
        return _RUN_CLASSES.get(self, RunClass.HARD)


_RUN_CLASSES = {
    RunType.EASY: RunClass.EASY,
    RunType.RECOVERY: RunClass.EASY,
    RunType.WALK_RUN: RunClass.EASY,
    RunType.STRIDES: RunClass.EASY,
    RunType.LONG: RunClass.LONG,
    RunType.RACE: RunClass.RACE,
}


class Slot(StrEnum):
    """Order of two sessions on one day."""

    AM = "am"
    PM = "pm"


class SessionKind(StrEnum):
    """How complete a strength session is."""

    FULL = "full"
    SHORT = "short"
    ADD_ON = "add_on"


class BlockKind(StrEnum):
    """Parts of a strength session, in the order they are done."""

    WARM_UP = "warm_up"
    MAIN = "main"
    ACCESSORY = "accessory"
    MOBILITY = "mobility"


class BlockFormat(StrEnum):
    """How the sets of a block follow each other."""

    STRAIGHT_SETS = "straight_sets"
    SUPERSET = "superset"
    CIRCUIT = "circuit"


class RoutineKind(StrEnum):
    """What a routine is for."""

    WARM_UP = "warm_up"
    MOBILITY = "mobility"
    WORKOUT = "workout"
    CIRCUIT = "circuit"


class Fidelity(StrEnum):
    """How well a swap keeps the training effect."""

    GOOD = "good"
    PARTIAL = "partial"
    POOR = "poor"


class Basis(StrEnum):
    """What a rule rests on."""

    ARTICLE = "article"
    EVIDENCE = "evidence"
    HOUSE = "house"


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
