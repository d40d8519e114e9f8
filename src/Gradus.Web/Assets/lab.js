// Curves that move while a lab trains. When the run has ended, the page that the server drew takes their place.
const room = document.querySelector("[data-lab-run]");
const place = room.querySelector("[data-live]");
const status = room.querySelector("[data-status]");
const bar = room.querySelector("progress");
const title = room.querySelector("h2");
const svgNames = "http://www.w3.org/2000/svg";
const curves = new Map();
const series = [];
let count = 0;
let due = false;

const make = (name, attributes, parent) => {
  const element = document.createElementNS(svgNames, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  parent?.append(element);
  return element;
};

function step(range, parts) {
  const rough = range / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find(factor => rough <= factor * power * 1.0000001) ?? 10);
}

function ticks(low, high, parts, least = 0) {
  const by = Math.max(least, step(high - low, parts));
  const places = [];
  for (let index = Math.ceil(low / by - 1e-9); index * by <= high + by * 1e-9; index++) places.push(Number((index * by).toPrecision(10)));
  return places;
}

function range(axis) {
  let low = Infinity, high = -Infinity;
  for (const curve of curves.values()) for (const point of curve.points) { low = Math.min(low, point[axis]); high = Math.max(high, point[axis]); }
  if (low === high) { low -= 0.5; high += 0.5; }
  return [low, high];
}

function draw() {
  due = false;
  if (!curves.size) return;
  const width = Math.max(280, Math.min(720, place.clientWidth || 720));
  const height = width < 480 ? 260 : 340;
  const [left, right, top, bottom] = [52, 14, 10, 28];
  const [xLow, xHigh] = range(0);
  let [yLow, yHigh] = range(1);
  const whole = [...curves.values()].every(curve => curve.points.every(point => Number.isInteger(point[0])));
  const by = step(yHigh - yLow, 5);
  yLow = Math.floor(yLow / by) * by;
  yHigh = Math.ceil(yHigh / by) * by;
  const x = value => left + (value - xLow) / (xHigh - xLow) * (width - left - right);
  const y = value => height - bottom - (value - yLow) / (yHigh - yLow) * (height - top - bottom);

  const picture = make("svg", { class: "figure", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `Live curves: ${series.join(", ")}`, "font-size": 13 });
  for (const value of ticks(yLow, yHigh, 5)) {
    make("path", { class: "grid", d: `M${left} ${y(value)}H${width - right}` }, picture);
    make("text", { class: "tick", x: left - 8, y: y(value) + 4, "text-anchor": "end" }, picture).textContent = value;
  }
  for (const value of ticks(xLow, xHigh, width / 90, whole ? 1 : 0)) {
    make("text", { class: "tick", x: x(value), y: height - 8, "text-anchor": "middle" }, picture).textContent = value;
  }
  make("path", { class: "axis", d: `M${left} ${height - bottom}H${width - right}` }, picture);
  for (const { name, points } of curves.values()) {
    const paint = `series-${series.indexOf(name) % 8 + 1}`;
    const path = points.map((point, index) => `${index ? "L" : "M"}${x(point[0]).toFixed(1)} ${y(point[1]).toFixed(1)}`).join("");
    make("path", { class: `line ${paint}`, d: path, fill: "none", "stroke-width": 1.8, "stroke-opacity": 0.8 }, picture);
    const last = points.at(-1);
    make("circle", { class: `point ${paint}`, cx: x(last[0]), cy: y(last[1]), r: 2.5 }, picture);
  }

  const key = document.createElement("p");
  key.className = "live-key";
  series.forEach((name, index) => {
    const entry = document.createElement("span");
    const swatch = make("svg", { class: "figure-swatch figure", viewBox: "0 0 16 8", "aria-hidden": "true" }, entry);
    make("path", { class: `line series-${index % 8 + 1}`, d: "M0 4h16", "stroke-width": 3 }, swatch);
    entry.append(name);
    key.append(entry);
  });
  const frame = document.createElement("div");
  frame.className = "figure-frame";
  frame.append(key, picture);
  place.replaceChildren(frame);
}

function add({ seed, series: name, x, y, done }) {
  if (x === null || y === null) return;
  const id = `${name}\n${seed}`;
  if (!curves.has(id)) curves.set(id, { name, points: [] });
  if (!series.includes(name)) series.push(name);
  curves.get(id).points.push([x, y]);
  count++;
  bar.value = done;
  if (!due) { due = true; requestAnimationFrame(draw); }
}

// The whole room is replaced by what the server says now; focus stays on the page.
async function finish() {
  source.close();
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const main = document.getElementById("main");
  const keeps = main.contains(document.activeElement);
  main.replaceChildren(...page.getElementById("main").childNodes);
  document.title = page.title;
  if (keeps) main.focus();
}

const source = new EventSource(`/api/runs/${encodeURIComponent(room.dataset.labRun)}/events`);
const announce = setInterval(() => { status.textContent = `${count} values measured.`; }, 1000);
source.addEventListener("started", () => { title.textContent = "Training"; });
source.addEventListener("progress", event => add(JSON.parse(event.data)));
for (const end of ["completed", "failed", "cancelled"]) {
  source.addEventListener(end, () => { clearInterval(announce); finish(); });
}
// The server tells the whole run again after a break, so what is there already is forgotten.
source.addEventListener("open", () => { curves.clear(); series.length = 0; count = 0; });
source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) { clearInterval(announce); finish(); } });
