// Comments on panels: pins, the list, and the dialog of a panel, by role.
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  type Asked,
  freshBrowser,
  type Shown,
  serviceOfTest,
  show,
  violations,
} from "../../component-test.tsx";
import type { ClientPage, ClientSession } from "../../documents.ts";
import { type CommentPlace, commentsOf, type Membership, type PageComments } from "../../members.ts";
import "../../styles/first.ts";
import CommentPins from "./comment-pins.tsx";
import Comments from "./comments.tsx";

const SESSION = { sessionId: "s1", ownerId: "o1", title: "Rain", version: 3 } as ClientSession;
const frame = (x: number) => ({
  corners: [
    { x, y: 100 },
    { x: x + 700, y: 100 },
    { x: x + 700, y: 900 },
    { x, y: 900 },
  ],
});
const PAGE = {
  ...{ number: 2, state: "done", texts: [] },
  panels: [
    { id: "k1", state: "done", frame: frame(1000) },
    { id: "k2", state: "done", frame: frame(100) },
  ],
} as unknown as ClientPage;
const AT = "2026-12-01T10:00:00.000Z";
const THEIRS = {
  commentId: "c1",
  panel: "k1",
  text: "Too dark?",
  by: "m1",
  role: "commenter",
  name: "Dora",
  at: AT,
};
const OURS = { commentId: "c2", panel: "k1", text: "Brighter now.", by: "o1", role: "owner", at: AT };
const WRITTEN = [
  {
    schemaVersion: 1,
    sessionId: "s1",
    page: 2,
    comments: [
      { ...THEIRS, version: 2 },
      { ...OURS, version: 3 },
    ],
  },
] as PageComments[];

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
});
afterEach(() => {
  shown?.close();
  service.close();
});

function Board({ pages, membership }: { pages: PageComments[]; membership: Membership }) {
  const [place, setPlace] = useState<CommentPlace | undefined>(undefined);
  const comments = commentsOf(pages);
  return (
    <>
      <Comments {...{ session: SESSION, membership, comments, place }} onPlace={setPlace} />
      <div className="sheet" style={{ width: 400 }}>
        <CommentPins {...{ page: PAGE, comments, membership }} onPlace={setPlace} />
      </div>
    </>
  );
}
const open = (role: Membership["role"], pages = WRITTEN) => {
  const membership = { role, author: role === "owner" ? "o1" : "m1" };
  shown = show(<Board pages={pages} membership={membership} />);
  return (after: PageComments[]) => shown?.show(<Board pages={after} membership={membership} />);
};
const asked = async (): Promise<Asked> => {
  await expect.poll(() => service.asked.length).toBe(1);
  const [one] = service.asked.splice(0);
  if (one === undefined) throw new Error("nothing was asked");
  return one;
};

it("a panel is commented from its pin with the keyboard alone, and the words stay if the service refuses them", async () => {
  const give = open("commenter");
  await expect.element(page.getByRole("button", { name: "Page 2, panel 1: 2 comments" })).toBeVisible();
  (page.getByRole("button", { name: "Page 2, panel 2: 0 comments" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  const words = page.getByRole("textbox", { name: "Your comment" });
  await words.fill(" A cat here? ");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  const first = await asked();
  expect([first.method, first.path]).toEqual(["POST", "/manga/sessions/s1/pages/2/comments"]);
  expect(first.body).toEqual({ text: "A cat here?", panel: "k2" });
  first.answer({ code: "too-many-comments", detail: "" }, 409);
  await expect.poll(() => page.getByRole("alert").element().textContent).toContain("a hundred comments");
  await expect.element(words).toHaveValue(" A cat here? ");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  (await asked()).answer({}, 201);
  await expect.element(words).toHaveValue("");
  const added = {
    commentId: "c3",
    panel: "k2",
    text: "A cat here?",
    by: "m1",
    role: "commenter",
    version: 3,
    at: AT,
  };
  give(WRITTEN.map((one) => ({ ...one, comments: [...one.comments, added] })) as PageComments[]);
  await expect.element(page.getByText("A cat here?").last()).toBeVisible();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "Page 2, panel 2: 1 comment" })).toBeVisible();
});

it("readers read, and neither write nor delete", async () => {
  shown = undefined;
  const membership = { role: "reader", author: "m9" } as const;
  shown = show(<Board pages={WRITTEN} membership={membership} />);
  expect(page.getByRole("button", { name: /panel 2/ }).elements()).toEqual([]);
  await page.getByRole("button", { name: /panel 1: 2 comments/ }).click();
  await expect.element(page.getByText("Too dark?").last()).toBeVisible();
  await expect.element(page.getByText(/on version 2/)).toBeVisible();
  expect(page.getByRole("textbox").elements()).toEqual([]);
  expect(page.getByRole("button", { name: /Delete/ }).elements()).toEqual([]);
});

it("people delete their own comments, the owner all", async () => {
  open("commenter");
  await page.getByRole("button", { name: /panel 1: 2 comments/ }).click();
  expect(page.getByRole("button", { name: /Delete/ }).elements()).toHaveLength(1);
  shown?.close();
  const give = open("owner");
  await page.getByRole("button", { name: /panel 1: 2 comments/ }).click();
  expect(page.getByRole("button", { name: /Delete/ }).elements()).toHaveLength(2);
  await page.getByRole("button", { name: "Delete the comment “Too dark?”" }).click();
  const { method, path, answer } = await asked();
  expect([method, path]).toEqual(["DELETE", "/manga/sessions/s1/pages/2/comments/c1"]);
  answer({});
  give([]);
  await expect.element(page.getByText("No comments yet.").last()).toBeVisible();
  expect(await violations()).toEqual([]);
});
