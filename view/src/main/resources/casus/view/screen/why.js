// Where a number comes from, beside it. Without this script the number is a link to a page that says the same.
"use strict";

(() => {
  const WAIT = 150;
  const GRACE = 200;
  const card = document.getElementById("why");
  if (!card) return;
  const known = new Map();
  let owner = null;
  let pointed = null;
  let opening = 0;
  let closing = 0;

  const trigger = target => target.closest?.("a[data-why]");

  const place = () => {
    const box = owner.getBoundingClientRect();
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    card.style.maxHeight = "";
    const height = card.offsetHeight;
    const below = room.height - box.bottom - 12;
    const above = box.top - 12;
    const down = height <= below || below >= above;
    const fits = Math.min(height, Math.max(120, down ? below : above));
    card.style.maxHeight = fits + "px";
    card.style.top = window.scrollY + (down ? box.bottom + 6 : box.top - 6 - fits) + "px";
    const left = Math.min(box.left, room.width - card.offsetWidth - 12);
    card.style.left = window.scrollX + Math.max(12, left) + "px";
  };

  const close = () => {
    clearTimeout(opening);
    clearTimeout(closing);
    if (!owner) return;
    const back = card.contains(document.activeElement) ? owner : null;
    owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
    back?.focus();
  };

  const load = async address => {
    if (!known.has(address)) {
      const asked = fetch(address.replace("/why/", "/part/why/"), { headers: { "X-Part": "1" } })
        .then(answer => answer.text().then(text => answer.ok ? text : Promise.reject(new Error(text))));
      asked.catch(() => known.delete(address));
      known.set(address, asked);
    }
    return known.get(address);
  };

  const open = async (link, enter) => {
    clearTimeout(closing);
    if (owner && owner !== link) close();
    owner = link;
    link.setAttribute("aria-describedby", "why");
    card.textContent = "…";
    card.hidden = false;
    place();
    try {
      const html = await load(link.pathname + link.search);
      if (owner !== link) return;
      card.innerHTML = html;
    } catch {
      if (owner !== link) return;
      card.textContent = "casus does not answer: is it still running?";
    }
    card.scrollTop = 0;
    place();
    if (enter) card.focus();
  };

  const soon = link => {
    clearTimeout(closing);
    clearTimeout(opening);
    if (owner === link) return;
    opening = setTimeout(() => open(link, false), WAIT);
  };

  const later = () => {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = setTimeout(() => { if (!card.contains(document.activeElement)) close(); }, GRACE);
  };

  card.tabIndex = -1;
  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return;
    if (card.contains(event.target)) { clearTimeout(closing); clearTimeout(opening); return; }
    const link = trigger(event.target);
    if (link) { pointed = link; soon(link); }
    else if (pointed || owner) { pointed = null; later(); }
  });
  document.addEventListener("focusin", event => {
    if (card.contains(event.target)) { clearTimeout(closing); return; }
    const link = trigger(event.target);
    if (link && link.matches(":focus-visible")) soon(link);
    else if (owner) later();
  });
  document.addEventListener("focusout", event => {
    if (!event.relatedTarget && trigger(event.target)) later();
  });
  // A finger has no hover: the first touch shows the card, which links to the page.
  document.addEventListener("click", event => {
    const link = trigger(event.target);
    if (link && event.pointerType === "touch" && !card.contains(link)) { event.preventDefault(); open(link, false); }
    else if (owner && !card.contains(event.target) && !link) close();
  });
  document.addEventListener("toggle", event => { if (owner && card.contains(event.target)) place(); }, true);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && owner) { event.preventDefault(); close(); return; }
    if (event.key !== "w" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, select, [contenteditable=true]")) return;
    const at = document.activeElement;
    const link = trigger(at) ?? pointed ?? at.closest?.("[data-item], li")?.querySelector("a[data-why]") ?? document.querySelector("main a[data-why]");
    if (!link) return;
    event.preventDefault();
    link.focus({ preventScroll: false });
    clearTimeout(opening);
    open(link, true);
  });
  window.addEventListener("resize", () => { if (owner) place(); });
})();
