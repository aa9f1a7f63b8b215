#!/usr/bin/env bash
# Builds what the browser loads into target/site: `scripts/site.sh [dev|release]`.
#
# Plain cargo and wasm-bindgen, no cargo-leptos. A target folder of its own: cargo would otherwise rebuild what the
# server and the browser share, with other features, each time one follows the other.
set -euo pipefail
cd "$(dirname "$0")/.."

mode="${1:-dev}"
case "$mode" in
  dev) profile=wasm-dev folder=wasm-dev ;;
  release) profile=wasm-release folder=wasm-release ;;
  *) echo "usage: scripts/site.sh [dev|release]" >&2; exit 2 ;;
esac

wanted="0.2.130"
found="$(wasm-bindgen --version 2>/dev/null | cut -d' ' -f2 || true)"
if [ "$found" != "$wanted" ]; then
  echo "site: wasm-bindgen $wanted is needed (found: ${found:-none}): the program and the tool must be of one version." >&2
  echo "site: cargo install wasm-bindgen-cli --version $wanted" >&2
  exit 1
fi

export CARGO_TARGET_DIR=target-web
# Views by dynamic types: a tenth less to load, and the screens compile in half the time.
export RUSTFLAGS="--cfg erase_components ${RUSTFLAGS:-}"
cargo build -p frontend --target wasm32-unknown-unknown --profile "$profile"
built="target-web/wasm32-unknown-unknown/$folder/frontend.wasm"
bound="target-web/bound/$mode"

# Nothing changed since the last time: the stamp is newer than everything that goes into the site.
stamp="target/site-stamp-$mode"
if [ -e "$stamp" ] && [ "$(cat target/site-mode 2>/dev/null || true)" = "$mode" ] && [ -e target/site/assets.json ] &&
  [ -z "$(find "$built" frontend/public style scripts/site.sh scripts/site.mjs -newer "$stamp" -print -quit)" ]; then
  echo "site: up to date"
  exit 0
fi

if [ ! -e "$bound/richiamo_bg.wasm" ] || [ "$built" -nt "$bound/richiamo_bg.wasm" ]; then
  rm -rf "$bound"
  wasm-bindgen "$built" --out-dir "$bound" --out-name richiamo --target web --no-typescript
  if [ "$mode" = release ]; then
    opt="$(PATH="$PWD/node_modules/.bin:$PWD/end2end/node_modules/.bin:$PATH" command -v wasm-opt || true)"
    if [ -n "$opt" ]; then
      # -Oz makes a smaller file that compresses worse. The features that rustc turns on, no others: --all-features makes
      # files that some browsers refuse.
      "$opt" -O1 --enable-bulk-memory --enable-mutable-globals --enable-nontrapping-float-to-int --enable-sign-ext \
        --enable-reference-types --enable-multivalue "$bound/richiamo_bg.wasm" -o "$bound/richiamo_bg.wasm"
    else
      echo "site: no wasm-opt: the program stays a little heavier (npm install --prefix end2end, or binaryen)" >&2
    fi
  fi
fi

mkdir -p target
node scripts/site.mjs "$mode" "$bound"
echo "$mode" > target/site-mode
touch "$stamp"
