// Which rows of a table are kept: by the words searched for, and by the value of columns.
"use strict";

(function (tallybook) {
  const { element, byId, words } = tallybook;
  const COLUMNS = ["indicator", "country", "report_year", "approximation", "attributed_to"];
  const NOBODY = "(nobody)";
  const SOMEBODY = "(somebody)";
  const MOST_SOURCES = 200;

  /** Return for each place of the rows 1 where it is kept, and 0 where it is not. */
  function keptRows(rows, searched, filters) {
    const kept = new Uint8Array(rows.length).fill(1);
    for (const name of COLUMNS) {
      if (filters[name] && rows.has(name)) {
        keepValue(rows, name, filters[name], kept);
      }
    }
    for (const word of (filters.search || "").toLowerCase().split(/\s+/).filter(Boolean)) {
      rows.keepWord(word, searched, kept);
    }
    return kept;
  }

  function keepValue(rows, name, wanted, kept) {
    const fits = (value) => {
      if (wanted === NOBODY) {
        return value === null;
      }
      return wanted === SOMEBODY ? value !== null : String(value) === wanted;
    };
    for (let place = 0; place < rows.length; place += 1) {
      if (kept[place] === 1 && !fits(rows.cell(name, place))) {
        kept[place] = 0;
      }
    }
  }

  /** Fill the choices of each filter from the values that the rows have, and hide those that the table has not. */
  function fillChoices(table, rows) {
    for (const name of COLUMNS) {
      const select = byId(`filter-${name}`);
      select.closest("label").hidden = !rows.has(name);
      select.replaceChildren(option("", "any"));
      if (rows.has(name)) {
        select.append(...choices(table, name, rows.counts(name)));
      }
    }
  }

  /** Show filters in the form. */
  function fillForm(filters) {
    for (const name of COLUMNS) {
      choose(byId(`filter-${name}`), filters[name] || "");
    }
    if (byId("filter-search").value.trim() !== (filters.search || "")) {
      byId("filter-search").value = filters.search || "";
    }
  }

  /** Choose a value; one that no row has, as in an address of another edition, is a choice too: it keeps no row. */
  function choose(select, value) {
    select.value = value;
    if (select.value !== value) {
      select.append(option(value, value));
      select.value = value;
    }
  }

  function choices(table, name, counts) {
    const empty = counts.get(null) || 0;
    const valued = [...counts].filter(([value]) => value !== null);
    let listed = valued.map(([value, many]) => ({ value: String(value), many, text: words.cell(table, name, value) }));
    if (name === "indicator") {
      return grouped(listed);
    }
    if (name === "attributed_to") {
      const named = listed.reduce((sum, choice) => sum + choice.many, 0);
      listed = listed.sort((one, other) => other.many - one.many).slice(0, MOST_SOURCES);
      return [
        option(NOBODY, `the report itself (${words.number(empty)})`),
        option(SOMEBODY, `anybody named (${words.number(named)})`),
        ...sorted(listed).map(counted),
      ];
    }
    return sorted(listed).map(counted);
  }

  function grouped(listed) {
    const families = new Map();
    for (const choice of sorted(listed)) {
      const family = choice.value.split(".")[0].replace(/_/g, " ");
      families.set(family, [...(families.get(family) || []), counted(choice)]);
    }
    return [...families].sort().map(([family, options]) => element("optgroup", { label: family }, options));
  }

  function sorted(listed) {
    return listed.sort((one, other) => one.text.localeCompare(other.text, "en", { numeric: true }));
  }

  function counted(choice) {
    return option(choice.value, `${choice.text} (${words.number(choice.many)})`);
  }

  function option(value, text) {
    return element("option", { value }, text);
  }

  /** Return the filters as the form has them. */
  function readForm() {
    const filters = { search: byId("filter-search").value.trim(), sort: byId("sort").value };
    for (const name of COLUMNS) {
      filters[name] = byId(`filter-${name}`).value;
    }
    return filters;
  }

  tallybook.filters = { keptRows, fillChoices, fillForm, readForm };
})(window.tallybook);
