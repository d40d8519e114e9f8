// The answer's draft, word count and time.
const form = document.querySelector("[data-editor]");
const answer = form.elements.answer;
const words = form.querySelector("[data-words]");
const clock = form.querySelector("[data-clock]");
const pace = form.querySelector("[data-pace]");
const state = form.querySelector("[data-state]");
const draft = `/api/drafts/${encodeURIComponent(form.dataset.draft)}`;
const saveAfter = 700;

let spent = Number(form.dataset.elapsed) || 0;
let since = document.hidden ? null : performance.now();
let saved = answer.value;
let timer = 0;
let sending = Promise.resolve();
let submitted = false;

const seconds = () => Math.round(spent + (since === null ? 0 : (performance.now() - since) / 1000));

function show() {
  const time = seconds();
  const count = answer.value.trim().split(/\s+/).filter(Boolean).length;
  words.firstElementChild.textContent = count;
  words.lastChild.textContent = count === 1 ? " word" : " words";
  clock.firstElementChild.textContent = `${Math.floor(time / 60)}:${String(time % 60).padStart(2, "0")}`;
  // The strip is four minutes long, ten for a system; the marked part is where an answer should end.
  pace.querySelector(".now").setAttribute("width", Math.min(240, time * 240 / Number(pace.dataset.pace)));
}

async function send(keepalive) {
  const text = answer.value;
  if (text === saved || submitted) return;
  try {
    const response = await fetch(draft, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text, elapsedSeconds: seconds() }),
      // Browsers refuse to outlive the page with more than 64 kB.
      keepalive: keepalive && text.length < 20000,
    });
    if (!response.ok) throw new Error((await response.json()).detail ?? response.statusText);
    saved = text;
    state.textContent = answer.value === saved ? "Draft saved" : "";
  } catch (error) {
    state.textContent = `Draft not saved: ${error.message}`;
  }
}

// One at a time, so that an older draft never overtakes a newer one.
const save = keepalive => { clearTimeout(timer); timer = 0; sending = sending.then(() => send(keepalive)); return sending; };

answer.addEventListener("input", () => {
  show();
  state.textContent = "";
  if (!timer) timer = setTimeout(() => save(false), saveAfter);
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    spent += since === null ? 0 : (performance.now() - since) / 1000;
    since = null;
    save(true);
  } else {
    since ??= performance.now();
  }
});
addEventListener("pagehide", () => { save(true); });
form.addEventListener("submit", event => {
  clearTimeout(timer);
  if (event.defaultPrevented) return;
  form.elements.elapsed.value = seconds();
  submitted = true;
});
addEventListener("pageshow", event => { if (event.persisted) submitted = false; });

for (const hidden of [words, clock, pace]) hidden.removeAttribute("hidden");
if (answer.value) state.textContent = "Draft restored";
setInterval(show, 1000);
show();
