// What there is to list of a table: its declared columns, and what several of them say together.
"use strict";

(function (tallybook) {
  const { words, addresses } = tallybook;
  /** Columns that are shown at first where they tell rows apart; a reader may choose any other. */
  const SHOWN = new Set([
    "indicator", "counted", "attributed_to", "country", "report_year", "quote", "payer", "usd_reported_high",
    "usd_converted", "usd_deviation_pct", "equivalent_fit", "penalty_units", "party", "chamber", "candidate", "office",
    "review_status", "title", "publisher", "published", "is_excerpt", "characters", "facts", "kind", "number", "text",
    "role", "reason", "check", "severity", "message", "date", "currency", "rate", "frequency", "basis", "observations",
    "source",
  ]);
  /** The columns that most want to be read come first, whatever the order of the table's declaration. */
  const FIRST = ["indicator", "stated", "counted", "period", "attributed_to", "quote", "title", "text"];
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

  /** Return what there is to show of a table: composed columns after the key and the indicator, then the declared. */
  tallybook.listFields = function (table, rows) {
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
  };

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
})(window.tallybook);
