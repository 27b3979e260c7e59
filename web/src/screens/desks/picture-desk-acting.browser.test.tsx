// The choices of pose and camera by pictures: which fields a choice writes, when its price is asked for, and when it is sent.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { sampleFigure, samplePicture } from "../../../../lib/manga/sample-picture.ts";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "../../component-test.tsx";
import type { ClientSession, Panel } from "../../documents.ts";
import type { EditContent } from "../../outbox/waiting-edit.ts";
import { VocabularyProvider } from "../../vocabulary.tsx";
import { PictureDeskActing, type StoredPage } from "./picture-desk-acting.tsx";

const SESSION = {
  sessionId: "s1",
  params: { language: "en", models: { artist: "offline-artist@1", reader: "offline-reader@1" } },
} as unknown as ClientSession;

const panel = (id: string, doing: string): Panel => ({
  ...{ id, units: [], weight: 3, words: { texts: [], sounds: [] }, frame: { corners: [], bleeds: false } },
  picture: samplePicture({ figures: [sampleFigure({ doing })] }),
});
const BOARD: StoredPage = {
  ...{ number: 1, last: true, hash: "h1" },
  panels: [panel("k1", "arms-up"), panel("k2", "sharpens a scythe")],
};

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
let sent: { content: EditContent; answer: (isTaken: boolean) => void }[];
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
  sent = [];
});
afterEach(() => {
  shown?.close();
  service.close();
});

async function open(of: Panel | undefined): Promise<void> {
  if (of === undefined) throw new RangeError("no such panel");
  shown = show(
    <VocabularyProvider session={SESSION}>
      <PictureDeskActing
        {...{ session: SESSION, board: BOARD, panel: of, isBusy: false, cast: [], places: [] }}
        nameOf={() => "Mio"}
        change={(content) => new Promise((answer) => sent.push({ content, answer }))}
      />
    </VocabularyProvider>,
  );
  await expect.poll(() => service.asked.length).toBeGreaterThan(0);
  for (const one of service.asked) one.answer({ fields: { doing: ["stand", "arms up", "run"] } });
  // The pictures are there once the vocabulary is.
  await expect.element(radio("run", "Doing")).toBeVisible();
}

const radio = (name: string, group: string) =>
  page.getByRole("group", { name: group }).getByRole("radio", { name, exact: true });
const draw = page.getByRole("button", { name: "Draw it like this" });
const previews = () => service.asked.filter(({ path }) => path.endsWith("/feedback/preview"));
const PREVIEW = { version: 1, hash: "p1", changes: [], again: { artwork: 1 }, reviews: [], priceMicros: 0 };

describe("pose and camera by pictures", () => {
  it("writes the storyboard's own fields, states the price first, and sends on request alone", async () => {
    await open(BOARD.panels[0]);
    await expect.element(radio("arms up", "Doing")).toBeChecked();
    await expect.element(draw).toBeDisabled();
    radio("half figure", "Shot").element().focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(radio("bust", "Shot")).toBeChecked();
    radio("arms up", "Doing").element().focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(radio("run", "Doing")).toBeChecked();
    await expect.poll(() => previews().length).toBe(1);
    expect(sent).toEqual([]);
    await expect.element(draw).toBeDisabled();
    const asked = previews()[0];
    const picture = { ...BOARD.panels[0]?.picture, shot: "bust", figures: [sampleFigure({ doing: "run" })] };
    const patch = { panels: [{ ...BOARD.panels[0], picture }, BOARD.panels[1]] };
    expect(asked?.body).toEqual({ phase: "storyboard", kind: "edit", page: 1, base: "h1", patch });
    asked?.answer(PREVIEW);
    await draw.click();
    const { phase, kind, ...body } = { phase: "storyboard", kind: "edit", page: 1, base: "h1", patch };
    expect(sent[0]?.content).toEqual({
      ...{ kind: "other", method: "POST", path: "/feedback" },
      body: { phase, kind, ...body, previewed: "p1" },
    });
  });

  it("asks for nothing once the stored pose is chosen again, which the book spells in another way", async () => {
    await open(BOARD.panels[0]);
    radio("arms up", "Doing").element().focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(radio("run", "Doing")).toBeChecked();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(radio("arms up", "Doing")).toBeChecked();
    await expect.element(page.getByRole("button", { name: "Discard my changes" })).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it("changes the other fields in words, in the same request", async () => {
    await open(BOARD.panels[0]);
    await page.getByText("All fields, in words").click();
    await page.getByRole("combobox", { name: "Feeling" }).fill("proud");
    await expect.poll(() => previews().length).toBe(1);
    const picture = {
      ...BOARD.panels[0]?.picture,
      figures: [sampleFigure({ doing: "arms-up", feeling: "proud" })],
    };
    expect(previews()[0]?.body).toMatchObject({
      patch: { panels: [{ ...BOARD.panels[0], picture }, BOARD.panels[1]] },
    });
    expect(sent).toEqual([]);
  });

  it("keeps an action without a picture as a choice in words", async () => {
    await open(BOARD.panels[1]);
    await expect.element(radio("sharpens a scythe", "Doing")).toBeChecked();
    radio("sharpens a scythe", "Doing").element().focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(radio("stand", "Doing")).toBeChecked();
    await expect.element(radio("sharpens a scythe", "Doing")).toBeVisible();
    await page.getByRole("button", { name: "Discard my changes" }).click();
    await expect.element(radio("sharpens a scythe", "Doing")).toBeChecked();
  });
});
