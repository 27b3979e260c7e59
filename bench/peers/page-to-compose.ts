// The page written by the bench, for programs that compose it, and the measurement around them.
import { readFileSync } from "node:fs";

interface Page {
  widthPx: number;
  quality: number;
  paper: { width: number; height: number };
  panels: { id: string; corners: { x: number; y: number }[] }[];
  /** SVG in the paper's units. */
  texts: string;
  warming: number;
  times: number;
}

const folder = process.argv[3] ?? "";
export const page: Page = JSON.parse(readFileSync(`${folder}/page.json`, "utf8"));
export const images = page.panels.map(({ id }) => readFileSync(`${folder}/${id}.png`));
export const heightPx = Math.round((page.paper.height * page.widthPx) / page.paper.width);

export const outlineOf = ({ corners }: Page["panels"][number]) =>
  `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;

export function boxOf({ corners }: Page["panels"][number]) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** An SVG of the whole page. */
export function svgOf(inside: string): string {
  const { width, height } = page.paper;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.widthPx}" height="${heightPx}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;
}

export const borders = page.panels
  .map((panel) => `<path d="${outlineOf(panel)}" fill="none" stroke="#000" stroke-width="8"/>`)
  .join("");

export async function measure(name: string, note: string, compose: () => Promise<Uint8Array>): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const version: unknown = dependencies[name];
  const ms: number[] = [];
  for (let round = 0; round < page.warming + page.times; round++) {
    const startedAt = performance.now();
    await compose();
    if (round >= page.warming) ms.push(performance.now() - startedAt);
  }
  process.stdout.write(`${JSON.stringify({ version, ms, note })}\n`);
}
