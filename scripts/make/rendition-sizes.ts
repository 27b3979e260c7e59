// Download sizes of readers: the bytes of each width of finished books' pages, median, 95th percentile and maximum.
// `node scripts/make/rendition-sizes.ts FOLDER …`, each an output folder of `npm run manga`. Exits with 1 if pages at 1,080 pixels exceed
// 120 KB in the median or 250 KB at the 95th percentile.
import { globSync, statSync } from "node:fs";

const VIEW = { width: "1080", median: 120_000, p95: 250_000 } as const;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const folders = process.argv.slice(2);
const sizes = new Map<string, number[]>();
for (const path of folders.flatMap((folder) => globSync(`${folder}/pages/*-*.webp`))) {
  const width = /-(\d+)\.webp$/.exec(path)?.[1] ?? "";
  sizes.set(width, [...(sizes.get(width) ?? []), statSync(path).size]);
}
if (!sizes.has(VIEW.width))
  throw new Error("name folders of books: there is no page of 1,080 pixels in these");
for (const [width, bytes] of [...sizes].sort(([a], [b]) => Number(a) - Number(b))) {
  const sorted = bytes.toSorted((a, b) => a - b);
  const [median, p95, most] = [percentile(sorted, 0.5), percentile(sorted, 0.95), sorted.at(-1)];
  process.stdout.write(
    `${width} px: ${sorted.length} pages, median ${median} B, p95 ${p95} B, largest ${most} B\n`,
  );
  if (width === VIEW.width && (median > VIEW.median || p95 > VIEW.p95)) process.exitCode = 1;
}
