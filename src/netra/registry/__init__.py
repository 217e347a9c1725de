"""Registry: who and where — agencies, units, civil servants and their positions, regions, elections and their stages.

Purpose: every other room names an agency, a person, a region or an election by the public code that this room keeps,
and asks here what held *on that day*: who was whose superior, who was the appointing authority, which phase it was.

Legal basis: UU 5/2014 and UU 20/2023 (agencies, appointing authority, kinds of employment), PP 11/2017 (positions),
PP 49/2018 (PPPK), Perka BKN 22/2007 (the eighteen digits of the NIP), the Ministry of Home Affairs' decrees on region
codes (by edition), and the stages that KPU sets for each election.

Words: *agency* (instansi), *unit* (unit kerja), *civil servant* (ASN: PNS, CPNS, PPPK), *position spell* (a half-open
period in a position), *appointing authority* (pejabat pembina kepegawaian, never "PPK"), *edition* (one published list
of region codes), *stage* (tahapan), *ticket* (pasangan calon).

Not here: what the law says of a stage or an authority (`law`), users and scope (`trust`), anything about a case.
"""
