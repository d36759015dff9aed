/* The map: the street's own outlines, nothing from elsewhere. Outlines are coloured by what is open, and can be
   drawn on by hand; the page's list says the same without it. */
(() => {
  "use strict";
  const box = document.getElementById("map");
  if (!box || !window.L) return;
  box.textContent = "";
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const map = L.map(box, { attributionControl: false, zoomControl: false, zoomSnap: 0.25 });
  L.control.zoom({ zoomInTitle: box.dataset.nearer, zoomOutTitle: box.dataset.farther }).addTo(map);
  map.setView([0, 0], 2);
  const layers = {};
  const drawing = box.dataset.draw;
  const paint = (about) => {
    if (about.overdue) return { color: token("--danger"), fillColor: token("--danger"), fillOpacity: 0.28, weight: 1.5, dashArray: "5 3" };
    if (about.open) return { color: token("--brand-ink"), fillColor: token("--brand"), fillOpacity: 0.12 + Math.min(about.open, 10) * 0.025, weight: 1.2 };
    return { color: token("--edge"), fillColor: token("--card"), fillOpacity: 0.45, weight: 1 };
  };
  const say = (about) => {
    const line = document.createElement("div");
    const name = document.createElement(about.address && !drawing ? "a" : "b");
    name.textContent = about.name;
    if (about.address && !drawing) name.href = about.address;
    line.append(name);
    if (box.dataset.open) line.append(` · ${about.open} ${box.dataset.open} · ${about.overdue} ${box.dataset.overdue}`);
    return line;
  };
  const outline = (features, style, click) => L.geoJSON({ type: "FeatureCollection", features }, {
    style: (feature) => style(feature.properties),
    pointToLayer: (feature, at) => L.circleMarker(at, { radius: 4 }),
    interactive: click,
    onEachFeature: (feature, layer) => { if (click) { layer.bindPopup(say(feature.properties)); layer.bindTooltip(feature.properties.name); } },
  });

  /* Clusters: spots that would lie on one another are one circle with their number. */
  const spots = L.layerGroup();
  let found = [];
  const cluster = () => {
    spots.clearLayers();
    const cells = new Map();
    for (const one of found) {
      const at = map.project([one.lat, one.lng], map.getZoom());
      const key = `${Math.floor(at.x / 44)} ${Math.floor(at.y / 44)}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(one);
    }
    for (const group of cells.values()) {
      const lat = group.reduce((sum, one) => sum + one.lat, 0) / group.length;
      const lng = group.reduce((sum, one) => sum + one.lng, 0) / group.length;
      const late = group.filter((one) => one.late).length;
      const icon = L.divIcon({ className: `spot${late ? " late" : ""}`, html: String(group.length), iconSize: [26, 26] });
      const mark = L.marker([lat, lng], { icon, keyboard: true, alt: `${group[0].name} ${group.length}` });
      const list = document.createElement("ul");
      for (const one of group.slice(0, 12)) {
        const row = document.createElement("li");
        const link = document.createElement("a");
        link.href = `${box.dataset.case}${one.ref}/`;
        link.textContent = `${one.ref} ${one.name}`;
        row.append(link);
        list.append(row);
      }
      mark.bindPopup(list);
      mark.on("add", () => mark.getElement().setAttribute("aria-label", `${group[0].name} · ${group.length}`));
      spots.addLayer(mark);
    }
  };

  fetch(box.dataset.map).then((answer) => answer.json()).then((ground) => {
    const areas = ground.areas.features;
    const base = outline(ground.communities.features.filter((one) => one.geometry.type !== "Point"), () => ({ color: token("--ink-3"), weight: 2, fill: false }), false).addTo(map);
    for (const kind of ["branch", "patch", "grid1", "road", "grid2", "special"]) {
      layers[kind] = outline(areas.filter((one) => one.properties.kind === kind), drawing ? () => ({ color: token("--edge"), weight: 1, fillOpacity: 0.05 }) : paint, !drawing);
    }
    layers.faults = L.layerGroup(ground.faults.map((one) => L.geoJSON(one.outline, { style: { color: token("--warn"), fillColor: token("--warn"), fillOpacity: 0.45, weight: 2, dashArray: "2 4" } }).bindTooltip(one.name)));
    layers.spots = spots;
    found = ground.spots;
    const all = L.featureGroup([base, ...Object.values(layers).filter((one) => one.getBounds)]);
    if (all.getBounds().isValid()) map.fitBounds(all.getBounds(), { padding: [10, 10], animate: false });
    cluster();
    map.on("zoomend", cluster);
    const chips = document.querySelector("[data-layers]");
    if (chips) {
      chips.hidden = false;
      for (const chip of chips.querySelectorAll("[data-layer]")) {
        const turn = () => { const layer = layers[chip.dataset.layer]; if (layer) { if (chip.checked) layer.addTo(map); else layer.remove(); } };
        chip.addEventListener("change", turn);
        turn();
      }
    } else { layers.grid1.addTo(map); layers.grid2.addTo(map); }
    if (drawing) draw(areas);
    box.dataset.ready = "1";
  });

  /* Drawing: corners are set by clicking, moved by dragging, removed by clicking twice. */
  function draw(areas) {
    const field = document.getElementById("id_outline");
    const said = document.getElementById("drawing-said");
    const kindField = document.getElementById("id_kind");
    const parentField = document.getElementById("id_parent");
    const corners = [];
    const marks = L.layerGroup().addTo(map);
    const shape = L.polygon([], { color: token("--brand-ink"), fillColor: token("--brand"), fillOpacity: 0.2, weight: 3, interactive: false }).addTo(map);
    const wrong = L.layerGroup().addTo(map);
    const neighbours = [];
    const walk = (part) => { if (typeof part[0] === "number") neighbours.push(L.latLng(part[1], part[0])); else part.forEach(walk); };
    for (const one of areas) if (one.properties.ref !== box.dataset.area && one.geometry.type !== "Point") walk(one.geometry.coordinates);
    const stick = (at) => {
      const here = map.latLngToContainerPoint(at);
      let best = at;
      let nearest = 10;
      for (const one of neighbours) {
        const away = map.latLngToContainerPoint(one).distanceTo(here);
        if (away < nearest) { nearest = away; best = one; }
      }
      return best;
    };
    let timer = 0;
    let turn = 0;
    const check = async () => {
      const mine = ++turn;
      const body = new FormData();
      body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
      body.append("outline", field.value);
      body.append("ground", box.dataset.ground);
      body.append("area", box.dataset.area);
      if (kindField) body.append("kind", kindField.value);
      if (parentField) body.append("parent", parentField.value);
      const answer = await fetch(box.dataset.draw, { method: "POST", body }).catch(() => null);
      if (!answer || !answer.ok || mine !== turn) return;
      const result = await answer.json();
      said.hidden = false;
      said.className = result.sound ? "note" : "note warn";
      said.replaceChildren(...result.said.map((words) => { const row = document.createElement("li"); row.textContent = words; return row; }));
      wrong.clearLayers();
      for (const one of result.faults) wrong.addLayer(L.geoJSON(one, { interactive: false, style: { color: token("--danger"), fillColor: token("--danger"), fillOpacity: 0.5, weight: 1 } }));
    };
    const write = () => {
      shape.setLatLngs(corners);
      const ring = corners.map((one) => [Number(one.lng.toFixed(7)), Number(one.lat.toFixed(7))]);
      field.value = ring.length > 2 ? JSON.stringify({ type: "Polygon", coordinates: [[...ring, ring[0]]] }) : "";
      clearTimeout(timer);
      if (ring.length > 2) timer = setTimeout(check, 300); else { said.hidden = true; wrong.clearLayers(); }
    };
    const redraw = () => {
      marks.clearLayers();
      corners.forEach((corner, i) => {
        const mark = L.marker(corner, { draggable: true, icon: L.divIcon({ className: "corner", iconSize: [16, 16] }), alt: String(i + 1) });
        mark.on("drag", () => { corners[i] = mark.getLatLng(); shape.setLatLngs(corners); });
        mark.on("dragend", () => { corners[i] = stick(mark.getLatLng()); redraw(); write(); });
        mark.on("dblclick", (event) => { L.DomEvent.stop(event); corners.splice(i, 1); redraw(); write(); });
        mark.on("add", () => mark.getElement().setAttribute("aria-label", String(i + 1)));
        marks.addLayer(mark);
      });
    };
    const read = () => {
      corners.length = 0;
      try {
        const geometry = JSON.parse(field.value);
        const ring = geometry.type === "MultiPolygon" ? geometry.coordinates[0][0] : geometry.coordinates[0];
        for (const [lng, lat] of ring.slice(0, -1)) corners.push(L.latLng(lat, lng));
      } catch { /* nothing drawn yet */ }
      shape.setLatLngs(corners);
      redraw();
      if (corners.length > 2) check();
    };
    map.doubleClickZoom.disable();
    map.on("click", (event) => { corners.push(stick(event.latlng)); redraw(); write(); });
    field.addEventListener("change", read);
    for (const one of [kindField, parentField]) if (one) one.addEventListener("change", () => { if (corners.length > 2) check(); });
    const tools = document.querySelector("[data-draw-tools]");
    tools.hidden = false;
    tools.querySelector("[data-undo]").addEventListener("click", () => { corners.pop(); redraw(); write(); });
    tools.querySelector("[data-clear]").addEventListener("click", () => { corners.length = 0; redraw(); write(); });
    read();
    if (corners.length) map.fitBounds(shape.getBounds().pad(0.6), { animate: false });
  }
})();
