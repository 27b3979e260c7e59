// Notices are shown only with permission, only in the background, and once for each event.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freshBrowser, type Shown, show } from "./component-test.tsx";
import type { ClientSession } from "./documents.ts";
import { mayOfferNotices, useNotices } from "./notices.ts";
import { useWords } from "./words/words.tsx";

const session = (part: Partial<ClientSession>) =>
  ({ sessionId: "s1", title: "Rain", status: "running", version: 1, ...part }) as ClientSession;
const REVIEW = { phase: "characters", revision: 1, endsAt: "2026-12-01T10:00:00.000Z" } as const;

const shownNotices: [string, NotificationOptions | undefined][] = [];
class FakeNotification {
  static permission: NotificationPermission = "granted";
  constructor(title: string, options?: NotificationOptions) {
    shownNotices.push([title, options]);
  }
}

function Watcher({ session }: { session: ClientSession }) {
  const { t } = useWords();
  useNotices(session, t);
  return <p>{session.status}</p>;
}

let shown: Shown | undefined;
let isHidden = true;
beforeEach(() => {
  freshBrowser();
  shownNotices.length = 0;
  isHidden = true;
  FakeNotification.permission = "granted";
  vi.stubGlobal("Notification", FakeNotification);
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
});
afterEach(() => {
  shown?.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function watch(...states: Partial<ClientSession>[]): Promise<void> {
  for (const state of states) {
    const part = <Watcher session={session(state)} />;
    if (shown === undefined) shown = show(part);
    else shown.show(part);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  shown?.close();
  shown = undefined;
}

const BOOK: Partial<ClientSession>[] = [
  { status: "running" },
  { status: "waiting", waiting: REVIEW },
  { status: "waiting", waiting: REVIEW },
  { status: "running" },
  { status: "completed" },
  { status: "completed" },
];

it("a review and the end are told once each, while the tab is hidden", async () => {
  await watch(...BOOK);
  expect(shownNotices).toEqual([
    ["Rain", { body: expect.stringContaining("The review is waiting"), tag: "s1" }],
    ["Rain", { body: expect.any(String), tag: "s1" }],
  ]);
});

it("nothing is told in a visible tab, without permission, or about a book that was ready before", async () => {
  isHidden = false;
  await watch(...BOOK);
  isHidden = true;
  FakeNotification.permission = "denied";
  await watch(...BOOK);
  expect(mayOfferNotices()).toBe(false);
  FakeNotification.permission = "granted";
  await watch({ status: "completed" }, { status: "completed", costMicros: 5 });
  expect(shownNotices).toEqual([]);
});
