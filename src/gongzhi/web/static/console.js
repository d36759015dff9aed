/* The console's comforts; every page works without them.
   j/k move through rows (.case-row, [data-row]), Enter opens, x chooses the row, [data-all="name"] all of them, "/" searches, Escape closes the drawer;
   [data-copy="#id"] copies; [data-open="id"] opens a dialog; [data-confirm] asks; [data-submit] sends on change. */
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll(".case-row, [data-row]")].filter((row) => row.offsetParent);
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]");

  function step(by) {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((row) => row.classList.contains("here"));
    const next = all[Math.min(all.length - 1, Math.max(0, now < 0 ? 0 : now + by))];
    mark(next);
    const link = next.querySelector("a");
    if (link) link.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function mark(row) {
    rows().forEach((one) => one.classList.toggle("here", one === row));
  }

  // Where the menu or the tabs do not fit, the place one is at is brought into sight.
  for (const here of document.querySelectorAll(".menu [aria-current], .tabs [aria-current]")) {
    const bar = here.closest(".menu, .tabs");
    const at = here.getBoundingClientRect(), around = bar.getBoundingClientRect();
    bar.scrollLeft += at.left - around.left - (around.width - at.width) / 2;
  }

  // What was refused is brought into sight, on a phone it may lie far below the facts of a case.
  const seeRefusal = () => { const said = document.querySelector("[role=alert][tabindex]"); if (said) said.focus(); };
  seeRefusal();
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.querySelector("[role=alert][tabindex]")) seeRefusal(); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") { step(event.key === "j" ? 1 : -1); event.preventDefault(); }
    const box = event.key === "x" && document.querySelector(".here input[type=checkbox]");
    if (box) { box.click(); event.preventDefault(); }
    if (event.key === "/") { const box = document.getElementById("q"); if (box) { box.focus(); box.select(); event.preventDefault(); } }
    if (event.key === "Enter" && event.target === document.body) {
      const link = document.querySelector(".here a");
      if (link) link.click();
    }
  });

  document.addEventListener("click", async (event) => {
    const row = event.target.closest(".case-row, [data-row]");
    if (row) mark(row);
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const source = document.querySelector(copy.dataset.copy);
      const words = "value" in source ? source.value : source.textContent;
      try { await navigator.clipboard.writeText(words); } catch { source.select(); document.execCommand("copy"); }
      if (copy.dataset.copied) copy.querySelector("[data-label]").textContent = copy.dataset.copied;
    }
    const opener = event.target.closest("[data-open]");
    if (opener) { const dialog = document.getElementById(opener.dataset.open); if (dialog) { dialog.showModal(); event.preventDefault(); } }
    const closer = event.target.closest("[data-close]");
    if (closer) closer.closest("dialog").close();
    if (event.target.closest("[data-print]")) window.print();
  });

  document.addEventListener("submit", (event) => {
    const words = event.target.dataset.confirm || (event.submitter && event.submitter.dataset.confirm);
    if (words && !window.confirm(words)) event.preventDefault();
  });

  document.addEventListener("input", (event) => {
    const name = event.target.dataset.clears;
    if (name) event.target.form.querySelectorAll(`[name="${name}"]`).forEach((one) => { one.checked = false; });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-show]");
    const act = link && document.getElementById(link.dataset.show);
    if (!act) return;
    act.open = true;
    const field = act.querySelector("select, textarea, input:not([type=hidden])");
    if (field) field.focus();
    event.preventDefault();
  });

  // Where the drawer has no room beside the list, a case opens on its own page: the way back is the phone's own.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, target } = event.detail;
    if (target.id !== "drawer" || !elt.href || !window.matchMedia("(max-width: 1080px)").matches) return;
    event.preventDefault();
    location.assign(elt.href);
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
    const every = event.target.dataset.all;
    if (every) event.target.form.querySelectorAll(`[name="${every}"]`).forEach((one) => { one.checked = event.target.checked; });
    const count = event.target.form && event.target.form.querySelector("[data-count]");
    if (count) { const n = event.target.form.querySelectorAll("td input:checked").length; count.hidden = !n; count.lastElementChild.textContent = n; }
  });
})();
