// Searches while one types or chooses. Without this module the form is sent by its button.
const form = document.querySelector("[data-library]");
const results = document.querySelector("[data-results]");
const count = document.querySelector("[data-count]");
const pause = 250;
let timer = 0;
let latest = 0;

const address = () => {
  const fields = [...new FormData(form)].filter(([, value]) => value.trim());
  return fields.length ? `/library?${new URLSearchParams(fields)}` : "/library";
};

// Only texts and choices change, so that the focus stays where it is.
function takeOver(select, fresh) {
  const chosen = select.value;
  select.replaceChildren(...fresh.childNodes);
  select.value = chosen;
}

async function search() {
  const turn = ++latest;
  const to = address();
  let text;
  try {
    const response = await fetch(to);
    if (!response.ok) throw new Error(response.statusText);
    text = await response.text();
  } catch {
    count.textContent = "The search did not get through; press Search to try again.";
    return;
  }
  if (turn !== latest) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  results.replaceChildren(...page.querySelector("[data-results]").childNodes);
  count.textContent = page.querySelector("[data-count]").textContent;
  for (const select of form.querySelectorAll("[data-facet]")) takeOver(select, page.getElementById(select.id));
  history.replaceState(null, "", to);
}

form.addEventListener("input", event => {
  clearTimeout(timer);
  timer = setTimeout(search, event.target.matches("select") ? 0 : pause);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  delete form.dataset.sent;
  clearTimeout(timer);
  search();
});
