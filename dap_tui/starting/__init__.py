"""What an analyst starts from: a new workspace, a shipped one, and the blank returns of a period.

    new_workspace(today)                   the files of a first catalogue and its blank returns
    example_workspace(name)                the files of a shipped workspace
    templates(workspace, period, form)     the files of a period's blank returns, and which are in already

Each gives files by name from the workspace, as bytes; `writing.several.write_all_new` puts them there.
"""

from __future__ import annotations

from dap_tui.starting.templates import Form, Templates, templates
from dap_tui.starting.workspaces import example_workspace, new_workspace

__all__ = ["Form", "Templates", "example_workspace", "new_workspace", "templates"]
