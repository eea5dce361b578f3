"""The password of a sealed backup: from a file, or asked for at a terminal."""

import asyncio
import sys
from getpass import getpass
from pathlib import Path

from homecare.exchange.backup import sealed
from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.handover.formats import sealed_backup, unsealed_backup

OPTION = "--password-file"


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
        with Path(name).open(encoding="utf-8") as file:
            return file.readline(sealed.LONGEST_PASSWORD + 2).rstrip("\r\n")
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "not text"
        raise ValueError(f"{name} cannot be read ({reason}); give the password's file to {OPTION}.") from None


def _asked() -> str:
    if not sys.stdin.isatty():
        raise ValueError(f"The backup has a password; give the file that holds it to {OPTION}.")
    try:
        return getpass("Password of the backup: ")
    except EOFError:
        raise ValueError(f"No password was given; give the file that holds it to {OPTION}.") from None
