// Lints while one types. Without this module the buttons do it.
const form = document.querySelector("[data-author]");
const text = form.elements.text;
const state = form.querySelector("[data-state]");
const issues = form.querySelector("[data-issues]");
const pause = 600;
let timer = 0;
let asked = null;
let stored = text.value;
let leaving = false;

function item(issue) {
  const entry = document.createElement("li");
  entry.className = issue.severity === "error" ? "issue-error" : "issue-warning";
  const head = document.createElement("span");
  head.className = "small";
  const kind = document.createElement("b");
  kind.textContent = issue.severity === "error" ? "Error" : "Warning";
  const line = document.createElement("a");
  line.href = "#text";
  line.dataset.line = issue.line;
  line.textContent = `line ${issue.line}`;
  head.append(kind, ", ", line);
  if (issue.field) {
    const field = document.createElement("code");
    field.textContent = issue.field;
    head.append(", ", field);
  }
  const message = document.createElement("span");
  message.textContent = issue.message;
  entry.append(head, message);
  return entry;
}

async function check() {
  asked?.abort();
  asked = new AbortController();
  try {
    const response = await fetch(`/api/author/${encodeURIComponent(form.dataset.author)}/check`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: text.value }),
      signal: asked.signal,
    });
    const body = await response.json();
    if (!response.ok) throw new Error(body.detail ?? response.statusText);
    const list = document.createElement("ul");
    list.className = "issues";
    list.append(...body.issues.map(item));
    issues.replaceChildren(list);
    const errors = body.issues.filter(issue => issue.severity === "error").length;
    state.textContent = body.issues.length ? `${errors} errors, ${body.issues.length - errors} warnings.` : "The linter finds nothing.";
  } catch (error) {
    if (error.name !== "AbortError") state.textContent = `Not checked: ${error.message}`;
  }
}

// Puts the cursor into the line that an issue names.
issues.addEventListener("click", event => {
  const line = event.target.closest("[data-line]")?.dataset.line;
  if (!line) return;
  event.preventDefault();
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  text.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(text).lineHeight));
});

text.addEventListener("input", () => {
  clearTimeout(timer);
  state.textContent = "";
  timer = setTimeout(check, pause);
});
form.addEventListener("submit", () => { leaving = true; });
addEventListener("beforeunload", event => {
  if (!leaving && text.value !== stored) event.preventDefault();
});
