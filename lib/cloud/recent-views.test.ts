import { expect, test } from "vitest";
import { newStepRecord } from "../pipeline/step-record.ts";
import { recentViews } from "./recent-views.ts";

const panel = (step: string, viewOf?: string) => ({ ...newStepRecord(step), view: { image: "i" }, viewOf });

test("what this process had is found by its session, its step and its output", () => {
  const recent = recentViews();
  const record = panel("artwork/p001/k1", "o1");
  recent.note("s", record);
  expect(recent.of("s", "artwork/p001/k1", "o1")).toBe(record);
  expect(recent.of("s", "artwork/p001/k1", "o2")).toBeUndefined();
  expect(recent.of("s", "artwork/p001/k2", "o1")).toBeUndefined();
  expect(recent.of("another", "artwork/p001/k1", "o1")).toBeUndefined();
  recent.note("s", panel("artwork/p001/k1", "o2"));
  expect(recent.of("s", "artwork/p001/k1", "o1")).toBeUndefined();
});

test("what has no view, and what is long, is not kept", () => {
  const recent = recentViews();
  recent.note("s", panel("artwork/p001/k1"));
  recent.note("s", panel("lettering/p001", "o"));
  recent.note("s", panel("finish", "o"));
  expect(recent.of("s", "lettering/p001", "o")).toBeUndefined();
  expect(recent.of("s", "finish", "o")).toBeUndefined();
});

test("the oldest go when there are many", () => {
  const recent = recentViews();
  for (let page = 1; page <= 500; page++) {
    recent.note("s", panel(`artwork/p${String(page).padStart(3, "0")}/k1`, "o"));
  }
  expect(recent.of("s", "artwork/p100/k1", "o")).toBeUndefined();
  expect(recent.of("s", "artwork/p101/k1", "o")).toBeDefined();
});
