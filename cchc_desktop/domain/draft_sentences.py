"""What a report says of one task, in the house's phrasing: from its results and its documents, and
nothing else.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from cchc_desktop.domain.citation_words import Citing, listed
from cchc_desktop.domain.documents_in_text import DocumentsInText
from cchc_desktop.domain.draft_material import Material, Told
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report_words import within_sentence
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.sourced_text import Piece, joined_by
from cchc_desktop.domain.vietnamese import fold, one_line

_SENT = ("Công văn", "Văn bản", "Báo cáo", "Tờ trình", "Giấy mời", "Phiếu trình", "Biên bản")
_BULLET = re.compile(r"^\s*[-+*•–]\s*")
_ENDS = ".;,:/ "
_OPEN = ("đang", "tiếp tục", "chưa", "dự kiến", "sẽ")  # words that say it is not finished
_REASON = re.compile(r"^(?:do|vì|nguyên nhân:?|lý do:?)\s+", re.IGNORECASE)


class Phrasing:
    """The sentences of one report in reading order: what was cited before is cited in short."""

    def __init__(self, material: Material) -> None:
        self._material, self._speaker = material, material.speaker
        self._citing = Citing()
        self._register = DocumentsInText(material.register)

    def task(self, told: Told) -> list[Piece]:
        """The sentences about a task; none where nothing was said of it."""
        sentences: list[list[Piece]] = []
        of_results = {d.id for one in told.results for d in told.evidence(one.id)}
        of_task = [d for d in told.evidence(told.task.id) if d.id not in of_results]
        results: Sequence[Result | None] = told.results or [None]
        for result in results:
            documents = told.evidence(result.id) if result is not None else []
            if result is results[-1]:
                documents = sorted([*of_task, *documents], key=lambda d: d.issued)
            sentence = self._result(told, result, documents)
            if sentence and sentence not in sentences:
                sentences.append(sentence)
        return joined_by(" ", sentences)

    def cited(self, documents: Iterable[RegisteredDocument]) -> list[Piece]:
        """Documents as a list in a sentence; those of others with their issuers."""
        cite, ours = self._citing.cite, self._speaker.issued
        return list(listed([cite(one, with_issuer=not ours(one)) for one in documents]))

    def said(self, text: str, source_id: str) -> list[Piece]:
        """Words of a record as they are, their documents pointed at; without the last mark."""
        pieces: list[Piece] = []
        place = 0
        for start, end, document in self._register.find(text):
            pieces += [(text[place:start], source_id), (text[start:end], document.id)]
            self._citing.has_cited(document)
            place = end
        return [piece for piece in [*pieces, (text[place:], source_id)] if piece[0]]

    def _result(
        self, told: Told, result: Result | None, documents: Sequence[RegisteredDocument]
    ) -> list[Piece]:
        text = plain_sentences(result.text) if result is not None else ""
        named = {document.id for _, _, document in self._register.find(text)}
        named |= self._citing.cited_in_titles([d for d in documents if d.id not in named])
        kinds = self._sorted(told, [d for d in documents if d.id not in named])
        says = bool(text) or (result is not None and bool(_figures(result) or _state(result)))
        basis: list[Piece] = []
        if kinds["basis"] and (says or kinds["own"]):
            basis = [("Thực hiện ", ""), *self.cited(kinds["basis"]), (", ", "")]
        issued, body = self.issued(kinds["own"]), list[Piece]()
        if result is not None:
            bare = not issued and bool(basis or not kinds["made"])
            body = self._body(told, result, text, bare=bare)
        if body and basis and not issued and body[0][0].lower().startswith("đã "):
            basis.append((f"{self._speaker.subject} ", ""))
        head = [*basis, *issued, *([("; theo đó, ", "")] if issued and body else [])]
        sentence = [*head, *(_within(body) if head else body)]
        parts = [part for part in (sentence, self._made(kinds["made"])) if part]
        return self._ended(joined_by(". ", parts), kinds["aside"])

    def _sorted(
        self, told: Told, documents: Sequence[RegisteredDocument]
    ) -> dict[str, list[RegisteredDocument]]:
        """The documents by what a sentence says of them: `own` were issued in the period, `made`
        are the task's deliverable, of `aside` nobody knows who issued them, `basis` are the rest.
        """
        kinds: dict[str, list[RegisteredDocument]]
        kinds = {name: [] for name in ("own", "made", "aside", "basis")}
        deliverable = fold(told.task.deliverable)
        for document in documents:
            ours = self._speaker.issued(document)
            early = bool(document.issued) and document.issued < self._material.period.starts
            wanted = f"{fold(document.kind)} cua {fold(document.issuer)}"
            if not (ours or document.issuer or document.symbol):
                kinds["aside"].append(document)
            elif ours and not early:
                kinds["own"].append(document)
            elif document.kind and document.issuer and wanted in deliverable and not early:
                kinds["made"].append(document)
            else:
                kinds["basis"].append(document)
        return kinds

    def issued(self, documents: Sequence[RegisteredDocument]) -> list[Piece]:
        """What the agency has issued: "Sở đã ban hành A và B, đã có C"."""
        clauses: list[list[Piece]] = []
        in_kinds = sorted(documents, key=lambda d: d.kind in _SENT)
        for sent, group in groupby(in_kinds, key=lambda d: d.kind in _SENT):
            cited = [self._citing.cite(document, with_issuer=False) for document in group]
            clauses.append([(f"đã {'có' if sent else 'ban hành'} ", ""), *listed(cited)])
        subject = [(f"{self._speaker.subject} ", "")] if clauses else []
        return [*subject, *joined_by("; ", clauses)]

    def _made(self, documents: Sequence[RegisteredDocument]) -> list[Piece]:
        """ "UBND tỉnh đã ban hành A"."""
        clauses: list[list[Piece]] = []
        for issuer, group in groupby(sorted(documents, key=lambda d: d.issuer), lambda d: d.issuer):
            cited = [self._citing.cite(document, with_issuer=False) for document in group]
            clauses.append([(f"{one_line(issuer)} đã ban hành ", cited[0][1]), *listed(cited)])
        return joined_by("; ", clauses)

    def _ended(self, pieces: list[Piece], aside: Sequence[RegisteredDocument]) -> list[Piece]:
        """A sentence with its last mark; in brackets the documents of which nobody knows more."""
        if aside:
            cited = self.cited(aside)
            pieces = (
                [*pieces, (" (", ""), *cited, (")", "")] if pieces else [("Đã có ", ""), *cited]
            )
        return [*pieces, (".", "")] if pieces else []

    def _body(self, told: Told, result: Result, text: str, *, bare: bool) -> list[Piece]:
        """What was done, in the clerk's words; where nothing else says it, what its state says."""
        said = self.said(text, result.id) if text else []
        body = said or (_by_state(told, result) if bare else [])
        if result.state == State.NOT_BEGUN:
            body = _not_begun(told, result, said)
        figures = _figures(result)
        if figures and figures not in text:
            if bare and not body:
                body = [("Nhiệm vụ ", ""), task_words(told)]
            reached = "đạt " if figures[0].isdigit() else ""
            glue = (", " if reached else "; ") if body else ""
            body = [*body, (f"{glue}{reached}", ""), (figures, result.id)]
        open_said = told.ongoing or any(words in text.lower() for words in _OPEN)
        if said and result.state == State.UNDER_WAY and not open_said:
            body = [*body, (". Nhiệm vụ đang được tiếp tục thực hiện", result.id)]
        return body


def task_words(told: Told) -> Piece:
    """The task's own words inside a sentence."""
    return within_sentence(one_line(told.task.text).rstrip(_ENDS)), told.task.id


def plain_sentences(text: str) -> str:
    """Words as typed on one line: marks of lists go, and the last mark."""
    lines = [_BULLET.sub("", line).strip() for line in text.split("\n")]
    full = [line for line in lines if line]
    ended = [line if line[-1] in ".;:,!?" else f"{line}." for line in full[:-1]]
    return one_line(" ".join([*ended, *full[-1:]])).rstrip(_ENDS)


def _figures(result: Result) -> str:
    return one_line(result.figures).strip(_ENDS)


def _state(result: Result) -> State | None:
    return State(result.state) if result.state in set(State) else None


def _by_state(told: Told, result: Result) -> list[Piece]:
    match _state(result):
        case State.DONE:
            return [("Đã hoàn thành nhiệm vụ ", result.id), task_words(told)]
        case State.UNDER_WAY:
            return [("Đang triển khai nhiệm vụ ", result.id), task_words(told)]
        case _:
            return []


def _not_begun(told: Told, result: Result, said: list[Piece]) -> list[Piece]:
    if said and "chưa" in "".join(words for words, _ in said).lower():
        return said
    body = [("Nhiệm vụ ", ""), task_words(told), (" chưa thực hiện", result.id)]
    if said:
        return [*body, ("; ", ""), *_within(said)]
    reason = _REASON.sub("", plain_sentences(result.difficulty))
    if reason:
        body += [("; nguyên nhân: ", ""), (within_sentence(reason), result.id)]
    return body


def _within(pieces: list[Piece]) -> list[Piece]:
    """The pieces inside a sentence: the first letter of all of them is small, unless of a name."""
    words = within_sentence("".join(words for words, _ in pieces))
    return [(words[:1] + pieces[0][0][1:], pieces[0][1]), *pieces[1:]] if words else pieces
