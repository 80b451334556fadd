"""What stops the program. Bad data never does: it is a finding.

DapError                 said in one line on standard error, exit status 2
├── WorkspaceNotFound    no `catalogue.toml` here or above
├── CatalogueUnreadable  `catalogue.toml` is there and does not parse
├── NotKnown             a period, source or indicator that the workspace does not have
└── WriteRefused         a file that would be overwritten, or that cannot be written
    └── ChangedMeanwhile a file that someone else changed since it was read; holds both texts
"""


class DapError(Exception):
    """Something a person asked for cannot be done; its text says what to do."""


class WorkspaceNotFound(DapError):
    """No workspace at the place named, or here and above."""


class CatalogueUnreadable(DapError):
    """The catalogue is not TOML; the text begins with `catalogue.toml:LINE:COLUMN`."""


class NotKnown(DapError):
    """A period, source or indicator was named that the workspace does not have."""


class WriteRefused(DapError):
    """A file could not be written, or writing it would destroy another's words."""


class ChangedMeanwhile(WriteRefused):
    """Someone else changed the file since it was read. Nothing was written, and both texts are here.

    `mine` is what was to be written, `theirs` what stands there now; None where the file has gone.
    """

    def __init__(self, message: str, mine: bytes, theirs: bytes | None) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs
