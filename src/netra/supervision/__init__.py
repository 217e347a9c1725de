"""Pengawasan: what supervisors and the personnel agency watch by themselves, in every month of every year.

Legal basis: UU 7/2017 Ps 454 (5) (a finding of the election supervisors and its term). That an agency watches its own
units at all times is the advice of the first study; no article that was read orders it, sets a form for a plan or a
checklist, or says how an agency hands on what it saw. Where none was found, nothing is cited.

Words: a *visit* is one planned act of watching an agency or one of its units, on a day, for stated *reasons*; it never
changes, it is *observed* or *cancelled* with a reason. A *checklist* is a version of an agency's questions; it never
changes either. An *observation* says when and where somebody looked, what the answers were and the *result*: nothing
found, which is a result too, or something suspected. The personnel agency *passes* what it suspects to the supervisors
of its region, who look for themselves. A month is what is planned in it: that something is overdue, that a month has no
plan, and which places are *proposed* is derived on the day somebody asks.

Not here: a score of anybody (reasons are about agencies and units); the case that a suspicion becomes, which `cases`
registers and of which this room only keeps the reference.
"""
