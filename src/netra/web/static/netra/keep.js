/* Keeps what is typed: a moment after the last key, and once more when somebody leaves by the browser's own back button
   or closes the page. Without this script nothing is lost that was sent with a button of the page. */
"use strict";
(() => {
  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const QUIET_MS = 1500;
  let timer = 0;
  let underWay = new AbortController();
  let sent = false;
  let typed = false;
  const keep = () => {
    clearTimeout(timer);
    if (sent || !typed) return;
    const answers = new FormData(form);
    answers.delete("uploads");
    answers.set("go", "keep");
    typed = false;
    // An older text must not arrive after a newer one.
    underWay.abort();
    underWay = new AbortController();
    // keepalive lets it arrive after the page is gone; what did not arrive counts as still to be kept.
    fetch(form.action, { method: "POST", body: answers, keepalive: true, signal: underWay.signal }).then(
      (kept) => { if (!kept.ok) typed = true; },
      () => { typed = true; });
  };
  form.addEventListener("input", () => {
    typed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, QUIET_MS);
  });
  document.addEventListener("submit", () => { sent = true; underWay.abort(); });
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", () => { sent = false; });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
})();
