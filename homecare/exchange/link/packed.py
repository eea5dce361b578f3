"""Numbers, days and names in as few bytes as they need, and back within bounds."""

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from homecare.domain.records.prescription import FIRST_DAY

CODE_BYTES: Final = 3
MOST_DIGITS: Final = 3
"""Bytes of the largest number that can stand in a link: under 2 to the power of 21."""


def code_of(name: str) -> bytes:
    """The short code of an id of the content.

    It depends on the id alone, so that it means the same however the content grows.
    """
    return sha256(name.encode()).digest()[:CODE_BYTES]


def day_bytes(day: date) -> bytes:
    """A day from 2020 on in two bytes."""
    return (day - FIRST_DAY).days.to_bytes(2, "big")


def number_bytes(number: int) -> bytes:
    """A whole number from 0 on: seven bits to a byte, the lowest first; up to 127 takes one byte."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)


def text_bytes(text: str) -> bytes:
    """A short text with its length before it."""
    data = text.encode()
    return number_bytes(len(data)) + data


class Packed:
    """Bytes to be read from the front. Every reading raises ValueError where too few are left."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        if count > len(self._data) - self._at:
            raise ValueError("too short")
        self._at += count
        return self._data[self._at - count : self._at]

    def byte(self) -> int:
        """The next byte."""
        return self.take(1)[0]

    def number(self) -> int:
        """A number as `number_bytes` wrote it."""
        found = 0
        for place in range(MOST_DIGITS):
            byte = self.byte()
            found |= (byte & 0x7F) << 7 * place
            if byte <= 0x7F:
                return found
        raise ValueError("too large a number")

    def day(self) -> date:
        """A day as `day_bytes` wrote it."""
        return FIRST_DAY + timedelta(days=int.from_bytes(self.take(2), "big"))

    def text(self) -> str:
        """A text as `text_bytes` wrote it."""
        return self.take(self.number()).decode()

    def name(self, known: Iterable[str]) -> str:
        """The id with the next code; KeyError when none of the `known` ids has it."""
        wanted = self.take(CODE_BYTES)
        for name in known:
            if code_of(name) == wanted:
                return name
        raise KeyError(wanted.hex())

    def rest(self) -> bytes:
        """Everything that is left."""
        return self.take(len(self._data) - self._at)

    def end(self) -> None:
        """Raise ValueError unless everything has been read."""
        if self._at != len(self._data):
            raise ValueError("too long")
