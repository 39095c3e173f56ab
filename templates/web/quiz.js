"use strict";
// A self-check: answers are compared here, in the page; nothing is stored or sent.
const quiz = document.getElementById("quiz");
const score = document.getElementById("score");
const questions = [...quiz.querySelectorAll(".question")];

// Kinds that nobody scores: what one thinks, and what one says in one's own words.
const unscored = ["short", "attitude"];
const scored = questions.filter((one) => !unscored.includes(one.dataset.kind));

// Whether somebody writes in capitals, with spaces or full-width makes no difference.
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

function blankOf(option) {
  const number = option.dataset.blank;
  return number && option.closest(".question").querySelector(`.gap[data-blank="${number}"]`);
}

function chosen(question) {
  const places = question.querySelectorAll("select, .gap, textarea");
  if (places.length) return [...places].every((one) => one.value.trim());
  return question.querySelector("input:checked") !== null;
}

function isRight(option) {
  const blank = blankOf(option);
  if (blank) {
    return blank.dataset.accept.split("|").map(plain).includes(plain(blank.value));
  }
  const select = option.querySelector("select");
  if (select) return select.value === select.dataset.right;
  const input = option.querySelector("input");
  return input.checked === (input.dataset.right === "yes");
}

function mark(question) {
  for (const option of question.querySelectorAll(".option")) {
    if (question.dataset.kind === "short") {
      option.querySelector(".why").hidden = false;
      continue;
    }
    const input = option.querySelector("input");
    const right = input ? input.dataset.right === "yes" : isRight(option);
    const blank = blankOf(option);
    if (blank) blank.setAttribute("aria-invalid", String(!right));
    option.classList.toggle("is-right", right);
    option.classList.toggle("is-wrong", !right && (!input || input.checked));
    if (!input) {
      option.querySelector(".verdict").textContent = quiz.dataset[right ? "right" : "wrong"];
    }
    option.querySelector(".why").hidden = false;
  }
  question.querySelector(".cite").hidden = false;
}

function total() {
  const right = scored.filter((question) => question.dataset.done === "right").length;
  score.textContent = quiz.dataset.soFar
    .replace("{right}", right)
    .replace("{total}", scored.length);
}

function clear(question) {
  delete question.dataset.done;
  question.querySelector(".foot .verdict").textContent = "";
  question.querySelector(".cite").hidden = true;
  for (const option of question.querySelectorAll(".option")) {
    option.classList.remove("is-right", "is-wrong");
    option.querySelector(".why").hidden = true;
  }
  for (const blank of question.querySelectorAll(".gap")) blank.removeAttribute("aria-invalid");
}

for (const question of questions) {
  const button = question.querySelector(".check");
  if (!button) continue;
  // The button checks what is typed; the key must not send the form.
  for (const blank of question.querySelectorAll(".gap")) {
    blank.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { event.preventDefault(); button.click(); }
    });
  }
  question.addEventListener("change", () => { clear(question); total(); });
  button.addEventListener("click", () => {
    const verdict = question.querySelector(".foot .verdict");
    if (!chosen(question)) {
      const writes = ["fill", "short"].includes(question.dataset.kind);
      verdict.textContent = writes ? quiz.dataset.notWritten : quiz.dataset.notChosen;
      return;
    }
    if (question.dataset.kind === "short") {
      verdict.textContent = quiz.dataset.compared;
      mark(question);
      return;
    }
    const right = [...question.querySelectorAll(".option")].every(isRight);
    question.dataset.done = right ? "right" : "wrong";
    verdict.textContent = right ? quiz.dataset.correct : quiz.dataset.notYet;
    mark(question);
    total();
  });
}
quiz.addEventListener("reset", () => { questions.filter((one) => one.dataset.kind !== "attitude").forEach(clear); total(); });
quiz.addEventListener("submit", (event) => event.preventDefault());
total();
