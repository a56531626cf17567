"""Web pages written for the tests, built as the pages are built that reports are saved from."""

from collections.abc import Sequence
from html import escape

from pipeline.reading.document import Paragraph, ParagraphKind

BANNER = """
<section class="usa-banner" aria-label="Official government website"><div class="usa-accordion">
 <header class="usa-banner__header"><p>An official website of the United States Government</p>
 <button type="button" aria-expanded="false"><span>Here's how you know</span></button></header>
 <div class="usa-banner__content" id="gov-banner" hidden><p><strong>Official websites use .gov</strong><br>
 A .gov website belongs to an official government organization in the United States.</p></div>
</div></section>
"""
HEAD = """<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>2020 Country Reports - Site</title>
<style>.p12 { width: 12px }</style><script>var years = [2019, 2020]; document.write("<p>47 pages</p>")</script></head>
"""
SITE_HEADER = """
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header class="site-header"><nav class="site-nav" aria-label="Primary"><ul>
 <li><a href="/policy-issues/">Policy Issues</a><ul class="sub-menu" style="display: none"><li><a href="/5g/">5G
 Security</a></li></ul></li><li><a href="/about/">About the 50 offices</a></li></ul></nav>
 <form role="search" action="/"><label>Search <input name="s" value="1"></label><button>Go</button></form></header>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/bureaus/">Bureaus</a> &gt; <span>2020 Report</span></div>
"""
SITE_FOOTER = """
<aside class="related"><h2>Related Content</h2><ul><li><a href="/r/2019/">2019 Country Report</a></li></ul></aside>
<footer class="site-footer"><p>White House</p><p>USA.gov</p><p>Office of Inspector General, 2201 C Street</p></footer>
<dialog id="leaving"><p>You are about to leave the site for 1 of 2 reasons.</p></dialog>
<noscript><img src="pixel.gif?id=12"></noscript><template><p>99 templates</p></template>
</body></html>
"""


def report_page(title: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return the page of one report, with its table of contents, built as the pages of the State Department are."""
    headings = [paragraph for paragraph in paragraphs if paragraph.kind is ParagraphKind.HEADING]
    contents = "".join(
        f'<li><a href="#report-toc__section-{place}">{escape(heading.text)}</a></li>'
        for place, heading in enumerate(headings)
    )
    return (
        f"{HEAD}<body class='page has-sidebar'>{BANNER}{SITE_HEADER}<main id='content'><article class='report'>"
        f"<header class='featured-content'><h1 class='featured-content__headline'>{escape(title)}</h1>"
        "<p class='article-meta'>Bureau of Democracy, Human Rights, and Labor</p></header>"
        f"<div class='report__sidebar floating-toc'><h3>In This Section /</h3><ol>{contents}</ol></div>"
        f"<div class='report__content'>{report_body(paragraphs, outermost=2)}</div></article></main>{SITE_FOOTER}"
    )


def custom_page(reports: Sequence[tuple[str, Sequence[Paragraph]]]) -> str:
    """Return a page that a reader put together from several reports, each under the name of its country."""
    bodies = "".join(
        f"<h2>{escape(name)}</h2><div class='report__content'>{report_body(paragraphs, outermost=3)}</div>"
        for name, paragraphs in reports
    )
    return (
        f"{HEAD}<body>{BANNER}{SITE_HEADER}<main id='content'><article>{bodies}</article>"
        "<section class='report-builder'><h2>Human Rights Reports</h2><h3>Edit Your Custom Report</h3>"
        "<form><fieldset><legend>01 / Select A Year</legend><select><option>2020<option>2019</select></fieldset>"
        "<fieldset><legend>02 / Select Sections</legend></fieldset><fieldset><legend>03 / Select Countries</legend>"
        f"<p>You can add more than one country or area.</p></fieldset></form></section></main>{SITE_FOOTER}"
    )


def report_body(paragraphs: Sequence[Paragraph], outermost: int) -> str:
    """Return the headings and the prose of a report as elements, run-in headings bold."""
    return "".join(
        _element(paragraph, outermost) for paragraph in paragraphs if paragraph.kind is not ParagraphKind.FURNITURE
    )


def _element(paragraph: Paragraph, outermost: int) -> str:
    if paragraph.kind is ParagraphKind.HEADING:
        depth = min(6, outermost + len(paragraph.section))
        return f"<h{depth} id='s-{paragraph.number}'>{escape(paragraph.text)}</h{depth}>\n"
    label, rest = paragraph.text[: paragraph.run_in], paragraph.text[paragraph.run_in :]
    bold = f"<strong>{escape(label)}</strong>" if label else ""
    return f"<p>{bold}{escape(rest)}</p>\n"
