"""The half of a command that needs Django; `netra.cli.instance.inside` loads it once the instance is entered."""
