// The stories of a campaign with what is drawn for each: whether its book has sheets, and what people wish of it.
import { type CampaignStory, campaignStories } from "./stories.ts";
import { chanceOf } from "./weather.ts";
import { type PlannedWish, planWishes } from "./wishes.ts";

/** Sessions of the same story, where they are too few for all stories: a book without faults costs time as well. */
const LEAST_OF_EACH = { own: 3, built: 10 } as const;

interface Cast extends CampaignStory {
  seed: number;
  /** Its sessions have sheets, and pictures that can be edited. */
  isPainted: boolean;
  /** What those wish who change its book. */
  wishes: PlannedWish[];
}

interface Wanted {
  sessions: number;
  seed: number;
  isBuilt: boolean;
}

/** The stories of a campaign, each with what all its sessions have in common. Every second pair of them is painted. */
export function drawCasts({ sessions, seed, isBuilt }: Wanted): Cast[] {
  const chance = chanceOf(seed, "stories");
  const drawn = campaignStories().map((story) => ({ ...story, seed: chance.between(0, 2_147_483_647) }));
  const first = chanceOf(seed, "painted").between(0, 1);
  const count = Math.ceil(sessions / LEAST_OF_EACH[isBuilt ? "built" : "own"]);
  return alternating(drawn)
    .slice(0, count)
    .map((story, index) => {
      const isPainted = !isBuilt && Math.floor(index / 2) % 2 === first;
      return {
        ...story,
        isPainted,
        wishes: planWishes(chanceOf(seed, `wishes ${story.name}`), { isPainted }),
      };
    });
}

/** The first half and the second by turns: few stories are of both languages, too. */
function alternating<T>(stories: readonly T[]): T[] {
  const half = Math.ceil(stories.length / 2);
  return stories
    .slice(0, half)
    .flatMap((story, index) => [story, ...stories.slice(half + index, half + index + 1)]);
}
