// The stories of a campaign and their settings: whether the book has sheets, and which wishes are made for it.

import { chanceOf } from "./fault-rates.ts";
import { type CampaignStory, campaignStories } from "./stories.ts";
import { type PlannedWish, planWishes } from "./wishes.ts";

/** Minimum sessions of a story: with few sessions, fewer stories are used, because a fault-free book of each must be made too. */
const LEAST_OF_EACH = { own: 3, built: 10 } as const;

interface StoryPlan extends CampaignStory {
  seed: number;
  /** Whether its sessions have sheets and editable pictures. */
  isPainted: boolean;
  /** Wishes of the users that change its book. */
  wishes: PlannedWish[];
}

interface Wanted {
  sessions: number;
  seed: number;
  isBuilt: boolean;
}

/** The stories of a campaign with settings common to their sessions. Every second pair of stories is painted. */
export function planStories({ sessions, seed, isBuilt }: Wanted): StoryPlan[] {
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

/** Interleaves the two halves, so that few stories include both languages. */
function alternating<T>(stories: readonly T[]): T[] {
  const half = Math.ceil(stories.length / 2);
  return stories
    .slice(0, half)
    .flatMap((story, index) => [story, ...stories.slice(half + index, half + index + 1)]);
}
