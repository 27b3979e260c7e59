// Everything that the phases are handed: whoever writes and draws for this session, and the makers of pages and files.
import type { Drafter } from "../drawing/drafter.ts";
import type { Binder } from "../export/binder.ts";
import { layoutDirection, storyLanguage } from "../manga/language.ts";
import type { Story } from "../manga/story.ts";
import type { Artist } from "../models/artist.ts";
import type { StoryReader } from "../models/story-reader.ts";
import type { Brief, Writer } from "../models/writer.ts";
import type { StepContext } from "../pipeline/phase.ts";

/** Model adapters are found by the ids in the session's parameters and loaded when first used. */
export interface MangaTools {
  /** Throws `TerminalError` for an id that no adapter has. */
  writer(id: string): Promise<Writer>;
  reader(): Promise<StoryReader>;
  artist(id: string): Promise<Artist>;
  /** What it draws ends when the signal aborts. */
  drafter(signal?: AbortSignal): Promise<Drafter>;
  binder(signal?: AbortSignal): Promise<Binder>;
}

export type MangaContext = StepContext<MangaTools>;

/** The person's text in units, with the names that they gave since. Throws as `StoryReader` does. */
export async function loadStory(context: MangaContext): Promise<Story> {
  const { params, tools, signal } = context;
  const [reader, text] = await Promise.all([tools.reader(), context.story()]);
  return reader.segment({ text, language: storyLanguage(params), renames: params.renames ?? [] }, signal);
}

/** What the person asked for, as writers see it. */
export function briefOf({ params }: MangaContext): Brief {
  const { title, pages, style, artDirection, genre, seed } = params;
  return { title, pages, direction: layoutDirection(params), style, artDirection, genre, seed };
}

/** What tells a seed of another take from the first one's. */
export function takeLabel({ take }: Pick<MangaContext, "take">): string[] {
  return take === 0 ? [] : [`take ${take}`];
}
