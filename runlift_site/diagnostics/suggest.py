"""What a misspelled name was probably meant to be."""

from collections.abc import Iterable

_LONGEST_WORD = 80
_SHORT_WORD = 4
_LETTERS_A_SLIP = 5


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """The known name that a word was probably meant to be, None if none is close.

    Case, spaces, underscores and hyphens do not count, nor does the order of the parts. Otherwise
    one slip (a letter missing, added, changed, or two swapped) is forgiven for every five letters,
    so that 'gobelt-squat' finds 'goblet-squat' but 'pull-up' never stands in for 'push-up'. A name
    that differs by whole parts at its end ('rest' for 'rest_s') is found if it is the only one.
    """
    names = sorted(set(known))
    meant = _plain(word)
    if not meant or len(meant) > _LONGEST_WORD:
        return None
    plain = {name: _plain(name) for name in names}
    parts = sorted(meant.split("-"))
    for name in names:
        if plain[name] == meant or sorted(plain[name].split("-")) == parts:
            return name
    allowed = max(1, len(meant) // _LETTERS_A_SLIP)
    scored = [
        (slips, name)
        for name in names
        if (slips := _slips(meant, plain[name], allowed)) <= allowed
        and (len(meant) > _SHORT_WORD or meant[0] == plain[name][:1])
    ]
    if scored:
        return min(scored)[1]
    longer = [
        name
        for name in names
        if plain[name].startswith(f"{meant}-") or meant.startswith(f"{plain[name]}-")
    ]
    return longer[0] if len(longer) == 1 else None


def _plain(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _slips(one: str, other: str, most: int) -> int:
    """Letters to add, remove, change or swap with a neighbour; a number above most is too many."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
        if min(row) > most:
            return most + 1
    return last[-1]
