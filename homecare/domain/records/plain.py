"""What every record does with its own values, so that nothing out of bounds is stored or read."""

from collections.abc import Iterable, Mapping

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.scales import check_instant
from homecare.domain.library.validity import plain_instant, plain_line, plain_text

NOTE_LIMIT = 4000
"""Characters of a note."""


def keep_instants(record: object, names: Iterable[str]) -> None:
    """Check these instants of a frozen record and give each an offset in whole minutes; None is left alone.

    Raises FaultError for one without its offset from UTC, or outside the years 1900 to 2200.
    """
    checked: object = None  # most records were felt, written and edited at one and the same instant
    for name in names:
        at = getattr(record, name)
        if at is None or at is checked:
            continue
        check_instant(at, name)
        plain = plain_instant(at)
        if plain is at:
            checked = at
        else:
            check_instant(plain, name)
            object.__setattr__(record, name, plain)


def keep_lines(record: object, values: Mapping[str, object] | Iterable[tuple[str, object]]) -> None:
    """Put these texts of a frozen record on one line without control characters; lists of texts as well.

    A code that a rule handed out becomes the plain text it stands for: what is stored knows no code of ours.
    """
    for name, value in dict(values).items():
        if isinstance(value, str):
            if not _is_plain(value):
                object.__setattr__(record, name, plain_line(str(value)))
        elif isinstance(value, tuple) and not all(map(_is_plain, value)):
            object.__setattr__(record, name, tuple(plain_line(str(text)) for text in value))


def _is_plain(text: str) -> bool:
    return type(text) is str and text.isprintable()


def keep_note(record: object, name: str) -> None:
    """Take control characters out of a note. Raises FaultError for one over 4,000 characters."""
    note = getattr(record, name)
    if not note.isprintable():
        note = plain_text(note)
        object.__setattr__(record, name, note)
    if len(note) > NOTE_LIMIT:
        raise FaultError(FaultCode.NOTE_TOO_LONG, most=f"{NOTE_LIMIT:,}", length=f"{len(note):,}")
