/* The report form on a phone: photos, voice, position, map, and keeping it all where there is no signal. */
(() => {
  "use strict";
  const $ = (what, where = document) => where.querySelector(what);
  const $$ = (what, where = document) => [...where.querySelectorAll(what)];
  const words = (name) => document.body.dataset[name] || "";
  const form = $("form[data-report]");

  /* The key is made when the form opens; the server's, or ours where the page came from the phone. */
  const key = $("[name=key]", form);
  if (!key.value) key.value = crypto.randomUUID();
  const offlineMoment = $("[name=written_at]", form);
  if (offlineMoment && !offlineMoment.value) offlineMoment.value = new Date().toISOString();

  /* Photos: made small on the phone, sent in the background, kept as files where there is no signal ------------- */
  const kept = { photos: [], voice: null };
  const slots = $("[data-slots]", form);
  const MOST = Number(slots.dataset.most);
  const count = () => $$("[name=photos]", form).length + kept.photos.length;

  async function shrink(file) {
    try {
      const drawing = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, 1600 / Math.max(drawing.width, drawing.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(drawing.width * scale);
      canvas.height = Math.round(drawing.height * scale);
      canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob((blob) => done(blob || file), "image/jpeg", 0.82));
    } catch { return file; }
  }
  function showSlot(url, remove) {
    const slot = document.createElement("div");
    slot.className = "slot";
    const picture = document.createElement("img");
    picture.src = url;
    picture.alt = words("photo");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = "×";
    button.setAttribute("aria-label", words("remove"));
    button.addEventListener("click", () => { slot.remove(); remove(); $("[data-add]", slots).hidden = false; });
    slot.append(picture, button);
    slots.insertBefore(slot, $("[data-add]", slots));
    $("[data-add]", slots).hidden = count() >= MOST;
    return slot;
  }
  const uploads = new Set();
  async function upload(kind, blob, name) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", ($("[name=csrfmiddlewaretoken]", form) || {}).value || "");
    body.append("kind", kind);
    body.append("file", blob, name);
    const answer = await fetch(form.dataset.upload, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.ok) return (await answer.json()).token;
    const refused = new Error("refused");
    refused.sentence = answer.status < 500 ? (await answer.json().catch(() => ({}))).error : "";
    throw refused;
  }
  function hidden(name, value) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
    return field;
  }
  function complain(sentence) {
    const line = $("#photos-error");
    line.textContent = sentence;
    line.hidden = !sentence;
  }
  async function addPhoto(file) {
    const blob = await shrink(file);
    const url = URL.createObjectURL(blob);
    const state = { dropped: false, field: null };
    kept.photos.push(blob);
    const forget = () => { const at = kept.photos.indexOf(blob); if (at >= 0) kept.photos.splice(at, 1); };
    const slot = showSlot(url, () => { state.dropped = true; forget(); if (state.field) state.field.remove(); });
    const sending = upload("photo", blob, "photo.jpg").then((token) => {
      forget();
      if (!state.dropped) state.field = hidden("photos", token);
    }).catch((fault) => {
      if (fault.sentence) { complain(fault.sentence); forget(); slot.remove(); }
    }).finally(() => uploads.delete(sending));
    uploads.add(sending);
  }
  $("input[type=file]", slots).addEventListener("change", async (event) => {
    complain("");
    const files = [...event.target.files];
    event.target.value = "";
    for (const file of files.slice(0, MOST - count())) await addPhoto(file);
    if (files.length + count() > MOST && files.length > MOST - count()) complain(slots.dataset.full);
  });
  for (const button of $$("[data-drop-photo]", form)) {
    button.addEventListener("click", (event) => { event.preventDefault(); button.closest(".slot").remove(); });
  }

  /* Hold and speak ---------------------------------------------------------------------------------------------- */
  const talk = $("[data-talk]", form);
  if (talk && navigator.mediaDevices && window.MediaRecorder) {
    let recorder = null;
    let wanted = false;
    const state = $("#voice-state");
    const stop = () => { wanted = false; if (recorder && recorder.state === "recording") recorder.stop(); };
    const start = async () => {
      if (recorder && recorder.state === "recording") return;
      wanted = true;
      let stream;
      try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); }
      catch { state.textContent = talk.dataset.refused; return; }
      const parts = [];
      recorder = new MediaRecorder(stream);
      recorder.ondataavailable = (event) => parts.push(event.data);
      recorder.onstop = async () => {
        talk.setAttribute("aria-pressed", "false");
        $("span", talk).textContent = talk.dataset.rest;
        stream.getTracks().forEach((track) => track.stop());
        const blob = new Blob(parts, { type: recorder.mimeType.split(";")[0] });
        $("#voice-player").src = URL.createObjectURL(blob);
        $("#voice").hidden = false;
        kept.voice = blob;
        const sending = upload("voice", blob, "voice").then((token) => {
          $$("[name=voice]", form).forEach((old) => old.remove());
          hidden("voice", token);
          kept.voice = null;
          state.textContent = "";
        }).catch((fault) => { if (fault.sentence) { state.textContent = fault.sentence; kept.voice = null; } })
          .finally(() => uploads.delete(sending));
        uploads.add(sending);
      };
      recorder.start();
      talk.setAttribute("aria-pressed", "true");
      $("span", talk).textContent = talk.dataset.running;
      setTimeout(stop, 120000);
      if (!wanted) stop();
    };
    talk.addEventListener("pointerdown", (event) => { event.preventDefault(); talk.focus(); start(); });
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) talk.addEventListener(end, stop);
    talk.addEventListener("click", (event) => { /* keyboard and switch: press once to begin, once to end */
      if (event.detail) return;
      if (talk.getAttribute("aria-pressed") === "true") stop(); else start();
    });
    talk.addEventListener("contextmenu", (event) => event.preventDefault());
    $("[data-drop-voice]", form).addEventListener("click", () => {
      $("#voice").hidden = true;
      kept.voice = null;
      $$("[name=voice]", form).forEach((old) => old.remove());
    });
  } else if (talk) { talk.hidden = true; }

  /* Danger to life: the numbers at once, before any answer of the server ---------------------------------------- */
  const text = $("[name=words]", form);
  const alarming = (form.dataset.danger || "").split("|").filter(Boolean);
  const denied = /[没未无防]|不是|\bno |\bnot /; /* 没有着火: the server looks closer, a moment later */
  const stands = (typed, word) => {
    for (let at = typed.indexOf(word); at >= 0; at = typed.indexOf(word, at + 1)) {
      if (!denied.test(typed.slice(Math.max(0, at - 4), at))) return true;
    }
    return false;
  };
  let found = [], quiet = []; /* words whose text the server looked at and found harmless show no number again */
  const watch = () => {
    const danger = $("#danger"), typed = text.value.toLowerCase();
    if (danger.dataset.looked && !danger.dataset.shown) quiet = found;
    found = alarming.filter((word) => stands(typed, word));
    danger.hidden = !danger.dataset.shown && !found.some((word) => !quiet.includes(word));
  };
  text.addEventListener("input", watch);
  watch();

  /* Where: the phone's position, or a finger on the map ---------------------------------------------------------- */
  const place = $("#place-choice");
  async function offerPlaces(query) {
    try {
      const answer = await fetch(form.dataset.places + "?" + new URLSearchParams(query));
      place.innerHTML = await answer.text();
      const first = $("[name=place]", place);
      if (first) { if (first.type === "radio") first.checked = true; first.dispatchEvent(new Event("change", { bubbles: true })); }
    } catch { place.textContent = words("nosignal"); }
  }
  const setPoint = (lat, lng) => { $("[name=lat]", form).value = lat.toFixed(6); $("[name=lng]", form).value = lng.toFixed(6); };
  const locate = $("[data-locate]", form);
  if (locate) locate.addEventListener("click", () => {
    if (!navigator.geolocation) { place.textContent = locate.dataset.refused; return; }
    locate.disabled = true;
    navigator.geolocation.getCurrentPosition((at) => {
      locate.disabled = false;
      setPoint(at.coords.latitude, at.coords.longitude);
      offerPlaces({ lat: at.coords.latitude, lng: at.coords.longitude });
    }, () => { locate.disabled = false; place.textContent = locate.dataset.refused; },
    { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 });
  });
  const pick = $("[data-map]", form);
  const load = (tag, attributes) => new Promise((done, fail) => {
    const part = Object.assign(document.createElement(tag), attributes, { onload: done, onerror: fail });
    document.head.append(part);
  });
  if (pick) pick.addEventListener("click", async () => {
    const box = $("#map");
    if (!box.hidden) { box.hidden = true; pick.setAttribute("aria-expanded", "false"); return; }
    box.hidden = false;
    pick.setAttribute("aria-expanded", "true");
    if (box.dataset.ready) return;
    box.dataset.ready = "1";
    try {
      await Promise.all([load("link", { rel: "stylesheet", href: pick.dataset.css }), load("script", { src: pick.dataset.js })]);
      const drawing = await (await fetch(pick.dataset.map)).json();
      const map = L.map(box, { attributionControl: false, zoomControl: false });
      L.control.zoom({ zoomInTitle: box.dataset.nearer, zoomOutTitle: box.dataset.farther }).addTo(map);
      const shape = L.geoJSON(drawing, { style: { color: "#018942", weight: 2, fillOpacity: 0.08 }, onEachFeature: (f, layer) => layer.bindTooltip(f.properties.name) }).addTo(map);
      const [lat, lng] = ["lat", "lng"].map((name) => parseFloat(pick.dataset[name]));
      if (lat && lng) map.setView([lat, lng], 17);
      else if (shape.getLayers().length) map.fitBounds(shape.getBounds());
      else map.setView([0, 0], 2);
      let mark = null;
      map.on("click", (event) => {
        if (mark) mark.remove();
        mark = L.circleMarker(event.latlng, { radius: 10, color: "#c62828", fillOpacity: 0.6 }).addTo(map);
        setPoint(event.latlng.lat, event.latlng.lng);
        offerPlaces({ lat: event.latlng.lat, lng: event.latlng.lng });
      });
    } catch { box.textContent = words("nosignal"); }
  });
  const find = $("[data-find]", form);
  if (find) find.addEventListener("click", () => offerPlaces({ words: $("[name=place_words]", form).value }));

  /* “Not this one” closes the hint and is told to the server, which then does not ask again. */
  form.addEventListener("click", (event) => {
    if (!event.target.closest("[data-not-same]")) return;
    event.preventDefault();
    $("[name=not_same]", form).value = "1";
    $("#similar").replaceChildren();
    text.focus();
  });

  /* Send ---------------------------------------------------------------------------------------------------------- */
  const later = async () => {
    const fields = [...new FormData(form).entries()].filter(([, value]) => typeof value === "string");
    await Queue.keep({ key: key.value, form: form.dataset.send || form.getAttribute("action"), upload: form.dataset.upload, fields, photos: [...kept.photos], voice: kept.voice, state: "waiting" });
    const worker = await Promise.race([navigator.serviceWorker && navigator.serviceWorker.ready, new Promise((done) => setTimeout(done, 800))]);
    if (worker && worker.sync) worker.sync.register("reports").catch(() => {});
    form.hidden = true;
    $("#kept").hidden = false;
    $("#kept").focus();
    document.dispatchEvent(new Event("kept"));
  };
  let leaving = false;
  form.addEventListener("submit", async (event) => {
    if (leaving || event.submitter && event.submitter.dataset.plain !== undefined) return;
    event.preventDefault();
    if (!form.reportValidity()) return;
    const button = $("[type=submit]:not([data-plain])", form);
    button.disabled = true;
    if (navigator.onLine) await Promise.race([Promise.allSettled([...uploads]), new Promise((done) => setTimeout(done, 20000))]);
    const reachable = navigator.onLine && !form.dataset.offline && await fetch("/here/", { cache: "no-store" }).then((a) => a.ok, () => false);
    if (!reachable) { await later(); return; }
    for (const blob of [...kept.photos]) {
      try { hidden("photos", await upload("photo", blob, "photo.jpg")); kept.photos.splice(kept.photos.indexOf(blob), 1); }
      catch { await later(); return; }
    }
    leaving = true;
    button.disabled = false;
    form.submit();
  });
  window.addEventListener("pageshow", () => { leaving = false; const button = $("[type=submit]:not([data-plain])", form); if (button) button.disabled = false; });
})();
