// A book drawn by a self-hosted ComfyUI: the progress of a panel's picture is visible.
import assert from "node:assert/strict";
import { newGuest } from "../guest-api.ts";
import { COMFY_STEPS, type Studio, WAITER } from "../studio.ts";

/** Needs a studio with ComfyUI. */
export async function stepsOfAPicture(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const { sessionId } = await guest.ask<{ sessionId: string }>("POST", "/manga/generate", {
    ...{ text: "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。", pages: 1 },
    models: "offline+comfyui",
  });
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const bar = page.locator(".sheet progress.steps").first();
  await bar.waitFor();
  const [said, of, most] = await bar.evaluate((element) =>
    ["aria-valuetext", "aria-label", "max"].map((name) => element.getAttribute(name)),
  );
  assert.match(said ?? "", RegExp(`^\\d+/${COMFY_STEPS} steps$`));
  assert.match(of ?? "", /panel/i);
  assert.equal(most, String(COMFY_STEPS));
  // The progress disappears when the pictures are done.
  await page.locator('[data-status="completed"]').waitFor();
  assert.equal(await page.locator("progress.steps").count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
}
