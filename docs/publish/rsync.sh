#!/usr/bin/env bash
# Builds the site and uploads it over SSH:  docs/publish/rsync.sh user@host:/srv/www/site [SITE-FOLDER]
# To be run where `swift run sitegen` works, or with SITEGEN=path/of/sitegen. Also takes a local folder as its goal.
set -euo pipefail
goal=${1:?say where the site goes: user@host:/folder}
site=${2:-.}
sitegen() { if [ -n "${SITEGEN:-}" ]; then "$SITEGEN" "$@"; else swift run sitegen "$@"; fi; }

ledger=$site/partners/codes.jsonl
before=$(cksum <"$ledger" 2>/dev/null || true)
sitegen build --root "$site"
if [ -n "${CI:-}" ] && [ "$before" != "$(cksum <"$ledger" 2>/dev/null || true)" ]; then
  echo "the build issued codes that this machine would forget: build at home, commit partners/codes.jsonl, push" >&2
  exit 1
fi

# Pictures before the pages that show them; what is gone goes last. (-R and the dot make the goal's folder, should it not be there yet.)
rsync -rtzR --chmod=D755,F644 "$site/public/./assets/" "$goal/"
rsync -rtz --chmod=D755,F644 --delete-after "$site/public/" "$goal/"
