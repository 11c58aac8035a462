// Runs before the page is drawn, so that a remembered theme never flashes.
(() => {
  const root = document.documentElement;
  const key = "runlift-theme";
  const read = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be switched off
    }
  };
  const keep = (theme) => {
    try {
      localStorage.setItem(key, theme);
    } catch {
      // the choice then lasts for this page only
    }
  };
  const chosen = read();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  root.dataset.script = "";

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("[data-theme-button]").addEventListener("click", () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      keep(root.dataset.theme);
    });
    const today = (new Date().getDay() + 6) % 7; // Monday is 0
    for (const strip of document.querySelectorAll("[data-today-strip]")) {
      strip.children[today].setAttribute("aria-current", "date");
    }
  });
  addEventListener("load", () => {
    const tab = document.querySelector(".tabs [aria-current]");
    if (tab) {
      const row = tab.closest("ol");
      row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
    }
  });
})();
