// The durability test's child process: an emulator on the given folder and port. It prints its host to standard output and
// runs until it is killed.
import { openDatabase } from "../database.ts";
import { startFirestore } from "./server.ts";

const [folder = "memory", port = "0"] = process.argv.slice(2);
const service = await startFirestore({ db: openDatabase(folder), port: Number(port) });
console.log(service.host);
