// The view of texts: a document, and beside it what the dataset says of the number chosen.
"use strict";

(function (tallybook) {
  const { element, byId, words, addresses, dataset, evidence } = tallybook;

  /** Show what an address asks for: a fact, a number, a paragraph, or a document. */
  async function show(asked) {
    if (asked.kind === "document") {
      await showDocument(asked.id);
      return;
    }
    const found = await { f: evidence.ofFact, n: evidence.ofNumeral, p: evidence.ofParagraph }[asked.kind](asked.id);
    if (found === null) {
      throw new Error(`The dataset has no row ${asked.id}; it may be of another version.`);
    }
    tallybook.readingView.show(found.source);
    byId("document-choice").value = found.source.row.document_id;
    if (asked.kind === "p") {
      tallybook.panel.showNothing();
      tallybook.readingView.mark(asked.id, null, null);
      return;
    }
    const list = listOf(asked);
    if (asked.kind === "f") {
      tallybook.panel.showFact({ ...found, list, citation: found.own.citation });
    } else {
      tallybook.panel.showNumeral({ ...found, list });
    }
    const sentence = tallybook.quotePlace(found.quoted, found.paragraph);
    tallybook.readingView.mark(found.paragraph.paragraph_id, sentence, found.numeralId);
    byId("panel-heading").focus({ preventScroll: true });
  }

  function listOf(asked) {
    const rows = tallybook.listing.neighbours(asked.id);
    return { ...rows, back: tallybook.tablesView.address() };
  }

  async function showDocument(documentId) {
    const listed = await dataset.table("documents");
    const source = await dataset.document(documentId || listed.cell("document_id", 0));
    tallybook.readingView.show(source);
    tallybook.readingView.unmark();
    tallybook.panel.showNothing();
    byId("document-choice").value = source.row.document_id;
    window.scrollTo(0, 0);
    byId("text-heading").focus({ preventScroll: true });
  }

  async function start() {
    const listed = await dataset.table("documents");
    const options = [];
    for (let place = 0; place < listed.length; place += 1) {
      const row = listed.row(place);
      options.push(element(
        "option",
        { value: row.document_id },
        `${words.country(row.country)} ${row.report_year}: ${row.document_id}`,
      ));
    }
    byId("document-choice").replaceChildren(...options);
    byId("document-choice").addEventListener("change", (event) => {
      window.location.hash = addresses.ofRow("documents", event.target.value);
    });
  }

  tallybook.textView = { start, show };
})(window.tallybook);
