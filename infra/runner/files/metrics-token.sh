#!/bin/bash
# devcapsules-metrics-token: keeps a token for Azure Monitor where the machine's Prometheus reads it before each sending.
# Its unit gives it IDENTITY_CLIENT_ID (machine.env) and RUNTIME_DIRECTORY.
set -euo pipefail
umask 077

devcapsules-token https://monitor.azure.com >"$RUNTIME_DIRECTORY/token.new"
mv "$RUNTIME_DIRECTORY/token.new" "$RUNTIME_DIRECTORY/token"
