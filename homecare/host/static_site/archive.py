"""Files in one: the same bytes for the same files, whenever and wherever they are packed."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time every file of a zip is given: the first that the format knows."""


def tar_gz(files: Mapping[str, bytes]) -> bytes:
    """The files by path as a gzipped tar without times, owners or an order of their own."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(path)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return gzipped(plain.getvalue())


def zipped(files: Mapping[str, bytes], *, compressed: bool) -> bytes:
    """The files by path as a zip that Python can import from."""
    packed = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), content, how, 9)
    return packed.getvalue()


def unzipped(packed: bytes) -> dict[str, bytes]:
    """The files of a zip by path, folders left out."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def gzipped(plain: bytes) -> bytes:
    """`plain`, compressed without the time of doing so."""
    return gzip.compress(plain, compresslevel=9, mtime=0)
