// The dataset counts characters in Unicode code points, JavaScript in UTF-16 units.
"use strict";

(function (tallybook) {
  /** Return the places in UTF-16 units of places in code points, which must ascend. */
  tallybook.textOffsets = function (text, places) {
    const found = [];
    let codePoint = 0;
    let unit = 0;
    for (const place of places) {
      while (codePoint < place && unit < text.length) {
        unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
        codePoint += 1;
      }
      found.push(unit);
    }
    return found;
  };

  /** Return the part of a text between two places in code points. */
  tallybook.textBetween = function (text, start, end) {
    return text.slice(...tallybook.textOffsets(text, [start, end]));
  };
})(window.tallybook);
