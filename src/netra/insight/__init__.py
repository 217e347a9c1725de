"""Wawasan: the two tables of the founding studies and what follows from them. Reads all; writes only publications.

Basis: the Jambi studies of 2018 (causes) and 2019 (forms, weak sanctions), UU 7/2017 Ps 93 (Bawaslu watches whether
decisions on neutrality are carried out). Every figure says its unit of count (report, case, person, act), because two
agencies once published different totals for one election. What the public sees has its small cells suppressed, stands
in columns that never follow from the figures, and is published once for each finished month: stored, hashed in the
trail and never changed (ADR 12).

What prevention came to is counted for officers alone, with sentences that say what it does not show (`effect`, ADR 16).

Words: a table (tabel) counts one unit; a cell (sel) is one count; suppression (penyamaran sel kecil) hides what would
point at a person; a publication (terbitan) is what everybody read of a month, a revision its correction; as of (keadaan
sampai) is the last day that counts; a digest (ringkasan) is all tables on one page.
Not here: anything that names or scores a person.
"""
