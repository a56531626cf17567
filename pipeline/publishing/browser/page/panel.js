// What the dataset says of one row or number, in words.
"use strict";

(function (tallybook) {
  const { element, byId, words, addresses } = tallybook;
  const DETAILS = [
    "payer", "party", "chamber", "candidate", "office", "category", "person", "per", "superseded", "suspended", "also",
    "review_status",
  ];

  /** Show a fact: `found` holds its rows in the tables and the document. */
  function showFact(found) {
    const { fact, paragraph, own } = found;
    const indicator = tallybook.dataset.indicators.get(fact.indicator);
    show(
      found,
      element("h3", { id: "panel-heading", tabindex: "-1" }, words.stated(fact)),
      element("p", { class: "indicator" }, indicator ? indicator.label : fact.indicator),
      tallybook.quotation(own, paragraph),
      element("p", { class: "place" }, place(fact, paragraph), ". ", tallybook.outerLink(own.source_url, "In the source")),
      element("dl", { class: "fields" }, ...factLines(found).map(line)),
      found.fine === null ? null : section("Money", element("dl", { class: "fields" }, ...tallybook.moneyLines(found.fine).map(line))),
      tallybook.wholesSection(fact, found.facts),
      found.findings.length === 0 ? null : qualitySection(found.findings),
      indicator ? disclosure("What the indicator counts", element("p", {}, indicator.definition), element("p", {}, scored(indicator))) : null,
      disclosure("Why the row says this", element("ul", {}, own.explanation.split("\n").map((each) => element("li", {}, each)))),
      citeSection(found),
      disclosure("All fields", allFields(found)),
    );
  }

  /** Show a number that is no fact, and why. */
  function showNumeral(found) {
    const { numeral, paragraph } = found;
    show(
      found,
      element("h3", { id: "panel-heading", tabindex: "-1" }, words.stated(numeral)),
      element("p", { class: "indicator" }, `No row: ${words.cell("numerals", "role", numeral.role)}`),
      tallybook.quotation(numeral, paragraph),
      element("p", { class: "place" }, place(numeral, paragraph), ". ", tallybook.outerLink(numeral.source_url, "In the source")),
      element("dl", { class: "fields" }, ...numeralLines(found).map(line)),
      disclosure("All fields", fieldTable("numerals", numeral, numeral)),
    );
  }

  function show(found, ...children) {
    byId("panel").replaceChildren(navigation(found), ...children.filter((child) => child !== null));
    byId("panel").scrollTop = 0;
  }

  function showNothing() {
    const words = "Choose a marked number, and what the dataset says of it stands here.";
    byId("panel").replaceChildren(element("p", { class: "description" }, words));
  }

  function navigation(found) {
    const { before, after, back } = found.list;
    const step = (key, label, text) =>
      key === null ? null : element("a", { href: addresses.ofRow("facts", key), "aria-label": label }, text);
    return element(
      "nav",
      { class: "panel-nav", "aria-label": "Rows of the list" },
      element("a", { href: back, id: "back-to-list" }, "Back to the list"),
      step(before, "Row before", "‹ Before"),
      step(after, "Row after", "After ›"),
    );
  }

  function place(row, paragraph) {
    const page = paragraph.page === null ? "" : `page ${paragraph.page}, `;
    const within = row.section || paragraph.section;
    return `${within ? `${within}, ` : ""}${page}paragraph ${paragraph.number}`;
  }

  function factLines(found) {
    const { fact } = found;
    const lines = [
      ["Counted", fact.counted],
      ["Status", words.cell("facts", "modality", fact.modality)],
      ["Stated by", fact.attributed_to || "the report itself"],
      ["Period", words.period(fact.period_start, fact.period_end) || "none that the text sets"],
      ["Report", `${words.country(fact.country)}, ${fact.report_year}`],
    ];
    for (const name of DETAILS) {
      const said = words.cell("facts", name, fact[name] ?? null);
      if (said !== null && said !== "no") {
        lines.push([tallybook.dataset.column("facts", name).label, also(name, said)]);
      }
    }
    for (const equivalent of found.fine === null ? found.equivalents : []) {
      lines.push(["Equivalent in the text", numeralLink(equivalent)]);
    }
    return lines.filter(([, said]) => said !== null);
  }

  /** Return how well the indicator is coded, measured on texts that nobody who wrote the rules has read. */
  function scored(indicator) {
    const { facts, precision, recall } = indicator.score;
    if (facts === 0) {
      return "How well it is coded has not been measured on texts that the rules were not written for.";
    }
    const right = precision === null ? "the program made no row" : `${precision} percent of the program’s rows are right`;
    return `Of ${words.count(facts, "annotated fact")} in texts that the rules were not written for, ${recall} percent were found; ${right}.`;
  }

  function also(name, said) {
    return name === "also" ? said.split("; ").map((id) => words.indicator(id)).join("; ") : said;
  }

  function numeralLines(found) {
    const { numeral } = found;
    return [
      ["Why it has no row", numeral.reason],
      ["Counted", numeral.counted],
      ["Governed by", numeral.governor],
      ["Converts", found.converted === null ? null : numeralLink(found.converted)],
      ["Read as", numeral.rule],
    ].filter(([, said]) => said !== null);
  }

  function numeralLink(numeral) {
    const address = numeral.fact_id === null
      ? addresses.ofRow("numerals", numeral.numeral_id)
      : addresses.ofRow("facts", numeral.fact_id);
    return element("a", { href: address }, words.stated(numeral));
  }

  function line([name, said]) {
    return element("div", {}, element("dt", {}, name), element("dd", {}, said));
  }

  function section(heading, ...children) {
    return element("section", {}, element("h4", {}, heading), ...children);
  }

  function disclosure(summary, ...children) {
    return element("details", {}, element("summary", {}, summary), ...children);
  }

  function qualitySection(findings) {
    const said = findings.map((finding) => element(
      "li",
      { class: finding.severity },
      element("strong", {}, `${words.cell("quality", "severity", finding.severity)}: `),
      finding.message,
    ));
    return section("Quality remarks", element("ul", { class: "findings" }, said));
  }

  function citeSection(found) {
    const text = element("p", { class: "citation", id: "citation" }, found.citation);
    return section(
      "Cite this row",
      text,
      tallybook.copyButton("Copy the citation", () => found.citation),
      tallybook.copyButton("Copy a link to this row", () => window.location.href),
    );
  }

  function allFields(found) {
    const tables = [fieldTable("facts", found.fact, found.own)];
    if (found.family !== null) {
      const { name, row } = found.family;
      const known = new Set(tallybook.dataset.declaration("facts").columns.map((column) => column.name));
      tables.push(fieldTable(name, row, row, known));
    }
    return element("div", {}, tables);
  }

  /** Return every declared column of a table with what a row has there; `more` is asked where the list has no cell. */
  function fieldTable(table, row, more, left = new Set()) {
    const columns = tallybook.dataset.declaration(table).columns.filter((column) => !left.has(column.name));
    const rows = columns.map((column) => {
      const value = row[column.name] ?? more[column.name] ?? null;
      const unit = column.unit && value !== null ? ` (${column.unit})` : "";
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, element("code", {}, column.name), element("span", { class: "meaning" }, column.description)),
        element("td", {}, value === null ? "–" : `${value}${unit}`),
      );
    });
    return element("table", { class: "all-fields" }, element("caption", {}, table), element("tbody", {}, rows));
  }

  tallybook.panel = { showFact, showNumeral, showNothing };
})(window.tallybook);
