"""Run the program as ``python -m tuireader``."""

from tuireader.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
