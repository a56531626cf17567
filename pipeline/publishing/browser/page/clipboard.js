// Copying text.
"use strict";

(function (tallybook) {
  const { element } = tallybook;

  /** Copy a text; a promise of whether it was copied. */
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text);
    }
  }

  /** Copy by way of a selection, where a browser gives pages from disk no clipboard. */
  function copySelected(text) {
    const area = element("textarea", { class: "off-screen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }

  /** Return a button that copies what `text()` returns when it is pressed, and says so. */
  tallybook.copyButton = function (label, text) {
    const told = element("span", { class: "told", role: "status" });
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", async () => {
      told.textContent = (await copyText(text())) ? "Copied." : "This browser refuses; select the text and copy it.";
    });
    return element("span", { class: "copying" }, button, told);
  };
})(window.tallybook);
