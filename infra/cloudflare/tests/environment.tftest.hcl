# What the declarations come to, with Cloudflare mocked: `terraform test -var-file=environments/<environment>.tfvars`, as
# `npm run infra` does where it can fetch the provider. Planned only: databases and buckets may not be destroyed.
mock_provider "cloudflare" {
  override_during = plan

  mock_resource "cloudflare_zero_trust_access_application" {
    defaults = { aud = "audience" }
  }

  mock_resource "cloudflare_zero_trust_tunnel_cloudflared" {
    defaults = { id = "tunnel" }
  }

  mock_resource "cloudflare_d1_database" {
    defaults = { id = "database" }
  }

  mock_resource "cloudflare_workers_kv_namespace" {
    defaults = { id = "namespace" }
  }

  mock_data "cloudflare_zone" {
    defaults = { name = "zone.example" }
  }
}

run "one_region" {
  command = plan

  assert {
    condition     = length(setunion(local.names.queues, local.names.dead_letter_queues)) == length(cloudflare_queue.this)
    error_message = "Each queue of resources.json must be made."
  }
  assert {
    condition     = alltrue([for name in keys(cloudflare_queue.this) : endswith(name, "-${var.environment}")])
    error_message = "Each name must end with its environment."
  }
  assert {
    condition     = !contains(keys(output.bindings.variables.api), "RUNNER_URLS")
    error_message = "One region needs no list."
  }
  assert {
    condition     = output.bindings.variables.api.ACCESS_AUD == cloudflare_zero_trust_access_application.administration.aud
    error_message = "The API must check the audience of the application in front of it."
  }
  assert {
    condition = !anytrue([
      for variable in ["LLM_PROVIDER", "MAIL_PROVIDER"] : contains(keys(output.bindings.variables.api), variable)
    ])
    error_message = "What was not asked for must not be configured."
  }
}

run "two_regions" {
  command = plan

  variables {
    runner_regions = {
      centralindia = { weight = 2 }
      westeurope   = { weight = 1 }
    }
    llm = { base_url = "https://models.example/openai/v1" }
  }

  assert {
    condition = (
      output.bindings.variables.api.RUNNER_URLS
      == "https://runner-centralindia.zone.example=2,https://runner-westeurope.zone.example=1"
    )
    error_message = "The API must get each region with its weight."
  }
  assert {
    condition = alltrue([
      for region, record in cloudflare_dns_record.runner :
      record.content == "${cloudflare_zero_trust_tunnel_cloudflared.runner[region].id}.cfargotunnel.com" && record.proxied
    ])
    error_message = "Each host name must lead to its own region's tunnel."
  }
  assert {
    condition = alltrue([
      for region, tunnel in cloudflare_zero_trust_tunnel_cloudflared_config.runner :
      tunnel.config.ingress[0].hostname == "runner-${region}.zone.example"
      && tunnel.config.ingress[1].service == "http_status:404"
    ])
    error_message = "Each tunnel must serve its own host name, and nothing else."
  }
  assert {
    condition     = output.bindings.variables.api.LLM_MODEL_SMALL == "gpt-4o-mini"
    error_message = "Models have the API's defaults."
  }
}

run "local_tunnels" {
  command = plan

  variables {
    tunnel_management = "local"
  }

  assert {
    condition = (
      length(cloudflare_zero_trust_tunnel_cloudflared_config.runner) == 0
      && alltrue([for tunnel in values(cloudflare_zero_trust_tunnel_cloudflared.runner) : tunnel.config_src == "local"])
    )
    error_message = "Ingress rules are then the machines' own."
  }
}

run "unknown_environment" {
  command = plan

  variables {
    environment = "prod"
  }

  expect_failures = [var.environment]
}
