"""From the tables of an older schema version to today's, one pure step per version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from homecare.storage.envelope import Tables

Step = Callable[[Tables], Tables]
"""Makes the tables of one file as the next version has them; it must leave its argument as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A version of what is stored, and the step that leads on from each older version.

    Files are brought up to date in memory when they are read, and on disk when they are next saved.
    """

    version: int
    steps: Mapping[int, Step] = field(default_factory=dict)

    def migrated(self, tables: Tables, version: int) -> Tables:
        """`tables` of an older version as this one has them. Raises ValueError where a step is missing."""
        for older in range(version, self.version):
            if older not in self.steps:
                raise ValueError(f"No step leads on from version {older}.")
            tables = self.steps[older](tables)
        return tables


def _as_they_were(tables: Tables) -> Tables:
    """Version 2 only adds what no older file has.

    Two kinds of plan events, AskedFirst and QuestionnaireAnswered; `swelling_up` of an entry and
    `numb_spread` of a session, None when not asked.
    """
    return tables


CURRENT = Schema(version=2, steps={1: _as_they_were})
"""What this app writes."""
