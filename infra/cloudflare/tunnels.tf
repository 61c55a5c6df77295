# One tunnel a region. Each virtual machine there runs a connector of it, so that they stand in for each other;
# the Worker sees the regions apart, and gives each its share.
locals {
  zone_name  = data.cloudflare_zone.this.name
  tunnel_ids = { for region, tunnel in cloudflare_zero_trust_tunnel_cloudflared.runner : region => tunnel.id }
  # One label below the zone, which is as deep as Universal SSL's certificate goes.
  runner_hostnames = { for region in keys(var.runner_regions) : region => "runner-${region}.${local.zone_name}" }
  # Without the variable of several, the Worker takes the one.
  runner_list = join(",", [
    for region, settings in var.runner_regions : "https://${local.runner_hostnames[region]}=${settings.weight}"
  ])
}

data "cloudflare_zone" "this" {
  zone_id = var.zone_id
}

resource "cloudflare_zero_trust_tunnel_cloudflared" "runner" {
  for_each = var.runner_regions

  account_id = var.account_id
  name       = "devcapsules-runner-${each.key}-${var.environment}"
  config_src = var.tunnel_management == "remote" ? "cloudflare" : "local"
}

resource "cloudflare_zero_trust_tunnel_cloudflared_config" "runner" {
  for_each = var.tunnel_management == "remote" ? var.runner_regions : {}

  account_id = var.account_id
  tunnel_id  = local.tunnel_ids[each.key]
  config = {
    ingress = [
      {
        hostname = local.runner_hostnames[each.key]
        service  = "http://127.0.0.1:${var.runner_port}"
        origin_request = {
          connect_timeout        = 5
          keep_alive_connections = 100
        }
      },
      { service = "http_status:404" },
    ]
  }
}

resource "cloudflare_dns_record" "runner" {
  for_each = var.runner_regions

  zone_id = var.zone_id
  name    = local.runner_hostnames[each.key]
  type    = "CNAME"
  content = "${local.tunnel_ids[each.key]}.cfargotunnel.com"
  ttl     = 1
  proxied = true
  comment = "Runners of ${var.environment} in ${each.key}"
}

data "cloudflare_zero_trust_tunnel_cloudflared_token" "runner" {
  for_each = var.runner_regions

  account_id = var.account_id
  tunnel_id  = local.tunnel_ids[each.key]
}
