// The dependencies of the phases: model adapters of the session, the story reader, the drafter and the binder.
import type { Drafter } from "../drawing/drafter.ts";
import type { Binder } from "../export/binder.ts";
import { type Given, GivenSchema } from "../manga/given.ts";
import { layoutDirection, storyLanguage } from "../manga/language.ts";
import type { Story } from "../manga/story.ts";
import { renamedGiven, storyWithGiven } from "../manga/with-given.ts";
import type { Artist } from "../models/artist.ts";
import type { Director } from "../models/director.ts";
import type { Brief, Reader } from "../models/reader.ts";
import type { StoryReader } from "../models/story-reader.ts";
import type { StepContext } from "../pipeline/phase.ts";

/** Model adapters are found by the ids in the session's parameters and loaded when first used. */
export interface MangaTools {
  /** Throws `TerminalError` for an id that no adapter has. */
  reader(id: string): Promise<Reader>;
  director(id: string): Promise<Director>;
  artist(id: string): Promise<Artist>;
  /**
   * Announces the owner's next pictures to the artist's rate limit, so that slots are kept open for them (`fair-window.ts`). Absent where
   * requests have no shared limit.
   */
  expectPictures?(artist: string, owner: string): Promise<void>;
  /** Cuts the story into its units. */
  stories(): Promise<StoryReader>;
  /** The drafter stops its work when the signal aborts. */
  drafter(signal?: AbortSignal): Promise<Drafter>;
  binder(signal?: AbortSignal): Promise<Binder>;
}

export type MangaContext = StepContext<MangaTools>;

/** The story in units, with renamed characters. Throws as `StoryReader` does. */
export async function loadStory(context: MangaContext): Promise<Story> {
  const { params, tools, signal } = context;
  const [stories, text] = await Promise.all([tools.stories(), context.story()]);
  return stories.segment({ text, language: storyLanguage(params), renames: params.renames ?? [] }, signal);
}

/** The story as a reader gets it, with what the person said beside it. Throws as `loadStory` does. */
export async function loadReading(context: MangaContext): Promise<{ story: Story; given?: Given }> {
  const { given, renames = [] } = context.params;
  const [story, text] = await Promise.all([
    loadStory(context),
    given === undefined ? undefined : context.givenText(),
  ]);
  if (text === undefined) return { story };
  const said = renamedGiven(GivenSchema.parse(JSON.parse(text)), renames);
  return { story: storyWithGiven(story, said), given: said };
}

/** The user's parameters, as readers and directors get them. */
export function briefOf({ params }: MangaContext): Brief {
  const { title, pages, style, artDirection, genre, seed } = params;
  return { title, pages, direction: layoutDirection(params), style, artDirection, genre, seed };
}

/** Suffix that distinguishes the seed of a later take from the first one's. */
export function takeLabel({ take }: Pick<MangaContext, "take">): string[] {
  return take === 0 ? [] : [`take ${take}`];
}
