"""The parameters of a build, from `params.yaml`."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DatasetError
from pipeline.stages.parameter_file import read_sections, section
from pipeline.tables.parquet import ParquetLayout
from pipeline.tables.quality import Tolerances


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the file sets."""

    layout: ParquetLayout
    tolerances: Tolerances


def read_parameters(path: Path) -> Parameters:
    """Return the parameters.

    Raises:
        DatasetError: the file is missing, or a parameter is missing or impossible.

    """
    sections = read_sections(path)
    parquet, quality = section(path, sections, "parquet"), section(path, sections, "quality")
    compression = parquet.get("compression")
    if not isinstance(compression, str):
        raise DatasetError(f"{path}: parquet.compression is {compression!r}; give the name of a codec, such as zstd")
    layout = ParquetLayout(
        compression,
        int(_number(path, parquet, "parquet.compression_level", least=1)),
        int(_number(path, parquet, "parquet.row_group_rows", least=1)),
    )
    tolerances = Tolerances(
        implied_rate=_number(path, quality, "quality.implied_rate", least=0),
        vote_shares=_number(path, quality, "quality.vote_shares", least=0),
    )
    return Parameters(layout, tolerances)


def _number(path: Path, parameters: dict[str, object], name: str, least: float) -> float:
    number = parameters.get(name.split(".")[1])
    if isinstance(number, bool) or not isinstance(number, int | float) or number < least:
        raise DatasetError(f"{path}: {name} is {number!r}; give a number of at least {least:g}")
    return float(number)
