"""From a content file to a domain value: reads TOML, picks a language, refuses what does not fit."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from homecare.content.structuring import faults_of, structured

FALLBACK = "en"
"""The language every text has; whatever a translation leaves out stays in it."""

Value = TypeVar("Value")


class ContentError(Exception):
    """A content file that cannot be used: its message is one sentence naming file and field.

    `others` are further faults found in the same file at the same time.
    """

    def __init__(self, file: str, field: str, sentence: str, others: Sequence["ContentError"] = ()) -> None:
        self.file = file
        self.field = field
        self.sentence = sentence
        self.others = tuple(others)
        place = f"{file}, {field}" if field else file
        super().__init__(f"{place}: {sentence}")


def read_value(path: Path, kind: type[Value], language: str = FALLBACK) -> Value:
    """The value of type `kind` that the file holds, in `language` where it has it, else English.

    Raises ContentError for the first thing that is wrong.
    """
    name = path.name if path.parent.name == "content" else f"{path.parent.name}/{path.name}"
    table = localised(parsed(_text(path, name), name), language, name)
    return value_of(table, kind, name)


def value_of(table: Mapping[str, Any], kind: type[Value], file: str) -> Value:
    """The value of type `kind` held by an already localised table of `file`; raises ContentError."""
    try:
        return structured(table, kind)
    except Exception as fault:  # cattrs wraps whatever a value's own check raises
        (field, sentence), *rest = faults_of(fault, table)
        others = [ContentError(file, *fault) for fault in rest]
        raise ContentError(file, field, sentence, others) from None


def parsed(text: str, file: str) -> dict[str, Any]:
    """The TOML `text` as plain tables; raises ContentError naming the line that is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ContentError(file, "", f"this is not valid TOML: {fault}.") from fault


def heading(path: Path, language: str = FALLBACK) -> dict[str, Any]:
    """What comes before the first list of tables in a file, localised: enough for its id and name."""
    text = _text(path, path.name)
    return localised(parsed(text.partition("\n[[")[0], path.name), language, path.name)


def localised(table: Mapping[str, Any], language: str, file: str, field: str = "") -> dict[str, Any]:
    """`table` with each text replaced by the one in this language, string by string.

    `text.en = "..."` becomes the field `text`; `[text.en]` with several names becomes those fields. Line
    breaks inside a text are only for its editor: they are read as spaces.
    """
    found = {
        name: _inside(value, language, file, f"{field}.{name}".lstrip("."))
        for name, value in table.items()
        if name != "text"
    }
    if "text" in table:
        words = _words(table["text"], language, file, f"{field}.text".lstrip("."))
        if twice := sorted(set(words) & set(found)):
            raise ContentError(file, field, f"{twice[0]} stands both inside and outside of text.")
        found |= words
    return found


def _inside(value: Any, language: str, file: str, field: str) -> Any:
    if isinstance(value, dict):
        return localised(value, language, file, field)
    if isinstance(value, list):
        return [_inside(part, language, file, f"{field}[{at + 1}]") for at, part in enumerate(value)]
    return _unwrapped(value)


def _words(text: Any, language: str, file: str, field: str) -> dict[str, Any]:
    if not isinstance(text, dict) or FALLBACK not in text:
        raise ContentError(file, field, f"a text needs its English words under text.{FALLBACK}.")
    by_language = {
        code: words if isinstance(words, dict) else {"text": words} for code, words in text.items()
    }
    english = by_language[FALLBACK]
    for code, words in by_language.items():
        for name, sentence in words.items():
            same = name in english and _shape(sentence) == _shape(english[name])
            if not same:
                raise ContentError(file, f"{field}.{code}.{name}", "this does not match the English text.")
    return {name: _unwrapped(text) for name, text in (english | by_language.get(language, {})).items()}


def _shape(said: Any) -> object:
    return len(said) if isinstance(said, list) else type(said)


def _unwrapped(value: Any) -> Any:
    if isinstance(value, list):
        return [_unwrapped(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _text(path: Path, file: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as fault:
        raise ContentError(file, "", "there is no such file.") from fault
    except UnicodeDecodeError as fault:
        raise ContentError(file, "", "this file is not written in UTF-8.") from fault
