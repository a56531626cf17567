// What a fine is worth, in words.
"use strict";

(function (tallybook) {
  const { words, addresses, element } = tallybook;

  /** Yield each statement about the money of a row of `fines`: its name, and its words or elements. */
  tallybook.moneyLines = function (fine) {
    return [
      ["In the text, in USD", reported(fine)],
      ["At an official rate", converted(fine)],
      ["The rate", rate(fine)],
      ["The two compared", deviation(fine)],
      ["Rate that the text implies", implied(fine)],
      ["In penalty units", units(fine)],
      ["Or in", fine.penalty_unit_also],
    ].filter(([, said]) => said !== null && said !== undefined);
  };

  function range(low, high, say) {
    return low === high || high === null ? say(low) : `${say(low)} to ${say(high)}`;
  }

  function reported(fine) {
    const low = fine.usd_reported_low;
    return low === null ? "the text gives no equivalent" : `${range(low, fine.usd_reported_high, words.number)} USD`;
  }

  function converted(fine) {
    const amounts = [fine.usd_converted_low, fine.usd_converted, fine.usd_converted_high].filter((each) => each !== null);
    if (amounts.length === 0) {
      return `not converted: ${fine.rate_choice}`;
    }
    return `${range(Math.min(...amounts), Math.max(...amounts), words.money)} USD`;
  }

  function rate(fine) {
    if (fine.rate === null) {
      return null;
    }
    const address = fine.rate_id === null ? null : addresses.ofRow("exchange_rates", fine.rate_id);
    const number = `${words.rate(fine.rate)} ${fine.currency} for one USD`;
    return [
      address === null ? number : element("a", { href: address }, number),
      `: ${fine.rate_choice}. Source: ${fine.rate_source}.`,
    ];
  }

  function deviation(fine) {
    const percent = fine.usd_deviation_pct;
    if (percent === null) {
      return null;
    }
    const side = percent < 0 ? "under" : "over";
    return `the text’s equivalent is ${words.number(Math.abs(percent))} percent ${side} the amount at the official rate`;
  }

  function implied(fine) {
    if (fine.implied_rate_low === null) {
      return null;
    }
    const rates = `${range(fine.implied_rate_low, fine.implied_rate_high, words.rate)} ${fine.currency} for one USD`;
    const months = fine.equivalent_fit_months === null ? "" : ` (${fine.equivalent_fit_months})`;
    return `${rates}, which ${words.cell("fines", "equivalent_fit", fine.equivalent_fit)}${months}`;
  }

  function units(fine) {
    if (fine.penalty_units === null) {
      return null;
    }
    const value = `${words.number(fine.penalty_unit_value)} ${fine.currency}`;
    const since = words.day(fine.penalty_unit_valid_from);
    return `${words.number(fine.penalty_units)} × the ${fine.penalty_unit_name} of ${value}, in force from ${since}`;
  }
})(window.tallybook);
