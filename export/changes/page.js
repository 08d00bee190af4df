// Search, filters and keys. Without this script the page shows everything.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const search = byId("search");
  const shown = byId("shown");
  const main = byId("changes");
  const items = Array.from(document.querySelectorAll(".item"));
  const comparisons = Array.from(document.querySelectorAll(".comparison"));
  const boxes = Array.from(document.querySelectorAll(".filter input"));
  const texts = new Map();

  // Full and half width, capitals and small letters are the same to a reader.
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const textOf = (item) => {
    if (!texts.has(item)) {
      texts.set(item, fold(item.textContent) + " " + fold(item.closest(".comparison").querySelector("h2").textContent));
    }
    return texts.get(item);
  };

  const apply = () => {
    const words = fold(search.value).split(" ").filter(Boolean);
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const isFiltered = words.length > 0 || kinds.size < boxes.length;
    for (const box of boxes) {
      main.classList.toggle("hide-" + box.value, !box.checked);
    }
    let count = 0;
    for (const item of items) {
      const isShown = item.dataset.kinds.split(" ").some((kind) => kinds.has(kind)) &&
        words.every((word) => textOf(item).includes(word));
      item.hidden = !isShown;
      count += isShown ? 1 : 0;
    }
    for (const comparison of comparisons) {
      comparison.hidden = isFiltered && !comparison.querySelector(".item:not([hidden])");
    }
    shown.textContent = !isFiltered ? "" : count === 0 ? shown.dataset.none :
      shown.dataset.shown.replace("%1", count).replace("%2", items.length);
  };

  const openAll = (isOpen) => {
    for (const item of items) {
      if (!item.hidden) {
        item.open = isOpen;
      }
    }
  };
  const check = (isChecked) => {
    for (const box of boxes) {
      box.checked = isChecked;
    }
    apply();
  };
  const openTarget = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".item")) {
      target.open = true;
    }
  };

  search.addEventListener("input", apply);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      search.value = "";
      apply();
    }
  });
  for (const box of boxes) {
    box.addEventListener("change", apply);
  }
  byId("open").addEventListener("click", () => openAll(true));
  byId("close").addEventListener("click", () => openAll(false));
  byId("all").addEventListener("click", () => check(true));
  byId("none").addEventListener("click", () => check(false));
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input[type=search], textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // What is printed is open, and as it was afterwards.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = items.filter((item) => !item.open && !item.hidden);
    openAll(true);
  });
  addEventListener("afterprint", () => {
    for (const item of closed) {
      item.open = false;
    }
  });
  addEventListener("hashchange", openTarget);

  openTarget();
  // A page without items has nothing to search.
  byId("controls").hidden = items.length === 0;
  // Browsers keep what was typed when a page is loaded again.
  apply();
})();
