"""What is taken in from outside is hostile until it has been read: one error, one sentence, one decoder."""

import codecs
from typing import Final

from homecare.wording import _

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class IntakeError(ValueError):
    """A file or code cannot be taken in; the text is one sentence: what is wrong, and what to do.

    Nothing has changed when it is raised.
    """


def text_of(data: bytes) -> str:
    """The text of a file as editors and shells leave it, its lines ending in a line feed.

    UTF-8 with or without byte order mark, UTF-16 (what `>` writes in Windows PowerShell) and UTF-32 with
    one. Raises IntakeError for anything else.
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        raise IntakeError(
            _("The file is not text in UTF-8 or UTF-16; choose the file that homecare exported.")
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
