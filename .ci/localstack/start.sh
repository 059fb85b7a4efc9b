#!/usr/bin/env bash
# Runs the LocalStack that install.sh put into FOLDER, in the foreground, on 127.0.0.1:${PORT:-4566}; says "Ready." after
# about 3 s. Stop it with SIGTERM. STATE is where it keeps files (default FOLDER/volume-root).
# Usage: start.sh [FOLDER]
set -euo pipefail
home=${1:-$HOME/.cache/localstack-4.14.0}
[ -f "$home/.complete" ] || { echo "localstack: run install.sh first" >&2; exit 1; }
export PATH="$home/venv/bin:$PATH" FILESYSTEM_ROOT="${STATE:-$home/volume-root}"
mkdir -p "$FILESYSTEM_ROOT/var/lib/localstack"
[ -e "$FILESYSTEM_ROOT/var/lib/localstack/lib" ] || ln -s "$home/volume/lib" "$FILESYSTEM_ROOT/var/lib/localstack/lib"
export GATEWAY_LISTEN="${GATEWAY_HOST:-127.0.0.1}:${PORT:-4566}" LAMBDA_RUNTIME_EXECUTOR=process
export PROCESS_EXECUTOR_RIC="$home/ric" PROCESS_EXECUTOR_JAVA_HOME; PROCESS_EXECUTOR_JAVA_HOME=$(cat "$home/.complete")
export OVERRIDE_IN_DOCKER=0 DISABLE_EVENTS=1 SKIP_SSL_CERT_DOWNLOAD=1 DNS_ADDRESS=0 LS_LOG=${LS_LOG:-info} EAGER_SERVICE_LOADING=0
exec "$home/venv/bin/python" -m localstack.runtime.main
