// Pictures of the styles: the same moment in each style preset, drawn by the offline artist, and two strips of panels for `yonkoma`.
import sharp from "sharp";
import { sheet } from "../../../lib/drawing/compose-page.ts";
import { paintDrawing } from "../../../lib/drawing/paint.ts";
import { STYLE_PRESETS, styleOf } from "../../../lib/manga/style-presets.ts";
import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";
import { figure, GIRL, panelRequest, picture } from "../../../lib/models/offline/artist/sample-panel.ts";
import type { ChoicePicture } from "./picture-file.ts";

/** Pixels; the studio shows them at 4:3. */
const SIZE_PX = { width: 360, height: 270 } as const;
/** Width of the panel's drawing in units; its height follows from the pixels. */
const WIDTH = 800;
const COLOUR_STYLE = "webtoon-color";

type Expression = ReturnType<typeof figure>["expression"];

/** A close shot, so that eyes, line and tone can be distinguished on a small tile. */
const moment = (expression: Expression) =>
  picture({
    shot: "bust",
    scene: { ...picture().scene, hour: "dusk" },
    figures: [figure({ expression, at: 0.42 })],
  });

interface Wanted {
  style: (typeof STYLE_PRESETS)[number];
  expression: Expression;
  width: number;
  height: number;
}

/** Returns a PNG. */
async function drawn({ style, expression, width, height }: Wanted): Promise<Buffer> {
  const isColour = style.preset === COLOUR_STYLE;
  const size = { width: WIDTH, height: Math.round((WIDTH * height) / width) };
  const request = panelRequest(moment(expression), {
    ...{ ...size, cast: [GIRL], style },
    ...(isColour ? { colorMode: "color" as const } : {}),
  });
  const { content } = drawRequest(request);
  if (content.kind !== "drawing") throw new TypeError("the offline artist did not return a drawing");
  const { canvas, ctx } = sheet(size.width, size.height, width);
  paintDrawing(ctx, content.drawing, { colour: isColour });
  return sharp(await canvas.encode("png"))
    .resize(width, height, { fit: "cover" })
    .png()
    .toBuffer();
}

/** The upper half of a page of two strips, read from the right. */
async function yonkoma(): Promise<Buffer> {
  const [gap, width, height] = [10, 165, 112];
  const expressions: Expression[] = ["calm", "thoughtful", "surprised", "smile", "shocked", "laugh"];
  const panels = expressions.map(async (expression, at) => {
    const [strip, row] = [at < 3 ? 1 : 0, at % 3];
    const panel = await drawn({ style: styleOf("manga"), expression, width, height });
    const top = gap + row * (height + gap);
    const seen = Math.min(height, SIZE_PX.height - top);
    const input = await sharp(panel).extract({ left: 0, top: 0, width, height: seen }).toBuffer();
    return { input, top, left: gap + strip * (width + gap) };
  });
  return sharp({ create: { ...SIZE_PX, channels: 3, background: "#fff" } })
    .composite(await Promise.all(panels))
    .png()
    .toBuffer();
}

export function stylePictures(): ChoicePicture[] {
  const presets = STYLE_PRESETS.map((style) => ({
    name: `style-${style.preset}`,
    async draw() {
      const whole = await drawn({ style, expression: "smile", width: 480, height: 360 });
      // Cropped around the face.
      const cropped = sharp(whole).extract({ left: 40, top: 40, ...SIZE_PX });
      return { png: await cropped.toBuffer(), ...SIZE_PX, isColour: style.preset === COLOUR_STYLE };
    },
  }));
  return [...presets, { name: "style-yonkoma", draw: async () => ({ png: await yonkoma(), ...SIZE_PX }) }];
}
