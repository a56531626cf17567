"""From a text to its paragraphs, each with its kind, the headings over it, and an id that stays."""

from collections import Counter

from pipeline.reading.document import Paragraph, ParagraphKind
from pipeline.reading.furniture import find_furniture
from pipeline.reading.headings import (
    Heading,
    Rank,
    find_heading,
    find_run_in,
    find_sentence_case_heading,
    has_number,
    is_prose,
)
from pipeline.reading.identity import paragraph_id
from pipeline.reading.paragraphs import split_paragraphs


def read_paragraphs(document_id: str, text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in order; every character that is not blank lies in exactly one."""
    spans = split_paragraphs(text)
    texts = [text[span.start : span.end] for span in spans]
    forms = [find_heading(paragraph) for paragraph in texts]
    furniture = find_furniture(texts, forms)
    occurrences: Counter[str] = Counter()
    sections: list[Heading] = []
    paragraphs: list[Paragraph] = []
    prose_seen = False
    for index, (span, paragraph) in enumerate(zip(spans, texts, strict=True)):
        following = texts[index + 1] if index + 1 < len(texts) and index + 1 not in furniture else None
        is_body = index not in furniture
        heading = _heading_here(paragraph, forms[index], following, prose_seen=prose_seen) if is_body else None
        run_in = find_run_in(paragraph) if is_body and not heading else None
        if heading:
            sections = _above(sections, heading)
        if run_in:
            sections = [*_above(sections, run_in.heading), run_in.heading]
        paragraphs.append(
            Paragraph(
                paragraph_id=paragraph_id(document_id, paragraph, occurrences[paragraph]),
                number=index + 1,
                start=span.start,
                end=span.end,
                text=paragraph,
                kind=_kind(heading, is_body=is_body),
                section=tuple(above.text for above in sections) if is_body else (),
                run_in=run_in.length if run_in else 0,
            )
        )
        occurrences[paragraph] += 1
        if heading:
            sections = [*sections, heading]
        prose_seen = prose_seen or (is_body and not heading)
    return tuple(paragraphs)


def _heading_here(text: str, form: Heading | None, following: str | None, *, prose_seen: bool) -> Heading | None:
    """Return the heading that the paragraph is in its place: one stands over something.

    A title with a number may be an entry of a list (`Jane Doe, 34`), whose number must not be lost to a heading: after
    the first prose it heads only prose.
    """
    if following is None:
        return None
    if form is None:
        return find_sentence_case_heading(text, following)
    may_be_entry = form.level == Rank.TITLE and has_number(text)
    return None if may_be_entry and prose_seen and not is_prose(following) else form


def _above(sections: list[Heading], heading: Heading) -> list[Heading]:
    """Return the headings that stay open over a new one."""
    return [above for above in sections if above.level < heading.level]


def _kind(heading: Heading | None, *, is_body: bool) -> ParagraphKind:
    if not is_body:
        return ParagraphKind.FURNITURE
    return ParagraphKind.HEADING if heading else ParagraphKind.BODY
