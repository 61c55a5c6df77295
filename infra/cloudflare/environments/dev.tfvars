# Put in your own ids, names and addresses: none of these is secret, and none may be another environment's.
environment = "dev"
account_id  = "00000000000000000000000000000001"
zone_id     = "0000000000000000000000000000000a"
hostname    = "app.devcapsules-dev.example"

runner_regions = {
  centralindia = { weight = 1 }
}

access_team_domain    = "devcapsules-dev.cloudflareaccess.com"
admin_emails          = ["admin@devcapsules-dev.example"]
alert_email           = "alerts@devcapsules-dev.example"
worker_requests_alert = 10000000
