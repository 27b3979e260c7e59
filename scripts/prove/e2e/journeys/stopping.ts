// Spending: a book that reached its limit continues with a higher one, its cost is visible as it grows, and it is stopped after a
// confirmation; a finished book survives a change that is stopped.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";
import { waitingChange } from "../waiting-change.ts";

export async function stopping(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ models: "simulated", budgetMicros: 1 }, "failed");
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.getByText("This book has reached its spending limit.").waitFor();
  await page.getByRole("spinbutton", { name: "Spending limit in US$" }).fill("20");
  await page.getByRole("button", { name: "Resume" }).click();

  const bill = async () =>
    Number(/\$(\d+\.\d+)/.exec((await page.locator(".bill").textContent()) ?? "")?.[1] ?? 0);
  const grown = async (from: number) => {
    for (let tries = 0; tries < 400; tries++, await sleep(200)) {
      const now = await bill();
      if (now > from) return now;
    }
    throw new Error(`the cost stays at ${from}`);
  };
  await grown(await grown(0));

  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Keep going" }).click();
  assert.equal((await guest.until(sessionId, "running")).status, "running");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByText("You stopped this book.").waitFor();
  const { costMicros } = await guest.until(sessionId, "cancelled");
  assert(costMicros > 0 && costMicros < 20_000_000);

  const finished = await waitingChange(guest);
  await page.goto(`${studio.service.api}/session/${finished}/revise`);
  await page.getByRole("button", { name: "Stop this change" }).click();
  const restored = await guest.until(finished, "completed");
  assert.deepEqual([restored.version, restored.params.pages], [3, 1]);
  await page.getByRole("button", { name: "Stop this change" }).waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
  await context.close();
}
