# The account's R2 endpoint; the bucket is made by hand, once (docs/deploying.md).
bucket    = "devcapsules-terraform-production"
key       = "cloudflare.tfstate"
endpoints = { s3 = "https://ACCOUNT_ID.r2.cloudflarestorage.com" }
