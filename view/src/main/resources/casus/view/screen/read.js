// The passages of the paragraph in view stand in the margin; without this script they are folded below it.
"use strict";

(() => {
  const margin = document.getElementById("margin");
  const blocks = [...document.querySelectorAll("#prose .block[data-item]")];
  if (!margin || !blocks.length) return;
  const wide = window.matchMedia("(min-width: 72rem)");
  let shown = null;

  const inView = () => {
    const focused = document.activeElement?.closest?.("#prose .block");
    if (focused) {
      const box = focused.getBoundingClientRect();
      if (box.bottom > 0 && box.top < window.innerHeight) return focused;
    }
    const eye = window.innerHeight * 0.3;
    let best = null;
    for (const block of blocks) {
      if (!block.querySelector(".passages")) continue;
      const box = block.getBoundingClientRect();
      if (box.bottom < 0 || box.top > window.innerHeight) continue;
      const away = box.top > eye ? box.top - eye : box.bottom < eye ? eye - box.bottom : 0;
      if (!best || away < best.away) best = { block, away };
    }
    return best?.block ?? null;
  };

  const show = () => {
    document.documentElement.classList.toggle("margins", wide.matches);
    if (!wide.matches) { margin.replaceChildren(); shown = null; return; }
    const block = inView();
    if (block === shown) return;
    shown?.classList.remove("read");
    shown = block;
    margin.replaceChildren();
    const list = block?.querySelector(".passages ul");
    if (!list) return;
    block.classList.add("read");
    margin.append(list.cloneNode(true));
  };

  let asked = 0;
  const soon = () => { if (!asked) asked = requestAnimationFrame(() => { asked = 0; show(); }); };
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon);
  document.addEventListener("focusin", soon);
  show();

  // e: edit at the paragraph that is read.
  document.addEventListener("keydown", event => {
    if (event.key !== "e" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable=true]")) return;
    const link = (inView() ?? blocks[0]).querySelector("a.edit");
    if (link) { event.preventDefault(); location.assign(link.href); }
  });
})();
