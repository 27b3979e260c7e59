// Packs the things if one has changed. Run by set-up, and imported for its side effect before the pack is read, so that commands started
// without npm use the current drawings too.
import { packThings } from "./pack.ts";

packThings();
