"""What a whole dataset is, in words."""

from pathlib import Path

from pipeline.tables.manifest import Manifest


def whole_dataset(folder: Path, manifest: Manifest) -> str:
    """Return a line that says that the dataset is whole, and what was taken out of it."""
    redaction = manifest.build.redaction
    if redaction is None:
        return f"{folder}: whole"
    return f"{folder}: whole, without {redaction.names} names of private persons ({redaction.cells} cells)"
