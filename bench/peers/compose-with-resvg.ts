// Composes the page with resvg: one SVG with the images in it. It writes PNG only.
import { Resvg } from "@resvg/resvg-js";
import { borders, boxOf, images, measure, outlineOf, page, svgOf } from "./page-to-compose.ts";

await measure("@resvg/resvg-js", "writes PNG; it has no JPEG", async () => {
  const panels = page.panels.map((panel, i) => {
    const { x, y, width, height } = boxOf(panel);
    const data = `data:image/png;base64,${images[i]?.toString("base64")}`;
    return `<clipPath id="${panel.id}"><path d="${outlineOf(panel)}"/></clipPath><image clip-path="url(#${panel.id})" preserveAspectRatio="none" x="${x}" y="${y}" width="${width}" height="${height}" href="${data}"/>`;
  });
  const svg = svgOf(panels.join("") + borders + page.texts);
  return new Resvg(svg, { background: "#ffffff", font: { loadSystemFonts: false } }).render().asPng();
});
