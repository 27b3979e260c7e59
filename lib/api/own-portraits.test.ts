import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { CastSchema } from "../manga/cast.ts";
import { readPortraits } from "./own-portraits.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

/** A picture with a circle. */
function picture(width: number, height: number): Buffer {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#c4122d";
  pen.arc(width / 2, height / 3, width / 4, 0, 7);
  pen.fill();
  return canvas.toBuffer("image/png");
}

const start = (service: ReturnType<typeof sampleService>, portraits: unknown) =>
  service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1, formats: [], portraits });

describe("an uploaded portrait", () => {
  it("replaces the drawn portrait, is stored under its hash, and saves the model call", async () => {
    const service = sampleService();
    const answer = await start(service, [{ name: "ミナ", image: picture(500, 500).toString("base64") }]);
    expect(answer.status).toBe(202);
    await service.deliver();
    expect(service.projector.sessions.get("s1")?.status).toBe("completed");
    expect(service.drawn.filter((kind) => kind === "portrait")).toHaveLength(1);
    const { characters } = CastSchema.parse(await service.output("s1", "characters"));
    const mina = characters.find(({ name }) => name === "ミナ");
    expect(mina?.portrait?.contentType).toBe("image/jpeg");
    expect(await service.output("s1", `characters/${mina?.id}`)).toMatchObject({
      content: { kind: "image", blob: mina?.portrait?.blob },
      image: mina?.portrait?.blob,
    });
    const bytes = await service.services.blobs.get("s1", mina?.portrait?.blob ?? "");
    expect(Buffer.from(bytes.subarray(0, 3)).toString("hex")).toBe("ffd8ff");
    // Renaming the person keeps the portrait.
    await service.send("POST", "/api/v1/manga/sessions/s1/rename", { from: "ミナ", to: "ハナ" });
    await service.deliver();
    expect(service.drawn.filter((kind) => kind === "portrait")).toHaveLength(1);
  });

  it.each([
    ["a text", Buffer.from("not a picture at all, only words"), /neither PNG nor JPEG nor WebP/],
    ["a truncated picture", picture(400, 400).subarray(0, 60), /cannot be decoded/],
    ["a picture that is too small", picture(90, 400), /only 90 × 400 pixels/],
    ["a file that is too large", Buffer.concat([picture(300, 400), Buffer.alloc(524_288)]), /at most 524288/],
  ])("that is %s is refused with the reason, and no session starts", async (_, bytes, message) => {
    const service = sampleService();
    const answer = await start(service, [{ name: "ミナ", image: bytes.toString("base64") }]);
    expect(answer.status).toBe(422);
    const problem = (await answer.json()) as { code: string; field: string; detail: string };
    expect(problem).toMatchObject({ code: "portrait-unusable", field: "portraits.0.image" });
    expect(problem.detail).toMatch(message);
    expect(service.projector.sessions.size).toBe(0);
  });

  it("is decoded while few others are; further requests get 503 with the time to retry", async () => {
    const given = [{ name: "ミナ", image: picture(300, 400).toString("base64") }];
    const reads = await Promise.allSettled(Array.from({ length: 36 }, () => readPortraits(given)));
    const refused = reads.flatMap((read) => (read.status === "rejected" ? [read.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(4);
    for (const reason of refused) {
      expect(reason).toMatchObject({
        problem: { status: 503, code: "pictures-busy" },
        headers: { "retry-after": "5" },
      });
    }
    expect(await readPortraits(given)).toHaveLength(1);
  });
});
