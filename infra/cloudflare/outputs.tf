# What infra/cloudflare/bind.ts reads.
output "bindings" {
  value = {
    environment = var.environment
    hostname    = var.hostname
    databases   = { for name, database in cloudflare_d1_database.this : name => database.id }
    namespaces  = { for name, namespace in cloudflare_workers_kv_namespace.this : name => namespace.id }
    variables = {
      dashboard = { APP_URL = "https://${var.hostname}" }
      api = merge(
        {
          APP_URL            = "https://${var.hostname}"
          RUNNER_URL         = "https://${values(local.runner_hostnames)[0]}"
          ACCESS_TEAM_DOMAIN = var.access_team_domain
          ACCESS_AUD         = cloudflare_zero_trust_access_application.administration.aud
        },
        length(var.runner_regions) > 1 ? { RUNNER_URLS = local.runner_list } : {},
        var.mail_from != "" ? { MAIL_PROVIDER = "http", MAIL_FROM = var.mail_from } : {},
        var.llm == null ? {} : {
          LLM_PROVIDER    = "azure"
          LLM_BASE_URL    = var.llm.base_url
          LLM_MODEL_LARGE = var.llm.large
          LLM_MODEL_SMALL = var.llm.small
          LLM_PRICES      = jsonencode(var.llm.prices)
          LLM_TEMPERATURE = var.llm.temperature
        },
      )
    }
  }
}

# For the Key Vault of the region, secret `tunnel-token-<region>`. A connector has the right to answer for the tunnel.
output "tunnel_tokens" {
  value = {
    for region, token in data.cloudflare_zero_trust_tunnel_cloudflared_token.runner : region => token.token
  }
  sensitive = true
}

# For Bicep's parameter of the same name where tunnels are managed locally.
output "tunnels" {
  value = {
    for region in keys(var.runner_regions) : region => {
      id       = local.tunnel_ids[region]
      hostname = local.runner_hostnames[region]
    }
  }
}
