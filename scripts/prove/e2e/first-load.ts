// The files that the studio loads before its first screen works.
import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "playwright-core";

/** A CDN compresses while sending and does not spend the time for the smallest result. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Bytes of the HTML, scripts and styles that the page has loaded until now, each compressed with brotli. */
export async function loadedBytes(page: Page): Promise<number> {
  const loaded = await page.evaluate<string[]>(
    `performance.getEntriesByType("resource").map(({ name }) => name)`,
  );
  const code = loaded.filter((address) => /\.(?:js|css)$/.test(new URL(address).pathname));
  const files = [page.url(), ...new Set(code)].map(async (address) => {
    const body = await (await page.request.get(address)).body();
    return brotliCompressSync(body, QUALITY).byteLength;
  });
  return (await Promise.all(files)).reduce((sum, bytes) => sum + bytes, 0);
}
