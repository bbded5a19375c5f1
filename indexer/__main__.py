"""The command `communique`, also as `python -m indexer`."""

import sys
from pathlib import Path


def main() -> None:
    """Worker processes import this module again and need no command: the commands come with the first call."""
    from indexer.cli import commands  # noqa: PLC0415 - see above

    commands.main(prog_name=Path(sys.argv[0]).name if "communique" in sys.argv[0] else "communique")


if __name__ == "__main__":
    main()
