// Keys for everything, and the sheet that names them. Pages work without this module.
const sheet = document.getElementById("keys");
const singles = document.getElementById("single-keys");
const rooms = { h: "/", q: "/library", m: "/map", i: "/interview", r: "/review", l: "/labs", y: "/history", s: "/settings", a: "/author" };
let going = false;

const store = {
  get on() { try { return localStorage.getItem("gradus-single-keys") !== "off"; } catch { return true; } },
  set on(value) { try { localStorage.setItem("gradus-single-keys", value ? "on" : "off"); } catch { /* private mode */ } },
};

for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.hidden = false;
  opener.addEventListener("click", () => sheet.showModal());
}
singles.checked = store.on;
singles.addEventListener("change", () => { store.on = singles.checked; });

const isTyping = target => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

function press(element) {
  if (element.matches("a, button")) element.click();
  else element.focus();
}

function single(key) {
  if (going) {
    going = false;
    if (rooms[key]) location.assign(rooms[key]);
    return Boolean(rooms[key]);
  }
  if (key === "?") { sheet.showModal(); return true; }
  if (key === "g") { going = true; setTimeout(() => { going = false; }, 1500); return true; }
  if (key === "/") {
    const search = document.querySelector("[data-search]");
    if (search) search.focus(); else location.assign("/library");
    return true;
  }
  if (key === "e") { const answer = document.getElementById("answer"); answer?.focus(); return Boolean(answer); }
  if (key === "n") { const next = document.querySelector("[data-next]"); if (next) press(next); return Boolean(next); }
  // Space shows what is hidden; once it is shown, it rates Good, as in Anki.
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
    ?? (key === " " && location.pathname === "/review" ? document.querySelector("[data-rating] [data-key='3']") : null);
  if (target) press(target);
  return Boolean(target);
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing || event.altKey || sheet.open) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const submit = event.target.closest?.("form")?.querySelector("[data-submit]");
    if (submit) { event.preventDefault(); submit.click(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || !store.on) return;
  if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
  if (isTyping(event.target)) return;
  // On a link or button, space and Enter are its own.
  if (event.key === " " && event.target.closest("a, button, summary, input, [tabindex='0']")) return;
  if (single(event.key)) event.preventDefault();
});

// A form is sent once.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method === "dialog") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "true";
});
addEventListener("pageshow", event => {
  if (event.persisted) for (const form of document.forms) delete form.dataset.sent;
});

// Says that keys are heard from here on.
document.documentElement.dataset.keys = "ready";
