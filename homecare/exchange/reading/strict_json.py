"""JSON from outside, read within bounds: size, nesting, numbers, texts, and no key twice."""

import json
from math import isfinite
from typing import Any, NoReturn

from homecare.domain.records.picture import MOST_PICTURE_BYTES
from homecare.exchange.reading.intake import IntakeError, text_of
from homecare.wording import _

MOST_BYTES = 64 * 1024 * 1024
"""More than sixty years of a full diary."""
MOST_NODES = 4_000_000
"""Values in one file; ten years of a full diary have at most two million."""
LONGEST_NUMBER = 24
LARGEST_NUMBER = 10**9
LONGEST_TEXT = 4_000
LONGEST_PICTURE = MOST_PICTURE_BYTES * 4 // 3 + 4
LONGER = {"picture": LONGEST_PICTURE}
"""Characters of the fields that hold more than a text: a picture in base64."""
DEEPEST = 12
"""The backup's own nesting is 6."""

_COMPRESSED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd", b"7z\xbc\xaf")


def parse(data: bytes, *, longest_text: int = LONGEST_TEXT) -> Any:
    """The JSON value that `data` holds. Raises IntakeError, in bounded time and memory, for anything else."""
    if len(data) > MOST_BYTES:
        raise IntakeError(_("The file is too large to be a diary; choose the file that homecare exported."))
    if data.startswith(_COMPRESSED):
        raise IntakeError(_("The file is compressed; unpack it first and choose the file inside."))
    if nodes(data) > MOST_NODES:
        raise IntakeError(_("The file holds too much to be a diary; choose the file that homecare exported."))
    try:
        value = _decoder(longest_text).decode(text_of(data))
    except RecursionError:
        raise IntakeError(_too_deep()) from None
    except json.JSONDecodeError as fault:
        sentence = _("The file is cut short or damaged near line {line}; export it again.")
        raise IntakeError(sentence.format(line=fault.lineno)) from None
    check_depth(value)
    return value


def nodes(data: bytes) -> int:
    """At most how many values the text of a file can hold; never more than it has bytes."""
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def check_depth(value: object) -> None:
    """Raise IntakeError when lists and objects are nested deeper than any export of ours."""
    level = [value]
    for _depth in range(DEEPEST):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise IntakeError(_too_deep())


def _too_deep() -> str:
    return _("The file is nested too deep to be a diary; choose the file that homecare exported.")


def _decoder(longest_text: int) -> json.JSONDecoder:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) != len(found):
            raise IntakeError(
                _("The file says one thing twice ({key}); export it again.").format(key=_twice(found))
            )
        for name, value in made.items():
            if type(value) is str and len(value) > max(longest_text, LONGER.get(name, 0)):
                raise IntakeError(
                    _("A text in the file is longer than {n} characters; export it again.").format(
                        n=longest_text
                    )
                )
        return made

    return json.JSONDecoder(
        object_pairs_hook=pairs, parse_int=_whole, parse_float=_number, parse_constant=_refuse_number
    )


def _twice(found: list[tuple[str, Any]]) -> str:
    seen: set[str] = set()
    for key, _value in found:
        if key in seen:
            return key[:40]
        seen.add(key)
    return ""


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER or abs(number := int(text)) > LARGEST_NUMBER:
        _refuse_number(text)
    return number


def _number(text: str) -> float:
    if len(text) > LONGEST_NUMBER or not isfinite(number := float(text)) or abs(number) > LARGEST_NUMBER:
        _refuse_number(text)
    return number


def _refuse_number(text: str) -> NoReturn:
    raise IntakeError(
        _("The file holds an invalid number ({number}); export it again.").format(number=text[:40])
    )
