"""A backup under a password.

The file, version 1 (numbers big-endian):

| bytes | what |
|---|---|
| 8 | `HOMECARE`, so that the file is known |
| 1 | version of this format, 1 |
| 4 | rounds of PBKDF2-HMAC-SHA256 |
| 16 | salt, random |
| 12 | nonce of AES-GCM, random |
| rest | the backup under AES-256-GCM, its 16-byte tag at the end |

The first 41 bytes are authenticated too, so a change anywhere in the file is noticed. The password is
taken in Unicode form NFC, as UTF-8. What is authenticated is the JSON export, byte for byte.
"""

import struct
import unicodedata
from dataclasses import dataclass
from typing import Final, Protocol

from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.reading.strict_json import MOST_BYTES
from homecare.wording import _

MAGIC: Final = b"HOMECARE"
VERSION: Final = 1
ROUNDS: Final = 600_000
"""Rounds of a new file, and the least that is accepted (OWASP's figure for PBKDF2-HMAC-SHA256)."""
MOST_ROUNDS: Final = 5_000_000
"""More would keep a device busy for minutes before it could tell that the file is false."""
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
LEAST_PASSWORD: Final = 8
LONGEST_PASSWORD: Final = 1_000

_HEADER: Final = struct.Struct(f">8sBI{SALT_BYTES}s{NONCE_BYTES}s")


class WrongKeyError(Exception):
    """The key does not fit, or the sealed bytes or their header were changed."""


class Cipher(Protocol):
    """PBKDF2 and AES-GCM of the place homecare runs in; asynchronous because a browser's own are."""

    async def key(self, password: bytes, salt: bytes, rounds: int) -> bytes:
        """32 bytes by PBKDF2-HMAC-SHA256."""
        ...

    async def seal(self, key: bytes, nonce: bytes, plain: bytes, header: bytes) -> bytes:
        """AES-256-GCM with `header` authenticated, the tag at the end."""
        ...

    async def unseal(self, key: bytes, nonce: bytes, sealed: bytes, header: bytes) -> bytes:
        """What was sealed. Raises WrongKeyError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """Random bytes for one file, never used for another: `salt` 16 and `nonce` 12 bytes."""

    salt: bytes
    nonce: bytes

    def __post_init__(self) -> None:
        """Refuse other lengths."""
        if len(self.salt) != SALT_BYTES or len(self.nonce) != NONCE_BYTES:
            raise ValueError(f"A sealed file needs {SALT_BYTES} and {NONCE_BYTES} random bytes.")


def is_sealed(data: bytes) -> bool:
    """Whether this is a backup under a password."""
    return data.startswith(MAGIC)


async def seal(plain: bytes, password: str, *, chance: Chance, cipher: Cipher) -> bytes:
    """The backup `plain` under a password. Raises ValueError for one under 8 characters."""
    if not LEAST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise ValueError(
            _("The password must have at least {n} characters; choose a longer one.").format(n=LEAST_PASSWORD)
        )
    header = _HEADER.pack(MAGIC, VERSION, ROUNDS, chance.salt, chance.nonce)
    key = await cipher.key(_bytes_of(password), chance.salt, ROUNDS)
    return header + await cipher.seal(key, chance.nonce, plain, header)


async def unseal(data: bytes, password: str, *, cipher: Cipher) -> bytes:
    """The backup inside. Raises IntakeError for a wrong password, a changed file, or a later version."""
    header, sealed = data[: _HEADER.size], data[_HEADER.size :]
    if len(sealed) < TAG_BYTES or not is_sealed(data):
        raise IntakeError(_("The backup is cut short; choose another copy of it."))
    _magic, version, rounds, salt, nonce = _HEADER.unpack(header)
    if version != VERSION:
        raise IntakeError(
            _("The backup was made by a later version of homecare; update homecare, then restore it.")
        )
    if not ROUNDS <= rounds <= MOST_ROUNDS or len(sealed) > MOST_BYTES + TAG_BYTES:
        raise IntakeError(_("The backup was changed since it was made; choose another copy of it."))
    try:
        key = await cipher.key(_bytes_of(password[:LONGEST_PASSWORD]), salt, rounds)
        return await cipher.unseal(key, nonce, sealed, header)
    except WrongKeyError:
        raise IntakeError(
            _("The password is wrong, or the file was changed; try again, or choose another copy of it.")
        ) from None


def _bytes_of(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode("utf-8", errors="surrogatepass")
