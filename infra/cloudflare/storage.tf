# Names as in resources.json and, with the environment behind them, in apps/*/wrangler.jsonc; a test holds them equal.
locals {
  resources = jsondecode(file("${path.module}/resources.json"))
  names = {
    for kind, names in local.resources : kind => toset([for name in names : "${name}-${var.environment}"])
  }
}

resource "cloudflare_d1_database" "this" {
  for_each = local.names.databases

  account_id            = var.account_id
  name                  = each.key
  primary_location_hint = var.location_hint
  read_replication      = { mode = "disabled" }

  lifecycle {
    prevent_destroy = true
  }
}

resource "cloudflare_workers_kv_namespace" "this" {
  for_each = local.names.namespaces

  account_id = var.account_id
  title      = each.key
}

resource "cloudflare_r2_bucket" "this" {
  for_each = local.names.buckets

  account_id    = var.account_id
  name          = each.key
  location      = var.location_hint
  storage_class = "Standard"

  lifecycle {
    prevent_destroy = true
  }
}

# Who consumes them, how often they are tried again and where they go then: wrangler.jsonc, deployed with the Worker.
resource "cloudflare_queue" "this" {
  for_each = setunion(local.names.queues, local.names.dead_letter_queues)

  account_id = var.account_id
  queue_name = each.key
}
