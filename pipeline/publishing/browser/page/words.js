// What cells say, in words.
"use strict";

(function (tallybook) {
  const number = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
  const rate = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });
  const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ];

  const words = {
    number: (value) => number.format(value),
    rate: (value) => rate.format(value),
    money: (value) => money.format(value),

    count(many, one, several) {
      return `${number.format(many)} ${many === 1 ? one : several || `${one}s`}`;
    },

    /** Return the number that a row states, hedged as the text hedges it; the row of a fine names its cells otherwise. */
    stated(row) {
      const value = row.value ?? row.amount ?? null;
      const low = row.low ?? row.amount_low ?? null;
      const high = row.high ?? row.amount_high ?? null;
      const approximation = row.approximation;
      if (approximation === null || approximation === undefined) {
        return row.surface;
      }
      return `${hedged(approximation, value, low, high, row.surface)} ${unitOf(row.unit ?? row.currency, value)}`.trim();
    },

    /** Return the number that a row is sorted by. */
    magnitude(row) {
      return row.value ?? row.amount ?? row.low ?? row.amount_low ?? row.high ?? row.amount_high ?? null;
    },

    day(date) {
      const [year, month, day] = date.split("-").map(Number);
      return `${day} ${MONTHS[month - 1]} ${year}`;
    },

    /** Return a period as people write it: a year, a month, some months, a day, or from a day to a day. */
    period(start, end) {
      if (start === null && end === null) {
        return null;
      }
      if (end === null) {
        return `since ${words.day(start)}`;
      }
      if (start === null) {
        return `until ${words.day(end)}`;
      }
      return start === end ? words.day(start) : span(start, end);
    },

    /** Return a cell of a table in words; null where it is empty. */
    cell(table, name, value) {
      if (value === null || value === undefined || value === "") {
        return null;
      }
      const column = tallybook.dataset.column(table, name);
      if (column.type === "category") {
        return column.words[value] || value;
      }
      if (column.type === "boolean") {
        return value ? "yes" : "no";
      }
      if (column.type === "integer" && name !== "report_year") {
        return number.format(value);
      }
      return typeof value === "number" && name !== "report_year" ? number.format(value) : named(name, String(value));
    },

    country: (code) => tallybook.dataset.catalog.countries[code] || code,

    indicator(id) {
      const indicator = tallybook.dataset.indicators.get(id);
      return indicator ? indicator.label : id;
    },
  };

  function named(name, value) {
    if (name === "country") {
      return words.country(value);
    }
    return name === "indicator" ? words.indicator(value) : value;
  }

  function hedged(approximation, value, low, high, surface) {
    if (approximation === "exact") {
      return number.format(value);
    }
    if (approximation === "between") {
      return `between ${number.format(low)} and ${number.format(high)}`;
    }
    if (approximation === "order_of_magnitude" || value === null) {
      return low === null ? surface : `${surface} (at least ${number.format(low)})`;
    }
    const column = tallybook.dataset.column("facts", "approximation");
    return `${column.words[approximation] || approximation} ${number.format(value)}`;
  }

  function unitOf(unit, value) {
    if (unit === null || unit === undefined) {
      return "";
    }
    if (value === 1 || unit === "percent" || unit === unit.toUpperCase()) {
      return unit;
    }
    if (/[^aeiou]y$/.test(unit)) {
      return `${unit.slice(0, -1)}ies`;
    }
    return /(s|x|z|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
  }

  function span(start, end) {
    const [year, month, day] = start.split("-").map(Number);
    const [endYear, endMonth, endDay] = end.split("-").map(Number);
    const whole = day === 1 && endDay === new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate();
    if (!whole) {
      return `${words.day(start)} – ${words.day(end)}`;
    }
    if (month === 1 && endMonth === 12) {
      return year === endYear ? String(year) : `${year}–${endYear}`;
    }
    if (year !== endYear) {
      return `${MONTHS[month - 1]} ${year} – ${MONTHS[endMonth - 1]} ${endYear}`;
    }
    return month === endMonth ? `${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]}–${MONTHS[endMonth - 1]} ${year}`;
  }

  tallybook.words = words;
})(window.tallybook);
