"""Writes a large made-up site: any number of exercises, and plans of four weeks in one variant.

    python -m bench.generate FOLDER --exercises 1000 --plans 100

The texts are as long as real ones and no two files are alike, so that nothing is quick by chance.
"""

import argparse
import random
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATTERNS = (
    *("squat", "lunge", "hinge", "push_horizontal", "pull_horizontal"),
    *("core_anti_rotation", "core_lateral", "calf"),
)
MUSCLES = (
    *("quadriceps", "glutes", "hamstrings", "chest", "middle_back"),
    *("abdominals", "obliques", "calves"),
)
SESSIONS = {
    "a": ("squat", "hinge", "push_horizontal", "calf", "core_lateral"),
    "b": ("lunge", "pull_horizontal", "hinge", "core_anti_rotation", "calf"),
    "c": ("squat", "lunge", "push_horizontal", "core_lateral", "core_anti_rotation"),
}
"""Patterns of each session's items, main work first, so that coaching rules have little to say."""
MAIN_ITEMS = 3
DRILLS = {
    "swing": (
        "name: Swing\npattern: mobility_dynamic\nopens: [hips, shoulders]\n"
        "muscles: {primary: [hip_flexors], secondary: [glutes]}\nlaterality: bilateral\n"
    ),
    "stretch": (
        "name: Stretch\npattern: mobility_static\n"
        f"muscles: {{primary: [{', '.join(MUSCLES)}], secondary: []}}\nlaterality: bilateral\n"
    ),
}
TEXT = (
    "stand tall push the floor away keep your weight over the middle of the foot breathe in before "
    "you lower yourself let the knees follow the toes stop where the back stays straight and come "
    "up without haste hold the trunk firm draw the shoulders down look straight ahead"
)
WORDS = TEXT.split()
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def sentence(dice: random.Random, words: int) -> str:
    """A made-up sentence of so many words."""
    text = " ".join(dice.choice(WORDS) for _ in range(words))
    return f"{text.capitalize()}."


def exercise(dice: random.Random, number: int) -> str:
    """One exercise file."""
    kind = number % len(PATTERNS)
    head = (
        f"name: Exercise number {number}\n"
        f"pattern: {PATTERNS[kind]}\n"
        f"muscles: {{primary: [{MUSCLES[kind]}], secondary: [{MUSCLES[kind - 1]}]}}\n"
        f"laterality: {'unilateral' if kind == 1 else 'bilateral'}\n"
        f"plane: [{'frontal' if kind == PATTERNS.index('core_lateral') else 'sagittal'}]\n"
    )
    return head + _rest(dice)


def drill(dice: random.Random, name: str) -> str:
    """The file of a drill for warm-ups or of a stretch."""
    return DRILLS[name] + _rest(dice)


def _rest(dice: random.Random) -> str:
    steps = "".join(f"  - {sentence(dice, 12)}\n" for _ in range(5))
    cues = "".join(f"  - {' '.join(dice.sample(WORDS, 3)).capitalize()}\n" for _ in range(3))
    mistakes = "".join(
        f"  - see: {sentence(dice, 6)}\n    fix: {sentence(dice, 8)}\n" for _ in range(3)
    )
    return (
        "equipment: [none]\nload_type: bodyweight\n"
        "measure: reps\nlevel: beginner\nimpact: low\n"
        f"summary: {sentence(dice, 14)}\n"
        f"running_benefit:\n  tags: [propulsion]\n  note: {sentence(dice, 14)}\n"
        f"setup:\n  - {sentence(dice, 10)}\n  - {sentence(dice, 10)}\n"
        f"steps:\n{steps}cues:\n{cues}mistakes:\n{mistakes}"
        f"breathing: {sentence(dice, 10)}\n"
        f"safety: {sentence(dice, 20)}\n"
        "default_dose: {bodyweight: 3 x 8-12}\n"
        "sources: [{kind: own, licence: project}]\n"
    )


def plan(dice: random.Random, number: int, exercises: int) -> str:
    """One plan file: three sessions of five exercises, four weeks, bodyweight only."""
    text = (
        f"name: Made-up plan {number}\nlead: {sentence(dice, 12)}\ngoal: {{race: none}}\n"
        f"for: {sentence(dice, 8)}\nnot_for: {sentence(dice, 8)}\n"
        "level: intermediate\nwritten_for: bodyweight\nweeks: 4\n"
        'pace: {easy: "6:30", long: "6:40", hard: "5:20"}\n'
        "phases:\n"
        "  - {phase: base, weeks: [1, 4], strength_per_week: 3, focus: Clean reps first, "
        f"why: {sentence(dice, 30)}}}\n"
        "sessions:\n"
    )
    for letter, patterns in SESSIONS.items():
        main, more = "", ""
        for place, pattern in enumerate(patterns):
            kinds = len(PATTERNS)
            number = PATTERNS.index(pattern) + kinds * dice.randrange(exercises // kinds)
            name = f"exercise-{number}"
            dose = "sets: 3, reps: [8, 12], load: {rir: 3}, rest_s: 60"
            item = f"          - {{exercise: {name}, {dose}}}\n"
            if place < MAIN_ITEMS:
                main += item
            else:
                more += item
        text += (
            f"  lift-{letter}:\n    kind: full\n    minutes: 45\n    blocks:\n"
            "      - {kind: warm_up, routine: warm}\n"
            f"      - kind: main\n        items:\n{main}"
            f"      - kind: accessory\n        items:\n{more}"
            "      - {kind: mobility, routine: cool}\n"
        )
    week = {
        "mon": "[{strength: lift-a}]",
        "tue": "[{run: easy, km: 6}]",
        "wed": "[{strength: lift-b}]",
        "thu": "[{run: easy, km: 6}]",
        "fri": "[{strength: lift-c}]",
        "sat": "[{rest: true}]",
        "sun": "[{run: long, km: [11, 12]}]",
    }
    text += "week_pattern:\n  base:\n"
    text += "".join(f"    {day}: {week[day]}\n" for day in DAYS)
    return text + PROGRESSION


PROGRESSION = """\
progression:
  - {applies_to: main, rule: double, then_load_pct: [2, 5]}
  - {applies_to: accessory, rule: double}
"""

ROUTINE = """\
name: {name}
kind: {kind}
minutes: 6
line: Some drills, one after the other
short_line: Some drills
summary: Made up.
items:
  - {{exercise: {item}, reps: 10}}
"""

SITE = """\
title: Made-up site
tagline: Large on purpose
base_url: https://example.org/
home:
  headline: Get strong without wrecking your runs.
  marked: runs.
  lead: A site to measure with.
  week: {plan: plan-0, variant: bodyweight, week: 2}
  plans: [plan-0]
  guides: [guide-0]
guides: [guide-0]
plans: [plan-0]
readiness: [Ask a professional about new pain.]
footer: Free to use.
"""

GUIDE = """\
---
title: A guide
lead: It says nothing.
card: Nothing
date: 2026-01-01
reviewed: 2026-01-01
---
## Nothing

Nothing at all.
"""


def generate(folder: Path, exercises: int, plans: int) -> None:
    """Write a site into a folder, in the place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    content = folder / "content"
    for name in ("exercises", "plans", "routines", "guides", "strings"):
        (content / name).mkdir(parents=True)
    dice = random.Random(1)
    for number in range(exercises):
        text = exercise(dice, number)
        (content / f"exercises/exercise-{number}.yaml").write_text(text, encoding="utf-8")
    for number in range(plans):
        text = plan(dice, number, exercises)
        (content / f"plans/plan-{number}.yaml").write_text(text, encoding="utf-8")
    for name, kind, item in (("warm", "warm_up", "swing"), ("cool", "mobility", "stretch")):
        (content / f"exercises/{item}.yaml").write_text(drill(dice, item), encoding="utf-8")
        text = ROUTINE.format(name=name.capitalize(), kind=kind, item=item)
        (content / f"routines/{name}.yaml").write_text(text, encoding="utf-8")
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    (content / "guides/guide-0.md").write_text(GUIDE, encoding="utf-8")
    (content / "bibliography.yaml").write_text("papers: {}\n", encoding="utf-8")
    shutil.copy(ROOT / "content/strings/en.yaml", content / "strings/en.yaml")


def main() -> None:
    """Read the command line and write the site."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--exercises", type=int, default=1000)
    parser.add_argument("--plans", type=int, default=100)
    asked = parser.parse_args()
    generate(asked.folder, asked.exercises, asked.plans)


if __name__ == "__main__":
    main()
