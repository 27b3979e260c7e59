// `npm run e2e -- film-strip`: makes docs/images/two-tabs.webp, two tabs of one user that edit the same page, over time.
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { newGuest } from "./guest-api.ts";
import { openLine, retype } from "./journeys/outbox.ts";
import { DESKTOP, READER, type Studio } from "./studio.ts";

const OUT = fileURLToPath(new URL("../../../docs/images/two-tabs.webp", import.meta.url));

const STORY =
  "On a rainy night Mina found a cat at the station. “Wait for me!” said Mina. The cat ran. “Where are you going?” asked Mina.";

interface Moment {
  caption: string;
  /** PNG of each tab as data URL. */
  left: string;
  right: string;
}

export async function filmStrip(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 1 });
  const { page: left, context } = await studio.visit({ ...READER, size: DESKTOP, guest: guest.key });
  // The second tab is in another browser context, whose network can be switched off separately.
  const { page: right, context: other } = await studio.visit({ ...READER, size: DESKTOP, guest: guest.key });
  for (const page of [left, right]) {
    await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
    await page.getByRole("button", { name: "Balloon: Wait for me!", exact: true }).waitFor();
    await openLine(page, "Wait for me!");
  }
  const moments: Moment[] = [];
  const shoot = async (caption: string) => {
    const [one, two] = await Promise.all([pictureOf(left), pictureOf(right)]);
    moments.push({ caption, left: one, right: two });
  };
  await shoot("Both open the same line.");

  await left.getByRole("textbox", { name: "Line" }).fill("Come back!");
  await right.getByRole("textbox", { name: "Line" }).fill("Don’t go!");
  await shoot("Each types another one.");

  await left.getByRole("button", { name: "Change the line" }).click();
  await right.getByText("This line was changed elsewhere").waitFor();
  await left.getByRole("button", { name: "Balloon: Come back!", exact: true }).waitFor();
  await guest.until(sessionId, "completed");
  await left.getByText("Version 2", { exact: true }).first().waitFor();
  await shoot("The left one saves. The right one sees both, and nothing is overwritten.");

  await other.setOffline(true);
  await right.getByRole("button", { name: "Use the one in the book" }).click();
  await right.getByRole("button", { name: "All lines of the page" }).click();
  await retype(right, "Where are you going?", "Where to?");
  await right.getByText("1 change waiting").waitFor();
  await left.getByRole("button", { name: "All lines of the page" }).click();
  await retype(left, "Where are you going?", "Where do you live?");
  await left.getByRole("button", { name: "Balloon: Where do you live?", exact: true }).waitFor();
  await guest.until(sessionId, "completed");
  await shoot("Without a network the right one changes another line: it waits. The left one is faster.");

  await other.setOffline(false);
  await right.getByRole("region", { name: "Rejected changes" }).waitFor();
  await right.getByRole("button", { name: "Balloon: Where do you live?", exact: true }).waitFor();
  await shoot("The network is back. What cannot be put on the newest book stays, with what stands in it.");

  const strip = await context.newPage();
  await strip.setViewportSize({ width: 1320, height: 900 });
  await strip.setContent(markup(moments));
  await strip.evaluate("Promise.all([...document.images].map((one) => one.decode())).then(() => 0)");
  const png = await strip.screenshot({ fullPage: true });
  await sharp(png).webp({ quality: 82, smartSubsample: true }).toFile(OUT);
  await Promise.all([context.close(), other.close()]);
}

async function pictureOf(page: Page): Promise<string> {
  await page.evaluate("scrollTo(0, 0)");
  const png = await page.screenshot({ animations: "disabled" });
  return `data:image/png;base64,${png.toString("base64")}`;
}

const STYLE = `
  body { margin: 0; padding: 26px; background: #f3efe6; color: #17140f; font: 16px/1.4 system-ui, "Noto Sans JP", sans-serif; }
  ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 24px; counter-reset: moment; }
  li { counter-increment: moment; display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
  p { grid-column: 1 / -1; margin: 0; font-weight: 700; font-size: 19px; display: flex; align-items: center; gap: 12px; }
  p::before { content: counter(moment); min-width: 34px; text-align: center; background: #c4122d; color: #fff; padding: 2px 0; }
  img { width: 100%; border: 3px solid #17140f; display: block; box-sizing: border-box; }
`;

function markup(moments: readonly Moment[]): string {
  const items = moments.map(
    ({ caption, left, right }) => `<li><p>${caption}</p><img src="${left}"><img src="${right}"></li>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><ol>${items.join("")}</ol>`;
}
