// The pooled offline reader: a worker holds the dictionary of one language.
import { expect, it } from "vitest";
import type { Story } from "../../../manga/story.ts";
import { inlineWork } from "../../../work/inline-work.ts";
import type { Work, WorkOptions } from "../../../work/work.ts";
import { pooledOfflineReader } from "./pooled-offline-reader.ts";

it("names the story's dictionary in each task for the worker pool", async () => {
  const options: (WorkOptions | undefined)[] = [];
  const run: Work["run"] = (_module, _name, _input, given) => {
    options.push(given);
    return Promise.reject(new Error("not read here"));
  };
  const reader = pooledOfflineReader("offline-reader", { ...inlineWork(), run });
  const { signal } = new AbortController();
  for (const language of ["ja", "en"] as const) {
    const story: Story = { language, units: [] };
    const brief = { direction: "rtl", style: "manga", seed: 1 } as const;
    await expect(reader.read("concept", { story, brief }, signal)).rejects.toThrow("not read here");
  }
  expect(options.map((given) => given?.loads)).toEqual(["dictionary ja", "dictionary en"]);
});
