// A process of its own for the durability test: an emulator over the folder and on the port it is given. It says
// its host on standard output and runs until it is killed.
import { openDatabase } from "../database.ts";
import { startFirestore } from "./server.ts";

const [folder = "memory", port = "0"] = process.argv.slice(2);
const service = await startFirestore({ db: openDatabase(folder), port: Number(port) });
console.log(service.host);
