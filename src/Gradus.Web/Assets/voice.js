// Dictation and reading aloud, where the browser offers them.
const bar = document.querySelector("[data-voice]");
const reader = bar?.querySelector("[data-read-aloud]");
const dictate = bar?.querySelector("[data-dictate]");
const note = bar?.querySelector("[data-dictate-note]");
const state = bar?.querySelector("[data-voice-state]");
const answer = document.getElementById("answer");
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const show = (...elements) => { for (const element of [bar, ...elements]) element.hidden = false; };

if (bar && "speechSynthesis" in window && "SpeechSynthesisUtterance" in window) {
  const question = document.querySelector("[data-spoken]");
  show(reader);
  reader.addEventListener("click", () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); return; }
    const words = new SpeechSynthesisUtterance(question.textContent.trim());
    words.lang = document.documentElement.lang;
    words.onstart = () => { reader.textContent = "Stop reading"; };
    words.onend = words.onerror = () => { reader.textContent = "Read the question aloud"; };
    speechSynthesis.speak(words);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

if (bar && Recognition && answer) {
  const heard = new Recognition();
  heard.lang = document.documentElement.lang;
  heard.continuous = true;
  heard.interimResults = false;
  let wanted = false;
  const press = on => { wanted = on; dictate.setAttribute("aria-pressed", String(on)); dictate.textContent = on ? "Stop dictating" : "Dictate"; };

  show(dictate, note);
  dictate.addEventListener("click", () => {
    if (wanted) { press(false); heard.stop(); return; }
    state.textContent = "";
    press(true);
    heard.start();
  });
  heard.addEventListener("result", event => {
    let text = "";
    for (let i = event.resultIndex; i < event.results.length; i++) {
      if (event.results[i].isFinal) text += event.results[i][0].transcript;
    }
    if (!text.trim()) return;
    const gap = answer.value && !/\s$/.test(answer.value) ? " " : "";
    answer.value += gap + text.trim();
    // The editor counts the words and keeps the draft of what was said as of what was typed.
    answer.dispatchEvent(new Event("input", { bubbles: true }));
  });
  heard.addEventListener("error", event => { press(false); state.textContent = `Dictation stopped: ${event.error}.`; });
  // Browsers end by themselves after a silence.
  heard.addEventListener("end", () => { if (wanted) heard.start(); });
}
