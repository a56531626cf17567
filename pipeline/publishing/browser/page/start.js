// Opens the page, and follows its address.
"use strict";

(function (tallybook) {
  const { byId, words, dataset, addresses } = tallybook;

  /** Tell what went wrong, where a person reads it. */
  tallybook.reportTrouble = async function (work) {
    const trouble = byId("trouble");
    try {
      await work;
      trouble.hidden = true;
    } catch (error) {
      trouble.textContent = error.message;
      trouble.hidden = false;
    }
  };

  let cameFrom = null;

  async function follow() {
    const asked = addresses.read(window.location.hash);
    if (asked === null) {
      byId("content").focus();
      return;
    }
    byId("tables-view").hidden = asked.view !== "tables";
    byId("text-view").hidden = asked.view !== "text";
    mark("view-tables", asked.view === "tables");
    mark("view-text", asked.view === "text");
    if (asked.view === "text") {
      cameFrom = asked.id;
      await tallybook.textView.show(asked);
      return;
    }
    await tallybook.tablesView.show(asked.table, asked.filters);
    tallybook.listing.redraw();
    await tallybook.listing.focusRow(cameFrom);
    cameFrom = null;
  }

  function mark(id, isCurrent) {
    if (isCurrent) {
      byId(id).setAttribute("aria-current", "page");
    } else {
      byId(id).removeAttribute("aria-current");
    }
  }

  function extent() {
    const rows = new Map(dataset.catalog.tables.map((table) => [table.name, table.rows]));
    const facts = words.count(rows.get("facts"), "fact");
    const documents = words.count(rows.get("documents"), "document");
    return `${facts} from ${documents}, version ${dataset.catalog.version}`;
  }

  async function open() {
    dataset.open();
    byId("extent").textContent = extent();
    tallybook.tablesView.start();
    await tallybook.textView.start();
    await follow();
  }

  window.addEventListener("hashchange", () => tallybook.reportTrouble(follow()));
  window.addEventListener("resize", () => tallybook.listing.redraw());
  window.matchMedia("(max-width: 40rem)").addEventListener("change", () => tallybook.reportTrouble(follow()));
  tallybook.reportTrouble(open()).then(() => {
    document.documentElement.dataset.ready = "";
  });
})(window.tallybook);
