import { expect, it } from "vitest";
import { memoryQuota } from "../quota.ts";
import { accessOf } from "./access.ts";
import { expectPictures } from "./expect-pictures.ts";
import { hostedId, parseHostedId } from "./settings.ts";
import { readTraffic, windowFor } from "./traffic.ts";

const environment = { GEMINI_API_KEY: "test" };

it("keeps slots in the window in which the artist asks for its pictures", async () => {
  const quota = memoryQuota(() => 0);
  const artist = hostedId("gemini", "image", environment);
  const choice = parseHostedId(artist);
  const access = choice && accessOf(choice, environment);
  if (choice === undefined || access === undefined) throw new Error("the artist has no access");
  const window = { ...windowFor(choice, access, readTraffic(environment)), limit: 10 };
  const take = (owner: string, question: number) =>
    quota.take(window, { question: `${owner}${question}`, aheadMs: 0, owner, session: "s" });
  expect((await take("many", 1)).kind).toBe("now");
  await expectPictures({ artist, owner: "one" }, quota, environment);
  expect([(await take("many", 2)).kind, (await take("many", 3)).kind]).toEqual(["now", "full"]);
});

it.each(["offline-artist@1", "gemini/unreachable@1"])(
  "announces nothing for %s without access",
  async (artist) => {
    const announced: string[] = [];
    const quota = { expect: async (_window: unknown, owner: string) => void announced.push(owner) };
    await expectPictures({ artist, owner: "one" }, quota, {});
    expect(announced).toEqual([]);
  },
);
