variable "environment" {
  description = "Which environment; part of every name."
  type        = string
  validation {
    condition     = contains(["dev", "staging", "production"], var.environment)
    error_message = "Must be dev, staging or production."
  }
}

variable "account_id" {
  description = "The Cloudflare account. Best one for each environment."
  type        = string
  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.account_id))
    error_message = "An account id is 32 hexadecimal digits: dashboard, Overview, API."
  }
}

# A zone has one ruleset a phase: two environments in one zone would overwrite each other's rules.
variable "zone_id" {
  description = "The environment's own zone."
  type        = string
  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.zone_id))
    error_message = "A zone id is 32 hexadecimal digits: dashboard, the zone's Overview, API."
  }
}

variable "hostname" {
  description = "The public host name, in that zone."
  type        = string
}

variable "location_hint" {
  description = "Where the database and the bucket lie: wnam, enam, weur, eeur, apac, oc."
  type        = string
  default     = "apac"
}

variable "runner_regions" {
  description = "Regions of infra/azure by their names, and the share of runs each takes. One tunnel and one host name each."
  type        = map(object({ weight = number }))
  validation {
    condition     = length(var.runner_regions) > 0 && alltrue([for r in values(var.runner_regions) : r.weight >= 1])
    error_message = "At least one region, each with a weight of 1 or more."
  }
}

variable "tunnel_management" {
  description = "remote: ingress rules are here; local: in the virtual machine's /etc/cloudflared/config.yml."
  type        = string
  default     = "remote"
  validation {
    condition     = contains(["remote", "local"], var.tunnel_management)
    error_message = "Must be remote or local."
  }
}

variable "runner_port" {
  description = "Where the runner listens, on its machine's loopback."
  type        = number
  default     = 2000
}

variable "execute_body_bytes" {
  description = "Largest body of POST /api/v1/execute that reaches the Worker: what the Worker takes. Six digits: see waf.tf."
  type        = number
  default     = 524288
  validation {
    condition     = var.execute_body_bytes >= 100000 && var.execute_body_bytes <= 999999
    error_message = "Must have six digits."
  }
}

variable "execute_rate" {
  description = "Requests to /api/v1/execute from one address in a period. Periods over 10 s need a paid zone."
  type        = object({ requests = number, period_s = number, block_s = number })
  # No plan allows more (apps/api/src/plans.ts); the limits of plans themselves are the Worker's.
  default = { requests = 3000, period_s = 60, block_s = 60 }
}

variable "access_team_domain" {
  description = "The Zero Trust team's domain, such as team.cloudflareaccess.com."
  type        = string
}

variable "admin_emails" {
  description = "Who passes Access in front of administration."
  type        = list(string)
  validation {
    condition     = length(var.admin_emails) > 0
    error_message = "Nobody could administer."
  }
}

variable "alert_email" {
  description = "Where Cloudflare's notifications go."
  type        = string
}

variable "alerts_need_enterprise" {
  description = "Whether the account has the notifications of error rates that only Enterprise zones have."
  type        = bool
  default     = false
}

variable "worker_requests_alert" {
  description = "Tell when the account's Worker requests in a billing period pass this."
  type        = number
}

variable "mail_from" {
  description = "Sender of mail; empty: none is sent. Needs the secret MAIL_API_KEY of the API's Worker."
  type        = string
  default     = ""
}

variable "llm" {
  description = "Models at Azure OpenAI (outputs of infra/azure); null: the built-in bank. Needs the secret LLM_API_KEY."
  type = object({
    base_url = string
    large    = optional(string, "gpt-4o")
    small    = optional(string, "gpt-4o-mini")
    # Dollars for a million tokens, of models that the API does not know; without them it does not start.
    prices = optional(map(object({ input = number, output = number })), {})
    # "none" for models that reason.
    temperature = optional(string, "agents")
  })
  default = null
}
