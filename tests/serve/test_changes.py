import threading

from runlift_site.serve.changes import Changes


def test_wait_tells_all_that_happened_after_a_mark() -> None:
    changes = Changes()
    changes.tell(("early.html",), errors=True)
    mark = changes.mark
    changes.tell(("b.html", "a.html"), errors=False)
    changes.tell(("a.html", "c.html"), errors=False)
    news = changes.wait(mark, 0)
    assert (news.paths, news.errors, news.stranger) == (
        ("a.html", "b.html", "c.html"),
        False,
        False,
    )
    assert not changes.wait(news.mark, 0).is_any


def test_wait_tells_that_errors_came_though_they_went_again() -> None:
    changes = Changes()
    mark = changes.mark
    changes.tell((), errors=True)
    changes.tell(("a.html",), errors=True)
    changes.tell(("b.html",), errors=False)
    assert changes.wait(mark, 0).errors


def test_wait_knows_a_page_of_an_earlier_server() -> None:
    changes = Changes()
    for mark in ("", "nonsense", "0-1", f"{changes.mark}x"):
        news = changes.wait(mark, 0)
        assert news.stranger
        assert news.mark == changes.mark


def test_wait_waits_for_something_to_happen() -> None:
    changes = Changes()
    mark = changes.mark
    told: list[tuple[str, ...]] = []
    waiting = threading.Thread(target=lambda: told.append(changes.wait(mark, 60).paths))
    waiting.start()
    changes.tell(("a.html",), errors=False)
    waiting.join(60)
    assert told == [("a.html",)]
