// The hand: how every line, tone and eye differs from the plain ones. The plain hand changes nothing.

export interface Hand {
  /** Line width, as a multiple of the plain width. */
  line: number;
  /** Lines have one width, without tapered ends or a heavier side. */
  even: boolean;
  /** Darkness of tones, as a multiple; 0: every area that is not black is white. */
  tone: number;
  /** The grey from which a tone becomes solid black; above 1: none does. */
  blackFrom: number;
  /** Height and width of eyes, as a multiple. */
  eyes: number;
  /** Strength of what is drawn behind people: 1 is unchanged, less is paler and thinner. */
  backgrounds: number;
}

export const PLAIN_HAND: Hand = { line: 1, even: false, tone: 1, blackFrom: 2, eyes: 1, backgrounds: 1 };
