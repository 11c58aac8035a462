"""Week sheets: one week of one variant on paper, laid out by the fitting rule."""

from dataclasses import dataclass, replace

from runlift_site.pages import urls
from runlift_site.pages.amounts import duration
from runlift_site.pages.fitting import (
    USABLE_HEIGHT_MM,
    USABLE_WIDTH_MM,
    Band,
    DoesNotFit,
    PageLayout,
    SessionSize,
    fit,
)
from runlift_site.pages.outputs import Paper, Sheet
from runlift_site.pages.paper_type import ABOUT, ABOUT_BOLD, SMALL, SMALL_BOLD, TITLE
from runlift_site.pages.print_strip import print_strip
from runlift_site.pages.qr import QrCode, qr_code
from runlift_site.pages.sheet_clearance import clearance_lines, clearance_mm
from runlift_site.pages.sheet_faults import SheetFault, sheet_faults
from runlift_site.pages.sheet_key import sheet_key
from runlift_site.pages.sheet_line import LineWriter
from runlift_site.pages.sheet_measures import QR_MM, QR_SPACE_MM, SESSION_MM, WHO_LEAST_MM, WHO_MM
from runlift_site.pages.sheet_session import SessionPrinter, session_size
from runlift_site.pages.sheet_view import SheetBand, SheetPage, SheetView
from runlift_site.pages.strip import strip
from runlift_site.pages.strip_view import StripView
from runlift_site.pages.wording import Wording
from runlift_site.settings import Settings
from runlift_site.training.week import Plan, Week

__all__ = ["SheetFault", "sheet_faults", "week_sheets"]

TEMPLATE = "print/sheet.html"
FOOTER_MM = 12.0
_FOOTER_SPACE_MM = 6.0
_PAGE_NUMBER_MM = 20.0
"""Room kept for the page number beside an address that takes the whole line."""


def week_sheets(plan: Plan, week: Week, settings: Settings, words: Wording) -> tuple[Sheet, ...]:
    """The sheets of a week, one for each paper format of the site.

    Args:
        plan: The plan in one variant.
        week: One of its weeks; it must have no sheet faults.
        settings: The site file.
        words: Interface words.
    """
    printer = SessionPrinter(words, "")
    sizes = tuple(session_size(lift, printer.narrow(lift)) for lift in week.lifts)
    page = urls.week(plan.template.id, plan.tier, week.number)
    more = clearance_mm(plan.template.clearance)
    code = qr_code(urls.public(settings.base_url, page))
    return tuple(
        _Sheet(
            plan, week, settings, words, code, Paper(name), *_layouts(sizes, Paper(name), more)
        ).made()
        for name in settings.papers
    )


def _layouts(
    sizes: tuple[SessionSize, ...], paper: Paper, clearance_mm: float
) -> tuple[tuple[PageLayout, ...], bool, bool]:
    """The pages, whether sessions have lines about swaps, and whether the clearance has its box.

    Where the box alone asks for another page, the first of its lines stands in place of the key.
    """
    bare = _layout(sizes, paper, 0.0)
    try:
        boxed = _layout(sizes, paper, clearance_mm)
    except DoesNotFit:
        return *bare, False
    fits = len(boxed[0]) == len(bare[0]) and boxed[1] == bare[1]
    return (*boxed, True) if fits else (*bare, False)


def _layout(
    sizes: tuple[SessionSize, ...], paper: Paper, more_mm: float
) -> tuple[tuple[PageLayout, ...], bool]:
    """The pages, and whether each session has its own line about weak swaps.

    Where only those lines ask for another page, one line at the foot of the page does for all.
    """
    layout = fit(sizes, paper, more_mm)
    if len(layout) > 1 and any(size.swap_line for size in sizes):
        bare = fit([replace(size, swap_line=False) for size in sizes], paper, more_mm)
        if len(bare) == 1:
            return bare, False
    return layout, True


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet being put together."""

    plan: Plan
    week: Week
    settings: Settings
    words: Wording
    code: QrCode
    paper: Paper
    layout: tuple[PageLayout, ...]
    swap_lines: bool
    boxed: bool

    def made(self) -> Sheet:
        template, tier, number = self.plan.template, self.plan.tier, self.week.number
        layout = self.layout
        label = self.words(
            "print.label",
            plan=template.id,
            variant=tier.value,
            n=number,
            paper=self.words(f"paper.{self.paper.value}.short"),
        )
        path = urls.sheet(template.id, tier, number, self.paper)
        return Sheet(path, TEMPLATE, self._view(layout), len(layout), label)

    def _view(self, layout: tuple[PageLayout, ...]) -> SheetView:
        words, template = self.words, self.plan.template
        address = self._address()
        number, total = self.week.number, len(self.plan.weeks)
        week = words("print.week", n=number, total=total)
        variant = words(f"print.variant.{self.plan.tier.value}")
        version = words("print.version", variant=variant)
        if self.week.easy:
            version = words("print.comma").join((version, words("print.easy_week")))
        drawn = strip(self.week, words)
        who = self._who_mm()
        clearance = clearance_lines(template.clearance)
        return SheetView(
            language=self.settings.language,
            title=words("print.title", plan=template.name, variant=variant, n=number, total=total),
            paper=self.paper.value,
            height_mm=USABLE_HEIGHT_MM[self.paper] + FOOTER_MM,
            plan=template.name,
            who_mm=round(who, 2),
            week=week,
            version=version,
            focus=self.week.focus,
            one_line=self._one_line(week, version, who),
            strip=print_strip(self._timed(drawn), USABLE_WIDTH_MM[self.paper]),
            key=sheet_key(drawn, words) if self.boxed else clearance[0],
            clearance=clearance if self.boxed else (),
            qr=self.code,
            address=address,
            footer=self._footer(variant, address, len(layout)),
            pages=tuple(
                self._page(page, number, len(layout)) for number, page in enumerate(layout, 1)
            ),
        )

    def _address(self) -> str:
        """The page's address as printed; where no line holds it, that of the site."""
        ways = [text.split("://", 1)[1] for text in (self.code.text, self.settings.base_url)]
        return SMALL.first_fitting(ways, SESSION_MM - _PAGE_NUMBER_MM)

    def _who_mm(self) -> float:
        """Width of the lines for name and date: a long name of the plan makes them shorter."""
        room = SESSION_MM - QR_MM - 2 * QR_SPACE_MM - TITLE.width_mm(self.plan.template.name)
        return min(WHO_MM, max(WHO_LEAST_MM, room))

    def _one_line(self, week: str, version: str, who_mm: float) -> bool:
        text = self.words("print.about", version=version, focus=self.week.focus)
        room = SESSION_MM - QR_MM - 2 * QR_SPACE_MM - who_mm
        return ABOUT_BOLD.width_mm(week) + ABOUT.width_mm(text) <= room

    def _timed(self, drawn: StripView) -> StripView:
        """The strip with times as short as they are said on paper."""
        days = []
        for shown, day in zip(drawn.days, self.week.days, strict=True):
            minutes = shown.run.minutes if shown.run else sum(lift.minutes for lift in day.lifts)
            short = self.words("print.minutes", n=minutes)
            time = short if minutes < 60 else duration(self.words, minutes)
            days.append(replace(shown, time=time if minutes else ""))
        return replace(drawn, days=tuple(days))

    def _footer(self, variant: str, address: str, pages: int) -> str:
        """What the sheet is, as much as fits beside the address."""
        words, name = self.words, self.plan.template.name
        number = words("print.page", n=pages, total=pages) if pages > 1 else ""
        room = SESSION_MM - SMALL.width_mm(f"{address}, {number}") - _FOOTER_SPACE_MM
        whole = words(
            "print.footer",
            site=self.settings.title,
            plan=name,
            variant=variant,
            n=self.week.number,
            total=len(self.plan.weeks),
        )
        return SMALL_BOLD.first_fitting((whole, name, ""), room)

    def _page(self, layout: PageLayout, number: int, total: int) -> SheetPage:
        return SheetPage(
            bands=tuple(self._band(band, layout) for band in layout.bands),
            row_mm=round(layout.row_mm, 3),
            gap_mm=layout.gap_mm,
            note_lines=layout.note_lines,
            swaps="" if self.swap_lines else LineWriter(self.words).swaps(self.week.lifts, False),
            number=self.words("print.page", n=number, total=total) if total > 1 else "",
        )

    def _band(self, band: Band, layout: PageLayout) -> SheetBand:
        units = self.settings.paper_units
        unit = units.a4 if self.paper is Paper.A4 else units.letter
        printer = SessionPrinter(self.words, unit, self.swap_lines)
        beside = len(band.sessions) > 1
        return SheetBand(
            height_mm=round(layout.band_mm(band), 3),
            sessions=tuple(
                printer.print(self.week.lifts[index], self.week, beside, layout.row_mm)
                for index in band.sessions
            ),
        )
