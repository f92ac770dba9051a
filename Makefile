# Portalis: `make run` shows it at work, `make check` tests everything, `make help` lists the rest.
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
SHELL := /bin/sh
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j2
endif

BUILD  := build
HOST_TRIPLE := $(shell uname -m)-unknown-linux-gnu
CC     ?= cc
OPT    ?= -O2
CFLAGS  = -std=c17 $(OPT) -g -Wall -Wextra -Werror -D_GNU_SOURCE -fno-strict-aliasing $(SANFLAGS)
CPPFLAGS = -Isrc -Iinclude -I$(BUILD)/gen -DPT_HOST_TRIPLE='"$(HOST_TRIPLE)"'
LDLIBS  = -Wl,--build-id=sha1 -lpthread -lm -ldl
OBJ    := $(BUILD)/obj

SRC      := $(wildcard src/*/*.c)
LIB_SRC  := $(filter-out src/cli/%,$(SRC))
OBJS     := $(SRC:%.c=$(OBJ)/%.o)
LIB_OBJS := $(LIB_SRC:%.c=$(OBJ)/%.o)

# Fixed symbol names and members live in two tables of the runtime; the compiler reads the same rows.
SYM_TABLE := $(wildcard runtime/src/object/sym_table.rs runtime/src/object/member_table.rs)
GEN       := $(if $(SYM_TABLE),$(BUILD)/gen/symbols.inc)

# The sandbox is a library of its own, loaded at the first run: the compiler builds and translates without Wasmtime.
WASMTIME    := third_party/wasmtime
SANDBOX_SRC := $(wildcard src/run/wasmtime/*.c)
SANDBOX     := $(if $(wildcard $(WASMTIME)/lib/libwasmtime.so),$(if $(SANDBOX_SRC),$(BUILD)/libportalis-sandbox.so))

.PHONY: all dev compiler sandbox runtime setup run check test unit san tsan tsan-build fuzz tidy bench bless score clean help

all: compiler sandbox runtime ## the compiler, its sandbox and its runtime

compiler: $(BUILD)/portalis ## only the compiler (seconds)

$(BUILD)/portalis: $(OBJS)
	@$(CC) $(CFLAGS) -o $@.new $^ $(LDLIBS) && mv -f $@.new $@

$(OBJ)/%.o: %.c $(GEN)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/gen/symbols.inc: $(SYM_TABLE) tools/gen_symbols.sh
	@mkdir -p $(@D)
	@sh tools/gen_symbols.sh $(SYM_TABLE) > $@

-include $(OBJS:.o=.d)

sandbox: $(SANDBOX)

$(BUILD)/libportalis-sandbox.so: $(SANDBOX_SRC) $(wildcard src/run/*.h) $(WASMTIME)/lib/libwasmtime.so
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(CPPFLAGS) -I$(WASMTIME)/include -shared -fPIC -fvisibility=hidden -o $@ $(SANDBOX_SRC) \
		-L$(WASMTIME)/lib -lwasmtime -Wl,-rpath,'$$ORIGIN/../$(WASMTIME)/lib' -lpthread

runtime:
	@sh tools/build_runtime.sh release native wasm32-wasip1

dev: compiler ## the compiler and an unoptimised native runtime: the edit-and-test loop
	@sh tools/build_runtime.sh dev native

setup: ## install what is missing (compiler packages, Rust with its WASM targets, Wasmtime)
	@sh tools/setup.sh

run: ## translate an example, show the Rust, run it in the sandbox, compare with CPython
	@sh tools/setup.sh
	@$(MAKE) --no-print-directory -s all
	@sh tools/demo.sh

check: ## every test; ends in one line "N passed, N failed"
	@sh tools/setup.sh
	@$(MAKE) --no-print-directory -s all
	@sh tools/check.sh

test: all ## part of the tests: make test F='tests/run/int/*'
	@sh tools/check.sh '$(F)'

UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))

unit: $(UNIT) ## build the C unit tests

$(BUILD)/unit/%: tests/unit/%.c $(LIB_OBJS)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS)

$(BUILD)/tools/%: tests/tools/%.c $(LIB_OBJS)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS)

$(BUILD)/bench/%: bench/%.c $(LIB_OBJS)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS)

$(BUILD)/fuzz/fuzz: tests/fuzz/fuzz.c $(LIB_OBJS)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(CPPFLAGS) -o $@ $< $(LIB_OBJS) $(LDLIBS)

san: ## the compiler with ASan and UBSan, in build/san (WHAT=… for another target there)
	@$(MAKE) --no-print-directory -s $(or $(WHAT),compiler) BUILD=build/san OPT=-O1 \
		SANFLAGS='-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer'

tsan-build:
	@$(MAKE) --no-print-directory -s unit BUILD=build/tsan OPT=-O1 SANFLAGS=-fsanitize=thread

tsan: tsan-build ## two compilations in two threads, under ThreadSanitizer
	@build/tsan/unit/threads

fuzz: ## make fuzz T=lexer|parser|pipeline SECONDS=60
	@sh tools/fuzz.sh '$(T)' '$(or $(SECONDS),60)'

tidy: compiler ## the house rules: floors, sizes, names, headers
	@if [ -f tests/tools/tidy.py ]; then python3 tests/tools/tidy.py; else echo "tidy: no rules yet"; fi

bench: all ## make bench B=parse|rustc|start|hello
	@sh tools/bench.sh '$(B)'

bless: all ## make bless F=name: rewrite the expectations of tests/cases in place
	@python3 tests/tools/run_cases.py --bless '$(or $(F),*)'

score: all ## make score CORPUS=file.jsonl
	@python3 "$$(dirname '$(CORPUS)')/score.py" '$(CORPUS)' -- $(BUILD)/portalis run

clean: ## remove build/
	@rm -rf $(BUILD)

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
