// Sheets of lettering and layout, for visual review: every kind of balloon, sounds, awkward lines, and twenty layouts in both directions
// and as one column.
import { writeFile } from "node:fs/promises";
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { AWKWARD_ENGLISH, AWKWARD_JAPANESE } from "../../../lettering/src/awkward-lines.ts";
import { rectangle, sampleFace } from "../../../lettering/src/sample-page.ts";
import { COLUMN_SCALE } from "../../../lib/drawing/column/panel-in-column.ts";
import { framePath, paintBorder } from "../../../lib/drawing/compose-frames.ts";
import { paintSound, paintText } from "../../../lib/drawing/compose-texts.ts";
import { layoutPage } from "../../../lib/drawing/layout/layout-page.ts";
import { letterPage } from "../../../lib/drawing/letter-page.ts";
import { generatedPages } from "../../../lib/drawing/quality/generated-pages.ts";
import { type SamplePanel, samplePanel } from "../../../lib/drawing/sample-panel.ts";
import { paintLine } from "../../../lib/drawing/screen-font.ts";
import { planStrips, STRIP } from "../../../lib/export/webtoon-strips.ts";
import { boundingBox, PAPER } from "../../../lib/manga/geometry.ts";
import type { Direction, Language } from "../../../lib/manga/language.ts";
import { type Voice, VoiceSchema } from "../../../lib/manga/plot.ts";
import { randomFor } from "../../../lib/manga/seeded-random.ts";
import type { Panel } from "../../../lib/manga/storyboard.ts";

const FACE = 62;

const SHEETS: Readonly<Record<string, () => Promise<Buffer>>> = {
  "balloons-ja": () => balloonSheet("ja"),
  "balloons-en": () => balloonSheet("en"),
  sounds: soundSheet,
  "awkward-ja": () => awkwardSheet("ja"),
  "awkward-en": () => awkwardSheet("en"),
  "layouts-rtl": () => layoutSheet("rtl"),
  "layouts-ltr": () => layoutSheet("ltr"),
  "layouts-webtoon": webtoonSheet,
};
export const CRAFT_SHEETS: readonly string[] = Object.keys(SHEETS);

/** Writes the requested sheets, or all, to an existing folder, and returns their paths. */
export async function writeCraftSheets(folder: string, wanted: readonly string[]): Promise<void> {
  for (const [name, draw] of Object.entries(SHEETS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await writeFile(`${folder}/${name}.png`, await draw());
    console.log(`${folder}/${name}.png`);
  }
}

interface Grid {
  columns: number;
  width: number;
  height: number;
  scale: number;
}

/** A small panel for each entry, lettered like a page's panel, with a face if it has a speaker. */
async function panelSheet(
  entries: readonly Omit<SamplePanel, "id" | "corners">[],
  { columns, width, height, scale }: Grid,
  language: Language,
): Promise<Buffer> {
  const gap = 70;
  const rows = Math.ceil(entries.length / columns);
  const canvas = createCanvas(columns * (width + gap) * scale, rows * (height + gap) * scale);
  const ctx = whiteContext(canvas, scale);
  const direction = language === "ja" ? "rtl" : "ltr";
  for (const [i, entry] of entries.entries()) {
    // Every panel is lettered at the same position well inside the paper, and then moved to its position on the sheet.
    const corners = rectangle(200, 250, width, height);
    const panel = samplePanel({ ...entry, id: `k${i + 1}`, corners });
    const spoken = entry.texts.some(({ speaker }) => speaker === "c1");
    const faces = spoken ? [sampleFace("c1", width * 0.5, height * 0.72, FACE)] : [];
    const art = new Map([[panel.id, { faces, keep: [] }]]);
    const texts = await letterPage([panel], art, { number: 1, language, direction, seed: 7 + i });
    ctx.save();
    ctx.translate(
      (i % columns) * (width + gap) - 200 + gap / 2,
      Math.floor(i / columns) * (height + gap) - 250 + gap / 2,
    );
    paintGround(ctx, panel);
    for (const { box } of faces) {
      ctx.beginPath();
      ctx.ellipse(
        200 + box.x + box.width / 2,
        250 + box.y + box.height / 2,
        box.width / 2,
        box.height / 2,
        0,
        0,
        7,
      );
      ctx.fillStyle = "#ffffff";
      ctx.fill();
      ctx.stroke();
    }
    for (const text of texts) {
      if (text.kind === "sound") paintSound(ctx, text, { frame: panel.frame, plane: "both" });
      else paintText(ctx, text, { plane: "both" });
    }
    ctx.restore();
  }
  return canvas.toBuffer("image/png");
}

function paintGround(ctx: SKRSContext2D, panel: Panel): void {
  ctx.save();
  ctx.clip(framePath(panel.frame));
  const { x, y, width, height } = boundingBox(panel.frame.corners);
  ctx.fillStyle = "#dddddd";
  ctx.fillRect(x, y, width, height);
  ctx.restore();
  paintBorder(ctx, panel.frame, randomFor(1, panel.id));
}

const LINES: Record<Language, Record<Voice, string>> = {
  ja: {
    speech: "今日の汽車は、もう出たのかい。",
    shout: "待ってくれ！",
    thought: "（まだ間に合うかもしれない）",
    unease: "な、なんの音だ……？",
    whisper: "しっ。だれか来る。",
    machine: "応答シテクダサイ。",
    phone: "もしもし、聞こえるか。",
    cry: "行かないで！！",
  },
  en: {
    speech: "Has today's train left already?",
    shout: "Wait for me!",
    thought: "There may be time yet...",
    unease: "Wh-what was that?",
    whisper: "Hush. Somebody's there.",
    machine: "Please respond.",
    phone: "Hello? Can you hear me?",
    cry: "Don't leave me!!",
  },
};

function balloonSheet(language: Language): Promise<Buffer> {
  const spoken = VoiceSchema.options.map((voice) => ({
    texts: [{ text: LINES[language][voice], voice, speaker: "c1" }],
  }));
  const long = {
    ja: "雨が上がった。線路の先に、明かりが一つ。",
    en: "The rain had stopped. Far down the line, one light.",
  };
  const talk = { ja: "スミ、来たよ。", en: "Sumi! I came." };
  const more = [
    { texts: [{ text: long[language], kind: "caption" as const }] },
    {
      texts: [
        {
          text: `${LINES[language].speech}${language === "en" ? " " : ""}${Array.from({ length: 3 }, () => long[language]).join(language === "en" ? " " : "")}`,
          speaker: "c1",
        },
      ],
    },
    {
      texts: [
        { text: talk[language], speaker: "c1" },
        { text: LINES[language].shout, voice: "shout" as const, speaker: null },
      ],
    },
    { texts: [{ text: talk[language], speaker: "c2" }] },
  ];
  return panelSheet([...spoken, ...more], { columns: 4, width: 760, height: 640, scale: 0.55 }, language);
}

/** Each loudness, hard and soft, in both scripts. */
async function soundSheet(): Promise<Buffer> {
  const shots = [1, 2, 3, 4, 5].flatMap((loudness) =>
    [
      { text: "ドォン", hard: true },
      { text: "さらさら", hard: false },
      { text: "ガシャーン", hard: true },
      { text: "ぽつん", hard: false },
    ].map((sound) => ({ texts: [], sounds: [{ ...sound, loudness }], effects: ["impact" as const] })),
  );
  return panelSheet(shots, { columns: 4, width: 620, height: 480, scale: 0.6 }, "ja");
}

function awkwardSheet(language: Language): Promise<Buffer> {
  const lines = language === "ja" ? AWKWARD_JAPANESE : AWKWARD_ENGLISH;
  const entries = lines.map((text) => ({ texts: [{ text, speaker: null }] }));
  return panelSheet(entries, { columns: 10, width: 460, height: 520, scale: 0.42 }, language);
}

/** Twenty generated pages: frames with the reading order, and balloons. */
async function layoutSheet(direction: Direction): Promise<Buffer> {
  const scale = 0.22;
  const [columns, gap] = [5, 60];
  const pages = generatedPages(20, 11);
  const [width, height] = [PAPER.width + gap, PAPER.height + gap];
  const canvas = createCanvas(columns * width * scale, (pages.length / columns) * height * scale);
  const ctx = whiteContext(canvas, scale);
  for (const [i, { panels: drafts, page: brief, art }] of pages.entries()) {
    const page = { ...brief, direction };
    const frames = layoutPage(drafts, page);
    const panels = drafts.map((draft, at) => ({ ...draft, frame: frames[at] ?? draft.frame }));
    const bare = new Map([...art].map(([id]) => [id, { faces: [], keep: [] }]));
    ctx.save();
    ctx.translate((i % columns) * width + gap / 2, Math.floor(i / columns) * height + gap / 2);
    ctx.beginPath();
    ctx.rect(0, 0, PAPER.width, PAPER.height);
    ctx.clip();
    ctx.lineWidth = 4;
    ctx.strokeRect(0, 0, PAPER.width, PAPER.height);
    for (const [at, panel] of panels.entries()) {
      paintGround(ctx, panel);
      const { x, y, width: w, height: h } = boundingBox(panel.frame.corners);
      ctx.fillStyle = "#999999";
      paintLine(ctx, { text: String(at + 1), x: x + w / 2, y: y + h / 2 + 40, size: 120, align: "center" });
    }
    for (const text of await letterPage(panels, bare, page)) paintText(ctx, text, { plane: "both" });
    ctx.restore();
  }
  return canvas.toBuffer("image/png");
}

/** The same twenty pages as strips of a column for each language, side by side. */
async function webtoonSheet(): Promise<Buffer> {
  const [scale, columns, gap] = [0.24, 10, 40];
  const made = generatedPages(20, 11);
  const planned = (["ja", "en"] as const).map((language) => {
    const pages = made
      .filter(({ page }) => page.language === language)
      .map(({ panels: drafts, page }) => ({
        ...{ number: page.number, texts: [], image: "", widthPx: 1, heightPx: 1 },
        panels: drafts.map((panel) => ({ ...panel, artwork: "" })),
      }));
    const book = { pages, language, direction: language === "ja" ? "rtl" : "ltr", seed: 11 } as const;
    return planStrips(book, () => Promise.resolve(new Map()));
  });
  const strips = (await Promise.all(planned)).flat();
  const [width, height] = [STRIP.width + gap, STRIP.maxHeight + gap];
  const rows = Math.ceil(strips.length / columns);
  const canvas = createCanvas(columns * width * scale, rows * height * scale);
  const ctx = whiteContext(canvas, scale);
  for (const [i, strip] of strips.entries()) {
    ctx.save();
    ctx.translate((i % columns) * width + gap / 2, Math.floor(i / columns) * height + gap / 2);
    ctx.lineWidth = 2;
    ctx.strokeRect(0, 0, STRIP.width, strip.height);
    for (const { panel, frame, texts, area, left, top } of strip.panels) {
      ctx.save();
      ctx.translate(-left * COLUMN_SCALE, top - area.y * COLUMN_SCALE);
      ctx.scale(COLUMN_SCALE, COLUMN_SCALE);
      paintGround(ctx, { ...panel, frame });
      for (const text of texts) paintText(ctx, text, { plane: "both" });
      ctx.restore();
    }
    ctx.restore();
  }
  return canvas.toBuffer("image/png");
}

function whiteContext(canvas: Canvas, scale: number): SKRSContext2D {
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  return ctx;
}
