"""The web door: pages for people, and nothing but pages.

Purpose: turn a request into one call of a query or an operation, and its answer into a page that an officer prints and
a judge reads. Each room of the house has one file here (`web/cases.py` for `cases`) with its own `urlpatterns`, and one
folder of templates (`templates/cases/`).

Words: a *door* reads the clock and knows who is asking (`doors.py`); a *component* is a piece of page used by many
(`templates/components/`, `templatetags/netra.py`).

Does not belong here: rules, tables, sums. A page never imports a model and never decides what the law allows.
"""
