"""Trust: who may do what where, what was done, and what must stay sealed.

Purpose: accounts and roles with a scope, the append-only trail, the evidence store, sealed identities of reporters,
secret codes and personal links, public references.

Legal basis: UU 27/2022 Ps 16 (purpose and minimisation), Ps 35–36 (security and confidentiality), Ps 43–44 (erasure and
destruction of personal data). What a case must keep, and for how long, is said by the rooms above and by each agency's
archive schedule, not here.

Words: *act* (one thing that can be done), *role* and *scope*, *chain* (the events of one case, report or agency),
*event*, *head* (last event of a chain), *daily root* (one hash over every head that moved), *designation* (how a
reporter is called without being named), *evidence*, *original*.

Does not belong here: what a case is, when a step is lawful, which agencies exist. This room knows codes and public
references of those things, never their tables.
"""
