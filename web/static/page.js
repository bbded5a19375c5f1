/* Adds to pages that are complete without it: keys, steps through marks, suggestions, copied links. */
(() => {
  "use strict";
  const searchBox = document.getElementById("q");

  const status = document.getElementById("said");
  let silence = 0;
  const say = (words) => {
    status.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { status.textContent = ""; }, 4000);
  };
  document.addEventListener("said", (event) => say(event.detail));

  /* What the typed words may become. */
  const list = document.createElement("datalist");
  list.id = "suggestions";
  let waiting = 0;
  const suggest = async () => {
    const typed = searchBox.value.trim();
    if (typed.length < 2) return;
    const asked = new URLSearchParams({ q: typed, lang: document.documentElement.lang });
    const answer = await fetch(`/api/suggest?${asked}`).catch(() => null);
    if (!answer?.ok || searchBox.value.trim() !== typed) return;
    const { suggestions } = await answer.json();
    list.replaceChildren(...suggestions.map((each) => new Option(each.text, each.typed)));
  };
  const frugal = matchMedia("(prefers-reduced-data: reduce)").matches || navigator.connection?.saveData;
  if (searchBox && !frugal) {
    document.body.append(list);
    searchBox.setAttribute("list", list.id);
    searchBox.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(suggest, 150);
    });
  }

  const body = document.querySelector(".body");
  const words = body?.dataset;
  const hits = [...document.querySelectorAll("mark[id^='hit-']")];
  let current = -1;
  const step = (by) => {
    hits[current]?.classList.remove("current");
    current = current < 0 && by < 0 ? 0 : (current + by + hits.length) % hits.length;
    hits[current].classList.add("current");
    hits[current].scrollIntoView({ block: "center" });
    say(words.place.replace("%s", current + 1).replace("%s", hits.length));
  };

  const stepper = (label, key, by) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label, title: words.key.replace("%s", key) });
    button.addEventListener("click", () => step(by));
    return button;
  };
  if (hits.length) {
    const bar = document.createElement("div");
    Object.assign(bar, { className: "steps", role: "group", ariaLabel: words.steps, lang: document.documentElement.lang });
    bar.append(stepper(`↑ ${words.previous}`, "p", -1), stepper(`↓ ${words.next}`, "n", 1));
    body.append(bar);
  }

  const card = document.getElementById("keycard");
  const settings = [...card.querySelectorAll("[data-setting]")];
  const [keys] = settings;
  try {
    for (const box of settings) {
      const { setting } = box.dataset;
      box.checked = localStorage.getItem(setting) !== "off";
      box.addEventListener("change", () => localStorage.setItem(setting, box.checked ? "on" : "off"));
    }
  } catch { /* it keeps nothing: they hold for this page */ }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || card.open || !keys.checked) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (event.key === "/" && searchBox) {
      event.preventDefault();
      searchBox.focus();
      searchBox.select();
    } else if (event.key === "?") {
      card.showModal();
    } else if (hits.length && "np".includes(event.key)) {
      step(event.key === "n" ? 1 : -1);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.anchor, a.tokeys");
    if (link?.matches(".tokeys")) {
      event.preventDefault();
      card.showModal();
    } else if (link && navigator.clipboard && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      location.hash = link.hash;
      navigator.clipboard.writeText(link.href).then(() => say(words.copied), () => {});
    }
  });
})();
