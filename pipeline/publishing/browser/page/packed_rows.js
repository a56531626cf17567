// Rows of a table, kept by column as they are shipped: a cell is looked up, never copied.
"use strict";

(function (tallybook) {
  const NO_WORDS = "";

  class PackedRows {
    /** `spoken` returns what a cell is called where people read it; a search finds that too. */
    constructor(content, key, spoken) {
      this.length = content.length;
      this.columns = new Map(Object.entries(content.columns));
      this.key = key;
      this.spoken = spoken;
      this.places = null;
      this.lowered = new Map();
      this.counted = new Map();
      this.kind = rowKind(this);
    }

    has(name) {
      return this.columns.has(name);
    }

    /** Return a cell; null where it is empty, or the table has no such column. */
    cell(name, place) {
      const column = this.columns.get(name);
      if (column === undefined) {
        return null;
      }
      return column.at === undefined ? column.values[place] : column.values[column.at[place]];
    }

    /** Return a row as an object with a property for each column. */
    row(place) {
      return new this.kind(place);
    }

    /** Return the first row with that key, or null. */
    find(key) {
      if (this.places === null) {
        this.places = new Map();
        for (let place = this.length - 1; place >= 0; place -= 1) {
          this.places.set(this.cell(this.key, place), place);
        }
      }
      const place = this.places.get(key);
      return place === undefined ? null : this.row(place);
    }

    /** Return all rows whose cell in a column has that value. */
    all(name, wanted) {
      const found = [];
      for (let place = 0; place < this.length; place += 1) {
        if (this.cell(name, place) === wanted) {
          found.push(this.row(place));
        }
      }
      return found;
    }

    /** Return each distinct value of a column with how often it occurs. */
    counts(name) {
      if (!this.counted.has(name)) {
        this.counted.set(name, this.count(name));
      }
      return this.counted.get(name);
    }

    count(name) {
      const found = new Map();
      for (let place = 0; place < this.length; place += 1) {
        const value = this.cell(name, place);
        found.set(value, (found.get(value) || 0) + 1);
      }
      return found;
    }

    /** Set to 0 the places in `kept` of rows that hold the word, in lower case, in none of the named columns. */
    keepWord(word, names, kept) {
      const hits = names.filter((name) => this.has(name)).map((name) => this.hits(name, word));
      for (let place = 0; place < this.length; place += 1) {
        kept[place] &= hits.some(([column, hit]) => hit[column.at === undefined ? place : column.at[place]]) ? 1 : 0;
      }
    }

    /** Return a column and, for each of its distinct values, whether it holds the word. */
    hits(name, word) {
      const column = this.columns.get(name);
      if (!this.lowered.has(name)) {
        this.lowered.set(name, column.values.map((value) => this.searchable(name, value)));
      }
      return [column, Uint8Array.from(this.lowered.get(name), (value) => (value.includes(word) ? 1 : 0))];
    }

    searchable(name, value) {
      return value === null ? NO_WORDS : `${value} ${this.spoken(name, value)}`.toLowerCase();
    }
  }

  /** Return a class of rows that look their cells up: 100,000 of them cost little more than their places. */
  function rowKind(rows) {
    class Row {
      constructor(place) {
        this.place = place;
      }
    }
    for (const name of rows.columns.keys()) {
      Object.defineProperty(Row.prototype, name, {
        get() {
          return rows.cell(name, this.place);
        },
        // The list writes back what it has read.
        set() {},
      });
    }
    return Row;
  }

  tallybook.PackedRows = PackedRows;
})(window.tallybook);
