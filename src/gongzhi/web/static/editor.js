/* The text editor of settings: line numbers, tab for two blanks, and a check while one types. Without it the
   page is a plain text box with a button. */
(() => {
  "use strict";
  for (const box of document.querySelectorAll("[data-editor]")) {
    const text = box.querySelector("textarea");
    const numbers = document.createElement("pre");
    numbers.className = "code numbers";
    numbers.setAttribute("aria-hidden", "true");
    box.prepend(numbers);
    const count = () => {
      numbers.textContent = Array.from({ length: text.value.split("\n").length }, (_, i) => i + 1).join("\n");
    };
    text.addEventListener("scroll", () => { numbers.scrollTop = text.scrollTop; });
    let timer = 0;
    let turn = 0;
    const check = async () => {
      const mine = ++turn;
      const body = new FormData();
      body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
      body.append("text", text.value);
      const answer = await fetch(box.dataset.check, { method: "POST", body }).catch(() => null);
      if (answer && answer.ok && mine === turn) document.getElementById(box.dataset.into).innerHTML = await answer.text();
    };
    text.addEventListener("input", () => {
      count();
      clearTimeout(timer);
      if (box.dataset.check) timer = setTimeout(check, 500);
    });
    text.addEventListener("keydown", (event) => {  /* Escape first, then Tab leaves the box */
      if (event.key === "Escape") text.dataset.leave = "1";
      else if (event.key === "Tab" && !event.shiftKey && !text.dataset.leave) {
        event.preventDefault();
        text.setRangeText("  ", text.selectionStart, text.selectionEnd, "end");
        text.dispatchEvent(new Event("input"));
      } else if (event.key !== "Tab") delete text.dataset.leave;
    });
    count();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    const text = document.querySelector("[data-editor] textarea");
    const lines = text.value.split("\n");
    const before = lines.slice(0, Number(link.dataset.line) - 1).join("\n").length;
    text.focus();
    text.setSelectionRange(before ? before + 1 : 0, before + 1 + (lines[Number(link.dataset.line) - 1] || "").length);
    text.scrollTop = (Number(link.dataset.line) - 4) * (text.scrollHeight / lines.length);
  });
})();
