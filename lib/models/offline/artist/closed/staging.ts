// The closed vocabulary of staging, shared by writer and artist: shots, poses, faces, settings, effects. The
// artist must be able to draw every entry of these lists.

import * as z from "zod";
import { listed } from "./listed.ts";
import { THING_PACK } from "./thing-pack.ts";

/** How much of a person the frame shows, from nearest to farthest. */
export const ShotSchema = z.enum(["detail", "close", "bust", "half", "full", "long", "establishing"]);
export type Shot = z.infer<typeof ShotSchema>;

export const AngleSchema = z.enum(["level", "high", "low", "tilted"]);
export type Angle = z.infer<typeof AngleSchema>;

export const ViewSchema = z.enum(["front", "three-quarter", "profile", "back"]);
export type View = z.infer<typeof ViewSchema>;

export const PoseSchema = z.enum(
  listed(
    "stand walk run sit kneel crouch lie fall jump climb point reach hold carry offer wave arms-up",
    "arms-crossed hands-on-hips hands-on-face think bow embrace fight throw push row read write eat drink",
    "sleep look-back look-up look-down shrug pray dance phone ride",
  ),
);
export type Pose = z.infer<typeof PoseSchema>;

export const ExpressionSchema = z.enum(
  listed(
    "calm smile laugh grin sad cry angry furious shout surprised shocked afraid worried shy determined",
    "tired pain smug thoughtful asleep terrified",
  ),
);
export type Expression = z.infer<typeof ExpressionSchema>;

export const PlaceKindSchema = z.enum(
  listed(
    "street alley room kitchen classroom corridor office shop station train forest field garden mountain",
    "river sea shore lighthouse bridge sky city village temple castle stairs rooftop cave space hospital",
    "church graveyard workshop dojo gym stage museum library bath bus tent abstract",
  ),
);
export type PlaceKind = z.infer<typeof PlaceKindSchema>;

export const PlaceSchema = z.object({
  kind: PlaceKindSchema,
  /** The place's name in the language of the text; empty if the text gives none. */
  name: z.string(),
});

export const HourSchema = z.enum(["dawn", "day", "dusk", "night"]);
export type Hour = z.infer<typeof HourSchema>;

export const WeatherSchema = z.enum(["clear", "cloudy", "rain", "storm", "snow", "wind", "fog"]);
export type Weather = z.infer<typeof WeatherSchema>;

export const SeasonSchema = z.enum(["spring", "summer", "autumn", "winter"]);
export type Season = z.infer<typeof SeasonSchema>;

export const MoodSchema = z.enum(listed("neutral warm tense sad comic eerie heroic lonely romantic"));
export type Mood = z.infer<typeof MoodSchema>;

export const EffectSchema = z.enum(listed("speed focus impact flash gloom sparkle petals steam sweat"));
export type Effect = z.infer<typeof EffectSchema>;

/** Every thing that can be drawn: the names in `assets/things/things.tsv`. */
export const PropSchema = z.enum(THING_PACK.rows.map(({ name = "" }) => name));
export type Prop = z.infer<typeof PropSchema>;
