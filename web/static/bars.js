/* Dragging over the bars of years or months chooses all between; Escape gives it up. A click is the server's. */
(() => {
  "use strict";
  const FEW = 5;
  let drag = null;

  const span = () => {
    const low = Math.min(drag.from, drag.to), high = Math.max(drag.from, drag.to);
    return drag.bars.filter((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return right > low && left < high;
    });
  };
  const said = (bars) => `${bars[0].dataset.value} – ${bars.at(-1).dataset.value}`;
  const show = (bars) => {
    drag.bars.forEach((bar) => bar.classList.toggle("dragged", bars.includes(bar)));
    drag.ends.textContent = bars.length ? said(bars) : drag.words;
  };
  const stop = () => {
    if (drag) show([]);
    drag = null;
  };

  document.addEventListener("pointerdown", ({ target, isPrimary, button, clientX }) => {
    const svg = target.closest(".histogram svg");
    if (!svg || !isPrimary || button) return;
    const ends = svg.nextElementSibling;
    drag = { svg, ends, words: ends.textContent, bars: [...svg.querySelectorAll("a")], from: clientX, to: clientX };
  });
  document.addEventListener("pointermove", ({ clientX }) => {
    if (!drag) return;
    drag.to = clientX;
    show(Math.abs(drag.to - drag.from) > FEW ? span() : []);
  });
  document.addEventListener("pointerup", () => {
    if (!drag) return;
    const { svg } = drag;
    const bars = Math.abs(drag.to - drag.from) > FEW ? span() : [];
    stop();
    if (bars.length < 2) return;
    const place = new URL(svg.dataset.free, location);
    place.searchParams.set("from", bars[0].dataset.value);
    place.searchParams.set("to", bars.at(-1).dataset.value);
    location = place;
  });
  document.addEventListener("pointercancel", stop);
  document.addEventListener("dragstart", (event) => { if (drag) event.preventDefault(); });
  document.addEventListener("keydown", ({ key }) => {
    if (!drag || key !== "Escape") return;
    stop();
    addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
  });
})();
