// The routes of one sheet, with the offline artist, whose only sheets are portraits.
import { expect, it } from "vitest";
import { png } from "../models/hosted/artist-studio.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const SHEETS = "/api/v1/manga/sessions/s1/sheets";

it("an uploaded picture replaces a portrait until it is withdrawn, and a file that is not a picture is refused", async () => {
  const service = sampleService();
  await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1, formats: [] });
  await service.deliver();
  const drawn = (await service.schedule("s1")).results["characters/c1"]?.output;
  const image = Buffer.from((await png(400, 400)).bytes).toString("base64");

  const given = await service.send("PUT", `${SHEETS}/characters.c1/picture`, { image });
  expect(await given.json()).toMatchObject({ sessionId: "s1", version: 2 });
  await service.deliver();
  const own = await service.schedule("s1");
  expect(own.state.status).toBe("completed");
  expect(own.results["characters/c1"]?.output).not.toBe(drawn);
  const shown = service.projector.phases.get("s1/characters")?.previews?.c1;
  expect(shown).toBe(own.pictures?.["characters/c1"]?.own?.blob);

  for (const [method, path, body, status] of [
    ["PUT", "characters.c1/picture", { image: Buffer.from("no picture").toString("base64") }, 422],
    ["PUT", "characters.c9/picture", { image }, 404],
    ["PUT", "characters.c1", { image }, 404],
    ["POST", "nobody/redraw", {}, 422],
    ["POST", "characters.c1/redraw", {}, 422],
  ] as const) {
    const refused = await service.send(method, `${SHEETS}/${path}`, body);
    expect([method, path, refused.status]).toEqual([method, path, status]);
  }
  expect((await service.send("DELETE", `${SHEETS}/characters.c1/picture`)).status).toBe(200);
  await service.deliver();
  expect((await service.schedule("s1")).results["characters/c1"]?.output).toBe(drawn);
  expect((await service.send("POST", `${SHEETS}/characters.c1/redraw`, {})).status).toBe(200);
});
