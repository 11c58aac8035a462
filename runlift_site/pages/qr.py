"""QR codes as one path, so that a printed sheet leads back to its page. The door to segno."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code to be drawn as one path of lines as wide as a module.

    Attributes:
        text: What it says.
        modules: Modules along one side, without a quiet zone.
        path: SVG path in units of one module.
    """

    text: str
    modules: int
    path: str


def qr_code(text: str) -> QrCode:
    """Encode a text at error correction level M.

    Args:
        text: An address.
    """
    # Imported only when a sheet is made: most builds have none to make.
    import segno

    code = segno.make(text, error="m", micro=False, boost_error=False)
    rows = [tuple(row) for row in code.matrix]
    return QrCode(text, len(rows), "".join(_row(y, row) for y, row in enumerate(rows)))


def _row(y: int, row: tuple[int, ...]) -> str:
    """Dark stretches of one row as pieces of a line through its middle."""
    drawn, pen = [], None
    x = 0
    while x < len(row):
        start = x
        while x < len(row) and row[x]:
            x += 1
        if x > start:
            drawn.append(f"M{start} {y}.5" if pen is None else f"m{start - pen} 0")
            drawn.append(f"h{x - start}")
            pen = x
        x += 1
    return "".join(drawn)
