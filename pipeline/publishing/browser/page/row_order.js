// The order of rows in a list.
"use strict";

(function (tallybook) {
  const EMPTY = -1;

  function compare(one, other) {
    if (typeof one === "string") {
      return one < other ? -1 : Number(one > other);
    }
    return one - other;
  }

  /** Return a comparison of rows for Tabulator: empty cells come last, whichever way the rows are sorted. */
  tallybook.rowSorter = function (field, rows) {
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
  };

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
})(window.tallybook);
