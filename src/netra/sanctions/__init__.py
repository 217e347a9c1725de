"""Penanganan: what happens to one person after the referral, from the summons to the executed decision.

Legal basis: PP 94/2021 (before it PP 53/2010) for discipline, PP 42/2004 for ethics, UU 20/2023 Ps 52 (before it UU
5/2014 Ps 87) and PP 49/2018 Ps 53 for the end of status, PP 79/2021 (before it PP 24/2011) for remedies.

Words: a proceeding (penanganan) is one accused person on one route: discipline, ethics, status termination, or a crime
that is referred and not judged here. Its decision may be lighter than the floor of the law: the authority decides, not
the software, but it gives a written reason and the mark stays visible. Not here: whether an act is a breach (`law`),
and the common path of all accused up to the recommendation (`cases`).
"""
