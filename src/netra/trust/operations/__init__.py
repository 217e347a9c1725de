"""What people do in trust: accounts and roles, coming in, opening an identity, checking the trail."""

from netra.trust.operations.accounts import (
    AccountRefused,
    password_change,
    user_create,
    user_deactivate,
    user_reactivate,
)
from netra.trust.operations.first_admin import (
    FirstAdminRefused,
    administrator_exists,
    first_admin_check,
    first_admin_create,
    first_admin_invite,
)
from netra.trust.operations.identities import (
    IdentityRefused,
    identity_approve,
    identity_open,
    identity_refuse,
    identity_request,
)
from netra.trust.operations.passwords import (
    PasswordLinkRefused,
    password_link_holder,
    password_set,
    user_password_reset,
)
from netra.trust.operations.renaming import user_rename
from netra.trust.operations.roles import RoleRefused, examiner_assign, examiner_release, role_grant, role_revoke
from netra.trust.operations.sign_in import SignInRefused, sign_in
from netra.trust.operations.trails import trail_export, trail_verify

__all__ = [
    "AccountRefused",
    "FirstAdminRefused",
    "IdentityRefused",
    "PasswordLinkRefused",
    "RoleRefused",
    "SignInRefused",
    "administrator_exists",
    "examiner_assign",
    "examiner_release",
    "first_admin_check",
    "first_admin_create",
    "first_admin_invite",
    "identity_approve",
    "identity_open",
    "identity_refuse",
    "identity_request",
    "password_change",
    "password_link_holder",
    "password_set",
    "role_grant",
    "role_revoke",
    "sign_in",
    "trail_export",
    "trail_verify",
    "user_create",
    "user_deactivate",
    "user_password_reset",
    "user_reactivate",
    "user_rename",
]
