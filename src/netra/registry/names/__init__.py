"""Names looked up in the register itself: the index that `netra.matching` asks, kept in the same database.

    attributes   what is compared beside the name, and how it is shown
    packing      a person as one number, and many of them as bytes
    storing      many rows into a table at once
    gathering    what a batch of people adds to the index
    keeping      whoever is entered, renamed or imported is in the index at once, in the same transaction
    rebuilding   a new generation beside the old one, resumable; existing instances fill their index so
    index        `DatabaseIndex`: the questions of `netra.matching.lookup.Index`, a statement each

The index says nothing that the register does not say, and is never the authority: a person is read from the register,
so an old name leads to the person as they are called now. Decision: docs/adr/0019.
"""
