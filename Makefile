# mulu: see `make help`. Objects go to build/<BUILD>/, BUILD is release, asan or cov.
NAME    := mulu
VERSION := 0.1.0
PREFIX  ?= /usr/local
# -O3: the checker is many small functions over texts, and gains a tenth from their inlining.
CFLAGS  ?= -O3 -g
BUILD   ?= release
B       := build/$(BUILD)

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
        -Wwrite-strings -Wvla -Wformat=2
FLAGS.asan := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
FLAGS.cov  := -O0 --coverage
PKGS := libxml-2.0 libcmark harfbuzz harfbuzz-subset icu-uc icu-i18n libxxhash xlsxwriter zlib libqrencode
# Debian's libhpdf-dev has no .pc file.
LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lhpdf -lm
# GNU: renameat2, syncfs and memmem are not in POSIX.
# Tests look into the fonts of a PDF with another library than the one that wrote them.
TEST_PKGS := freetype2
CPPFLAGS += -D_GNU_SOURCE -DVERSION='"$(VERSION)"' -DDATADIR='"$(PREFIX)/share/$(NAME)"' -Isrc -Itests
ALL := -std=c11 $(WARN) $(CPPFLAGS) $(shell pkg-config --cflags $(PKGS) 2>/dev/null) \
       $(CFLAGS) $(FLAGS.$(BUILD))

$(B)/tests/% build/fuzz/%: ALL += $(shell pkg-config --cflags $(TEST_PKGS) 2>/dev/null)
$(B)/tests/% build/fuzz/%: LIBS += $(shell pkg-config --libs $(TEST_PKGS) 2>/dev/null)

SRCS := $(sort $(wildcard src/*/*.c))
OBJS := $(SRCS:%.c=$(B)/%.o)
# What unit tests share (tests/kit.h first).
KIT  := $(patsubst %.c,$(B)/%.o,$(sort $(wildcard tests/*.c)))
UNIT := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/unit/*_test.c)))
# Programs that scripts/bench runs, and what they share.
BENCH := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/bench/*.c)))
BENCH_KIT := $(patsubst %.c,$(B)/%.o,$(sort $(wildcard tests/bench/kit/*.c)))
FUZZ := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(sort $(wildcard tests/fuzz/*_fuzz.c)))

.PHONY: FORCE all site test asan fuzz bench format install uninstall clean help
.SECONDARY:

all: $(B)/$(NAME)               ## build/release/mulu

# What runs is said in two words; make V=1 shows the whole commands.
Q := $(if $(V),,@)
SAY = @echo "  $(1) $(2)"

$(B)/$(NAME): $(B)/src/main.o $(OBJS)
	$(call SAY,link,$@)
	$(Q)$(CC) $(ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/tests/unit/%: $(B)/tests/unit/%.o $(KIT) $(OBJS)
	$(call SAY,link,$@)
	$(Q)$(CC) $(ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/tests/bench/%: $(B)/tests/bench/%.o $(BENCH_KIT) $(OBJS)
	$(call SAY,link,$@)
	$(Q)$(CC) $(ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

# Objects that name the installed data are made anew when PREFIX is another than before.
$(B)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@
FORCE:
$(patsubst %.c,$(B)/%.o,$(wildcard src/cli/*.c)): $(B)/prefix

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call SAY,cc,$<)
	$(Q)$(CC) $(ALL) -MMD -MP -c -o $@ $<

# What is missing is installed first; the rest is a make of its own, so that it sees it.
site:                           ## publish the catalogs to site/public/
	@scripts/bootstrap --build
	@$(MAKE) --no-print-directory $(B)/$(NAME)
	$(B)/$(NAME) build

test:                           ## every test; ends with "N passed, N failed"
	@scripts/bootstrap
	@$(MAKE) --no-print-directory all $(UNIT) $(BENCH)
	@tests/run.sh $(B)

asan:                           ## the same tests under ASan and UBSan
	@$(MAKE) --no-print-directory BUILD=asan test

build/fuzz/%: tests/fuzz/%.c $(wildcard tests/*.c) $(SRCS)
	@mkdir -p $(@D)
	clang $(ALL) -O1 -fsanitize=fuzzer,address,undefined -o $@ $^ $(LIBS)

fuzz: $(FUZZ)                   ## libFuzzer programs in build/fuzz/

bench: all $(BENCH)                     ## measure; prints ratios, asserts nothing
	@scripts/bench $(B)

format:                         ## clang-format all sources
	clang-format -i $(wildcard src/*.c src/*/*.[ch] tests/*.[ch] tests/*/*.[ch] tests/*/*/*.[ch])

install: all                    ## to $(DESTDIR)$(PREFIX)
	install -D -m 755 $(B)/$(NAME) $(DESTDIR)$(PREFIX)/bin/$(NAME)
	install -D -m 644 man/$(NAME).1 $(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1
	mkdir -p $(DESTDIR)$(PREFIX)/share/$(NAME)/catalogs $(DESTDIR)$(PREFIX)/share/$(NAME)/site
	cp -R templates $(DESTDIR)$(PREFIX)/share/$(NAME)/
	cp -R catalogs/schemes $(DESTDIR)$(PREFIX)/share/$(NAME)/catalogs/
	cp -R site/assets site/synonyms.tsv $(DESTDIR)$(PREFIX)/share/$(NAME)/site/

uninstall:                      ## what install put there
	rm -rf $(DESTDIR)$(PREFIX)/bin/$(NAME) $(DESTDIR)$(PREFIX)/share/$(NAME) \
	  $(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1

clean:                          ## remove build/
	rm -rf build

help:                           ## this list
	@grep -hE '^[a-z]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed 's/:.*##/\t/'

-include $(OBJS:.o=.d) $(KIT:.o=.d) $(B)/src/main.d $(UNIT:=.d) $(BENCH:=.d) $(BENCH_KIT:.o=.d)
