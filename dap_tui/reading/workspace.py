"""A workspace's folder to the model: catalogue, returns and narratives, and all that is wrong with them."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dap_tui.errors import CatalogueUnreadable, WorkspaceNotFound
from dap_tui.finding import Finding, Place
from dap_tui.narrative import Narrative
from dap_tui.period import Period
from dap_tui.reading.careful import read_bytes, read_carefully
from dap_tui.reading.catalogue import read_catalogue
from dap_tui.reading.file_read import FileRead
from dap_tui.reading.folder import Folder, look_through
from dap_tui.reading.gathering import gather
from dap_tui.reading.narrative import Known, read_narrative
from dap_tui.reading.root import CATALOGUE, is_inside
from dap_tui.reading.rows import RowReader
from dap_tui.reading.toml_text import MOST_BYTES
from dap_tui.returns import Returns
from dap_tui.rules.narrative import TWO_NARRATIVES
from dap_tui.rules.returns import DUPLICATE, NO_SOURCE
from dap_tui.uncollected import uncollected
from dap_tui.workspace import Workspace

if TYPE_CHECKING:
    from dap_tui.published import Published

BULK_BYTES: Final = 1_000_000
"""From this size on polars, which takes longer to load than this takes to read, reads the bulk."""


def read_workspace(root: Path, *, bulk_bytes: int = BULK_BYTES) -> Workspace:
    """All that can be read of the workspace at `root`; what cannot is in its findings.

    Raises WorkspaceNotFound where there is no catalogue, CatalogueUnreadable where it is not TOML. Returns of
    more than `bulk_bytes` in all are read by polars, to the same figures and findings.
    """
    with uncollected():
        return _read(root, bulk_bytes)


def _read(root: Path, bulk_bytes: int) -> Workspace:
    read = read_catalogue(catalogue_bytes(root))
    folder = look_through(root, read.catalogue)
    reader = RowReader(read.catalogue, read.withheld)
    returns, found = _returns(folder, reader, bulk_bytes)
    narratives, said = _narratives(folder, Known.of(read.catalogue, read.withheld))
    published, told = _published(folder, read.catalogue.partnership.starts)
    copies = {each.place.file for each in found if each.code == DUPLICATE.code and each.place[1:3] == (1, 1)}
    named = [each for each in folder.findings if each.code != NO_SOURCE.code or each.place.file not in copies]
    findings = [*read.findings, *named, *found, *said, *told]
    findings.sort(key=_order)
    return Workspace(root, read.catalogue, returns, narratives, tuple(findings), published)


def catalogue_bytes(root: Path) -> bytes:
    """The bytes of a workspace's catalogue; raises as `read_workspace` does."""
    path = root / CATALOGUE
    try:
        if not is_inside(path, root):
            what = "this link leads out of the workspace; put the file itself there"
            raise CatalogueUnreadable(f"{CATALOGUE}:1:1: {what}")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CatalogueUnreadable(f"{CATALOGUE}:1:1: this is no file; put the catalogue itself there")
        if status.st_size > MOST_BYTES:
            most = f"{MOST_BYTES // 1024 // 1024} MiB"
            raise CatalogueUnreadable(f"{CATALOGUE}:1:1: the file is larger than {most}; look what got into it")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise WorkspaceNotFound(f"there is no {CATALOGUE} in {root}") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CatalogueUnreadable(
            f"{CATALOGUE}:1:1: the file cannot be opened: {reason}; see who may read it"
        ) from None


def _returns(folder: Folder, reader: RowReader, bulk_bytes: int) -> tuple[Returns, list[Finding]]:
    if sum(found.size for found in folder.returns) > bulk_bytes:
        from dap_tui.reading.bulk import read_bulk  # brings polars in, which takes long to load

        return read_bulk(folder.returns, reader)
    files = []
    findings: list[Finding] = []
    for found in folder.returns:
        file = FileRead(found)
        content = read_bytes(found, file)
        if content is not None:
            read_carefully(content, file, reader)
        files.append(file)
        findings.extend(file.findings)
    returns, repeated = gather(files)
    return returns, [*findings, *repeated]


def _narratives(folder: Folder, known: Known) -> tuple[dict[Period, Narrative], list[Finding]]:
    narratives: dict[Period, Narrative] = {}
    findings: list[Finding] = []
    for period, path, file in folder.narratives:
        narrative, found = read_narrative(path, file, known)
        findings.extend(found)
        if period in narratives:
            message = f"there is another narrative of {period.shown}, and this one is not used"
            findings.append(TWO_NARRATIVES.at(Place(file), message, "move the words into one of the two"))
        else:
            narratives[period] = narrative
    return narratives, findings


def _published(folder: Folder, starts: int) -> tuple[dict[Period, Published], list[Finding]]:
    published: dict[Period, Published] = {}
    findings: list[Finding] = []
    if not folder.published:
        return published, findings
    from dap_tui.reading.published import read_published  # few workspaces have any
    from dap_tui.rules.published import TWICE

    for period, path, file in sorted(folder.published, key=lambda found: found[1]):
        told, found = read_published(path, file, period, starts)
        findings.extend(found)
        if told is not None and period in published:
            message = f"there is another published.toml of {period.shown}, and this one is not used"
            findings.append(TWICE.at(Place(file), message, "delete the one that is not what went out"))
        elif told is not None:
            published[period] = told
    return published, findings


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return (place.file, place.line, place.column, finding.code, finding.message)
