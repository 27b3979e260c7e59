// Composes the page with sharp (libvips): panels resized and placed on paper, borders and letters as an SVG over them, JPEG.
import sharp from "sharp";
import { borders, boxOf, heightPx, images, measure, page, svgOf } from "./page-to-compose.ts";

const scale = page.widthPx / page.paper.width;
const above = Buffer.from(svgOf(borders + page.texts));
const places = page.panels.map((panel) => {
  const { x, y, width, height } = boxOf(panel);
  const [left, top] = [Math.round(x * scale), Math.round(y * scale)];
  return { x: left, y: top, width: Math.round(width * scale), height: Math.round(height * scale) };
});

/** Clips bleeding panels at the paper's edge. Slanted frames are upright here, which is less work. */
async function placed(image: Buffer, { x, y, width, height }: (typeof places)[number]) {
  const [left, top] = [Math.max(0, -x), Math.max(0, -y)];
  const inside = {
    ...{ left, top },
    width: Math.min(width - left, page.widthPx - Math.max(0, x)),
    height: Math.min(height - top, heightPx - Math.max(0, y)),
  };
  const { data, info } = await sharp(image)
    .resize(width, height, { fit: "fill" })
    .extract(inside)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return { input: data, raw, left: Math.max(0, x), top: Math.max(0, y) };
}

await measure("sharp", "frames left upright", async () => {
  const layers = await Promise.all(
    images.map((image, i) => placed(image, places[i] ?? { x: 0, y: 0, width: 1, height: 1 })),
  );
  return sharp({ create: { width: page.widthPx, height: heightPx, channels: 3, background: "#fff" } })
    .composite([...layers, { input: above, left: 0, top: 0 }])
    .jpeg({ quality: page.quality })
    .toBuffer();
});
