/* Results while one types: the same page, put in place of this one. Only Enter makes a step in the history, from
   where the typing began. */
(() => {
  "use strict";
  const box = document.getElementById("q");
  const main = document.getElementById("main");
  const languages = document.getElementById("languages");
  const wanted = document.querySelector("[data-setting=instant]");
  const began = location.href;
  let shown = began;
  let waiting = 0;
  let asking = new AbortController();
  if (matchMedia("(prefers-reduced-data: reduce)").matches || navigator.connection?.saveData) return;

  const stop = () => {
    clearTimeout(waiting);
    asking.abort();
  };

  const refresh = async () => {
    asking = new AbortController();
    const href = `${box.form.action}?${new URLSearchParams(new FormData(box.form))}`;
    const text = await fetch(href, asking).then((answer) => answer.ok && answer.text()).catch(() => "");
    if (!text) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    for (const part of [main, languages]) part.replaceChildren(...page.getElementById(part.id).childNodes);
    document.title = page.title;
    history.replaceState(null, "", href);
    shown = location.href;
    document.dispatchEvent(new CustomEvent("said", { detail: main.querySelector("h1").textContent }));
  };

  box.addEventListener("input", (event) => {
    stop();
    if (wanted.checked && !event.isComposing) waiting = setTimeout(refresh, 300);
  });
  box.form.addEventListener("submit", () => {
    stop();
    history.replaceState(null, "", began);
  });
  addEventListener("pageshow", () => { if (location.href !== shown) location.reload(); });
})();
