"use strict";
// Filters live in the address, so that a page that is made again, or a link, keeps them.
const root = document.documentElement;
const filters = document.getElementById("filters");
const shown = document.getElementById("shown");
const dialog = document.getElementById("told");
const rows = [...document.querySelectorAll("article")];
const words = new Map(rows.map((row) => [row, ["slot", "source", "target"]
  .map((name) => row.querySelector(`.${name}`).textContent).join("\n").toLowerCase()]));

function wanted() {
  const form = new FormData(filters);
  return {
    state: form.getAll("state"),
    problem: form.get("problem"),
    file: form.get("file"),
    words: form.get("words").trim(),
  };
}

function holds(row, wish) {
  const codes = row.dataset.codes.split(" ").filter(Boolean);
  return (!wish.state.length || wish.state.includes(row.dataset.state))
    && (!wish.problem || (wish.problem === "any" ? codes.length : codes.includes(wish.problem)))
    && (!wish.file || row.closest(".file").dataset.file === wish.file)
    && wish.words.toLowerCase().split(/\s+/).every((word) => words.get(row).includes(word));
}

function show() {
  const wish = wanted();
  let count = 0;
  for (const row of rows) {
    row.hidden = !holds(row, wish);
    count += row.hidden ? 0 : 1;
  }
  for (const part of document.querySelectorAll(".group, .file")) {
    part.hidden = !part.querySelector("article:not([hidden])");
  }
  shown.textContent = `Shown: ${count} of ${rows.length}`;
}

function remember() {
  const hash = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted())) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text) hash.set(name, text);
  }
  history.replaceState(null, "", `#${hash}`);
}

function recall() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const states = (hash.get("state") || "").split(",");
  for (const box of filters.querySelectorAll("[name=state]")) box.checked = states.includes(box.value);
  for (const name of ["problem", "file", "words"]) filters.elements[name].value = hash.get(name) || "";
  for (const name of ["problem", "file"]) filters.elements[name].value ||= "";
  show();
}

// A link inside the page goes there, and leaves the filters in the address.
function follow(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(link.hash.slice(1));
  if (link.classList.contains("code")) {
    dialog.firstElementChild.replaceChildren(...target.cloneNode(true).childNodes);
    dialog.showModal();
  } else {
    target.closest(".file")?.removeAttribute("hidden");
    target.tabIndex = -1;
    target.focus();
    target.scrollIntoView();
  }
}

// The place on the page: the message that is on top, and how far it is scrolled.
function keepPlace() {
  const top = rows.find((row) => !row.hidden && row.getBoundingClientRect().bottom > 0);
  const place = { id: top?.id, by: top?.getBoundingClientRect().top, scroll: scrollY, focus: document.activeElement?.id };
  sessionStorage.setItem("place", JSON.stringify(place));
}

function findPlace() {
  const place = JSON.parse(sessionStorage.getItem("place") || "null");
  sessionStorage.removeItem("place");
  if (!place) return;
  if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
  const row = place.id && document.getElementById(place.id);
  const go = () => (row && !row.hidden
    ? scrollBy(0, row.getBoundingClientRect().top - place.by)
    : scrollTo(0, place.scroll));
  go();
  requestAnimationFrame(() => { go(); requestAnimationFrame(go); });
}

// While the files are watched, a small script beside the page tells of a newer one.
function look() {
  const script = document.createElement("script");
  script.src = `stamp.js?${Date.now()}`;
  const done = () => {
    script.remove();
    const told = window.preview;
    if (told && told.stamp !== root.dataset.stamp) {
      keepPlace();
      location.reload();
      return;
    }
    const trouble = document.getElementById("trouble");
    const text = told ? told.trouble.join("\n") : "";
    if (trouble.textContent !== text) trouble.textContent = text;
    trouble.hidden = !text;
    document.getElementById("gone").hidden = !told || told.live;
    if (!told || told.live) setTimeout(look, 700);
  };
  script.onload = done;
  script.onerror = () => { script.remove(); setTimeout(look, 2000); };
  document.head.append(script);
}

filters.addEventListener("input", () => { show(); remember(); });
filters.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
filters.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", follow);
addEventListener("hashchange", recall);
history.scrollRestoration = root.dataset.live === "yes" ? "manual" : "auto";
recall();
findPlace();
if (root.dataset.live === "yes") look();
