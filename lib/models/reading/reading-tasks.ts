// Tasks that read whole stories, loaded by a worker. All take linear time.
import { countCharacters, normalizeStory, StoryUnusableError } from "../../manga/decode-story.ts";
import { detectLanguage } from "../../manga/detect-language.ts";
import { renamed } from "../../manga/rename.ts";
import { segmentStory } from "../../manga/segment.ts";
import type { Story } from "../../manga/story.ts";
import { fewestPages, storyPages } from "../../manga/story-pages.ts";
import type { StoryReader, StorySurvey } from "../story-reader.ts";

export const segment = ({ text, language, renames }: Parameters<StoryReader["segment"]>[0]): Story =>
  segmentStory(renamed(text, renames), language);

export function survey(raw: string): StorySurvey {
  try {
    const text = normalizeStory(raw);
    const language = detectLanguage(text);
    if (language === "other") return { kind: "foreign" };
    const story = segmentStory(text, language);
    return {
      kind: "usable",
      ...{ text, language },
      characters: countCharacters(text),
      lines: story.units.filter(({ kind }) => kind === "speech").length,
      pages: { manga: storyPages(story, "half"), yonkoma: storyPages(story, "half", true) },
      fullPages: { manga: storyPages(story, "whole"), yonkoma: storyPages(story, "whole", true) },
      fewestPages: fewestPages(story),
    };
  } catch (error) {
    // A text of sufficient length may consist of rules, notes and separators only.
    if (error instanceof StoryUnusableError || error instanceof RangeError) {
      return { kind: "unusable", reason: error.message };
    }
    throw error;
  }
}
