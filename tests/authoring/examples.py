"""Complete small records as text, to be broken by the tests."""

EXERCISE = """\
name: Test squat
pattern: squat
muscles: {primary: [quadriceps], secondary: [glutes]}
equipment: [none]
load_type: bodyweight
laterality: bilateral
measure: reps
level: beginner
impact: low
summary: A squat without anything in the hands.
setup: [Stand with feet shoulder width.]
steps:
  - Sit back and down.
  - Stop where the back stays straight.
  - Stand up.
cues: [Whole foot heavy, Chest proud, Knees follow toes]
mistakes:
  - {see: heels lift, fix: less depth}
  - {see: knees fall in, fix: slow down}
breathing: In on the way down, out on the way up.
safety: Stop if a knee hurts.
"""

SITE = """\
title: Test site
tagline: Plans for testing
base_url: https://example.org/
home:
  headline: Get strong without wrecking your
  marked: runs.
  lead: A week of running and lifting.
  week: {plan: tiny, variant: bodyweight, week: 1}
  plans: [tiny]
  guides: [why]
guides: [why]
plans: [tiny]
readiness: [Ask a doctor about new pain.]
footer: Free to use.
"""

BIBLIOGRAPHY = """\
papers:
  doe-2020:
    authors: Doe J
    year: "2020"
    title: On lifting
    journal: Journal of Examples
"""

GUIDE = """\
---
title: Why lift?
lead: Because it helps.
card: The short answer.
date: 2026-01-02
reviewed: 2026-01-03
---
## First

Text with a [link](exercise:test-squat).
"""

PLAN = """\
name: Tiny
lead: One week.
goal: {race: none}
for: Anyone
not_for: Nobody
level: beginner
written_for: bodyweight
weeks: 1
pace: {easy: "6:30", long: "6:40", hard: "5:20"}
phases:
  - {phase: base, weeks: 1, strength_per_week: 1, focus: Begin}
sessions:
  lift-a:
    kind: short
    minutes: 20
    blocks:
      - {kind: warm_up, routine: warm}
      - kind: main
        items:
          - {exercise: test-squat, sets: 3, reps: [8, 12], load: {rir: 3}, rest_s: 60}
week_pattern:
  base:
    mon: [{strength: lift-a}]
    tue: [{run: easy, minutes: 30}]
    wed: [{rest: true}]
    thu: [{run: easy, minutes: 30}]
    fri: [{rest: true}]
    sat: [{run: long, km: 8}]
    sun: [{rest: true}]
"""

ROUTINE = """\
name: Warm
kind: warm_up
minutes: 5
line: Ten squats
short_line: Ten squats
summary: Wakes the legs up.
items:
  - {exercise: test-squat, reps: 10}
"""

SITE_FILES = {
    "content/site.yaml": SITE,
    "content/bibliography.yaml": BIBLIOGRAPHY,
    "content/strings/en.yaml": "nav: {plans: Plans}\n",
    "content/exercises/test-squat.yaml": EXERCISE,
    "content/routines/warm.yaml": ROUTINE,
    "content/plans/tiny.yaml": PLAN,
    "content/guides/why.md": GUIDE,
}
