"""A TinyDB table whose documents are known by the record's own id."""

from collections.abc import Mapping
from typing import Any

from tinydb.table import Table

from homecare.storage.envelope import Document


class RecordTable(Table):
    """Records of one kind, by id; several of them change in one write."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB numbers documents; ours bring their id

    def change(self, documents: Mapping[str, Document | None]) -> None:
        """Put each document in the place of the one with its id; None removes it."""

        def updater(table: dict[Any, Mapping[str, object]]) -> None:
            for key, document in documents.items():
                if document is None:
                    table.pop(key, None)
                else:
                    table[key] = document

        self._update_table(updater)

    def documents(self) -> dict[str, Document]:
        """Every document of the table by its id, read-only, as on disk now."""
        return dict(self._read_table())
