"""Demo: invented people and the cases of the two founding studies, told through the same acts as real work.

Purpose: `make demo` shows every page with something true on it: Kota Jambi in the mayoral election of 2018, Muaro Jambi
in the general election of 2019, the elections of 2024, and matters that run and are overdue today.

Words: a *tale* (kisah) is a generator that acts, and yields the moment of its next act; all tales are played together
in the order of time, so that numbers of letters, trails and lists are as if the house had been used since 2017. A tale
ends where its YAML says (`until`), or waits where the day of loading has not come to its next act.

All people are invented and their names end with "(contoh)"; candidates and dates of elections are public facts and
come with the rooms `law` and `registry`. Nothing here writes a table: it tells the operations of the rooms below.
Not here: rules, pages, and data that a real instance would need.
"""
