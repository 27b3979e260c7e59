// Snow by day and by night: white with strong blacks on it; and winter storms as blizzards.
import { describe, expect, it } from "vitest";
import type { Picture } from "../../closed/storyboard.ts";
import { draw, drawingOf, picture } from "../../sample-panel.ts";
import { isBlizzard, isSnowedOn } from "./light.ts";

const { scene } = picture();
const winter = (change: Partial<Picture["scene"]>) => ({ ...scene, season: "winter" as const, ...change });
const forest = { place: { kind: "forest" as const, name: "" } };

/** The number of middle greys in a drawing. */
async function middling(change: Partial<Picture["scene"]>): Promise<number> {
  const { items } = drawingOf(await draw({ figures: [], scene: winter(change) }));
  const tones = JSON.stringify(items).matchAll(/"tone":(0\.\d+|0|1)(?=[,}])/gu);
  const greys = [...tones].map(([, tone]) => Number(tone));
  return greys.filter((grey) => grey > 0.3 && grey < 0.7).length / greys.length;
}

describe("snow", () => {
  it("falls in a winter storm except at sea", () => {
    expect(isBlizzard(winter({ ...forest, weather: "storm" }))).toBe(true);
    expect(isSnowedOn({ scene: winter({ ...forest, weather: "storm" }) })).toBe(true);
    expect(isBlizzard({ ...winter({ ...forest, weather: "storm" }), season: "autumn" })).toBe(false);
    expect(isBlizzard(winter({ place: { kind: "sea", name: "" }, weather: "storm" }))).toBe(false);
  });

  it("leaves few greys between white ground and black trunks", async () => {
    for (const hour of ["day", "dusk"] as const)
      expect(await middling({ ...forest, hour, weather: "snow" }), hour).toBeLessThan(
        (await middling({ ...forest, hour, weather: "cloudy" })) * 0.75,
      );
  });
});
