// The catalog as it is on one day, as a file for `MEKURI_MODELS_FILE`: prices no longer depend on the date of the machine, so that a
// test counts the same on every day. Nothing here may load the catalog itself, which reads that variable once.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import shipped from "../../lib/models/catalog.json" with { type: "json" };

/** Writes the file and gives its path. `today` is an ISO date. */
export function writePinnedCatalog(folder: string, today: string): string {
  const rows = shipped.map(({ rates, ...row }) => {
    const [dated, last] = [
      rates.find((rate) => !("until" in rate) || today <= String(rate.until)),
      rates.at(-1),
    ];
    return { ...row, rates: [{ ...(dated ?? last), until: undefined }] };
  });
  const path = join(folder, "models.json");
  writeFileSync(path, JSON.stringify(rows));
  return path;
}
