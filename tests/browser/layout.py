"""Questions to the layout of an open page, asked in the page itself."""

from typing import Any, cast

from playwright.sync_api import Page

SIDEWAYS = """() => {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) {
    found.push(`the page is ${root.scrollWidth} px wide, the window ${innerWidth}`);
    for (const one of document.body.querySelectorAll("*")) {
      const box = one.getBoundingClientRect();
      if (box.right > innerWidth + 1 && !one.closest(".tabs ol, .chips, .table-scroll")) {
        found.push(`  <${one.localName} class="${one.className}"> ends at ${box.right}`);
      }
    }
  }
  for (const one of document.querySelectorAll("*")) {
    const style = getComputedStyle(one);
    const cut = one.scrollWidth > one.clientWidth + 1 && style.overflowX !== "visible";
    if (cut && one !== root && !one.matches(".tabs ol, .chips, .table-scroll, .vh, .word")) {
      found.push(`<${one.localName} class="${one.className}"> scrolls or cuts its content`);
    }
  }
  return found;
}"""

# Lines of large type reach into each other's boxes, so only the middle of each line counts.
TEXT_ON_TEXT = """() => {
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(".vh, .skip, .empty")) continue;
    if (!parent.checkVisibility({visibilityProperty: true})) continue;
    const cut = getComputedStyle(parent).overflowX !== "visible";
    const end = cut ? parent.getBoundingClientRect().right : Infinity;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      const inset = box.height * 0.3;
      pieces.push({
        node, text: node.data.trim(), left: box.left + 0.5, right: Math.min(box.right, end) - 0.5,
        top: box.top + inset, bottom: box.bottom - inset,
      });
    }
  }
  pieces.sort((a, b) => a.top - b.top);
  const found = new Set();
  pieces.forEach((a, index) => {
    for (let other = index + 1; other < pieces.length && pieces[other].top < a.bottom; other++) {
      const b = pieces[other];
      if (a.node !== b.node && a.left < b.right && b.left < a.right) {
        found.add(`"${a.text}" and "${b.text}" lie on each other`);
      }
    }
  });
  return [...found];
}"""


def resize(page: Page, width: int, height: int = 800) -> None:
    """Give the window another size."""
    page.set_viewport_size({"width": width, "height": height})


def sideways(page: Page) -> list[str]:
    """What makes the page wider than the window, or hides or scrolls sideways without leave."""
    return asked(page, SIDEWAYS)


def text_on_text(page: Page) -> list[str]:
    """Texts that lie on each other; the header, which stays while the page moves, is on top."""
    return asked(page, TEXT_ON_TEXT)


def asked(page: Page, script: str, argument: Any = None) -> list[str]:
    """The texts that a script in the page answers with."""
    return cast(list[str], page.evaluate(script, argument))
