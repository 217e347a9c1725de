/* Keeps what is typed: a moment after the last key, once more when somebody leaves by the browser's own back button or
   closes the page, and again and again while the network is away. Without this script nothing is lost that was sent with
   a button of the page. */
"use strict";
(() => {
  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const QUIET_MS = 1500;
  const RETRY_MS = 3000;
  let timer = 0;
  let underWay = new AbortController();
  let sent = false;
  let typed = false;
  const keepLater = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  };
  const keepAgain = () => {
    typed = true;
    keepLater(RETRY_MS);
  };
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
    const { signal } = underWay;
    // keepalive lets it arrive after the page is gone; what did not arrive, and nothing newer replaced, is sent again.
    fetch(form.action, { method: "POST", body: answers, keepalive: true, signal }).then(
      (kept) => { if (kept.status >= 500) keepAgain(); },
      () => { if (!signal.aborted) keepAgain(); });
  };
  form.addEventListener("input", () => {
    typed = true;
    keepLater(QUIET_MS);
  });
  // On a slow network somebody types before this script is there.
  if ([...form.elements].some((each) => "defaultValue" in each && each.type !== "hidden" && each.value !== each.defaultValue)) {
    typed = true;
    keepLater(QUIET_MS);
  }
  window.addEventListener("online", keep);
  document.addEventListener("submit", () => { sent = true; underWay.abort(); });
  window.addEventListener("pagehide", keep);
  window.addEventListener("pageshow", () => { sent = false; });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
})();
