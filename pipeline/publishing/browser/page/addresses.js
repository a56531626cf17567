// What stands after `#` in the address: a row (`#f-…`), a number (`#n-…`), a paragraph (`#p-…`), a document
// (`#document=…`), or a table with its filters (`#table=fines&country=KAZ`).
"use strict";

(function (tallybook) {
  const EVIDENCE = /^[fnp]-/;
  const FILTERS = ["search", "indicator", "country", "report_year", "approximation", "attributed_to", "sort"];

  tallybook.addresses = {
    FILTERS,

    /** Return what an address asks for: its `view` and what is shown there, or null where it asks for nothing here. */
    read(hash) {
      const asked = hash.replace(/^#/, "");
      if (EVIDENCE.test(asked)) {
        return { view: "text", kind: asked[0], id: decoded(asked) };
      }
      if (asked === "text") {
        return { view: "text", kind: "document", id: null };
      }
      const fields = new URLSearchParams(asked);
      if (fields.has("document")) {
        return { view: "text", kind: "document", id: fields.get("document") };
      }
      if (asked !== "" && !fields.has("table")) {
        return null;
      }
      const filters = Object.fromEntries(FILTERS.filter((name) => fields.has(name)).map((name) => [name, fields.get(name)]));
      return { view: "tables", table: fields.get("table") || "facts", filters };
    },

    /** Return the address of a row of a table, or null where it has no place of its own. */
    ofRow(table, key) {
      if (table === "documents") {
        return `#${new URLSearchParams({ document: key })}`;
      }
      if (table === "exchange_rates") {
        return this.ofTable("exchange_rates", { search: key });
      }
      return EVIDENCE.test(key) ? `#${encodeURIComponent(key)}` : null;
    },

    /** Return the address of a table with its filters. */
    ofTable(table, filters) {
      const fields = new URLSearchParams({ table });
      for (const name of FILTERS) {
        if (filters[name]) {
          fields.set(name, filters[name]);
        }
      }
      return `#${fields}`;
    },
  };

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }
})(window.tallybook);
