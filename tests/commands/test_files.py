"""Files that commands read: whatever stands under the name, the answer is the bytes or one sentence."""

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from homecare.commands.files import read_input
from homecare.exchange.backup.backup import export
from tests.commands.in_process import homecare_bytes
from tests.exchange.whole import whole

POSIX = pytest.mark.skipif(os.name != "posix", reason="named pipes of another kind")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(path))


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


NO_FILES = (a_pipe, a_socket, a_link_to_itself, Path.mkdir)
COMMANDS = (("review",), ("restore",), ("prescribe",), ("export", "--format", "json", "--password-file"))


@POSIX
@pytest.mark.parametrize("make", NO_FILES)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_is_no_file_is_refused_in_one_line_and_nothing_waits_for_it(
    words: tuple[str, ...], make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    monkeypatch.setenv("HOMECARE_DATA", "data")
    homecare_bytes("log", "--pain", "3")
    make(Path("x.json"))

    done = homecare_bytes(*words, "x.json")

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"homecare: ")
    assert done.stderr.count(b"\n") == 1


@POSIX
def test_a_pipe_in_a_folder_of_exports_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    (tmp_path / "b.json").write_bytes(export(whole()))

    done = homecare_bytes("review", str(tmp_path), "--format", "json")

    assert done.returncode == 2
    assert b"b.json" in done.stdout
    assert b"a.json cannot be read (it is a pipe that nothing is written to)" in done.stderr


@POSIX
@pytest.mark.parametrize("length", [0, 10, 300_000])
def test_a_pipe_that_is_written_to_is_read_to_its_end(length: int, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    data = os.urandom(length) + b"."
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(data,))
    writer.start()

    assert read_input(str(tmp_path / "pipe"), most=1_000_000) == data
    writer.join()


@pytest.mark.parametrize("name", ["", "x" * 300, "a\0b"])
@pytest.mark.parametrize("command", ["review", "restore", "prescribe"])
def test_a_name_that_no_file_can_have_is_refused(command: str, name: str, tmp_path: Path) -> None:
    data = () if command == "review" else ("--data", str(tmp_path / "data"))
    done = homecare_bytes(command, name, *data)

    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert list(tmp_path.iterdir()) == []
