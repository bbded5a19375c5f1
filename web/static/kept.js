/* The reader's list of articles and saved searches. This browser alone keeps them. */
(() => {
  "use strict";
  const MOST = 100;
  const all = (selector) => document.querySelectorAll(selector);
  const say = (words) => document.dispatchEvent(new CustomEvent("said", { detail: words }));

  const read = (name) => {
    try {
      return [].concat(JSON.parse(localStorage.getItem(name)) ?? []);
    } catch { return []; }
  };
  const write = (name, kept, words) => {
    try {
      localStorage.setItem(name, JSON.stringify(kept));
      say(words);
    } catch { say("This browser is set to keep nothing"); }
    dress();
  };
  const saved = (href) => read("saved").find((each) => each.href === href);
  const listed = () => `/list?${new URLSearchParams(read("list").map((id) => ["id", id]))}`;

  const news = async (href, since) => {
    const query = new URLSearchParams(href.split("?")[1]);
    query.set("since", since);
    const answer = await fetch(`/api/search/new?${query}`).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };

  /* Buttons and links as they are for what is kept now. */
  const dress = () => {
    const ids = read("list");
    for (const button of all("button.pick")) {
      const title = button.closest("article, li").querySelector("h1, h2, h3").textContent.trim();
      button.textContent = ids.includes(button.value) ? "Remove from my list" : "Add to my list";
      button.ariaLabel = `${button.textContent}: ${title}`;
      button.hidden = false;
    }
    for (const button of all("button.save")) {
      button.textContent = saved(button.value) ? "Forget this search" : "Save this search";
      button.hidden = false;
    }
    for (const link of all("a.mine")) {
      link.href = listed();
      link.textContent = ids.length ? `My list (${ids.length})` : "My list";
    }
  };

  const pick = (button) => {
    const ids = read("list");
    const on = ids.includes(button.value);
    if (!on && ids.length >= MOST) return say(`A list has at most ${MOST} articles`);
    const box = button.closest("li")?.querySelector("input[name=id]");
    if (box) box.checked = !on;
    const kept = on ? ids.filter((id) => id !== button.value) : [...ids, button.value];
    write("list", kept, on ? "Removed from your list" : "Added to your list");
  };

  const forget = (href) => write("saved", read("saved").filter((each) => each.href !== href), "Search forgotten");

  const save = async ({ value: href, dataset: { name } }) => {
    if (saved(href)) return forget(href);
    const seen = (await news(href, ""))?.newest ?? "";
    write("saved", [...read("saved"), { href, name, seen }], "Search saved");
  };

  /* Opening a saved search makes its news old. */
  const opened = async (href) => {
    const found = saved(href) && await news(href, saved(href).seen);
    if (!found) return;
    const kept = read("saved").map((each) => each.href === href ? { ...each, seen: found.newest } : each);
    write("saved", kept, `${found.new || "Nothing"} new since your last visit`);
  };

  const made = (name, words, more) => Object.assign(document.createElement(name), { textContent: words }, more);

  const row = ({ href, name, seen }) => {
    const item = made("li");
    const about = made("div");
    const count = made("p", "…", { className: "facts" });
    const heading = made("h2");
    heading.append(made("a", name, { href }));
    about.append(heading, count);
    const button = made("button", "Forget", { type: "button", className: "quiet", ariaLabel: `Forget: ${name}` });
    button.onclick = () => { forget(href); item.remove(); };
    item.append(about, button);
    news(href, seen).then((found) => {
      count.textContent = !found ? "Not known" : found.new ? `${found.at_least ? "At least " : ""}${found.new} new:` : "Nothing new";
      for (const each of found?.articles ?? []) count.append(" ", made("a", each.title, { href: each.href }));
    });
    return item;
  };

  const page = document.getElementById("saved");
  if (page) {
    page.append(...read("saved").map(row));
    if (!page.children.length) page.append(made("li", "No search is saved yet."));
  }
  if (location.pathname === "/list" && !location.search && read("list").length) location.replace(listed());
  dress();
  all(".unscripted").forEach((each) => each.remove());
  all("button.save").forEach((button) => opened(button.value));

  document.addEventListener("swapped", dress);
  addEventListener("storage", dress);
  addEventListener("pageshow", dress);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button.pick, button.save");
    if (button) (button.matches(".pick") ? pick : save)(button);
  });
})();
