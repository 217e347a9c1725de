"""Seal the heads that were written before heads had a seal: from now on they are watched as they stand."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from netra.trust.migrating import RunOverRows
from netra.trust.trail.head_seal import head_seal


def seal_heads(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    heads = apps.get_model("trust", "ChainHead").objects
    for head in heads.filter(seal="").iterator():
        heads.filter(pk=head.pk).update(seal=head_seal(head.chain, head.seq, head.hash))


class Migration(migrations.Migration):
    dependencies = [("trust", "0004_sealed_head")]

    operations = [RunOverRows(seal_heads, migrations.RunPython.noop, of="trust_chainhead")]
