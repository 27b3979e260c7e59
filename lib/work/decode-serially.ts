// The one turn of this process for decoding pictures that come from outside, of people and of models: each takes up to 160 MB while it
// is decoded, whatever its size as a file.
import { oneAtATime } from "./one-at-a-time.ts";

/** As `oneAtATime`. A picture takes from 0.03 to 0.7 s of CPU. */
export const decodeSerially = oneAtATime({ waiting: 32, deadlineMs: 20_000 });
