#!/usr/bin/env bash
# Installs the SAM CLI with cfn-lint, and checkov (which wants other versions of the same libraries), from PyPI.
# Usage: install.sh [FOLDER]   (default ~/.cache/warmline-sam-1; takes about a minute); prints the folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${1:-$HOME/.cache/warmline-sam-1}
if [ ! -f "$home/.complete" ]; then
  python=$("$here/../find-python") || exit 1
  "$python" -m venv "$home/sam"
  "$home/sam/bin/pip" -q install aws-sam-cli==1.170.0 cfn-lint==1.58.0 >&2
  "$python" -m venv "$home/checkov"
  "$home/checkov/bin/pip" -q install checkov==3.3.30 >&2
  touch "$home/.complete"
fi
echo "$home"
