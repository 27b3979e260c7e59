// The cache of server state, with documents and answers that come late and in another order.
import { useQuery } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "./component-test.tsx";
import type { ClientPage, ClientSession } from "./documents.ts";
import {
  askForSession,
  forgetServerState,
  keepMissing,
  keepPages,
  keepSession,
  pagesQuery,
  sessionQuery,
} from "./server-state.ts";
import { useVersions } from "./use-versions.ts";

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

const session = (seq: number, title: string): ClientSession =>
  ({ sessionId: "s1", seq, title, version: seq, updatedAt: "2026-01-01T00:00:00Z" }) as ClientSession;
const pageOf = (number: number, seq: number) => ({ number, seq, state: "artwork" }) as ClientPage;

function Book() {
  const { data: found } = useQuery(sessionQuery("s1"));
  const { data: pages = [] } = useQuery(pagesQuery("s1"));
  return (
    <p role="status">
      {found === null ? "missing" : (found?.title ?? "unknown")}
      {pages.map(({ number, seq }) => ` ${number}:${seq}`)}
    </p>
  );
}

const said = page.getByRole("status");

it("shows what a listener writes, and keeps it when an older answer comes late", async () => {
  shown = show(<Book />);
  await expect.element(said).toHaveTextContent("unknown");
  const answer = askForSession("s1");
  await expect.poll(() => service.asked.length).toBe(1);
  keepSession(session(5, "New title"));
  await expect.element(said).toHaveTextContent("New title");
  service.asked[0]?.answer(session(3, "Old title"));
  expect((await answer).title).toBe("Old title");
  await expect.element(said).toHaveTextContent("New title");
  keepSession(session(6, "Newest title"));
  await expect.element(said).toHaveTextContent("Newest title");
});

it("keeps the newer page of two snapshots in the wrong order", async () => {
  shown = show(<Book />);
  keepPages("s1", { documents: [pageOf(2, 6), pageOf(1, 4)], isWhole: true });
  await expect.element(said).toHaveTextContent("unknown 1:4 2:6");
  keepPages("s1", { documents: [pageOf(1, 5), pageOf(2, 3)], isWhole: true });
  await expect.element(said).toHaveTextContent("unknown 1:5 2:6");
  keepPages("s1", { documents: [], isWhole: false });
  await expect.element(said).toHaveTextContent("unknown 1:5 2:6");
});

it("says that a book is missing, and knows nothing of a deleted one", async () => {
  keepSession(session(1, "Rain"));
  shown = show(<Book />);
  await expect.element(said).toHaveTextContent("Rain");
  keepMissing("s1");
  await expect.element(said).toHaveTextContent("missing");
  shown.close();
  forgetServerState("s1");
  shown = show(<Book />);
  await expect.element(said).toHaveTextContent("unknown");
});

function Versions({ of }: { of: ClientSession }) {
  return <p role="status">{useVersions("s1", of).map(({ number }) => `v${number} `)}</p>;
}

it("lists the versions of the newest version of the book, whatever the order of the answers", async () => {
  const versions = (count: number) => ({
    versions: Array.from({ length: count }, (_, index) => ({ number: index + 1 })),
  });
  shown = show(<Versions of={session(1, "Rain")} />);
  await expect.poll(() => service.asked.length).toBeGreaterThan(0);
  const early = [...service.asked];
  shown.show(<Versions of={session(2, "Rain")} />);
  await expect.poll(() => service.asked.length).toBeGreaterThan(early.length);
  service.asked.at(-1)?.answer(versions(2));
  await expect.element(said).toHaveTextContent("v1 v2");
  for (const one of early) one.answer(versions(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect.element(said).toHaveTextContent("v1 v2");
});
