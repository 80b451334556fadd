"""The tables and the indicator page as text, in the width of the terminal: `dap show`."""
