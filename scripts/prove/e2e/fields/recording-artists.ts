// The artists of `lib/models/artists.ts` with recording: each request is appended as one line of JSON to the file that
// `MEKURI_RECORDED_REQUESTS` names.
import { appendFileSync } from "node:fs";
import type { Artist } from "../../../../lib/models/artist.ts";
import { findArtists as findAll } from "../../../../lib/models/artists.ts";

/** Omits the bytes of pictures, because a request names each picture by its step. */
const withoutBytes = (_key: string, value: unknown) => (value instanceof Uint8Array ? undefined : value);

const recording = (artist: Artist, file: string): Artist => ({
  ...artist,
  draw(request, context, options) {
    const line = JSON.stringify({ label: options?.label ?? "", request }, withoutBytes);
    appendFileSync(file, `${line}\n`);
    return artist.draw(request, context, options);
  },
});

export function findArtists(...options: Parameters<typeof findAll>): ReturnType<typeof findAll> {
  const find = findAll(...options);
  const file = process.env.MEKURI_RECORDED_REQUESTS ?? "";
  return async (id) => recording(await find(id), file);
}
