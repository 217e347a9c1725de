"""Perkara: one matter from its registration to the recommendation, and its proper end.

Here the two lawful sources meet: a report (laporan, room `intake`) and a finding (temuan, room `supervision`).
Legal basis: UU 7/2017 Ps 454–455 with 95 e, 99 d, 103 d (general elections); UU 8/2015 Ps 134 and UU 10/2016 Ps 30 e
(regional elections); UU 5/2014 Ps 32 to 2024-09-03 and SE MenPANRB 4/2024 after it (oversight).

Words: a case (perkara) has parties (terlapor), acts (perbuatan) and allegations (dugaan: one party × one act, assessed
by law and confirmed by an officer). A deadline belongs to an actor, not to the case. Not here: what happens to one
person after the referral (summons, examination, decision, remedies), which is a proceeding in the room `sanctions`.
"""
