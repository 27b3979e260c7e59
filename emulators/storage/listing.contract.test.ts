// Contract suite of object lists with Google's client.
// Runs against this suite's emulator, or unchanged against the one that STORAGE_EMULATOR_HOST names.
import { randomUUID } from "node:crypto";
import type { Bucket, File, GetFilesOptions, Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { type ContractStorage, openContractStorage } from "./contract-storage.ts";

const PageSchema = z.object({
  items: z.array(z.object({ name: z.string() })).default([]),
  prefixes: z.array(z.string()).default([]),
  nextPageToken: z.string().optional(),
});

let opened: ContractStorage;
let endpoint: string;
let storage: Storage;

beforeAll(async () => {
  opened = await openContractStorage();
  ({ endpoint, storage } = opened);
});

afterAll(() => opened.close());

describe("lists", () => {
  const names = ["a", "b/1", "b/2", "b/c/3", "c", "d/4", "Ａ", "😀"];
  let shelf: Bucket;
  beforeAll(async () => {
    [shelf] = await storage.createBucket(`shelf-${randomUUID()}`);
    await Promise.all(names.map((name) => shelf.file(name).save(name, { resumable: false })));
  });
  const namesOf = (files: { name: string }[]) => files.map(({ name }) => name);

  test("names come in the order of their bytes", async () => {
    expect(namesOf((await shelf.getFiles())[0])).toEqual(names);
  });

  test("a prefix and bounds narrow the list", async () => {
    expect(namesOf((await shelf.getFiles({ prefix: "b/" }))[0])).toEqual(["b/1", "b/2", "b/c/3"]);
    const bounded = { startOffset: "b/2", endOffset: "d" };
    expect(namesOf((await shelf.getFiles(bounded))[0])).toEqual(["b/2", "b/c/3", "c"]);
  });

  test("a delimiter groups names into prefixes", async () => {
    const [files, , answer] = await shelf.getFiles({ delimiter: "/", autoPaginate: false });
    expect(namesOf(files)).toEqual(["a", "c", "Ａ", "😀"]);
    expect(answer).toMatchObject({ prefixes: ["b/", "d/"] });
    const [inner, , deeper] = await shelf.getFiles({ delimiter: "/", prefix: "b/", autoPaginate: false });
    expect(namesOf(inner)).toEqual(["b/1", "b/2"]);
    expect(deeper).toMatchObject({ prefixes: ["b/c/"] });
  });

  test.each([1, 2, 3, 5])("pages of %i contain every object once", async (maxResults) => {
    const plain: string[] = [];
    for (let next: GetFilesOptions | null = { maxResults, autoPaginate: false }; next !== null; ) {
      const [files, following]: [File[], GetFilesOptions | null, unknown] = await shelf.getFiles(next);
      expect(files.length).toBeLessThanOrEqual(maxResults);
      plain.push(...namesOf(files));
      next = following;
    }
    expect(plain).toEqual(names);
    const seen: string[] = [];
    for (let pageToken: string | undefined = ""; pageToken !== undefined; ) {
      const url: string = `${endpoint}/storage/v1/b/${shelf.name}/o?delimiter=/&maxResults=${maxResults}&pageToken=${pageToken}`;
      const page: z.infer<typeof PageSchema> = PageSchema.parse(await (await fetch(url)).json());
      seen.push(...namesOf(page.items), ...page.prefixes);
      pageToken = page.nextPageToken;
    }
    expect(seen.sort()).toEqual(["a", "b/", "c", "d/", "Ａ", "😀"].sort());
  });

  test.each([7, 64, 100, 1000])(
    "long runs of names and prefixes come in pages of %i, in order",
    async (maxResults) => {
      const [long] = await storage.createBucket(`long-${randomUUID()}`);
      const number = (at: number) => String(at).padStart(3, "0");
      const stored = Array.from({ length: 150 }, (_, at) => [
        `a${number(at)}`,
        `b/${number(at)}`,
        `c${number(at)}/x`,
      ]).flat();
      await Promise.all(stored.map((name) => long.file(name).save("", { resumable: false })));
      const items: string[] = [];
      const prefixes: string[] = [];
      for (let pageToken: string | undefined = ""; pageToken !== undefined; ) {
        const query: string = `delimiter=/&maxResults=${maxResults}&pageToken=${pageToken}`;
        const answer: Response = await fetch(`${endpoint}/storage/v1/b/${long.name}/o?${query}`);
        const page: z.infer<typeof PageSchema> = PageSchema.parse(await answer.json());
        expect(page.items.length + page.prefixes.length).toBeLessThanOrEqual(maxResults);
        items.push(...namesOf(page.items));
        prefixes.push(...page.prefixes);
        pageToken = page.nextPageToken;
      }
      expect(items).toEqual(stored.filter((name) => name.startsWith("a")).sort());
      const folders = stored.filter((name) => name.startsWith("c")).map((name) => name.slice(0, 5));
      expect(prefixes).toEqual(["b/", ...folders.sort()]);
    },
  );

  test.each([
    ["*", ["a", "c", "Ａ", "😀"]],
    ["?", ["a", "c", "Ａ", "😀"]],
    ["b/*", ["b/1", "b/2"]],
    ["b/**", ["b/1", "b/2", "b/c/3"]],
    ["b/**/[0-9]", ["b/1", "b/2", "b/c/3"]],
    ["**/[!0-2]", ["a", "b/c/3", "c", "d/4", "Ａ", "😀"]],
    ["{a,d/?}", ["a", "d/4"]],
    ["A", []],
    ["b.1", []],
  ])("the glob %s matches whole names", async (matchGlob, matching) => {
    expect(namesOf((await shelf.getFiles({ matchGlob }))[0])).toEqual(matching);
    const paged: string[] = [];
    for (let next: GetFilesOptions | null = { matchGlob, maxResults: 1, autoPaginate: false }; next; ) {
      const [files, following]: [File[], GetFilesOptions | null, unknown] = await shelf.getFiles(next);
      paged.push(...namesOf(files));
      next = following;
    }
    expect(paged).toEqual(matching);
  });

  test.each(["[", "{a", "a}", "{a,{b}}", "[z-a]"])("the glob %s is refused", async (matchGlob) => {
    await expect(shelf.getFiles({ matchGlob })).rejects.toMatchObject({ code: 400 });
  });

  test("includeFoldersAsPrefixes adds no prefixes, because buckets have no folders", async () => {
    const folders = { delimiter: "/", includeFoldersAsPrefixes: true, autoPaginate: false };
    expect((await shelf.getFiles(folders))[2]).toMatchObject({ prefixes: ["b/", "d/"] });
  });

  test("deleteFiles deletes all objects with a prefix", async () => {
    await shelf.deleteFiles({ prefix: "b/" });
    expect(namesOf((await shelf.getFiles({ prefix: "b/" }))[0])).toEqual([]);
  });
});
