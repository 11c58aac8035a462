import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Timer

import pytest

from runlift_site.render.pdf import Renderer
from runlift_site.render.pdf_pool import PdfPool, PdfRequest, PdfResult


def requests(html: str, count: int) -> Iterator[PdfRequest]:
    for week in range(1, count + 1):
        text = html.replace("week 3", f"week {week}")
        yield PdfRequest(f"week {week}", text.encode(), 1)


def made(pool: PdfPool, *asked: PdfRequest) -> dict[str, PdfResult]:
    return {result.key: result for result in pool.render(asked)}


def more(html: str, added: str, key: str) -> PdfRequest:
    return PdfRequest(key, html.replace("</body>", f"{added}</body>").encode(), 1)


def test_render_when_two_work_makes_the_same_bytes_as_one_and_as_none(
    print_assets: Mapping[str, bytes], sheet_html: str
) -> None:
    with PdfPool(2, print_assets) as pool:
        two = {result.key: result.pdf for result in pool.render(requests(sheet_html, 5))}
    with PdfPool(1, print_assets) as pool:
        one = {result.key: result.pdf for result in pool.render(requests(sheet_html, 5))}
    alone = Renderer(print_assets)
    assert one == two
    assert one == {r.key: alone.render(r.html, 1).pdf for r in requests(sheet_html, 5)}
    assert len(set(one.values())) == 5


def test_render_when_there_is_nothing_to_make_starts_no_process() -> None:
    with PdfPool(2, {}) as pool:
        assert list(pool.render([])) == []
        assert pool._workers == []


def test_render_when_some_documents_fail_makes_the_others(
    print_assets: Mapping[str, bytes], sheet_html: str
) -> None:
    nested = "<div style='display: flex'>" * 14 + "x" + "</div>" * 14
    with PdfPool(2, print_assets, timeout_s=3) as pool:
        found = made(
            pool,
            more(sheet_html, nested, "hangs"),
            more(sheet_html, "", "first"),
            more(sheet_html, "<img src='https://a.example/x.png' alt='x'>", "asks"),
            more(sheet_html, "<p style='colr: red'>x</p>", "warns"),
            more(sheet_html, "<div>" * 500, "raises"),
            more(sheet_html, "<p style='break-before: page'>x</p>", "grows"),
            more(sheet_html, "", "last"),
        )
        again = made(pool, more(sheet_html, "", "again"))
    failures = {key: result.failure for key, result in found.items()}
    assert failures.pop("raises", "").startswith("RecursionError")  # type: ignore[union-attr]
    assert failures == {
        "hangs": "took longer than 3 s",
        "first": None,
        "asks": "asks for 'https://a.example/x.png', which is not one of its assets",
        "warns": "Ignored `colr: red` at 1:1, unknown property.",
        "grows": "came out as 2 pages, 1 was worked out",
        "last": None,
    }
    assert found["first"].pdf == found["last"].pdf == again["again"].pdf is not None
    assert found["hangs"].pdf is None


def test_render_when_a_document_eats_memory_fails_alone(
    print_assets: Mapping[str, bytes], sheet_html: str
) -> None:
    greedy = more(sheet_html, "<p>" + "x " * 30_000_000, "eats")
    with PdfPool(1, print_assets, memory_bytes=480 * 1024**2) as pool:
        found = made(pool, greedy, more(sheet_html, "", "next"))
    assert found["eats"].failure == "needs too much memory"
    assert found["next"].failure is None


def test_render_when_a_worker_is_killed_fails_that_document_and_goes_on(
    print_assets: Mapping[str, bytes], sheet_html: str
) -> None:
    nested = "<div style='display: flex'>" * 14 + "x" + "</div>" * 14
    results = []
    with PdfPool(1, print_assets) as pool:
        asked = [more(sheet_html, "", "a"), more(sheet_html, nested, "b"), *requests(sheet_html, 1)]
        for result in pool.render(iter(asked)):
            results.append(result)
            if result.key == "a":
                # The next document is handed over, then its process is killed from outside.
                pid = pool._workers[0].process.pid
                killer = Timer(0.5, os.kill, (pid, signal.SIGSEGV))
                killer.start()
    assert [(result.key, result.failure) for result in results] == [
        ("a", None),
        ("b", "ended its worker process (SIGSEGV)"),
        ("week 1", None),
    ]


@pytest.mark.parametrize(
    ("css", "memory_bytes", "said"),
    [
        (b"p { colr: red }", 2 * 1024**3, "unknown property"),
        (b"", 60 * 1024**2, ""),
    ],
)
def test_render_when_no_worker_can_start_says_so_for_every_document(
    print_assets: Mapping[str, bytes], sheet_html: str, css: bytes, memory_bytes: int, said: str
) -> None:
    assets = {**print_assets, "z.css": css}
    with PdfPool(2, assets, memory_bytes=memory_bytes) as pool:
        for _ in range(2):
            found = list(pool.render(requests(sheet_html, 4)))
            assert len(found) == 4
            assert all(result.pdf is None and said in str(result.failure) for result in found)


def test_render_when_the_caller_stops_early_ends_what_is_under_way(
    print_assets: Mapping[str, bytes], sheet_html: str
) -> None:
    with PdfPool(2, print_assets) as pool:
        results = pool.render(requests(sheet_html, 50))
        next(results)
        results.close()  # type: ignore[attr-defined]
        assert all(worker.request is None for worker in pool._workers)
        processes = [worker.process for worker in pool._workers]
        folder = Path(str(pool._folder and pool._folder.name))
        assert folder.is_dir()
    assert all(process.returncode is not None for process in processes)
    assert not folder.exists()


def test_pool_when_interrupted_leaves_no_process_behind(
    print_assets: Mapping[str, bytes], sheet_html: str, tmp_path: Path
) -> None:
    for name, data in print_assets.items():
        (tmp_path / name).write_bytes(data)
    program = (
        "import sys; from itertools import count; from pathlib import Path\n"
        "from runlift_site.render.pdf_pool import PdfPool, PdfRequest\n"
        "assets = {file.name: file.read_bytes() for file in Path(sys.argv[1]).iterdir()}\n"
        "html = sys.stdin.buffer.read()\n"
        "with PdfPool(2, assets) as pool:\n"
        "    for _ in pool.render(PdfRequest(str(i), html, 1) for i in count()):\n"
        "        print(*[worker.process.pid for worker in pool._workers], flush=True)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdin and running.stdout
    running.stdin.write(sheet_html.encode())
    running.stdin.close()
    workers = [int(pid) for pid in running.stdout.readline().split()]
    running.send_signal(signal.SIGINT)
    running.stdout.read()
    assert running.stderr
    assert b"pdf_worker" not in running.stderr.read()
    assert running.wait(20) != 0
    running.stdout.close()
    running.stderr.close()
    assert workers
    assert not [pid for pid in workers if _is_alive(pid)]


def _is_alive(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
