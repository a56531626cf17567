// Elements of the page. Text from a source enters the page here alone, as a text node: it is read, never obeyed.
"use strict";

window.tallybook = window.tallybook || {};

(function (tallybook) {
  const SAFE_ADDRESS = /^https?:\/\//i;

  /** Return a new element; a child is an element, or a text; children that are null are left out. */
  tallybook.element = function (name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(attribute, value === true ? "" : value);
      }
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  };

  /** Return a link to an address outside, or its text where the address is none of the web. */
  tallybook.outerLink = function (address, words) {
    if (!SAFE_ADDRESS.test(address)) {
      return tallybook.element("span", {}, words);
    }
    return tallybook.element("a", { href: address, rel: "noreferrer", target: "_blank" }, words);
  };

  /** Return the element of the page with that id. */
  tallybook.byId = function (id) {
    return document.getElementById(id);
  };
})(window.tallybook);
