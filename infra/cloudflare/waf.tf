locals {
  execute = "http.request.uri.path eq \"/api/v1/execute\" and http.request.method eq \"POST\""
  length  = "http.request.headers[\"content-length\"][0]"
  # http.request.body.size is for Enterprise zones with an add-on, and there is no function from text to number: of
  # numbers with as many digits, text compares as numbers do.
  too_long = "(len(${local.length}) gt 6 or (len(${local.length}) eq 6 and ${local.length} gt \"${var.execute_body_bytes}\"))"
  runners  = join(" ", [for hostname in values(local.runner_hostnames) : "\"${hostname}\""])
}

# The Worker counts what it reads and judges by plan; these spare it what no client of ours sends.
resource "cloudflare_ruleset" "custom" {
  zone_id     = var.zone_id
  name        = "devcapsules-custom-${var.environment}"
  description = "What never reaches the Workers and runners of ${var.environment}"
  kind        = "zone"
  phase       = "http_request_firewall_custom"

  rules = [
    {
      ref         = "execute_body"
      description = "Programs longer than ${var.execute_body_bytes} bytes"
      expression  = "(${local.execute} and ${local.too_long})"
      action      = "block"
      action_parameters = {
        response = {
          status_code  = 413
          content_type = "application/json"
          content = jsonencode({
            success = false
            error   = { code = "BODY_TOO_LARGE", message = "The request body is too large." }
          })
        }
      }
    },
    {
      ref         = "execute_length"
      description = "Programs of unknown length"
      expression  = "(${local.execute} and len(http.request.headers[\"content-length\"]) eq 0)"
      action      = "block"
    },
    {
      ref         = "runner_paths"
      description = "Runners answer Workers: their API, their health, and nothing else"
      expression  = "(http.host in {${local.runners}} and not starts_with(http.request.uri.path, \"/api/v2/\") and http.request.uri.path ne \"/health\" and http.request.uri.path ne \"/capabilities\")"
      action      = "block"
    },
  ]
}

resource "cloudflare_ruleset" "rate" {
  zone_id     = var.zone_id
  name        = "devcapsules-rate-${var.environment}"
  description = "How often one address may ask for a run"
  kind        = "zone"
  phase       = "http_ratelimit"

  rules = [
    {
      ref         = "execute_rate"
      description = "Runs from one address, in each of Cloudflare's locations by itself"
      expression  = "(starts_with(http.request.uri.path, \"/api/v1/execute\"))"
      action      = "block"
      ratelimit = {
        characteristics     = ["ip.src", "cf.colo.id"]
        period              = var.execute_rate.period_s
        requests_per_period = var.execute_rate.requests
        mitigation_timeout  = var.execute_rate.block_s
      }
    },
  ]
}
