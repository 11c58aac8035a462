"""Two small trees to publish one over the other, and what people do to a published folder."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from runlift_site.build.manifest import NAME
from runlift_site.build.publish import Changes, Tree, open_published, publish
from tests.build.small_site import blobs_of, tree_of

OLD = {
    "index.html": b"old home",
    "about.html": b"about",
    "plans/a/week-1.html": b"week",
    "f.ttf": b"\0",
}
NEW = {
    "index.html": b"new home",
    "about.html": b"about",
    "plans/b/week-1.html": b"week",
    "f.ttf": b"\0",
}


@dataclass
class Reader:
    """Gives bytes by digest and notes which were asked for."""

    data: Mapping[str, bytes]
    asked: list[bytes] = field(default_factory=list)

    def __call__(self, digest: str) -> bytes | None:
        found = self.data.get(digest)
        self.asked += [found] if found is not None else []
        return found


def put(contents: Mapping[str, bytes], output: Path, inputs: str = "i") -> tuple[Changes, Reader]:
    blobs, data = blobs_of(contents)
    reader = Reader(data)
    changes = publish(Tree(blobs, "tool", inputs), reader, open_published(output))
    return changes, reader


def clean(contents: Mapping[str, bytes], folder: Path) -> dict[str, tuple[bytes, int]]:
    put(contents, folder / "clean" / "output")
    return tree_of(folder / "clean" / "output")


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def edit_in_place(output: Path) -> None:
    with (output / "about.html").open("r+b") as file:
        file.write(b"EDIT")


def edit_in_place_and_hide_it(output: Path) -> None:
    state = (output / "about.html").stat()
    edit_in_place(output)
    os.utime(output / "about.html", ns=(state.st_atime_ns, state.st_mtime_ns))


def cut_off(output: Path) -> None:
    (output / "about.html").write_bytes(b"")


def delete(output: Path) -> None:
    (output / "about.html").unlink()


def change_mode(output: Path) -> None:
    (output / "about.html").chmod(0o755)


def put_link_in_place(output: Path) -> None:
    (output / "about.html").rename(output.parent / "elsewhere")
    (output / "about.html").symlink_to(output.parent / "elsewhere")


def put_pipe_in_place(output: Path) -> None:
    (output / "about.html").unlink()
    os.mkfifo(output / "about.html")


def put_folder_in_place(output: Path) -> None:
    (output / "about.html").unlink()
    (output / "about.html").mkdir()


def put_file_in_place_of_folder(output: Path) -> None:
    shutil.rmtree(output / "plans")
    (output / "plans").write_text("x")


def put_linked_folder_in_place(output: Path) -> None:
    (output / "plans").rename(output.parent / "plans elsewhere")
    (output / "plans").symlink_to(output.parent / "plans elsewhere")


def link_from_outside(output: Path) -> None:
    os.link(output / "about.html", output.parent / "outside")


def add_file(output: Path) -> None:
    (output / "plans" / "mine.txt").write_text("mine")


def add_folder(output: Path) -> None:
    (output / "mine").mkdir()


def break_manifest(output: Path) -> None:
    (output / NAME).write_text('{"version": 1')


def lie_in_manifest(output: Path) -> None:
    text = (output / NAME).read_text()
    digest = json.loads(text)["files"][0][1]
    (output / NAME).write_text(text.replace(digest, "0" * 64))


TAMPERINGS = [
    edit_in_place,
    edit_in_place_and_hide_it,
    cut_off,
    delete,
    change_mode,
    put_link_in_place,
    put_pipe_in_place,
    put_folder_in_place,
    put_file_in_place_of_folder,
    put_linked_folder_in_place,
    link_from_outside,
    add_file,
    add_folder,
    break_manifest,
    lie_in_manifest,
]
