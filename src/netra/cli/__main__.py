"""`python -m netra.cli`: the same as `netra`, where the console script is not on the path."""

import sys

from netra.cli.main import main

sys.exit(main())
