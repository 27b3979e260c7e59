// Packs the things if one has changed. Set-up runs it, and modules import it for its side effect before the pack is read, so that commands
// started without npm also use the current drawings.
import { packThings } from "./pack.ts";

packThings();
