// The view of tables: links to each, filters, columns, and the list.
"use strict";

(function (tallybook) {
  const { element, byId, words, addresses, dataset } = tallybook;
  const TYPING_PAUSE = 150;

  let current = { table: null, address: "#table=facts", filters: {} };

  /** Show the rows of a table that pass the filters. */
  async function show(table, filters) {
    const declaration = dataset.declaration(table);
    if (declaration === undefined) {
      throw new Error(`The dataset has no table ${table}.`);
    }
    const rows = await dataset.table(table);
    const isOther = current.table !== table;
    current = { table, filters, address: addresses.ofTable(table, filters) };
    markTable(table);
    byId("table-description").textContent = declaration.description;
    if (isOther) {
      tallybook.filters.fillChoices(table, rows);
    }
    tallybook.filters.fillForm(filters);
    const searched = declaration.columns.filter((column) => column.listed).map((column) => column.name);
    const kept = tallybook.filters.keptRows(rows, searched, filters);
    const wasNarrow = tallybook.listing.isNarrow();
    await tallybook.listing.show(table, rows, kept, filters.sort, sorted);
    if (isOther || wasNarrow !== tallybook.listing.isNarrow()) {
      fillSort();
      fillColumns();
    }
    byId("sort").value = filters.sort || "";
    tell(kept, rows.length);
  }

  function tell(kept, all) {
    const many = kept.reduce((sum, each) => sum + each, 0);
    const rows = words.count(all, "row");
    byId("row-count").textContent = many === all ? rows : `${words.number(many)} of ${rows}`;
    byId("no-rows").textContent = all === 0 ? "The table has no rows." : "No row fits: search for other words, or show all rows.";
    byId("no-rows").hidden = many > 0;
    const wasHidden = byId("listing").hidden;
    byId("listing").hidden = many === 0;
    if (wasHidden && many > 0) {
      tallybook.listing.redraw();
    }
  }

  function markTable(table) {
    for (const link of byId("table-links").querySelectorAll("a")) {
      if (link.dataset.table === table) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }

  function fillLinks() {
    byId("table-links").replaceChildren(...dataset.catalog.tables.map((table) => element(
      "li",
      {},
      element(
        "a",
        { href: addresses.ofTable(table.name, {}), "data-table": table.name },
        table.name.replace(/_/g, " "),
        " ",
        element("span", { class: "many" }, words.number(table.rows)),
      ),
    )));
  }

  function fillSort() {
    const fields = tallybook.listing.fields().filter((field) => field.first);
    const options = fields.flatMap((field) => [
      element("option", { value: `${field.field} asc` }, `${field.label}, ascending`),
      element("option", { value: `${field.field} desc` }, `${field.label}, descending`),
    ]);
    byId("sort").replaceChildren(element("option", { value: "" }, "order of the text"), ...options);
  }

  function fillColumns() {
    byId("column-choice").hidden = tallybook.listing.isNarrow();
    byId("column-boxes").replaceChildren(...tallybook.listing.fields().map((field) => {
      const box = element("input", { type: "checkbox", checked: field.first });
      box.addEventListener("change", () => tallybook.listing.toggleColumn(field.field, box.checked));
      return element("label", { title: field.title }, box, ` ${field.label}`);
    }));
  }

  /** Take over how the list was sorted by its heads. */
  function sorted(order) {
    const select = byId("sort");
    if (select.value !== order && current.filters.sort !== order) {
      select.value = order;
      current.filters = { ...current.filters, sort: order };
      replaceAddress();
    }
  }

  function replaceAddress() {
    current.address = addresses.ofTable(current.table, current.filters);
    window.history.replaceState(null, "", current.address);
  }

  function filter() {
    current.filters = tallybook.filters.readForm();
    replaceAddress();
    tallybook.reportTrouble(show(current.table, current.filters));
  }

  function listen() {
    let waiting = null;
    byId("filter-search").addEventListener("input", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(filter, TYPING_PAUSE);
    });
    byId("filters").addEventListener("change", (event) => {
      if (event.target.id !== "filter-search") {
        filter();
      }
    });
    byId("filters").addEventListener("submit", (event) => event.preventDefault());
    byId("filters").addEventListener("reset", () => window.setTimeout(filter));
  }

  function start() {
    fillLinks();
    listen();
  }

  tallybook.tablesView = { start, show, address: () => current.address, table: () => current.table };
})(window.tallybook);
