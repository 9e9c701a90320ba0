import { generateConcepts } from "./generate/concepts.ts";
import { generateOperations } from "./generate/operations.ts";
import { generateSchema } from "./generate/schema.ts";
import { generateWords } from "./generate/words.ts";

/** Writes everything that is derived: the merged schema, types of resolvers and operations, compiled words and concepts. */
const schema = await generateSchema();
await Promise.all([generateOperations(schema), generateWords(), generateConcepts()]);
