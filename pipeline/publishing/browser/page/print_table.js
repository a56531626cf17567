// The list on paper: a plain table of its rows, since the page holds only those in sight.
"use strict";

(function (tallybook) {
  const { element, byId, words } = tallybook;
  const MOST_ROWS = 1000;

  function fill() {
    const fields = tallybook.listing.fields().filter((field) => field.first);
    const rows = tallybook.listing.sortedRows();
    const head = element("tr", {}, fields.map((field) => element("th", { scope: "col" }, field.label)));
    const body = rows.slice(0, MOST_ROWS).map((row) => element(
      "tr",
      {},
      fields.map((field) => element("td", {}, field.say(row) || "")),
    ));
    const left = rows.length - MOST_ROWS;
    byId("print-table").replaceChildren(
      element("table", {}, element("thead", {}, head), element("tbody", {}, body)),
      left > 0 ? element("p", {}, `and ${words.count(left, "more row", "more rows")}, which are not printed`) : "",
    );
  }

  window.addEventListener("beforeprint", () => {
    if (!byId("tables-view").hidden) {
      fill();
    }
  });
  window.addEventListener("afterprint", () => byId("print-table").replaceChildren());
})(window.tallybook);
