# mulu: see `make help`. Objects go to build/<BUILD>/, BUILD is release, asan or cov.
NAME    := mulu
VERSION := 0.1.0
PREFIX  ?= /usr/local
CFLAGS  ?= -O2 -g
BUILD   ?= release
B       := build/$(BUILD)

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
        -Wwrite-strings -Wvla -Wformat=2
FLAGS.asan := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
FLAGS.cov  := -O0 --coverage
PKGS := libxml-2.0 libcmark harfbuzz harfbuzz-subset icu-uc icu-i18n libxxhash
# Debian's libhpdf-dev has no .pc file.
LIBS = $(shell pkg-config --libs $(PKGS)) -lhpdf -lm
# GNU: renameat2, syncfs and memmem are not in POSIX.
CPPFLAGS += -D_GNU_SOURCE -DVERSION='"$(VERSION)"' -DDATADIR='"$(PREFIX)/share/$(NAME)"' -Isrc -Itests
ALL = -std=c11 $(WARN) $(CPPFLAGS) $(shell pkg-config --cflags $(PKGS)) $(CFLAGS) $(FLAGS.$(BUILD))

SRCS := $(sort $(wildcard src/*/*.c))
OBJS := $(SRCS:%.c=$(B)/%.o)
UNIT := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/unit/*_test.c)))
FUZZ := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(sort $(wildcard tests/fuzz/*_fuzz.c)))

.PHONY: all site test asan fuzz bench format install uninstall clean help
.SECONDARY:

all: $(B)/$(NAME)               ## build/release/mulu

$(B)/$(NAME): $(B)/src/main.o $(OBJS)
	$(CC) $(ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/tests/unit/%: $(B)/tests/unit/%.o $(OBJS)
	$(CC) $(ALL) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -c -o $@ $<

clean:                          ## remove build/
	rm -rf build

help:                           ## this list
	@grep -hE '^[a-z]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed 's/:.*##/\t/'

-include $(OBJS:.o=.d) $(B)/src/main.d $(UNIT:=.d)
