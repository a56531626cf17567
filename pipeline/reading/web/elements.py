"""What the elements of HTML are to a reader: the vocabulary of the format, not of any site."""

from functools import cache

from pipeline.reading.lexicon import load_words

HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}

BLOCKS = frozenset(
    {
        *HEADINGS, "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
        "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "p", "pre", "search", "section",
        "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""What begins a paragraph and ends it."""

UNSEEN = frozenset(
    {
        "audio", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "noscript", "object", "script",
        "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip
"""What holds no text of the page: programs, styles, pictures, what a reader fills in."""

ENTRIES = frozenset({"li", "td", "th", "dt", "dd", "figcaption", "caption", "option"})
BOLD = frozenset({"b", "strong"})
OWN_LINES = frozenset({"br", "option"})

FURNITURE = frozenset({"nav", "search", "form", "dialog", "menu", "select", "button"})
OUTER_FURNITURE = frozenset({"header", "footer", "aside"})
"""Furniture of the page where they stand outside the main part; within it they belong to the article."""
MAIN = frozenset({"main", "article"})

NEVER_FURNITURE = frozenset({*MAIN, *HEADINGS, "body"})
"""Whatever the names of their classes."""

FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "form", "toolbar"}
)
MAIN_ROLES = frozenset({"main", "article"})
NOTE_ROLES = frozenset({"doc-noteref"})


@cache
def furniture_words() -> frozenset[str]:
    """Return the words that names of classes of furniture are made of."""
    return frozenset(str(word) for family in load_words("furniture.yaml")["classes"] for word in family["words"])


@cache
def hidden_classes() -> frozenset[str]:
    """Return the names of classes whose text is not shown."""
    return frozenset(str(word) for family in load_words("furniture.yaml")["hidden"] for word in family["words"])
