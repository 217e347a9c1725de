"""No personal data in logs: canaries go through every operation of the room, no log line may carry one."""

from __future__ import annotations

import logging

import pytest

from netra.trust import codes, evidence, identity, identity_readers, links, trail
from netra.trust.actors import ReporterActor
from netra.trust.errors import Refused
from netra.trust.identity import Identity
from netra.trust.models import Event
from netra.trust.operations import identity_approve, identity_open, identity_request, password_set, sign_in, user_create
from netra.trust.tests import builders
from netra.trust.tests.builders import MORNING, later

pytestmark = pytest.mark.django_db
CHAIN = "report:LAP-2026-AAAA"


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def it_logs_nothing_of_a_reporter_or_their_evidence(absent_from_logs, monkeypatch):
    monkeypatch.setitem(identity_readers._readers, "report", lambda _user, _ref, _on: True)
    name, phone = absent_from_logs("Kenari Sari Lestari"), absent_from_logs("081299990000")
    file_name, words = absent_from_logs("kenari-foto-sari.jpg"), absent_from_logs("kenari isi berkas")
    code = absent_from_logs(codes.new_code())
    designation = identity.seal(identity=Identity(name=name, contact=phone), at=MORNING)
    sari = ReporterActor(designation)
    item = evidence.receive(content=words.encode(), original_name=file_name, by=sari, at=MORNING, chain=CHAIN)
    evidence.open_original(item.ref, by=sari, at=MORNING, chain=CHAIN)
    codes.fingerprint(code)
    wayan, ketut = builders.wayan(), builders.ketut()
    asked = identity_request(
        designation=designation, chain=CHAIN, reason="Perlu klarifikasi", region_code="15.71", by=wayan, at=MORNING
    )
    identity_approve(request_ref=asked.ref, reason="Alasan cukup", by=ketut, at=MORNING)
    assert identity_open(request_ref=asked.ref, by=wayan, at=later(hours=1)).name == name
    written = "".join(Event.objects.values_list("payload", flat=True))
    assert not [word for word in (name, phone, file_name, words, code) if word in written]


def it_logs_nothing_of_passwords_secrets_and_refused_words(absent_from_logs):
    password, number = absent_from_logs("kenari kuda baterai"), absent_from_logs("198701012010011001")
    lestari = builders.lestari()
    made = user_create(username="sinta", full_name=absent_from_logs("Kenari Sinta"), by=lestari, at=MORNING)
    password_set(token=absent_from_logs(made.token), new=password, at=MORNING)
    for guess in (password + "x", password):
        try:
            sign_in(username="sinta", password=guess, sender="192.0.2.7", at=MORNING)
        except Refused as wrong:
            logging.getLogger("netra").warning("refused: %s", wrong)
    _link, secret = links.issue(
        purpose="ANSWER", subject="party:P", until=later(days=1), by=lestari, at=MORNING, chain="case:PKR-1"
    )
    absent_from_logs(secret)
    links.resolve(secret, at=MORNING)
    with pytest.raises(Refused) as refused:
        trail.record(
            chain="house", verb="trust.login", by=lestari, at=MORNING, subject="user:1", payload={"user": number}
        )
    logging.getLogger("netra").warning("refused: %s", refused.value)


def it_would_notice_a_name_in_a_log_line(caplog):
    """The canary itself must be able to die."""
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("netra").debug("laporan dari %s", "Kenari Sari")
    assert any("Kenari Sari" in record.getMessage() for record in caplog.records)
