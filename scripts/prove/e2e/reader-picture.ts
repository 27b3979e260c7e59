// `npm run e2e -- reader-picture`: makes docs/images/reader.png, a spread of a sample book in the studio's reader with its bars.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { newGuest } from "./guest-api.ts";
import { openPictures, settled, told } from "./reader.ts";
import { READER, type Studio } from "./studio.ts";

const OUT = fileURLToPath(new URL("../../../docs/images/reader.png", import.meta.url));
const STORY = new URL("../../../examples/amayadori-no-tokeiya.txt", import.meta.url);

export async function readerPicture(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: readFileSync(STORY, "utf8"), pages: 6 });
  const size = { width: 1280, height: 900 };
  const { page, context } = await studio.visit({ ...READER, size, guest: guest.key });
  await page.goto(`${studio.service.api}/read/${sessionId}#2`);
  await openPictures(page).nth(1).waitFor();
  await told(page, "Pages 2 and 3 of 6");
  for (const picture of await openPictures(page).all()) {
    await picture.evaluate((one) => Object(one).decode());
  }
  await page.keyboard.press("m");
  if ((await page.locator("mekuri-reader .under.quiet").count()) > 0) await page.keyboard.press("m");
  await settled(page);
  const shown = await page.screenshot();
  await sharp(shown).png({ palette: true, colours: 16, dither: 0, effort: 10 }).toFile(OUT);
  await context.close();
}
