// The limit: what the disk itself takes. It makes the folders and files of a pack with the same bytes, or reads the files and
// compares them, and does nothing else; one thread, or several processes with every so manieth folder each.
//
// usage: limit write|compare PACK FOLDER [PROCESSES]
// A pack is a row of records: the length of the path and of the contents (32 bits each, little-endian), the path, the contents.
// Files of one folder stand together.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what) {
    perror(what);
    exit(1);
}

// Opens the folder `path` below `root`; makes it, and those above it, if `make`.
static int open_folder(int root, char *path, int make) {
    if (*path == 0) return dup(root);
    int folder = openat(root, path, O_RDONLY | O_DIRECTORY);
    if (folder >= 0 || !make) return folder;
    for (char *slash = path; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = 0;
        if (mkdirat(root, path, 0755) < 0 && errno != EEXIST) fail(path);
    }
    if (mkdirat(root, path, 0755) < 0 && errno != EEXIST) fail(path);
    return openat(root, path, O_RDONLY | O_DIRECTORY);
}

static void write_file(int folder, const char *name, const char *bytes, size_t size) {
    int file = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size || close(file) < 0) fail(name);
}

static void compare_file(int folder, const char *name, const char *bytes, size_t size) {
    static char *buffer;
    static size_t room;
    if (room <= size) buffer = realloc(buffer, room = 2 * size + 1);
    int file = openat(folder, name, O_RDONLY);
    if (file < 0) fail(name);
    if (read(file, buffer, room) != (ssize_t)size || memcmp(buffer, bytes, size) != 0) {
        fprintf(stderr, "%s differs\n", name);
        exit(1);
    }
    close(file);
}

int main(int count, char **words) {
    if (count != 4 && count != 5) return 2;
    int shares = count == 5 ? atoi(words[4]) : 1;
    int writes = strcmp(words[1], "write") == 0;
    int pack = open(words[2], O_RDONLY);
    struct stat status;
    if (pack < 0 || fstat(pack, &status) < 0) fail(words[2]);
    char *next = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, pack, 0);
    if (next == MAP_FAILED) fail("mmap");
    char *end = next + status.st_size;
    if (writes) mkdir(words[3], 0755);
    int root = open(words[3], O_RDONLY | O_DIRECTORY);
    if (root < 0) fail(words[3]);

    int own = 0;
    for (int share = 1; share < shares && own == 0; share++) {
        if (fork() == 0) own = share;
    }
    char current[4096] = "\1";
    int folder = -1, number = -1;
    while (next < end) {
        uint32_t lengths[2];
        memcpy(lengths, next, sizeof lengths);
        char path[4096];
        if (lengths[0] >= sizeof path) fail("path");
        memcpy(path, next + sizeof lengths, lengths[0]);
        path[lengths[0]] = 0;
        char *bytes = next + sizeof lengths + lengths[0];
        next = bytes + lengths[1];
        char *slash = strrchr(path, '/');
        char *name = slash ? slash + 1 : path;
        if (slash) *slash = 0;
        char *parent = slash ? path : "";
        if (strcmp(parent, current) != 0) {
            strcpy(current, parent);
            number++;
            if (number % shares != own) continue;
            if (folder >= 0) close(folder);
            folder = open_folder(root, current, writes);
            if (folder < 0) fail(current);
        }
        if (number % shares != own) continue;
        if (writes) write_file(folder, name, bytes, lengths[1]);
        else compare_file(folder, name, bytes, lengths[1]);
    }
    for (int status; own == 0 && wait(&status) > 0;) {
        if (status != 0) return 1;
    }
    return 0;
}
