"""The password of a sealed backup: from a file, or asked for at a terminal."""

import asyncio
import sys
from getpass import getpass

from homecare.commands.files import read_input
from homecare.exchange.backup import sealed
from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.exchange.reading.intake import text_of
from homecare.handover.formats import sealed_backup, unsealed_backup
from homecare.wording import _

OPTION = "--password-file"
MOST_BYTES = 8 * sealed.LONGEST_PASSWORD
"""More than the longest password takes in any encoding."""


def sealed_bytes(plain: bytes, password_file: str) -> bytes:
    """The backup under the password that the file holds."""
    return asyncio.run(sealed_backup(plain, _from_file(password_file), NativeCipher()))


def unsealed_bytes(data: bytes, password_file: str | None) -> bytes:
    """The backup inside; a file that is not sealed comes back as it is."""
    if not sealed.is_sealed(data):
        return data
    password = _asked() if password_file is None else _from_file(password_file)
    return asyncio.run(unsealed_backup(data, password, NativeCipher()))


def _from_file(name: str) -> str:
    """The first line of the file. Raises ValueError."""
    try:
        text = text_of(read_input(name, most=MOST_BYTES))
    except ValueError:
        raise ValueError(
            _("{name} cannot be read; give a text file with the password to {option}.").format(
                name=name, option=OPTION
            )
        ) from None
    return text.partition("\n")[0]


def _asked() -> str:
    if not sys.stdin.isatty():
        raise ValueError(
            _("The backup has a password; give the file that holds it to {option}.").format(option=OPTION)
        )
    try:
        return getpass(_("Password of the backup: "))
    except EOFError:
        raise ValueError(
            _("No password was given; give the file that holds it to {option}.").format(option=OPTION)
        ) from None
