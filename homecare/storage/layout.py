"""Which file of the data folder holds which records."""

import re
from datetime import date

VERSION = "homecare.json"
NEEDLINGS = "needlings.json"
PLAN = "plan.json"
SETTINGS = "settings.json"
PATIENT = "patient.json"
PROGRESS = "progress.json"
CALENDAR = "calendar.json"
RECOVERIES = "recoveries.json"
SINGLE_FILES = (NEEDLINGS, PLAN, SETTINGS, PATIENT, PROGRESS, CALENDAR, RECOVERIES)
FILES = "files.json"
"""Lists the files that hold records, so that one that was taken away is missed."""
DIARY = "diary"

FILES_TABLE = "files"
RECOVERIES_TABLE = "recoveries"
ENTRIES = "entries"
SESSIONS = "sessions"

_MONTH_FILE = re.compile(r"\d{4}-(0[1-9]|1[0-2])\.json")


def month_file(day: date) -> str:
    """The file for the entries and sessions of the month that a diary day lies in."""
    return f"{DIARY}/{day:%Y-%m}.json"


def months_between(first: date, last: date) -> tuple[str, str]:
    """The names of the first and the last file that a period of diary days touches."""
    return month_file(first), month_file(last)


def is_ours(name: str) -> bool:
    """Whether a path inside the folder is one of the files that may hold records.

    A data folder may also hold files of other programs; those are never touched.
    """
    if name.startswith(f"{DIARY}/"):
        return _MONTH_FILE.fullmatch(name.removeprefix(f"{DIARY}/")) is not None
    return name in SINGLE_FILES
