# What Cloudflare itself can tell. What only the product knows (errors, queues, dead letters, budget): infra/alerts.
locals {
  notify = { email = [{ id = var.alert_email }] }
}

resource "cloudflare_notification_policy" "tunnel_health" {
  account_id  = var.account_id
  name        = "devcapsules-tunnel-${var.environment}"
  description = "A tunnel to runners lost connections, or all of them"
  alert_type  = "tunnel_health_event"
  enabled     = true
  mechanisms  = local.notify
  filters     = { tunnel_id = values(local.tunnel_ids) }
}

resource "cloudflare_notification_policy" "worker_requests" {
  account_id  = var.account_id
  name        = "devcapsules-usage-${var.environment}"
  description = "More Worker requests in this billing period than planned for"
  alert_type  = "billing_usage_alert"
  enabled     = true
  mechanisms  = local.notify
  filters = {
    product = ["worker_requests"]
    limit   = [tostring(var.worker_requests_alert)]
  }
}

# Error rates against their own past: Enterprise zones only; others have the alerts of infra/alerts.
resource "cloudflare_notification_policy" "error_spikes" {
  for_each = var.alerts_need_enterprise ? toset(["http_alert_edge_error", "http_alert_origin_error"]) : toset([])

  account_id  = var.account_id
  name        = "devcapsules-${replace(each.key, "_", "-")}-${var.environment}"
  description = "More 5xx than this zone's past explains"
  alert_type  = each.key
  enabled     = true
  mechanisms  = local.notify
  filters = {
    zones = [var.zone_id]
    slo   = ["99.9"]
  }
}
