// A drawing: a display list in two planes, ink and grey tone, which each output renders at its own size. A tone also has a colour, so that
// one drawing serves books in black and white and in colour. Items are painted in order. Coordinates are units (0.1 mm of the printed page)
// from the drawing's top left.
import * as z from "zod";

/** Grey from 0 (white) to 1 (black): even, or a linear or radial gradient. */
export const ShadeSchema = z.union([
  z.number().min(0).max(1),
  z.object({
    type: z.enum(["linear", "radial"]),
    /** linear: x0, y0, x1, y1; radial: x, y, inner radius, outer radius. */
    at: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    stops: z.array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])).min(2),
  }),
]);
export type Shade = z.infer<typeof ShadeSchema>;

/**
 * How an area is painted. `black` and `white` are ink: white hides what lies under it in both planes. `tone` hides the ink under it and
 * sets the grey; `veil` darkens the grey and leaves the ink; `light` lightens the grey.
 */
export const PaintSchema = z.union([
  z.literal("black"),
  z.literal("white"),
  z.object({ tone: ShadeSchema }),
  z.object({ veil: ShadeSchema }),
  z.object({ light: ShadeSchema }),
]);
export type Paint = z.infer<typeof PaintSchema>;

const ColourSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/**
 * Colour of an item's tone, white or black in a coloured book: one colour, or the stops of a gradient along the same line. `none`: the item
 * appears only in black and white.
 */
export const TintSchema = z.union([
  z.literal("none"),
  ColourSchema,
  z.array(z.tuple([z.number().min(0).max(1), ColourSchema])).min(2),
]);
export type Tint = z.infer<typeof TintSchema>;

/** An SVG path (absolute or relative commands), filled, stroked or both (fill first). */
export const PathItemSchema = z.object({
  d: z.string(),
  fill: PaintSchema.optional(),
  stroke: PaintSchema.optional(),
  /** Stroke width in units; strokes have round caps and joins. */
  width: z.number().positive().optional(),
  evenOdd: z.boolean().optional(),
  /** Absent: the same in colour as in black and white. */
  tint: TintSchema.optional(),
  /** Cel shading in colour only: the part of the area outside its own outline shifted by `dx`, `dy`. */
  cel: z.object({ dx: z.number(), dy: z.number(), tint: ColourSchema }).optional(),
  /** In black and white the item forms one path with the item before it; in colour they differ. */
  joined: z.literal(true).optional(),
});
export type PathItem = z.infer<typeof PathItemSchema>;

export interface GroupItem {
  items: DrawingItem[];
  /** a b c d e f, as SVG's matrix(). */
  matrix?: [number, number, number, number, number, number] | undefined;
  /** An SVG path in the group's own coordinates; nothing outside it is painted. */
  clip?: string | undefined;
}
export type DrawingItem = PathItem | GroupItem;

const MatrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

export const DrawingItemSchema: z.ZodType<DrawingItem> = z.lazy(() =>
  z.union([
    PathItemSchema,
    z.object({
      items: z.array(DrawingItemSchema),
      matrix: MatrixSchema.optional(),
      clip: z.string().optional(),
    }),
  ]),
);

/** The drawing covers `0 … width`, `0 … height`, and `margin` units more on every side, so that a frame may shift a little. */
export const DrawingSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  margin: z.number().nonnegative(),
  items: z.array(DrawingItemSchema),
});
export type Drawing = z.infer<typeof DrawingSchema>;

/** Units that an artist draws beyond the panel's own box on every side. */
export const ART_MARGIN = 30;

/** Pixels for one unit of a screen-size image: a full-width panel becomes 900 pixels wide. */
const SCREEN_PX_PER_UNIT = 0.6;

/** Width in pixels at which a drawing is rendered for previews. */
export function screenWidthPx({ width }: Pick<Drawing, "width">): number {
  return Math.max(64, Math.round(width * SCREEN_PX_PER_UNIT));
}
