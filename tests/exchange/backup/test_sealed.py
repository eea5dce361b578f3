"""A backup with a password opens only with that password, and a changed file is refused."""

import asyncio
import hashlib
import random

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from homecare.exchange.backup import sealed
from homecare.exchange.backup.backup import export, read
from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.exchange.reading.intake import IntakeError
from tests.exchange.whole import whole

CHANCE = sealed.Chance(salt=bytes(range(16)), nonce=bytes(range(12)))
PASSWORD = "left heel, ten steps"


class QuickCipher(NativeCipher):
    """The same cipher with a cheap key, since these tests are about the file."""

    async def key(self, password: bytes, salt: bytes, rounds: int) -> bytes:
        return hashlib.sha256(password + salt + rounds.to_bytes(8, "big")).digest()


def seal(plain: bytes, password: str = PASSWORD, cipher: sealed.Cipher | None = None) -> bytes:
    return asyncio.run(sealed.seal(plain, password, chance=CHANCE, cipher=cipher or QuickCipher()))


def unseal(data: bytes, password: str = PASSWORD, cipher: sealed.Cipher | None = None) -> bytes:
    return asyncio.run(sealed.unseal(data, password, cipher=cipher or QuickCipher()))


def test_a_sealed_backup_opens_with_its_password() -> None:
    data = seal(export(whole()), cipher=NativeCipher())

    assert read(unseal(data, cipher=NativeCipher())) == whole()


def test_the_file_is_as_its_description_says() -> None:
    data = seal(b"{}", cipher=NativeCipher())
    key = hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), data[13:29], int.from_bytes(data[9:13], "big"))

    assert (data[:8], data[8], len(key)) == (b"HOMECARE", 1, 32)
    assert int.from_bytes(data[9:13], "big") >= 600_000
    assert AESGCM(key).decrypt(data[29:41], data[41:], data[:41]) == b"{}"


def test_nothing_of_the_backup_can_be_read_in_the_file() -> None:
    data = seal(export(whole()))

    assert b"pain" not in data
    assert b"Ada" not in data


def test_a_wrong_password_is_refused() -> None:
    with pytest.raises(IntakeError, match="password is wrong"):
        unseal(seal(b"{}"), "right heel, ten steps")


def test_the_same_password_typed_on_another_keyboard_opens_it() -> None:
    assert unseal(seal(b"{}", "Fu\u0308ße im Schuh"), "F\u00fcße im Schuh") == b"{}"


def test_a_short_password_is_not_taken() -> None:
    with pytest.raises(ValueError, match="at least 8"):
        seal(b"{}", "heel")


def test_a_change_of_any_bit_is_noticed() -> None:
    data = seal(b'{"format": "homecare"}')
    for place in range(len(data) * 8):
        changed = bytearray(data)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(IntakeError):
            unseal(bytes(changed))


def test_a_file_cut_anywhere_is_refused() -> None:
    data = seal(b"{}")
    for length in range(len(data)):
        with pytest.raises(IntakeError):
            unseal(data[:length])


@pytest.mark.parametrize("rounds", [0, 1, 599_999, 5_000_001, 2**32 - 1])
def test_rounds_that_would_be_weak_or_never_end_are_refused_before_they_start(rounds: int) -> None:
    data = seal(b"{}")

    with pytest.raises(IntakeError):
        unseal(data[:9] + rounds.to_bytes(4, "big") + data[13:], cipher=NativeCipher())


def test_a_later_format_says_to_update() -> None:
    data = seal(b"{}")

    with pytest.raises(IntakeError, match="update homecare"):
        unseal(data[:8] + b"\x02" + data[9:])


def test_a_thousand_spoilt_files_are_refused() -> None:
    data, chance = seal(export(whole())), random.Random(5)
    for _one in range(1_000):
        spoilt = bytearray(data)
        at = chance.randrange(len(spoilt))
        spoilt[at : at + chance.randint(1, 60)] = chance.randbytes(chance.randint(0, 90))
        if bytes(spoilt) != data:
            with pytest.raises(IntakeError):
                unseal(bytes(spoilt))
