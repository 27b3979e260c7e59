// The choice of a typeface and the book's own fonts: what is sent, what is shown of a refusal, and the characters that a font lacks.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { OwnFont } from "../../../../lib/manga/own-fonts.ts";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "../../component-test.tsx";
import { FontPicker } from "./font-picker.tsx";

const ID = `own-${"a".repeat(64)}` as const;
const OWN: OwnFont = {
  ...{ id: ID, name: "Brush", bytes: 9, embedding: "installable" },
  licence: { name: "OFL", statement: "", confirmedAt: "2026-12-02T00:00:00.000Z" },
};
const BOX = { x: 0, y: 0, width: 10, height: 10 };

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
let picked: (string | null)[];
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
  picked = [];
});
afterEach(() => {
  shown?.close();
  service.close();
});

const picker = (fonts: readonly OwnFont[], value?: typeof ID, isOwner = true) => (
  <FontPicker
    {...{ sessionId: "s1", fonts, text: "Wait for me", weight: undefined, value, isOwner, isBusy: false }}
    onPick={(font) => picked.push(font)}
  />
);
const fontRequests = () => service.asked.filter(({ path }) => path.includes("/fonts"));
const add = page.getByRole("button", { name: "Add the font" });

async function fill(): Promise<void> {
  await page.getByText("Your own fonts").click();
  const file = new File([new Uint8Array([0, 1, 0, 0])], "brush.ttf");
  await userEvent.upload(page.getByLabelText("Font file"), file);
  await page.getByLabelText("Its licence").fill("OFL");
}

describe("the font picker", () => {
  it("sends a font with its licence, only after the confirmation", async () => {
    shown = show(picker([]));
    await fill();
    await expect.element(add).toBeDisabled();
    await page.getByLabelText("I may use this font in this book.").click();
    await add.click();
    await expect.poll(fontRequests).toHaveLength(1);
    const [request] = fontRequests();
    expect(request).toMatchObject({
      ...{ method: "POST", path: "/manga/sessions/s1/fonts" },
      body: { file: "AAEAAA==", licence: "OFL", confirmed: true },
    });
    request?.answer({ font: OWN });
    await expect.element(page.getByText("Brush can be chosen above.")).toBeVisible();
    await expect.element(page.getByLabelText("Its licence")).toHaveValue("");
  });

  it("says why a font is refused, and keeps what was typed", async () => {
    shown = show(picker([]));
    await fill();
    await page.getByLabelText("I may use this font in this book.").click();
    await add.click();
    await expect.poll(fontRequests).toHaveLength(1);
    fontRequests()[0]?.answer({ code: "font-unusable", reason: "restricted", detail: "no" }, 422);
    await expect.element(page.getByText(/allows no embedding/)).toBeVisible();
    await expect.element(page.getByLabelText("Its licence")).toHaveValue("OFL");
  });

  it("offers an own font as a typeface, names what it lacks, and takes it away", async () => {
    shown = show(picker([OWN], ID));
    await expect.poll(() => service.asked.length).toBeGreaterThan(0);
    const samples = [{ font: ID, glyphs: "M0 0", textBox: BOX, missing: ["W", "f"] }];
    for (const one of service.asked) one.answer({ samples });
    await expect.element(page.getByRole("radio", { name: "Brush" })).toBeChecked();
    await expect.element(page.getByText("Brush has no W f. Another typeface sets them.")).toBeVisible();
    page.getByRole("radio", { name: "Gothic", exact: true }).element().focus();
    await userEvent.keyboard(" ");
    expect(picked).toEqual(["gothic"]);
    await page.getByText("Your own fonts").click();
    await page.getByRole("button", { name: "Take Brush away" }).click();
    await expect.poll(fontRequests).toHaveLength(1);
    expect(fontRequests()[0]).toMatchObject({ method: "DELETE", path: `/manga/sessions/s1/fonts/${ID}` });
    const detail = "these are set in the font: page 1: k1/w1; set them in another one first";
    fontRequests()[0]?.answer({ code: "font-in-use", detail }, 409);
    await expect.element(page.getByText(/this font: page 1: k1\/w1/)).toBeVisible();
  });

  it("says to an editor of the book that its owner adds fonts, and offers no form that is refused", async () => {
    shown = show(picker([OWN], ID, false));
    await page.getByText("Your own fonts").click();
    await expect.element(page.getByText(/^Only the owner of the book adds fonts/)).toBeVisible();
    await expect.element(page.getByRole("radio", { name: "Brush" })).toBeChecked();
    await expect.element(page.getByLabelText("Font file")).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "Take Brush away" })).not.toBeInTheDocument();
  });
});
