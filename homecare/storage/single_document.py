"""A file that holds one plain document, such as the session under way."""

from dataclasses import dataclass

from homecare.storage.envelope import Document
from homecare.storage.folder import ONLY, Change, DataFolder


@dataclass(frozen=True, slots=True)
class SingleDocument:
    """The document of one file; its table has the file's name."""

    folder: DataFolder
    file: str

    def read(self) -> dict[str, object] | None:
        """The document as on disk now, None when there is none."""
        found = self.folder.documents(self.file, self._table).get(ONLY)
        return None if found is None else dict(found)

    def change(self, document: Document | None) -> Change:
        """The change that saves `document`; None removes the one there is."""
        return Change(file=self.file, table=self._table, id=ONLY, document=document)

    @property
    def _table(self) -> str:
        return self.file.removesuffix(".json")
