#!/bin/bash
# devcapsules-secrets: reads this machine's secrets from Key Vault, as the machine's identity, into memory (/run).
# Nothing of them is in the machine's definition or on its disk. To rotate: set the secret anew, restart the units.
# Its unit gives it VAULT_URL, IDENTITY_CLIENT_ID, REGION (machine.env) and RUNTIME_DIRECTORY.
set -euo pipefail
umask 077

# Headers come on standard input: a process list shows arguments. A new machine's right may take minutes to arrive.
get() {
  curl --fail --silent --show-error --max-time 10 --retry 30 --retry-max-time 300 --retry-all-errors --config - "$1"
}

token=$(devcapsules-token https://vault.azure.net)

secret() {
  get "${VAULT_URL%/}/secrets/$1?api-version=7.4" <<<"header = \"Authorization: Bearer $token\"" |
    jq --exit-status --raw-output .value
}

# Whole or not at all: a unit that starts meanwhile reads no half of it.
write() {
  cat >"$RUNTIME_DIRECTORY/$1.new"
  mv "$RUNTIME_DIRECTORY/$1.new" "$RUNTIME_DIRECTORY/$1"
}

# The one before is right as well, so that machines and API can change one after the other.
runner_secret=$(secret runner-secret)
previous_secret=$(secret runner-secret-previous)
tunnel_token=$(secret "tunnel-token-$REGION")
printf 'RUNNER_SECRET=%s\nRUNNER_PREVIOUS_SECRET=%s\n' "$runner_secret" "$previous_secret" | write runner.env
echo "$tunnel_token" | write tunnel-token
