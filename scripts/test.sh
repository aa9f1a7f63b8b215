#!/usr/bin/env bash
# Every gate; a failed one does not hide the next. Ends with `N passed, N failed`.
# `scripts/test.sh NAME…` runs the named gates only. The browser's tests load what is shipped; `SITE=dev` builds and loads
# what `make run` does, which is quicker to build and slower to run.
set -uo pipefail
cd "$(dirname "$0")/.."

logs=target/test-logs
mkdir -p "$logs"
wanted=("$@")

# A clean checkout is built once: what would make a second build quick only makes the first one slower.
if [ -n "${CI:-}" ]; then
    export CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0
fi

# A gate counts the tests that its output reports; one that reports none counts as one.
gate() {
    local name=$1
    shift
    if [ ${#wanted[@]} -gt 0 ] && [[ ! " ${wanted[*]} " == *" $name "* ]]; then return; fi
    local log=$logs/$name.log started=$SECONDS status=0
    "$@" >"$log" 2>&1 || status=$?
    local good bad
    read -r good bad < <(count "$log")
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    if [ "$status" -eq 0 ] && [ "$good" -eq 0 ]; then good=1; fi
    echo "$good $bad" >"$logs/$name.counts"
    printf '· %-12s %5d passed, %d failed  (%d s)\n' "$name" "$good" "$bad" $((SECONDS - started))
    if [ "$status" -ne 0 ]; then
        grep -vE '^\s+(Compiling|Checking|Downloaded)' "$log" | tail -n 80 | sed 's/^/    /'
    fi
}

# Sums what cargo test, wasm-bindgen-test and Playwright say of themselves.
count() {
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
        /^test result:/ { for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^passed/) good += $i; if ($(i + 1) ~ /^failed/) bad += $i } next }
        /^ +[0-9]+ passed( |$)/ { good += $1 }
        /^ +[0-9]+ failed( |$)/ { bad += $1 }
        END { print good + 0, bad + 0 }'
}

need() { # need PACKAGE CHECK…: as root on Debian it installs, elsewhere it says what to install
    local package=$1
    shift
    "$@" >/dev/null && return
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" && "$@" >/dev/null && return
    fi
    echo "the tests need the package $package (Debian: apt-get install $package)" >&2
    return 1
}

# Debian keeps the binaries of a cluster out of the path.
has_postgres() { command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb'; }

tools() {
    make -s tools end2end/node_modules &&
        need chromium command -v chromium &&
        need postgresql has_postgres &&
        { rustup component list --installed | grep -q clippy || rustup component add clippy rustfmt; }
}

web() { CARGO_TARGET_DIR=target-web "$@"; }

lint_native() { cargo clippy --locked -p app-domain -p app-sync -p server --all-targets -- -D warnings; }
lint_wasm() { web cargo clippy --locked -p frontend --target wasm32-unknown-unknown -- -D warnings; }
wasm_tests() {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
        web cargo test --locked -p app-domain --target wasm32-unknown-unknown --test same_answers
}
screens() { cargo test --locked -p app --features csr --lib; }
end2end() { (cd end2end && npx tsc --noEmit && npx playwright test --project=tests); }

rm -f "$logs"/*.counts
gate tools tools

# Two lanes, each with a target folder of its own: while one of them links or waits for one crate, the other compiles.
native() {
    gate format cargo fmt --all --check
    gate lint-native lint_native
    gate unit cargo test --locked -p app-domain -p app-sync
    gate screens screens
    gate server cargo test --locked -p server
    gate binary cargo build --locked -p server
}
browser() {
    gate lint-wasm lint_wasm
    gate wasm wasm_tests
    gate site scripts/site.sh "${SITE:-release}"
}
native &
browser &
wait

gate end2end end2end

read -r passed failed < <(cat "$logs"/*.counts 2>/dev/null | awk '{ good += $1; bad += $2 } END { print good + 0, bad + 0 }')
if [ $((passed + failed)) -eq 0 ]; then
    echo "no gate of that name: ${wanted[*]}" >&2
    exit 2
fi
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
