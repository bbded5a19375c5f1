/* The buttons of the reader's list and saved searches act without leaving the page. The server keeps nothing: its
   answers set this browser's cookies, which no script can read, and tell how things are now. */
(() => {
  "use strict";
  const keep = document.getElementById("keep");
  let plain = null;

  const dress = ({ kept, mine, said = "" }) => {
    for (const button of document.querySelectorAll("button.pick, button.save")) {
      const { name, textContent, dataset, value } = button;
      if (kept.includes(value) === (name === "drop")) continue;
      button.name = name === "drop" ? "add" : "drop";
      button.textContent = dataset.text ?? keep.dataset[button.name];
      if (dataset.text) dataset.text = textContent;
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
    if (!button?.matches(".pick, .save") || button === plain) return;
    event.preventDefault();
    const now = await ask(button.getAttribute("formaction") ?? keep.action, new URLSearchParams({ [button.name]: button.value }));
    /* A first thing may not have been kept, where cookies are refused: the form's answer says so. */
    if (now && (now.kept.length !== 1 || (await ask("/kept"))?.kept.length)) return dress(now);
    plain = button;
    keep.requestSubmit(button);
  });

  addEventListener("pageshow", async ({ persisted }) => {
    const now = persisted && await ask("/kept");
    if (now) dress(now);
  });
})();
