"""The agency profile: names, signers, recipients, each valid for a span of years, because
departments are renamed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Dated(Protocol):
    """Something valid from a year to a year, both included; None is open."""

    @property
    def valid_from(self) -> int | None: ...
    @property
    def valid_to(self) -> int | None: ...


D = TypeVar("D", bound=Dated)


def valid_in(records: Iterable[D], year: int) -> list[D]:
    """The records that hold in that year, in their order."""
    return [
        r
        for r in records
        if (r.valid_from is None or r.valid_from <= year)
        and (r.valid_to is None or year <= r.valid_to)
    ]


@dataclass(frozen=True, slots=True)
class Agency:
    """cơ quan chủ quản, tên cơ quan ban hành, viết tắt for the ký hiệu ("SNgV"), địa danh."""

    id: str
    superior: str
    name: str
    symbol: str
    place: str
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs and with which authority: lines such as "KT. GIÁM ĐỐC" / "PHÓ GIÁM ĐỐC" (Nghị định
    30/2020 Điều 13).
    """

    id: str
    authority: str  # lines joined by "\n"
    name: str
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(frozen=True, slots=True)
class RecipientList:
    """The default nơi nhận of one kind of document ("KH", "BC"): one recipient a line, without the
    dash.
    """

    id: str
    document_kind: str
    lines: str  # joined by "\n"
    valid_from: int | None = None
    valid_to: int | None = None
