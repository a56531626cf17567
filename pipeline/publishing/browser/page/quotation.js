// The sentence of a row with its number marked.
"use strict";

(function (tallybook) {
  const { element } = tallybook;

  /** Return where in its paragraph the quote of a row stands, in code points: around the number, if it occurs twice. */
  tallybook.quotePlace = function (row, paragraph) {
    const characters = [...paragraph.text];
    const length = [...row.quote].length;
    const [start, end] = [row.start - paragraph.start, row.end - paragraph.start];
    for (let at = Math.max(0, end - length); at <= start; at += 1) {
      if (characters.slice(at, at + length).join("") === row.quote) {
        return [at, at + length];
      }
    }
    return [start, end];
  };

  /** Return the quotation with the number in a mark. */
  tallybook.quotation = function (row, paragraph) {
    const [from, to] = tallybook.quotePlace(row, paragraph);
    const [start, end] = [row.start - paragraph.start, row.end - paragraph.start];
    const [a, b, c, d] = tallybook.textOffsets(paragraph.text, [from, start, end, to]);
    return element(
      "blockquote",
      {},
      paragraph.text.slice(a, b),
      element("mark", {}, paragraph.text.slice(b, c)),
      paragraph.text.slice(c, d),
    );
  };
})(window.tallybook);
