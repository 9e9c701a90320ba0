import { prepareDatabase } from "@interurban/api/startup";
import { createDb } from "@interurban/db/client";

// What a network does when it starts, as a process of its own: node … tests/kit/prepare.ts DATABASE_URL
const db = createDb(process.argv[2] ?? "");
await prepareDatabase(db, { demo: true, where: "the argument", isStopping: () => false });
await db.close();
