"""Makes a register of its own: cases with parties, acts, deadlines, recommendations, proceedings, decisions and letters.

Written as set operations of the database itself, because a million rows through an ORM would take hours; the columns
are those that the operations fill. The same statements serve PostgreSQL and SQLite through a small dialect.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db import connection

from netra.law.assess import assess

REGIONS, AGENCIES = 500, 600
STATES = ("REGISTERED", "PRELIMINARY_STUDY", "STUDY", "PLENARY", "REFERRED", "RECOMMENDED", "PROCEEDING", "CLOSED")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a vendor counts and adds days."""

    numbers: str
    padded: str
    day: str
    yes: str
    no: str

    def plus(self, days: str) -> str:
        return self.day.format(days=days)


POSTGRESQL = Dialect(
    "INSERT INTO numbers SELECT generate_series(1, {count})",
    "lpad(n::text, 10, '0')",
    "(DATE '2024-01-01' + ({days})::int)",
    "true",
    "false",
)
SQLITE = Dialect(
    "INSERT INTO numbers WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c",
    "substr('0000000000' || n, -10)",
    "date('2024-01-01', ({days}) || ' days')",
    "1",
    "0",
)


@dataclass(frozen=True, slots=True)
class Made:
    """Expressions over the number n that several tables share."""

    region: str
    agency: str
    state: str
    ref: str
    due: str


# One in twenty proceedings waits to be carried out.
FINAL_OR_DECIDED = "CASE WHEN n % 8 = 4 AND n % 5 = 0 THEN 'FINAL' ELSE 'DECIDED' END"


def _made(sql: Dialect) -> Made:
    return Made(
        region=f"(11 + n % 30) || '.' || (10 + n % {REGIONS // 30})",
        agency=f"'AGENCY-' || (n % {AGENCIES})",
        state="CASE n % 8 " + " ".join(f"WHEN {k} THEN '{name}'" for k, name in enumerate(STATES)) + " END",
        ref=f"'PKR-2024-' || {sql.padded}",
        due=f"CASE WHEN n % 8 = 7 THEN NULL ELSE {sql.plus('n % 1100')} END",
    )


def fill(count: int) -> None:
    """`count` cases, half of them referred and decided, each with its letters."""
    sql = POSTGRESQL if connection.vendor == "postgresql" else SQLITE
    made = _made(sql)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE numbers (n bigint PRIMARY KEY)")
        cursor.execute(sql.numbers.format(count=count))
        for statement in (*_matters(sql, made), _next_terms(made), *_outcomes(sql, made)):
            cursor.execute(_right(statement))
        cursor.execute("DROP TABLE numbers")
        cursor.execute("ANALYZE")


def _matters(sql: Dialect, made: Made) -> tuple[str, ...]:
    """Cases with their people, acts, allegations and terms."""
    return (
        f"""INSERT INTO cases_case (id, ref, source, report_ref, observation_ref, title, election_code, election_kind, office, region_code,
            province_code, handling_agency_code, agency_code, bypass_agency_code, state, referred, received_date,
            registered_at, next_due_date, next_due_rule, deviates, released_evidence_refs, ended_date, outcome, erase_date,
            erased_at)
            SELECT n, {made.ref}, 'FINDING', '', '', 'Dugaan dukungan (contoh) ' || n, 'PILKADA-2024', 'REGIONAL', 'REGENT',
            {made.region}, cast(11 + n % 30 as varchar), 'BAWASLU-' || ({made.region}), {made.agency}, '', {made.state},
            CASE WHEN n % 8 >= 4 THEN {sql.yes} ELSE {sql.no} END, {sql.plus("n % 1000")}, {sql.plus("n % 1000")},
            {made.due}, CASE WHEN n % 8 = 7 THEN '' ELSE 'follow_up' END, CASE WHEN n % 11 = 0 THEN {sql.yes} ELSE {sql.no} END,
            '{{}}', CASE WHEN n % 8 = 7 THEN {sql.plus("n % 1000 + 60")} ELSE NULL END, '', NULL, NULL FROM numbers""",
        f"""INSERT INTO cases_party (id, case_id, ordinal, name, position_title, position, employment, grade, agency_code,
            unit_name, nip, identified_by_attribute, identified_at, shown_evidence_refs, papers_under)
            SELECT n, n, 1, 'Pegawai ' || n || ' (contoh)', 'Analis', 'PELAKSANA', 'PNS', 'III/a', {made.agency}, '', '', '',
            NULL, '[]', '[]' FROM numbers""",
        f"""INSERT INTO cases_act (id, case_id, ordinal, conduct, other_conducts, act_date, act_date_precision, phase,
            place, channel, narrative)
            SELECT n, n, 1, 'social_media_reaction', '[]', {sql.plus("n % 1000")}, 'DAY', 'candidate', '',
            'SOCIAL_MEDIA', 'Menyukai unggahan (contoh).' FROM numbers""",
        f"""INSERT INTO cases_allegation (id, party_id, act_id, state, assessment, assessed_at, phase, category,
            level_floor, level_ceiling, regime, needs_review, earlier_decision, reason, decided_by, decided_at)
            SELECT n, n, n, 'CONFIRMED', '{_answer()}',
            {sql.plus("n % 1000")}, 'candidate', 'DISCIPLINE', 'SEVERE', 'SEVERE', 'DISC-94', {sql.no}, '', '', 'user:1',
            {sql.plus("n % 1000")} FROM numbers""",
        f"""INSERT INTO cases_deadline (id, case_id, subject_ref, holder, agency_code, region_code, province_code, rule, label,
            start_date, due_date, unit, source_kind, citation, verification, steps, notes, alternatives, provisional, needs_review, met_date,
            paused_date)
            SELECT n, n, '', 'AUTHORITY', {made.agency}, {made.region}, cast(11 + n % 30 as varchar),
            'follow_up', 'Batas PPK menindaklanjuti rekomendasi',
            {sql.plus("n % 1000")}, {sql.plus("n % 1100")}, 'WORKING_DAY', 'LETTER', 'Surat BKN', 'SEEN', '[]', '[]', '[]',
            {sql.no}, {sql.no}, CASE WHEN n % 8 IN (4, 5, 6) AND n % 10 = 0 THEN NULL ELSE {sql.plus("n % 1000 + 9")} END,
            NULL FROM numbers""",
    )


def _next_terms(made: Made) -> str:
    """What each agency reads of the clock of its cases."""
    return f"""INSERT INTO cases_nextterm (id, case_id, agency_code, due_date, rule)
            SELECT n, n, {made.agency}, {made.due}, 'follow_up' FROM numbers WHERE NOT (n % 8 = 7)"""


def _outcomes(sql: Dialect, made: Made) -> tuple[str, ...]:
    """Proceedings, decisions and letters of the referred half."""
    return (
        f"""INSERT INTO sanctions_proceeding (id, ref, case_id, party_id, route, state, agency_code, region_code,
            province_code, conduct, act_date, examination_date, decision_date, regime, level_floor, level_ceiling,
            opened_at, closed_date, outcome, composition_note, duty_released_date)
            SELECT n, 'PNG-2024-' || n, n, n, 'DISCIPLINE', {FINAL_OR_DECIDED}, {made.agency}, {made.region}, cast(11 + n % 30 as varchar),
            'social_media_reaction', {sql.plus("n % 1000")}, NULL, {sql.plus("n % 1000 + 30")}, 'DISC-94', 'SEVERE', 'SEVERE',
            {sql.plus("n % 1000")}, NULL, '', '', NULL FROM numbers WHERE n % 8 >= 4""",
        f"""INSERT INTO sanctions_decision (id, proceeding_id, kind, level, sanction_code, sanction_label, basis,
            considerations, decided_date, decided_by, imposed_by, signer_title, letter_ref, regime, level_floor,
            level_ceiling, recommended_level, below_floor, below_recommendation, above_ceiling, steps_from_floor,
            deviation_reason, competence_note, effective_basis, mode, delegate_title)
            SELECT n, n, 'DISCIPLINE', 'SEVERE', 'demotion_12m', 'Penurunan jabatan', 'PP 94/2021', 'contoh',
            {sql.plus("n % 1000 + 30")}, 'user:1', 'APPOINTING_AUTHORITY', 'Bupati', 'SRT-D-' || n, 'DISC-94', 'SEVERE',
            'SEVERE', 'SEVERE', {sql.no}, {sql.no}, {sql.no}, 0, '', '', '', '', '' FROM numbers WHERE n % 8 >= 4""",
        f"""INSERT INTO sanctions_decisiondelivery (id, decision_id, manner, received_date, letter_ref, in_force_date)
            SELECT n, n, 'IN_PERSON', {sql.plus("n % 1000 + 40")}, '', {sql.plus("n % 1000 + 60")}
            FROM numbers WHERE n % 8 = 4 AND n % 5 = 0""",
        f"""INSERT INTO letters_letter (id, ref, kind, agency_code, agency_name, chain, subject_ref, status, data, number,
            sequence, year, letter_date, pdf_sha256, verification_code, drafted_by, drafted_at, finalised_by,
            finalised_at, erased_at)
            SELECT n, 'SRT-D-' || n, 'DECISION_SEVERE', {made.agency}, 'Instansi (contoh)', 'case:' || {made.ref}, 'PNG-2024-' || n,
            'FINAL', '{{}}', n || '/KEP-HDB/2024', n, 2024, {sql.plus("n % 1000")},
            substr('{"0" * 64}' || n, -64), 'V' || n, 'user:1', {sql.plus("n % 1000")}, 'user:1',
            {sql.plus("n % 1000")}, NULL FROM numbers WHERE n % 8 >= 4""",
    )


def _answer() -> str:
    """What the law says of the act in every case, as the operations would have stored it."""
    record = {
        "id": "bench",
        "act_date": "2024-10-15",
        "conduct": "social_media_reaction",
        "election_kind": "REGIONAL",
        "phase": "candidate",
        "examination_date": "2024-11-01",
    }
    return json.dumps(assess(record), ensure_ascii=False).replace("'", "''").replace("%", "%%")


def _right(statement: str) -> str:
    """PostgreSQL has no negative start in substr."""
    if connection.vendor == "postgresql":
        return statement.replace(f"substr('{'0' * 64}' || n, -64)", "lpad(n::text, 64, '0')")
    return statement
