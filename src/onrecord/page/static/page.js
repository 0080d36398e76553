// Opens the exact words behind a line of the record. Without this script every link still jumps to its words.
const reader = document.getElementById("reader");
if (reader) start(reader);

function start(reader) {
  document.documentElement.classList.add("script");
  const articles = [...reader.querySelectorAll(".document")];
  const lines = [...document.querySelectorAll(".record .line")];
  const choose = document.getElementById("choose");
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const help = reader.querySelector(".help");
  const close = reader.querySelector(".close");
  for (const control of [choose, find, help, close]) control.hidden = false;
  let line = -1, ref = -1, opener = null;

  function show(number) {
    for (const a of articles) a.classList.toggle("shown", a.dataset.number === String(number));
    choose.value = String(number);
  }

  function light(number, start, end) {
    show(number);
    for (const s of reader.querySelectorAll(".lit")) s.classList.remove("lit");
    const article = document.getElementById("doc-" + number);
    const hit = [...article.querySelectorAll(".seg")].filter((s) => +s.dataset.start < end && +s.dataset.end > start);
    for (const s of hit) s.classList.add("lit");
    reader.classList.add("open");
    if (hit[0]) {
      const at = hit[0].getBoundingClientRect().top - reader.getBoundingClientRect().top;
      reader.scrollTop += at - reader.clientHeight / 3;
    } else reader.scrollTop = 0;
  }

  function open(link) {
    for (const r of document.querySelectorAll(".ref.here")) r.classList.remove("here");
    link.classList.add("here");
    opener = link;
    light(link.dataset.doc, +link.dataset.start, +link.dataset.end);
  }

  // Selects characters of a block (counted as the browser counts them, in UTF-16 units), whatever segments they cross.
  function pick(number, block, from, to) {
    show(number);
    const range = document.createRange(), walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
      if (from >= at && from < at + node.length) range.setStart(node, from - at);
      if (to > at && to <= at + node.length) range.setEnd(node, to - at);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    reader.scrollTop += range.getBoundingClientRect().top - reader.getBoundingClientRect().top - reader.clientHeight / 3;
  }

  function go(step) {
    const shown = lines.filter((l) => l.offsetParent !== null);
    const at = shown.indexOf(lines[line]);
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
    if (!next) return;
    for (const l of lines) l.classList.remove("here");
    line = lines.indexOf(next); ref = -1;
    next.classList.add("here");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  function quotation(step) {
    const refs = line < 0 ? [] : [...lines[line].querySelectorAll(".ref")];
    if (!refs.length) return;
    ref = (ref + step + refs.length) % refs.length;
    open(refs[ref]);
  }

  function back() {
    reader.classList.remove("open");
    if (opener) opener.focus();
  }

  function search() {
    const word = find.value.trim().toLowerCase();
    found.replaceChildren();
    found.hidden = word.length < 2;
    if (found.hidden) return;
    for (const a of articles) for (const b of a.querySelectorAll(".block")) {
      const text = b.textContent, low = text.toLowerCase();
      for (let at = low.indexOf(word); at >= 0 && found.childElementCount < 100; at = low.indexOf(word, at + word.length)) {
        const item = document.createElement("li"), button = document.createElement("button"), mark = document.createElement("mark");
        mark.textContent = text.slice(at, at + word.length);
        button.append("[" + a.dataset.number + "] …" + text.slice(Math.max(0, at - 40), at), mark, text.slice(at + word.length, at + word.length + 40) + "…");
        button.addEventListener("click", () => pick(a.dataset.number, b, at, at + word.length));
        item.append(button); found.append(item);
      }
    }
    if (!found.childElementCount) found.append(Object.assign(document.createElement("li"), { textContent: "nothing found" }));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref");
    if (!link) return;
    event.preventDefault();
    const inside = lines.indexOf(link.closest(".line"));
    if (inside >= 0) line = inside;
    open(link);
  });
  choose.addEventListener("change", () => { show(choose.value); reader.scrollTop = 0; });
  find.addEventListener("input", search);
  close.addEventListener("click", back);
  help.addEventListener("click", () => {
    const keys = document.getElementById("keys");
    keys.hidden = !keys.hidden;
    help.setAttribute("aria-expanded", String(!keys.hidden));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { if (document.activeElement === find) { find.value = ""; search(); find.blur(); } else back(); return; }
    if (event.target.closest("input, select, textarea")) return;
    const act = { j: () => go(1), k: () => go(-1), n: () => quotation(1), p: () => quotation(-1), "/": () => { reader.classList.add("open"); find.focus(); }, "?": () => help.click() }[event.key];
    if (act) { event.preventDefault(); act(); }
    else if (event.key === "Enter" && event.target.matches(".line")) { event.preventDefault(); quotation(1); }
  });
  if (articles.length) show(articles[0].dataset.number);
  const asked = location.hash.match(/^#c(\d+)-(\d+)$/);
  if (asked) { const seg = document.getElementById(location.hash.slice(1)); if (seg) light(asked[1], +seg.dataset.start, +seg.dataset.end); }
}
