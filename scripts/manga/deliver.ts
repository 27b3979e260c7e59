// Fetches the finished book and writes it into its folder; `session.json` comes last, so that its presence says "complete".
import { join } from "node:path";
import { BookSchema } from "../../lib/manga/book.ts";
import { FinishedBookSchema } from "../../lib/phases/7-finish.ts";
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import { writeWhole } from "./output-folder.ts";
import type { SessionClient } from "./session-client.ts";
import { sessionFile } from "./session-file.ts";

/** Texts of the story that found no room. */
export type LeftOut = string[];

export async function deliverBook(
  client: SessionClient,
  session: ClientSession,
  folder: string,
): Promise<LeftOut> {
  const finished = FinishedBookSchema.parse(session.result);
  const fetch = (hash: string) => client.download(session.sessionId, hash);
  for (const format of ["pdf", "cbz"] as const) {
    const hash = finished.files[format];
    if (hash !== undefined) writeWhole(join(folder, `book.${format}`), await fetch(hash));
  }
  if (session.params.formats.includes("png")) {
    for (const [index, hash] of finished.pages.entries()) {
      writeWhole(join(folder, "pages", `${String(index + 1).padStart(3, "0")}.png`), await fetch(hash));
    }
  }
  const json = await fetch(finished.book);
  writeWhole(join(folder, "book.json"), json);
  writeWhole(join(folder, "session.json"), `${JSON.stringify(sessionFile(session), null, 2)}\n`);
  const book = BookSchema.parse(JSON.parse(new TextDecoder().decode(json)));
  return book.leftOut.map(({ text }) => text);
}
