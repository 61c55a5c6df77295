#!/bin/bash
# devcapsules-install RUNNER_VERSION RUNNER_BASE_URL CLOUDFLARED_VERSION CLOUDFLARED_SHA256
# Puts these versions on the machine and starts them; what is there already stays. The scale set runs it on a new
# machine and at each upgrade, machine by machine; the machine counts as upgraded when the runner is well again.
set -euo pipefail

runner_version=$1 runner_base_url=$2 cloudflared_version=$3 cloudflared_sha256=$4
runner_port=2000
release=/opt/devcapsules-$runner_version

work=$(mktemp -d /opt/.devcapsules-install.XXXXXX)
trap 'rm -rf "$work"' EXIT

fetch() {
  curl --fail --silent --show-error --location --proto '=https' --retry 5 --retry-all-errors --max-time 300 \
    --output "$work/$1" "$2"
}

# A release is complete as soon as it has its name: it is moved there whole.
if [[ ! -d $release ]]; then
  archive=devcapsules-runner-$runner_version.tar.gz
  fetch "$archive" "$runner_base_url/$archive"
  fetch "$archive.sha256" "$runner_base_url/$archive.sha256"
  (cd "$work" && sha256sum --check --strict "$archive.sha256")
  mkdir "$work/release"
  tar --extract --gzip --file "$work/$archive" --directory "$work/release" --strip-components 1 --no-same-owner
  mv "$work/release" "$release"
fi

if [[ $(dpkg-query --show --showformat '${Version}' cloudflared 2>/dev/null || true) != "$cloudflared_version" ]]; then
  fetch cloudflared.deb \
    "https://github.com/cloudflare/cloudflared/releases/download/$cloudflared_version/cloudflared-linux-amd64.deb"
  echo "$cloudflared_sha256  $work/cloudflared.deb" | sha256sum --check --strict
  dpkg --install "$work/cloudflared.deb"
fi

# Others take the work meanwhile: stopping the connector lets its requests end. The guard would start it again.
systemctl stop devcapsules-guard.service cloudflared.service || true

ln --symbolic --no-dereference "$release" "$work/current"
mv --no-target-directory "$work/current" /opt/devcapsules
install --mode 0644 "$release/apps/runner/packaging/devcapsules-runner.service" /etc/systemd/system/
install --mode 0644 "$release/apps/runner/packaging/devcapsules-runner.yaml" /etc/
systemctl daemon-reload
systemctl enable devcapsules-secrets.service devcapsules-runner.service cloudflared.service devcapsules-guard.service
systemctl restart devcapsules-secrets.service
systemctl restart devcapsules-runner.service

curl --fail --silent --show-error --retry 60 --retry-delay 2 --retry-all-errors --output /dev/null \
  "http://127.0.0.1:$runner_port/health"
systemctl start cloudflared.service devcapsules-guard.service

# The release before stays, for going back without a download.
find /opt -maxdepth 1 -name 'devcapsules-*' -type d ! -path "$release" -printf '%T@ %p\n' |
  sort --numeric-sort --reverse | tail --lines +2 | cut --delimiter ' ' --fields 2- | xargs --no-run-if-empty rm -rf
