# In front of administration. The API checks the token's signature and audience itself (docs/accounts.md).
resource "cloudflare_zero_trust_access_policy" "administrators" {
  account_id       = var.account_id
  name             = "devcapsules-administrators-${var.environment}"
  decision         = "allow"
  include          = [for address in var.admin_emails : { email = { email = address } }]
  session_duration = "8h"
}

resource "cloudflare_zero_trust_access_application" "administration" {
  account_id       = var.account_id
  name             = "devcapsules-administration-${var.environment}"
  type             = "self_hosted"
  session_duration = "8h"

  # One application for both, so that one sign-in and one audience serve the page and the routes behind it.
  destinations = [
    for path in ["/admin", "/admin/*", "/api/v1/admin", "/api/v1/admin/*"] :
    { type = "public", uri = "${var.hostname}${path}" }
  ]

  app_launcher_visible       = false
  http_only_cookie_attribute = true
  same_site_cookie_attribute = "lax"
  policies                   = [{ id = cloudflare_zero_trust_access_policy.administrators.id, precedence = 1 }]
}
