import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from runlift_site.build.blobs import Blob, blob_of
from runlift_site.build.pack import KEEP_BUILDS, MOST_SEGMENTS
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Place, Refused, Severity


class Tier(StrEnum):
    GYM = "gym"


@dataclass(frozen=True, slots=True)
class Week:
    number: int
    tier: Tier
    load_kg: float | None
    tags: frozenset[str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    names: object


FINDING = Finding("RL101", Severity.ERROR, "wrong", Place("a.yaml", 3, 4))
WEEK = Week(3, Tier.GYM, 42.5, frozenset({"a", "b"}), (FINDING,))


class Forbidden(Exception):
    pass


def never() -> Week:
    raise Forbidden


def opened(folder: Path, tool: str = "t") -> Store:
    return Store(folder / ".runlift", tool=tool)


def pack_of(folder: Path, kind: str) -> Path:
    return folder / ".runlift" / f"{kind}.pack"


def blob_file(folder: Path, blob: Blob) -> Path:
    return folder / ".runlift" / "blobs" / blob.digest[:2] / blob.digest[2:]


def use(folder: Path, action: Callable[[Store], object]) -> object:
    with opened(folder) as store:
        return action(store)


def add_page(folder: Path, number: int) -> None:
    with opened(folder) as store:
        store.keep("html", f"f{number}", b"%d" % number)


def test_memo_comes_back_without_computing_when_it_was_kept(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.memo("weeks", "k", Week, lambda: WEEK))
    found = use(tmp_path, lambda store: store.memo("weeks", "k", Week, never))
    assert found == WEEK
    assert isinstance(found, Week)
    assert type(found.tier) is Tier


def test_memo_is_computed_again_when_the_tool_the_key_or_the_kind_differs(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.memo("weeks", "k", Week, lambda: WEEK))
    with opened(tmp_path, tool="other") as store, pytest.raises(Forbidden):
        store.memo("weeks", "k", Week, never)
    with opened(tmp_path) as store:
        for kind, key in (("weeks", "other"), ("other", "k")):
            with pytest.raises(Forbidden):
                store.memo(kind, key, Week, never)


def test_memo_gives_the_same_value_in_the_first_build_as_in_the_second(tmp_path: Path) -> None:
    whole = Week(1, Tier.GYM, 42, frozenset(), ())
    first = use(tmp_path, lambda store: store.memo("weeks", "k", Week, lambda: whole))
    second = use(tmp_path, lambda store: store.memo("weeks", "k", Week, never))
    assert repr(first) == repr(second)
    assert "load_kg=42.0" in repr(first)


def test_memo_refuses_a_value_that_would_not_come_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(TypeError, match="loses something"):
        store.memo("lists", "k", Listed, lambda: Listed(("a", "b")))
    with opened(tmp_path) as store, pytest.raises(Forbidden):
        store.memo("lists", "k", Week, never)


def test_memo_keeps_nothing_when_computing_fails(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(Forbidden):
            store.memo("weeks", "k", Week, never)
        assert store.memo("weeks", "k", Week, lambda: WEEK) == WEEK


def test_memo_of_another_type_is_computed_again(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.memo("weeks", "k", int, lambda: 7))
    assert use(tmp_path, lambda store: store.memo("weeks", "k", Week, lambda: WEEK)) == WEEK


def test_memo_can_be_nothing(tmp_path: Path) -> None:
    assert use(tmp_path, lambda store: store.memo("n", "k", type(None), lambda: None)) is None
    assert use(tmp_path, lambda store: store.recall("n", "tk", type(None))) is None
    calls: list[int] = []
    use(tmp_path, lambda store: store.memo("n", "k", type(None), lambda: calls.append(1)))
    assert calls == []


def test_pack_is_only_a_miss_wherever_it_is_cut_or_flipped(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.memo("weeks", "k", Week, lambda: WEEK))
    pack = pack_of(tmp_path, "weeks")
    sound = pack.read_bytes()
    other = Week(9, Tier.GYM, None, frozenset(), ())
    for place in range(len(sound)):
        flipped = bytearray(sound)
        flipped[place] ^= 0x11
        for broken in (sound[:place], bytes(flipped)):
            pack.write_bytes(broken)
            with opened(tmp_path) as store:
                found = store.memo("weeks", "k", Week, lambda: other)
            assert found == other
    pack.write_bytes(sound)
    assert use(tmp_path, lambda store: store.memo("weeks", "k", Week, never)) == WEEK


def test_pack_is_a_miss_when_records_changed_places(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record("n", "aaaa", "first")
        store.record("n", "bbbb", "other")
    pack = pack_of(tmp_path, "n")
    swapped = pack.read_bytes().replace(b"aaaa", b"cccc").replace(b"bbbb", b"aaaa")
    pack.write_bytes(swapped)
    assert use(tmp_path, lambda store: store.recall("n", "aaaa", str)) is None


@pytest.mark.parametrize("content", [b"", b"\x00", b"\x93\x63\x00\x80", b"{}", b"\xff" * 100])
def test_pack_is_a_miss_when_it_holds_something_else(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".runlift").mkdir()
    pack_of(tmp_path, "n").write_bytes(content)
    assert use(tmp_path, lambda store: store.recall("n", "k", str)) is None


def test_blob_comes_back_when_it_is_sound(tmp_path: Path) -> None:
    blob = use(tmp_path, lambda store: store.keep("html", "f", b"page"))
    assert blob == blob_of(b"page")
    with opened(tmp_path) as store:
        assert store.made("html", "f") == blob
        assert store.sound(blob.digest)
        assert store.read(blob.digest) == b"page"


@pytest.mark.parametrize("content", [b"", b"pag", b"pagf", b"page more", None])
def test_blob_is_a_miss_and_then_mended_when_it_is_damaged(
    tmp_path: Path, content: bytes | None
) -> None:
    use(tmp_path, lambda store: store.keep("html", "f", b"page"))
    file = blob_file(tmp_path, blob_of(b"page"))
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with opened(tmp_path) as store:
        assert store.read(blob_of(b"page").digest) is None
        assert not store.sound(blob_of(b"page").digest)
        store.keep("html", "f", b"page")
        assert store.read(blob_of(b"page").digest) == b"page"
    assert file.read_bytes() == b"page"


def test_blob_is_a_miss_when_it_is_a_link(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("html", "f", b"page"))
    file = blob_file(tmp_path, blob_of(b"page"))
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert use(tmp_path, lambda store: store.read(blob_of(b"page").digest)) is None


def test_store_can_be_deleted_between_builds(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("html", "f", b"page"))
    shutil.rmtree(tmp_path / ".runlift")
    assert use(tmp_path, lambda store: store.made("html", "f")) is None


def test_store_keeps_what_was_added_before_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Forbidden), opened(tmp_path) as store:
        store.keep("pdf", "f", b"sheet")
        store.memo("weeks", "k", Week, lambda: WEEK)
        raise Forbidden
    with opened(tmp_path) as store:
        blob = store.made("pdf", "f")
        assert blob is not None
        assert store.read(blob.digest) == b"sheet"
        assert store.memo("weeks", "k", Week, never) == WEEK


def test_store_drops_what_no_build_used_for_long(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("html", "old", b"old"))
    use(tmp_path, lambda store: store.keep("html", "used", b"used"))
    for number in range(KEEP_BUILDS + MOST_SEGMENTS):
        with opened(tmp_path) as store:
            assert store.made("html", "used") is not None
            store.keep("html", f"f{number}", b"%d" % number)
    with opened(tmp_path) as store:
        assert store.made("html", "old") is None
        assert store.made("html", "used") == blob_of(b"used")
        assert store.sound(blob_of(b"used").digest)
    assert not blob_file(tmp_path, blob_of(b"old")).exists()


def test_store_keeps_the_blob_of_a_dropped_entry_when_another_leads_to_it(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("html", "old", b"same"))
    use(tmp_path, lambda store: store.keep("pdf", "other", b"same"))
    for number in range(KEEP_BUILDS + MOST_SEGMENTS):
        add_page(tmp_path, number)
    assert use(tmp_path, lambda store: store.made("html", "old")) is None
    assert use(tmp_path, lambda store: store.sound(blob_of(b"same").digest))


def test_store_does_not_age_a_kind_that_builds_leave_alone(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("pdf", "sheet", b"sheet"))
    for number in range(3 * (KEEP_BUILDS + MOST_SEGMENTS)):
        add_page(tmp_path, number)
    assert use(tmp_path, lambda store: store.made("pdf", "sheet")) is not None


def test_store_does_not_age_anything_in_a_build_that_fails(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("html", "page", b"page"))
    for number in range(2 * (KEEP_BUILDS + MOST_SEGMENTS)):
        with pytest.raises(Forbidden), opened(tmp_path) as store:
            store.keep("html", "broken", b"%d" % number)
            raise Forbidden
    assert use(tmp_path, lambda store: store.made("html", "page")) is not None


CUT_OFF = """
import os, sys
from pathlib import Path
from runlift_site.build.store import Store
with Store(Path(sys.argv[1]) / ".runlift", tool="t") as store:
    store.keep("html", "g", b"orphan")
    os._exit(7)
"""


def test_store_clears_up_blobs_that_a_killed_build_left(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.keep("html", "f", b"page"))
    subprocess.run([sys.executable, "-c", CUT_OFF, str(tmp_path)], check=False)
    orphan = blob_file(tmp_path, blob_of(b"orphan"))
    assert orphan.exists()
    use(tmp_path, lambda store: store.made("html", "f"))
    assert not orphan.exists()
    assert use(tmp_path, lambda store: store.sound(blob_of(b"page").digest))


def test_store_is_refused_when_another_build_is_at_work(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(Refused) as refused, opened(tmp_path):
        pass
    assert [finding.code for finding in refused.value.findings] == ["RL501"]


def test_store_says_so_and_waits_when_it_may(tmp_path: Path) -> None:
    waiting = threading.Event()
    found: list[Blob | None] = []

    def second() -> None:
        with Store(tmp_path / ".runlift", tool="t", on_wait=waiting.set) as store:
            found.append(store.made("html", "f"))

    with opened(tmp_path) as store:
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(30)
        assert found == []
        store.keep("html", "f", b"page")
    thread.join(30)
    assert found == [blob_of(b"page")]


CROWD = """
import sys
from pathlib import Path
from runlift_site.build.store import Store
for number in range(3):
    with Store(Path(sys.argv[1]) / ".runlift", tool="t", on_wait=lambda: None) as store:
        store.record("n", f"{sys.argv[2]} {number}", number)
        store.keep("html", f"{sys.argv[2]} {number}", str(number).encode())
"""


def test_store_loses_nothing_when_builds_run_at_once(tmp_path: Path) -> None:
    builds = [
        subprocess.Popen([sys.executable, "-c", CROWD, str(tmp_path), name]) for name in "abc"
    ]
    assert [build.wait(60) for build in builds] == [0, 0, 0]
    with opened(tmp_path) as store:
        for key in (f"{name} {number}" for name in "abc" for number in range(3)):
            assert store.recall("n", key, int) == int(key[-1])
            assert store.made("html", key) == blob_of(key[-1].encode())


def test_store_is_refused_when_its_folder_cannot_be_one(tmp_path: Path) -> None:
    (tmp_path / ".runlift").write_text("in the way")
    with pytest.raises(Refused) as refused, opened(tmp_path):
        pass
    assert [finding.code for finding in refused.value.findings] == ["RL502"]


def test_store_is_refused_when_a_blob_cannot_be_written(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        (tmp_path / ".runlift" / "blobs").write_text("in the way")
        with pytest.raises(Refused) as refused:
            store.keep("html", "f", b"page")
    assert [finding.code for finding in refused.value.findings] == ["RL502"]


def test_shelf_gives_back_exactly_what_was_put(tmp_path: Path) -> None:
    use(tmp_path, lambda store: store.shelf("compiled").put("k", b"\x00\xff"))
    assert use(tmp_path, lambda store: store.shelf("compiled").get("k")) == b"\x00\xff"
    assert use(tmp_path, lambda store: store.shelf("compiled").get("other")) is None


def test_kind_must_be_a_plain_name(tmp_path: Path) -> None:
    with opened(tmp_path) as store, pytest.raises(ValueError, match="no name for a kind"):
        store.record("../n", "k", 1)


def test_pack_grows_by_what_a_build_added_and_is_written_anew_now_and_then(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, "n")
    use(tmp_path, lambda store: store.record("n", "first", "x" * 10_000))
    sizes = []
    for number in range(MOST_SEGMENTS):
        before = pack.read_bytes()
        use(tmp_path, lambda store: store.record("n", f"k{number}", number))  # noqa: B023
        if pack.read_bytes().startswith(before):
            sizes.append(pack.stat().st_size - len(before))
    assert len(sizes) == MOST_SEGMENTS - 1
    assert max(sizes) < 100


def test_pack_keeps_what_stands_before_a_damaged_segment(tmp_path: Path) -> None:
    for number in range(3):
        use(tmp_path, lambda store: store.record("n", f"k{number}", number))  # noqa: B023
    pack = pack_of(tmp_path, "n")
    pack.write_bytes(pack.read_bytes()[:-1])
    assert use(tmp_path, lambda store: store.recall("n", "k1", int)) == 1
    assert use(tmp_path, lambda store: store.recall("n", "k2", int)) is None
    use(tmp_path, lambda store: store.record("n", "k3", 3))
    assert use(tmp_path, lambda store: store.recall("n", "k1", int)) == 1
    assert use(tmp_path, lambda store: store.recall("n", "k3", int)) == 3
