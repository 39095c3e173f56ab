"use strict";
// A self-check: answers are compared here, in the page; nothing is stored or sent.
const quiz = document.getElementById("quiz");
const score = document.getElementById("score");
const questions = [...quiz.querySelectorAll(".question")];

function chosen(question) {
  if (question.dataset.kind === "match") {
    return [...question.querySelectorAll("select")].every((select) => select.value);
  }
  return question.querySelector("input:checked") !== null;
}

function isRight(option) {
  const select = option.querySelector("select");
  if (select) return select.value === select.dataset.right;
  const input = option.querySelector("input");
  return input.checked === (input.dataset.right === "yes");
}

function mark(question) {
  for (const option of question.querySelectorAll(".option")) {
    const input = option.querySelector("input");
    const right = input ? input.dataset.right === "yes" : isRight(option);
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
  const right = questions.filter((question) => question.dataset.done === "right").length;
  score.textContent = quiz.dataset.soFar
    .replace("{right}", right)
    .replace("{total}", questions.length);
}

function clear(question) {
  delete question.dataset.done;
  question.querySelector(".foot .verdict").textContent = "";
  question.querySelector(".cite").hidden = true;
  for (const option of question.querySelectorAll(".option")) {
    option.classList.remove("is-right", "is-wrong");
    option.querySelector(".why").hidden = true;
  }
}

for (const question of questions) {
  question.addEventListener("change", () => { clear(question); total(); });
  question.querySelector(".check").addEventListener("click", () => {
    const verdict = question.querySelector(".foot .verdict");
    if (!chosen(question)) {
      verdict.textContent = quiz.dataset.notChosen;
      return;
    }
    const right = [...question.querySelectorAll(".option")].every(isRight);
    question.dataset.done = right ? "right" : "wrong";
    verdict.textContent = right ? quiz.dataset.correct : quiz.dataset.notYet;
    mark(question);
    total();
  });
}
quiz.addEventListener("reset", () => { questions.forEach(clear); total(); });
quiz.addEventListener("submit", (event) => event.preventDefault());
total();
