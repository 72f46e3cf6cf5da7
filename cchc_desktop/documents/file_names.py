"""Names of the files that are sent through Idesk: without accents and blanks, dated, never taken
twice. (Portals accept letters, figures, "_", "-" and "." only.) And names under which any system
can open a copy of a kept file.
"""

import re
from datetime import date
from itertools import count
from pathlib import Path

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.issue_date import is_whole_day
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import unaccented

_UNFIT = re.compile(r"[^A-Za-z0-9]+")
_PERIODS = {"q1": "Q1", "h1": "6T", "q3": "Q3", "year": "Nam"}
_FORM = re.compile(r"Phieu-.+\.xlsx?", re.IGNORECASE)
_LONGEST = 40  # characters of one part of a name
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')  # by Windows, in any name
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
_MOST_BYTES = 150  # of a copy's name: its folder, too, must fit into the 260 that Windows allows
_MOST_OF_SUFFIX = 16  # bytes; what is longer is no suffix
_PROGRAM = re.compile(  # suffixes of what Windows would run, or would change its settings by
    r"""\.(?:
    ade|adp|app|appinstaller|application|appref-ms|appx|appxbundle|bat|chm|cmd|com|cpl|desktop|dll|
    exe|gadget|hta|inf|ins|isp|jar|jse?|lnk|mad|mam|mdb|mde|msc|msh|msi|msix|msixbundle|msp|mst|
    ocx|pif|ps[12](?:xml)?|psc1|psd1|psm1|pyw?|pyz|rdp|reg|scf|scr|sct|settingcontent-ms|sh|sh[bs]|
    sys|theme|url|vb|vb[es]|website|ws|ws[cfh]|xbap|xll
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def plan_file_name(
    plan: Plan, agency: Agency | None, suffix: str, *, today: date | None = None
) -> str:
    """ "KH-CCHC-2027_SNgV_20270115.docx": the date is the plan's own, else today's."""
    return f"KH-{_identity(plan, agency, today)}{suffix}"


def timeline_file_name(
    plan: Plan, agency: Agency | None, suffix: str, *, today: date | None = None
) -> str:
    """ "TienDo-KH-CCHC-2027_SNgV_20270115.xlsx"."""
    return f"TienDo-KH-{_identity(plan, agency, today)}{suffix}"


def form_file_name(period: ReportingPeriod, unit: Unit, agency: Agency | None) -> str:
    """ "Phieu-Q3-2027_HTQT_SNgV.xlsx"."""
    parts = (
        f"Phieu-{_PERIODS.get(period.key) or _fit(period.name)}-{period.year}",
        _fit(unit.short or unit.name),
        _fit(agency.symbol) if agency else "",
    )
    return "_".join(part for part in parts if part) + ".xlsx"


def is_form_name(name: str) -> bool:
    """Whether a file is a unit's form by its name, also one that was renamed on its way."""
    return _FORM.fullmatch(name) is not None


def chase_file_name(unit: Unit, agency: Agency | None, day: date) -> str:
    """ "DonDoc_HTQT_SNgV_20270830.docx"."""
    parts = ("DonDoc", _fit(unit.short or unit.name), _fit(agency.symbol) if agency else "")
    return f"{'_'.join(part for part in (*parts, f'{day:%Y%m%d}') if part)}.docx"


def calendar_file_name(plan: Plan, agency: Agency | None) -> str:
    """ "Lich-CCHC-2027_SNgV.ics": of the whole year, whenever it is written."""
    symbol = _fit(agency.symbol) if agency else ""
    return f"Lich-{_fit(plan.kind)}-{plan.year}{symbol and f'_{symbol}'}.ics"


def project_file_name(folder: Path, agency: str) -> str:
    """ "CCHC_So-Ngoai-vu.cchc", a name that is free in the folder; it holds every year."""
    name = "_".join(part for part in ("CCHC", _fit(agency)) if part)
    return free_name(folder, f"{name}.cchc").name


def free_name(folder: Path, name: str) -> Path:
    """The path of that name in the folder; where it is taken, with "_2", "_3", ... after the
    stem.
    """
    wanted = folder / name
    others = (folder / f"{wanted.stem}_{n}{wanted.suffix}" for n in count(2))
    return wanted if not wanted.exists() else next(path for path in others if not path.exists())


def openable_name(name: str) -> str:
    """The name of a file as every system takes it, letters as they are: what Windows forbids is
    "_", its reserved words are kept apart, what is too long loses the end of its stem.
    """
    fit = _FORBIDDEN.sub("_", name).strip(" ").rstrip(". ") or "_"
    if _RESERVED.fullmatch(fit.split(".")[0].rstrip()):
        fit = f"_{fit}"
    suffix = Path(fit).suffix
    if len(suffix.encode()) > _MOST_OF_SUFFIX:
        suffix = ""
    stem = fit.removesuffix(suffix)
    room = _MOST_BYTES - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + suffix


def report_file_name(
    report: Report,
    period: ReportingPeriod,
    kind: str,
    agency: Agency | None,
    suffix: str,
    *,
    today: date | None = None,
) -> str:
    """ "BC-CCHC-Q3-2027_SNgV_20270914.docx"; `kind`: the plan's."""
    parts = (
        f"BC-{_fit(kind)}-{_PERIODS.get(period.key) or _fit(period.name)}-{report.year}",
        _fit(agency.symbol) if agency else "",
        _day(report.issued, today),
    )
    return "_".join(part for part in parts if part) + suffix


def _day(issued: str, today: date | None) -> str:
    """The day of issue where it is known, else today."""
    return issued.replace("-", "") if is_whole_day(issued) else f"{today or date.today():%Y%m%d}"


def is_program(name: str) -> bool:
    """Whether a file of this name would be run, not shown, when it is opened."""
    return _PROGRAM.fullmatch(Path(openable_name(name)).suffix) is not None


def _identity(plan: Plan, agency: Agency | None, today: date | None) -> str:
    parts = (
        f"{_fit(plan.kind)}-{plan.year}",
        _fit(agency.symbol) if agency else "",
        _day(plan.issued, today),
    )
    return "_".join(part for part in parts if part)


def _fit(text: str) -> str:
    return _UNFIT.sub("-", unaccented(text)).strip("-")[:_LONGEST]
