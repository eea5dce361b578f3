"""The text of one stored file: tables of records under a line that proves they are whole.

The file is one JSON object with one record per line. Its first line carries the schema version, the
generation (how often the file was saved) and the SHA-256 of both and of everything after that line.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Document = Mapping[str, object]
Tables = dict[str, dict[str, Document]]
"""Records by table name and record id."""


class DamagedError(ValueError):
    """The file is not what was written: it was cut short or altered, or is another file altogether."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a file holds: the schema version it was written in, its generation, and its tables."""

    schema: int
    generation: int = 0
    tables: Tables = field(default_factory=dict)

    @property
    def records(self) -> int:
        """How many records the file holds."""
        return sum(len(table) for table in self.tables.values())


def decode(text: bytes) -> Content:
    """The content of a file; its records are read-only. Raises DamagedError unless the checksum fits."""
    first, _, rest = text.partition(b"\n")
    try:
        header = json.loads(first.rstrip(b",") + b"}")["homecare"]
        schema, generation, checksum = header["schema"], header["generation"], header["sha256"]
    except (ValueError, LookupError, TypeError) as error:
        raise DamagedError("The first line cannot be read.") from error
    if checksum != _checksum(schema, generation, rest):
        raise DamagedError("The checksum does not fit.")
    try:
        tables = json.loads(b"{" + rest)["tables"]
        return Content(
            schema=schema,
            generation=generation,
            tables={
                name: {key: MappingProxyType(record) for key, record in table.items()}
                for name, table in tables.items()
            },
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedError("The tables cannot be read.") from error


def claimed_schema(first_line: bytes) -> int:
    """The schema version in a file's first line, whether or not the checksum fits; 0 if there is none."""
    try:
        schema = json.loads(first_line.rstrip().rstrip(b",") + b"}")["homecare"]["schema"]
    except (ValueError, LookupError, TypeError):
        return 0
    return schema if isinstance(schema, int) else 0


def is_whole(text: bytes) -> bool:
    """Whether this is the text of a file as the app writes it."""
    try:
        decode(text)
    except DamagedError:
        return False
    return True


def _checksum(schema: object, generation: object, rest: bytes) -> str:
    whole = hashlib.sha256(f"{schema} {generation}\n".encode())
    whole.update(rest)
    return whole.hexdigest()


class Encoder:
    """Makes the text of a file, encoding only the records that are new since the last time.

    It recognises a record by identity, so records must be read-only; `adopt` makes them so.
    """

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], tuple[Document, str]] = {}

    def adopt(self, tables: Mapping[str, Mapping[str, Document]]) -> Tables:
        """The same tables with every record read-only."""
        return {
            name: {
                key: record if type(record) is MappingProxyType else MappingProxyType(dict(record))
                for key, record in table.items()
            }
            for name, table in tables.items()
        }

    def encode(self, content: Content) -> bytes:
        """The text of a file with adopted `content`. Raises ValueError for what JSON cannot hold (NaN)."""
        lines: dict[tuple[str, str], tuple[Document, str]] = {}
        parts: list[str] = []
        for name, table in content.tables.items():
            rows = []
            for key, record in table.items():
                known = self._lines.get((name, key))
                if known is None or known[0] is not record:
                    known = (record, f"{json.dumps(key)}: {json.dumps(dict(record), allow_nan=False)}")
                lines[name, key] = known
                rows.append(known[1])
            parts.append(f"{json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n}")
        self._lines = lines
        rest = ('"tables": {\n' + ",\n".join(parts) + "\n}}\n").encode()
        header = {
            "schema": content.schema,
            "generation": content.generation,
            "sha256": _checksum(content.schema, content.generation, rest),
        }
        return f'{{"homecare": {json.dumps(header)},\n'.encode() + rest
