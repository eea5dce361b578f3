"""What one door takes, every door takes: whatever can be stored comes out of every format and back again.

Values are drawn far beyond the bounds: years of other calendars, offsets with seconds, control characters,
halves of characters. What a record refuses cannot be stored; everything else goes all the way round.
"""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from homecare.documents import Record
from homecare.domain.library.validity import plain_line, plain_text
from homecare.domain.records import plan
from homecare.domain.records.diary import EXERCISES_DONE, FOOTWEAR, PAIN_FIELDS, DiaryEntry, Site
from homecare.domain.records.needling import NeedledMuscle, Needling, Reaction, ReminderMark
from homecare.domain.records.session import SLOTS, ExerciseDone, Session
from homecare.domain.records.settings import Settings
from homecare.exchange.backup import backup, sealed
from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.exchange.fhir.reading import read_bundle
from homecare.exchange.link.plan import read_plan
from homecare.exchange.link.plan_file import read_plan_file
from homecare.exchange.link.week import read_week
from homecare.exchange.patient.file import read_patient, summary_of
from homecare.exchange.reading.intake import IntakeError, text_of
from homecare.handover.formats import FORMATS, Asked, bring_back, restore_preview
from homecare.storage.store import Store
from tests.examples import examples
from tests.exchange.link.prescriptions import library
from tests.exchange.whole import BERLIN, MADE, id_of, whole

T = TypeVar("T")


def wall(year: int, month: int, day: int) -> datetime:
    """A clock without a zone: Hypothesis adds one."""
    return datetime.combine(date(year, month, day), time())


LETTERS = st.one_of(
    st.characters(),
    st.sampled_from("\x00\x07\x0b\x0c\x1b[31m\r\n\t\x85\x9b\u2028\u202e\u2066\ufffe\ud800\udfff=+-@'\",;\\"),
)
TEXTS = st.text(LETTERS, max_size=12)
INSTANTS = st.one_of(
    st.datetimes(
        min_value=wall(2026, 9, 1),
        max_value=wall(2026, 11, 22),
        timezones=st.sampled_from([UTC, BERLIN, timezone(timedelta(hours=14))]),
    ),
    st.datetimes(
        min_value=wall(1400, 1, 1),
        max_value=wall(2300, 1, 1),
        timezones=st.builds(
            timezone, st.timedeltas(min_value=timedelta(hours=-23), max_value=timedelta(hours=23))
        ),
    ),
)
IDS = st.from_regex(r"\A[a-z0-9][a-z0-9_.-]{0,9}\Z") | st.just("heel-raise-towel")
NUMBERS = st.integers(0, 2**31).map(id_of)


def tried(make: Callable[..., T], **values: st.SearchStrategy[Any]) -> st.SearchStrategy[T | None]:
    """What the record makes of the values; None where it refuses them."""

    def record(**found: Any) -> T | None:
        try:
            return make(**found)
        except ValueError:
            return None

    return st.builds(record, **values)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def with_ids_of_their_own(drawn: list[Record | None]) -> list[Record]:
    """Those that a record takes; an id is of one record only, whatever its kind."""
    found = {getattr(record, "id", ""): record for record in drawn if record is not None}
    return list(found.values())


STAMPS: dict[str, st.SearchStrategy[Any]] = {
    "id": NUMBERS,
    "at": INSTANTS,
    "created_at": INSTANTS,
    "edited_at": INSTANTS,
}
ENTRIES = tried(
    DiaryEntry,
    **STAMPS,
    **{name: maybe(st.integers(-1, 11)) for name in PAIN_FIELDS},
    location=st.lists(
        st.builds(
            Site,
            region=st.sampled_from(["arch", "heel-under", "unheard-of"]),
            side=st.sampled_from("LR"),
            pain=maybe(st.integers(0, 10)),
        ),
        max_size=2,
    ).map(tuple),
    quality=st.lists(IDS, max_size=3).map(tuple),
    standing_h=maybe(st.sampled_from([0, 0.5, 2, 2.0, 18.5])),
    exercises_done=maybe(st.sampled_from(EXERCISES_DONE)),
    footwear=maybe(st.sampled_from(FOOTWEAR)),
    sleep_woken=maybe(st.booleans()),
    medication=TEXTS,
    notes=TEXTS | st.just("x" * 4_000),
    session=maybe(TEXTS),
    replaced=st.lists(
        st.fixed_dictionaries(
            {"edited_at": INSTANTS.map(datetime.isoformat)},
            optional={"notes": TEXTS, "pain_now": maybe(st.integers(-1, 11))},
        ),
        max_size=2,
    ).map(tuple),
)
SESSIONS = st.one_of(
    tried(
        lambda minutes, **found: Session(ended_at=found["at"] + timedelta(minutes=minutes), **found),
        **STAMPS,
        minutes=st.integers(-1, 90),
        slot=st.sampled_from(SLOTS),
        exercises=st.lists(
            st.builds(
                ExerciseDone,
                condition=st.sampled_from(["plantar-fasciitis", "unheard-of"]),
                item=IDS,
                exercise=IDS,
                side=st.sampled_from(["left", "right", "both"]),
                sets_planned=st.just(3),
                sets_done=st.integers(0, 3),
                reps_done=maybe(st.integers(0, 100_000)),
                seconds=st.integers(0, 600),
            ),
            max_size=2,
        ).map(tuple),
        pain_exercise=maybe(st.integers(0, 10)),
        note=TEXTS,
    )
)
NEEDLINGS = tried(
    Needling,
    **STAMPS,
    muscles=st.lists(
        st.builds(
            NeedledMuscle,
            muscle=st.sampled_from(["soleus", "gastrocnemius-medial"]),
            side=st.sampled_from(["left", "right"]),
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    zone=TEXTS,
    clinician=TEXTS,
    note=TEXTS,
    reaction_in_clinic=maybe(st.sampled_from(get_args(Reaction))),
    warning_signs=st.lists(TEXTS, max_size=2).map(tuple),
    marks=st.lists(
        st.builds(
            lambda at, **said: ReminderMark(at=at, status="snoozed", **said),
            at=st.datetimes(wall(2026, 1, 1), wall(2026, 12, 31), timezones=st.just(UTC)),
            reminder=TEXTS,
        ),
        max_size=1,
    ).map(tuple),
)
PLAN = st.one_of(
    tried(
        plan.ConditionStarted,
        **STAMPS,
        condition=st.just("plantar-fasciitis"),
        side=st.sampled_from(["left", "both"]),
        phase=st.just("pf-1"),
        pain_first_step=maybe(st.integers(0, 10)),
    ),
    tried(plan.ConditionStopped, **STAMPS, condition=st.just("plantar-fasciitis"), reason=TEXTS),
    tried(plan.Screened, **STAMPS, yes=st.lists(TEXTS, max_size=2).map(tuple)),
    tried(
        plan.ClearanceGiven,
        **STAMPS,
        condition=st.just("plantar-fasciitis"),
        clearance=TEXTS,
        by=TEXTS,
        given_on=st.dates(),
    ),
    tried(
        plan.DoseDecided,
        **STAMPS,
        condition=st.just("plantar-fasciitis"),
        item=st.just("heel-raise-towel"),
        advice=st.just("progress"),
        accepted=st.booleans(),
        changes=st.dictionaries(st.sampled_from(["sets", "reps"]), st.integers(1, 9), max_size=2),
        until=maybe(st.dates()),
        reason=TEXTS,
    ),
)
CHOICES = tried(
    Settings,
    diary_time=st.times(),
    urgent_line=TEXTS,
    clinic_phone=TEXTS,
    language=st.sampled_from(["en", "de", "pt-BR", "x" * 9]),
    last_backup_at=maybe(INSTANTS),
    exercise_times=st.dictionaries(st.sampled_from(SLOTS), st.just(time(6, 15)), max_size=2),
)
FOLDERS: st.SearchStrategy[list[Record]] = st.tuples(
    st.lists(ENTRIES, max_size=4),
    st.lists(SESSIONS, max_size=2),
    st.lists(NEEDLINGS, max_size=2),
    st.lists(PLAN, max_size=3),
    st.lists(CHOICES, max_size=1),
).map(lambda kinds: with_ids_of_their_own([record for kind in kinds for record in kind]))
PATIENTS = st.dictionaries(st.sampled_from(["name", "clinic_id", "born"]), TEXTS, max_size=2)


@contextmanager
def stored(records: list[Record], patient: dict[str, str]) -> Iterator[tuple[Store, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "data")
        store.apply(records, patient=patient)
        yield store, Path(folder)


def exported(store: Store, kind: str) -> bytes:
    return FORMATS[kind](Asked(store=store, library=library(), at=MADE, zone=BERLIN, notes=True))


@given(FOLDERS, PATIENTS)
@examples(60)
def test_what_can_be_stored_is_exported_restored_and_exported_again_as_the_same_bytes(
    records: list[Record], patient: dict[str, str]
) -> None:
    with stored(records, patient) as (store, folder):
        data = exported(store, "json")
        other = Store.open(folder / "other")
        bring_back(other, restore_preview(other, backup.read(data), replacing=False))

        assert exported(other, "json") == data
        assert store.recovered == other.recovered == []


@given(FOLDERS, PATIENTS)
@examples(25)
def test_what_can_be_stored_is_reviewed_and_leaves_in_every_format(
    records: list[Record], patient: dict[str, str]
) -> None:
    with stored(records, patient) as (store, _folder):
        summary_of(read_patient(exported(store, "json")), library())
        for kind in ("csv", "html", "ics", "pdf"):
            assert exported(store, kind)
        bundle = exported(store, "fhir")
        if records:
            read = read_bundle(bundle)
            assert {entry.id for entry in read.records.entries} == {entry.id for entry in store.all_entries()}
        steering = (b"\\u00", b"\x1b", b"\x07", b"\xe2\x80\xae", b"\xc2\x9b")
        assert not any(mark in bundle.replace(b"\\u000", b"") for mark in steering)


@given(TEXTS | st.text(LETTERS, max_size=200))
@examples(300)
def test_a_plain_text_stays_as_it_is_and_steers_nothing(text: str) -> None:
    plain = plain_text(text)

    assert plain_text(plain) == plain
    assert plain_line(plain_line(text)) == plain_line(text)
    plain.encode()  # no half characters are left
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in plain)
    assert not set("\x7f\x85\x9b\u202e\u2066\u2028\ufffe") & set(plain)
    assert "\n" not in plain_line(text)


DOORS: dict[str, Callable[[bytes], object]] = {
    "restore": backup.read,
    "review": lambda data: summary_of(read_patient(data), library()),
    "FHIR": read_bundle,
    "plan file": lambda data: read_plan_file(data, library(), date(2026, 11, 22)),
    "plan link": lambda data: read_plan(data.decode("latin-1"), library()),
    "week link": lambda data: read_week(data.decode("latin-1"), library()),
    "password file": text_of,
    "sealed backup": lambda data: asyncio.run(
        sealed.unseal(sealed.MAGIC + data, "password", cipher=NativeCipher())
    ),
}
BASIS = backup.export(whole())
PIECES = st.one_of(
    st.binary(max_size=200),
    st.sampled_from(
        [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{", b"[", b'"', b"\x00", b"1e999", b"null"]
    ),
    st.builds(
        lambda start, length: BASIS[start : start + length], st.integers(0, len(BASIS)), st.integers(0, 400)
    ),
)


@pytest.mark.parametrize("door", DOORS)
@given(pieces=st.lists(PIECES, max_size=6), at=st.integers(0, len(BASIS)), whole_file=st.booleans())
@examples(150)
def test_no_bytes_bring_more_out_of_a_reader_than_one_sentence(
    door: str, pieces: list[bytes], at: int, whole_file: bool
) -> None:
    stuffing = b"".join(pieces)
    data = BASIS[:at] + stuffing + BASIS[at + len(stuffing) :] if whole_file else stuffing
    try:
        DOORS[door](data)
    except IntakeError as fault:
        assert "\n" not in str(fault)
        assert len(str(fault)) < 700


@given(at=st.integers(0, len(BASIS)), pieces=st.lists(PIECES, max_size=2))
@examples(150)
def test_review_takes_what_restore_takes_and_refuses_the_rest_in_the_same_words(
    at: int, pieces: list[bytes]
) -> None:
    stuffing = b"".join(pieces)
    data = BASIS[:at] + stuffing + BASIS[at + len(stuffing) :]
    assume(not sealed.is_sealed(data))  # restore asks for the password before it reads, review says so

    def said(door: str) -> str:
        try:
            DOORS[door](data)
        except IntakeError as fault:
            return str(fault)
        return ""

    assert said("review") == said("restore")
