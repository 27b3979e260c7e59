// `npm run e2e -- studio-pictures`: makes docs/images/watch.png, a book while it is drawn, and docs/images/gate.png, a review of a storyboard.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { newGuest } from "./guest-api.ts";
import { READER, type Studio } from "./studio.ts";

const STORY = new URL("../../../examples/amayadori-no-tokeiya.txt", import.meta.url);
/** The picture of watching is taken when at least so many panels are drawn. */
const DRAWN = 10;

export async function studioPictures(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const book = { text: readFileSync(STORY, "utf8"), pages: 6, review: ["storyboard"] };
  const sessionId = await guest.make(book, "waiting");
  const size = { width: 1280, height: 900 };
  const { page, context } = await studio.visit({ ...READER, size, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const approve = page.getByRole("button", { name: "Approve and continue", exact: true });
  await page.locator(".gate-editor svg").first().waitFor();
  await approve.evaluate((button) => {
    const top = Object(button).closest(".gate").getBoundingClientRect().top;
    Object(globalThis).scrollBy(0, top - 16);
  });
  await shoot("gate", await page.screenshot());
  await approve.click();
  await page.locator(".beat-state", { hasText: ` ${DRAWN}/` }).waitFor({ timeout: 300_000 });
  await page.evaluate("scrollTo(0, 0)");
  await shoot("watch", await page.screenshot());
  await context.close();
}

function shoot(name: string, shown: Buffer) {
  const out = fileURLToPath(new URL(`../../../docs/images/${name}.png`, import.meta.url));
  return sharp(shown).png({ palette: true, colours: 64, dither: 0, effort: 10 }).toFile(out);
}
