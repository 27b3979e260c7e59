import { afterAll, expect, test } from "vitest";
import { drawStoryboard } from "../../direction/storyboard.ts";
import { segmentStory } from "../../manga/segment.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import { threadPool } from "../../work/thread-pool.ts";
import type { PanelRequest } from "../artist.ts";
import { programId } from "../program-versions.ts";
import type { Brief, ReadingProgram } from "../reader.ts";
import { offlineArtist } from "./artist/artist.ts";
import { pooledArtist } from "./artist/pooled-artist.ts";
import { offlineReader } from "./reader/offline-reader.ts";
import { pooledOfflineReader } from "./reader/pooled-offline-reader.ts";

const threads = threadPool({ threads: 1 });
afterAll(() => threads.close());
const { signal } = new AbortController();

const BRIEF: Brief = { seed: 7, direction: "rtl", style: "shonen" };
const TEXT = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は線路の向こうへ走った。";

/** The outputs of a reader's three tasks for one story. */
async function readBy(reader: ReadingProgram) {
  const story = segmentStory(TEXT, "ja");
  const concept = (await reader.read("concept", { story, brief: BRIEF }, signal)).output;
  const cast = (await reader.read("characters", { story, brief: BRIEF, concept }, signal)).output;
  const plot = (await reader.read("plot", { story, brief: BRIEF, concept }, signal)).output;
  return { concept, cast, plot };
}

test("the offline reader returns the same results in a worker, under the same id", async () => {
  const [pooled, plain] = [pooledOfflineReader(programId("offline-reader"), threads), offlineReader()];
  expect(pooled.id).toBe(plain.id);
  expect(await readBy(pooled)).toEqual(await readBy(plain));
});

test("a story that the reader refuses fails in a worker as it does without one", async () => {
  const reader = pooledOfflineReader(programId("offline-reader"), threads);
  const refused = reader.read("concept", { story: segmentStory("……！", "ja"), brief: BRIEF }, signal);
  const error = await refused.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TerminalError);
  expect(error).toMatchObject({ code: "story-unusable", message: "The story holds no words." });
});

test("the offline artist draws the same pictures in a worker, under the same id", async () => {
  const { concept, cast, plot } = await readBy(offlineReader());
  const { panels } = drawStoryboard({ concept, cast, plot, page: 1, brief: BRIEF });
  const picture = panels[0]?.picture;
  const place = plot.places.find(({ id }) => id === picture?.place);
  if (picture === undefined || place === undefined) throw new Error("the page has no panel");
  const request: PanelRequest = {
    ...{ kind: "panel", picture, place, cast: cast.characters, references: [] },
    ...{ style: concept.style, width: 700, height: 520, seed: 7 },
  };
  const [pooled, plain] = [pooledArtist(programId("offline-artist"), threads), offlineArtist()];
  expect(pooled.id).toBe(plain.id);
  expect(await pooled.draw(request, signal)).toEqual(await plain.draw(request, signal));
  await expect(pooled.draw(request, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});
