"""The law room: what an act is, by which rule, on which day, by when something is due, and who may do it.

Pure Python without Django, clock or database: every function takes the day it is asked about, and the same question has
the same answer for ever. Facts live in `data/*.yaml`; each value is dated (half-open), cited, and marked by how it was
checked. A fact without a source does not load. Where the sources disagree or were not read, the answer says so
(`needs_review`) instead of choosing.

Legal basis: UU 5/2014 and UU 20/2023 (civil service), PP 53/2010 and PP 94/2021 (discipline), PP 42/2004 (ethics),
PP 37/2004 and PP 49/2018 (party membership, PPPK), UU 7/2017 and UU 1/2015 with its amendments (elections), the letter
B/71/2017 and the joint decrees of 2020 and 2022 (recognised forms), UU 1/2026 (criminal penalties).

Words
    conduct     what an officer observes; a fact            `conducts`
    form        what that may be in law                     `violations`
    basis, era  one legal ground of a form and its period   `violations`
    regime      the discipline regulation of a case         `regime`
    phase       prospective or candidate                    `stages`
    level       a rung of the ladder of sanctions           `vocabulary`, `sanctions`

Doors into the room: `assess` (one record to its answer), `gap` (imposed against floor and ceiling), `may_i` (before the
act), `deadlines`, `windows`, `stages`, `bodies`, `authority`; `commands` for files of records.

Not here: people, cases, letters, what an agency did. Nor village law, regional government law or any judgement of
guilt: crimes are named and referred, never judged.
"""
