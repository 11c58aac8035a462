"""Numbers as they are said: "ninety-five", "one hundred twenty", "seventy-two point five"."""

# fmt: off
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_VALUES = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
}
_DIGITS = frozenset(_UNITS[:10])
LARGEST = 9999
"""Beyond this, numbers are said in figures."""


def in_words(number: int) -> str:
    """A whole number in words.

    Args:
        number: 0 or more.
    """
    if number > LARGEST:
        return str(number)
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[units]}" if units else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    large, rest = divmod(number, size)
    return f"{in_words(large)} {name}" + (f" {in_words(rest)}" if rest else "")


def decimal_in_words(number: float) -> str:
    """A number with up to six decimals in words: "seventy-two point five"."""
    whole, _, decimals = f"{number:.6f}".rstrip("0").rstrip(".").partition(".")
    said = in_words(int(whole))
    if not decimals:
        return said
    return f"{said} point {' '.join(_UNITS[int(digit)] for digit in decimals)}"


def from_words(text: str) -> int | None:
    """The whole number that words say; None where they say none."""
    if text.isdecimal():
        return int(text)
    total = part = 0
    for word in text.replace("-", " ").split():
        if word in _VALUES:
            part += _VALUES[word]
        elif word == "hundred":
            part *= 100
        elif word == "thousand":
            total, part = part * 1000, 0
        else:
            return None
    number = total + part
    # Only what would be said so counts: "two three" adds up to five, but says no number.
    return number if in_words(number) == text else None


def decimal_from_words(text: str) -> float | None:
    """The number that words with a "point" say; None where they say none."""
    before, point, after = text.partition(" point ")
    whole = from_words(before)
    if whole is None or not point:
        return whole
    digits = after.split()
    if not digits or not _DIGITS.issuperset(digits):
        return None
    return float(f"{whole}.{''.join(str(_VALUES[digit]) for digit in digits)}")
