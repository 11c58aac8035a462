from dataclasses import replace
from typing import Any

from runlift_site.pages.session_card import (
    BlockView,
    FreeRowView,
    RowView,
    SessionView,
    session_cards,
)
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import BlockFormat, Measure, PhaseName, RunType
from runlift_site.training.week import Lift, Plan, RampSet, Run, Week
from tests.pages.builders import (
    ACCESSORY,
    CIRCUIT,
    MOBILITY,
    TUE,
    WARM_UP,
    asked,
    bodyweight_plan,
    item,
    lift,
    main_block,
    plan,
    run,
    template,
    week,
    words,
)
from tests.pages.sample_exercises import (
    FORWARD_LUNGE,
    FRONT_SQUAT,
    GOBLET_SQUAT,
    PUSH_UP,
)

PATH = "plans/half-marathon/gym/1.html"
SAID = words()


def card(one: Lift, before: tuple[Run, ...] = (), after: tuple[Run, ...] = ()) -> SessionView:
    only = week({TUE: (*before, one, *after)})
    return session_cards(plan(), only, SAID, PATH)[0]


def block(*blocks: object, at: int = 0) -> BlockView:
    return card(lift("A", blocks=blocks)).blocks[at]


def test_card_says_day_order_and_length() -> None:
    after = card(lift("A"), before=(run(RunType.EASY, 40),))
    assert after.when == "Tuesday, after easy 40 min · 55 min"
    before = card(lift("A", minutes=60), after=(run(RunType.WALK_RUN, 30),))
    assert before.when == "Tuesday, before walk and run 30 min · 1 h"
    assert card(lift("A")).when == "Tuesday · 55 min"


def test_card_is_named_after_its_weight_or_by_its_author() -> None:
    assert card(lift("A", heavy_leg=True)).name == "Heavy A"
    assert card(lift("B")).name == "Light B"
    assert card(lift("C", name="Hinge and press")).name == "Hinge and press C"


def test_badge_is_filled_for_heavy_legs_only() -> None:
    assert card(lift("A", heavy_leg=True)).filled
    assert not card(lift("A")).filled


def test_card_keeps_the_order_of_blocks() -> None:
    view = card(lift("A"))
    assert [part.kind for part in view.blocks] == ["warm_up", "main", "accessory", "mobility"]


def test_warm_up_is_a_list_of_drills() -> None:
    view = block(WARM_UP)
    assert (view.rows, view.aside) == ((), "8 min")
    assert [(drill.name, drill.amount) for drill in view.drills] == [
        ("Leg swing front", "10 each side"),
        ("Inchworm", "5 reps"),
    ]
    assert view.drills[1].href == "../../../exercises/inchworm.html"


def test_mobility_names_the_muscles_worked() -> None:
    assert block(MOBILITY).line == "For what you just used: quads, calves."


def test_row_shows_dose_effort_and_rest() -> None:
    row = block(main_block(item(FRONT_SQUAT, asked(4, 5, rir=2, rest_s=120)))).rows[0]
    assert isinstance(row, RowView)
    assert (row.name, row.cue, row.dose.number) == ("Front squat", "Elbows up", "4 × 5")
    assert (row.load, row.rest) == ("RPE 8", "rest 2:00")
    assert (row.swap, row.match, row.alternative) == ("", "", None)


def test_main_block_sums_its_rests_up() -> None:
    items = (
        item(FRONT_SQUAT, asked(4, 5, rest_s=120)),
        item(FORWARD_LUNGE, asked(3, 6, Measure.REPS_PER_SIDE, rest_s=60)),
    )
    assert block(main_block(*items)).aside == "rest 1 to 2 min"


def test_circuit_has_a_bracket_and_rows_without_sets() -> None:
    view = block(CIRCUIT)
    assert view.bracket == "Circuit, 3 rounds, rest 1:30–2:00 after each"
    rows = [row for row in view.rows if isinstance(row, RowView)]
    assert [row.dose.number for row in rows] == ["10", "10", "8"]
    assert not any(row.rest for row in rows)
    assert view.aside == ""


def test_superset_is_called_a_pair() -> None:
    pair = replace(CIRCUIT, format=BlockFormat.SUPERSET, rounds=1, rest_s=None)
    assert block(pair).bracket == "Pair, 1 round"


def test_row_spells_the_tempo_out() -> None:
    row = block(CIRCUIT).rows[2]
    assert isinstance(row, RowView)
    assert row.notes == ("3 s down, 1 s pause, 1 s up",)


def test_first_heavy_lift_of_a_session_tells_its_ramp() -> None:
    full = (RampSet(50, 5), RampSet(70, 3), RampSet(85, 1))
    light = item(PUSH_UP, asked(3, 8))
    squat = item(FRONT_SQUAT, asked(4, 5, tempo="2-0-1-0"), heavy=True, ramp_up=full, note="Calm")
    lunge = item(FORWARD_LUNGE, asked(3, 6), heavy=True, ramp_up=full[:2])
    rows = block(main_block(light, squat, lunge)).rows
    assert [row.notes for row in rows if isinstance(row, RowView)] == [
        (),
        (
            "Ramp up: 5 at half, 3 at 70 %, 1 at 85 %, then your sets.",
            "2 s down, 1 s up",
            "Calm",
        ),
        (),
    ]


def test_ramp_of_each_side_says_so() -> None:
    sets = (RampSet(50, 5), RampSet(70, 3))
    lunge = item(FORWARD_LUNGE, asked(3, 6, Measure.REPS_PER_SIDE), heavy=True, ramp_up=sets)
    row = block(main_block(lunge)).rows[0]
    assert isinstance(row, RowView)
    assert row.notes == ("Ramp up: 5 each side at half, 3 at 70 %, then your sets.",)


def test_free_place_shows_its_hint_and_leads_to_the_exercises() -> None:
    free = block(ACCESSORY).rows[-1]
    assert free == FreeRowView("Your weak spot", "2 sets", "../../../exercises.html")


def test_row_offers_the_easier_exercise() -> None:
    one = item(FRONT_SQUAT, asked(4, 5), alternative=GOBLET_SQUAT)
    row = block(main_block(one)).rows[0]
    assert isinstance(row, RowView)
    assert row.alternative is not None
    assert row.alternative.text == "Goblet squat"


def test_swap_says_how_good_it_is_unless_it_is_good() -> None:
    lower = bodyweight_plan()
    view = session_cards(lower, lower.weeks[0], SAID, PATH)[0].blocks[1]
    rows = [row for row in view.rows if isinstance(row, RowView)]
    assert [(row.swap, row.match) for row in rows] == [
        ("instead of front squat", "poor match"),
        ("instead of overhead press", ""),
    ]


def test_rpe_is_explained_once_where_it_first_appears() -> None:
    one = plan()
    cards = session_cards(one, one.weeks[0], SAID, PATH)
    hints = [part.hint for view in cards for part in view.blocks if part.hint]
    assert hints == ["RPE 8 means you stop with 2 good reps left in the tank."]
    assert cards[0].blocks[1].hint


def weeks(*mains: object, easy: tuple[int, ...] = (), **changes: Any) -> Plan:
    """One session a week, with these main blocks."""
    made: list[Week] = []
    for number, main in enumerate(mains, start=1):
        one = lift("A", blocks=(main,))
        made.append(week({TUE: (one,)}, number=number, easy=number in easy, **changes))
    return Plan(template(), lift("A").tier, tuple(made))


def lines(of: Plan) -> list[str]:
    return [
        session_cards(of, one, SAID, PATH)[0].blocks[0].progression.partition(".")[0]
        for one in of.weeks
    ]


def test_progression_line_follows_the_weeks() -> None:
    first = main_block(item(FRONT_SQUAT, asked(4, 4)))
    more = main_block(item(FRONT_SQUAT, asked(4, 5)))
    rise = main_block(item(FRONT_SQUAT, asked(4, 4, load_rises=True, load_step_pct=Span(2, 5))))
    assert lines(weeks(first, more, more, first, rise, easy=(4,))) == [
        "First time",
        "Same weight as last time, more reps",
        "Same as last time",
        "Easy week",
        "Add 2 to 5 % if you made every rep last time",
    ]


def test_progression_without_weights_speaks_of_versions() -> None:
    first = main_block(item(PUSH_UP, asked(3, 8)))
    rise = main_block(item(PUSH_UP, asked(3, 8, load_rises=True)))
    said = [
        session_cards(weeks(first, rise), one, SAID, PATH)[0].blocks[0].progression
        for one in weeks(first, rise).weeks
    ]
    assert said == [
        "First time. Pick the version that fits the effort named.",
        "Take a harder version if you made every rep last time.",
    ]


def test_progression_in_a_taper_asks_for_less() -> None:
    main = main_block(item(FRONT_SQUAT, asked(2, 4)))
    assert lines(weeks(main, phase=PhaseName.TAPER)) == [
        "Fewer sets on the way to the race, same weight"
    ]
