# Everything that is done with this checkout. `make run` and `make test` need nothing but a Swift
# toolchain (6.2 or later): what else is missing they install.

PREFIX ?= /usr/local
SWIFT ?= swift
# Every import must be a declared dependency.
STRICT = --explicit-target-dependency-import-check error
# On Linux the program carries the Swift libraries with it, so that it runs where no toolchain is.
RELEASE = -c release $(STRICT) $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
PROGRAM = .build/release/clustersim
DEPLOY_TOOLS = .build/deploy-tools
PLOTTING_TOOLS = .build/plotting-tools
PAGE_TOOLS = .build/page-tools
SCENARIOS = $(basename $(notdir $(wildcard Scenarios/*.json)))
FAULTS = kills injected_errors surroundings
PAGES = markup hostile damaged shown printed
SUDO = $(if $(filter-out 0,$(shell id -u)),sudo)

.PHONY: run test long fuzz faults faults-short coverage deploy-tests plotting-tests page-tests build \
  gsl lint results check-results validation check-validation benchmark instructions install clean

run: build
	$(PROGRAM) run scenarios/llama3.json

test: gsl
	$(SWIFT) build $(STRICT) --build-tests
	$(SWIFT) test $(STRICT) --skip-build

# What takes minutes: random scenarios with every invariant asserted, damaged ones, and the limits of
# time and memory on bad input, which only a release build is held to. After `make test`.
long: build
	CLUSTERSIM_RANDOM_SCENARIOS=10000 $(SWIFT) test $(STRICT) --skip-build \
	  --filter ValidationTests.RandomScenarioTests
	CLUSTERSIM_FUZZ_INPUTS=100000 $(SWIFT) test $(STRICT) --skip-build \
	  --filter ValidationTests.MutationTests
	CLUSTERSIM_PROGRAM=$(PROGRAM) $(SWIFT) test $(STRICT) --skip-build --filter BadInputTests

# A million damaged scenarios: none may trap, hang, or take more than 200 MB.
fuzz: gsl
	$(SWIFT) build -c release -Xswiftc -enable-testing --build-tests
	CLUSTERSIM_FUZZ_INPUTS=1000000 $(SWIFT) test -c release -Xswiftc -enable-testing --skip-build \
	  --filter ValidationTests.MutationTests

# The tables of Documentation/Intervals.md measured anew, in some ten minutes: they must be the same.
coverage: gsl
	$(SWIFT) build -c release -Xswiftc -enable-testing --build-tests
	CLUSTERSIM_COVERAGE=1 $(SWIFT) test -c release -Xswiftc -enable-testing --skip-build \
	  --filter CoverageTableTests

# Deploy and Documentation/ManyMachines.md by the real things: a Slurm of one node, GNU parallel,
# Snakemake, and the schemas of Kubernetes. Needs slurm-wlm, munge, parallel and python3-venv.
deploy-tests: build $(DEPLOY_TOOLS)/installed
	for test in slurm parallel snakemake kubernetes; do \
	  PATH="$(abspath $(DEPLOY_TOOLS))/bin:$$PATH" PROGRAM=$(PROGRAM) Tests/Deploy/$$test || exit 1; \
	done

# The charts of --vega drawn, the scripts of Documentation/Plotting run, every table read without
# options. Needs python3-venv; without R (r-base-core) or gnuplot (gnuplot-nox) a line says what is
# skipped, with CLUSTERSIM_ALL_TOOLS=1 it fails. PICTURES=folder keeps the pictures.
plotting-tests: build $(PLOTTING_TOOLS)/installed
	for test in vega scripts tables; do \
	  PATH="$(abspath $(PLOTTING_TOOLS))/bin:$$PATH" PROGRAM=$(PROGRAM) Tests/Plotting/$$test || exit 1; \
	done

# The pages of results in a browser and on paper, and texts in them that would be code. What needs
# Chromium is skipped without, and a line says so. Needs python3-venv.
page-tests: build $(PAGE_TOOLS)/installed
	for script in $(PAGES); do \
	  PROGRAM=$(PROGRAM) $(PAGE_TOOLS)/bin/python Tests/Pages/$$script || exit 1; \
	done

# Python's tools, out of the way of any others.
$(DEPLOY_TOOLS)/installed: Tests/Deploy/requirements.txt
$(PLOTTING_TOOLS)/installed: Tests/Plotting/requirements.txt
$(PAGE_TOOLS)/installed: Tests/Pages/requirements.txt
$(DEPLOY_TOOLS)/installed $(PLOTTING_TOOLS)/installed $(PAGE_TOOLS)/installed:
	python3 -m venv --clear $(@D)
	$(@D)/bin/pip install --quiet --requirement $<
	touch $@

# Kills at any moment, system calls that fail, and surroundings that are not as they should be: a
# quarter of an hour. What needs strace, faketime, locales or root is skipped without, and a line says so.
faults: build
	for script in $(FAULTS); do PROGRAM=$(PROGRAM) Tests/Faults/$$script || exit 1; done

# The same with fewer kills, errors and limits: minutes.
faults-short: build
	for script in $(FAULTS); do \
	  FAULTS_SHORT=1 PROGRAM=$(PROGRAM) Tests/Faults/$$script || exit 1; \
	done

build: gsl
	$(SWIFT) build $(RELEASE) --product clustersim

# The GNU Scientific Library, the one dependency that Swift cannot fetch by itself.
gsl:
	@if pkg-config --exists gsl 2>/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
	  $(SUDO) apt-get update && \
	  $(SUDO) apt-get install -y --no-install-recommends libgsl-dev pkg-config; \
	elif command -v brew >/dev/null; then brew install gsl pkgconf; \
	else echo "Please install the GNU Scientific Library (gsl) and pkg-config" >&2; exit 1; fi

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

# The committed results of the scenarios that ship; of most of them only what is small.
results: build
	for scenario in $(SCENARIOS); do \
	  $(PROGRAM) run scenarios/$$scenario.json > /dev/null || exit 1; \
	done

# They must come out the same to the last byte; only the manifest tells when.
check-results: results
	git diff --exit-code --ignore-matching-lines='"created":' -- Results

# All scenarios against all published figures; fails when one disagrees that no scenario explains.
VALIDATION = Documentation/Validation.md

validation: build
	sed '/^<!-- What follows is made/q' $(VALIDATION) > .build/validation.md
	echo >> .build/validation.md
	$(PROGRAM) validate --markdown --all >> .build/validation.md
	cp .build/validation.md $(VALIDATION)

# It must come out the same to the last byte.
check-validation: validation
	git diff --exit-code -- $(VALIDATION)

# Times, to be compared side by side on one machine.
benchmark: gsl
	$(SWIFT) build -c release --product CalendarBenchmark
	$(SWIFT) build -c release --product ReplicationBenchmark
	.build/release/CalendarBenchmark
	.build/release/ReplicationBenchmark

# Instructions a replication, which repeat; fails when there are more than committed.
instructions: gsl
	$(SWIFT) build -c release --product ReplicationBenchmark
	Benchmarks/count-instructions .build/release/ReplicationBenchmark

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/clustersim/schemas \
	  $(DESTDIR)$(PREFIX)/share/clustersim/scenarios/References \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/clustersim
	install -m 644 Scenarios/*.json $(DESTDIR)$(PREFIX)/share/clustersim/scenarios
	install -m 644 Scenarios/References/*.json \
	  $(DESTDIR)$(PREFIX)/share/clustersim/scenarios/References
	install -m 644 Schemas/*.json $(DESTDIR)$(PREFIX)/share/clustersim/schemas
	$(PROGRAM) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/clustersim
	$(PROGRAM) --generate-completion-script zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_clustersim
	$(PROGRAM) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/clustersim.fish

clean:
	$(SWIFT) package clean
