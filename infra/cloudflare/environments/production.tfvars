# Put in your own ids, names and addresses: none of these is secret, and none may be another environment's.
environment = "production"
account_id  = "00000000000000000000000000000003"
zone_id     = "0000000000000000000000000000000c"
hostname    = "app.devcapsules-production.example"

runner_regions = {
  centralindia = { weight = 1 }
}

access_team_domain    = "devcapsules-production.cloudflareaccess.com"
admin_emails          = ["admin@devcapsules-production.example"]
alert_email           = "alerts@devcapsules-production.example"
worker_requests_alert = 10000000
