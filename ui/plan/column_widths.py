"""How the grid's columns share its width."""

from collections.abc import Mapping, Sequence

FIXED = {"number": 40, "lead": 116, "coordinating": 122, "time": 152}  # pixels at 100 %
_SHARES = {"task": 344, "goal": 146, "deliverable": 148}
_OWN_SHARE = 110
_LEAST = 110  # pixels at 100 % that a column of words has anyway


def shared_widths(
    keys: Sequence[str], room: int, scale: float, chosen: Mapping[str, int]
) -> dict[str, int]:
    """Widths in pixels of the columns shown, by key: the `chosen` and the fixed ones as they are,
    the rest shared among columns of words.
    """
    fixed = {key: round(width * scale) for key, width in FIXED.items()} | dict(chosen)
    widths = {key: fixed[key] for key in keys if key in fixed}
    shares = {key: _SHARES.get(key, _OWN_SHARE) for key in keys if key not in widths}
    rest = max(room - sum(widths.values()), round(_LEAST * scale) * len(shares))
    total = max(sum(shares.values()), 1)
    return widths | {key: rest * share // total for key, share in shares.items()}
