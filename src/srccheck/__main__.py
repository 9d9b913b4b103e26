"""Run the command line with ``python -m srccheck``."""

from srccheck.cli import main

if __name__ == "__main__":
    main()
