"""Units of length: millimetres of the decree, points of type, twips and EMU of Word's files."""

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH
MM_PER_TWIP = MM_PER_INCH / 1440
EMU_PER_POINT = 12700


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def emu(points: float) -> int:
    """English Metric Units, in which drawings are measured."""
    return round(points * EMU_PER_POINT)
