/* Looks for a name while it is typed, a moment after the last key, and shows who may be meant. Without this script the
   button beside the name does the same. The name goes in the body of the request, never in an address. */
"use strict";
for (const sought of document.querySelectorAll("input[data-possible]")) {
  const shown = document.getElementById(sought.dataset.possible);
  const QUIET_MS = 400;
  const SHORTEST = 3;
  let timer = 0;
  let underWay = new AbortController();
  const seek = async () => {
    const asked = new FormData(sought.form);
    asked.set("search", sought.dataset.search || "1");
    asked.delete(sought.dataset.choice || "person");
    // An older answer must not arrive after a newer one.
    underWay.abort();
    underWay = new AbortController();
    try {
      const answer = await fetch(sought.form.action, {
        method: "POST", body: asked, headers: { "Netra-Part": "possible" }, signal: underWay.signal });
      if (answer.ok && !answer.redirected) shown.innerHTML = await answer.text();
    } catch { /* The button is still there. */ }
  };
  sought.addEventListener("input", () => {
    clearTimeout(timer);
    if (sought.value.trim().length >= SHORTEST) timer = setTimeout(seek, QUIET_MS);
  });
}
