// The ids of what reads, directs and draws a book, in a session's parameters and in `book.json`.
import * as z from "zod";

/** Sessions and books of before there were directors: one part read and directed. */
const WriterSchema = z.strictObject({ writer: z.string(), artist: z.string() });

const PartsSchema = z.object({
  /** Gives concept, cast and plot: `offline-reader@1f3a9c2e`, `gemini/gemini-3.8-flash@5`. */
  reader: z.string(),
  /** Turns beats into panels: `code-director@1f3a9c2e`. */
  director: z.string(),
  /** Draws: `offline-artist@1f3a9c2e`. */
  artist: z.string(),
});
export type ModelIds = z.infer<typeof PartsSchema>;
export type Part = keyof ModelIds;

/** The older form is read as well: its writer is the reader and the director, which is what it was. */
export const ModelIdsSchema = z.preprocess((stored) => {
  const older = WriterSchema.safeParse(stored);
  if (!older.success) return stored;
  const { writer, artist } = older.data;
  return { reader: writer, director: writer, artist };
}, PartsSchema);

/** The pictures of a book, or of a file of it, that one artist drew at one tier. */
export interface Share {
  artist: string;
  /** Absent: `standard`. */
  tier?: string | undefined;
  pictures: number;
}

/** What made a book, with all who drew it where `artist` alone did not: the largest share first. */
export interface Makers extends ModelIds {
  drawn?: readonly Share[] | undefined;
}

/** Ids of all who drew, each once. */
export const artistsOf = ({ artist, drawn }: Pick<Makers, "artist" | "drawn">): string[] => [
  ...new Set(drawn?.map((share) => share.artist) ?? [artist]),
];

/** Whether an id names a model of a vendor: `gemini/gemini-3.8-flash@5`. All others are programs. */
export const isHostedId = (id: string): boolean => id.includes("/");

/** The programs' ids alone, without their versions: `offline-reader`. */
export const programName = (id: string): string => id.replace(/@.*$/, "");

/** By part, the ids of all versions that had a share in a book, of parts that had more than one or another than was asked for. */
export const MadeBySchema = z.partialRecord(
  z.enum(["reader", "director", "artist"]),
  z.array(z.string()).min(1),
);
export type MadeBy = z.infer<typeof MadeBySchema>;
