"""The register as it is asked for: in a folder, by typed words, in an order; and whether its files
are whole.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from cchc_desktop.domain.register import Attachment
from cchc_desktop.domain.register_list import FOLDERS, Entry, Folder, Sorting, counts, entries_of
from cchc_desktop.domain.register_search import RegisterSearch
from cchc_desktop.domain.register_values import leaving
from cchc_desktop.domain.table_filter import TableFilter
from cchc_desktop.services.contents import Contents
from cchc_desktop.storage.file_store import Condition, FileStore


class RegisterView:
    """Remembers what takes long between one asking and the next."""

    def __init__(self) -> None:
        self._search, self._sorting = RegisterSearch(), Sorting()
        self.entries: list[Entry] = []
        self.counts = [0] * len(FOLDERS)

    def read(self, contents: Contents | None, broken: Mapping[str, str]) -> None:
        """What the register holds now; `broken`: what is wrong with the content of a digest."""
        if contents is None:
            self.entries = []
        else:
            documents = contents.documents()
            files, evidence = contents.attachments(), contents.evidence()
            self.entries = entries_of(documents, files, evidence, broken, self.entries)
        self.counts = counts(self.entries)

    def shown(
        self,
        folder: Folder,
        typed: str,
        wanted: TableFilter,
        column: str,
        *,
        falling: bool,
        kept: Collection[str] = (),
    ) -> list[Entry]:
        """The entries of a folder that hold every word typed and that the columns' filter leaves,
        and those of the ids `kept`, in order.
        """
        listed = filter(leaving(wanted), filter(folder.holds, self.entries))
        found = self._search.matching(listed, typed)
        if kept:
            ids = {entry.id for entry in found} | set(kept)
            found = [entry for entry in self.entries if entry.id in ids]
        return self._sorting.sorted(found, column, falling=falling)

    def fold_ahead(self, until: float) -> bool:
        """Make the search ready, as `RegisterSearch.fold_ahead`."""
        return self._search.fold_ahead(self.entries, until)


def missing_files(attachments: Sequence[Attachment], store: FileStore) -> dict[str, str]:
    """What is wrong with the digests of files that are not there; reads no file."""
    kept = store.kept()
    return {file.digest: Condition.MISSING for file in attachments if file.digest not in kept}


def broken_files(
    digests: Collection[str], store: FileStore, progress: Callable[[int, int], None]
) -> dict[str, str]:
    """What is wrong with the digests of files that are not there or were changed; reads all of
    them, and tells how far it is.
    """
    broken: dict[str, str] = {}
    for done, digest in enumerate(sorted(digests)):
        progress(done, len(digests))
        condition = store.condition(digest)
        if condition is not Condition.WHOLE:
            broken[digest] = condition
    return broken
