"use strict";
// The search of a site: no server, nothing is sent. `found` comes from search-index.js:
// pages as [file, title]; places as [page, name, heading, paragraph …].
const [pages, places] = found;
const form = document.getElementById("search");
const field = document.getElementById("wanted");
const count = document.getElementById("count");
const list = document.getElementById("places");
const MOST = 50;
const AROUND = 60;
const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+(?:[-\/.'’][\p{L}\p{N}]+)*/gu;

const plain = (text) => text.normalize("NFKC").toLowerCase();
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&");

// A word is found by its beginning; its plural finds it too.
function beginning(word) {
  const ends = word.length > 3 && word.match(/^(.*[^aeiou])(?:y|ies)$/u);
  if (ends) return `${escaped(ends[1])}(?:y|ies)`;
  return escaped(word.length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word);
}

// Chinese is not parted into words: of a run, each two characters are looked for.
function pairs(run) {
  if (run.length < 3) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

function terms(wish) {
  const han = (wish.match(HAN) || []).flatMap(pairs);
  const words = (wish.replace(HAN, " ").match(WORD) || []).map(beginning);
  return [
    ...[...new Set(words)].map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, "gu")),
    ...[...new Set(han)].map((pair) => new RegExp(pair, "gu")),
  ];
}

const times = (term, text) => (text.match(term) || []).length;

// A heading tells what a place is about; next best is all that was typed, as it stands.
function weigh(place, wanted, wish) {
  const heading = plain(place[2]);
  const texts = place.slice(3).map(plain);
  let weight = 0;
  for (const term of wanted) {
    const above = times(term, heading);
    const below = texts.reduce((sum, text) => sum + times(term, text), 0);
    if (!above && !below) return 0;
    weight += (above ? 20 : 0) + Math.min(below, 5);
  }
  if (heading === wish) weight += 100;
  if (heading.includes(wish)) weight += 30;
  return weight + (texts.some((text) => text.includes(wish)) ? 10 : 0);
}

// The paragraph that holds most of what is looked for.
function best(place, wanted) {
  let [most, chosen] = [0, place[3] || ""];
  for (const text of place.slice(3)) {
    const holds = wanted.filter((term) => times(term, plain(text))).length;
    if (holds > most) [most, chosen] = [holds, text];
  }
  return chosen;
}

// Letters of a text, cut to what stands around the first place, with marks.
function shown(text, wanted) {
  const lower = text.toLowerCase();
  const spots = wanted
    .flatMap((term) => [...lower.matchAll(term)].map((one) => [one.index, one.index + one[0].length]))
    .sort((one, other) => one[0] - other[0]);
  const first = spots.length ? spots[0][0] : 0;
  const start = first > AROUND ? text.indexOf(" ", first - AROUND) + 1 || first - AROUND : 0;
  const from = start > first ? first - AROUND : start;
  const end = Math.min(text.length, first + 3 * AROUND);
  const nodes = [from > 0 ? "…" : ""];
  let done = from;
  for (const [begin, stop] of spots) {
    if (stop <= done || stop > end) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(Math.max(begin, done), stop);
    nodes.push(text.slice(done, Math.max(begin, done)), mark);
    done = stop;
  }
  return [...nodes, text.slice(done, end), end < text.length ? "…" : ""];
}

function entry(place, wanted) {
  const [file, title] = pages[place[0]];
  const item = document.createElement("li");
  const link = document.createElement("a");
  const where = document.createElement("p");
  const words = document.createElement("p");
  link.href = `${file}#${place[1]}`;
  link.append(...shown(place[2], wanted));
  where.className = "small";
  where.textContent = title;
  words.append(...shown(best(place, wanted), wanted));
  item.append(link, ...(title === place[2] ? [] : [where]), words);
  return item;
}

function look() {
  const wish = plain(field.value.trim());
  const wanted = terms(wish);
  const ranked = wanted.length
    ? places.map((place) => [weigh(place, wanted, wish), place]).filter(([weight]) => weight > 0)
    : [];
  ranked.sort((one, other) => other[0] - one[0]);
  list.replaceChildren(...ranked.slice(0, MOST).map(([, place]) => entry(place, wanted)));
  list.hidden = !ranked.length;
  const told = ranked.length ? form.dataset.found.replace("{number}", ranked.length) : form.dataset.nothing;
  count.textContent = wanted.length ? told : "";
  history.replaceState(null, "", wish ? `#${encodeURIComponent(field.value.trim())}` : location.pathname);
}

// While somebody types, results wait for a moment, so that a reader of the screen is not
// interrupted by each letter.
let waiting = 0;
let composing = false;
const soon = () => { clearTimeout(waiting); waiting = setTimeout(look, 300); };
field.addEventListener("compositionstart", () => { composing = true; });
field.addEventListener("compositionend", () => { composing = false; soon(); });
field.addEventListener("input", () => { if (!composing) soon(); });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  look();
  list.querySelector("a")?.focus();
});
addEventListener("hashchange", recall);

function recall() {
  let wish = location.hash.slice(1);
  try { wish = decodeURIComponent(wish); } catch { wish = ""; }
  if (wish !== field.value) { field.value = wish; look(); }
}

form.hidden = false;
field.focus();
recall();
