"""Widths on a week sheet, millimetres, by which its texts must fit.

Texts are measured against A4, the narrower paper, so that both papers say the same. Names keep
clear of the place of a figure beside them.
"""

SESSION_MM = 190.0
APART_MM = 6.0
HALF_MM = (SESSION_MM - APART_MM) / 2

BADGE_MM = 9.0
SHORT_DAY_MM = 8.0
DATE_MM, DATE_HALF_MM = 36.0, 20.0
HEAD_SPACE_MM = 3.0
"""Space between name, day and date in the head of a session."""
SESSION_NAME_MM = SESSION_MM - BADGE_MM - SHORT_DAY_MM - DATE_MM - 2 * HEAD_SPACE_MM - 8.0
"""Room for the name of a session, without its letter, beside the shortest form of its day."""

DOSE_MM, LOAD_MM, REST_MM = 22.0, 15.0, 12.0
BOXES_MM, BOX_HALF_MM = 70.0, 15.0
USUAL_COLUMNS, COLUMNS_HALF = 4, 2
MOST_COLUMNS = 6
BRACKET_MM = 5.0
"""A bracket and its turned label."""
_FIGURE_MM = 11.0
_CELL_SPACE_MM = 1.0

NAME_MM = SESSION_MM - DOSE_MM - LOAD_MM - REST_MM - BOXES_MM - _FIGURE_MM - _CELL_SPACE_MM
NAME_HALF_MM = HALF_MM - COLUMNS_HALF * BOX_HALF_MM - _FIGURE_MM - _CELL_SPACE_MM
LOAD_TEXT_MM = LOAD_MM - _CELL_SPACE_MM
DOSE_TEXT_MM = DOSE_MM - _CELL_SPACE_MM
REST_TEXT_MM = REST_MM - _CELL_SPACE_MM

TICK_MM = 3.9
"""A tick box and the space after it."""

QR_MM, QR_SPACE_MM = 16.0, 6.0
WHO_MM, WHO_LEAST_MM = 46.0, 30.0
TITLE_MM = SESSION_MM - QR_MM - QR_SPACE_MM - WHO_LEAST_MM - QR_SPACE_MM
"""Room for the name of a plan beside the shortest lines for name and date."""


def line_room_mm(width_mm: float, label_mm: float) -> float:
    """Room for the text of a warm-up or mobility line beside its tick box and label."""
    return width_mm - TICK_MM - label_mm
