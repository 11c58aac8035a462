"""A code: the permanent name of one kind of mistake, and what there is to say about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of mistake, as ``runlift explain CODE`` tells it.

    Attributes:
        code: Permanent name such as ``RL203``; never given to another kind of mistake.
        title: What is wrong, in a few words without a full stop.
        why: Why it matters, in plain sentences.
        fix: What to do about it, in plain sentences.
    """

    code: str
    title: str
    why: str
    fix: str
