"""Small numbers never leave the building: Assessment to Assessment, as it may be published.

`Publisher(workspace, as_of)` stands wherever an Assessor can; `protected` does one period. What it promises is
"Small numbers" in the description of the measures: no count of 1 to n−1 is printed, and for every hidden count
there is another table of whole numbers, different there, that agrees with all that a reader knows.
"""

from dap_tui.disclosure.cell import Cell, Kind
from dap_tui.disclosure.publisher import Publisher, protected

__all__ = ["Cell", "Kind", "Publisher", "protected"]
