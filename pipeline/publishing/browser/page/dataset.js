// The dataset, loaded piece by piece: a script from this folder hands its content over by `tallybook.receive`.
"use strict";

(function (tallybook) {
  const received = new Map();
  const loading = new Map();

  tallybook.receive = function (name, content) {
    received.set(name, content);
  };

  /** Return a promise of what a script under `data/` hands over; it is rejected where the file is not there. */
  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        if (received.has(name)) {
          resolve(received.get(name));
          return;
        }
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.addEventListener("load", () => resolve(received.get(name)));
        script.addEventListener("error", () => {
          loading.delete(name);
          reject(new Error(`The file data/${name}.js is missing or cannot be read; copy the whole folder again.`));
        });
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  /** Return a function that says a cell of a table in other words, where there are any. */
  function spokenIn(table) {
    return (name, value) => {
      const words = tallybook.words.cell(table, name, value);
      return words === String(value) ? "" : words;
    };
  }

  const tables = new Map();
  const documents = new Map();

  tallybook.dataset = {
    catalog: null,
    indicators: new Map(),

    /** Take in the catalog, which the page has loaded already. */
    open() {
      this.catalog = received.get("catalog");
      this.indicators = new Map(this.catalog.indicators.map((indicator) => [indicator.id, indicator]));
    },

    declaration(name) {
      return this.catalog.tables.find((table) => table.name === name);
    },

    column(table, name) {
      return this.declaration(table).columns.find((column) => column.name === name);
    },

    /** Return a promise of the rows of a table. */
    async table(name) {
      if (!tables.has(name)) {
        const content = await load(`tables/${name}`);
        tables.set(name, new tallybook.PackedRows(content, this.declaration(name).key, spokenIn(name)));
      }
      return tables.get(name);
    },

    /** Return a promise of a document: its row, paragraphs, numerals, and what its facts rest on. */
    async document(documentId) {
      if (!documents.has(documentId)) {
        const listed = await this.table("documents");
        const row = listed.find(documentId);
        if (row === null) {
          throw new Error(`The dataset has no document ${documentId}.`);
        }
        const content = await load(`documents/${row.place}`);
        documents.set(documentId, {
          row,
          paragraphs: new tallybook.PackedRows(content.paragraphs, "paragraph_id", spokenIn("paragraphs")),
          numerals: new tallybook.PackedRows(content.numerals, "numeral_id", spokenIn("numerals")),
          facts: new tallybook.PackedRows(content.facts, "fact_id", spokenIn("facts")),
        });
      }
      return documents.get(documentId);
    },
  };
})(window.tallybook);
