// The stories of the campaign: public-domain texts in the repository, Japanese and English.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Language } from "../../../lib/manga/language.ts";

export interface CampaignStory {
  name: string;
  language: Language;
  text: string;
  /** Requested number of story pages, so that two runs make books of the same length. */
  pages: number;
}

/** Characters of a story for a page. */
const CHARACTERS_OF_PAGE = { ja: 400, en: 900 } as const;

const ROOT = join(import.meta.dirname, "../../..");
const FOLDERS = { ja: join(ROOT, "stories/ja"), en: join(ROOT, "stories/en") };
const HARD_STORY = join(ROOT, "examples/hard/utadokei.txt");

/** Alternately Japanese and English, sorted by name. Throws an Error with the folders if there are fewer than `least`. */
export function campaignStories(least: number): CampaignStory[] {
  const [ja, en] = [storiesIn("ja"), storiesIn("en")];
  const hard = existsSync(HARD_STORY) ? [storyAt(HARD_STORY, "ja")] : [];
  const japanese = [...hard, ...ja];
  const turns = Array.from({ length: Math.max(japanese.length, en.length) }, (_, at) => [
    japanese[at],
    en[at],
  ]);
  const stories = turns.flat().filter((story) => story !== undefined);
  if (stories.length >= least) return stories;
  throw new Error(
    `the campaign needs ${least} stories and found ${stories.length}: ${ja.length} in ${FOLDERS.ja}, ${en.length} in ${FOLDERS.en}, ${hard.length} at ${HARD_STORY}`,
  );
}

function storiesIn(language: Language): CampaignStory[] {
  const folder = FOLDERS[language];
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.toSorted().map((name) => storyAt(join(folder, name), language));
}

function storyAt(path: string, language: Language): CampaignStory {
  const text = readFileSync(path, "utf8");
  const pages = Math.ceil(text.length / CHARACTERS_OF_PAGE[language]);
  return { name: basename(path, ".txt"), language, text, pages };
}
