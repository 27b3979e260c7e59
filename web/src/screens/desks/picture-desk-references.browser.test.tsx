// A person's own reference pictures of a panel: what is sent, when, and what is said where the artist takes none.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "../../component-test.tsx";
import type { ClientSession } from "../../documents.ts";
import type { EditContent } from "../../outbox/waiting-edit.ts";
import type { PanelRequest } from "../use-request.ts";
import { PictureDeskReferences } from "./picture-desk-references.tsx";

const SESSION = { sessionId: "s1", params: { language: "en" } } as unknown as ClientSession;
const hash = (digit: string) => digit.repeat(64);
const stored = (use: "pose" | "place", digit: string) => ({
  ...{ use, hash: hash(digit), url: `data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=#${digit}` },
});
const request = (part: Partial<PanelRequest> = {}): PanelRequest => ({
  ...{ prompt: "", own: false, references: [], ownReferences: [], model: null, notices: [] },
  artist: {
    ...{ readsPrompt: true, editsPictures: true, references: { people: 4, things: 10 } },
    ownReferences: 3,
  },
  ...part,
});

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
let sent: EditContent[];
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
  sent = [];
});
afterEach(() => {
  shown?.close();
  service.close();
});

function open(of: PanelRequest): void {
  shown = show(
    <PictureDeskReferences
      {...{ session: SESSION, page: 1, panel: "k1", request: of, isBusy: false }}
      change={async (content, onKept) => {
        sent.push(content);
        onKept?.();
        return true;
      }}
    />,
  );
}

async function picture(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob({ type: "image/png" })], "pose.png", { type: "image/png" });
}

const button = (name: string) => page.getByRole("button", { name, exact: true });
const listed = () => page.getByRole("listitem").elements().length;
const previews = () => service.asked.filter(({ path }) => path.endsWith("/feedback/preview"));
const PREVIEW = {
  version: 1,
  hash: "p1",
  changes: [],
  again: { artwork: 1 },
  reviews: [],
  priceMicros: 40_000,
};

describe("own reference pictures", () => {
  it("are scaled down, kept over a reload, priced, and sent on request alone", async () => {
    open(request());
    await userEvent.upload(page.getByLabelText("Add a picture"), await picture(2048, 512));
    await expect.poll(listed).toBe(1);
    await page.getByRole("combobox", { name: "Picture 1 is for" }).selectOptions("object");
    await expect.poll(() => previews().length).toBe(1);
    expect(previews()[0]?.body).toEqual({ kind: "redraw", page: 1, panel: "k1" });
    previews()[0]?.answer(PREVIEW);
    await expect.element(page.getByText(/\$0\.04/)).toBeVisible();
    expect(sent).toEqual([]);
    shown?.close();
    open(request());
    await expect.poll(listed).toBe(1);
    await button("Draw with these pictures").click();
    const content = sent[0] as Extract<EditContent, { kind: "other" }>;
    expect(content).toMatchObject({ method: "PUT", path: "/pages/1/panels/k1/references" });
    const { references } = content.body as { references: { use: string; image: string }[] };
    expect(references.map(({ use }) => use)).toEqual(["object"]);
    const image = await createImageBitmap(
      await (await fetch(`data:image/jpeg;base64,${references[0]?.image}`)).blob(),
    );
    expect([image.width, image.height]).toEqual([1024, 256]);
  });

  it("are put in another order, changed and removed by keys; stored ones are sent by their hash", async () => {
    open(request({ ownReferences: [stored("pose", "1"), stored("place", "2")] }));
    await expect.element(button("Draw with these pictures")).toBeDisabled();
    button("Move picture 2 up").element().focus();
    await userEvent.keyboard("{Enter}");
    await button("Draw with these pictures").click();
    expect(sent.at(-1)).toMatchObject({
      body: {
        references: [
          { use: "place", hash: hash("2") },
          { use: "pose", hash: hash("1") },
        ],
      },
    });
    await button("Remove picture 1").click();
    await button("Remove picture 1").click();
    await button("Draw without these pictures").click();
    expect(sent.at(-1)).toMatchObject({ body: { references: [] } });
    await button("Discard my changes").click();
    await expect.poll(listed).toBe(2);
  });

  it("are at most as many as the artist takes, and files that are no pictures are refused", async () => {
    open(request());
    await userEvent.upload(
      page.getByLabelText("Add a picture"),
      new File(["text"], "notes.png", { type: "image/png" }),
    );
    await expect.element(page.getByText(/^notes\.png is not a PNG/)).toBeVisible();
    for (let n = 1; n <= 3; n += 1) {
      await userEvent.upload(page.getByLabelText("Add a picture"), await picture(300, 300));
      await expect.poll(listed).toBe(n);
    }
    expect(page.getByLabelText("Add a picture").elements()).toEqual([]);
  });

  it("are not offered where the artist takes none, and the reason is stated", async () => {
    const artist = { readsPrompt: false, editsPictures: false, references: { people: 0, things: 0 } };
    open(request({ artist: { ...artist, ownReferences: 0 } }));
    await expect.element(page.getByText(/takes no reference pictures/)).toBeVisible();
    expect(page.getByLabelText("Add a picture").elements()).toEqual([]);
  });
});
