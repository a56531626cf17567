// What belongs to a row, gathered from the tables and its document.
"use strict";

(function (tallybook) {
  const { dataset } = tallybook;

  /** Return a promise of what the panel shows of a fact; null where the dataset has no such row. */
  async function ofFact(factId) {
    const facts = await dataset.table("facts");
    const fact = facts.find(factId);
    if (fact === null) {
      return null;
    }
    const source = await dataset.document(fact.document_id);
    const own = source.facts.find(factId);
    const quality = await dataset.table("quality");
    const family = await ofFamily(fact);
    return {
      source,
      facts,
      fact,
      own,
      family,
      fine: family !== null && family.name === "fines" ? family.row : null,
      paragraph: source.paragraphs.find(fact.paragraph_id),
      findings: quality.all("fact_id", factId),
      equivalents: source.numerals.all("equivalent_of", fact.numeral_id),
      numeralId: fact.numeral_id,
      quoted: own,
    };
  }

  async function ofFamily(fact) {
    const indicator = dataset.indicators.get(fact.indicator);
    if (!indicator || indicator.table === null) {
      return null;
    }
    const row = (await dataset.table(indicator.table)).find(fact.fact_id);
    return row === null ? null : { name: indicator.table, row };
  }

  /** Return a promise of what the panel shows of a number; null where the dataset has none of that id. */
  async function ofNumeral(numeralId) {
    const listed = (await dataset.table("numerals")).find(numeralId);
    if (listed === null) {
      return null;
    }
    const source = await dataset.document(listed.document_id);
    const numeral = source.numerals.find(numeralId);
    return {
      source,
      numeral,
      paragraph: source.paragraphs.find(numeral.paragraph_id),
      converted: numeral.equivalent_of === null ? null : source.numerals.find(numeral.equivalent_of),
      numeralId,
      quoted: numeral,
    };
  }

  /** Return a promise of the document and the paragraph of that id; null where the dataset has none. */
  async function ofParagraph(paragraphId) {
    const listed = (await dataset.table("paragraphs")).find(paragraphId);
    if (listed === null) {
      return null;
    }
    const source = await dataset.document(listed.document_id);
    return { source, paragraph: source.paragraphs.find(paragraphId) };
  }

  tallybook.evidence = { ofFact, ofNumeral, ofParagraph };
})(window.tallybook);
