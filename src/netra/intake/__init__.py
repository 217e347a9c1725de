"""Intake: reports come in, are looked through, and are handed on, with the reporter kept apart from the report.

Purpose: anyone reports an act of a civil servant, anonymously if they wish, and follows the report with a code; an
officer of the election supervisor (Bawaslu) checks it, asks for what is missing, and a case takes it.

Legal basis: UU 7/2017 Pasal 454 (Pemilu); UU 1/2015 Pasal 134 as changed by UU 8/2015 (Pemilihan); Perbawaslu 7/2022
Pasal 15-16 (formal and material requirements, preliminary study).

Words: a report (laporan) comes from a person, a finding (temuan) from the supervisor's own watching and lives in
`cases`; a lead (informasi awal) is a report that cannot be registered and is still traced; a designation stands for
the reporter everywhere; a draft is a report that was not sent yet, readable only with the secret its writer holds.

Not here: cases, studies and referrals (`cases`), who the reporter is (`trust.identity`), files (`trust.evidence`),
pages and cookies (`web`). Nothing here sends a reporter's text, name or address to the trail or to a log.
"""
