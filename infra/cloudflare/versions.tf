terraform {
  # `use_lockfile` of the S3 backend came with 1.10, what tests/ needs with 1.11.
  required_version = ">= 1.11"

  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.22"
    }
  }

  # R2 speaks S3. Bucket, key, endpoint and credentials come from `-backend-config=environments/<environment>.backend.hcl` and the
  # environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY): one bucket an environment, so that states can't be mixed up.
  backend "s3" {
    region                      = "auto"
    use_lockfile                = true
    use_path_style              = true
    skip_credentials_validation = true
    skip_metadata_api_check     = true
    skip_region_validation      = true
    skip_requesting_account_id  = true
    skip_s3_checksum            = true
  }
}

# The token comes from CLOUDFLARE_API_TOKEN; docs/deploying.md lists its permissions.
provider "cloudflare" {}
