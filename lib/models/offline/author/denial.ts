// What a sentence says that somebody does not do, or no longer: no picture shows it.

/** `was not laughing`, `stopped laughing`, 笑わなかった: what somebody does not do, or no longer. */
export const isDenied = (words: string, at: number, cue: string): boolean =>
  DENIED_BEFORE.test(words.slice(0, at)) || DENIED_AFTER.test(words.slice(at + cue.length));

const DENIED_BEFORE =
  /(?:\b(?:not|never|without|stopped|no longer|instead of|nor|nobody|no one)|n['’]t)(?: (?:even|really|quite|once|be|been|being|have|to))? $/iu;
const DENIED_AFTER =
  /^(?:わ|か|さ|ま|ら|が|ば|け|べ|え|れ|め)?な(?:い|か|く)|^[いっん]?で?て?い?な(?:い|か)|^(?:の|い|き|み|り|し)?を?や(?:め|んだ)/u;
