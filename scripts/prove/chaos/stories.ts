// Twenty short stories, ten in each language, for the campaign's sessions.
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("./stories/", import.meta.url);

export interface CampaignStory {
  /** File name without extension: `ja-lighthouse`. */
  name: string;
  text: string;
}

export function campaignStories(): CampaignStory[] {
  return readdirSync(FOLDER)
    .toSorted()
    .map((file) => ({
      name: file.replace(/\.txt$/, ""),
      text: readFileSync(new URL(file, FOLDER), "utf8"),
    }));
}
