"""Bytes as the text of a link: what it is, its version, a checksum, in letters a QR code packs tightly.

Three characters of an alphabet of 41 carry two bytes. All of them may stand in a URL's fragment as they are,
and a QR code keeps each in 5.5 bits where base64 takes 8: measured, the code of a plan is one or two versions
smaller, so that its squares are larger. A text never ends in "." or ":", which messengers cut off.
"""

from typing import Final
from urllib.parse import unquote
from zlib import crc32

from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _

ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-$+.:"
LONGEST: Final = 1_600
"""Characters: more than the finest code a phone reads can hold."""
CHECKSUM_BYTES: Final = 4
_BASE: Final = len(ALPHABET)
_VALUES: Final = {letter: value for value, letter in enumerate(ALPHABET)}


def text_of(kind: bytes, version: int, payload: bytes) -> str:
    """The text that carries a payload; `kind` is one byte that says what it is."""
    body = kind + bytes([version]) + payload
    return _letters(body + crc32(body).to_bytes(CHECKSUM_BYTES, "big"))


def payload_of(text: str, kind: bytes, newest: int) -> tuple[int, bytes]:
    """Version (from 1 to the `newest` there is) and payload of a text of this kind.

    Raises IntakeError for any other, one sentence each.

    Line breaks and spaces, as a mail puts them into a long link, are not part of the text.
    """
    if len(text) > 4 * LONGEST:
        raise IntakeError(_damaged())
    letters = "".join(unquote(text).split())
    if not letters or len(letters) > LONGEST or any(letter not in _VALUES for letter in letters):
        raise IntakeError(_("This link or code is not from homecare; ask your clinic for it again."))
    whole = _bytes(letters)
    body, checksum = whole[:-CHECKSUM_BYTES], whole[-CHECKSUM_BYTES:]
    if len(body) < len(kind) + 1 or crc32(body).to_bytes(CHECKSUM_BYTES, "big") != checksum:
        raise IntakeError(_damaged())
    if body[:1] != kind:
        raise IntakeError(_("This link or code carries something else; ask your clinic for it again."))
    if body[1] > newest:
        raise IntakeError(_("This was made by a later version of homecare; update homecare and try again."))
    if body[1] == 0:
        raise IntakeError(_damaged())
    return body[1], body[2:]


def _damaged() -> str:
    return _("This link or code is damaged or cut short; ask your clinic for it again.")


def _letters(data: bytes) -> str:
    found = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair, "big")
        for _digit in range(len(pair) + 1):
            value, digit = divmod(value, _BASE)
            found.append(ALPHABET[digit])
    return "".join(found)


def _bytes(letters: str) -> bytes:
    found = bytearray()
    for start in range(0, len(letters), 3):
        digits = letters[start : start + 3]
        value = sum(_VALUES[digit] * _BASE**place for place, digit in enumerate(digits))
        length = len(digits) - 1
        if not length or value >= 256**length:
            raise IntakeError(_damaged())
        found += value.to_bytes(length, "big")
    return bytes(found)
