# Put in your own ids, names and addresses: none of these is secret, and none may be another environment's.
environment = "staging"
account_id  = "00000000000000000000000000000002"
zone_id     = "0000000000000000000000000000000b"
hostname    = "app.devcapsules-staging.example"

runner_regions = {
  centralindia = { weight = 1 }
}

access_team_domain    = "devcapsules-staging.cloudflareaccess.com"
admin_emails          = ["admin@devcapsules-staging.example"]
alert_email           = "alerts@devcapsules-staging.example"
worker_requests_alert = 10000000
