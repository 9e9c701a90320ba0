import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { people } from "@interurban/db/schema/people";
import { expect, test } from "vitest";
import { useDatabase } from "../kit/database.ts";

const { db, url } = await useDatabase();
const command = fileURLToPath(new URL("../../api/create-admin.ts", import.meta.url));

/** Runs the command without a terminal. */
function run(args: string[], environment: Record<string, string> = {}) {
	return new Promise<{ code: number; out: string; error: string }>((resolve) => {
		const child = execFile(
			process.execPath,
			["--conditions=source", "--import", "tsx", command, ...args],
			{ env: { PATH: process.env.PATH, DATABASE_URL: url, ...environment } },
			(failure, out, error) => resolve({ code: failure ? Number(failure.code) : 0, out, error }),
		);
		child.stdin?.end();
	});
}

const ADMIN_PASSWORD = "three green trams a day";

test("the first administrator is made on the command line, once", async () => {
	const args = ["--email", "ada@city.example", "--name", "Ada Lovelace"];
	const made = await run(args, { ADMIN_PASSWORD });
	expect(made).toMatchObject({ code: 0, error: "" });
	expect(made.out).toContain("http://localhost:3000/people/ada-lovelace");
	const [person] = await db.select().from(people);
	expect(person).toMatchObject({ role: "admin", email: "ada@city.example" });
	const again = await run(args, { ADMIN_PASSWORD });
	expect(again.code).toBe(1);
	expect(again.error).toBe("email: This e-mail address cannot be used here. Please enter another one.\n");
});

test("what is wrong or missing is said in words", async () => {
	const wrong = await run(["--name", ""], { ADMIN_EMAIL: "ada", ADMIN_PASSWORD: "short" });
	expect(wrong.code).toBe(1);
	expect(wrong.error.trim().split("\n")).toEqual([
		"name: Please fill this in.",
		"email: Please enter an e-mail address such as name@city.example.",
		"password: Please choose a password of at least 12 characters. Several words in a row are good.",
	]);
	const missing = await run(["--email", "b@city.example", "--name", "B"]);
	expect(missing.code).toBe(1);
	expect(missing.error).toContain("ADMIN_PASSWORD");
	const unknown = await run(["--mail", "b@city.example"]);
	expect(unknown.code).toBe(1);
	expect(unknown.error).toContain("--mail");
});
