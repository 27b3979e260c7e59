// Packs the things where one has changed. Run by set-up, and imported for its effect before what reads the pack: commands that are run
// without npm find the things as they are drawn today.
import { packThings } from "./pack.ts";

packThings();
