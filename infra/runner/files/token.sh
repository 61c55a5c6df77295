#!/bin/bash
# devcapsules-token RESOURCE: prints a token of the machine's identity for one of Azure's services, such as
# https://vault.azure.net. Its caller's unit gives it IDENTITY_CLIENT_ID (machine.env).
set -euo pipefail

# A new machine's identity may take minutes to arrive.
curl --fail --silent --show-error --max-time 10 --retry 30 --retry-max-time 300 --retry-all-errors \
  --header 'Metadata: true' --get --data-urlencode 'api-version=2018-02-01' --data-urlencode "resource=$1" \
  --data-urlencode "client_id=$IDENTITY_CLIENT_ID" \
  "${METADATA_URL:-http://169.254.169.254}/metadata/identity/oauth2/token" |
  jq --exit-status --raw-output .access_token
