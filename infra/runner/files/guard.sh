#!/bin/bash
# devcapsules-guard: takes this machine's connector out of the tunnel while its runner does not answer, so that the
# region's other machines get all requests, and brings it back when the runner is well. It starts nothing that it did
# not stop. A hung runner accepts connections, and the tunnel by itself would go on sending it its share.
set -uo pipefail

health=${HEALTH_URL:-http://127.0.0.1:2000/health}
stopped=$RUNTIME_DIRECTORY/stopped
missed=0

while sleep "${EVERY_S:-2}"; do
  if curl --fail --silent --max-time 2 --output /dev/null "$health"; then
    missed=0
    [[ -e $stopped ]] && echo 'the runner answers again' && systemctl start cloudflared.service && rm "$stopped"
  elif ((++missed == 3)) && systemctl is-active --quiet cloudflared.service; then
    echo 'the runner has not answered three times'
    # Before it stops: a guard that ends in between is followed by one that knows.
    touch "$stopped"
    # Not waited for: what the runner still has to answer may take as long as the connector's grace period.
    systemctl stop --no-block cloudflared.service
  fi
done
