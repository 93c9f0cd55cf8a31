#!/usr/bin/env bash
# Builds the site and uploads it to an object store:  docs/publish/object-store.sh s3://my-bucket[/folder] [SITE-FOLDER]
# Needs the `aws` program and its credentials. For a store that is merely compatible: AWS_ENDPOINT_URL=https://…
set -euo pipefail
goal=${1:?say which bucket: s3://my-bucket}
site=${2:-.}
sitegen() { if [ -n "${SITEGEN:-}" ]; then "$SITEGEN" "$@"; else swift run sitegen "$@"; fi; }

ledger=$site/partners/codes.jsonl
before=$(cksum <"$ledger" 2>/dev/null || true)
sitegen build --root "$site"
if [ -n "${CI:-}" ] && [ "$before" != "$(cksum <"$ledger" 2>/dev/null || true)" ]; then
  echo "the build issued codes that this machine would forget: build at home, commit partners/codes.jsonl, push" >&2
  exit 1
fi

# What pages need first, then the pages, which browsers ask for anew each time; what is gone goes last.
aws s3 sync "$site/public" "$goal" --exclude '*.html' --cache-control 'public, max-age=3600'
aws s3 sync "$site/public" "$goal" --exclude '*' --include '*.html' --cache-control 'no-cache' --content-type 'text/html; charset=utf-8'
aws s3 sync "$site/public" "$goal" --delete
