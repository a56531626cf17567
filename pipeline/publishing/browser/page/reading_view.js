// The text of a document, every number marked by its role and linked to its row.
"use strict";

(function (tallybook) {
  const { element, byId, words, addresses } = tallybook;
  const FIRST_HEADING = 3;
  const LAST_HEADING = 6;

  let open = null;

  /** Show a document; the same one again costs nothing. */
  function show(source) {
    if (open === source) {
      return;
    }
    open = source;
    source.inParagraph = numeralsByParagraph(source.numerals);
    byId("text-heading").textContent = source.row.title;
    byId("text-source").replaceChildren(...sourceLine(source.row));
    byId("reading-text").replaceChildren(...paragraphs(source));
    byId("contents-list").replaceChildren(...contents(source));
    byId("legend").replaceChildren(element("legend", {}, "Numbers marked"), ...legend(source.numerals));
    hideRoles();
  }

  function sourceLine(row) {
    const published = row.published ? `, ${words.day(row.published)}` : "";
    return [
      `${row.author ? `${row.author}. ` : ""}${row.publisher}${published}. `,
      tallybook.outerLink(row.url, "The source"),
      row.is_excerpt ? " (an excerpt of it is read here)." : ".",
    ];
  }

  function numeralsByParagraph(numerals) {
    const found = new Map();
    for (let place = 0; place < numerals.length; place += 1) {
      const numeral = numerals.row(place);
      if (!found.has(numeral.paragraph_id)) {
        found.set(numeral.paragraph_id, []);
      }
      found.get(numeral.paragraph_id).push(numeral);
    }
    return found;
  }

  function paragraphs(source) {
    const made = [];
    let page = null;
    for (let place = 0; place < source.paragraphs.length; place += 1) {
      const paragraph = source.paragraphs.row(place);
      if (paragraph.page !== null && paragraph.page !== page) {
        page = paragraph.page;
        made.push(element("p", { class: "page-number" }, `page ${page}`));
      }
      made.push(paragraphElement(source, paragraph));
    }
    return made;
  }

  function depthOf(paragraph) {
    return paragraph.section === "" ? 0 : paragraph.section.split(" > ").length;
  }

  function paragraphElement(source, paragraph) {
    const name = paragraph.kind === "heading" ? `h${Math.min(FIRST_HEADING + depthOf(paragraph), LAST_HEADING)}` : "p";
    const made = element(name, { id: `text-${paragraph.paragraph_id}`, class: paragraph.kind, tabindex: "-1" });
    fill(made, source, paragraph, null);
    return made;
  }

  /** Fill the element of a paragraph with its text; `sentence` is what to mark, in code points of the paragraph. */
  function fill(made, source, paragraph, sentence) {
    const numerals = source.inParagraph.get(paragraph.paragraph_id) || [];
    const cuts = new Set([0, paragraph.run_in, paragraph.end - paragraph.start, ...(sentence || [])]);
    for (const numeral of numerals) {
      cuts.add(numeral.start - paragraph.start).add(numeral.end - paragraph.start);
    }
    const places = [...cuts].sort((one, other) => one - other);
    const units = tallybook.textOffsets(paragraph.text, places);
    const starting = new Map(numerals.map((numeral) => [numeral.start - paragraph.start, numeral]));
    const marked = element("span", { class: "sentence" });
    made.replaceChildren(...(paragraph.kind === "body" ? [paragraphNumber(paragraph)] : []));
    for (let at = 0; at + 1 < places.length; at += 1) {
      const text = paragraph.text.slice(units[at], units[at + 1]);
      const numeral = starting.get(places[at]);
      const piece = numeral ? numeralLink(numeral, text) : text;
      if (sentence && places[at] >= sentence[0] && places[at] < sentence[1]) {
        if (!marked.isConnected && marked.parentNode === null) {
          made.append(marked);
        }
        marked.append(piece);
      } else {
        made.append(places[at] < paragraph.run_in ? element("strong", {}, piece) : piece);
      }
    }
  }

  function paragraphNumber(paragraph) {
    const address = addresses.ofRow("paragraphs", paragraph.paragraph_id);
    return element(
      "a",
      { class: "paragraph-number", href: address, "aria-label": `${paragraph.number}, paragraph` },
      String(paragraph.number),
    );
  }

  function numeralLink(numeral, text) {
    const fact = numeral.fact_id;
    const target = fact === null ? addresses.ofRow("numerals", numeral.numeral_id) : addresses.ofRow("facts", fact);
    return element(
      "a",
      {
        id: `at-${numeral.numeral_id}`,
        class: `numeral ${roleOf(numeral)}`,
        href: target,
        "aria-label": `${text}: ${describe(numeral)}`,
        title: describe(numeral),
      },
      text,
    );
  }

  function roleOf(numeral) {
    if (numeral.role !== "quantity") {
      return numeral.role;
    }
    if (numeral.equivalent_of !== null) {
      return "equivalent";
    }
    return numeral.fact_id === null ? "uncoded" : "coded";
  }

  const ROLES = {
    coded: "quantity with a row of its own",
    equivalent: "equivalent of an amount",
    uncoded: "quantity that no indicator answers to",
  };

  function describe(numeral) {
    return ROLES[roleOf(numeral)] || words.cell("numerals", "role", numeral.role);
  }

  function contents(source) {
    const made = [];
    for (let place = 0; place < source.paragraphs.length; place += 1) {
      const paragraph = source.paragraphs.row(place);
      if (paragraph.kind === "heading") {
        const address = addresses.ofRow("paragraphs", paragraph.paragraph_id);
        const depth = Math.min(depthOf(paragraph), LAST_HEADING - FIRST_HEADING);
        made.push(element("li", { class: `depth-${depth}` }, element("a", { href: address }, paragraph.text)));
      }
    }
    return made;
  }

  function legend(numerals) {
    const counts = new Map();
    for (let place = 0; place < numerals.length; place += 1) {
      const role = roleOf(numerals.row(place));
      counts.set(role, (counts.get(role) || 0) + 1);
    }
    const order = ["coded", "equivalent", "uncoded", "date", "ordinal", "reference", "name", "idiom", "boilerplate"];
    return order.filter((role) => counts.has(role)).map((role) => {
      const name = ROLES[role] || words.cell("numerals", "role", role);
      const box = element("input", { type: "checkbox", value: role, checked: true });
      box.addEventListener("change", hideRoles);
      return element(
        "label",
        {},
        box,
        " ",
        element("span", { class: `numeral ${role}` }, words.number(counts.get(role))),
        ` ${name}`,
      );
    });
  }

  function hideRoles() {
    const boxes = [...byId("legend").querySelectorAll("input")];
    byId("reading-text").dataset.hidden = boxes.filter((box) => !box.checked).map((box) => box.value).join(" ");
  }

  let markedParagraph = null;

  /** Mark a sentence and the number in it, and bring it into sight; the paragraph alone where there is no sentence. */
  function mark(paragraphId, sentence, numeralId) {
    unmark();
    const paragraph = open.paragraphs.find(paragraphId);
    const made = byId(`text-${paragraphId}`);
    if (paragraph === null || made === null) {
      return;
    }
    fill(made, open, paragraph, sentence);
    made.classList.add("current");
    markedParagraph = { made, paragraph, source: open };
    const target = numeralId === null ? made : byId(`at-${numeralId}`) || made;
    if (numeralId !== null) {
      target.setAttribute("aria-current", "true");
    }
    target.scrollIntoView({ block: "center" });
  }

  function unmark() {
    if (markedParagraph !== null && markedParagraph.source === open) {
      fill(markedParagraph.made, open, markedParagraph.paragraph, null);
      markedParagraph.made.classList.remove("current");
    }
    markedParagraph = null;
  }

  tallybook.readingView = { show, mark, unmark };
})(window.tallybook);
