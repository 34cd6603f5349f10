"""``python -m sholu.cli`` is the command ``sholu``."""

from sholu.cli.main import main

main()
