"""Backups spoilt in every way: cut off, doubled, values replaced by nonsense, blown up."""

import copy
import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

NONSENSE: tuple[object, ...] = (
    None,
    True,
    -1,
    11,
    3.5,
    10**30,
    10**400,
    1e308,
    float("nan"),
    float("inf"),
    float("-inf"),
    "",
    "x",
    "=1+1",
    "9999-99-99",
    "2026-11-22T08:00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "\x00",
    "x" * 5_000,
    "é" * 4_001,
    [],
    {},
    [[]],
    {"a": {}},
    [1, "2", None],
    {"__class__": "x"},
    [{"id": 1}],
)
"""Values put where something else should be."""

Way = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) - 1)]


def flipped(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _one in range(chance.randint(1, 4)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def stuffed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    stuff = chance.choice(
        [b"{" * 50_000, b"[" * 50_000, b"\x00" * 9, b"\xff\xfe", b'"a":' * 999, b"9" * 5_000]
    )
    return data[:at] + stuff + data[at:]


def swapped(data: bytes, chance: random.Random) -> bytes:
    """One value anywhere becomes nonsense."""
    whole = json.loads(data)
    inside, key = chance.choice(list(_places(whole)))
    inside[key] = copy.deepcopy(chance.choice(NONSENSE))
    return json.dumps(whole).encode()


def renamed(data: bytes, chance: random.Random) -> bytes:
    """One name anywhere is another one, or gone."""
    whole = json.loads(data)
    inside, key = chance.choice([(place, key) for place, key in _places(whole) if isinstance(place, dict)])
    value = inside.pop(key)
    if chance.random() < 0.5:
        inside[chance.choice(["", "id", "frob", "pain_now", f"{key}_"])] = value
    return json.dumps(whole).encode()


def doubled(data: bytes, chance: random.Random) -> bytes:
    """A record comes twice under one id, or a name twice in one object."""
    whole = json.loads(data)
    if chance.random() < 0.5:
        records = chance.choice([whole["entries"], whole["sessions"], whole["plan"]["events"]])
        records.append(copy.deepcopy(chance.choice(records)))
        return json.dumps(whole).encode()
    key = chance.choice(list(whole)).encode()
    return data.replace(b'{"format"', b'{"' + key + b'": 1, "format"', 1)


def deep(data: bytes, chance: random.Random) -> bytes:
    """A value is nested a hundred thousand times, closed properly."""
    levels = chance.choice([13, 200, 1_000, 100_000])
    opening, closing = chance.choice([(b"[", b"]"), (b'{"a":', b"}")])
    return data.replace(
        b'"patient": {', b'"patient": {"x": ' + opening * levels + b"1" + closing * levels + b",", 1
    )


def foreign(data: bytes, chance: random.Random) -> bytes:
    """Another kind of file altogether."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.json", b"0" * 10_000_000)
    return chance.choice(
        [
            b"",
            b"null",
            b"[]",
            b"{}",
            b"0",
            b'"homecare"',
            b"%PDF-1.7",
            b"\x89PNG\r\n",
            b"id,at\r\n",
            b'{"resourceType": "Bundle"}',
            b'{"format": "homecare", "version": 1}',
            b'{"format": "homecare", "version": 99}',
            b'{"format": "homecare", "version": "1"}',
            b'{"format": "homecare", "version": true}',
            data.decode().encode("utf-16"),
            zipped.getvalue(),
            gzip.compress(b"0" * 10_000_000),
            gzip.compress(data),
        ]
    )


def huge(data: bytes, chance: random.Random) -> bytes:
    """Far more of something than a diary has."""
    many = chance.choice([b"{}", b"[]", b"1", b'""', b'{"id": "x"}', b"[[[]]]"])
    name = chance.choice([b"entries", b"sessions", b"needlings"])
    return data.replace(b'"' + name + b'": [', b'"' + name + b'": [' + (many + b",") * 20_000, 1)


WAYS: tuple[Way, ...] = (
    cut,
    flipped,
    stuffed,
    swapped,
    swapped,
    swapped,
    renamed,
    doubled,
    deep,
    foreign,
    huge,
)


def variants(data: bytes, count: int, *, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` spoilt files, each with how it was spoilt."""
    chance = random.Random(seed)
    for number in range(count):
        way = WAYS[number % len(WAYS)]
        yield f"{number} {way.__name__}", way(data, chance)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place that holds a value, as the list or object and the key in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inner:
        yield value, key
        yield from _places(held)
