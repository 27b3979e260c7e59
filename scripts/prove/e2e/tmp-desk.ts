import { mkdirSync } from "node:fs";
import { faultsOf } from "./inspect-page.ts";
import { newGuest } from "./guest-api.ts";
import { pageDesk, pageDeskAtReview } from "./journeys/page-desk.ts";
import { DESKTOP, openStudio, PHONE, withPageReport } from "./studio.ts";
import { EN } from "../../../web/src/words/en.ts";
import { JA } from "../../../web/src/words/ja.ts";
const out = "/tmp/rp/shots";
mkdirSync(out, { recursive: true });
const only = process.argv.slice(2);
const studio = await openStudio({ hasModels: false });
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  if (only.length === 0 || only.includes("screens")) {
    const guest = await newGuest(studio);
    const sessionId = await guest.make({ text: "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。" });
    say("made");
    for (const tongue of ["ja", "en"] as const) for (const theme of ["light", "dark"] as const) for (const [name, size] of [["desktop", DESKTOP], ["phone", PHONE]] as const) {
      const { page, context, complaints } = await studio.visit({ tongue, theme, size, guest: guest.key });
      page.setDefaultTimeout(90_000);
      try {
        await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
        const t = tongue === "ja" ? JA : EN;
        await page.getByRole("button", { name: t["desk.open"], exact: true }).click();
        await page.locator(".desk-panel").first().waitFor();
        await page.locator(".desk-tools fieldset").first().getByRole("button").first().click();
        await page.locator(".desk-template").nth(1).click();
        await page.locator(".edit-cost").first().waitFor();
        await page.waitForTimeout(800);
        for (const fault of await faultsOf(page)) say(`FAULT ${tongue} ${theme} ${name}: ${fault}`);
        await page.screenshot({ path: `${out}/${tongue}-${theme}-${name}.png`, fullPage: true });
        for (const one of complaints) say(`COMPLAINT ${one}`);
      } catch (error) { say(`ERROR ${tongue} ${theme} ${name}: ${error}`); await page.screenshot({ path: `${out}/error-${tongue}-${theme}-${name}.png`, fullPage: true }); }
      await page.evaluate(`localStorage.clear()`);
      await context.close();
    }
    say("screens done");
  }
  for (const [name, take] of [["review", pageDeskAtReview], ["desk", pageDesk]] as const) {
    if (only.length > 0 && !only.includes(name)) continue;
    await withPageReport(studio, take).then(() => say(`${name} ok`), (error: unknown) => say(`${name} FAILED ${error instanceof Error ? error.stack : error}`));
  }
} finally { await studio.close(); }
say("end");
process.exit(0);
