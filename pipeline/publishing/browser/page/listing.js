// The list of a table's rows: Tabulator, which keeps only the rows in sight in the page.
"use strict";

(function (tallybook) {
  const { element, byId } = tallybook;
  const NARROW = window.matchMedia("(max-width: 40rem)");
  const ROW_HEIGHT = 54;
  const LEAST = 60;
  const LEAST_TO_READ = 280;
  const WIDTHS = {
    indicator: 165, stated: 150, period: 135, counted: 130, attributed_to: 130, country: 110, report_year: 75,
    quote: 360, text: 520, title: 340, message: 420, reason: 360, source: 340,
  };
  const KEY_WIDTH = 135;
  const GROWING = new Set(["quote", "text", "title", "message", "reason", "source"]);
  let grid = null;
  let shown = { table: null, rows: null, kept: null };

  function cellOf(field) {
    return (cell) => {
      const row = cell.getData();
      const text = field.say(row);
      const address = field.link ? field.link(row[field.field]) : null;
      return address === null
        ? element("span", { class: "cell" }, text === null ? "" : text)
        : element("a", { class: "cell", href: address }, text);
    };
  }

  function columnOf(field, rows) {
    return {
      title: field.label,
      field: field.field,
      visible: field.first,
      width: GROWING.has(field.field) ? undefined : WIDTHS[field.field] || KEY_WIDTH,
      minWidth: GROWING.has(field.field) ? LEAST_TO_READ : LEAST,
      hozAlign: field.right ? "right" : "left",
      headerHozAlign: field.right ? "right" : "left",
      cssClass: field.field === "quote" ? "quote-cell" : "",
      sorter: tallybook.rowSorter(field, rows),
      // A button, so that a keyboard can sort too; Tabulator hears its click on the column.
      titleFormatter: () => element("button", { type: "button", class: "sort-button", title: field.title }, field.label),
      formatter: cellOf(field),
    };
  }

  /** Return one column that holds a row as a card, for a narrow page. */
  function cardColumn(fields) {
    const fieldNamed = new Map(fields.map((field) => [field.field, field]));
    const said = (row, name) => (fieldNamed.has(name) ? fieldNamed.get(name).say(row) : null);
    const key = fields[0];
    const large = ["quote", "text", "title", "message", "reason", "source"].find((name) => fieldNamed.has(name));
    const small = fields.filter((field) => field.first && field !== key && field.field !== large);
    return {
      title: "Row",
      field: "card",
      headerSort: false,
      formatter: (cell) => {
        const row = cell.getData();
        const address = key.link ? key.link(row[key.field]) : null;
        const head = said(row, "stated") || key.say(row);
        const rest = small.filter((field) => field.field !== "stated").map((field) => field.say(row)).filter(Boolean);
        return element(
          "div",
          { class: "card" },
          address === null ? element("strong", {}, head) : element("a", { class: "card-head", href: address }, head),
          element("span", { class: "card-facts" }, rest.join(" · ")),
          large && said(row, large) !== null ? element("span", { class: "card-text" }, said(row, large)) : null,
        );
      },
    };
  }

  /** Return the card, and the other columns out of sight, which the rows can be sorted by. */
  function narrowColumns(fields, rows) {
    return [cardColumn(fields), ...fields.map((field) => ({ ...columnOf(field, rows), visible: false }))];
  }

  /** Show the kept rows of a table; a promise that resolves when they stand in the page. */
  function show(table, rows, kept, order, onSorted) {
    if (grid !== null && shown.table === table && shown.narrow === NARROW.matches) {
      shown.kept = kept;
      grid.setFilter((row) => kept[row.place] === 1);
      return sortBy(order);
    }
    if (grid !== null) {
      grid.destroy();
    }
    const fields = tallybook.listFields(table, rows);
    shown = { table, rows, kept, fields, narrow: NARROW.matches };
    const all = [];
    for (let place = 0; place < rows.length; place += 1) {
      all.push(rows.row(place));
    }
    return new Promise((resolve) => {
      grid = new window.Tabulator("#listing", {
        data: all,
        index: "place",
        height: "100%",
        layout: "fitColumns",
        rowHeight: NARROW.matches ? undefined : ROW_HEIGHT,
        columns: NARROW.matches ? narrowColumns(fields, rows) : fields.map((field) => columnOf(field, rows)),
        headerVisible: !NARROW.matches,
        // Its own redrawing comes late, and takes the focus from the row that has it.
        autoResize: false,
        columnDefaults: { headerSortTristate: true },
      });
      grid.on("tableBuilt", () => {
        nameRoles(table);
        grid.setFilter((row) => shown.kept[row.place] === 1);
        sortBy(order);
        resolve();
      });
      grid.on("dataSorted", (sorters) => onSorted(sorters.length ? `${sorters[0].field} ${sorters[0].dir}` : ""));
      byId("listing").onkeydown = moveFocus;
      grid.on("rowClick", (event, row) => {
        if (event.target.closest("a") === null && window.getSelection().isCollapsed) {
          const link = row.getElement().querySelector("a");
          if (link !== null) {
            link.click();
          }
        }
      });
    });
  }

  /** Give the parts of Tabulator's grid the roles that a screen reader expects. */
  function nameRoles(table) {
    const holder = byId("listing").querySelector(".tabulator-tableholder");
    const listing = byId("listing");
    listing.setAttribute("aria-label", `Rows of ${table.replace(/_/g, " ")}`);
    listing.removeAttribute("aria-owns");
    holder.removeAttribute("tabindex");
    holder.setAttribute("role", "presentation");
  }

  function sortBy(order) {
    const [field, direction] = (order || "").split(" ");
    if (field && grid.getColumn(field)) {
      grid.setSort(field, direction === "desc" ? "desc" : "asc");
    } else {
      grid.clearSort();
    }
  }

  /** Bring the row with that key into sight and give it the focus, where it is among the kept. */
  async function focusRow(key) {
    const found = shown.rows && key ? shown.rows.find(key) : null;
    if (found === null || shown.kept[found.place] !== 1) {
      return;
    }
    await grid.scrollToRow(found.place, "center", false);
    const link = grid.getRow(found.place).getElement().querySelector("a");
    if (link !== null) {
      link.focus({ preventScroll: true });
    }
  }

  /** Move the focus to the row above or below with the arrow keys. */
  function moveFocus(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest(".tabulator-row");
    if (step === undefined || row === null) {
      return;
    }
    const rows = [...byId("listing").querySelectorAll(".tabulator-row")];
    const next = rows[rows.indexOf(row) + step];
    const link = next ? next.querySelector("a") : null;
    if (link !== null) {
      event.preventDefault();
      link.focus();
    }
  }

  /** Return the kept rows in the order of the list. */
  function sortedRows() {
    return grid === null ? [] : grid.getRows("active").map((row) => row.getData());
  }

  /** Return the keys of the kept rows around one, in the order of the list. */
  function neighbours(key) {
    if (grid === null) {
      return { before: null, after: null };
    }
    const name = shown.rows.key;
    const keys = sortedRows().map((row) => row[name]);
    const at = keys.indexOf(key);
    return { before: at > 0 ? keys[at - 1] : null, after: at >= 0 && at + 1 < keys.length ? keys[at + 1] : null };
  }

  tallybook.listing = {
    show,
    focusRow,
    neighbours,
    table: () => shown.table,
    fields: () => shown.fields || [],
    isNarrow: () => Boolean(shown.narrow),
    redraw: () => grid && grid.redraw(),
    sortedRows,
    toggleColumn: (field, visible) => (visible ? grid.showColumn(field) : grid.hideColumn(field)),
  };
})(window.tallybook);
