"""What a reviewer has said of a row."""

from schemas.tables.column import Column, ColumnType

REVIEW_STATUSES = ("unreviewed", "confirmed", "corrected", "added", "rejected")

REVIEW = (
    Column(
        "review_status",
        ColumnType.CATEGORY,
        "Whether a person has looked at the row: `confirmed` as the program made it, `corrected`, `added`; a ledger "
        "entry whose fact was taken away is `rejected`.",
        choices=REVIEW_STATUSES,
    ),
    Column(
        "review_note",
        ColumnType.TEXT,
        "Who reviewed the row and when, why, and what the program had said before.",
        nullable=True,
    ),
)
