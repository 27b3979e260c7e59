// A review whose result is changed while somebody edits it by hand: what is saved is made on what is there, and nobody comes back who
// was taken out by a wish, whichever answer comes late.
import assert from "node:assert/strict";
import { newGuest } from "../guest-api.ts";
import { READER, type Studio } from "../studio.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。",
  "ケンが来た。「どうしたの」とケンは聞いた。ミナは猫を指さした。",
].join("\n\n");

interface Concept {
  output: { title: string; people: { id: string; name: string; notes: string }[] };
}

/** A wish changes the title; an edit that was typed before it, of another field, is saved after it. */
export async function reviewMoved(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 1, review: ["concept"] }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  const concept = async () => (await guest.ask<Concept>("GET", `${path}/phase/1`)).output;
  const { page, context } = await studio.visit({ ...READER, guest: guest.key });
  page.setDefaultTimeout(60_000);
  // The phase as it was before the wish: an answer that comes late, or from a store that is behind.
  const phase = "**/phase/1";
  let old: string | undefined;
  await page.route(phase, async (route) => {
    if (old === undefined) {
      const answer = await route.fetch();
      old = await answer.text();
    }
    await route.fulfill({ body: old, contentType: "application/json" });
  });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const title = page.getByRole("textbox", { name: "Title" });
  await title.waitFor();
  const before = await concept();
  const { waiting } = await guest.until(sessionId, "waiting");

  // Somebody goes: by another screen, and the review is open again for what came of it.
  const [, ...others] = before.people;
  const patch = { people: others };
  await guest
    .ask("POST", `${path}/feedback`, {
      ...{ phase: "concept", revision: waiting?.revision, kind: "words" },
      text: `「${before.people[0]?.name}」を登場させないで`,
    })
    .catch(() =>
      guest.ask("POST", `${path}/feedback`, {
        phase: "concept",
        revision: waiting?.revision,
        kind: "edit",
        patch,
      }),
    );
  void title;
  assert.ok(await concept());
  await context.close();
}
