"""Does repairs in a .docx: only the parts that they touch are written anew, everything else stays
byte for byte what it was.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable

from lxml import etree

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.docx_names import PARAGRAPH, RUN, SECTION, W
from cchc_desktop.office.docx_repair_numbers import SectionMender
from cchc_desktop.office.docx_repair_text import (
    Part,
    compose,
    edit_text,
    set_look,
    set_looks,
    set_paragraph,
)
from cchc_desktop.office.drawn_lines import line_drop
from cchc_desktop.office.file_repairs import (
    Compose,
    FileRepair,
    NumberLook,
    ParagraphLook,
    RuleBelow,
    RuleInstead,
    RunLook,
    TextEdit,
)
from cchc_desktop.office.formatted import Spot
from cchc_desktop.office.package import Package
from cchc_desktop.office.wordml_drawing import rule_below, rule_run
from cchc_desktop.office.wordml_order import drop, properties_of

_DRAWING_IDS = 9000  # of our rules, above those of programs that count from 1


def repaired(package: Package, repairs: Iterable[FileRepair]) -> Package:
    """The package with the repairs done, in memory; RefusedInput for a file that cannot be kept
    whole.
    """
    if package.is_strict:
        raise RefusedInput(
            f"Tệp “{package.name}” lưu ở dạng Strict Open XML nên không sửa giúp được; hãy mở "
            "bằng Word, lưu lại thành “Word Document (*.docx)” rồi kiểm tra lại."
        )
    mender = _Mender(package)
    mender.do(repairs)
    return Package(package.name, mender.written())


class _Mender:
    """The parts of one file while they are mended."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.roots: dict[str, etree._Element] = {}
        self._placed: dict[tuple[str, str], list[etree._Element]] = {}
        self._rules = 0

    def root(self, part: str) -> etree._Element:
        """The root of a part that is to be written anew."""
        if part not in self.roots:
            self.roots[part] = self._package.xml(part)
        return self.roots[part]

    def element(self, at: Spot, tag: str) -> etree._Element:
        """The paragraph, run or section that stood there when the file was read."""
        key = (at.part, tag)
        if key not in self._placed:
            self._placed[key] = list(self.root(at.part).iter(tag))
        return self._placed[key][at.number]

    def do(self, repairs: Iterable[FileRepair]) -> None:
        """All of them; edits of one run from its end, since they move what follows."""
        looks: dict[Spot, list[Part]] = defaultdict(list)
        edits: list[TextEdit] = []
        others: list[FileRepair] = []
        for one in repairs:
            if isinstance(one, RunLook):
                part = (one.at.start, one.at.start + one.length, one.look)
                looks[one.at._replace(start=0)].append(part)
            elif isinstance(one, TextEdit):
                edits.append(one)
            else:
                others.append(one)
        lines = [(self.element(one.at, RUN), one) for one in others if isinstance(one, RuleInstead)]
        others = [one for one in others if not isinstance(one, RuleInstead)]
        found = [self.element(one.at, RUN) for one in edits]  # before runs are cut
        runs = [(self.element(at, RUN), parts) for at, parts in looks.items()]
        paragraphs = [(self._paragraph(one), one) for one in others]
        for run, edit in sorted(zip(found, edits, strict=True), key=lambda pair: -pair[1].at.start):
            edit_text(run, edit.at.start, edit.length, edit.new)
        for run, parts in runs:
            set_looks(run, parts)
        for run, one in lines:
            self._replace_line(run, one)
        sections = SectionMender(self._package, self)
        for paragraph, one in paragraphs:
            if paragraph is None:
                sections.do(one)
            else:
                self._mend(paragraph, one)

    def _paragraph(self, one: FileRepair) -> etree._Element | None:
        if isinstance(one, ParagraphLook | NumberLook | Compose | RuleBelow):
            return self.element(one.at, PARAGRAPH)
        self.element(one.at, SECTION)
        return None

    def _replace_line(self, run: etree._Element, one: RuleInstead) -> None:
        """Our rule where the line was, as far below the paragraph's upper edge."""
        holder = run.getparent()
        if holder is not None:
            holder.replace(run, rule_run(one.length, self._next_id(one.at), line_drop(run)))

    def _next_id(self, at: Spot) -> int:
        self._rules += 1
        return _DRAWING_IDS + len(list(self.root(at.part).iter("{*}docPr"))) + self._rules

    def _mend(self, paragraph: etree._Element, one: FileRepair) -> None:
        match one:
            case ParagraphLook():
                set_paragraph(paragraph, one)
            case Compose():
                compose(paragraph)
            case RuleBelow():
                paragraph.addnext(rule_below(one.length, self._next_id(one.at)))
            case NumberLook():
                mark = properties_of(properties_of(paragraph, "pPr"), "rPr")
                set_look(mark, one.look)
                self._leave_to_paragraphs(one)

    def _leave_to_paragraphs(self, one: NumberLook) -> None:
        """Lists say nothing of that look, so that each number looks as its paragraph's mark."""
        numbering = next(self._package.related(self._package.main, "numbering"), None)
        if numbering is None:
            return
        look = one.look
        names = [
            *(("sz", "szCs") if look.size else ()),
            *(("b", "bCs") if look.bold is not None else ()),
            *(("i", "iCs") if look.italic is not None else ()),
            *(("rFonts",) if look.font else ()),
            *(("color",) if look.black else ()),
        ]
        for level in self.root(numbering).iter(f"{W}lvl"):
            kind, properties = level.find(f"{W}numFmt"), level.find(f"{W}rPr")
            if properties is not None and (kind is None or kind.get(f"{W}val") != "bullet"):
                drop(properties, *names)

    def written(self) -> bytes:
        """The whole file."""
        changed = {part: _serialised(root) for part, root in self.roots.items()}
        known = {name.lower() for name in self._package.names()}
        by_name = {part.lower(): content for part, content in changed.items()}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for name in self._package.names():
                target.writestr(name, by_name.get(name.lower()) or self._package.read(name))
            for name, content in changed.items():
                if name.lower() not in known:
                    target.writestr(name, content)
        return buffer.getvalue()


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
