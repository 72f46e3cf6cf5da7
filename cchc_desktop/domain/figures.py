"""Figures as the office types and prints them, and percentages from their parts: exact decimals,
rounded for print only.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_HUNDRED = Decimal(100)


def read_decimal(text: str) -> Decimal | None:
    """The value of "1.234,5", "63,78" or "63,78 %"; None where it is no single number."""
    plain = text.strip().removesuffix("%").rstrip()
    if _NUMBER.fullmatch(plain) is None:
        return None
    return Decimal(plain.replace(".", "").replace(",", "."))


def decimal_words(value: Decimal, places: int = 2) -> str:
    """ "63,78", "1.234,50"; a whole number has no decimals."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if rounded == rounded.to_integral_value():
        rounded = rounded.to_integral_value()
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))


def percentage(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """The share in percent; None of nothing."""
    return numerator / denominator * _HUNDRED if denominator else None


def change_words(value: str, before: str, *, shares: bool) -> str:
    """How a number differs from an earlier one: "tăng 7,69 %", of `shares`, which are percentages
    themselves, "giảm 5,78 điểm phần trăm", "bằng" where it is the same; "" where one of them is no
    number, it grew from nothing, or by less than can be said.
    """
    now, then = read_decimal(value), read_decimal(before)
    if now is None or then is None:
        return ""
    by = now - then if shares else percentage(now - then, then)
    if now == then:
        return "bằng"
    if by is None or (words := decimal_words(abs(by))) == "0":
        return ""
    return f"{'tăng' if now > then else 'giảm'} {words} {'điểm phần trăm' if shares else '%'}"


def agrees(typed: str, value: Decimal) -> bool:
    """Whether a typed number is the value, rounded to the decimals that were typed."""
    said = read_decimal(typed)
    if said is None:
        return False
    places = -int(said.as_tuple().exponent)
    return said == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
