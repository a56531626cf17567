// The parts of a whole, and what they add up to.
"use strict";

(function (tallybook) {
  const { element, words, addresses } = tallybook;

  /** Return a section on the whole that a fact is a part of and on its own parts; null where it has neither. */
  tallybook.wholesSection = function (fact, facts) {
    const whole = fact.part_of === null ? null : facts.find(fact.part_of);
    const parts = facts.all("part_of", fact.fact_id);
    if (whole === null && parts.length === 0) {
      return null;
    }
    return element(
      "section",
      {},
      element("h4", {}, "Whole and parts"),
      whole === null ? null : element("p", {}, "A part of ", link(whole), "."),
      parts.length === 0 ? null : element("p", {}, `It has ${words.count(parts.length, "part")}:`),
      parts.length === 0 ? null : element("ul", {}, parts.map((part) => element("li", {}, link(part)))),
      parts.length === 0 ? null : element("p", { class: "sum" }, sum(fact, parts)),
    );
  };

  function link(fact) {
    const counted = fact.category || fact.counted;
    const text = `${words.stated(fact)}${counted ? ` (${counted})` : ""}, ${words.indicator(fact.indicator)}`;
    return element("a", { href: addresses.ofRow("facts", fact.fact_id) }, text);
  }

  /** Return what the parts add up to, in words: only numbers of one unit that the text states are added. */
  function sum(whole, parts) {
    const units = new Set([whole.unit, ...parts.map((part) => part.unit)]);
    if (units.size > 1 || parts.some((part) => part.value === null)) {
      return "They cannot be added up: the text states no number for one of them, or they are in different units.";
    }
    const total = parts.reduce((added, part) => added + part.value, 0);
    const hedge = parts.every((part) => part.approximation === "exact") ? "" : "about ";
    const said = `Together ${hedge}${words.number(total)}`;
    if (whole.value === null) {
      return `${said}.`;
    }
    const rest = whole.value - total;
    const exact = hedge === "" && whole.approximation === "exact";
    if (rest < 0) {
      return `${said} of ${words.number(whole.value)}: parts overlap, or the source contradicts itself.`;
    }
    const left = rest === 0 ? "the whole" : `${exact ? "" : "about "}${words.number(rest)} are in none of them`;
    return `${said} of ${words.number(whole.value)}; ${left}. Parts may overlap.`;
  }
})(window.tallybook);
