"""From the tables of an older schema version to today's, one pure step per version."""

from collections.abc import Callable, Mapping

from homecare.storage.envelope import Tables

SCHEMA = 1
"""The schema version this app writes."""

Step = Callable[[Tables], Tables]
"""Makes the tables of one file as the next version has them; it must leave its argument as it is."""

STEPS: Mapping[int, Step] = {}
"""The step that leads on from each older version."""


def migrated(tables: Tables, schema: int, *, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA) -> Tables:
    """`tables` of version `schema` as version `to` has them.

    Raises ValueError for a later version, or where a step is missing.
    """
    if schema > to:
        raise ValueError(f"Version {schema} is later than {to}.")
    for version in range(schema, to):
        if version not in steps:
            raise ValueError(f"No step leads on from version {version}.")
        tables = steps[version](tables)
    return tables
