# sheetconv: `make help` lists the targets.

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
TESTFLAGS   ?=
FUZZTIME    ?= 20s
BENCHTIME   ?= 1s
ARCHIVE     ?= 10000

.DEFAULT_GOAL := help
.PHONY: help build test lint fuzz bench bench-archive golden cover clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-13s %s\n", $$1, $$2}'

build: ## build bin/sheetconv, one static binary
	CGO_ENABLED=0 go build -trimpath -o bin/sheetconv ./cmd/sheetconv

test: ## run all tests; TESTFLAGS=-race as CI does
	go test $(TESTFLAGS) ./...

lint: ## check formatting, go vet and the pinned staticcheck
	@unformatted="$$(gofmt -l cmd export model parser)"; \
	if [ -n "$$unformatted" ]; then echo "not formatted:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...

# A run that ends while an input is being tried says "context deadline exceeded" and
# fails (a fault of go test); one that found something names the input.
fuzz: ## run every fuzz target for FUZZTIME (20s)
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			if ! go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package > "$$log" 2>&1; then \
				cat "$$log"; \
				grep -q 'context deadline exceeded' "$$log" && ! grep -q 'Failing input' "$$log" || exit 1; \
			else \
				tail -n 1 "$$log"; \
			fi; \
		done; \
	done

bench: ## run the benchmarks: MB/s and allocations of each stage
	go test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) ./...

bench-archive: ## measure batch over an archive of ARCHIVE (10000) sheets, and Miller
	go test ./cmd/sheetconv -run '^TestArchiveSpeed$$' -count 1 -timeout 60m -v -archive $(ARCHIVE)

golden: ## write the goldens and scripts anew; review every changed line
	go test ./parser ./model/check ./export/table ./export/markdown ./export/workbook ./export/changes ./cmd/sheetconv -update
	git diff --stat -- README.md testdata model/check/testdata export cmd/sheetconv/testdata

cover: ## show the share of statements that the tests reach
	go test -coverpkg=./... -coverprofile=coverage.out ./...
	go tool cover -func=coverage.out | tail -n 1

clean: ## remove what the other targets made
	rm -rf bin coverage.out
