"""Every file the browser may ask for, listed once at start. What is not in the list does not exist."""

import base64
import hashlib
import importlib.util
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.server.guard import Receive, Scope, Send, refuse
from homecare.sentences import N_

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".txt": "text/plain; charset=utf-8",
}
"""The file endings that are served at all, and the media type of each."""

FLET_FILES = (
    "flutter_bootstrap.js",
    "main.dart.js",
    "main.dart.mjs",
    "main.dart.wasm",
    "version.json",
    "canvaskit/skwasm.js",
    "canvaskit/skwasm.wasm",
    "canvaskit/canvaskit.js",
    "canvaskit/canvaskit.wasm",
    "canvaskit/chromium/canvaskit.js",
    "canvaskit/chromium/canvaskit.wasm",
    "assets/AssetManifest.bin",
    "assets/AssetManifest.bin.json",
    "assets/FontManifest.json",
    "assets/NOTICES",
    "assets/fonts/MaterialIcons-Regular.otf",
    "assets/fonts/roboto.woff2",
    "assets/shaders/ink_sparkle.frag",
    "assets/shaders/stretch_effect.frag",
    "assets/packages/cupertino_icons/assets/CupertinoIcons.ttf",
    "assets/packages/wakelock_plus/assets/no_sleep.js",
)
"""The part of Flet's web client that the app uses, without its Python runtime for browsers."""
CONFIG = "var flutterConfig = {"
"""Where our settings go into Flutter's loader."""
PIECE_BYTES = 256 * 1024
"""Size of the pieces in which a large file is sent, so that other requests get their turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFile:
    """One file for the browser: in memory (`content`) or on disk (`path`), with its media type."""

    media_type: str
    content: bytes | None = None
    path: Path | None = None

    def read(self) -> bytes:
        """The bytes of the file; raises OSError if it has gone."""
        if self.content is not None:
            return self.content
        assert self.path is not None  # noqa: S101  one of the two is always given
        return self.path.read_bytes()


def client_files() -> dict[str, ClientFile]:
    """The files by URL path (`/main.dart.js`); ours win over Flet's of the same name."""
    flet_dir = flet_web_dir()
    files = {f"/{name}": on_disk(flet_dir / name) for name in FLET_FILES}
    files["/flutter_bootstrap.js"] = in_memory(".js", _bootstrap(flet_dir / "flutter_bootstrap.js"))
    files["/assets/FontManifest.json"] = in_memory(
        ".json", _font_manifest(flet_dir / "assets" / "FontManifest.json")
    )
    shell_dir = Path(__file__).parents[1] / "web"
    for folder in (shell_dir, assets_dir()):
        files.update({f"/{name}": on_disk(path) for name, path in _tree(folder)})
    files["/"] = files["/index.html"]
    return files


def on_disk(path: Path) -> ClientFile:
    """The file at `path`, read when it is requested."""
    return ClientFile(media_type=MEDIA_TYPES.get(path.suffix, "application/octet-stream"), path=path)


def in_memory(ending: str, text: str) -> ClientFile:
    """A file made at start; `ending` (".js") gives its media type."""
    return ClientFile(media_type=MEDIA_TYPES[ending], content=text.encode("utf-8"))


def assets_dir() -> Path:
    """The folder of pictures and icons: inside an installed package, else beside it in a source tree."""
    package = Path(__file__).parents[2]
    installed = package / "assets"
    return installed if installed.is_dir() else package.parent / "assets"


def content_policy(files: Mapping[str, ClientFile]) -> str:
    """The Content-Security-Policy that the server sends with every answer."""
    policy = page_policy(files["/"].read().decode("utf-8"), workers="blob:")
    return f"{policy}; frame-ancestors 'none'"


def page_policy(page: str, *, workers: str) -> str:
    """A Content-Security-Policy for `page`: only its own host, and only the inline scripts it contains.

    `workers` says where workers may come from.
    """
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {hashes} 'wasm-unsafe-eval'",
            "style-src 'unsafe-inline'",
            "img-src 'self' blob:",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            f"worker-src {workers}",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        )
    )


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def flet_web_dir() -> Path:
    """Where Flet's web client is installed, found without importing it."""
    found = importlib.util.find_spec("flet_web")
    if found is None or found.origin is None:
        raise HostError(N_("The web part of Flet is missing; install homecare again."))
    return Path(found.origin).parent / "web"


def _bootstrap(path: Path) -> str:
    """Flutter's loader without its service worker, which would reload pages and keep old versions.

    The engine draws in the page's own thread. With a second one it sometimes died on a long screen with
    "memory access out of bounds", or stopped answering for good: https://github.com/flutter/flutter/issues/190039
    """
    text = re.sub(r"serviceWorkerSettings: \{.*?\},", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return text.replace(CONFIG, f"{CONFIG}\n    forceSingleThreadedSkwasm: true,", 1)


def _font_manifest(path: Path) -> str:
    """The fonts to load at start: without those for mathematics, and with the text font, Roboto."""
    fonts = [font for font in json.loads(path.read_text(encoding="utf-8")) if "KaTeX" not in font["family"]]
    fonts.append({"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]})
    return json.dumps(fonts)


def _tree(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every servable file under `folder` with its name relative to it; hidden files are left out."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if (
            path.suffix in MEDIA_TYPES
            and path.is_file()
            and not any(part[0] == "." for part in name.split("/"))
        ):
            yield name, path


class Site:
    """An ASGI app for GET and HEAD of `files`, given by URL path."""

    def __init__(self, files: Mapping[str, ClientFile]) -> None:
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 200, 304 (unchanged since the browser's copy) or 404."""
        file = self._files.get(scope["path"])
        if file is None:
            await refuse(send, 404, "There is nothing at this address.")
            return
        try:
            tag = etag(file)
            unchanged = (b"if-none-match", tag) in scope["headers"]
            body = b"" if unchanged else file.read()
        except OSError:
            await refuse(send, 404, "There is nothing at this address.")
            return
        headers = [
            (b"content-type", file.media_type.encode("ascii")),
            # Ask each time, so that a new version of the app never runs with files of an old one.
            (b"cache-control", b"no-cache"),
            (b"etag", tag),
        ]
        if not unchanged:
            headers.append((b"content-length", str(len(body)).encode("ascii")))
        await send({"type": "http.response.start", "status": 304 if unchanged else 200, "headers": headers})
        await _send_body(send, b"" if scope["method"] == "HEAD" else body)


async def _send_body(send: Send, body: bytes) -> None:
    view = memoryview(body)
    for start in range(0, len(body), PIECE_BYTES):
        piece = bytes(view[start : start + PIECE_BYTES])
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def etag(file: ClientFile) -> bytes:
    """A tag that changes when the file does; raises OSError if it has gone."""
    if file.path is not None:
        seen = file.path.stat()
        return f'"{seen.st_mtime_ns:x}-{seen.st_size:x}"'.encode("ascii")
    return f'"{hashlib.sha256(file.read()).hexdigest()[:32]}"'.encode("ascii")
