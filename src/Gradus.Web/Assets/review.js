// Anki's other keys on the review page: Enter shows the answer and then rates Good, u takes the last rating back. Space, 1 to 4 and z come from site.js.
const press = selector => {
  const target = document.querySelector(selector);
  target?.click();
  return Boolean(target);
};

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
  if (document.getElementById("keys").open || !document.getElementById("single-keys").checked) return;
  // On what can be pressed or written in, Enter is its own.
  if (event.target.closest("a, button, summary, input, textarea, select, [contenteditable]")) return;
  const done = event.key === "Enter" ? press("[data-show]") || press("[data-rating] [data-key='3']")
    : event.key === "u" ? press("[data-undo]")
    : false;
  if (done) event.preventDefault();
});

// Says that these keys are heard too.
document.documentElement.dataset.reviewKeys = "ready";
