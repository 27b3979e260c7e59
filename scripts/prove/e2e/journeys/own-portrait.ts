// An uploaded portrait: refused if it is not a picture, otherwise used for the person.
import assert from "node:assert/strict";
import { createCanvas } from "@napi-rs/canvas";
import { z } from "zod";
import { newGuest } from "../guest-api.ts";
import { STORY } from "../main-journey.ts";
import { type Studio, WAITER } from "../studio.ts";

export function ownPicture(): Buffer {
  const canvas = createCanvas(700, 500);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#f0c9a0";
  pen.fillRect(0, 0, 700, 500);
  pen.fillStyle = "#17140f";
  pen.arc(350, 180, 90, 0, 7);
  pen.fill();
  return canvas.toBuffer("image/png");
}

const CastSchema = z.object({
  output: z.object({
    characters: z.array(z.object({ id: z.string(), name: z.string(), portrait: z.unknown().optional() })),
  }),
  preview: z.record(z.string(), z.object({ hash: z.string() })),
});

export async function ownPortrait(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.getByRole("textbox", { name: "Your story" }).fill(STORY);
  await page.getByText("Your cast: portraits and notes").click();
  const choose = page.getByLabel("Choose a portrait of ミナ");
  await choose.setInputFiles({ name: "mina.txt", mimeType: "text/plain", buffer: Buffer.from("words") });
  await page.getByText("mina.txt is neither PNG nor JPEG nor WebP.").waitFor();
  await choose.setInputFiles({ name: "mina.png", mimeType: "image/png", buffer: Buffer.from("words") });
  await page.getByText("mina.png could not be opened as a picture.").waitFor();
  await choose.setInputFiles({ name: "mina.png", mimeType: "image/png", buffer: ownPicture() });
  await page.getByAltText("Portrait of ミナ").waitFor();
  await page.getByRole("button", { name: "Make the manga" }).click();
  await page.waitForURL(/\/session\//);
  const sessionId = new URL(page.url()).pathname.split("/")[2] ?? "";
  await guest.until(sessionId, "completed");
  const { output, preview } = CastSchema.parse(
    await guest.ask("GET", `/manga/sessions/${sessionId}/phase/2`),
  );
  const mina = output.characters.find(({ name }) => name === "ミナ");
  const { blob } = z.object({ blob: z.string() }).parse(mina?.portrait);
  assert.equal(preview[mina?.id ?? ""]?.hash, blob);
  await page.getByAltText("Portrait of ミナ").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
}
