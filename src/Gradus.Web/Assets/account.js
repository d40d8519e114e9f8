// Passkeys: to add one, to sign in with one. Without this module people sign in with their password.
const isNamed = !/^[\d.]+$|:|^\[/.test(location.hostname);
const isReady = isNamed && window.isSecureContext && Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);

const kinds = {
  create: {
    options: "/account/passkeys/options",
    ask: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  },
  get: {
    options: "/sign-in/passkey/options",
    ask: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  },
};

const reasons = {
  InvalidStateError: "This device has a passkey for the account already.",
  NotAllowedError: "Nothing was chosen, or it took too long.",
  SecurityError: "The browser takes no passkeys at this address.",
};

async function send(form, kind) {
  const state = form.querySelector("[data-state]");
  state.textContent = "";
  try {
    const response = await fetch(kind.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!response.ok) throw new Error(response.status === 429 ? "Too many attempts; wait a minute." : "The page is out of date; reload it.");
    const credential = await kind.ask(await response.json());
    form.elements.credential.value = JSON.stringify(credential);
    const keep = document.querySelector("input[name=keep]:checked");
    if (keep) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "keep", value: keep.value }));
    form.submit();
  } catch (error) {
    state.textContent = reasons[error.name] ?? error.message;
  }
}

for (const form of isReady ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    // It is sent once the device has answered, and may be asked again before.
    event.stopPropagation();
    send(form, kinds[form.dataset.passkey]);
  });
}
for (const note of isReady ? document.querySelectorAll("[data-no-passkey]") : []) note.hidden = true;
