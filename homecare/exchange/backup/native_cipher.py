"""The cipher of this computer, by the cryptography package: compiled, so nothing else may import it."""

from homecare.exchange.backup.sealed import WrongKeyError


class NativeCipher:
    """A `Cipher` by the cryptography package, which is loaded when it is first used."""

    async def key(self, password: bytes, salt: bytes, rounds: int) -> bytes:
        """32 bytes by PBKDF2-HMAC-SHA256; about a quarter of a second."""
        from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  compiled: only where used
        from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC  # noqa: PLC0415

        return PBKDF2HMAC(algorithm=SHA256(), length=32, salt=salt, iterations=rounds).derive(password)

    async def seal(self, key: bytes, nonce: bytes, plain: bytes, header: bytes) -> bytes:
        """AES-256-GCM with `header` authenticated, the tag at the end."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        return AESGCM(key).encrypt(nonce, plain, header)

    async def unseal(self, key: bytes, nonce: bytes, sealed: bytes, header: bytes) -> bytes:
        """What was sealed. Raises WrongKeyError."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        try:
            return AESGCM(key).decrypt(nonce, sealed, header)
        except InvalidTag:
            raise WrongKeyError from None
