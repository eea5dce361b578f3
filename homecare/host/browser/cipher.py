"""The browser's own cipher, Web Crypto: fast, and nothing to download."""

from typing import Any


class BrowserCipher:
    """PBKDF2 and AES-256-GCM by the browser; raises `wrong_key` when the key does not fit."""

    def __init__(self, wrong_key: type[Exception]) -> None:
        self._wrong_key = wrong_key

    async def key(self, password: bytes, salt: bytes, rounds: int) -> bytes:
        """32 bytes by PBKDF2-HMAC-SHA256."""
        import js  # noqa: PLC0415

        subtle = js.crypto.subtle
        secret = await subtle.importKey("raw", _js(password), "PBKDF2", False, _js(["deriveBits"]))
        how = _js({"name": "PBKDF2", "hash": "SHA-256", "salt": salt, "iterations": rounds})
        return _bytes(await subtle.deriveBits(how, secret, 256))

    async def seal(self, key: bytes, nonce: bytes, plain: bytes, header: bytes) -> bytes:
        """AES-256-GCM with `header` authenticated, the tag at the end."""
        import js  # noqa: PLC0415

        secret = await _aes(key, "encrypt")
        return _bytes(await js.crypto.subtle.encrypt(_gcm(nonce, header), secret, _js(plain)))

    async def unseal(self, key: bytes, nonce: bytes, sealed: bytes, header: bytes) -> bytes:
        """What was sealed; raises `wrong_key` when the key does not fit or anything was changed."""
        import js  # noqa: PLC0415
        from pyodide.ffi import JsException  # noqa: PLC0415

        secret = await _aes(key, "decrypt")
        try:
            return _bytes(await js.crypto.subtle.decrypt(_gcm(nonce, header), secret, _js(sealed)))
        except JsException:
            raise self._wrong_key from None


async def _aes(key: bytes, use: str) -> Any:
    import js  # noqa: PLC0415

    return await js.crypto.subtle.importKey("raw", _js(key), "AES-GCM", False, _js([use]))


def _gcm(nonce: bytes, header: bytes) -> Any:
    return _js({"name": "AES-GCM", "iv": nonce, "additionalData": header, "tagLength": 128})


def _js(value: object) -> Any:
    import js  # noqa: PLC0415
    from pyodide.ffi import to_js  # noqa: PLC0415

    return to_js(value, dict_converter=js.Object.fromEntries)


def _bytes(buffer: Any) -> bytes:
    return bytes(buffer.to_bytes())
