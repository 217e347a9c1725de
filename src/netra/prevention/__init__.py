"""Pencegahan: what people are told so that violations do not happen, and whether it reached them and was understood.

Legal basis: UU 5/2014 Ps 2 f (neutrality as a principle; for UU 20/2023 Ps 2 and Ps 24 (1) the letters were not
verified), SKB MenPANRB 2/2022 of five agencies (guidance and supervision of neutrality). Nothing that was read sets a
form for an appeal or a circular: the letters here follow the house's own forms.

Words: an *instrument* (appeal, circular, instruction, joint decree; own or another agency's) is issued with a number,
holds from a day on, and has a *target*: a saved question to the registry, so that newcomers belong to it. A person
*opens*, *reads* and *understands* it; the last two make an *acknowledgement*. Who has not is *pending*: derived on the
day it is asked, never stored, so that publishing costs the same for ten people and for millions.
For those of a unit its *head* answers, then the heads above, and they are reminded by letter.

An *outreach* is held for an audience like that of an instrument, by one agency, with *speakers* of any body. Who was
there, by a code at the door or on a list, is a *participant*: the day they came and the day it was written down are
both kept. The same questions before and after tell a *gain*, never of fewer than five people.

A *meeting* is called by one agency; those that take part see it, its adopted *minutes*, and their own *action items*.
That an item is overdue, and that a turn of a *series* passed without a meeting, is derived on the day it is asked. A
*consultation* is a question to a body outside and its answer, to be cited. No rule that was read sets their form.

A *routine* of reminders says at which gathering the units of an agency are reminded aloud. A turn is derived from it,
what is said from the law and the election of that day; that it was *given* is one tap by the unit. Nothing that was
read sets an occasion, a rhythm or a text.

A *pact* is one version of a text that people sign or refuse with a reason; who has done neither is pending, derived as
above. No article was found that obliges anybody to sign.

The *desk* (meja tanya) takes a *question* about a planned act from anybody, by a code and without an account; who asks
is a designation, a name is sealed where it was given. An officer of the agency they name, or the body that oversees,
gives a numbered *answer* with the articles of the planned day; a later one takes its place, and the old one stays. It
may be *published* in words that name nobody; that the law has changed since is derived. No article that was read
obliges an office to answer, sets a term for it, or says that advice which was followed mitigates.

Not here: what the law says of an act (`law`), whom the registry knows (`registry`), what happens after a violation
(`cases`), figures over many instruments (`insight`).
"""
