// The hand that draws, in figures: what of every line, tone and eye is unlike the plain ones.

export interface Hand {
  /** Widths of all lines, as a multiple of the plain ones. */
  line: number;
  /** All lines are of one width, without tapered ends or a heavy side. */
  even: boolean;
  /** How dark a tone is, as a multiple; 0: areas that are not black are white. */
  tone: number;
  /** Tones from here on are solid black; above 1: none is. */
  blackFrom: number;
  /** Height and width of eyes, as a multiple. */
  eyes: number;
  /** How strongly what lies behind people is drawn: 1 as it is, less is paler and thinner. */
  backgrounds: number;
}

export const PLAIN_HAND: Hand = { line: 1, even: false, tone: 1, blackFrom: 2, eyes: 1, backgrounds: 1 };
