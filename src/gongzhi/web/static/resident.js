/* Makes the resident pages quicker; every one of them works without it. */
(() => {
  "use strict";
  const $ = (what, where = document) => where.querySelector(what);
  const $$ = (what, where = document) => [...where.querySelectorAll(what)];
  const words = (name) => document.body.dataset[name] || "";
  document.documentElement.classList.add("js");
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});

  /* Read aloud ------------------------------------------------------------------------------------------------ */
  for (const button of $$("[data-read]")) {
    if (!window.speechSynthesis) { button.hidden = true; continue; }
    button.addEventListener("click", () => {
      if (speechSynthesis.speaking) { speechSynthesis.cancel(); button.setAttribute("aria-pressed", "false"); return; }
      const text = $$(button.dataset.read).map((part) => part.innerText.trim()).filter(Boolean).join("。");
      const said = new SpeechSynthesisUtterance(text);
      said.lang = document.documentElement.lang === "en" ? "en" : "zh-CN";
      said.rate = 0.9;
      said.onend = () => button.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", "true");
      speechSynthesis.speak(said);
    });
  }

  /* What waits in the phone ------------------------------------------------------------------------------------ */
  async function showPending() {
    const box = $("#pending");
    if (!box || !window.indexedDB) return;
    const waiting = await Queue.list();
    box.hidden = !waiting.length;
    const list = $("ul", box);
    list.replaceChildren(...waiting.map((report) => {
      const row = document.createElement("li");
      const said = (report.fields.find(([name]) => name === "words") || [])[1] || words("voice");
      row.className = "item row";
      const text = document.createElement("span");
      text.className = "grow";
      text.textContent = said;
      const tag = document.createElement("span");
      tag.className = "tag wait";
      tag.textContent = words(report.state === "sign-in" ? "signin" : report.state === "look" ? "look" : "waiting");
      row.append(text, tag);
      return row;
    }));
    const link = $("a", box);
    if (link) link.hidden = !waiting.some((report) => report.state === "sign-in");
  }
  function tell(sent) {
    const note = $("#sent-later");
    if (!sent.length || !note) return;
    note.hidden = false;
    $("a", note).href = sent[0].url;
  }
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.addEventListener("message", (event) => { tell(event.data.sent || []); showPending(); });
  }
  async function sendPending() {
    if (!window.indexedDB || !navigator.onLine) return showPending();
    try {
      tell(await Queue.sendAll());
    } catch { /* still no signal: it stays and is tried again */ }
    return showPending();
  }
  window.addEventListener("online", sendPending);
  for (const button of $$("[data-send-pending]")) button.addEventListener("click", sendPending);
  document.addEventListener("kept", showPending);
  sendPending();
})();
