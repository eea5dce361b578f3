"""A thousand spoilt variants of whatever else is taken in: plan files, week links, files, bundle bombs.

Backups, bundles, sealed files and plan links have theirs beside the tests of what they hold.
"""

import random
import string
import tracemalloc
from collections.abc import Callable
from datetime import date

import pytest

from homecare.domain.report.week import SummaryDay, WeekSummary
from homecare.exchange.backup.backup import export
from homecare.exchange.fhir.reading import read_bundle
from homecare.exchange.link.plan import plan_text, read_plan
from homecare.exchange.link.plan_file import read_plan_file
from homecare.exchange.link.text import ALPHABET
from homecare.exchange.link.week import read_week, week_text
from homecare.exchange.patient.file import read_patient, summary_of
from homecare.exchange.reading import strict_json
from homecare.exchange.reading.intake import IntakeError
from tests.commands.test_prescribe import SAMPLE, TODAY
from tests.exchange.backup.test_hostile_backup import MOST_MEMORY
from tests.exchange.link.prescriptions import library
from tests.exchange.spoiling import cut, flipped, stuffed, variants
from tests.exchange.whole import whole

NONSENSE = (
    *("0", "-1", "11", "3.5", "1e400", "nan", "inf", "true", "9" * 400, "0x7fffffffffffffffff"),
    *('""', '"x"', '"=1+1"', '"\\u202e"', '"' + "x" * 5_000 + '"', "'''", '"""', '"\\ud800"'),
    *("[]", "{}", "[[]]", "[" * 2_000, "{a = " * 500, "9999-99-99", "0001-01-01", "9999-12-31", "24:60"),
    *("2026-11-22T08:00:00+01:00", "", "#", "\n[exercises]\n", "\n[[exercises]]\n" * 300),
)
"""What stands where a value of a plan file should."""


def valued(data: bytes, chance: random.Random) -> bytes:
    """One value of a plan file is nonsense."""
    lines = data.decode().splitlines()
    at = chance.choice([n for n, line in enumerate(lines) if "=" in line])
    lines[at] = f"{lines[at].split('=')[0]}= {chance.choice(NONSENSE)}"
    return "\n".join(lines).encode()


def moved(data: bytes, chance: random.Random) -> bytes:
    """A line of a plan file comes twice, or elsewhere, or not at all."""
    lines = data.decode().splitlines()
    line = lines[chance.randrange(len(lines))]
    if chance.random() < 0.6:
        lines.remove(line)
    if chance.random() < 0.6:
        lines.insert(chance.randrange(len(lines)), line)
    return "\n".join(lines).encode()


def lettered(data: bytes, chance: random.Random) -> bytes:
    """A link with letters that are other ones, too many, or in another order."""
    letters = list(data.decode())
    for _change in range(chance.randint(1, 5)):
        at = chance.randrange(len(letters))
        odd = chance.choice([ALPHABET, string.printable + "é\u202e\x00😀"])
        way = chance.randrange(4)
        if way == 0:
            letters[at] = chance.choice(odd)
        elif way == 1:
            letters.insert(at, chance.choice(odd))
        elif way == 2:
            letters[at:at] = chance.choice(odd) * chance.choice([1, 500, 50_000])
        else:
            letters[at:] = letters[at:][::-1]
    return "".join(letters).encode()


WEEK = WeekSummary(
    condition="plantar-fasciitis",
    phase="pf-2",
    side="left",
    last=date(2026, 11, 22),
    days=tuple(SummaryDay(pain=n, done=1, planned=2, light="green", needled=n == 3) for n in range(7)),
)
Way = Callable[[bytes, random.Random], bytes]
Read = Callable[[bytes], object]
FORMATS: dict[str, tuple[bytes, tuple[Way, ...], Read]] = {
    "plan file": (
        SAMPLE.read_bytes(),
        (cut, flipped, stuffed, valued, valued, moved),
        lambda data: plan_text(read_plan_file(data, library(), TODAY)),
    ),
    "week link": (
        week_text(WEEK).encode(),
        (cut, flipped, lettered, lettered),
        lambda data: read_week(data.decode(errors="replace"), library()),
    ),
    "plan link made from a plan file": (
        plan_text(read_plan_file(SAMPLE.read_bytes(), library(), TODAY)).encode(),
        (cut, flipped, lettered),
        lambda data: read_plan(data.decode(errors="replace"), library()),
    ),
}


def sentence_of(read: Read, data: bytes) -> str | None:
    """Why the file is refused, None when it is taken; nothing but IntakeError may come out."""
    try:
        read(data)
    except IntakeError as fault:
        return str(fault)
    return None


def is_sentence(said: str) -> bool:
    return said.endswith(".") and "\n" not in said and len(said) < 500


@pytest.mark.parametrize(("sample", "ways", "read"), FORMATS.values(), ids=FORMATS.keys())
def test_a_thousand_spoilt_variants_are_refused_in_a_sentence_or_really_valid(
    sample: bytes, ways: tuple[Way, ...], read: Read
) -> None:
    assert sentence_of(read, sample) is None
    chance = random.Random(17)
    said = [sentence_of(read, ways[n % len(ways)](sample, chance)) for n in range(1_000)]

    assert [sentence for sentence in said if sentence is not None and not is_sentence(sentence)] == []
    assert sum(sentence is not None for sentence in said) > 600


def test_a_week_that_was_changed_is_never_read_as_another_week() -> None:
    chance, sample = random.Random(3), week_text(WEEK).encode()
    for _one in range(1_000):
        spoilt = lettered(sample, chance).decode()
        try:
            assert read_week(spoilt, library()) == WEEK  # spaces and line breaks do no harm
        except IntakeError:
            continue


@pytest.mark.slow
def test_a_thousand_spoilt_backups_are_summed_up_or_refused() -> None:
    data, refused = export(whole()), 0
    for name, spoilt in variants(data, 1_000, seed=23):
        said = sentence_of(lambda file: summary_of(read_patient(file), library()), spoilt)
        assert said is None or is_sentence(said), (name, said)
        refused += said is not None

    assert refused > 500


BUNDLE = b'{"resourceType": "Bundle", "type": "collection", "entry": '
BOMBS = {
    "larger than any diary": BUNDLE + b" " * strict_json.MOST_BYTES + b"[]}",
    "millions of lists": BUNDLE + b"[" + b"[]," * 9_000_000 + b"[]]}",
    "a great many small resources": BUNDLE + b"[" + b'{"resource":{}},' * 400_000 + b"{}]}",
    "a million open lists": BUNDLE + b"[" * 1_000_000,
    "a million open objects": BUNDLE + b'{"a":' * 1_000_000,
    "a number of a million digits": BUNDLE + b"9" * 1_000_000 + b"}",
    "a text of ten million letters": BUNDLE + b'"' + b"x" * 10_000_000 + b'"}',
}


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bundle_that_is_a_bomb_is_refused_in_bounded_memory(bomb: bytes) -> None:
    tracemalloc.start()
    said = sentence_of(read_bundle, bomb)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert said is not None and is_sentence(said)
    assert most < MOST_MEMORY
