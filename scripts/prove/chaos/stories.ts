// Twenty short stories, ten in each language: what the campaign's sessions are made of.
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("./stories/", import.meta.url);

export interface CampaignStory {
  /** Its file without the ending: `ja-lighthouse`. */
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
