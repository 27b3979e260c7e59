// The quality report of books that the real phases make, and its findings on a faulty book.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { QualityCheckSchema } from "../manga/quality.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

// A whole book takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let service: ReturnType<typeof sampleBook>;

beforeAll(async () => {
  service = sampleBook();
  await service.start(SAMPLE_STORY, { title: "雨の猫", pages: 2, language: "ja", direction: "rtl" });
});

describe("a finished book", () => {
  test("has a report in which every check examined something and found no fault", async () => {
    const finished = FinishedBookSchema.parse(await service.output("finish"));
    const book = BookSchema.parse(await service.output(finished.book));
    expect(book.quality?.findings).toEqual([]);
    expect(Object.keys(book.quality?.checked ?? {})).toEqual(QualityCheckSchema.options);
    expect(Math.min(...Object.values(book.quality?.checked ?? { none: 0 }))).toBeGreaterThan(0);
    expect(finished.quality).toEqual(book.quality);
  });

  test("shows its report to clients in the last phase's document", async () => {
    const finished = FinishedBookSchema.parse(await service.output("finish"));
    const document = service.projector.phases.get("s1/finish");
    expect(document).toMatchObject({ output: { quality: finished.quality } });
  });
});
