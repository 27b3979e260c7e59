// Every quick option at the gate of its phase: the offline reader changes the result and the gate opens again and records the wish, or it
// answers with a typed refusal and nothing changes.
import { expect, it } from "vitest";
import { PlotSchema } from "../manga/plot.ts";
import { OPTIONS, type OptionId } from "../pipeline/options.ts";
import { PHASES } from "../pipeline/step-id.ts";
import { sampleService } from "./sample-service.ts";

const SESSIONS = "/api/v1/manga/sessions";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って、そんなに急いでどこへ行くつもりなの、風邪をひくよ」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。駅員の帽子が見えた。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

const k1 = { page: 1, panel: "k1" };
const k2 = { page: 1, panel: "k2" };
/** A panel with a person; the first panel shows the place. */
const k3 = { page: 1, panel: "k3" };

/** A request for each option that the offline reviser supports. The others need a language model. */
const ASKED: Partial<Record<OptionId, { text?: string; target?: unknown }>> = {
  theme: { text: "孤独" },
  genre: { text: "ホラー" },
  world: { text: "夜の海" },
  tone: { text: "もっとシリアスに" },
  "add-character": { text: "駅員" },
  "remove-character": { target: { character: "c2" } },
  looks: { text: "髪を短く、眼鏡をかけて", target: { character: "c1" } },
  pacing: { text: "もっとゆっくり" },
  climax: {},
  "remove-scene": { text: "2つ目の場面" },
  layout: { target: { page: 1 } },
  "panel-size": { text: "大きく", target: k1 },
  "camera-angle": { text: "あおりで", target: k1 },
  composition: { text: "左右反転", target: k3 },
  "page-count": { text: "3" },
  "draw-again": { target: k1 },
  "more-detail": { target: k1 },
  background: { text: "森", target: k1 },
  pose: { text: "ミナが座って泣く", target: k3 },
  "change-dialogue": { text: "おーい", target: k2 },
  "add-dialogue": { text: "ミナ「おいで」", target: k1 },
  "remove-dialogue": { text: "「ただいま」を消して" },
  "balloon-style": { text: "叫びに", target: { page: 1 } },
  "text-position": { text: "右上に", target: k2 },
  sfx: { text: "ザアア", target: k1 },
  "page-order": { text: "1ページと2ページを入れ替えて" },
  readability: {},
};

/** A session that waits at the gate of a phase, and functions for requests to it. */
async function waiting(phase: string) {
  const service = sampleService();
  const request = { text: STORY, pages: 2, seed: 3, formats: [], review: [phase] };
  expect((await service.send("POST", "/api/v1/manga/generate", request)).status).toBe(202);
  await service.deliver();
  const feedback = (body: object) => service.send("POST", `${SESSIONS}/s1/feedback`, { phase, ...body });
  return { service, feedback };
}

/** The options that are offered. */
async function offered({ send }: ReturnType<typeof sampleService>, query = "") {
  const answer = await send("GET", `${SESSIONS}/s1/options${query}`);
  const { options } = (await answer.json()) as { options: { id: OptionId }[] };
  return options.map(({ id }) => id);
}

const optionsOf = (phase: string) => OPTIONS.filter((option) => option.phase === phase).map(({ id }) => id);

it("the table has a row for each of the 36 options, or says that it needs a language model", () => {
  expect(OPTIONS).toHaveLength(36);
  expect(OPTIONS.filter(({ id }) => ASKED[id] === undefined).map(({ id }) => id)).toEqual([
    ...["audience", "personality", "relations", "plot", "add-scene"],
    ...["style", "quality", "consistency", "polish"],
  ]);
});

it.each(PHASES)(
  "is carried out at the review of %s, or refused with a reason",
  async (phase) => {
    const { service, feedback } = await waiting(phase);
    const stored = service.blobs.size;
    const ids = await offered(service);
    expect(ids).toEqual(optionsOf(phase).filter((id) => ASKED[id] !== undefined));
    expect(service.blobs.size).toBe(stored);
    for (const { id } of OPTIONS.filter((option) => option.phase === phase)) {
      const before = await service.schedule("s1");
      const gate = before.gates[phase];
      expect(gate?.decision, id).toBeUndefined();
      const { revision = 0 } = gate ?? {};
      const response = await feedback({ kind: "option", option: id, revision, ...ASKED[id] });
      await service.deliver();
      const after = await service.schedule("s1");
      expect(after.state.status, id).toBe("waiting");
      if (ASKED[id] === undefined) {
        expect(response.status, id).toBe(422);
        expect(await response.json(), id).toMatchObject({ code: "cannot", reason: "not-supported" });
        expect(after, id).toEqual(before);
        continue;
      }
      expect(response.status, `${id}: ${await response.clone().text()}`).toBe(200);
      // The result changed, so the gate is open again; the earlier decision is kept.
      expect(after.gates[phase]?.input, id).not.toBe(gate?.input);
      expect(after.gates[phase]?.revision, id).toBe(revision + 1);
      expect(after.gates[phase]?.past?.at(-1), id).toMatchObject({ kind: "option", by: "local", revision });
      expect(after.gates[phase]?.past?.at(-1)?.at, id).toBeGreaterThanOrEqual(gate?.openedAt ?? Infinity);
    }
    const { revision } = (await service.schedule("s1")).gates[phase] ?? {};
    expect((await feedback({ kind: "approve", revision })).status).toBe(200);
    await service.deliver();
    expect((await service.schedule("s1")).state.status).toBe("completed");
    expect(service.errors).toEqual([]);
  },
  60_000,
);

it("an option is applied to scenes that are planned later, and is kept through another change of the plot", async () => {
  const { service, feedback } = await waiting("concept");
  const ask = (option: OptionId, revision: number, more: object) =>
    feedback({ kind: "option", option, revision, ...more });
  const plot = async () => PlotSchema.parse(await service.output("s1", "plot"));
  const scenes = async () => (await plot()).scenes;
  await ask("tone", 1, { text: "怖く", intensity: 1 });
  await ask("world", 2, { text: "夜の海" });
  expect((await ask("world", 3, { text: "夜の海" })).status).toBe(422);
  await feedback({ kind: "approve", revision: 3 });
  await service.deliver();
  const staged = await scenes();
  expect(new Set(staged.map(({ mood }) => mood))).toEqual(new Set(["eerie"]));
  expect(new Set(staged.map(({ hour }) => hour))).toEqual(new Set(["night"]));
  expect(new Set((await plot()).places.map(({ kind }) => kind)).size).toBe(1);

  // A wish for the finished book has no gate. It applies to the current plot and to later ones.
  for (const [option, text] of [
    ["world", "夕方"],
    ["page-count", "3"],
  ]) {
    const wish = { kind: "option", option, text };
    expect((await feedback(wish)).status).toBe(200);
    await service.deliver();
  }
  expect(PlotSchema.parse(await service.output("s1", "plot")).pages).toHaveLength(3);
  expect(new Set((await scenes()).map(({ hour }) => hour))).toEqual(new Set(["dusk"]));
}, 60_000);

it("are those that can be done with the book as it is, and none of a book that was cancelled", async () => {
  const service = sampleService();
  const text = "ミナは朝の道を歩いた。";
  const request = { text, pages: 1, seed: 3, formats: [], review: ["finish"] };
  await service.send("POST", `${SESSIONS.replace("/sessions", "")}/generate`, request);
  expect(await offered(service, "?phase=characters")).toEqual([]);
  await service.deliver();
  const people = await offered(service, "?phase=characters");
  expect(people).toContain("looks");
  expect(people).not.toContain("remove-character");
  const scenes = await offered(service, "?phase=plot");
  expect(scenes).toContain("pacing");
  expect(scenes).not.toContain("remove-scene");
  const letters = await offered(service, "?phase=lettering");
  expect(letters).toContain("add-dialogue");
  expect((await service.send("POST", `${SESSIONS}/s1/cancel`)).status).toBe(200);
  expect(await offered(service, "?phase=characters")).toEqual([]);
});
