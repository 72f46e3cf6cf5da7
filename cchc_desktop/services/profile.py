"""What a user does to the profile of the agency besides editing its fields: each function describes
a Change and writes nothing.
"""

from dataclasses import replace

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import RECORD_NAMES
from cchc_desktop.services.planning import new_plan
from cchc_desktop.services.project import Project

ProfileRecord = Agency | Signer | RecipientList | Unit


def first_contents(year: int, agency: str) -> Change:
    """What a new file begins with: the plan of a year, and the agency where it is named."""
    plan = new_plan(Contents({}), year)
    name = nfc(agency).strip()
    own = (Edit(None, Agency(new_id(), "", name, "", "")),) if name else ()
    return replace(plan, edits=(*plan.edits, *own))


def add(project: Project, record: ProfileRecord) -> Change:
    """A new agency name, unit, signer or list."""
    return added(f"Thêm {RECORD_NAMES[type(record)]}", [record])


def remove(project: Project, record_id: str) -> Change:
    """A record of the profile taken away; groups lose it as a member. What plans say stays."""
    record = project.record(record_id)
    groups = [unit for unit in project.all_units() if record_id in unit.members]
    left = [
        Edit(group, replace(group, members=tuple(m for m in group.members if m != record_id)))
        for group in groups
    ]
    return Change(f"Xoá {RECORD_NAMES[type(record)]}", (*left, Edit(record, None)))
