"""Letters (surat): the register of numbers, the forms, drafts, final letters and their verification.

**Purpose.** Every step of a case that the law wants in writing leaves here as a numbered letter in Indonesian official
form (tata naskah dinas: kop, nomor, sifat, lampiran, hal, Yth., isi, penanda tangan, tembusan), with a QR code that
leads to a page where anybody can see that the letter is genuine.

**Legal basis.** UU 7/2017 Pasal 454-455 and UU 8/2015 Pasal 134 (receipt, study, referral); PP 94/2021 Pasal 26-38
(summons, record, report, decision, delivery); PP 42/2004 Pasal 15-20 (council, moral statement); PP 79/2021
Pasal 3-13 (remedies); PP 11/2017 Pasal 255 and PP 49/2018 Pasal 53 (termination). The official annex numbers of the
forms were not seen, so the code of a letter is a setting of the agency, never a constant of ours.

**Words.** A *draft* (konsep) has no number and may be revised. *Finalising* (penetapan) takes the next number of
the agency's register of that year and the letter never changes again. *Erasure* (pemusnahan) takes the content away
when the retention of its case ends; number, kind and date stay, so that the register shows no gap. The *form* of a
letter is its list of fields; *head* is the letterhead, *seal* is number, date and verification code.

**Not here.** When a letter is due or allowed (law, cases, sanctions); who sees a case; sending by post or mail; the
identity of a reporter, for which no form has a field.
"""
