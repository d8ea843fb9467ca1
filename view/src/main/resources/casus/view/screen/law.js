// A reading switched shows at once; without this script the form is sent with its button.
"use strict";

(() => {
  let asked = 0;
  document.addEventListener("change", async event => {
    const form = event.target.closest?.("#readings");
    if (!form || event.target.type !== "radio") return;
    const turn = ++asked;
    const address = form.action + "?" + new URLSearchParams(new FormData(form));
    const name = event.target.name;
    const value = event.target.value;
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = page.querySelector(".law");
      if (turn !== asked || !answer.ok || !shown) return;
      document.querySelector(".law").replaceWith(shown);
      history.replaceState(null, "", address);
      document.querySelector(`#readings input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.focus();
      document.getElementById("spoken").textContent = document.querySelector("#opinion").textContent;
    } catch {
      form.querySelector("button")?.focus();
    }
  });
})();
