// Opens the evidence of a figure beside the page. Without this file the same address is a page.
"use strict";
(() => {
  if (!("HTMLDialogElement" in window) || !window.fetch) return;
  let panel = null;
  let request = 0;
  const own = location.pathname + location.search;

  const closeWord = () => document.body.dataset.close || "×";

  function openPanel() {
    if (panel) return panel;
    panel = document.createElement("dialog");
    panel.className = "panel";
    // Escape: the address goes back to the page below, and that closes the panel.
    panel.addEventListener("cancel", (event) => { event.preventDefault(); history.back(); });
    panel.addEventListener("click", (event) => { if (event.target === panel) history.back(); });
    document.body.append(panel);
    return panel;
  }

  function fill(content) {
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "shut";
    shut.textContent = closeWord();
    shut.addEventListener("click", () => history.back());
    const heading = content.querySelector("h1");
    if (heading) { heading.id = "panel-title"; panel.setAttribute("aria-labelledby", "panel-title"); }
    panel.replaceChildren(shut, content);
    panel.scrollTop = 0;
  }

  async function show(address) {
    const turn = ++request;
    const answer = await fetch(address, { credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = page.querySelector("[data-panel]");
    if (!content) throw new Error("no panel");
    if (turn !== request) return;
    openPanel();
    fill(document.importNode(content, true));
    if (!panel.open) panel.showModal();
  }

  function shut() {
    request += 1;
    if (panel && panel.open) panel.close();
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element && event.target.closest("a[data-evidence]");
    if (!link) return;
    const address = typeof link.href === "string" ? link.href : link.href.baseVal;
    event.preventDefault();
    show(address).then(
      () => history.pushState({ panel: address }, "", address),
      () => { location.href = address; },
    );
  });

  window.addEventListener("popstate", (event) => {
    const address = event.state && event.state.panel;
    if (address) return void show(address).catch(() => location.reload());
    shut();
    // After a reload the page below is not the one that this address names.
    if (location.pathname + location.search !== own) location.reload();
  });
})();
