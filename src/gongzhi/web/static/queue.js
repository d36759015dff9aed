/* Reports kept in the phone until there is a signal: IndexedDB, read by the page and by the service worker alike.
   A report carries the key made when its form was opened, so sending it twice makes one case. */
self.Queue = (() => {
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open("gongzhi", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("reports", { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const run = async (mode, act) => {
    const db = await open();
    try {
      return await new Promise((done, fail) => {
        const deal = db.transaction("reports", mode);
        const asked = act(deal.objectStore("reports"));
        deal.oncomplete = () => done(asked.result);
        deal.onerror = deal.onabort = () => fail(deal.error);
      });
    } finally { db.close(); }
  };
  const list = () => run("readonly", (s) => s.getAll());
  const keep = (report) => run("readwrite", (s) => s.put(report));
  const drop = (key) => run("readwrite", (s) => s.delete(key));

  async function token(form) {
    const page = await fetch(form, { credentials: "same-origin", headers: { "X-Queue": "1" } });
    const found = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(await page.text());
    if (!found) throw new Error("no form");
    return found[1];
  }
  async function upload(report, kind, blob, csrf) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", csrf);
    body.append("kind", kind);
    body.append("file", blob, kind === "voice" ? "voice.webm" : "photo.jpg");
    const answer = await fetch(report.upload, { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("upload " + answer.status);
    return (await answer.json()).token;
  }
  /* Photos first, each kept as sent at once, so a broken line never sends one twice. */
  async function send(report) {
    const csrf = await token(report.form);
    while (report.photos.length) {
      report.fields.push(["photos", await upload(report, "photo", report.photos[0], csrf)]);
      report.photos.shift();
      await keep(report);
    }
    if (report.voice) {
      report.fields.push(["voice", await upload(report, "voice", report.voice, csrf)]);
      report.voice = null;
      await keep(report);
    }
    const body = new FormData();
    for (const [name, value] of report.fields) if (name !== "csrfmiddlewaretoken") body.append(name, value);
    body.append("csrfmiddlewaretoken", csrf);
    body.append("from_queue", "1");
    const answer = await fetch(report.form, { method: "POST", body, credentials: "same-origin" });
    const sent = new URL(answer.url).pathname;
    if (answer.ok && sent.startsWith("/sent/")) { await drop(report.key); return { sent }; }
    if (sent.startsWith("/sign-in")) { report.state = "sign-in"; await keep(report); return { wait: "sign-in" }; }
    if (answer.status >= 500) throw new Error("server " + answer.status);
    report.state = "look";
    await keep(report);
    return { wait: "look" };
  }
  async function sendAll() {
    const work = async () => {
      const sent = [];
      for (const report of await list()) {
        const answer = await send(report);
        if (answer.sent) sent.push({ key: report.key, url: answer.sent });
      }
      return sent;
    };
    return self.navigator.locks ? navigator.locks.request("gongzhi-queue", work) : work();
  }
  return { list, keep, drop, sendAll };
})();
