// The list of a table's rows: Tabulator, which keeps only the rows in sight in the page.
"use strict";

(function (tallybook) {
  const { element, byId, words, addresses } = tallybook;
  const NARROW = window.matchMedia("(max-width: 40rem)");
  const ROW_HEIGHT = 54;
  const LEAST = 60;
  const EMPTY = -1;
  const LEAST_TO_READ = 280;
  /** Columns that are shown at first where they tell rows apart; a reader may choose any other. */
  const SHOWN = new Set([
    "indicator", "counted", "attributed_to", "country", "report_year", "quote", "payer", "usd_reported_high",
    "usd_converted", "usd_deviation_pct", "equivalent_fit", "penalty_units", "party", "chamber", "candidate", "office",
    "review_status", "title", "publisher", "published", "is_excerpt", "characters", "facts", "kind", "number", "text",
    "role", "reason", "check", "severity", "message", "date", "currency", "rate", "frequency", "basis", "observations",
    "source",
  ]);
  const WIDTHS = {
    indicator: 165, stated: 150, period: 135, counted: 130, attributed_to: 130, country: 110, report_year: 75,
    quote: 360, text: 520, title: 340, message: 420, reason: 360, source: 340,
  };
  const KEY_WIDTH = 135;
  /** The columns that most want to be read come first, whatever the order of the table's declaration. */
  const FIRST = ["indicator", "stated", "counted", "period", "attributed_to", "quote", "title", "text"];
  const GROWING = new Set(["quote", "text", "title", "message", "reason", "source"]);
  /** What several columns say together, and is shown in their stead. */
  const COMPOSED = [
    {
      field: "stated",
      label: "Number",
      from: ["surface", "approximation"],
      say: (row) => words.stated(row),
      order: (row) => words.magnitude(row),
      right: true,
    },
    {
      field: "period",
      label: "Period",
      from: ["period_start"],
      say: (row) => words.period(row.period_start, row.period_end),
      order: (row) => row.period_start ?? row.period_end,
    },
  ];

  let grid = null;
  let shown = { table: null, rows: null, kept: null };

  /** Return what there is to show of a table: composed columns after the key and the indicator, then the declared. */
  function fieldsOf(table, rows) {
    const declaration = tallybook.dataset.declaration(table);
    const declared = declaration.columns.filter((column) => column.listed).map((column) => ({
      field: column.name,
      label: column.label,
      title: column.unit ? `${column.description} (${column.unit})` : column.description,
      first: column.name === declaration.key || isShownFirst(table, rows, column.name),
      say: (row) => words.cell(table, column.name, row[column.name]),
      order: (row) => orderOf(row[column.name], column, table),
      right: column.type === "number" || column.type === "integer",
      link: linkOf(declaration, column.name),
    }));
    const composed = COMPOSED.filter((each) => each.from.every((name) => rows.has(name)))
      .map((each) => ({ ...each, title: each.label, first: true, link: null }));
    return inOrder([...declared, ...composed], [declaration.key, ...FIRST]);
  }

  function inOrder(fields, names) {
    const leading = names.flatMap((name) => fields.filter((field) => field.field === name));
    return [...leading, ...fields.filter((field) => !leading.includes(field))];
  }

  function isShownFirst(table, rows, name) {
    // What only one family of facts has is shown in the table of the family.
    const ofFamily = table === "facts" && /^(payer|usd_|party|chamber|candidate|office)/.test(name);
    return SHOWN.has(name) && !ofFamily && (rows.length === 1 || rows.counts(name).size > 1);
  }

  function orderOf(value, column, table) {
    return column.type === "text" || column.type === "category" ? words.cell(table, column.name, value) : value;
  }

  function linkOf(declaration, name) {
    const target = name === declaration.key ? declaration.name : declaration.references[name];
    return target ? (value) => (value === null ? null : addresses.ofRow(target, value)) : null;
  }

  function compare(one, other) {
    if (typeof one === "string") {
      return one < other ? -1 : Number(one > other);
    }
    return one - other;
  }

  /** Return a comparison of rows for Tabulator: empty cells come last, whichever way the rows are sorted. */
  function sorter(field, rows) {
    let ranks = null;
    return (one, other, oneRow, otherRow, column, direction) => {
      // The rows are ranked once: Tabulator compares a row many times.
      ranks = ranks || ranked(field, rows);
      const [left, right] = [ranks[oneRow.getData().place], ranks[otherRow.getData().place]];
      if (left === EMPTY || right === EMPTY) {
        const last = direction === "asc" ? 1 : -1;
        return left === right ? 0 : last * (left === EMPTY ? 1 : -1);
      }
      return left - right;
    };
  }

  /** Return for each place of the rows its rank by a field, the same for equal cells; empty cells have none. */
  function ranked(field, rows) {
    const cells = Array.from({ length: rows.length }, (none, place) => field.order(rows.row(place)));
    const places = cells.map((cell, place) => place).filter((place) => cells[place] !== null);
    places.sort((one, other) => compare(cells[one], cells[other]));
    const ranks = new Int32Array(rows.length).fill(EMPTY);
    let rank = 0;
    places.forEach((place, at) => {
      rank += at > 0 && compare(cells[place], cells[places[at - 1]]) !== 0 ? 1 : 0;
      ranks[place] = rank;
    });
    return ranks;
  }

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
      sorter: sorter(field, rows),
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
    const fields = fieldsOf(table, rows);
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
