// Calls the session's reader, director and artist: finds each by its id, parses its answer, and records its version if it is not the one that the
// session began with.
import { type Part, programName } from "../manga/model-ids.ts";
import { type StoryboardDraft, StoryboardDraftSchema } from "../manga/storyboard.ts";
import type { Artist } from "../models/artist.ts";
import type { DirectionInput } from "../models/director.ts";
import {
  READING_SCHEMAS,
  type ReadingInputs,
  type ReadingOutputs,
  type ReadingTask,
} from "../models/reader.ts";
import { TerminalError } from "../pipeline/errors.ts";
import type { MangaContext } from "./tools.ts";

/**
 * Runs a task of the reader. Throws as `Reader` does, `TerminalError("model-unknown")` if another reader made the concept, and `ZodError` if a
 * reader breaks its contract.
 */
export async function read<T extends ReadingTask>(
  context: MangaContext,
  task: T,
  input: ReadingInputs[T],
): Promise<ReadingOutputs[T]> {
  const reader = await context.tools.reader(context.params.models.reader);
  if (task !== "concept") refuseMixed(context, reader.id);
  noteVersion(context, "reader", reader.id);
  return READING_SCHEMAS[task].parse(await reader.read(task, input, context));
}

/**
 * Readers must not be mixed: another reader may give the same ids to other characters. The session fails if its concept's reader no longer
 * exists; its story can be started again.
 */
function refuseMixed({ params, makerOf }: MangaContext, id: string): void {
  const concept = makerOf({ phase: "concept", of: "book" }) ?? params.models.reader;
  const [before, now] = [programName(concept), programName(id)];
  if (before === now) return;
  throw new TerminalError(
    "model-unknown",
    `${before} read this session's concept, and this version of Mekuri no longer has it. Start the story again; ${now} then reads all of it.`,
  );
}

/** Turns a page's beats into panels. Throws as `Director` does, and `ZodError` if a director breaks its contract. */
export async function direct(context: MangaContext, input: DirectionInput): Promise<StoryboardDraft> {
  const director = await context.tools.director(context.params.models.director);
  noteVersion(context, "director", director.id);
  return StoryboardDraftSchema.parse(await director.direct(input, context));
}

/** Finds the artist for the step's picture, and records it. */
export async function artistOf(context: MangaContext): Promise<Artist> {
  const artist = await context.tools.artist(context.params.models.artist);
  // A final picture uses another artist on purpose, so the result records it and the timeline does not.
  if (context.params.tier === "final") context.madeBy(artist.id);
  noteVersion(context, "artist", artist.id);
  return artist;
}

/**
 * A deployment has one version of each program. A session that began with another goes on with this one, so that it finishes; the
 * timeline, the step's result and `book.json` say so.
 */
function noteVersion(context: MangaContext, part: Part, id: string): void {
  const begun = context.params.models[part];
  if (id === begun) return;
  context.madeBy(id);
  context.note(
    `Made by ${id} instead of ${begun}, with which the session began: this version of Mekuri has another ${part}.`,
  );
}
