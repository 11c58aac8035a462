"""``runlift place``: answers, exit status and usage errors, through the command itself."""

import json

import pytest
from click.testing import CliRunner, Result

from runlift_site.cli.commands import cli

WEEK = "mon rest, tue easy 40, wed tempo 50, thu easy, fri easy, sat rest, sun long 95"


def place(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["place", *arguments])


def test_best_layout_is_seven_lines_with_its_reason() -> None:
    answer = place(WEEK, "--lifts", "2")
    assert answer.exit_code == 0
    assert answer.stdout == (
        "Mon  heavy legs\n"
        "Tue  easy 40\n"
        "Wed  tempo 50\n"
        "Thu  easy\n"
        "Fri  easy (am) + heavy legs (pm)\n"
        "Sat  rest\n"
        "Sun  long 95\n"
        "\n"
        "Friday is shared with an easy run because no free day would pass, at least 72 hours lie"
        " between heavy legs and the days after them are easy or free.\n"
    )


def test_further_layouts_are_named() -> None:
    answer = place("tue easy, sun long 18 km", "--lifts", "2", "--heavy", "1")
    assert answer.exit_code == 0
    lines = answer.stdout.splitlines()
    assert lines[6] == "Sun  long 18 km"
    others = lines[lines.index("It could also be:") + 1 :]
    assert len(others) == 4
    assert all(line.startswith("  heavy legs on ") for line in others[:3])
    assert others[3].startswith("  and ")


def test_week_without_room_says_so_and_what_would_fit() -> None:
    answer = place("tue intervals, fri tempo, sun long", "--lifts", "2", "--heavy", "2")
    assert answer.exit_code == 1
    lines = answer.stdout.splitlines()
    assert lines[:3] == ["This week has no days for two heavy-leg lifts.", "", "What would fit:"]
    assert lines[3].startswith("  Make both heavy lifts upper-body or bodyweight sessions: ")
    assert lines[-1].startswith("  Accept ")


def test_week_that_takes_no_lift_at_all() -> None:
    runs = ", ".join(f"{day} tempo" for day in ("mon", "tue", "wed", "thu", "fri", "sat"))
    answer = place(f"{runs}, sun long", "--lifts", "1")
    assert answer.exit_code == 1
    assert answer.stdout == (
        "This week has no days for one heavy-leg lift. No lift would fit: make some of the runs"
        " easy.\n"
    )


def test_two_of_the_lifts_are_heavy_unless_said_otherwise() -> None:
    held = json.loads(place("sun long", "--lifts", "3", "--format", "json").stdout)["lifts"]
    assert held == ["heavy", "heavy", "full"]
    held = json.loads(place("sun long", "-n", "1", "--format", "json").stdout)["lifts"]
    assert held == ["heavy"]


def test_json_holds_the_days_and_the_reason() -> None:
    answer = place(WEEK, "--format", "json")
    assert answer.exit_code == 0
    told = json.loads(answer.stdout)
    assert told["fits"] is True
    assert told["days"]["mon"] == ["heavy legs"]
    assert told["days"]["fri"] == ["easy (am)", "heavy legs (pm)"]
    assert told["days"]["sat"] == ["rest"]
    assert told["why"].startswith("Friday is shared")
    assert told["others"] == told["ways"] == []


def test_json_of_a_week_without_room_holds_the_ways_out() -> None:
    answer = place("tue intervals, fri tempo, sun long", "--heavy", "1", "--format", "json")
    assert answer.exit_code == 1
    told = json.loads(answer.stdout)
    assert (told["fits"], told["days"], told["why"]) == (False, None, None)
    changes = [way["change"] for way in told["ways"]]
    assert changes[1] == "Move Tuesday's intervals to Wednesday"
    assert told["ways"][1]["days"]["wed"] == ["intervals"]
    assert told["ways"][-1]["accepts"] == ["R22"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("tue tmepo",), "'tmepo' on Tuesday is no run: did you mean 'tempo'?"),
        (("teu easy",), "did you mean 'tue'?"),
        (("tue easy, tue rest",), "Tuesday is named twice"),
        (("",), "the week is empty"),
        (("tue easy", "--lifts", "1", "--heavy", "2"), "--heavy 2 is more than --lifts 1"),
        (("tue easy", "--lifts", "0"), "0 is not in the range"),
        ((), "Missing argument 'WEEK'"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_2(arguments: tuple[str, ...], message: str) -> None:
    answer = place(*arguments)
    assert answer.exit_code == 2
    assert message in answer.stderr
    assert answer.stdout == ""
