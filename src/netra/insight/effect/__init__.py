"""Pencegahan dan dampaknya: whom it reached, what was understood, how soon, and what came after it (ADR 16).

Words: a *place* is an agency or a region with all its agencies; a *span* some whole months, the last perhaps running. A
*unit* is the unit of observation: the people whose primary position lies in it, without the units beneath. It is
*reached* from the first day on which half of its people had read one letter or attended one outreach, and stays so.
Units were reached on different days: *staggered introduction*, so that on one day there are both kinds to compare.
"""
