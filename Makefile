# Two commands matter: `make run` and `make test`. README.md says what they do.
SHELL := /bin/bash
DATA ?= data
LISTEN ?= 127.0.0.1:3000
SEEDS ?= 100000
WASM_BINDGEN := 0.2.130
# Half the time to install: only what reads and writes wasm is worth optimising.
FAST_INSTALL := --config profile.release.opt-level=0 $(foreach part,walrus wasmparser wasm-encoder wasm-bindgen-cli-support,\
	--config profile.release.package.$(part).opt-level=2)

.PHONY: run dev build test e2e shots simulate tools

run: tools ## The demo practice, served
	scripts/site.sh dev
	cargo build -p server
	@test -e $(DATA)/richiamo.db || target/debug/richiamo demo --data-dir $(DATA) --yes
	target/debug/richiamo serve --data-dir $(DATA) --listen $(LISTEN)

dev: run ## The same: site and server are rebuilt where something changed

build: tools ## target/release/richiamo, one file with the site in it
	scripts/site.sh release
	cargo build --release -p server

test: ## Every gate; ends with `N passed, N failed`
	scripts/test.sh

e2e: tools end2end/node_modules ## The tests in a real Chromium only
	scripts/site.sh dev
	cargo build -p server
	cd end2end && npx playwright test --project=tests

shots: tools end2end/node_modules ## A picture of every screen into end2end/shots
	scripts/site.sh dev
	cargo build -p server
	cd end2end && npx playwright test --project=shots

simulate: ## SEEDS histories of devices and a server under faults, on every core
	SIMULATION_SEEDS=$(SEEDS) cargo test --locked --release -p app-sync --test it simulation -- --nocapture --test-threads 1

tools: ## What a build needs beyond Rust and Node
	@rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
	@wasm-bindgen --version 2>/dev/null | grep -qF $(WASM_BINDGEN) || cargo install wasm-bindgen-cli --version $(WASM_BINDGEN) $(FAST_INSTALL)

end2end/node_modules: end2end/package-lock.json
	cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci
	@touch $@
