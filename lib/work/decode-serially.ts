// Decodes uploaded and generated pictures one at a time in this process: each needs up to 160 MB while it is decoded, independently of its
// file size.
import { oneAtATime } from "./one-at-a-time.ts";

/** As `oneAtATime`. A picture takes from 0.03 to 0.7 s of CPU. */
export const decodeSerially = oneAtATime({ waiting: 32, deadlineMs: 20_000 });
