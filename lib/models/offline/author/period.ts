// Tells stories of old times, in which people dress and live otherwise.
import type { Story } from "../../../manga/story.ts";

/** The Japan of samurai dresses everybody. */
const PERIOD = /侍|武士|殿様|浪人|忍者|奉行|町娘|城下町|江戸|長屋|\bsamurai\b/u;

export const isPeriod = ({ units }: Story): boolean =>
  units.filter(({ text }) => PERIOD.test(text)).length >= 2;
