/* Adds to pages that are complete without it: "/" reaches the search box, n and p step through the marks of an
   article, a passage's link copies its address. */
(() => {
  "use strict";

  const typing = (event) =>
    event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]");

  const searchBox = document.getElementById("q");

  /* What the typed words may become, as the browser's own list under the box. */
  const list = document.createElement("datalist");
  list.id = "suggestions";
  let waiting = 0;
  const suggest = async () => {
    const typed = searchBox.value.trim();
    if (typed.length < 2) return;
    const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: typed })}`).catch(() => null);
    if (!answer?.ok || searchBox.value.trim() !== typed) return;
    const options = (await answer.json()).suggestions.map((each) => {
      const option = document.createElement("option");
      option.value = each.typed;
      option.label = each.text;
      return option;
    });
    list.replaceChildren(...options);
  };
  if (searchBox) {
    document.body.append(list);
    searchBox.setAttribute("list", list.id);
    searchBox.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(suggest, 150);
    });
  }

  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "said";
  document.body.append(status);
  let silence = 0;
  const say = (words) => {
    status.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { status.textContent = ""; }, 4000);
  };

  const hits = [...document.querySelectorAll("mark[id^='hit-']")];
  let current = -1;
  const step = (by) => {
    if (current >= 0) hits[current].classList.remove("current");
    current = (current + by + hits.length) % hits.length;
    if (current < 0) current = 0;
    hits[current].classList.add("current");
    hits[current].scrollIntoView({ block: "center" });
    say(`Place ${current + 1} of ${hits.length}`);
  };

  const stepper = (label, key, by) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.title = `Key: ${key}`;
    button.addEventListener("click", () => step(by));
    return button;
  };

  if (hits.length) {
    const bar = document.createElement("div");
    bar.className = "steps";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Marked places");
    bar.append(stepper("↑ Previous", "p", -1), stepper("↓ Next", "n", 1));
    document.querySelector(".body").append(bar);
  }

  document.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.key === "/" && searchBox) {
      event.preventDefault();
      searchBox.focus();
      searchBox.select();
    } else if (event.key === "n" && hits.length) {
      step(1);
    } else if (event.key === "p" && hits.length) {
      step(current < 0 ? 0 : -1);
    }
  });

  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a.anchor");
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(() => say("Link to this passage copied"), () => {});
  });
})();
