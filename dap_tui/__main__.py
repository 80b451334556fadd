"""`python -m dap_tui` is `dap`."""

from dap_tui.cli import main

if __name__ == "__main__":
    main()
