"""Begins form checks, shows what they found, and goes to its places in the project."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.domain.vietnamese import lower_first
from cchc_desktop.services.form_checking import FormCheck, check_form, check_printed
from ui.form_check.detail import EXPORT_ANEW
from ui.form_check.page import FormCheckPage, document_words
from ui.kit import Kit
from ui.messages import Act

Checkable = Path | Plan | Report


class FormCheckCommands(QObject):
    """`page_wanted(FormCheckPage)`: to be shown over the tabs; `place_wanted(Place)`: to be shown
    in their place.
    """

    page_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._runner = kit.controller, kit.runner
        self._messages, self._theme = kit.messages, kit.theme

    def check(self, of: Checkable, rule: str = "") -> None:
        """Hold a Word file, or a plan or a report as it would be written now, against the decree,
        then show what was found, of a rule first.
        """
        if not self._controller.settle():
            return
        project = self._controller.project
        contents = project.snapshot() if project is not None else None
        check: Callable[[], FormCheck]
        if isinstance(of, Path):
            name, check = of.name, partial(check_form, of, contents)
        elif contents is None or not contents.holds(of.id):
            return
        else:
            now = contents.record(of.id)
            assert isinstance(now, Plan | Report), "records keep their kind"
            name = lower_first(document_words(now, contents))
            check = partial(check_printed, contents, now)
        show = partial(self._show, of, rule)
        self._runner.run(f"Đang kiểm tra {name}", lambda _progress: check(), show, owner=self)

    def _show(self, of: Checkable, rule: str, check: FormCheck) -> None:
        page = FormCheckPage(
            of if isinstance(of, Path) else None,
            check,
            self._controller,
            self._theme,
            self._runner,
            self._messages,
        )
        page.place_chosen.connect(partial(self._leave, page))
        page.show_rule(rule)
        self.page_wanted.emit(page)

    def _leave(self, page: FormCheckPage, finding: Finding) -> None:
        """From the page to the first place of a finding, with the way back."""
        of = page.check.of
        assert of is not None, "only documents of the project have places"
        self._go(of, finding, partial(self.check, page.path or of, finding.rule), 0)

    def _go(
        self, of: Plan | Report, finding: Finding, back: Callable[[], None], number: int
    ) -> None:
        assert finding.at is not None, "a jump has a place"
        places = (finding.at, *finding.also)
        project = self._controller.project
        if project is None or not project.holds(places[number].record_id):
            self._messages.notice.emit("Chỗ này không còn trong tệp; hãy kiểm tra lại.", [])
            return
        if not self._controller.choose_year(of.year):
            return  # words of this year are still to be written
        acts: list[Act] = [("Về trang kiểm tra", back)]
        if number + 1 < len(places):
            following = partial(self._go, of, finding, back, number + 1)
            acts.insert(0, (f"Chỗ sau ({number + 2}/{len(places)})", following))
        words = f"{finding.title}: {finding.found}. Đúng ra: {finding.expected}."
        if nd30().is_of_looks(finding.rule):
            words += f" {EXPORT_ANEW}."
        self.place_wanted.emit(places[number])
        self._messages.notice.emit(words, acts)
