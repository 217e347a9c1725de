"""The matching room: who a written name may be. It proposes and explains; an officer confirms with a second attribute.

Pure Python without Django, clock or database: names in, ranked people with calibrated probabilities out. Facts about
names live in `data/*.yaml`, each rule with two names it makes one and two that it must keep apart. What was learned
from data are some thirty numbers (`data/coefficients.yaml`); how often a name occurs is counted in the register at
hand, so that no name of a real person is kept here.

Legal basis: personal data is processed accurately and not misleadingly (UU 27/2022 Pasal 16 ayat (2) huruf d) and is
verified (Pasal 29 ayat (2)); nobody need bear a decision made by a machine alone (Pasal 10 ayat (1)).

Words
    name        what was written, split into tokens, titles and aliases          `names`
    core        the tokens that name the person, without rank, house and title   `names`
    register    the people among whom somebody is looked for                     `lookup`
    candidate   one person of the register with a probability and reasons        `lookup`
    attribute   what is known beside the name: agency, region, year of birth     `lookup`
    mention     a place in a text that names a person or an office             `mentions`
    part        who somebody is in what is told: reported, harmed …            `mentions`
    place       a region that words of a text may mean, with its edition             `places`
    entry       a line of a party list that may be somebody of the register     `linkage`
    namesake    another person whom the same question fits as well               `lookup`

Doors into the room: `names.parse`, `lookup.Lookup.find`, `mentions.read_mentions`, `places.read_places`,
`commands` for files of questions, `linkage.running` and `linkage.review` for party lists.

Not here: who somebody is (an officer's act, in the room that needs it), tables, access, and scores of a person.
"""
