// Ids of the reader, director and artist of a book, in a session's parameters and in `book.json`.
import * as z from "zod";

/** The form of sessions and books from before directors existed: one part read and directed. */
const WriterSchema = z.strictObject({ writer: z.string(), artist: z.string() });

const PartsSchema = z.object({
  /** Makes concept, cast and plot: `offline-reader@1f3a9c2e`, `gemini/gemini-3.8-flash@5`. */
  reader: z.string(),
  /** Turns beats into panels: `code-director@1f3a9c2e`. */
  director: z.string(),
  /** Draws the pictures: `offline-artist@1f3a9c2e`. */
  artist: z.string(),
});
export type ModelIds = z.infer<typeof PartsSchema>;
export type Part = keyof ModelIds;

/** Also reads the older form, in which the writer did the work of reader and director. */
export const ModelIdsSchema = z.preprocess((stored) => {
  const older = WriterSchema.safeParse(stored);
  if (!older.success) return stored;
  const { writer, artist } = older.data;
  return { reader: writer, director: writer, artist };
}, PartsSchema);

/** The number of pictures that one artist drew at one tier, in a book or in one of its files. */
export interface Share {
  artist: string;
  /** Absent: `standard`. */
  tier?: string | undefined;
  pictures: number;
}

/** Who made a book. `drawn`: all artists with their shares, the largest first, where `artist` did not draw everything. */
export interface Makers extends ModelIds {
  drawn?: readonly Share[] | undefined;
}

/** Ids of all artists, without duplicates. */
export const artistsOf = ({ artist, drawn }: Pick<Makers, "artist" | "drawn">): string[] => [
  ...new Set(drawn?.map((share) => share.artist) ?? [artist]),
];

/** Whether an id names a vendor's model (`gemini/gemini-3.8-flash@5`). All other ids are programs. */
export const isHostedId = (id: string): boolean => id.includes("/");

/** An id without its version: `offline-reader`. */
export const programName = (id: string): string => id.replace(/@.*$/, "");

/** For each part that was made by several ids, or by another one than requested: all ids, in order. */
export const MadeBySchema = z.partialRecord(
  z.enum(["reader", "director", "artist"]),
  z.array(z.string()).min(1),
);
export type MadeBy = z.infer<typeof MadeBySchema>;
