"""`python -m cop_challenge`, and the `cop-challenge` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line; alone it plays."""
    from cop_challenge.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
