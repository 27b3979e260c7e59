// Books through a model server with injected errors and a sloppy writer. One in every test run; `MODELS_CAMPAIGN=20` makes twenty of the
// project's own stories, each function in its own process. `MODELS_CAMPAIGN_SEED` selects the errors.
import { expect, it } from "vitest";
import { PROFILES } from "../../../emulators/models/profile.ts";
import { type CampaignOptions, type CampaignReport, faultless, runCampaign } from "./campaign.ts";
import { campaignStories } from "./campaign-stories.ts";

const FULL = Number(process.env.MODELS_CAMPAIGN ?? 0);
const SEED = Number(process.env.MODELS_CAMPAIGN_SEED ?? 7);
/** Time limit of the whole campaign, with and without errors. */
const LIMIT_MS = 30 * 60_000;
const LEAST_STORIES = 10;

const SHORT_STORY = {
  name: "the lighthouse cat",
  ...{ language: "en" as const, pages: 1 },
  text: `The Lighthouse Cat

Every night the cat climbed the stairs of the lighthouse. Old Tom was waiting with a lamp, and Tom was never late.

"You are late," said Tom.

The cat sat down by the window. A ship was passing in the storm.

"They see us," said Tom, and smiled. "Come here, you old thing."`,
};

const shared = {
  ...{ seed: SEED, profile: PROFILES.troubled, today: "2026-11-29", requestsPerMinute: 10_000 },
  limitMs: LIMIT_MS / 2,
};
const options: CampaignOptions =
  FULL === 0
    ? { ...shared, stories: [SHORT_STORY], atOnce: 1, windowSeconds: 1, isolate: false }
    : { ...shared, stories: storiesFor(FULL), atOnce: 4, windowSeconds: 2, isolate: true };

/** The project's stories, repeated for the number of sessions. */
function storiesFor(sessions: number) {
  const stories = campaignStories(Math.min(sessions, LEAST_STORIES));
  return Array.from({ length: sessions }, (_, at) => stories[at % stories.length]).filter(
    (story) => story !== undefined,
  );
}

function expectFinished(report: CampaignReport): void {
  expect(report.stuck).toEqual([]);
  expect(report.ended.map(({ story, status, error }) => ({ story, status, error }))).toEqual(
    report.ended.map(({ story }) => ({ story, status: "completed", error: undefined })),
  );
  expect(report.ended).toHaveLength(options.stories.length);
  expect(report.ended.flatMap(({ story, speech }) => speech.map((line) => ({ story, ...line })))).toEqual([]);
  expect(report.costMicros).toBe(report.chargedMicros);
}

/** Prints the report of the full campaign as soon as it is made. */
async function told(name: string, of: CampaignOptions): Promise<CampaignReport> {
  const report = await runCampaign(of);
  if (FULL > 0) process.stdout.write(`${JSON.stringify({ [name]: report }, null, 2)}\n`);
  return report;
}

const books = options.stories.length === 1 ? "a book" : `${options.stories.length} books`;
it(`${books} with injected model errors: all finish, no dialogue is lost, each call is paid once`, {
  timeout: LIMIT_MS,
}, async () => {
  const troubled = await told("troubled", options);
  expectFinished(troubled);
  const calm = await told("calm", faultless(options));
  expectFinished(calm);
  expect(calm.errors).toEqual({});
  // With one book, chance may cause more repeats.
  const most = FULL === 0 ? { text: 2, image: 2 } : { text: 1.3, image: 1.25 };
  expect(troubled.answered.text / calm.answered.text).toBeLessThanOrEqual(most.text);
  expect(troubled.answered.image / calm.answered.image).toBeLessThanOrEqual(most.image);
});
