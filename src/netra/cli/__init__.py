"""The command line: the door for whoever runs an instance, and for whoever has a file and a question of law.

Purpose: `netra` starts an instance, loads files into it, checks its trail, and answers questions of law.
Legal basis: none of its own; it asks the rooms.
Words: a *command* is one word after `netra`; the *instance* is one data folder with its database and secrets.
What does not belong here: rules, tables, and texts of letters. The commands of law need no instance, no database
and no secrets; what needs Django lies in `netra.cli.inside` and is loaded only after the instance is entered.
"""
