// Halftone dots (網点): 45°, about 60 lines an inch at 600 dpi, from a tile of thresholds at the output's resolution. The same grey has the
// same dots anywhere on the page, and nothing is resampled.

/**
 * Side of the repeating tile, in pixels. Dots are at its corners and in its middle, so their rows run at 45° and are `TILE / √2` = 9.9
 * pixels apart: 60.6 lines an inch at 600 dpi.
 */
export const TILE = 14;

/** Coverages below and above which a dot or hole is too small to print reliably. */
const LEAST = 0.03;
const MOST = 0.97;

/** For each pixel of the tile, the lightness (0–255) below which it is black. */
export const THRESHOLDS = thresholds();

function thresholds(): Uint8Array {
  const places = Array.from({ length: TILE * TILE }, (_, index) => {
    const x = ((index % TILE) + 0.5) / TILE;
    const y = (Math.floor(index / TILE) + 0.5) / TILE;
    // Round dots that form a chessboard at half coverage; each of the tile's two dots takes every second rank.
    return { index, spot: Math.cos(2 * Math.PI * (x + y)) + Math.cos(2 * Math.PI * (x - y)) };
  });
  // Rounded, so that equal distances tie on every machine. Ties are scattered, because half tones would otherwise merge in rows.
  const ranked = places.toSorted(
    (a, b) => Math.round((b.spot - a.spot) * 1e6) || scattered(a.index) - scattered(b.index),
  );
  const result = new Uint8Array(TILE * TILE);
  for (const [rank, { index }] of ranked.entries()) {
    const coverage = Math.min(MOST, Math.max(LEAST, (rank + 0.5) / ranked.length));
    result[index] = Math.round(255 * (1 - coverage));
  }
  return result;
}

function scattered(index: number): number {
  return (index * 89) % (TILE * TILE);
}
