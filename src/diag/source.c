/* The table of sources and the way from a byte offset to a line; see source.h. */
#include "diag/source.h"

#include <string.h>

uint32_t pt_source_add(PtSources *sources, const char *path, const char *text, size_t len)
{
    pt_vec_push(sources->arena, &sources->list, (PtSource){path, text, len});
    return sources->list.len;
}

const PtSource *pt_source_get(const PtSources *sources, uint32_t file)
{
    return file == 0 || file > sources->list.len ? NULL : &sources->list.data[file - 1];
}

PtSourcePlace pt_source_place(const PtSource *source, uint32_t offset)
{
    if (offset > source->len)
        offset = (uint32_t)source->len;
    PtSourcePlace place = {.line = 1};
    const char *text = source->text;
    for (const char *p = text; (p = memchr(p, '\n', (size_t)(text + offset - p))); p++) {
        place.line++;
        place.line_start = (uint32_t)(p + 1 - text);
    }
    place.column = offset - place.line_start;
    const char *end = memchr(text + offset, '\n', source->len - offset);
    place.line_end = end ? (uint32_t)(end - text) : (uint32_t)source->len;
    return place;
}
