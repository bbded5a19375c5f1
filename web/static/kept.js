/* The buttons of the reader's list and saved searches act without leaving the page. The server keeps nothing: its
   answers set this browser's cookies, which no script can read, and tell how things are now. */
(() => {
  "use strict";
  const keep = document.getElementById("keep");
  let plain = null;

  const dress = ({ kept, mine, said = "" }) => {
    for (const button of document.querySelectorAll("button[data-name]")) {
      const { name, textContent, dataset } = button;
      if (kept.includes(button.value) === (name === "drop")) continue;
      Object.assign(button, { name: dataset.name, textContent: dataset.text });
      Object.assign(dataset, { name, text: textContent });
      const box = button.closest("li")?.querySelector("input[name=id]");
      if (box) box.checked = button.name === "drop";
    }
    document.querySelector("a.mine").textContent = mine;
    document.dispatchEvent(new CustomEvent("said", { detail: said }));
  };

  const ask = async (path, body) => {
    const how = { headers: { Accept: "application/json" }, ...(body && { method: "POST", body }) };
    const answer = await fetch(path, how).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };

  keep.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (!button?.dataset.name || button === plain) return;
    event.preventDefault();
    const now = await ask(button.formAction, new URLSearchParams({ [button.name]: button.value }));
    if (now) return dress(now);
    plain = button;
    keep.requestSubmit(button);
  });

  addEventListener("pageshow", async ({ persisted }) => {
    const now = persisted && await ask("/kept");
    if (now) dress(now);
  });
})();
