// Further requests after one without a picture, and when they end.
import { describe, expect, it } from "vitest";
import { BusyError, TerminalError } from "../../pipeline/errors.ts";
import type { Packed } from "../../pipeline/phase.ts";
import type { CallContext } from "../call-context.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { hostedArtist } from "./artist.ts";
import {
  artistFixture,
  ended,
  FALLBACK_MODEL,
  IMAGE_MODEL,
  LABEL,
  PANEL,
  PORTRAIT,
  partsOf,
  png,
  program,
  promptOf,
  seen,
  spoken,
  tall,
  tellingsOf,
  VISION_MODEL,
  wide,
} from "./artist-studio.ts";
import { UnansweredError } from "./failures.ts";
import { type Line, scriptedModel } from "./scripted-model.ts";

describe("a missing picture", () => {
  it.each<[string, () => Line[], string[], RegExp]>([
    [
      "technical, then another seed",
      () => [ended("NO_IMAGE"), wide],
      ["moment+0", "moment+1"],
      /another seed succeeded/,
    ],
    [
      "words, then another seed",
      () => [spoken, wide],
      ["moment+0", "moment+1"],
      /words instead of a picture/,
    ],
    [
      "words twice, then the gentle moment",
      () => [spoken, spoken, wide],
      ["moment+0", "moment+1", "gentle+0"],
      /gentler picture .* request another take/,
    ],
    [
      "words three times, then the place",
      () => [spoken, spoken, spoken, wide],
      ["moment+0", "moment+1", "gentle+0", "scenery+0"],
      /the place was drawn without people/,
    ],
    [
      "a filter, then the gentle moment",
      () => [ended("IMAGE_SAFETY"), wide],
      ["moment+0", "gentle+0"],
      /IMAGE_SAFETY/,
    ],
    [
      "a filter twice, then the place",
      () => [ended("RECITATION"), ended("SAFETY"), wide],
      ["moment+0", "gentle+0", "scenery+0"],
      /RECITATION, SAFETY/,
    ],
    [
      "an unknown reason, then the gentle moment",
      () => [ended("NEW"), wide],
      ["moment+0", "gentle+0"],
      /NEW/,
    ],
    [
      "a prohibition, then the place",
      () => [{ end: "refused", reason: "PROHIBITED_CONTENT", heldBack: "prompt" }, wide],
      ["moment+0", "scenery+0"],
      /PROHIBITED_CONTENT\); the place was drawn/,
    ],
    [
      "a draft alone, then another seed",
      () => [{ ...ended("MAX_TOKENS"), ...wide }, wide],
      ["moment+0", "moment+1"],
      /MAX_TOKENS/,
    ],
  ])("%s", async (_path, lines, tellings, notice) => {
    const { draw, image, eye, context } = artistFixture(lines());
    expect((await draw(PANEL)).content.kind).toBe("image");
    expect(tellingsOf(image)).toEqual(tellings);
    expect(eye.asked).toHaveLength(1);
    expect(context.notices).toEqual([expect.stringMatching(notice)]);
    expect(context.notices[0]).toMatch(/^page 3, panel k2: the original request failed \(/);
    // Every reply is paid, whatever it contains.
    expect(context.usages).toHaveLength(tellings.length + 1);
  });

  it.each<[string, () => Promise<Line>, RegExp]>([
    [
      "is cut off",
      async () => ({
        images: [{ bytes: (await png(400, 300)).bytes.subarray(0, 60), contentType: "image/png" }],
      }),
      /data is incomplete/,
    ],
    [
      "is no image",
      async () => ({ images: [{ bytes: new Uint8Array(40), contentType: "image/png" }] }),
      /not a PNG, JPEG or WebP/,
    ],
    ["has another shape", async () => tall, /300 × 400, not 4:3/],
    ["is tiny", async () => ({ images: [await png(40, 30)] }), /only 40 × 30/],
  ])("because it %s is requested again", async (_what, broken, reason) => {
    const { draw, image, context } = artistFixture([await broken(), wide]);
    await draw(PANEL);
    expect(tellingsOf(image)).toEqual(["moment+0", "moment+1"]);
    expect(context.notices).toEqual([expect.stringMatching(reason)]);
  });

  it("is requested from the fallback model after two technical failures, and then as a place", async () => {
    const good = artistFixture([ended("NO_IMAGE")], { fallback: scriptedModel(FALLBACK_MODEL, [wide]) });
    expect(await good.draw(PANEL)).toMatchObject({
      by: `gemini/${FALLBACK_MODEL}@7`,
      asked: { model: FALLBACK_MODEL },
    });
    expect(tellingsOf(good.image)).toEqual(["moment+0", "moment+1"]);
    expect(good.context.notices).toEqual([
      `${LABEL}: the original request failed (NO_IMAGE); ${FALLBACK_MODEL} drew it`,
    ]);

    const fallback = scriptedModel(FALLBACK_MODEL, [ended("IMAGE_OTHER")]);
    const bad = artistFixture([ended("NO_IMAGE"), ended("CONTINUATION"), wide], { fallback });
    // The place came from the artist's own model.
    expect(await bad.draw(PANEL)).not.toHaveProperty("by");
    expect(tellingsOf(bad.image)).toEqual(["moment+0", "moment+1", "scenery+0"]);
    expect(tellingsOf(fallback)).toEqual(["moment+0"]);
  });

  it("is requested as a place where the fallback model is unavailable", async () => {
    for (const code of ["model-gone", "model-quota"]) {
      const fallback = scriptedModel(FALLBACK_MODEL, [new TerminalError(code, "no use")]);
      const { draw, image, context } = artistFixture([ended("NO_IMAGE"), ended("NO_IMAGE"), wide], {
        fallback,
      });
      await draw(PANEL);
      expect(tellingsOf(image)).toEqual(["moment+0", "moment+1", "scenery+0"]);
      expect(context.notices).toEqual([expect.stringMatching(/NO_IMAGE, no use/)]);
    }
    const spent = new TerminalError("budget", "spent");
    const { draw } = artistFixture([ended("NO_IMAGE")], { fallback: scriptedModel(FALLBACK_MODEL, [spent]) });
    await expect(draw(PANEL)).rejects.toBe(spent);
  });

  it("is not requested from the fallback model after a filter blocked it", async () => {
    const fallback = scriptedModel(FALLBACK_MODEL, [wide]);
    const { draw, image } = artistFixture([ended("SAFETY")], { fallback });
    const drawn = await draw(PANEL);
    expect(drawn.content.kind).toBe("drawing");
    expect(drawn.by).toBe((await program()).id);
    expect(fallback.asked).toEqual([]);
    expect(new Set(image.asked.map(promptOf)).size).toBe(image.asked.length);
  });

  it("is requested without anything from the moment after a prohibition", async () => {
    const { draw, image } = artistFixture([ended("PROHIBITED_CONTENT"), wide]);
    await draw(PANEL);
    const scenery = image.asked[1];
    expect(partsOf(scenery)).toHaveLength(1);
    expect(promptOf(scenery)).not.toMatch(/ミナ|剣|古い駅|sword|umbrella|fight|girl|coat|lonely|person/);
    expect(promptOf(scenery)).toMatch(/the station, at night, in the rain, in autumn/);
  });

  it("is requested in a gentle variant without its cause: no action, name, thing, effect, pose or expression", async () => {
    const { draw, image } = artistFixture([ended("IMAGE_SAFETY"), wide]);
    await draw(PANEL);
    const gentle = image.asked[1];
    expect(promptOf(gentle)).not.toMatch(/ミナ|剣|古い駅|sword|umbrella|speed|fight|furious|lonely/);
    expect(promptOf(gentle)).toMatch(/the face, close up, calm/);
    expect(partsOf(gentle)[0]).toEqual({
      text: "Reference 1: somebody who is in the picture. Keep face, hair and clothes.",
    });
  });

  it("is drawn offline from the same data when the place is missing too", async () => {
    const { draw, image, eye, context } = artistFixture([ended("PROHIBITED_CONTENT")]);
    const { content, faces, notices } = await draw(PANEL);
    expect(content.kind).toBe("drawing");
    expect(faces).toMatchObject([{ character: "c1" }]);
    // The program's notices are passed on as well.
    expect(notices).toEqual(["a halberd is drawn as a spear"]);
    expect([image.asked.length, eye.asked.length]).toEqual([2, 0]);
    expect(context.notices).toEqual([
      `${LABEL}: the model returned no picture (PROHIBITED_CONTENT); the offline artist drew it from the same data. To draw it again, change it or request another take.`,
    ]);
  });

  it("costs at most four requests", async () => {
    for (const lines of [
      [ended("NO_IMAGE")],
      [spoken],
      [spoken, ended("NO_IMAGE"), ended("SAFETY"), spoken],
    ]) {
      const fallback = scriptedModel(FALLBACK_MODEL, [ended("NO_IMAGE")]);
      const { draw, image } = artistFixture(lines, { fallback });
      expect((await draw(PANEL)).content.kind).toBe("drawing");
      expect(image.asked.length + fallback.asked.length).toBeLessThanOrEqual(4);
    }
  });

  it("differs from a model without an answer: a busy or silent model fails the step", async () => {
    for (const error of [
      new BusyError("no room"),
      new UnansweredError("silent"),
      new TerminalError("budget", "spent"),
    ]) {
      await expect(artistFixture([error]).draw(PANEL)).rejects.toBe(error);
      await expect(artistFixture([ended("SAFETY"), error]).draw(PANEL)).rejects.toBe(error);
    }
  });
});

describe("a repeated step", () => {
  /** A context that memoizes as a session does. */
  function rememberingDesk(): CallContext {
    const memory = new Map<string, Packed>();
    const { signal, note } = unmeteredContext();
    return {
      ...{ signal, note },
      async call({ model, memo, make }) {
        const key = JSON.stringify([model, memo?.key]);
        const known = memory.get(key);
        if (memo !== undefined && known !== undefined) return memo.unpack(known);
        const made = await make();
        const packed = memo?.pack(made);
        if (packed !== undefined) memory.set(key, packed);
        return made;
      },
    };
  }

  it("pays for nothing twice, whatever its answers were, and continues where it ended", async () => {
    const image = scriptedModel(IMAGE_MODEL, [ended("NO_IMAGE"), spoken, new BusyError("no room"), wide]);
    const eye = scriptedModel(VISION_MODEL, [seen()]);
    const artist = hostedArtist("a", { images: [image], visionModels: [eye], program });
    const context = rememberingDesk();
    await expect(artist.draw(PANEL, context, { label: LABEL })).rejects.toThrow("no room");
    const drawn = await artist.draw(PANEL, context, { label: LABEL });
    expect(tellingsOf(image)).toEqual(["moment+0", "moment+1", "gentle+0", "gentle+0"]);
    // Another label for the same picture needs no request.
    expect(await artist.draw(PANEL, context, { label: "page 4, panel k1" })).toEqual(drawn);
    expect([image.asked.length, eye.asked.length]).toEqual([4, 1]);
  });
});

describe("a missing portrait", () => {
  it("is requested without the words of its description, and then drawn offline", async () => {
    const { draw, image, context } = artistFixture([ended("IMAGE_SAFETY")]);
    const { content } = await draw(PORTRAIT, "the portrait of ミナ");
    expect(content.kind).toBe("drawing");
    expect(promptOf(image.asked[0])).toContain("おかっぱ");
    expect(promptOf(image.asked[1])).not.toContain("おかっぱ");
    expect(image.asked).toHaveLength(2);
    expect(context.notices).toEqual([
      expect.stringMatching(/^the portrait of ミナ: the model returned no picture .* offline artist/),
    ]);
  });

  it("is not requested again when it is prohibited", async () => {
    const { draw, image } = artistFixture([ended("BLOCKLIST")]);
    expect((await draw(PORTRAIT)).content.kind).toBe("drawing");
    expect(image.asked).toHaveLength(1);
  });

  it("may come from the second try, or from the fallback model", async () => {
    const again = artistFixture([ended("NO_IMAGE"), tall]);
    expect((await again.draw(PORTRAIT)).content.kind).toBe("image");
    const fallback = scriptedModel(FALLBACK_MODEL, [tall]);
    const other = artistFixture([ended("NO_IMAGE")], { fallback });
    expect((await other.draw(PORTRAIT)).content.kind).toBe("image");
    expect([other.image.asked.length, fallback.asked.length]).toEqual([2, 1]);
  });
});
